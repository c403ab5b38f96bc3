"""The planner's values in the reader's words."""

from decimal import Decimal

from lsdash.contents.blocks import Line, quiet
from lsdash.contents.reading import Reading
from lsdash.planner import ALLOWED, Plan
from lsdash.text import figures, say


def plan_name(here: Reading, plan: Plan) -> str:
    return say(here.lang, "subject.plan", number=int(plan))


def unknown(here: Reading) -> Line:
    return quiet(say(here.lang, "planner.unknown"))


def input_value(here: Reading, name: str, value: Decimal) -> str:
    """A value of an input as readers enter it."""
    if ALLOWED[name].unit == "share":
        return figures.percent(float(value), here.lang)
    return figures.number(value, here.lang)


def tally(here: Reading, value: float | None) -> str:
    if value is None:
        return say(here.lang, "planner.unknown")
    return figures.number(round(value), here.lang)
