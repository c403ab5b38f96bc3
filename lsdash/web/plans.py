"""The options of a letter: a worker's calendar, and the options compared line by line."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from lsdash.charts import calendars
from lsdash.store import read
from lsdash.store.read import AnswerRow
from lsdash.text import pick, say
from lsdash.web import cards
from lsdash.web.visit import Visit
from lsdash.web.words import plain


def show(here: Visit, slug: str) -> None:
    """The calendar of each option, then the options line by line."""
    cards.lead(here)
    calendar(here, slug)
    cards.section(here, "subject.compare")
    compared(here, slug)


def calendar(here: Visit, slug: str) -> None:
    """Each option as time passes for one worker."""
    options = here.ask(read.options, slug)
    steps = here.ask(read.steps, slug)
    if not steps:
        return
    facts = here.ask(read.facts_of, slug)
    figure = calendars.by_option(options, steps, facts, here.lang, here.theme)
    told = "; ".join(
        f"{pick(here.lang, step, 'course')}: {pick(here.lang, step, 'label')}" for step in steps
    )
    cards.chart(here, figure, f"{say(here.lang, 'subject.calendar')}. {told}", "calendar")


def compared(here: Visit, slug: str, *, health_only: bool = False) -> None:
    """The options side by side, all lines or those of health; differences are marked in words."""
    options = here.ask(read.options, slug)
    if not options:
        return
    answers = here.ask(read.answers, slug)
    rows = []
    for dimension in here.ask(read.dimensions, slug):
        if health_only and not dimension.health:
            continue
        own = {each.option: each for each in answers if each.dimension == dimension.slug}
        cells = [_answer(here, own.get(option.number)) for option in options]
        label = plain(pick(here.lang, dimension, "label"))
        mark = _mark([each.stated for each in own.values()], cells)
        said = say(here.lang, f"subject.{mark}")
        quiet = mark in ("same", "neither")
        rows.append(
            [f"**{label}**", *cells, f":gray[{said}]" if quiet else f":primary[**{said}**]"]
        )
    heads = []
    for option in options:
        name = plain(pick(here.lang, option, "label"))
        heads.append(f"**{say(here.lang, 'chart.option', number=option.number, label=name)}**")
    columns = [say(here.lang, "subject.dimension"), *heads, " "]
    st.table(
        pd.DataFrame(rows, columns=columns),
        border="horizontal",
        hide_index=True,
        alt=say(here.lang, "table.compare_alt"),
    )


def _mark(stated: Sequence[bool], cells: Sequence[str]) -> str:
    """Silence is neither the same nor different: nobody knows."""
    if not any(stated):
        return "neither"
    if not all(stated):
        return "some"
    return "same" if len(set(cells)) == 1 else "differs"


def _answer(here: Visit, answer: AnswerRow | None) -> str:
    """What an option says; what it leaves unsaid is said in words, never left blank."""
    if answer is None or not answer.stated:
        return f":gray[*{say(here.lang, 'fact.not_stated')}*]"
    text = plain(pick(here.lang, answer, "text"))
    if answer.unsaid_vi is None:
        return text
    unsaid = plain(pick(here.lang, answer, "unsaid"))
    return say(here.lang, "subject.unsaid_too", text=text, unsaid=unsaid)
