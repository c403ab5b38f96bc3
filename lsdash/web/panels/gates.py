"""The gates around a week: what to show of them, the pictures, and the row that a link names."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from lsdash.contents import gates
from lsdash.contents.blocks import Chart
from lsdash.contents.gates import VALUES
from lsdash.store.rows import DecisionRow, EventRow, ObservationRow, WeekRow
from lsdash.text import say
from lsdash.web.entrance import address
from lsdash.web.entrance.visit import Visit
from lsdash.web.parts import cards, inputs
from lsdash.web.parts.escaping import plain

A_SHEET = 50
"""Figures that a table of all shows at once."""


def show(here: Visit, decision: DecisionRow) -> None:
    """The gates around a document: what to show of them, and the picture."""
    cards.section(here, "gates.title")
    st.caption(f"{say(here.lang, 'gates.lead')} {say(here.lang, 'gates.click')}")
    with st.container(horizontal=True):
        values = {key: inputs.choice(here, key) for key in ("trucks", "unsure")}
    here = inputs.keep(here, values)
    around(here, decision)
    each(here, decision)
    after(here, decision)
    long_view(here)
    everything(here)


def around(here: Visit, decision: DecisionRow) -> None:
    """Trucks waiting or cleared by day and gate around a document, and the events of those days."""
    rows = gates.around(here, decision)
    if not rows:
        st.info(say(here.lang, "gates.none"))
        return
    events = gates.events_around(here, decision)
    chart = gates.around_chart(here, decision)
    _chart(here, chart)
    _chosen(here, chart, rows, events)
    with cards.fold(here, "gates.table", name=chart.name) as is_open:
        if is_open:
            cards.table(gates.observations(here, rows))
    with cards.fold(here, "gates.events") as is_open:
        if is_open:
            cards.table(gates.timeline(here, events))


def in_week(here: Visit, weeks: Sequence[WeekRow]) -> None:
    """Trucks reported waiting in the week shown, a line each with its source."""
    listed = gates.in_week(here, weeks)
    if listed:
        cards.section(here, "gates.this_week")
        cards.listed(listed)


def each(here: Visit, decision: DecisionRow) -> None:
    """The province's gates one by one: rank, other side, and what was last reported of each."""
    with cards.fold(here, "gates.each") as is_open:
        if not is_open:
            return
        table = gates.one_by_one(here, decision)
        if table:
            cards.table(table)
        cards.listed(gates.open_ones(here, decision))


def after(here: Visit, decision: DecisionRow) -> None:
    """What was reported of loaders and drivers after a document: after it, not because of it."""
    cards.section(here, "gates.after")
    cards.said(gates.no_reply(here, decision))
    events = gates.afterwards(here, decision)
    if events:
        st.caption(say(here.lang, "gates.after_lead"))
        cards.table(gates.timeline(here, events, name="after", of_one_kind=True))


def long_view(here: Visit) -> None:
    """All years: trucks waiting, and the three measures of trade value, each apart."""
    rows = gates.of_all_years(here)
    if not rows:
        return
    cards.section(here, "gates.long")
    chart = gates.long_chart(here, rows)
    _chart(here, chart)
    _chosen(here, chart, rows)
    st.caption(say(here.lang, "gates.values"))
    for column, measure in zip(st.columns(len(VALUES), gap="large"), VALUES, strict=True):
        with column:
            st.subheader(say(here.lang, f"measure.{measure}"), anchor=False)
            _values(here, measure)
    with cards.fold(here, "gates.table", name="values") as is_open:
        for measure in VALUES if is_open else ():
            st.markdown(f"**{plain(say(here.lang, f'measure.{measure}'))}**")
            cards.table(gates.values_table(here, measure))


def everything(here: Visit) -> None:
    """Every figure that the press reported, drawn above or not, a sheet at a time."""
    with cards.fold(here, "gates.everything") as is_open:
        if not is_open:
            return
        rows = gates.everything(here)
        sheets = -(-len(rows) // A_SHEET)
        at = st.pagination(sheets, key="gates-sheet") if sheets > 1 else 1
        cards.table(gates.in_full(here, rows[(at - 1) * A_SHEET : at * A_SHEET]))


def _values(here: Visit, measure: str) -> None:
    """One measure of trade value, and the report that the link names."""
    chart = gates.values_chart(here, measure)
    _chart(here, chart)
    _chosen(here, chart, gates.values(here, measure))


def _chart(here: Visit, chart: Chart) -> None:
    """The drawing; a click on a bar shows its source, and the link says which."""
    cards.drawing(here, chart, partial(_pick, chart.name))


def _pick(chart: str) -> None:
    """The reader has just chosen a bar: only then, as each drawing remembers its last one."""
    for point in st.session_state[f"chart-{chart}"]["selection"]["points"][:1]:
        address.point_at(point["customdata"][1])


def _chosen(
    here: Visit, chart: Chart, rows: Sequence[ObservationRow], events: Sequence[EventRow] = ()
) -> None:
    """The row that the link names, with its source, below its drawing."""
    row = next((row for row in rows if row.id == here.view.fact), None)
    event = next((event for event in events if event.id == here.view.fact), None)
    if row:
        words = plain(gates.told(here, row)).replace("\n", "  \n")
        source = gates.source(here, row.publisher, row.address, None)
    elif event:
        words = cards.markdown(gates.event_told(here, event))
        source = gates.source(here, event.publisher, event.address, event.decision)
    else:
        return
    with st.container(border=True, key=f"chosen-{chart.name}"):
        st.markdown(f"{words}  \n{cards.markdown(source)}")
