"""The week at a glance."""

from collections.abc import Sequence

from lsdash.contents import gates, tables
from lsdash.contents.blocks import Contents, Said, Section, Words, filled, line, section
from lsdash.contents.outcomes import due_dates, promises
from lsdash.contents.pages.cards import cards_table
from lsdash.contents.pages.silences_and_flags import none_found
from lsdash.contents.reading import Reading
from lsdash.contents.week import overview, papers, partly, spending, weeks
from lsdash.contents.week.papers import Card, Paper
from lsdash.store.rows import DecisionRow
from lsdash.text import pick, say


def overview_page(here: Reading) -> Contents:
    own = papers.of_week(here)
    large = papers.of_subjects(here, own)
    others = papers.others(here, own, large)
    told = [*large, *(card for card in others if card.figure and not card.page)]
    days, outside = overview.board(here)
    documents = [each for own in days.values() for each in own] + outside
    note = partly.note(here)
    newer = partly.newer(here)
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
                section("", Said(note, is_note=True) if note else None),
                section(say(here.lang, "partly.topics"), partly.listed(here, partly.told(here))),
                section("", Said(newer) if newer else None),
                section(
                    "", *(Said((Words(each.words, to=each.to),)) for each in overview.glance(here))
                ),
                section("", cards_table(here, told), _without_news(here, [*large, *others])),
                _money(here, own) if own and not (note and spending.is_empty(own)) else None,
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
                _promised(here, [each.decision for each in own]),
            )
        ),
    )


def _none(here: Reading) -> Said | None:
    """That no document passes; of a week that is partly at hand the note has said what is there."""
    return None if partly.week(here) else none_found(here)


def _without_news(here: Reading, told: Sequence[Card]) -> Said | None:
    """The subjects without a document this week, each with its newest and its day."""
    quiet = [
        Words(papers.newest(here, page, fact), to=here.view.of_document(fact.decision))
        for page, fact in papers.without_news(here, told)
    ]
    words = [word for each in quiet for word in (Words(" · "), each)]
    key = "partly.without_news" if partly.week(here) else "overview.without_news"
    head = Words(say(here.lang, key), "quiet")
    return Said((head, *words)) if quiet else None


def _promised(here: Reading, documents: Sequence[DecisionRow]) -> Section:
    """The most telling promises of the week, and the days ahead on a line of years."""
    promised = promises.of_documents(here, documents)
    found = promises.telling(promised)
    told = promises.briefly(here, found) if found else None
    years = due_dates.line_of_years(here, promised)
    return section(say(here.lang, "outcomes.few"), told, years)


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
