"""Strips of days: one a gate or a kind of event, all on the same time axis.

A bar is one reported day, not a series: days between are not known, so nothing is joined. What is
less sure is drawn hollow. One unit of the y axis is one pixel; the bulletin's week is a band.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from typing import Any

from lsdash.charts.rows import Figure
from lsdash.charts.style import FONT, PALETTES, Fill, Theme
from lsdash.text import Lang, figures

HEAD = 24
GAP = 14
FOOT = 26
NOTE = 19
LINE_HOLDS = 52
"""Characters of a label and its note that stand on one line of a phone."""
DAY_MS = 86_400_000
LONG = 400
"""Days from which the axis tells years and not months."""


@dataclass(frozen=True)
class Bar:
    """One reported figure or event. `share` is its height, from 0 to 1 of its strip."""

    first: date
    last: date
    share: float
    hollow: bool
    hover: str
    source: str


@dataclass(frozen=True)
class Strip:
    label: str
    note: str
    """Muted, at the right: what the tallest bar means."""
    bars: tuple[Bar, ...]
    height: int
    fill: Fill


def draw(  # noqa: PLR0917
    strips: Sequence[Strip],
    first: date,
    last: date,
    band: tuple[date, date],
    lang: Lang,
    theme: Theme,
) -> Figure:
    """The strips from top to bottom, from `first` to `last`, with `band` marked."""
    palette = PALETTES[theme]
    notes: list[dict[str, Any]] = []
    placed: list[tuple[float, Strip, Bar]] = []
    y = 0.0
    for strip in strips:
        notes.append(_text(f"<b>{escape(strip.label)}</b>", 0, y, palette.text, "left"))
        if len(strip.label) + len(strip.note) > LINE_HOLDS:
            y += NOTE
        notes.append(_text(escape(strip.note), 1, y, palette.muted, "right"))
        y += HEAD + strip.height
        placed += [(y, strip, bar) for bar in strip.bars]
        y += GAP
    ticks = _ticks(first, last)
    years = (last - first).days > LONG
    for tick in ticks:
        words = str(tick.year) if years else figures.month(tick, lang)
        notes.append(_text(words, tick.isoformat(), y, palette.muted, "left") | {"xref": "x"})
    least = max(1.0, (last - first).days / 250)
    return {
        "data": [_bars(placed, least, theme)],
        "layout": {
            "height": round(y + FOOT),
            "margin": {"l": 2, "r": 2, "t": 0, "b": FOOT, "pad": 0},
            "font": {"family": FONT, "size": 15, "color": palette.text},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "showlegend": False,
            "barmode": "overlay",
            "dragmode": False,
            "clickmode": "event+select",
            "hovermode": "closest",
            "hoverlabel": {"font": {"family": FONT, "size": 15}, "align": "left"},
            "annotations": notes,
            "shapes": [_band(band, y, palette.line)],
            "xaxis": {
                "type": "date",
                "range": [first.isoformat(), (last + timedelta(1)).isoformat()],
                "tickvals": [tick.isoformat() for tick in ticks],
                "showticklabels": False,
                "gridcolor": palette.line,
                "griddash": "dot",
                "fixedrange": True,
            },
            "yaxis": {"range": [y, 0], "visible": False, "fixedrange": True},
        },
    }


def _bars(placed: Sequence[tuple[float, Strip, Bar]], least: float, theme: Theme) -> dict[str, Any]:
    """All bars; none narrower than `least` days, or nobody would see it."""
    widths = [max(least, (bar.last - bar.first).days + 1) * DAY_MS for _, _, bar in placed]
    inks = [PALETTES[theme].inks[strip.fill] for _, strip, _ in placed]
    clear = "rgba(0,0,0,0)"
    return {
        "type": "bar",
        "base": [base for base, _, _ in placed],
        "x": [_middle(bar).isoformat() for _, _, bar in placed],
        "y": [-max(3.0, bar.share * strip.height) for _, strip, bar in placed],
        "width": widths,
        "offset": [-width / 2 for width in widths],
        "marker": {
            "color": [
                clear if bar.hollow else ink.ground
                for (_, _, bar), ink in zip(placed, inks, strict=True)
            ],
            "line": {"color": [ink.edge for ink in inks], "width": 1.5},
        },
        "hovertext": ["<br>".join(map(escape, bar.hover.split("\n"))) for _, _, bar in placed],
        "hoverinfo": "text",
        "customdata": [["", bar.source] for _, _, bar in placed],
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _middle(bar: Bar) -> date:
    return bar.first + (bar.last - bar.first) / 2


def _band(band: tuple[date, date], bottom: float, colour: str) -> dict[str, Any]:
    first, last = band
    return {
        "type": "rect",
        "x0": first.isoformat(),
        "x1": (last + timedelta(1)).isoformat(),
        "y0": 0,
        "y1": bottom,
        "fillcolor": colour,
        "opacity": 0.45,
        "line": {"width": 0},
        "layer": "below",
    }


def _ticks(first: date, last: date) -> list[date]:
    """The first days of the months, or of the years where there are many months."""
    if (last - first).days > LONG:
        return [date(year, 1, 1) for year in range(first.year, last.year + 1)]
    ticks = []
    at = first.replace(day=1)
    while at <= last:
        ticks.append(max(at, first))
        at = (at + timedelta(32)).replace(day=1)
    return ticks


def _text(html: str, x: float | str, y: float, colour: str, side: str) -> dict[str, Any]:
    return {
        "text": html,
        "x": x,
        "y": y,
        "xref": "paper",
        "xanchor": side,
        "yanchor": "top",
        "showarrow": False,
        "font": {"size": 14, "color": colour, "family": FONT},
    }
