"""Both plans worked out, and how the queue of each ends."""

from collections.abc import Mapping

from lsdash import planner
from lsdash.contents.reading import Reading
from lsdash.contents.what_if.entries import given
from lsdash.contents.what_if.sources import known
from lsdash.planner import Day, Inputs, Outcome, Plan, Queue
from lsdash.store.rows import DecisionRow
from lsdash.text import count, say

Outcomes = Mapping[Plan, Outcome]


def outcomes(inputs: Inputs) -> Outcomes:
    return {plan: planner.run(inputs, plan) for plan in Plan}


def days(here: Reading, letter: DecisionRow) -> list[tuple[Plan, Day]]:
    """Both plans day by day."""
    found = outcomes(given(here, known(here, letter)))
    return [(plan, day) for plan, outcome in found.items() for day in outcome.days]


def ending(here: Reading, outcome: Outcome) -> str:
    if outcome.queue is Queue.GONE:
        return count(here.lang, "planner.gone", outcome.queue_gone_on or 0)
    return say(here.lang, f"planner.queue_{outcome.queue}")
