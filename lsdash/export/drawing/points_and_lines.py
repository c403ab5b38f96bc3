"""Points as hollow diamonds and triangles; lines, and the bands between two of them."""

from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import SubElement

from lsdash.errors import DrawingError
from lsdash.export.drawing.canvas import Canvas, each_mark
from lsdash.export.drawing.elements import fill, points_of, say
from lsdash.export.drawing.surroundings import DASHES

CORNERS: Mapping[str, Sequence[tuple[float, float]]] = {
    "diamond-open": ((0, -1), (1, 0), (0, 1), (-1, 0)),
    "triangle-right": ((-1, -1), (1, 0), (-1, 1)),
    "triangle-left": ((1, -1), (-1, 0), (1, 1)),
}
"""Symbols as corners around their middle, in halves of their size: to the right, and down."""


def draw_points(canvas: Canvas, trace: Mapping[str, Any], _before: object) -> None:
    """Hollow diamonds for values, solid triangles where a bar goes on."""
    marker = trace["marker"]
    corners = CORNERS.get(marker["symbol"])
    if corners is None:
        raise DrawingError(what=f"mark of shape {marker['symbol']!r}")
    half = marker["size"] / 2
    for point in each_mark(trace):
        x, y = canvas.x(point["x"]), canvas.y(point["y"])
        shape = [(x + right * half, y + down * half) for right, down in corners]
        mark = SubElement(canvas.root, "polygon", {"points": points_of(shape)})
        if marker["symbol"].endswith("-open"):
            mark.set("fill", "none")
            mark.set("stroke", point["marker.color"])
            mark.set("stroke-width", str(marker["line"]["width"]))
        else:
            fill(mark, point["marker.color"])
        say(mark, point["hovertext"])


def draw_line(canvas: Canvas, trace: Mapping[str, Any], before: Mapping[str, Any]) -> None:
    """A line through its points; where it is filled, the space up to the line before it."""
    course = _course(canvas, trace)
    if trace.get("fill") == "tonexty":
        band = SubElement(canvas.root, "polygon")
        band.set("points", points_of([*_course(canvas, before), *reversed(course)]))
        fill(band, trace["fillcolor"])
    elif "fill" in trace:
        raise DrawingError(what=f"line filled {trace['fill']!r}")
    if trace["line"]["width"]:
        line = SubElement(canvas.root, "polyline", {"points": points_of(course)})
        line.set("fill", "none")
        line.set("stroke", trace["line"]["color"])
        line.set("stroke-width", str(trace["line"]["width"]))
        dash = trace["line"].get("dash", "solid")
        if dash != "solid":
            line.set("stroke-dasharray", DASHES[dash])


def _course(canvas: Canvas, trace: Mapping[str, Any]) -> list[tuple[float, float]]:
    return [(canvas.x(x), canvas.y(y)) for x, y in zip(trace["x"], trace["y"], strict=True)]
