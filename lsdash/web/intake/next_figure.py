"""The figure to look at next, beside the text: one press or one key for each."""

import streamlit as st

from lsdash.intake.review.earlier_record import Beside
from lsdash.intake.review.editing import accepting
from lsdash.intake.review.review import Seen
from lsdash.text import count, say
from lsdash.web.entrance import address
from lsdash.web.intake import desk, figure, spans
from lsdash.web.intake.desk import Desk
from lsdash.web.intake.parts import pieces
from lsdash.web.parts.escaping import plain

KEYS = {Seen.ACCEPTED: "1", Seen.MENDED: "2", Seen.STRUCK: "3"}
ICONS = {
    Seen.ACCEPTED: ":material/check:",
    Seen.MENDED: ":material/edit:",
    Seen.STRUCK: ":material/close:",
}


def position(at: Desk, number: int) -> int | None:
    """The figure being mended here, or the first that was not looked at; None without one."""
    figures = at.review.documents[number].figures
    mending = st.session_state.get(_mending(at, number))
    if mending is not None and mending < len(figures) and figures[mending].seen is Seen.MENDED:
        return int(mending)
    return next((n for n, each in enumerate(figures) if each.seen is Seen.OPEN), None)


def show(at: Desk, own: Beside, number: int) -> None:
    """The card of the document at position `number` of the draft."""
    now = position(at, number)
    if not own.document.figures:
        return
    with st.container(border=True, gap="small", key="intake-at-hand"):
        if now is None:
            _all_seen(at, number)
        else:
            _figure(at, own, number, now)


def _figure(at: Desk, own: Beside, number: int, now: int) -> None:
    place = ("documents", number, "figures", now)
    held, before = own.document.figures[now], own.change(now)
    figure.head(at, held, now + 1)
    if before:
        told = say(at.lang, "intake.published_before", printed=before.printed or "")
        st.caption(f":material/history: {plain(told)}")
    if held.end > held.start:
        st.markdown(spans.around(at.review.text, held, "primary"))
    pieces.show(at, held)
    figure.proposed(at, own.document, now)
    if held.seen is Seen.MENDED:
        figure.mend(at, place, held)
        st.button(
            say(at.lang, "intake.mended"),
            key=at.key((*place, "done")),
            icon=ICONS[Seen.ACCEPTED],
            on_click=_stop,
            args=(at, number),
        )
        return
    with st.container(horizontal=True, gap="small"):
        for seen, shortcut in KEYS.items():
            st.button(
                say(at.lang, f"decide.{seen}"),
                key=at.key(("documents", number, "hand", seen)),
                icon=ICONS[seen],
                type="primary" if seen is Seen.ACCEPTED else "secondary",
                shortcut=shortcut,
                on_click=_decide,
                args=(at, number, now, seen),
            )
        _all_certain(at, own, number)


def _all_certain(at: Desk, own: Beside, number: int) -> None:
    """One press for all figures that nothing speaks against."""
    positions = accepting.certain(own)
    if len(positions) > 1:
        st.button(
            plain(count(at.lang, "intake.accept_certain", len(positions))),
            key=at.key(("documents", number, "hand", "certain")),
            icon=":material/done_all:",
            shortcut="4",
            on_click=at.change,
            args=(lambda review: accepting.accepted(review, number, positions),),
        )


def _decide(at: Desk, number: int, now: int, seen: Seen) -> None:
    place = ("documents", number, "figures", now, "seen")
    at.change(lambda review: review.with_value(place, seen))
    if seen is Seen.MENDED:
        st.session_state[_mending(at, number)] = now


def _stop(at: Desk, number: int) -> None:
    st.session_state.pop(_mending(at, number), None)


def _all_seen(at: Desk, number: int) -> None:
    """Nothing is left to look at here; what comes next is one press away."""
    told = count(at.lang, "intake.all_seen", len(at.review.documents[number].figures))
    st.markdown(f":green[:material/check_circle:] {plain(told)}")
    waiting = [n for n, each in at.review.kept if any(f.seen is Seen.OPEN for f in each.figures)]
    if waiting:
        following = next((n for n in waiting if n > number), waiting[0])
        name = at.review.documents[following].number
        label, sheet = say(at.lang, "intake.next_open", number=name), following + 2
    else:
        label, sheet = say(at.lang, "intake.see_left"), len(at.review.documents) + 2
    st.page_link(
        st.session_state["pages"]["intake"],
        label=plain(label),
        icon=":material/arrow_forward:",
        query_params=address.query(desk.on_sheet(at.here, sheet)),
    )


def _mending(at: Desk, number: int) -> str:
    return at.key(("documents", number, "mending"))
