"""The canvas of a drawing: its sheet, the edges of the plot, both scales, and marks one by one."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from xml.etree.ElementTree import Element

from lsdash.charts.rows import Figure
from lsdash.export.drawing.text import FONTS

WIDTH, EDGE = 720, 24
FRAMED = WIDTH + 2 * EDGE
Scale = Callable[[Any], float]


@dataclass
class Canvas:
    """Where things go: the drawing's element, the plot's edges, and both scales."""

    root: Element
    layout: Mapping[str, Any]
    left: float
    right: float
    top: float
    bottom: float
    x: Scale
    y: Scale
    hatches: dict[tuple[str, str], str] = field(default_factory=dict)

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


def canvas_of(figure: Figure, width: int) -> Canvas:
    layout = figure["layout"]
    margin, height = layout["margin"], layout["height"]
    root = sheet(width, height, layout["font"]["size"])
    left, right = float(margin["l"]), float(width - margin["r"])
    top, bottom = float(margin["t"]), float(height - margin["b"])
    return Canvas(
        root,
        layout,
        left,
        right,
        top,
        bottom,
        _scale(layout["xaxis"], left, right),
        _scale(layout["yaxis"], bottom, top),
    )


def sheet(width: int, height: int, size: float) -> Element:
    return Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {width} {height}",
            "width": str(width),
            "height": str(height),
            "role": "img",
            "font-family": FONTS,
            "font-size": str(size),
        },
    )


def _scale(axis: Mapping[str, Any], start: float, end: float) -> Scale:
    """Values of an axis → pixels; dates are values like others."""
    first, last = map(value_of, axis["range"])
    per_unit = (end - start) / ((last - first) or 1)
    return lambda value: start + (value_of(value) - first) * per_unit


def value_of(written: Any) -> float:
    """A number, or the milliseconds of a date, as the figure's widths have them."""
    if isinstance(written, str):
        return datetime.fromisoformat(written).replace(tzinfo=UTC).timestamp() * 1000
    return float(written)


def each_mark(trace: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The marks of a trace one by one, nested settings by their dotted names."""
    flat = dict(_flat(trace))
    for at in range(len(trace["x"])):
        yield {
            name: value[at] if isinstance(value, Sequence) and not isinstance(value, str) else value
            for name, value in flat.items()
        }


def _flat(settings: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in settings.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value
