"""What is new as an Atom feed: releases as they were built, documents as they were signed."""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time

from lxml import etree

from lsdash.contents import filters_line
from lsdash.contents.reading import Reading
from lsdash.store.release import Manifest
from lsdash.store.rows import DecisionRow
from lsdash.text import figures, pick, say
from lsdash.text.figures import LANG_SON
from lsdash.view import View

ATOM = "http://www.w3.org/2005/Atom"
NAMED = uuid.UUID("6f1f6f0e-7a52-5c0b-9e43-0d6b8b0a4c11")
"""By which the entries' ids are made: the same on every server, so that readers know them again."""


@dataclass(frozen=True)
class Entry:
    name: str
    title: str
    about: str
    at: datetime
    link: str
    category: str = ""


def atom(
    here: Reading,
    releases: Sequence[Manifest],
    documents: Sequence[DecisionRow],
    *,
    opens: Callable[[View], str],
    itself: str,
) -> bytes:
    """The feed in the reader's language; `itself` is its own address, `opens` a view's."""
    entries = [
        *(_release(here, each, opens) for each in releases),
        *(_document(here, each, opens) for each in documents),
    ]
    entries.sort(key=lambda each: (each.at, each.name), reverse=True)
    feed = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
    feed.set("{http://www.w3.org/XML/1998/namespace}lang", here.lang)
    _text(feed, "id", _id(f"feed {filters_line.sentence(here)}"))
    _text(feed, "title", say(here.lang, "app.full_name"))
    _text(feed, "subtitle", filters_line.sentence(here))
    _text(feed, "updated", _moment(max(each.at for each in entries)))
    etree.SubElement(feed, f"{{{ATOM}}}link", rel="self", href=itself)
    etree.SubElement(feed, f"{{{ATOM}}}link", rel="alternate", href=opens(here.view))
    author = etree.SubElement(feed, f"{{{ATOM}}}author")
    _text(author, "name", "lsdash")
    for each in entries:
        _add(feed, each)
    return bytes(etree.tostring(feed, xml_declaration=True, encoding="UTF-8"))


def _add(feed: etree._Element, entry: Entry) -> None:
    made = etree.SubElement(feed, f"{{{ATOM}}}entry")
    _text(made, "id", _id(entry.name))
    _text(made, "title", entry.title)
    _text(made, "updated", _moment(entry.at))
    etree.SubElement(made, f"{{{ATOM}}}link", rel="alternate", href=entry.link)
    if entry.category:
        etree.SubElement(made, f"{{{ATOM}}}category", term=entry.category)
    _text(made, "summary", entry.about)


def _release(here: Reading, manifest: Manifest, opens: Callable[[View], str]) -> Entry:
    day = figures.day(manifest.documents_to, here.lang)
    return Entry(
        f"release {manifest.release}",
        say(here.lang, "due.feed_release", release=manifest.release),
        " · ".join(filter(None, (say(here.lang, "data.up_to", day=day), manifest.note))),
        manifest.built_at.replace(tzinfo=UTC),
        opens(replace(View(), release=manifest.release)),
    )


def _document(here: Reading, row: DecisionRow, opens: Callable[[View], str]) -> Entry:
    return Entry(
        f"decision {row.slug}",
        f"{row.number}: {pick(here.lang, row, 'title')}",
        pick(here.lang, row, "summary"),
        datetime.combine(row.signed_on, time(), LANG_SON),
        opens(here.view.of_document(row.slug)),
        row.sector,
    )


def _id(name: str) -> str:
    return uuid.uuid5(NAMED, name).urn


def _moment(at: datetime) -> str:
    return at.isoformat(timespec="seconds")


def _text(parent: etree._Element, name: str, words: str) -> None:
    etree.SubElement(parent, f"{{{ATOM}}}{name}").text = words
