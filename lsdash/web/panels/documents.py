"""The list of documents, and one document whole at its own link."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from lsdash import sentences
from lsdash.contents import tables
from lsdash.contents.week import partly
from lsdash.contents.week.panel import has_own_page
from lsdash.contents.week.papers import CARDS
from lsdash.model import Filters
from lsdash.store import read
from lsdash.store.rows import DecisionRow, FactRow
from lsdash.text import count, pick, say
from lsdash.view import Notice, Noticed
from lsdash.web.entrance.visit import Visit
from lsdash.web.panels import labor_plans, outcomes, panel, source_text, subject
from lsdash.web.parts import cards, hypertext, notices, paging
from lsdash.web.parts.escaping import plain
from lsdash.web.parts.kept import kept


def listed(here: Visit) -> None:
    """The documents that pass the filters, a sheet at a time."""
    filters = here.view.applied()
    held = here.ask(read.count, filters).documents
    narrowed = filters != Filters()
    phrase = "decisions.found" if narrowed else "decisions.all"
    cards.title(count(here.lang, phrase, held))
    cards.lead(here)
    if not held:
        st.info(say(here.lang, "decisions.none"), icon=":material/search_off:")
        _also(here, filters)
        hypertext.show(_topics(here))
        return
    here = paging.keep(here, held)
    hypertext.show(_sheet(here, paging.start(here)))
    paging.links(here, held)
    _also(here, filters)
    hypertext.show(_topics(here))


@kept
def _sheet(here: Visit, offset: int) -> Markup:
    """The documents from this one on, a row each."""
    filters = here.view.applied()
    rows = here.ask(read.decisions, filters, limit=paging.A_SHEET, offset=offset)
    return cards.table_of(tables.documents(here, rows))


@kept
def _topics(here: Visit) -> Markup:
    """What bulletins tell of without a document on record, counted apart."""
    found = partly.passing(here)
    if not found:
        return Markup()
    listed = partly.listed(here, found, with_week=True)
    return hypertext.heading(partly.counted(here, found)) + hypertext.listed(listed)


def _also(here: Visit, filters: Filters) -> None:
    """Documents that only touch a chosen sector: the filter goes by the main one, and says so."""
    also = here.ask(read.also_in_sector, filters) if filters.sectors else []
    if also:
        hypertext.show(
            hypertext.caption(say(here.lang, "decisions.second_sector")),
            *(
                cards.way(here, decision.slug, f"{decision.number} · {name}")
                for decision in also
                for name in [pick(here.lang, decision, "short_title")]
            ),
        )


def whole(here: Visit, slug: str) -> None:
    """One document with everything that the record holds of it."""
    decision = here.ask(read.decision, slug)
    back, label = here.view.on("decisions"), say(here.lang, "decisions.back")
    hypertext.show(hypertext.link(back, label, icon=":material/arrow_back:"))
    if decision is None:
        notices.show([Noticed(Notice.UNKNOWN_DOCUMENT, "doc", slug)], here)
        return
    facts = here.ask(read.facts_of, slug)
    chosen = next((fact for fact in facts if fact.slug == here.view.fact), None)
    if here.view.fact and chosen is None:
        notices.show([Noticed(Notice.UNKNOWN_FACT, "fact", here.view.fact)], here)
    _head(here, decision)
    if chosen:
        with st.container(border=True, gap="xsmall"):
            st.caption(say(here.lang, "decisions.chosen"))
            st.subheader(plain(sentences.figure(chosen, here.lang)), anchor=False)
            st.markdown(plain(sentences.hover(chosen, facts, here.lang)).replace("\n", "  \n"))
            source_text.sentence(here, decision, facts, chosen)
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.markdown(plain(pick(here.lang, decision, "summary")))
        for heading, listed in (
            ("decisions.done_to", tables.done_to(here, slug)),
            ("decisions.provisions", tables.provisions(here, slug)),
            ("decisions.relations", tables.relations(here, slug)),
            ("decisions.paper", tables.itself(here, decision)),
        ):
            if listed:
                cards.section(here, heading)
                cards.listed(listed)
    with right:
        cards.silences(here, here.ask(read.silences, slug))
        cards.flags(here, here.ask(read.flags_of, slug), heading="decisions.flags")
    if has_own_page(facts):
        panel.duties(here, decision)
    else:
        panel.figures(here, decision)
    subject.split(here, facts)
    _parts(here, decision, facts)


def _parts(here: Visit, decision: DecisionRow, facts: Sequence[FactRow]) -> None:
    """What the record holds of a document, part by part, down to its source."""
    slug = decision.slug
    bodies = tables.bodies(here, slug)
    if bodies:
        cards.section(here, "decisions.bodies")
        cards.table(bodies)
    cards.section(here, "decisions.facts")
    if facts:
        cards.table(tables.facts(here, facts, chosen=here.view.fact))
    else:
        st.caption(say(here.lang, "decisions.no_facts"))
    if here.ask(read.options, slug):
        cards.section(here, "decisions.options")
        labor_plans.compared(here, slug)
    changes = tables.changes(here, slug, facts)
    if changes:
        cards.section(here, "decisions.history")
        cards.listed(changes)
    outcomes.later(here, slug)
    source_text.show(here, decision, facts)
    cards.section(here, "decisions.source")
    st.caption("  \n".join(plain(line) for line in tables.source(here, decision)))


def _head(here: Visit, decision: DecisionRow) -> None:
    lang = here.lang
    cards.title(f"{decision.number}: {pick(lang, decision, 'title')}")
    told = [
        hypertext.row(hypertext.status(here, decision), tables.about(here, decision)),
    ]
    addressee = sentences.row_text(decision, "addressed_to", lang)
    if addressee:
        told.append(hypertext.element("p", say(lang, "decisions.to", to=addressee)))
    measures = {fact.measure for fact in here.ask(read.facts_of, decision.slug)}
    for page, measure in CARDS.items():
        if measure in measures:
            label = say(lang, "decisions.own_page", page=say(lang, f"page.{page}"))
            told.append(hypertext.link(here.view.on(page), label))
    hypertext.show(*told)
