"""A figure with its bounds, its place in the source, and what it was before."""

from datetime import date
from decimal import Decimal
from typing import Any, Self

from pydantic import (
    Field,
    field_validator,
    model_validator,
)

from lsdash.model.words import FactName, Frozen, Line, Locator, Period, Slug, Text
from lsdash.vocabulary import (
    Basis,
    Bound,
    ChangeKind,
    Direction,
    FigureKind,
    Measure,
    Role,
    Source,
    StaffCondition,
    Unit,
    UnitKind,
)


class Change(Frozen):
    """One entry of the history of a document or of a fact."""

    kind: ChangeKind
    made_on: date
    reason: Text | None = None
    by: Line | None = None
    """Number of the document that makes the change, where one does; `made_on` is then its day."""

    @model_validator(mode="after")
    def has_a_reason(self) -> Self:
        if self.kind is not ChangeKind.NEW and self.reason is None:
            raise ValueError(f"a change of kind {self.kind} needs its reason, in vi and en")
        return self


class Before(Frozen):
    """The figure that a fact takes the place of, as the fact's own document prints it."""

    printed: Line
    low: Decimal | None = None
    high: Decimal | None = None

    @field_validator("low", "high", mode="before")
    @classmethod
    def keeps_its_decimals(cls, value: Any) -> Any:
        return with_its_decimals(value)

    @model_validator(mode="after")
    def can_be_stored(self) -> Self:
        _check_storable(self.low, self.high)
        return self


class Was(Before):
    """A figure as it was recorded before; unit and bound are the fact's own where not given."""

    unit: Unit | None = None
    bound: Bound | None = None


class FactChange(Change):
    """One entry of a fact's history; `was` is none where its figure stayed as it was."""

    was: Was | None = None

    @model_validator(mode="after")
    def was_something(self) -> Self:
        if self.kind is ChangeKind.NEW and self.was is not None:
            raise ValueError("what is new was nothing before")
        return self


class ScannedPages(Frozen):
    """Pages of the files as brought, counted from 1: pictures that a figure was read from."""

    bulletin: int | None = Field(default=None, ge=1, le=10_000)
    paper: int | None = Field(default=None, ge=1, le=10_000)

    @model_validator(mode="after")
    def is_of_some(self) -> Self:
        if self.bulletin is None and self.paper is None:
            raise ValueError("scanned is the page of the bulletin, of the paper, or of both")
        return self


def with_its_decimals(value: Any) -> Any:
    """Quoted in the record, `"6.00"` stays 6.00; a bare float would lose its last zeros."""
    if isinstance(value, float):
        raise ValueError('write a figure with decimals in quotes, as in "6.00"')
    return value


class Fact(Frozen):
    """One published figure, or one that follows from others by a formula."""

    slug: Slug
    measure: Measure
    subject: Text
    kind: FigureKind
    low: Decimal | None = None
    high: Decimal | None = None
    unit: Unit
    unit_called: Text | None = None
    """What a figure in `item` counts, as printed: khẩu trang, masks."""
    bound: Bound
    printed: Line | None = None
    """The figure as printed; none for a derived one."""
    unit_printed: Line | None = None
    """The unit as the head of a table prints it, where none stands beside the figure."""
    role: Role | None = None
    """What it is among the others; where left out, it follows from the other fields."""
    basis: Basis = Basis.STATED
    formula: Line | None = None
    """Slugs of this document's facts joined by ` + `; the build works out low and high."""
    part_of: Slug | None = None
    part_by: Slug | None = None
    """Which further split of that whole it is of; none for the first, by which it is told."""
    option: int | None = Field(default=None, ge=1)
    period: Period | None = None
    deadline: date | None = None
    lead: Text | None = None
    """The agency that is to see to it."""
    amends: FactName | None = None
    """The earlier figure that it changes or takes the place of."""
    before: Before | None = None
    """That earlier figure as this document prints it: "from 510"."""
    baseline: Text | None = None
    direction: Direction | None = None
    unit_class: int | None = Field(default=None, ge=1, le=3)
    """Class of commune-level unit that a staff ceiling holds for."""
    unit_kinds: tuple[UnitKind, ...] = ()
    """Kinds of commune-level unit that a staff rule names; empty where it names none."""
    condition: StaffCondition | None = None
    """What brings a staff rule into play."""
    mandatory: bool = False
    """To be ensured (an obligation), where the text does not merely strive for it."""
    note: Text | None = None
    at: Locator | None = None
    in_paper: Before | None = None
    """The figure as the document itself prints it, where a bulletin told another."""
    scanned: ScannedPages | None = None
    changes: tuple[FactChange, ...] = ()
    """What later releases did to it, oldest first."""

    @field_validator("low", "high", mode="before")
    @classmethod
    def keeps_its_decimals(cls, value: Any) -> Any:
        return with_its_decimals(value)

    @model_validator(mode="after")
    def is_whole(self) -> Self:
        if self.basis is Basis.DERIVED:
            if not self.formula or self.printed or self.at or self.low or self.high:
                raise ValueError("a derived figure has a formula, and no printed, at, low or high")
            if self.scanned:
                raise ValueError("a derived figure was read from no page: it follows its terms")
            if self.changes:
                raise ValueError("a derived figure follows its terms: record the change of a term")
            if self.bound is not Bound.EXACT:
                raise ValueError("a derived figure is a sum of exact ones: its bound is exact")
            return self
        _check_storable(self.low, self.high)
        if self.unit_called and self.unit is not Unit.ITEM:
            raise ValueError(f"unit_called is for a figure in item; this one is in {self.unit}")
        if self.part_by and not self.part_of:
            raise ValueError("part_by is for a part: it needs part_of")
        if self.formula:
            raise ValueError("a stated figure has no formula; set basis: derived if it is ours")
        if not self.printed or not self.at:
            raise ValueError("a stated figure needs printed and at (item, paragraph)")
        problem = bound_problem(self.bound, self.low, self.high)
        if problem:
            raise ValueError(problem)
        if self.in_paper and self.at.source is not Source.BOTH:
            raise ValueError("in_paper is for a figure that both tell: at needs item and paper")
        if self.scanned and not self._tells_what_was_scanned(self.at, self.scanned):
            raise ValueError("scanned is the page of a source that at does not name")
        return self

    @staticmethod
    def _tells_what_was_scanned(at: Locator, scanned: ScannedPages) -> bool:
        return not ((scanned.bulletin and at.item is None) or (scanned.paper and at.paper is None))

    @property
    def phrase(self) -> str:
        """What is printed, with the unit in the head of its table; empty for a derived one."""
        return " ".join(filter(None, (self.printed, self.unit_printed)))

    def as_it_was(self, was: Was) -> "Fact":
        """This fact with the figure that it had before."""
        figure = {"printed": was.printed, "low": was.low, "high": was.high}
        kept = {"unit": was.unit or self.unit, "bound": was.bound or self.bound}
        return self.model_copy(update=figure | kept)


NEEDS_LOW = {Bound.EXACT, Bound.RANGE, Bound.AT_LEAST, Bound.MORE_THAN, Bound.APPROXIMATELY}


NEEDS_HIGH = {
    Bound.EXACT,
    Bound.RANGE,
    Bound.AT_MOST,
    Bound.LESS_THAN,
    Bound.NEARLY,
    Bound.APPROXIMATELY,
}


def _check_storable(*ends: Decimal | None) -> None:
    """Refuse a figure that the release cannot hold: a 64-bit integer and its decimals."""
    for value in ends:
        if value is None:
            continue
        decimals = max(0, -int(value.as_tuple().exponent)) if value.is_finite() else 7
        if decimals > 6 or abs(value.scaleb(decimals)) >= 10**18:
            raise ValueError("a figure has at most six decimals and eighteen digits in all")


def bound_problem(bound: Bound, low: Decimal | None, high: Decimal | None) -> str | None:
    """What is wrong with these ends for this bound, or None. An open end is None, never 0."""
    for name, value, needed in (("low", low, NEEDS_LOW), ("high", high, NEEDS_HIGH)):
        if bound in needed and value is None:
            return f"bound {bound} needs {name}"
        if bound not in needed and value is not None:
            return f"bound {bound} has no {name}"
    if low is not None and high is not None:
        if low > high:
            return f"low {low} is above high {high}"
        if bound is Bound.EXACT and low != high:
            return f"bound exact, but low {low} and high {high} differ"
        if bound is Bound.RANGE and low == high:
            return f"bound range, but low and high are both {low}"
    return None
