"""What the columns of a table are called, and in which unit, where its head has several rows."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import reduce

from lsdash.intake.finding import tables
from lsdash.intake.finding.tables import Cell
from lsdash.quantities.expressions import Expression

COUNTING = re.compile(r"^\(?(?:[A-Z]|\d{1,2})(?:\s?=.*)?\)?$")
"""A cell of the row that only numbers the columns: A, B, 1, (2), 3=4+5."""
QUOTA = re.compile(
    r"^(?:số |tổng )?(?P<unit>chỉ tiêu) \((?:người|sinh viên|học sinh|hssv)\)$", re.I
)
"""Places to be filled, whose head says by whom."""

INCLUDING = re.compile(r"^(?:trong đó|bao gồm|gồm|chia ra)\W*$", re.IGNORECASE)
"""A head over columns that says nothing of them."""
OF_WHICH = re.compile(r"^trong đó\W*$", re.IGNORECASE)
NO_FIGURE = re.compile(r"\b[kcd]?m[23]\b|(?<!\d)(?:19|20)\d\d(?!\d)")
"""Digits of a head that are part of a unit, or a year."""


def only_counts(row: Sequence[Cell]) -> bool:
    told = [cell.text for cell in row if cell.text]
    if len(told) < 2 or not all(COUNTING.match(text) for text in told):
        return False
    digits = [int(found.group()) for text in told if (found := re.search(r"\d+", text))]
    return digits == list(range(digits[0], digits[0] + len(digits))) if digits else True


def is_without_figure(head: str) -> bool:
    """It has no digits but those of a unit or of a year."""
    return not re.search(r"\d", NO_FIGURE.sub("", head))


def names(head: Sequence[Sequence[Cell]], width: int) -> tuple[str, ...]:
    """What each column is called: the lowest row of the head that says something of it, with the
    unit of a head that stands over it and others, and that head's words where only they tell two
    columns apart."""
    named = [_fitted_head(row, width) for row in head if not only_counts(row)]
    found, over = [""] * width, [""] * width
    for at_row, row in enumerate(named):
        for at in range(width):
            if row[at]:
                over[at] = _over(named[:at_row], at)
                found[at] = row[at]
    apart = Counter(found)
    return tuple(
        tables.under(each if apart[own] > 1 else _unit_alone(each), own) if own else ""
        for each, own in zip(over, found, strict=True)
    )


def of_which(head: Sequence[Sequence[Cell]], width: int) -> set[int]:
    """The columns over which a head says that they are a part of what stands before them."""
    named = [_fitted_head(row, width) for row in head if not only_counts(row)]
    return {
        at
        for row in named[:-1]
        for at in range(width)
        if (told := next((row[place] for place in range(at, -1, -1) if row[place]), ""))
        and OF_WHICH.match(told)
    }


def _fitted_head(row: Sequence[Cell], width: int) -> list[str]:
    return [cell.text for cell in row][:width] + [""] * max(0, width - len(row))


def _over(above: Sequence[Sequence[str]], at: int) -> str:
    """The words of the heads over a column, which may begin further left."""
    told: list[str] = []
    for row in above:
        first = next((place for place in range(at, -1, -1) if row[place]), None)
        if first is not None and not INCLUDING.match(row[first]):
            told.append(row[first])
    return reduce(tables.under, told, "")


def _unit_alone(head: str) -> str:
    """`(triệu đồng)` of `Kinh phí (triệu đồng)`."""
    found = tables.IN_BRACKETS.search(head)
    return found[0] if found and tables.unit(found["unit"]) else ""


def unit_of(head: str) -> tuple[Expression, str] | None:
    bracket = tables.IN_BRACKETS.search(head)
    if quota := QUOTA.match(head):
        return tables.unit(quota["unit"])
    if bracket and (found := tables.unit(bracket["unit"])):
        return found
    counted = tables.COUNTED.match(head)
    return (tables.unit(counted["unit"]) if counted else None) or tables.unit(head)
