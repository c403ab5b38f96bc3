"""The gates around a week: what to show of them, the pictures, and the row that a link names."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from lsdash.contents import gates
from lsdash.contents.blocks import Chart
from lsdash.contents.gates import VALUES
from lsdash.store.read import DecisionRow, EventRow, ObservationRow, WeekRow
from lsdash.text import pick, say
from lsdash.web import address, cards, inputs
from lsdash.web.visit import Visit
from lsdash.web.words import plain


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
    rows = gates.around(here, decision)
    if not rows:
        st.info(say(here.lang, "gates.none"))
        return
    events = gates.events_around(here, decision)
    _chart(here, gates.around_chart(here, decision))
    _chosen(here, rows, events)
    with st.expander(say(here.lang, "gates.table")):
        cards.table(gates.observations(here, rows))
    with st.expander(say(here.lang, "gates.events")):
        cards.table(gates.timeline(here, events))


def in_week(here: Visit, weeks: Sequence[WeekRow]) -> None:
    """Trucks reported waiting in the week shown, a line each with its source."""
    listed = gates.in_week(here, weeks)
    if listed:
        cards.section(here, "gates.this_week")
        cards.listed(listed)


def after(here: Visit, decision: DecisionRow) -> None:
    """What was reported of loaders and drivers after a document: after it, not because of it."""
    events = gates.afterwards(here, decision)
    if events:
        cards.section(here, "gates.after")
        st.caption(say(here.lang, "gates.after_lead"))
        cards.table(gates.timeline(here, events, name="after", of_one_kind=True))


def long_view(here: Visit) -> None:
    """All years: trucks waiting, and the three measures of trade value, each apart."""
    rows = gates.of_all_years(here)
    if not rows:
        return
    cards.section(here, "gates.long")
    _chart(here, gates.long_chart(here, rows))
    _chosen(here, rows, ())
    st.caption(say(here.lang, "gates.values"))
    for column, measure in zip(st.columns(len(VALUES), gap="large"), VALUES, strict=True):
        with column:
            st.subheader(say(here.lang, f"measure.{measure}"), anchor=False)
            cards.chart(here, gates.values_chart(here, measure))
    with st.expander(say(here.lang, "gates.table")):
        for measure in VALUES:
            st.markdown(f"**{plain(say(here.lang, f'measure.{measure}'))}**")
            cards.table(gates.values_table(here, measure))


def _chart(here: Visit, chart: Chart) -> None:
    """The drawing; a click on a bar shows its source, and the link says which."""
    picked = [source for _, source in cards.picked(here, chart)]
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
            st.markdown(plain(gates.told(here, row)).replace("\n", "  \n"))
            st.markdown(cards.markdown(gates.source(here, row.publisher, row.address, None)))
    if event:
        with st.container(border=True, gap="xsmall"):
            st.markdown(plain(pick(here.lang, event, "summary")))
            source = gates.source(here, event.publisher, event.address, event.decision)
            st.markdown(cards.markdown(source))
