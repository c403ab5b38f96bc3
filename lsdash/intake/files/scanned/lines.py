"""Words of a picture put together to lines as those of a printed page are, with cells of tables."""

from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise
from statistics import median

from lsdash.intake.files.left_out import Left, LeftOut
from lsdash.intake.files.printed.lines import Cell, Line
from lsdash.intake.files.scanned.page import WIDTH, Page, Word

POINTS = 595 / WIDTH
"""A page is taken to be as wide as A4."""
LOOSE = 1.3
"""The height of a letter with what is left free above and below, in that of the ink of a line."""
USUAL = 1.35
"""A line at most so many times higher or lower than most is of their size."""
CELL = 1.6
"""A gap from which on two cells are parted, in heights of a letter, where no rule parts them …"""
WIDER = 4.0
"""… and in the usual gap of the line."""


def of(page: Page) -> list[Line]:
    """The lines of a page from top to bottom."""
    rows = [list(words) for _, words in groupby(page.words, key=lambda word: word.line)]
    usual = median(_height(row) for row in rows) if rows else 0.0
    return [_line(row, usual, page.number) for row in rows]


def blank(pages: Mapping[int, Page]) -> list[LeftOut]:
    """The pages on which nothing stands, by their numbers."""
    return [
        LeftOut(Left.BLANK_PAGE, str(number)) for number, page in pages.items() if not page.words
    ]


def _line(row: Sequence[Word], usual: float, page: int) -> Line:
    own = _height(row)
    size = usual if usual / USUAL <= own <= usual * USUAL else own
    base = -sorted(word.bottom for word in row)[len(row) // 4]  # of words without a tail
    cells = tuple(_cell(words) for words in _parted(row, size))
    return Line(cells, base * POINTS, size * LOOSE * POINTS, 0, page)


def _height(row: Sequence[Word]) -> float:
    """Of the ink of its words, so that one with a mark above it and one without are alike."""
    return max(1.0, float(median(word.bottom - word.top for word in row)))


def _parted(row: Sequence[Word], size: float) -> list[list[Word]]:
    gaps = [max(0, after.left - before.right) for before, after in pairwise(row)]
    least = max(CELL * size, WIDER * median(gaps)) if len(gaps) > 2 else CELL * size
    cells = [[row[0]]]
    for gap, word in zip(gaps, row[1:], strict=True):
        if word.begins_cell or gap > least:
            cells.append([])
        cells[-1].append(word)
    return cells


def _cell(words: Sequence[Word]) -> Cell:
    text = " ".join(word.text for word in words)
    return Cell(text, words[0].left * POINTS, words[-1].right * POINTS)
