"""Border trade: the day and how it is chosen, the drawings, and the row that a link names."""

from datetime import date
from functools import partial

import streamlit as st
from markupsafe import Markup

from lsdash.contents import gates
from lsdash.contents.blocks import Block, Chart, Listed, Said, Table
from lsdash.contents.border import after as since
from lsdash.contents.border import days, districts, flow, state, trend, turnover
from lsdash.contents.border import strip as strip_map
from lsdash.store import read
from lsdash.text import figures, say
from lsdash.view import Notice, Noticed
from lsdash.web.entrance import address
from lsdash.web.entrance.visit import Visit
from lsdash.web.panels import subject
from lsdash.web.parts import cards, hypertext, inputs, notices
from lsdash.web.parts.escaping import plain

A_SHEET = 50
"""Figures that a table of all shows at once."""


PLACES_WIDTH = 260
MOVES = ("day", "unsure", "trucks", "place")
"""Inputs that change what stands above them as well."""


def ask(here: Visit) -> Visit:
    """The visit at its day. Where nothing was reported, the page says so and ends here."""
    if not gates.everything(here):
        st.title(say(here.lang, "page.border_trade"), anchor=False)
        st.info(say(here.lang, "gates.none"), icon=":material/search_off:")
        raise subject.NothingAnswers
    return inputs.keep(
        here, {key: inputs.picked(here, key) or here.view.input(key) for key in MOVES}
    )


def course(here: Visit) -> None:
    """Where the queue went."""
    told = trend.sentence(here)
    if told:
        st.markdown(cards.markdown(told))


def reported(here: Visit) -> None:
    """What the answer rests on."""
    with st.container(key="reported"):
        cards.listed(state.reported(here))


def strip(here: Visit) -> None:
    """The row of days, and the gates of the day on one line."""
    on = figures.day(days.shown(here), here.lang)
    st.header(say(here.lang, "border.strip", on=on), anchor=False)
    _row_of_days(here)
    drawn = strip_map.chart(here)
    if drawn is None:
        st.info(say(here.lang, "border.no_gates"))
        return
    for chart in (drawn.across, drawn.upright):
        with st.container(key=f"drawn-{chart.name}"):
            _chart(here, chart)
    _chosen(here, drawn.across)
    ended = districts.since(here)
    since = hypertext.caption(hypertext.words(ended)) if ended else Markup()
    hypertext.show(hypertext.caption(say(here.lang, "border.strip_lead")), since)
    with cards.fold(here, "border.table_fold") as is_open:
        table = state.table(here) if is_open else None
        if table:
            cards.table(table)


def by_day(here: Visit) -> None:
    """One place large, the others small above the same days, and the events of those days."""
    cards.section(here, "border.by_day")
    names = flow.places(here)
    with st.container(horizontal=True, vertical_alignment="bottom", key="flow"):
        inputs.choice(here, "trucks")
        inputs.choice(here, "unsure")
        if names:
            with st.container(width=PLACES_WIDTH):
                inputs.name(here, "place", names, default=flow.PROVINCE)
    asked = here.view.input("place")
    if asked and names and asked not in names:
        notices.show([Noticed(Notice.CLAMPED_INPUT, "place", asked)], here)
    chart = flow.chart(here)
    if chart is None:
        st.info(say(here.lang, "gates.none"))
        return
    st.caption(f"{flow.lead(here)} {say(here.lang, 'gates.click')}")
    _chart(here, chart)
    _chosen(here, chart)
    rows, events = flow.rows(here), days.events(here)
    with cards.fold(here, "gates.table", name=chart.name, holds=len(rows)) as is_open:
        if is_open:
            cards.table(gates.observations(here, rows))
    with cards.fold(here, "gates.events", holds=len(events)) as is_open:
        if is_open:
            cards.table(gates.timeline(here, events))


def after(here: Visit) -> None:
    """What was reported of loaders and drivers after the letter."""
    blocks = since.told(here)
    if blocks:
        cards.section(here, "gates.after")
        for block in blocks:
            if isinstance(block, Table):
                with cards.fold(here, "gates.after_fold", holds=len(block.rows)) as is_open:
                    if is_open:
                        cards.table(block)
            else:
                _show(here, block)


def years(here: Visit) -> None:
    """All years: trucks waiting, and the three measures of turnover, each apart."""
    chart = flow.long_chart(here)
    if chart is None:
        return
    cards.section(here, "gates.long")
    _chart(here, chart)
    _chosen(here, chart)
    st.caption(say(here.lang, "gates.values"))
    for column, measure in zip(
        st.columns(len(turnover.MEASURES), gap="large"), turnover.MEASURES, strict=True
    ):
        with column:
            st.subheader(say(here.lang, f"measure.{measure}"), anchor=False)
            for block in turnover.told(here, measure):
                if isinstance(block, Chart):
                    _show(here, block)
    held = sum(len(turnover.values(here, measure)) for measure in turnover.MEASURES)
    with cards.fold(here, "gates.table", name="values", holds=held) as is_open:
        for measure in turnover.MEASURES if is_open else ():
            st.markdown(f"**{plain(say(here.lang, f'measure.{measure}'))}**")
            cards.table(turnover.table(here, measure))


def everything(here: Visit) -> None:
    """Every figure that was reported, drawn above or not, a sheet at a time."""
    rows = gates.everything(here)
    with cards.fold(here, "gates.everything", holds=len(rows)) as is_open:
        if not is_open:
            return
        sheets = -(-len(rows) // A_SHEET)
        at = st.pagination(sheets, key="gates-sheet") if sheets > 1 else 1
        cards.table(gates.in_full(here, rows[(at - 1) * A_SHEET : at * A_SHEET]))


def _row_of_days(here: Visit) -> None:
    """The days of which anything was reported; the link holds the one that a reader moves to."""
    found = [day.isoformat() for day in days.to_move_through(here)]
    words = {day: figures.day(date.fromisoformat(day), here.lang) for day in found}
    if len(words) > 1:
        inputs.along(here, "day", words, default=days.shown(here).isoformat())


def _show(here: Visit, block: Block) -> None:
    if isinstance(block, Chart):
        _chart(here, block)
        _chosen(here, block)
    elif isinstance(block, Listed):
        cards.listed(block)
    elif isinstance(block, Said):
        cards.said(block)
    else:
        cards.table(block)


def _chart(here: Visit, chart: Chart) -> None:
    """The drawing; a click on a mark shows its source, and the link says which."""
    cards.drawing(here, chart, partial(_pick, chart.name))


def _pick(chart: str) -> None:
    """The reader has just chosen a mark: only then, as each drawing remembers its last one."""
    for point in st.session_state[f"chart-{chart}"]["selection"]["points"][:1]:
        address.point_at(point["customdata"][1])


def _chosen(here: Visit, chart: Chart) -> None:
    """The row that the link names, with its source, below a drawing that shows it.

    Its place is there without one too, so that a click does not have all below drawn anew.
    """
    place = st.container()
    fact = here.view.fact
    if not fact or fact not in _marks(here, chart):
        return
    row = next((row for row in gates.everything(here) if row.id == fact), None)
    event = next((each for each in here.ask(read.events) if each.id == fact), None)
    if row:
        words = plain(gates.told(here, row)).replace("\n", "  \n")
        source = gates.source(here, row.publisher, row.address, None)
    elif event:
        words = cards.markdown(gates.event_told(here, event))
        source = gates.source(here, event.publisher, event.address, event.decision)
    else:
        return
    with place.container(border=True, key=f"chosen-{chart.name}"):
        st.markdown(f"{words}  \n{cards.markdown(source)}")


def _marks(here: Visit, chart: Chart) -> set[str]:
    """Ids of the reported rows that a drawing shows."""
    traces = chart.draw(here.theme)["data"]
    return {row for trace in traces for _, row in trace.get("customdata", ())}
