"""Things to be done around one day: what is past stands left of it, what is to come right of it."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lsdash.charts.rows import Axis, Figure, Mark, Row, draw
from lsdash.charts.style import Fill, Theme
from lsdash.text import Lang, figures, say
from lsdash.vocabulary import TaskState

FILLS = {
    TaskState.OVERDUE: Fill.LATE,
    TaskState.DUE: Fill.DECIDED,
    TaskState.WAITING: Fill.REQUEST,
}
LEAST_DAYS = 14
"""Of the axis on either side, so that a day or two do not fill the drawing."""
YEAR = 364
"""Weeks that are nearly a year; days so far apart are told by month and year."""
STEPS = (7, 14, 28, 91, YEAR, 2 * YEAR, 5 * YEAR)
MOST_TICKS = 4
ROOM = 0.34
"""Of the axis beside the day of the view, whose words are the longest: no other tick on a phone."""
MOST_WORDS = 90
"""Characters of a row; the whole stands in the table."""


@dataclass(frozen=True)
class Bar:
    """One thing: `days` from the day of the view to its day, below 0 for what is past."""

    what: str
    who: str
    """Empty where none is stated."""
    state: str
    days: int
    kind: TaskState
    source: tuple[str, str]
    """(document slug, fact slug)."""


def around(bars: Sequence[Bar], on: date, lang: Lang, theme: Theme) -> Figure:
    """A row for each, all from `on`, which is 0 of the axis."""
    first = min(0, *(bar.days for bar in bars))
    last = max(0, *(bar.days for bar in bars))
    start = min(first * 1.05, -LEAST_DAYS if first else -0.5)
    axis = Axis(start, max(last * 1.05, LEAST_DAYS), _ticks(start, last, on, lang))
    return draw([_row(bar) for bar in bars], axis, theme)


def _row(bar: Bar) -> Row:
    state = bar.state[:1].upper() + bar.state[1:]
    ends = sorted((0, bar.days)) if bar.days else (-0.25, 0.25)
    hover = "\n".join(filter(None, (bar.what, bar.who, bar.state)))
    mark = Mark(ends[0], ends[1], FILLS[bar.kind], hover=hover, source=bar.source)
    words = textwrap.shorten(
        " — ".join(filter(None, (bar.what, bar.who))), MOST_WORDS, placeholder="…"
    )
    return Row(state, words, (mark,))


def _ticks(start: float, last: float, on: date, lang: Lang) -> list[tuple[float, str]]:
    """The day of the view, and every so many weeks before and after it."""
    span = max(last, LEAST_DAYS) - start
    step = next((each for each in STEPS if span / each <= MOST_TICKS), STEPS[-1])
    whole = range(-step * 60, step * 61, step)
    days = [
        day
        for day in whole
        if start <= day <= max(last, LEAST_DAYS) and (day == 0 or abs(day) >= ROOM * span)
    ]
    told = figures.month if step >= YEAR else figures.day_and_month
    return [
        (
            float(day),
            say(lang, "follow.day_of_view", day=told(on, lang))
            if day == 0
            else told(on + timedelta(day), lang),
        )
        for day in days
    ]
