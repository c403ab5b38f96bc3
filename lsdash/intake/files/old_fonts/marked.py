"""Letters marked with the old font that sets them, so that the mark goes wherever they are put.

Each stands as a character of a plane that no text uses, one for one, until the whole text is known
and `converted.read` makes it Unicode. Spaces carry no mark.
"""

import re

from lsdash.intake.files.old_fonts import letters, names
from lsdash.intake.files.old_fonts.letters import OldFont

FIRST = 0xF0000
ROOM = 0x4000
"""Places for the characters of a font; what lies beyond is no place of an old font."""
FONTS = tuple(OldFont)
MARKED = re.compile("[\U000f0000-\U000fffff]")
UNKNOWN = "□"
_PRIVATE_FROM = 0xF000
"""Where Word puts the places 0x20 to 0xFF of a font that calls its letters signs."""


def marked(text: str, font: str, upper: str | None = None) -> str:
    """The text as set in `font`, its characters above ASCII in `upper` where that differs."""
    low = names.told(font)
    high = low if upper is None else names.told(upper)
    shown = unmarked(text)
    if low is None and high is None:
        return shown
    return "".join(mark(_at_its_place(each), low if each.isascii() else high) for each in shown)


def soft_hyphen(font: str) -> str:
    """What a break that a line does not need shows: ư in TCVN3, nothing in other fonts."""
    shown = marked(letters.SOFT_HYPHEN, font)
    return shown if shown != letters.SOFT_HYPHEN else ""


def unmarked(text: str) -> str:
    """The text of a file, which has no marks of ours."""
    return MARKED.sub(UNKNOWN, text)


def plain(text: str) -> str:
    """The text as it is stored, without marks."""
    return MARKED.sub(lambda found: _letter(found[0]), text)


def font(character: str) -> OldFont | None:
    """The old font that sets it, if any."""
    place = ord(character) - FIRST
    return FONTS[place // ROOM] if 0 <= place < ROOM * len(FONTS) else None


def _letter(character: str) -> str:
    return chr((ord(character) - FIRST) % ROOM)


def mark(character: str, font: OldFont | None) -> str:
    """The character with the mark of this font."""
    if font is None or character.isspace() or ord(character) >= ROOM:
        return character
    return chr(FIRST + ROOM * FONTS.index(font) + ord(character))


def _at_its_place(character: str) -> str:
    code = ord(character)
    if _PRIVATE_FROM + 0x20 <= code <= _PRIVATE_FROM + 0xFF:
        return chr(code - _PRIVATE_FROM)
    return character
