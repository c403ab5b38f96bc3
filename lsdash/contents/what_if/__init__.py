"""The planner's answers: what is put in, marked by where it comes from, and what follows.

Everything that changes a number here is in the view. What the letter leaves unsaid stays unsaid.
"""

from lsdash.contents.what_if.entries import GROUPS, entered, given, inputs
from lsdash.contents.what_if.plan_needs import by_day, needs, unsaid
from lsdash.contents.what_if.plans import days, outcomes
from lsdash.contents.what_if.sensitivity import effects
from lsdash.contents.what_if.sources import (
    Known,
    known,
    offered,
    provenance,
    source_in_words,
    written,
)
from lsdash.contents.what_if.truck_queue import ends, queue

__all__ = [
    "GROUPS",
    "Known",
    "by_day",
    "days",
    "effects",
    "ends",
    "entered",
    "given",
    "inputs",
    "known",
    "needs",
    "offered",
    "outcomes",
    "provenance",
    "queue",
    "source_in_words",
    "unsaid",
    "written",
]
