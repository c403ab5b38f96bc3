"""Words of a drawing as text of points, which a browser sets faster than annotations.

Plotly lays each annotation out by itself, twice, and measures it in between: the 48 of the strip
map take it 80 ms, as points 25. Charts write annotations, which say best where words stand; only
what the browser is sent has points in place of those that look alike so.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lsdash.charts.rows import Figure
from lsdash.charts.style import FONT

SIDES = {"left": "right", "center": "center", "right": "left"}
"""How an annotation is anchored → on which side of a point its words stand."""

ABOVE_OR_BELOW = {"top": "bottom", "middle": "middle", "bottom": "top"}

LOWER = {"top": (1.0, 0.234), "middle": (0.0, 0.106), "bottom": (-1.0, -0.02)}
"""How much lower an annotation's words stand than a point's: pixels, and parts of their size."""

TOLD = frozenset({"text", "x", "y", "xref", "yref", "xanchor", "yanchor", "xshift", "yshift"})
HOLDS = TOLD | {"showarrow", "font", "align"}
"""What an annotation may say and still be set as a point."""


@dataclass(frozen=True)
class _Point:
    html: str
    x: Any
    y: float
    size: float
    position: str
    colour: str
    away: float
    """Pixels between the point and its words."""


def as_points(figure: Figure) -> Figure:
    """The same drawing with its words as points, as many as can be set so.

    None in a drawing whose y axis does not count pixels downwards.
    """
    layout = figure["layout"]
    if not _counts_pixels(layout):
        return figure
    points: dict[tuple[str, bool], list[_Point]] = defaultdict(list)
    others = []
    for note in layout.get("annotations", ()):
        point = _point(note, layout)
        if point is None:
            others.append(note)
        else:
            points[point.colour, bool(point.away)].append(point)
    traces = [_trace(own) for own in points.values()]
    return {
        **figure,
        "data": [*figure["data"], *traces],
        "layout": {**layout, "annotations": others},
    }


def _counts_pixels(layout: Mapping[str, Any]) -> bool:
    low, high = layout.get("yaxis", {}).get("range") or (0, 1)
    margin = layout.get("margin", {})
    height = layout.get("height", 0) - margin.get("t", 0) - margin.get("b", 0)
    return high == 0 and abs(low - height) < 1


def _point(note: Mapping[str, Any], layout: Mapping[str, Any]) -> _Point | None:
    """None where a point would not stand in the same place, or not be drawn: outside the axes."""
    upright, beside = note.get("yanchor", "middle"), note.get("xanchor", "center")
    if not note.keys() <= HOLDS or note.get("yref", "y") != "y" or beside not in SIDES:
        return None
    x = note["x"]
    if note.get("xref") == "paper":
        if x not in (0, 1):
            return None
        x = layout["xaxis"]["range"][x]
    away = abs(note.get("xshift", 0))
    size = note["font"]["size"]
    pixels, parts = LOWER[upright]
    y = note["y"] - note.get("yshift", 0) + pixels + parts * size
    y -= {"top": away, "middle": 0, "bottom": -away}[upright]
    if not 0 <= y <= layout["yaxis"]["range"][0]:
        return None
    position = f"{ABOVE_OR_BELOW[upright]} {SIDES[beside]}"
    return _Point(note["text"], x, y, size, position, note["font"]["color"], away)


def _trace(points: Sequence[_Point]) -> dict[str, Any]:
    """Points of one colour: Plotly fades text when something is chosen, unless it is told one."""
    same = {"textfont": {"color": points[0].colour}}
    told = {
        "type": "scatter",
        "mode": "text",
        "x": [each.x for each in points],
        "y": [each.y for each in points],
        "text": [each.html for each in points],
        "textposition": [each.position for each in points],
        "textfont": {
            "family": FONT,
            "size": [each.size for each in points],
            "color": points[0].colour,
        },
        "cliponaxis": False,
        "hoverinfo": "skip",
        "selected": same,
        "unselected": same,
    }
    if not points[0].away:
        return told
    # Words keep clear of a point's mark: of one that is not seen, as large as they are to be away.
    marks = {"size": [max(0.0, 1.6 * (each.away - 1)) for each in points], "opacity": 0}
    unseen = {"marker": {"opacity": 0}, **same}
    return told | {
        "mode": "markers+text",
        "marker": marks,
        "selected": unseen,
        "unselected": unseen,
    }
