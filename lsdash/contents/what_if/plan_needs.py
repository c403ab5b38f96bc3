"""What each plan needs, in all and day by day."""

from lsdash.contents.blocks import Block, Line, Said, Table, line, quiet, strong
from lsdash.contents.reading import Reading
from lsdash.contents.what_if.plans import Outcomes, ending
from lsdash.contents.what_if.words import plan_name, tally, unknown
from lsdash.planner import BedKind, Outcome
from lsdash.text import figures, say
from lsdash.vocabulary import Unit

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


def needs(here: Reading, found: Outcomes) -> Table:
    """What each plan needs, line by line; what depends on something unsaid says so."""
    lang = here.lang
    each = list(found.values())
    rows: dict[str, list[Line]] = {
        "planner.ends": [line(ending(here, outcome)) for outcome in each],
        "planner.roster": [_people(here, outcome.loaders_to_find) for outcome in each],
        **{
            f"planner.beds_{kind}": [_beds(here, outcome, kind) for outcome in each]
            for kind in BedKind
        },
        "planner.crossings": [_daily(here, outcome, "crossings") for outcome in each],
        "planner.checks": [_daily(here, outcome, "health_checks") for outcome in each],
        "planner.cost": [_cost(here, outcome) for outcome in each],
    }
    heads = [plan_name(here, plan) for plan in found]
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


def by_day(here: Reading, outcomes: Outcomes) -> list[Block]:
    """Each plan day by day, or week by week over a longer time."""
    blocks: list[Block] = []
    for plan, outcome in outcomes.items():
        blocks.append(Said(strong(plan_name(here, plan))))
        every = 1 if len(outcome.days) <= EVERY_DAY else 7
        if every > 1:
            blocks.append(Said(quiet(say(here.lang, "planner.weekly"))))
        shown = [day for day in outcome.days if day.day % every == 0 or day is outcome.days[-1]]
        rows = tuple(
            tuple(line(tally(here, getattr(day, name))) for name in DAY_COLUMNS) for day in shown
        )
        columns = tuple(say(here.lang, f"planner.column_{name}") for name in DAY_COLUMNS)
        alt = say(here.lang, "planner.days_alt")
        blocks.append(Table(f"days-{int(plan)}", columns, rows, alt))
    return blocks


def _people(here: Reading, people: int | None) -> Line:
    if people is None:
        return unknown(here)
    written = figures.number(people, here.lang)
    return line(figures.with_unit(written, people, Unit.PERSON, 1, here.lang))


def _beds(here: Reading, outcome: Outcome, kind: BedKind) -> Line:
    beds = next((beds for beds in outcome.beds if beds.kind is kind), None)
    if beds is None:
        return line("—")
    if beds.peak is None:
        return unknown(here)
    peak = figures.number(round(beds.peak), here.lang)
    if beds.are_enough is None:
        return line(peak)
    enough = say(here.lang, "planner.enough" if beds.are_enough else "planner.too_few")
    return line(f"{peak} · {enough}")


def _daily(here: Reading, outcome: Outcome, name: str) -> Line:
    total = outcome.total(name)
    if total is None:
        return unknown(here)
    return line(figures.number(round(total / len(outcome.days)), here.lang))


def _cost(here: Reading, outcome: Outcome) -> Line:
    if not outcome.cost_parts:
        return line(say(here.lang, "planner.no_price"))
    if outcome.cost is None:
        return unknown(here)
    scale = 10**6 if outcome.cost >= 10**6 else 1
    written = figures.number(round(outcome.cost / scale), here.lang)
    return line(figures.with_unit(written, 2, Unit.VND, scale, here.lang))
