"""A bulletin's own text, shown as text, with stretches of it marked."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from lsdash.web.parts.escaping import plain

_PARTED = re.compile(r"(?<!\S)\\\|(?!\S)")
"""What stands between the cells of a row, as `plain` writes it."""


@dataclass(frozen=True)
class Mark:
    """A stretch of the text, and the Markdown before and after it; one of no length is a sign."""

    start: int
    end: int
    opening: str
    closing: str = "]"


def text(whole: str, start: int, end: int, marks: Iterable[Mark]) -> str:
    """`whole[start:end]` as Markdown; marks that overlap an earlier one are left out."""
    parts: list[str] = []
    at = start
    for mark in sorted(marks, key=lambda each: (each.start, each.end > each.start, -each.end)):
        if mark.start < at or mark.end > end:
            continue
        parts += [_lines(whole[at : mark.start]), mark.opening]
        parts += [plain(" ".join(whole[mark.start : mark.end].split())), mark.closing]
        at = mark.end
    parts.append(_lines(whole[at:end]))
    return "".join(parts).strip()


def tabled(told: str) -> str:
    """The same Markdown with rows of cells that follow each other set as a table."""
    blocks: list[str] = []
    paragraphs = re.split(r"\n{2,}", told)
    for are_rows, run in groupby(paragraphs, key=lambda each: bool(_PARTED.search(each))):
        lines = list(run)
        blocks += [_table(lines)] if are_rows and len(lines) > 1 else lines
    return "\n\n".join(blocks)


def _table(lines: Iterable[str]) -> str:
    rows = [[cell.strip() for cell in _PARTED.split(line)] for line in lines]
    width = max(map(len, rows))
    head, *body = [" | ".join([*row, *[""] * (width - len(row))]) for row in rows]
    return "\n".join(f"| {row} |" for row in (head, " | ".join(["---"] * width), *body))


def _lines(text: str) -> str:
    """Lines stay apart; spaces fold, so that none opens a block of code."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    first = " " if text[:1].isspace() and lines and lines[0] else ""
    last = " " if text[-1:].isspace() and lines and lines[-1] else ""
    return first + "\n\n".join(plain(line) for line in lines) + last
