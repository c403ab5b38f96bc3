"""The numbers of an expression with their unit: one, a range, a few, a part of one."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from lsdash.quantities import amounts, spoken, words
from lsdash.quantities.amounts import Amount
from lsdash.quantities.doubts import Doubt
from lsdash.quantities.spoken import Spoken
from lsdash.vocabulary import FigureKind, Unit

TIMES = re.compile(r" ?[x×*✕] ?(?=\d)")
OF = re.compile(r" ?/ ?(?=\d)")
PARTED = frozenset({FigureKind.DURATION, FigureKind.QUANTITY})
"""Kinds of which there are halves and quarters."""

_BETWEEN = re.compile(
    r" ?(?:[-–—−÷~→]|(?:đến|tới|to|and)(?!\w)) ?"
    r"(?P<near>(?:dưới|không quá|tối đa|gần|hơn|trên) )?"
    rf"(?=\d|{spoken.OPENING.pattern})"
)
_RATE = re.compile(r"(?: ?/ ?[^\W\d_]+[23²³]?(?: (?!đến\b|tới\b)[^\W\d_]+)?){1,2}")
_CLOSING = re.compile(r" ?\)")
_CURRENCY = re.compile(r"(?<!\w)(vnđ|vnd|usd|us\$|eur|ndt|cny|rmb|\$|€) ?$")
_TOLERANCE = re.compile(r" ?(?:±|\+ ?/ ?-) ?(?=\d)")
_STEP = re.compile(r" (?:đến|tới) |, | ?- ?| ")
"""Between two numbers in words: `hai, ba triệu`, `hai ba triệu`, `hai đến ba triệu`."""
_LIST_BEFORE = re.compile(rf"(?<!\w)(?:\d+|{'|'.join(sorted(spoken.WORDS))}), $")
_WHOLE_AND_PART = re.compile(r" (?=[13]/[24](?!\d|[.,/]\d))")
_HALVES = {"1/2": Decimal("0.5"), "1/4": Decimal("0.25"), "3/4": Decimal("0.75")}


@dataclass(frozen=True)
class Body:
    """The numbers of an expression with their unit, without the words before them."""

    low: Amount
    high: Amount | None
    noun: str
    start: int
    end: int
    doubts: tuple[Doubt, ...] = ()

    @property
    def counted(self) -> words.Counted:
        return words.UNITS.get(self.noun, (FigureKind.COUNT, Unit.ITEM))


def read(text: str, place: int, first: Amount, *, english: bool) -> Body:
    """The numbers that begin with `first` at `place`, with the currency printed before them."""
    currency = _CURRENCY.search(text, max(0, place - 5), place)
    start = currency.start() if currency else place
    if tolerated := _tolerated(text, first, start):
        return _bracketed(text, tolerated) or tolerated
    high, doubts = _other_end(text, first, english=english)
    if high and first.scale == 1 and not first.noun and first.value < high.value:
        raised = first.value * high.scale
        if raised < high.value:
            first = replace(first, value=amounts.whole(raised, high.scale), scale=high.scale)
    last = high or first
    noun = last.noun or first.noun or (currency[1] if currency else "")
    body = Body(first, high, noun, start, last.end, doubts)
    return _bracketed(text, body) or body


def _tolerated(text: str, first: Amount, start: int) -> Body | None:
    """`100 ± 5 kg`: the number with the unit behind its tolerance."""
    sign = _TOLERANCE.match(text, first.end)
    about = sign and amounts.read(text, sign.end())
    if about is None:
        return None
    if first.scale == 1 and not first.noun:
        value = amounts.whole(first.value * about.scale, about.scale)
        first = replace(first, value=value, scale=about.scale)
    return Body(first, None, first.noun or about.noun, start, about.end, (Doubt.PLUS_MINUS,))


def _other_end(
    text: str, first: Amount, *, english: bool
) -> tuple[Amount | None, tuple[Doubt, ...]]:
    """The upper end of a range that begins with `first`, and what is doubtful about it."""
    between = _BETWEEN.match(text, first.end) or _between_rates(text, first)
    high = between and amounts.read(text, between.end(), english=english)
    if between is None or high is None or TIMES.match(text, high.end) or OF.match(text, high.end):
        return None, ()
    if first.noun and high.noun and first.counted != high.counted:
        return None, (Doubt.MIXED_UNITS,)
    low = first.value
    if low >= high.value and (first.noun or first.scale > 1 or low * high.scale >= high.value):
        return None, (Doubt.BACKWARDS,)
    return high, (Doubt.OPEN_END,) if between["near"] else ()


def _between_rates(text: str, first: Amount) -> re.Match[str] | None:
    """`từ 50.000 đồng/tháng đến 500.000 đồng/tháng`: both ends by the same."""
    rate = _RATE.match(text, first.end) if first.noun else None
    between = rate and _BETWEEN.match(text, rate.end())
    high = between and amounts.read(text, between.end())
    is_one = rate and high and high.noun and text.startswith(rate.group(), high.end)
    return between if is_one else None


def _bracketed(text: str, body: Body) -> Body | None:
    """`(6,00 ÷ 6,50) %`: the unit stands after a bracket that opens right before the number."""
    before = text[: body.start].rstrip(" ") if body.start and text[body.start - 1] in " (" else ""
    closing = _CLOSING.match(text, body.end)
    unit = closing and not body.noun and amounts.unit(text, closing.end())
    if not before.endswith("(") or not unit:
        return None
    return replace(body, noun=unit[0], start=len(before) - 1, end=unit[1])


def few(text: str, place: int) -> Body | None:
    """`hai, ba triệu đồng`, `mười đến mười lăm ngày`: two numbers in words with one unit."""
    for said in spoken.read(text, place):
        step = _STEP.match(text, said.end)
        last = step and _last_of_few(text, step.end())
        if step is None or last is None:
            continue
        value = _shared(text[place : said.end], said, last)
        if value is None or value >= last.value:
            continue
        apart = (last.value - value) / value
        is_next = apart <= 1 and _is_next(said, value, last.value)
        if step.group() == " " and not (said.is_digit and apart <= 1):
            continue
        is_year = step.group() == " " and text.startswith("năm", place)
        is_list = step.group() in {", ", " "} and (not is_next or is_year)
        doubts = (Doubt.LISTED,) if is_list or _is_listed(text, place) else ()
        low = Amount(value, last.scale, "", text[place : said.end], said.end)
        return Body(low, last, last.noun, place, last.end, (*last.doubts, *doubts))
    return None


def _shared(printed: str, said: Spoken, last: Amount) -> Decimal | None:
    """The first number with what multiplies the last: `năm, sáu trăm triệu` begins at 500 triệu."""
    multipliers = last.digits.split()[1:]
    if said.is_digit and multipliers and {*multipliers} <= spoken.MULTIPLIERS:
        return spoken.value(" ".join([printed, *multipliers]))
    if said.scale == 1:
        return said.value * last.scale
    return said.value if said.scale == last.scale else None


def _is_next(said: Spoken, low: Decimal, high: Decimal) -> bool:
    """2 and 3, 20 and 30, 200 and 300: the ends of what people say for a few."""
    step = low / said.value if said.is_digit else Decimal(10) ** low.adjusted()
    return high - low == step


def _last_of_few(text: str, place: int) -> Amount | None:
    """The later of two numbers in words, also one below ten, where a unit or millions follow."""
    amount = amounts.in_words(text, place)
    if amount is not None or not spoken.OPENING.match(text, place):
        return amount
    return amounts.in_words(text, place, from_one=True)


def _is_listed(text: str, place: int) -> bool:
    return _LIST_BEFORE.search(text, max(0, place - 9), place) is not None


def part_of_one(text: str, place: int, first: Amount) -> Body | None:
    """`1/2 ngày`, `1 1/2 ha`, `1/2 tỷ đồng`: halves and quarters of what can be parted."""
    begin, whole = place, Decimal(0)
    step = _WHOLE_AND_PART.match(text, first.end) if not first.noun and first.scale == 1 else None
    if step:
        begin, whole = step.end(), first.value
    part = _HALVES.get(text[begin : begin + 3])
    if part is None or text[begin + 3 : begin + 4].isdigit():
        return None
    scaled = amounts.SCALE.match(text, begin + 3)
    end = scaled.end() if scaled else begin + 3
    scale = words.SCALES[scaled[1]] if scaled else 1
    noun, end = amounts.unit(text, end) or ("", end)
    if not scaled and (not noun or words.UNITS[noun][0] not in PARTED):
        return None
    amount = Amount(amounts.whole((whole + part) * scale, scale), scale, noun, "", end)
    return Body(amount, None, noun, place, end)
