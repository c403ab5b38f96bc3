"""Rows of labelled bars: the one form that all our charts take.

Every row carries its own words above its bar, so that nothing needs a legend and a phone reads it
as well as a projector. A drawing is a Plotly figure as a plain dictionary; one unit of its y axis
is one pixel.
"""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any, Literal

from lsdash.charts.style import FONT, PALETTES, Fill, Theme, faded

Figure = dict[str, Any]

LINE = 21
BAR = 30
GAP = 24
TIGHT = 2
"""Above a row without a head, which belongs to the one before it."""
APART = 12
"""Above such a row whose words stand over its bar."""
TICKS = 26
AXIS = 46
PHONE = 690
"""Characters on one line times their size in pixels: what a phone 390 pixels wide can show."""
THIN = 12
"""Height of a bar below words of its own, in pixels."""


Symbol = Literal["diamond-open", "triangle-left", "triangle-right"]


@dataclass(frozen=True)
class Mark:
    """A bar from `start` to `end` on the x axis, or a symbol where both are the same."""

    start: float
    end: float
    fill: Fill
    text: str = ""
    """On the bar; left out where the bar is too short for it."""
    hover: str = ""
    source: tuple[str, str] | None = None
    """(document slug, fact slug): what opens when the mark is clicked."""
    ends: tuple[str, str] = ("", "")
    """Words left and right of the mark."""
    symbol: Symbol = "diamond-open"
    """What stands where start and end are the same."""
    is_faded: bool = False
    """A stretch that may or may not belong to it: beyond a floor, below a ceiling."""
    height: int = BAR


@dataclass(frozen=True)
class Row:
    head: str
    """Bold: the figure, or the name of what the bar shows; empty where words beside it say so."""
    label: str = ""
    marks: tuple[Mark, ...] = ()
    note: str = ""
    """Muted, below the bar."""
    group: str = ""
    """A heading above the row, where one begins."""
    room: int = PHONE
    """How far its words run before they break."""


@dataclass(frozen=True)
class Axis:
    """The x axis: from, to, and the ticks as (value, words) written for the reader."""

    start: float
    end: float
    ticks: Sequence[tuple[float, str]] = ()
    title: str = ""


@dataclass
class _Canvas:
    theme: Theme
    y: float = 0
    annotations: list[dict[str, Any]] = field(default_factory=list)
    bars: list[tuple[float, Mark]] = field(default_factory=list)
    points: list[tuple[float, Mark]] = field(default_factory=list)

    def write(
        self, text: str, *, size: int, colour: str, bold: bool = False, room: int = PHONE
    ) -> None:
        """One or more lines at the left edge."""
        lines = textwrap.wrap(text, room // size, break_long_words=False) or [""]
        html = "<br>".join(escape(line) for line in lines)
        self.annotations.append(
            _note(html if not bold else f"<b>{html}</b>", 0, self.y, colour, size)
            | {"xref": "paper", "xanchor": "left", "yanchor": "top", "align": "left"}
        )
        self.y += len(lines) * LINE * size / 15


def draw(rows: Sequence[Row], axis: Axis, theme: Theme) -> Figure:
    """The rows from top to bottom on one x axis."""
    palette = PALETTES[theme]
    canvas = _Canvas(theme)
    for at, row in enumerate(rows):
        canvas.y += _above(row) if at else 0
        if row.group:
            canvas.write(row.group, size=18, colour=palette.text, bold=True)
            canvas.y += 4
        if row.head:
            canvas.write(row.head, size=16 if row.group else 17, colour=palette.text, bold=True)
        if row.label:
            canvas.write(row.label, size=15, colour=palette.text, room=row.room)
        slot = THIN if {mark.height for mark in row.marks} == {THIN} else BAR
        canvas.y += 6 if row.marks else 2
        for mark in row.marks:
            _place(canvas, mark, slot)
        canvas.y += slot + 4 if row.marks else 0
        if row.note:
            canvas.write(row.note, size=14, colour=palette.muted, room=row.room)
    return _figure(canvas, axis)


def _above(row: Row) -> int:
    """Room between a row and the one before it."""
    if row.head:
        return GAP
    return APART if row.label and row.marks else TIGHT


def _place(canvas: _Canvas, mark: Mark, slot: int) -> None:
    """The mark in the middle of a slot so many pixels high."""
    middle = canvas.y + slot / 2
    (canvas.points if mark.start == mark.end else canvas.bars).append((middle, mark))
    for words, at, anchor, shift in (
        (mark.ends[0], mark.start, "right", -8),
        (mark.ends[1], mark.end, "left", 8),
    ):
        if words:
            colour = PALETTES[canvas.theme].text
            canvas.annotations.append(
                _note(f"<b>{escape(words)}</b>", at, middle, colour, 15)
                | {"xanchor": anchor, "xshift": shift * (2 if mark.start == mark.end else 1)}
            )


def _figure(canvas: _Canvas, axis: Axis) -> Figure:
    palette = PALETTES[canvas.theme]
    bottom = AXIS if axis.title else TICKS if axis.ticks else 8
    _tick_words(canvas, axis)
    font = {"family": FONT, "size": 15, "color": palette.text}
    return {
        "data": [_bars(canvas), *_points(canvas)],
        "layout": {
            "height": round(canvas.y + bottom),
            "margin": {"l": 2, "r": 2, "t": 0, "b": bottom, "pad": 0},
            "font": font,
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "showlegend": False,
            "barmode": "overlay",
            "dragmode": False,
            "uniformtext": {"minsize": 12, "mode": "hide"},
            "hovermode": "closest",
            "clickmode": "event+select",
            "hoverlabel": {"font": {"family": FONT, "size": 15}, "align": "left"},
            "annotations": canvas.annotations,
            "xaxis": {
                "range": [axis.start, axis.end],
                "tickvals": [value for value, _ in axis.ticks],
                "showticklabels": False,
                "showgrid": bool(axis.ticks),
                "gridcolor": palette.line,
                "griddash": "dot",
                "zeroline": False,
                "fixedrange": True,
            },
            "yaxis": {"range": [canvas.y, 0], "visible": False, "fixedrange": True},
        },
    }


def _tick_words(canvas: _Canvas, axis: Axis) -> None:
    """Words under the ticks; those at the edges stand inside them, where they are not cut."""
    colour = PALETTES[canvas.theme].muted
    room = (axis.end - axis.start) * 0.04
    for value, words in axis.ticks:
        near_end = "right" if value > axis.end - room else "center"
        anchor = "left" if value < axis.start + room else near_end
        canvas.annotations.append(
            _note(escape(words), value, canvas.y, colour, 14)
            | {"xanchor": anchor, "yanchor": "top", "yshift": -3}
        )
    if axis.title:
        canvas.annotations.append(
            _note(escape(axis.title), 1, canvas.y, colour, 14)
            | {"xref": "paper", "xanchor": "right", "yanchor": "top", "yshift": -22}
        )


def _bars(canvas: _Canvas) -> dict[str, Any]:
    marks = [mark for _, mark in canvas.bars]
    palette = PALETTES[canvas.theme]
    inks = [
        faded(palette, mark.fill) if mark.is_faded else palette.inks[mark.fill] for mark in marks
    ]
    return {
        "type": "bar",
        "orientation": "h",
        "base": [mark.start for mark in marks],
        "x": [mark.end - mark.start for mark in marks],
        "y": [y for y, _ in canvas.bars],
        "width": [mark.height for mark in marks],
        "marker": {
            "color": [ink.ground for ink in inks],
            "line": {"color": [ink.edge for ink in inks], "width": 1.5},
            "pattern": {
                "shape": ["/" if ink.hatch else "" for ink in inks],
                "fgcolor": [ink.hatch or ink.ground for ink in inks],
                "bgcolor": [ink.ground for ink in inks],
                "fillmode": "overlay",
                "size": 7,
                "solidity": 0.25,
            },
        },
        "text": [f"<b>{escape(mark.text)}</b>" if mark.text else "" for mark in marks],
        "textfont": {"size": 15, "color": [ink.text for ink in inks]},
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "inside",
        **_speech(marks),
    }


def _points(canvas: _Canvas) -> list[dict[str, Any]]:
    """One trace a symbol: hollow diamonds are values, triangles say that a bar goes on."""
    symbols = dict.fromkeys(mark.symbol for _, mark in canvas.points)
    return [_symbols(canvas, symbol) for symbol in symbols]


def _symbols(canvas: _Canvas, symbol: Symbol) -> dict[str, Any]:
    placed = [(y, mark) for y, mark in canvas.points if mark.symbol == symbol]
    marks = [mark for _, mark in placed]
    colours = [PALETTES[canvas.theme].inks[mark.fill].edge for mark in marks]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [mark.start for mark in marks],
        "y": [y for y, _ in placed],
        "marker": {
            "symbol": symbol,
            "size": 20 if symbol == "diamond-open" else 16,
            "color": colours,
            "line": {"width": 3 if symbol == "diamond-open" else 0, "color": colours},
        },
        **_speech(marks),
    }


def _speech(marks: Sequence[Mark]) -> dict[str, Any]:
    """What marks say when pointed at, and where a click leads."""
    return {
        "hovertext": ["<br>".join(map(escape, mark.hover.split("\n"))) for mark in marks],
        "hoverinfo": "text",
        "customdata": [list(mark.source or ("", "")) for mark in marks],
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _note(html: str, x: float, y: float, colour: str, size: int) -> dict[str, Any]:
    return {
        "text": html,
        "x": x,
        "y": y,
        "showarrow": False,
        "font": {"size": size, "color": colour, "family": FONT},
    }
