"""Lists of documents, one document, and what is to be done by whom."""

from lsdash.contents import splits, tables
from lsdash.contents.blocks import Contents, Listed, Said, filled, line, section
from lsdash.contents.effects import follow_up
from lsdash.contents.outcomes import promises, reported
from lsdash.contents.pages.silences_and_flags import (
    MOST_DOCUMENTS,
    flags_of,
    none_found,
    silences_of,
)
from lsdash.contents.reading import Reading
from lsdash.contents.week import panel, partly
from lsdash.model import Filters
from lsdash.store import read
from lsdash.text import count, pick, say


def decisions_page(here: Reading) -> Contents:
    filters = here.view.applied()
    held = here.ask(read.count, filters).documents
    rows = here.ask(read.decisions, filters, limit=MOST_DOCUMENTS)
    also = here.ask(read.also_in_sector, filters) if filters.sectors else []
    more = held - len(rows)
    told = partly.passing(here)
    return Contents(
        say(here.lang, "page.decisions"),
        count(here.lang, "decisions.found" if filters != Filters() else "decisions.all", held),
        (),
        "",
        filled(
            (
                section(
                    "",
                    tables.documents(here, rows) if rows else none_found(here),
                    Said(line(count(here.lang, "export.more", more)), is_note=True)
                    if more
                    else None,
                ),
                section(
                    say(here.lang, "decisions.second_sector"),
                    tables.documents(here, also) if also else None,
                ),
                section(partly.counted(here, told), partly.listed(here, told, with_week=True)),
            )
        ),
    )


def follow_up_page(here: Reading) -> Contents:
    name, lead = say(here.lang, "page.follow_up"), say(here.lang, "lead.follow_up")
    return Contents(name, follow_up.sentence(here), (), lead, follow_up.sections(here))


def outcomes_page(here: Reading) -> Contents:
    found = promises.promises(here, year=promises.chosen_year(here))
    name, lead = say(here.lang, "page.outcomes"), say(here.lang, "lead.outcomes")
    return Contents(name, promises.sentence(here, found), (), lead, promises.sections(here))


def document_page(here: Reading) -> Contents:
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
                *splits.sections(here, rows),
                section(say(lang, "decisions.facts"), facts or no_facts),
                section(say(lang, "decisions.provisions"), tables.provisions(here, slug)),
                section(say(lang, "decisions.bodies"), tables.bodies(here, slug)),
                section(say(lang, "decisions.options"), compared),
                section(say(lang, "decisions.relations"), tables.relations(here, slug)),
                section(say(lang, "decisions.paper"), tables.itself(here, decision)),
                silences_of(here, slug),
                flags_of(here, slug),
                reported.later(here, decision),
                section(say(lang, "decisions.history"), tables.changes(here, slug, rows)),
                section(say(lang, "decisions.source"), told),
            )
        ),
    )
