"""Days by which something is to be done, as a text says them.

`trước ngày 20/3/2020`, `chậm nhất ngày 20/3`, `xong trong tháng 3/2020`, `đến hết quý II`,
`đến năm 2025`. The day is the one printed, or the last of the month, quarter or year; where no
year is printed, it is the next such day. A day already past is no deadline.
"""

import re
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lsdash.intake.finding.quantities import Quantity
from lsdash.intake.text.normalized import Placeable, Prepared
from lsdash.vocabulary import Bound, FigureKind, Unit

REACH = 40
"""Characters before a date in which the words stand that make it a deadline."""

NEAR = timedelta(days=183)
"""How far ahead a day without its year may lie in the next year."""

FIRM = re.compile(
    r"(?<!\w)(?:trước|chậm nhất|muộn nhất|không (?:muộn|chậm) hơn|không quá|thời hạn|hạn)"
    r"(?: (?:chót|cuối|cùng|là|vào|đến|trước|trong|thời điểm))*,?:? ?$"
    r"|(?<!\w)(?:gia hạn|kéo dài)(?!\w)[^.;,:\d]{1,80} (?:đến|tới)(?: hết)? ?$"
)
"""Says by itself that the date is a deadline."""

LOOSE = re.compile(r"(?<!\w)(?:đến|tới|hết|trong|vào)(?: (?:hết|trước|hết trước))? ?$")
"""Says so where the words around it speak of something to be done or reached."""

BEGUN = re.compile(r"(?<!\w)từ (?:đầu )?(?:ngày|tháng|quý|năm) [\w/.-]{1,12} ?,? ?$")
"""What begins then ends there: a stretch of time, and no deadline."""

SIGNED = re.compile(r",? (?:(?:phó )?chủ tịch |văn phòng )?(?:ubnd|[ủu][ỷy] ban nhân dân)(?!\w)")
"""Behind the day of a document: `Trong ngày 02/11, UBND tỉnh ban hành`."""

_PARTIAL = re.compile(
    r"(?<![\w/])(?:quý (?P<quarter>iv|i{1,3}|[1-4])|tháng (?P<month>\d{1,2})"
    r"|(?P<ends>cuối )?năm (?P<year>20\d\d))(?![\w/]|[.,-]\d| ?[-/] ?\d|,? năm \d)"
)
"""A quarter or a month without its year, and a year alone."""

_UNSAID = re.compile(
    r"(?:\d{1,2} ?(?:giờ|h) ?(?:\d{2} ?(?:phút)?)?,? ?)?"
    r"(?:ngày|tháng|năm|cuối|quý(?: (?:iv|i{1,3})[ /-]*(?:năm)?)?) ?$"
)
"""Stands between a cue and the numbers of its date: `trước 16 giờ ngày`."""

_CLAUSE = re.compile(r"[.;:](?= |$)|\n")
_TO_BE_DONE = re.compile(
    r"(?<!\w)(?:hoàn thành|xong|báo cáo|gửi|trình|nộp|trả lời|bàn giao|giải ngân|tổng hợp)(?!\w)"
)
_DONE = re.compile(r"(?<!\w)(?:đã|được|trường hợp|đối với|những|nếu|các hồ sơ)(?!\w)")

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class Deadline:
    """Where the text says it, words and date together, and the day that is meant."""

    start: int
    end: int
    day: date
    is_firm: bool
    """It is a deadline whatever else its sentence says."""


def find(
    ready: Prepared,
    figures: Sequence[Quantity],
    since: date | None,
    claimed: Iterable[Placeable] = (),
) -> list[Deadline]:
    """The deadlines in a prepared text, in order; `figures` are what was found in it.

    `since` is the day from which on a deadline may lie; none is found where it is not known.
    `claimed` are spans whose digits are no dates of their own: citations.
    """
    if since is None:
        return []
    taken = [(each.start, each.end) for each in (*figures, *claimed)]
    found = [*_of_dates(ready, figures, since), *_of_parts(ready, taken, since)]
    return sorted((each for each in found if each.day >= since), key=lambda each: each.start)


def gone(ready: Prepared, figures: Sequence[Quantity], signed_on: date) -> list[Deadline]:
    """What is printed as to be done by a whole day that was past on the day of signing.

    `đã phê duyệt trước ngày 01/7/2019` tells of something else, and so does a day far back.
    """
    whole = [each for each in figures if each.first and signed_on - NEAR <= each.first < signed_on]
    found = _of_dates(ready, whole, signed_on - NEAR)
    return [
        each
        for each in found
        if each.is_firm and each.day < signed_on and _is_to_be_done(ready, each.start)
    ]


def _is_to_be_done(ready: Prepared, start: int) -> bool:
    at = ready.place(start)
    said = _CLAUSE.split(ready.lower[max(0, at - 3 * REACH) : at])[-1]
    return bool(_TO_BE_DONE.search(said)) and not _DONE.search(said)


def _of_dates(ready: Prepared, figures: Sequence[Quantity], since: date) -> Iterator[Deadline]:
    for figure in figures:
        if figure.kind is not FigureKind.DATE or figure.bound is Bound.RANGE:
            continue
        digits = _DIGITS.search(figure.printed)
        day = _day(figure, since)
        if digits is None or day is None:
            continue
        words = _Words(ready, ready.place(figure.start), ready.place(figure.start + digits.start()))
        yield from words.deadline(day, figure.end)


def _of_parts(ready: Prepared, taken: Sequence[tuple[int, int]], since: date) -> Iterator[Deadline]:
    starts = sorted(taken)
    for part in _PARTIAL.finditer(ready.lower):
        span = ready.span(*part.span())
        nearest = bisect_right(starts, (span.end, 0)) - 1
        if nearest >= 0 and starts[nearest][1] > span.start:
            continue
        day = _last_day(part, since)
        if day:
            yield from _Words(ready, part.start(), part.start()).deadline(day, span.end)


@dataclass(frozen=True)
class _Words:
    """The words before a date: `start` is where it begins, `digits` where its numbers do."""

    ready: Prepared
    start: int
    digits: int

    def deadline(self, day: date, end: int) -> Iterator[Deadline]:
        said = self.ready.lower[max(0, self.start - REACH) : self.digits]
        said = _UNSAID.sub("", said)
        for cue, is_firm in ((FIRM, True), (LOOSE, False)):
            words = cue.search(said)
            if cue is LOOSE and SIGNED.match(self.ready.lower, self.ready.place(end - 1) + 1):
                return
            if words and not (cue is LOOSE and BEGUN.search(said, 0, words.start())):
                start = max(0, self.start - REACH) + words.start()
                yield Deadline(self.ready.span(start, start + 1).start, end, day, is_firm)
                return


def _day(figure: Quantity, since: date) -> date | None:
    """`trước tháng 6/2020` is before its first day, everything else by its last."""
    if figure.first and figure.last:
        return figure.first if figure.bound is Bound.LESS_THAN else figure.last
    numbers = [int(each) for each in _DIGITS.findall(figure.printed)]
    if figure.unit is not Unit.DAY or len(numbers) != 2:
        return None
    return _next(since, *numbers)


def _next(since: date, day: int, month: int) -> date | None:
    """The first such day from `since` on: of the same year, or near in the next."""
    for year in (since.year, since.year + 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= since and (year == since.year or found <= since + NEAR):
            return found
    return None


def _last_day(part: re.Match[str], since: date) -> date | None:
    """The last day of a year, or of the next such quarter or month."""
    if part["year"]:
        return date(int(part["year"]), 12, 31)
    quarter = part["quarter"]
    month = (_ROMAN.get(quarter) or int(quarter)) * 3 if quarter else int(part["month"])
    if not 1 <= month <= 12:
        return None
    year = since.year + (month < since.month)
    return _next(since, monthrange(year, month)[1], month)
