"""Digits with their dots and commas, read into exact numbers.

In Vietnamese a dot groups thousands and a comma marks decimals; in English it is the other way.
Where the marks alone do not decide, the language does and the doubt is told.
"""

import re
from decimal import Decimal

NUMERAL = re.compile(r"\d+(?:[.,]\d+)*")
"""Digits with marks, whether or not they make a number. Linear in its length."""

_DIGITS = {
    "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6,
    "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_TENS = {"mười": 10, "mươi": 10, "trăm": 100}
_THOUSANDS = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_LINKS = {"linh", "lẻ", "không"}
_ANY = "|".join([*_DIGITS, *_TENS, *_THOUSANDS, *_LINKS])
WRITTEN = re.compile(rf"(?<!\w)(?:{'|'.join([*_DIGITS, 'mười'])})(?: (?:{_ANY})){{0,16}}(?!\w)")
"""A number in words; `written` tells whether it is one."""

MOST_DIGITS = 18
"""What a release can hold; a longer run of digits is no figure."""

_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_PLAIN = re.compile(r"\d+(?:,\d+)?")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_POINT = re.compile(r"\d+\.\d+")
_ONE_COMMA = re.compile(r"[1-9]\d{0,2},\d{3}")
_ONE_DOT = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_CODE = re.compile(r"0\d{2,}")


def number(printed: str) -> Decimal:
    """`7.917` → 7917, `6,00` → 6.00: dots group, the comma is decimal, decimals are kept."""
    return Decimal(printed.replace(".", "").replace(",", "."))


def value(printed: str, *, english: bool = False) -> Decimal | None:
    """The number that the digits say, or None when they are a code, too long or no number."""
    if len(printed) > MOST_DIGITS + 6 or _CODE.match(printed):
        return None
    if english and (_ENGLISH.fullmatch(printed) or _POINT.fullmatch(printed)):
        return Decimal(printed.replace(",", ""))
    if _DOTTED.fullmatch(printed) or _PLAIN.fullmatch(printed):
        return number(printed)
    if _ENGLISH.fullmatch(printed) or _POINT.fullmatch(printed):
        return Decimal(printed.replace(",", ""))
    return None


def indivisible(printed: str) -> Decimal | None:
    """`1,250` where only whole things are counted: the comma must group; None where it need not."""
    return Decimal(printed.replace(",", "")) if _ONE_COMMA.fullmatch(printed) else None


def is_doubtful(printed: str, *, english: bool = False) -> bool:
    """Whether the marks could as well be read the other way.

    `217,860` is 217.86 in Vietnamese and two hundred thousand in English; `7.5` breaks the
    Vietnamese rule. `1.500` keeps to it, and is doubtful only in an English sentence.
    """
    if english:
        return bool(_ONE_DOT.fullmatch(printed))
    if _ONE_COMMA.fullmatch(printed):
        return True
    return bool(_POINT.fullmatch(printed) and not _DOTTED.fullmatch(printed))


def written(printed: str) -> Decimal | None:
    """`một trăm hai mươi` → 120. None below ten: `một số`, `hai bên` speak of no figure."""
    total = group = digit = 0
    is_figure = False
    for word in printed.split():
        if word in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[word]
            continue
        if word == "mười" and digit:
            return None
        if word in _TENS:
            group += 10 if word == "mười" else digit * _TENS[word]
        elif word in _THOUSANDS:
            total += (group + digit) * _THOUSANDS[word]
            group = 0
        is_figure |= word not in _LINKS
        digit = 0
    return Decimal(total + group + digit) if is_figure else None
