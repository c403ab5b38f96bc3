"""The overview's parts: its one sentence, the week by day, what a leader asks first."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from lsdash import sentences
from lsdash.contents import gates, tables
from lsdash.contents.blocks import Line, Listed, Words, line
from lsdash.contents.effects import follow_up, in_force, relations
from lsdash.contents.reading import Reading
from lsdash.contents.week import papers, partly, weeks
from lsdash.contents.week.papers import MOST_DOCUMENTS
from lsdash.model import Filters
from lsdash.store import read
from lsdash.store.rows import DecisionRow, FlagRow
from lsdash.sums import money
from lsdash.text import count, pick, say
from lsdash.view import View
from lsdash.vocabulary import FlagRule, Status

A_DAY_SHOWS = 6
A_LIST_SHOWS = 12
A_KIND_NAMES = 3
"""Documents named beside a kind of things to be checked."""
ELLIPSIS = "…"
MOST_ASKED = 100
"""Requests looked through for those that nobody has answered."""


@dataclass(frozen=True)
class Glance:
    """One thing that a leader asks first, answered in a few words."""

    about: Literal["waiting", "due", "queue", "odd"]
    words: str
    to: View | None = None
    """Where there is more of it."""


def sentence(here: Reading) -> str:
    """The week shown, in one sentence."""
    filters = papers.filters(here)
    held = {
        row.value: row.documents
        for row in here.ask(read.facets, filters)
        if row.facet == "status" and (not filters.statuses or row.value in filters.statuses)
    }
    telling = _telling(here, filters)
    if telling:
        held |= {Status.DECIDED: held[Status.DECIDED] - telling, sentences.TOLD: telling}
    return sentences.of_week(held, weeks.chosen(here)[:1], here.lang, topics=len(partly.told(here)))


def _telling(here: Reading, filters: Filters) -> int:
    """How many of the documents only report: theirs is no decision."""
    if filters.statuses and Status.DECIDED not in filters.statuses:
        return 0
    kinds = tuple(kind for kind in money.TELLING if not filters.kinds or kind in filters.kinds)
    asked = replace(filters, kinds=kinds, statuses=(Status.DECIDED,))
    return len(here.ask(read.decisions, asked, limit=MOST_DOCUMENTS)) if kinds else 0


def board(here: Reading) -> tuple[dict[date, list[DecisionRow]], list[DecisionRow]]:
    """The documents of the week shown by day, and those signed on no day of it.

    Without days where only a part of the week is at hand: an empty one would say too much.
    """
    newest = weeks.chosen(here)[:1]
    if not newest:
        return {}, []
    documents = here.ask(read.decisions, papers.filters(here), limit=MOST_DOCUMENTS)
    week = newest[0]
    if week.partly_at_hand:
        return {}, documents
    length = (week.period_to - week.period_from).days + 1
    days = [week.period_from + timedelta(at) for at in range(length)]
    by_day = {day: [each for each in documents if each.signed_on == day] for day in days}
    return by_day, [each for each in documents if each.signed_on not in days]


def requests(here: Reading) -> list[DecisionRow]:
    """Requests up to the week shown that wait for an answer, newest first: those followed up."""
    filters = follow_up.filters(here)
    if filters.statuses and Status.PROPOSED not in filters.statuses:
        return []
    asked = here.ask(
        read.decisions, replace(filters, statuses=(Status.PROPOSED,)), limit=MOST_ASKED
    )
    slugs = [each.slug for each in asked]
    closed = {*follow_up.answered(here, slugs), *in_force.ended(here, slugs)}
    return [each for each in asked if each.slug not in closed][:A_DAY_SHOWS]


def flags(here: Reading) -> list[FlagRow]:
    """What looks odd in the week shown."""
    return here.ask(read.flags, papers.filters(here))


def checks(here: Reading) -> list[tuple[Line, Listed]]:
    """What looks odd, kind by kind: the kind with how often and where, then each in words."""
    found = flags(here)
    told = []
    for rule in filter({row.rule for row in found}.__contains__, FlagRule):
        own = [row for row in found if row.rule == rule]
        listed = tables.flags(here, own[:A_LIST_SHOWS], named=True)
        if listed:
            numbers = list(dict.fromkeys(row.number for row in own))
            more = [ELLIPSIS] if len(numbers) > A_KIND_NAMES else []
            where = ", ".join([*numbers[:A_KIND_NAMES], *more])
            kind = say(here.lang, f"check.{rule}")
            told.append((line(Words(f"{kind} ({len(own)})", "strong"), f" {where}"), listed))
    return told


def glance(here: Reading) -> list[Glance]:
    """What a leader asks first: who waits for an answer, what is due, the queue, what looks odd.

    Beside a part of a bulletin nothing is counted as waiting or late: the rest may have ended it.
    """
    lang = here.lang
    told = []
    is_part = partly.week(here) is not None
    for each in [] if is_part else requests(here):
        who = f"{each.number} ({pick(lang, each, 'short_title')})"
        told.append(Glance("waiting", say(lang, "overview.waiting", who=who)))
    due = "" if is_part else follow_up.glance(here)
    if due:
        told.append(Glance("due", due[:1].upper() + due[1:], here.view.on("follow_up")))
    queue = gates.queue_in(here, weeks.chosen(here)[:1])
    if queue:
        told.append(Glance("queue", queue, here.view.on("border_trade")))
    found = len(flags(here))
    if found:
        told.append(Glance("odd", count(lang, "overview.odd", found)))
    return told


def news(here: Reading) -> Listed | None:
    """What the week's documents did to earlier ones: corrected, amended, ended, answered."""
    lines = tuple(relations.of_documents(here, papers.filters(here)))
    return Listed(lines) if lines else None


def selection(here: Reading) -> list[str]:
    """How much of the number series the bulletin shows, and whether its opening list is whole."""
    newest = weeks.chosen(here)[:1]
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
        is_part = newest[0].partly_at_hand
        lines.append(say(here.lang, "partly.list_open" if is_part else "overview.headlines_open"))
    return lines
