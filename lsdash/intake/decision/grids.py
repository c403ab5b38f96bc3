"""Tables of a document as grids: rows by name, columns by head and unit, sums both ways.

The unit of a column is in its head, `Kinh phí (triệu đồng)`, or above the table, `Đơn vị tính:
triệu đồng`. A row called a total is the whole of the rows that it stands over; a column headed
`Tổng số` is the whole of those beside it, where they come to it in most rows.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal

from lsdash import quantities as one
from lsdash.intake.decision import column_heads, row_levels
from lsdash.intake.finding import tables
from lsdash.intake.finding.quantities import Quantity
from lsdash.intake.finding.tables import Cell
from lsdash.quantities.expressions import Expression
from lsdash.vocabulary import FigureKind, Unit

LINE = re.compile(r"[^\n\r\v\f]+")
PARTED = re.compile(r"[ \u00a0]?\|[ \u00a0]?|\t")
NUMBER = re.compile(r"[-–]?(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)")
TOTAL = re.compile(r"^(?:tổng|cộng|toàn tỉnh|toàn ngành)\b", re.IGNORECASE)
IN_ORDER = re.compile(r"^(?:tt|stt|số ?tt|số thứ tự)\.?$", re.IGNORECASE)
CAPTION_LINES = 4
SHORT = 100


@dataclass(frozen=True)
class Entry:
    """A figure of a grid. `row` counts the rows below the head from 1."""

    figure: Quantity
    name: str
    row: int
    column: int
    head: str
    """What its column is called."""
    unit_called: str
    """The unit as the head of the table prints it."""
    is_total: bool
    part_of: int | None = None
    """Position among the grid's figures of what it is a part of."""


@dataclass(frozen=True)
class Sum:
    """A total and its parts, by position; `difference` is the total less its parts."""

    whole: int
    parts: tuple[int, ...]
    difference: Decimal


@dataclass(frozen=True)
class Check:
    """A total that repeats what other figures say, and so is none of its own."""

    name: str
    head: str
    row: int
    printed: str
    start: int
    end: int
    difference: Decimal
    """What it states less what its column comes to."""
    value: Decimal
    unit: Unit
    unit_called: str
    scale: int


@dataclass(frozen=True)
class Grid:
    """Offsets into the text as received."""

    start: int
    end: int
    heads: tuple[str, ...]
    rows: int
    entries: tuple[Entry, ...]
    sums: tuple[Sum, ...]
    checks: tuple[Check, ...]
    counting: tuple[Cell, ...]
    """Cells whose digits only count rows or columns, or belong to a unit or a year of the head."""
    unread: tuple[Cell, ...]
    """Cells with a number that has no unit."""


@dataclass(frozen=True)
class _Row:
    cells: tuple[Cell, ...]
    name: str
    level: int
    """0 for the total, 1 and 2 for groups, 3 for a row of them, 4 for what stands below."""
    number: int


def find(text: str, start: int, end: int) -> list[Grid]:
    """The tables between two places of the text, in order."""
    return [grid for run, above in _runs(text, start, end) if (grid := _grid(run, above))]


def _runs(text: str, start: int, end: int) -> Iterator[tuple[list[list[Cell]], list[str]]]:
    """Lines of several cells that follow each other, with the lines above them.

    One short line of one cell between two of them is a row that spans the table.
    """
    run: list[list[Cell]] = []
    above: list[str] = []
    waiting: list[Cell] | None = None
    for line in LINE.finditer(text, start, end):
        if not line.group().strip():
            continue
        cells = tables.cells(text, line.start(), line.end(), PARTED)
        if len(cells) > 1:
            if waiting and run:
                run.append(waiting)
            waiting = None
            run.append(cells)
            continue
        if (
            run
            and waiting is None
            and len(cells[0].text) < SHORT
            and not cells[0].text.endswith(".")
        ):
            waiting = cells
            continue
        if run:
            yield run, above
            run, above = [], []
        if waiting:
            above.append(waiting[0].text)
            waiting = None
        above = [*above, cells[0].text][-CAPTION_LINES:]
    if run:
        yield run, above


def _grid(run: Sequence[Sequence[Cell]], above: Sequence[str]) -> Grid | None:
    if len(run) < 2:
        return None
    first = _first_row(run)
    if not first:
        return _of_words(run) if first is None else None
    width = Counter(len(row) for row in run[first:]).most_common(1)[0][0]
    heads = column_heads.names(run[:first], width)
    counting = [
        cell
        for row in run[:first]
        for cell in row
        if column_heads.only_counts(row) or column_heads.is_without_figure(cell.text)
    ]
    order = next((at for at, head in enumerate(heads) if IN_ORDER.match(head)), None)
    body = [_fitted(row, width) for row in run[first:]]
    if order is None and all(_orders(row[0].text) for row in body) and width > 2:
        order = 0
    groups = row_levels.groups(row[order].text for row in body) if order is not None else []
    rows = [_row(row, order, number, groups) for number, row in enumerate(body, start=1)]
    units = _units(heads, order, above, rows)
    named = [at for at, head in enumerate(heads) if tables.CLASS.match(head)]
    counting += [row[at] for row in body for at in named if row[at].text]
    unread = _unread(rows, units, {order, *named})
    counting += [row[order] for row in body if order is not None and row[order].text]
    shares = column_heads.of_which(run[:first], width)
    entries, checks, sums = _read(_Table(rows, heads, units, shares))
    return Grid(
        start=run[0][0].start,
        end=run[-1][-1].end,
        heads=heads,
        rows=len(rows),
        entries=tuple(entries),
        sums=tuple(sums),
        checks=tuple(checks),
        counting=tuple(counting),
        unread=tuple(unread),
    )


def _of_words(run: Sequence[Sequence[Cell]]) -> Grid:
    """A table without figures."""
    heads = tuple(cell.text for cell in run[0])
    counting = tuple(row[0] for row in run[1:] if row[0].text and _orders(row[0].text))
    return Grid(run[0][0].start, run[-1][-1].end, heads, len(run) - 1, (), (), (), counting, ())


def _first_row(run: Sequence[Sequence[Cell]]) -> int | None:
    """The first row with a figure that is not one that only numbers the columns."""
    for at, row in enumerate(run):
        if column_heads.only_counts(row):
            continue
        if any(NUMBER.fullmatch(cell.text) for cell in row[1:]):
            return at
    return None


def _fitted(row: Sequence[Cell], width: int) -> tuple[Cell, ...]:
    """A row as wide as the others: one whose first cells were merged is moved to the right."""
    missing = width - len(row)
    if missing > 0:
        first = row[0]
        if len(row) == 1:
            rest = [Cell(first.end, first.end, "")] * (width - 2)
            return (Cell(first.start, first.start, ""), first, *rest)
        return (*[Cell(first.start, first.start, "")] * missing, *row)
    return tuple(row[:width])


def _orders(text: str) -> bool:
    return not text or bool(
        re.fullmatch(r"(?:[IVX]+|[A-Z]|\d{1,3}(?:\.\d{1,2})?|[a-zđ])[.)]?", text)
    )


def _row(cells: tuple[Cell, ...], order: int | None, number: int, groups: Sequence[str]) -> _Row:
    words = [
        cell.text
        for at, cell in enumerate(cells)
        if at != order and cell.text and not NUMBER.fullmatch(cell.text)
    ]
    name = words[0] if words else ""
    if not words and order is not None:
        name = cells[order].text
    is_total = bool(TOTAL.match(name)) or (
        order is not None and bool(TOTAL.match(cells[order].text))
    )
    told = cells[order].text if order is not None else ""
    return _Row(cells, name, 0 if is_total else row_levels.level(told, groups), number)


def _units(
    heads: Sequence[str], order: int | None, above: Sequence[str], rows: Sequence[_Row]
) -> list[tuple[Expression, str] | None]:
    """The unit of each column that holds figures, with its name as printed."""
    captions = [each for line in above if (each := tables.CAPTION.search(line))]
    captions += [each for head in heads if (each := tables.CAPTION.search(head))]
    beside = next((found for each in captions if (found := tables.unit(each["unit"]))), None)
    units: list[tuple[Expression, str] | None] = []
    for at, head in enumerate(heads):
        is_filled = any(NUMBER.fullmatch(row.cells[at].text) for row in rows)
        is_named = not any(
            row.cells[at].text and not _may_stand(row.cells[at].text) for row in rows
        )
        own = beside if beside and tables.is_place(head) else column_heads.unit_of(head) or beside
        own = None if tables.CLASS.match(head) else own
        units.append(own if at != order and is_filled and is_named else None)
    return units


def _may_stand(text: str) -> bool:
    """A figure, or a mark for none."""
    return bool(NUMBER.fullmatch(text.rstrip(" %"))) or text in {
        "-",
        "–",
        "—",
        "x",
        "X",
        "…",
        "...",
    }


def _unread(rows: Sequence[_Row], units: Sequence[object], naming: Set[int | None]) -> list[Cell]:
    return [
        cell
        for row in rows
        for at, cell in enumerate(row.cells)
        if at not in naming and units[at] is None and NUMBER.fullmatch(cell.text)
    ]


@dataclass(frozen=True)
class _Table:
    rows: Sequence[_Row]
    heads: Sequence[str]
    units: Sequence[tuple[Expression, str] | None]
    shares: Set[int]
    """Columns of which a head over them says that they are only a part of those before."""

    def value(self, row: _Row, column: int) -> Quantity | None:
        unit = self.units[column]
        return _figure(row.cells[column], unit[0]) if unit else None

    def number(self, row: _Row, column: int) -> Decimal | None:
        figure = self.value(row, column)
        return figure.low if figure else None


def _read(table: _Table) -> tuple[list[Entry], list[Check], list[Sum]]:
    rows = table.rows
    filled = [at for at, unit in enumerate(table.units) if unit]
    members = _across(table, filled)
    beside = {at for of in members.values() for at in of}
    parents = _parents(rows)
    entries: list[Entry] = []
    checks: list[Check] = []
    placed: dict[tuple[int, int], int] = {}
    for row in rows:
        for at in filled:
            figure = table.value(row, at)
            if figure is None:
                continue
            if at in beside and row.number in parents.values():
                checks.append(_check(table, row, at, figure, parents))
                continue
            placed[row.number, at] = len(entries)
            entries.append(_entry(table, row, at, figure, filled, is_beside=at in beside))
    parts: dict[int, list[int]] = {}
    for cell, position in placed.items():
        whole = _whole(cell, placed, members, parents)
        if whole is not None:
            parts.setdefault(whole, []).append(position)
    sums = [_sum(entries, whole, of) for whole, of in sorted(parts.items())]
    kept = [each for each in sums if _is_linked(entries, each)]
    linked = {part: each.whole for each in kept for part in each.parts}
    told = [replace(entry, part_of=linked.get(at)) for at, entry in enumerate(entries)]
    return told, checks, kept


def _entry(
    table: _Table, row: _Row, at: int, figure: Quantity, filled: Sequence[int], *, is_beside: bool
) -> Entry:
    head = tables.IN_BRACKETS.sub("", table.heads[at]).strip()
    alone = len(filled) == 1 or (not is_beside and TOTAL.match(head))
    if at in table.shares and not is_beside:
        head = f"Trong đó: {head}"
    unit = table.units[at]
    return Entry(
        figure=figure,
        name=row.name if alone or not head else f"{row.name}: {head}",
        row=row.number,
        column=at,
        head=head,
        unit_called=unit[1] if unit else "",
        is_total=row.level == 0,
    )


def _check(
    table: _Table, row: _Row, at: int, figure: Quantity, parents: Mapping[int, int]
) -> Check:
    below = [each for each in table.rows if parents.get(each.number) == row.number]
    come_to = sum((table.number(each, at) or Decimal(0) for each in below), Decimal(0))
    stated, unit = figure.low or Decimal(0), table.units[at]
    return Check(
        name=row.name,
        head=tables.IN_BRACKETS.sub("", table.heads[at]).strip(),
        row=row.number,
        printed=figure.printed,
        start=figure.start,
        end=figure.end,
        difference=stated - come_to,
        value=stated,
        unit=figure.unit,
        unit_called=unit[1] if unit else "",
        scale=figure.scale,
    )


def _parents(rows: Sequence[_Row]) -> dict[int, int]:
    """Row → the row that is its total: the group that it stands in, else the table's total."""
    total = next((row.number for row in rows if row.level == 0), None)
    found: dict[int, int] = {}
    above: list[_Row] = []
    for row in rows:
        if row.level == 0:
            continue
        while above and above[-1].level >= row.level:
            above.pop()
        holder = next((each for each in reversed(above) if _has_figures(each)), None)
        if holder:
            found[row.number] = holder.number
        elif total:
            found[row.number] = total
        above.append(row)
    return found


def _has_figures(row: _Row) -> bool:
    return any(NUMBER.fullmatch(cell.text) for cell in row.cells[1:])


def _across(table: _Table, filled: Sequence[int]) -> dict[int, list[int]]:
    """A column headed as a total → the columns beside it that come to it in most rows."""
    found: dict[int, list[int]] = {}
    for place, at in enumerate(filled):
        if not TOTAL.match(table.heads[at]):
            continue
        members: list[int] = []
        for other in filled[place + 1 :]:
            unit, own = table.units[other], table.units[at]
            if TOTAL.match(table.heads[other]) or not unit or not own:
                break
            if unit[0].unit is not own[0].unit:
                break
            members.append(other)
        if len(members) > 1 and _come_to_it(table, at, members):
            found[at] = members
    return found


def _come_to_it(table: _Table, total: int, members: Sequence[int]) -> bool:
    closed = [
        stated == sum((table.number(row, at) or Decimal(0) for at in members), Decimal(0))
        for row in table.rows
        if (stated := table.number(row, total)) is not None
    ]
    return sum(closed) * 2 > len(closed)


def _whole(
    cell: tuple[int, int],
    placed: Mapping[tuple[int, int], int],
    members: Mapping[int, Sequence[int]],
    parents: Mapping[int, int],
) -> int | None:
    """What a cell is a part of: its row's total where columns add up, else its column's."""
    number, column = cell
    for total, of in members.items():
        if column in of and (number, total) in placed:
            return placed[number, total]
    return placed.get((parents.get(number, 0), column))


def _sum(entries: Sequence[Entry], whole: int, parts: Sequence[int]) -> Sum:
    come_to = sum((entries[at].figure.low or Decimal(0) for at in parts), Decimal(0))
    return Sum(whole, tuple(parts), (entries[whole].figure.low or Decimal(0)) - come_to)


def _is_linked(entries: Sequence[Entry], it: Sum) -> bool:
    """Shares that miss their total by no more than rounding does are left beside it; and an
    average of percentages over rows is no sum of them."""
    figure = entries[it.whole].figure
    if figure.kind is not FigureKind.PERCENT or it.difference == 0:
        return len(it.parts) > 1 or it.difference == 0
    is_whole = figure.low == 100
    exact = min(int((entries[at].figure.low or Decimal(0)).as_tuple().exponent) for at in it.parts)
    rounding = Decimal(5).scaleb(exact - 1) * len(it.parts)
    return is_whole and abs(it.difference) > rounding and len(it.parts) > 1


def _figure(cell: Cell, unit: Expression) -> Quantity | None:
    text = cell.text.rstrip(" %").replace("–", "-")
    if not NUMBER.fullmatch(text):
        return None
    value = one.number(text) * unit.scale
    value = value.to_integral_value() if unit.scale > 1 and value % 1 == 0 else value
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
