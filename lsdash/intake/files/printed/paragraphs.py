"""Paragraphs from the lines of a document's pages, and rows of tables with their columns.

A line goes on with the one before where its first word had no room there.
"""

import math
import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median

from lsdash.intake.files.layout import NOTE
from lsdash.intake.files.old_fonts import marked
from lsdash.intake.files.printed import notes
from lsdash.intake.files.printed.lines import HYPHEN_AT_THE_END, Cell, Line
from lsdash.intake.text.paragraphs import (
    ENDED,
    MARKER,
    NUMBER_DUE,
    UNFINISHED,
    is_parted_from_its_symbol,
)

WITHIN_A_WORD = re.compile(rf"{HYPHEN_AT_THE_END}$|\S[/-]$")
"""Where a line was broken in the middle of a number of a document: `71/QĐ-` and `UBND`."""
ALONE = re.compile(
    r"""
    s[ốỐ]\s?:\s?\d | V/v\b | Kính\ gửi\b | Nơi\ nhận\s?:
      | (?i:cộng\ h(?:òa|oà)\ xã\ hội | độc\ lập\s?[-–]\s?tự\ do)
      | [^\W\d_][^,;:.\d]{1,30},\s+ngày\s+\d{1,2}\s+tháng\s\d{1,2}\s+năm\s\d{4}$
      | (?:TM|KT|TL|TUQ|Q)\s?[./]\s?[A-ZĐ]
      | (?:PHÓ\ )?(?:CHỦ\ TỊCH|GIÁM\ ĐỐC|CHÁNH\ VĂN\ PHÒNG|CỤC\ TRƯỞNG|TRƯỞNG\ BAN)\b(?!.*\d)
      | (?:Phụ\ lục|PHỤ\ LỤC|Biểu\ số|BIỂU\ SỐ)\s?(?:số\s?)?[\dIVX]{0,5}$
    """,
    re.VERBOSE,
)
"""What never goes on with the line above, nor the line below with it: number, place and day,
capacity and post of the signer, the heading of an annex."""
INDENT = 0.8
"""A first line begins so far to the right, in heights of a letter."""
NEAR = 0.6
"""How far two middles of lines lie apart that are set in the middle of the page."""
SPREAD = 1.25
"""A distance between lines from which on paragraphs are parted, in the usual distance."""
CLOSE = 1.1
"""Lines after a closed one stand so near to it at most, to be of its paragraph."""
SINGLE = 1.5
"""The distance of lines, in heights of a letter, where the document does not tell its own."""
FARTHEST = 2.2
"""Lines of one paragraph stand at most so far from each other, in heights of a letter."""
MOST_INDENT = 72.0
"""Points by which lines of a column begin further right than others; the next column does more."""
ALIKE = 0.12
"""How far sizes of one paragraph's lines may differ …"""
SURE_OF_SIZE = 12
"""… where a line has so many letters: of few, the tallest may be low ones."""


def text(lines: Sequence[Line]) -> str:
    """The text of all pages, with the marks of old fonts: paragraphs parted by an empty line, cells
    by ` | `; the notes of a paragraph or a table stand after it."""
    lines, told = notes.split(lines)
    rules = _Rules(lines)
    parts: list[str] = []
    waiting: list[str] = []
    rows = _in_columns(lines)
    for at, line in enumerate(lines):
        shown = rows.get(at, " ".join(line.marked.split()))
        if at == 0:
            parts.append(shown)
        elif rules.goes_on(lines[at - 1], line):
            is_within = WITHIN_A_WORD.search(marked.plain(parts[-1]))
            parts.append(shown if is_within else f" {shown}")
        else:
            if not (line.is_row and lines[at - 1].is_row):
                parts += waiting
                waiting = []
            parts.append(f"\n\n{shown}")
        waiting += [f"\n\n{NOTE}{' '.join(text(each).split())}" for each in told.get(at, ())]
    return "".join([*parts, *waiting]).replace(HYPHEN_AT_THE_END, "-")


class _Rules:
    """What the document's own lines say of its margins and distances."""

    def __init__(self, lines: Sequence[Line]) -> None:
        told = [each for each in lines if not each.is_row]
        self.right = _edges(told)
        steps = [step for one, two in pairwise(told) if (step := _step(one, two))]
        sure = [_step(one, two) for one, two in pairwise(told) if _is_unfinished(one, two)]
        self.wrapped = median(filter(None, sure)) if any(sure) else 0.0
        """The distance of lines of one paragraph; 0 where no line surely goes on."""
        self.is_spread = any(step > SPREAD * self.wrapped for step in steps)

    def goes_on(self, before: Line, line: Line) -> bool:
        """Whether `line` is of the paragraph of `before`."""
        if before.is_row or line.is_row or before.turn != line.turn:
            return False
        if _differ_in_size(before, line):
            return False
        if before.text.endswith(HYPHEN_AT_THE_END):
            return True
        is_below = before.page != line.page or 0 < _step(before, line) <= FARTHEST
        if is_below and is_parted_from_its_symbol(before.text, line.text):
            return True
        if MARKER.match(line.text) or _stands_alone(before) or _stands_alone(line):
            return False
        if is_below and _is_unfinished(before, line):
            return True
        if before.page != line.page:
            return self._is_full(before, line) and not _is_closed(before, line)
        step = _step(before, line)
        if not step or step > (SPREAD * self.wrapped or SINGLE):
            return False
        if _are_centred(before, line):
            return _are_one_heading(before, line)
        if line.left > before.left + INDENT * line.size or not self._is_full(before, line):
            return False
        return not _is_closed(before, line) or (self.is_spread and step <= CLOSE * self.wrapped)

    def _is_full(self, before: Line, line: Line) -> bool:
        """The next line's first word had no room."""
        first, _, rest = line.text.partition(" ")
        width = (line.right - line.left) * (len(first) + bool(rest)) / max(1, len(line.text))
        return before.right + width > self.right[id(before)] - 0.3 * line.size


def _edges(lines: Sequence[Line]) -> dict[int, float]:
    """How far the column of each line reaches to the right, by the line's identity."""
    found: dict[int, float] = {}
    for _, page in groupby(lines, key=lambda line: (line.page, line.turn)):
        columns = _columns([*page])
        lefts = [median(line.left for line in column) for column in columns]
        for own, column in zip(lefts, columns, strict=True):
            others = zip(lefts, columns, strict=True)
            besides = [each for left, each in others if left > own + MOST_INDENT]
            beside = min(
                (line.left for each in besides if _stand_beside(column, each) for line in each),
                default=math.inf,
            )
            others = zip(lefts, columns, strict=True)
            alike = [each for left, each in others if abs(left - own) <= MOST_INDENT]
            rights = [line.right for each in alike for line in each]
            within = max((right for right in rights if right < beside), default=beside)
            for line in column:
                found[id(line)] = within if line.right < beside else max(rights)
    return found


def _stand_beside(column: Sequence[Line], other: Sequence[Line]) -> bool:
    """Most lines of a column have some of the other beside them."""
    highest, lowest = other[0].base, other[-1].base
    return 2 * sum(lowest <= line.base <= highest for line in column) > len(column)


def _columns(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that stand below each other; one that stands higher again begins the next column."""
    columns = [[lines[0]]]
    for before, line in pairwise(lines):
        if line.base > before.base + line.size:
            columns.append([])
        columns[-1].append(line)
    return columns


def _differ_in_size(before: Line, line: Line) -> bool:
    is_sure = min(len(before.text), len(line.text)) >= SURE_OF_SIZE
    return is_sure and abs(before.size - line.size) > ALIKE * max(before.size, line.size)


def _stands_alone(line: Line) -> bool:
    """A rule typed as signs, or a line of a document's head or signature."""
    is_rule = not any(map(str.isalnum, line.text))
    return is_rule or ALONE.match(line.text) is not None


def _step(before: Line, line: Line) -> float:
    """The distance to the line below, in heights of a letter; 0 where it is not below."""
    if before.page != line.page or before.turn != line.turn:
        return 0.0
    return max(0.0, (before.base - line.base) / max(line.size, 1e-6))


def _is_closed(before: Line, line: Line) -> bool:
    """A full line that closes a sentence is taken for the paragraph's last."""
    return before.text.rstrip("\"'”’) ").endswith(ENDED) and not line.text[0].islower()


def _is_unfinished(before: Line, line: Line) -> bool:
    """The sentence plainly goes on, wherever the line was broken."""
    runs_on = line.text[0].islower() and not before.text.endswith(ENDED)
    number_follows = line.text[0].isdigit() and NUMBER_DUE.search(before.text)
    is_within = WITHIN_A_WORD.search(before.text)
    return bool(runs_on or number_follows or is_within or UNFINISHED.search(before.text))


def _are_centred(before: Line, line: Line) -> bool:
    middle, below = (before.left + before.right) / 2, (line.left + line.right) / 2
    return (
        abs(middle - below) <= NEAR * line.size
        and abs(before.left - line.left) > INDENT * line.size
    )


def _are_one_heading(before: Line, line: Line) -> bool:
    """Two lines set in the middle, in letters of one kind, of which none ends a sentence."""
    return before.text.isupper() == line.text.isupper() and not before.text.endswith(ENDED)


def _in_columns(lines: Sequence[Line]) -> dict[int, str]:
    """Rows of tables with an empty cell where a column has none, by their place."""
    found: dict[int, str] = {}
    for run in _runs(lines):
        widest = max((lines[at] for at in run), key=lambda line: len(line.cells))
        for at in run:
            found[at] = _row(lines[at].cells, widest.cells)
    return found


def _runs(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Rows that follow each other on a page."""
    run: list[int] = []
    for at, line in enumerate(lines):
        if line.is_row and not line.is_ruled and (not run or lines[run[-1]].page == line.page):
            run.append(at)
            continue
        if run:
            yield run
        run = [at] if line.is_row and not line.is_ruled else []
    if run:
        yield run


def _row(cells: Sequence[Cell], columns: Sequence[Cell]) -> str:
    """The row under these columns; as it stands where its cells do not fit under them."""
    places = [_column(cell, columns) for cell in cells]
    if places != sorted(set(places)):
        return " | ".join(cell.text for cell in cells)
    texts = dict(zip(places, (cell.text for cell in cells), strict=True))
    filled = " | ".join(texts.get(at, "") for at in range(len(columns)))
    return " ".join(filled.split())


def _column(cell: Cell, columns: Sequence[Cell]) -> int:
    """The column that the cell lies under most, else the nearest."""

    def apart(at: int) -> float:
        return max(columns[at].left - cell.right, cell.left - columns[at].right)

    return min(range(len(columns)), key=apart)
