"""The bulletin's text with its spans marked: figures by number and state, what nothing claims."""

import streamlit as st

from lsdash.intake.review import Document, Figure, Seen
from lsdash.text import say
from lsdash.web import marked
from lsdash.web.intake.desk import Desk
from lsdash.web.marked import Mark

COLOURS = {
    Seen.OPEN: "orange",
    Seen.ACCEPTED: "green",
    Seen.MENDED: "blue",
    Seen.STRUCK: "gray",
}
SIGNS = {Seen.OPEN: "?", Seen.ACCEPTED: "✓", Seen.MENDED: "✎", Seen.STRUCK: "✕"}
"""A state is never told by its colour alone."""


def text(at: Desk, document: Document) -> None:
    """The item's text with every figure, and the numbers that were not read."""
    marks = [
        Mark(
            figure.start,
            figure.end,
            f":{COLOURS[figure.seen]}-background[**{number}**{SIGNS[figure.seen]} ",
        )
        for number, figure in enumerate(document.figures, start=1)
        if figure.end > figure.start
    ]
    marks += [
        Mark(each.start, each.end, ":red-background[:red[**!**] ") for each in document.unread
    ]
    with st.container(border=True, key="intake-text"):
        st.markdown(marked.text(at.review.text, document.start, document.end, marks))
    st.caption(say(at.lang, "intake.legend"))


def in_sentence(whole: str, figure: Figure, colour: str) -> str:
    """The sentence of a figure, as Markdown, with the figure marked."""
    mark = Mark(figure.start, figure.end, f":{colour}-background[**", "**]")
    return marked.text(whole, figure.sentence.start, figure.sentence.end, [mark])
