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
from lsdash.quantities import words
from lsdash.quantities.expressions import Expression
from lsdash.vocabulary import Unit

LINE = re.compile(r"[^\n\r]+")
PARTED = re.compile(r"(?<!\S)\|(?!\S)|\t")
NUMBER = re.compile(r"\d{1,3}(?:[.\s]\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
IN_BRACKETS = re.compile(
    r"\((?:(?:đơn vị(?: tính)?|đvt) ?:? ?)?(?P<unit>[^()]{1,40})\)$", re.IGNORECASE
)
CAPTION = re.compile(
    r"\b(?:đơn vị(?: tính)?|đvt) ?:? ?(?P<unit>[^():|\d]{1,40})\)?[.:]?$", re.IGNORECASE
)
COUNTED = re.compile(r"^(?:số lượng|số|lượng) (?P<unit>\D{1,40})$", re.IGNORECASE)
IN_ORDER = re.compile(r"^(?:tt|stt|số tt|số thứ tự)$", re.IGNORECASE)
CLASS = re.compile(
    r"^(?:phân )?(?:loại|hạng|cấp|bậc)(?: (?:xã|đơn vị|đường|đô thị)[^()]*)?$", re.IGNORECASE
)
"""The head of a column that says of which class a row is, and counts nothing."""
TOTAL = re.compile(r"^(?:tổng|cộng)\b", re.IGNORECASE)
ORDER = re.compile(r"(?P<group>[IVX]{1,5}|[A-ZĐ])|[a-zđ]|\d{1,3}(?:\.\d{1,3})*|[-+*]")
"""A cell that only says where its row stands; a group stands over the rows below it."""
COUNTED_ALONE = frozenset(
    {Unit.PERSON, Unit.HOUSEHOLD, Unit.VEHICLE, Unit.BED, Unit.PLACE, Unit.MASK, Unit.DOSE}
)
"""Units that the first words of a head name, `Cán bộ, công chức`, where the cells are numbers."""
MOST_WORDS = 4
MOST_HEAD_ROWS = 3


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
    line: int
    """Where its row begins in the text."""
    unit_called: str = ""
    """The unit as the head of its column, or the line above, prints it."""
    is_group: bool = False
    """Stands over the rows below it, up to the next of its kind."""
    is_across: bool = False
    """Its column is headed as the total of those beside it."""

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
    head, rows = _head(lines)
    caption = CAPTION.search(above)
    beside = unit(caption["unit"]) if caption else None
    units = [
        beside if beside and is_place(cell.text) else _unit_of_head(cell.text) or beside
        for cell in head
    ]
    units[0] = units[0] if units[0] is not beside else None
    told = [row for row in rows if len(row) == len(head)]
    for at, cell in enumerate(head):
        is_filled = any(NUMBER.fullmatch(row[at].text) for row in told)
        if IN_ORDER.match(cell.text) or CLASS.match(cell.text) or not is_filled:
            units[at] = None
    filled = [at for at, named in enumerate(units) if named]
    counting = [at for at, cell in enumerate(head) if IN_ORDER.match(cell.text)]
    if not filled and not counting:
        return None
    is_alone = len(filled) == 1
    figures = [
        Row(
            figure,
            _name(row, "" if is_alone else head[at].text, counting),
            (head[0].start, at),
            is_alone,
            row[0].start,
            named[1],
            is_group=any(_is_group(row[each].text) for each in counting),
            is_across=not is_alone and bool(TOTAL.match(head[at].text)),
        )
        for row in told
        for at in filled
        if (named := units[at]) and (figure := _figure(row[at], named[0]))
    ]
    naming = [*counting, *(at for at, cell in enumerate(head) if CLASS.match(cell.text))]
    numbers = [row[at] for row in told for at in naming if row[at].text]
    return Table(figures, numbers)


def unit(name: str) -> tuple[Expression, str] | None:
    """A unit by its name, read as `2 triệu đồng` would be, and the name in small letters."""
    called = name.strip(" .;:").lower()
    read = one.read(f"2 {called}") if called else None
    return (read, called) if read else None


def _unit_of_head(text: str) -> tuple[Expression, str] | None:
    """The unit that the head of a column names."""
    bracket = IN_BRACKETS.search(text)
    if bracket:
        return unit(bracket["unit"])
    counted = COUNTED.match(text)
    named = counted and (unit(counted["unit"]) or _counted_alone(counted["unit"]))
    return named or unit(text) or _counted_alone(text)


def is_caption(line: str) -> bool:
    """The line above a table that only tells its unit: `(Đơn vị: nghìn đồng)`."""
    caption = CAPTION.match(line.strip(" ("))
    return caption is not None and unit(caption["unit"]) is not None


def is_place(head: str) -> bool:
    """`Tỉnh`, `Huyện`: whose money it is where the table has a unit, and no number of places."""
    return head.lower() in words.PLACES


def _counted_alone(text: str) -> tuple[Expression, str] | None:
    """What the first words of a head count: people in `Người hoạt động không chuyên trách`."""
    said = text.split()
    for count in range(min(MOST_WORDS, len(said)), 0, -1):
        named = unit(" ".join(said[:count]).rstrip(",;:"))
        if named:
            return named if named[0].unit in COUNTED_ALONE else None
    return None


def _head(lines: Sequence[Sequence[Cell]]) -> tuple[Sequence[Cell], Sequence[Sequence[Cell]]]:
    """The head with all its rows read together by column, and the rows below it.

    A cell over several columns stands over each that has a cell of its own below.
    """
    head, at = lines[0], 1
    while at < min(MOST_HEAD_ROWS, len(lines) - 1) and _goes_on_with_head(head, lines[at]):
        head, at = _below(head, lines[at]), at + 1
    return head, lines[at:]


def _goes_on_with_head(head: Sequence[Cell], line: Sequence[Cell]) -> bool:
    """A row without a number that leaves the first column to the head above it."""
    is_open = any(not above.text for above in head)
    is_words = not any(NUMBER.fullmatch(cell.text) for cell in line)
    return len(line) == len(head) and is_open and is_words and not line[0].text


def _below(head: Sequence[Cell], line: Sequence[Cell]) -> list[Cell]:
    found: list[Cell] = []
    over = ""
    for above, cell in zip(head, line, strict=True):
        over = above.text or over
        text = under(over, cell.text) if cell.text else above.text
        found.append(Cell(above.start, above.end, text))
    return found


def under(over: str, own: str) -> str:
    """What a column is called that stands under another head, whose unit it has unless it names its
    own: `Kinh phí (triệu đồng)` over `Tỉnh` is `Kinh phí Tỉnh (triệu đồng)`."""
    shared = IN_BRACKETS.search(over)
    if shared is None:
        return f"{over} {own}".strip()
    named = f"{over[: shared.start()].strip()} {own}".strip()
    return named if IN_BRACKETS.search(own) else f"{named} {shared[0]}"


def _is_group(text: str) -> bool:
    order = ORDER.fullmatch(text)
    return bool(order and order["group"])


def _figure(cell: Cell, unit: Expression) -> Quantity | None:
    if not NUMBER.fullmatch(cell.text):
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


def _name(row: Sequence[Cell], column: str, counting: Sequence[int]) -> str:
    """The first cell of the row with words in it, and its column where several hold figures."""
    told = (
        cell.text
        for at, cell in enumerate(row)
        if cell.text
        and not NUMBER.fullmatch(cell.text)
        and not (at in counting and ORDER.fullmatch(cell.text))
    )
    named = (next(told, ""), IN_BRACKETS.sub("", column).strip())
    return ": ".join(filter(None, named))


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

    A column whose last line is a total is a sum; one without such a line may be the parts of a
    figure that stands before the table.
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
    stated = [*others]
    across = {row.place[0] for row in rows.values() if row.is_across}
    for place, own in columns.items():
        told = [rows[figures[at].start] for at in own]
        is_counted = place[0] not in across or told[0].is_across
        if told[-1].is_total and len(own) > 2:
            found += _column(figures, own, told) if is_counted else []
        elif told[0].is_across:
            found += _stated_before(figures, stated, own)
        elif told[-1].is_alone:
            others += own
        elif len(own) > 1 and is_counted:
            found += _stated_before(figures, stated, own)
    found += _across(figures, columns, rows)
    others.sort()
    for each in in_text.find(text, [figures[at] for at in others]):
        parts = tuple(others[at] for at in each.parts)
        found.append(Sum(others[each.whole], parts, each.difference))
    return sorted(found, key=lambda each: each.whole)


def _column(figures: Sequence[Quantity], own: Sequence[int], told: Sequence[Row]) -> list[Sum]:
    """The total of a column with its parts: its groups where it has any, else all its rows."""
    *parts, whole = own
    groups = [at for at, row in zip(parts, told, strict=False) if row.is_group]
    if not groups:
        return [_sum(figures, whole, parts)]
    members: dict[int, list[int]] = {at: [] for at in groups}
    for at in parts:
        if at not in members and at > groups[0]:
            members[max(each for each in groups if each < at)].append(at)
    inside = [_sum(figures, each, below) for each, below in members.items() if below]
    return [*inside, _sum(figures, whole, groups)]


def _stated_before(
    figures: Sequence[Quantity], stated: Sequence[int], own: Sequence[int]
) -> list[Sum]:
    """The column's total where the text says it above the table."""
    closing = (_sum(figures, at, own) for at in stated if figures[at].unit is figures[own[0]].unit)
    return [each for each in closing if each.closes][:1]


def _across(
    figures: Sequence[Quantity],
    columns: Mapping[tuple[int, int], list[int]],
    rows: Mapping[int, Row],
) -> list[Sum]:
    """Rows whose total, in a column of its own, is what the columns beside it come to."""
    lines: dict[int, list[int]] = defaultdict(list)
    for own in columns.values():
        for at in own:
            lines[rows[figures[at].start].line].append(at)
    found: list[Sum] = []
    for own in lines.values():
        wholes = [at for at in own if rows[figures[at].start].is_across]
        parts = [at for at in own if at not in wholes and figures[at].unit is figures[own[0]].unit]
        if len(wholes) == 1 and len(parts) > 1:
            across = _sum(figures, wholes[0], parts)
            found += [across] if across.closes else []
    return found


def _sum(figures: Sequence[Quantity], whole: int, parts: Sequence[int]) -> Sum:
    total = sum((figures[at].low or Decimal(0) for at in parts), Decimal(0))
    return Sum(whole, tuple(parts), (figures[whole].low or Decimal(0)) - total)
