"""Where an input comes from: the letter, the press, the reader, or nowhere, to begin with."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from lsdash import sentences
from lsdash.charts import calendars
from lsdash.contents.blocks import Listed, Words, line
from lsdash.contents.reading import Reading
from lsdash.planner import ALLOWED, Plan, Provenance
from lsdash.store import read
from lsdash.store.rows import DecisionRow, FactRow, ObservationRow
from lsdash.text import figures, publishers, say
from lsdash.vocabulary import Place, Unit

ASKED = (
    "stay_days",
    "early_quarantine_days",
    "full_stay_isolation_days",
    "gate_isolation_days",
)
"""Inputs that a plan cannot be worked out without and that have no beginning."""

FROM_PRESS = {
    "trucks_waiting": "vehicles_waiting",
    "trucks_arriving": "vehicles_arriving_per_day",
    "gate_hours": "opening_hours_per_day",
}
"""Input → the reported measure that can stand for it."""


@dataclass(frozen=True)
class Known:
    """What sources say of the planner's inputs, by name of input."""

    stated: Mapping[str, FactRow]
    """Lengths that the letter states: they stand where the view has none."""
    reported: Mapping[str, ObservationRow]
    """What the press reported at one gate; the reader may put it in."""

    def begun(self) -> dict[str, str]:
        """The stated lengths as the link writes them."""
        return {name: _days_of(name, fact) for name, fact in self.stated.items()}


def known(here: Reading, letter: DecisionRow) -> Known:
    return Known(_stated(here, letter), _reported(here, letter))


def offered(here: Reading, rows: Mapping[str, ObservationRow]) -> Listed:
    """The reported figures that can stand for inputs, each with its source."""
    return Listed(
        tuple(
            line(
                f"{say(here.lang, f'input.{name}')}: ",
                Words(figures.number(row.value.normalize(), here.lang), "strong"),
                f" ({figures.span(row.period_from, row.period_to, here.lang)}) · ",
                Words(publishers.named(row.publisher, here.lang) or row.address, to=row.address),
            )
            for name, row in rows.items()
        )
    )


def written(name: str, row: ObservationRow) -> str:
    """A reported figure as the link writes it."""
    return str(int(row.value) if ALLOWED[name].unit not in ("hour", "share") else row.value)


def provenance(name: str, now: str | None, sources: Known) -> Provenance | None:
    """Where a value comes from; None where there is none."""
    if now is None:
        return None
    if now == sources.begun().get(name):
        return Provenance.STATED
    if name in sources.reported and Decimal(now) == sources.reported[name].value:
        return Provenance.PRESS
    default = ALLOWED[name].default
    if default is not None and Decimal(now) == Decimal(str(default)):
        return Provenance.START
    return Provenance.ASSUMPTION


def source_in_words(here: Reading, name: str, now: str | None, sources: Known) -> str:
    """The same in words: the length as the letter has it, the day of a report."""
    source = provenance(name, now, sources)
    if source is None:
        return say(here.lang, "planner.to_give" if name in ASKED else "planner.may_give")
    told = say(here.lang, f"provenance.{source}")
    if source is Provenance.STATED:
        return f"{told}: {sentences.figure(sources.stated[name], here.lang)}"
    if source is Provenance.PRESS:
        row = sources.reported[name]
        return f"{told}, {figures.span(row.period_from, row.period_to, here.lang)}"
    return told


def _stated(here: Reading, letter: DecisionRow) -> dict[str, FactRow]:
    """Lengths that the letter states, by the input that they are."""
    facts = {fact.slug: fact for fact in here.ask(read.facts_of, letter.slug)}
    found: dict[str, FactRow] = {}
    steps = here.ask(read.steps, letter.slug)
    for (option, _), course in groupby(steps, key=lambda step: (step.option, step.course)):
        lengths = {Place(step.place): step.length for step in course if step.length}
        is_full = Place.ACROSS in lengths
        for place, slug in lengths.items():
            name = _input_for(option, place, is_full=is_full)
            if name:
                found[name] = facts[slug]
    return found


def _input_for(option: int, place: Place, *, is_full: bool) -> str | None:
    """The input that a stated length is; `is_full` where the whole stay has a length as well."""
    if option == Plan.SAME_DAY and place is Place.GATE:
        return "gate_isolation_days"
    if option != Plan.STAY:
        return None
    after = "full_stay_isolation_days" if is_full else "early_quarantine_days"
    return {Place.ACROSS: "stay_days", Place.ISOLATION: after}.get(place)


def _days_of(name: str, fact: FactRow) -> str:
    """A stated length in days, a month as long as the calendar draws it."""
    days = int(fact.value) * calendars.DAYS[Unit(fact.unit)]
    return str(ALLOWED[name].nearest(days))


def _reported(here: Reading, letter: DecisionRow) -> dict[str, ObservationRow]:
    """One set from the press: of the gate whose arrivals were reported nearest to the letter."""
    rows = here.ask(read.observations, tuple(FROM_PRESS.values()))

    def nearest(measure: str, place: str = "") -> ObservationRow | None:
        fitting = [
            row
            for row in rows
            if row.measure == measure and row.place_kind == "gate" and place in ("", row.place)
        ]
        away = {row.id: abs((row.period_from - letter.signed_on).days) for row in fitting}
        return min(fitting, key=lambda row: away[row.id], default=None)

    arriving = nearest(FROM_PRESS["trucks_arriving"])
    if arriving is None:
        return {}
    found = {name: nearest(measure, arriving.place) for name, measure in FROM_PRESS.items()}
    return {name: row for name, row in found.items() if row}
