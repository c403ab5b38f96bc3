"""What a reader of an older release should know: what he sees, and what of it differs since."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from lsdash.comparing import differences, history
from lsdash.comparing.differences import Difference, FactChange, State
from lsdash.contents.blocks import Listed
from lsdash.contents.comparison import since
from lsdash.contents.subject import MEASURES
from lsdash.errors import LsdashError
from lsdash.settings import Settings
from lsdash.store import read, shelf
from lsdash.store.release import Manifest, Release
from lsdash.text import count, figures, say
from lsdash.view import View
from lsdash.web.entrance import address
from lsdash.web.entrance.visit import Visit
from lsdash.web.parts import cards
from lsdash.web.parts.escaping import plain

OF_DOCUMENTS = frozenset({"overview", "decisions"})
"""Pages that show the documents that pass their filters."""

ORDER = [*history.FACTS]
A_RECEIPT_NAMES = 5


def show(here: Visit, place: Settings, newest: str) -> None:
    """Which release this is, which is current, what differs on this page, and ways on."""
    with st.container(border=True, gap="xsmall", key="receipt"):
        st.markdown(_stamp(here, "receipt.showing", here.release.manifest))
        try:
            newer = shelf.open_release(place, newest)
        except LsdashError:
            st.markdown(say(here.lang, "receipt.unreadable", release=newest))
        else:
            st.markdown(_stamp(here, "receipt.newest", newer.manifest))
            later = since.told(here, newer)
            cards.listed(Listed(tuple(later)) if later else None)
            _differences(here, newer, is_silent=bool(later))
        with st.container(horizontal=True):
            view = replace(here.view, release=newest)
            _way(view, say(here.lang, "strip.switch"), ":material/update:")
            if here.view.page != "changes":
                compared = (("compare", "releases"), ("old", here.release.name), ("new", newest))
                view = replace(here.view.on("changes"), inputs=compared)
                _way(view, say(here.lang, "receipt.compare"), ":material/compare_arrows:")


def _differences(here: Visit, newer: Release, *, is_silent: bool) -> None:
    """How much of this page differs there, and each figure with its old and new value.

    `is_silent` keeps it from saying that nothing does, where something was told already.
    """
    found = _found(here, newer)
    if found is None:
        return
    told, facts = found
    if not told:
        if not is_silent:
            st.markdown(say(here.lang, "receipt.same"))
        return
    st.markdown(plain(say(here.lang, "receipt.differs", told=", ".join(told))))
    facts = sorted(facts, key=lambda fact: ORDER.index(fact.state))
    reasons = _reasons(here, newer, facts)
    lines = [f"- {_line(here, fact)}{reasons.get(_key(fact), '')}" for fact in facts]
    if len(lines) > A_RECEIPT_NAMES:
        more = count(here.lang, "receipt.more", len(lines) - A_RECEIPT_NAMES)
        lines = [*lines[:A_RECEIPT_NAMES], f"- {more}"]
    if lines:
        st.markdown("\n".join(lines))


def _found(here: Visit, newer: Release) -> tuple[list[str], Sequence[FactChange]] | None:
    """How much of this page differs, in words, and its facts; None for a page without figures."""
    there = replace(here, release=newer)
    filters = here.view.applied()
    if here.view.document:
        change = here.ask(differences.of_one, newer, here.view.document)
        facts = change.facts if change else ()
        told = history.counted_facts(facts, here.lang)
        if change and not told:
            told = [say(here.lang, "receipt.other_contents")]
        return told + _reports(here, newer, [here.view.document]), facts
    if here.view.page in MEASURES:
        measures = MEASURES[here.view.page]
        old, new = (each.ask(read.facts, filters, measures=measures) for each in (here, there))
        facts = differences.of_facts(old, new)
        documents = sorted({fact.decision for fact in old})
        told = history.counted_facts(facts, here.lang)
        return told + _reports(here, newer, documents), facts
    if here.view.page == "border_trade":
        every = here.ask(differences.between, newer)
        reports = Difference(observations=every.observations, events=every.events)
        return ([] if reports.is_empty else [history.counted(reports, here.lang)]), ()
    if here.view.page in OF_DOCUMENTS:
        found = here.ask(differences.between, newer, filters)
        documents = [
            history.counted(replace(found, observations=(), events=(), outcomes=()), here.lang)
        ]
        return (documents if found.documents else []), found.facts
    return None


def _reports(here: Visit, newer: Release, documents: Sequence[str]) -> list[str]:
    """That something else was reported later of these documents, where it was."""
    old, new = (
        (read.outcomes(each, documents), read.searches(each, documents)) if documents else ()
        for each in (here.release, newer)
    )
    return [say(here.lang, "receipt.reported")] if old != new else []


def _line(here: Visit, fact: FactChange) -> str:
    """`Cát, đá (381/QĐ-UBND): 7.917 triệu đồng → 7.918 triệu đồng`."""
    told = history.fact_told(fact, here.lang)
    key = f"receipt.{fact.state}"
    old, new = (plain(each) if each else "" for each in (told.old, told.new))
    return say(here.lang, key, what=plain(told.what), old=old, new=new)


def _reasons(
    here: Visit, newer: Release, facts: Sequence[FactChange]
) -> dict[tuple[str, str], str]:
    """Why figures were corrected since, where they were."""
    corrected = {
        _key(fact): fact.row.corrected_on
        for fact in facts
        if fact.state is State.CHANGED and fact.new and fact.new.corrected_on
    }
    there = replace(here, release=newer)
    slugs = sorted({slug for slug, _ in corrected})
    entries = [entry for slug in slugs for entry in there.ask(read.changes, slug)]
    return {
        (entry.decision, entry.fact): f" · {plain(history.reason(entry, here.lang))}"
        for entry in entries
        if entry.fact and corrected.get((entry.decision, entry.fact)) == entry.made_on
    }


def _key(fact: FactChange) -> tuple[str, str]:
    return fact.row.decision, fact.row.slug


def _stamp(here: Visit, phrase: str, manifest: Manifest) -> str:
    return say(
        here.lang,
        phrase,
        release=plain(manifest.release),
        built=plain(figures.moment(manifest.built_at, here.lang)),
        to=plain(figures.day(manifest.documents_to, here.lang)),
    )


def _way(view: View, label: str, icon: str) -> None:
    page = st.session_state["pages"][view.page]
    st.page_link(page, label=label, icon=icon, query_params=address.query(view))
