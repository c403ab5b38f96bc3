"""Figures of tables, whose unit stands in the head of their column and not beside them.

Tables come as rows of cells parted by ` | ` (see `received`) or by tabs. A column's unit is what
its head has in brackets, `Số tiền (triệu đồng)`, or what it counts, `Số giường`; else that of a
line above the table, `Đơn vị tính: triệu đồng`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from lsdash import quantities as one
from lsdash.intake.finding import sums as in_text
from lsdash.intake.finding.quantities import Quantity
from lsdash.intake.finding.sums import Sum
from lsdash.intake.text.normalized import Placeable
from lsdash.intake.text.paragraphs import plain
from lsdash.quantities.expressions import Expression

LINE = re.compile(r"[^\n\r]+")
PARTED = re.compile(r"(?<!\S)\|(?!\S)|\t")
NUMBER = re.compile(r"\d{1,3}(?:[.\s]\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
IN_BRACKETS = re.compile(
    r"\((?:(?:đơn vị(?: tính)?|đvt) ?:? ?)?(?P<unit>[^()]{1,40})\)$", re.IGNORECASE
)
CAPTION = re.compile(
    r"\b(?:đơn vị(?: tính)?|đvt) ?:? ?(?P<unit>[^():|\d]{1,40})\)?\.?$", re.IGNORECASE
)
COUNTED = re.compile(r"^(?:số lượng|số|lượng) (?P<unit>\D{1,40})$", re.IGNORECASE)
IN_ORDER = re.compile(r"^(?:tt|stt|số tt|số thứ tự)$", re.IGNORECASE)
TOTAL = re.compile(r"^(?:tổng|cộng)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Cell:
    """`start` and `end` are offsets into the text; `text` is what it says, in one spelling."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Row:
    """A figure of a table with the name of its row, and which table and column it stands in."""

    figure: Quantity
    name: str
    place: tuple[int, int]
    is_alone: bool
    """No other column of the table holds figures."""

    @property
    def is_total(self) -> bool:
        return bool(TOTAL.match(self.name))


@dataclass(frozen=True)
class Table:
    """`rows` are its figures; `numbers` are cells that only count the rows."""

    rows: Sequence[Row]
    numbers: Sequence[Cell]


def find(text: str) -> list[Table]:
    """The tables of a text whose columns have a unit, in its order."""
    return [table for lines, caption in _runs(text) if (table := _table(lines, caption))]


def repeats(row: Row, stated: Sequence[Quantity]) -> bool:
    """It is the last line of a table, and the sum that the text states already."""
    own = row.figure
    return row.is_total and any(
        (each.low, each.high, each.unit) == (own.low, own.high, own.unit) for each in stated
    )


def _runs(text: str) -> Iterator[tuple[list[list[Cell]], str]]:
    """Lines of two cells or more that follow each other, with the line above them."""
    run: list[list[Cell]] = []
    above = ""
    for line in LINE.finditer(text):
        if not line.group().strip():
            continue
        found = cells(text, line.start(), line.end())
        if len(found) > 1:
            if run and IN_ORDER.match(found[0].text):  # the head of another table
                yield run, above
                run = []
            run.append(found)
            continue
        if run:
            yield run, above
            run = []
        above = plain(line.group())
    if run:
        yield run, above


def cells(text: str, start: int, end: int, parted: re.Pattern[str] = PARTED) -> list[Cell]:
    """The cells of a line, which runs from `start` to `end`; `parted` is what stands between."""
    found: list[Cell] = []
    partings = [(each.start(), each.end()) for each in parted.finditer(text, start, end)]
    for stop, following in (*partings, (end, end)):
        told = text[start:stop]
        begin = start + len(told) - len(told.lstrip())
        found.append(Cell(begin, begin + len(told.strip()), plain(told)))
        start = following
    return found


def _table(lines: Sequence[Sequence[Cell]], above: str) -> Table | None:
    head, *rows = lines
    caption = CAPTION.search(above)
    beside = _unit(caption["unit"]) if caption else None
    units = [_unit_of_head(cell.text) or (beside if at else None) for at, cell in enumerate(head)]
    told = [row for row in rows if len(row) == len(head)]
    for at, cell in enumerate(head):
        is_filled = any(NUMBER.fullmatch(row[at].text) for row in told)
        if IN_ORDER.match(cell.text) or not is_filled:
            units[at] = None
    filled = [at for at, unit in enumerate(units) if unit]
    counting = [at for at, cell in enumerate(head) if IN_ORDER.match(cell.text)]
    if not filled and not counting:
        return None
    is_alone = len(filled) == 1
    figures = [
        Row(figure, _name(row, "" if is_alone else head[at].text), (head[0].start, at), is_alone)
        for row in told
        for at in filled
        if (figure := _figure(row[at], units[at]))
    ]
    numbers = [row[at] for row in told for at in counting if row[at].text]
    return Table(figures, numbers)


def _unit_of_head(text: str) -> Expression | None:
    """The unit that the head of a column names, read as `2 triệu đồng` would be."""
    bracket = IN_BRACKETS.search(text)
    if bracket:
        return _unit(bracket["unit"])
    counted = COUNTED.match(text)
    return (counted and _unit(counted["unit"])) or _unit(text)


def _unit(name: str) -> Expression | None:
    return one.read(f"2 {name.strip().lower()}")


def _figure(cell: Cell, unit: Expression | None) -> Quantity | None:
    if unit is None or not NUMBER.fullmatch(cell.text):
        return None
    try:
        value = one.number(cell.text) * unit.scale
        value = value.to_integral_value() if unit.scale > 1 and value % 1 == 0 else value
    except InvalidOperation:
        return None
    return Quantity(
        kind=unit.kind,
        low=value,
        high=value,
        unit=unit.unit,
        bound=unit.bound,
        start=cell.start,
        end=cell.end,
        printed=cell.text,
        scale=unit.scale,
        noun=unit.noun,
    )


def _name(row: Sequence[Cell], column: str) -> str:
    """The first cell of the row with words in it, and its column where several hold figures."""
    words = (cell.text for cell in row if cell.text and not NUMBER.fullmatch(cell.text))
    told = (next(words, ""), IN_BRACKETS.sub("", column).strip())
    return ": ".join(filter(None, told))


def merged(
    figures: Sequence[Quantity], tables: Sequence[Table]
) -> tuple[list[Quantity], dict[int, Row], list[Placeable]]:
    """All figures in their order, the rows of those of tables by where they begin, and the rest.

    The rest are cells whose digits are spoken for: row numbers, and sums stated before.
    """
    rows: dict[int, Row] = {}
    spoken: list[Placeable] = []
    found = list(figures)
    taken = {(each.start, each.end) for each in figures}
    for table in tables:
        spoken += table.numbers
        for row in table.rows:
            if (row.figure.start, row.figure.end) in taken:
                continue
            if repeats(row, figures):
                spoken.append(row.figure)
            else:
                found.append(row.figure)
                rows[row.figure.start] = row
    return sorted(found, key=lambda each: each.start), rows, spoken


def sums(text: str, figures: Sequence[Quantity], rows: Mapping[int, Row]) -> list[Sum]:
    """The sums among the figures of a document: columns of tables add up by themselves.

    A column whose last line is a total is a sum; the one column of a table without such a line may
    be the parts of a figure that stands before it.
    """
    columns: dict[tuple[int, int], list[int]] = defaultdict(list)
    others: list[int] = []
    for at, figure in enumerate(figures):
        row = rows.get(figure.start)
        if row is None:
            others.append(at)
        else:
            columns[row.place].append(at)
    found: list[Sum] = []
    for own in columns.values():
        last = rows[figures[own[-1]].start]
        if last.is_total and len(own) > 2:
            found.append(_column(figures, own))
        elif last.is_alone:
            others += own
    others.sort()
    for each in in_text.find(text, [figures[at] for at in others]):
        parts = tuple(others[at] for at in each.parts)
        found.append(Sum(others[each.whole], parts, each.difference))
    return sorted(found, key=lambda each: each.whole)


def _column(figures: Sequence[Quantity], own: Sequence[int]) -> Sum:
    *parts, whole = own
    total = sum((figures[at].low or Decimal(0) for at in parts), Decimal(0))
    return Sum(whole, tuple(parts), (figures[whole].low or Decimal(0)) - total)
