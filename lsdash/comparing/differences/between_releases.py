"""What two releases tell differently, found by digests of weeks and documents."""

from collections.abc import Sequence
from dataclasses import replace

from lsdash.comparing.differences.documents import of_documents, pairs_of, slug_of
from lsdash.comparing.differences.fields import (
    EVENT_FIELDS,
    OBSERVATION_FIELDS,
    OUTCOME_FIELDS,
    WEEK_FIELDS,
)
from lsdash.comparing.differences.model import Difference, DocumentChange, DocumentRows
from lsdash.model import Filters
from lsdash.store import read
from lsdash.store.read import EVERYTHING
from lsdash.store.release import Release


def between(old: Release, new: Release, filters: Filters = EVERYTHING) -> Difference:
    """What differs in the documents that pass `filters` in either release, newest first.

    Without filters also in the bulletins and in what the press reported around them. Digests tell
    which documents differ, week by week, so the cost grows with what does and not with the archive.
    """
    slugs = differing(old, new, filters)
    documents = of_documents(document_rows(old, slugs), document_rows(new, slugs))
    if filters != EVERYTHING:
        return Difference(documents)
    return Difference(
        documents,
        weeks=pairs_of(read.weeks(old), read.weeks(new), WEEK_FIELDS, slug_of),
        observations=pairs_of(read.observations(old), read.observations(new), OBSERVATION_FIELDS),
        events=pairs_of(read.events(old), read.events(new), EVENT_FIELDS),
        outcomes=pairs_of(read.outcomes(old), read.outcomes(new), OUTCOME_FIELDS),
    )


def of_one(old: Release, new: Release, slug: str) -> DocumentChange | None:
    """What differs in one document; None where nothing does, or neither release has it."""
    return next(iter(of_documents(document_rows(old, (slug,)), document_rows(new, (slug,)))), None)


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


def document_rows(release: Release, slugs: Sequence[str]) -> DocumentRows:
    """All that a release tells of these documents; one that it does not have is left out."""
    numbers = read.numbers(release, slugs)
    return DocumentRows(
        read.documents(release, numbers),
        read.facts_in(release, numbers),
        read.parts_in(release, numbers),
        read.changes_in(release, numbers),
    )
