"""Signs of the fonts Symbol and Wingdings, which a file keeps by their place in the font."""

import re

PRIVATE = re.compile("[\uf020-\uf0ff]")
"""Where such a font's places 0x20 to 0xFF are put as characters."""
PRIVATE_FROM = 0xF000
UNKNOWN = "□"

_GREEK = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ",
        strict=True,
    )
) | dict(zip("abcdefghijklmnopqrstuvwxyz", "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
_SIGNS = {
    0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "-", 0x40: "≅", 0x5C: "∴", 0x5E: "⊥",
    0x7E: "∼", 0xA0: "€", 0xA1: "ϒ", 0xA2: "′", 0xA3: "≤", 0xA4: "⁄", 0xA5: "∞", 0xA6: "ƒ",
    0xA7: "♣", 0xA8: "♦", 0xA9: "♥", 0xAA: "♠", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→",
    0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB5: "∝", 0xB6: "∂",
    0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC5: "⊕", 0xC6: "∅",
    0xC7: "∩", 0xC8: "∪", 0xCE: "∈", 0xCF: "∉", 0xD0: "∠", 0xD1: "∇", 0xD5: "∏", 0xD6: "√",
    0xD7: "⋅", 0xD8: "¬", 0xD9: "∧", 0xDA: "∨", 0xDB: "⇔", 0xDC: "⇐", 0xDE: "⇒", 0xE5: "∑",
    0xF2: "∫",
}  # fmt: skip
SYMBOL = {code: chr(code) for code in range(0x20, 0x7F) if not chr(code).isalpha()}
SYMBOL |= {ord(letter): sign for letter, sign in _GREEK.items()}
SYMBOL |= _SIGNS
WINGDINGS = {
    0x20: " ", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x72: "□", 0x75: "◆", 0x76: "❖",
    0x77: "◆", 0x9F: "•", 0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xE0: "→", 0xDF: "←", 0xF0: "⇨",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
FONTS = {"symbol": SYMBOL, "symbolmt": SYMBOL, "wingdings": WINGDINGS}
BULLETS = {0x76: "❖", 0xA7: "▪", 0xD8: "➢", 0xFC: "✓"}
"""Signs that only Wingdings has at places where nobody writes those of Symbol."""


def is_font(name: str) -> bool:
    """Whether a font of this name holds signs in the places of letters."""
    return name.strip().lower() in FONTS


def shown(text: str, font: str) -> str:
    """What `text` shows in this font of signs; a hollow square for a sign that is not known."""
    signs = FONTS[font.strip().lower()]
    return "".join(signs.get(_place(ord(letter)), UNKNOWN) for letter in text)


def unboxed(text: str) -> str:
    """The text with signs that came without their font, letter for letter.

    They are read as Symbol's, whose signs stand in sentences, or as the usual bullets.
    """
    return PRIVATE.sub(_unboxed, text)


def _unboxed(found: re.Match[str]) -> str:
    place = _place(ord(found[0]))
    return BULLETS.get(place) or SYMBOL.get(place, UNKNOWN)


def _place(code: int) -> int:
    return code - PRIVATE_FROM if PRIVATE_FROM <= code <= PRIVATE_FROM + 0xFF else code
