"""Dates as documents print them, in a folded text (see `folded`).

A day is read only where day, month and year are all printed and such a day exists:
`ngày 26/3` and `năm 2021` are found, and have none.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

MONTHS = {
    "một": 1, "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7,
    "tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
ENGLISH = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
]  # fmt: skip
_MONTH = r"[0-9]{1,2}|" + "|".join(sorted(MONTHS, key=len, reverse=True)).replace(" ", r"\ ")
_ENGLISH = "|".join([*ENGLISH, *(month[:3] for month in ENGLISH)])

_DATE = re.compile(
    rf"""
    (?<![\w/.,-])
    (?:
        # ngày 09 tháng 6 năm 2017; 9 tháng 6/2017; ngày 26 tháng 3
        (?P<lead>ngày\ ?:?\ ?)?
        (?P<day>[0-9]{{1,2}}) \ tháng\ (?P<month>{_MONTH}) (?![0-9])
        (?: (?:\ ?,?\ ?năm\ ?|\ ?[/-]\ ?|\ ) (?P<year>[0-9]{{4}}) (?![0-9]) )?
    |
        # ngày 05/3/2020; 22-5-2019; 02.3.2020; ngày 22/1//2009; ngày 5/3/20; ngày 23.5
        (?P<lead_2>ngày\ ?:?\ ?)
        (?P<day_2>[0-9]{{1,2}}) \ ?(?P<mark>[/.-])/?\ ? (?P<month_2>[0-9]{{1,2}}) (?![0-9])
        (?: (?: \ ?(?:(?P=mark)|/)/?\ ? | \ ?[.-](?=[0-9]{{4}}) | \ năm\ )
            (?P<year_2>[0-9]{{4}}|[0-9]{{2}}) (?![0-9/]) )?
    |
        # 05/3/2020 alone
        (?P<day_3>[0-9]{{1,2}}) (?P<mark_3>[/.-]) (?P<month_3>[0-9]{{1,2}}) (?P=mark_3)
        (?P<year_3>[0-9]{{4}}) (?![0-9/]|[.,-][0-9])
    |
        # dated May 7, 2020; of 7 May 2020; on 05/3/2020
        (?P<lead_4>(?:dated|of|on)\ )?
        (?: (?P<name>{_ENGLISH})\.?\ (?P<day_4>[0-9]{{1,2}})(?:st|nd|rd|th)?,?
          | (?P<day_5>[0-9]{{1,2}})(?:st|nd|rd|th)?\ (?P<name_5>{_ENGLISH})\.?,? )
        \ (?P<year_4>[0-9]{{4}}) (?![0-9])
    |
        (?:dated|of|on)\ (?P<day_6>[0-9]{{1,2}}) [/.-] (?P<month_6>[0-9]{{1,2}})
        [/.-] (?P<year_6>[0-9]{{4}}) (?![0-9])
    |
        # năm 2021; tháng 3/2020; tháng 3 năm 2020
        (?P<part> (?:tháng\ (?:{_MONTH})\ ?(?:/|-|năm)\ ? | năm\ ) [0-9]{{4}} )
        (?! [0-9/] | \ ?-\ ?[0-9] )
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)


_SAME = re.compile(r"(?<!\w)cùng\ ngày(?!\w)(?!\ ?:?\ ?[0-9])", re.IGNORECASE)
_OPENS = re.compile(
    r"(?:^|[\n.;:(|-]\ ?)(?:(?:cũng|tiếp\ đó|tiếp\ theo|sau\ đó|trước\ đó),?\ )?"
    r"(?:(?:trong|vào|hôm|sáng|chiều|đến)\ )?$",
    re.IGNORECASE,
)
SAME_DAY_BACK = 20
"""So many dates are looked at for the one that `cùng ngày` means."""


@dataclass(frozen=True)
class PrintedDate:
    start: int
    end: int
    day: date | None
    """None where day, month or year is not printed, or no such day exists."""
    is_introduced: bool
    """A word such as `ngày` says that it is a date."""
    is_part: bool
    """Only a year, or a month and its year."""
    is_same: bool = False
    """`cùng ngày`: the day is that of another date."""


def find(folded: str) -> list[PrintedDate]:
    """Every date, in order; one that is only called the same day has the day of the one before.

    Where a sentence begins so (`Cùng ngày, UBND tỉnh …`) that is the last one that began one.
    """
    found = [_read(match) for match in _DATE.finditer(folded)]
    same = [*_SAME.finditer(folded)]
    if not same:
        return found
    for match in same:
        meant = _meant(folded, found, match.start(), is_opening=opens(folded, match.start()))
        day = meant.day if meant else None
        found.append(PrintedDate(*match.span(), day, True, False, is_same=True))
        found.sort(key=lambda each: each.start)
    return found


def _meant(
    folded: str, found: Sequence[PrintedDate], at: int, *, is_opening: bool
) -> PrintedDate | None:
    """The date before `at` that `cùng ngày` speaks of."""
    last = bisect_left(found, at, key=lambda each: each.start)
    for each in reversed(found[max(0, last - SAME_DAY_BACK) : last]):
        if each.is_part:
            continue
        if not is_opening or opens(folded, each.start):
            return each
    return None


def nearest(folded: str, each: PrintedDate, to: date) -> date | None:
    """The day and month of a date without its year, in the year that brings it nearest to `to`."""
    match = _DATE.match(folded, each.start, each.end)
    day = match and _first(match, "day", "day_2")
    if match is None or not day:
        return None
    return nearest_to(int(day), _month(match), to)


def nearest_to(day: int, month: int, to: date) -> date | None:
    """The day and month in the year that brings them nearest to `to`; None for no day at all."""
    days = [_day(day, month, to.year + by) for by in (-1, 0, 1)]
    return min((it for it in days if it), key=lambda it: abs(it - to), default=None)


def opens(folded: str, at: int) -> bool:
    """Whether a sentence begins with the date at this place: `Ngày 05/3/2020, …`."""
    return folded[at] in "NC" or _OPENS.search(folded, max(0, at - 24), at) is not None


def _read(match: re.Match[str]) -> PrintedDate:
    day = _first(match, "day", "day_2", "day_3", "day_4", "day_5", "day_6")
    month = _month(match)
    year = _first(match, "year", "year_2", "year_3", "year_4", "year_6")
    lead = _first(match, "lead", "lead_2", "lead_4", "part") or match["day_6"]
    complete = day and month and year
    return PrintedDate(
        start=match.start(),
        end=match.end(),
        day=_day(int(day), month, full_year(year)) if complete and day and year else None,
        is_introduced=lead is not None,
        is_part=match["part"] is not None,
    )


def _first(match: re.Match[str], *names: str) -> str | None:
    return next((match[name] for name in names if match[name] is not None), None)


def _month(match: re.Match[str]) -> int:
    """1 to 12, or 0 for none."""
    if name := _first(match, "name", "name_5"):
        return 1 + [month[:3] for month in ENGLISH].index(name[:3].lower())
    printed = (_first(match, "month", "month_2", "month_3", "month_6") or "0").lower()
    return MONTHS.get(printed) or int(printed)


def full_year(printed: str) -> int:
    """`98` → 1998, `20` → 2020: two digits mean the hundred years up to 2049."""
    year = int(printed)
    if len(printed) > 2:
        return year
    return year + (2000 if year < 50 else 1900)


def _day(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
