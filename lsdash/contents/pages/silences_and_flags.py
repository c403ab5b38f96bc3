"""What several pages say: that nothing passes, what a document leaves unsaid, what looks odd."""

from lsdash.contents import beside, tables
from lsdash.contents.blocks import Contents, Said, Section, line, section
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
    told = beside.listed(here, None) if here.view.page in MEASURES else None
    if told:
        return Contents(name, name, (), "", (section(say(here.lang, "subject.otherwise"), told),))
    return Contents(name, name, (), "", (section("", tables.nothing(here)),))


def none_found(here: Reading) -> Said:
    return Said(line(say(here.lang, "decisions.none")), is_note=True)
