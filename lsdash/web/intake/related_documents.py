"""The other documents that one is about: how it stands to them, and what on record they are."""

import streamlit as st

from lsdash.intake.review.amended_documents import Known
from lsdash.intake.review.review import Cited, Document, Place
from lsdash.text import figures, pick, say
from lsdash.vocabulary import RelationKind
from lsdash.web.intake import already_published, bilingual, desk
from lsdash.web.intake.desk import Desk
from lsdash.web.parts.escaping import plain

BY_NUMBER = ""
"""Chosen where the number alone tells which document is meant."""


def show(at: Desk, document: Document, place: Place, number: int) -> None:
    """Of the document at position `number` of the draft."""
    st.subheader(say(at.lang, "intake.cited"), anchor=False)
    for position in range(len(document.cited)):
        _one(at, document, (*place, "cited", position), position)
    _add(at, place, number)


def _one(at: Desk, document: Document, place: Place, position: int) -> None:
    cited = document.cited[position]
    with st.container(border=True, key=at.key((*place, "card"))):
        desk.tick(at, plain(cited.printed), (*place, "kept"), cited.kept)
        if not cited.kept:
            return
        left, right = st.columns(2)
        with left:
            desk.choice(
                at,
                say(at.lang, "intake.relation"),
                (*place, "kind"),
                cited.kind,
                options=[*RelationKind],
                words=lambda code: say(at.lang, f"relation.{code}"),
            )
        with right:
            desk.line(at, say(at.lang, "intake.cited_number"), (*place, "number"), cited.number)
        _leads_to(at, document, cited, place)
        bilingual.lines(at, "target", (*place, "target"), cited.target)


def _leads_to(at: Desk, document: Document, cited: Cited, place: Place) -> None:
    """The document on record that the number means; of several the editor chooses."""
    if not cited.number:
        return
    own = [each.number for _, each in at.review.kept if each is not document]
    alike = already_published.by_number(at, document, cited.number)
    if len(alike) > 1:
        _choose(at, alike, cited, place)
    chosen = next((each for each in alike if each.slug == cited.document), None)
    meant = chosen or (alike[0] if alike else None)
    if cited.number in own:
        told, icon = say(at.lang, "intake.cited_here"), "link"
    elif meant:
        told, icon = say(at.lang, "intake.cited_known", name=_name(at, meant)), "link"
    else:
        told, icon = say(at.lang, "intake.cited_unknown"), "link_off"
    st.caption(f":material/{icon}: {plain(told)}")


def _choose(at: Desk, alike: list[Known], cited: Cited, place: Place) -> None:
    key = at.key((*place, "document"))
    names = {each.slug: _name(at, each) for each in alike}
    st.session_state[key] = cited.document if cited.document in names else BY_NUMBER

    def keep() -> None:
        at.change(lambda held: held.with_value((*place, "document"), st.session_state[key]))

    st.selectbox(
        say(at.lang, "intake.cited_which"),
        [BY_NUMBER, *names],
        format_func=lambda slug: names.get(slug) or say(at.lang, "intake.cited_newest"),
        key=key,
        on_change=keep,
    )


def _name(at: Desk, document: Known) -> str:
    """`380/QĐ-UBND, 04/03/2020: Chỉ tiêu cao đẳng`."""
    day = figures.day(document.signed_on, at.lang)
    return f"{document.number}, {day}: {pick(at.lang, document, 'title')}"


def _add(at: Desk, place: Place, number: int) -> None:
    """A document that was not found in the text, by its number."""
    key = at.key((*place, "add-cited"))

    def add() -> None:
        cited = str(st.session_state[key]).strip()
        if cited:
            at.change(lambda held: held.with_cited(number, cited))
            st.session_state[key] = ""

    st.text_input(
        say(at.lang, "intake.add_cited"),
        key=key,
        on_change=add,
        placeholder=say(at.lang, "intake.add_cited_eg"),
    )
