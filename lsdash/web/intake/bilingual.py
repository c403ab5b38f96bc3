"""A text in both languages, its fields side by side; English that comes later is not asked."""

from collections.abc import Sequence

import streamlit as st

from lsdash.intake.review.editing import glossary
from lsdash.intake.review.review import Place, Review
from lsdash.intake.review.words import Words
from lsdash.text import LANGS, Lang, say
from lsdash.web.intake import already_published, desk
from lsdash.web.intake.desk import Desk


def lines(at: Desk, name: str, place: Place, words: Words, *, tall: bool = False) -> None:
    """`name` is that of the labels: `intake.vi_<name>`, `intake.en_<name>`."""
    asked = languages(at, words)
    for lang, column in zip(asked, st.columns(len(asked)), strict=True):
        with column:
            line(at, name, place, words, lang, tall=tall)


def line(
    at: Desk,
    name: str,
    place: Place,
    words: Words,
    lang: Lang,
    *,
    tall: bool = False,
    is_bare: bool = False,
) -> None:
    """One of the two; what was called so before brings its English along."""

    def how(review: Review, text: str) -> Review:
        known = already_published.english(at) if lang == "vi" else {}
        return glossary.written(review, place, lang, text, known)

    label = say(at.lang, f"intake.{lang}_{name}")
    value = getattr(words, lang)
    desk.line(at, label, (*place, lang), value, tall=tall, is_bare=is_bare, how=how)


def languages(at: Desk, words: Words) -> Sequence[Lang]:
    """Those that are asked for now."""
    return ("vi",) if at.review.english_later and not words.en.strip() else LANGS
