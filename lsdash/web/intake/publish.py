"""The last step: what is left to do, who answers for it, and publishing the week."""

import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import streamlit as st

from lsdash import publishing
from lsdash.errors import (
    BusyReleasesError,
    ChangedRecordError,
    DamagedReleaseError,
    LsdashError,
    MissingWeeksError,
    OvertakenError,
    RecordErrors,
    StoreAwayError,
    UnwritableRecordsError,
    UnwritableReleasesError,
    WithdrawnReleaseError,
)
from lsdash.intake.review import earlier_record, to_record
from lsdash.intake.review.gaps import Gap
from lsdash.model import Week
from lsdash.publishing import Published
from lsdash.records import write
from lsdash.settings import Settings
from lsdash.store import texts
from lsdash.text import count, figures, say
from lsdash.view import View
from lsdash.web.entrance import access, address
from lsdash.web.intake import document, record
from lsdash.web.intake.desk import Desk, on_sheet
from lsdash.web.intake.publication import preview
from lsdash.web.parts import cards
from lsdash.web.parts.escaping import plain

DONE = "intake-done"

REFUSALS: dict[type[LsdashError], str] = {
    BusyReleasesError: "publish_error.busy",
    ChangedRecordError: "publish_error.changed_record",
    RecordErrors: "publish_error.records",
    UnwritableRecordsError: "publish_error.unwritable",
    UnwritableReleasesError: "publish_error.unwritable",
    WithdrawnReleaseError: "publish_error.withdrawn",
    DamagedReleaseError: "publish_error.damaged",
    StoreAwayError: "publish_error.away",
    OvertakenError: "publish_error.overtaken",
    MissingWeeksError: "publish_error.missing_weeks",
}
"""What stands in the way of publishing, in words; any other is the keeper's to look into."""


def show(at: Desk, place: Settings) -> None:
    done: tuple[str, Published] | None = st.session_state.get(DONE)
    if done and done[0] == at.review.id:
        _done(at, done[1])
    if at.left:
        _left(at, at.left)
        return
    week = _week(at)
    if week is None:
        return
    if at.former:
        st.info(plain(say(at.lang, "intake.replaces", week=at.review.week)))
        record.coming(at, at.former, week)
    try:
        is_seen = preview.show(at, place, week, _written(at, week))
    except LsdashError as error:
        _refused(at, REFUSALS.get(type(error), "publish_error.other"), error)
        return
    if not is_seen:
        st.info(say(at.lang, "intake.tick_first"), icon=":material/checklist:")
        return
    with st.form(at.key(("publish",)), border=True):
        note = st.text_input(
            say(at.lang, "intake.note"), placeholder=say(at.lang, "intake.note_eg")
        )
        reviewer = st.text_input(say(at.lang, "intake.reviewer"), value=access.ask().editor)
        pressed = st.form_submit_button(
            say(at.lang, "intake.publish"), type="primary", icon=":material/publish:"
        )
    if pressed and not reviewer.strip():
        st.error(say(at.lang, "intake.reviewer_needed"))
    elif pressed:
        with st.spinner(say(at.lang, "intake.publishing")):
            _publish(at, place, week, note=note.strip(), reviewer=reviewer.strip())


def _left(at: Desk, left: Sequence[Gap]) -> None:
    """What must be done first, each document with a link to its sheet."""
    cards.section(at.here, "intake.left")
    page = st.session_state["pages"]["intake"]
    for number in sorted({-1 if gap.document is None else gap.document for gap in left}):
        own = [gap for gap in left if (-1 if gap.document is None else gap.document) == number]
        name = say(at.lang, "intake.bulletin") if number < 0 else document.heading(at, number)
        query = address.query(on_sheet(at.here, number + 2))
        st.page_link(page, label=f"**{plain(name)}**", icon="", query_params=query)
        st.markdown("\n".join(f"- {plain(line)}" for line in _lines(at, own)))


def _lines(at: Desk, left: Sequence[Gap]) -> list[str]:
    """One line for each kind of gap, with the figures and the languages that it concerns."""
    lines = []
    for key in dict.fromkeys(gap.key for gap in left):
        alike = [gap for gap in left if gap.key == key]
        langs = dict.fromkeys(gap.lang for gap in alike if gap.lang)
        told = say(
            at.lang,
            f"gap.{key}",
            language=", ".join(say(at.lang, f"language.{lang}") for lang in langs),
        )
        numbers = dict.fromkeys(gap.figure + 1 for gap in alike if gap.figure is not None)
        if numbers:
            told = say(at.lang, "intake.of_figure", n=", ".join(map(str, numbers)), gap=told)
        lines.append(told)
    return lines


def _week(at: Desk) -> Week | None:
    """The record as it will be, made today in the province; None for one that cannot be, said."""
    sha256 = texts.sha256(at.review.text)
    today = datetime.now(figures.LANG_SON).date()
    try:
        return to_record.week(at.review, sha256=sha256, on=today, former=at.former)
    except ValueError as error:
        _refused(at, "publish_error.value", error)
        return None


def _refused(at: Desk, key: str, error: Exception) -> None:
    """Why nothing was published, for the editor, and as the program says it for the keeper."""
    st.error(f"{say(at.lang, 'intake.not_published')} {say(at.lang, key)}", icon=":material/block:")
    st.caption(say(at.lang, "intake.for_the_keeper"))
    st.code(str(error), language=None, wrap_lines=True)


def _publish(at: Desk, place: Settings, week: Week, *, note: str, reviewer: str) -> None:
    """Publish and say so, or say why not: then nothing has changed."""
    try:
        texts.keep(place, at.review.text)
        done = _published(at, place, week, note=note, reviewer=reviewer)
        now = earlier_record.read(place.records / f"{at.review.week}.yaml")
    except LsdashError as error:
        _refused(at, REFUSALS.get(type(error), "publish_error.other"), error)
        return
    digest = now.digest if now else ""
    told = {"published": done.release}
    at.change(lambda held: to_record.named(held, at.former, digest).model_copy(update=told))
    st.session_state[DONE] = (at.review.id, done)
    st.rerun()


def _written(at: Desk, week: Week) -> str:
    """The week's record as it will be, over the one that is there, whose layout it keeps."""
    return _text(week, at.former.text if at.former else "")


@st.cache_data(max_entries=4, show_spinner=False, hash_funcs={Week: Week.model_dump_json})
def _text(week: Week, over: str) -> str:
    """Written out once, however often the sheet is drawn: a third of a second for 28 figures."""
    return write.text(week, over=over)


def _published(at: Desk, place: Settings, week: Week, *, note: str, reviewer: str) -> Published:
    over = at.former.text if at.former else ""
    with tempfile.TemporaryDirectory() as aside:
        file = Path(aside) / f"{week.bulletin.slug}.yaml"
        file.write_text(_written(at, week), encoding="utf-8")
        return publishing.publish(place, file, note=note, reviewer=reviewer, over=over)


def _done(at: Desk, done: Published) -> None:
    """What is new, and the way to see it."""
    added, changed, removed = (
        len(getattr(done.documents, name)) for name in ("added", "changed", "removed")
    )
    facts = len(done.facts.added) + len(done.facts.changed) + len(done.facts.removed)
    told = [
        say(at.lang, "intake.done", release=done.release),
        say(
            at.lang,
            "intake.done_documents",
            added=figures.number(added, at.lang),
            changed=figures.number(changed, at.lang),
            removed=figures.number(removed, at.lang),
        ),
        count(at.lang, "intake.done_facts", facts),
    ]
    st.success(plain(" ".join(told)), icon=":material/check_circle:")
    st.page_link(
        st.session_state["pages"]["overview"],
        label=say(at.lang, "intake.see"),
        icon=":material/dashboard:",
        query_params=address.query(View(release=done.release)),
    )
