"""A document's figures in the bulletin's own sentences, where an editor brought the text."""

from collections.abc import Sequence
from functools import lru_cache

import streamlit as st

from lsdash import settings
from lsdash.intake.review import source_places
from lsdash.intake.review.source_places import Spot, Stated
from lsdash.store import read, texts
from lsdash.store.rows import DecisionRow, FactRow
from lsdash.text import say
from lsdash.web.entrance.visit import Visit
from lsdash.web.parts import cards, highlighting
from lsdash.web.parts.highlighting import Mark

KEPT = 64
"""Documents whose figures' places are kept in memory."""


def sentence(here: Visit, decision: DecisionRow, facts: Sequence[FactRow], chosen: FactRow) -> None:
    """The sentence of one figure, with the figure marked; nothing where the text is not here."""
    text, spots = _found(here, decision, facts)
    spot = spots.get(chosen.slug)
    if text and spot:
        mark = Mark(spot.start, spot.end, ":primary-background[**", "**]")
        st.markdown(highlighting.text(text, spot.sentence.start, spot.sentence.end, [mark]))


def show(here: Visit, decision: DecisionRow, facts: Sequence[FactRow]) -> None:
    """Every sentence that holds a figure, in the order of the text."""
    text, spots = _found(here, decision, facts)
    if not text or not spots:
        return
    cards.section(here, "decisions.in_text")
    marks = [Mark(each.start, each.end, ":primary-background[**", "**]") for each in spots.values()]
    sentences = sorted({(each.sentence.start, each.sentence.end) for each in spots.values()})
    with st.container(border=True, key="source-text"):
        for start, end in sentences:
            st.markdown(highlighting.text(text, start, end, marks))
    st.caption(say(here.lang, "decisions.in_text_how"))


def _found(
    here: Visit, decision: DecisionRow, facts: Sequence[FactRow]
) -> tuple[str | None, dict[str, Spot]]:
    """The bulletin's text, if it is here, and the places of the figures in it."""
    week = next(each for each in here.ask(read.weeks) if each.slug == decision.bulletin)
    text = texts.find(settings.read(), week.text_sha256)
    if text is None:
        return None, {}
    stated = tuple(
        Stated(fact.slug, fact.printed, fact.paragraph)
        for fact in facts
        if fact.printed and fact.paragraph is not None
    )
    return text, _spots(text, decision.number, stated)


@lru_cache(maxsize=KEPT)
def _spots(text: str, number: str, stated: tuple[Stated, ...]) -> dict[str, Spot]:
    return source_places.find(text, number, stated)
