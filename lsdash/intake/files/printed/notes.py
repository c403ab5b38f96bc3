"""Notes at the foot of a page, taken to the line whose raised mark leads to them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby
from statistics import median

from lsdash.intake.files.printed.lines import Line

SMALLER = 0.95
"""Notes are set so much smaller than the text of their page."""


def split(lines: Sequence[Line]) -> tuple[list[Line], Mapping[int, list[list[Line]]]]:
    """The lines without notes, and the notes by the position of the line that leads to them; a note
    to which no mark of its page leads stays where it is."""
    kept: list[Line] = []
    notes: defaultdict[int, list[list[Line]]] = defaultdict(list)
    for _, page in groupby(lines, key=lambda line: line.page):
        text, found = _of_page([*page])
        first = len(kept)
        kept += text
        for note in found:
            sign = _signs(note[0])[0]
            leading = (first + at for at, line in enumerate(text) if sign in _signs(line))
            at = next(leading, None)
            if at is None:
                kept += note
            else:
                notes[at].append(note)
    return kept, notes


def _of_page(lines: Sequence[Line]) -> tuple[list[Line], list[list[Line]]]:
    """The text of a page and the notes that close it, each with all its lines."""
    first = next((at for at, line in enumerate(lines) if _opens(line)), len(lines))
    text, below = [*lines[:first]], lines[first:]
    if not text or not below:
        return [*lines], []
    most = SMALLER * median(line.size for line in text)
    if any(line.size > most for line in below):
        return [*lines], []
    notes: list[list[Line]] = []
    for line in below:
        if _opens(line):
            notes.append([])
        notes[-1].append(line)
    return text, notes


def _opens(line: Line) -> bool:
    """A raised mark stands before all its words."""
    return bool(line.marks) and not line.marks[0].split()[:-1]


def _signs(line: Line) -> list[str]:
    """The marks of the line alone, without the words before them."""
    return [each.split()[-1].strip("[]()") for each in line.marks if each.split()]
