"""Strips of days: one a gate or a kind of event, all on the same time axis.

A bar is one reported day, not a series: days between are not known, so nothing is joined. What is
less sure is drawn hollow. A strip may have a scale of its own, or marks instead of bars. One unit
of the y axis is one pixel; the bulletin's week is a band.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from typing import Any, Literal

from lsdash.charts.rows import Figure
from lsdash.charts.style import FONT, PALETTES, Fill, Theme
from lsdash.text import Lang, figures

HEAD = 24
GAP = 14
FOOT = 26
NOTE = 19
LINE_HOLDS = 52
"""Characters of a label and its note that stand on one line of a phone."""
LARGE = 22
"""More room above a strip with a scale, for the figure on its tallest bar."""

ROW, NEAR = 15, 3
"""Pixels of a row of marks, and days that two marks in one row are apart at least."""

DAY_MS = 86_400_000
LONG = 400
"""Days from which the axis tells years and not months."""


@dataclass(frozen=True)
class Bar:
    """One reported figure. `share` is its height, from 0 to 1 of its strip."""

    first: date
    last: date
    share: float
    hollow: bool
    hover: str
    source: str
    fill: Fill | None = None
    """Where it is not the strip's."""
    text: str = ""
    """Above the bar."""


Symbol = Literal["circle", "circle-open", "diamond", "x", "triangle-up"]


@dataclass(frozen=True)
class Mark:
    """One event on its day; marks of the same day stand beneath one another."""

    on: date
    symbol: Symbol
    fill: Fill
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
    ticks: tuple[tuple[float, str], ...] = ()
    """A scale: (share of the height, words)."""
    marks: tuple[Mark, ...] = ()

    @property
    def is_large(self) -> bool:
        return bool(self.ticks)


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
    marked: list[tuple[float, Mark]] = []
    scale: list[float] = []
    y = 0.0
    for strip in strips:
        size = 17 if strip.is_large else 14
        notes.append(_text(f"<b>{escape(strip.label)}</b>", 0, y, palette.text, "left", size))
        if len(strip.label) + len(strip.note) > LINE_HOLDS:
            y += NOTE + size - 14
        notes.append(_text(escape(strip.note), 1, y, palette.muted, "right"))
        y += HEAD + (LARGE if strip.is_large else 0) + strip.height
        placed += [(y, strip, bar) for bar in strip.bars]
        notes += [_value(strip, bar, y, palette.text) for bar in strip.bars if bar.text]
        marked += _beneath(strip.marks, y - strip.height)
        for share, words in strip.ticks:
            scale.append(y - share * strip.height)
            notes.append(
                _text(escape(words), 0, scale[-1], palette.muted, "left", 13)
                | {"yanchor": "bottom"}
            )
        y += GAP
    ticks = _ticks(first, last)
    years = (last - first).days > LONG
    for tick in ticks:
        words = str(tick.year) if years else figures.month(tick, lang)
        notes.append(_text(words, tick.isoformat(), y, palette.muted, "left") | {"xref": "x"})
    least = max(1.0, (last - first).days / 250)
    return {
        "data": [_bars(placed, least, theme), *_symbols(marked, theme)],
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
            "yaxis": {
                "range": [y, 0],
                "visible": bool(scale),
                "tickvals": scale,
                "showticklabels": False,
                "gridcolor": palette.line,
                "zeroline": False,
                "fixedrange": True,
            },
        },
    }


def _beneath(marks: Sequence[Mark], top: float) -> list[tuple[float, Mark]]:
    """Marks of one day, or of days too near to tell apart, one beneath the other."""
    placed: list[tuple[float, Mark]] = []
    free: list[date] = []
    for mark in sorted(marks, key=lambda mark: mark.on):
        row = next((at for at, after in enumerate(free) if mark.on > after), len(free))
        free[row : row + 1] = [mark.on + timedelta(NEAR)]
        placed.append((top + ROW * (row + 0.5), mark))
    return placed


def rows_of(marks: Sequence[Mark]) -> int:
    """Pixels that these marks need."""
    return round(max((y for y, _ in _beneath(marks, 0)), default=0) + ROW / 2)


def _symbols(marked: Sequence[tuple[float, Mark]], theme: Theme) -> list[dict[str, Any]]:
    """A trace for each symbol."""
    traces = []
    for symbol in dict.fromkeys(mark.symbol for _, mark in marked):
        own = [(y, mark) for y, mark in marked if mark.symbol == symbol]
        colours = [PALETTES[theme].inks[mark.fill].edge for _, mark in own]
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "x": [mark.on.isoformat() for _, mark in own],
                "y": [y for y, _ in own],
                "marker": {
                    "symbol": symbol,
                    "size": 11,
                    "color": colours,
                    "opacity": 1,
                    "line": {"width": 2 if symbol.endswith("-open") else 0, "color": colours},
                },
                "hovertext": ["<br>".join(map(escape, mark.hover.split("\n"))) for _, mark in own],
                "hoverinfo": "text",
                "customdata": [["", mark.source] for _, mark in own],
                "selected": {"marker": {"opacity": 1}},
                "unselected": {"marker": {"opacity": 1}},
            }
        )
    return traces


def _value(strip: Strip, bar: Bar, base: float, colour: str) -> dict[str, Any]:
    """The figure above its bar."""
    top = base - max(3.0, bar.share * strip.height)
    words = _text(f"<b>{escape(bar.text)}</b>", _middle(bar).isoformat(), top, colour, "center")
    return words | {"xref": "x", "yanchor": "bottom"}


def _bars(placed: Sequence[tuple[float, Strip, Bar]], least: float, theme: Theme) -> dict[str, Any]:
    """All bars; none narrower than `least` days, or nobody would see it."""
    widths = [max(least, (bar.last - bar.first).days + 1) * DAY_MS for _, _, bar in placed]
    inks = [PALETTES[theme].inks[bar.fill or strip.fill] for _, strip, bar in placed]
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


def _text(  # noqa: PLR0917 - what, where, how
    html: str, x: float | str, y: float, colour: str, side: str, size: int = 14
) -> dict[str, Any]:
    return {
        "text": html,
        "x": x,
        "y": y,
        "xref": "paper",
        "xanchor": side,
        "yanchor": "top",
        "showarrow": False,
        "font": {"size": size, "color": colour, "family": FONT},
    }
