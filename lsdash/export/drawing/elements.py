"""What a drawing's elements are written with: numbers, boxes, colours, words when pointed at."""

import re
from collections.abc import Sequence
from html import unescape
from xml.etree.ElementTree import Element, SubElement

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]")


def say(element: Element, hover: str) -> None:
    """What a mark says when pointed at."""
    if hover:
        SubElement(element, "title").text = "\n".join(map(plain, hover.split("<br>")))


def fill(element: Element, colour: str) -> None:
    """A colour written as `#rrggbb` or `rgba(r,g,b,a)`."""
    parts = re.fullmatch(r"rgba\((\d+),(\d+),(\d+),([\d.]+)\)", colour)
    if parts is None:
        element.set("fill", colour)
    elif float(parts[4]) == 0:
        element.set("fill", "none")
    else:
        red, green, blue = (int(parts[at]) for at in (1, 2, 3))
        element.set("fill", f"#{red:02X}{green:02X}{blue:02X}")
        element.set("fill-opacity", parts[4])


def box_of(left: float, top: float, right: float, bottom: float) -> dict[str, str]:
    return {
        "x": in_pixels(min(left, right)),
        "y": in_pixels(min(top, bottom)),
        "width": in_pixels(abs(right - left)),
        "height": in_pixels(abs(bottom - top)),
    }


def ends_of(x1: float, y1: float, x2: float, y2: float) -> dict[str, str]:
    return {"x1": in_pixels(x1), "y1": in_pixels(y1), "x2": in_pixels(x2), "y2": in_pixels(y2)}


def points_of(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{in_pixels(x)},{in_pixels(y)}" for x, y in points)


def in_pixels(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def plain(html: str) -> str:
    """Text without the two marks that our charts use."""
    return unescape(html.replace("<b>", "").replace("</b>", ""))


def clean(text: str) -> str:
    """Without what XML may not hold."""
    return _UNPRINTABLE.sub("", text)
