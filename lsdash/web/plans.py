"""The options of a letter: a worker's calendar, and the options compared line by line."""

from collections.abc import Sequence

from lsdash.charts import calendars
from lsdash.store import read
from lsdash.store.read import AnswerRow
from lsdash.text import pick, say
from lsdash.web import cards, tables
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
    told = calendars.in_words(options, steps, facts, here.lang)
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
    heads = [
        say(here.lang, "chart.option", number=each.number, label=pick(here.lang, each, "label"))
        for each in options
    ]
    tables.show(
        "compared",
        [say(here.lang, "subject.dimension"), *heads, say(here.lang, "subject.difference")],
        rows,
        alt=say(here.lang, "table.compare_alt"),
        brief=["", *(say(here.lang, "subject.plan", number=each.number) for each in options), ""],
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
