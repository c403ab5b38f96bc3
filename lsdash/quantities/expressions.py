"""The whole expression around a number: bound, amount or range, unit, and what is doubtful."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from lsdash.quantities import amounts, bodies, bounds, numerals, words
from lsdash.quantities.amounts import WORD, Amount
from lsdash.quantities.bodies import Body
from lsdash.quantities.doubts import Doubt
from lsdash.vocabulary import Bound, FigureKind, Unit


@dataclass(frozen=True)
class Expression:
    """A figure in base units; an open end is None; `scale` is the multiplier (10**6 for triệu)."""

    kind: FigureKind
    low: Decimal | None
    high: Decimal | None
    unit: Unit
    bound: Bound
    scale: int = 1
    noun: str = ""
    """The unit or counted noun as printed, lower case; empty where none is printed."""
    per: tuple[str, ...] = ()
    """What it is counted by: `người`, `năm` in `65 triệu đồng/người/năm`."""
    of: Decimal | None = None
    """The whole of a fraction: 34 in `23/34 mục tiêu`."""
    sides: tuple[Decimal, ...] = ()
    """The measures of a size, `4x6 cm`; low and high are then None."""
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class Placed:
    """A reading and where it stands in the prepared text."""

    start: int
    end: int
    reading: Expression


_TIMES_BEFORE = re.compile(r"(?<=[^\W_]) ?[×*✕] ?$|(?<=[^\W_]) x $")
_TOLERANCE_BEFORE = re.compile(r"(?:±|\+ ?/ ?-|(?<!\w)cộng(?: hoặc)? trừ) ?$")
_NUMBER_LISTED = re.compile(r"(?<![\w.,/-])\d{1,3}, $")
"""Before `3 triệu đồng`: `2, ` may be the other end, or a decimal comma typed with a space."""
_LARGER_LISTED = re.compile(r"(?<=\d )(?:tỷ|tỉ), $")
"""Before `274 triệu đồng`: `7 tỷ, ` may be of the same amount."""
_VAGUE_BEFORE = re.compile(r"(?<!\w)(?:vài|mấy|dăm|đôi) $")
_LENGTHS = frozenset({"", "mm", "cm", "dm", "m", "mét", "metres", "km", "feet"})
"""Units of the sides of a size; any other makes a product of two figures."""
_PER = re.compile(rf" ?/ ?((?:0?1|10{{2,6}}|10{{0,2}}(?:\.000){{1,2}}) ?)?(?={WORD})")
_LAST_WORD = re.compile(rf"{WORD}(?! ?[^\W\d_])")
"""A word that no other follows; the first syllable of a longer one says nothing."""
_TRAIL = re.compile(
    r"(?: [^\W\d_]+){0,4}? (?P<bound>(?:trở|đổ) (?:lên|xuống|lại)|or more|or less)(?!\w)"
)
_COMPARED = re.compile(
    r"[^.;\n\d]{0,60}\bso với\b|(?: so)?(?: với)?(?: số)? (?:kế hoạch|dự toán|chỉ tiêu|cùng kỳ)\b"
)
_LEVELS = re.compile(r" (?:lên|xuống|còn|thành)\b")
_REACHED = frozenset({"lên", "xuống", "tăng", "giảm", "đạt", "lên đến", "lên tới", "còn"})
_SIGN = re.compile(r"(?:(?<=[ (:])[-−]|(?<!\w)âm )$")
_FEW_PLACES = 20
_MONEY_FROM = 1_000_000
"""A multiplier from here on speaks of money where no unit is printed."""


def at(text: str, place: int, *, english: bool = False) -> Placed | None:
    """The figure whose first digit stands at `place` of the prepared text.

    None where the digits are no figure: a code, a number too long to hold, part of a word.
    """
    if few := bodies.few(text, place):
        return _figure(text, few)
    first = amounts.read(text, place, english=english)
    if first is None:
        return None
    if part := bodies.part_of_one(text, place, first):
        return _figure(text, part)
    return (
        _size(text, place, first, english=english)
        or _fraction(text, place, first)
        or _figure(text, bodies.read(text, place, first, english=english), english=english)
    )


def _size(text: str, place: int, first: Amount, *, english: bool) -> Placed | None:
    """`4x6 cm`, `3,5 x 12 x 2 m`: two or three measures, no single value.

    What is not measured in lengths, `10 triệu đồng × 5 hộ`, is a product of figures.
    """
    sides = [first]
    while len(sides) < 3 and (times := bodies.TIMES.match(text, sides[-1].end)):
        following = amounts.read(text, times.end(), english=english)
        if following is None:
            break
        sides.append(following)
    if len(sides) == 1 or any(side.noun not in _LENGTHS or side.scale > 1 for side in sides):
        return None
    last = sides[-1]
    kind, unit = last.counted or (FigureKind.QUANTITY, Unit.ITEM)
    values = tuple(side.value for side in sides)
    reading = Expression(kind, None, None, unit, Bound.EXACT, noun=last.noun, sides=values)
    return Placed(place, last.end, reading)


def _fraction(text: str, place: int, first: Amount) -> Placed | None:
    """`23/34 mục tiêu`: 23 out of 34; `1.234/5.250 tỷ đồng`."""
    slash = None if first.noun else bodies.OF.match(text, first.end)
    whole = slash and _whole(text, slash.end())
    if whole is None or not (whole.noun or (first.digits + whole.digits).isdigit()):
        return None
    if first.scale == 1:
        first = replace(first, value=first.value * whole.scale, scale=whole.scale)
    body = Body(first, None, whole.noun, place, whole.end)
    is_part = body.counted[0] in bodies.PARTED and first.value < whole.value
    placed = _figure(text, replace(body, doubts=(Doubt.FRACTION,)) if is_part else body)
    unit = Unit.ITEM if placed.reading.unit is Unit.PLACE else placed.reading.unit
    return replace(placed, reading=replace(placed.reading, unit=unit, of=whole.value))


def _whole(text: str, place: int) -> Amount | None:
    """What a fraction is out of, `34 mục tiêu`, `3 số hộ`."""
    whole = amounts.read(text, place)
    if whole is None or whole.noun or not text.startswith(" số ", whole.end):
        return whole
    noun, end = amounts.unit(text, whole.end + 3) or ("", whole.end)
    return replace(whole, noun=noun, end=end)


def _figure(text: str, body: Body, *, english: bool = False) -> Placed:
    opening = bounds.read(text, body.start)
    per, end = _per(text, body.end)
    bound, start, end, doubts = (
        _of_range(opening, end) if body.high else _of_single(text, opening, body, end)
    )
    kind, unit = body.counted
    if not body.noun:
        is_money = body.low.scale >= _MONEY_FROM
        kind, unit = (FigureKind.MONEY, Unit.VND) if is_money else (kind, unit)
        doubts += (Doubt.UNIT_ASSUMED if is_money else Doubt.NO_UNIT,)
    printed = [body.low, *([body.high] if body.high else [])]
    if any(numerals.is_doubtful(each.digits, english=english) for each in printed):
        doubts += (Doubt.DECIMAL_MARK,)
    first, *second = [_value(each, body.noun, kind, unit) for each in printed]
    sign = _SIGN.search(text, max(0, body.start - 4), body.start)
    if sign and bound is Bound.EXACT and kind in {FigureKind.PERCENT, FigureKind.QUANTITY}:
        first, start, doubts = -first, sign.start(), (*doubts, Doubt.MINUS)
    low, high = _ends(bound, first, second[0] if second else None)
    scale = max(each.scale for each in printed)
    doubts = body.doubts + doubts + _doubts_around(text, body, end)
    doubts += tuple(doubt for each in printed for doubt in each.doubts)
    doubts = tuple(dict.fromkeys(doubts))
    reading = Expression(kind, low, high, unit, bound, scale, body.noun, per, doubts=doubts)
    return Placed(start, end, reading)


def _doubts_around(text: str, body: Body, end: int) -> tuple[Doubt, ...]:
    """What signs before and behind the numbers leave open."""
    before = max(0, body.start - 12), body.start
    found: list[Doubt] = []
    if _TOLERANCE_BEFORE.search(text, *before):
        found.append(Doubt.PLUS_MINUS)
    if bodies.TIMES.match(text, end) or _TIMES_BEFORE.search(text, *before):
        found.append(Doubt.PRODUCT)
    is_listed = (
        (body.low.digits.isdecimal() and _NUMBER_LISTED.search(text, *before))
        or (body.low.scale == 10**6 and _LARGER_LISTED.search(text, *before))
        or _VAGUE_BEFORE.search(text, *before)
    )
    if is_listed:
        found.append(Doubt.LISTED)
    return tuple(found)


def _value(amount: Amount, noun: str, kind: FigureKind, unit: Unit) -> Decimal:
    """`1,250 người`: people and đồng are whole, so the comma groups thousands."""
    is_whole = amount.scale == 1 and noun and (kind is FigureKind.COUNT or unit is Unit.VND)
    if is_whole and amount.digits.startswith(","):
        return Decimal(amount.digits[1:])
    return (numerals.indivisible(amount.digits) if is_whole else None) or amount.value


def _of_range(opening: bounds.Opening, end: int) -> tuple[Bound, int, int, tuple[Doubt, ...]]:
    doubts: tuple[Doubt, ...] = (Doubt.BOUND_ON_RANGE,) if opening.phrases else ()
    if opening.is_from and opening.phrases in {("trên",), ("hơn",)}:
        doubts = (Doubt.OPEN_END,)
    return Bound.RANGE, min(opening.bound_start, opening.from_start), end, doubts


def _of_single(
    text: str, opening: bounds.Opening, body: Body, end: int
) -> tuple[Bound, int, int, tuple[Doubt, ...]]:
    """The bound of one number, where its expression begins and ends, and what is doubtful."""
    trail = _TRAIL.match(text, end)
    if trail:
        after = words.AFTER[trail["bound"]]
        start = min(opening.bound_start, opening.from_start)
        doubts = (Doubt.TWO_BOUNDS,) if set(opening.bounds) - {after} else ()
        return after, start, trail.end(), doubts
    if not opening.phrases:
        if opening.is_estimate:
            return Bound.APPROXIMATELY, body.start, end, ()
        return Bound.EXACT, body.start, end, _left_open(text, opening, end)
    nearest = opening.phrases[0]
    may_be_on = nearest == "trên" and "/" not in text[body.start : body.end]
    if may_be_on and body.noun in words.PLACES and body.low.value <= _FEW_PLACES:
        return Bound.EXACT, body.start, end, (Doubt.ON_OR_ABOVE,)
    if nearest in words.COMPARISONS and _is_difference(text, nearest, body, end):
        return Bound.EXACT, body.start, end, (Doubt.COMPARED,)
    doubts = (Doubt.TWO_BOUNDS,) if len(set(opening.bounds)) > 1 else ()
    return words.BOUNDS[nearest], opening.bound_start, end, doubts


def _is_difference(text: str, phrase: str, body: Body, end: int) -> bool:
    is_share = body.counted[0] is FigureKind.PERCENT
    return bool(_COMPARED.match(text, end)) or (phrase == "vượt" and is_share)


def _left_open(text: str, opening: bounds.Opening, end: int) -> tuple[Doubt, ...]:
    """`từ` without `đến`, `đến` without `từ`: perhaps limits."""
    if opening.is_from and not _LEVELS.match(text, end):
        return (Doubt.AT_LEAST_FROM,)
    if opening.said & {"đến", "tới"} and not opening.said & _REACHED:
        return (Doubt.UP_TO,)
    return ()


def _per(text: str, place: int) -> tuple[tuple[str, ...], int]:
    """What the figure is counted by, `/người/năm`, and where that ends."""
    per: list[str] = []
    while len(per) < 3 and (slash := _PER.match(text, place)):
        word = _LAST_WORD.match(text, slash.end())
        found = amounts.unit(text, slash.end()) or (word and (word.group(), word.end()))
        if not found:
            break
        per.append(f"{slash[1] or ''}{found[0]}")
        place = found[1]
    return tuple(per), place


def _ends(
    bound: Bound, low: Decimal, high: Decimal | None
) -> tuple[Decimal | None, Decimal | None]:
    match bound:
        case Bound.RANGE:
            return low, high
        case Bound.AT_MOST | Bound.LESS_THAN | Bound.NEARLY:
            return None, low
        case Bound.AT_LEAST | Bound.MORE_THAN:
            return low, None
        case _:
            return low, low
