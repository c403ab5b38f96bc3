"""Which figures are wholes and of what, by their roles, so that nothing is counted twice.

Facts come as rows of one measure; those of different units or options are never added.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from lsdash.store.rows import FactRow
from lsdash.vocabulary import LOOSE, Bound, Role

NO_LEVELS = (Role.CHANGE, Role.CONTENTS)
"""Roles of figures that say neither how much nor how far: by how much, and of how many things."""


@dataclass(frozen=True)
class Whole:
    """A sum and what it is the sum of; `members` are empty where it is told alone."""

    fact: FactRow
    members: tuple[FactRow, ...]

    @property
    def closes(self) -> bool:
        return closes(self.fact, self.members)


@dataclass(frozen=True)
class Added:
    """Figures added up end by end; an end that is open for one of them is open for all."""

    low: Decimal | None
    high: Decimal | None
    bound: Bound


def levels(facts: Sequence[FactRow]) -> list[FactRow]:
    """The figures that say how much there is, without changes and counts of contents."""
    return [fact for fact in facts if fact.role not in NO_LEVELS]


def changes(facts: Sequence[FactRow]) -> list[FactRow]:
    return [fact for fact in facts if fact.role == Role.CHANGE]


def unit(fact: FactRow) -> tuple[str, str | None]:
    """What it counts: one unit is one axis and one sum."""
    return fact.unit, fact.unit_called_vi


def by_unit(facts: Sequence[FactRow]) -> list[list[FactRow]]:
    """The facts of each unit, in the order in which the units come."""
    units = dict.fromkeys(map(unit, facts))
    return [[fact for fact in facts if unit(fact) == each] for each in units]


def is_exact(fact: FactRow) -> bool:
    return fact.bound == Bound.EXACT


def parts(whole: FactRow, facts: Sequence[FactRow]) -> list[FactRow]:
    """What the document calls parts of this figure, in its unit, by its first split."""
    return [fact for fact in _all_parts(whole, facts) if fact.part_by is None]


def further_splits(whole: FactRow, facts: Sequence[FactRow]) -> list[list[FactRow]]:
    """The other ways in which the same figure is split: by district beside by purpose."""
    found: dict[str, list[FactRow]] = {}
    for fact in _all_parts(whole, facts):
        if fact.part_by:
            found.setdefault(fact.part_by, []).append(fact)
    return list(found.values())


def _all_parts(whole: FactRow, facts: Sequence[FactRow]) -> list[FactRow]:
    return [
        fact
        for fact in levels(facts)
        if (fact.decision, fact.part_of) == (whole.decision, whole.slug)
        and unit(fact) == unit(whole)
    ]


def parts_elsewhere(whole: FactRow, facts: Sequence[FactRow]) -> list[FactRow]:
    """What the document calls parts of this figure in another unit: dollars of a sum in đồng."""
    return [
        fact
        for fact in levels(facts)
        if (fact.decision, fact.part_of) == (whole.decision, whole.slug)
        and unit(fact) != unit(whole)
    ]


def tops(facts: Sequence[FactRow]) -> list[FactRow]:
    """The levels that are part of none of the others, whatever their units."""
    known = {(fact.decision, fact.slug) for fact in facts}
    return [
        fact
        for fact in levels(facts)
        if not fact.part_of or (fact.decision, fact.part_of) not in known
    ]


def total(facts: Sequence[FactRow]) -> Whole | None:
    """The figure that sums up all the others of its unit; None where there is none.

    One that the document states comes before one that is derived.
    """
    highest = tops(facts)
    wholes = [fact for fact in highest if fact.role == Role.WHOLE]
    for fact in sorted(wholes, key=lambda each: each.is_derived):
        members = _members(fact, highest, facts)
        if members is not None:
            return Whole(fact, tuple(members))
    return None


def _members(
    fact: FactRow, highest: Sequence[FactRow], facts: Sequence[FactRow]
) -> list[FactRow] | None:
    """What the figure is the sum of; None where it is a sum beside others."""
    beside = [
        each
        for each in highest
        if each is not fact
        and (unit(each), each.option) == (unit(fact), fact.option)
        and not (each.role == Role.WHOLE and each.is_derived)
    ]
    own = parts(fact, facts)
    if own:
        return None if beside else own
    named = _terms(fact, facts)
    if named or len(beside) > 1:
        return named or beside
    is_alone = not fact.is_derived and all(each.role != Role.WHOLE for each in beside)
    return [] if is_alone else None  # of what it is the sum is not told; a whole is no member


def _terms(fact: FactRow, facts: Sequence[FactRow]) -> list[FactRow]:
    """The facts that its formula names: by slug, or another document's by both slugs."""
    names = [term.strip() for term in (fact.formula or "").split("+")]
    return [
        each
        for each in levels(facts)
        if (each.decision == fact.decision and each.slug in names)
        or f"{each.decision}/{each.slug}" in names
    ]


def closes(whole: FactRow, members: Sequence[FactRow]) -> bool:
    """Exact figures of one unit, none below nought, that add up to the whole."""
    return (
        bool(members)
        and all(is_exact(fact) and fact.value >= 0 for fact in (whole, *members))
        and {unit(fact) for fact in members} == {unit(whole)}
        and whole.value > 0
        and sum((fact.value for fact in members), Decimal(0)) == whole.value
    )


def is_older(whole: FactRow, members: Sequence[FactRow]) -> bool:
    """A member was changed after the whole was stated, which tells what they came to before."""
    return not whole.is_derived and any(fact.signed_on > whole.signed_on for fact in members)


def disagree(whole: FactRow, members: Sequence[FactRow], among: Sequence[FactRow]) -> bool:
    """Exact members that come to something else, none of them in another unit.

    `among` are the figures of the document, in every unit.
    """
    return (
        bool(members)
        and all(map(is_exact, (whole, *members)))
        and not closes(whole, members)
        and not parts_elsewhere(whole, among)
    )


def counted(facts: Sequence[FactRow]) -> list[FactRow]:
    """The figures of one document that make up its sum, each counted once.

    A total that the document states stands for its members; options are alternatives and left out.
    """
    own = [fact for fact in facts if fact.option is None]
    found = total(own)
    if found and not found.fact.is_derived:
        return [found.fact]
    return [fact for fact in tops(own) if not (fact.role == Role.WHOLE and fact.is_derived)]


def added(facts: Sequence[FactRow]) -> Added | None:
    """The sum of figures of one unit; None where nothing can be said of it.

    Ceilings make it a ceiling, floors a floor, ranges a range: it is exact only of exact ones.
    """
    low = _sum([fact.low for fact in facts])
    high = _sum([fact.high for fact in facts])
    if not facts or (low is None and high is None):
        return None
    if low is None:
        return Added(None, high, Bound.AT_MOST)
    if high is None:
        return Added(low, None, Bound.AT_LEAST)
    if low != high:
        return Added(low, high, Bound.RANGE)
    loose = any(fact.bound in LOOSE for fact in facts)
    return Added(low, high, Bound.APPROXIMATELY if loose else Bound.EXACT)


def _sum(ends: Sequence[Decimal | None]) -> Decimal | None:
    known = [end for end in ends if end is not None]
    return sum(known, Decimal(0)) if len(known) == len(ends) else None
