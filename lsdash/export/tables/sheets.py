"""Which tables the files of a view hold: the rows behind what its page shows."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from lsdash.comparing import differences
from lsdash.contents import epidemic, gates, subject, what_if
from lsdash.contents.border import after, days, flow, turnover
from lsdash.contents.comparison import between_weeks, changes
from lsdash.contents.effects import follow_up
from lsdash.contents.outcomes import promises
from lsdash.contents.reading import Reading
from lsdash.contents.week import papers, partly, spending, weeks
from lsdash.contents.week.spending import Entry
from lsdash.errors import TooManyRowsError
from lsdash.export.tables import rows
from lsdash.export.tables.rows import Asked, Column, Row
from lsdash.model import Filters
from lsdash.store import read
from lsdash.store.rows import DecisionRow, EventRow, FactRow, ObservationRow, RelatedRow, TopicRow
from lsdash.text import Lang, say

Reported = TypeVar("Reported", ObservationRow, EventRow)

MOST_DOCUMENTS = 50_000
"""Documents whose rows a file takes: a workbook of them is some tens of megabytes."""


MOST_ROWS = 1_000_000
"""Rows of a table of what documents do: more than so many documents have."""


@dataclass(frozen=True)
class Sheet:
    """A table by name, with the rows of a view."""

    name: str
    columns: Sequence[Column[Any]]
    rows: Sequence[Row]

    def title(self, lang: Lang) -> str:
        """What a reader sees on its tab, with the name that programs know."""
        return f"{say(lang, f'sheet.{self.name}')} ({self.name})"


def of_view(here: Reading) -> list[Sheet]:
    """The tables of the view, the one that it is about first.

    Raises TooManyRowsError for a view of more than MOST_DOCUMENTS documents.
    """
    if here.view.page == "changes":
        return _changes(here)
    if here.view.page == "border_trade":
        return _border_trade(here)
    if here.view.page == "follow_up":
        tasks = follow_up.sheet(here, limit=MOST_ROWS)
        return [_sheet(here, "follow_up", rows.FOLLOW_UP_COLUMNS, tasks)]
    if here.view.page == "outcomes":
        found = promises.promises(here, year=promises.chosen_year(here))
        return [_sheet(here, "outcomes", rows.OUTCOME_COLUMNS, rows.outcomes(found))]
    documents = _documents(here)
    facts = _facts(here, documents)
    reports = _observations(here)
    events = epidemic.rules(here) if here.view.page == "covid" else []
    sheets = {
        "documents": _sheet(here, "documents", rows.DECISION_COLUMNS, documents),
        "facts": _sheet(here, "facts", rows.FACT_COLUMNS, facts),
        "reports": _sheet(here, "reports", rows.OBSERVATION_COLUMNS, reports),
        "events": _sheet(here, "events", rows.EVENT_COLUMNS, events),
        "relations": _sheet(here, "relations", rows.RELATION_COLUMNS, _relations(here, documents)),
    }
    if here.view.page == "overview" and (money := list(_money(here))):
        sheets["money"] = _sheet(here, "money", rows.MONEY_COLUMNS, money)
    if here.view.page in ("overview", "decisions") and (told := _topics(here)):
        sheets["topics"] = _sheet(here, "topics", rows.TOPIC_COLUMNS, told)
    if here.view.page == "covid":
        measures = epidemic.measures(here)
        sheets["measures"] = _sheet(here, "measures", rows.EVENT_COLUMNS, measures)
    if _is_planner(here) and documents:
        inputs = what_if.entered(here, documents[0])
        by_day = what_if.days(here, documents[0])
        sheets["days"] = _sheet(here, "days", rows.DAY_COLUMNS, by_day)
        sheets["inputs"] = _sheet(here, "inputs", rows.INPUT_COLUMNS, inputs)
    return [sheets[name] for name in _order(here) if name in sheets]


def _order(here: Reading) -> tuple[str, ...]:
    """The tables of a page, the one that it is about first."""
    if here.view.page == "decisions" and not here.view.document:
        return ("documents", "facts", "relations", "topics")
    if here.view.page == "covid":
        return ("events", "measures", "documents", "facts")
    if here.view.page == "overview":
        return ("facts", "documents", "reports", "relations", "money", "topics")
    if _is_planner(here):
        return ("days", "inputs", "facts", "documents")
    return ("facts", "documents", "relations")


def _sheet(
    here: Reading, name: str, columns: Sequence[Column[Asked]], asked: Iterable[Asked]
) -> Sheet:
    return Sheet(name, columns, rows.table_rows(asked, columns, here.release.name))


def _changes(here: Reading) -> list[Sheet]:
    """What differs; between two weeks also what runs on, and each sector, where the page has it."""
    compared = changes.found(here)
    lines = differences.lines(compared[1]) if compared else ()
    sheets = [_sheet(here, "changes", rows.CHANGE_COLUMNS, lines)]
    if compared and compared[0].compared == "weeks":
        of, found = compared
        both = between_weeks.weeks_of(here, of.old, of.new)
        told = list(between_weeks.running_sums(here, both[1], found))
        if told:
            sheets.append(_sheet(here, "running", rows.RUNNING_COLUMNS, told))
        held = between_weeks.by_sector(here, both)
        by_unit = [(each, total) for each in held for total in each.decided or (None,)]
        if by_unit:
            sheets.append(_sheet(here, "sectors", rows.SECTOR_COLUMNS, by_unit))
    return sheets


def _money(here: Reading) -> Iterator[Entry]:
    """How the page reckons the week's money; a week that is too large for it has no sum."""
    own = papers.of_week(here)
    is_whole = len(own) < papers.MOST_DOCUMENTS
    return spending.entries(spending.of_week(own)) if is_whole else iter(())


def _documents(here: Reading) -> list[DecisionRow]:
    view = here.view
    if view.document:
        decision = here.ask(read.decision, view.document)
        return [decision] if decision else []
    if view.page == "covid":
        others = [card.decision for card in epidemic.others(here)]
        return [each for each in (epidemic.drill(here), epidemic.letter(here), *others) if each]
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


def _relations(here: Reading, documents: Sequence[DecisionRow]) -> list[RelatedRow]:
    """What the documents of a list do to others; of a subject's or of one, both ways."""
    view = here.view
    if not view.document and view.page not in subject.MEASURES:
        return here.ask(read.related, _filters(here), limit=MOST_ROWS)
    found = (here.ask(read.related, document=each.slug) for each in documents)
    return list(dict.fromkeys(row for rows_of_one in found for row in rows_of_one))


def _filters(here: Reading) -> Filters:
    """The overview shows one week; the other pages what their filters leave."""
    return papers.filters(here) if here.view.page == "overview" else here.view.applied()


def _observations(here: Reading) -> list[ObservationRow]:
    if here.view.page != "overview":
        return []
    return gates.reported_in(here, weeks.chosen(here)[:1])


def _topics(here: Reading) -> Sequence[TopicRow]:
    """What is told without a document on record, in the week shown or in all that pass."""
    if here.view.document:
        return ()
    return partly.told(here) if here.view.page == "overview" else partly.passing(here)


def _border_trade(here: Reading) -> list[Sheet]:
    """What the page shows first, then the gates, their states and all that was reported."""
    shown = [
        *flow.rows(here),
        *flow.of_all_years(here),
        *(row for measure in turnover.MEASURES for row in turnover.values(here, measure)),
    ]
    letter = after.letter(here)
    events = [*days.events(here), *(after.events(here, letter) if letter else ())]
    every = gates.everything(here)
    return [
        _sheet(here, "reports", rows.OBSERVATION_COLUMNS, _once(shown)),
        _sheet(here, "events", rows.EVENT_COLUMNS, _once(events)),
        _sheet(here, "gates", rows.GATE_COLUMNS, here.ask(read.gates)),
        _sheet(here, "gate_states", rows.GATE_STATE_COLUMNS, here.ask(read.gate_states)),
        _sheet(here, "everything", rows.OBSERVATION_COLUMNS, every),
    ]


def _once(reported: Sequence[Reported]) -> Iterable[Reported]:
    """Each reported row the first time that it comes."""
    return {row.id: row for row in reported}.values()


def _is_planner(here: Reading) -> bool:
    return here.view.page == "border_labor" and here.view.input("show") == "planner"
