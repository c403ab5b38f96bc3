"""The covid page's parts: who heads what in the drill, the rules by date, health in the options."""

import streamlit as st

from lsdash.store import read
from lsdash.store.read import DecisionRow, EventRow
from lsdash.text import count, say
from lsdash.vocabulary import EventKind, Measure
from lsdash.web import cards, documents, gates, plans
from lsdash.web.visit import Visit

RULES = (EventKind.QUARANTINE_RULE, EventKind.LABOUR_RULE)


def drill(here: Visit) -> DecisionRow | None:
    """The newest document that sets up bodies, if the filters leave one."""
    found = here.ask(read.with_bodies, here.view.applied())
    return found[0] if found else None


def rules(here: Visit) -> list[EventRow]:
    return here.ask(read.events, tuple(map(str, RULES)))


def sentence(here: Visit, decision: DecisionRow | None) -> str:
    """How many bodies and reported rules; a request of ours is in the list but is no rule."""
    parts = []
    if decision:
        bodies = len(here.ask(read.bodies, decision.slug))
        parts.append(count(here.lang, "covid.bodies", bodies))
    reported = [event for event in rules(here) if not event.decision]
    parts.append(count(here.lang, "covid.rules", len(reported)))
    return "; ".join(parts)


def bodies(here: Visit, decision: DecisionRow) -> None:
    """The bodies of the drill with the office that heads each."""
    cards.paper(here, decision)
    documents.bodies(here, decision.slug)
    cards.silences(here, here.ask(read.silences, decision.slug))


def by_kind(here: Visit) -> None:
    """The rules that the press reported, by date, a table a kind."""
    for kind in RULES:
        own = [event for event in rules(here) if event.kind == kind]
        if own:
            cards.section(here, f"event.{kind}")
            gates.timeline(here, own, name=str(kind))


def measures(here: Visit) -> None:
    """Other measures around the gates: closed, reopened, restricted, how goods change hands."""
    kinds = tuple(str(kind) for kind in EventKind if kind not in RULES)
    events = here.ask(read.events, kinds)
    if events:
        with cards.fold(here, "covid.measures") as is_open:
            if is_open:
                gates.timeline(here, events, name="measures")


def in_the_options(here: Visit) -> None:
    """What the newest letter's options say of health, line by line."""
    facts = here.ask(read.facts, here.view.applied(), measures=(Measure.BORDER_LABOR_PLAN,))
    if facts:
        cards.section(here, "covid.health")
        cards.document(here, facts[0].decision, facts[0].number)
        plans.compared(here, facts[0].decision, health_only=True)
    st.caption(say(here.lang, "covid.press"))
