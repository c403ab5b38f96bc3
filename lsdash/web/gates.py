"""The gates around a week, from press reports: each day with its source, nothing joined."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import streamlit as st

from lsdash.charts import over_time
from lsdash.charts.over_time import Bar, Strip
from lsdash.charts.rows import Axis, Figure, Mark, Row, draw
from lsdash.charts.style import Fill
from lsdash.store import read
from lsdash.store.read import DecisionRow, EventRow, ObservationRow, WeekRow
from lsdash.text import count, figures, pick, say
from lsdash.vocabulary import EventKind, SourceFlag
from lsdash.web import address, cards, inputs
from lsdash.web.visit import Visit
from lsdash.web.words import plain

MEASURES = {"waiting": "vehicles_waiting", "cleared": "vehicles_cleared"}
DIRECTIONS = {"export": "export", "import": "import", "both": "both", "n/a": "na"}
VALUES = ("trade_value", "trade_value_declared", "trade_value_all_modes")
"""Three different things: never on one axis, never added."""

PLACE_KINDS = ("gate", "province", "national")
LONGEST_BAR = 2
"""Days that a figure may cover and still be drawn as a bar among days."""
MONTHS_AROUND = 2
"""Whole months shown before and after the document's own."""


def show(here: Visit, decision: DecisionRow) -> None:
    """The gates around a document: what to show of them, and the picture."""
    cards.section(here, "gates.title")
    st.caption(say(here.lang, "gates.lead"))
    with st.container(horizontal=True):
        values = {key: inputs.choice(here, key) for key in ("trucks", "unsure")}
    here = inputs.keep(here, values)
    around(here, decision)
    after(here, decision)
    long_view(here)


def around(here: Visit, decision: DecisionRow) -> None:
    """Trucks waiting or cleared by day and gate around a document, and the events of those days."""
    measure = here.view.input("trucks") or "waiting"
    unsure = here.view.input("unsure") == "yes"
    first = _month(decision.signed_on, -MONTHS_AROUND)
    last = _month(decision.signed_on, MONTHS_AROUND + 1) - timedelta(1)
    rows = here.ask(read.observations, (MEASURES[measure],), first, last)
    rows = [row for row in rows if _is_a_day(row) and (unsure or not row.is_unsure)]
    if not rows:
        st.info(say(here.lang, "gates.none"))
        return
    events = here.ask(read.events, (), first, last)
    week = next(week for week in here.ask(read.weeks) if week.slug == decision.bulletin)
    strips = [*_by_place(here, rows), *_by_kind(here, events)]
    band = (week.period_from, week.period_to)
    figure = over_time.draw(strips, first, last, band, here.lang, here.theme)
    alt = "; ".join(f"{strip.label}: {strip.note}" for strip in strips)
    _chart(here, figure, alt, measure)
    _chosen(here, rows, events)
    with st.expander(say(here.lang, "gates.table")):
        _observations(here, rows)
    with st.expander(say(here.lang, "gates.events")):
        timeline(here, events)


def in_week(here: Visit, weeks: Sequence[WeekRow]) -> None:
    """Trucks reported waiting in the week shown, a line each with its source."""
    for week in weeks:
        measures = (MEASURES["waiting"],)
        rows = here.ask(read.observations, measures, week.period_from, week.period_to)
        if rows:
            cards.section(here, "gates.this_week")
            lines = [
                f"- {plain(_place(here, row))}, "
                f"{plain(_when(here, row))}: "
                f"**{plain(_number(here, row))}** {say(here.lang, 'gates.waiting')}"
                f"{plain(' (' + _flags(here, row.flags) + ')') if row.flags else ''} · "
                f"{_source(here, row.publisher, row.address, None)}"
                for row in rows
            ]
            st.markdown("\n".join(lines))


def after(here: Visit, decision: DecisionRow) -> None:
    """What was reported of loaders and drivers after a document: after it, not because of it."""
    kinds = (str(EventKind.LABOUR_RULE),)
    events = here.ask(read.events, kinds, decision.signed_on + timedelta(1))
    if events:
        cards.section(here, "gates.after")
        st.caption(say(here.lang, "gates.after_lead"))
        timeline(here, events, name="after")


def long_view(here: Visit) -> None:
    """All years: trucks waiting, and the three measures of trade value, each apart."""
    rows = here.ask(read.observations, (MEASURES["waiting"],))
    rows = [row for row in rows if row.place_kind != "gate"]
    if not rows:
        return
    cards.section(here, "gates.long")
    first = date(min(row.period_from for row in rows).year, 1, 1)
    last = date(max(row.period_to for row in rows).year, 12, 31)
    strips = _by_place(here, rows)
    band = (here.ask(read.weeks)[0].period_from, here.ask(read.weeks)[0].period_to)
    figure = over_time.draw(strips, first, last, band, here.lang, here.theme)
    alt = "; ".join(f"{strip.label}: {strip.note}" for strip in strips)
    _chart(here, figure, alt, "long")
    _chosen(here, rows, ())
    st.caption(say(here.lang, "gates.values"))
    for column, measure in zip(st.columns(len(VALUES), gap="large"), VALUES, strict=True):
        with column:
            st.subheader(say(here.lang, f"measure.{measure}"), anchor=False)
            _values(here, measure)


def _values(here: Visit, measure: str) -> None:
    """One measure of trade value, a row a reported period, on an axis of its own."""
    rows = here.ask(read.observations, (measure,))
    top = float(max(row.value for row in rows))
    drawn = [
        Row(
            head=say(
                here.lang, "gates.usd_million", n=figures.number(row.value.normalize(), here.lang)
            ),
            label=" · ".join((_when(here, row), _place(here, row), _way(here, row))),
            marks=(
                Mark(
                    0,
                    float(row.value),
                    Fill.UNSTATED if row.is_unsure else Fill.DECIDED,
                    hover=row.publisher or "",
                    source=("", row.id),
                ),
            ),
            note=_flags(here, row.flags),
        )
        for row in rows
    ]
    cards.chart(here, draw(drawn, Axis(0, top * 1.02), here.theme), measure, f"values-{measure}")
    with st.expander(say(here.lang, "gates.table")):
        cells = [
            [
                _when(here, row),
                plain(figures.number(row.value.normalize(), here.lang)),
                _source(here, row.publisher, row.address, None),
            ]
            for row in rows
        ]
        columns = ["gates.on", "table.figure", "table.source"]
        _table(here, cells, columns, measure, alt="gates.values")


def timeline(here: Visit, events: Sequence[EventRow], *, name: str = "events") -> None:
    """Events as a table by date, each with its source; `name` tells the tables of a page apart."""
    rows = [
        [
            figures.day(event.date_from, here.lang),
            say(here.lang, f"event.{event.kind}"),
            plain(pick(here.lang, event, "summary")),
            _source(here, event.publisher, event.address, event.decision),
        ]
        for event in events
    ]
    columns = ["gates.on", "gates.kind", "gates.what", "table.source"]
    _table(here, rows, columns, name, alt="gates.events_alt")


def _month(on: date, away: int) -> date:
    """The first day of the month that lies so many months from `on`."""
    months = on.year * 12 + on.month - 1 + away
    return date(months // 12, months % 12 + 1, 1)


def _is_a_day(row: ObservationRow) -> bool:
    length = (row.period_to - row.period_from).days + 1
    return length <= LONGEST_BAR and row.cumulative_since is None


def _by_place(here: Visit, rows: Sequence[ObservationRow]) -> list[Strip]:
    """A strip for each place and direction, gates first, those with most days first."""
    groups: dict[tuple[str, str], list[ObservationRow]] = {}
    for row in rows:
        groups.setdefault((row.place, row.direction), []).append(row)
    order = sorted(
        groups.values(),
        key=lambda own: (PLACE_KINDS.index(own[0].place_kind), -len(own), own[0].direction),
    )
    return [_strip(here, own) for own in order]


def _strip(here: Visit, own: Sequence[ObservationRow]) -> Strip:
    most = max(own, key=lambda row: row.value)
    bars = tuple(
        Bar(
            row.period_from,
            row.period_to,
            float(row.value / most.value) if most.value else 0.0,
            row.is_unsure,
            _hover(here, row),
            row.id,
        )
        for row in own
    )
    direction = say(here.lang, f"direction_of.{DIRECTIONS[own[0].direction]}")
    label = f"{_place(here, own[0])} · {direction}"
    note = say(
        here.lang,
        "gates.most",
        n=_number(here, most),
        on=figures.short_day(most.period_from, here.lang),
    )
    return Strip(label, note, bars, 46, Fill.DECIDED)


def _by_kind(here: Visit, events: Sequence[EventRow]) -> list[Strip]:
    strips = []
    for kind in EventKind:
        own = [event for event in events if event.kind == kind]
        if not own:
            continue
        bars = tuple(
            Bar(
                event.date_from,
                event.date_from,
                1.0,
                bool(event.flags),
                f"{figures.day(event.date_from, here.lang)}\n{pick(here.lang, event, 'summary')}",
                event.id,
            )
            for event in own
        )
        note = count(here.lang, "gates.events_n", len(own))
        strips.append(Strip(say(here.lang, f"event.{kind}"), note, bars, 12, Fill.OTHER))
    return strips


def _chart(here: Visit, figure: Figure, alt: str, measure: str) -> None:
    """The drawing; a click on a bar shows its source, and the link says which."""
    event = st.plotly_chart(
        figure,
        theme=None,
        key=f"chart-gates-{measure}",
        on_select="rerun",
        selection_mode="points",
        config={"displayModeBar": False, "scrollZoom": False, "doubleClick": False},
        alt=alt,
    )
    picked = [point["customdata"][1] for point in event["selection"]["points"]]
    if picked and picked[0] != here.view.fact:
        page = st.session_state["pages"][here.view.page]
        view = replace(here.view, fact=picked[0])
        st.switch_page(page, query_params=address.query(view))


def _chosen(here: Visit, rows: Sequence[ObservationRow], events: Sequence[EventRow]) -> None:
    """The row that the link names, with its source."""
    row = next((row for row in rows if row.id == here.view.fact), None)
    event = next((event for event in events if event.id == here.view.fact), None)
    if row:
        with st.container(border=True, gap="xsmall"):
            st.markdown(plain(_hover(here, row)).replace("\n", "  \n"))
            st.markdown(_source(here, row.publisher, row.address, None))
    if event:
        with st.container(border=True, gap="xsmall"):
            st.markdown(plain(pick(here.lang, event, "summary")))
            st.markdown(_source(here, event.publisher, event.address, event.decision))


def _hover(here: Visit, row: ObservationRow) -> str:
    lines = [
        f"{_place(here, row)}: {_number(here, row)}",
        _when(here, row),
        say(here.lang, f"gates.{_measure(row)}"),
    ]
    note = row.note_vi if here.lang == "vi" else row.note_en
    lines += [note] if note else []
    lines += [_flags(here, row.flags)] if row.flags else []
    return "\n".join([*lines, row.publisher or ""])


def _measure(row: ObservationRow) -> str:
    return next(name for name, measure in MEASURES.items() if measure == row.measure)


def _way(here: Visit, row: ObservationRow) -> str:
    return say(here.lang, f"direction_of.{DIRECTIONS[row.direction]}")


def _when(here: Visit, row: ObservationRow) -> str:
    return figures.span(row.period_from, row.period_to, here.lang)


def _flags(here: Visit, flags: Sequence[str]) -> str:
    return "; ".join(say(here.lang, f"source_flag.{SourceFlag(flag)}") for flag in flags)


def _number(here: Visit, row: ObservationRow) -> str:
    return count(here.lang, "gates.trucks", int(row.value))


def _place(here: Visit, row: ObservationRow | EventRow) -> str:
    """A gate by its name, the province and the whole border in the reader's words."""
    return row.place if row.place_kind == "gate" else say(here.lang, f"place.{row.place_kind}")


def _source(here: Visit, publisher: str | None, url: str | None, decision: str | None) -> str:
    if decision:
        link = address.path(here.view.of_document(decision))
        return f"[{say(here.lang, 'gates.our_document')}]({link})"
    return f"[{plain(publisher or url or '')}](<{url}>)"


def _observations(here: Visit, rows: Sequence[ObservationRow]) -> None:
    cells = [
        [
            _when(here, row),
            plain(_place(here, row)),
            say(here.lang, f"direction_of.{DIRECTIONS[row.direction]}"),
            f"**{plain(_number(here, row))}**",
            plain(_flags(here, row.flags)) or "—",
            _source(here, row.publisher, row.address, None),
        ]
        for row in rows
    ]
    columns = ["gates.on", "gates.place", "gates.direction", "table.figure", "gates.sure"]
    alt = "gates.observations_alt"
    _table(here, cells, [*columns, "table.source"], "observations", alt=alt)


def _table(
    here: Visit, rows: Sequence[Sequence[str]], columns: Sequence[str], name: str, *, alt: str
) -> None:
    table = pd.DataFrame(rows, columns=[say(here.lang, key) for key in columns])
    with st.container(key=f"stacked-{name}"):
        st.table(table, border="horizontal", hide_index=True, alt=say(here.lang, alt))
