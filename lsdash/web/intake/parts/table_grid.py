"""The figures of the text's tables, a row each: name, value, and what the editor makes of it."""

from collections.abc import Sequence

import streamlit as st

from lsdash.intake.review import review
from lsdash.intake.review.earlier_record import Beside
from lsdash.intake.review.editing import accepting
from lsdash.intake.review.review import Figure, Place, Seen
from lsdash.quantities.doubts import Doubt
from lsdash.text import count, figures, say
from lsdash.vocabulary import Unit
from lsdash.web.intake import bilingual, figure, spans
from lsdash.web.intake.desk import Desk
from lsdash.web.intake.parts import pieces
from lsdash.web.parts.escaping import plain

SHORT = {Seen.OPEN: ":material/more_horiz:", Seen.ACCEPTED: ":material/check:"}
SHORT |= {Seen.MENDED: ":material/edit:", Seen.STRUCK: ":material/close:"}

MOST_SUMS = 3
"""Totals that close which are told one by one."""


def show(at: Desk, own: Beside, place: Place, at_hand: int | None) -> None:
    """Every table of the document at `place`; `at_hand` is the figure shown beside the text."""
    tables: dict[int, list[int]] = {}
    for position, each in enumerate(own.document.figures):
        if each.table is not None:
            tables.setdefault(each.table[0], []).append(position)
    ends = [*tables, len(at.review.text)][1:]
    for (start, positions), end in zip(tables.items(), ends, strict=True):
        with st.container(border=True, gap="xsmall", key=at.key((*place, "table", start))):
            _head(at, own, place, positions)
            _totals(at, own, start, end)
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
    _sums(at, own, held)


def _sums(at: Desk, own: Beside, held: Sequence[Figure]) -> None:
    """Each total that its rows do not come to; those that they do, by name while they are few."""
    told = [
        (whole, closes)
        for whole, parts, closes in review.sums(own.document)
        if any(part in held for part in parts)
    ]
    closing = sum(closes for _, closes in told)
    are_many = closing > MOST_SUMS
    if are_many:
        st.caption(f":material/check: {plain(say(at.lang, 'intake.table_all_close', n=closing))}")
    for whole, closes in told:
        if closes and are_many:
            continue
        key = "intake.table_closes" if closes else "intake.table_does_not_close"
        icon = ":material/check:" if closes else ":material/priority_high:"
        words = say(at.lang, key, whole=figure.read_as(at, whole))
        name = f"{whole.subject.vi}: " if whole in held and whole.subject.vi else ""
        st.caption(f"{icon} {plain(name + words)}")


def _totals(at: Desk, own: Beside, start: int, end: int) -> None:
    """Totals that say again what rows come to, and so are no figures of their own."""
    told = [each for each in own.document.totals if start <= each.start < end]
    closing = sum(not each.difference for each in told)
    if closing:
        words = count(at.lang, "intake.table_repeats", closing)
        st.caption(f":material/check: {plain(words)}")


def _unit(at: Desk, unit: Unit, called: str) -> str:
    return called or figures.unit_name(unit, 2, at.lang) or say(at.lang, "intake.item")


def _row(at: Desk, own: Beside, place: Place, position: int, *, is_at_hand: bool) -> None:
    """One that is mended or changes what is on record shows all that is asked of it."""
    held = own.document.figures[position]
    value, decision = st.columns([3, 2], vertical_alignment="center", gap="small")
    with value:
        said = f"{position + 1} {spans.SIGNS[held.seen]} **{plain(figure.read_as(at, held))}**"
        st.markdown(said)
    with decision:
        _decide(at, place, held.seen, f"{held.subject.vi}: {held.printed}")
    asked = bilingual.languages(at, held.subject)
    for lang, column in zip(asked, st.columns(len(asked), gap="small"), strict=True):
        with column:
            bilingual.line(at, "subject", (*place, "subject"), held.subject, lang, is_bare=True)
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
