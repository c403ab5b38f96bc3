"""The overview's parts: a card a subject, the week day by day, what awaits and what looks odd."""

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from lsdash.contents.blocks import Words
from lsdash.contents.effects import relations
from lsdash.contents.week import overview, papers, spending
from lsdash.contents.week.overview import A_DAY_SHOWS
from lsdash.contents.week.papers import Card, Paper
from lsdash.model import Filters
from lsdash.store.rows import DecisionRow
from lsdash.text import count, figures, pick, say
from lsdash.web.entrance import address
from lsdash.web.entrance.visit import Visit
from lsdash.web.panels import border
from lsdash.web.parts import cards
from lsdash.web.parts.escaping import plain
from lsdash.web.parts.icons import ICONS

A_ROW = 4
"""Small cards side by side."""
MOST_SMALL = 24

SIGNS = {
    "waiting": ":orange[:material/hourglass_top:]",
    "due": ":material/fact_check:",
    "queue": ":material/local_shipping:",
    "odd": ":material/rule:",
}


def documents(here: Visit) -> None:
    """A card a subject, smaller ones for the week's other documents, and the week's money."""
    own = papers.of_week(here)
    told = papers.of_subjects(here, own)
    others = papers.others(here, own, told)
    beside = max(0, A_ROW - len(told))
    columns = st.columns(max(A_ROW, len(told))) if own else []
    for column, card in zip(columns, (*told, *others[:beside]), strict=False):
        with column.container(border=True, height="stretch", gap="xsmall", key=_key(card)):
            _card(here, card)
    small(here, others[beside:])
    _without_news(here, told)
    _money(here, own)


def glance(here: Visit) -> None:
    """In one line what a leader asks first."""
    told = [
        f"{SIGNS[each.about]} {cards.markdown((Words(each.words, to=each.to),))}"
        for each in overview.glance(here)
    ]
    if told:
        st.markdown("\u2003".join(told))


def board(here: Visit) -> None:
    """The newest week shown, a column a day; every document opens."""
    days, outside = overview.board(here)
    if not days:
        return
    shown = [each.slug for own in (*days.values(), outside) for each in own]
    marks = relations.marks(here, shown)
    cards.section(here, "board.title")
    for column, (day, documents) in zip(
        st.columns(len(days), gap="small"), days.items(), strict=True
    ):
        with column:
            _day(here, day, documents, marks)
    if outside:
        st.caption(say(here.lang, "board.outside"))
        for decision in outside[:A_DAY_SHOWS]:
            _document(here, decision, marks.get(decision.slug))


def attention(here: Visit) -> None:
    """Requests of any week that await an answer, and what looks odd in the week shown."""
    requests, news = overview.requests(here), overview.news(here)
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
        if news:
            cards.section(here, "overview.news")
            cards.listed(news)
        border.in_week(here)
        flags = overview.flags(here)[: overview.A_LIST_SHOWS]
        cards.flags(here, flags, heading="overview.flags", named=True)


def _key(card: Card) -> str:
    return f"card-of-{card.page or card.decision.slug}"


def _card(here: Visit, card: Card) -> None:
    _name(here, card)
    if card.figure:
        st.header(plain(card.figure), anchor=False)
    st.caption(plain(card.what))
    st.space("stretch")
    _due(here, card)
    _paper(here, card)


def small(here: Visit, told: Sequence[Card]) -> None:
    """Documents of the week, a row at a time."""
    for start in range(0, min(len(told), MOST_SMALL), A_ROW):
        row = told[start : start + A_ROW]
        for column, card in zip(st.columns(A_ROW), row, strict=False):
            with column.container(border=True, height="stretch", gap="xxsmall", key=_key(card)):
                _small(here, card)
    more = len(told) - MOST_SMALL
    if more > 0:
        query = address.query(here.view.on("decisions"))
        label = count(here.lang, "card.more", more)
        st.page_link(st.session_state["pages"]["decisions"], label=label, query_params=query)


def _small(here: Visit, card: Card) -> None:
    _name(here, card)
    if card.figure:
        st.subheader(plain(card.figure), anchor=False)
    st.caption(plain(card.what))
    st.space("stretch")
    _due(here, card)
    _paper(here, card)


def _name(here: Visit, card: Card) -> None:
    """The subject that a card tells of, by its page; a document without one by its short title."""
    lang, view = here.lang, here.view
    to = view.on(card.page) if card.page else view.of_document(card.decision.slug)
    name = say(lang, f"page.{card.page}") if card.page else pick(lang, card.decision, "short_title")
    st.page_link(
        st.session_state["pages"][to.page],
        label=f"**{plain(name)}**",
        icon=ICONS[to.page],
        query_params=address.query(to),
    )


def _due(here: Visit, card: Card) -> None:
    due = f" :gray-badge[:material/event: {plain(card.due)}]" if card.due else ""
    st.markdown(cards.badge(here, card.decision.status) + due, width="content")


def _paper(here: Visit, card: Card) -> None:
    day = figures.day(card.decision.signed_on, here.lang)
    label = say(here.lang, "card.paper", number=card.decision.number, date=day)
    cards.document(here, card.decision.slug, label, fact=card.fact)


def _without_news(here: Visit, told: Sequence[Card]) -> None:
    """In one line the subjects without a document this week, each with its newest and its day."""
    quiet = papers.without_news(here, told)
    if not quiet:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="quiet"):
        st.caption(say(here.lang, "overview.without_news"), width="content")
        for page, fact in quiet:
            label = papers.newest(here, page, fact)
            cards.document(here, fact.decision, label, icon=ICONS[page])


def _money(here: Visit, own: Sequence[Paper]) -> None:
    """What the week's documents decide to spend, and what is not added to it."""
    if not own:
        return
    cards.section(here, "spending.title")
    if len(own) >= papers.MOST_DOCUMENTS:
        st.caption(say(here.lang, "spending.too_many"))
        return
    found = spending.of_week(own)
    st.markdown(cards.markdown(spending.sentence(here, found, own)))
    drawn = spending.chart(here, found)
    if drawn:
        cards.chart(here, drawn)
    cards.listed(spending.beside(here, found, own))


def _day(
    here: Visit, day: date, documents: Sequence[DecisionRow], marks: Mapping[str, str]
) -> None:
    head = f"**{plain(figures.short_day(day, here.lang))}**"
    if not documents:
        narrowed = here.view.applied() != Filters(weeks=here.view.filters.weeks)
        none = say(here.lang, "board.none_passes" if narrowed else "board.none")
        head += f"\n\n:gray[:small[{plain(none)}]]"
    st.markdown(head)
    for decision in documents[:A_DAY_SHOWS]:
        _document(here, decision, marks.get(decision.slug))
    if len(documents) > A_DAY_SHOWS:
        view = here.view.on("decisions")
        query = address.query(view) | {"from": [day.isoformat()], "to": [day.isoformat()]}
        label = count(here.lang, "board.more", len(documents) - A_DAY_SHOWS)
        st.page_link(st.session_state["pages"]["decisions"], label=label, query_params=query)


def _document(here: Visit, decision: DecisionRow, mark: str | None) -> None:
    lang = here.lang
    with st.container(border=True, gap="xxsmall", key=f"card-{decision.slug}"):
        cards.document(here, decision.slug, decision.number, icon="")
        sector = plain(say(lang, f"sector_short.{decision.sector}"))
        title = f"**{plain(pick(lang, decision, 'short_title'))}**"
        badge = cards.badge(here, decision.status)
        since = f"  \n{cards.markdown((Words(mark, 'marked'),))}" if mark else ""
        st.markdown(f"{title}  \n:gray[{sector}]  \n{badge}{since}")
