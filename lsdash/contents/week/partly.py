"""Weeks of which only a part of the bulletin is at hand: what is told of them, and what it is not.

A topic is told and its paper was not seen: it is counted apart, and never among documents.
"""

from collections.abc import Iterable, Sequence

from lsdash import sentences
from lsdash.contents.blocks import Line, Listed, Words, line
from lsdash.contents.reading import Reading
from lsdash.contents.week import papers, weeks
from lsdash.model import Filters
from lsdash.store import read, topics
from lsdash.store.rows import TopicRelationRow, TopicRow, WeekRow
from lsdash.text import count, pick, say

MOST_NAMED = 4
"""Newer weeks that the first page names; all of them are in the list of weeks."""

MOST_TOPICS = 60
"""Topics of a list that is read; all of them are in the files."""


def week(here: Reading) -> WeekRow | None:
    """The week shown, where only a part of its bulletin is at hand."""
    newest = weeks.chosen(here)[:1]
    return newest[0] if newest and newest[0].partly_at_hand else None


def note(here: Reading) -> Line | None:
    """That the week shown is not whole, and where its bulletin stands."""
    shown = week(here)
    if shown is None:
        return None
    told = line(say(here.lang, "partly.note"))
    if shown.address:
        told += line(" ", Words(say(here.lang, "partly.where"), to=shown.address))
    return told


def told(here: Reading) -> Sequence[TopicRow]:
    """What the week shown tells of without a document on record, as far as it passes."""
    return here.ask(topics.find, papers.filters(here)) if weeks.chosen(here) else ()


def passing(here: Reading) -> Sequence[TopicRow]:
    """The same of all weeks that pass the filters of the view."""
    return here.ask(topics.find, here.view.applied())


def listed(here: Reading, found: Sequence[TopicRow], *, with_week: bool = False) -> Listed | None:
    """Each topic with its sector and what it names; with the days of its week where asked."""
    if not found:
        return None
    lines = [_topic(here, each, with_week=with_week) for each in found[:MOST_TOPICS]]
    if len(found) > MOST_TOPICS:
        lines.append(line(count(here.lang, "partly.more", len(found) - MOST_TOPICS)))
    return Listed(tuple(lines))


def counted(here: Reading, found: Sequence[TopicRow]) -> str:
    """`11 việc được nhắc, chưa thấy văn bản`."""
    return count(here.lang, "partly.topics_n", len(found))


def newer(here: Reading) -> Line | None:
    """Which newer weeks there are, of which only a part is at hand: the view shows a whole one."""
    if here.view.filters.weeks:
        return None
    shown = weeks.shown(here)
    later = [each for each in here.ask(read.weeks) if each.slug > shown.slug]
    if not later:
        return None
    ways = (
        Words(sentences.week_span(each, here.lang), to=weeks.turned(here.view, each))
        for each in later[:MOST_NAMED]
    )
    head = Words(count(here.lang, "partly.newer", len(later)) + " ", "quiet")
    return (head, *_between(ways, " · "))


def beside(here: Reading, slugs: Iterable[str]) -> Line | None:
    """That of these weeks some are not whole: what is missing there may only not be at hand."""
    held = {each.slug: each for each in here.ask(read.weeks)}
    found = [held[slug] for slug in dict.fromkeys(slugs) if slug in held]
    spans = [sentences.week_span(each, here.lang) for each in found if each.partly_at_hand]
    return line(say(here.lang, "partly.compared", weeks=", ".join(spans))) if spans else None


def in_release(here: Reading) -> str:
    """How many weeks are here only in part, and how many topics without a document; or empty."""
    partly = sum(each.partly_at_hand for each in here.ask(read.weeks))
    found = len(here.ask(topics.find, Filters()))
    told = [count(here.lang, "partly.weeks_n", partly)] if partly else []
    if found:
        told.append(count(here.lang, "partly.topics_n", found))
    return ", ".join(told)


def _topic(here: Reading, topic: TopicRow, *, with_week: bool) -> Line:
    lang = here.lang
    told = [Words(pick(lang, topic, "title"), "strong")]
    if topic.sector:
        told.append(Words(f" · {say(lang, f'sector_short.{topic.sector}')}", "quiet"))
    named = "; ".join(_named(here, each) for each in topic.relations)
    if named:
        told.append(Words(f" · {named}"))
    if with_week:
        held = next(each for each in here.ask(read.weeks) if each.slug == topic.bulletin)
        its_week = weeks.turned(here.view.on("overview"), held)
        span = say(lang, "strip.week", week=sentences.week_span(held, lang))
        told += [Words(" · "), Words(span, to=its_week)]
    return tuple(told)


def _named(here: Reading, relation: TopicRelationRow) -> str:
    return f"{say(here.lang, f'relation.{relation.kind}')} {pick(here.lang, relation, 'target')}"


def _between(parts: Iterable[Words], mark: str) -> Line:
    told = [each for part in parts for each in (Words(mark, "quiet"), part)]
    return tuple(told[1:])
