"""One amount: a number with its multipliers and its unit, as in `7 tỷ 274 triệu đồng`.

Works on prepared text: lower case, NFC, one space between words, a newline only where an
expression must end. Every match is anchored and every look-up takes a few words, so the cost of
an amount does not grow with the text.
"""

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass
from decimal import Decimal

from lsdash.quantities import numerals, words
from lsdash.vocabulary import FigureKind, Unit

WORD = r"[^\W\d_]+(?:-[^\W\d_]+)*"


def longest(phrases: Iterable[str]) -> int:
    """The number of words in the longest phrase."""
    return max(len(phrase.split()) for phrase in phrases)


def _either(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))


_WORD = re.compile(rf" ?({WORD})")
_SYMBOL = re.compile(rf" ?({_either(words.SYMBOLS)})(?!\w)")
_WRITTEN_OUT = re.compile(r" ?\(((?:[^\W\d_]+ ?){1,6})\)")
SCALE = re.compile(rf" ?({_either(words.SCALES)})(?!\w)")
_HALF = re.compile(r" ?rưỡi(?!\w)")
_PART = re.compile(rf" ?({numerals.NUMERAL.pattern})")
_MONTHS = re.compile(r" (?:và )?(\d{1,2}) tháng(?!\w)")
_GLUED = re.compile(r"(?!x ?\d)\w")
"""A letter right behind the digits makes them a code, unless it stands between two measures."""
_LONGEST = longest(words.UNITS)


@dataclass(frozen=True)
class Amount:
    """`value` is in base units once `scale` is applied; it is applied already."""

    value: Decimal
    scale: int
    noun: str
    """The unit or counted noun, lower case; empty where none is printed."""
    digits: str
    end: int

    @property
    def counted(self) -> words.Counted | None:
        return words.UNITS.get(self.noun)


def read(text: str, place: int, *, english: bool = False) -> Amount | None:
    """The amount whose digits begin at `place`; None where they are no number or part of a code."""
    digits = numerals.NUMERAL.match(text, place)
    if digits is None:
        return _in_words(text, place)
    value = numerals.value(digits.group(), english=english)
    if value is None:
        return None
    end = _past_written_out(text, digits.end())
    scale, end = _scale(text, end)
    total = value * scale
    if scale > 1:
        total, end = _with_smaller_parts(text, total, scale, end)
    noun, after = unit(text, end) or ("", end)
    if not noun and scale == 1 and _GLUED.match(text, end):
        return None
    months = _MONTHS.match(text, after) if noun == "năm" else None
    if months and value == value.to_integral_value():
        total, noun, after = value * 12 + int(months[1]), "tháng", months.end()
    return Amount(_whole(total, scale), scale, noun, digits.group(), after)


def _in_words(text: str, place: int) -> Amount | None:
    """`hai mươi người`; only with a unit, since `một trăm` alone may be anything."""
    number = numerals.WRITTEN.match(text, place)
    value = number and numerals.written(number.group())
    noun = number and unit(text, number.end())
    if number is None or value is None or noun is None:
        return None
    return Amount(value, 1, noun[0], number.group(), noun[1])


def unit(text: str, place: int) -> tuple[str, int] | None:
    """The unit or counted noun at `place`, in its words, and where it ends."""
    symbol = _SYMBOL.match(text, place)
    if symbol:
        return symbol[1], symbol.end()
    found = phrase(text, place, words.UNITS, _LONGEST)
    if found and found[0] == "đồng" and phrase(text, found[1], words.NOT_MONEY, 2):
        return None
    return found


def phrase(text: str, place: int, table: Container[str], most_words: int) -> tuple[str, int] | None:
    """The longest phrase of `table` at `place`, its words parted by one space, and its end."""
    said, best = "", None
    for _ in range(most_words):
        word = _WORD.match(text, place)
        if not word or text[word.end() : word.end() + 1].isdigit():
            break
        if said and text[place] != " ":
            break
        said = f"{said} {word[1]}" if said else word[1]
        place = word.end()
        if said in table:
            best = said, place
    return best


def _past_written_out(text: str, place: int) -> int:
    """Past the number in words: `05 (năm) ngày`."""
    written = _WRITTEN_OUT.match(text, place)
    if written and all(word in words.NUMBERS for word in written[1].split()):
        return written.end()
    return place


def _scale(text: str, place: int) -> tuple[int, int]:
    """Multipliers in a row multiply: `nghìn tỷ`."""
    scale = 1
    for _ in range(2):
        word = SCALE.match(text, place)
        if not word:
            break
        scale, place = scale * words.SCALES[word[1]], word.end()
    return scale, place


def _with_smaller_parts(text: str, total: Decimal, scale: int, place: int) -> tuple[Decimal, int]:
    """Adds what follows in smaller multipliers: `… 274 triệu`, `… 500 nghìn`, `… rưỡi`."""
    half = _HALF.match(text, place)
    if half:
        return total + scale // 2, half.end()
    while scale > 1:
        digits = _PART.match(text, place)
        part = digits and numerals.value(digits[1].lstrip("0") or "0")
        if digits is None or part is None:
            break
        smaller, end = _scale(text, digits.end())
        if part * smaller >= scale or (smaller == 1 and not _is_money(unit(text, end))):
            break
        total, scale, place = total + part * smaller, smaller, end
    return total, place


def _is_money(found: tuple[str, int] | None) -> bool:
    return found is not None and words.UNITS[found[0]] == (FigureKind.MONEY, Unit.VND)


def _whole(value: Decimal, scale: int) -> Decimal:
    """Whole where it comes out whole: 3,5 tỷ is 3 500 000 000 đồng, without a decimal."""
    whole = value.to_integral_value()
    return whole if scale > 1 and value == whole else value
