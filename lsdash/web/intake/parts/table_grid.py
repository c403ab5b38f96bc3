"""The figures of the text's tables, a row each: name, value, and what the editor makes of it."""

from collections.abc import Sequence

import streamlit as st

from lsdash.intake.review import review
from lsdash.intake.review.earlier_record import Beside
from lsdash.intake.review.editing import accepting
from lsdash.intake.review.review import Place, Seen
from lsdash.quantities.doubts import Doubt
from lsdash.text import count, figures, say
from lsdash.vocabulary import Unit
from lsdash.web.intake import bilingual, figure, spans
from lsdash.web.intake.desk import Desk
from lsdash.web.intake.parts import pieces
from lsdash.web.parts.escaping import plain

SHORT = {Seen.OPEN: ":material/more_horiz:", Seen.ACCEPTED: ":material/check:"}
SHORT |= {Seen.MENDED: ":material/edit:", Seen.STRUCK: ":material/close:"}


def show(at: Desk, own: Beside, place: Place, at_hand: int | None) -> None:
    """Every table of the document at `place`; `at_hand` is the figure shown beside the text."""
    tables: dict[int, list[int]] = {}
    for position, each in enumerate(own.document.figures):
        if each.table is not None:
            tables.setdefault(each.table[0], []).append(position)
    for start, positions in tables.items():
        with st.container(border=True, gap="xsmall", key=at.key((*place, "table", start))):
            _table(at, own, place, positions, at_hand)


def _table(
    at: Desk, own: Beside, place: Place, positions: Sequence[int], at_hand: int | None
) -> None:
    _head(at, own, place, positions)
    for position in positions:
        here = (*place, "figures", position)
        _row(at, own, here, position, is_at_hand=position == at_hand)


def _head(at: Desk, own: Beside, place: Place, positions: Sequence[int]) -> None:
    """How many rows in which unit, whether they add up, and one press for all of them."""
    held = [own.document.figures[position] for position in positions]
    units = dict.fromkeys(_unit(at, each.unit, each.unit_called.vi) for each in held)
    told = count(at.lang, "intake.table_rows", len(held), units=", ".join(units))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{plain(told)}**", width="content")
        st.space("stretch")
        sure = [at_ for at_ in accepting.certain(own) if at_ in positions]
        if sure:
            number = int(place[1])
            st.button(
                say(at.lang, "intake.accept_table"),
                key=at.key((*place, "table", positions[0], "accept")),
                icon=":material/done_all:",
                type="primary",
                on_click=at.change,
                args=(lambda held_: accepting.accepted(held_, number, sure),),
            )
    for whole, parts, closes in review.sums(own.document):
        if any(part in held for part in parts):
            key = "intake.table_closes" if closes else "intake.table_does_not_close"
            icon = ":material/check:" if closes else ":material/priority_high:"
            st.caption(f"{icon} {plain(say(at.lang, key, whole=figure.read_as(at, whole)))}")


def _unit(at: Desk, unit: Unit, called: str) -> str:
    return called or figures.unit_name(unit, 2, at.lang) or say(at.lang, "intake.item")


def _row(at: Desk, own: Beside, place: Place, position: int, *, is_at_hand: bool) -> None:
    """One that is mended or changes what is on record shows all that is asked of it."""
    held = own.document.figures[position]
    asked = bilingual.languages(at, held.subject)
    columns = st.columns([*(4 for _ in asked), 3, 5], vertical_alignment="center", gap="small")
    for lang, column in zip(asked, columns, strict=False):
        with column:
            bilingual.line(at, "subject", (*place, "subject"), held.subject, lang, is_bare=True)
    with columns[-2]:
        value = f"{position + 1} {spans.SIGNS[held.seen]} **{plain(figure.read_as(at, held))}**"
        st.markdown(value)
    with columns[-1]:
        _decide(at, place, held.seen, f"{held.subject.vi}: {held.printed}")
    if held.seen is Seen.MENDED or own.change(position) or {*held.doubts} - {Doubt.FROM_PICTURE}:
        figure.card(at, own, place, position, is_at_hand=is_at_hand)
    elif not is_at_hand:
        pieces.show(at, held)


def _decide(at: Desk, place: Place, seen: Seen, name: str) -> None:
    key = at.key((*place, "row"))
    st.session_state[key] = seen

    def keep() -> None:
        at.change(lambda held: held.with_value((*place, "seen"), st.session_state[key]))

    st.segmented_control(
        f"{say(at.lang, 'intake.decide')}: {name}",
        [*Seen],
        format_func=lambda each: SHORT[each],
        key=key,
        on_change=keep,
        required=True,
        label_visibility="collapsed",
    )
