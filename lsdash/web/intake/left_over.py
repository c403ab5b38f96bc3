"""What of a bulletin is no document's: words to be placed, words set aside, what was not read."""

from collections import Counter

import streamlit as st

from lsdash.intake.drafting.model import Belongs
from lsdash.intake.review.review import Loose
from lsdash.text import count, figures, say
from lsdash.web.intake import document
from lsdash.web.intake.desk import Desk
from lsdash.web.parts import highlighting
from lsdash.web.parts.escaping import plain
from lsdash.web.parts.highlighting import Mark

SET_ASIDE = (Belongs.LIST, Belongs.GROUP, Belongs.AUTHOR, Belongs.FURNITURE)
"""Parts that are no item's by rule."""


def show(at: Desk) -> None:
    """The account of the text, and everything in it that is of no document."""
    if not at.review.account:
        return
    st.subheader(say(at.lang, "intake.account"), anchor=False)
    st.markdown(plain(_account(at)))
    for position, each in enumerate(at.review.loose):
        _loose(at, position, each)
    if sum(each.is_open for each in at.review.loose) > 1:
        st.button(
            say(at.lang, "intake.loose_all_aside"),
            on_click=at.change,
            args=(lambda review: review.with_aside(),),
        )
    _set_aside(at)
    _left_out(at)


def _account(at: Desk) -> str:
    """`1.204 ký tự: mục 800, dòng bảng 304, …`: the parts add up to the whole."""
    held: Counter[Belongs] = Counter()
    for part in at.review.account:
        held[part.belongs] += part.end - part.start
    parts = ", ".join(
        f"{say(at.lang, f'belongs.{belongs}')} {figures.number(held[belongs], at.lang)}"
        for belongs in Belongs
        if held[belongs]
    )
    return count(at.lang, "intake.characters", held.total(), parts=parts)


def _loose(at: Desk, position: int, loose: Loose) -> None:
    """A part of no document; where it holds a number the editor says whose it is."""
    marks = [Mark(each.start, each.end, ":orange-background[**", "**]") for each in loose.figures]
    marks += [Mark(each.start, each.end, ":red-background[**", "**]") for each in loose.unread]
    with st.container(border=True, key=at.key(("loose", position))):
        st.markdown(highlighting.text(at.review.text, loose.start, loose.end, marks))
        if loose.document is not None:
            name = document.heading(at, loose.document)
            st.caption(plain(say(at.lang, "intake.loose_placed", number=name)))
        elif loose.is_aside:
            st.caption(say(at.lang, "intake.loose_aside"))
        elif loose.is_open:
            _ask(at, position)


def _ask(at: Desk, position: int) -> None:
    key = at.key(("loose", position, "where"))
    numbers = [number for number, _ in at.review.kept]

    def keep() -> None:
        chosen = st.session_state[key]
        if chosen is None:
            return
        if chosen < 0:
            at.change(lambda review: review.with_value(("loose", position, "is_aside"), True))
        else:
            at.change(lambda review: review.with_placed(position, chosen))

    st.selectbox(
        say(at.lang, "intake.loose_where"),
        [*numbers, -1],
        index=None,
        format_func=lambda number: (
            say(at.lang, "intake.loose_aside") if number < 0 else document.heading(at, number)
        ),
        key=key,
        on_change=keep,
        placeholder=say(at.lang, "intake.choose"),
    )


def _set_aside(at: Desk) -> None:
    """What stands around the items, each piece with what it was taken for."""
    parts = [each for each in at.review.account if each.belongs in SET_ASIDE]
    if not parts:
        return
    with st.expander(count(at.lang, "intake.set_aside", len(parts))):
        for part in parts:
            words = " ".join(at.review.text[part.start : part.end].split())
            st.markdown(f"{say(at.lang, f'belongs.{part.belongs}')}: {plain(words)}")


def _left_out(at: Desk) -> None:
    """What the file holds and its text does not."""
    left = at.review.left_out
    if not left:
        return
    with st.expander(count(at.lang, "intake.left_out", len(left))):
        for each in left:
            name = say(at.lang, f"left_out.{each.what}")
            st.markdown(plain(f"{name}: “{each.text}”" if each.text else name))
