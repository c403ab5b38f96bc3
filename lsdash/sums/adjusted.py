"""A figure after a change of it: exact figures of one unit, the sum marked as ours."""

from dataclasses import replace
from decimal import Decimal

from lsdash.store.rows import FactRow
from lsdash.vocabulary import Basis, Bound, Direction

SIGNS = {Direction.INCREASE: "+", Direction.DECREASE: "−"}


def by(fact: FactRow, change: FactRow) -> FactRow | None:
    """The figure with the change added, which stands where the change stands; None for no sum."""
    sign = SIGNS.get(Direction(change.direction)) if change.direction else None
    exact = fact.bound == change.bound == Bound.EXACT
    if not sign or not exact or _unit(fact) != _unit(change):
        return None
    earlier = fact.formula if fact.is_derived and fact.formula else f"#{fact.value}"
    summed = exactly(fact, fact.value + (change.value if sign == "+" else -change.value))
    return replace(
        summed,
        printed=None,
        basis=str(Basis.DERIVED),
        formula=f"{earlier} {sign} #{change.value}",
        number=change.number,
        signed_on=change.signed_on,
        item=change.item,
        paragraph=change.paragraph,
    )


def is_in_figures(formula: str | None) -> bool:
    """It names no facts of its document and means the same anywhere: `#560 + #20`."""
    return bool(formula) and (formula or "").startswith("#")


def exactly(fact: FactRow, value: Decimal) -> FactRow:
    """The fact with another exact value."""
    scale = max(0, -int(value.as_tuple().exponent))
    digits = int(value.scaleb(scale))
    return replace(fact, low_digits=digits, high_digits=digits, scale_digits=scale)


def _unit(fact: FactRow) -> tuple[str, str | None]:
    return fact.unit, fact.unit_called_vi
