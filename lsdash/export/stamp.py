"""What every file says of itself: of which view and release it is, by which link, and when made."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from lsdash import sentences
from lsdash.contents import filters_line
from lsdash.contents.reading import Reading
from lsdash.export.tables.rows import Column, Row
from lsdash.export.tables.sheets import Sheet
from lsdash.store import read
from lsdash.text import count, figures, say

FILTERS: Column[Row] = Column("filters", lambda _: "")
LINK: Column[Row] = Column("link", lambda _: "")


@dataclass(frozen=True)
class Stamp:
    """What only the one who asks for a file knows."""

    link: str
    """The pinned link of the view, whole."""
    made_at: datetime
    """With its time zone."""
    short_link: str = ""
    """Whole as well; empty where there is none."""

    @property
    def host(self) -> str:
        """The server's address, with the path that it stands under: views' paths follow it."""
        parts = urlsplit(self.link)
        return f"{parts.scheme}://{parts.netloc}{parts.path.rpartition('/')[0]}"


def stamped(sheets: Sequence[Sheet], here: Reading, stamp: Stamp) -> list[Sheet]:
    """The sheets with the filters and the link beside every row, so that no row loses them.

    Not the time: a file of a pinned link is the same, byte for byte, whenever it is made.
    A sheet without rows gets one that says so.
    """
    filters = filters_line.sentence(here)
    own = {FILTERS.name: filters, LINK.name: stamp.link}
    none = {FILTERS.name: say(here.lang, "export.none", filters=filters), LINK.name: stamp.link}
    found = []
    for sheet in sheets:
        empty = {column.name: None for column in sheet.columns} | {"release": here.release.name}
        rows = [row | own for row in sheet.rows] or [empty | none]
        found.append(Sheet(sheet.name, (*sheet.columns, FILTERS, LINK), rows))
    return found


def notes(title: str, sheets: Sequence[Sheet], here: Reading, stamp: Stamp) -> dict[str, str]:
    """Name → words: what a file is, how to read it, and what each of its columns holds."""
    lang, manifest = here.lang, here.release.manifest
    written = {
        say(lang, "export.what"): title,
        say(lang, "export.release"): manifest.release,
        say(lang, "export.documents_to"): figures.day(manifest.documents_to, lang),
        say(lang, "export.filters"): filters_line.sentence(here),
        say(lang, "export.link"): stamp.link,
        say(lang, "export.short_link"): stamp.short_link,
        say(lang, "export.made"): made(here, stamp),
        **{sheet.title(lang): count(lang, "export.rows", len(sheet.rows)) for sheet in sheets},
        say(lang, "export.reading"): say(lang, "export.how_to_read"),
        say(lang, "export.rights"): say(lang, "export.rights_words"),
    }
    columns = {
        column.name: column.says(lang)
        for sheet in sheets
        for column in (*sheet.columns, FILTERS, LINK)
    }
    return {name: words for name, words in written.items() if words} | columns


def foot(here: Reading, stamp: Stamp) -> list[str]:
    """What stands below a picture: week, release, filters where there are any, and the link."""
    lang = here.lang
    weeks = here.ask(read.weeks)
    parts = [
        say(lang, "strip.week", week=sentences.week_span(weeks[0], lang)),
        say(lang, "strip.release", release=here.release.name),
        filters_line.sentence(here),
    ]
    return [" · ".join(parts), stamp.short_link or stamp.link]


def made(here: Reading, stamp: Stamp) -> str:
    return figures.moment(stamp.made_at.astimezone(UTC), here.lang)
