"""What is expected of a queue by day under each plan, with the chance band drawn faintly behind."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import count
from typing import Any

from lsdash.charts.rows import Figure
from lsdash.charts.style import FONT, PALETTES, Fill, Theme
from lsdash.text import Lang, figures, say

HEIGHT = 320
MOST_TICKS, MOST_EVENINGS = 5, 8
NEAR_START = 0.3
"""Part of the days in which a name would not fit to the left of its line."""


@dataclass(frozen=True)
class Line:
    """One plan: the expected number on each evening, and where nine in ten chance runs lie."""

    label: str
    values: Sequence[float | None]
    low: Sequence[float | None]
    high: Sequence[float | None]
    fill: Fill


def over_days(lines: Sequence[Line], unit: str, lang: Lang, theme: Theme) -> Figure:
    """Lines from the first evening on; a line ends where its numbers are no longer known."""
    palette = PALETTES[theme]
    data: list[dict[str, Any]] = []
    notes = []
    top = max((v for line in lines for v in (*line.values, *line.high) if v is not None), default=1)
    days = max((len(line.values) for line in lines), default=1)
    for number, line in enumerate(lines):
        colour = palette.inks[line.fill].ground
        known = [(day, v) for day, v in enumerate(line.values, 1) if v is not None]
        data += _band(line, colour)
        data.append(
            {
                "type": "scatter",
                "mode": "lines",
                "x": [day for day, _ in known],
                "y": [value for _, value in known],
                "line": {"color": colour, "width": 3, "dash": "dash" if number else "solid"},
                "hovertext": [
                    f"{escape(line.label)}, "
                    + say(lang, "planner.on_day", day=day, n=figures.number(round(v), lang))
                    for day, v in known
                ],
                "hoverinfo": "text",
            }
        )
        if known:
            at = len(known) * (number + 2) // 5
            day, value = known[at]
            after = value <= known[0][1] or day < days * NEAR_START
            notes.append(_label(line.label, day, value, colour, after=after))
    end = top * 1.08 or 1
    ticks = _ticks(end)
    evenings = _evenings(days)
    return {
        "data": data,
        "layout": {
            "height": HEIGHT,
            "margin": {"l": 60, "r": 10, "t": 26, "b": 36},
            "font": {"family": FONT, "size": 15, "color": palette.text},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "showlegend": False,
            "dragmode": False,
            "hovermode": "closest",
            "hoverlabel": {"font": {"family": FONT, "size": 15}},
            "annotations": [*notes, _corner(unit, palette.muted)],
            "xaxis": {
                "range": [1, days],
                "tickvals": evenings,
                "ticktext": [figures.number(day, lang) for day in evenings],
                "color": palette.muted,
                "gridcolor": palette.line,
                "zeroline": False,
                "fixedrange": True,
            },
            "yaxis": {
                "range": [0, end],
                "tickvals": ticks,
                "ticktext": [figures.number(tick, lang) for tick in ticks],
                "color": palette.muted,
                "gridcolor": palette.line,
                "zeroline": False,
                "fixedrange": True,
            },
        },
    }


def _evenings(days: int) -> list[int]:
    """The first evening and, as far as they go, every one that is a round number on from it."""
    step = _step(days, MOST_EVENINGS)
    return sorted({1, *range(step, days + 1, step)})


def _band(line: Line, colour: str) -> list[dict[str, Any]]:
    """The edges of the band, the space between them filled; nothing where it is not known."""
    days = [day for day, value in enumerate(line.high, 1) if value is not None]
    if not days:
        return []
    edge: dict[str, Any] = {"type": "scatter", "mode": "lines", "x": days, "hoverinfo": "skip"}
    thin = {"color": colour, "width": 0}
    fill = f"rgba({int(colour[1:3], 16)},{int(colour[3:5], 16)},{int(colour[5:7], 16)},0.16)"
    low = [value for value in line.low if value is not None]
    high = [value for value in line.high if value is not None]
    return [
        edge | {"y": low, "line": thin},
        edge | {"y": high, "line": thin, "fill": "tonexty", "fillcolor": fill},
    ]


def _ticks(top: float) -> list[int]:
    """Round numbers from 0 up to `top`."""
    return list(range(0, math.floor(top) + 1, _step(top, MOST_TICKS)))


def _step(length: float, most: int) -> int:
    """1, 2 or 5 with zeros behind, that fits into `length` at most so many times."""
    steps = (part * 10**zeros for zeros in count() for part in (1, 2, 5))
    step: int = next(step for step in steps if length / step <= most)
    return step


def _label(text: str, day: int, value: float, colour: str, *, after: bool) -> dict[str, Any]:
    """The line's name above it, beginning on this day or ending there."""
    return {
        "text": f"<b>{escape(text)}</b>",
        "x": day,
        "y": value,
        "xanchor": "left" if after else "right",
        "yshift": 14,
        "showarrow": False,
        "font": {"color": colour, "size": 15, "family": FONT},
    }


def _corner(text: str, colour: str) -> dict[str, Any]:
    return {
        "text": escape(text),
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 1.09,
        "xanchor": "left",
        "showarrow": False,
        "font": {"color": colour, "size": 14, "family": FONT},
    }
