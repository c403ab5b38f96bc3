"""The overview's parts: a card a subject, the week day by day, what awaits and what looks odd."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from lsdash.contents import overview
from lsdash.contents.overview import A_DAY_SHOWS, Card
from lsdash.model import Filters
from lsdash.store.read import DecisionRow
from lsdash.text import count, figures, pick, say
from lsdash.web import address, cards, frame, gates
from lsdash.web.visit import Visit
from lsdash.web.words import plain

ICONS = {
    "waiting": ":orange[:material/hourglass_top:]",
    "queue": ":material/local_shipping:",
    "odd": ":material/rule:",
}


def subjects(here: Visit) -> None:
    """One card a subject: its one number, what it is, its status and its paper."""
    told = overview.cards(here)
    for column, card in zip(st.columns(len(told)) if told else [], told, strict=True):
        with column.container(border=True, height="stretch", gap="xsmall", key=f"card-{card.page}"):
            _card(here, card)


def glance(here: Visit) -> None:
    """In one line what a leader asks first."""
    told = [f"{ICONS[each.about]} {plain(each.words)}" for each in overview.glance(here)]
    if told:
        st.markdown("\u2003".join(told))


def board(here: Visit) -> None:
    """The newest week shown, a column a day; every document opens."""
    days, outside = overview.board(here)
    if not days:
        return
    cards.section(here, "board.title")
    for column, (day, documents) in zip(
        st.columns(len(days), gap="small"), days.items(), strict=True
    ):
        with column:
            _day(here, day, documents)
    if outside:
        st.caption(say(here.lang, "board.outside"))
        for decision in outside[:A_DAY_SHOWS]:
            _document(here, decision)


def attention(here: Visit) -> None:
    """Requests of any week that await an answer, and what looks odd in the week shown."""
    requests = overview.requests(here)
    left, right = st.columns(2, gap="large")
    with left:
        if requests:
            cards.section(here, "overview.requests")
        for decision in requests:
            with st.container(border=True, gap="xsmall"):
                cards.paper(here, decision)
                st.markdown(plain(pick(here.lang, decision, "summary")))
                st.caption(say(here.lang, "overview.no_answer"))
        for line in overview.selection(here):
            st.caption(plain(line))
    with right:
        gates.in_week(here, overview.weeks(here)[:1])
        flags = overview.flags(here)[: overview.A_LIST_SHOWS]
        cards.flags(here, flags, heading="overview.flags", named=True)


def _card(here: Visit, card: Card) -> None:
    lang = here.lang
    link = st.session_state["pages"][card.page]
    query = address.query(here.view.on(card.page))
    label = f"**{say(lang, f'page.{card.page}')}**"
    st.page_link(link, label=label, icon=frame.ICONS[card.page], query_params=query)
    st.header(plain(card.figure), anchor=False)
    st.caption(plain(card.what))
    st.space("stretch")
    cards.status(here, card.fact.status)
    day = figures.day(card.fact.signed_on, lang)
    label = say(lang, "card.paper", number=card.fact.number, date=day)
    cards.document(here, card.fact.decision, label, fact=card.fact.slug)


def _day(here: Visit, day: date, documents: Sequence[DecisionRow]) -> None:
    head = f"**{plain(figures.short_day(day, here.lang))}**"
    if not documents:
        narrowed = here.view.applied() != Filters(weeks=here.view.filters.weeks)
        none = say(here.lang, "board.none_passes" if narrowed else "board.none")
        head += f"\n\n:gray[:small[{plain(none)}]]"
    st.markdown(head)
    for decision in documents[:A_DAY_SHOWS]:
        _document(here, decision)
    if len(documents) > A_DAY_SHOWS:
        view = here.view.on("decisions")
        query = address.query(view) | {"from": [day.isoformat()], "to": [day.isoformat()]}
        label = count(here.lang, "board.more", len(documents) - A_DAY_SHOWS)
        st.page_link(st.session_state["pages"]["decisions"], label=label, query_params=query)


def _document(here: Visit, decision: DecisionRow) -> None:
    lang = here.lang
    with st.container(border=True, gap="xxsmall", key=f"card-{decision.slug}"):
        cards.document(here, decision.slug, decision.number, icon="")
        sector = plain(say(lang, f"sector_short.{decision.sector}"))
        title = f"**{plain(pick(lang, decision, 'short_title'))}**"
        badge = cards.badge(here, decision.status)
        st.markdown(f"{title}  \n:gray[{sector}]  \n{badge}")
