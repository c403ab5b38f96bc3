"""Our charts as SVG, drawn here: no browser, real text, from the same figures that pages show.

Only what our charts use is known; anything else is an error rather than a gap in the picture. One
unit of the drawing is one pixel of the page.
"""

from lsdash.export.drawing.canvas import FRAMED, WIDTH
from lsdash.export.drawing.picture import framed, svg
from lsdash.export.drawing.small import small

__all__ = [
    "FRAMED",
    "WIDTH",
    "framed",
    "small",
    "svg",
]
