"""Tables that lines are drawn around: where on the page their cells lie.

Lengths are in points, along the lines of the text and upwards across them, as in `lines`.
"""

import ctypes
import math
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2 as pdfium

Point = tuple[float, float]

SHORTEST = 5.0
"""What is shorter is no line of a table, but the end of one that is drawn as a narrow box."""
NEAR = 2.5
"""Lines that lie nearer to each other are one, as the two sides of a narrow box are."""
STRAIGHT = 0.5
MOST_DRAWN = 20_000
"""Points of a page's drawings that are looked at; a map has more."""
MOST_COLUMNS = 40
MOST_ROWS = 200
LEAST = 3
"""Lines each way, so that there are two columns and two rows …"""
LEAST_OF_A_ROW = 4
"""… or between the columns of a row that stands alone, as where a table goes on over the page."""


@dataclass(frozen=True)
class _Rule:
    """A line at `at`, from `low` to `high` the other way."""

    at: float
    low: float
    high: float


@dataclass(frozen=True)
class Ruled:
    """`columns` are the lines between columns from the left, `rows` those between rows from above.

    `first` has for each place, row and column, where the cell begins that covers it.
    """

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    first: Mapping[tuple[int, int], tuple[int, int]]

    def cell(self, x: float, y: float) -> tuple[int, int] | None:
        """The cell that holds a point."""
        column = bisect_left(self.columns, x) - 1
        row = bisect_left(self.rows, -y, key=lambda at: -at) - 1
        return self.first.get((row, column))


def find(page: pdfium.PdfPage, placed: Callable[[Point], Point]) -> list[Ruled]:
    """The tables of a page; `placed` gives a point of the page as on an upright one."""
    across: list[_Rule] = []
    upright: list[_Rule] = []
    for one, two in _drawn(page):
        (x, y), (x2, y2) = placed(one), placed(two)
        if abs(y - y2) <= STRAIGHT and abs(x - x2) >= SHORTEST:
            across.append(_Rule((y + y2) / 2, min(x, x2), max(x, x2)))
        elif abs(x - x2) <= STRAIGHT and abs(y - y2) >= SHORTEST:
            upright.append(_Rule((x + x2) / 2, min(y, y2), max(y, y2)))
    bands = _bands(upright)
    return [table for band in bands if (table := _table(band, across))]


def _drawn(page: pdfium.PdfPage) -> Iterator[tuple[Point, Point]]:
    """The straight lines of what is drawn on the page."""
    raw, x, y = pdfium.raw, ctypes.c_float(), ctypes.c_float()
    left = MOST_DRAWN
    for path in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1):
        matrix = path.get_matrix()
        begun = last = (0.0, 0.0)
        for at in range(min(left, raw.FPDFPath_CountSegments(path))):
            left -= 1
            segment = raw.FPDFPath_GetPathSegment(path, at)
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            point = matrix.on_point(x.value, y.value)
            kind = raw.FPDFPathSegment_GetType(segment)
            if kind == raw.FPDF_SEGMENT_MOVETO:
                begun = point
            elif kind == raw.FPDF_SEGMENT_LINETO:
                yield last, point
            if raw.FPDFPathSegment_GetClose(segment):
                yield point, begun
            last = point


def _bands(upright: Sequence[_Rule]) -> list[list[_Rule]]:
    """Upright lines that stand beside each other: those of one table."""
    bands: list[list[_Rule]] = []
    reach = math.inf
    for rule in sorted(upright, key=lambda each: -each.high):
        if not bands or rule.high < reach - NEAR:
            bands.append([])
            reach = rule.low
        bands[-1].append(rule)
        reach = min(reach, rule.low)
    return bands


def _table(upright: Sequence[_Rule], across: Sequence[_Rule]) -> Ruled | None:
    low, high = min(each.low for each in upright), max(each.high for each in upright)
    columns = _places(upright)
    inside = [
        each
        for each in across
        if low - NEAR <= each.at <= high + NEAR
        and each.high > columns[0] + NEAR
        and each.low < columns[-1] - NEAR
    ]
    rows = _places(inside)[::-1]
    least = LEAST if len(rows) >= LEAST else LEAST_OF_A_ROW
    if not (least <= len(columns) <= MOST_COLUMNS and 1 < len(rows) <= MOST_ROWS):
        return None
    beside, above = _by_place(upright, columns), _by_place(inside, rows)
    first: dict[tuple[int, int], tuple[int, int]] = {}
    for row, (top, bottom) in enumerate(pairwise(rows)):
        for column, (left, right) in enumerate(pairwise(columns)):
            if column and not _passes(beside[column], (top + bottom) / 2):
                first[row, column] = first[row, column - 1]
            elif row and not _passes(above[row], (left + right) / 2):
                first[row, column] = first[row - 1, column]
            else:
                first[row, column] = row, column
    return Ruled(tuple(columns), tuple(rows), first)


def _places(rules: Iterable[_Rule]) -> list[float]:
    """Where lines lie, those near to each other as one, in rising order."""
    groups: list[list[float]] = []
    for at in sorted(each.at for each in rules):
        if not groups or at - groups[-1][-1] > NEAR:
            groups.append([])
        groups[-1].append(at)
    return [sum(group) / len(group) for group in groups]


def _by_place(rules: Iterable[_Rule], places: Sequence[float]) -> list[list[_Rule]]:
    """The lines that lie at each of these places."""
    found: list[list[_Rule]] = [[] for _ in places]
    order = sorted(range(len(places)), key=places.__getitem__)
    rising = [places[at] for at in order]
    for rule in rules:
        after = bisect_left(rising, rule.at)
        near = (at for at in (after - 1, after) if 0 <= at < len(rising))
        found[order[min(near, key=lambda at: abs(rising[at] - rule.at))]].append(rule)
    return found


def _passes(rules: Iterable[_Rule], middle: float) -> bool:
    """Whether one of the lines passes this point."""
    return any(each.low <= middle <= each.high for each in rules)
