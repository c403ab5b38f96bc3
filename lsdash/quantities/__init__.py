"""Vietnamese figures as bulletins print them, read into exact numbers in base units.

Dot groups thousands, comma marks decimals: `10.000 triệu đồng` is 10 000 000 000 đồng and
`(6,00 ÷ 6,50) %` runs from 6.00 to 6.50. A phrase that cannot be read surely gives None.
`lsdash.intake.finding.quantities` finds figures in a whole text with the same grammar.
"""

import re
import unicodedata

from lsdash.quantities import openings, readings
from lsdash.quantities.numerals import number
from lsdash.quantities.readings import Doubt, Reading
from lsdash.quantities.words import BOUNDS, SCALES, UNITS

__all__ = ["BOUNDS", "SCALES", "UNITS", "Doubt", "Reading", "number", "read"]

_GAP = re.compile(r"\s+")
_DIGIT = re.compile(r"\d")
_COMMA_RULE = frozenset({Doubt.DECIMAL_MARK})


def read(printed: str) -> Reading | None:
    """The one figure that `printed` is, or None when it is not surely one."""
    text = _GAP.sub(" ", unicodedata.normalize("NFC", printed)).strip().lower()
    digit = _DIGIT.search(text)
    placed = digit and readings.at(text, digit.start())
    if not placed or placed.end != len(text) or placed.reading.sides:
        return None
    begins = min(placed.start, openings.read(text, placed.start).outer)
    doubts = set(placed.reading.doubts)
    if begins or doubts - _COMMA_RULE or (doubts and "," not in printed):
        return None
    return placed.reading
