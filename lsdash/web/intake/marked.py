"""The bulletin's text with its spans marked: figures by number and state, what nothing claims."""

from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from lsdash.intake.review import Document, Figure, Seen
from lsdash.text import say
from lsdash.web.intake.desk import Desk
from lsdash.web.words import plain

COLOURS = {
    Seen.OPEN: "orange",
    Seen.ACCEPTED: "green",
    Seen.MENDED: "blue",
    Seen.STRUCK: "gray",
}
SIGNS = {Seen.OPEN: "?", Seen.ACCEPTED: "✓", Seen.MENDED: "✎", Seen.STRUCK: "✕"}
"""A state is never told by its colour alone."""


@dataclass(frozen=True)
class Mark:
    """A stretch of the text, in the Markdown that it is shown in."""

    start: int
    end: int
    opening: str
    closing: str = "]"


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
        shown = marked(at.review.text, document.start, document.end, marks)
        st.markdown(shown)
    st.caption(say(at.lang, "intake.legend"))


def in_sentence(whole: str, figure: Figure, colour: str) -> str:
    """The sentence of a figure, as Markdown, with the figure marked."""
    mark = Mark(figure.start, figure.end, f":{colour}-background[**", "**]")
    return marked(whole, figure.sentence.start, figure.sentence.end, [mark])


def marked(whole: str, start: int, end: int, marks: Iterable[Mark]) -> str:
    """`whole[start:end]` as Markdown; marks that overlap an earlier one are left out."""
    parts: list[str] = []
    at = start
    for mark in sorted(marks, key=lambda each: (each.start, -each.end)):
        if mark.start < at or mark.end > end:
            continue
        parts += [_lines(whole[at : mark.start]), mark.opening]
        parts += [plain(" ".join(whole[mark.start : mark.end].split())), mark.closing]
        at = mark.end
    parts.append(_lines(whole[at:end]))
    return "".join(parts)


def _lines(text: str) -> str:
    """Plain text whose lines stay apart, and whose spaces do not open a code block."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    first = " " if text[:1].isspace() and lines and lines[0] else ""
    last = " " if text[-1:].isspace() and lines and lines[-1] else ""
    return first + "\n\n".join(plain(line) for line in lines) + last
