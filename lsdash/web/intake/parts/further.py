"""What stands beside a document's figures: edition, bodies and heads, options, what looks odd."""

from collections.abc import Callable

import streamlit as st

from lsdash.intake.review import further as beside
from lsdash.intake.review.earlier_record import Beside
from lsdash.intake.review.further import BodyRow, Further, Remark
from lsdash.intake.review.review import Place, Review
from lsdash.text import say
from lsdash.vocabulary import FlagRule
from lsdash.web.intake import bilingual, desk
from lsdash.web.intake.desk import Desk

RULES = (FlagRule.DOUBT, FlagRule.MISPRINT)
"""What a person may find odd; the others are found by rule."""


def show(at: Desk, own: Beside, place: Place, number: int) -> None:
    """Of the document at `place`, the one at position `number` of the draft."""
    held = own.document.further
    on_record = beside.of_record(own.decision) if own.decision else Further()
    if held is None:
        held = on_record
    label, key = say(at.lang, "intake.further"), at.key((*place, "beside"))
    folded = st.expander(label, key=key, on_change="rerun")
    if not folded.open:
        return
    with folded:
        st.caption(say(at.lang, "intake.own_words"))
        if own.document.further is None and not on_record.is_empty:
            _add(at, number, "take_over", lambda _: on_record, "intake.take_over")
            return
        _bodies(at, held, place, number)
        _options(at, held, place, number)
        _edition(at, own, held, place, number)
        _remarks(at, held, place, number)


def _change(at: Desk, number: int, how: Callable[[Further], Further]) -> None:
    def changed(review: Review) -> Review:
        held = review.documents[number].further or Further()
        return review.with_value(("documents", number, "further"), how(held).model_dump())

    at.change(changed)


def _add(at: Desk, number: int, name: str, how: Callable[[Further], Further], label: str) -> None:
    st.button(
        say(at.lang, label),
        key=at.key(("documents", number, "further", name)),
        icon=":material/add:",
        on_click=_change,
        args=(at, number, how),
    )


def _take(at: Desk, number: int, name: str, how: Callable[[Further], Further]) -> None:
    """Take a part away; `Undo` brings it back."""
    st.button(
        say(at.lang, "intake.take_away"),
        key=at.key(("documents", number, "further", name, "away")),
        icon=":material/delete:",
        type="tertiary",
        on_click=_change,
        args=(at, number, how),
    )


def _without(name: str, position: int) -> Callable[[Further], Further]:
    def how(held: Further) -> Further:
        rows = getattr(held, name)
        return held.model_copy(update={name: (*rows[:position], *rows[position + 1 :])})

    return how


def _without_dimension(position: int) -> Callable[[Further], Further]:
    return lambda held: held.without_dimension(position)


def _bodies(at: Desk, held: Further, place: Place, number: int) -> None:
    for position, body in enumerate(held.bodies):
        here = (*place, "further", "bodies", position)
        with st.container(border=True, key=at.key((*here, "card"))):
            bilingual.lines(at, "body", (*here, "name"), body.name)
            bilingual.lines(at, "body_role", (*here, "role"), body.role)
            bilingual.lines(at, "body_post", (*here, "post"), body.post)
            left, right = st.columns(2)
            with left:
                desk.line(at, say(at.lang, "intake.body_head"), (*here, "head"), body.head)
            with right:
                label = say(at.lang, "intake.body_printed")
                desk.line(at, label, (*here, "printed"), body.printed)
            _take(at, number, f"body-{position}", _without("bodies", position))
    _add(
        at,
        number,
        "body",
        lambda told: told.model_copy(update={"bodies": (*told.bodies, BodyRow())}),
        "intake.add_body",
    )


def _options(at: Desk, held: Further, place: Place, number: int) -> None:
    """The options and what they are compared by; each says something on each, or nothing."""
    for position, dimension in enumerate(held.dimensions):
        here = (*place, "further", "dimensions", position)
        bilingual.lines(at, "dimension", (*here, "label"), dimension.label)
        with st.container(horizontal=True, vertical_alignment="center"):
            label = say(at.lang, "intake.dimension_health")
            desk.tick(at, label, (*here, "health"), dimension.health)
            _take(at, number, f"dimension-{position}", _without_dimension(position))
    for position, option in enumerate(held.options):
        here = (*place, "further", "options", position)
        with st.container(border=True, key=at.key((*here, "card"))):
            st.markdown(f"**{say(at.lang, 'intake.option_n', n=option.number)}**")
            bilingual.lines(at, "option", (*here, "label"), option.label)
            for each, (dimension, answer) in enumerate(
                zip(held.dimensions, option.answers, strict=True)
            ):
                st.caption(getattr(dimension.label, at.lang) or dimension.label.vi or "—")
                bilingual.lines(at, "answer", (*here, "answers", each, "text"), answer.text)
                bilingual.lines(at, "unsaid", (*here, "answers", each, "unsaid"), answer.unsaid)
            _take(at, number, f"option-{position}", _without("options", position))
    with st.container(horizontal=True):
        _add(at, number, "option", Further.with_option, "intake.add_option")
        _add(at, number, "dimension", Further.with_dimension, "intake.add_dimension")


def _edition(at: Desk, own: Beside, held: Further, place: Place, number: int) -> None:
    if own.document.further is None:
        _add(at, number, "edition", lambda told: told, "intake.add_edition")
        return
    bilingual.lines(at, "edition", (*place, "further", "edition"), held.edition)
    left, right = st.columns(2)
    with left:
        day = held.edition_from
        desk.day(at, say(at.lang, "intake.from"), (*place, "further", "edition_from"), day)
    with right:
        day = held.edition_to
        desk.day(at, say(at.lang, "intake.to"), (*place, "further", "edition_to"), day)


def _remarks(at: Desk, held: Further, place: Place, number: int) -> None:
    for position, remark in enumerate(held.remarks):
        here = (*place, "further", "remarks", position)
        desk.choice(
            at,
            say(at.lang, "intake.remark_rule"),
            (*here, "rule"),
            remark.rule,
            options=RULES,
            words=lambda rule: say(at.lang, f"remark.{rule}"),
        )
        bilingual.lines(at, "remark", (*here, "text"), remark.text)
        _take(at, number, f"remark-{position}", _without("remarks", position))
    _add(
        at,
        number,
        "remark",
        lambda told: told.model_copy(update={"remarks": (*told.remarks, Remark())}),
        "intake.add_remark",
    )
