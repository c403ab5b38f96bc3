"""The changes page: two releases, or two weeks of one, side by side; old on the left, new right."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lsdash import sentences, settings
from lsdash.comparing import history
from lsdash.comparing.differences import Difference, DocumentChange, State
from lsdash.comparing.history import Compared
from lsdash.contents.blocks import Block, Listed, Said, Table, text_of
from lsdash.contents.comparison import changes
from lsdash.contents.comparison.changes import Sides
from lsdash.errors import LsdashError, UnknownReleaseError, WithdrawnReleaseError
from lsdash.store import read, shelf
from lsdash.text import Lang, figures, say
from lsdash.view import View
from lsdash.web.entrance import address, visit
from lsdash.web.entrance.visit import Visit
from lsdash.web.parts import cards, hypertext, inputs, paging
from lsdash.web.parts.escaping import plain
from lsdash.web.parts.icons import ICONS

COLOURS: Mapping[State, Any] = {
    State.ADDED: "primary",
    State.REMOVED: "orange",
    State.CHANGED: "blue",
}


def ask(here: Visit) -> tuple[Visit, Sides | None, DeltaGenerator]:
    """What the reader wants compared, kept in the link; None where there is not a second one.

    With it comes the place for the page's sentence, which stands above the choice.
    """
    head = st.container()
    here = _begin(here)
    compared: Compared = "weeks" if inputs.choice(here, "compare") == "weeks" else "releases"
    chosen = _weeks(here) if compared == "weeks" else _releases(here)
    kept: dict[str, object] = {"compare": compared}
    if chosen:
        kept |= dict(zip(changes.keys(compared), chosen, strict=True))
    before = here.view.inputs
    here = inputs.keep(here, kept)
    if here.touched and here.view.inputs != before:
        here = replace(here, view=replace(here.view, sheet=1))
        visit.keep(here)
    return here, Sides(compared, *chosen) if chosen else None, head


def _begin(here: Visit) -> Visit:
    """Two weeks, where the view says nothing and the one release here has no other beside it."""
    is_asked = bool(here.view.inputs) or here.touched
    if is_asked or len(shelf.manifests(settings.read())) > 1 or len(here.ask(read.weeks)) < 2:
        return here
    return inputs.keep(here, {"compare": "weeks"})


def compare(here: Visit, sides: Sides | None, head: DeltaGenerator) -> Difference | None:
    """The difference, said in the page's one sentence; None where none is to be had."""
    with head:
        if sides is None:
            cards.title(say(here.lang, "changes.nothing_yet"))
            _offer_weeks(here)
            return None
        missing = changes.missing_week(here, sides)
        if missing:
            _cannot(here, say(here.lang, "changes.no_week", week=missing))
            return None
        try:
            found = changes.difference(here, sides)
        except LsdashError as error:
            _cannot(here, _refusal(error, here.lang))
            return None
        cards.title(changes.sentence(here, sides, found))
        cards.lead(here)
        note = changes.partly_at_hand(here, sides)
        if note:
            hypertext.show(hypertext.element("div", hypertext.paragraph(note), kind="partly"))
        return found


def show(here: Visit, sides: Sides, found: Difference) -> None:
    """Bulletins, what the press reported, then document by document, a sheet at a time."""
    for heading, table in (
        ("changes.bulletins", changes.bulletins(here, sides, found)),
        ("changes.press", changes.press(here, sides, found)),
    ):
        if table:
            cards.section(here, heading)
            cards.table(table)
    documents = changes.shown(sides, found)
    if documents:
        of_weeks = sides.compared == "weeks"
        cards.section(here, "changes.by_subject" if of_weeks else "changes.by_document")
    here = paging.keep(here, len(documents))
    start = paging.start(here)
    for document in documents[start : start + paging.A_SHEET]:
        with st.container(border=True, gap="xsmall"):
            _document(here, sides, document)
    paging.links(here, len(documents))
    for section in changes.around(here, sides, found):
        if section.blocks:
            st.header(plain(section.title), anchor=False)
            _blocks(section.blocks)


def _releases(here: Visit) -> tuple[str, str] | None:
    """To begin with, the current release against the one that is open, or against its parent."""
    place = settings.read()
    here_are = {each.release: each for each in shelf.manifests(place)}
    newest = next(iter(here_are), here.view.release)
    others = [name for name in here_are if name != newest]
    if not others and not any(map(here.view.input, changes.keys("releases"))):
        return None
    likely = (here.view.release, here_are[newest].parent, *others)
    old = next((name for name in likely if name in others), newest)
    words = {
        name: say(
            here.lang, "changes.release", release=name, built=figures.moment(it.built_at, here.lang)
        )
        for name, it in here_are.items()
    }
    return _picked(here, "releases", words, old=old, new=newest)


def _weeks(here: Visit) -> tuple[str, str] | None:
    """To begin with, the newest week with a document against the one before."""
    every = here.ask(read.weeks)
    words = {week.slug: sentences.week_and_part(week, here.lang) for week in every}
    names = [*words]
    if len(names) < 2 and not any(map(here.view.input, changes.keys("weeks"))):
        return None
    likely = [week.slug for week in every if week.documents]
    old, new = (
        (likely[1], likely[0]) if len(likely) > 1 else (names[min(1, len(names) - 1)], names[0])
    )
    return _picked(here, "weeks", words, old=old, new=new)


def _picked(
    here: Visit, compared: Compared, words: Mapping[str, str], *, old: str, new: str
) -> tuple[str, str]:
    left, right = st.columns(2)
    first, second = changes.keys(compared)
    with left:
        chosen_old = inputs.name(here, first, words, default=old)
    with right:
        chosen_new = inputs.name(here, second, words, default=new)
    return chosen_old, chosen_new


def _offer_weeks(here: Visit) -> None:
    """Why nothing is compared, and the way to the newest week held against the one before."""
    st.caption(say(here.lang, "changes.nothing_yet_hint"))
    if len(here.ask(read.weeks)) > 1:
        view = replace(here.view, inputs=(("compare", "weeks"),))
        way = hypertext.link(view, say(here.lang, "changes.to_weeks"), icon=ICONS["changes"])
        hypertext.show(hypertext.row(way))


def _cannot(here: Visit, why: str) -> None:
    cards.title(say(here.lang, "changes.cannot"))
    st.warning(plain(why), icon=":material/link_off:")


def _refusal(error: LsdashError, lang: Lang) -> str:
    if isinstance(error, UnknownReleaseError):
        return say(lang, "changes.not_here", release=error.release)
    if isinstance(error, WithdrawnReleaseError):
        reason = shelf.reason_in(lang, error.reason, error.reason_en)
        return say(lang, "changes.withdrawn", release=error.release, reason=reason)
    return say(lang, "changes.damaged", problem=error)


def _document(here: Visit, sides: Sides, change: DocumentChange) -> None:
    """One document: what became of it, both sides to open, and every thing that changed."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.badge(history.state(change, here.lang, sides.compared), color=COLOURS[change.state])
        st.markdown(plain(changes.named(here, change)), width="content")
        for row, view, label in zip(
            (change.old, change.new),
            sides.views(here.view),
            ("changes.open_old", "changes.open_new"),
            strict=True,
        ):
            if row:
                _opens(view.of_document(row.slug), say(here.lang, label))
    _blocks(changes.of_document(here, sides, change))


def _blocks(blocks: Iterable[Block]) -> None:
    for block in blocks:
        if isinstance(block, Table):
            cards.table(block)
        elif isinstance(block, Listed):
            cards.listed(block)
        elif isinstance(block, Said):
            st.caption(plain(text_of(block.line)))


def _opens(view: View, label: str) -> None:
    page = st.session_state["pages"]["decisions"]
    st.page_link(page, label=label, icon=":material/description:", query_params=address.query(view))
