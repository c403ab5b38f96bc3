"""Bars, lying and standing, plain and hatched."""

from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import SubElement

from lsdash.export import fonts
from lsdash.export.drawing.canvas import Canvas, each_mark, value_of
from lsdash.export.drawing.elements import box_of, fill, plain, say
from lsdash.export.drawing.text import DROP, clear_around, keep_to, line_of_text

SMALLEST = 12
"""Text on a bar shrinks to this, and is left to the bar's own words below it."""


def draw_bars_across(canvas: Canvas, trace: Mapping[str, Any], _before: object) -> None:
    for bar in each_mark(trace):
        left, right = canvas.x(bar["base"]), canvas.x(bar["base"] + bar["x"])
        top = canvas.y(bar["y"] - bar["width"] / 2)
        bottom = canvas.y(bar["y"] + bar["width"] / 2)
        _bar(canvas, bar, left, top, right, bottom)
        size = trace["textfont"]["size"]
        words, bold = plain(bar["text"]), "<b>" in bar["text"]
        if words:
            room = abs(right - left) - 6
            fits = min(size, size * room / fonts.width(words, size, bold=bold))
            if fits >= SMALLEST:
                foot = (top + bottom) / 2 + fits * DROP
                at = (left + right) / 2
                ink = bar["textfont.color"]
                text = line_of_text(canvas.root, words, at, foot, fits, ink, "middle", bold=bold)
                keep_to(text, fonts.width(words, fits, bold=bold))
                if bar["marker.pattern.shape"]:
                    clear_around(text, bar["marker.pattern.bgcolor"])


def draw_bars_up(canvas: Canvas, trace: Mapping[str, Any], _before: object) -> None:
    for bar in each_mark(trace):
        start = value_of(bar["x"]) + bar["offset"]
        left, right = canvas.x(start), canvas.x(start + bar["width"])
        _bar(canvas, bar, left, canvas.y(bar["base"]), right, canvas.y(bar["base"] + bar["y"]))


def _bar(  # noqa: PLR0917 - a box is left, top, right, bottom
    canvas: Canvas, bar: Mapping[str, Any], left: float, top: float, right: float, bottom: float
) -> None:
    box = SubElement(canvas.root, "rect", box_of(left, top, right, bottom))
    if bar.get("marker.pattern.shape"):
        ground, ink = bar["marker.pattern.bgcolor"], bar["marker.pattern.fgcolor"]
        box.set("fill", f"url(#{_hatch(canvas, ground, ink)})")
    else:
        fill(box, bar["marker.color"])
    box.set("stroke", bar["marker.line.color"])
    box.set("stroke-width", str(bar["marker.line.width"]))
    say(box, bar["hovertext"])


def _hatch(canvas: Canvas, ground: str, ink: str) -> str:
    """The name of a hatching, defined where it is first used.

    It is named for its colours: in a page of many drawings the same name is the same hatching.
    """
    if (ground, ink) not in canvas.hatches:
        name = f"hatch-{ground[1:]}-{ink[1:]}"
        canvas.hatches[ground, ink] = name
        frame = {"width": "7", "height": "7", "patternUnits": "userSpaceOnUse"}
        pattern = SubElement(SubElement(canvas.root, "defs"), "pattern", {"id": name, **frame})
        pattern.set("patternTransform", "rotate(45)")
        SubElement(pattern, "rect", {"width": "7", "height": "7", "fill": ground})
        SubElement(pattern, "rect", {"width": "1.75", "height": "7", "fill": ink})
    return canvas.hatches[ground, ink]
