"""Cells that were pasted from a table come parted by tabs; here they get the sign of all others."""

import re

LINE = re.compile(r"[^\r\n]+")
ENTRY = re.compile(r"\s*(?:\d{1,3}[.)]|[a-zđ][.)]|[IVX]{1,5}\.|[-–—+•*])\t[^\t]*")
"""`1.⇥Nội dung`: the marker of a list and its text, which a tab parts as well."""


def joined(text: str) -> str:
    """The text with ` | ` between the cells of rows that tabs part (see `layout.Flow`).

    A tab before all words is an indent, unless others follow: then its row has an empty cell.
    """
    return LINE.sub(lambda line: _row(line[0]), text) if "\t" in text else text


def _row(line: str) -> str:
    if "\t" not in line.strip() or ENTRY.fullmatch(line):
        return line
    return " | ".join(cell.strip() for cell in line.split("\t"))
