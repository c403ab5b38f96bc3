"""How much money documents decide, plan or ask for: sums of rows, in which nothing counts twice.

Parts are not counted beside their whole, nor a figure that takes the place of an earlier one; only
exact sums are added, each currency for itself, and options are alternatives. What is not added is
kept apart with the reason.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from lsdash.store.rows import FactRow
from lsdash.sums import beside, wholes
from lsdash.sums.beside import SUMS
from lsdash.vocabulary import Bound, FigureKind, Kind, Role, Status

Name = tuple[str, str]
"""A fact by both slugs, its document's first."""

TELLING = frozenset({Kind.REPORT, Kind.COMMUNIQUE, Kind.MINUTES, Kind.INVITATION})
"""Kinds of document that tell of money and give none."""

RATE = re.compile(
    r"""
    \bmỗi\b | \btrên\ một\b                    # 1.800.000 đồng mỗi người mỗi tháng
    | \b(?:đồng|đ|USD)\s?/                     # 1.800.000 đồng/người
    | /\s?(?:người|hộ|tháng|ngày|giờ|suất|lượt|ca|ha|m2|m3|km|kg|tấn|lít)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Money for each of something is no sum: it would have to be multiplied."""

INCOME = re.compile(
    r"""
    (?:tổng\ |số\ |mức\ )*
    (?: thu\ (?:ngân\ sách|nội\ địa|phí|lệ\ phí|thuế|tiền)   # but not thu hồi đất, thu gom rác
      | nguồn\ thu | doanh\ thu | thu\ nhập | lợi\ nhuận
    )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Beginnings of subjects whose money comes in: nobody is given it."""

STATE = re.compile(
    r"(?:tổng |ước |giá trị |mức )*(?:kim ngạch|dư nợ|nợ xấu|thiệt hại|tổn thất)\b", re.IGNORECASE
)
"""Beginnings of subjects whose money says how things stand, or what was lost."""


class Standing(StrEnum):
    """What becomes of the money."""

    DECIDED = "decided"
    PLANNED = "planned"
    PROPOSED = "proposed"
    TOLD = "told"
    """A report tells of it."""


class Apart(StrEnum):
    """Why a figure is in no sum."""

    LIMIT = "limit"
    """A ceiling, a floor, a range or a round figure."""
    RATE = "rate"
    """So much for each person, month or the like."""
    AIM = "aim"
    """A level to reach, or a change of something that is no figure on record."""
    INCOME = "income"
    """It comes in."""
    STATE = "state"
    """Turnover, debt or loss: how things stand."""
    FINE = "fine"
    """To be paid by who breaks a rule."""
    KEPT = "kept"
    """It stays what an earlier document made it."""
    COLUMN = "column"
    """Of a table: what it was before or so far, a part of another column, or beside the column
    that the document's sentence sums up."""


@dataclass(frozen=True)
class Sum:
    """Exact figures of one currency, added up."""

    terms: tuple[FactRow, ...]

    @property
    def value(self) -> Decimal:
        """In base units."""
        return sum((term.value for term in self.terms), Decimal(0))

    @property
    def unit(self) -> str:
        return self.terms[0].unit

    @property
    def is_derived(self) -> bool:
        """It is ours: no document states it."""
        return len(self.terms) > 1 or self.terms[0].is_derived

    @property
    def scale(self) -> int:
        """The smallest multiplier in which a term is printed, so that none of them is rounded."""
        return min(term.shown_scale for term in self.terms)


@dataclass(frozen=True)
class Amended:
    """A figure of a document that changes an earlier one: no money beside it."""

    by: FactRow
    was: FactRow
    now: FactRow

    @property
    def difference(self) -> Decimal | None:
        """By how much the earlier one goes up or down; None where one of them is not exact."""
        exact = self.was.bound == self.now.bound == Bound.EXACT
        return self.now.value - self.was.value if exact and self.was.unit == self.now.unit else None


@dataclass(frozen=True)
class Money:
    """The money of one standing."""

    sums: tuple[Sum, ...] = ()
    """One a currency, the currency of the country first."""
    alternatives: tuple[tuple[Sum, ...], ...] = ()
    """Documents of which one option will be taken: a sum an option."""
    amended: tuple[Amended, ...] = ()
    apart: tuple[tuple[Apart, FactRow], ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.sums or self.alternatives or self.amended or self.apart)


def is_rate(fact: FactRow) -> bool:
    """Money for each person, month or the like, which is no sum."""
    told = " ".join(filter(None, (fact.printed, fact.subject_vi, fact.note_vi)))
    return fact.kind == FigureKind.MONEY and RATE.search(told) is not None


def is_income(fact: FactRow) -> bool:
    """Money that comes in, which nobody is given."""
    return fact.kind == FigureKind.MONEY and INCOME.match(fact.subject_vi) is not None


def is_state(fact: FactRow) -> bool:
    """Money that says how things stand, or what was lost: nobody is given it either."""
    return fact.kind == FigureKind.MONEY and STATE.match(fact.subject_vi) is not None


def reckon(
    facts: Iterable[FactRow], amended: Mapping[Name, Amended] | None = None
) -> Mapping[Standing, Money]:
    """The money of these documents; `amended` are their figures that change earlier ones, by name.

    Every figure of money that stands for itself is found in the answer once.
    """
    by_standing: dict[Standing, list[FactRow]] = defaultdict(list)
    for fact in facts:
        if fact.kind == FigureKind.MONEY:
            by_standing[_standing(fact)].append(fact)
    return {standing: _money(by_standing.get(standing, []), amended or {}) for standing in Standing}


def _standing(fact: FactRow) -> Standing:
    return Standing.TOLD if fact.document_kind in TELLING else Standing(Status(fact.status))


def _money(facts: Sequence[FactRow], amended: Mapping[Name, Amended]) -> Money:
    changing = [amended[_name(fact)] for fact in facts if _name(fact) in amended]
    others = [fact for fact in facts if _name(fact) not in amended and not _of_one(fact, amended)]
    terms: list[FactRow] = []
    apart, others = _without_beside(others)
    for fact in _each_once([fact for fact in others if fact.option is None]):
        why = _apart(fact)
        if why:
            apart.append((why, fact))
        else:
            terms.append(fact)
    alternatives = []
    for own in _by_document([fact for fact in others if fact.option is not None]):
        apart += [(why, fact) for fact in own if (why := _apart(fact))]
        alternatives.append(_options([fact for fact in own if not _apart(fact)]))
    return Money(_sums(terms), tuple(filter(None, alternatives)), tuple(changing), tuple(apart))


def _without_beside(
    facts: Sequence[FactRow],
) -> tuple[list[tuple[Apart, FactRow]], list[FactRow]]:
    """What stands beside what is decided, and the others: a part goes with its whole."""
    apart: list[tuple[Apart, FactRow]] = []
    others: list[FactRow] = []
    for own in _by_document(facts):
        tops = wholes.tops(own)
        why = {fact.slug: Apart.COLUMN for fact in beside.columns(own)}
        why |= {fact.slug: Apart.FINE for fact in tops if beside.is_fine(fact)}
        why |= {fact.slug: Apart.KEPT for fact in tops if beside.is_kept(fact)}
        apart += [(why[fact.slug], fact) for fact in own if fact.slug in why]
        left = {fact.slug for fact in beside.with_parts(own, why)}
        others += [fact for fact in own if fact.slug not in left]
    return apart, others


def _of_one(fact: FactRow, amended: Mapping[Name, Amended]) -> bool:
    """It is a part of a figure that changes an earlier one, and no new money either."""
    return bool(fact.part_of) and (fact.decision, fact.part_of) in amended


def _each_once(facts: Sequence[FactRow]) -> list[FactRow]:
    """The figures that stand for themselves: a stated total for its parts, never both."""
    found: list[FactRow] = []
    whole = {_name(fact) for fact in facts if not (fact.is_derived or _apart(fact))}
    tops = [fact for fact in facts if not _is_part_elsewhere(fact, facts, whole)]
    for own in _by_document(tops):
        for of_unit in wholes.by_unit(own):
            for measure in dict.fromkeys(fact.measure for fact in of_unit):
                like = [fact for fact in of_unit if fact.measure == measure]
                plain = [fact for fact in like if fact.role in SUMS and not _apart(fact)]
                found += wholes.counted(plain)
                found += [fact for fact in like if fact not in plain]
    return found


def _is_part_elsewhere(fact: FactRow, facts: Sequence[FactRow], whole: Collection[Name]) -> bool:
    """A part of a figure that is added, in another unit or of another measure than that."""
    return (fact.decision, fact.part_of) in whole and any(
        _name(each) == (fact.decision, fact.part_of)
        and (wholes.unit(each), each.measure) != (wholes.unit(fact), fact.measure)
        for each in facts
    )


def _apart(fact: FactRow) -> Apart | None:
    if is_rate(fact):
        return Apart.RATE
    if is_income(fact):
        return Apart.INCOME
    if is_state(fact):
        return Apart.STATE
    if fact.role in (Role.CEILING, Role.FLOOR):
        return Apart.LIMIT
    if fact.role not in SUMS:
        return Apart.AIM
    return None if fact.bound == Bound.EXACT else Apart.LIMIT


def _sums(terms: Sequence[FactRow]) -> tuple[Sum, ...]:
    by_unit = wholes.by_unit(sorted(terms, key=lambda fact: fact.unit != "vnd"))
    return tuple(Sum(tuple(own)) for own in by_unit)


def _options(facts: Sequence[FactRow]) -> tuple[Sum, ...]:
    """A sum an option, in the currency of the first figure; each figure once."""
    found = []
    for option in sorted({fact.option for fact in facts if fact.option is not None}):
        own = [fact for fact in facts if fact.option == option and fact.unit == facts[0].unit]
        counted = wholes.counted([replace(fact, option=None) for fact in own])
        slugs = {fact.slug for fact in counted}
        if slugs:
            found.append(Sum(tuple(fact for fact in own if fact.slug in slugs)))
    return tuple(found)


def _by_document(facts: Sequence[FactRow]) -> list[list[FactRow]]:
    documents = dict.fromkeys(fact.decision for fact in facts)
    return [[fact for fact in facts if fact.decision == slug] for slug in documents]


def _name(fact: FactRow) -> Name:
    return fact.decision, fact.slug
