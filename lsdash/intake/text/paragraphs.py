"""The paragraphs of a bulletin, each with its place in the text as received.

A paragraph is what stands between line breaks, except where a text was wrapped at a width or a
line break fell inside a phrase: then the lines are put together again.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lsdash.intake.text import folding

LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
UNSEEN = re.compile(f"[{folding.UNSEEN}]")
ENDED = tuple(".;:!?…")
MARKER = re.compile(
    r"""
    (?: (?P<roman> [IVX]{1,5} ) [.)/] (?!\d)
      | (?P<number> \d{1,2} ) [.)/] (?!\d)
      | (?P<letter> [a-zđ] ) [.)/]
      | (?P<bullet> [-–—*+•▪●‣◦] ) (?=\s|[^\W\d])
    ) \s*
    """,
    re.VERBOSE,
)
"""What opens an entry of a list: `II.`, `3.`, `b)`, `-`."""

UNFINISHED = re.compile(
    r"(?:\b(?:của|và|hoặc|các|những|do|bởi|tại|với|từ|thuộc|để|nhằm|trên địa bàn)|,|\()$",
    re.IGNORECASE,
)
NUMBER_DUE = re.compile(r"\b(?:số|ngày|tháng|năm)$", re.IGNORECASE)
SYMBOL_DUE = re.compile(r"\bsố\s?:?$", re.IGNORECASE)
SYMBOL = re.compile(r"\d{1,5}[a-zđ]?\s?/\s?[\dA-ZĐ]")
"""`52/KH-UBND` where a line begins, which is the mark of no list after `số`."""
NEARLY_FULL = 0.8
"""The share of the longest line that most lines take which go on, where a text was wrapped."""

SHORTEST = 0.05
"""The share of wrapped lines that may be shorter than a full one."""


@dataclass(frozen=True)
class Paragraph:
    """`text` is NFC with plain single spaces; `start` and `end` are offsets as received."""

    text: str
    start: int
    end: int
    follows: bool = False
    """No empty line stands between it and the paragraph before."""

    @property
    def marker(self) -> re.Match[str] | None:
        return MARKER.match(self.text)

    @property
    def style(self) -> str | None:
        """The kind of list marker that opens it: roman, number, letter or bullet."""
        return self.marker and self.marker.lastgroup

    @property
    def body(self) -> str:
        """The text without its list marker."""
        return self.text[self.marker.end() :] if self.marker else self.text

    @property
    def is_ended(self) -> bool:
        """Closed by a stop, a colon or a semicolon, as a heading is not."""
        return self.text.rstrip("\"'”’) ").endswith(ENDED)


@dataclass(frozen=True)
class _Line:
    text: str
    start: int
    end: int
    follows: bool
    """No empty line stands between it and the line before."""


def split(text: str) -> list[Paragraph]:
    """The paragraphs of `text` in order; empty ones are left out."""
    lines = list(_lines(text))
    width = _width(lines)
    groups: list[list[_Line]] = []
    for line in lines:
        if groups and _continues(groups[-1][-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [
        Paragraph(
            " ".join(line.text for line in group), group[0].start, group[-1].end, group[0].follows
        )
        for group in groups
    ]


def plain(text: str) -> str:
    """NFC, no unseen marks, every run of spaces one plain space."""
    return " ".join(unicodedata.normalize("NFC", UNSEEN.sub("", text)).split())


def _lines(text: str) -> Iterator[_Line]:
    last_end = 0
    for found in LINE.finditer(text):
        shown = plain(found.group())
        if not shown:
            continue
        raw = found.group()
        start = found.start() + len(raw) - len(raw.lstrip())
        follows = last_end > 0 and len(BREAK.findall(text, last_end, start)) <= 1
        yield _Line(shown, start, found.start() + len(raw.rstrip()), follows)
        last_end = found.end()


def _width(lines: Sequence[_Line]) -> int | None:
    """Characters that the text was wrapped at, None where it was not.

    It is learnt from the lines that surely go on: the next word had no room on them.
    """
    sure = sorted(
        _reach(before, line)
        for before, line in pairwise(lines)
        if line.follows and _runs_on(before, line)
    )
    longest = max((len(line.text) for line in lines), default=0)
    if len(sure) < 3 or sure[len(sure) // 2] < NEARLY_FULL * longest:
        return None
    return min(sure[int(len(sure) * SHORTEST)], longest + 1)


def _reach(before: _Line, line: _Line) -> int:
    """How long the line would have been with the next line's first word."""
    return len(before.text) + 1 + len(line.text.partition(" ")[0])


def _runs_on(before: _Line, line: _Line) -> bool:
    """The line begins in lower case where the one before was not closed."""
    return line.text[0].islower() and not before.text.endswith(ENDED)


def is_parted_from_its_symbol(before: str, line: str) -> bool:
    """`Quyết định số` at the end of one line, `88/QĐ-UBND` at the beginning of the next."""
    return bool(SYMBOL.match(line) and SYMBOL_DUE.search(before))


def _continues(before: _Line, line: _Line, width: int | None) -> bool:
    """Whether `line` goes on with the paragraph of `before`.

    A full line that closes a sentence is taken for the paragraph's last: a heading may follow.
    """
    if not line.follows:
        return False
    if is_parted_from_its_symbol(before.text, line.text):
        return True
    if MARKER.match(line.text):
        return False
    is_closed = before.text.endswith(ENDED) and not line.text[0].islower()
    if width and not is_closed and _reach(before, line) >= width:
        return True
    number_follows = line.text[0].isdigit() and NUMBER_DUE.search(before.text)
    return bool(_runs_on(before, line) or UNFINISHED.search(before.text) or number_follows)
