"""A document without a page of its own, as a reader sees it: large figures, drawings, duties."""

from collections.abc import Sequence

import streamlit as st

from lsdash.contents.week import panel
from lsdash.contents.week.panel import Drawing, LoneFigure
from lsdash.store import read
from lsdash.store.rows import DecisionRow
from lsdash.web.entrance.visit import Visit
from lsdash.web.parts import cards
from lsdash.web.parts.escaping import plain

A_ROW = 4
"""Large figures side by side."""


def figures(here: Visit, decision: DecisionRow) -> None:
    """The same figures and duties on the document's page."""
    found = panel.of_figures(here, here.ask(read.facts_of, decision.slug))
    if found.alone or found.drawn:
        cards.section(here, "panel.figures")
        _alone(found.alone)
        _drawn(here, found.drawn)
    duties(here, decision)


def _alone(told: Sequence[LoneFigure], a_row: int = A_ROW) -> None:
    """Each figure large, above what it is."""
    for start in range(0, len(told), a_row):
        for column, each in zip(st.columns(a_row), told[start : start + a_row], strict=False):
            key = f"card-figure-{each.fact.slug}"
            with column.container(border=True, height="stretch", gap="xxsmall", key=key):
                st.subheader(plain(each.figure), anchor=False)
                st.caption(plain(each.what))


def _drawn(here: Visit, drawn: Sequence[Drawing]) -> None:
    """One drawing over the whole width, several side by side."""
    for start in range(0, len(drawn), 2):
        pair = drawn[start : start + 2]
        columns = st.columns(min(2, len(drawn)), gap="large")
        for column, each in zip(columns, pair, strict=False):
            with column:
                if each.heading:
                    st.markdown(f"**{plain(each.heading)}**")
                cards.chart(here, each.chart)


def duties(here: Visit, decision: DecisionRow) -> None:
    """Who must do what by when, where the document says so."""
    table = panel.duties(here, decision)
    if table:
        cards.section(here, "panel.duties")
        cards.table(table)
