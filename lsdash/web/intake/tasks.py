"""Who is to do what by when: the document's addressee, agency and day, and its contents by word."""

import streamlit as st

from lsdash.intake.review.review import Document, Place
from lsdash.text import say
from lsdash.web.intake import bilingual, desk, spans
from lsdash.web.intake.desk import Desk
from lsdash.web.parts.escaping import plain


def show(at: Desk, document: Document, place: Place, number: int) -> None:
    """Of the document at position `number` of the draft."""
    st.subheader(say(at.lang, "intake.follow_up"), anchor=False)
    spans.quoted(at, document.told_at)
    bilingual.lines(at, "addressed_to", (*place, "addressed_to"), document.addressed_to)
    bilingual.lines(at, "lead", (*place, "lead"), document.lead)
    left, _ = st.columns(2)
    with left:
        label = say(at.lang, "intake.document_deadline")
        desk.day(at, label, (*place, "deadline"), document.deadline)
    _contents(at, document, place, number)


def _contents(at: Desk, document: Document, place: Place, number: int) -> None:
    """Contents without a figure; folded unless one is still to be worded."""
    kept = sum(task.kept for task in document.tasks)
    is_open = any(task.kept and task.words.missing for task in document.tasks)
    label = say(at.lang, "intake.contents", n=kept)
    with st.expander(label, expanded=is_open, key=at.key((*place, "contents"))):
        st.caption(say(at.lang, "intake.own_words"))
        for position in range(len(document.tasks)):
            _content(at, document, (*place, "tasks", position), position)
        st.button(
            say(at.lang, "intake.add_content"),
            key=at.key((*place, "add-content")),
            icon=":material/add:",
            on_click=at.change,
            args=(lambda review: review.with_task(number),),
        )


def _content(at: Desk, document: Document, place: Place, position: int) -> None:
    task = document.tasks[position]
    with st.container(border=True, key=at.key((*place, "card"))):
        said = " ".join(at.review.text[task.start : task.end].split())
        name = f"“{said}”" if said else getattr(task.words, at.lang)
        label = name or say(at.lang, "intake.content_n", n=position + 1)
        desk.tick(at, plain(label), (*place, "kept"), task.kept)
        if not task.kept:
            return
        bilingual.lines(at, "content", (*place, "words"), task.words, tall=True)
        bilingual.lines(at, "lead", (*place, "lead"), task.lead)
        left, _ = st.columns(2)
        with left:
            desk.day(at, say(at.lang, "intake.deadline"), (*place, "deadline"), task.deadline)
