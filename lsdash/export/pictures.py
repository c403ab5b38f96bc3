"""One chart as a picture file: SVG to be edited and enlarged, PNG to be sent and projected."""

from collections.abc import Sequence
from typing import Literal

from lsdash.charts.style import PALETTES, Theme
from lsdash.contents.blocks import Chart
from lsdash.export import drawing, typeset

Form = Literal["svg", "png"]
MEDIA_TYPES: dict[Form, str] = {"svg": "image/svg+xml", "png": "image/png"}
PPI = 144
"""A drawing of 768 points becomes a picture 1,536 pixels wide."""


def picture(
    chart: Chart, form: Form, *, title: str, foot: Sequence[str], theme: Theme = "light"
) -> bytes:
    """The chart as a file: what it says in one sentence above, and where it is from below."""
    ground = PALETTES[theme].ground
    drawn = drawing.framed(
        chart.draw(theme), title=title, description=chart.alt, foot=foot, ground=ground
    )
    if form == "svg":
        return drawn.encode()
    data = {"svg": drawn, "alt": chart.alt, "width": drawing.FRAMED}
    return typeset.png("picture", data, ppi=PPI)
