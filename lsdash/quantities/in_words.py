"""Numbers in words that are no figure of their own: they name a day, or repeat an amount in digits.

Reads text in lower case and NFC, words parted by one space.
"""

import re
from collections.abc import Container, Iterator
from dataclasses import replace
from decimal import Decimal

from lsdash.quantities import spoken
from lsdash.quantities.doubts import Doubt
from lsdash.quantities.expressions import Placed
from lsdash.vocabulary import Bound, FigureKind

_WORDS = "|".join(sorted(spoken.WORDS, key=len, reverse=True))
_DAY = re.compile(r"(?<!\w)(?:tháng|ngày|mùng|mồng) $")
_ORDERED = re.compile(r"(?<!\w)(?:chữ ?:?|thứ) ?$")
"""Before a number in words: it repeats an amount in digits, or says a place in a row."""
_SAID = re.compile(rf"(?:(?:{_WORDS})(?!\w),? ?)+")
_OPENS_BRACKET = re.compile(r" ?\((?:(?:viết |ghi )?(?:bằng )?chữ ?:? ?)?")
_SPELLED = re.compile(
    rf"(?P<number>(?:(?:{_WORDS})(?!\w),? ?){{1,40}})(?:đồng)?[^()\n\d]{{0,20}}\)"
)
"""In brackets behind an amount: `(Ba tỷ, bốn trăm triệu đồng chẵn)`."""
_VAGUE = re.compile(
    r"(?<!\w)(?:vài|mấy|hàng|dăm|cả|gần|hơn|trên|khoảng|ngót|chừng|tới|quá|dưới) "
    rf"(?P<number>(?:(?:chục|trăm|{'|'.join(spoken.SCALES)})(?!\w) ?){{1,4}})(?:đồng|đ|usd)(?!\w)"
)
"""`hàng trăm triệu đồng`, `hơn nghìn tỷ đồng`: money, and no number of it."""
_PARTS = re.compile(
    rf"(?<!\w)(?P<parts>{'|'.join(spoken.DIGITS)}) phần (?:hai|ba|tư|bốn|năm|mười)(?!\w)"
)
"""`ba phần tư số xã`"""
_TIMES = re.compile(
    rf"(?<!\w)gấp (?P<times>đôi|rưỡi|(?:{'|'.join(spoken.DIGITS)}|mười)(?: lần)?)(?!\w)"
)
"""`gấp ba lần`, `gấp đôi`"""
_BEGINS = re.compile(
    rf"{_TIMES.pattern}|{_PARTS.pattern}|{spoken.OPENING.pattern}|{_VAGUE.pattern}"
)
_DIFFER = (Doubt.WORDS_DIFFER,)


def names(text: str, begin: int) -> bool:
    """Whether the number in words there counts nothing: `thứ hai`, `ngày mười`, `bằng chữ: một`."""
    before = max(0, begin - 8), begin
    is_day = _DAY.search(text, *before) and not spoken.is_large(text, begin)
    return bool(is_day or _ORDERED.search(text, *before))


def reach(text: str, begin: int) -> int:
    """Where the number in words there ends, over commas between its parts."""
    said = _SAID.match(text, begin)
    return said.end() if said else begin + 1


def past(text: str, unread: re.Match[str]) -> int:
    """From where to go on behind a number that is none: the tail of one in words is no other."""
    said = spoken.read(text, unread.start())
    is_broken = bool(said) and not said[0].is_digit and not said[0].is_complete
    return spoken.reach(text, unread.start()) if is_broken else unread.end()


def spelled(text: str, begin: int, last: Placed) -> Placed | None:
    """The amount of money before it once more in words: doubtful where they say another number."""
    is_near = text[last.end : begin].count("\n") == 0 and begin - last.end < len(
        " (viết bằng chữ : "
    )
    words = _SPELLED.match(text, begin) if is_near else None
    value = words and spoken.value(words["number"])
    if words is None or value is None or last.reading.kind is not FigureKind.MONEY:
        return None
    if not _OPENS_BRACKET.fullmatch(text, last.end, begin):
        return None
    told = replace(last.reading, low=value, high=value, bound=Bound.EXACT, doubts=_DIFFER)
    return Placed(begin, words.end() - 1, told)


def repeats(placed: Placed, last: Placed | None) -> bool:
    """Whether it only says in words what the figure before it says."""
    told = placed.reading
    if last is None or told.doubts != _DIFFER:
        return False
    return told.low in (last.reading.low, last.reading.high)


def large(text: str, values: Container[Decimal]) -> Iterator[tuple[int, int]]:
    """Where numbers in words with a multiplier stand; not those that repeat one of `values`."""
    done = 0
    for begins in _BEGINS.finditer(text):
        begin = begins.start()
        if begin < done:
            continue
        if begins["number"] or begins["parts"] or begins["times"]:
            done = begins.end()
            yield begin, done
            continue
        if names(text, begin):
            done = reach(text, begin)
            continue
        words = _SPELLED.match(text, begin) if text[begin - 1 : begin] == "(" else None
        if words and spoken.value(words["number"]) in values:
            done = words.end()
        elif spoken.is_large(text, begin):
            done = spoken.reach(text, begin)
            yield begin, done
