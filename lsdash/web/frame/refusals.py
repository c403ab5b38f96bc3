"""Pages that show no data: what is wrong, where, and what to do."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import streamlit as st

from lsdash.errors import (
    LsdashError,
    NoReleaseError,
    RecordErrors,
    SlowQuestionError,
    StoreAwayError,
    UnknownReleaseError,
    UnwritableReleasesError,
    WithdrawnReleaseError,
)
from lsdash.settings import Settings
from lsdash.store import shelf
from lsdash.text import Lang, figures, say
from lsdash.view import View
from lsdash.web.entrance import address, language
from lsdash.web.parts.escaping import plain

log = logging.getLogger("lsdash")


def show(error: LsdashError, view: View, place: Settings, lang: Lang) -> None:
    """The page for what stood in the way of opening the release."""
    if isinstance(error, UnknownReleaseError):
        _unknown_release(view, place, lang)
    elif isinstance(error, WithdrawnReleaseError):
        _withdrawn(error, view, place, lang)
    elif isinstance(error, StoreAwayError) and view.release:
        _away(error, view, place, lang)
    else:
        _unusable(error, lang)


@contextmanager
def of_slow_questions(lang: Lang) -> Iterator[None]:
    """Where a question takes too long, the page ends and says how to ask for less."""
    try:
        yield
    except SlowQuestionError as error:
        log.warning("%s", error)
        st.warning(say(lang, "release.slow"), icon=":material/hourglass_disabled:")


def on_script_error(error: Exception) -> bool:
    """A mistake of ours: a calm page for the reader, the trace in the server's log."""
    log.exception("a page failed", exc_info=error)
    lang = language.choose()
    st.error(f"**{say(lang, 'release.broken_title')}** — {say(lang, 'release.broken')}")
    return True


def _unknown_release(view: View, place: Settings, lang: Lang) -> None:
    """The link's release is not here: no data, and ways on."""
    st.title(say(lang, "release.unknown_title"))
    st.markdown(say(lang, "release.unknown", release=plain(view.release)))
    guesses = shelf.completions(place.releases, view.release)[:3]
    if guesses:
        st.markdown(say(lang, "release.guess"))
        for guess in guesses:
            _way(view, guess, say(lang, "release.open", release=guess))
    here = shelf.names(place.releases)
    newest = shelf.current(place.releases)
    earlier = next((name for name in here if name < view.release and name != newest), None)
    if newest:
        _way(view, newest, say(lang, "release.open_newest", release=newest))
    if earlier and earlier not in guesses:
        _way(view, earlier, say(lang, "release.open_earlier", release=earlier))
    st.caption(say(lang, "release.original"))
    st.code(address.link(view), language=None)


def _withdrawn(error: WithdrawnReleaseError, view: View, place: Settings, lang: Lang) -> None:
    """The release was withdrawn: no data, but the reason, and ways on."""
    st.title(say(lang, "release.withdrawn_title"))
    facts = [say(lang, "release.withdrawn", release=plain(error.release))]
    if error.withdrawn_on:
        day = plain(figures.day(error.withdrawn_on, lang))
        facts.append(say(lang, "release.withdrawn_on", day=day))
    if error.by:
        facts.append(say(lang, "release.withdrawn_by", by=plain(error.by)))
    st.markdown(" ".join(facts))
    reason = shelf.reason_in(lang, error.reason, error.reason_en) or say(lang, "release.no_reason")
    st.warning(f"**{say(lang, 'release.reason')}** {plain(reason)}", icon=":material/info:")
    here = shelf.names(place.releases)
    newest = shelf.current(place.releases)
    if error.replacement in here and error.replacement != newest:
        label = say(lang, "release.open_replacement", release=error.replacement)
        _way(view, error.replacement, label)
    if newest:
        _way(view, newest, say(lang, "release.open_newest", release=newest))
    st.caption(say(lang, "release.original"))
    st.code(address.link(view), language=None)


def _away(error: StoreAwayError, view: View, place: Settings, lang: Lang) -> None:
    """The link's release must be fetched, and cannot be now: ways on until it can."""
    log.warning("%s", error)
    st.title(say(lang, "release.away_title"))
    st.markdown(say(lang, "release.away", release=plain(view.release)))
    _way(view, view.release, say(lang, "release.open", release=view.release))
    newest = shelf.current(place.releases)
    if newest and newest != view.release:
        _way(view, newest, say(lang, "release.open_newest", release=newest))
    st.caption(say(lang, "release.original"))
    st.code(address.link(view), language=None)


def _unusable(error: LsdashError, lang: Lang) -> None:
    """The release or the records cannot be used: the keeper of the server is told what to do."""
    log.error("%s", error)
    if isinstance(error, RecordErrors):
        title = "release.records_title"
    elif isinstance(error, NoReleaseError | UnwritableReleasesError):
        title = "release.none_title"
    else:
        title = "release.damaged_title"
    st.title(say(lang, title))
    st.markdown(say(lang, "release.keeper"))
    st.code(str(error), language=None, wrap_lines=True)


def _way(view: View, release: str, label: str) -> None:
    page = st.session_state["pages"][view.page]
    query = address.query(replace(view, release=release))
    st.page_link(page, label=plain(label), icon=":material/arrow_forward:", query_params=query)
