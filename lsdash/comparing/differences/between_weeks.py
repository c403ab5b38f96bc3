"""What two weeks of one release tell differently: documents of one series, and what amends what."""

from collections.abc import Iterable
from dataclasses import replace

from lsdash.comparing import pairing
from lsdash.comparing.differences.documents import (
    OneDocument,
    by_slug,
    changed_fields,
    is_same,
    newest_first,
    of_document,
)
from lsdash.comparing.differences.fields import FIGURE, SERIES_DOCUMENT_FIELDS, SERIES_FACT_FIELDS
from lsdash.comparing.differences.model import (
    Difference,
    DocumentChange,
    DocumentRows,
    FactChange,
    FieldChange,
    State,
)
from lsdash.comparing.pairing import Documents, Ties
from lsdash.model import Filters
from lsdash.records import references
from lsdash.store import read
from lsdash.store.read import EVERYTHING
from lsdash.store.release import Release
from lsdash.store.rows import FactRow


def of_weeks(release: Release, old: str, new: str, filters: Filters = EVERYTHING) -> Difference:
    """What differs between two weeks of one release, in the documents that pass `filters`.

    A document is in one week only, so those are held against each other that are of one series, and
    those that amend one another, with what they both tell of. The others are in one week alone.
    """
    before, after = (_of_week(release, week, filters) for week in (old, new))
    ties = _ties(release, _slugs(before), _slugs(after)) if old != new else pairing.NO_TIES
    return Difference(of_series(before, after, ties), is_of_weeks=True)


def of_series(
    old: DocumentRows, new: DocumentRows, ties: Ties = pairing.NO_TIES
) -> tuple[DocumentChange, ...]:
    """The same for two weeks: documents of one series stand against each other.

    `ties` are what later documents say of earlier ones; a document on both sides is with itself.
    """
    was, now = by_slug(old), by_slug(new)
    both = was.keys() & now.keys()
    earlier, later = (
        [fact for fact in told.facts if fact.decision not in both] for told in (old, new)
    )
    pairs = [Documents(slug, slug) for slug in sorted(both)]
    pairs += pairing.documents(earlier, later, ties)
    changes = [_of_pair(was[each.earlier], now[each.later], each, ties) for each in pairs]
    paired = {slug for each in pairs for slug in (each.earlier, each.later)}
    changes += [of_document(was[slug], None, (), ()) for slug in was.keys() - paired]
    changes += [of_document(None, now[slug], (), ()) for slug in now.keys() - paired]
    return newest_first(change for change in changes if not is_same(change))


def _of_week(release: Release, week: str, filters: Filters) -> DocumentRows:
    narrowed = replace(filters, weeks=(week,))
    documents = read.decisions(release, narrowed, limit=read.count(release, narrowed).documents)
    return DocumentRows(documents, read.facts(release, narrowed))


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


def _of_pair(old: OneDocument, new: OneDocument, pair: Documents, ties: Ties) -> DocumentChange:
    """Two documents of one series; of one that is amended what is not touched goes on holding."""
    change = of_document(old, new, SERIES_DOCUMENT_FIELDS, SERIES_FACT_FIELDS)
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
    found = changed_fields(was, now, SERIES_FACT_FIELDS)
    said = (each for each in found if each.field in FIGURE or None not in (each.old, each.new))
    return tuple(said)


def _is_change(change: FactChange) -> bool:
    return change.state is not State.CHANGED or bool(change.fields)


def _slugs(told: DocumentRows) -> set[str]:
    return {row.slug for row in told.documents}
