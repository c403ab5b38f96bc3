"""Promises and outcomes: the page of all, the end of a subject's page, and the overview's few."""

from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st

from lsdash.contents.blocks import Chart, Listed
from lsdash.contents.outcomes import due_dates, promises, reported
from lsdash.contents.outcomes.promises import Promise
from lsdash.contents.week import papers
from lsdash.store import read
from lsdash.text import say
from lsdash.view import to_query
from lsdash.web.entrance.base_path import under
from lsdash.web.entrance.visit import Visit
from lsdash.web.frame import meeting
from lsdash.web.parts import cards, hypertext, inputs
from lsdash.web.parts.escaping import plain
from lsdash.web.parts.icons import ICONS
from lsdash.web.parts.kept import kept
from lsdash.web.routes import subscriptions as routes

A_MEETING = 6
"""Promises on one screen of a meeting."""


def begin(here: Visit) -> Visit:
    """With the year in which things fall due, which is asked for below the answer."""
    if here.view.kiosk:
        return here
    return inputs.keep(here, {"due": inputs.picked(here, "due") or promises.ANY_YEAR})


def ask(here: Visit) -> None:
    """The year; nothing to choose in a meeting, which has chosen."""
    if here.view.kiosk:
        return
    words = {promises.ANY_YEAR: say(here.lang, "outcomes.any_year")}
    words |= {year: year for year in promises.years(here)}
    with st.columns([1, 3])[0]:
        inputs.name(here, "due", words, default=promises.ANY_YEAR)


def show(here: Visit, found: Sequence[Promise]) -> None:
    """A meeting looks at the most telling ones, large."""
    if here.view.kiosk:
        cards.listed(promises.briefly(here, promises.telling(found, A_MEETING)))
        return
    for section in promises.sections(here):
        cards.whole(here, section)


def later(here: Visit, slug: str) -> None:
    """What was reported later of a document, at the end of its subject's page."""
    if not here.view.kiosk:
        cards.whole(here, reported.of_slug(here, slug))


def few(here: Visit) -> None:
    """The most telling promises of the week shown, and the days ahead on one line of years."""
    told, years = _few(here)
    if not (told or years):
        return
    hypertext.show(hypertext.heading(say(here.lang, "outcomes.few")), hypertext.listed(told))
    if years:
        meeting.chart(here, years)
    if not here.view.kiosk:
        label = say(here.lang, "outcomes.all")
        every = hypertext.link(here.view.on("outcomes"), label, icon=ICONS["outcomes"])
        hypertext.show(every)


@kept
def _few(here: Visit) -> tuple[Listed | None, Chart | None]:
    documents = here.ask(read.decisions, papers.filters(here), limit=papers.MOST_DOCUMENTS)
    promised = promises.of_documents(here, documents)
    found = promises.telling(promised)
    told = promises.briefly(here, found) if found else None
    return told, due_dates.line_of_years(here, promised)


def subscriptions(here: Visit) -> None:
    """The days as a calendar and what is new as a feed, with the filters of this page."""
    if here.view.kiosk:
        return
    query = {key: each for key, each in to_query(here.view).items() if key in routes.KEPT}
    query["lang"] = [here.lang]
    pinned = urlencode(query, doseq=True)
    floating = urlencode({key: each for key, each in query.items() if key != "release"}, doseq=True)
    told = [
        f"[{plain(say(here.lang, f'due.{name}'))}]({under(path)}?{asked})"
        for name, path, asked in (
            ("calendar", routes.CALENDAR, floating),
            ("calendar_pinned", routes.CALENDAR, pinned),
            ("feed", routes.FEED, floating),
        )
    ]
    st.caption(f"{say(here.lang, 'due.subscribe')} {' · '.join(told)}")
