"""The overview's parts: a card a subject, the week day by day, what awaits and what looks odd."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from markupsafe import Markup

from lsdash.contents import gates
from lsdash.contents.blocks import Words
from lsdash.contents.effects import relations
from lsdash.contents.week import card_pictures, overview, papers, partly, spending, weeks
from lsdash.contents.week.overview import A_DAY_SHOWS
from lsdash.contents.week.papers import Card, Paper
from lsdash.model import Filters
from lsdash.store.rows import DecisionRow
from lsdash.text import count, figures, pick, say
from lsdash.web.entrance.visit import Visit
from lsdash.web.frame import meeting
from lsdash.web.parts import cards, hypertext
from lsdash.web.parts.icons import ICONS
from lsdash.web.parts.kept import kept

A_ROW = 4
"""Small cards side by side."""
MOST_SMALL = 24
A_DAY_IN_A_MEETING = 3

SIGNS = {
    "waiting": ":material/hourglass_top:",
    "due": ":material/fact_check:",
    "queue": ":material/local_shipping:",
    "odd": ":material/rule:",
}


def documents(here: Visit) -> None:
    """A card a subject, what awaits an answer, smaller cards for the others, the week's money."""
    found = _found(here)
    if found.large or not partly.week(here):
        cards.lead(here)
    hypertext.show(_documents(here))
    money(here)


@kept
def _documents(here: Visit) -> Markup:
    found = _found(here)
    return Markup().join(
        (
            _large(here, found),
            _requests(here, overview.requests(here)),
            _small(here, found.small),
            _without_news(here, [*found.large, *found.small]),
        )
    )


def leading(here: Visit) -> None:
    """The large cards alone."""
    hypertext.show(_large(here, _found(here)))


def others(here: Visit) -> Sequence[Card]:
    """The documents that the large cards leave, as many as the page shows."""
    return _found(here).small[:MOST_SMALL]


def waiting(here: Visit, asked: Sequence[DecisionRow]) -> None:
    """Requests that wait for an answer."""
    hypertext.show(_requests(here, asked))


def money(here: Visit) -> None:
    """What the week's documents decide to spend, and what is not added to it."""
    _money(here, papers.of_week(here))


@dataclass(frozen=True)
class _Found:
    """The week's cards: those of subjects, the large ones with others beside, the small ones."""

    told: Sequence[Card]
    large: Sequence[Card]
    small: Sequence[Card]


@kept
def _found(here: Visit) -> _Found:
    own = papers.of_week(here)
    told = papers.of_subjects(here, own)
    others = papers.others(here, own, told)
    beside = max(0, A_ROW - len(told))
    return _Found(told, (*told, *others[:beside]), others[beside:])


def _large(here: Visit, found: _Found) -> Markup:
    cells = [_card(here, card) for card in found.large]
    return hypertext.grid(cells, columns=max(A_ROW, len(found.told))) if cells else Markup()


def partly_at_hand(here: Visit) -> None:
    """That only a part of the bulletin is at hand, its topics, and which newer weeks are so."""
    part_note(here)
    topics(here)
    newer = partly.newer(here)
    if newer:
        hypertext.show(hypertext.caption(hypertext.words(newer)))


def part_note(here: Visit) -> None:
    """That only a part of the bulletin is at hand."""
    note = partly.note(here)
    if note:
        hypertext.show(hypertext.element("div", hypertext.paragraph(note), kind="partly"))


def topics(here: Visit) -> None:
    """What the week tells of without a document."""
    told = partly.listed(here, partly.told(here))
    if told:
        hypertext.show(hypertext.heading(say(here.lang, "partly.topics")), hypertext.listed(told))


def glance(here: Visit) -> None:
    """In one line what a leader asks first."""
    hypertext.show(_glance(here))


@kept
def _glance(here: Visit) -> Markup:
    told = []
    for each in overview.glance(here):
        said = hypertext.words((Words(each.words, to=each.to),))
        sign = hypertext.sign(SIGNS[each.about])
        told.append(hypertext.element("span", sign, said, kind=each.about))
    return hypertext.row(*told, kind="glance") if told else Markup()


def board(here: Visit) -> None:
    """The newest week shown, a column a day; every document opens."""
    hypertext.show(_board(here))


@kept
def _board(here: Visit) -> Markup:
    days, outside = overview.board(here)
    if not days:
        return Markup()
    marks = relations.marks(here, [each.slug for own in (*days.values(), outside) for each in own])
    cells = [_day(here, day, documents, marks) for day, documents in days.items()]
    told = [
        hypertext.heading(say(here.lang, "board.title")),
        hypertext.grid(cells, columns=len(days), kind="board"),
    ]
    if outside and not here.view.kiosk:
        told.append(hypertext.caption(say(here.lang, "board.outside")))
        shown = outside[:A_DAY_SHOWS]
        told += [_document(here, each, marks.get(each.slug)) for each in shown]
    return Markup().join(told)


def attention(here: Visit) -> None:
    """What the week changed, what the press reported of the gates, and what is to be checked."""
    hypertext.show(_attention(here))


@kept
def _attention(here: Visit) -> Markup:
    beside = (
        ("overview.news", overview.news(here)),
        ("gates.this_week", gates.in_week(here, weeks.chosen(here)[:1])),
    )
    told = [
        hypertext.heading(say(here.lang, key)) + hypertext.listed(held)
        for key, held in beside
        if held
    ]
    checks = [
        hypertext.fold(hypertext.words(kind), hypertext.listed(listed))
        for kind, listed in overview.checks(here)
    ]
    if checks:
        checks = [hypertext.heading(say(here.lang, "overview.flags")), *checks]
    notes = checks or told  # without anything to be checked they need no half of their own
    notes += map(hypertext.caption, overview.selection(here))
    halves = [hypertext.element("div", *half) for half in (told, checks) if half]
    return hypertext.grid(halves, columns=len(halves), kind="halves") if halves else Markup()


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
        _telling(here, card, level),
        hypertext.caption(card.what),
        hypertext.row(
            hypertext.status(here, card.decision),
            due,
            cards.way(here, card.decision.slug, label, fact=card.fact),
            kind="low",
        ),
        name=card.page or card.decision.slug,
    )


def _telling(here: Visit, card: Card, level: int) -> Markup:
    """The number of a card, and the picture of what it tells."""
    if not card.figure:
        return Markup()
    chart = card_pictures.of(here, card)
    number = hypertext.heading(card.figure, level=level)
    return hypertext.element("div", number, cards.small(here, chart), kind="telling")


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
        meeting.chart(here, drawn)
    hypertext.show(hypertext.listed(spending.beside(here, found, own)))


def _requests(here: Visit, found: Sequence[DecisionRow]) -> Markup:
    """Each request that waits for an answer."""
    if not found:
        return Markup()
    told = [
        hypertext.card(
            cards.paper_line(here, decision),
            hypertext.element("p", pick(here.lang, decision, "summary")),
            hypertext.caption(say(here.lang, "overview.no_answer")),
            name=decision.slug,
        )
        for decision in found
    ]
    title = hypertext.heading(say(here.lang, "overview.requests"))
    return title + hypertext.grid(told, columns=min(2, len(told)))


def _day(
    here: Visit, day: date, documents: Sequence[DecisionRow], marks: Mapping[str, str]
) -> Markup:
    told = [hypertext.element("span", figures.short_day(day, here.lang), kind="strong")]
    if not documents:
        narrowed = here.view.applied() != Filters(weeks=here.view.filters.weeks)
        none = say(here.lang, "board.none_passes" if narrowed else "board.none")
        told.append(hypertext.element("p", none, kind="quiet small"))
    most = A_DAY_IN_A_MEETING if here.view.kiosk else A_DAY_SHOWS
    told += [_document(here, each, marks.get(each.slug)) for each in documents[:most]]
    if len(documents) > most:
        view = here.view.on("decisions")
        that_day = replace(view.filters, signed_from=day, signed_to=day)
        label = count(here.lang, "board.more", len(documents) - most)
        told.append(hypertext.link(replace(view, filters=that_day), label))
    return hypertext.element("div", *told)


def _document(here: Visit, decision: DecisionRow, mark: str | None) -> Markup:
    lang = here.lang
    since = hypertext.element("p", mark, kind="marked") if mark else ""
    return hypertext.card(
        cards.way(here, decision.slug, decision.number, icon=""),
        hypertext.element("p", pick(lang, decision, "short_title"), kind="strong"),
        hypertext.element("p", say(lang, f"sector_short.{decision.sector}"), kind="quiet"),
        hypertext.row(hypertext.status(here, decision)),
        since,
        name=decision.slug,
    )
