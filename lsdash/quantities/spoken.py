"""Numbers in words, as Vietnamese says them: `một nghìn hai trăm ba mươi tỷ`, `hai triệu rưỡi`.

Read word by word to the longest beginning that is surely a number. What people say short for
something longer is none: `hai nghìn ba` may be 2 003 or 2 300.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lsdash.quantities.words import NO_SCALE

DIGITS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8,
    "chín": 9,
}  # fmt: skip
AFTER_TENS = {
    word: digit for word, digit in DIGITS.items() if word != "năm"
} | {"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}  # fmt: skip
"""Last digits behind `mươi`, where five is never `năm`: `hai mươi năm` are twenty years."""
AFTER_TEN = AFTER_TENS.keys() - {"mốt", "tư"}
SCALES = {
    "nghìn": 10**3,
    "ngàn": 10**3,
    "vạn": 10**4,
    "triệu": 10**6,
    "tỷ": 10**9,
    "tỉ": 10**9,
}
TENS = {"mươi", "chục"}
LINKS = {"linh", "lẻ"}
HALF_OF = "nửa"
AND_A_HALF = {"rưỡi", "rưởi"}
MULTIPLIERS = SCALES.keys() | TENS | {"trăm"}
WORDS = (
    DIGITS.keys() | AFTER_TENS.keys() | SCALES.keys() | TENS | LINKS
    | AND_A_HALF | {"không", "mười", "trăm", HALF_OF}
)  # fmt: skip
MOST_WORDS = 24
_FIRST = "|".join([*DIGITS, "mười", HALF_OF])
OPENING = re.compile(rf"(?<!\w)(?:{_FIRST})(?!\w)")
"""A word that a number may begin with."""
_WORD = re.compile(rf" ?{NO_SCALE}([^\W\d_]+)(?!\w)")


@dataclass(frozen=True)
class Spoken:
    """A number in words, from the place where it was looked for to `end`."""

    value: Decimal
    end: int
    scale: int
    """Its greatest multiplier: 10**9 in `hai nghìn tỷ`, 1 where none is said."""
    is_complete: bool
    """No word of a number follows."""
    ends_in_scale: bool
    """Its last word is a multiplier, or `rưỡi` behind one."""
    last_scale: int
    """The multiplier that it ends in: 10**6 in `hai tỷ ba triệu`, 1 where another word is last."""
    is_loose: bool = False
    """Hundreds right behind millions, `hai triệu năm trăm`: thousands may be meant."""

    @property
    def is_digit(self) -> bool:
        return self.value < 10 and self.value == self.value.to_integral_value()


def read(text: str, place: int) -> list[Spoken]:
    """What the words from `place` on may be, the longest first. Takes a few words at most."""
    if not OPENING.match(text, place):
        return []
    words: list[tuple[str, int]] = []
    while len(words) < MOST_WORDS and (found := _WORD.match(text, place)):
        if found[1] not in WORDS:
            break
        words.append((found[1], found.end()))
        place = found.end()
    said = [word for word, _ in words]
    ends = [end for _, end in words]
    return [
        Spoken(
            value=value,
            end=ends[count - 1],
            scale=scale,
            is_complete=count == len(words),
            ends_in_scale=said[count - 1] in SCALES.keys() | AND_A_HALF,
            last_scale=_last_scale(said[:count]),
            is_loose=_is_loose(said[:count]),
        )
        for count, value, scale in reversed([*_beginnings(said)])
    ]


def reach(text: str, place: int) -> int:
    """Where the words of numbers from `place` on end, whether or not they make one."""
    end = place
    for _ in range(MOST_WORDS):
        word = _WORD.match(text, end)
        if word is None or word[1] not in WORDS:
            break
        end = word.end()
    return end


def is_large(text: str, place: int) -> bool:
    """Whether the words from `place` on hold a multiplier, so that they can be no mere article."""
    said = {*text[place : reach(text, place)].split()}
    return bool(said & (SCALES.keys() | {"trăm"}))


def value(said: str) -> Decimal | None:
    """The number that all these words make, commas passed over; None where they make none."""
    words = said.replace(",", " ").split()[:MOST_WORDS]
    found = [number for count, number, _ in _beginnings(words) if count == len(words)]
    return found[0] if found else None


def _beginnings(words: Sequence[str]) -> Iterator[tuple[int, Decimal, int]]:
    """(how many words, their number, its greatest multiplier) of every beginning that is one."""
    if words[:1] == [HALF_OF]:
        if len(words) > 1 and words[1] in SCALES:
            yield 2, Decimal(SCALES[words[1]] // 2), SCALES[words[1]]
        return
    terms: list[tuple[int, int]] = []
    """(number, its multiplier), the multipliers falling."""
    at = 0
    while at < len(words):
        done = at
        group = 0
        for count, number, is_whole in _below_thousand(words[at:], is_first=not terms):
            done, group = at + count, number
            if is_whole:
                yield done, Decimal(_sum(terms) + number), _greatest(terms)
        half = {*words[done : done + 1]} & AND_A_HALF
        if half and done > at and words[done - 1] == "trăm":
            yield done + 1, Decimal(_sum(terms) + group + 50), _greatest(terms)
            return
        if done == at or done == len(words) or words[done] not in SCALES:
            return
        at = done
        tail = group
        while at < len(words) and words[at] in SCALES:
            raised = _raised(terms, tail, SCALES[words[at]])
            if raised is None:
                return
            terms, at = raised, at + 1
            yield at, Decimal(_sum(terms)), _greatest(terms)
            tail = 0
        if {*words[at : at + 1]} & AND_A_HALF:
            scale = terms[-1][1]
            yield at + 1, Decimal(_sum(terms) + scale // 2), _greatest(terms)
            return


def _below_thousand(words: Sequence[str], *, is_first: bool) -> Iterator[tuple[int, int, bool]]:
    """(how many words, their number, whether it can stand) for beginnings of one group.

    A bare digit can stand only where nothing was said before it.
    """
    at = hundreds = 0
    if words[1:2] == ["trăm"] and (words[0] in DIGITS or (words[0] == "không" and not is_first)):
        hundreds = DIGITS.get(words[0], 0) * 100
        at = 2
        yield at, hundreds, hundreds > 0
    rest = words[at:]
    is_open = is_first and not at
    if rest[:1] == ["mười"]:
        yield at + 1, hundreds + 10, True
        if rest[1:2] and rest[1] in AFTER_TEN:
            yield at + 2, hundreds + 10 + AFTER_TENS[rest[1]], True
    elif rest[1:2] and rest[0] in DIGITS and rest[1] in TENS:
        tens = hundreds + DIGITS[rest[0]] * 10
        yield at + 2, tens, True
        if rest[2:3] and rest[2] in AFTER_TENS:
            yield at + 3, tens + AFTER_TENS[rest[2]], True
    elif rest[1:2] and rest[0] in LINKS and rest[1] in DIGITS and not is_open:
        yield at + 2, hundreds + DIGITS[rest[1]], True
    elif rest[:1] and rest[0] in DIGITS and not at:
        yield 1, DIGITS[rest[0]], is_first


def _raised(
    terms: Sequence[tuple[int, int]], tail: int, scale: int
) -> list[tuple[int, int]] | None:
    """The terms with `tail` and all that is smaller than `scale` multiplied by it."""
    kept = [each for each in terms if each[1] > scale]
    smaller = [each for each in terms if each[1] < scale]
    if len(kept) + len(smaller) < len(terms):
        return None
    number = (tail + sum(each for each, _ in smaller)) * scale
    limit = min((each for _, each in kept), default=0)
    if number == 0 or (limit and number >= limit):
        return None
    return [*kept, (number, scale)]


def _sum(terms: Sequence[tuple[int, int]]) -> int:
    return sum(number for number, _ in terms)


def _greatest(terms: Sequence[tuple[int, int]]) -> int:
    return max((scale for _, scale in terms), default=1)


def _last_scale(words: Sequence[str]) -> int:
    """Multipliers in a row multiply."""
    scale = 1
    for word in reversed(words):
        if word not in SCALES:
            break
        scale *= SCALES[word]
    return scale


def _is_loose(words: Sequence[str]) -> bool:
    """`hai triệu năm trăm`: nothing says that the thousands are none."""
    return len(words) > 3 and words[-1] == "trăm" and words[-3] in {"triệu", "tỷ", "tỉ"}
