"""The covid page's parts: who heads what in the drill, the rules by date, health in the options."""

import streamlit as st

from lsdash.contents import epidemic, gates, tables
from lsdash.store import read
from lsdash.store.rows import DecisionRow
from lsdash.text import say
from lsdash.web.entrance.visit import Visit
from lsdash.web.panels import labor_plans, outcomes, week
from lsdash.web.parts import cards


def bodies(here: Visit, decision: DecisionRow) -> None:
    """The bodies of the drill with the office that heads each."""
    cards.paper(here, decision)
    table = tables.bodies(here, decision.slug)
    if table:
        cards.table(table)
    cards.silences(here, here.ask(read.silences, decision.slug))


def later(here: Visit, decision: DecisionRow | None) -> None:
    """What was reported of the drill later."""
    if decision:
        outcomes.later(here, decision.slug)


def ended(here: Visit) -> None:
    """Bodies that stand no more: which document set them up, and what ended it."""
    told = epidemic.ended(here)
    if told:
        cards.listed(told)


def others(here: Visit) -> None:
    """The week's other health documents, each with its figure."""
    told = epidemic.others(here)
    if told:
        cards.section(here, "covid.others")
        week.small(here, told)


def by_kind(here: Visit) -> None:
    """The rules that the press reported up to the week shown, by date, a table a kind."""
    for kind in epidemic.RULES:
        own = epidemic.so_far(here, epidemic.rules(here, kind))
        if own:
            cards.section(here, f"event.{kind}")
            cards.table(gates.timeline(here, own, name=str(kind), of_one_kind=True))


def measures(here: Visit) -> None:
    """Other measures around the gates by date; then, for who asks, what came after the week."""
    found = epidemic.measures(here)
    after = epidemic.after(here, [*epidemic.rules(here), *found])
    folded = {"measures": epidemic.so_far(here, found), "after": after}
    for name, events in folded.items():
        if events:
            with cards.fold(here, f"covid.{name}") as is_open:
                if is_open:
                    cards.table(gates.timeline(here, events, name=name))


def in_the_options(here: Visit) -> None:
    """What the newest letter's options say of health, line by line."""
    letter = epidemic.letter(here)
    if letter:
        cards.section(here, "covid.health")
        cards.document(here, letter.slug, letter.number)
        labor_plans.compared(here, letter.slug, health_only=True)
    st.caption(say(here.lang, "covid.press"))
