"""What stands by itself on a line: the two columns of a head or a signature block, taken apart.

Word gives such a block as a table (cells parted by ` | `), a text as lines with a wide gap, a PDF
as lines with none, where only the words tell that the second column begins.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lsdash.intake.text.paragraphs import plain

LINE = re.compile(r"[^\n\r\v\f]+")
PARTED = re.compile(
    r"""
    \s\|(?:\s|$) | \s*\t\s* | \s+[-_*]{4,}(?:\s+|$)
    | [\s\u00a0]{3,} (?! [\s\u00a0/] )   # but not the room that is left before `/QĐ-UBND`
    | \s+ (?= (?i:cộng\ h(?:òa|oà)\ xã\ hội) )                 # the state's name, its motto …
    | \s+ (?= (?i:độc\ lập)\s?[-–]\s?(?i:tự\ do) )
    | (?<=[A-ZĐ\d]) \s+ (?= [A-ZĐ][^\d,|]{1,40},\s*(?i:ngày)\s )  # … place and day
    | (?<=[;.:]) \s+ (?= (?:TM|KT|TL|TUQ|Q)\s?[./]\s?[A-ZĐ] )  # … the signature
    """,
    re.VERBOSE,
)
RULE = re.compile(r"[\W_]*")


@dataclass(frozen=True)
class Segment:
    """`text` in one spelling; `start` and `end` are offsets into the text as received."""

    start: int
    end: int
    text: str
    line: int
    """Which line of the text, counted from 0."""

    @property
    def is_capital(self) -> bool:
        """Written in capitals throughout."""
        return any(map(str.isalpha, self.text)) and self.text == self.text.upper()


def split(text: str, start: int = 0, end: int | None = None) -> list[Segment]:
    """The segments of a stretch of text in order; lines that only draw a rule are left out."""
    stop = len(text) if end is None else end
    return [
        segment
        for number, line in enumerate(LINE.finditer(text, start, stop))
        for segment in _of_line(text, line.start(), line.end(), number)
    ]


def _of_line(text: str, start: int, end: int, number: int) -> Iterator[Segment]:
    partings = [(each.start(), each.end()) for each in PARTED.finditer(text, start, end)]
    for stop, following in (*partings, (end, end)):
        told = text[start:stop]
        shown = plain(told)
        if not RULE.fullmatch(shown):
            begin = start + len(told) - len(told.lstrip())
            yield Segment(begin, begin + len(told.strip()), shown, number)
        start = following
