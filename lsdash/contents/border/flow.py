"""Trucks by day: one place large, with a scale, the others small above the same days."""

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from lsdash.charts import over_time
from lsdash.charts.over_time import Bar, Mark, Strip, Symbol
from lsdash.charts.rows import Figure
from lsdash.charts.style import Fill, Theme
from lsdash.contents import gates
from lsdash.contents.blocks import Chart
from lsdash.contents.border import days, state
from lsdash.contents.reading import Reading, remembered
from lsdash.contents.week import weeks
from lsdash.store import read
from lsdash.store.rows import EventRow, GateRow, ObservationRow
from lsdash.text import count, figures, pick, publishers, say
from lsdash.vocabulary import EventKind

PROVINCE, NATIONAL = "province", "national"
LARGE, SMALL = 190, 44
SIGNS: Mapping[EventKind, tuple[Symbol, Fill]] = {
    EventKind.CLOSURE: ("x", Fill.LATE),
    EventKind.REOPENING: ("circle", Fill.DECIDED),
    EventKind.RESTRICTION: ("diamond", Fill.REQUEST),
}
RULES: tuple[Symbol, Fill] = ("triangle-up", Fill.OTHER)
"""Of every other kind of event."""

WAYS = {"export": Fill.DECIDED, "import": Fill.SECOND}
"""How the directions of what was cleared are told apart; both together as exports."""


@remembered
def places(here: Reading) -> dict[str, str]:
    """What can be shown large, as slug and name: those with figures in the days around."""
    held = {row.place for row in rows(here)}
    named = {
        PROVINCE: say(here.lang, "place.province"),
        **{gate.slug: state.name(here, gate) for gate in _gates(here) if gate.name_vi in held},
        NATIONAL: say(here.lang, "place.national"),
    }
    kinds = {row.place_kind for row in rows(here)}
    return {
        slug: name
        for slug, name in named.items()
        if slug in kinds or slug not in {PROVINCE, NATIONAL}
    }


@remembered
def rows(here: Reading) -> list[ObservationRow]:
    """What the drawing shows, by day: trucks waiting or cleared, as the view asks."""
    measure = gates.MEASURES[here.view.input("trucks") or "waiting"]
    first, last = days.around(here)
    return [
        row
        for row in days.of_measure(here, measure)
        if row.period_to >= first and row.period_from <= last
    ]


@remembered
def chart(here: Reading, *, is_large_alone: bool = False) -> Chart | None:
    """None where nothing was reported in these days; alone, without the small places."""
    shown = rows(here)
    events = days.events(here)
    if not shown and not events:
        return None
    large = _large_place(here)
    groups: dict[str, list[ObservationRow]] = {}
    for row in shown:
        groups.setdefault(row.place, []).append(row)
    strips = [
        *([] if is_large_alone else _small(here, groups, large)),
        *_marks(here, events),
        *([_large(here, groups[large])] if large in groups else []),
    ]
    name = here.view.input("trucks") or "waiting"
    return _drawn(here, name, strips, days.around(here))


def lead(here: Reading) -> str:
    """How the drawing is read, and what the small places share as their scale."""
    large = _large_place(here)
    small = [row for row in rows(here) if row.place != large]
    if not small:
        return say(here.lang, "border.by_day_alone")
    most = max(small, key=lambda row: row.value)
    return say(here.lang, "border.by_day_lead", most=gates.number(here, most))


def of_all_years(here: Reading) -> list[ObservationRow]:
    """Trucks waiting in the whole province or along the whole border."""
    every = here.ask(read.observations, (days.WAITING,))
    return [row for row in every if row.place_kind != "gate"]


@remembered
def long_chart(here: Reading) -> Chart | None:
    """All years: the province with a scale, the whole border small above it."""
    every = of_all_years(here)
    if not every:
        return None
    first = date(min(row.period_from for row in every).year, 1, 1)
    last = date(max(row.period_to for row in every).year, 12, 31)
    groups: dict[str, list[ObservationRow]] = {}
    for row in every:
        groups.setdefault(row.place_kind, []).append(row)
    strips = [_strip(here, groups[kind], SMALL) for kind in groups if kind != PROVINCE]
    if PROVINCE in groups:
        strips.append(_large(here, groups[PROVINCE]))
    return _drawn(here, "long", strips, (first, last))


def _drawn(here: Reading, name: str, strips: Sequence[Strip], span: tuple[date, date]) -> Chart:
    week = weeks.shown(here)
    band = (week.period_from, week.period_to)
    if here.view.input("day") and name != "long":
        band = (days.shown(here), days.shown(here))
    alt = "; ".join(f"{strip.label}: {strip.note}" for strip in strips)

    def draw(theme: Theme) -> Figure:
        return over_time.draw(strips, *span, band, here.lang, theme)

    return Chart(name, alt, draw, is_wide=True)


def _small(
    here: Reading, groups: Mapping[str, Sequence[ObservationRow]], large: str
) -> list[Strip]:
    """On one scale: the province, the gates in the order of the border, the whole border."""
    order = [_place_of(here, slug) for slug in places(here)]
    others = sorted(groups, key=lambda place: order.index(place) if place in order else len(order))
    small = [groups[place] for place in others if place != large]
    top = max((float(row.value) for own in small for row in own), default=None)
    return [_strip(here, own, SMALL, top=top) for own in small]


def _large_place(here: Reading) -> str:
    asked = here.view.input("place")
    return _place_of(here, asked if asked in places(here) else PROVINCE)


def _large(here: Reading, own: Sequence[ObservationRow]) -> Strip:
    """With a scale from 0 and the figures on its bars that have room."""
    top, ticks = scale(float(max(row.value for row in own)))
    words = [(tick / top, figures.number(round(tick), here.lang)) for tick in ticks]
    return _strip(here, own, LARGE, top=top, ticks=words)


def _strip(
    here: Reading,
    own: Sequence[ObservationRow],
    height: int,
    *,
    top: float | None = None,
    ticks: Iterable[tuple[float, str]] = (),
) -> Strip:
    most = max(own, key=lambda row: row.value)
    top = top or float(most.value) or 1.0
    bars = tuple(
        Bar(
            row.period_from,
            row.period_to,
            float(row.value) / top,
            row.is_unsure,
            gates.told(here, row),
            row.id,
            WAYS.get(row.direction),
            gates.bare(here, row) if row is most and ticks else "",
        )
        for row in sorted(own, key=lambda row: row.value, reverse=True)
    )
    on = figures.day(most.period_from, here.lang)
    note = say(here.lang, "gates.most", n=gates.number(here, most), on=on)
    ways = dict.fromkeys(gates.way(here, row) for row in own)
    label = f"{gates.place(here, own[0])} · {', '.join(ways)}"
    return Strip(label, note, bars, height, Fill.DECIDED, tuple(ticks))


def _marks(here: Reading, events: Sequence[EventRow]) -> list[Strip]:
    """Two rows: gates shut, opened or restricted; and rules and whatever else there was."""
    gate = [each for each in events if EventKind(each.kind) in SIGNS]
    rules = [each for each in events if EventKind(each.kind) not in SIGNS]
    strips = []
    for key, own in (("border.marks_gates", gate), ("border.marks_rules", rules)):
        marks = tuple(_mark(here, each) for each in own)
        if marks:
            note = count(here.lang, "gates.events_n", len(marks))
            label = say(here.lang, key)
            height = over_time.rows_of(marks)
            strips.append(Strip(label, note, (), height, Fill.OTHER, marks=marks))
    return strips


def _mark(here: Reading, event: EventRow) -> Mark:
    symbol, fill = SIGNS.get(EventKind(event.kind), RULES)
    hover = [
        f"{figures.day(event.date_from, here.lang)} · {say(here.lang, f'event.{event.kind}')}",
        pick(here.lang, event, "summary"),
        gates.flags_of(here, event.flags),
        publishers.named(event.publisher, here.lang),
    ]
    return Mark(event.date_from, symbol, fill, "\n".join(filter(None, hover)), event.id)


def scale(most: float) -> tuple[float, list[float]]:
    """The top of a scale and its ticks: round numbers, three or four of them."""
    power = 10 ** math.floor(math.log10(most or 1))
    step = next(part * power for part in (0.25, 0.5, 1, 2.5) if most / (part * power) <= 4)
    step = max(step, 1)
    top = step * max(1, math.ceil(most / step))
    return top, [step * at for at in range(round(top / step) + 1)]


def _place_of(here: Reading, slug: str) -> str:
    """What reported rows call the place with this slug; empty where none of them has it."""
    kinds = {row.place_kind: row.place for row in rows(here) if row.place_kind != "gate"}
    named = {gate.slug: gate.name_vi for gate in _gates(here)}
    return kinds.get(slug) or named.get(slug, "")


def _gates(here: Reading) -> list[GateRow]:
    return sorted(here.ask(read.gates), key=lambda gate: gate.border_order or 0)
