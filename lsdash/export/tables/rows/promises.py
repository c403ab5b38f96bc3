"""The columns of promises, each with what was reported of it later."""

from collections.abc import Iterable, Iterator
from operator import attrgetter

from lsdash.contents.outcomes.promises import Promise
from lsdash.export.tables.rows.column import Column, Holds
from lsdash.export.tables.rows.columns import RELEASE
from lsdash.store.rows import OutcomeRow
from lsdash.text import LANGS

Outcome = tuple[Promise, OutcomeRow | None]
"""A promise with one report of it; without one where nothing was reported."""


def _promised(name: str, of: str, holds: Holds = Holds.TEXT) -> Column[Outcome]:
    found = attrgetter(of)
    return Column(name, lambda row: found(row[0]), holds)


def _of_figure(name: str) -> Column[Outcome]:
    return Column(name, lambda row: row[0].fact and getattr(row[0].fact, name))


def _sought(name: str, holds: Holds = Holds.TEXT) -> Column[Outcome]:
    return Column(name, lambda row: row[0].search and getattr(row[0].search, name), holds)


def _report(name: str, of: str, holds: Holds = Holds.TEXT) -> Column[Outcome]:
    return Column(name, lambda row: row[1] and getattr(row[1], of), holds)


def _in_both(name: str, of: str) -> list[Column[Outcome]]:
    """A text of the report in each language."""
    return [_report(f"{name}_{lang}", f"{of}_{lang}") for lang in LANGS]


OUTCOME_COLUMNS: tuple[Column[Outcome], ...] = (
    _promised("decision", "decision.slug"),
    _promised("document", "decision.number"),
    _promised("signed_on", "decision.signed_on", Holds.DATE),
    _promised("sector", "decision.sector"),
    _promised("status", "decision.status"),
    _promised("week", "decision.bulletin"),
    Column("fact", lambda row: row[0].fact and f"{row[0].fact.decision}/{row[0].fact.slug}"),
    _promised("title_vi", "decision.title_vi"),
    _promised("title_en", "decision.title_en"),
    *map(_of_figure, ("subject_vi", "subject_en", "printed", "baseline_vi", "baseline_en")),
    _promised("due_on", "due", Holds.DATE),
    _promised("as_of", "as_of", Holds.DATE),
    _promised("outcome_state", "state"),
    _report("outcome", "id"),
    _report("bears", "bears"),
    *_in_both("reported", "what"),
    _report("value", "value", Holds.NUMBER),
    _report("value_bound", "bound"),
    *_in_both("value_unit", "unit"),
    _report("period_from", "period_from", Holds.DATE),
    _report("period_to", "period_to", Holds.DATE),
    _report("cited_document", "document_number"),
    _report("how_sure", "how_sure"),
    _report("publisher", "publisher"),
    _report("address", "address"),
    _report("published_on", "published_on", Holds.DATE),
    *_in_both("note", "note"),
    _sought("searched_to", Holds.DATE),
    *map(_sought, ("sought_vi", "sought_en", "would_answer_vi", "would_answer_en")),
    RELEASE,
)
"""What is promised, and what was reported of it: a row a report, one for a promise without any."""


def outcomes(promises: Iterable[Promise]) -> Iterator[Outcome]:
    """The rows of OUTCOME_COLUMNS."""
    for promise in promises:
        yield from ((promise, each) for each in promise.reports or (None,))
