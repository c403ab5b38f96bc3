"""Source Sans as its maker publishes it, and Droid Sans Fallback for Chinese names.

Under the SIL Open Font License (LICENSE.md) and the Apache License (LICENSE-DroidSansFallback.txt).
"""

import unicodedata
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path

from PIL import ImageFont

from lsdash.export.fonts import letters

FOLDER = Path(__file__).parent
FAMILY = "Source Sans 3"
REGULAR, SEMIBOLD, CHINESE = (
    FOLDER / f"{name}.ttf"
    for name in ("SourceSans3-Regular", "SourceSans3-Semibold", "DroidSansFallback")
)
_MEASURED_AT = 100
_UNSHOWN = {"Cc", "Cf", "Zs", "Zl", "Zp"}
"""Categories of signs that print nothing."""
_VARIANTS = range(0xFE00, 0xFE10)


@lru_cache(maxsize=10_000)
def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a line of text is when set in `size`, in the same unit as that."""
    own = letters.of(REGULAR)
    runs = groupby(text, key=lambda letter: ord(letter) in own)
    lengths = (
        _font(_weight(bold=bold) if is_own else CHINESE).getlength("".join(run))
        for is_own, run in runs
    )
    return float(sum(lengths)) * size / _MEASURED_AT


def printable(text: str) -> str:
    """The text with the number of each letter that no font of ours has: `[U+0E01]`, not a box."""
    if text.isascii():
        return text
    missing = {ord(letter): _numbered(letter) for letter in set(text) if not _is_printed(letter)}
    return text.translate(missing) if missing else text


def _is_printed(letter: str) -> bool:
    is_known = ord(letter) in letters.of(REGULAR) or ord(letter) in letters.of(CHINESE)
    return is_known or unicodedata.category(letter) in _UNSHOWN


def _numbered(letter: str) -> str:
    return "" if ord(letter) in _VARIANTS else f"[U+{ord(letter):04X}]"


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


def _weight(*, bold: bool) -> Path:
    return SEMIBOLD if bold else REGULAR


@cache
def _font(file: Path) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(file, _MEASURED_AT)
