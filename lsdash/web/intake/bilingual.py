"""A text in both languages, its two fields side by side."""

import streamlit as st

from lsdash.intake.review.review import Place, Words
from lsdash.text import LANGS, say
from lsdash.web.intake import desk
from lsdash.web.intake.desk import Desk


def lines(at: Desk, name: str, place: Place, words: Words, *, tall: bool = False) -> None:
    """`name` is that of the labels: `intake.vi_<name>`, `intake.en_<name>`."""
    for lang, column in zip(LANGS, st.columns(2), strict=True):
        with column:
            label = say(at.lang, f"intake.{lang}_{name}")
            desk.line(at, label, (*place, lang), getattr(words, lang), tall=tall)
