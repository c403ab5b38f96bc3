"""A subject page: what it asks, and what every one of them ends with."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from lsdash.contents import beside, pictures, splits, subject, tables
from lsdash.contents.blocks import Listed
from lsdash.contents.subject import Subject
from lsdash.store import read
from lsdash.store.rows import FactRow
from lsdash.text import say
from lsdash.web.entrance.visit import Visit
from lsdash.web.panels import outcomes
from lsdash.web.parts import cards, hypertext


class NothingAnswers(Exception):
    """No document answers the page's question under these filters: the page has said so."""


def ask(here: Visit) -> Subject:
    """The subject of the page. Where no document answers, the page says so and ends here."""
    found = subject.find(here)
    if found is None:
        _nothing(here)
        raise NothingAnswers
    return found


def close(here: Visit, about: Subject, *, facts: Sequence[FactRow] = ()) -> None:
    """What every subject page ends with: figures and sources, what is not said, what looks odd."""
    others = cards.under(here, "subject.others", beside.others(here, about))
    above = others + hypertext.heading(say(here.lang, "subject.facts"))
    told = tables.facts(here, facts or about.facts)
    cards.long_table(here, told, above=above, below=_unsaid(here, about.newest.slug))
    outcomes.later(here, about.newest.slug)


def _unsaid(here: Visit, slug: str) -> Markup:
    """Side by side what is not said and what looks odd."""
    silent = tables.silences(here, here.ask(read.silences, slug))
    odd = tables.flags(here, here.ask(read.flags_of, slug))
    sides = [
        hypertext.element("div", cards.under(here, heading, found))
        for heading, found in (("subject.silences", silent), ("subject.flags", odd))
    ]
    return hypertext.grid(sides, columns=2, kind="halves") if silent or odd else Markup()


def amended(here: Visit, about: Subject) -> None:
    """What other documents did to the one that the page stands on, or to those before it."""
    lines = tuple(subject.amended(here, about))
    cards.listed(Listed(lines) if lines else None)
    _otherwise(here, "subject.since", about)


def asked(here: Visit, about: Subject) -> None:
    """What other documents only ask for: no decision, and in no title."""
    for slug, charts in pictures.asked(here, about):
        document = here.ask(read.decision, slug)
        if document:
            cards.section(here, "subject.asked")
            cards.paper(here, document)
            cards.charts(here, charts)


def split(here: Visit, facts: Sequence[FactRow]) -> None:
    """Wholes as tables of documents split them: bars, and a table that closes or does not."""
    for each in splits.sections(here, facts):
        cards.whole(here, each)


def earlier(here: Visit, about: Subject) -> None:
    """Links to the documents before the newest one."""
    told = subject.earlier(here, about)
    heading = hypertext.heading(say(here.lang, "subject.earlier")) if told else Markup()
    hypertext.show(heading, *(cards.way(here, slug, words) for slug, words in told))


def _nothing(here: Visit) -> None:
    st.title(say(here.lang, f"page.{here.view.page}"), anchor=False)
    is_told = here.view.page in subject.MEASURES and beside.listed(here, None) is not None
    if is_told:
        _otherwise(here, "subject.otherwise", None)
    else:
        st.info(say(here.lang, "subject.nothing"), icon=":material/search_off:")
    every = hypertext.link(here.view.on("decisions"), say(here.lang, "page.decisions"))
    hypertext.show(hypertext.caption(say(here.lang, "subject.nothing_hint")), every)


def _otherwise(here: Visit, heading: str, about: Subject | None) -> None:
    """What documents set on the subject by other measures than the page stands on."""
    found = beside.listed(here, about)
    if found:
        told = hypertext.element("span", say(here.lang, heading), kind="strong")
        hypertext.show(hypertext.element("p", told), hypertext.listed(found))
