"""A subject page: one question to the whole release by measure, never of one document."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from lsdash.sentences import edition
from lsdash.store import read
from lsdash.store.read import DecisionRow, FactRow
from lsdash.text import figures, say
from lsdash.vocabulary import Measure
from lsdash.web import address, cards
from lsdash.web.visit import Visit


class NothingAnswers(Exception):
    """No document answers the page's question under these filters: the page has said so."""


@dataclass(frozen=True)
class Subject:
    """What the release holds on some measures: all its facts, and the newest document's own."""

    facts: tuple[FactRow, ...]
    """Of every document that answers, newest first."""
    newest: DecisionRow

    @property
    def own(self) -> tuple[FactRow, ...]:
        """Facts of the newest document."""
        return self.of(self.newest.slug)

    @property
    def documents(self) -> tuple[str, ...]:
        """Slugs of the documents that answer, newest first."""
        return tuple(dict.fromkeys(fact.decision for fact in self.facts))

    @property
    def is_series(self) -> bool:
        return len(self.documents) > 1

    def of(self, slug: str) -> tuple[FactRow, ...]:
        return tuple(fact for fact in self.facts if fact.decision == slug)


def ask(here: Visit, *measures: Measure) -> Subject:
    """The subject of the page, on the newest document that holds the first measure.

    Where no document answers, the page says so and ends here.
    """
    facts = here.ask(read.facts, here.view.applied(), measures=measures)
    leading = next((fact for fact in facts if fact.measure == measures[0]), None)
    newest = here.ask(read.decision, leading.decision) if leading else None
    if newest is None:
        _nothing(here)
        raise NothingAnswers
    return Subject(tuple(facts), newest)


def close(here: Visit, subject: Subject, *, facts: Sequence[FactRow] = ()) -> None:
    """What every subject page ends with: figures and sources, what is not said, what looks odd.

    A meeting looks at the picture alone.
    """
    if here.view.kiosk:
        return
    cards.section(here, "subject.facts")
    cards.facts(here, facts or subject.facts)
    left, right = st.columns(2, gap="large")
    with left:
        cards.silences(here, here.ask(read.silences, subject.newest.slug))
    with right:
        cards.flags(here, here.ask(read.flags_of, subject.newest.slug))


def earlier(here: Visit, subject: Subject) -> None:
    """Links to the documents before the newest one."""
    if not subject.is_series or here.view.kiosk:
        return
    cards.section(here, "subject.earlier")
    for slug in subject.documents[1:]:
        first = subject.of(slug)[0]
        day = figures.day(first.signed_on, here.lang)
        label = " · ".join(dict.fromkeys((first.number, day, edition(first, here.lang))))
        cards.document(here, slug, label)


def _nothing(here: Visit) -> None:
    st.title(say(here.lang, f"page.{here.view.page}"), anchor=False)
    st.info(say(here.lang, "subject.nothing"), icon=":material/search_off:")
    page = st.session_state["pages"]["decisions"]
    st.caption(say(here.lang, "subject.nothing_hint"))
    st.page_link(page, query_params=address.query(here.view.on("decisions")))
