"""A subject page: its pictures, then what every one of them ends with."""

from lsdash.contents import beside, pictures, splits, subject, tables
from lsdash.contents.blocks import Contents, Listed, Said, Section, Words, filled, line, section
from lsdash.contents.outcomes import reported
from lsdash.contents.pages.silences_and_flags import flags_of, silences_of
from lsdash.contents.reading import Reading
from lsdash.contents.subject import Subject
from lsdash.store import read
from lsdash.text import say


def subject_page(
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
        tables.paper(here, about.newest, about.changing),
        "" if about.elsewhere else say(lang, f"lead.{here.view.page}"),
        filled(
            (
                section("", Said(line(say(lang, "subject.request")), is_note=True))
                if asked
                else None,
                section("", Listed(amended) if amended else None),
                section(say(lang, "subject.since"), beside.listed(here, about)),
                *parts,
                *splits.sections(here, about.facts),
                section(say(lang, "subject.others"), beside.others(here, about)),
                *_asked(here, about),
                section(say(lang, "subject.facts"), tables.facts(here, shown)),
                section(say(lang, "subject.earlier"), Listed(earlier) if earlier else None),
                silences_of(here, slug),
                flags_of(here, slug),
                reported.later(here, about.newest),
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
