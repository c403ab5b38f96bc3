"""The changes page: two releases, or two weeks of one, side by side; old on the left, new right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lsdash import differences, history, sentences, settings
from lsdash.differences import Difference, DocumentChange, FactChange, State
from lsdash.errors import LsdashError, UnknownReleaseError, WithdrawnReleaseError
from lsdash.history import Compared, Told
from lsdash.model import Filters
from lsdash.store import read, shelf
from lsdash.store.read import DecisionRow
from lsdash.text import Lang, figures, pick, say
from lsdash.view import View
from lsdash.web import address, cards, inputs, sheets, visit
from lsdash.web.visit import Visit
from lsdash.web.words import plain

COLOURS: Mapping[State, Any] = {
    State.ADDED: "primary",
    State.REMOVED: "orange",
    State.CHANGED: "blue",
}


@dataclass(frozen=True)
class Sides:
    """What is held against what: the names of two releases, or of two weeks of the view's."""

    compared: Compared
    old: str
    new: str

    def views(self, here: Visit) -> tuple[View, View]:
        """The reader's view on either side."""
        if self.compared == "weeks":
            return here.view, here.view
        return replace(here.view, release=self.old), replace(here.view, release=self.new)


def ask(here: Visit) -> tuple[Visit, Sides | None, DeltaGenerator]:
    """What the reader wants compared, kept in the link; None where there is not a second one.

    With it comes the place for the page's sentence, which stands above the choice.
    """
    head = st.container()
    compared: Compared = "weeks" if inputs.choice(here, "compare") == "weeks" else "releases"
    chosen = _weeks(here) if compared == "weeks" else _releases(here)
    kept: dict[str, object] = {"compare": compared}
    if chosen:
        kept |= dict(zip(_keys(compared), chosen, strict=True))
    before = here.view.inputs
    here = inputs.keep(here, kept)
    if here.touched and here.view.inputs != before:
        here = replace(here, view=replace(here.view, sheet=1))
        visit.keep(here)
    return here, Sides(compared, *chosen) if chosen else None, head


def compare(here: Visit, sides: Sides | None, head: DeltaGenerator) -> Difference | None:
    """The difference, said in the page's one sentence; None where none is to be had."""
    with head:
        if sides is None:
            cards.title(say(here.lang, "changes.nothing_yet"))
            st.caption(say(here.lang, "changes.nothing_yet_hint"))
            return None
        missing = _missing_week(here, sides)
        if missing:
            _cannot(here, say(here.lang, "changes.no_week", week=missing))
            return None
        try:
            found = _difference(here, sides)
        except LsdashError as error:
            _cannot(here, _refusal(error, here.lang))
            return None
        narrowed = here.view.applied() != Filters()
        cards.title(history.counted(found, here.lang, sides.compared, narrowed=narrowed))
        cards.lead(here)
        return found


def show(here: Visit, sides: Sides, found: Difference) -> None:
    """Bulletins, what the press reported, then document by document, a sheet at a time."""
    bulletins = [told for week in found.weeks for told in history.week_told(week, here.lang)]
    events = [history.event_told(event, here.lang) for event in found.events]
    for heading, told in (("changes.bulletins", bulletins), ("changes.press", events)):
        if told:
            cards.section(here, heading)
            _table(here, [(plain(each.what), each) for each in told], sides)
    if found.documents:
        cards.section(here, "changes.by_document")
    here = sheets.keep(here, len(found.documents))
    start = sheets.start(here)
    for document in found.documents[start : start + sheets.A_SHEET]:
        with st.container(border=True, gap="xsmall"):
            _document(here, sides, document)
    sheets.links(here, len(found.documents))


def _keys(compared: Compared) -> tuple[str, str]:
    return ("old_week", "new_week") if compared == "weeks" else ("old", "new")


def _releases(here: Visit) -> tuple[str, str] | None:
    """To begin with, the current release against the one that is open, or against its parent."""
    place = settings.read()
    here_are = {each.release: each for each in shelf.manifests(place)}
    newest = next(iter(here_are), here.view.release)
    others = [name for name in here_are if name != newest]
    if not others and not any(map(here.view.input, _keys("releases"))):
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
    """To begin with, the newest week against the one before."""
    words = {week.slug: sentences.week_span(week, here.lang) for week in here.ask(read.weeks)}
    names = [*words]
    if len(names) < 2 and not any(map(here.view.input, _keys("weeks"))):
        return None
    return _picked(here, "weeks", words, old=names[min(1, len(names) - 1)], new=names[0])


def _picked(
    here: Visit, compared: Compared, words: Mapping[str, str], *, old: str, new: str
) -> tuple[str, str]:
    left, right = st.columns(2)
    first, second = _keys(compared)
    with left:
        chosen_old = inputs.name(here, first, words, default=old)
    with right:
        chosen_new = inputs.name(here, second, words, default=new)
    return chosen_old, chosen_new


def _missing_week(here: Visit, sides: Sides) -> str | None:
    if sides.compared == "releases":
        return None
    held = {week.slug for week in here.ask(read.weeks)}
    return next((week for week in (sides.old, sides.new) if week not in held), None)


def _difference(here: Visit, sides: Sides) -> Difference:
    filters = here.view.applied()
    if sides.compared == "weeks":
        return here.ask(differences.of_weeks, sides.old, sides.new, filters)
    place = settings.read()
    old, new = (shelf.open_release(place, name) for name in (sides.old, sides.new))
    return replace(here, release=old).ask(differences.between, new, filters)


def _cannot(here: Visit, why: str) -> None:
    cards.title(say(here.lang, "changes.cannot"))
    st.warning(plain(why), icon=":material/link_off:")


def _refusal(error: LsdashError, lang: Lang) -> str:
    if isinstance(error, UnknownReleaseError):
        return say(lang, "changes.not_here", release=error.release)
    if isinstance(error, WithdrawnReleaseError):
        return say(lang, "changes.withdrawn", release=error.release, reason=error.reason)
    return say(lang, "changes.damaged", problem=error)


def _document(here: Visit, sides: Sides, change: DocumentChange) -> None:
    """One document: what became of it, both sides to open, and every thing that changed."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.badge(history.state(change, here.lang, sides.compared), color=COLOURS[change.state])
        st.markdown(plain(_named(here, change)), width="content")
        for row, view, label in zip(
            (change.old, change.new),
            sides.views(here),
            ("changes.open_old", "changes.open_new"),
            strict=True,
        ):
            if row:
                _opens(view.of_document(row.slug), say(here.lang, label))
    view = sides.views(here)[change.new is not None]
    besides = tuple(each for each in change.fields if each.field != "number")  # it is in the head
    told_of = history.fields_told(replace(change, fields=besides), here.lang)
    rows = [(plain(told.what), told) for told in told_of]
    for fact in change.facts:
        rows += _fact(here, view, fact)
    rows += [(plain(told.what), told) for told in history.pieces_told(change, here.lang)]
    if rows:
        _table(here, rows, sides)
    subjects = {fact.row.slug: pick(here.lang, fact.row, "subject") for fact in change.facts}
    for entry in change.told:
        said = history.entry(entry, here.lang, subjects.get(entry.fact or ""))
        st.markdown(f":material/edit_note: {plain(said)}")


def _named(here: Visit, change: DocumentChange) -> str:
    """`381/QĐ-UBND → 421/QĐ-UBND · Đường nông thôn`."""
    rows: list[DecisionRow] = [row for row in (change.old, change.new) if row]
    numbers = " → ".join(dict.fromkeys(row.number for row in rows))
    return f"{numbers} · {pick(here.lang, change.row, 'short_title')}"


def _fact(here: Visit, view: View, change: FactChange) -> list[tuple[str, Told]]:
    """The rows of a fact, each leading to it on the side where it stands."""
    fact = change.row
    subject = pick(here.lang, fact, "subject")
    link = address.path(view.of_document(fact.decision, fact.slug))
    head = f"[**{plain(subject)}**]({link})"
    if change.state is not State.CHANGED:
        return [(head, history.fact_told(change, here.lang))]
    told = history.fields_told(change, here.lang)
    return [(f"{head} · {plain(each.what)}", each) for each in told]


def _heads(here: Visit, sides: Sides) -> tuple[str, str]:
    """What the two columns are: the weeks by their days, the releases as the boxes call them."""
    if sides.compared == "releases":
        return say(here.lang, "input.old"), say(here.lang, "input.new")
    spans = {week.slug: sentences.week_span(week, here.lang) for week in here.ask(read.weeks)}
    return spans[sides.old], spans[sides.new]


def _opens(view: View, label: str) -> None:
    page = st.session_state["pages"]["decisions"]
    st.page_link(page, label=label, icon=":material/description:", query_params=address.query(view))


def _table(here: Visit, rows: Sequence[tuple[str, Told]], sides: Sides) -> None:
    """What changed, how it was, how it is."""
    lang = here.lang
    absent = f":gray[*{say(lang, 'changes.absent')}*]"
    cells = [
        [
            what,
            plain(told.old) if told.old is not None else absent,
            f"**{plain(told.new)}**" if told.new is not None else absent,
        ]
        for what, told in rows
    ]
    columns = [say(lang, "changes.what"), *map(plain, _heads(here, sides))]
    st.table(
        pd.DataFrame(cells, columns=columns),
        border="horizontal",
        hide_index=True,
        alt=say(lang, "changes.table_alt"),
    )
