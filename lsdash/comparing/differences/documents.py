"""Documents of two sides held against each other by slug, each with all that is told of it."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from typing import Any

from lsdash.comparing.differences.fields import DOCUMENT_FIELDS, FACT_FIELDS
from lsdash.comparing.differences.model import (
    DocumentChange,
    DocumentRows,
    FactChange,
    FieldChange,
    Pair,
    PartChange,
    Row,
    State,
)
from lsdash.store.rows import ChangeRow, DecisionRow, FactRow, PartRow


def of_facts(
    old: Iterable[FactRow], new: Iterable[FactRow], compared: Sequence[str] = FACT_FIELDS
) -> tuple[FactChange, ...]:
    """The facts that differ, in the order of `new`, then those that are gone."""
    return tuple(
        FactChange(each.old, each.new, each.fields)
        for each in pairs_of(old, new, compared, lambda fact: (fact.decision, fact.slug))
    )


def of_documents(old: DocumentRows, new: DocumentRows) -> tuple[DocumentChange, ...]:
    """The documents that differ in anything, newest first, each with what differs in it."""
    was, now = by_slug(old), by_slug(new)
    changes = [
        of_document(was.get(slug), now.get(slug), DOCUMENT_FIELDS, FACT_FIELDS)
        for slug in {**now, **was}
    ]
    return newest_first(change for change in changes if not is_same(change))


@dataclass
class OneDocument:
    """One document with all that is told of it."""

    row: DecisionRow
    facts: list[FactRow] = field(default_factory=list)
    parts: list[PartRow] = field(default_factory=list)
    changes: list[ChangeRow] = field(default_factory=list)


def by_slug(told: DocumentRows) -> dict[str, OneDocument]:
    documents = {row.slug: OneDocument(row) for row in told.documents}
    for fact in told.facts:
        documents[fact.decision].facts.append(fact)
    for part in told.parts:
        documents[part.decision].parts.append(part)
    for change in told.changes:
        documents[change.decision].changes.append(change)
    return documents


def of_document(
    old: OneDocument | None,
    new: OneDocument | None,
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
    facts = pairs_of(old.facts, new.facts, compared_of_facts, slug_of)
    return DocumentChange(
        old.row,
        new.row,
        changed_fields(old.row, new.row, compared),
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


def pairs_of(
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
    return Pair(old, new, () if old is None else changed_fields(old, new, compared))


def changed_fields(old: object, new: object, compared: Sequence[str]) -> tuple[FieldChange, ...]:
    pairs = ((name, getattr(old, name), getattr(new, name)) for name in compared)
    return tuple(FieldChange(name, was, now) for name, was, now in pairs if was != now)


def is_same(change: DocumentChange) -> bool:
    differs = change.fields or change.facts or change.parts or change.told or change.untold
    return change.state is State.CHANGED and not differs


def newest_first(changes: Iterable[DocumentChange]) -> tuple[DocumentChange, ...]:
    def order(change: DocumentChange) -> tuple[date, str]:
        return change.row.signed_on, change.row.slug

    return tuple(sorted(changes, key=order, reverse=True))


def slug_of(row: Any) -> str:
    return str(row.slug)
