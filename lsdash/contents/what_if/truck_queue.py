"""The queue of trucks evening by evening under each plan, with the chance band."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from decimal import Decimal
from functools import lru_cache

from lsdash import planner
from lsdash.charts import queues
from lsdash.charts.queues import Line as Course
from lsdash.charts.style import Fill
from lsdash.contents.blocks import Chart, Said, line, quiet, strong
from lsdash.contents.reading import Reading
from lsdash.contents.what_if.plans import Outcomes, ending
from lsdash.contents.what_if.words import plan_name, tally
from lsdash.planner import Inputs, Plan, Queue
from lsdash.text import figures, say

SEED = 2020
RUN_DAYS = 3000
"""Days of chance runs in all: fewer runs over a longer time, so that the page stays quick."""


def ends(here: Reading, inputs: Inputs, found: Outcomes) -> list[Said]:
    """What becomes of the queue, what it would take to fall, and why it is the same where it is."""
    told = [Said(strong(_told(here, found)))]
    told += [Said(line(each)) for each in _to_fall(here, inputs, found)]
    if _are_alike(found):
        told.append(Said(quiet(say(here.lang, "planner.same_queue"))))
    return told


def _are_alike(found: Outcomes) -> bool:
    one, other = ([day.waiting_after for day in outcome.days] for outcome in found.values())
    return one == other


def _to_fall(here: Reading, inputs: Inputs, found: Outcomes) -> list[str]:
    """What it would take, where a queue does not fall: more loaded a day, or more people."""
    stuck = [plan for plan, each in found.items() if each.queue in (Queue.GROWS, Queue.LEVEL)]
    if not stuck:
        return []
    lang, most = here.lang, planner.capacity(inputs)
    if most > inputs.trucks_arriving:
        people = {plan: found[plan].loaders_to_find for plan in stuck}
        return [
            say(lang, "planner.people_short", plan=plan_name(here, plan), n=tally(here, number))
            for plan, number in people.items()
        ]
    ways = [
        say(lang, f"planner.by_{name}", n=figures.number(Decimal(f"{value:g}"), lang))
        for name, value in asdict(planner.to_fall(inputs)).items()
        if value is not None
    ]
    return [
        say(
            lang,
            "planner.to_fall" if ways else "planner.cannot_fall",
            arriving=tally(here, inputs.trucks_arriving),
            most=tally(here, most),
            ways=say(lang, "planner.or").join(ways),
        )
    ]


def queue(here: Reading, inputs: Inputs, found: Outcomes) -> tuple[Chart, Said]:
    """Trucks waiting each evening under both plans, with the chance band and what it is."""
    lang = here.lang
    lines: list[Course] = []
    runs = min(100, max(10, RUN_DAYS // inputs.days))
    for plan, outcome in found.items():
        chance = _chance(inputs, plan, runs)
        lines.append(
            Course(
                plan_name(here, plan),
                [day.waiting_after for day in outcome.days],
                [each.low if each else None for each in chance.waiting],
                [each.high if each else None for each in chance.waiting],
                Fill.DECIDED if plan is Plan.STAY else Fill.OTHER,
            )
        )
    if _are_alike(found):
        lines = [_one_line(lines, say(lang, "planner.both"))]
    unit = say(lang, "planner.queue_unit")
    chart = Chart(
        "queue",
        f"{say(lang, 'planner.queue')}. {_told(here, found)}",
        lambda theme: queues.over_days(lines, unit, lang, theme),
    )
    return chart, Said(quiet(say(lang, "planner.band", runs=runs)))


def _one_line(lines: Sequence[Course], label: str) -> Course:
    """Two plans with the same queue as one line, with as wide a band as either's."""
    low = [[each.low[at] for each in lines] for at in range(len(lines[0].low))]
    high = [[each.high[at] for each in lines] for at in range(len(lines[0].high))]
    return replace(
        lines[0],
        label=label,
        low=[min(known) if (known := _known(pair)) else None for pair in low],
        high=[max(known) if (known := _known(pair)) else None for pair in high],
    )


def _known(values: Sequence[float | None]) -> list[float]:
    return [value for value in values if value is not None]


@lru_cache(maxsize=64)
def _chance(given: Inputs, plan: Plan, runs: int) -> planner.Band:
    """Kept, because most runs of the page change nothing of it."""
    return planner.band(given, plan, SEED, runs)


def _told(here: Reading, found: Outcomes) -> str:
    """What becomes of the queue under each plan, or under both."""
    ended = {plan: ending(here, outcome) for plan, outcome in found.items()}
    if len(set(ended.values())) == 1:
        return f"{say(here.lang, 'planner.both')}: {ended[Plan.STAY]}"
    return "; ".join(f"{plan_name(here, plan)}: {end}" for plan, end in ended.items())
