"""The queue of trucks evening by evening under each plan, with the chance band."""

from functools import lru_cache

from lsdash import planner
from lsdash.charts import queues
from lsdash.charts.queues import Line as Course
from lsdash.charts.style import Fill
from lsdash.contents.blocks import Chart, Said, quiet, strong
from lsdash.contents.reading import Reading
from lsdash.contents.what_if.plans import Outcomes, ending
from lsdash.contents.what_if.words import plan_name
from lsdash.planner import Inputs, Plan
from lsdash.text import say

SEED = 2020
RUN_DAYS = 3000
"""Days of chance runs in all: fewer runs over a longer time, so that the page stays quick."""


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
                plan_name(here, plan),
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


def _told(here: Reading, found: Outcomes) -> str:
    """What becomes of the queue under each plan, or under both."""
    ended = {plan: ending(here, outcome) for plan, outcome in found.items()}
    if len(set(ended.values())) == 1:
        return f"{say(here.lang, 'planner.both')}: {ended[Plan.STAY]}"
    return "; ".join(f"{plan_name(here, plan)}: {end}" for plan, end in ended.items())
