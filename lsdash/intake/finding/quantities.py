"""Figures in any text: money, percentages, counts, durations, quantities and dates.

Digits that count nothing are left out: citations of documents, years, parts of documents, classes
and phases, codes, clock times, telephone numbers (`labels`). What a figure says is read by
`lsdash.quantities`; here it is found, and doubts that only its sentence can settle are settled.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lsdash.intake.finding import citations, figure_context, ordinals, periods
from lsdash.intake.finding.ordinals import Label, Naming
from lsdash.intake.finding.periods import Moment
from lsdash.intake.text import normalized
from lsdash.intake.text.folding import Span
from lsdash.intake.text.normalized import Placeable, Prepared
from lsdash.quantities import START, expressions, in_words
from lsdash.quantities.doubts import Doubt
from lsdash.quantities.expressions import Placed
from lsdash.vocabulary import Bound, Direction, FigureKind, Unit


@dataclass(frozen=True)
class Quantity:
    """One figure of a text. `text[start:end] == printed`.

    An open end is None. A size (`4x6 cm`) and a date have no ends: see `sides`, `first`, `last`.
    """

    kind: FigureKind
    low: Decimal | None
    high: Decimal | None
    unit: Unit
    bound: Bound
    start: int
    end: int
    printed: str
    flags: tuple[Doubt, ...] = ()
    """Why it wants a human eye; empty when it is surely read."""
    scale: int = 1
    """The multiplier printed: 10**6 for triệu."""
    noun: str = ""
    """The unit or counted noun in its own words; empty where none is printed."""
    per: tuple[str, ...] = ()
    """What it is counted by: `người`, `năm`."""
    of: Decimal | None = None
    """The whole of a fraction: 34 in `23/34 mục tiêu`."""
    sides: tuple[Decimal, ...] = ()
    """The measures of a size."""
    direction: Direction | None = None
    """A change, `giảm 6 %`; a level to come down to, `giảm còn 6 %`, or to reach, `đạt 6 %`."""
    before: "Quantity | None" = None
    """The earlier figure that it takes the place of, as printed beside it (see `replaced`)."""
    first: date | None = None
    last: date | None = None
    """Of a date: its days, both in it; None where day, month or year is not printed."""


@dataclass(frozen=True)
class Name:
    """Digits that count nothing. `text[start:end] == printed`."""

    naming: Naming
    start: int
    end: int
    printed: str


_VIETNAMESE = re.compile("[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]")
_CURRENCY_BEFORE = re.compile(r"(?:vnd|usd|us\$|[$€]) ?$")
_ENGLISH_AFTER = re.compile(r" ?(?:billion|million|trillion|thousand|percent|per cent)\b")
_ENGLISH_WORD = re.compile(
    r"(?<!\w)(?:the|of|and|in|for|from|to|with|is|are|was|were|at|by|an?|than|about)(?!\w)"
)
_LANGUAGE_REACH = 60


def find(text: str, claimed: Iterable[Placeable] | None = None) -> list[Quantity]:
    """All figures in `text`, in order, without overlaps. Any text will do.

    `claimed` are spans whose digits are no figures; left out, the citations in the text.
    """
    ready, named, when = _parted(text, claimed)
    rest = normalized.without(ready.lower, [*named, *when])
    found = [_dated(text, ready, moment) for moment in when]
    found += [_counted(text, ready, placed) for placed in _figures(rest)]
    return sorted(found, key=lambda quantity: quantity.start)


def names(text: str, claimed: Iterable[Placeable] | None = None) -> list[Name]:
    """All digits in `text` that name, order or locate something, what is claimed apart."""
    ready, named, _ = _parted(text, claimed)
    spans = [(label.naming, ready.span(label.start, label.end)) for label in named]
    return [
        Name(naming, span.start, span.end, text[span.start : span.end]) for naming, span in spans
    ]


def unread_words(text: str, figures: Iterable[Quantity]) -> list[Span]:
    """Numbers in words that are none of these figures, and tell no more than one of them."""
    ready = normalized.prepare(text)
    found = [*figures]
    values = {end for each in found for end in (each.low, each.high) if end is not None}
    spans = [ready.span(*each) for each in in_words.large(ready.lower, values)]
    taken = sorted((each.start, each.end) for each in found)
    return [span for span in spans if not _is_taken(span, taken)]


def _is_taken(span: Span, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether one of these, in the order of the text, reaches into the span."""
    at = bisect_left(taken, span.end, key=lambda each: each[0])
    return at > 0 and taken[at - 1][1] > span.start


def _parted(
    text: str, claimed: Iterable[Placeable] | None
) -> tuple[Prepared, list[Label], list[Moment]]:
    """The prepared text, with what is claimed struck out, and its labels and moments."""
    ready = normalized.prepare(text)
    taken = [
        Label(ready.place(span.start), ready.place(span.end - 1) + 1, Naming.CODE)
        for span in (citations.find(text) if claimed is None else claimed)
    ]
    lower = normalized.without(ready.lower, taken)
    when = periods.find(lower)
    taken += [Label(moment.start, moment.end, Naming.YEAR) for moment in when]
    named = ordinals.find(
        normalized.without(ready.printed, taken), normalized.without(ready.lower, taken)
    )
    return Prepared(ready.printed, lower, ready.folded), named, when


def _figures(text: str) -> Iterator[Placed]:
    """Every figure of the prepared text, from which all other digits are struck out."""
    last: Placed | None = None
    done = 0
    for number in START.finditer(text):
        begin = number.start()
        if begin < done or text[begin - 1 : begin].isalnum():
            continue
        is_in_words = number.group()[0].isalpha()
        placed = in_words.spelled(text, begin, last) if is_in_words and last else None
        if is_in_words and not placed and in_words.names(text, begin):
            done = in_words.reach(text, begin)
            continue
        is_english = not is_in_words and _is_english(text, begin, number.end())
        placed = placed or expressions.at(text, begin, english=is_english)
        if placed and placed.start >= done and not in_words.repeats(placed, last):
            last = figure_context.settled(text, placed)
            yield last
        done = placed.end if placed else in_words.past(text, number)


def _is_english(text: str, start: int, end: int) -> bool:
    """Whether dot and comma are English there: by the words beside the number, or around it."""
    if _CURRENCY_BEFORE.search(text, max(0, start - 5), start) and _ENGLISH_AFTER.match(text, end):
        return True
    begin = max(0, start - _LANGUAGE_REACH)
    around = text[begin : end + _LANGUAGE_REACH]
    return not _VIETNAMESE.search(around) and bool(_ENGLISH_WORD.search(around))


def _counted(text: str, ready: Prepared, placed: Placed) -> Quantity:
    reading, span = placed.reading, ready.span(placed.start, placed.end)
    return Quantity(
        kind=reading.kind,
        low=reading.low,
        high=reading.high,
        unit=reading.unit,
        bound=reading.bound,
        start=span.start,
        end=span.end,
        printed=text[span.start : span.end],
        flags=reading.doubts,
        scale=reading.scale,
        noun=reading.noun,
        per=reading.per,
        of=reading.of,
        sides=reading.sides,
        direction=figure_context.direction(ready.lower, placed.start, reading.bound),
    )


def _dated(text: str, ready: Prepared, moment: Moment) -> Quantity:
    span = ready.span(moment.start, moment.end)
    return Quantity(
        kind=FigureKind.DATE,
        low=None,
        high=None,
        unit=moment.unit,
        bound=moment.bound,
        start=span.start,
        end=span.end,
        printed=text[span.start : span.end],
        flags=(Doubt.NO_SUCH_DAY,) if moment.is_impossible else (),
        first=moment.first,
        last=moment.last,
    )
