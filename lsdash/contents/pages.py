"""Every page whole, for files: the same parts that the page shows, in the same order."""

from collections.abc import Callable, Mapping, Sequence

from lsdash import sentences
from lsdash.contents import data, epidemic, gates, pictures, staffing, subject, tables, what_if
from lsdash.contents.blocks import (
    Block,
    Contents,
    Line,
    Listed,
    Said,
    Section,
    Table,
    Words,
    filled,
    line,
    section,
    strong,
)
from lsdash.contents.border import page as border_trade
from lsdash.contents.comparison import changes
from lsdash.contents.effects import follow_up
from lsdash.contents.reading import Alone, Reading
from lsdash.contents.subject import Subject
from lsdash.contents.week import overview, panel, papers, spending, weeks
from lsdash.contents.week.papers import Card, Paper
from lsdash.model import Filters
from lsdash.store import read
from lsdash.store.read import DecisionRow
from lsdash.store.release import Release
from lsdash.text import Lang, count, figures, pick, say
from lsdash.view import View
from lsdash.vocabulary import Measure

MOST_DOCUMENTS = 200
"""Rows of a list that is read; all of them are in the files for programs."""


def contents(release: Release, view: View, lang: Lang) -> Contents:
    """What the view shows, with its filters and inputs; that nothing passes is said in words."""
    here = Alone(lang, view, release)
    if view.document:
        return _document(here)
    return PAGES[view.page](here)


def _overview(here: Reading) -> Contents:
    own = papers.of_week(here)
    large = papers.of_subjects(here, own)
    others = papers.others(here, own, large)
    told = [*large, *(card for card in others if card.figure and not card.page)]
    days, outside = overview.board(here)
    documents = [each for own in days.values() for each in own] + outside
    requests = [
        block
        for decision in overview.requests(here)
        for block in (
            Said(tables.paper(here, decision)),
            Said(line(pick(here.lang, decision, "summary"))),
            Said(line(say(here.lang, "overview.no_answer"))),
        )
    ]
    return Contents(
        say(here.lang, "page.overview"),
        overview.sentence(here),
        (),
        "",
        filled(
            (
                section(
                    "", *(Said((Words(each.words, to=each.to),)) for each in overview.glance(here))
                ),
                section("", _cards(here, told), _without_news(here, large)),
                _money(here, own) if own else None,
                section(say(here.lang, "overview.news"), overview.news(here)),
                section(
                    say(here.lang, "board.title"),
                    tables.documents(here, documents) if documents else _none(here),
                ),
                section(say(here.lang, "overview.requests"), *requests),
                section(
                    say(here.lang, "gates.this_week"),
                    gates.in_week(here, weeks.chosen(here)[:1]),
                ),
                section(
                    say(here.lang, "overview.flags"),
                    tables.flags(here, overview.flags(here)[: overview.A_LIST_SHOWS], named=True),
                ),
                section("", *(Said(line(each)) for each in overview.selection(here))),
            )
        ),
    )


def _cards(here: Reading, told: Sequence[Card]) -> Table | None:
    """The week's documents at a glance, each leading to its page."""
    lang = here.lang
    rows = tuple(
        (
            _about(here, card),
            strong(card.figure),
            line(card.what),
            line(*tables.status(here, card.decision), f" {card.due}"),
            (
                Words(
                    f"{card.decision.number} · {figures.day(card.decision.signed_on, lang)}",
                    to=here.view.of_document(card.decision.slug, card.fact),
                ),
            ),
        )
        for card in told
    )
    keys = ("overview.subject", "table.figure", "table.subject", "table.status", "table.source")
    heads = tuple(say(lang, key) for key in keys)
    return Table("cards", heads, rows, say(lang, "overview.cards_alt")) if rows else None


def _about(here: Reading, card: Card) -> Line:
    """The subject that a card tells of, by its page; a document without one by its short title."""
    if card.page:
        return (Words(say(here.lang, f"page.{card.page}"), "strong", here.view.on(card.page)),)
    to = here.view.of_document(card.decision.slug)
    return (Words(pick(here.lang, card.decision, "short_title"), "strong", to),)


def _without_news(here: Reading, told: Sequence[Card]) -> Said | None:
    """The subjects without a document this week, each with its newest and its day."""
    quiet = [
        Words(papers.newest(here, page, fact), to=here.view.of_document(fact.decision))
        for page, fact in papers.without_news(here, told)
    ]
    words = [word for each in quiet for word in (Words(" · "), each)]
    head = Words(say(here.lang, "overview.without_news"), "quiet")
    return Said((head, *words)) if quiet else None


def _money(here: Reading, own: Sequence[Paper]) -> Section:
    title = say(here.lang, "spending.title")
    if len(own) >= papers.MOST_DOCUMENTS:
        return section(title, Said(line(say(here.lang, "spending.too_many")), is_note=True))
    found = spending.of_week(own)
    return section(
        title,
        Said(spending.sentence(here, found, own)),
        spending.chart(here, found),
        spending.beside(here, found, own),
    )


def _roads(here: Reading) -> Contents:
    about = subject.find(here)
    if about is None:
        return _nothing(here)
    return _of_subject(
        here,
        about,
        sentences.of_money(about.own, here.lang),
        section("", *pictures.roads(here, about)),
        section(say(here.lang, "subject.series"), *pictures.tranches(here, about)),
    )


def _colleges(here: Reading) -> Contents:
    about = subject.find(here)
    if about is None:
        return _nothing(here)
    sentence = sentences.of_quotas(about.own, here.lang)
    return _of_subject(here, about, sentence, section("", *pictures.colleges(here, about)))


def _targets(here: Reading) -> Contents:
    about = subject.find(here)
    if about is None:
        return _nothing(here)
    return _of_subject(
        here,
        about,
        sentences.of_targets(pictures.aims(about.own), here.lang),
        *(section(each.heading, each.chart) for each in pictures.panels(here, about)),
        section("", *(Said(line(each)) for each in _tasks(here, about))),
    )


def _tasks(here: Reading, about: Subject) -> list[str]:
    return [
        say(here.lang, "subject.tasks", figure=sentences.figure(fact, here.lang))
        for fact in about.own
        if fact.measure == Measure.ENERGY_TASK
    ]


def _border(here: Reading) -> Contents:
    about = subject.find(here)
    if about is None:
        return _nothing(here)
    letter = about.newest
    sentence = sentences.of_options(here.ask(read.options, letter.slug), letter, here.lang)
    if here.view.input("show") == "plans":
        compared = tables.compared(here, letter.slug)
        return _of_subject(
            here,
            about,
            sentence,
            section("", tables.calendar(here, letter.slug)),
            section(say(here.lang, "subject.by_option"), tables.by_option(here, letter.slug)),
            section(say(here.lang, "subject.compare"), compared),
            own_facts=True,
        )
    lead = say(here.lang, "planner.lead")
    name = f"{say(here.lang, 'page.border_labor')} · {say(here.lang, 'choice.show_planner')}"
    return Contents(
        name, sentence, tables.paper(here, letter), lead, filled(_planner(here, letter))
    )


def _planner(here: Reading, letter: DecisionRow) -> list[Section]:
    sources = what_if.known(here, letter)
    given = what_if.given(here, sources)
    found = what_if.outcomes(given)
    effects = what_if.effects(here, given, found)
    days = what_if.by_day(here, found)
    return [
        section("", *what_if.unsaid(here, found)),
        section(
            say(here.lang, "planner.queue"),
            *what_if.ends(here, found),
            *what_if.queue(here, given, found),
        ),
        section(say(here.lang, "planner.needs"), what_if.needs(here, found)),
        section(say(here.lang, "planner.effects"), *effects),
        section(say(here.lang, "planner.inputs"), what_if.inputs(here, sources)),
        section(say(here.lang, "planner.by_day"), *days, is_detail=True),
    ]


def _epidemic(here: Reading) -> Contents:
    lang = here.lang
    drill, letter = epidemic.drill(here), epidemic.letter(here)
    parts: list[Section] = []
    if drill:
        bodies = tables.bodies(here, drill.slug)
        silences = tables.silences(here, here.ask(read.silences, drill.slug))
        parts = [section("", bodies), section(say(lang, "subject.silences"), silences)]
    elif epidemic.is_silent(here):
        parts = [section("", tables.nothing(here))]
    parts.append(section("", epidemic.ended(here)))
    others = epidemic.others(here)
    parts.append(section(say(lang, "covid.others"), _cards(here, others) if others else None))
    if letter:
        health = tables.compared(here, letter.slug, health_only=True)
        paper = Said(tables.paper(here, letter))
        parts.append(section(say(lang, "covid.health"), paper, health))
    press: Said | None = Said(line(say(lang, "covid.press")))
    for kind in epidemic.RULES:
        own = epidemic.rules(here, kind)
        if own:
            table = gates.timeline(here, own, name=str(kind), of_one_kind=True)
            parts.append(section(say(lang, f"event.{kind}"), press, table))
            press = None  # it holds for all that follows
    measures = epidemic.measures(here)
    if measures:
        table = gates.timeline(here, measures, name="measures")
        parts.append(section(say(lang, "covid.measures"), table, is_detail=True))
    return Contents(
        say(lang, "page.covid"),
        epidemic.sentence(here, drill),
        tables.paper(here, drill) if drill else (),
        say(lang, "lead.covid"),
        filled(parts),
    )


def _staff(here: Reading) -> Contents:
    about = subject.find(here)
    if about is None:
        return _nothing(here)
    blocks: list[Block] = [Said(line(staffing.asked(here)))]
    found = staffing.ceiling(here, about.ladder)
    if about.elsewhere:
        blocks = [Said(staffing.elsewhere(here, about.elsewhere), is_note=True)]
    elif found is None:
        blocks.append(Said(line(say(here.lang, "staff.no_class")), is_note=True))
    else:
        blocks += [Said(strong(each)) for each in staffing.answer(here, found)]
        blocks.append(staffing.steps(here, found))
        blocks.append(Said(line(say(here.lang, "staff.sum_not_stated"))))
        if found.sum_matters:
            matters = staffing.either_way(here, about.own, found.commune)
            blocks.append(Said(line(matters), is_note=True))
    return _of_subject(
        here,
        about,
        sentences.of_ceilings(about.own, here.lang, is_ladder=bool(about.ladder)),
        section(say(here.lang, "staff.steps"), *blocks),
        own_facts=True,
    )


def _decisions(here: Reading) -> Contents:
    filters = here.view.applied()
    held = here.ask(read.count, filters).documents
    rows = here.ask(read.decisions, filters, limit=MOST_DOCUMENTS)
    also = here.ask(read.also_in_sector, filters) if filters.sectors else []
    more = held - len(rows)
    return Contents(
        say(here.lang, "page.decisions"),
        count(here.lang, "decisions.found" if filters != Filters() else "decisions.all", held),
        (),
        "",
        filled(
            (
                section(
                    "",
                    tables.documents(here, rows) if rows else _none(here),
                    Said(line(count(here.lang, "export.more", more)), is_note=True)
                    if more
                    else None,
                ),
                section(
                    say(here.lang, "decisions.second_sector"),
                    tables.documents(here, also) if also else None,
                ),
            )
        ),
    )


def _follow_up(here: Reading) -> Contents:
    found = follow_up.tasks(here)
    name, lead = say(here.lang, "page.follow_up"), say(here.lang, "lead.follow_up")
    sections = follow_up.sections(here, found)
    return Contents(name, follow_up.sentence(here, found), (), lead, sections)


def _document(here: Reading) -> Contents:
    lang = here.lang
    slug = here.view.document
    decision = here.ask(read.decision, slug)
    if decision is None:
        unknown = say(lang, "notice.unknown_document", value=slug)
        return Contents(say(lang, "page.decisions"), unknown, (), "", ())
    rows = here.ask(read.facts_of, slug)
    facts = tables.facts(here, rows, chosen=here.view.fact) if rows else None
    compared = tables.compared(here, slug)
    no_facts = Said(line(say(lang, "decisions.no_facts")))
    told = Listed(tuple(line(each) for each in tables.source(here, decision)))
    return Contents(
        say(lang, "page.decisions"),
        f"{decision.number}: {pick(lang, decision, 'title')}",
        tables.paper(here, decision),
        tables.about(here, decision),
        filled(
            (
                section("", Said(line(pick(lang, decision, "summary")))),
                section(say(lang, "decisions.done_to"), tables.done_to(here, slug)),
                *panel.beside_facts(here, decision),
                section(say(lang, "decisions.facts"), facts or no_facts),
                section(say(lang, "decisions.provisions"), tables.provisions(here, slug)),
                section(say(lang, "decisions.bodies"), tables.bodies(here, slug)),
                section(say(lang, "decisions.options"), compared),
                section(say(lang, "decisions.relations"), tables.relations(here, slug)),
                _silences(here, slug),
                _flags(here, slug),
                section(say(lang, "decisions.history"), tables.changes(here, slug, rows)),
                section(say(lang, "decisions.source"), told),
            )
        ),
    )


def _changes(here: Reading) -> Contents:
    lang, compared = here.lang, changes.found(here)
    name = say(lang, "page.changes")
    if compared is None:
        return Contents(name, say(lang, "changes.cannot"), (), "", ())
    of, found = compared
    return Contents(
        name,
        changes.sentence(here, of, found),
        (),
        say(lang, "lead.changes"),
        filled(
            (
                section(say(lang, "changes.bulletins"), changes.bulletins(here, of, found)),
                section(say(lang, "changes.press"), changes.press(here, of, found)),
                *(
                    section(changes.named(here, each), *changes.of_document(here, of, each))
                    for each in changes.shown(of, found)[:MOST_DOCUMENTS]
                ),
                *changes.around(here, of, found),
            )
        ),
    )


def _data(here: Reading) -> Contents:
    lang = here.lang
    stamps = Listed(tuple(line(f"{of}: {when}") for of, when in data.stamps(here).items()))
    return Contents(
        say(lang, "page.data"),
        data.sentence(here),
        (),
        "",
        (
            section("", stamps),
            section(say(lang, "data.methods"), data.methods(here)),
        ),
    )


def _of_subject(
    here: Reading, about: Subject, sentence: str, *parts: Section, own_facts: bool = False
) -> Contents:
    """A subject page: its pictures, then what every one of them ends with."""
    lang, slug = here.lang, about.newest.slug
    shown = about.told if own_facts else about.facts
    earlier = tuple(
        (Words(words, to=here.view.of_document(before)),)
        for before, words in subject.earlier(here, about)
    )
    amended = tuple(subject.amended(here, about))
    asked = about.newest.status == "proposed"
    return Contents(
        say(lang, f"page.{here.view.page}"),
        sentence,
        tables.paper(here, about.newest),
        "" if about.elsewhere else say(lang, f"lead.{here.view.page}"),
        filled(
            (
                section("", Said(line(say(lang, "subject.request")), is_note=True))
                if asked
                else None,
                section("", Listed(amended) if amended else None),
                *parts,
                *_asked(here, about),
                section(say(lang, "subject.facts"), tables.facts(here, shown)),
                section(say(lang, "subject.earlier"), Listed(earlier) if earlier else None),
                _silences(here, slug),
                _flags(here, slug),
            )
        ),
    )


def _asked(here: Reading, about: Subject) -> list[Section]:
    """What other documents only ask for, each under its own heading."""
    found = []
    for slug, charts in pictures.asked(here, about):
        document = here.ask(read.decision, slug)
        if document:
            paper = Said(tables.paper(here, document))
            found.append(section(say(here.lang, "subject.asked"), paper, *charts))
    return found


def _silences(here: Reading, slug: str) -> Section:
    rows = here.ask(read.silences, slug)
    return section(say(here.lang, "subject.silences"), tables.silences(here, rows))


def _flags(here: Reading, slug: str) -> Section:
    rows = here.ask(read.flags_of, slug)
    return section(say(here.lang, "subject.flags"), tables.flags(here, rows))


def _nothing(here: Reading) -> Contents:
    name = say(here.lang, f"page.{here.view.page}")
    return Contents(name, name, (), "", (section("", tables.nothing(here)),))


def _none(here: Reading) -> Said:
    return Said(line(say(here.lang, "decisions.none")), is_note=True)


PAGES: Mapping[str, Callable[[Reading], Contents]] = {
    "overview": _overview,
    "border_trade": border_trade.contents,
    "rural_roads": _roads,
    "college_quotas": _colleges,
    "energy_targets": _targets,
    "border_labor": _border,
    "covid": _epidemic,
    "commune_staff": _staff,
    "follow_up": _follow_up,
    "decisions": _decisions,
    "changes": _changes,
    "data": _data,
}
"""Page → what it holds."""
