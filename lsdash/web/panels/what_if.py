"""The planner's page: what the reader puts in, marked by where it comes from, and what follows.

Everything that changes a number here is in the link. What the letter leaves unsaid is asked for.
"""

from collections.abc import Mapping
from decimal import Decimal

import streamlit as st

from lsdash.contents import what_if
from lsdash.contents.blocks import Block, Chart, Said, Table
from lsdash.contents.what_if import GROUPS, Known
from lsdash.planner import Provenance
from lsdash.store.rows import DecisionRow, ObservationRow
from lsdash.text import say
from lsdash.web.entrance import address
from lsdash.web.entrance.visit import Visit
from lsdash.web.parts import cards, inputs
from lsdash.web.parts.escaping import plain

COLOURS = {
    Provenance.STATED: "primary",
    Provenance.PRESS: "blue",
    Provenance.START: "gray",
    None: "gray",
}


def show(here: Visit, letter: DecisionRow) -> None:
    """What follows under both plans, and beside it from what; on a phone the answer is first."""
    st.caption(say(here.lang, "planner.lead"))
    sources = what_if.known(here, letter)
    here = inputs.begin(here, sources.begun())
    results, asked = st.columns([3, 2], gap="large")
    with asked:
        values = _asked(here, sources)
    here = inputs.keep(here, values)
    given = what_if.given(here, sources)
    outcomes = what_if.outcomes(given)
    with results:
        _show(here, *what_if.unsaid(here, outcomes))
        cards.section(here, "planner.queue")
        _show(here, *what_if.ends(here, given, outcomes), *what_if.queue(here, given, outcomes))
        cards.section(here, "planner.needs")
        _show(here, what_if.needs(here, outcomes))
        cards.section(here, "planner.effects")
        _show(here, *what_if.effects(here, given, outcomes))
        with cards.fold(here, "planner.by_day") as is_open:
            if is_open:
                _show(here, *what_if.by_day(here, outcomes))


def _asked(here: Visit, sources: Known) -> dict[str, Decimal | None]:
    """The inputs, group by group; those that must be given or that the press tells stand open."""
    _offer(here, sources.reported)
    values: dict[str, Decimal | None] = {}
    for group, names in GROUPS.items():
        with st.expander(say(here.lang, f"planner.{group}"), expanded=group in ("trucks", "day")):
            for name in names:
                values[name] = inputs.number(here, name, mark=_mark(here, name, sources))
    return values


def _offer(here: Visit, reported: Mapping[str, ObservationRow]) -> None:
    """A link that puts the reported figures in, each named with its source."""
    if not reported:
        return
    with st.container(border=True, gap="xsmall"):
        place = next(iter(reported.values())).place
        st.markdown(say(here.lang, "planner.offer", place=plain(place)))
        cards.listed(what_if.offered(here, reported))
        query = address.query(here.view)
        query |= {name: [what_if.written(name, row)] for name, row in reported.items()}
        page = st.session_state["pages"][here.view.page]
        label = say(here.lang, "planner.use")
        st.page_link(page, label=label, icon=":material/input:", query_params=query)


def _mark(here: Visit, name: str, sources: Known) -> str:
    """Where the value that stands now comes from, in words behind the label."""
    now = inputs.now(here, name) or sources.begun().get(name)
    colour = COLOURS.get(what_if.provenance(name, now, sources), "orange")
    return f" :{colour}[— {plain(what_if.source_in_words(here, name, now, sources))}]"


def _show(here: Visit, *blocks: Block) -> None:
    for block in blocks:
        match block:
            case Said():
                cards.said(block)
            case Table():
                cards.table(block)
            case Chart():
                cards.drawing(here, block)
