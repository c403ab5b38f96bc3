"""The energy page's parts: one drawing a unit and direction, and the groups of tasks."""

import streamlit as st

from lsdash import sentences
from lsdash.contents import pictures
from lsdash.contents.subject import Subject
from lsdash.text import say
from lsdash.vocabulary import Measure
from lsdash.web.entrance.visit import Visit
from lsdash.web.parts import cards


def panels(here: Visit, energy: Subject) -> None:
    """In two columns of like height on a wide screen, one under the other on a phone."""
    columns = st.columns(2, gap="large")
    filled = [0, 0]
    for panel in pictures.panels(here, energy):
        shorter = filled.index(min(filled))
        filled[shorter] += panel.rows + 1
        with columns[shorter]:
            st.header(panel.heading, anchor=False)
            cards.chart(here, panel.chart)


def tasks(here: Visit, energy: Subject) -> None:
    """How many groups of tasks the newest document sets."""
    for fact in energy.own:
        if fact.measure == Measure.ENERGY_TASK:
            figure = sentences.figure(fact, here.lang)
            label = say(here.lang, "subject.tasks", figure=figure)
            cards.document(here, fact.decision, label, fact=fact.slug)
