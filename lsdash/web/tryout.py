"""The planner's page: what the reader puts in, marked by where it comes from, and what follows.

Everything that changes a number here is in the link. What the letter leaves unsaid is asked for.
"""

from collections.abc import Mapping
from decimal import Decimal

import pandas as pd
import streamlit as st

from lsdash.contents import tryout
from lsdash.contents.blocks import text_of
from lsdash.contents.tryout import GROUPS, Outcomes
from lsdash.planner import Inputs, Outcome, Provenance
from lsdash.store.read import DecisionRow, ObservationRow
from lsdash.text import say
from lsdash.web import address, cards, inputs
from lsdash.web.visit import Visit
from lsdash.web.words import plain


def show(here: Visit, letter: DecisionRow) -> None:
    """Ask for the inputs, then show both plans side by side."""
    st.caption(say(here.lang, "planner.lead"))
    reported = tryout.reported(here, letter)
    _offer(here, reported)
    values: dict[str, Decimal | None] = {}
    for group, names in GROUPS.items():
        with st.expander(say(here.lang, f"planner.{group}"), expanded=group in ("trucks", "day")):
            for at, column in enumerate(st.columns(3)):
                with column:
                    for name in names[at::3]:
                        values[name] = inputs.number(here, name, mark=_mark(here, name, reported))
    here = inputs.keep(here, values)
    given = tryout.given(here)
    outcomes = tryout.outcomes(given)
    _queue(here, given, outcomes)
    _numbers(here, outcomes)
    _effects(here, given, outcomes)
    with st.expander(say(here.lang, "planner.by_day")):
        for plan, outcome in outcomes.items():
            st.markdown(f"**{say(here.lang, 'subject.plan', number=int(plan))}**")
            _days(here, outcome)


def _offer(here: Visit, reported: Mapping[str, ObservationRow]) -> None:
    """A link that puts the reported figures in, each named with its source."""
    if not reported:
        return
    with st.container(border=True, gap="xsmall"):
        place = next(iter(reported.values())).place
        st.markdown(say(here.lang, "planner.offer", place=plain(place)))
        cards.listed(tryout.offered(here, reported))
        query = address.query(here.view)
        query |= {name: [tryout.written(name, row)] for name, row in reported.items()}
        page = st.session_state["pages"][here.view.page]
        label = say(here.lang, "planner.use")
        st.page_link(page, label=label, icon=":material/input:", query_params=query)


def _mark(here: Visit, name: str, reported: Mapping[str, ObservationRow]) -> str:
    """Where the value that stands now comes from, in words behind the label."""
    source = tryout.provenance(here, name, reported)
    if source is None:
        return f" :gray[— {say(here.lang, 'planner.to_give')}]"
    colour = {Provenance.STATED: "primary", Provenance.PRESS: "blue"}.get(source, "orange")
    return f" :{colour}[— {say(here.lang, f'provenance.{source}')}]"


def _queue(here: Visit, given: Inputs, outcomes: Outcomes) -> None:
    """Trucks waiting each evening under both plans, with the chance band."""
    cards.section(here, "planner.queue")
    chart, band = tryout.queue(here, given, outcomes)
    st.plotly_chart(
        chart.draw(here.theme),
        theme=None,
        key=f"chart-{chart.name}",
        config={"displayModeBar": False},
        alt=chart.alt,
    )
    st.caption(plain(text_of(band.line)))


def _numbers(here: Visit, outcomes: Outcomes) -> None:
    """What each plan needs, line by line; what depends on something unsaid says so."""
    cards.section(here, "planner.needs")
    cards.table(tryout.needs(here, outcomes))
    for said in tryout.unsaid(here, outcomes):
        st.info(cards.markdown(said.line), icon=":material/help:")


def _effects(here: Visit, given: Inputs, outcomes: Outcomes) -> None:
    """Which inputs move the queue most, each moved a step down and a step up."""
    cards.section(here, "planner.effects")
    for column, plan in zip(st.columns(2, gap="large"), outcomes, strict=True):
        with column:
            st.markdown(f"**{say(here.lang, 'subject.plan', number=int(plan))}**")
            listed = tryout.effects(here, given, plan)
            if listed:
                cards.listed(listed)
            else:
                st.caption(say(here.lang, "planner.no_effect"))


def _days(here: Visit, outcome: Outcome) -> None:
    table = tryout.by_day(here, outcome)
    rows = [[text_of(cell) for cell in row] for row in table.rows]
    st.dataframe(pd.DataFrame(rows, columns=table.columns), hide_index=True)
