"""What several pages say: that nothing passes, what a document leaves unsaid, what looks odd."""

from lsdash.contents import beside, tables
from lsdash.contents.blocks import Contents, Said, Section, filled, line, section
from lsdash.contents.reading import Reading
from lsdash.contents.subject import MEASURES
from lsdash.store import read
from lsdash.text import say

MOST_DOCUMENTS = 200
"""Rows of a list that is read; all of them are in the files for programs."""


def silences_of(here: Reading, slug: str) -> Section:
    rows = here.ask(read.silences, slug)
    return section(say(here.lang, "subject.silences"), tables.silences(here, rows))


def flags_of(here: Reading, slug: str) -> Section:
    rows = here.ask(read.flags_of, slug)
    return section(say(here.lang, "subject.flags"), tables.flags(here, rows))


def nothing_page(here: Reading) -> Contents:
    name = say(here.lang, f"page.{here.view.page}")
    nothing = section("", tables.nothing(here))
    return Contents(name, name, (), "", filled((nothing, told_otherwise(here))))


def told_otherwise(here: Reading) -> Section | None:
    """What documents say of a subject by other measures than the page stands on."""
    if here.view.page not in MEASURES:
        return None
    return section(say(here.lang, "subject.otherwise"), beside.listed(here, None))


def none_found(here: Reading) -> Said:
    return Said(line(say(here.lang, "decisions.none")), is_note=True)
