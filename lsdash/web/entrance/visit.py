"""Who looks at what: the language, theme, view and release of the page being shown."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import streamlit as st

from lsdash.charts.style import Theme
from lsdash.contents import reading
from lsdash.store.release import Release
from lsdash.text import Lang
from lsdash.view import View

T = TypeVar("T")


@dataclass(frozen=True)
class Visit:
    lang: Lang
    theme: Theme
    view: View
    release: Release
    touched: bool = False
    """The reader has just changed a filter or an input: what widgets say is newer than the view."""

    def ask(self, question: Callable[..., T], *args: Any, **options: Any) -> T:
        """A question of `store.read`, answered from memory when it was asked before."""
        return reading.answer(question, self.release, *args, **options)

    def of(self, release: Release) -> "Visit":
        """The same visit with another release, to be asked."""
        return replace(self, release=release)

    def at(self, view: View) -> "Visit":
        """The same visit with another view, to be asked."""
        return replace(self, view=view)


def current() -> Visit:
    """The visit that the frame has opened for the page now running."""
    visit: Visit = st.session_state["visit"]
    return visit


def keep(visit: Visit) -> None:
    st.session_state["visit"] = visit


def pause() -> None:
    """End this run if its reader has left or has clicked on: Streamlit does so at any use of state.

    To be called from work that lasts and says nothing meanwhile.
    """
    _ = "visit" in st.session_state
