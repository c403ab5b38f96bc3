"""What is on record of the week beside the draft: to take over, to keep, to strike, to correct."""

from functools import lru_cache
from pathlib import Path

import streamlit as st

from lsdash import quantities
from lsdash.intake.review import changes, earlier_record
from lsdash.intake.review.changes import Turn
from lsdash.intake.review.earlier_record import Beside, Former
from lsdash.intake.review.review import NOT_PUBLISHED, Figure, Place, Review
from lsdash.model import Fact, Week
from lsdash.settings import Settings
from lsdash.text import count, figures, say
from lsdash.vocabulary import Basis
from lsdash.web.intake import already_published, bilingual, desk
from lsdash.web.intake.desk import Desk
from lsdash.web.parts.escaping import plain


def find(place: Settings, week: str) -> Former | None:
    """The week as it is on record now. Raises RecordErrors for a file that is not right."""
    file = place.records / f"{week}.yaml"
    return _read(file, file.stat().st_mtime_ns) if week and file.exists() else None


@lru_cache(maxsize=4)
def _read(file: Path, _changed: int) -> Former | None:
    """Read again only when the file has changed: a record takes a second to read."""
    return earlier_record.read(file)


def choose(at: Desk) -> None:
    """The record is not the one that the draft goes on from: the editor says which words hold."""
    held = at.former
    if held is None or at.review.on_record == held.digest:
        return
    key = "record_new" if not at.review.on_record else "record_changed"
    with st.container(border=True, key=at.key(("record",))):
        st.markdown(f"**{plain(say(at.lang, f'intake.{key}', week=at.review.week))}**")
        st.caption(say(at.lang, "intake.record_choice"))
        with st.container(horizontal=True):
            st.button(
                say(at.lang, "intake.record_words"),
                type="primary",
                on_click=at.change,
                args=(lambda review: earlier_record.recalled(review, held),),
            )
            st.button(
                say(at.lang, "intake.draft_words"),
                on_click=at.change,
                args=(lambda review: review.with_value(("on_record",), held.digest),),
            )


def documents(at: Desk) -> None:
    """Documents on record that the draft does not hold: kept unless the editor strikes them."""
    left = earlier_record.documents_left(at.review, at.former.week) if at.former else []
    if not left:
        return
    st.subheader(say(at.lang, "intake.documents_left"), anchor=False)
    st.caption(say(at.lang, "intake.left_help"))
    for decision in left:
        title = getattr(decision.short_title, at.lang)
        _keep(at, decision.slug, f"{decision.number} · {title}")


def facts(at: Desk, own: Beside) -> None:
    """Facts on record that the draft does not hold, and what else stays as it is there."""
    if own.decision is None:
        return
    if own.left:
        st.markdown(f"**{say(at.lang, 'intake.facts_left')}**")
    for fact in own.left:
        _keep(at, f"{own.decision.slug}/{fact.slug}", _told(at, fact))


def correction(at: Desk, own: Beside, place: Place, position: int) -> None:
    """Which fact on record a figure is, and why it is another figure now."""
    figure = own.document.figures[position]
    changed = own.change(position)
    if changed:
        words = say(at.lang, "intake.was_published", printed=changed.printed or "")
        st.warning(plain(words), icon=":material/history:")
        bilingual.lines(at, "reason", (*place, "reason"), figure.reason)
        _made_by(at, own, place, position)
    _which(at, own, place, position)


def _made_by(at: Desk, own: Beside, place: Place, position: int) -> None:
    """The document that makes the correction, where one does; its day is the correction's."""
    figure = own.document.figures[position]
    doing = already_published.correcting(at, own.decision.slug) if own.decision else []
    days = {row.number: row.signed_on for row in doing}
    days |= {each.number: each.signed_on for _, each in at.review.kept if each.signed_on}
    numbers = [each for each in days if each != own.document.number]
    if figure.corrected_by and figure.corrected_by not in numbers:
        numbers.append(figure.corrected_by)
    key = at.key((*place, "corrected_by"))
    st.session_state[key] = figure.corrected_by or None

    def keep() -> None:
        number = str(st.session_state[key] or "").strip()
        met = already_published.by_number(
            at, own.document.model_copy(update={"signed_on": None}), number
        )
        day = days.get(number) or (met[0].signed_on if met else None)
        told = {"corrected_by": number, "corrected_on": day}
        at.change(
            lambda held: held.with_value(place, {**_figure(held, place).model_dump(), **told})
        )

    left, right = st.columns(2)
    with left:
        st.selectbox(
            say(at.lang, "intake.corrected_by"),
            numbers,
            index=None,
            key=key,
            on_change=keep,
            accept_new_options=True,
            placeholder=say(at.lang, "intake.corrected_by_none"),
            help=say(at.lang, "intake.corrected_by_help"),
        )
    if figure.corrected_by:
        with right:
            label = say(at.lang, "intake.corrected_on")
            desk.day(at, label, (*place, "corrected_on"), figure.corrected_on)


def _figure(held: Review, place: Place) -> Figure:
    return held.documents[int(place[1])].figures[int(place[3])]


def _which(at: Desk, own: Beside, place: Place, position: int) -> None:
    """The fact on record, where another may be meant; the figure takes over its words."""
    fact, held = own.facts[position], at.former
    stated = [each for each in own.left if each.basis is Basis.STATED]
    if held is None or not (own.change(position) or (stated and fact is None)):
        return
    key = at.key((*place, "fact"))
    already_published = {
        each.slug: _told(at, each) for each in (*([fact] if fact else []), *stated)
    }
    st.session_state[key] = fact.slug if fact else NOT_PUBLISHED
    where = int(place[1]), position

    def keep() -> None:
        slug = st.session_state[key]
        at.change(lambda review: earlier_record.taken_for(review, held, where, slug))

    st.selectbox(
        say(at.lang, "intake.which_fact"),
        [NOT_PUBLISHED, *already_published],
        format_func=lambda slug: already_published.get(slug) or say(at.lang, "intake.new_fact"),
        key=key,
        on_change=keep,
    )


def coming(at: Desk, held: Former, week: Week) -> None:
    """What publishing will change of the record, document by document."""
    lines = [_turn(at, turn) for turn in changes.between(held.week, week)]
    fields = changes.of_bulletin(held.week, week)
    if fields:
        lines.insert(0, f"**{say(at.lang, 'intake.bulletin')}**: {_fields(at, fields)}")
    st.markdown(say(at.lang, "intake.will_change" if lines else "intake.will_not_change"))
    st.markdown("\n".join(f"- {line}" for line in lines))


def _turn(at: Desk, turn: Turn) -> str:
    name = f"**{plain(turn.number)}**"
    if turn.state != "changed":
        return f"{name}: {say(at.lang, f'intake.document_{turn.state}')}"
    told = [_fields(at, turn.fields)] if turn.fields else []
    told += [
        count(at.lang, f"changes.releases_facts_{state}", number)
        for state, number in turn.facts.items()
    ]
    return f"{name}: {', '.join(told)}"


def _fields(at: Desk, names: tuple[str, ...]) -> str:
    pieces = {"silences", "relations", "flags"}
    places = {"at": "place", "period_from": "when", "period_to": "when", "origin": "address"}
    said = [
        say(at.lang, f"piece.{name}" if name in pieces else f"changed.{places.get(name, name)}")
        for name in names
    ]
    return plain(", ".join(dict.fromkeys(said)).lower())


def _keep(at: Desk, name: str, label: str) -> None:
    """A tick that keeps a thing of the record; taken off, it goes."""
    key = at.key(("struck", name))
    st.session_state[key] = name not in at.review.struck

    def keep() -> None:
        is_struck = not st.session_state[key]
        at.change(lambda review: review.with_struck(name, is_struck))

    st.checkbox(plain(label), key=key, on_change=keep)


def _told(at: Desk, fact: Fact) -> str:
    """`Cao đẳng Nghề: 510 chỉ tiêu`; a derived one is told as such."""
    subject = getattr(fact.subject, at.lang)
    if fact.basis is Basis.DERIVED:
        return f"{subject} ({say(at.lang, 'basis.derived')})"
    read = quantities.read(fact.phrase)
    told = figures.figure(
        fact.low,
        fact.high,
        unit=fact.unit,
        bound=fact.bound,
        scale=read.scale if read else 1,
        called=getattr(fact.unit_called, at.lang) if fact.unit_called else None,
        lang=at.lang,
    )
    return f"{subject}: {told}"
