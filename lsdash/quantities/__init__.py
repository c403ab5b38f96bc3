"""Vietnamese figures as bulletins print them, read into exact numbers in base units.

Dot groups thousands, comma marks decimals: `10.000 triệu đồng` is 10 000 000 000 đồng and
`(6,00 ÷ 6,50) %` runs from 6.00 to 6.50. A phrase that cannot be read surely gives None.
`lsdash.intake.finding.quantities` finds figures in a whole text with the same grammar.
"""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from lsdash.quantities import bounds, expressions, numerals, spoken
from lsdash.quantities.doubts import Doubt
from lsdash.quantities.expressions import Expression
from lsdash.quantities.numerals import number
from lsdash.quantities.words import BOUNDS, SCALES, UNITS

__all__ = [
    "BOUNDS",
    "SCALES",
    "START",
    "UNITS",
    "Doubt",
    "Expression",
    "number",
    "read",
    "scale_of",
    "within",
]

START = re.compile(
    rf"(?:{numerals.LEADING_MARK.pattern})?{numerals.NUMERAL.pattern}|[½¼¾]|{spoken.OPENING.pattern}"
)
"""What a figure's number begins with: digits, or a word."""

_GAP = re.compile(r"\s+")
_COMMA_RULE = frozenset({Doubt.DECIMAL_MARK})
_BY_ITSELF = frozenset({Doubt.SPACED, Doubt.LEADING_MARK})
"""Doubts about what stands before a number, which has nothing before it here."""
_SETTLED = frozenset({Doubt.BOUND_ON_RANGE, Doubt.MINUS, Doubt.NO_UNIT})
"""Doubts that are none where somebody has said which it is."""


def read(printed: str) -> Expression | None:
    """The one figure that `printed` is, or None when it is not surely one."""
    text = _prepared(printed).strip()
    for begin in START.finditer(text):
        placed = expressions.at(text, begin.start())
        if placed and placed.end == len(text) and not placed.reading.sides:
            break
    else:
        return None
    begins = min(placed.start, bounds.read(text, placed.start).outer)
    doubts = {*placed.reading.doubts} - _BY_ITSELF
    if begins or doubts - _COMMA_RULE or (doubts and "," not in printed):
        return None
    return placed.reading


def within(printed: str) -> Iterator[tuple[Expression, str]]:
    """Each figure that a phrase holds, with the words behind it: `từ 62,5% lên 63,0%` has two.

    What may be read in two ways is left out, but for what somebody who records it has settled.
    """
    text = _prepared(f" {printed}")  # a sign stands behind a space
    end = 0
    for begin in START.finditer(text):
        placed = expressions.at(text, begin.start()) if begin.start() >= end else None
        if placed is None or placed.reading.sides:
            continue
        end = placed.end
        doubts = {*placed.reading.doubts} - _BY_ITSELF - _SETTLED
        if not doubts or (doubts == _COMMA_RULE and "," in printed):
            yield placed.reading, text[end:].strip()


def _prepared(printed: str) -> str:
    return _GAP.sub(" ", unicodedata.normalize("NFC", printed)).lower()


def scale_of(printed: str, value: Decimal | None) -> int:
    """The multiplier that a figure is printed with: 10**6 for triệu, 1 where none is known.

    A cell of a table is a bare number, and the head of its column says the rest: there it follows
    from the `value` that the number stands for.
    """
    reading = read(printed)
    if reading or not value:
        return reading.scale if reading else 1
    for each, _ in within(printed):
        if value in {each.low, each.high}:
            return each.scale
    try:
        times = value / number(printed)
    except (InvalidOperation, ZeroDivisionError):
        return 1
    return int(times) if times in set(SCALES.values()) else 1
