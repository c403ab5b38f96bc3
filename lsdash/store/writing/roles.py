"""What each figure of a document is among the others: a whole, a part, a change, a floor …

Worked out once, when a release is built or carried over, from the facts of one document as rows.
Sentences, shares, charts and files go by the role and never by the place of a figure.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from lsdash.quantities import totals
from lsdash.vocabulary import Basis, Bound, Direction, Measure, Role, Unit

FactOfDocument = Mapping[str, Any]
"""A row of the table `facts`, or as much of it as tells what the figure is."""

BY_DIRECTION = {
    Direction.INCREASE: Role.CHANGE,
    Direction.DECREASE: Role.CHANGE,
    Direction.REACH: Role.REACH,
    Direction.COME_DOWN: Role.COME_DOWN,
}
LEVELS = {
    Bound.AT_LEAST: Role.REACH,
    Bound.MORE_THAN: Role.REACH,
    Bound.EXACT: Role.LEVEL,
    Bound.APPROXIMATELY: Role.LEVEL,
}
"""A level of which only the bound says from which side; one with an upper end comes down to it."""

LIMITS = {
    Bound.AT_MOST: Role.CEILING,
    Bound.LESS_THAN: Role.CEILING,
    Bound.AT_LEAST: Role.FLOOR,
    Bound.MORE_THAN: Role.FLOOR,
}
BY_MEASURE = {
    Measure.STAFF_CEILING: Role.CEILING,
    Measure.STAFF_REDUCTION: Role.CHANGE,
    Measure.ENERGY_TASK: Role.CONTENTS,
}
CONTENTS = (Unit.TASK_GROUP, Unit.OPTION)


def of_document(facts: Sequence[FactOfDocument]) -> list[Role]:
    """The role of each of a document's facts, in their order."""
    wholes = {fact["part_of"] for fact in facts if fact["part_of"]}
    return [_role(fact, facts, wholes) for fact in facts]


def _role(fact: FactOfDocument, facts: Sequence[FactOfDocument], wholes: set[str]) -> Role:
    if fact["role_stated"]:
        return Role(fact["role_stated"])
    if fact["part_of"]:
        return Role.PART
    if fact["basis"] == Basis.DERIVED or fact["slug"] in wholes:
        return Role.WHOLE
    if fact["mandatory"]:
        return Role.OBLIGATION
    if fact["direction"] == Direction.LEVEL:
        return LEVELS.get(fact["bound"], Role.COME_DOWN)
    if fact["direction"]:
        return BY_DIRECTION[fact["direction"]]
    if fact["unit"] in CONTENTS:
        return Role.CONTENTS
    if fact["measure"] in BY_MEASURE:
        return BY_MEASURE[fact["measure"]]
    if fact["bound"] in LIMITS:
        return LIMITS[fact["bound"]]
    return Role.WHOLE if _is_the_sum(fact, facts) else Role.AMOUNT


def _is_the_sum(fact: FactOfDocument, facts: Sequence[FactOfDocument]) -> bool:
    """A total stated beside its members: two or more like figures add up to it.

    Where it is called a total they may come near to it: that it does not close is flagged.
    """
    if fact["bound"] != Bound.EXACT or not fact["high"]:
        return False
    others = [other for other in facts if other is not fact and _is_like(other, fact)]
    if len(others) > 1 and sum(map(_value, others), Decimal(0)) == _value(fact):
        return True
    named = [(other["subject_vi"], _value(other)) for other in others]
    return fact["unit"] != Unit.PERCENT and totals.is_meant(fact["subject_vi"], _value(fact), named)


def _is_like(other: FactOfDocument, fact: FactOfDocument) -> bool:
    """A plain figure of the same measure, unit and option."""
    same = ("measure", "unit", "unit_called_vi", "option")
    return (
        all(other[name] == fact[name] for name in same)
        and other["bound"] == Bound.EXACT
        and other["basis"] == Basis.STATED
        and not other["part_of"]
        and not other["direction"]
        and other["role_stated"] in (None, Role.AMOUNT)
    )


def _value(fact: FactOfDocument) -> Decimal:
    return Decimal(fact["high"]).scaleb(-fact["scale_digits"])
