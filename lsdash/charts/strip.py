"""The border as one line, as a transit map draws it: gates in their order, both sides' names.

Size tells trucks that wait, form and colour whether goods pass. There is no outline and no scale of
length: the order alone is meant. It stands upright for phones and paper, and lies across a wide
screen; either way one unit from gate to gate's words is one pixel.
"""

import math
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from lsdash.charts.rows import Figure
from lsdash.charts.style import FONT, PALETTES, Fill, Palette, Theme, faded
from lsdash.vocabulary import GateState

LARGEST, SMALLEST = 84, 20
"""Pixels across of the disc of `most` trucks, and of the smallest that can be seen."""

STATION = 104
"""Pixels from gate to gate where the line stands upright."""

RAIL = 0.42
"""Where the upright line stands, in parts of the width: right of it stand the longer words."""

TOP = 30
"""Room above and below the upright line."""

HEIGHT, MIDDLE = 326, 134
ACROSS_HOLDS, FIGURE_HOLDS, UPRIGHT_HOLDS, FAR_HOLDS = 18, 22, 21, 13
"""Characters of a line of words at a gate."""

FORMS = {
    GateState.OPEN: ("circle", Fill.DECIDED),
    GateState.RESTRICTED: ("diamond", Fill.WAIT),
    GateState.SHUT: ("x", Fill.LATE),
    GateState.DISPUTED: ("circle-open", Fill.OTHER),
}
UNKNOWN = ("circle-open", Fill.PAST)
"""Of a gate of which nothing was reported by then."""


@dataclass(frozen=True)
class Station:
    """A gate on the line, in words for the reader."""

    name: str
    across: str
    """The gate on the other side; empty where it is not known."""
    place: str
    """Commune and district."""
    state: GateState | None
    told: str
    """The state in words."""
    trucks: int | None
    """Those that wait; None where none were reported."""
    figure: str
    """The same in words, with the day where it is not the one shown."""
    is_surely_of_the_day: bool
    """Else its disc is hollow."""
    away: str
    """How far from the gate before."""
    hover: str
    source: str
    """Id of the reported row that a click opens."""


@dataclass(frozen=True)
class Sides:
    """What the two sides are called."""

    far: str
    near: str
    end: str
    """Where the line goes on."""


def across(stations: Sequence[Station], sides: Sides, most: int, theme: Theme) -> Figure:
    """The line from left to right, the other side above; `most` trucks make the largest disc."""
    palette = PALETTES[theme]
    notes = [
        _note(f"<b>{escape(sides.far)}</b>", 0, 0, palette.muted, 13) | _AT_THE_EDGE,
        _note(f"<b>{escape(sides.near)}</b>", 0, MIDDLE + 12, palette.muted, 13) | _AT_THE_EDGE,
        _note(escape(sides.end), 1, MIDDLE + 12, palette.muted, 13)
        | {"xref": "paper", "xanchor": "right"},
    ]
    for at, each in enumerate(stations):
        notes.append(_note(_lines(each.across, ACROSS_HOLDS), at, 24, palette.muted, 14))
        notes.append(_note(_bold(each.figure, FIGURE_HOLDS), at, MIDDLE + 46, palette.text, 15))
        top = MIDDLE + 70.0
        for html, colour, size in _words(each, palette, ACROSS_HOLDS):
            notes.append(_note(html, at, top, colour, size))
            top += _height(html, size)
        if each.away:
            notes.append(_note(escape(each.away), at - 0.5, MIDDLE - 24, palette.muted, 13))
    return _figure(
        stations,
        [(float(at), float(MIDDLE)) for at in range(len(stations))],
        [(-0.5, MIDDLE), (len(stations) - 0.5, MIDDLE)],
        notes=[note for note in notes if note["text"]],
        far_side={"x0": -0.5, "x1": len(stations) - 0.5, "y0": 0, "y1": MIDDLE},
        x=[-0.5, len(stations) - 0.5],
        height=HEIGHT,
        most=most,
        theme=theme,
    )


def upright(stations: Sequence[Station], sides: Sides, most: int, theme: Theme) -> Figure:
    """The line from top to bottom, the other side to the left."""
    palette = PALETTES[theme]
    height = TOP + STATION * len(stations) + TOP
    notes = [
        _note(f"<b>{escape(sides.far)}</b>", 0, 0, palette.muted, 13) | _AT_THE_EDGE,
        _note(f"<b>{escape(sides.near)}</b>", 1, 0, palette.muted, 13)
        | {"xref": "paper", "xanchor": "right"},
        _note(escape(sides.end), RAIL, height - 22, palette.muted, 13)
        | {"xanchor": "left", "xshift": 12},
    ]
    places = [(RAIL, TOP + STATION * (at + 0.5)) for at in range(len(stations))]
    aside = LARGEST / 2 + 6
    for (_, y), each in zip(places, stations, strict=True):
        name, *others = _words(each, palette, UPRIGHT_HOLDS)
        figure = (_bold(each.figure, UPRIGHT_HOLDS), palette.text, 15)
        words = [(html, colour, size) for html, colour, size in (name, figure, *others) if html]
        top = y - sum(_height(html, size) for html, _, size in words) / 2
        for html, colour, size in words:
            right = {"xanchor": "left", "xshift": aside, "align": "left"}
            notes.append(_note(html, RAIL, top, colour, size) | right)
            top += _height(html, size)
        far = _lines(each.across, FAR_HOLDS)
        left = {"xanchor": "right", "xshift": -aside, "align": "right"}
        notes.append(_note(far, RAIL, y - _height(far, 14) / 2, palette.muted, 14) | left)
        if each.away:
            above = _note(escape(each.away), RAIL, y - STATION / 2 - 8, palette.muted, 13)
            notes.append(above | {"xanchor": "right", "xshift": -10})
    return _figure(
        stations,
        places,
        [(RAIL, TOP - 6), (RAIL, height - TOP + 6)],
        notes=[note for note in notes if note["text"]],
        far_side={"x0": 0, "x1": RAIL, "y0": TOP - 6, "y1": height - TOP + 6},
        x=[0, 1],
        height=height,
        most=most,
        theme=theme,
    )


Words = tuple[str, str, int]
"""What is written, in which colour, how large."""


def _words(each: Station, palette: Palette, holds: int) -> list[Words]:
    """Beneath one another on the near side: name, state, place."""
    return [
        (_bold(each.name, holds), palette.text, 16),
        (escape(each.told), palette.text, 14),
        (_lines(each.place, holds), palette.muted, 14),
    ]


def _height(html: str, size: int) -> float:
    return size * 1.32 * (html.count("<br>") + 1)


_AT_THE_EDGE = {"xref": "paper", "xanchor": "left", "yanchor": "top"}

Place = tuple[float, float]


def _figure(
    stations: Sequence[Station],
    places: Sequence[Place],
    ends: Sequence[Place],
    *,
    notes: Sequence[dict[str, Any]],
    far_side: dict[str, Any],
    x: Sequence[float],
    height: float,
    most: int,
    theme: Theme,
) -> Figure:
    palette = PALETTES[theme]
    return {
        "data": [
            {
                "type": "scatter",
                "mode": "lines",
                "x": [x for x, _ in ends],
                "y": [y for _, y in ends],
                "line": {"color": palette.muted, "width": 6},
                "hoverinfo": "skip",
            },
            _discs(stations, places, most, palette),
            *_forms(stations, places, palette),
        ],
        "layout": {
            "height": round(height),
            "margin": {"l": 2, "r": 2, "t": 0, "b": 0, "pad": 0},
            "font": {"family": FONT, "size": 15, "color": palette.text},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "showlegend": False,
            "dragmode": False,
            "clickmode": "event+select",
            "hovermode": "closest",
            "hoverlabel": {"font": {"family": FONT, "size": 15}, "align": "left"},
            "annotations": list(notes),
            "shapes": [
                {
                    "type": "rect",
                    **far_side,
                    "fillcolor": palette.line,
                    "opacity": 0.3,
                    "line": {"width": 0},
                    "layer": "below",
                }
            ],
            "xaxis": {"range": list(x), "visible": False, "fixedrange": True},
            "yaxis": {"range": [height, 0], "visible": False, "fixedrange": True},
        },
    }


def _discs(
    stations: Sequence[Station], places: Sequence[Place], most: int, palette: Palette
) -> dict[str, Any]:
    """A disc as large as the trucks that wait; hollow where it is less sure or of another day."""
    held = [(place, each) for place, each in zip(places, stations, strict=True) if each.trucks]
    inks = [faded(palette, FORMS[each.state][1] if each.state else UNKNOWN[1]) for _, each in held]
    edges = [
        palette.inks[FORMS[each.state][1] if each.state else UNKNOWN[1]].edge for _, each in held
    ]
    clear = "rgba(0,0,0,0)"
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [x for (x, _), _ in held],
        "y": [y for (_, y), _ in held],
        "marker": {
            "symbol": "circle",
            "size": [_size(each.trucks or 0, most) for _, each in held],
            "color": [
                ink.ground if each.is_surely_of_the_day else clear
                for ink, (_, each) in zip(inks, held, strict=True)
            ],
            "opacity": 1,
            "line": {"width": 2, "color": edges},
        },
        **_speech([each for _, each in held]),
    }


def _size(trucks: int, most: int) -> float:
    """Pixels across: the area goes with the number."""
    return max(SMALLEST, LARGEST * math.sqrt(min(1.0, trucks / max(most, 1))))


def _forms(
    stations: Sequence[Station], places: Sequence[Place], palette: Palette
) -> list[dict[str, Any]]:
    """On the line one form a state, so that nobody has to tell them by colour."""
    drawn = []
    for form, fill in dict.fromkeys((*FORMS.values(), UNKNOWN)):
        own = [
            (place, each)
            for place, each in zip(places, stations, strict=True)
            if (FORMS[each.state] if each.state else UNKNOWN) == (form, fill)
        ]
        if own:
            colour = palette.inks[fill].edge
            is_open = form.endswith("-open")
            drawn.append(
                {
                    "type": "scatter",
                    "mode": "markers",
                    "x": [x for (x, _), _ in own],
                    "y": [y for (_, y), _ in own],
                    "marker": {
                        "symbol": form,
                        "size": 16,
                        "color": [colour for _ in own],
                        "opacity": 1,
                        "line": {
                            "width": 3 if is_open else 1.5,
                            "color": [colour if is_open else palette.text for _ in own],
                        },
                    },
                    **_speech([each for _, each in own]),
                }
            )
    return drawn


def _speech(stations: Sequence[Station]) -> dict[str, Any]:
    return {
        "hovertext": ["<br>".join(map(escape, each.hover.split("\n"))) for each in stations],
        "hoverinfo": "text",
        "customdata": [["", each.source] for each in stations],
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _lines(words: str, holds: int) -> str:
    return "<br>".join(map(escape, textwrap.wrap(words, holds, break_long_words=False)))


def _bold(words: str, holds: int) -> str:
    lines = _lines(words, holds)
    return f"<b>{lines}</b>" if lines else ""


def _note(html: str, x: float, y: float, colour: str, size: int) -> dict[str, Any]:
    return {
        "text": html,
        "x": x,
        "y": y,
        "yanchor": "top",
        "showarrow": False,
        "font": {"size": size, "color": colour, "family": FONT},
    }
