"""Digits with their dots and commas, read into exact numbers.

In Vietnamese a dot groups thousands and a comma marks decimals; in English it is the other way.
Where the marks alone do not decide, the language does and the doubt is told.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from lsdash.quantities.doubts import Doubt

FIXED_SPACE = "\u00a0"
"""Stands for every space that a typist set to hold thousands together; a plain one may part two
numbers."""

_SPACE = f"[ {FIXED_SPACE}]"
GROUPED = re.compile(
    rf"[1-9]\d{{0,2}}(?:{_SPACE}\d{{3}}){{1,5}}(?:,\d+)?(?![\d.,]*\d)(?!{_SPACE}\d{{3}}(?!\d))"
)
"""`3 500 000`: thousands parted by spaces."""
NUMERAL = re.compile(r"\d+(?:[.,]\d+)*")
"""Digits with marks, whether or not they make a number. Linear in its length."""
LEADING_MARK = re.compile(r"(?<![\w.,/)\x00])[.,](?=\d{1,18}(?![\d.,]*\d))")
"""`,89`: what stands before the comma is left out, or lost."""

MOST_DIGITS = 18
"""What a release can hold; a longer run of digits is no figure."""

_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_PLAIN = re.compile(r"\d+(?:,\d+)?")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_POINT = re.compile(r"\d+\.\d+")
_ONE_COMMA = re.compile(r"[1-9]\d{0,2},\d{3}")
_ONE_DOT = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_CODE = re.compile(r"0\d{2,}")
_PARTING = re.compile(_SPACE)
_WITH_PART = re.compile(r"(\d{0,6}) ?([½¼¾])")
_PARTS_OF_ONE = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}


def number(printed: str) -> Decimal:
    """`7.917` → 7917, `6,00` → 6.00: dots or spaces group, the comma is decimal."""
    return Decimal("".join(printed.replace(".", "").split()).replace(",", "."))


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


@dataclass(frozen=True)
class Number:
    """Digits before multipliers and unit. `printed` has dots where spaces part thousands."""

    value: Decimal
    printed: str
    end: int
    doubts: tuple[Doubt, ...] = ()


def opens(text: str, place: int) -> bool:
    """Whether digits, or the mark or fraction of a number, stand at `place`."""
    sign = text[place : place + 1]
    return sign.isdecimal() or sign in _PARTS_OF_ONE or bool(LEADING_MARK.match(text, place))


def read(text: str, place: int, *, english: bool = False) -> Number | None:
    """The number at `place` without spaces in it; None where it is a code, too long or none."""
    if part := _WITH_PART.match(text, place):
        return Number(Decimal(part[1] or 0) + _PARTS_OF_ONE[part[2]], part.group(), part.end())
    if LEADING_MARK.match(text, place):
        digits = text[place + 1 : NUMERAL.match(text, place + 1).end()]  # type: ignore[union-attr]
        if len(digits) > MOST_DIGITS:
            return None
        end = place + 1 + len(digits)
        return Number(Decimal(f"0.{digits}"), f",{digits}", end, (Doubt.LEADING_MARK,))
    found = NUMERAL.match(text, place)
    number_ = found and value(found.group(), english=english)
    if found is None or number_ is None:
        return None
    return Number(number_, found.group(), found.end())


def grouped(text: str, place: int) -> Number | None:
    """The number at `place` whose thousands are parted by spaces.

    One plain space may as well part two numbers, `xã 3 500 hộ`, and is doubtful; a space that a
    typist fixed is not, nor a group of three noughts.
    """
    found = GROUPED.match(text, place)
    if found is None or text[place - 1 : place] in {".", ","}:
        return None
    printed = _PARTING.sub(".", found.group())
    number_ = value(printed)
    is_sure = FIXED_SPACE in found.group() or (printed.count(".") > 1 and ".000" in printed)
    if number_ is None:
        return None
    return Number(number_, printed, found.end(), () if is_sure else (Doubt.SPACED,))
