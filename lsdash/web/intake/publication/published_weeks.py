"""The weeks that are published: to mend one, to see what was done to it, to withdraw a release."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import streamlit as st

from lsdash import sentences
from lsdash.errors import LsdashError, ReleaseError
from lsdash.intake.review.review import Review
from lsdash.intake.review.saved import Head
from lsdash.settings import Settings
from lsdash.store import read, shelf, texts
from lsdash.store.release import Manifest
from lsdash.store.rows import WeekRow
from lsdash.text import count, figures, say
from lsdash.web.entrance import access, address
from lsdash.web.entrance.visit import Visit
from lsdash.web.intake import desk
from lsdash.web.parts import cards
from lsdash.web.parts.escaping import plain

Begin = Callable[[Visit, Settings, str, str], Review | None]

MOST = 12
"""Weeks of the list; older ones are reached by their text, which is brought again."""
MOST_RELEASES = 20
"""Of a week's history, the newest ones."""


def show(here: Visit, place: Settings, drafts: Sequence[Head], begin: Begin) -> None:
    """`begin` makes a draft of a text, to go on from what is on record of its week."""
    weeks = here.ask(read.weeks)
    if not weeks:
        return
    cards.section(here, "intake.published_weeks")
    of_week = {each.week: each for each in reversed(drafts) if each.week}
    for week in weeks[:MOST]:
        _week(here, place, week, of_week, begin)
    if len(weeks) > MOST:
        st.caption(plain(count(here.lang, "intake.older_weeks", len(weeks) - MOST)))


def _week(
    here: Visit, place: Settings, week: WeekRow, drafts: Mapping[str, Head], begin: Begin
) -> None:
    with st.container(
        border=True, horizontal=True, vertical_alignment="center", key=f"card-week-{week.slug}"
    ):
        with st.container(gap="xsmall"):
            st.markdown(f"**{plain(sentences.week_span(week, here.lang))}**")
            told = [week.slug, count(here.lang, "intake.week_documents", week.documents)]
            st.caption(plain(" · ".join(told)))
        _mend(here, place, week, drafts.get(week.slug), begin)
        with st.popover(say(here.lang, "intake.history"), icon=":material/history:"):
            _history(here, place, week)


def _mend(here: Visit, place: Settings, week: WeekRow, draft: Head | None, begin: Begin) -> None:
    """The draft of the week that is there already, or one of its text as it was kept."""
    label = say(here.lang, "intake.mend_week")
    if draft:
        st.page_link(
            st.session_state["pages"]["intake"],
            label=label,
            icon=":material/edit:",
            query_params=address.query(replace(here.view, draft=draft.id, sheet=1)),
        )
        return
    text = texts.find(place, week.text_sha256)
    pressed = st.button(
        label,
        key=f"intake-mend-{week.slug}",
        icon=":material/edit:",
        disabled=text is None,
        help=None if text else say(here.lang, "intake.mend_no_text"),
    )
    if pressed and text:
        begun = begin(here, place, "", text)
        if begun:
            desk.go(replace(here.view, draft=begun.id, sheet=1))


def _history(here: Visit, place: Settings, week: WeekRow) -> None:
    """The releases that brought another state of the week, the newest first."""
    current = shelf.current(place.releases)
    for manifest in _of_week(place, week.slug):
        told = [manifest.release, figures.moment(manifest.built_at.replace(tzinfo=UTC), here.lang)]
        told += [each for each in (manifest.reviewer, manifest.note) if each]
        if manifest.release == current:
            told.append(say(here.lang, "strip.newest"))
        st.markdown(f"- {plain(' · '.join(told))}")
        _withdraw(here, place, week.slug, manifest.release)
    for stone in shelf.tombstones(place.releases):
        reason = stone.said(here.lang)
        st.markdown(f"- ~~{plain(stone.release)}~~ {plain(reason)}")


def _of_week(place: Settings, week: str) -> list[Manifest]:
    """Releases with another state of the week than the one before them."""
    found: list[Manifest] = []
    digest: int | None = None  # of a week without documents as well
    held = [each for each in shelf.manifests(place) if week in each.records][:MOST_RELEASES]
    for manifest in reversed(held):
        try:
            release = shelf.open_release(place, manifest.release)
        except ReleaseError:
            continue
        own = next((each.digest for each in read.week_digests(release) if each.week == week), None)
        if own != digest or not found:
            found.insert(0, manifest)
        digest = own
    return found


def _withdraw(here: Visit, place: Settings, week: str, release: str) -> None:
    """Why, in both languages, and by whom: its links tell that instead of data.

    A release that brought several weeks can be withdrawn at each.
    """
    with st.expander(say(here.lang, "intake.withdraw", release=release)):
        st.caption(say(here.lang, "intake.withdraw_what"))
        with st.form(f"intake-withdraw-{week}-{release}", border=False):
            vi = st.text_input(say(here.lang, "intake.vi_withdrawn"))
            en = st.text_input(say(here.lang, "intake.en_withdrawn"))
            by = st.text_input(say(here.lang, "intake.reviewer"), value=access.ask().editor)
            pressed = st.form_submit_button(
                say(here.lang, "intake.withdraw_now"), icon=":material/block:"
            )
        if not pressed:
            return
        if not (vi.strip() and en.strip() and by.strip()):
            st.error(say(here.lang, "intake.withdraw_needs"))
            return
        try:
            shelf.withdraw(
                place,
                release,
                reason=vi.strip(),
                reason_en=en.strip(),
                on=datetime.now(UTC).date(),
                by=by.strip(),
            )
        except LsdashError as error:
            st.error(plain(str(error)), icon=":material/block:")
            return
        st.rerun()
