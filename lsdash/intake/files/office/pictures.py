"""Which pictures of a Word file may be pages that were scanned: those set as wide as text is."""

import re
from collections.abc import Iterator

from lxml import etree

EMU = {"cm": 360_000, "mm": 36_000, "in": 914_400, "pt": 12_700, "px": 9_525}
"""Word's unit of length in others."""
LENGTH = re.compile(
    r"(?<![\w-])(?P<side>width|height):(?P<size>\d+(?:\.\d+)?)(?P<unit>cm|mm|in|pt|px)"
)
WIDE, HIGH = 7 * EMU["cm"], 2.5 * EMU["cm"]
"""Emblems, stamps and signatures are smaller."""


def references(drawing: etree._Element) -> Iterator[str]:
    """What the pictures in a drawing are called among the file's relations, where it is large."""
    if not _is_large(drawing):
        return
    for each in drawing.iter("{*}blip", "{*}imagedata"):
        name = "}embed" if each.tag.endswith("}blip") else "}id"
        yield from (value for key, value in each.attrib.items() if key.endswith(name))


def _is_large(drawing: etree._Element) -> bool:
    width, height = _size(drawing)
    return width >= WIDE and height >= HIGH


def _size(drawing: etree._Element) -> tuple[float, float]:
    """As it is shown: of a drawing of today, or of one of older programs."""
    for extent in drawing.iter("{*}extent"):
        sides = extent.get("cx", ""), extent.get("cy", "")
        if all(side.isascii() and side.isdigit() for side in sides):
            return float(sides[0]), float(sides[1])
    for shape in drawing.iter("{*}shape"):
        told = {
            each["side"]: float(each["size"]) * EMU[each["unit"]]
            for each in LENGTH.finditer(shape.get("style", ""))
        }
        return told.get("width", 0.0), told.get("height", 0.0)
    return 0.0, 0.0
