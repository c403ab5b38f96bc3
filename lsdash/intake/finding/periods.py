"""Days, months and quarters that a text names, alone or from one to another.

Reads prepared text (see `quantities`). Where no year is printed the days are not known; within
`từ ngày 23/02 đến ngày 27/02/2026` the year of the end serves its beginning too.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from lsdash.intake.finding import dates
from lsdash.quantities import amounts
from lsdash.vocabulary import Bound, Unit


@dataclass(frozen=True)
class Moment:
    """From `first` to `last` day, both in it; None where not printed in full, or no such day.

    `bound` says which of its sides counts: `trước ngày 15/3` is less than, `từ` at least.
    """

    start: int
    end: int
    first: date | None
    last: date | None
    bound: Bound
    unit: Unit
    is_impossible: bool = False
    """All is printed, and no calendar has such a day."""


@dataclass(frozen=True)
class _Printed:
    """The numbers of one printed moment; 0 where not printed."""

    start: int
    end: int
    day: int
    month: int
    year: int
    months: int = 1

    def first(self) -> date | None:
        return _date(self.year, self.month, self.day or 1)

    def last(self) -> date | None:
        month = self.month + self.months - 1
        if self.day or not (self.year and 1 <= month <= 12):
            return self.first()
        return _date(self.year, month, monthrange(self.year, month)[1])

    @property
    def unit(self) -> Unit:
        return Unit.DAY if self.day else Unit.MONTH


_FIRST_DAYS = re.compile(
    r"(?<![\w/.,-])(?:ngày )?(?P<from>\d{1,2})(?: ?- ?|,? đến |, | và )(?:ngày )?"
    r"(?P<day>\d{1,2})(?:/| tháng )(?P<month>\d{1,2})(?:(?:/|,? năm )(?P<year>\d{4}))?"
    r"(?![\w/]|[.,-]\d| ?%)"
)
_FIRST_MONTHS = re.compile(
    r"(?<!\w)tháng (?P<from>\d{1,2})(?: ?- ?|,? đến |, | và )"
    r"(?P<rest>(?:tháng )?(?P<month>\d{1,2})(?: ?/ ?|,? năm )(?P<year>\d{4}))(?!\d)"
)
_LOOSE = re.compile(
    r"(?<![\w/.,-])(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?![\w/]|[.,-]\d| ?%)"
    r"(?P<to>(?: ?- ?| đến | tới )(?:ngày )?\d{1,2}(?P=mark)\d{1,2}(?P=mark)\d{4})?"
)
_LEAD = re.compile(
    r"(?<!\w)(?:từ|đến|tới|trước|sau|hết|vào|sáng|chiều|tối|trưa|đêm|hôm|lễ|dịp|tết|nay|giờ|lúc"
    r"|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật),? ?\(?$"
)
_HYPHEN_LEAD = re.compile(
    r"(?<!\w)(?:trước|hết|hôm|sáng|chiều|tối|trưa|đêm|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật),? $"
)
_HYPHEN_NEXT = re.compile(r"(?=[,;)\n]|\.(?:\s|$)| tại |$)")
_QUARTER = re.compile(
    r"(?<!\w)quý (?P<quarter>iv|i{1,3}|[1-4])(?: ?[/-] ?|,? năm | )(?P<year>(?:19|20)\d\d)(?!\d)"
)
_TO = re.compile(r"(?: ?[-–÷] ?|,? (?:cho )?(?:đến|tới) )(?:hết )?")
_BEFORE = re.compile(
    r"(?<!\w)(?P<words>không muộn hơn|chậm nhất|muộn nhất|trước|sau|kể từ|từ|đến hết|hết|đến|tới)"
    r"(?: (?:là|vào|đến|trước))? $"
)
_BOUNDS = {
    "trước": Bound.LESS_THAN,
    "sau": Bound.MORE_THAN,
    "kể từ": Bound.AT_LEAST,
    "từ": Bound.AT_LEAST,
}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_NUMBER = re.compile(r"\d+")
_REACH = 24


def find(text: str) -> list[Moment]:
    """Every day, month with its year, and quarter with its year, in order, without overlaps."""
    printed = _printed(text)
    found: list[Moment] = []
    at = 0
    while at < len(printed):
        one, other = printed[at], printed[at + 1] if at + 1 < len(printed) else None
        to = _TO.match(text, one.end)
        if other and to and to.end() == other.start and one.unit is other.unit:
            found.append(_range(text, one, other))
            at += 2
        else:
            found.append(_alone(text, one))
            at += 1
    return found


def _printed(text: str) -> list[_Printed]:
    """The surest forms first; a later form does not cut into an earlier one."""
    found: list[_Printed] = []
    taken = bytearray(len(text))
    for form in (_pairs, _quarters, _dated, _loose):
        for one in form(text):
            if 1 not in taken[one.start : one.end]:
                taken[one.start : one.end] = b"\1" * (one.end - one.start)
                found.append(one)
    return sorted(found, key=lambda one: one.start)


def _pairs(text: str) -> Iterator[_Printed]:
    """`từ ngày 02 đến 08/3/2020`, `tháng 3 và tháng 4/2020`: what they share is printed once."""
    for match in _FIRST_MONTHS.finditer(text):
        year = int(match["year"])
        yield _Printed(match.start(), match.end("from"), 0, int(match["from"]), year)
        yield _Printed(match.start("rest"), match.end(), 0, int(match["month"]), year)
    for match in _FIRST_DAYS.finditer(text):
        month, year = int(match["month"]), int(match["year"] or 0)
        if _is_day(int(match["from"]), month) and _is_day(int(match["day"]), month):
            yield _Printed(match.start(), match.end("from"), int(match["from"]), month, year)
            yield _Printed(match.start("day"), match.end(), int(match["day"]), month, year)


def _quarters(text: str) -> Iterator[_Printed]:
    for match in _QUARTER.finditer(text):
        quarter = _ROMAN.get(match["quarter"]) or int(match["quarter"])
        yield _Printed(*match.span(), 0, quarter * 3 - 2, int(match["year"]), months=3)


def _dated(text: str) -> Iterator[_Printed]:
    """What citations call dates, except bare years and what only points to another date."""
    for one in dates.find(text):
        if one.is_same:
            continue
        numbers = [int(digits) for digits in _NUMBER.findall(text, one.start, one.end)]
        if one.day:
            yield _Printed(one.start, one.end, one.day.day, one.day.month, one.day.year)
        elif one.is_part and len(numbers) == 2:
            yield _Printed(one.start, one.end, 0, *numbers)
        elif one.is_introduced and not one.is_part and len(numbers) in {2, 3}:
            yield _Printed(one.start, one.end, *numbers, *[0] * (3 - len(numbers)))


def _loose(text: str) -> Iterator[_Printed]:
    """`từ 23/02 đến 27/02`: no `ngày`, no year; a day only after words that want one."""
    end = -1
    for match in _LOOSE.finditer(text):
        day, month = int(match["day"]), int(match["month"])
        begin = max(0, match.start() - _REACH)
        follows = end >= 0 and _TO.fullmatch(text, end, match.start())
        is_led = follows or _LEAD.search(text, begin, match.start())
        is_counted = amounts.unit(text, match.end("month")) is not None
        if _is_day(day, month) and (
            match["to"] or (is_led and not is_counted and _is_marked(text, match))
        ):
            end = match.end("month")
            yield _Printed(match.start(), end, day, month, 0)


def _is_marked(text: str, match: re.Match[str]) -> bool:
    """`Chiều 29/5`; `Sáng 15-3, …` only with no more than a day would have before and after it."""
    if match["mark"] == "-":
        begin = max(0, match.start() - _REACH)
        is_led = _HYPHEN_LEAD.search(text, begin, match.start())
        return is_led is not None and _HYPHEN_NEXT.match(text, match.end("month")) is not None
    return match["mark"] == "/"


def _is_day(day: int, month: int) -> bool:
    return _date(2020, month, day) is not None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _range(text: str, one: _Printed, other: _Printed) -> Moment:
    if not one.year and other.year:
        one = replace(one, year=other.year - (one.month > other.month))
    first, last = one.first(), other.last()
    is_impossible = bool(one.year and other.year) and not (first and last and first <= last)
    before = _BEFORE.search(text, max(0, one.start - _REACH), one.start)
    opens = before is not None and before["words"] in {"từ", "kể từ"}
    return Moment(
        before.start() if before and opens else one.start,
        other.end,
        None if is_impossible else first,
        None if is_impossible else last,
        Bound.RANGE,
        one.unit,
        is_impossible,
    )


def _alone(text: str, one: _Printed) -> Moment:
    before = _BEFORE.search(text, max(0, one.start - _REACH), one.start)
    bound = _BOUNDS.get(before["words"], Bound.AT_MOST) if before else Bound.EXACT
    first, last = one.first(), one.last()
    return Moment(
        before.start() if before else one.start,
        one.end,
        first,
        last,
        bound,
        one.unit,
        is_impossible=bool(one.year) and not (first and last),
    )
