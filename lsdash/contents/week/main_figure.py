"""The one figure that tells a document or a subject first, chosen by role."""

from collections.abc import Mapping, Sequence

from lsdash.store.rows import FactRow
from lsdash.sums import beside, wholes
from lsdash.sums.happened import is_new
from lsdash.sums.money import is_income, is_state
from lsdash.vocabulary import FigureKind, Role, Status, Unit

RANKS: Mapping[str, int] = {
    Role.WHOLE: 0,
    Role.AMOUNT: 1,
    Role.CHANGE: 2,
    Role.REACH: 2,
    Role.COME_DOWN: 2,
    Role.LEVEL: 2,
    Role.CEILING: 2,
    Role.FLOOR: 3,
    Role.OBLIGATION: 2,
    Role.CONTENTS: 4,
    Role.PART: 5,
}
"""The whole comes before what it is made of, and how much before how far and of how many things."""

AIMS = frozenset({Role.CHANGE, Role.REACH, Role.COME_DOWN, Role.LEVEL})


def figure(facts: Sequence[FactRow]) -> FactRow | None:
    """The figure that tells most of these, in the order of the document where several do.

    Options are alternatives, and none of them tells the document: None where there is nothing else.
    """
    own = [fact for fact in facts if fact.option is None]
    aside = {fact.slug for fact in beside.columns(own)}
    own = [fact for fact in own if fact.slug not in aside and is_new(fact)] or own
    if not own:
        return None
    budgeted = aim(own)
    if budgeted:
        return budgeted
    best = min(map(_rank, own))
    likely = [fact for fact in own if _rank(fact) == best]
    sums = (wholes.total(of_unit) for of_unit in wholes.by_unit(own))
    totals = [each.fact for each in sums if each and each.fact in likely]
    return next(iter((*totals, *likely)))


def aim(facts: Sequence[FactRow]) -> FactRow | None:
    """The one aim of a plan with a budget: what money is for tells it before how much it is."""
    if not any(fact.kind == FigureKind.MONEY for fact in facts):
        return None
    aims = [
        fact
        for fact in facts
        if fact.status == Status.PLANNED
        and fact.kind != FigureKind.MONEY
        and fact.option is None
        and fact.role in AIMS
    ]
    return aims[0] if len(aims) == 1 else None


def is_alone(fact: FactRow, facts: Sequence[FactRow]) -> bool:
    """No other figure tells as much of these, and this one is no mere limit or count."""
    rivals = [each for each in facts if each.option is None and _rank(each) == _rank(fact)]
    return RANKS[fact.role] <= RANKS[Role.CEILING] and (fact.role == Role.WHOLE or len(rivals) == 1)


def _rank(fact: FactRow) -> tuple[int, bool]:
    """Money goes before other figures of its rank; a limit of money is as good as a sum.

    So much that is to be reached is as good as an amount; a share that is to be is not.
    """
    is_money = fact.kind == FigureKind.MONEY and fact.role != Role.PART
    is_money = is_money and not (is_income(fact) or is_state(fact))
    rank = RANKS[fact.role]
    if fact.role == Role.AMOUNT and fact.unit == Unit.PERCENT and fact.status == Status.PLANNED:
        rank = RANKS[Role.FLOOR]  # what a plan aims at tells it before how things stand
    if fact.role == Role.REACH and fact.unit != Unit.PERCENT:
        rank = RANKS[Role.AMOUNT]
    return min(rank, RANKS[Role.AMOUNT]) if is_money else rank, not is_money
