"""The planner's answers: what is put in, marked by where it comes from, and what follows.

Everything that changes a number here is in the view. What the letter leaves unsaid stays unsaid.
"""

from collections.abc import Mapping
from decimal import Decimal

from lsdash import planner
from lsdash.charts import queues
from lsdash.charts.queues import Line as Course
from lsdash.charts.style import Fill
from lsdash.contents.blocks import (
    Chart,
    Line,
    Listed,
    Said,
    Table,
    Words,
    line,
    quiet,
    strong,
    text_of,
)
from lsdash.contents.reading import Reading
from lsdash.planner import ALLOWED, BedKind, Day, Inputs, Outcome, Plan, Provenance, Queue, Target
from lsdash.store import read
from lsdash.store.read import DecisionRow, ObservationRow
from lsdash.text import count, figures, say
from lsdash.vocabulary import Unit

GROUPS: Mapping[str, tuple[str, ...]] = {
    "trucks": ("days", "trucks_waiting", "trucks_arriving", "gate_hours", "minutes_per_truck"),
    "loaders": ("crew_size", "crews", "roster", "symptom_chance", "symptom_isolation_days"),
    "stay": ("stay_days", "early_leave_share", "early_quarantine_days", "full_stay_isolation_days"),
    "day": ("gate_isolation_days",),
    "beds": ("beds_across", "beds_gate", "beds_quarantine"),
    "prices": tuple(planner.PRICED),
}
"""The planner's inputs as a reader meets them."""

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
SEED, SHOWN_EFFECTS = 2020, 5
RUN_DAYS = 3000
"""Days of chance runs in all: fewer runs over a longer time, so that the page stays quick."""

Outcomes = Mapping[Plan, Outcome]


def given(here: Reading) -> Inputs:
    """The inputs as the view has them, those left out at their defaults."""
    names = [name for group in GROUPS.values() for name in group]
    return Inputs.clamped({name: _typed(name, here.view.input(name)) for name in names})[0]


def outcomes(inputs: Inputs) -> Outcomes:
    return {plan: planner.run(inputs, plan) for plan in Plan}


def days(here: Reading) -> list[tuple[Plan, Day]]:
    """Both plans day by day."""
    found = outcomes(given(here))
    return [(plan, day) for plan, outcome in found.items() for day in outcome.days]


def entered(here: Reading, letter: DecisionRow) -> list[tuple[str, str | None, str | None]]:
    """Every input as (name, value as the link writes it, where the value comes from)."""
    rows = reported(here, letter)
    names = [name for group in GROUPS.values() for name in group]
    return [(name, here.view.input(name), provenance(here, name, rows)) for name in names]


def reported(here: Reading, letter: DecisionRow) -> dict[str, ObservationRow]:
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


def provenance(here: Reading, name: str, rows: Mapping[str, ObservationRow]) -> Provenance | None:
    """Where the value that stands now comes from; None while the reader has to give one."""
    now = here.view.input(name)
    if now is None:
        return None
    if name in rows and Decimal(now) == rows[name].value:
        return Provenance.PRESS
    if ALLOWED[name].provenance is Provenance.STATED and now == _default(name):
        return Provenance.STATED
    return Provenance.ASSUMPTION


def inputs(here: Reading, letter: DecisionRow) -> Table:
    """Every input with its value and where that comes from."""
    lang = here.lang
    cells = []
    for name, now, source in entered(here, letter):
        told = say(lang, f"provenance.{source}") if source else say(lang, "planner.to_give")
        value = strong(figures.number(Decimal(now), lang)) if now else quiet("—")
        cells.append((line(say(lang, f"input.{name}")), value, line(told)))
    heads = ("planner.input", "table.figure", "table.source")
    columns = tuple(say(lang, key) for key in heads)
    return Table("inputs", columns, tuple(cells), say(lang, "planner.inputs"))


def queue(here: Reading, inputs: Inputs, found: Outcomes) -> tuple[Chart, Said]:
    """Trucks waiting each evening under both plans, with the chance band and what it is."""
    lang = here.lang
    lines = []
    runs = min(100, max(10, RUN_DAYS // inputs.days))
    for plan, outcome in found.items():
        chance = planner.band(inputs, plan, SEED, runs)
        lines.append(
            Course(
                say(lang, "subject.plan", number=int(plan)),
                [day.waiting_after for day in outcome.days],
                [each.low if each else None for each in chance.waiting],
                [each.high if each else None for each in chance.waiting],
                Fill.DECIDED if plan is Plan.STAY else Fill.OTHER,
            )
        )
    told = "; ".join(
        f"{say(lang, 'subject.plan', number=int(plan))}: {text_of(_ends(here, outcome))}"
        for plan, outcome in found.items()
    )
    unit = say(lang, "planner.queue_unit")
    chart = Chart(
        "queue",
        f"{say(lang, 'planner.queue')}. {told}",
        lambda theme: queues.over_days(lines, unit, lang, theme),
    )
    return chart, Said(line(say(lang, "planner.band", runs=runs)))


def needs(here: Reading, found: Outcomes) -> Table:
    """What each plan needs, line by line; what depends on something unsaid says so."""
    lang = here.lang
    each = list(found.values())
    rows: dict[str, list[Line]] = {
        "planner.ends": [_ends(here, outcome) for outcome in each],
        "planner.roster": [_people(here, outcome.loaders_to_find) for outcome in each],
        **{
            f"planner.beds_{kind}": [_beds(here, outcome, kind) for outcome in each]
            for kind in BedKind
        },
        "planner.crossings": [_daily(here, outcome, "crossings") for outcome in each],
        "planner.checks": [_daily(here, outcome, "health_checks") for outcome in each],
        "planner.cost": [_cost(here, outcome) for outcome in each],
    }
    heads = [say(lang, "subject.plan", number=int(plan)) for plan in found]
    cells = tuple((strong(say(lang, key)), *row) for key, row in rows.items())
    alt = say(lang, "planner.needs_alt")
    return Table("needs", (" ", *heads), cells, alt, side_by_side=True)


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


def effects(here: Reading, inputs: Inputs, plan: Plan) -> Listed | None:
    """Which inputs move the queue most, each moved a step down and a step up."""
    found = planner.sensitivity(inputs, plan, Target.TRUCK_DAYS)
    told = [each for each in found if each.effect][:SHOWN_EFFECTS]
    return Listed(tuple(line(_effect(here, each)) for each in told)) if told else None


def by_day(here: Reading, outcome: Outcome) -> Table:
    """One plan day by day."""

    def cell(value: float | None) -> Line:
        if value is None:
            return line(say(here.lang, "planner.unknown"))
        return line(figures.number(round(value), here.lang))

    rows = tuple(tuple(cell(getattr(day, name)) for name in DAY_COLUMNS) for day in outcome.days)
    columns = tuple(say(here.lang, f"planner.column_{name}") for name in DAY_COLUMNS)
    return Table("days", columns, rows, say(here.lang, "planner.by_day"), side_by_side=True)


def _typed(name: str, written: str | None) -> int | float | None:
    if written is None:
        return None
    return int(written) if ALLOWED[name].whole else float(written)


def _default(name: str) -> str | None:
    default = ALLOWED[name].default
    return None if default is None else str(int(default))


def _ends(here: Reading, outcome: Outcome) -> Line:
    if outcome.queue is Queue.GONE:
        return line(count(here.lang, "planner.gone", outcome.queue_gone_on or 0))
    return line(say(here.lang, f"planner.queue_{outcome.queue}"))


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
    written = figures.number(round(outcome.cost), here.lang)
    return line(figures.with_unit(written, 2, Unit.VND, 1, here.lang))


def _unknown(here: Reading) -> Line:
    return quiet(say(here.lang, "planner.unknown"))


def _effect(here: Reading, each: planner.Sensitivity) -> str:
    def number(value: float | None) -> str:
        return "?" if value is None else figures.number(round(value), here.lang)

    def tried(value: float) -> str:
        return figures.number(Decimal(f"{value:g}"), here.lang)

    return say(
        here.lang,
        "planner.effect",
        what=say(here.lang, f"input.{each.field}"),
        low=tried(each.low),
        high=tried(each.high),
        at_low=number(each.at_low),
        at_high=number(each.at_high),
        base=number(each.base),
    )
