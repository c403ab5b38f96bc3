"""One typed function for every question that the store answers.

Rows come as frozen dataclasses (`lsdash.store.rows`). All raise QuestionError when the release
cannot answer.
"""

import re
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from operator import itemgetter
from typing import Any, TypeVar

from pyroaring import FrozenBitMap

from lsdash.model import Filters
from lsdash.store import by_document, relating
from lsdash.store.by_document import AT_ONCE, NUMBERS, Documents
from lsdash.store.release import Answer, Release
from lsdash.store.rows import (
    AnswerRow,
    BodyRow,
    ChangeRow,
    Count,
    DeadlineRow,
    DecisionRow,
    DimensionRow,
    EffectRow,
    EventRow,
    FacetRow,
    FactRow,
    FlagRow,
    GateRow,
    GateStateRow,
    ObservationRow,
    OptionRow,
    OutcomeRow,
    PartRow,
    ProvisionRow,
    RelatedRow,
    RelationRow,
    SearchRow,
    SeriesRow,
    SilenceRow,
    StepRow,
    WeekDigestRow,
    WeekRow,
)
from lsdash.store.sets import newest
from lsdash.vocabulary import Measure, Status

EVERYTHING = Filters()
SLUG = re.compile(r"([0-9]{1,9})(?![0-9]).*-([0-9]{4})(?:-[a-z][a-z-]*)?")
"""The number in its series that a slug begins with, and the year of signature at its end."""

SLUGS_AT_ONCE = 1_000
"""Slugs that one question is about: it finds some fifteen documents for each, one a series."""

T = TypeVar("T")
OfSlug = TypeVar("OfSlug", OutcomeRow, SearchRow)


def decisions(
    release: Release, filters: Filters = EVERYTHING, *, limit: int = 50, offset: int = 0
) -> list[DecisionRow]:
    """Documents that pass `filters`, newest first; `limit` of them from `offset` on."""
    return documents(release, newest(release.sets.passing(filters), limit, offset))


def decision(release: Release, slug: str) -> DecisionRow | None:
    """The document with this slug, or None when the release has none."""
    return next(iter(documents(release, numbers(release, (slug,)))), None)


def also_in_sector(release: Release, filters: Filters, *, limit: int = 10) -> list[DecisionRow]:
    """Documents that the sector filter leaves out although it is a second sector of theirs."""
    if not filters.sectors:
        return []
    of_any = release.sets.passing(replace(filters, sectors=()))
    second = of_any & release.sets.having("second_sector", filters.sectors)
    first = release.sets.having("sector", filters.sectors)
    return documents(release, newest(second - first, limit))


def with_bodies(release: Release, filters: Filters = EVERYTHING) -> list[DecisionRow]:
    """Documents that set up bodies, newest first."""
    held = release.sets.having("part", ("bodies",))
    return documents(release, release.sets.passing(filters) & held)


def with_measures(
    release: Release, filters: Filters = EVERYTHING, *, measures: Sequence[Measure]
) -> list[DecisionRow]:
    """Documents that hold facts of these measures, newest first."""
    held = release.sets.having("measure", measures) if measures else FrozenBitMap()
    return documents(release, release.sets.passing(filters) & held)


def count(release: Release, filters: Filters = EVERYTHING) -> Count:
    passing = release.sets.passing(filters)
    requests = release.sets.having("status", (Status.PROPOSED,))
    return Count(len(passing), passing.intersection_cardinality(requests))


def facets(release: Release, filters: Filters = EVERYTHING) -> list[FacetRow]:
    """For each value of each filter, the documents it would show with the other filters kept."""
    found = (FacetRow(*each) for each in release.sets.facets(filters))
    return sorted(found, key=lambda row: (row.facet, row.value))


def facts(
    release: Release,
    filters: Filters = EVERYTHING,
    *,
    measures: Sequence[Measure] = (),
    limit: int | None = None,
    offset: int = 0,
) -> list[FactRow]:
    """Facts of the documents that pass `filters`, of these measures (all when empty).

    Newest document first; `limit` of them (all when None) from `offset` on.
    """
    sets = release.sets
    holding = sets.passing(filters) & sets.having("measure", measures)
    if limit is None:
        return facts_in(release, holding, measures)[offset:]
    some, skipped = sets.sheet(holding, measures, offset, limit)
    return facts_in(release, some, measures)[skipped : skipped + limit]


def facts_of(release: Release, slug: str) -> list[FactRow]:
    return facts_in(release, numbers(release, (slug,)))


def weeks(release: Release) -> list[WeekRow]:
    """The bulletins, newest first, each with its number of documents."""
    return _rows(WeekRow, release, "weeks", {})


def series(release: Release, week: str) -> list[SeriesRow]:
    """For each series with two numbers or more in this week: how many of its numbers we hold."""
    in_week = release.sets.having("week", (week,))
    return _rows(SeriesRow, release, "series", {"documents": list(in_week)})


def flags(release: Release, filters: Filters = EVERYTHING, *, limit: int = 100) -> list[FlagRow]:
    """Flags of the documents that pass `filters`, newest document first."""
    flagged = release.sets.passing(filters) & release.sets.having("part", ("flags",))
    return by_document.rows(release, by_document.FLAGS, newest(flagged, limit))[:limit]


def flags_of(release: Release, slug: str) -> list[FlagRow]:
    return by_document.rows(release, by_document.FLAGS, numbers(release, (slug,)))


def dimensions(release: Release, slug: str) -> list[DimensionRow]:
    return _of(DimensionRow, release, "dimensions", slug)


def options(release: Release, slug: str) -> list[OptionRow]:
    return _of(OptionRow, release, "options", slug)


def answers(release: Release, slug: str) -> list[AnswerRow]:
    return _of(AnswerRow, release, "answers", slug)


def steps(release: Release, slug: str) -> list[StepRow]:
    return _of(StepRow, release, "steps", slug)


def provisions(release: Release, slug: str) -> list[ProvisionRow]:
    return _of(ProvisionRow, release, "provisions", slug)


def bodies(release: Release, slug: str) -> list[BodyRow]:
    return _of(BodyRow, release, "bodies", slug)


def silences(release: Release, slug: str) -> list[SilenceRow]:
    return _of(SilenceRow, release, "silences", slug)


def relations(release: Release, slug: str) -> list[RelationRow]:
    return by_document.rows(release, by_document.RELATIONS, numbers(release, (slug,)))


def changes(release: Release, slug: str) -> list[ChangeRow]:
    """The history of a document and of its facts, oldest first."""
    return changes_in(release, numbers(release, (slug,)))


def effects(release: Release, slugs: Sequence[str]) -> list[EffectRow]:
    """What other documents on record do to these and to their facts, oldest first."""
    return relating.effects(release, numbers(release, slugs))


def effects_by(release: Release, slugs: Sequence[str]) -> list[EffectRow]:
    """What these documents do to others on record and to their facts."""
    return relating.effects_by(release, numbers(release, slugs))


def related(
    release: Release,
    filters: Filters = EVERYTHING,
    *,
    document: str = "",
    limit: int = 500,
    offset: int = 0,
) -> list[RelatedRow]:
    """How the documents that pass `filters` stand to others, newest first.

    With a document's slug: what that one does to others, and what they do to it.
    """
    if document:
        doing = [document, *(effect.by for effect in effects(release, [document]))]
        passing = release.sets.passing(filters) & FrozenBitMap(numbers(release, doing))
    else:
        standing = release.sets.having("part", ("relations",))
        passing = newest(release.sets.passing(filters) & standing, offset + limit)
    return relating.related(release, passing, document)[offset : offset + limit]


def deadlines(
    release: Release, filters: Filters = EVERYTHING, *, limit: int = 500, offset: int = 0
) -> list[DeadlineRow]:
    """What the documents that pass `filters` want done: soonest first, undated last."""
    due = release.sets.soonest(release.sets.passing(filters), offset + limit)
    return _due(release, due)[offset : offset + limit]


def deadlines_near(
    release: Release, day: date, filters: Filters = EVERYTHING, *, limit: int = 500
) -> list[DeadlineRow]:
    """Of `deadlines` the newest requests and the other things nearest to `day`, in the same order.

    At most `limit` of either, so that the request that waits longest is among them. What has no
    deadline is as near as the day on which its document was signed.
    """
    passing = release.sets.passing(filters)
    asking = passing & release.sets.having("status", (Status.PROPOSED,))
    requests = newest(asking, limit)
    due = release.sets.nearest(passing - asking, day, limit) | requests
    rows = _due(release, due)
    others = [at for at, row in enumerate(rows) if not row.is_request]
    away = [abs((row.deadline or row.signed_on) - day) for row in rows]
    near = {*sorted(others, key=away.__getitem__)[:limit]}
    return [row for at, row in enumerate(rows) if at in near or row.is_request]


def week_digests(release: Release) -> list[WeekDigestRow]:
    """One row for each week that has a document."""
    return _rows(WeekDigestRow, release, "week_digests", {})


def digests(release: Release, filters: Filters = EVERYTHING) -> dict[str, int]:
    """The digest of each document that passes `filters`, by its slug."""
    passing = release.sets.passing(filters)
    found: dict[str, int] = {}
    for first in range(0, len(passing), AT_ONCE):
        found |= dict(release.about("digests", list(passing[first : first + AT_ONCE]))[1])
    return found


def numbers(release: Release, slugs: Sequence[str]) -> tuple[int, ...]:
    """The release's own numbers of the documents with these slugs, in order; for questions below.

    A slug that is not here is left out. Its number in the series and its year narrow the documents
    to look through.
    """
    found = release.kept.find(NUMBERS, slugs)
    lacking = {slug: told for slug in slugs if slug not in found and (told := SLUG.fullmatch(slug))}
    by_year = sorted(lacking, key=lambda slug: lacking[slug][2])
    for first in range(0, len(by_year), SLUGS_AT_ONCE):
        some = {slug: lacking[slug] for slug in by_year[first : first + SLUGS_AT_ONCE]}
        years = [int(told[2]) for told in some.values()]
        asked = {
            "numbers": sorted({int(told[1]) for told in some.values()}),
            "first_year": min(years),
            "last_year": max(years),
        }
        here: dict[str, int] = dict(release.answer(NUMBERS, asked)[1])
        read = {slug: (here[slug],) if slug in here else () for slug in some}
        release.kept.keep(NUMBERS, read)
        found |= read
    return tuple(sorted({number for held in found.values() for number in held}))


def documents(release: Release, numbers: Documents) -> list[DecisionRow]:
    """The documents with these numbers, newest first."""
    return by_document.rows(release, by_document.DOCUMENTS, numbers)


def facts_in(
    release: Release, numbers: Documents, measures: Sequence[Measure] = ()
) -> list[FactRow]:
    """The facts that they hold of these measures (of all when empty)."""
    held = by_document.rows(release, by_document.FACTS, numbers)
    return [fact for fact in held if fact.measure in measures] if measures else held


def parts_in(release: Release, numbers: Documents) -> list[PartRow]:
    return by_document.rows(release, by_document.PARTS, numbers)


def changes_in(release: Release, numbers: Documents) -> list[ChangeRow]:
    return by_document.rows(release, by_document.CHANGES, numbers)


def observations(
    release: Release,
    measures: Sequence[str] = (),
    day_from: date | None = None,
    day_to: date | None = None,
) -> list[ObservationRow]:
    """Reported figures of these measures (all when empty) that touch these days."""
    parameters = {"measures": list(measures), "day_from": day_from, "day_to": day_to}
    return _rows(ObservationRow, release, "observations", parameters)


def events(
    release: Release,
    kinds: Sequence[str] = (),
    day_from: date | None = None,
    day_to: date | None = None,
) -> list[EventRow]:
    """Reported events of these kinds (all when empty) in the days from `day_from` to `day_to`."""
    parameters = {"kinds": list(kinds), "day_from": day_from, "day_to": day_to}
    return _rows(EventRow, release, "events", parameters)


def gates(release: Release) -> list[GateRow]:
    """The province's gates, those of the highest rank first."""
    return _rows(GateRow, release, "gates", {})


def gate_states(release: Release) -> list[GateStateRow]:
    """When goods passed the gates and when they did not, oldest first."""
    return _rows(GateStateRow, release, "gate_states", {})


def outcomes(release: Release, documents: Sequence[str] = ()) -> list[OutcomeRow]:
    """What was reported later about these documents (all when empty), oldest first."""
    if not documents:
        return _rows(OutcomeRow, release, "outcomes", {"documents": []})
    found = _of_slugs(OutcomeRow, release, "outcomes", documents)
    return sorted(found, key=lambda row: (row.period_to or row.period_from or date.max, row.id))


def searches(release: Release, documents: Sequence[str] = ()) -> list[SearchRow]:
    """Which outcomes of these documents (of all when empty) were looked for."""
    if not documents:
        return _rows(SearchRow, release, "searches", {"documents": []})
    return _of_slugs(SearchRow, release, "searches", sorted({*documents}))


def _of(row: type[T], release: Release, question: str, slug: str) -> list[T]:
    """Rows of the document with this slug, if it is here."""
    found = numbers(release, (slug,))
    return _rows(row, release, question, {"document": found[0]}) if found else []


def _of_slugs(
    row: type[OfSlug], release: Release, question: str, slugs: Sequence[str]
) -> list[OfSlug]:
    """Rows of the documents with these slugs, as the question has them, kept with each."""
    found = release.kept.find(question, slugs)
    if lacking := [slug for slug in dict.fromkeys(slugs) if slug not in found]:
        read: dict[str, list[OfSlug]] = {slug: [] for slug in lacking}
        for each in _rows(row, release, question, {"documents": lacking}):
            read[each.decision].append(each)
        release.kept.keep(question, read)
        found |= read
    return [each for slug in dict.fromkeys(slugs) for each in found[slug]]


def _due(release: Release, documents: Documents) -> list[DeadlineRow]:
    """Soonest first, undated last; those of one day by their documents, newest first."""
    rows = by_document.rows(release, by_document.DEADLINES, documents)
    return sorted(rows, key=lambda row: (row.deadline is None, row.deadline or date.max))


def _rows(row: type[T], release: Release, question: str, parameters: dict[str, Any]) -> list[T]:
    return _made(row, release.answer(question, parameters))


def _made(row: type[T], answer: Answer) -> list[T]:
    """An answer as `row`s. Columns that a newer release added are passed over."""
    columns, found = answer
    wanted = itemgetter(*(columns.index(each.name) for each in fields(row)))  # type: ignore[arg-type]
    return [row(*wanted(each)) for each in found]
