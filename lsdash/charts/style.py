"""How charts look: one calm hue for what was decided, orange for what is only asked, red for what
is overdue, hatching for what is ours or unsaid.

Text colours keep a contrast of 4.5 on their ground in both themes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Literal

Theme = Literal["light", "dark"]
FONT = '"Source Sans", "Source Sans 3", sans-serif'


class Fill(Enum):
    """What a mark stands for."""

    DECIDED = "decided"
    SECOND = "second"
    OTHER = "other"
    REQUEST = "request"
    WAIT = "wait"
    PAST = "past"
    DERIVED = "derived"
    UNSTATED = "unstated"
    UNSURE = "unsure"
    OBLIGATION = "obligation"
    LATE = "late"


@dataclass(frozen=True)
class Ink:
    """Colours of a mark: its ground, its edge, the text on it, and the hatching if any."""

    ground: str
    edge: str
    text: str
    hatch: str = ""


@dataclass(frozen=True)
class Palette:
    text: str
    muted: str
    line: str
    ground: str
    inks: dict[Fill, Ink]


def _palette(  # noqa: PLR0917 - one line a theme reads best in this order
    text: str, muted: str, line: str, ground: str, hatch: str, fills: dict[Fill, tuple[str, str]]
) -> Palette:
    inks = {fill: Ink(colour, colour, on) for fill, (colour, on) in fills.items()}
    inks[Fill.DERIVED] = Ink(ground, muted, text, hatch)
    inks[Fill.UNSTATED] = Ink(ground, line, text, hatch)
    hollow = Ink(ground, fills[Fill.DECIDED][0], text)
    inks[Fill.OBLIGATION] = inks[Fill.UNSURE] = hollow
    return Palette(text, muted, line, ground, inks)


PALETTES: dict[Theme, Palette] = {
    "light": _palette(
        "#1B2A2E",
        "#43555A",
        "#C9D4D2",
        "#FFFFFF",
        "#9FB0B0",
        {
            Fill.DECIDED: ("#0B5D66", "#FFFFFF"),
            Fill.SECOND: ("#8FC0C4", "#12292C"),
            Fill.OTHER: ("#8A6D1F", "#FFFFFF"),
            Fill.REQUEST: ("#B04D08", "#FFFFFF"),
            Fill.WAIT: ("#F0BE6E", "#33230A"),
            Fill.PAST: ("#B9CFD1", "#1B2A2E"),
            Fill.LATE: ("#A32018", "#FFFFFF"),
        },
    ),
    "dark": _palette(
        "#E8EFEE",
        "#AEBFC2",
        "#3B4F54",
        "#10191B",
        "#485B60",
        {
            Fill.DECIDED: ("#2C8F9A", "#06181A"),
            Fill.SECOND: ("#A5D3D7", "#0B1E20"),
            Fill.OTHER: ("#C9A64C", "#1C1503"),
            Fill.REQUEST: ("#E58A45", "#1F0E02"),
            Fill.WAIT: ("#F0BE6E", "#241803"),
            Fill.PAST: ("#4B666A", "#F2F7F6"),
            Fill.LATE: ("#F0857A", "#240605"),
        },
    ),
}

FADED = 0.16
"""How much of its colour a stretch keeps that may or may not belong to a mark."""


def faded(palette: Palette, fill: Fill) -> Ink:
    """The ink of such a stretch: pale on the theme's own ground, with text that can be read."""
    strong, ground = (_channels(each) for each in (palette.inks[fill].edge, palette.ground))
    mixed = [round(a * FADED + b * (1 - FADED)) for a, b in zip(strong, ground, strict=True)]
    colour = "#" + "".join(f"{each:02X}" for each in mixed)
    return Ink(colour, colour, palette.text)


def colours(theme: Theme) -> list[str]:
    """Every colour of a theme's charts, in an order that is the same for both."""
    palette = PALETTES[theme]
    inks = [*palette.inks.values(), *(faded(palette, fill) for fill in palette.inks)]
    each = [(ink.ground, ink.edge, ink.text, ink.hatch) for ink in inks]
    own = [palette.text, palette.muted, palette.line, palette.ground]
    return [*own, *(colour for ink in each for colour in ink if colour)]


def _channels(colour: str) -> bytes:
    return bytes.fromhex(colour.removeprefix("#"))


IN_PIXELS = frozenset({"size", "height", "xshift", "yshift", "standoff", "l", "r", "t", "b"})
"""Properties of a drawing that are lengths on the screen."""


MEETING = 1.3
"""How much larger a meeting's words are than a page's; `meeting.css` says the same."""


LETTERS = 1.15
"""How much further type alone may grow within the lines that a drawing leaves for it."""


def enlarged(drawing: Any, by: float, letters: float = 1) -> Any:
    """The same drawing with its type and heights `by` times as large; the width is the page's.

    Type is `letters` times as large again, in the same heights.
    """
    if isinstance(drawing, Mapping):
        return {
            key: _lengths(value, by) if key in IN_PIXELS else _enlarged(key, value, by, letters)
            for key, value in drawing.items()
        }
    if isinstance(drawing, list | tuple):
        return [enlarged(each, by, letters) for each in drawing]
    return drawing


def _enlarged(key: str, value: Any, by: float, letters: float) -> Any:
    return enlarged(value, by * letters) if key.endswith("font") else enlarged(value, by, letters)


def _lengths(value: Any, by: float) -> Any:
    """A length, or one for each mark, `by` times as large."""
    if isinstance(value, list | tuple):
        return [_lengths(each, by) for each in value]
    return value * by if isinstance(value, int | float) else enlarged(value, by)
