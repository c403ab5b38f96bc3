"""The strip map: the gates of the day on one line, drawn upright and across."""

from dataclasses import dataclass

from lsdash.charts import strip
from lsdash.charts.rows import Figure
from lsdash.charts.strip import Sides, Station
from lsdash.charts.style import Theme
from lsdash.contents import gates
from lsdash.contents.blocks import Chart
from lsdash.contents.border import days, state
from lsdash.contents.border.state import AtGate
from lsdash.contents.reading import Reading, remembered
from lsdash.text import figures, say
from lsdash.vocabulary import Transport


@dataclass(frozen=True)
class Drawn:
    """The same line for wide screens, and for phones and paper."""

    across: Chart
    upright: Chart


@remembered
def chart(here: Reading) -> Drawn | None:
    """None where no gates are known: releases from before they were recorded."""
    own = state.each(here)
    if not own:
        return None
    lang = here.lang
    stations = [
        _station(here, each, before)
        for each, before in zip(
            own, [None, *(each.gate.km_from_north for each in own)], strict=False
        )
    ]
    sides = Sides(*(say(lang, f"border.side_{side}") for side in ("far", "near", "end")))
    most = _most(here)
    alt = "; ".join(_in_words(each) for each in stations)
    alt = f"{say(lang, 'border.strip_alt', on=figures.day(days.shown(here), lang))} {alt}"

    def across(theme: Theme) -> Figure:
        return strip.across(stations, sides, most, theme)

    def upright(theme: Theme) -> Figure:
        return strip.upright(stations, sides, most, theme)

    return Drawn(Chart("strip", alt, across, is_wide=True), Chart("strip-upright", alt, upright))


def _station(here: Reading, own: AtGate, before: int | None) -> Station:
    lang, gate, row = here.lang, own.gate, own.waiting
    figure, trucks = "", None
    if row:
        figure = gates.number(here, row)
        trucks = int(row.value) if gate.transport == Transport.ROAD else None
        if not state.of_day(here, row):
            figure = f"{figure} ({figures.day_and_month(row.period_to, lang)})"
    away = gate.km_from_north - before if None not in (gate.km_from_north, before) else 0  # type: ignore[operator]
    evidence = own.state.evidence[0] if own.state else ""
    return Station(
        name=state.name(here, gate),
        across=state.opposite(here, gate),
        place=state.place(gate),
        state=own.now,
        told=state.told(here, own),
        trucks=trucks,
        figure=figure,
        is_surely_of_the_day=bool(row and state.of_day(here, row) and not row.is_unsure),
        away=say(lang, "border.km", n=away) if away else "",
        hover=_hover(here, own),
        source=row.id if row else evidence,
    )


def _hover(here: Reading, own: AtGate) -> str:
    parts = [f"{state.name(here, own.gate)}: {state.told(here, own)}"]
    if own.state:
        parts += [gates.note(here, own.state), gates.flags_of(here, own.state.flags)]
    if own.waiting:
        parts.append(gates.told(here, own.waiting))
    return "\n".join(filter(None, parts))


def _in_words(each: Station) -> str:
    figure = f", {each.figure}" if each.figure else ""
    across = f" – {each.across}" if each.across else ""
    return f"{each.name}{across} ({each.place}): {each.told}{figure}"


def _most(here: Reading) -> int:
    """The longest queue at a gate in the days around: the same size means the same on each day."""
    first, last = days.around(here)
    rows = days.of_measure(here, days.WAITING)
    return max(
        (
            int(row.value)
            for row in rows
            if row.place_kind == "gate" and first <= row.period_to <= last
        ),
        default=1,
    )
