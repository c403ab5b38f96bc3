"""From week to week on any page: the one before, the one after, and any other, as links."""

import streamlit as st
from markupsafe import Markup

from lsdash import sentences
from lsdash.contents.week import weeks
from lsdash.store import read
from lsdash.store.rows import WeekRow
from lsdash.text import say
from lsdash.web.entrance.visit import Visit
from lsdash.web.parts import hypertext
from lsdash.web.parts.escaping import plain

CALENDAR = ":material/date_range:"
PARTLY = ":material/hourglass_top:"

MOST_LISTED = 60
"""Weeks that the list shows around the one shown: more than a year."""


def through_weeks(here: Visit) -> Markup:
    """Show the ways to other weeks; where there is only one, return it for what stands beside."""
    steps = weeks.steps(here)
    week = sentences.week_and_part(steps.shown, here.lang)
    if steps.before is None and steps.after is None:
        return hypertext.badge(say(here.lang, "strip.week", week=week), icon=CALENDAR)
    span = say(here.lang, "strip.week", week=plain(week))
    with st.container(
        horizontal=True,
        wrap=False,
        vertical_alignment="center",
        gap="xxsmall",
        width="content",
        key="weeks",
    ):
        if steps.before:
            _way(here, steps.before, "strip.before", ":material/chevron_left:")
        listed = st.popover(span, icon=CALENDAR, key="pick-week", on_change="rerun")
        if listed.open:
            with listed:
                _listed(here, steps.shown)
        if steps.after:
            _way(here, steps.after, "strip.after", ":material/chevron_right:")
    return Markup()


def _listed(here: Visit, shown: WeekRow) -> None:
    """The weeks around the one shown, newest first."""
    every = here.ask(read.weeks)
    start = max(0, every.index(shown) - MOST_LISTED // 2)
    ways = [
        hypertext.link(
            weeks.turned(here.view, week),
            hypertext.element("span", label, kind="strong") if week == shown else label,
            icon=":material/check:"
            if week == shown
            else PARTLY
            if week.partly_at_hand
            else CALENDAR,
        )
        for week in every[start : start + MOST_LISTED]
        for label in [sentences.week_and_part(week, here.lang)]
    ]
    hypertext.show(hypertext.element("div", *ways, kind="weeks"))


def _way(here: Visit, week: WeekRow, label: str, icon: str) -> None:
    words = hypertext.element("span", say(here.lang, label))
    way = hypertext.link(weeks.turned(here.view, week), words, icon=icon, kind="button step")
    hypertext.show(way, width="content")
