"""What stands around the data: grid, words at the axes, bands behind, annotations."""

from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import SubElement

from lsdash.errors import DrawingError
from lsdash.export.drawing.canvas import Canvas
from lsdash.export.drawing.elements import box_of, ends_of, fill, plain
from lsdash.export.drawing.text import ANCHORED, ANCHORS, DROP, LEADING, line_of_text

DASHES = {"dot": "2 4", "dash": "9 6"}


def draw_grid(canvas: Canvas) -> None:
    for name in ("xaxis", "yaxis"):
        axis = canvas.layout[name]
        if not axis.get("showgrid", True) or not axis.get("visible", True):
            continue
        for value in axis.get("tickvals", ()):
            at = canvas.x(value) if name == "xaxis" else canvas.y(value)
            ends = (
                (at, canvas.top, at, canvas.bottom)
                if name == "xaxis"
                else (canvas.left, at, canvas.right, at)
            )
            line = SubElement(canvas.root, "line", ends_of(*ends))
            line.set("stroke", axis["gridcolor"])
            if "griddash" in axis:
                line.set("stroke-dasharray", DASHES[axis["griddash"]])


def draw_tick_words(canvas: Canvas) -> None:
    for name in ("xaxis", "yaxis"):
        axis = canvas.layout[name]
        if not axis.get("showticklabels", True) or not axis.get("visible", True):
            continue
        size = canvas.layout["font"]["size"]
        for value, words in zip(axis.get("tickvals", ()), axis.get("ticktext", ()), strict=True):
            if name == "xaxis":
                at, foot, anchor = canvas.x(value), canvas.bottom + size * LEADING, "middle"
            else:
                at, foot, anchor = canvas.left - 8, canvas.y(value) + size * DROP, "end"
            line_of_text(canvas.root, words, at, foot, size, axis["color"], anchor)


def draw_shape(canvas: Canvas, shape: Mapping[str, Any]) -> None:
    if shape["type"] != "rect":
        raise DrawingError(what=f"shape of type {shape['type']!r}")
    left, right = canvas.x(shape["x0"]), canvas.x(shape["x1"])
    top, bottom = canvas.y(shape["y0"]), canvas.y(shape["y1"])
    band = SubElement(canvas.root, "rect", box_of(left, top, right, bottom))
    fill(band, shape["fillcolor"])
    band.set("opacity", str(shape["opacity"]))


def draw_annotation(canvas: Canvas, note: Mapping[str, Any]) -> None:
    """Words at a place of the data or, in parts of one, of the plot."""
    if note.get("xref") == "paper":
        x = canvas.left + note["x"] * canvas.width
    else:
        x = canvas.x(note["x"])
    on_paper = note.get("yref") == "paper"
    y = canvas.bottom - note["y"] * canvas.height if on_paper else canvas.y(note["y"])
    size = note["font"]["size"]
    lines = note["text"].split("<br>")
    drop, above = ANCHORED[note.get("yanchor", "top" if on_paper else "middle")]
    foot = y - note.get("yshift", 0) + size * (drop - (len(lines) - 1) * LEADING * above)
    bold = note["text"].startswith("<b>")
    for at, line in enumerate(lines):
        line_of_text(
            canvas.root,
            plain(line),
            x + note.get("xshift", 0),
            foot + at * size * LEADING,
            size,
            note["font"]["color"],
            ANCHORS[note.get("xanchor", "center")],
            bold=bold,
        )
