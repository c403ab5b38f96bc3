"""Text put together as it is read off a page: words, lines, paragraphs, cells of a table."""

import re

_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_ROW, _CELL = "\x1e", "\x1f"
_GAP = re.compile(r"\s+")
"""Marks of rows and cells among it. Taken whole: to look for the mark in it from each of its
characters would take for ever where thousands of elements leave nothing but line ends."""


class Flow:
    """Paragraphs are parted by an empty line, the cells of a table's row by ` | `."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.length = 0
        """Characters added so far."""

    def add(self, text: str) -> None:
        self.length += len(text)
        self._parts.append(_SPACES.sub(" ", text))

    def break_line(self) -> None:
        self._parts.append("\n")

    def break_paragraph(self) -> None:
        self._parts.append("\n\n")

    def start_row(self) -> None:
        self._parts.append(f"\n\n{_ROW}")

    def next_cell(self) -> None:
        self._parts.append(_CELL)

    def text(self) -> str:
        joined = _GAP.sub(_cell_or_gap, "".join(self._parts)).replace(_ROW, "")
        lines = [_SPACES.sub(" ", line).strip(" ") for line in joined.split("\n")]
        shown = "\n".join("" if set(line) <= {" ", "|"} else line for line in lines)
        return re.sub(r"\n{3,}", "\n\n", shown).strip("\n")


def _cell_or_gap(gap: re.Match[str]) -> str:
    return " | " if _CELL in gap[0] else gap[0]
