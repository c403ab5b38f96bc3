"""Which day of the border a view shows, the days around it, and what was reported of them."""

from datetime import date, timedelta

from lsdash.contents import gates
from lsdash.contents.reading import Reading, remembered
from lsdash.contents.week import weeks
from lsdash.store import read
from lsdash.store.rows import EventRow, GateStateRow, ObservationRow

WAITING, CLEARED = gates.MEASURES["waiting"], gates.MEASURES["cleared"]
LONGEST_BAR = 2
"""Days that a figure may cover and still be told of a day."""

MONTHS_AROUND = 2
"""Whole months shown before and after the day's own."""


def shown(here: Reading) -> date:
    """The day that the view names, else the one with a queue reported nearest to its week."""
    given = here.view.input("day")
    return date.fromisoformat(given) if given else nearest(here)


@remembered
def nearest(here: Reading) -> date:
    """The day nearest to the week shown on which trucks were reported to wait.

    Of days as near the surest and widest report's; the week's last day where there is none.
    """
    week = weeks.shown(here)
    rows = [row for row in of_measure(here, WAITING) if row.place_kind != "national"]
    if not rows:
        return week.period_to

    def away(row: ObservationRow) -> tuple[int, bool, bool, date]:
        apart = max(week.period_from - row.period_to, row.period_to - week.period_to, timedelta())
        return apart.days, row.is_unsure, row.place_kind == "gate", row.period_to

    return min(rows, key=away).period_to


@remembered
def around(here: Reading) -> tuple[date, date]:
    """The days shown with the day: whole months, around the week's own day where it is among them.

    So the same months stay while the day moves through them.
    """
    home = _months(nearest(here))
    day = shown(here)
    return home if home[0] <= day <= home[1] else _months(day)


def to_move_through(here: Reading) -> list[date]:
    """The days around with anything reported of a gate or the province, and the day shown."""
    first, last = around(here)
    rows = [*of_measure(here, WAITING), *of_measure(here, CLEARED)]
    found = {row.period_to for row in rows if row.place_kind != "national"}
    found |= {each.date_from for each in here.ask(read.gate_states)}
    return sorted({each for each in found if first <= each <= last} | {shown(here)})


@remembered
def of_measure(here: Reading, measure: str) -> list[ObservationRow]:
    """Trucks of a day, as sure as the view asks; what a longer time adds up to is left out."""
    return [
        row
        for row in here.ask(read.observations, (measure,))
        if is_a_day(row) and may_show(here, row)
    ]


@remembered
def events(here: Reading) -> list[EventRow]:
    """The events of the days around, as sure as the view asks."""
    return [each for each in here.ask(read.events, (), *around(here)) if may_show(here, each)]


def is_a_day(row: ObservationRow) -> bool:
    length = (row.period_to - row.period_from).days + 1
    return length <= LONGEST_BAR and row.cumulative_since is None


def may_show(here: Reading, row: ObservationRow | EventRow | GateStateRow) -> bool:
    """Whether the view asks for what is less sure as well, or the row is sure."""
    return here.view.input("unsure") == "yes" or not row.is_unsure


def _months(on: date) -> tuple[date, date]:
    first = month(on, -MONTHS_AROUND)
    return first, month(on, MONTHS_AROUND + 1) - timedelta(1)


def month(on: date, away: int) -> date:
    """The first day of the month that lies so many months from `on`."""
    months = on.year * 12 + on.month - 1 + away
    return date(months // 12, months % 12 + 1, 1)
