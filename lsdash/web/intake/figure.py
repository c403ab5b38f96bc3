"""One figure beside its sentence: accept it, mend it or strike it, and say what it is."""

from decimal import Decimal, InvalidOperation

import streamlit as st

from lsdash import quantities
from lsdash.intake.review.earlier_record import Beside
from lsdash.intake.review.editing import misread
from lsdash.intake.review.review import Document, Figure, Place, Seen
from lsdash.intake.review.words import Words
from lsdash.sentences import rates
from lsdash.text import figures, say
from lsdash.vocabulary import Bound, Direction, Measure, Role, Unit
from lsdash.web.intake import already_published, bilingual, desk, record, roles, spans
from lsdash.web.intake.desk import Desk
from lsdash.web.intake.parts import pieces
from lsdash.web.parts.escaping import plain

OF_NONE = -1
"""Chosen where a figure is a part of no other."""

SIDES = frozenset({Direction.INCREASE, Direction.DECREASE, Direction.REACH, Direction.COME_DOWN})
"""Directions to choose from; a level from neither side is offered where it is there already."""

BY_RULE = ""
"""Chosen where the role follows from the rest."""

OF_NOTHING = ""
"""Chosen where a figure takes the place of none on record."""


def card(at: Desk, own: Beside, place: Place, position: int, *, is_at_hand: bool) -> None:
    """The figure at `place` of the review, the one at this position in its document.

    One that is at hand beside the text is mended there.
    """
    figure = own.document.figures[position]
    with st.container(border=True, gap="small", key=at.key((*place, "card"))):
        head(at, figure, position + 1)
        if figure.end > figure.start:
            st.markdown(spans.around(at.review.text, figure, spans.COLOURS[figure.seen]))
        if not is_at_hand:
            pieces.show(at, figure)
        _decide(at, place, figure)
        if figure.seen is Seen.MENDED and not is_at_hand:
            mend(at, place, figure)
        if figure.is_kept:
            record.correction(at, own, place, position)
            _describe(at, own.document, place, position + 1)


def head(at: Desk, figure: Figure, number: int) -> None:
    """Its number and state, how it was read, and why it was not read surely."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.badge(
            f"{number} {spans.SIGNS[figure.seen]} {say(at.lang, f'seen.{figure.seen}')}",
            color=spans.COLOURS[figure.seen],  # type: ignore[arg-type]
        )
        st.markdown(f"**{plain(read_as(at, figure))}**", width="content")
    for doubt in figure.doubts:
        st.caption(f":material/help: {say(at.lang, f'doubt.{doubt}')}")


def read_as(at: Desk, figure: Figure) -> str:
    """The figure as it was read, in the reader's words."""
    if figure.low is None and figure.high is None:
        return say(at.lang, "intake.no_value")
    read = quantities.read(figure.phrase)
    written = figures.figure(
        figure.low,
        figure.high,
        unit=figure.unit,
        bound=figure.bound,
        scale=read.scale if read else figure.scale,
        called=_called(at, figure) if figure.unit is Unit.ITEM else None,
        lang=at.lang,
    )
    return written + rates.per_printed(figure.phrase, at.lang)


def _called(at: Desk, figure: Figure) -> str | None:
    return getattr(figure.unit_called, at.lang) or figure.unit_called.vi or None


def _decide(at: Desk, place: Place, figure: Figure) -> None:
    key = at.key((*place, "seen"))
    st.session_state[key] = figure.seen

    def keep() -> None:
        at.change(lambda held: held.with_value((*place, "seen"), st.session_state[key]))

    st.segmented_control(
        say(at.lang, "intake.decide"),
        [*Seen],
        format_func=lambda seen: say(at.lang, f"decide.{seen}"),
        key=key,
        on_change=keep,
        required=True,
        label_visibility="collapsed",
    )


def mend(at: Desk, place: Place, figure: Figure) -> None:
    """What is printed, which the program reads anew; and the values, where it cannot."""
    key = at.key((*place, "printed"))
    st.session_state[key] = figure.printed

    def keep() -> None:
        printed = st.session_state[key]
        at.change(lambda held: held.with_value(place, figure.read_from(printed).model_dump()))

    st.text_input(
        say(at.lang, "intake.printed"),
        key=key,
        on_change=keep,
        help=say(at.lang, "intake.printed_help"),
    )
    if quantities.read(figure.phrase):
        return
    st.caption(say(at.lang, "intake.by_hand"))
    is_exact = figure.bound is Bound.EXACT
    columns = st.columns(3 if is_exact else 4)
    with columns[0]:
        desk.choice(
            at,
            say(at.lang, "intake.bound"),
            (*place, "bound"),
            figure.bound,
            options=[*Bound],
            words=lambda code: say(at.lang, f"bound_name.{code}"),
        )
    if is_exact:
        with columns[1]:
            _amount(at, place, figure)
    else:
        with columns[1]:
            _value(at, (*place, "low"), figure.low)
        with columns[2]:
            _value(at, (*place, "high"), figure.high)
    with columns[-1]:
        desk.choice(
            at,
            say(at.lang, "intake.unit"),
            (*place, "unit"),
            figure.unit,
            options=[*Unit],
            words=lambda code: figures.unit_name(code, 1, at.lang) or say(at.lang, "intake.item"),
        )


def _amount(at: Desk, place: Place, figure: Figure) -> None:
    """What is exactly so much, in one field: `12.500`, or with its unit as `12,5 tỷ đồng`."""
    key = at.key((*place, "amount"))
    told = desk.failure()
    if not told or told[0] not in ("", key) or key not in st.session_state:
        st.session_state[key] = "" if figure.low is None else figures.number(figure.low, "vi")

    def keep() -> None:
        written = st.session_state[key].strip()
        try:
            fresh = figure.exactly(written)
        except InvalidOperation:
            desk.refuse(key, say(at.lang, "intake.no_number", value=written))
            return
        at.change(lambda held: held.with_value(place, fresh.model_dump()), (*place, "amount"))

    st.text_input(
        say(at.lang, "intake.amount"),
        key=key,
        on_change=keep,
        help=say(at.lang, "intake.amount_help"),
    )
    desk.refused(key)


def _value(at: Desk, place: Place, value: Decimal | None) -> None:
    """A number as Vietnamese print it: dots group, the comma is decimal; empty is an open end."""
    key = at.key(place)
    told = desk.failure()
    if not told or told[0] not in ("", key) or key not in st.session_state:
        st.session_state[key] = "" if value is None else figures.number(value, "vi")

    def keep() -> None:
        written = st.session_state[key].strip()
        try:
            read = quantities.number(written) if written else None
        except InvalidOperation:
            desk.refuse(key, say(at.lang, "intake.no_number", value=written))
            return
        at.change(lambda held: held.with_value(place, read), place)

    st.text_input(say(at.lang, f"intake.{place[-1]}"), key=key, on_change=keep)
    desk.refused(key)


def _describe(at: Desk, document: Document, place: Place, number: int) -> None:
    """What the figure is of, in both languages, where it is shown, and what it is a part of."""
    figure = document.figures[number - 1]
    bilingual.lines(at, "subject", (*place, "subject"), figure.subject)
    left, right = st.columns(2)
    with left:
        desk.choice(
            at,
            say(at.lang, "intake.measure"),
            (*place, "measure"),
            figure.measure,
            options=[*Measure],
            words=lambda code: say(at.lang, f"measure_name.{code}"),
        )
    with right:
        _part_of(at, document, place, number)
    if figure.unit is Unit.ITEM:
        bilingual.lines(at, "unit_called", (*place, "unit_called"), figure.unit_called)
    proposed(at, document, number - 1)
    label, key = say(at.lang, "intake.more"), at.key((*place, "more"))
    folded = st.expander(label, key=key, on_change="rerun")
    if folded.open:  # a dozen fields of each figure, of which Streamlit looks through all for each
        with folded:
            _further(at, document, place, number - 1)


def proposed(at: Desk, document: Document, position: int) -> None:
    """In one line what stands in the fold, and in which words the text says it."""
    figure = document.figures[position]
    role = roles.of(document, position)
    told = [] if role is Role.AMOUNT else [say(at.lang, f"role.{role}")]
    if figure.before:
        told.append(say(at.lang, "intake.before_is", printed=figure.before))
    if figure.amends:
        key = "changes_is" if role is Role.CHANGE else "amends_is"
        name = _amended(at, document).get(figure.amends, figure.amends)
        told.append(say(at.lang, f"intake.{key}", name=name))
    if figure.deadline:
        told.append(say(at.lang, "intake.deadline_is", day=figures.day(figure.deadline, at.lang)))
    if figure.lead.vi:
        told.append(say(at.lang, "intake.lead_is", name=getattr(figure.lead, at.lang)))
    if told:
        st.caption(f":material/sell: {plain(' · '.join(told))}")
    spans.quoted(at, figure.told_at)


def _further(at: Desk, document: Document, place: Place, position: int) -> None:
    """What most figures do not need: role, earlier figure, agency, days."""
    figure = document.figures[position]
    left, right = st.columns(2)
    with left:
        _role(at, document, place, position)
        desk.line(
            at,
            say(at.lang, "intake.before"),
            (*place, "before"),
            figure.before,
        )
    with right:
        desk.choice(
            at,
            say(at.lang, "intake.direction"),
            (*place, "direction"),
            figure.direction,
            options=[each for each in Direction if each in {*SIDES, figure.direction}],
            may_be_none=True,
            words=lambda code: say(at.lang, f"direction_name.{code}"),
        )
        if figure.is_falling_saving:
            st.caption(f":material/help: {say(at.lang, 'intake.falling_saving')}")
        _amends(at, document, place, position)
    bilingual.lines(at, "lead", (*place, "lead"), figure.lead)
    left, middle, right = st.columns(3)
    with left:
        desk.day(at, say(at.lang, "intake.deadline"), (*place, "deadline"), figure.deadline)
    with middle:
        desk.day(at, say(at.lang, "intake.from"), (*place, "period_from"), figure.period_from)
    with right:
        desk.day(at, say(at.lang, "intake.to"), (*place, "period_to"), figure.period_to)
    desk.tick(at, say(at.lang, "intake.mandatory"), (*place, "mandatory"), figure.mandatory)
    bilingual.lines(at, "note", (*place, "note"), figure.note or Words())
    bilingual.lines(at, "baseline", (*place, "baseline"), figure.baseline or Words())
    left, right = st.columns(2)
    for column, name in ((left, "option"), (right, "unit_class")):
        with column:
            _number(at, name, (*place, name), getattr(figure, name))
    _move(at, place, position)


def _number(at: Desk, name: str, place: Place, value: int | None) -> None:
    """The number of an option or a class; none where it is of none."""
    key = at.key(place)
    st.session_state[key] = value or None

    def keep() -> None:
        told = st.session_state[key] or 0
        at.change(lambda held: held.with_value(place, told), place)

    most = 3 if name == "unit_class" else 99
    label = say(at.lang, f"intake.of_{name}")
    st.number_input(label, min_value=1, max_value=most, step=1, key=key, on_change=keep)


def _move(at: Desk, place: Place, position: int) -> None:
    """To which document it belongs, where the bulletin has others."""
    number = int(place[1])
    names = {n: each.number for n, each in at.review.kept}
    if len(names) < 2:
        return
    key = at.key((*place, "document"))
    st.session_state[key] = number

    def keep() -> None:
        to = st.session_state[key]
        at.change(lambda review: misread.moved(review, number, position, to))

    st.selectbox(
        say(at.lang, "intake.belongs_to"),
        [*names],
        format_func=lambda n: names.get(n, ""),
        key=key,
        on_change=keep,
    )


def _role(at: Desk, document: Document, place: Place, position: int) -> None:
    """What it is among the others: the answer of the rules, or the editor's."""
    key = at.key((*place, "role"))
    st.session_state[key] = document.figures[position].role or BY_RULE
    rule = say(at.lang, f"role.{roles.by_rule(document, position)}")

    def keep() -> None:
        chosen = st.session_state[key] or None
        at.change(lambda held: held.with_value((*place, "role"), chosen))

    st.selectbox(
        say(at.lang, "intake.role"),
        [BY_RULE, *Role],
        format_func=lambda code: (
            say(at.lang, f"role.{code}") if code else say(at.lang, "intake.by_rule", role=rule)
        ),
        key=key,
        on_change=keep,
    )


def _amended(at: Desk, document: Document) -> dict[str, str]:
    """The figures on record that the document may amend, by their names, in words."""
    return {
        f"{each.slug}/{fact.slug}": f"{each.number} · {already_published.told(at, fact)}"
        for each in already_published.targets(at, document)
        for fact in each.facts
    }


def _amends(at: Desk, document: Document, place: Place, position: int) -> None:
    """Which figure on record it takes the place of, or changes."""
    figure = document.figures[position]
    names = _amended(at, document)
    if figure.amends:
        names.setdefault(figure.amends, figure.amends)
    if not names:
        return
    key = at.key((*place, "amends"))
    st.session_state[key] = figure.amends

    def keep() -> None:
        at.change(lambda held: held.with_value((*place, "amends"), st.session_state[key]))

    st.selectbox(
        say(at.lang, "intake.amends"),
        [OF_NOTHING, *names],
        format_func=lambda name: names.get(name) or say(at.lang, "intake.amends_none"),
        key=key,
        on_change=keep,
    )


def _part_of(at: Desk, document: Document, place: Place, number: int) -> None:
    others = [n for n, each in enumerate(document.figures) if n != number - 1 and each.is_kept]
    key = at.key((*place, "part_of"))
    part_of = document.figures[number - 1].part_of
    st.session_state[key] = OF_NONE if part_of is None else part_of

    def keep() -> None:
        chosen = st.session_state[key]
        value = None if chosen == OF_NONE else chosen
        at.change(lambda held: held.with_value((*place, "part_of"), value))

    def named(n: int) -> str:
        if n == OF_NONE:
            return say(at.lang, "intake.of_none")
        return f"{n + 1} · {document.figures[n].printed}"

    st.selectbox(
        say(at.lang, "intake.part_of"),
        [OF_NONE, *others],
        format_func=named,
        key=key,
        on_change=keep,
    )
