"""The days that documents name: when somebody must act, and the years that targets are set for.

Lengths of time that begin on no day of the calendar ("one month", "14 days") are told in words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lsdash import sentences
from lsdash.charts import years as drawn
from lsdash.contents.blocks import Chart
from lsdash.contents.effects import follow_up, in_force
from lsdash.contents.outcomes import promises
from lsdash.contents.outcomes.promises import Promise
from lsdash.contents.reading import Reading
from lsdash.store import read
from lsdash.store.rows import DeadlineRow
from lsdash.text import Lang, figures, say
from lsdash.vocabulary import FigureKind, TaskState

MOST = 1000
"""Days of a calendar; filters reach the rest."""

PAST = (TaskState.ANSWERED, TaskState.ENDED)


@dataclass(frozen=True)
class DueDate:
    """One day: what falls due, who sees to it, and the document that says so."""

    on: date
    what: str
    who: str
    """Empty where none is stated."""
    decision: str
    fact: str
    number: str
    place: str
    """Item and paragraph of the bulletin."""
    sector: str
    is_horizon: bool
    """The end of a year that a target is set for, and no day to act."""
    position: int = 0
    """Tells several days of one document apart."""

    @property
    def name(self) -> str:
        """Stays the same from release to release, so that calendars know the day again."""
        return f"{self.decision}/{self.fact or 'document'}/{self.position}"


def due_dates(here: Reading, *, year: str = promises.ANY_YEAR) -> list[DueDate]:
    """Every day of the view's documents, soonest first, each once."""
    found = _each_once(_acting(here), _promised(here, promises.promises(here)))
    return [each for each in found if year in (promises.ANY_YEAR, str(each.on.year))][:MOST]


def lengths(here: Reading, slugs: Sequence[str]) -> str:
    """`14 ngày; tối đa 1 tháng (1270/UBND-KTTH)`: lengths that begin on no day."""
    facts = here.ask(read.facts_in, here.ask(read.numbers, slugs)) if slugs else []
    found: dict[str, list[str]] = {}
    for fact in in_force.current(here, facts):
        if fact.kind == FigureKind.DURATION and not fact.deadline:
            found.setdefault(fact.number, []).append(sentences.figure(fact, here.lang))
    return "; ".join(f"{', '.join(dict.fromkeys(told))} ({of})" for of, told in found.items())


def line_of_years(here: Reading, promised: Sequence[Promise]) -> Chart | None:
    """Deadlines, and the days of these promises, as marks on one quiet line of years."""
    found = _each_once(_acting(here), _promised(here, promised))
    if not found:
        return None
    lang, on = here.lang, in_force.day(here)
    by_day: dict[date, list[DueDate]] = {}
    for each in found:
        by_day.setdefault(each.on, []).append(each)
    marks = [
        drawn.Day(
            day,
            "\n".join(
                [figures.until(day, lang), *(f"{each.what} ({each.number})" for each in own)]
            ),
            (own[0].decision, own[0].fact),
            len(own),
        )
        for day, own in by_day.items()
    ]
    alt = "; ".join(
        f"{figures.until(day, lang)}: {', '.join(f'{each.what} ({each.number})' for each in own)}"
        for day, own in by_day.items()
    )
    beyond = lengths(here, tuple(dict.fromkeys(each.decision.slug for each in promised)))
    note = say(lang, "due.lengths", lengths=beyond) if beyond else ""
    return Chart("years", alt, lambda theme: drawn.line(marks, on, note, lang, theme))


def _each_once(acting: Sequence[DueDate], promised: Sequence[DueDate]) -> list[DueDate]:
    """A day that somebody must act by is none that a figure is set for as well."""
    known = {(each.on, each.decision, each.fact) for each in acting}
    others = [each for each in promised if (each.on, each.decision, each.fact) not in known]
    return sorted((*acting, *others), key=lambda each: (each.on, each.name))


def _acting(here: Reading) -> list[DueDate]:
    """Deadlines by which somebody must act."""
    return [
        DueDate(
            on=task.row.deadline,
            what=follow_up.what(here, task),
            who=follow_up.lead(here, task),
            decision=task.row.decision,
            fact=task.row.fact,
            number=task.row.number,
            place=_place_of(task.row, here.lang),
            sector=task.row.sector,
            is_horizon=task.state is TaskState.HORIZON,
            position=(task.row.paragraph or 0) if task.row.what == "provision" else 0,
        )
        for task in follow_up.tasks(here)
        if task.row.deadline and task.state not in PAST
    ]


def _place_of(row: DeadlineRow, lang: Lang) -> str:
    return sentences.place(row.item, row.paragraph, lang, row.paper_place)


def _promised(here: Reading, found: Sequence[Promise]) -> list[DueDate]:
    """The ends of the periods that figures are set for."""
    return [
        DueDate(
            on=each.due,
            what=promises.what(here, each),
            who="",
            decision=each.decision.slug,
            fact=each.fact_name,
            number=each.decision.number,
            place=_place(here, each),
            sector=each.decision.sector,
            is_horizon=True,
        )
        for each in found
        if each.due
    ]


def _place(here: Reading, promise: Promise) -> str:
    if promise.fact and promise.fact.source:
        return sentences.place_of(promise.fact, here.lang)
    row = promise.fact or promise.decision
    return sentences.place(row.item, row.paragraph, here.lang)
