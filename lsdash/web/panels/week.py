"""The overview's parts: a card a subject, the week day by day, what awaits and what looks odd."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from markupsafe import Markup

from lsdash.contents import gates, tables
from lsdash.contents.blocks import Words
from lsdash.contents.effects import relations
from lsdash.contents.week import overview, papers, partly, spending, weeks
from lsdash.contents.week.overview import A_DAY_SHOWS
from lsdash.contents.week.papers import Card, Paper
from lsdash.model import Filters
from lsdash.store.rows import DecisionRow
from lsdash.text import count, figures, pick, say
from lsdash.web.entrance.visit import Visit
from lsdash.web.parts import cards, hypertext
from lsdash.web.parts.icons import ICONS

A_ROW = 4
"""Small cards side by side."""
MOST_SMALL = 24

SIGNS = {
    "waiting": ":material/hourglass_top:",
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
    large = [_card(here, card) for card in (*told, *others[:beside])]
    if large or not partly.week(here):
        cards.lead(here)
    hypertext.show(
        hypertext.grid(large, columns=max(A_ROW, len(told))) if large else Markup(),
        _small(here, others[beside:]),
        _without_news(here, [*told, *others]),
    )
    _money(here, own)


def partly_at_hand(here: Visit) -> None:
    """That only a part of the bulletin is at hand and what it tells of; which newer weeks are so.

    A meeting's screen has the first and the topics alone.
    """
    note, newer = partly.note(here), partly.newer(here)
    if note:
        hypertext.show(hypertext.element("div", hypertext.paragraph(note), kind="partly"))
    topics = partly.listed(here, partly.told(here))
    if topics:
        hypertext.show(hypertext.heading(say(here.lang, "partly.topics")), hypertext.listed(topics))
    if newer and not here.view.kiosk:
        hypertext.show(hypertext.caption(hypertext.words(newer)))


def glance(here: Visit) -> None:
    """In one line what a leader asks first."""
    told = []
    for each in overview.glance(here):
        said = hypertext.words((Words(each.words, to=each.to),))
        sign = hypertext.sign(SIGNS[each.about])
        told.append(hypertext.element("span", sign, said, kind=each.about))
    if told:
        hypertext.show(hypertext.row(*told, kind="glance"))


def board(here: Visit) -> None:
    """The newest week shown, a column a day; every document opens."""
    days, outside = overview.board(here)
    if not days:
        return
    marks = relations.marks(here, [each.slug for own in (*days.values(), outside) for each in own])
    cells = [_day(here, day, documents, marks) for day, documents in days.items()]
    told = [
        hypertext.heading(say(here.lang, "board.title")),
        hypertext.grid(cells, columns=len(days), kind="board"),
    ]
    if outside:
        told.append(hypertext.caption(say(here.lang, "board.outside")))
        shown = outside[:A_DAY_SHOWS]
        told += [_document(here, each, marks.get(each.slug)) for each in shown]
    hypertext.show(*told)


def attention(here: Visit) -> None:
    """Requests of any week that await an answer, and what looks odd in the week shown."""
    flags = overview.flags(here)[: overview.A_LIST_SHOWS]
    beside = (
        ("overview.news", overview.news(here)),
        ("gates.this_week", gates.in_week(here, weeks.chosen(here)[:1])),
        ("overview.flags", tables.flags(here, flags, named=True) if flags else None),
    )
    lists = [
        hypertext.heading(say(here.lang, key)) + hypertext.listed(held)
        for key, held in beside
        if held
    ]
    halves = [_requests(here), Markup().join(lists)]
    cells = [hypertext.element("div", half) for half in halves]
    hypertext.show(hypertext.grid(cells, columns=2, kind="halves"))


def small(here: Visit, told: Sequence[Card]) -> None:
    """Documents of the week, a row at a time."""
    hypertext.show(_small(here, told))


def _small(here: Visit, told: Sequence[Card]) -> Markup:
    if not told:
        return Markup()
    cells = [_card(here, card, level=3) for card in told[:MOST_SMALL]]
    shown = hypertext.grid(cells, columns=A_ROW)
    more = len(told) - MOST_SMALL
    if more > 0:
        shown += hypertext.link(here.view.on("decisions"), count(here.lang, "card.more", more))
    return shown


def _card(here: Visit, card: Card, *, level: int = 2) -> Markup:
    """What a document is about, its main figure, what is due, and the document itself."""
    due = hypertext.badge(card.due, icon=":material/event:") if card.due else ""
    day = figures.day(card.decision.signed_on, here.lang)
    label = say(here.lang, "card.paper", number=card.decision.number, date=day)
    return hypertext.card(
        _name(here, card),
        hypertext.heading(card.figure, level=level) if card.figure else "",
        hypertext.caption(card.what),
        hypertext.row(hypertext.status(here, card.decision.status), due, kind="low"),
        cards.way(here, card.decision.slug, label, fact=card.fact),
        name=card.page or card.decision.slug,
    )


def _name(here: Visit, card: Card) -> Markup:
    """The subject that a card tells of, by its page; a document without one by its short title."""
    lang, view = here.lang, here.view
    to = view.on(card.page) if card.page else view.of_document(card.decision.slug)
    name = say(lang, f"page.{card.page}") if card.page else pick(lang, card.decision, "short_title")
    return hypertext.link(to, name, icon=ICONS[to.page], kind="way strong")


def _without_news(here: Visit, told: Sequence[Card]) -> Markup:
    """In one line the subjects without a document this week, each with its newest and its day."""
    quiet = papers.without_news(here, told)
    if not quiet:
        return Markup()
    ways = (
        cards.way(here, fact.decision, papers.newest(here, page, fact), icon=ICONS[page])
        for page, fact in quiet
    )
    key = "partly.without_news" if partly.week(here) else "overview.without_news"
    return hypertext.row(hypertext.caption(say(here.lang, key)), *ways)


def _money(here: Visit, own: Sequence[Paper]) -> None:
    """What the week's documents decide to spend, and what is not added to it."""
    if not own or (partly.week(here) and spending.is_empty(own)):
        return
    title = hypertext.heading(say(here.lang, "spending.title"))
    if len(own) >= papers.MOST_DOCUMENTS:
        hypertext.show(title, hypertext.caption(say(here.lang, "spending.too_many")))
        return
    found = spending.of_week(own)
    hypertext.show(title, hypertext.paragraph(spending.sentence(here, found, own)))
    drawn = spending.chart(here, found)
    if drawn:
        cards.chart(here, drawn)
    hypertext.show(hypertext.listed(spending.beside(here, found, own)))


def _requests(here: Visit) -> Markup:
    """Each request that waits, and how much of the number series the bulletin shows."""
    found = overview.requests(here)
    told = [hypertext.heading(say(here.lang, "overview.requests"))] if found else []
    for decision in found:
        told.append(
            hypertext.card(
                cards.paper_line(here, decision),
                hypertext.element("p", pick(here.lang, decision, "summary")),
                hypertext.caption(say(here.lang, "overview.no_answer")),
                name=decision.slug,
            )
        )
    told += map(hypertext.caption, overview.selection(here))
    return Markup().join(told)


def _day(
    here: Visit, day: date, documents: Sequence[DecisionRow], marks: Mapping[str, str]
) -> Markup:
    told = [hypertext.element("span", figures.short_day(day, here.lang), kind="strong")]
    if not documents:
        narrowed = here.view.applied() != Filters(weeks=here.view.filters.weeks)
        none = say(here.lang, "board.none_passes" if narrowed else "board.none")
        told.append(hypertext.element("p", none, kind="quiet small"))
    told += [_document(here, each, marks.get(each.slug)) for each in documents[:A_DAY_SHOWS]]
    if len(documents) > A_DAY_SHOWS:
        view = here.view.on("decisions")
        that_day = replace(view.filters, signed_from=day, signed_to=day)
        label = count(here.lang, "board.more", len(documents) - A_DAY_SHOWS)
        told.append(hypertext.link(replace(view, filters=that_day), label))
    return hypertext.element("div", *told)


def _document(here: Visit, decision: DecisionRow, mark: str | None) -> Markup:
    lang = here.lang
    since = hypertext.element("p", mark, kind="marked") if mark else ""
    return hypertext.card(
        cards.way(here, decision.slug, decision.number, icon=""),
        hypertext.element("p", pick(lang, decision, "short_title"), kind="strong"),
        hypertext.element("p", say(lang, f"sector_short.{decision.sector}"), kind="quiet"),
        hypertext.row(hypertext.status(here, decision.status)),
        since,
        name=decision.slug,
    )
