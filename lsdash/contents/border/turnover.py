"""Turnover: three measures that are three things, and only equal spans of time on one scale."""

from collections.abc import Sequence
from datetime import timedelta

from lsdash.charts.rows import Axis, Mark, Row, draw
from lsdash.charts.style import Fill
from lsdash.contents import gates
from lsdash.contents.blocks import Block, Chart, Listed, Table, line, strong
from lsdash.contents.reading import Reading, remembered
from lsdash.store import read
from lsdash.store.rows import ObservationRow
from lsdash.text import say

MEASURES = ("trade_value", "trade_value_declared", "trade_value_all_modes")
"""Never on one axis, never added."""

Span = tuple[int, int]
"""Whole months, or else days: (months, 0) or (0, days)."""


def values(here: Reading, measure: str) -> list[ObservationRow]:
    return here.ask(read.observations, (measure,))


@remembered
def told(here: Reading, measure: str) -> list[Block]:
    """A drawing for each span of time that more than one figure covers; the others in words."""
    groups: dict[Span, list[ObservationRow]] = {}
    for row in values(here, measure):
        groups.setdefault(span(row), []).append(row)
    compared = [own for own in groups.values() if len(own) > 1]
    alone = [row for own in groups.values() if len(own) == 1 for row in own]
    blocks: list[Block] = [_chart(here, measure, own) for own in compared]
    if alone:
        blocks.append(Listed(tuple(_line(here, row) for row in alone)))
    return blocks


def table(here: Reading, measure: str) -> Table:
    """One measure of turnover, a row a reported period."""
    return gates.reported(here, measure, values(here, measure), alt=f"measure.{measure}")


def span(row: ObservationRow) -> Span:
    """How long a figure covers: two of the same can stand on one scale."""
    after = row.period_to + timedelta(1)
    if row.period_from.day == after.day == 1:
        months = (after.year - row.period_from.year) * 12 + after.month - row.period_from.month
        return months, 0
    return 0, (after - row.period_from).days


def _chart(here: Reading, measure: str, own: Sequence[ObservationRow]) -> Chart:
    months, days = span(own[0])
    top = float(max(row.value for row in own))
    drawn = [
        Row(
            head=gates.number(here, row),
            label=" · ".join((gates.when(here, row), gates.place(here, row), gates.way(here, row))),
            marks=(
                Mark(
                    0,
                    float(row.value),
                    Fill.UNSURE if row.is_unsure else Fill.DECIDED,
                    hover=gates.told(here, row),
                    source=("", row.id),
                ),
            ),
            note=gates.flags_of(here, row.flags),
        )
        for row in own
    ]
    words = "; ".join(f"{row.label}: {row.head}" for row in drawn)
    return Chart(
        f"{measure}-{months}-{days}",
        f"{say(here.lang, f'measure.{measure}')}. {words}",
        lambda theme: draw(drawn, Axis(0, top * 1.02), theme),
    )


def _line(here: Reading, row: ObservationRow) -> tuple:  # type: ignore[type-arg]
    where = f"{gates.when(here, row)} · {gates.place(here, row)} · {gates.way(here, row)}: "
    flags = f" ({gates.flags_of(here, row.flags)})" if row.flags else ""
    return line(
        where,
        *strong(gates.number(here, row)),
        f"{flags} · ",
        *gates.source(here, row.publisher, row.address, None),
    )
