"""Days that fall due on one quiet line of years."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lsdash.charts.rows import Axis, Figure, Mark, Row, draw
from lsdash.charts.style import Fill, Theme
from lsdash.text import Lang, figures, say

LINE = 2
"""Height of the line in pixels."""
MOST_TICKS = 6
MOST_NAMED = 5
"""Days that have their words beside them on a phone."""
EDGE = 0.25
"""Of the line at its end, where words stand left of a mark."""
ABOVE = {"yanchor": "bottom", "yshift": 1}
"""Words beside a mark stand on the line, which would strike them out."""
ROOM = 0.3
"""Years beyond the last day."""


@dataclass(frozen=True)
class Day:
    """A day on the line: what is said of it, what opens, and how many things fall due."""

    on: date
    hover: str
    source: tuple[str, str]
    """(document slug, fact slug)."""
    times: int


def line(days: Sequence[Day], on: date, note: str, lang: Lang, theme: Theme) -> Figure:
    """The line from the year of the view on, with a mark a day; few days have words beside them."""
    first = min([on, *(day.on for day in days)]).year
    last = max([on, *(day.on for day in days)]).year + 1
    named = len(days) <= MOST_NAMED
    axis = Axis(first, last + ROOM, () if named else _ticks(first, last))
    own = [_mark(day, axis, lang if named else None) for day in days]
    whole = Mark(axis.start, axis.end, Fill.PAST, height=LINE)
    rows = [Row("", say(lang, "due.line")), Row("", marks=(whole, *own), note=note)]
    figure = draw(rows, axis, theme)
    words = {text for mark in own for text in mark.ends if text}
    for beside in figure["layout"]["annotations"]:
        if beside["text"].removeprefix("<b>").removesuffix("</b>") in words:
            beside.update(ABOVE)
    return figure


def _mark(day: Day, axis: Axis, lang: Lang | None) -> Mark:
    at = _at(day.on)
    words = ""
    if lang:
        times = f" ×{figures.number(day.times, lang)}" if day.times > 1 else ""
        words = f"{figures.until(day.on, lang)}{times}"
    is_late = at > axis.start + (axis.end - axis.start) * (1 - EDGE)
    ends = (words, "") if is_late else ("", words)
    return Mark(at, at, Fill.DECIDED, hover=day.hover, source=day.source, ends=ends)


def _at(on: date) -> float:
    """2020-07-01 → 2020.5."""
    return on.year + (on.timetuple().tm_yday - 1) / 366


def _ticks(first: int, last: int) -> list[tuple[float, str]]:
    step = max(1, -(-(last - first) // MOST_TICKS))
    return [(float(year), str(year)) for year in range(first, last + 1, step)]
