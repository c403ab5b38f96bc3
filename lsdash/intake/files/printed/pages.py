"""A page's lines in the order in which the file holds them, and its tables row by row."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

import pypdfium2 as pdfium

from lsdash.intake.files.layout import MOST_IN_A_CELL
from lsdash.intake.files.printed import lines, ruled
from lsdash.intake.files.printed.lines import Cell, Glyph, Line
from lsdash.intake.files.printed.ruled import Ruled

MIDDLE = 0.3
"""How far above its line the middle of a letter lies, in heights of it."""

_Place = tuple[int, tuple[int, int]]
"""A table of the page, and a cell of it by row and column."""


def read(page: pdfium.PdfPage, words: pdfium.PdfTextPage, number: int) -> list[Line]:
    """The lines of a page, which counts from 1."""
    glyphs = list(lines.glyphs(words))
    tables = _tables(page, glyphs)
    told: list[Line] = []
    run: list[Glyph] = []
    cells: defaultdict[_Place, list[Glyph]] = defaultdict(list)
    begun: dict[int, int] = {}
    for glyph, place in _placed(glyphs, tables):
        if run and (place is not None or not lines.goes_on(run, glyph)):
            told += lines.of(run, number)
            run = []
        if place is None:
            run.append(glyph)
        else:
            cells[place].append(glyph)
            begun.setdefault(place[0], len(told))
    told += lines.of(run, number)
    for at, before in reversed(begun.items()):
        own = {cell: inside for (table, cell), inside in cells.items() if table == at}
        told[before:before] = _rows(tables[at], own, number)
    return _downwards(told)


def joined(pages: Sequence[Sequence[Line]]) -> list[Line]:
    """The lines of all pages; rows that go on over a page have the columns of those before.

    A page that only has the last rows of a table may lack a line between two of its columns, as
    where `Tổng cộng` stands under both.
    """
    told: list[Line] = []
    for page in pages:
        above = told[-1] if told and told[-1].is_ruled else None
        for line in page:
            above = above if line.is_ruled else None
            told.append(_in_columns(line, above) if above else line)
    return told


def _in_columns(line: Line, above: Line) -> Line:
    """A row with the columns of the one above, if each of its cells begins with one of them."""
    begins = {
        at: cell
        for cell in line.cells
        for at, column in enumerate(above.cells)
        if abs(column.left - cell.left) <= ruled.NEAR
    }
    ends = abs(above.right - line.right) <= ruled.NEAR
    if not len(begins) == len(line.cells) < len(above.cells) or not ends:
        return line
    cells = (
        Cell(begins[at].text if at in begins else "", column.left, column.right)
        for at, column in enumerate(above.cells)
    )
    return replace(line, cells=tuple(cells))


def _tables(page: pdfium.PdfPage, glyphs: Sequence[Glyph]) -> list[Ruled]:
    """Those with lines around their cells, but for frames that hold whole paragraphs."""
    turns = Counter(each.turn for each in glyphs if lines.is_inked(each)).most_common(1)
    if not turns:
        return []
    found = ruled.find(page, lambda point: lines.placed(point, turns[0][0]))
    counted = Counter(place for _, place in _placed(glyphs, found) if place is not None)
    frames = {table for (table, _), letters in counted.items() if letters > MOST_IN_A_CELL}
    return [table for at, table in enumerate(found) if at not in frames]


def _placed(
    glyphs: Sequence[Glyph], tables: Sequence[Ruled]
) -> Iterator[tuple[Glyph, _Place | None]]:
    """Each letter with the cell that it stands in; a space stands with the letter before it."""
    place: _Place | None = None
    for glyph in glyphs:
        if tables and lines.is_inked(glyph):
            x, y = (glyph.left + glyph.right) / 2, glyph.base + MIDDLE * glyph.size
            cells = ((at, table.cell(x, y)) for at, table in enumerate(tables))
            place = next(((at, cell) for at, cell in cells if cell is not None), None)
        yield glyph, place


def _rows(table: Ruled, cells: dict[tuple[int, int], list[Glyph]], number: int) -> Iterator[Line]:
    """Its rows with all their cells; one that a cell above or beside it covers is empty."""
    for row, bottom in enumerate(table.rows[1:]):
        own: list[Cell] = []
        size, marks, turn = [], [], 0
        for column, (left, right) in enumerate(pairwise(table.columns)):
            inside = _in_cell(cells.get((row, column), []), number)
            size += [each.size for each in inside]
            marks += [mark for each in inside for mark in each.marks]
            turn = inside[0].turn if inside else turn
            words = " ".join(cell.text for each in inside for cell in each.cells)
            own.append(Cell(words, left, right))
        if size:
            yield Line(tuple(own), bottom, median(size), turn, number, tuple(marks), is_ruled=True)


def _in_cell(glyphs: Sequence[Glyph], number: int) -> list[Line]:
    """The lines of a cell."""
    found: list[Line] = []
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and not lines.goes_on(run, glyph):
            found += lines.of(run, number)
            run = []
        run.append(glyph)
    return [*found, *lines.of(run, number)]


def _downwards(told: list[Line]) -> list[Line]:
    """The lines from above, where those of a page on its side are given from below."""
    turned = [each for each in told if each.turn]
    steps = [one.base < two.base for one, two in pairwise(turned) if one.turn == two.turn]
    are_upwards = sum(steps) * 2 > len(steps)
    return told[::-1] if are_upwards and len(turned) == len(told) else told
