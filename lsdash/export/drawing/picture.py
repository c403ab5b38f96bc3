"""A whole figure as a drawing, alone or framed with title and small print."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from lsdash.charts.rows import Figure
from lsdash.errors import DrawingError
from lsdash.export import fonts
from lsdash.export.drawing.bars import draw_bars_across, draw_bars_up
from lsdash.export.drawing.canvas import EDGE, FRAMED, WIDTH, canvas_of, sheet
from lsdash.export.drawing.elements import box_of, clean, in_pixels
from lsdash.export.drawing.points_and_lines import draw_line, draw_points
from lsdash.export.drawing.surroundings import (
    draw_annotation,
    draw_grid,
    draw_shape,
    draw_tick_words,
)
from lsdash.export.drawing.text import DROP, LEADING, RISE, line_of_text


def framed(
    figure: Figure, *, title: str, description: str, foot: Sequence[str], ground: str
) -> str:
    """The figure with its title above and small print below, to stand anywhere on its own ground.

    It is FRAMED pixels wide. Raises DrawingError.
    """
    layout = figure["layout"]
    ink, size = layout["font"]["color"], 20.0
    heads = fonts.wrapped(title, size, WIDTH, bold=True)
    inner = _drawn(figure, WIDTH)
    top = EDGE + len(heads) * size * LEADING + 14
    small = layout["font"]["size"] - 2
    feet = [line for each in foot for line in fonts.wrapped(each, small, WIDTH)]
    height = top + layout["height"] + 16 + len(feet) * small * LEADING + EDGE
    root = sheet(FRAMED, round(height), layout["font"]["size"])
    _head(root, title, description)
    SubElement(root, "rect", box_of(0, 0, FRAMED, height) | {"fill": ground})
    for at, line in enumerate(heads):
        baseline = EDGE + size * (at * LEADING + RISE)
        line_of_text(root, line, EDGE, baseline, size, ink, "start", bold=True)
    inner.set("x", str(EDGE))
    inner.set("y", in_pixels(top))
    root.append(inner)
    for at, line in enumerate(reversed(feet)):
        baseline = height - EDGE - at * small * LEADING - small * DROP
        line_of_text(root, line, EDGE, baseline, small, ink, "start")
    return ElementTree.tostring(root, encoding="unicode")


def svg(figure: Figure, *, title: str, description: str = "", width: int = WIDTH) -> str:
    """The figure `width` pixels wide and as high as it says. Raises DrawingError.

    `title` and `description` are what a reader hears who does not see it.
    """
    root = _drawn(figure, width)
    _head(root, title, description)
    return ElementTree.tostring(root, encoding="unicode")


def _drawn(figure: Figure, width: int) -> Element:
    canvas = canvas_of(figure, width)
    draw_grid(canvas)
    for shape in figure["layout"].get("shapes", ()):
        draw_shape(canvas, shape)
    before: Mapping[str, Any] = {}
    for trace in figure["data"]:
        _drawer(trace)(canvas, trace, before)
        before = trace
    draw_tick_words(canvas)
    for note in figure["layout"].get("annotations", ()):
        draw_annotation(canvas, note)
    return canvas.root


def _head(root: Element, title: str, description: str) -> None:
    """What stands first in a drawing, for those who do not see it."""
    root.set("aria-label", clean(title))
    for at, (name, words) in enumerate((("title", title), ("desc", description))):
        element = Element(name)
        element.text = clean(words)
        root.insert(at, element)


def _drawer(trace: Mapping[str, Any]) -> Callable[..., None]:
    """What draws a trace of this kind."""
    kind = (trace["type"], trace.get("mode") or trace.get("orientation") or "")
    drawers: Mapping[tuple[str, str], Callable[..., None]] = {
        ("bar", "h"): draw_bars_across,
        ("bar", ""): draw_bars_up,
        ("scatter", "markers"): draw_points,
        ("scatter", "lines"): draw_line,
    }
    if kind not in drawers:
        raise DrawingError(what=f"trace of kind {' '.join(kind).strip()!r}")
    return drawers[kind]
