"""The overview's parts: which week it shows, its one sentence, a figure a subject."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from lsdash import sentences
from lsdash.contents import gates
from lsdash.contents.reading import Reading
from lsdash.contents.subject import MEASURES
from lsdash.model import Filters
from lsdash.store import read
from lsdash.store.read import DecisionRow, FactRow, FlagRow, WeekRow
from lsdash.text import count, pick, say
from lsdash.vocabulary import Direction, FigureKind, Measure, Status

SUBJECTS = {
    "rural_roads": Measure.ROAD_FUNDING,
    "college_quotas": Measure.COLLEGE_QUOTA,
    "energy_targets": Measure.ENERGY_TARGET,
    "border_labor": Measure.BORDER_LABOR_PLAN,
}
"""Pages that have a card, and the measure that each asks for."""

A_DAY_SHOWS = 6
A_LIST_SHOWS = 12
MOST_DOCUMENTS = 7 * A_DAY_SHOWS * 2


@dataclass(frozen=True)
class Glance:
    """One thing that a leader asks first, answered in a few words."""

    about: Literal["waiting", "queue", "odd"]
    words: str


@dataclass(frozen=True)
class Card:
    """A subject at a glance: its one figure, what it is, and the fact that says so."""

    page: str
    figure: str
    what: str
    fact: FactRow


def weeks(here: Reading) -> Sequence[WeekRow]:
    """The weeks that the filters leave, newest first."""
    chosen = here.view.filters.weeks
    return [week for week in here.ask(read.weeks) if not chosen or week.slug in chosen]


def shown(here: Reading) -> Filters:
    """The page's filters on the newest week that they leave: the week that the overview shows."""
    newest = [week.slug for week in weeks(here)[:1]]
    return replace(here.view.applied(), weeks=tuple(newest) or here.view.filters.weeks)


def sentence(here: Reading) -> str:
    """The newest week that the filters leave, in one sentence."""
    filters = shown(here)
    held = {
        row.value: row.documents
        for row in here.ask(read.facets, filters)
        if row.facet == "status" and (not filters.statuses or row.value in filters.statuses)
    }
    return sentences.of_week(held, weeks(here)[:1], here.lang)


def cards(here: Reading) -> list[Card]:
    """One a subject that the filters leave anything of."""
    facts = here.ask(read.facts, here.view.applied(), measures=tuple(SUBJECTS.values()))
    found = []
    for page, measure in SUBJECTS.items():
        own = [fact for fact in facts if fact.measure == measure]
        if own:
            found.append(_card(here, page, [f for f in own if f.decision == own[0].decision]))
    return found


def subjects(here: Reading) -> list[str]:
    """The pages of which the filters leave anything."""
    filters = here.view.applied()
    asked = tuple(measures[0] for measures in MEASURES.values())
    held = {fact.measure for fact in here.ask(read.facts, filters, measures=asked)}
    found = [page for page, measures in MEASURES.items() if measures[0] in held]
    return [*found, "covid"] if here.ask(read.with_bodies, filters) else found


def board(here: Reading) -> tuple[dict[date, list[DecisionRow]], list[DecisionRow]]:
    """The documents of the week shown by day, and those signed on no day of it."""
    newest = weeks(here)[:1]
    if not newest:
        return {}, []
    documents = here.ask(read.decisions, shown(here), limit=MOST_DOCUMENTS)
    week = newest[0]
    length = (week.period_to - week.period_from).days + 1
    days = [week.period_from + timedelta(at) for at in range(length)]
    by_day = {day: [each for each in documents if each.signed_on == day] for day in days}
    return by_day, [each for each in documents if each.signed_on not in days]


def requests(here: Reading) -> list[DecisionRow]:
    """Requests of any week, newest first, as far as the filters permit any."""
    filters = here.view.applied()
    if filters.statuses and Status.PROPOSED not in filters.statuses:
        return []
    return here.ask(
        read.decisions, replace(filters, statuses=(Status.PROPOSED,)), limit=A_DAY_SHOWS
    )


def flags(here: Reading) -> list[FlagRow]:
    """What looks odd in the week shown."""
    return here.ask(read.flags, shown(here))


def glance(here: Reading) -> list[Glance]:
    """What a leader asks first: who waits for an answer, the queue at the gates, what looks odd."""
    lang = here.lang
    told = []
    for each in requests(here):
        who = f"{each.number} ({pick(lang, each, 'short_title')})"
        told.append(Glance("waiting", say(lang, "overview.waiting", who=who)))
    queue = gates.queue_in(here, weeks(here)[:1])
    if queue:
        told.append(Glance("queue", queue))
    found = len(flags(here))
    if found:
        told.append(Glance("odd", count(lang, "overview.odd", found)))
    return told


def selection(here: Reading) -> list[str]:
    """How much of the number series the bulletin shows, and whether its opening list is whole."""
    newest = weeks(here)[:1]
    if not newest:
        return []
    lines = [
        say(
            here.lang,
            "overview.selection",
            held=row.held,
            span=row.span,
            series=row.series,
            first=row.first_number,
            last=row.last_number,
        )
        for row in here.ask(read.series, newest[0].slug)
        if row.span > row.held
    ]
    if not newest[0].headlines_complete:
        lines.append(say(here.lang, "overview.headlines_open"))
    return lines


def _card(here: Reading, page: str, own: Sequence[FactRow]) -> Card:
    lang = here.lang
    leading = next((fact for fact in own if fact.is_derived), None) or next(
        (fact for fact in own if fact.direction == Direction.DECREASE), own[0]
    )
    if leading.is_derived:
        what = sentences.basis(leading, own, lang)
        if leading.kind == FigureKind.MONEY:
            what += f". {sentences.of_money(own, lang)}"
    else:
        when = sentences.when(leading, lang)
        what = " · ".join(filter(None, (pick(lang, leading, "subject"), when)))
    return Card(page, sentences.moved(leading, lang), what, leading)
