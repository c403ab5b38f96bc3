"""A worker's calendar under each option: days across the border, at the gate, in isolation.

Only a stated length is drawn to length. A month is drawn as 30 days and marked so; what is not
stated is hatched and says so.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from lsdash import sentences
from lsdash.charts.rows import Axis, Figure, Mark, Row, draw
from lsdash.charts.style import Fill, Theme
from lsdash.store.rows import FactRow, OptionRow, StepRow
from lsdash.text import Lang, figures, pick, say
from lsdash.vocabulary import Place, Unit

DAYS = {
    Unit.HOUR: 1 / 24,
    Unit.DAY: 1,
    Unit.WORKING_DAY: 1,
    Unit.WEEK: 7,
    Unit.MONTH: 30,
    Unit.YEAR: 365,
}
FILLS = {
    Place.ACROSS: Fill.DECIDED,
    Place.GATE: Fill.WAIT,
    Place.ISOLATION: Fill.WAIT,
    Place.UNSTATED: Fill.UNSTATED,
}
OPEN_STRETCH = 10
"""Days drawn for a stretch whose length is not stated."""
DAILY_STRETCH = 30


def by_option(
    options: Sequence[OptionRow],
    steps: Sequence[StepRow],
    facts: Sequence[FactRow],
    lang: Lang,
    theme: Theme,
) -> Figure:
    """One row for each way a worker's time can run, under its option."""
    rows = _rows(options, steps, facts, lang)
    end = max((mark.end for row in rows for mark in row.marks), default=0) or 1
    ticks = [(day, figures.number(day, lang)) for day in range(0, int(end) + 1, 7)]
    return draw(rows, Axis(0, end * 1.005, ticks, say(lang, "chart.days")), theme)


def in_words(
    options: Sequence[OptionRow], steps: Sequence[StepRow], facts: Sequence[FactRow], lang: Lang
) -> str:
    """The same for those who cannot see it: every step with its length, or that none is stated."""
    rows = _rows(options, steps, facts, lang)
    return " ".join(
        ". ".join(filter(None, (row.group, ": ".join(filter(None, (row.head, row.label)))))) + "."
        for row in rows
    )


def _rows(
    options: Sequence[OptionRow], steps: Sequence[StepRow], facts: Sequence[FactRow], lang: Lang
) -> list[Row]:
    lengths = {fact.slug: fact for fact in facts}
    rows: list[Row] = []
    for option in options:
        name = say(lang, "chart.option", number=option.number, label=pick(lang, option, "label"))
        own = [step for step in steps if step.option == option.number]
        courses = [list(course) for _, course in groupby(own, key=lambda step: step.course)]
        drawn = [_row(course, lengths, lang) for course in courses]
        first, *others = drawn or [_untold(lang)]
        rows += [replace(first, group=name), *others]
    return rows


def _untold(lang: Lang) -> Row:
    """An option of which no course is told."""
    return Row(say(lang, "chart.no_course"), marks=(Mark(0, OPEN_STRETCH, Fill.UNSTATED),))


def _row(course: Sequence[StepRow], lengths: dict[str, FactRow], lang: Lang) -> Row:
    marks: list[Mark] = []
    at = 0.0
    daily = [step for step in course if step.daily]
    if daily:
        marks, at = _days(daily)
    for step in course:
        if step.daily:
            continue
        fact = lengths.get(step.length or "")
        days = _drawn(fact)
        open_ended = fact is None and step.place != Place.UNSTATED
        marks.append(
            Mark(
                at,
                at + days,
                Fill.UNSTATED if open_ended else FILLS[Place(step.place)],
                _on_bar(step, fact, lang),
                sentences.hover(fact, [fact], lang) if fact else _unsaid(step, lang),
                (fact.decision, fact.slug) if fact else None,
            )
        )
        at += days
        if fact and fact.high is None:  # a floor: it goes on, nobody says how long
            marks.append(Mark(at, at + OPEN_STRETCH, Fill.UNSTATED))
            at += OPEN_STRETCH
    told = " → ".join(_told(step, lengths, lang) for step in course)
    return Row(pick(lang, course[0], "course"), told, tuple(marks), _note(course, lengths, lang))


def _days(daily: Sequence[StepRow]) -> tuple[list[Mark], float]:
    """Daily steps in turn, each an equal part of the day."""
    part = 1 / len(daily)
    marks = [
        Mark(day + at * part, day + (at + 1) * part, FILLS[Place(step.place)])
        for day in range(DAILY_STRETCH)
        for at, step in enumerate(daily)
    ]
    return marks, float(DAILY_STRETCH)


def _drawn(fact: FactRow | None) -> float:
    """Days on the axis; what is no length of time is drawn as one that is not stated."""
    if fact is None or Unit(fact.unit) not in DAYS:
        return OPEN_STRETCH
    return float(fact.value) * DAYS[Unit(fact.unit)]


def _on_bar(step: StepRow, fact: FactRow | None, lang: Lang) -> str:
    if fact:
        return sentences.figure(fact, lang)
    if step.place == Place.UNSTATED:
        return _unsaid(step, lang)
    return say(lang, "chart.how_long")


def _told(step: StepRow, lengths: dict[str, FactRow], lang: Lang) -> str:
    """A step in words, with its length or that none is stated."""
    label = pick(lang, step, "label")
    if step.length:
        return f"{label}: {sentences.figure(lengths[step.length], lang)}"
    if step.place == Place.UNSTATED:
        return _unsaid(step, lang)
    return label if step.daily else say(lang, "chart.open_step", label=label)


def _unsaid(step: StepRow, lang: Lang) -> str:
    return say(lang, "chart.unsaid", what=pick(lang, step, "label"))


def _note(course: Sequence[StepRow], lengths: dict[str, FactRow], lang: Lang) -> str:
    """What the drawing takes for granted."""
    if any(step.daily for step in course):
        return say(lang, "chart.daily_note", days=DAILY_STRETCH)
    months = [step for step in course if step.length and lengths[step.length].unit == Unit.MONTH]
    return say(lang, "chart.month_note", days=DAYS[Unit.MONTH]) if months else ""
