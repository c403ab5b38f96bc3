"""Source Sans as its maker publishes it, under the SIL Open Font License: see LICENSE.md."""

from functools import cache, lru_cache
from pathlib import Path

from PIL import ImageFont

FOLDER = Path(__file__).parent
FAMILY = "Source Sans 3"
_MEASURED_AT = 100


@lru_cache(maxsize=10_000)
def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a line of text is when set in `size`, in the same unit as that."""
    return float(_font(bold=bold).getlength(text)) * size / _MEASURED_AT


def wrapped(text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """The text in lines that fit the room; a word that is wider, as a link may be, is broken."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines += _broken(word, size, room, bold=bold)
    return lines


def _broken(word: str, size: float, room: float, *, bold: bool) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, size, bold=bold) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


@cache
def _font(*, bold: bool) -> ImageFont.FreeTypeFont:
    weight = "Semibold" if bold else "Regular"
    return ImageFont.truetype(FOLDER / f"SourceSans3-{weight}.ttf", _MEASURED_AT)
