"""One document of the draft: its text on one side, what is to be published of it on the other."""

from collections.abc import Iterator
from enum import StrEnum
from itertools import islice

import streamlit as st

from lsdash import sentences, settings
from lsdash.intake.drafting import places
from lsdash.intake.drafting.model import Placed
from lsdash.intake.review import checks, earlier_record, pictures, review
from lsdash.intake.review.earlier_record import Beside
from lsdash.intake.review.editing import misread
from lsdash.intake.review.review import Document, Place
from lsdash.records import flags
from lsdash.text import count, figures, pick, say
from lsdash.vocabulary import Issuer, Sector, Status
from lsdash.web.intake import (
    already_published,
    bilingual,
    desk,
    figure,
    next_figure,
    record,
    related_documents,
    spans,
    tasks,
)
from lsdash.web.intake.desk import Desk
from lsdash.web.intake.parts import further, pieces, signed, table_grid
from lsdash.web.parts.escaping import plain


def show(at: Desk, number: int) -> None:
    """The document at position `number` of the draft."""
    document = at.review.documents[number]
    place: Place = ("documents", number)
    own = earlier_record.beside(at.review, document, at.former)
    left, right = st.columns([5, 6], gap="large")
    with left, st.container(key="intake-beside"):
        if document.kept:
            next_figure.show(at, own, number)
        spans.text(at, document, next_figure.position(at, number))
        _unread(at, document)
        _flags(at, number)
    with right:
        desk.tick(at, say(at.lang, "intake.publish_this"), (*place, "kept"), document.kept)
        if document.kept:
            _only_cited(at, own, number)
        if not document.kept:
            if own.decision:
                st.warning(say(at.lang, "intake.goes_from_record"), icon=":material/delete:")
            return
        _paper(at, document, place)
        _words(at, document, place)
        _figures(at, own, place, number)
        tasks.show(at, document, place, number)
        related_documents.show(at, document, place, number)
        _questions(at, document, place, number)
        further.show(at, own, place, number)
        record.facts(at, own)


def _only_cited(at: Desk, own: Beside, number: int) -> None:
    """What is on record of another week, or stands here only because another document names it."""
    document = own.document
    known = [] if own.decision else already_published.by_number(at, document, document.number)
    same = next((each for each in known if each.signed_on == document.signed_on), None)
    if same:
        told = say(at.lang, "intake.already_on_record", name=pick(at.lang, same, "title"))
        st.warning(plain(told), icon=":material/inventory_2:")
    others = [n for n, _ in at.review.kept if n != number]
    if not others:
        return
    key = at.key(("documents", number, "cited-by"))
    st.session_state[key] = None

    def keep() -> None:
        by = st.session_state[key]
        if by is not None:
            at.change(lambda review: misread.only_cited(review, number, by))

    with st.popover(say(at.lang, "intake.only_cited"), icon=":material/format_quote:"):
        st.caption(say(at.lang, "intake.only_cited_help"))
        st.selectbox(
            say(at.lang, "intake.cited_by"),
            others,
            index=None,
            format_func=lambda n: heading(at, n),
            key=key,
            on_change=keep,
            placeholder=say(at.lang, "intake.choose"),
        )


def heading(at: Desk, number: int) -> str:
    """`381/QĐ-UBND`, or the position while the number is not known."""
    document = at.review.documents[number]
    return document.number or say(at.lang, "intake.document_n", n=number + 1)


def _unread(at: Desk, document: Document) -> None:
    if document.unread:
        told = [at.review.text[each.start : each.end] for each in document.unread]
        words = count(at.lang, "intake.unread", len(told), numbers=", ".join(told))
        st.warning(plain(words), icon=":material/priority_high:")


def _flags(at: Desk, number: int) -> None:
    """What looks odd as it stands now, in the words that readers will see."""
    known = flags.known_points(settings.read().records.parent / "series.csv")
    document = at.review.documents[number]
    for flag in checks.find(at.review, number, known):
        words = sentences.oddity(flag.rule, document.number, flag.evidence, at.lang)
        st.info(plain(words), icon=":material/flag:")


def _paper(at: Desk, document: Document, place: Place) -> None:
    """Number, date, who issued it, and what it is."""
    one, two = st.columns(2)
    with one:
        desk.line(at, say(at.lang, "intake.number"), (*place, "number"), document.number)
        st.caption(_kind(at, document))
        for named in islice(_named(at, document), 1):
            pieces.show(at, named)
        _code(at, "intake.issuer", document, (*place, "issuer"), Issuer)
    with two:
        desk.day(at, say(at.lang, "intake.signed_on"), (*place, "signed_on"), document.signed_on)
        _code(at, "filters.status", document, (*place, "status"), Status)
        _code(at, "filters.sector", document, (*place, "sector"), Sector)
        if document.sector_words:
            words = ", ".join(document.sector_words)
            st.caption(plain(say(at.lang, "intake.sector_words", words=words)))
    desk.several(
        at,
        say(at.lang, "intake.second_sectors"),
        (*place, "second_sectors"),
        document.second_sectors,
        options=[*Sector],
        words=lambda code: say(at.lang, f"sector.{code}"),
    )
    if document.paper:
        signed.show(at, document.paper, place)


def _named(at: Desk, document: Document) -> Iterator[Placed]:
    """Where the text has the document's number."""
    number = document.number
    return places.printed_in(at.review.text, number, document.start, document.end)


def _code(at: Desk, label: str, document: Document, place: Place, codes: type[StrEnum]) -> None:
    """The field at `place`, one of a closed list in the reader's words."""
    name = str(place[-1])
    desk.choice(
        at,
        say(at.lang, label),
        place,
        getattr(document, name),
        options=[*codes],
        words=lambda code: say(at.lang, f"{name}.{code}"),
    )


def _kind(at: Desk, document: Document) -> str:
    """The kind by the number's symbol, and the one that the text names where it differs."""
    if document.key is None:
        return say(at.lang, "gap.number")
    name = say(at.lang, f"kind.{document.key.kind}")
    called = getattr(document.kind_called, at.lang)
    if called and called.casefold() != name.casefold():
        return plain(say(at.lang, "intake.kind_called", kind=name, called=called))
    return plain(say(at.lang, "intake.kind_is", kind=name))


def _words(at: Desk, document: Document, place: Place) -> None:
    """What people will read of it, in both languages."""
    st.subheader(say(at.lang, "intake.words"), anchor=False)
    st.caption(say(at.lang, "intake.own_words"))
    for name in ("title", "short_title", "summary"):
        is_tall = name in {"title", "summary"}
        bilingual.lines(at, name, (*place, name), getattr(document, name), tall=is_tall)


def _figures(at: Desk, own: Beside, place: Place, number: int) -> None:
    document = own.document
    st.subheader(say(at.lang, "intake.figures"), anchor=False)
    _sums(at, document)
    if not document.figures:
        st.caption(say(at.lang, "intake.no_figures"))
    now = next_figure.position(at, number)
    table_grid.show(at, own, place, now)
    for position, each in enumerate(document.figures):
        if each.table is None:
            here = (*place, "figures", position)
            figure.card(at, own, here, position, is_at_hand=position == now)
    _add(at, document, number)


def _sums(at: Desk, document: Document) -> None:
    """Every whole with its parts, as it stands now."""
    for whole, parts, closes in review.sums(document):
        if all(part.table for part in parts):
            continue  # the table says so itself
        terms = " + ".join(figure.read_as(at, part) for part in parts)
        key = "intake.sum_closes" if closes else "intake.sum_does_not_close"
        words = plain(say(at.lang, key, parts=terms, whole=figure.read_as(at, whole)))
        if closes:
            st.success(words, icon=":material/check:")
        else:
            st.warning(words, icon=":material/priority_high:")


def _add(at: Desk, document: Document, number: int) -> None:
    """A figure that was not found: copied from the text, where it must stand."""
    key = at.key(("documents", number, "add"))

    def add() -> None:
        printed = str(st.session_state[key]).strip()
        if not printed:
            return
        found = misread.found_in(at.review.text, document, printed)
        if found is None:
            desk.refuse(key, say(at.lang, "intake.not_in_text", printed=printed))
            return
        if at.review.scanned:
            page = pictures.page(at.folder, at.review.id, found)
            found = found.model_copy(update={"page": page})
        at.change(lambda held: held.with_added(number, found))
        st.session_state[key] = ""

    st.text_input(
        say(at.lang, "intake.add"), key=key, on_change=add, help=say(at.lang, "intake.add_help")
    )
    desk.refused(key)


def _questions(at: Desk, document: Document, place: Place, number: int) -> None:
    """What the document leaves open: proposals to tick, and the editor's own."""
    st.subheader(say(at.lang, "subject.silences"), anchor=False)
    st.caption(say(at.lang, "intake.questions_help"))
    for position, each in enumerate(document.questions):
        here = (*place, "questions", position)
        label = plain(getattr(each.words, at.lang) or each.words.vi)
        desk.tick(at, label or say(at.lang, "intake.question_new"), (*here, "kept"), each.kept)
        if each.kept and each.words.missing:
            bilingual.lines(at, "question", (*here, "words"), each.words)
    st.button(
        say(at.lang, "intake.add_question"),
        key=at.key((*place, "add-question")),
        icon=":material/add:",
        on_click=at.change,
        args=(lambda review: review.with_question(number),),
    )


def progress(at: Desk, number: int) -> str:
    """How far the document is: `✓`, or how many things are left."""
    left = sum(1 for gap in at.left if gap.document == number)
    return "✓" if left == 0 else figures.number(left, at.lang)
