"""Links of `hypertext` inside the app: Streamlit follows only its own, each an element."""

from pathlib import Path

import streamlit as st

_following = st.components.v2.component(
    "lsdash_links", js=Path(__file__).with_name("links.js").read_text(encoding="utf-8")
)


def follow() -> None:
    """Once a page: a click on a link changes the view without loading the app anew."""
    _following(key="links")
