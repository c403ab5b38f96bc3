"""The draft on the screen, and widgets that write what the editor enters straight to disk.

A widget shows what the disk says, so that a reload, a restart or another tab loses nothing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Literal, TypeVar

import streamlit as st

from lsdash import settings
from lsdash.errors import DraftError
from lsdash.intake.review import saved, to_record
from lsdash.intake.review.earlier_record import Former
from lsdash.intake.review.gaps import Gap
from lsdash.intake.review.review import Place, Review
from lsdash.model import LINE_LENGTH
from lsdash.text import Lang, say
from lsdash.view import View
from lsdash.web.entrance import address
from lsdash.web.entrance.visit import Visit
from lsdash.web.parts.escaping import plain

FAILED = "intake-failed"
C = TypeVar("C", bound=StrEnum)


@dataclass(frozen=True)
class Desk:
    """A review open on the page, with the week as it is on record."""

    here: Visit
    folder: Path
    review: Review
    former: Former | None = None
    is_unreadable: bool = False
    """The week has a record that is not right: nothing may replace it."""

    @property
    def lang(self) -> Lang:
        return self.here.lang

    @cached_property
    def left(self) -> list[Gap]:
        """Everything that stands in the way of publishing."""
        unreadable = [Gap("record_unreadable")] if self.is_unreadable else []
        return [*unreadable, *to_record.left(self.review, self.former)]

    def key(self, place: Place) -> str:
        return "-".join(("intake", self.review.id, *map(str, place)))

    def change(self, how: Callable[[Review], Review], place: Place = ()) -> None:
        """Change the review as it stands on disk; a failure is shown beside the field at `place`,
        or above the page where there is none."""
        told: str | None = None
        try:
            now = datetime.now(UTC)
            changed = saved.change(self.folder, self.review.id, how, now=now)
            told, place = (None, ()) if changed else (say(self.lang, "intake.draft_gone"), ())
        except DraftError as error:
            told, place = say(self.lang, "intake_error.draft", file=error.file), ()
        except ValueError:
            told = say(self.lang, "intake.not_kept")
        st.session_state[FAILED] = (self.key(place) if place else "", told) if told else None

    def undo(self) -> None:
        """Go back by one change."""
        try:
            saved.undo(self.folder, self.review.id)
            st.session_state[FAILED] = None
        except DraftError as error:
            refuse("", say(self.lang, "intake_error.draft", file=error.file))


def folder() -> Path:
    return settings.read().drafts


def refuse(key: str, told: str) -> None:
    """Say why something was not kept: under the widget of this key, or above the page."""
    st.session_state[FAILED] = (key, told)


def failure() -> tuple[str, str] | None:
    """Where and why the last thing entered was not kept; None where it was."""
    told: tuple[str, str] | None = st.session_state.get(FAILED)
    return told


def refused(key: str) -> None:
    """Under a field: why what stands in it was not kept."""
    told = failure()
    if told and told[0] == key:
        st.error(plain(told[1]), icon=":material/block:")


def line(
    at: Desk,
    label: str,
    place: Place,
    value: str,
    *,
    tall: bool = False,
    is_bare: bool = False,
    how: Callable[[Review, str], Review] | None = None,
) -> None:
    """A text that is kept when the editor leaves the field; `how` says what else it changes.

    A bare one hides its label, which screen readers still say.
    """
    key = _shown(at, place, value)

    def keep() -> None:
        text = st.session_state[key]
        at.change(
            lambda review: how(review, text) if how else review.with_value(place, text), place
        )

    shown: Literal["visible", "collapsed"] = "collapsed" if is_bare else "visible"
    if tall:
        st.text_area(
            label,
            key=key,
            on_change=keep,
            height=100,
            max_chars=LINE_LENGTH,
            label_visibility=shown,
        )
    else:
        st.text_input(label, key=key, on_change=keep, max_chars=LINE_LENGTH, label_visibility=shown)
    refused(key)


def day(at: Desk, label: str, place: Place, value: date | None) -> None:
    key = _shown(at, place, value)

    def keep() -> None:
        at.change(lambda review: review.with_value(place, st.session_state[key]), place)

    st.date_input(
        label,
        value=None,
        key=key,
        on_change=keep,
        format="DD/MM/YYYY",
        min_value=date(1945, 1, 1),
        max_value=date(2100, 12, 31),
    )
    refused(key)


def choice(
    at: Desk,
    label: str,
    place: Place,
    value: str | None,
    *,
    options: Sequence[str],
    words: Callable[[str], str],
    may_be_none: bool = False,
) -> None:
    """One of several codes, shown in words."""
    key = _shown(at, place, value)

    def keep() -> None:
        at.change(lambda review: review.with_value(place, st.session_state[key]), place)

    st.selectbox(
        label,
        options,
        index=None if may_be_none else 0,
        format_func=words,
        key=key,
        on_change=keep,
        placeholder=say(at.lang, "intake.choose"),
    )
    refused(key)


def several(
    at: Desk,
    label: str,
    place: Place,
    value: Sequence[str],
    *,
    options: Sequence[str],
    words: Callable[[str], str],
) -> None:
    key = _shown(at, place, list(value))

    def keep() -> None:
        at.change(lambda review: review.with_value(place, tuple(st.session_state[key])))

    st.multiselect(
        label,
        options,
        format_func=words,
        key=key,
        on_change=keep,
        placeholder=say(at.lang, "intake.choose"),
    )


def tick(at: Desk, label: str, place: Place, value: bool) -> None:
    key = _shown(at, place, value)

    def keep() -> None:
        at.change(lambda review: review.with_value(place, st.session_state[key]))

    st.checkbox(label, key=key, on_change=keep)


def _shown(at: Desk, place: Place, value: object) -> str:
    """The widget's key, holding what the disk says unless the last entry could not be kept."""
    key = at.key(place)
    told = failure()
    if not told or told[0] not in ("", key) or key not in st.session_state:
        st.session_state[key] = value
    return key


def go(view: View) -> None:
    """Show another view of this page at once, with its link in the address bar."""
    st.session_state["view"] = view
    address.touch()
    st.rerun()


def on_sheet(here: Visit, sheet: int) -> View:
    return replace(here.view, sheet=sheet)
