"""What differs between two releases, or between two weeks of one: rows in, `Difference` out.

Rows are matched by their permanent names: a document by its slug, a fact by document and slug. Only
what readers see counts, never when a release was built or in which order things stand in it.
Figures are compared as values, and what is printed apart from them: 6 and 6.00 are one value.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import chain
from typing import Any, Generic, Self, TypeVar

from lsdash.comparing import pairing
from lsdash.comparing.pairing import Documents, Ties
from lsdash.model import Filters
from lsdash.records import references
from lsdash.store import read
from lsdash.store.read import (
    EVERYTHING,
    ChangeRow,
    DecisionRow,
    EventRow,
    FactRow,
    ObservationRow,
    PartRow,
    WeekRow,
)
from lsdash.store.release import Release

FIGURE = ("low", "high", "unit", "bound")
"""Fields that make up a figure, shown as one."""

FACT_FIELDS = (
    *FIGURE,
    "unit_called_vi",
    "unit_called_en",
    "printed",
    "role",
    "subject_vi",
    "subject_en",
    "measure",
    "kind",
    "basis",
    "formula",
    "part_of",
    "option",
    "period_from",
    "period_to",
    "period_basis",
    "deadline",
    "lead_vi",
    "lead_en",
    "amends",
    "before_printed",
    "baseline_vi",
    "baseline_en",
    "direction",
    "unit_class",
    "unit_kinds",
    "condition",
    "mandatory",
    "note_vi",
    "note_en",
    "item",
    "paragraph",
    "paper_place",
    "paper_printed",
    "unit_printed",
    "part_by",
)
"""Fields in which a fact is compared, in the order in which they are told."""

FACT_FIELDS_ELSEWHERE = frozenset(
    {"slug", "position", "low_digits", "high_digits", "scale_digits", "shown_scale"}
    | {"before_low_digits", "before_high_digits", "before_scale_digits", "before_shown_scale"}
    | {"paper_low_digits", "paper_high_digits", "paper_scale_digits", "paper_shown_scale"}
    | {"corrected_on", "corrected_by", "was_printed"}  # its history says these
    | {"decision", "number", "document_kind", "signed_on", "sector", "status", "bulletin"}
    | {"edition_vi", "edition_en"}  # its document's
)
"""Fields of a fact that are its name or its order, or are compared elsewhere."""

DOCUMENT_FIELDS = tuple(each.name for each in fields(DecisionRow) if each.name != "slug")
WEEK_FIELDS = tuple(each.name for each in fields(WeekRow) if each.name not in ("slug", "documents"))
OBSERVATION_FIELDS = tuple(each.name for each in fields(ObservationRow) if each.name != "id")
EVENT_FIELDS = tuple(each.name for each in fields(EventRow) if each.name != "id")

SERIES_DOCUMENT_FIELDS = (
    "number",
    "status",
    "kind",
    "issuer",
    "addressed_to_vi",
    "addressed_to_en",
)
SERIES_FACT_FIELDS = (
    *FIGURE,
    "unit_called_vi",
    "unit_called_en",
    "period_from",
    "period_to",
    "deadline",
    "baseline_vi",
    "baseline_en",
    "direction",
)
"""What is compared of two documents of one series: not their titles, dates, words and places."""

Row = TypeVar("Row")


class State(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True)
class FieldChange:
    field: str
    old: Any
    new: Any

    def mirrored(self) -> "FieldChange":
        return FieldChange(self.field, self.new, self.old)


@dataclass(frozen=True)
class Pair(Generic[Row]):
    """A row before and after; None where it is not there."""

    old: Row | None
    new: Row | None
    fields: tuple[FieldChange, ...] = ()
    """In which fields they differ; none where one of them is not there."""

    @property
    def state(self) -> State:
        if self.old is None:
            return State.ADDED
        return State.REMOVED if self.new is None else State.CHANGED

    @property
    def row(self) -> Row:
        """The row as it is now, or as it was where it is gone."""
        row = self.new if self.new is not None else self.old
        assert row is not None, "a pair has at least one row"
        return row

    def mirrored(self) -> Self:
        """The same seen from the other side."""
        turned = tuple(each.mirrored() for each in self.fields)
        return replace(self, old=self.new, new=self.old, fields=turned)


@dataclass(frozen=True)
class FactChange(Pair[FactRow]):
    @property
    def is_of_figure(self) -> bool:
        """Whether the figure itself is another one, as a value."""
        return any(each.field in FIGURE for each in self.fields)


@dataclass(frozen=True)
class PartChange:
    """What is gone and what is new of one kind of piece: silences, provisions, answers …"""

    part: str
    old: tuple[PartRow, ...]
    new: tuple[PartRow, ...]

    def mirrored(self) -> "PartChange":
        return PartChange(self.part, self.new, self.old)


@dataclass(frozen=True)
class DocumentChange(Pair[DecisionRow]):
    facts: tuple[FactChange, ...] = ()
    """Facts that differ; of a document on one side only, all that it holds."""
    parts: tuple[PartChange, ...] = ()
    """Other pieces that differ, where the document is on both sides."""
    told: tuple[ChangeRow, ...] = ()
    """Entries of its history that only the new side has, with their reasons."""
    untold: tuple[ChangeRow, ...] = ()
    """Entries that only the old side has."""

    def mirrored(self) -> Self:
        turned = super().mirrored()
        return replace(
            turned,
            facts=tuple(each.mirrored() for each in self.facts),
            parts=tuple(each.mirrored() for each in self.parts),
            told=self.untold,
            untold=self.told,
        )


@dataclass(frozen=True)
class Difference:
    documents: tuple[DocumentChange, ...] = ()
    weeks: tuple[Pair[WeekRow], ...] = ()
    observations: tuple[Pair[ObservationRow], ...] = ()
    events: tuple[Pair[EventRow], ...] = ()
    is_of_weeks: bool = False
    """Between two weeks, where what stands on one side alone is neither new nor gone."""

    @property
    def is_empty(self) -> bool:
        return not (self.documents or self.weeks or self.observations or self.events)

    @property
    def facts(self) -> tuple[FactChange, ...]:
        """Facts that differ in documents that are on both sides."""
        both = (each for each in self.documents if each.state is State.CHANGED)
        return tuple(chain.from_iterable(each.facts for each in both))

    def mirrored(self) -> "Difference":
        """The same seen from the other side."""
        return Difference(
            tuple(each.mirrored() for each in self.documents),
            tuple(each.mirrored() for each in self.weeks),
            tuple(each.mirrored() for each in self.observations),
            tuple(each.mirrored() for each in self.events),
            self.is_of_weeks,
        )


@dataclass(frozen=True)
class Told:
    """All that is told of some documents, as rows of one release."""

    documents: Sequence[DecisionRow]
    facts: Sequence[FactRow] = ()
    parts: Sequence[PartRow] = ()
    changes: Sequence[ChangeRow] = ()


def between(old: Release, new: Release, filters: Filters = EVERYTHING) -> Difference:
    """What differs in the documents that pass `filters` in either release, newest first.

    Without filters also in the bulletins and in what the press reported around them. Digests tell
    which documents differ, week by week, so the cost grows with what does and not with the archive.
    """
    slugs = differing(old, new, filters)
    documents = of_documents(told(old, slugs), told(new, slugs))
    if filters != EVERYTHING:
        return Difference(documents)
    return Difference(
        documents,
        weeks=_pairs(read.weeks(old), read.weeks(new), WEEK_FIELDS, _slug),
        observations=_pairs(read.observations(old), read.observations(new), OBSERVATION_FIELDS),
        events=_pairs(read.events(old), read.events(new), EVENT_FIELDS),
    )


def of_one(old: Release, new: Release, slug: str) -> DocumentChange | None:
    """What differs in one document; None where nothing does, or neither release has it."""
    return next(iter(of_documents(told(old, (slug,)), told(new, (slug,)))), None)


def differing(old: Release, new: Release, filters: Filters = EVERYTHING) -> tuple[str, ...]:
    """Slugs of the documents of either release that pass `filters` and are not the same in both."""
    weeks = [
        {(row.week, row.documents, row.digest) for row in read.week_digests(release)}
        for release in (old, new)
    ]
    unlike = {week for week, _, _ in weeks[0] ^ weeks[1]}
    if filters.weeks:
        unlike &= {*filters.weeks}
    if not unlike:
        return ()
    narrowed = replace(filters, weeks=tuple(sorted(unlike)))
    before, after = (read.digests(release, narrowed).items() for release in (old, new))
    return tuple(sorted({slug for slug, _ in before ^ after}))


def told(release: Release, slugs: Sequence[str]) -> Told:
    """All that a release tells of these documents; one that it does not have is left out."""
    numbers = read.numbers(release, slugs)
    return Told(
        read.documents(release, numbers),
        read.facts_in(release, numbers),
        read.parts_in(release, numbers),
        read.changes_in(release, numbers),
    )


def of_weeks(release: Release, old: str, new: str, filters: Filters = EVERYTHING) -> Difference:
    """What differs between two weeks of one release, in the documents that pass `filters`.

    A document is in one week only, so those are held against each other that are of one series, and
    those that amend one another, with what they both tell of. The others are in one week alone.
    """
    before, after = (_of_week(release, week, filters) for week in (old, new))
    ties = _ties(release, _slugs(before), _slugs(after)) if old != new else pairing.NO_TIES
    return Difference(of_series(before, after, ties), is_of_weeks=True)


def of_facts(
    old: Iterable[FactRow], new: Iterable[FactRow], compared: Sequence[str] = FACT_FIELDS
) -> tuple[FactChange, ...]:
    """The facts that differ, in the order of `new`, then those that are gone."""
    return tuple(
        FactChange(each.old, each.new, each.fields)
        for each in _pairs(old, new, compared, lambda fact: (fact.decision, fact.slug))
    )


def of_documents(old: Told, new: Told) -> tuple[DocumentChange, ...]:
    """The documents that differ in anything, newest first, each with what differs in it."""
    was, now = _by_slug(old), _by_slug(new)
    changes = [
        _of_document(was.get(slug), now.get(slug), DOCUMENT_FIELDS, FACT_FIELDS)
        for slug in {**now, **was}
    ]
    return _newest_first(change for change in changes if not _is_same(change))


def of_series(old: Told, new: Told, ties: Ties = pairing.NO_TIES) -> tuple[DocumentChange, ...]:
    """The same for two weeks: documents of one series stand against each other.

    `ties` are what later documents say of earlier ones; a document on both sides is with itself.
    """
    was, now = _by_slug(old), _by_slug(new)
    both = was.keys() & now.keys()
    earlier, later = (
        [fact for fact in told.facts if fact.decision not in both] for told in (old, new)
    )
    pairs = [Documents(slug, slug) for slug in sorted(both)]
    pairs += pairing.documents(earlier, later, ties)
    changes = [_of_pair(was[each.earlier], now[each.later], each, ties) for each in pairs]
    paired = {slug for each in pairs for slug in (each.earlier, each.later)}
    changes += [_of_document(was[slug], None, (), ()) for slug in was.keys() - paired]
    changes += [_of_document(None, now[slug], (), ()) for slug in now.keys() - paired]
    return _newest_first(change for change in changes if not _is_same(change))


@dataclass(frozen=True)
class Line:
    """One line of a difference for files and programs: codes, base units; None is not there."""

    change: str
    """A state; between weeks earlier_only, later_only or paired."""
    what: str
    """document, fact, history, a kind of piece, week, observation or event."""
    key: str
    """`381-qd-ubnd-2020`, `381-qd-ubnd-2020/road-arrears`, `2020-w10`, or a reported row's id."""
    document: str | None
    """Its number."""
    field: str | None
    """The field that changed; None where the whole thing is new or gone."""
    old: Any
    new: Any
    difference: Decimal | None = None
    """New less old, derived: of an exact figure of one unit."""


LINE_FIELDS = tuple(each.name for each in fields(Line))


def lines(difference: Difference) -> Iterator[Line]:
    """A difference line by line, in its order."""
    found = _every_line(difference)
    if not difference.is_of_weeks:
        return found
    return (replace(line, change=BETWEEN_WEEKS[State(line.change)]) for line in found)


BETWEEN_WEEKS = {
    State.ADDED: "later_only",
    State.REMOVED: "earlier_only",
    State.CHANGED: "paired",
}


def _every_line(difference: Difference) -> Iterator[Line]:
    for document in difference.documents:
        yield from _lines_of(document)
    for week in difference.weeks:
        yield from _lines(week, "week", week.row.slug, shown="title")
    for observation in difference.observations:
        yield from _lines(observation, "observation", observation.row.id, shown="value")
    for event in difference.events:
        yield from _lines(event, "event", event.row.id, shown="summary_vi")


@dataclass
class _Document:
    """One document with all that is told of it."""

    row: DecisionRow
    facts: list[FactRow] = field(default_factory=list)
    parts: list[PartRow] = field(default_factory=list)
    changes: list[ChangeRow] = field(default_factory=list)


def _of_week(release: Release, week: str, filters: Filters) -> Told:
    narrowed = replace(filters, weeks=(week,))
    documents = read.decisions(release, narrowed, limit=read.count(release, narrowed).documents)
    return Told(documents, read.facts(release, narrowed))


def _by_slug(told: Told) -> dict[str, _Document]:
    documents = {row.slug: _Document(row) for row in told.documents}
    for fact in told.facts:
        documents[fact.decision].facts.append(fact)
    for part in told.parts:
        documents[part.decision].parts.append(part)
    for change in told.changes:
        documents[change.decision].changes.append(change)
    return documents


def _of_document(
    old: _Document | None,
    new: _Document | None,
    compared: Sequence[str],
    compared_of_facts: Sequence[str],
) -> DocumentChange:
    if old is None or new is None:
        return DocumentChange(
            old.row if old else None,
            new.row if new else None,
            facts=of_facts(old.facts if old else (), new.facts if new else ()),
            told=tuple(new.changes) if new else (),
            untold=tuple(old.changes) if old else (),
        )
    facts = _pairs(old.facts, new.facts, compared_of_facts, _slug)
    return DocumentChange(
        old.row,
        new.row,
        _fields(old.row, new.row, compared),
        facts=tuple(FactChange(each.old, each.new, each.fields) for each in facts),
        parts=tuple(_of_parts(old.parts, new.parts)),
        told=_beyond(new.changes, old.changes),
        untold=_beyond(old.changes, new.changes),
    )


def _of_parts(old: Sequence[PartRow], new: Sequence[PartRow]) -> Iterator[PartChange]:
    gone, come = Counter(old) - Counter(new), Counter(new) - Counter(old)
    for part in dict.fromkeys(row.part for row in chain(old, new)):
        before, after = (
            tuple(row for row in side.elements() if row.part == part) for side in (gone, come)
        )
        if before or after:
            yield PartChange(part, before, after)


def _beyond(entries: Sequence[ChangeRow], known: Sequence[ChangeRow]) -> tuple[ChangeRow, ...]:
    """Entries that are not known; where they stand in the history does not matter."""
    held = {replace(each, position=0) for each in known}
    return tuple(each for each in entries if replace(each, position=0) not in held)


def _pairs(
    old: Iterable[Row],
    new: Iterable[Row],
    compared: Sequence[str],
    key: Callable[[Any], Hashable] = lambda row: row.id,
) -> tuple[Pair[Row], ...]:
    """Rows that differ in a compared field or are on one side only, in the order of `new`."""
    was, now = ({key(row): row for row in rows} for rows in (old, new))
    pairs = (_pair(was.get(name), row, compared) for name, row in now.items())
    gone = (Pair(row, None) for name, row in was.items() if name not in now)
    return (*(pair for pair in pairs if pair.old is None or pair.fields), *gone)


def _pair(old: Row | None, new: Row, compared: Sequence[str]) -> Pair[Row]:
    return Pair(old, new, () if old is None else _fields(old, new, compared))


def _fields(old: object, new: object, compared: Sequence[str]) -> tuple[FieldChange, ...]:
    pairs = ((name, getattr(old, name), getattr(new, name)) for name in compared)
    return tuple(FieldChange(name, was, now) for name, was, now in pairs if was != now)


def _is_same(change: DocumentChange) -> bool:
    differs = change.fields or change.facts or change.parts or change.told or change.untold
    return change.state is State.CHANGED and not differs


def _newest_first(changes: Iterable[DocumentChange]) -> tuple[DocumentChange, ...]:
    def order(change: DocumentChange) -> tuple[date, str]:
        return change.row.signed_on, change.row.slug

    return tuple(sorted(changes, key=order, reverse=True))


def _ties(release: Release, old: Iterable[str], new: Iterable[str]) -> Ties:
    """What the later documents say of the earlier ones."""
    later = set(new)
    found = [
        effect
        for effect in read.effects(release, tuple(sorted(old)))
        if effect.by in later and effect.kind in references.REPLACING
    ]
    return Ties(
        frozenset((each.by, each.decision) for each in found),
        {
            (each.by, each.by_fact): (each.decision, each.fact)
            for each in found
            if each.fact and each.by_fact
        },
    )


def _of_pair(old: _Document, new: _Document, pair: Documents, ties: Ties) -> DocumentChange:
    """Two documents of one series; of one that is amended what is not touched goes on holding."""
    change = _of_document(old, new, SERIES_DOCUMENT_FIELDS, SERIES_FACT_FIELDS)
    if pair.later == pair.earlier:
        return change
    pairs = pairing.facts(old.facts, new.facts, ties)
    facts = [
        FactChange(was, now, _restated(was, now) if was and now else ())
        for was, now in pairs
        if now or not pair.amends
    ]
    return replace(change, facts=tuple(each for each in facts if _is_change(each)))


def _restated(was: FactRow, now: FactRow) -> tuple[FieldChange, ...]:
    """In what two figures differ; days and levels that one of them leaves out are no difference."""
    found = _fields(was, now, SERIES_FACT_FIELDS)
    said = (each for each in found if each.field in FIGURE or None not in (each.old, each.new))
    return tuple(said)


def _is_change(change: FactChange) -> bool:
    return change.state is not State.CHANGED or bool(change.fields)


def _slugs(told: Told) -> set[str]:
    return {row.slug for row in told.documents}


def _slug(row: Any) -> str:
    return str(row.slug)


def _lines_of(document: DocumentChange) -> Iterator[Line]:
    row = document.row
    yield from _lines(document, "document", row.slug, row.number, shown="title_vi")
    for fact in document.facts:
        key = f"{row.slug}/{fact.row.slug}"
        yield from _lines(fact, "fact", key, row.number, shown="printed")
    for part in document.parts:
        for state, pieces in ((State.REMOVED, part.old), (State.ADDED, part.new)):
            for piece in pieces:
                said = (piece.name_vi, piece.text_vi or piece.evidence)
                text = ": ".join(filter(None, said)) or None
                yield _line(state, part.part, row, piece.code or None, text)
    for state, entries in ((State.REMOVED, document.untold), (State.ADDED, document.told)):
        for entry in entries:
            key = "/".join(filter(None, (row.slug, entry.fact)))
            line = _line(state, "history", row, entry.kind, entry.reason_vi)
            yield replace(line, key=key)


def _line(state: State, what: str, row: DecisionRow, code: str | None, text: Any) -> Line:
    old, new = (text, None) if state is State.REMOVED else (None, text)
    return Line(state, what, row.slug, row.number, code, old, new)


def _lines(
    pair: Pair[Any], what: str, key: str, number: str | None = None, *, shown: str
) -> Iterator[Line]:
    """A line for each field that changed, or one for the whole row with one field shown."""
    if pair.state is not State.CHANGED:
        old, new = (row and _shown(row, shown) for row in (pair.old, pair.new))
        yield Line(pair.state, what, key, number, None, old, new)
    for each in pair.fields:
        line = Line(State.CHANGED, what, key, number, each.field, each.old, each.new)
        yield replace(line, difference=_less(pair, each))


def _less(pair: Pair[Any], change: FieldChange) -> Decimal | None:
    """New less old, of one end of a figure whose unit stayed; None for anything else."""
    is_end = change.field in ("low", "high")
    if not is_end or change.old is None or change.new is None:
        return None
    units = {(each.unit, each.unit_called_vi) for each in (pair.old, pair.new) if each}
    return change.new - change.old if len(units) == 1 else None


def _shown(row: Any, name: str) -> str | Decimal:
    """What stands for a whole row; a derived figure, which is printed nowhere, has its value."""
    value = getattr(row, name)
    return row.value if value is None else value  # type: ignore[no-any-return]
