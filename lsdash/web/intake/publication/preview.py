"""The week as readers will see it, from a release built aside, before it is published."""

import tempfile
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import streamlit as st

from lsdash import publishing
from lsdash.contents import pages
from lsdash.contents.blocks import Chart, Listed, Said, Table, Words
from lsdash.contents.week import overview, panel, papers
from lsdash.intake.review import earlier_record, to_record
from lsdash.intake.review.review import Document
from lsdash.model import Filters, Week
from lsdash.settings import Settings
from lsdash.store import read
from lsdash.store.release import Release
from lsdash.text import LANGS, count, pick, say
from lsdash.view import View
from lsdash.web.entrance.visit import Visit
from lsdash.web.intake.desk import Desk
from lsdash.web.panels import week as week_panel
from lsdash.web.parts import cards
from lsdash.web.parts.escaping import plain

AROUND = 40
"""Characters shown beside a number that is left over."""


def show(at: Desk, place: Settings, week: Week, written: str) -> bool:
    """The week's pages and a tick for every title; whether all of them are ticked.

    `written` is its record. Raises the errors of reading the records and of a build.
    """
    with st.spinner(say(at.lang, "intake.preview_making")):
        release = _aside(place, week.bulletin.slug, written, _state(place))
    there = replace(
        at.here.of(release),
        view=View("overview", release.name, Filters(weeks=(week.bulletin.slug,))),
    )
    cards.section(at.here, "intake.preview")
    st.caption(say(at.lang, "intake.preview_what"))
    _pages(at, there)
    _left_over(at)
    with st.container(key="intake-titles"):
        seen = [_title(at, there, number, document) for number, document in at.review.kept]
        seen.append(_names(at))
    return all(seen)


@lru_cache(maxsize=2)
def _aside(place: Settings, week: str, written: str, _records: tuple[object, ...]) -> Release:
    """Built once for the same records."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"{week}.yaml"
        file.write_text(written, encoding="utf-8")
        return publishing.aside(place, file)


def _state(place: Settings) -> tuple[object, ...]:
    """What tells whether another record has changed meanwhile."""
    return tuple(
        (file.name, file.stat().st_mtime_ns) for file in sorted(place.records.glob("*.yaml"))
    )


def _pages(at: Desk, there: Visit) -> None:
    """The overview, or one of the pages that tell of the week's documents, as they will be."""
    views = {"": there.view} | {
        f"{view.page}/{view.document}": view for view in papers.pages(there, papers.of_week(there))
    }
    key = at.key(("preview", "page"))

    def called(name: str) -> str:
        view = views[name]
        if not view.document:
            return say(at.lang, f"page.{view.page}")
        row = there.ask(read.decision, view.document)
        return plain(row.number if row else view.document)

    chosen = st.segmented_control(
        say(at.lang, "intake.preview_page"),
        [*views],
        default="",
        format_func=called,
        key=key,
        required=True,
        label_visibility="collapsed",
    )
    with st.container(border=True, key="intake-preview"):
        _page(there.at(views[chosen or ""]))


def _page(there: Visit) -> None:
    view = there.view
    if view.page == "overview":
        cards.title(overview.sentence(there))
        week_panel.partly_at_hand(there)
        week_panel.glance(there)
        week_panel.documents(there)
        return
    row = there.ask(read.decision, view.document) if view.document else None
    if view.document and row is None:
        return
    found = panel.contents(there, row) if row else pages.contents(there.release, view, there.lang)
    cards.title(found.title)
    for section in found.sections:
        if section.title:
            st.header(plain(section.title), anchor=False)
        for block in section.blocks:
            _block(there, block)


def _block(there: Visit, block: Said | Listed | Table | Chart) -> None:
    match block:
        case Said():
            cards.said(block)
        case Listed():
            cards.listed(block)
        case Table():
            cards.table(block)
        case Chart():
            cards.drawing(there, block)


def _title(at: Desk, there: Visit, number: int, document: Document) -> bool:
    """The title that readers will see, in both languages, and a tick that it was looked at."""
    slug = to_record.slug_of_document(document)
    row = there.ask(read.decision, slug)
    if row is None:
        return True
    card = papers.one(there, row)
    told = {lang: papers.headline(replace(there, lang=lang), card) for lang in LANGS}
    shown = " · ".join(told.values())
    others = [told[lang] for lang in LANGS if lang != at.lang]
    is_seen = _seen(
        at,
        ("documents", number, "title_seen"),
        document.title_seen,
        shown,
        f"**{plain(told[at.lang])}**",
    )
    st.caption(plain(" · ".join((row.number, pick(at.lang, row, "short_title"), *others))))
    return is_seen


def _seen(at: Desk, place: tuple[str | int, ...], held: str, shown: str, label: str) -> bool:
    """A tick that holds as long as what was ticked is what is shown."""
    key = at.key(place)
    st.session_state[key] = held == shown

    def keep() -> None:
        told = shown if st.session_state[key] else ""
        at.change(lambda review: review.with_value(place, told))

    st.checkbox(label, key=key, on_change=keep)
    return held == shown


def _left_over(at: Desk) -> None:
    """Every number that was taken for nothing or set aside, with the words around it."""
    text = at.review.text
    left = [(document.number, each) for _, document in at.review.kept for each in document.unread]
    aside = [loose for loose in at.review.loose if loose.document is None]
    name = say(at.lang, "intake.loose_aside")
    left += [(name, each) for loose in aside for each in (*loose.figures, *loose.unread)]
    told = []
    for number, each in left:
        around = text[max(0, each.start - AROUND) : each.end + AROUND]
        told.append((number, text[each.start : each.end], " ".join(around.split())))
    if not told:
        st.caption(f":material/check: {say(at.lang, 'intake.none_left_over')}")
        return
    st.warning(
        plain(count(at.lang, "intake.left_over", len(told))), icon=":material/priority_high:"
    )
    lines = tuple(
        (Words(number, "quiet"), Words(f" {printed} ", "strong"), Words(f"… {around} …"))
        for number, printed, around in told
    )
    cards.listed(Listed(lines))


def _names(at: Desk) -> bool:
    """The names that links to new figures will have for ever, to be mended and ticked."""
    fresh: list[tuple[int, int, str]] = []
    for number, document in at.review.kept:
        own = earlier_record.beside(at.review, document, at.former)
        slugs = to_record.slugs(own)
        fresh += [
            (number, position, slug)
            for position, (slug, fact) in enumerate(zip(slugs, own.facts, strict=True))
            if fact is None and document.figures[position].is_kept
        ]
    if not fresh:
        return True
    shown = " ".join(slug for _, _, slug in fresh)
    label = count(at.lang, "intake.names_seen", len(fresh))
    is_seen = _seen(at, ("names_seen",), at.review.names_seen, shown, plain(label))
    with st.expander(say(at.lang, "intake.names")):
        st.caption(say(at.lang, "intake.names_what"))
        for number, position, slug in fresh:
            _name(at, number, position, slug)
    return is_seen


def _name(at: Desk, number: int, position: int, slug: str) -> None:
    place = ("documents", number, "figures", position, "slug")
    figure = at.review.documents[number].figures[position]
    key = at.key(place)
    st.session_state[key] = slug

    def keep() -> None:
        written = st.session_state[key]
        at.change(lambda review: review.with_value(place, written))

    name = f"{at.review.documents[number].number}: {figure.subject.vi} ({figure.phrase})"
    st.text_input(plain(name), key=key, on_change=keep, max_chars=to_record.SLUG_LENGTH)
