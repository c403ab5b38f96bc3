"""Which documents pass a reader's filters: sets of their numbers, which meet and join in memory.

A release holds a Roaring bitmap for each word and each value that filters know (`writing.index`).
Only those that a question needs are read, and what was read is kept within bounds.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache, partial, reduce
from itertools import chain
from operator import and_, or_
from typing import Any

from pyroaring import FrozenBitMap

from lsdash.model import SEARCH_WORDS, Cited, Filters, cited, folded, search_words

Ask = Callable[[str, Mapping[str, object]], list[dict[str, Any]]]
"""Gives the rows of a question."""

FACETS = {"sector": "sectors", "kind": "kinds", "status": "statuses", "week": "weeks"}
"""What readers filter by → the field of `Filters` with the values that they chose."""

KEPT = 64
"""Words of searches, and spans of days, whose documents are kept: each at most a bit for every
document, so 8 MB with a million."""

UNDATED = "undated"
"""Sorts after every month."""

LAST = "\U0010ffff"
"""Sorts after every letter: what begins with "duong" lies between it and "duong" + LAST."""


def newest(documents: FrozenBitMap, limit: int, offset: int = 0) -> FrozenBitMap:
    """`limit` of these documents after the `offset` newest, which have the highest numbers."""
    past = max(len(documents) - offset, 0)
    return documents[max(past - limit, 0) : past]


class Sets:
    """The sets of one release. All raise QuestionError where it cannot answer."""

    def __init__(self, ask: Ask, documents: int) -> None:
        self._everything = FrozenBitMap(range(documents))
        self._having = cache(partial(_read_facet, ask))
        self._beginning = lru_cache(KEPT)(partial(_read_words, ask))
        self._named = lru_cache(KEPT)(partial(_read_named, ask))
        self._signed = lru_cache(KEPT)(partial(_read_span, ask))

    def passing(self, filters: Filters) -> FrozenBitMap:
        """The documents that pass all the filters."""
        parts = [
            self.having(facet, values)
            for facet, field in FACETS.items()
            if (values := getattr(filters, field))
        ]
        if words := search_words(filters.search)[:SEARCH_WORDS]:
            parts.append(self._found(words, filters))
        if filters.signed_from or filters.signed_to:
            parts.append(self._signed(filters.signed_from, filters.signed_to))
        return reduce(and_, sorted(parts, key=len), self._everything)

    def _found(self, words: Sequence[str], filters: Filters) -> FrozenBitMap:
        """The documents that have all the words, and those that the search names by number."""
        having = reduce(and_, [self._beginning(word, filters.everywhere) for word in words])
        return reduce(or_, map(self._named, cited(filters.search)), having)

    def having(self, facet: str, values: Iterable[str] = ()) -> FrozenBitMap:
        """The documents that have one of these values of a facet; any, where none is given."""
        return FrozenBitMap.union(*(sets[0] for sets in self._of(facet, values)), FrozenBitMap())

    def facets(self, filters: Filters) -> Iterator[tuple[str, str, int]]:
        """For each value of each filter, the documents that it and the other filters would show."""
        for facet, field in FACETS.items():
            nothing: dict[str, Any] = {field: ()}
            pool = self.passing(replace(filters, **nothing))
            for value, (documents, *_) in self._having(facet).items():
                shown = pool.intersection_cardinality(documents)
                if shown:
                    yield facet, value, shown

    def sheet(
        self, documents: FrozenBitMap, measures: Sequence[str], offset: int, limit: int
    ) -> tuple[FrozenBitMap, int]:
        """Of `documents` those whose facts of these measures make up a sheet, newest first.

        `limit` facts from `offset` on; and how many facts of the newest of them come before it.
        """
        held = [documents & each for each in chain.from_iterable(self._of("measure", measures))]

        def facts_since(age: int) -> int:
            """How many facts the newest `age` documents of the release have."""
            first = len(self._everything) - age
            return sum(len(each) - (each.rank(first - 1) if first else 0) for each in held)

        ages = range(len(self._everything) + 1)
        newer = bisect_right(ages, offset, key=facts_since) - 1
        older = bisect_left(ages, offset + limit, key=facts_since)
        span = range(max(len(self._everything) - older, 0), len(self._everything) - newer)
        return documents & FrozenBitMap(span), offset - facts_since(newer)

    def soonest(self, documents: FrozenBitMap, limit: int) -> FrozenBitMap:
        """Of `documents` those with the `limit` next things to do; what has no day comes last."""
        due = FrozenBitMap()
        for month, (some, *_) in sorted(self._having("due").items()):
            due |= newest(documents & some, limit) if month == UNDATED else documents & some
            if len(due) >= limit:
                break
        return due

    def nearest(self, documents: FrozenBitMap, day: date, limit: int) -> FrozenBitMap:
        """Of `documents` those with the `limit` things to do whose days lie nearest to `day`; of
        those without a day the newest."""
        held = self._having("due")
        undated = newest(documents & held[UNDATED][0], limit) if UNDATED in held else FrozenBitMap()
        dated, ring = FrozenBitMap(), -1
        for away, month in sorted(
            (_months(month, day), month) for month in held if month != UNDATED
        ):
            if ring >= 0 and away > ring:
                break
            dated |= documents & held[month][0]
            if ring < 0 and len(dated) >= limit:
                ring = away + 1  # months as far on the other side, and days that lie nearer there
        return dated | undated

    def _of(self, facet: str, values: Iterable[str]) -> list[Sequence[FrozenBitMap]]:
        held = self._having(facet)
        return [held[value] for value in values or held if value in held]


def _months(month: str, day: date) -> int:
    """How many months lie between a month, `2020-03`, and a day."""
    year, number = map(int, month.split("-"))
    return abs((year - day.year) * 12 + number - day.month)


def _read_facet(ask: Ask, facet: str) -> Mapping[str, Sequence[FrozenBitMap]]:
    """Value → the documents that have it, those that have it twice or more often, …"""
    held: dict[str, list[FrozenBitMap]] = defaultdict(list)
    for row in ask("facet", {"facet": facet}):
        held[row["value"]].append(FrozenBitMap.deserialize(row["documents"]))
    return held


def _read_words(ask: Ask, word: str, everywhere: bool) -> FrozenBitMap:
    """The documents with a word that begins with this one; its tone marks count if it has any.

    Everywhere, or in their numbers, titles and summaries alone.
    """
    first = folded(word)
    asked = {
        "first": first,
        "past": first + LAST,
        "marked": word if word != first else "",
        "everywhere": everywhere,
    }
    found = (FrozenBitMap.deserialize(row["documents"]) for row in ask("words", asked))
    return FrozenBitMap.union(*found, FrozenBitMap())


def _read_named(ask: Ask, named: Cited) -> FrozenBitMap:
    """The documents that a citation may mean."""
    rows = ask("numbered", {"number": named.number})
    return FrozenBitMap(row["id"] for row in rows if named.fits(row["number"], row["signed_on"]))


def _read_span(ask: Ask, signed_from: date | None, signed_to: date | None) -> FrozenBitMap:
    """The documents signed in these days: numbers follow dates, so they are a range."""
    (row,) = ask("span", {"signed_from": signed_from, "signed_to": signed_to})
    return FrozenBitMap(range(row["first"], row["past"]))
