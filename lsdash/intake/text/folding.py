"""One spelling of a text for matching, with the way back to the text as received.

Folding composes letters with their tone marks (NFC), makes one space of any run of spaces, keeps
one line break where there were two or more and a space that is fixed between thousands, drops marks
that nobody sees (right-to-left marks, zero-width spaces, soft hyphens) and raised numbers of notes,
and leaves one kind of dash, of slash and of Đ, and Latin letters for Cyrillic ones that look alike.
What matches is found in the folded text and reported in the text as received.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from lsdash.quantities import numerals

UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
ALIKE = dict(zip("АВЕКМНОРСТХІаеорсухі", "ABEKMHOPCTXIaeopcyxi", strict=True))
"""Cyrillic letters that print as Latin ones and slip into symbols: TT-BТС."""

_ODD = re.compile(
    rf"""
    (?P<marked> [^\W\d_][\u0300-\u036f]{{1,8}} )    # a letter with loose tone marks
    | (?P<fixed> (?<=\d) [\u00a0\u2007\u2009\u202f] (?=\d{{3}}(?!\d)) )   # 3 500 000
    | (?P<raised> (?<![mM])(?<!10) [\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{{1,3}} )  # of a note
    | (?P<gap> [\s{UNSEEN}]{{2,}} | [^\S ] | [{UNSEEN}] )   # anything but one plain space
    | (?P<dash> [\u2010-\u2015\u2212\ufe58\ufe63\uff0d] )
    | (?P<slash> [\u2044\u2215\uff0f] )
    | (?P<stroke> [\u00d0\u0189\u00f0\u0256] )       # other letters that print as Đ and đ
    | (?P<alike> [{"".join(ALIKE)}] )
    """,
    re.VERBOSE,
)
_LINE_END = re.compile(r"\r\n?|[\n\v\f\x85\u2028]")


@dataclass(frozen=True)
class Span:
    """Characters `start` to `end` (exclusive) of the text as received."""

    start: int
    end: int


@dataclass(frozen=True)
class Folded:
    """`text` is for matching only; show and keep what was received.

    The pieces run side by side: `starts` in the folded text, `raw` in the one received.
    """

    text: str
    starts: tuple[int, ...]
    raw: tuple[Span, ...]
    is_changed: tuple[bool, ...]

    def span(self, start: int, end: int) -> Span:
        """Where `text[start:end]` stands in the text as received; it must not be empty."""
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, end - 1) - 1
        into_first = 0 if self.is_changed[first] else start - self.starts[first]
        return Span(
            self.raw[first].start + into_first,
            self.raw[last].end
            if self.is_changed[last]
            else self.raw[last].start + end - self.starts[last],
        )


def fold(received: str) -> Folded:
    """The text in one spelling; takes time in proportion to its length."""
    parts: list[str] = []
    raw: list[Span] = []
    is_changed: list[bool] = []
    done = 0
    for match in _ODD.finditer(received):
        if match.start() > done:
            parts.append(received[done : match.start()])
            raw.append(Span(done, match.start()))
            is_changed.append(False)
        parts.append(_folded(match))
        raw.append(Span(*match.span()))
        is_changed.append(True)
        done = match.end()
    if done < len(received):
        parts.append(received[done:])
        raw.append(Span(done, len(received)))
        is_changed.append(False)
    starts = [0]
    for part in parts[:-1]:
        starts.append(starts[-1] + len(part))
    return Folded("".join(parts), tuple(starts[: len(parts)]), tuple(raw), tuple(is_changed))


def _folded(match: re.Match[str]) -> str:
    found = match.group()
    match match.lastgroup:
        case "marked":
            return unicodedata.normalize("NFC", found)
        case "gap":
            if "\u2029" in found or len(_LINE_END.findall(found)) > 1:
                return "\n"
            return " " if any(character.isspace() for character in found) else ""
        case "fixed":
            return numerals.FIXED_SPACE
        case "raised":
            return ""
        case "dash":
            return "-"
        case "slash":
            return "/"
        case "alike":
            return ALIKE[found]
        case _:
            return "Đ" if found.isupper() else "đ"
