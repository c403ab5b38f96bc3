"""From week to week on any page: the one before, the one after, and any other, as links."""

import streamlit as st

from lsdash import sentences
from lsdash.contents.week import weeks
from lsdash.store import read
from lsdash.store.rows import WeekRow
from lsdash.text import say
from lsdash.web.entrance import address
from lsdash.web.entrance.visit import Visit
from lsdash.web.parts.escaping import plain

MOST_LISTED = 60
"""Weeks that the list shows around the one shown: more than a year."""


def through_weeks(here: Visit) -> None:
    """The week shown; where there are several the ways to the others."""
    steps = weeks.steps(here)
    span = say(here.lang, "strip.week", week=plain(sentences.week_span(steps.shown, here.lang)))
    if steps.before is None and steps.after is None:
        st.badge(span, icon=":material/date_range:", color="gray")
        return
    with st.container(
        horizontal=True,
        wrap=False,
        vertical_alignment="center",
        gap="xxsmall",
        width="content",
        key="weeks",
    ):
        if steps.before:
            _way(here, steps.before, say(here.lang, "strip.before"), ":material/chevron_left:")
        listed = st.popover(span, icon=":material/date_range:", key="pick-week", on_change="rerun")
        if listed.open:
            with listed:
                _listed(here, steps.shown)
        if steps.after:
            _way(here, steps.after, say(here.lang, "strip.after"), ":material/chevron_right:")


def _listed(here: Visit, shown: WeekRow) -> None:
    """The weeks around the one shown, newest first."""
    every = here.ask(read.weeks)
    start = max(0, every.index(shown) - MOST_LISTED // 2)
    for week in every[start : start + MOST_LISTED]:
        label = plain(sentences.week_span(week, here.lang))
        mark = ":material/check:" if week == shown else ":material/date_range:"
        _way(here, week, f"**{label}**" if week == shown else label, mark)


def _way(here: Visit, week: WeekRow, label: str, icon: str) -> None:
    view = weeks.turned(here.view, week)
    page = st.session_state["pages"][view.page]
    st.page_link(page, label=label, icon=icon, query_params=address.query(view))
