"""The inputs of pages that reckon with what a reader enters: choices, numbers in a range."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from lsdash import planner
from lsdash.view.days import day_of
from lsdash.vocabulary import UnitKind


@dataclass(frozen=True)
class Input:
    """One input of a page's own: a choice of codes, a day, a name, or a number in a range."""

    key: str
    default: str | None
    """None: the page must ask, because nothing states it."""
    choices: tuple[str, ...] = ()
    form: str = ""
    """A regular expression for a name that depends on the release."""
    is_day: bool = False
    low: Decimal = Decimal(0)
    high: Decimal = Decimal(0)
    decimals: int = 0
    step: Decimal = Decimal(1)
    is_share: bool = False
    """A share of one in the link, which readers see and enter as a percentage."""

    def read(self, written: str) -> tuple[str | None, bool]:
        """The value meant, and whether it stands as written: a number is clamped to its range."""
        if self.choices:
            return (written, True) if written in self.choices else (self.default, False)
        if self.is_day:
            on = day_of(written)
            return (written, True) if on and on.year in YEARS else (self.default, False)
        if self.form:
            known = re.fullmatch(self.form, written, re.ASCII)
            return (written, True) if known else (self.default, False)
        if not re.fullmatch(r"-?\d{1,12}(\.\d{1,6})?", written, re.ASCII):
            return self.default, False
        value = min(max(Decimal(written), self.low), self.high)
        value = value.quantize(Decimal(1).scaleb(-self.decimals))
        return str(value), value == Decimal(written)


DECIMALS = {"share": 4, "hour": 1}
"""Decimals of the planner's units that are not whole numbers."""


def _of_planner(name: str, allowed: planner.Allowed) -> Input:
    """An input of the planner as one of a page's."""
    decimals = DECIMALS.get(allowed.unit, 0)
    default = None
    if allowed.default is not None:
        default = str(Decimal(str(allowed.default)).quantize(Decimal(1).scaleb(-decimals)))
    return Input(
        name,
        default,
        low=Decimal(str(allowed.low)),
        high=Decimal(str(allowed.high)),
        decimals=decimals,
        step=Decimal(str(allowed.step or 1)),
        is_share=allowed.unit == "share",
    )


YES_NO = ("no", "yes")
RELEASE_ID = r"\d{4}w\d{2}-[0-9a-f]{8}"
WEEK = r"\d{4}-w\d{2}"
DUE = r"all|[0-9]{4}"
"""A year in which something falls due, or every one."""

SLUG = r"[a-z0-9]{1,20}(-[a-z0-9]{1,20}){0,2}"
YEARS = range(2000, 2101)
"""Of a day that a page is asked to show."""

OF_TRUCKS = (Input("trucks", "waiting", ("waiting", "cleared")), Input("unsure", "yes", YES_NO))

INPUTS: Mapping[str, tuple[Input, ...]] = {
    "border_trade": (
        *OF_TRUCKS,
        Input("day", None, is_day=True),
        Input("place", "province", form=SLUG),
    ),
    "border_labor": (
        Input("show", "plans", ("plans", "planner")),
        *OF_TRUCKS,
        *(_of_planner(name, allowed) for name, allowed in planner.ALLOWED.items()),
    ),
    "commune_staff": (
        Input("class", "1", ("1", "2", "3")),
        Input("unit", str(UnitKind.COMMUNE), tuple(map(str, UnitKind))),
        Input("police", "no", YES_NO),
        Input("farmers", "yes", YES_NO),
        Input("sum", "yes", YES_NO),
        Input("present", None, high=Decimal(1000)),
    ),
    "outcomes": (Input("due", "all", form=DUE),),
    "changes": (
        Input("compare", "releases", ("releases", "weeks")),
        Input("old", None, form=RELEASE_ID),
        Input("new", None, form=RELEASE_ID),
        Input("old_week", None, form=WEEK),
        Input("new_week", None, form=WEEK),
    ),
}
"""The inputs of pages that reckon with what a reader enters; all are in the link."""
