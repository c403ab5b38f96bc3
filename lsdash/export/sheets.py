"""Which tables the files of a view hold: the rows behind what its page shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lsdash.contents import epidemic, gates, overview, subject
from lsdash.contents.reading import Reading
from lsdash.errors import TooManyRowsError
from lsdash.export import rows
from lsdash.export.rows import Column, Row
from lsdash.model import Filters
from lsdash.store import read
from lsdash.store.read import DecisionRow, EventRow, FactRow, ObservationRow

MOST_DOCUMENTS = 50_000
"""Documents whose rows a file takes: a workbook of them is some tens of megabytes."""


@dataclass(frozen=True)
class Sheet:
    """A table by name, with the rows of a view."""

    name: str
    columns: Sequence[Column[Any]]
    rows: Sequence[Row]


def of_view(here: Reading) -> list[Sheet]:
    """The tables of the view, the one that it is about first.

    Raises TooManyRowsError for a view of more than MOST_DOCUMENTS documents.
    """
    page, release = here.view.page, here.release.name
    found = _documents(here)
    documents = Sheet(
        "documents",
        rows.DECISION_COLUMNS,
        rows.table_rows(found, rows.DECISION_COLUMNS, release),
    )
    facts = Sheet(
        "facts",
        rows.FACT_COLUMNS,
        rows.table_rows(_facts(here, found), rows.FACT_COLUMNS, release),
    )
    reported = Sheet(
        "reports",
        rows.OBSERVATION_COLUMNS,
        rows.table_rows(_observations(here, found), rows.OBSERVATION_COLUMNS, release),
    )
    events = Sheet(
        "events",
        rows.EVENT_COLUMNS,
        rows.table_rows(_events(here, found), rows.EVENT_COLUMNS, release),
    )
    if page == "decisions" and not here.view.document:
        return [documents, facts]
    if page == "covid":
        measures = rows.table_rows(epidemic.measures(here), rows.EVENT_COLUMNS, release)
        return [events, Sheet("measures", rows.EVENT_COLUMNS, measures), documents, facts]
    if _shows_gates(here):
        return [reported, events, *_gates(here, found), documents, facts]
    return [facts, documents, *([reported] if page == "overview" else [])]


def _documents(here: Reading) -> list[DecisionRow]:
    view = here.view
    if view.document:
        decision = here.ask(read.decision, view.document)
        return [decision] if decision else []
    if view.page == "covid":
        return [each for each in (epidemic.drill(here), epidemic.letter(here)) if each]
    if view.page in subject.MEASURES:
        measures = subject.MEASURES[view.page]
        return here.ask(read.with_measures, view.applied(), measures=measures)
    filters = _filters(here)
    held = here.ask(read.count, filters).documents
    if held > MOST_DOCUMENTS:
        raise TooManyRowsError(documents=held, most=MOST_DOCUMENTS)
    return here.ask(read.decisions, filters, limit=held)


def _facts(here: Reading, documents: Sequence[DecisionRow]) -> list[FactRow]:
    view = here.view
    if view.document or view.page == "covid":
        return [fact for each in documents for fact in here.ask(read.facts_of, each.slug)]
    measures = subject.MEASURES.get(view.page, ())
    return here.ask(read.facts, _filters(here), measures=measures)


def _filters(here: Reading) -> Filters:
    """The overview shows one week; the other pages what their filters leave."""
    return overview.shown(here) if here.view.page == "overview" else here.view.applied()


def _observations(here: Reading, documents: Sequence[DecisionRow]) -> list[ObservationRow]:
    if here.view.page == "overview":
        return gates.reported_in(here, overview.weeks(here)[:1])
    if not _shows_gates(here) or not documents:
        return []
    shown = [
        *gates.around(here, documents[0]),
        *gates.of_all_years(here),
        *(row for measure in gates.VALUES for row in gates.values(here, measure)),
    ]
    return list({row.id: row for row in shown}.values())


def _events(here: Reading, documents: Sequence[DecisionRow]) -> list[EventRow]:
    if here.view.page == "covid":
        return epidemic.rules(here)
    if not _shows_gates(here) or not documents:
        return []
    letter = documents[0]
    shown = [
        *gates.events_around(here, letter),
        *gates.shut_or_open(here, letter),
        *gates.afterwards(here, letter),
    ]
    return list({row.id: row for row in shown}.values())


def _gates(here: Reading, documents: Sequence[DecisionRow]) -> list[Sheet]:
    """The province's gates, and how many were reported open."""
    release = here.release.name
    known = rows.table_rows(here.ask(read.gates), rows.GATE_COLUMNS, release)
    counts = [row for each in documents[:1] for row in gates.counts_of_open(here, each)]
    counted = rows.table_rows(counts, rows.OBSERVATION_COLUMNS, release)
    return [
        Sheet("gates", rows.GATE_COLUMNS, known),
        Sheet("gates_open", rows.OBSERVATION_COLUMNS, counted),
    ]


def _shows_gates(here: Reading) -> bool:
    return here.view.page == "border_labor" and here.view.input("show") == "gates"
