"""What a build finds odd by rule, with its evidence. Nothing is mended: it is shown.

A found flag carries its rule and the values that prove it; the words are the interface's.
"""

import csv
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import accumulate, islice
from operator import itemgetter
from pathlib import Path
from typing import Protocol

from lsdash import quantities
from lsdash.errors import RecordError, RecordErrors
from lsdash.model import Bulletin, Decision, Fact, Text, ascii_slug
from lsdash.quantities import totals
from lsdash.records import standing
from lsdash.vocabulary import SYMBOLS, Basis, Bound, FlagRule, Kind, PeriodBasis, Role, Unit

SATURDAY = 5
Odd = tuple[FlagRule, dict[str, str]]
"""A rule with the evidence that it found."""

_Number = tuple[date, int, str]
"""Day, number, and the document where it is known: what points of one series and year differ in."""

KIND_WORDS = {
    "quyet-dinh": Kind.DECISION,
    "ke-hoach": Kind.PLAN,
    "cong-van": Kind.OFFICIAL_LETTER,
    "chi-thi": Kind.DIRECTIVE,
    "nghi-quyet": Kind.RESOLUTION,
    "thong-bao": Kind.NOTICE,
    "to-trinh": Kind.SUBMISSION,
    "bao-cao": Kind.REPORT,
    "cong-dien": Kind.TELEGRAM,
}


@dataclass(frozen=True)
class Found:
    """A flag found by rule. `evidence` holds ISO dates, numbers as printed and plain strings."""

    decision: str
    rule: FlagRule
    fact: str | None = None
    evidence: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class SeriesPoint:
    """A number known to have been given out in a yearly series on a day."""

    series: str
    number: int
    signed_on: date
    document: str = ""
    """The number in full where a bulletin at hand gives it; empty where it is known elsewhere."""


class Series:
    """The numbers known of every series and year, to hold one against those of later days."""

    def __init__(self, points: Iterable[SeriesPoint]) -> None:
        self._numbers: dict[tuple[str, int], list[_Number]] = defaultdict(list)
        for it in points:
            year = self._numbers[it.series, it.signed_on.year]
            year.append((it.signed_on, it.number, it.document))
        self._lowest: dict[tuple[str, int], list[int]] = {}
        for name, year in self._numbers.items():
            year.sort()
            lowest = list(accumulate((number for _, number, _ in reversed(year)), min))
            self._lowest[name] = lowest[::-1]

    def against(self, own: SeriesPoint) -> _Number | None:
        """The first number of a later day that is lower, though numbers should rise with days."""
        name = own.series, own.signed_on.year
        year, lowest = self._numbers.get(name, []), self._lowest.get(name, [])
        later = bisect_right(year, own.signed_on, key=itemgetter(0))
        if later == len(year) or lowest[later] >= own.number:
            return None
        return next(each for each in islice(year, later, None) if each[1] < own.number)


def find(
    decision: Decision,
    bulletin: Bulletin,
    series: Series,
    changes: Iterable[standing.Change] = (),
) -> list[Found]:
    """All flags that rules raise on a document.

    `series` holds the numbers of all documents, `changes` what this one's figures change.
    """
    found = [*_dates(decision, bulletin), *_kind(decision)]
    found += _series(decision, series)
    found += _horizon(decision)
    against = {each.by_fact: each for each in changes}
    for fact in decision.facts:
        found += _fact(fact, decision)
        found += _change(against[fact.slug]) if fact.slug in against else ()
    return found


def known_points(file: Path) -> list[SeriesPoint]:
    """Numbers known from elsewhere: `series,number,signed_on,source`; [] without the file."""
    if not file.exists():
        return []
    points: list[SeriesPoint] = []
    with file.open(encoding="utf-8", newline="") as rows:
        reader = csv.DictReader(rows)
        try:
            for row in reader:
                on = date.fromisoformat(row["signed_on"])
                points.append(SeriesPoint(row["series"], int(row["number"]), on))
        except (KeyError, TypeError, ValueError, csv.Error) as error:
            problem = f"needs series, number and signed_on (YYYY-MM-DD) in UTF-8: {error}"
            raise RecordErrors(
                [RecordError(file=file, line=reader.line_num, field="", problem=problem)]
            ) from error
    return points


class Bounded(Protocol):
    """A figure by its two ends, None where one is open."""

    @property
    def low(self) -> Decimal | None: ...
    @property
    def high(self) -> Decimal | None: ...


def closes(whole: Bounded, parts: Sequence[Bounded]) -> bool:
    """Whether the stated parts add up to the stated whole, end for end."""
    return all(
        getattr(whole, end) is None
        or any(getattr(part, end) is None for part in parts)
        or sum((getattr(part, end) for part in parts), Decimal(0)) == getattr(whole, end)
        for end in ("low", "high")
    )


def point(decision: Decision) -> SeriesPoint:
    """The number of a document itself."""
    key = decision.key
    return SeriesPoint(key.series, key.number, decision.signed_on, decision.number)


def odd_days(on: date, first: date | None, last: date | None) -> Iterator[Odd]:
    """Signed on a weekend, or not in the week from `first` to `last` where that is known."""
    if on.weekday() >= SATURDAY:
        yield FlagRule.WEEKEND, {"on": on.isoformat()}
    if first and last and not first <= on <= last:
        yield FlagRule.OUTSIDE_WEEK, {"on": on.isoformat()}


def due_before_signed(on: date, due: Iterable[date | None]) -> Iterator[Odd]:
    """Days by which something is to be done that lie before the day of signing: one for each."""
    for day in sorted({each for each in due if each and each < on}):
        yield FlagRule.DUE_BEFORE_SIGNED, {"on": on.isoformat(), "due": day.isoformat()}


def symbol_against_words(kind: Kind, called: Text) -> Iterator[Odd]:
    """The kind that the symbol means against the kind that the text names."""
    named = KIND_WORDS.get(ascii_slug(called.vi))
    if named and named is not kind:
        symbol = next(s for s, each in SYMBOLS.items() if each is kind)
        evidence = {
            "symbol": symbol,
            "kind": kind,
            "called_vi": called.vi,
            "called_en": called.en,
        }
        yield FlagRule.SYMBOL_AGAINST_WORDS, evidence


def out_of_series(own: SeriesPoint, points: Iterable[SeriesPoint]) -> Iterator[Odd]:
    """Among `points`, numbers of a series and year should rise with dates."""
    against = Series(points).against(own)
    if against:
        yield _out_of_series(own, against)


def _out_of_series(own: SeriesPoint, against: _Number) -> Odd:
    on, number, document = against
    evidence = {
        "series": own.series,
        "number": str(own.number),
        "other": str(number),
        "other_on": on.isoformat(),
    }
    return FlagRule.OUT_OF_SERIES, evidence | ({"document": document} if document else {})


def _dates(decision: Decision, bulletin: Bulletin) -> Iterator[Found]:
    period = bulletin.period_from, bulletin.period_to
    due = [decision.deadline, *(each.deadline for each in decision.facts)]
    due += [each.deadline for each in decision.provisions]
    odd = [*odd_days(decision.signed_on, *period), *due_before_signed(decision.signed_on, due)]
    for rule, evidence in odd:
        yield Found(decision.slug, rule, evidence=evidence)


def _kind(decision: Decision) -> Iterator[Found]:
    if decision.kind_called:
        for rule, evidence in symbol_against_words(decision.kind, decision.kind_called):
            yield Found(decision.slug, rule, evidence=evidence)


def _series(decision: Decision, series: Series) -> Iterator[Found]:
    own = point(decision)
    against = series.against(own)
    if against:
        rule, evidence = _out_of_series(own, against)
        yield Found(decision.slug, rule, evidence=evidence)


def _fact(fact: Fact, decision: Decision) -> Iterator[Found]:
    for parts in _splits(fact, decision.facts):
        if closes(fact, parts):
            continue
        total = sum((part.high or part.low or Decimal(0) for part in parts), Decimal(0))
        stated = fact.high if fact.high is not None else fact.low
        scale = getattr(quantities.read(fact.phrase), "scale", 1)
        evidence = {
            "stated": str(stated),
            "sum": str(total),
            "unit": fact.unit,
            "scale": str(scale),
        }
        yield Found(decision.slug, FlagRule.SUM_DOES_NOT_CLOSE, fact.slug, evidence)
    if fact.printed and fact.basis is Basis.STATED and not _is_read(fact):
        yield Found(decision.slug, FlagRule.UNREAD, fact.slug, {"printed": fact.printed})
    if fact.in_paper and fact.at and fact.at.paper:
        differing = {
            "bulletin": fact.phrase,
            "paper": fact.in_paper.printed,
            "paper_place": fact.at.paper,
        }
        yield Found(decision.slug, FlagRule.PAPER_DIFFERS, fact.slug, differing)


def _is_read(fact: Fact) -> bool:
    """Its print says it alone, or says it among other words as the record has it."""
    if quantities.read(fact.phrase) is not None:
        return True
    called = fact.unit_called.vi.casefold() if fact.unit_called else None
    return any(
        (each.low, each.high, each.bound) == (fact.low, fact.high, fact.bound)
        and (each.unit is fact.unit or fact.unit is Unit.ITEM)
        and (bool(each.noun) or behind == called)
        for each, behind in quantities.within(fact.phrase)
    )


def _change(it: standing.Change) -> Iterator[Found]:
    """A change against the figure that it changes: what it says that was, and what it leaves."""
    evidence = {
        "stands": str(it.stands),
        "source": it.source,
        "unit": it.fact.unit,
        "scale": str(getattr(quantities.read(it.fact.phrase), "scale", 1)),
    }
    before = it.fact.before
    if before and before.low == before.high and before.low not in {None, it.stands}:
        said = {"before": str(before.low)}
        yield Found(it.by, FlagRule.BEFORE_DIFFERS, it.by_fact, evidence | said)
    left = it.after
    if left is not None and left < 0 <= it.stands:
        moved = {"moved": str(it.stands - left)}
        yield Found(it.by, FlagRule.BELOW_NOUGHT, it.by_fact, evidence | moved)


def _splits(whole: Fact, facts: Sequence[Fact]) -> list[list[Fact]]:
    """What should add up to a figure: its first split, and each further one by itself."""
    further: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.part_of == whole.slug and fact.part_by and _unit(fact) == _unit(whole):
            further[fact.part_by].append(fact)
    first = _members(whole, [fact for fact in facts if not fact.part_by])
    return [parts for parts in (first, *further.values()) if parts]


def _members(whole: Fact, facts: Sequence[Fact]) -> list[Fact]:
    """What should add up to a figure; nothing where a part of it is in another unit.

    These are its parts, or the like figures beside one that is called their total.
    """
    parts = [part for part in facts if part.part_of == whole.slug]
    if parts:
        return parts if all(_unit(part) == _unit(whole) for part in parts) else []
    if not _is_plain(whole) or whole.unit is Unit.PERCENT:
        return []
    like = [
        fact
        for fact in facts
        if fact is not whole
        and _is_plain(fact)
        and fact.role is not Role.WHOLE
        and (_unit(fact), fact.measure, fact.option) == (_unit(whole), whole.measure, whole.option)
    ]
    named = [(fact.subject.vi, fact.high or Decimal(0)) for fact in like]
    return like if totals.is_meant(whole.subject.vi, whole.high or Decimal(0), named) else []


def _unit(fact: Fact) -> tuple[Unit, str | None]:
    return fact.unit, fact.unit_called.vi if fact.unit_called else None


def _is_plain(fact: Fact) -> bool:
    """An exact stated figure that may be a total or a member of one."""
    return (
        fact.bound is Bound.EXACT
        and fact.basis is Basis.STATED
        and not (fact.part_of or fact.direction or fact.mandatory)
        and fact.role in {None, Role.WHOLE, Role.AMOUNT}
    )


def _horizon(decision: Decision) -> Iterator[Found]:
    """The heading's period runs longer than any of its stated figures'."""
    edition = decision.edition
    if not edition or not edition.period_to:
        return
    ends = {
        fact.period.to if fact.period and fact.period.basis is PeriodBasis.STATED else fact.deadline
        for fact in decision.facts
    } - {None}
    last = max((end for end in ends if end), default=None)
    if last and last < edition.period_to:
        evidence = {"heading_to": str(edition.period_to.year), "facts_to": str(last.year)}
        yield Found(decision.slug, FlagRule.HORIZON, evidence=evidence)
