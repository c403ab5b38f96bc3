"""Text put together as it is read off a page: words, lines, paragraphs, cells of a table."""

import re

_SPACES = re.compile(r"[ \t\r\f\v]+")


class Flow:
    """Paragraphs are parted by an empty line, the cells of a table's row by ` | `."""

    def __init__(self) -> None:
        self._parts: list[str] = []

    def add(self, text: str) -> None:
        self._parts.append(_SPACES.sub(" ", text.replace("\n", " ")))

    def break_line(self) -> None:
        self._parts.append("\n")

    def break_paragraph(self) -> None:
        self._parts.append("\n\n")

    def next_cell(self) -> None:
        self._parts.append(" | ")

    def text(self) -> str:
        lines = [" ".join(line.split(" ")).strip(" ") for line in "".join(self._parts).split("\n")]
        shown = "\n".join("" if set(line) <= {" ", "|"} else line for line in lines)
        return re.sub(r"\n{3,}", "\n\n", shown).strip("\n")
