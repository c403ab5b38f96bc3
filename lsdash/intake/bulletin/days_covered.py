"""The days that a bulletin covers, as its title prints them.

`(ngày 02/3 đến ngày 08/3/2020)`, `(từ ngày 12/01/2026 - 18/01/2026)`, `từ ngày 23-02 đến
27-02-2026`, `ngày 02 đến ngày 08 tháng 3 năm 2020`. Without a year the days are not known.
"""

import re
from dataclasses import dataclass
from datetime import date

TO = r"\s{0,2}\)?\s?(?:,?\s?đến(?:\s{1,2}hết)?|tới|-|–|—|÷)\s{0,2}"
WEEKDAY = r"(?:thứ\s(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\snhật)"
HOUR = r"\d{1,2}\s?(?:h|giờ)(?:\s?\d\d)?"
MARK = r"\s?[/.\-–]{1,2}\s?"


def _day(end: str, month: str) -> str:
    """A day, month and year as groups `from_day`, `from_month` …; `month` says how often."""
    return rf"""
        (?:{WEEKDAY}[,\s(]{{1,3}} | {HOUR}\s)? (?:ngày\s{{0,2}})? (?P<{end}_day>\d{{1,2}})
        (?: (?:{MARK}|\s{{0,2}}tháng\s{{0,2}}) (?P<{end}_month>\d{{1,2}}) ){month}
        (?: (?:{MARK}|,?\s{{0,2}}năm\s{{0,2}}) (?P<{end}_year>(?:19|20)\d\d) )??
    """


PERIOD = re.compile(
    rf"""
    (?<![\d/.])
    {_day("from", "??")} {TO} {_day("to", "{1}")}
    (?! \d | {MARK}\d | \s{{0,2}}(?:tháng|,?\s?năm)\s{{0,2}}\d )   # the whole date was taken
    """,
    re.VERBOSE | re.IGNORECASE,
)
YEAR = re.compile(r"\bnăm\s{1,2}((?:19|20)\d\d)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Days:
    """First and last day; None where the text does not say the year, or no such day exists."""

    printed: str
    first: date | None
    last: date | None


def find(text: str) -> Days | None:
    """The first stretch of days in `text` (NFC, plain spaces), or None without one."""
    for found in PERIOD.finditer(text):
        days = _days(found, text)
        if days:
            return days
    return None


def _days(found: re.Match[str], text: str) -> Days | None:
    """None where the numbers are not days: `2016 - 2020`, `30 - 50`."""
    first_month = int(found["from_month"] or found["to_month"])
    last_month = int(found["to_month"])
    if not (1 <= first_month <= 12 and 1 <= last_month <= 12):
        return None
    year = found["to_year"] or found["from_year"]
    if year is None:
        beside = YEAR.search(text)
        year = beside and beside[1]
    if year is None:
        return Days(found.group(), None, None)
    last_year = int(year)
    first_year = int(found["from_year"] or last_year - (first_month > last_month))
    try:
        first = date(first_year, first_month, int(found["from_day"]))
        last = date(last_year, last_month, int(found["to_day"]))
    except ValueError:
        return Days(found.group(), None, None)
    return Days(found.group(), first, last) if first <= last else Days(found.group(), None, None)
