"""One amount: a number with its multipliers and its unit, as in `7 tỷ 274 triệu đồng`.

Works on prepared text: lower case, NFC, one space between words, a newline only where an
expression must end. Every match is anchored and every look-up takes a few words, so the cost of
an amount does not grow with the text.
"""

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass
from decimal import Decimal

from lsdash.quantities import numerals, spoken, words
from lsdash.quantities.doubts import Doubt
from lsdash.quantities.spoken import Spoken
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
SCALE = re.compile(rf" ?{words.NO_SCALE}({_either(words.SCALES)})(?!\w)")
_SHORT_MONEY = re.compile(
    r" ?(?:(?P<short>tr)(?:\. ?| )?|(?P<scale>ngh?|triệu|tỷ|tỉ|nghìn|ngàn)\.?)"
    r"(?P<money>đồng|đ)(?!\w)"
)
"""`500 trđ`, `500 tr. đồng`, `12 tỷđ`"""
_SHORT_SCALE = re.compile(r" ?tr(?![\w.]*\w)")
"""`500 tr`: millions, or pages."""
_SHORT_SCALES = words.SCALES | {"tr": 10**6, "ng": 10**3, "ngh": 10**3}
_HALF = re.compile(r" ?rư[ỡở]i(?!\w)")
_HALF_A_UNIT = re.compile(
    r"nửa (?P<unit>ngày|tháng|năm|giờ|tiếng|tuần|kg|tấn|tạ|ha|km)"
    r"(?!\w| (?:đầu|cuối|sau|trước|còn|qua|nay|(?:19|20)\d))"
)
"""`nửa tháng`, but not `nửa năm đầu`"""
_PART = re.compile(rf" ?({numerals.NUMERAL.pattern})")
_MONTHS = re.compile(r" (?:và )?(\d{1,2}) tháng(?!\w)")
_GLUED = re.compile(r"(?!x ?\d)\w")
"""A letter right behind the digits makes them a code, unless it stands between two measures."""
_LONGEST = longest(words.UNITS)
_SURE_ALONE = 1_000_000
"""A number in words from here on may stand without a unit: `nửa tỷ`."""
_LIMITED = re.compile(
    r"(?<!\w)(?:ít nhất|tối thiểu|không dưới|không ít hơn|chí ít|tối đa|không quá|không vượt quá"
    r"|nhiều nhất)(?: (?:phải có|có|là))? $"
)
"""Before a number in words that is counted, however small: `ít nhất một tổ`."""
_HALVED = {FigureKind.DURATION, FigureKind.QUANTITY}


@dataclass(frozen=True)
class Amount:
    """`value` is in base units once `scale` is applied; it is applied already."""

    value: Decimal
    scale: int
    noun: str
    """The unit or counted noun, lower case; empty where none is printed."""
    digits: str
    end: int
    doubts: tuple[Doubt, ...] = ()

    @property
    def counted(self) -> words.Counted | None:
        return words.UNITS.get(self.noun)


def read(text: str, place: int, *, english: bool = False, is_named: bool = False) -> Amount | None:
    """The amount whose number begins at `place`; None where it is none or part of a code.

    `is_named` says that a word before the digits may own them, as `loại` in `loại 1 250 người`:
    one space then parts two numbers.
    """
    if not numerals.opens(text, place):
        return in_words(text, place)
    grouped = numerals.grouped(text, place)
    if grouped and not (is_named and grouped.doubts) and (amount := _amount(text, grouped)):
        return amount
    number = numerals.read(text, place, english=english)
    return _amount(text, number) if number else None


def _amount(text: str, number: numerals.Number) -> Amount | None:
    """The number with what follows it; None where a letter right behind makes it a code."""
    end = _past_written_out(text, number.end)
    scale, noun, end = _multiplier(text, end)
    total = number.value * scale
    if scale > 1 and not noun:
        total, scale, noun, end = _continued(text, total, scale, end)
    after = end
    if not noun:
        noun, after = unit(text, end) or ("", end)
    if not noun and scale == 1 and _GLUED.match(text, end):
        return None
    months = _MONTHS.match(text, after) if noun == "năm" else None
    half = _HALF.match(text, after) if scale == 1 and _is_halved(noun) else None
    if months and number.value == number.value.to_integral_value():
        total, noun, after = number.value * 12 + int(months[1]), "tháng", months.end()
    elif half:
        total, after = total + Decimal("0.5"), half.end()
    return Amount(whole(total, scale), scale, noun, number.printed, after, number.doubts)


def in_words(text: str, place: int, *, from_one: bool = False) -> Amount | None:
    """`hai mươi người`, `nửa tỷ`; a small one only with a unit: `một trăm` may be anything.

    None below ten unless asked for, or limited: `một số`, `hai bên` speak of no figure.
    """
    from_one = from_one or bool(_LIMITED.search(text, max(0, place - 24), place))
    if half := _HALF_A_UNIT.match(text, place):
        return Amount(Decimal("0.5"), 1, half["unit"], "", half.end())
    for said in spoken.read(text, place):
        if said.is_digit and not from_one:
            continue
        amount = _of_words(text, place, said)
        is_sure_alone = said.ends_in_scale and said.is_complete and amount.value >= _SURE_ALONE
        if amount.noun or is_sure_alone:
            return amount
    return None


def _of_words(text: str, place: int, said: Spoken) -> Amount:
    """The number in words with digits in smaller multipliers, and its unit."""
    total, scale, noun, end = said.value, said.scale, "", said.end
    if said.last_scale > 1:
        total, last, noun, end = _continued(text, total, said.last_scale, end)
        scale = max(scale, last)
    if not noun:
        noun, end = _unit_of_words(text, end)
    half = _HALF.match(text, end) if scale == 1 and _is_halved(noun) else None
    if half:
        total, end = total + Decimal("0.5"), half.end()
    doubts = (Doubt.SAID_SHORT,) if said.is_loose else ()
    return Amount(whole(total, scale), scale, noun, text[place : said.end], end, doubts)


def _unit_of_words(text: str, place: int) -> tuple[str, int]:
    """The unit behind a number in words; `một trăm năm người` counts no years."""
    found = unit(text, place)
    if found is None or (found[0] == "năm" and unit(text, found[1])):
        return "", place
    return found


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


def _multiplier(text: str, place: int) -> tuple[int, str, int]:
    """The multiplier at `place` with the `đồng` that is written in one with it, and their end."""
    short = _SHORT_MONEY.match(text, place)
    if short and not phrase(text, short.end(), words.NOT_MONEY, 2):
        return _SHORT_SCALES[short["short"] or short["scale"]], short["money"], short.end()
    if short := _SHORT_SCALE.match(text, place):
        return _SHORT_SCALES["tr"], "", short.end()
    scale, end = _scale(text, place)
    short = _SHORT_MONEY.match(text, end) if scale > 1 else None
    if short and short["short"]:
        return scale * _SHORT_SCALES["tr"], short["money"], short.end()
    return scale, "", end


def _scale(text: str, place: int) -> tuple[int, int]:
    """Multipliers in a row multiply: `nghìn tỷ`."""
    scale = 1
    for _ in range(2):
        word = SCALE.match(text, place)
        if not word:
            break
        scale, place = scale * words.SCALES[word[1]], word.end()
    return scale, place


def _continued(text: str, total: Decimal, scale: int, place: int) -> tuple[Decimal, int, str, int]:
    """With what goes on in digits or words: `2 nghìn 500 tỷ`, `1 tỷ 500 triệu`, `1 tỷ rưỡi`.

    Gives number, multiplier, the unit where it is written in one with a multiplier, and the end.
    """
    total, scale, noun, place = _raised(text, total, scale, place)
    half = _HALF.match(text, place)
    if half and not noun:
        return total + scale // 2, scale, "", half.end()
    least = scale
    while least > 1 and not noun:
        part = _smaller(text, least, place)
        if part is None:
            break
        added, least, noun, place = part
        total += added
    return total, scale, noun, place


def _raised(text: str, total: Decimal, scale: int, place: int) -> tuple[Decimal, int, str, int]:
    """`2 nghìn 500 tỷ`, `5 nghìn 5 trăm tỷ`: what is multiplied last goes on in digits."""
    digits = _PART.match(text, place)
    if digits and digits[1].isdecimal() and total == total.to_integral_value() < _SURE_ALONE:
        part, end = int(digits[1][:9]), digits.end()
        lesser = SCALE.match(text, end)
        if lesser and words.SCALES[lesser[1]] < scale:
            part, end = part * words.SCALES[lesser[1]], lesser.end()
        greater, noun, end = _multiplier(text, end)
        if part < scale < greater:
            return (total + part) * greater, greater, noun, end
    return total, scale, "", place


def _smaller(text: str, scale: int, place: int) -> tuple[Decimal, int, str, int] | None:
    """A part in a smaller multiplier, or in plain đồng; None where none follows."""
    digits = _PART.match(text, place)
    if digits is None:
        return _smaller_in_words(text, scale, place)
    part = numerals.value(digits[1].lstrip("0") or "0")
    if part is None:
        return None
    smaller, noun, end = _multiplier(text, digits.end())
    if part * smaller >= scale or (smaller == 1 and not _is_money(unit(text, end))):
        return None
    return part * smaller, smaller, noun, end


def _smaller_in_words(text: str, scale: int, place: int) -> tuple[Decimal, int, str, int] | None:
    """`2 tỷ năm trăm triệu đồng`"""
    if text[place : place + 1] != " ":
        return None
    for said in spoken.read(text, place + 1):
        is_part = said.last_scale > 1 or _is_money(unit(text, said.end))
        if said.value < scale and said.is_complete and is_part and not said.is_digit:
            return said.value, said.last_scale, "", said.end
    return None


def _is_money(found: tuple[str, int] | None) -> bool:
    return found is not None and words.UNITS[found[0]] == (FigureKind.MONEY, Unit.VND)


def _is_halved(noun: str) -> bool:
    """Whether `rưỡi` may stand behind this unit: `hai ngày rưỡi`."""
    return words.UNITS.get(noun, (None, None))[0] in _HALVED


def whole(value: Decimal, scale: int) -> Decimal:
    """Whole where it comes out whole: 3,5 tỷ is 3 500 000 000 đồng, without a decimal."""
    whole = value.to_integral_value()
    return whole if scale > 1 and value == whole else value
