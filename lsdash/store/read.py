"""One typed function for every question that the store answers.

Rows come as frozen dataclasses; quantities as `Decimal` in base units; None means not stated.
All raise QuestionError when the release cannot answer.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from pyroaring import FrozenBitMap

from lsdash.model import Filters
from lsdash.store.release import Release
from lsdash.store.sets import newest
from lsdash.vocabulary import UNSURE, Measure, Status

EVERYTHING = Filters()
Documents = FrozenBitMap | tuple[int, ...]
"""Numbers of documents in order, which the release gave them and no other understands."""

AT_ONCE = 10_000
"""Documents that one question is about; more are asked for in turn."""

YEAR_IN_SLUG = re.compile(r"-(\d{4})(?:-[a-z][a-z-]*)?$")


@dataclass(frozen=True)
class DecisionRow:
    slug: str
    bulletin: str
    number: str
    kind: str
    kind_called_vi: str | None
    kind_called_en: str | None
    signed_on: date
    issuer: str
    sector: str
    second_sectors: list[str]
    status: str
    title_vi: str
    title_en: str
    short_title_vi: str
    short_title_en: str
    summary_vi: str
    summary_en: str
    addressed_to_vi: str | None
    addressed_to_en: str | None
    edition_vi: str | None
    edition_en: str | None
    lead_vi: str | None
    lead_en: str | None
    deadline: date | None
    item: int
    paragraph: int


@dataclass(frozen=True)
class FactRow:
    """A fact with the document it stands in. `low` and `high` are in base units."""

    slug: str
    position: int
    measure: str
    subject_vi: str
    subject_en: str
    kind: str
    low_digits: int | None
    high_digits: int | None
    scale_digits: int
    shown_scale: int
    unit: str
    unit_called_vi: str | None
    unit_called_en: str | None
    """What a figure in `item` counts, as printed."""
    bound: str
    printed: str | None
    role: str
    basis: str
    formula: str | None
    part_of: str | None
    option: int | None
    period_from: date | None
    period_to: date | None
    period_basis: str | None
    deadline: date | None
    lead_vi: str | None
    lead_en: str | None
    amends: str | None
    before_low_digits: int | None
    before_high_digits: int | None
    before_scale_digits: int | None
    before_shown_scale: int | None
    before_printed: str | None
    """The earlier figure as this document prints it."""
    baseline_vi: str | None
    baseline_en: str | None
    direction: str | None
    unit_class: int | None
    unit_kinds: list[str]
    condition: str | None
    mandatory: bool
    note_vi: str | None
    note_en: str | None
    item: int | None
    paragraph: int | None
    corrected_on: date | None
    """The day of the last correction."""
    corrected_by: str | None
    """Number of the document that made it."""
    was_printed: str | None
    """The figure before that correction, as printed."""
    decision: str
    number: str
    document_kind: str
    signed_on: date
    sector: str
    status: str
    bulletin: str
    edition_vi: str | None
    edition_en: str | None

    @property
    def low(self) -> Decimal | None:
        return _exact(self.low_digits, self.scale_digits)

    @property
    def high(self) -> Decimal | None:
        return _exact(self.high_digits, self.scale_digits)

    @property
    def before_low(self) -> Decimal | None:
        return _exact(self.before_low_digits, self.before_scale_digits or 0)

    @property
    def before_high(self) -> Decimal | None:
        return _exact(self.before_high_digits, self.before_scale_digits or 0)

    @property
    def value(self) -> Decimal:
        """The upper end, or the lower one where there is no upper."""
        value = self.high if self.high is not None else self.low
        assert value is not None, "a fact has at least one end"
        return value

    @property
    def is_derived(self) -> bool:
        return self.basis == "derived"


@dataclass(frozen=True)
class WeekRow:
    slug: str
    province: str
    title: str
    period_from: date
    period_to: date
    author: str | None
    headlines: list[str]
    headlines_complete: bool
    publisher_vi: str
    publisher_en: str
    address: str | None
    text_sha256: str
    documents: int


@dataclass(frozen=True)
class Count:
    documents: int
    requests: int


@dataclass(frozen=True)
class FacetRow:
    facet: str
    value: str
    documents: int


@dataclass(frozen=True)
class SeriesRow:
    """How much of a yearly number series one week shows."""

    series: str
    first_number: int
    last_number: int
    held: int
    numbers: list[int]

    @property
    def span(self) -> int:
        """How many numbers lie between the first and the last, both counted."""
        return self.last_number - self.first_number + 1


@dataclass(frozen=True)
class FlagRow:
    """A flag. `text` is a reviewer's; `evidence` (JSON) is a rule's."""

    decision: str
    number: str
    signed_on: date
    status: str
    short_title_vi: str
    short_title_en: str
    rule: str
    fact: str | None
    text_vi: str | None
    text_en: str | None
    evidence: str


@dataclass(frozen=True)
class DimensionRow:
    position: int
    slug: str
    label_vi: str
    label_en: str
    health: bool


@dataclass(frozen=True)
class OptionRow:
    number: int
    label_vi: str
    label_en: str


@dataclass(frozen=True)
class AnswerRow:
    option: int
    dimension: str
    stated: bool
    text_vi: str | None
    text_en: str | None
    unsaid_vi: str | None
    unsaid_en: str | None


@dataclass(frozen=True)
class StepRow:
    option: int
    course: int
    course_vi: str
    course_en: str
    position: int
    place: str
    label_vi: str
    label_en: str
    length: str | None
    daily: bool


@dataclass(frozen=True)
class ProvisionRow:
    position: int
    text_vi: str
    text_en: str
    lead_vi: str | None
    lead_en: str | None
    deadline: date | None
    item: int
    paragraph: int


@dataclass(frozen=True)
class BodyRow:
    position: int
    name_vi: str
    name_en: str
    printed: str | None
    role_vi: str
    role_en: str
    post_vi: str
    post_en: str
    head: str | None
    item: int
    paragraph: int


@dataclass(frozen=True)
class SilenceRow:
    position: int
    text_vi: str
    text_en: str


@dataclass(frozen=True)
class RelationRow:
    position: int
    kind: str
    target_vi: str
    target_en: str
    number: str | None
    document: str | None
    period_vi: str | None
    period_en: str | None
    item: int
    paragraph: int


@dataclass(frozen=True)
class ChangeRow:
    """One entry of a document's history; `fact` is the slug of the fact that it is about."""

    decision: str
    position: int
    fact: str | None
    kind: str
    made_on: date
    reason_vi: str | None
    reason_en: str | None
    made_by: str | None
    """Number of the document that makes the change."""
    was_low_digits: int | None
    was_high_digits: int | None
    was_scale_digits: int | None
    was_shown_scale: int | None
    was_unit: str | None
    was_bound: str | None
    was_printed: str | None

    @property
    def was_low(self) -> Decimal | None:
        return _exact(self.was_low_digits, self.was_scale_digits or 0)

    @property
    def was_high(self) -> Decimal | None:
        return _exact(self.was_high_digits, self.was_scale_digits or 0)


@dataclass(frozen=True)
class EffectRow:
    """What one document on record does to another, or to a fact of it.

    Number, day, status and title are of the document at the other end: of the one that does it, or,
    asked the other way round, of the one that it is done to.
    """

    decision: str
    fact: str | None
    kind: str
    by: str
    by_fact: str | None
    number: str
    signed_on: date
    status: str
    bulletin: str
    short_title_vi: str
    short_title_en: str
    is_again: bool = False
    """The fact took the place of an earlier one, and it is the earlier one that the other names."""


@dataclass(frozen=True)
class RelatedRow:
    """How one document stands to another, or a figure of it to one of the other.

    Number, day, status and title are of the document that does something; `decision` is the slug of
    the one that it is done to, None where that is not on record. Both prints are of figures.
    """

    by: str
    by_fact: str | None
    number: str
    signed_on: date
    status: str
    sector: str
    bulletin: str
    short_title_vi: str
    short_title_en: str
    kind: str
    decision: str | None
    fact: str | None
    target_vi: str
    target_en: str
    target_number: str | None
    target_signed_on: date | None
    period_vi: str | None
    period_en: str | None
    was_printed: str | None
    printed: str | None
    item: int | None
    paragraph: int | None
    is_again: bool
    """As of an EffectRow."""


@dataclass(frozen=True)
class DeadlineRow:
    """Something to be done: a document, a fact or a provision with a deadline or an agency.

    A request stands here in any case, since it waits for an answer.
    """

    decision: str
    number: str
    kind: str
    signed_on: date
    status: str
    sector: str
    bulletin: str
    addressed_to_vi: str | None
    addressed_to_en: str | None
    short_title_vi: str
    short_title_en: str
    document_lead_vi: str | None
    document_lead_en: str | None
    """The agency that is to see to the document as a whole."""
    what: str
    """document, fact or provision."""
    fact: str
    """Slug of the fact, else empty."""
    deadline: date | None
    lead_vi: str | None
    lead_en: str | None
    text_vi: str
    text_en: str
    item: int
    paragraph: int


@dataclass(frozen=True)
class PartRow:
    """A piece of a document that is neither a fact nor its history: a silence, a body, an answer.

    `part` is the table that holds it, or "unsaid" for what an answer leaves open; `code` is what it
    says in codes: a kind of relation, a rule, the number of an option.
    """

    decision: str
    part: str
    code: str
    name_vi: str | None
    name_en: str | None
    text_vi: str | None
    text_en: str | None
    evidence: str | None
    """Of a flag found by rule (JSON)."""
    item: int | None
    paragraph: int | None


@dataclass(frozen=True)
class WeekDigestRow:
    """The documents of one week in one number, which differs where one of them does."""

    week: str
    documents: int
    digest: int


@dataclass(frozen=True)
class ObservationRow:
    """A figure that the press or an office reported; `value` is in `unit`."""

    id: str
    period_from: date
    period_to: date
    place: str
    place_kind: str
    direction: str
    measure: str
    value: Decimal
    unit: str
    cumulative_since: date | None
    flags: list[str]
    publisher: str | None
    address: str
    published_on: date | None
    source_read: str
    note_vi: str | None
    note_en: str | None

    @property
    def is_unsure(self) -> bool:
        return not UNSURE.isdisjoint(self.flags)


@dataclass(frozen=True)
class EventRow:
    """An event that was reported; `decision` is the slug of a document of ours that it is."""

    id: str
    date_from: date
    date_to: date | None
    place: str
    place_kind: str
    kind: str
    flags: list[str]
    summary_vi: str
    summary_en: str
    publisher: str | None
    address: str | None
    source_read: str
    decision: str | None

    @property
    def is_unsure(self) -> bool:
        return not UNSURE.isdisjoint(self.flags)


@dataclass(frozen=True)
class GateRow:
    """A border gate as of 2020; `name_vi` is what observations and events call their place."""

    slug: str
    name_vi: str
    name_en: str
    border_order: int | None
    """Along the border, from the north-west on; approximate."""
    km_from_north: int | None
    commune: str | None
    commune_read: str | None
    district: str | None
    category: str
    transport: str
    opposite_vi: str | None
    opposite_en: str | None
    note_vi: str
    note_en: str
    addresses: list[str]


@dataclass(frozen=True)
class GateStateRow:
    """From this day on goods passed a gate, or did not; `evidence` are ids of reported rows."""

    id: str
    gate: str
    date_from: date
    state: str
    flags: list[str]
    evidence: list[str]
    note_vi: str
    note_en: str

    @property
    def is_unsure(self) -> bool:
        return not UNSURE.isdisjoint(self.flags)


T = TypeVar("T")


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
    return _in(FlagRow, release, "flags", newest(flagged, limit))[:limit]


def flags_of(release: Release, slug: str) -> list[FlagRow]:
    return _in(FlagRow, release, "flags", numbers(release, (slug,)))


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
    return _of(RelationRow, release, "relations", slug)


def changes(release: Release, slug: str) -> list[ChangeRow]:
    """The history of a document and of its facts, oldest first."""
    return changes_in(release, numbers(release, (slug,)))


def effects(release: Release, slugs: Sequence[str]) -> list[EffectRow]:
    """What other documents on record do to these and to their facts, oldest first."""
    return _in(EffectRow, release, "effects", numbers(release, slugs))


def effects_by(release: Release, slug: str) -> list[EffectRow]:
    """What this document does to others on record and to their facts."""
    return _of(EffectRow, release, "effects_by", slug)


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
    asked = {"documents": list(passing), "document": document}
    return _rows(RelatedRow, release, "related", asked)[offset : offset + limit]


def deadlines(
    release: Release, filters: Filters = EVERYTHING, *, limit: int = 500, offset: int = 0
) -> list[DeadlineRow]:
    """What the documents that pass `filters` want done: soonest first, undated last."""
    due = release.sets.soonest(release.sets.passing(filters), offset + limit)
    rows = _rows(DeadlineRow, release, "deadlines", {"documents": list(due)})
    return rows[offset : offset + limit]


def week_digests(release: Release) -> list[WeekDigestRow]:
    """One row for each week that has a document."""
    return _rows(WeekDigestRow, release, "week_digests", {})


def digests(release: Release, filters: Filters = EVERYTHING) -> dict[str, int]:
    """The digest of each document that passes `filters`, by its slug."""
    found = _asked(release, "digests", release.sets.passing(filters))
    return {answer["slug"]: answer["digest"] for answer in found}


def numbers(release: Release, slugs: Sequence[str]) -> tuple[int, ...]:
    """The release's own numbers of the documents with these slugs, in order; for questions below.

    A slug that is not here is left out. The years in the slugs narrow the days to look through.
    """
    years = [int(year[1]) for slug in slugs if (year := YEAR_IN_SLUG.search(slug))]
    if not years:
        return ()
    asked = {"slugs": list(slugs), "first_year": min(years), "last_year": max(years)}
    return tuple(row["id"] for row in release.ask("numbers", asked))


def documents(release: Release, numbers: Documents) -> list[DecisionRow]:
    """The documents with these numbers, newest first."""
    return _in(DecisionRow, release, "documents", numbers)


def facts_in(
    release: Release, numbers: Documents, measures: Sequence[Measure] = ()
) -> list[FactRow]:
    """The facts that they hold of these measures (of all when empty)."""
    return _in(FactRow, release, "facts", numbers, measures=[*measures])


def parts_in(release: Release, numbers: Documents) -> list[PartRow]:
    return _in(PartRow, release, "parts_in", numbers)


def changes_in(release: Release, numbers: Documents) -> list[ChangeRow]:
    return _in(ChangeRow, release, "changes", numbers)


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


def _of(row: type[T], release: Release, question: str, slug: str) -> list[T]:
    """Rows of the document with this slug, if it is here."""
    found = numbers(release, (slug,))
    return _rows(row, release, question, {"document": found[0]}) if found else []


def _in(
    row: type[T], release: Release, question: str, documents: Documents, **parameters: object
) -> list[T]:
    """Rows of these documents, whose numbers are in order, newest first."""
    return _made(row, _asked(release, question, documents, **parameters))


def _asked(
    release: Release, question: str, documents: Documents, **parameters: object
) -> Iterator[dict[str, Any]]:
    """Answers on these documents, so many at once, the newest first."""
    for past in range(len(documents), 0, -AT_ONCE):
        some = list(documents[max(past - AT_ONCE, 0) : past])
        yield from release.ask(question, {"documents": some} | parameters)


def _rows(row: type[T], release: Release, question: str, parameters: dict[str, Any]) -> list[T]:
    return _made(row, release.ask(question, parameters))


def _made(row: type[T], answers: Iterable[dict[str, Any]]) -> list[T]:
    """Answers as `row`s. Columns that a newer release added are passed over."""
    wanted = [field.name for field in fields(row)]  # type: ignore[arg-type]
    return [row(**{name: answer[name] for name in wanted}) for answer in answers]


def _exact(digits: int | None, scale_digits: int) -> Decimal | None:
    return None if digits is None else Decimal(digits).scaleb(-scale_digits)
