"""A line of text in a drawing, and room for it."""

from xml.etree.ElementTree import Element, SubElement

from lsdash.export import fonts
from lsdash.export.drawing.elements import clean, in_pixels

FONTS = f'"{fonts.FAMILY}", "Source Sans Pro", "Noto Sans", "Segoe UI", Arial, sans-serif'
LEADING = 1.3
"""Height of a line of text in sizes, as the browser's drawing has it."""

RISE, DROP = 0.95, 0.35
"""From the top of a line down to its letters' foot, and from its middle, in sizes."""

ANCHORED = {"top": (RISE, 0.0), "middle": (DROP, 0.5), "bottom": (-DROP, 1.0)}
"""From where words are anchored down to their first line's foot, and the lines that stand above."""

ANCHORS = {"left": "start", "center": "middle", "right": "end"}


def line_of_text(  # noqa: PLR0917 - what, where, how
    root: Element,
    words: str,
    x: float,
    foot: float,
    size: float,
    colour: str,
    anchor: str,
    *,
    bold: bool = False,
) -> Element:
    text = SubElement(root, "text", {"x": in_pixels(x), "y": in_pixels(foot), "fill": colour})
    text.set("font-size", in_pixels(size))
    if anchor != "start":
        text.set("text-anchor", anchor)
    if bold:
        text.set("font-weight", "600")
    text.text = clean(words)
    return text


def keep_to(text: Element, width: float) -> None:
    """As wide as in our font, so that on a machine without it the words still fit their bar."""
    text.set("textLength", in_pixels(width))
    text.set("lengthAdjust", "spacingAndGlyphs")


def clear_around(text: Element, ground: str) -> None:
    """Room around letters that stand on hatching."""
    text.set("stroke", ground)
    text.set("stroke-width", "5")
    text.set("stroke-linejoin", "round")
    text.set("paint-order", "stroke")
