"""The bulletin's text with its spans marked: figures by number and state, what nothing claims."""

from collections.abc import Sequence

import streamlit as st

from lsdash.intake.drafting.model import Placed
from lsdash.intake.review.review import Document, Figure, Seen
from lsdash.text import say
from lsdash.web.intake.desk import Desk
from lsdash.web.intake.parts import old_font
from lsdash.web.parts import highlighting
from lsdash.web.parts.escaping import plain
from lsdash.web.parts.highlighting import Mark

COLOURS = {
    Seen.OPEN: "orange",
    Seen.ACCEPTED: "green",
    Seen.MENDED: "blue",
    Seen.STRUCK: "gray",
}
SIGNS = {Seen.OPEN: "?", Seen.ACCEPTED: "✓", Seen.MENDED: "✎", Seen.STRUCK: "✕"}
"""A state is never told by its colour alone."""

AROUND = 120
"""Characters of its sentence that are shown on either side of a figure; the whole text is near."""


def text(at: Desk, document: Document, at_hand: int | None) -> None:
    """The item's text with every figure, the one at hand apart, and numbers that were not read."""
    marks = [
        Mark(
            figure.start,
            figure.end,
            f":{'primary' if position == at_hand else COLOURS[figure.seen]}-background["
            f"**{position + 1}**{SIGNS[figure.seen]} ",
        )
        for position, figure in enumerate(document.figures)
        if figure.end > figure.start
    ]
    marks += [
        Mark(each.start, each.end, ":red-background[:red[**!**] ") for each in document.unread
    ]
    marks += old_font.marks(at, document)
    with st.container(border=True, key="intake-text"):
        told = highlighting.text(at.review.text, document.start, document.end, marks)
        st.markdown(highlighting.tabled(told))
    st.caption(say(at.lang, "intake.legend"))
    old_font.beside(at, document)


def quoted(at: Desk, told: Sequence[Placed]) -> None:
    """The words of the text that something was proposed by."""
    said = [" ".join(at.review.text[each.start : each.end].split()) for each in told]
    if said:
        words = "; ".join(f"“{each}”" for each in said)
        st.caption(plain(say(at.lang, "intake.said", words=words)))


def around(whole: str, figure: Figure, colour: str) -> str:
    """The figure marked among the words of its sentence around it, as Markdown."""
    mark = Mark(figure.start, figure.end, f":{colour}-background[**", "**]")
    start, end = figure.sentence.start, figure.sentence.end
    if figure.start - start > AROUND:
        start = whole.find(" ", figure.start - AROUND, figure.start) + 1 or figure.start
    if end - figure.end > AROUND:
        end = max(whole.rfind(" ", figure.end, figure.end + AROUND), figure.end)
    told = highlighting.text(whole, start, end, [mark])
    before = "… " if start > figure.sentence.start else ""
    return before + told + (" …" if end < figure.sentence.end else "")
