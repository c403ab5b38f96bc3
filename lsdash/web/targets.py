"""The energy page's parts: one drawing a unit and direction, and the groups of tasks."""

from collections.abc import Sequence

import streamlit as st

from lsdash import sentences
from lsdash.charts import targets
from lsdash.contents.subject import Subject
from lsdash.store.read import FactRow
from lsdash.text import pick, say
from lsdash.vocabulary import Measure
from lsdash.web import cards
from lsdash.web.visit import Visit


def aims(facts: Sequence[FactRow]) -> list[FactRow]:
    """The targets proper, without the count of tasks that come with them."""
    return [fact for fact in facts if fact.measure == Measure.ENERGY_TARGET]


def panels(here: Visit, energy: Subject) -> None:
    """In two columns of like height on a wide screen, one under the other on a phone."""
    columns = st.columns(2, gap="large")
    filled = [0, 0]
    for at, panel in enumerate(targets.panels(aims(energy.facts))):
        shorter = filled.index(min(filled))
        filled[shorter] += len(panel.facts) + 1
        with columns[shorter]:
            heading = say(here.lang, f"direction.{panel.direction or 'none'}")
            st.subheader(heading, anchor=False)
            figure = targets.intervals(panel, energy.newest.slug, here.lang, here.theme)
            told = "; ".join(
                f"{pick(here.lang, fact, 'subject')}: {sentences.figure(fact, here.lang)}"
                for fact in panel.facts
            )
            cards.chart(here, figure, f"{heading}. {told}", f"targets-{at}")


def tasks(here: Visit, energy: Subject) -> None:
    """How many groups of tasks the newest document sets."""
    for fact in energy.own:
        if fact.measure == Measure.ENERGY_TASK:
            figure = sentences.figure(fact, here.lang)
            label = say(here.lang, "subject.tasks", figure=figure)
            cards.document(here, fact.decision, label, fact=fact.slug)
