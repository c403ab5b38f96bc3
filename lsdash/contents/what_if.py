"""The planner's answers: what is put in, marked by where it comes from, and what follows.

Everything that changes a number here is in the view. What the letter leaves unsaid stays unsaid.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import groupby

from lsdash import planner, sentences
from lsdash.charts import calendars, queues
from lsdash.charts.queues import Line as Course
from lsdash.charts.style import Fill
from lsdash.contents.blocks import (
    Block,
    Chart,
    Line,
    Listed,
    Said,
    Table,
    Words,
    line,
    quiet,
    strong,
)
from lsdash.contents.reading import Reading
from lsdash.planner import ALLOWED, BedKind, Day, Inputs, Outcome, Plan, Provenance, Queue, Target
from lsdash.store import read
from lsdash.store.rows import DecisionRow, FactRow, ObservationRow
from lsdash.text import count, figures, say
from lsdash.vocabulary import Place, Unit

GROUPS: Mapping[str, tuple[str, ...]] = {
    "trucks": ("days", "trucks_waiting", "trucks_arriving", "gate_hours", "minutes_per_truck"),
    "loaders": ("crew_size", "crews", "roster", "symptom_chance", "symptom_isolation_days"),
    "stay": ("stay_days", "early_leave_share", "early_quarantine_days", "full_stay_isolation_days"),
    "day": ("gate_isolation_days",),
    "beds": ("beds_across", "beds_gate", "beds_quarantine"),
    "prices": tuple(planner.PRICED),
}
"""The planner's inputs as a reader meets them."""

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

DAY_COLUMNS = (
    "day",
    "arrived",
    "cleared",
    "waiting_after",
    "on_shift",
    "lodged",
    "quarantine",
    "home",
)
EVERY_DAY = 31
"""Days that are shown one by one; a longer time is shown week by week."""

SEED, SHOWN_EFFECTS = 2020, 5
RUN_DAYS = 3000
"""Days of chance runs in all: fewer runs over a longer time, so that the page stays quick."""

Outcomes = Mapping[Plan, Outcome]


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


def values(here: Reading, sources: Known) -> dict[str, str | None]:
    """What each input stands at: as the view has it, else as the letter states it."""
    begun = sources.begun()
    names = [name for group in GROUPS.values() for name in group]
    return {name: here.view.input(name) or begun.get(name) for name in names}


def given(here: Reading, sources: Known) -> Inputs:
    told = values(here, sources)
    return Inputs.clamped({name: _typed(name, value) for name, value in told.items()})[0]


def outcomes(inputs: Inputs) -> Outcomes:
    return {plan: planner.run(inputs, plan) for plan in Plan}


def days(here: Reading, letter: DecisionRow) -> list[tuple[Plan, Day]]:
    """Both plans day by day."""
    found = outcomes(given(here, known(here, letter)))
    return [(plan, day) for plan, outcome in found.items() for day in outcome.days]


def entered(here: Reading, letter: DecisionRow) -> list[tuple[str, str | None, str | None]]:
    """Every input as (name, value as the link writes it, where the value comes from)."""
    sources = known(here, letter)
    told = values(here, sources)
    return [(name, now, provenance(name, now, sources)) for name, now in told.items()]


def offered(here: Reading, rows: Mapping[str, ObservationRow]) -> Listed:
    """The reported figures that can stand for inputs, each with its source."""
    return Listed(
        tuple(
            line(
                f"{say(here.lang, f'input.{name}')}: ",
                Words(figures.number(row.value.normalize(), here.lang), "strong"),
                f" ({figures.span(row.period_from, row.period_to, here.lang)}) · ",
                Words(row.publisher or row.address, to=row.address),
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
    return Provenance.ASSUMPTION


def whence(here: Reading, name: str, now: str | None, sources: Known) -> str:
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


def inputs(here: Reading, sources: Known) -> Table:
    """Every input with its value and where that comes from."""
    lang = here.lang
    cells = [
        (
            line(say(lang, f"input.{name}")),
            strong(_value(here, name, Decimal(now))) if now else quiet("—"),
            line(whence(here, name, now, sources)),
        )
        for name, now in values(here, sources).items()
    ]
    heads = ("planner.input", "table.figure", "table.source")
    columns = tuple(say(lang, key) for key in heads)
    return Table("inputs", columns, tuple(cells), say(lang, "planner.inputs"))


def ends(here: Reading, found: Outcomes) -> list[Said]:
    """What becomes of the queue, in one sentence, and why it is the same where it is."""
    told = [Said(strong(_told(here, found)))]
    evenings = [[day.waiting_after for day in outcome.days] for outcome in found.values()]
    if evenings[0] == evenings[1]:
        told.append(Said(quiet(say(here.lang, "planner.same_queue"))))
    return told


def queue(here: Reading, inputs: Inputs, found: Outcomes) -> tuple[Chart, Said]:
    """Trucks waiting each evening under both plans, with the chance band and what it is."""
    lang = here.lang
    lines = []
    runs = min(100, max(10, RUN_DAYS // inputs.days))
    for plan, outcome in found.items():
        chance = _chance(inputs, plan, runs)
        lines.append(
            Course(
                _name(here, plan),
                [day.waiting_after for day in outcome.days],
                [each.low if each else None for each in chance.waiting],
                [each.high if each else None for each in chance.waiting],
                Fill.DECIDED if plan is Plan.STAY else Fill.OTHER,
            )
        )
    unit = say(lang, "planner.queue_unit")
    chart = Chart(
        "queue",
        f"{say(lang, 'planner.queue')}. {_told(here, found)}",
        lambda theme: queues.over_days(lines, unit, lang, theme),
    )
    return chart, Said(quiet(say(lang, "planner.band", runs=runs)))


@lru_cache(maxsize=64)
def _chance(given: Inputs, plan: Plan, runs: int) -> planner.Band:
    """Kept, because most runs of the page change nothing of it."""
    return planner.band(given, plan, SEED, runs)


def needs(here: Reading, found: Outcomes) -> Table:
    """What each plan needs, line by line; what depends on something unsaid says so."""
    lang = here.lang
    each = list(found.values())
    rows: dict[str, list[Line]] = {
        "planner.ends": [line(_ends(here, outcome)) for outcome in each],
        "planner.roster": [_people(here, outcome.loaders_to_find) for outcome in each],
        **{
            f"planner.beds_{kind}": [_beds(here, outcome, kind) for outcome in each]
            for kind in BedKind
        },
        "planner.crossings": [_daily(here, outcome, "crossings") for outcome in each],
        "planner.checks": [_daily(here, outcome, "health_checks") for outcome in each],
        "planner.cost": [_cost(here, outcome) for outcome in each],
    }
    heads = [_name(here, plan) for plan in found]
    cells = tuple((strong(say(lang, key)), *row) for key, row in rows.items())
    columns = (say(lang, "planner.need"), *heads)
    return Table("needs", columns, cells, say(lang, "planner.needs_alt"))


def unsaid(here: Reading, found: Outcomes) -> list[Said]:
    """What the letter does not say and the numbers above wait for."""
    names = dict.fromkeys(name for outcome in found.values() for name in outcome.unsaid)
    return [
        Said(
            line(say(here.lang, "planner.unsaid", what=say(here.lang, f"input.{name}"))),
            is_note=True,
        )
        for name in names
    ]


def effects(here: Reading, inputs: Inputs, outcomes: Outcomes) -> list[Block]:
    """Which inputs move the queue most, each moved a step down and a step up.

    Once for both plans where it is the same.
    """
    found = {plan: _moving(inputs, plan) for plan in outcomes}
    are_alike = found[Plan.STAY] == found[Plan.SAME_DAY]
    blocks: list[Block] = []
    for plan in [Plan.STAY] if are_alike else list(outcomes):
        name = say(here.lang, "planner.both") if are_alike else _name(here, plan)
        blocks.append(Said(strong(name)))
        if found[plan]:
            blocks += _effects(here, plan, found[plan])
        else:
            is_unsaid = outcomes[plan].queue is Queue.UNKNOWN
            key = "planner.queue_unknown" if is_unsaid else "planner.no_effect"
            blocks.append(Said(quiet(say(here.lang, key))))
    return blocks


def by_day(here: Reading, outcomes: Outcomes) -> list[Block]:
    """Each plan day by day, or week by week over a longer time."""
    blocks: list[Block] = []
    for plan, outcome in outcomes.items():
        blocks.append(Said(strong(_name(here, plan))))
        every = 1 if len(outcome.days) <= EVERY_DAY else 7
        if every > 1:
            blocks.append(Said(quiet(say(here.lang, "planner.weekly"))))
        shown = [day for day in outcome.days if day.day % every == 0 or day is outcome.days[-1]]
        rows = tuple(
            tuple(line(_tally(here, getattr(day, name))) for name in DAY_COLUMNS) for day in shown
        )
        columns = tuple(say(here.lang, f"planner.column_{name}") for name in DAY_COLUMNS)
        alt = say(here.lang, "planner.days_alt")
        blocks.append(Table(f"days-{int(plan)}", columns, rows, alt))
    return blocks


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


def _typed(name: str, written: str | None) -> int | float | None:
    if written is None:
        return None
    return int(written) if ALLOWED[name].whole else float(written)


def _name(here: Reading, plan: Plan) -> str:
    return say(here.lang, "subject.plan", number=int(plan))


def _told(here: Reading, found: Outcomes) -> str:
    """What becomes of the queue under each plan, or under both."""
    ended = {plan: _ends(here, outcome) for plan, outcome in found.items()}
    if len(set(ended.values())) == 1:
        return f"{say(here.lang, 'planner.both')}: {ended[Plan.STAY]}"
    return "; ".join(f"{_name(here, plan)}: {end}" for plan, end in ended.items())


def _ends(here: Reading, outcome: Outcome) -> str:
    if outcome.queue is Queue.GONE:
        return count(here.lang, "planner.gone", outcome.queue_gone_on or 0)
    return say(here.lang, f"planner.queue_{outcome.queue}")


def _people(here: Reading, people: int | None) -> Line:
    if people is None:
        return _unknown(here)
    written = figures.number(people, here.lang)
    return line(figures.with_unit(written, people, Unit.PERSON, 1, here.lang))


def _beds(here: Reading, outcome: Outcome, kind: BedKind) -> Line:
    beds = next((beds for beds in outcome.beds if beds.kind is kind), None)
    if beds is None:
        return line("—")
    if beds.peak is None:
        return _unknown(here)
    peak = figures.number(round(beds.peak), here.lang)
    if beds.are_enough is None:
        return line(peak)
    enough = say(here.lang, "planner.enough" if beds.are_enough else "planner.too_few")
    return line(f"{peak} · {enough}")


def _daily(here: Reading, outcome: Outcome, name: str) -> Line:
    total = outcome.total(name)
    if total is None:
        return _unknown(here)
    return line(figures.number(round(total / len(outcome.days)), here.lang))


def _cost(here: Reading, outcome: Outcome) -> Line:
    if not outcome.cost_parts:
        return line(say(here.lang, "planner.no_price"))
    if outcome.cost is None:
        return _unknown(here)
    scale = 10**6 if outcome.cost >= 10**6 else 1
    written = figures.number(round(outcome.cost / scale), here.lang)
    return line(figures.with_unit(written, 2, Unit.VND, scale, here.lang))


def _unknown(here: Reading) -> Line:
    return quiet(say(here.lang, "planner.unknown"))


def _moving(inputs: Inputs, plan: Plan) -> list[planner.Sensitivity]:
    """The inputs that move the queue most."""
    found = planner.sensitivity(inputs, plan, Target.TRUCK_DAYS)
    return [each for each in found[:SHOWN_EFFECTS] if each.effect]


def _effects(here: Reading, plan: Plan, found: Sequence[planner.Sensitivity]) -> tuple[Said, Table]:
    base = say(here.lang, "planner.effect_base", base=_tally(here, found[0].base))
    heads = tuple(say(here.lang, f"planner.effect_{name}") for name in ("of", "low", "high"))
    rows = tuple(_effect(here, each) for each in found)
    alt = say(here.lang, "planner.effects_alt")
    return Said(quiet(base)), Table(f"effects-{int(plan)}", heads, rows, alt)


def _effect(here: Reading, each: planner.Sensitivity) -> tuple[Line, ...]:
    """The input, and what comes of each of the two values tried."""
    tried = ((each.low, each.at_low), (each.high, each.at_high))
    return (
        line(say(here.lang, f"input.{each.field}")),
        *(
            line(
                f"{_value(here, each.field, Decimal(f'{value:g}'))} → ",
                Words(_tally(here, found), "strong"),
            )
            for value, found in tried
        ),
    )


def _value(here: Reading, name: str, value: Decimal) -> str:
    """A value of an input as readers enter it."""
    if ALLOWED[name].unit == "share":
        return figures.percent(float(value), here.lang)
    return figures.number(value, here.lang)


def _tally(here: Reading, value: float | None) -> str:
    if value is None:
        return say(here.lang, "planner.unknown")
    return figures.number(round(value), here.lang)
