"""The letters of the fonts TCVN3 (ABC) and VNI, by what Unicode shows in their places.

A TCVN3 font has a place for each letter, but none for a capital with a tone: those are set in a
font of capitals, whose name ends in H. A VNI font sets a mark after its letter: `oä` is ộ.
"""

import re
from enum import StrEnum


class OldFont(StrEnum):
    TCVN3 = "tcvn3"
    TCVN3_CAPITALS = "tcvn3_capitals"
    """Small letters in their places are drawn as capitals."""
    VNI = "vni"


def _laid_out(places: str, letters: str) -> dict[str, str]:
    return dict(zip(places.split(), letters.split(), strict=True))


SOFT_HYPHEN = "\u00ad"
"""The place of ư in TCVN3, which programs drop or show as a line's hyphen."""
MINUS, BULLET, GREEK_MU = "\u2212", "\u2219", "\u03bc"
"""What a PDF says for the places of ư, ã and à."""
SIGNS = frozenset(f"×÷·{MINUS}{BULLET}")
"""Alone they are signs: no word has but this letter."""
TCVN3 = {
    **_laid_out("¡ ¢ § £ ¤ ¥ ¦", "Ă Â Đ Ê Ô Ơ Ư"),
    **_laid_out("¨ © ® ª « ¬", "ă â đ ê ô ơ"),
    **{SOFT_HYPHEN: "ư", MINUS: "ư", BULLET: "ã", GREEK_MU: "à"},
    **_laid_out("µ ¸ ¶ · ¹ » ¾ ¼ ½ Æ Ç Ê È É Ë", "à á ả ã ạ ằ ắ ẳ ẵ ặ ầ ấ ẩ ẫ ậ"),
    **_laid_out("Ì Ð Î Ï Ñ Ò Õ Ó Ô Ö", "è é ẻ ẽ ẹ ề ế ể ễ ệ"),
    **_laid_out("× Ý Ø Ü Þ ú ý û ü þ", "ì í ỉ ĩ ị ỳ ý ỷ ỹ ỵ"),
    **_laid_out("ß ã á â ä å è æ ç é ê í ë ì î", "ò ó ỏ õ ọ ồ ố ổ ỗ ộ ờ ớ ở ỡ ợ"),
    **_laid_out("ï ó ñ ò ô õ ø ö ÷ ù", "ù ú ủ ũ ụ ừ ứ ử ữ ự"),
}

_TONED = {
    "a": _laid_out("ø ù û õ ï â á à å ã ä ê é è ú ü ë", "à á ả ã ạ â ấ ầ ẩ ẫ ậ ă ắ ằ ẳ ẵ ặ"),
    "e": _laid_out("ø ù û õ ï â á à å ã ä", "è é ẻ ẽ ẹ ê ế ề ể ễ ệ"),
    "i": _laid_out("ø ù û õ ï", "ì í ỉ ĩ ị"),
    "o": _laid_out("ø ù û õ ï â á à å ã ä", "ò ó ỏ õ ọ ô ố ồ ổ ỗ ộ"),
    "ô": _laid_out("ø ù û õ ï", "ờ ớ ở ỡ ợ"),
    "u": _laid_out("ø ù û õ ï", "ù ú ủ ũ ụ"),
    "ö": _laid_out("ø ù û õ ï", "ừ ứ ử ữ ự"),
    "y": _laid_out("ø ù û õ ï", "ỳ ý ỷ ỹ ỵ"),
}
_SMALL = {
    **{base + mark: letter for base, marked in _TONED.items() for mark, letter in marked.items()},
    **_laid_out("ñ ô ö æ ó ò î", "đ ơ ư ỉ ĩ ị ỵ"),
}
VNI = _SMALL | {place.upper(): letter.upper() for place, letter in _SMALL.items()}
VNI |= {place.capitalize(): letter.upper() for place, letter in _SMALL.items()}
"""A capital may carry the mark of a small letter."""
_VNI_LETTERS = re.compile("|".join(sorted(map(re.escape, VNI), key=len, reverse=True)))
_CAPITALS = re.compile("[A-Z]")

PLACES = frozenset(TCVN3) | frozenset("".join(VNI)) - frozenset("aeiouyAEIOUY")
"""The characters above ASCII that are a letter in either kind of font, or the mark of one."""


def word(stored: str, font: OldFont) -> str:
    """The word that is stored as this, in Unicode (NFC)."""
    if stored in SIGNS:
        return stored
    if font is OldFont.VNI:
        return _VNI_LETTERS.sub(lambda found: VNI[found[0]], stored)
    text = "".join(TCVN3.get(place, place) for place in stored)
    capitals = _CAPITALS.findall(stored)
    has_small = re.search("[a-z]", stored) is not None
    if len(capitals) > 1:
        return text if has_small else text.upper()  # `TTg` stays, `TØNH` is TỈNH
    return text.upper() if font is OldFont.TCVN3_CAPITALS else text
