"""Text put together as it is read off a page: words, lines, paragraphs, cells of a table."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from lsdash.intake.files.old_fonts import marked

_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_BREAKS = re.compile(r"[\r\n\f\v]+")
_WIDE = re.compile(r"(?<=\S)(?:[ ]*\t[ ]*){2,}(?=\S)|(?<=\S)[ \t]{5,}(?=\S)")
"""A gap that sets what follows apart, as the signature beside the recipients."""
GAP = "\u00a0" * 3
"""Stands for a wide gap; to what finds words and figures it is a space like any other."""
_TABS = re.compile(r"[ ]*\t[ \t]*")
LEAST_IN_A_ROW = 3
"""Cells of a row that only tabs set out."""
_EMPTY_LINES = re.compile(r"\n\s*\n")
NOTE = "Ghi chú: "
"""What opens a footnote, which stands after the paragraph that leads to it."""
TAIL = 20
"""Characters that stand before what is added next, for one who must see them."""
MOST_IN_A_CELL = 600
"""Characters of a table's cell; what holds more stands in a frame and not in a table."""
MOST_PARAGRAPHS_IN_A_CELL = 3
MOST_IN_A_FRAME = 3
"""Cells beside each other of a table that only holds a page together."""
LINES_OF_A_BLOCK = 4
"""Lines of a cell, parted without a new paragraph, from which it may be a block of a page."""
_BLOCK = re.compile(r"nơi nhận\b|cộng h(?:òa|oà) xã hội\b", re.IGNORECASE)
"""What opens a block of recipients, or of the state's name."""
_NUMBER = re.compile(r"(?:[IVX]{1,5}|[a-zđ]|[\d.,]{1,20})[.)]?")
"""What a cell holds that tells a table: the number of its row, or a figure."""


@dataclass
class _Row:
    """`is_frame` where a cell holds a table of its own."""

    cells: list[list[str]] = field(default_factory=list)
    is_frame: bool = False


class Flow:
    """Paragraphs are parted by an empty line, the cells of a table's row by ` | `.

    A row is one line, an empty cell of it too, so that columns stay under each other. A table that
    only holds a page together gives the paragraphs of its cells. With `keeps_gaps` spaces are as
    they were typed, and a wide gap between words of a line is kept.
    """

    def __init__(self, *, keeps_gaps: bool = False) -> None:
        self._folded = _BREAKS if keeps_gaps else _SPACES
        self._parts: list[str] = []
        self._rows: list[_Row] = []
        self._after: list[str] = []
        self.length = 0
        """Characters added so far."""
        self.tail = ""
        """The last of them, of the paragraph that is open."""

    def add(self, text: str) -> None:
        self.length += len(text)
        shown = self._folded.sub(" ", text)
        self.tail = _SPACES.sub(" ", self.tail + marked.plain(shown))[-TAIL:]
        self._into.append(shown)

    def break_line(self) -> None:
        self._into.append("\n")
        self.tail = ""

    def break_paragraph(self) -> None:
        self._into.append("\n\n")
        self.tail = ""
        self._release()

    def follow_with(self, text: str) -> None:
        """A paragraph that stands after the one that is open, or after the table: a footnote."""
        self.length += len(text)
        self._after.append(text)

    def start_row(self) -> None:
        if self._rows:
            self._rows[-1].is_frame = True
        self._rows.append(_Row())
        self.tail = ""

    def start_cell(self) -> None:
        if self._rows:
            self._rows[-1].cells.append([])
        self.tail = ""

    def end_row(self) -> None:
        if not self._rows:
            return
        row = self._rows.pop()
        self._into.append(f"\n\n{_row(row)}\n\n")
        self._release()

    def text(self) -> str:
        while self._rows:
            self.end_row()
        self.break_paragraph()
        return _joined(self._parts)

    @property
    def is_in_cell(self) -> bool:
        """What is added stands in a table."""
        return bool(self._rows)

    @property
    def _into(self) -> list[str]:
        if not self._rows:
            return self._parts
        cells = self._rows[-1].cells
        if not cells:
            cells.append([])
        return cells[-1]

    def _release(self) -> None:
        if not self._rows:
            for each in self._after:
                self._parts.append(f"\n\n{each}\n\n")
            self._after.clear()


def _joined(parts: list[str]) -> str:
    typed = _set_out([line.strip(" \t") for line in "".join(parts).split("\n")])
    lines = [_line(line) for line in typed]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def _set_out(lines: list[str]) -> list[str]:
    """The lines, those that tabs set out as rows below each other with the sign between cells."""
    told = [(at, _TABS.split(line)) for at, line in enumerate(lines) if line]
    rows = {
        each
        for (at, one), (below, two) in pairwise(told)
        if len(one) == len(two) >= LEAST_IN_A_ROW
        for each in (at, below)
    }
    return [" | ".join(_TABS.split(line)) if at in rows else line for at, line in enumerate(lines)]


def _line(typed: str) -> str:
    return _SPACES.sub(" ", _WIDE.sub(GAP, typed))


def _row(row: _Row) -> str:
    """The row in one line; paragraphs of its cells where they only stand beside each other."""
    texts = [_joined(cell) for cell in row.cells]
    if row.is_frame or len(row.cells) < 2 or _is_frame(texts):
        return "\n\n".join(text for text in texts if text)
    if not any(texts):
        return ""
    return _SPACES.sub(" ", " | ".join(texts)).strip()


def _is_frame(texts: list[str]) -> bool:
    """Cells too long for a table, or blocks beside each other such as recipients and signature."""
    told = [text for text in texts if text]
    if not told:
        return False
    if max(map(len, told)) > MOST_IN_A_CELL:
        return True
    if len(texts) > 2 and any(_NUMBER.fullmatch(text) for text in told):
        return False
    paragraphs = [len(_EMPTY_LINES.split(text)) for text in told]
    least, most = min(paragraphs), max(paragraphs)
    if most > MOST_PARAGRAPHS_IN_A_CELL or least > 1 < len(told):
        return True
    lines = [text.count("\n") + 1 for text in told]
    is_block = least > 1 or max(lines) >= LINES_OF_A_BLOCK or any(map(_BLOCK.match, told))
    return len(texts) <= MOST_IN_A_FRAME and min(lines) > 1 and is_block
