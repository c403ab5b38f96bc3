"""Streamlit's own words, "Close", "Press Enter to apply", in the reader's language.

Streamlit has them in English alone, and what people listen to says them too. The English phrases
under `streamlit` are what it writes, letter by letter; `{what}` is a name or a number in it.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import streamlit as st

from lsdash.text import Lang, phrases

_saying = st.components.v2.component(
    "lsdash_words", js=Path(__file__).with_name("words.js").read_text(encoding="utf-8")
)


def say_in(lang: Lang) -> None:
    """Once a page."""
    _saying(key="words", data=dict(of_streamlit(lang)))


@cache
def of_streamlit(lang: Lang) -> Mapping[str, str]:
    """What Streamlit writes → the same in this language."""
    ours = phrases(lang)
    theirs = phrases("en").items()
    words = {english: ours[key] for key, english in theirs if key.startswith("streamlit.")}
    return {english: said for english, said in words.items() if said != english}
