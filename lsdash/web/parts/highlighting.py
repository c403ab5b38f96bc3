"""A bulletin's own text, shown as text, with stretches of it marked."""

from collections.abc import Iterable
from dataclasses import dataclass

from lsdash.web.parts.escaping import plain


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


def _lines(text: str) -> str:
    """Lines stay apart; spaces fold, so that none opens a block of code."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    first = " " if text[:1].isspace() and lines and lines[0] else ""
    last = " " if text[-1:].isspace() and lines and lines[-1] else ""
    return first + "\n\n".join(plain(line) for line in lines) + last
