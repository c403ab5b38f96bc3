"""Where the queue went: one sentence on the province's trucks around the day shown."""

from collections.abc import Sequence
from datetime import date

from lsdash.contents import gates
from lsdash.contents.blocks import Line, Words
from lsdash.contents.border import days
from lsdash.contents.reading import Reading, remembered
from lsdash.store.rows import ObservationRow
from lsdash.text import figures, say


@remembered
def sentence(here: Reading) -> Line | None:
    """`From 3 March to 13 April the queue rose from 428 to 2,600 trucks; on 27 April it was 1,070.`

    From the report nearest to the day up to the farthest point after it, and to the last one; what
    other reports say of the same days stands in brackets. None with fewer than two days reported.
    """
    series = _series(here)
    if len(series) < 2:
        return None
    lang, day = here.lang, days.shown(here)
    at = min(range(len(series)), key=lambda at: abs((series[at][0].period_to - day).days))
    at = min(at, len(series) - 2)
    start, later = series[at], series[at + 1 :]
    turn = max(later, key=lambda rows: abs(rows[0].value - start[0].value))
    end = later[-1]
    way = "rose" if turn[0].value > start[0].value else "fell"
    if turn[0].value == start[0].value:
        way = "stayed"
    told = say(
        lang,
        f"border.{way}",
        since=_day(here, start),
        until=_day(here, turn),
        was=gates.bare(here, start[0]) + _also(here, start),
        now=gates.number(here, turn[0]),
        also=_also(here, turn),
    )
    if end is not turn:
        last = gates.number(here, end[0])
        told += say(lang, "border.then", on=_day(here, end), n=last)
    flags = sorted({flag for rows in (start, turn, end) for flag in rows[0].flags})
    return (Words(f"{told}."), *gates.doubts(here, flags))


def _series(here: Reading) -> list[list[ObservationRow]]:
    """The province's queue by day: of each day the largest figure first, then what else is said."""
    first, last = days.around(here)
    by_day: dict[date, list[ObservationRow]] = {}
    for row in days.of_measure(here, days.WAITING):
        if row.place_kind == "province" and first <= row.period_to <= last and _is_whole(row):
            by_day.setdefault(row.period_to, []).append(row)
    return [sorted(by_day[day], key=lambda row: row.value, reverse=True) for day in sorted(by_day)]


def _is_whole(row: ObservationRow) -> bool:
    """Not of one kind of goods or one yard alone: such figures are no part of a course."""
    return "partial_coverage" not in row.flags


def _day(here: Reading, rows: Sequence[ObservationRow]) -> str:
    return figures.day_and_month(rows[0].period_to, here.lang)


def _also(here: Reading, rows: Sequence[ObservationRow]) -> str:
    """What other reports say of the same day."""
    if len(rows) < 2:
        return ""
    others = ", ".join(gates.bare(here, row) for row in rows[1:])
    return say(here.lang, "border.also", n=others)
