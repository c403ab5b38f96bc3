"""The intake page: the way in, or a draft sheet by sheet, for those who may enter."""

from dataclasses import replace

import streamlit as st

from lsdash import settings
from lsdash.errors import DraftError, RecordErrors
from lsdash.intake.review import earlier_record, saved
from lsdash.intake.review.review import Review
from lsdash.settings import Settings
from lsdash.text import count, figures, say
from lsdash.view import Notice, Noticed
from lsdash.web.entrance import access, address
from lsdash.web.entrance.access import Access, Admission
from lsdash.web.entrance.visit import Visit
from lsdash.web.intake import desk, document, left_over, publish, record, start
from lsdash.web.intake.desk import Desk
from lsdash.web.intake.parts import old_font, topics
from lsdash.web.parts import cards, notices, paging
from lsdash.web.parts.escaping import plain


def show(here: Visit) -> None:
    admission = access.ask()
    if not admission.is_open:
        _shut(here, admission)
        return
    if admission.editor:
        _signed_in(here, admission)
    place = settings.read()
    if not here.view.draft:
        start.show(here, place)
        return
    try:
        found = saved.open_review(place.drafts, here.view.draft)
    except DraftError as error:
        st.error(plain(start.refusal(here, error)), icon=":material/broken_image:")
        return
    if found is None:
        notices.show([Noticed(Notice.UNKNOWN_DRAFT, "draft", here.view.draft)], here)
        start.show(replace(here, view=replace(here.view, draft="", sheet=1)), place)
        return
    _draft(_desk(paging.within(here, len(found.documents) + 2), place, found))


def _desk(here: Visit, place: Settings, found: Review) -> Desk:
    """The draft beside its week's record, or told that this cannot be read."""
    try:
        return Desk(here, place.drafts, found, record.find(place, found.week))
    except RecordErrors as error:
        file = place.records / f"{found.week}.yaml"
        st.error(plain(say(here.lang, "intake.record_unreadable", file=file)))
        st.code(str(error), language=None, wrap_lines=True)
        return Desk(here, place.drafts, found, is_unreadable=True)


def _shut(here: Visit, admission: Admission) -> None:
    """Why nobody, or not this reader, may enter bulletins here, and what to do."""
    cards.title(say(here.lang, f"access.title_{admission.access}"))
    st.markdown(say(here.lang, f"access.{admission.access}"))
    if admission.access is Access.OFF:
        st.markdown(say(here.lang, "access.how"))
        st.code(say(here.lang, "access.secrets"), language=None)
    elif admission.access is Access.SIGN_IN:
        for provider in access.providers():
            label = say(here.lang, "access.enter")
            label = f"{label}: {plain(provider)}" if provider else label
            st.button(
                label,
                key=f"enter-{provider}",
                on_click=st.login,
                args=(provider,),
                icon=":material/login:",
                type="primary",
            )
    else:
        st.button(say(here.lang, "access.leave"), on_click=st.logout, icon=":material/logout:")


def _signed_in(here: Visit, admission: Admission) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(plain(say(here.lang, "access.editor", name=admission.editor)), width="content")
        st.button(say(here.lang, "access.leave"), on_click=st.logout, type="tertiary")


def _draft(at: Desk) -> None:
    """One sheet of the draft under its heading, with the way to the others."""
    sheet, last = at.here.view.sheet, len(at.review.documents) + 2
    cards.title(at.review.title or say(at.lang, "intake.untitled"))
    _progress(at)
    _sheets(at)
    desk.refused("")
    record.choose(at)
    if sheet == 1:
        old_font.notice(at)
        _bulletin(at)
    elif sheet == last:
        publish.show(at, settings.read())
    else:
        document.show(at, sheet - 2)
    if sheet < last:
        st.page_link(
            st.session_state["pages"]["intake"],
            label=say(at.lang, "intake.next"),
            icon=":material/arrow_forward:",
            query_params=address.query(desk.on_sheet(at.here, sheet + 1)),
        )


def _progress(at: Desk) -> None:
    seen, total = at.review.looked_at
    words = count(at.lang, "intake.seen", total, seen=figures.number(seen, at.lang))
    left = count(at.lang, "intake.to_do", len(at.left))
    at_moment = say(at.lang, "intake.saved", at=figures.moment(at.review.saved_at, at.lang))
    st.progress(seen / total if total else 1.0, text=plain(" · ".join((words, left, at_moment))))
    with st.container(horizontal=True, vertical_alignment="center", key="intake-tools"):
        desk.tick(
            at, say(at.lang, "intake.english_later"), ("english_later",), at.review.english_later
        )
        st.space("stretch")
        st.button(
            say(at.lang, "intake.undo"),
            icon=":material/undo:",
            type="tertiary",
            shortcut="u",
            disabled=not saved.can_undo(at.folder, at.review.id),
            on_click=at.undo,
        )


def _sheets(at: Desk) -> None:
    """Every sheet as a link, each document with what is left to do in it."""
    page = st.session_state["pages"]["intake"]
    names = [say(at.lang, "intake.bulletin")]
    for number, each in enumerate(at.review.documents):
        mark = document.progress(at, number) if each.kept else "✕"
        names.append(f"{document.heading(at, number)} · {mark}")
    names.append(say(at.lang, "intake.publish"))
    with st.container(horizontal=True, gap="xsmall", key="intake-sheets"):
        st.page_link(
            page,
            label=say(at.lang, "intake.all_drafts"),
            icon=":material/arrow_back:",
            query_params=address.query(replace(at.here.view, draft="", sheet=1)),
        )
        for sheet, name in enumerate(names, start=1):
            now = sheet == at.here.view.sheet
            st.page_link(
                page,
                label=f"**{plain(name)}**" if now else plain(name),
                icon="",
                disabled=now,
                query_params=address.query(desk.on_sheet(at.here, sheet)),
            )


def _bulletin(at: Desk) -> None:
    """What the bulletin says of itself."""
    held = at.review
    if held.scanned:
        pages = ", ".join(map(str, held.scanned))
        told = count(at.lang, "intake.scanned", len(held.scanned), pages=pages)
        st.warning(plain(told), icon=":material/document_scanner:")
    is_in_a_draft = _beside(at)
    if held.is_paper:
        _paper(at, is_told=is_in_a_draft)
        return
    desk.line(at, say(at.lang, "intake.bulletin_title"), ("title",), held.title)
    one, two, three = st.columns(3)
    with one:
        desk.day(at, say(at.lang, "intake.from"), ("period_from",), held.period_from)
    with two:
        desk.day(at, say(at.lang, "intake.to"), ("period_to",), held.period_to)
    with three:
        desk.line(at, say(at.lang, "intake.author"), ("author",), held.author)
    if held.week:
        st.caption(plain(say(at.lang, "intake.week", week=held.week)))
    desk.line(at, say(at.lang, "intake.address"), ("address",), held.address)
    desk.tick(
        at,
        say(at.lang, "intake.headlines_complete"),
        ("headlines_complete",),
        held.headlines_complete,
    )
    topics.show(at)
    record.documents(at)
    left_over.show(at)


def _beside(at: Desk) -> bool:
    """Drafts that tell of the same document from the other source, and how the two come together:
    whichever is published second joins what is on record by then."""
    found = saved.beside(at.folder, at.review)
    if not found:
        return False
    with st.container(border=True, gap="small", key=at.key(("beside",))):
        key = "intake.beside_bulletin" if at.review.is_paper else "intake.beside_papers"
        st.markdown(say(at.lang, key))
        for each in found:
            st.page_link(
                st.session_state["pages"]["intake"],
                label=plain(each.title or each.name),
                icon=":material/edit_document:",
                query_params=address.query(replace(at.here.view, draft=each.id, sheet=1)),
            )
    return True


def _paper(at: Desk, *, is_told: bool) -> None:
    """That a document itself was brought, and what it joins: on record, or told in a draft."""
    week = at.former.week if at.former else None
    for each in at.review.documents:
        joins = earlier_record.document_of(each, week) is not None
        if is_told and not joins:
            continue
        key = "intake.paper_joins" if joins else "intake.paper_alone"
        told = say(at.lang, key, number=each.number, week=at.review.week)
        st.info(plain(told), icon=":material/description:")
    record.documents(at)
    left_over.show(at)
