"""Which numbers of a bulletin's text does its record account for?

Every number in the text, in figures or in words, is claimed by a fact, a document number, a date,
a title or a label of the record, or it is left over: something that was not read.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from lsdash.model import Decision, Week

NUMBER = re.compile(
    r"\d+(?:[.,]\d+)*|\b(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\b(?=\s+(?:người|phần|số))"
)


@dataclass(frozen=True)
class Claim:
    """One number of the text. `by` says what of the record accounts for it; None is left over."""

    line: int
    printed: str
    context: str
    by: str | None


def check(text: str, week: Week) -> list[Claim]:
    """Every number in `text`, in order, with what claims it.

    A document claims numbers in its own item only, which opens with its title on a line alone;
    the bulletin and all titles claim those above the first item.
    """
    titles = {plain(decision.title.vi): decision for decision in week.decisions}
    opening = [*_of_bulletin(week)]
    phrases: list[tuple[str, str]] = opening
    found: list[Claim] = []
    for number, raw in enumerate(text.splitlines(), start=1):
        line = plain(raw)
        if line in titles:
            phrases = [*_of_decision(titles[line])]
        found += _line(line, number, phrases)
    return found


def plain(text: str) -> str:
    """NFC, one kind of dash, one kind of space: how the text and the record are compared."""
    dashed = re.sub(r"[–—]", "-", unicodedata.normalize("NFC", text))
    return re.sub(r"\s*-\s*", " - ", re.sub(r"\s+", " ", dashed)).strip()


def _line(line: str, number: int, phrases: list[tuple[str, str]]) -> Iterator[Claim]:
    """The numbers of a line. Of two facts printed alike, the first claims the first place."""
    spans: list[tuple[int, int, str]] = []
    for phrase, by in phrases:
        taken = {start for start, _, claimed in spans if claimed.startswith("fact")}
        matches = list(re.finditer(re.escape(plain(phrase)), line, re.IGNORECASE))
        if by.startswith("fact"):
            matches = [match for match in matches if match.start() not in taken][:1]
        spans += [(match.start(), match.end(), by) for match in matches]
    for match in NUMBER.finditer(line):
        holding = (b for s, e, b in spans if s <= match.start() and match.end() <= e)
        context = line[max(0, match.start() - 30) : match.end() + 20]
        yield Claim(number, match.group(), context, next(holding, None))


def _of_bulletin(week: Week) -> Iterator[tuple[str, str]]:
    yield week.bulletin.title, "title of the bulletin"
    for label in week.bulletin.labels:
        yield label, "label of the bulletin"
    for topic in week.bulletin.topics:
        yield topic.title.vi, f"topic: {topic.title.vi}"
        for relation in topic.relations:
            yield relation.target.vi, f"relation of the topic {topic.title.vi}"
    for decision in week.decisions:
        yield decision.title.vi, f"title of {decision.slug}"


def _of_decision(decision: Decision) -> Iterator[tuple[str, str]]:
    """Phrases of a document that hold numbers, the surest first, with what each is."""
    yield from _figures_of(decision)
    on = decision.signed_on
    yield f"số {decision.number} ngày {on:%d}/{on.month}/{on.year}", f"citation of {decision.slug}"
    for fact in decision.facts:
        years = {fact.deadline.year} if fact.deadline else set()
        if fact.period:
            years |= {fact.period.from_.year, fact.period.to.year}
        for year in sorted(years):
            for phrase in (f"năm {year - 1}, {year}", f"năm {year}"):
                yield phrase, f"date of {decision.slug}/{fact.slug}"
    yield decision.title.vi, f"title of {decision.slug}"
    if decision.edition:
        yield decision.edition.label.vi, f"edition of {decision.slug}"
    for relation in decision.relations:
        for named in (relation.period, relation.target):
            if named:
                yield named.vi, f"relation of {decision.slug}"
    for label in decision.labels:
        yield label, f"label of {decision.slug}"


def _figures_of(decision: Decision) -> Iterator[tuple[str, str]]:
    """The figures as they stand, then those that a later release changed."""
    for fact in decision.facts:
        if fact.printed:
            yield fact.printed, f"fact {decision.slug}/{fact.slug}"
    for fact in decision.facts:
        for change in fact.changes:
            if change.was:
                yield change.was.printed, f"fact {decision.slug}/{fact.slug} before its change"
