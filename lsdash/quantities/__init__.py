"""Vietnamese figures as bulletins print them, read into exact numbers in base units.

Dot groups thousands, comma marks decimals: `10.000 triệu đồng` is 10 000 000 000 đồng and
`(6,00 ÷ 6,50) %` runs from 6.00 to 6.50. A phrase that cannot be read surely gives None.
`lsdash.intake.finding.quantities` finds figures in a whole text with the same grammar.
"""

import re
import unicodedata

from lsdash.quantities import bounds, expressions
from lsdash.quantities.expressions import Doubt, Expression
from lsdash.quantities.numerals import number
from lsdash.quantities.words import BOUNDS, SCALES, UNITS

__all__ = ["BOUNDS", "SCALES", "UNITS", "Doubt", "Expression", "number", "read"]

_GAP = re.compile(r"\s+")
_DIGIT = re.compile(r"\d")
_COMMA_RULE = frozenset({Doubt.DECIMAL_MARK})


def read(printed: str) -> Expression | None:
    """The one figure that `printed` is, or None when it is not surely one."""
    text = _GAP.sub(" ", unicodedata.normalize("NFC", printed)).strip().lower()
    digit = _DIGIT.search(text)
    placed = digit and expressions.at(text, digit.start())
    if not placed or placed.end != len(text) or placed.expression.sides:
        return None
    begins = min(placed.start, bounds.read(text, placed.start).outer)
    doubts = set(placed.expression.doubts)
    if begins or doubts - _COMMA_RULE or (doubts and "," not in printed):
        return None
    return placed.expression
