"""Text put together as it is read off a page: words, lines, paragraphs, cells of a table."""

import re
from dataclasses import dataclass, field

from lsdash.intake.files.old_fonts import marked

_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_EMPTY_LINES = re.compile(r"\n\s*\n")
NOTE = "Ghi chú: "
"""What opens a footnote, which stands after the paragraph that leads to it."""
TAIL = 20
"""Characters that stand before what is added next, for one who must see them."""
MOST_IN_A_CELL = 600
"""Characters of a table's cell; what holds more stands in a frame and not in a table."""
MOST_PARAGRAPHS_IN_A_CELL = 3


@dataclass
class _Row:
    """`is_frame` where a cell holds a table of its own."""

    cells: list[list[str]] = field(default_factory=list)
    is_frame: bool = False


class Flow:
    """Paragraphs are parted by an empty line, the cells of a table's row by ` | `.

    A row is one line, an empty cell of it too, so that columns stay under each other. A table that
    only holds a page together gives the paragraphs of its cells.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._rows: list[_Row] = []
        self._after: list[str] = []
        self.length = 0
        """Characters added so far."""
        self.tail = ""
        """The last of them, of the paragraph that is open."""

    def add(self, text: str) -> None:
        self.length += len(text)
        shown = _SPACES.sub(" ", text)
        self.tail = (self.tail + marked.plain(shown))[-TAIL:]
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
    lines = [_SPACES.sub(" ", line).strip(" ") for line in "".join(parts).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def _row(row: _Row) -> str:
    """The row in one line; paragraphs of its cells where they only stand beside each other."""
    texts = [_joined(cell) for cell in row.cells]
    paragraphs = [_EMPTY_LINES.split(text) for text in texts if text]
    if row.is_frame or len(row.cells) < 2 or _is_frame(texts, paragraphs):
        return "\n\n".join(text for text in texts if text)
    if not paragraphs:
        return ""
    return _SPACES.sub(" ", " | ".join(texts)).strip()


def _is_frame(texts: list[str], paragraphs: list[list[str]]) -> bool:
    most = max(map(len, paragraphs), default=0)
    least = min(map(len, paragraphs), default=0)
    longest = max(map(len, texts), default=0)
    is_beside = len(paragraphs) > 1 and least > 1
    return is_beside or most > MOST_PARAGRAPHS_IN_A_CELL or longest > MOST_IN_A_CELL
