"""The overview's parts: a card a subject, the week day by day, what awaits and what looks odd."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import streamlit as st

from lsdash import sentences
from lsdash.model import Filters
from lsdash.store import read
from lsdash.store.read import DecisionRow, FactRow, FlagRow, WeekRow
from lsdash.text import count, figures, pick, say
from lsdash.vocabulary import Direction, FigureKind, Measure, Status
from lsdash.web import address, cards, frame, gates
from lsdash.web.visit import Visit
from lsdash.web.words import plain

SUBJECTS = {
    "rural_roads": Measure.ROAD_FUNDING,
    "college_quotas": Measure.COLLEGE_QUOTA,
    "energy_targets": Measure.ENERGY_TARGET,
    "border_labor": Measure.BORDER_LABOR_PLAN,
}
"""Pages that have a card, and the measure that each asks for."""

A_DAY_SHOWS = 6
A_LIST_SHOWS = 12


def sentence(here: Visit) -> str:
    """The newest week that the filters leave, in one sentence."""
    filters = _shown(here)
    held = {
        row.value: row.documents
        for row in here.ask(read.facets, filters)
        if row.facet == "status" and (not filters.statuses or row.value in filters.statuses)
    }
    return sentences.of_week(held, _weeks(here)[:1], here.lang)


def subjects(here: Visit) -> None:
    """One card a subject: its one number, what it is, its status and its paper."""
    facts = here.ask(read.facts, here.view.applied(), measures=tuple(SUBJECTS.values()))
    told = {
        page: own
        for page, measure in SUBJECTS.items()
        if (own := _newest([fact for fact in facts if fact.measure == measure]))
    }
    if not told:
        return
    for column, (page, own) in zip(st.columns(len(told)), told.items(), strict=True):
        with column.container(border=True, height="stretch", gap="xsmall", key=f"card-{page}"):
            _card(here, page, own)


def glance(here: Visit) -> None:
    """In one line what a leader asks first: who waits for an answer, the queue, what looks odd."""
    requests = [
        f"{each.number} ({pick(here.lang, each, 'short_title')})" for each in _requests(here)
    ]
    flags = len(_flags(here))
    told = [
        (":orange[:material/hourglass_top:]", say(here.lang, "overview.waiting", who=each))
        for each in requests
    ]
    queue = gates.queue_in(here, _weeks(here)[:1])
    told += [(":material/local_shipping:", queue)] if queue else []
    told += [(":material/rule:", count(here.lang, "overview.odd", flags))] if flags else []
    if told:
        st.markdown("\u2003".join(f"{icon} {plain(words)}" for icon, words in told))


def board(here: Visit) -> None:
    """The newest week shown, a column a day; every document opens."""
    weeks = _weeks(here)
    if not weeks:
        return
    week = weeks[0]
    filters = _shown(here)
    most = 7 * A_DAY_SHOWS * 2
    documents = here.ask(read.decisions, filters, limit=most)
    cards.section(here, "board.title")
    days = [
        week.period_from + timedelta(at)
        for at in range((week.period_to - week.period_from).days + 1)
    ]
    for column, day in zip(st.columns(len(days), gap="small"), days, strict=True):
        with column:
            _day(here, day, [each for each in documents if each.signed_on == day])
    outside = [each for each in documents if each.signed_on not in days]
    if outside:
        st.caption(say(here.lang, "board.outside"))
        for decision in outside[:A_DAY_SHOWS]:
            _document(here, decision)


def attention(here: Visit) -> None:
    """Requests of any week that await an answer, and what looks odd in the week shown."""
    requests = _requests(here)
    left, right = st.columns(2, gap="large")
    with left:
        if requests:
            cards.section(here, "overview.requests")
        for decision in requests:
            with st.container(border=True, gap="xsmall"):
                cards.paper(here, decision)
                st.markdown(plain(pick(here.lang, decision, "summary")))
                st.caption(say(here.lang, "overview.no_answer"))
        _selection(here)
    with right:
        gates.in_week(here, _weeks(here)[:1])
        cards.flags(here, _flags(here)[:A_LIST_SHOWS], heading="overview.flags", named=True)


def _requests(here: Visit) -> Sequence[DecisionRow]:
    """Requests of any week that await an answer, as far as the filters let them show."""
    filters = here.view.applied()
    if filters.statuses and Status.PROPOSED not in filters.statuses:
        return []
    asking = replace(filters, statuses=(Status.PROPOSED,))
    return here.ask(read.decisions, asking, limit=A_DAY_SHOWS)


def _flags(here: Visit) -> Sequence[FlagRow]:
    """What looks odd in the week shown."""
    return here.ask(read.flags, _shown(here))


def _weeks(here: Visit) -> Sequence[WeekRow]:
    """The weeks that the filters leave, newest first."""
    chosen = here.view.filters.weeks
    return [week for week in here.ask(read.weeks) if not chosen or week.slug in chosen]


def _shown(here: Visit) -> Filters:
    """The page's filters on the newest week that they leave: the week that the overview shows."""
    newest = [week.slug for week in _weeks(here)[:1]]
    return replace(here.view.applied(), weeks=tuple(newest) or here.view.filters.weeks)


def _newest(facts: Sequence[FactRow]) -> list[FactRow]:
    return [fact for fact in facts if fact.decision == facts[0].decision]


def _card(here: Visit, page: str, own: Sequence[FactRow]) -> None:
    lang = here.lang
    shown = next((fact for fact in own if fact.is_derived), None) or next(
        (fact for fact in own if fact.direction == Direction.DECREASE), own[0]
    )
    link = st.session_state["pages"][page]
    query = address.query(here.view.on(page))
    label = f"**{say(lang, f'page.{page}')}**"
    st.page_link(link, label=label, icon=frame.ICONS[page], query_params=query)
    st.header(plain(sentences.moved(shown, lang)), anchor=False)
    if shown.is_derived:
        what = sentences.basis(shown, own, lang)
        if shown.kind == FigureKind.MONEY:
            what += f". {sentences.of_money(own, lang)}"
    else:
        when = sentences.when(shown, lang)
        what = " · ".join(filter(None, (pick(lang, shown, "subject"), when)))
    st.caption(plain(what))
    st.space("stretch")
    cards.status(here, shown.status)
    label = say(lang, "card.paper", number=shown.number, date=figures.day(shown.signed_on, lang))
    cards.document(here, shown.decision, label, fact=shown.slug)


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


def _selection(here: Visit) -> None:
    """How much of the number series the bulletin shows, and whether its opening list is whole."""
    weeks = _weeks(here)
    if not weeks:
        return
    lines = [
        say(
            here.lang,
            "overview.selection",
            held=row.held,
            span=row.span,
            series=row.series,
            first=row.first_number,
            last=row.last_number,
        )
        for row in here.ask(read.series, weeks[0].slug)
        if row.span > row.held
    ]
    if not weeks[0].headlines_complete:
        lines.append(say(here.lang, "overview.headlines_open"))
    for line in lines:
        st.caption(plain(line))
