"""Points as symbols, round or with corners; lines, and the bands between two of them."""

from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import SubElement

from lsdash.errors import DrawingError
from lsdash.export.drawing.canvas import Canvas, each_mark
from lsdash.export.drawing.elements import fill, in_pixels, points_of, say
from lsdash.export.drawing.surroundings import DASHES

CORNERS: Mapping[str, Sequence[tuple[float, float]]] = {
    "diamond-open": ((0, -1), (1, 0), (0, 1), (-1, 0)),
    "diamond": ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
    "x": (
        *((0, -0.4), (0.6, -1), (1, -0.6), (0.4, 0)),
        *((1, 0.6), (0.6, 1), (0, 0.4), (-0.6, 1)),
        *((-1, 0.6), (-0.4, 0), (-1, -0.6), (-0.6, -1)),
    ),
    "triangle-up": ((0, -1.15), (1, 0.6), (-1, 0.6)),
    "triangle-right": ((-1, -1), (1, 0), (-1, 1)),
    "triangle-left": ((1, -1), (-1, 0), (1, 1)),
}
"""Symbols as corners around their middle, in halves of their size: to the right, and down."""


def draw_points(canvas: Canvas, trace: Mapping[str, Any], _before: object) -> None:
    """Symbols, all of one form: round ones, or corners around their middle; `-open` are hollow."""
    marker = trace["marker"]
    symbol, width = marker["symbol"], marker["line"]["width"]
    is_round, is_open = symbol.removesuffix("-open") == "circle", symbol.endswith("-open")
    if not is_round and symbol not in CORNERS:
        raise DrawingError(what=f"mark of shape {symbol!r}")
    for point in each_mark(trace):
        x, y, half = canvas.x(point["x"]), canvas.y(point["y"]), point["marker.size"] / 2
        if is_round:
            middle = {"cx": in_pixels(x), "cy": in_pixels(y), "r": in_pixels(half)}
            mark = SubElement(canvas.root, "circle", middle)
        else:
            shape = [(x + right * half, y + down * half) for right, down in CORNERS[symbol]]
            mark = SubElement(canvas.root, "polygon", {"points": points_of(shape)})
        fill(mark, "rgba(0,0,0,0)" if is_open else point["marker.color"])
        if width:
            mark.set("stroke", point["marker.color" if is_open else "marker.line.color"])
            mark.set("stroke-width", str(width))
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
