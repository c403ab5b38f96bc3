"""The columns of documents, figures, reports, relations, releases and changes."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from operator import attrgetter, itemgetter
from typing import Any

from lsdash.comparing.differences import Line
from lsdash.contents.comparison.between_weeks import Held, RunningSum
from lsdash.contents.effects.follow_up import Task
from lsdash.contents.week.spending import Entry
from lsdash.export.tables.rows.column import Column, Holds, same
from lsdash.planner import Day, Plan
from lsdash.store.rows import (
    DecisionRow,
    EventRow,
    FactRow,
    GateRow,
    GateStateRow,
    ObservationRow,
    RelatedRow,
    TopicRow,
)
from lsdash.sums.money import Sum
from lsdash.vocabulary import Basis, Measure

RELEASE: Column[Any] = Column("release", lambda _: "")
"""The release that a row was read from; each table ends with it."""

DECISION_COLUMNS: tuple[Column[DecisionRow], ...] = (
    Column("decision", attrgetter("slug")),
    Column("document", attrgetter("number")),
    *same("kind"),
    *same("signed_on", holds=Holds.DATE),
    *same("issuer", "sector"),
    *same("second_sectors", holds=Holds.CODES),
    *same("status", "title_vi", "title_en", "summary_vi", "summary_en"),
    Column("week", attrgetter("bulletin")),
    *same("item", "paragraph", holds=Holds.INTEGER),
    *same("addressed_to_vi", "addressed_to_en", "lead_vi", "lead_en"),
    *same("deadline", holds=Holds.DATE),
    *same("source", "paper_name", "paper_sha256", "signed_at", "capacity", "signed_as", "signer"),
    *same("recipients", holds=Holds.CODES),
    *same("effective_on", holds=Holds.DATE),
    RELEASE,
)
FACT_COLUMNS: tuple[Column[FactRow], ...] = (
    Column("fact", lambda fact: f"{fact.decision}/{fact.slug}"),
    Column("document", attrgetter("number")),
    *same("decision"),
    *same("signed_on", holds=Holds.DATE),
    *same("sector", "status", "measure", "subject_vi", "subject_en", "kind"),
    *same("low", "high", holds=Holds.NUMBER),
    *same("unit", "bound", "printed", "basis", "formula"),
    Column("part_of", lambda fact: fact.part_of and f"{fact.decision}/{fact.part_of}"),
    *same("option", holds=Holds.INTEGER),
    *same("period_from", "period_to", holds=Holds.DATE),
    *same("period_basis"),
    *same("deadline", holds=Holds.DATE),
    *same("baseline_vi", "baseline_en", "direction"),
    *same("mandatory", holds=Holds.YES_NO),
    *same("note_vi", "note_en"),
    *same("item", "paragraph", holds=Holds.INTEGER),
    Column("week", attrgetter("bulletin")),
    *same("corrected_on", holds=Holds.DATE),
    *same("was_printed", "role", "unit_called_vi", "unit_called_en", "lead_vi", "lead_en"),
    *same("amends", "before_printed"),
    *same("before_low", "before_high", holds=Holds.NUMBER),
    *same("corrected_by", "source", "paper_place", "paper_printed"),
    *same("paper_low", "paper_high", holds=Holds.NUMBER),
    *same("unit_printed", "part_by"),
    *same("scan_page", "paper_scan_page", holds=Holds.INTEGER),
    RELEASE,
)
OBSERVATION_COLUMNS: tuple[Column[ObservationRow], ...] = (
    Column("observation", attrgetter("id")),
    *same("period_from", "period_to", holds=Holds.DATE),
    *same("place", "place_kind", "direction", "measure"),
    *same("value", holds=Holds.NUMBER),
    *same("unit"),
    *same("cumulative_since", holds=Holds.DATE),
    *same("flags", holds=Holds.CODES),
    *same("publisher", "address"),
    *same("published_on", holds=Holds.DATE),
    *same("source_read", "note_vi", "note_en"),
    RELEASE,
)
EVENT_COLUMNS: tuple[Column[EventRow], ...] = (
    Column("event", attrgetter("id")),
    *same("date_from", "date_to", holds=Holds.DATE),
    *same("place", "place_kind", "kind"),
    *same("flags", holds=Holds.CODES),
    *same("summary_vi", "summary_en", "publisher", "address", "source_read", "decision"),
    RELEASE,
)
RELATION_COLUMNS: tuple[Column[RelatedRow], ...] = (
    Column("decision", attrgetter("by")),
    Column("document", attrgetter("number")),
    *same("signed_on", holds=Holds.DATE),
    *same("sector", "status"),
    Column("week", attrgetter("bulletin")),
    Column("relation", attrgetter("kind")),
    Column("fact", lambda row: row.by_fact and f"{row.by}/{row.by_fact}"),
    Column("to_decision", attrgetter("decision")),
    Column("to_document", attrgetter("target_number")),
    Column("to_signed_on", attrgetter("target_signed_on"), Holds.DATE),
    Column("to_fact", lambda row: row.fact and f"{row.decision}/{row.fact}"),
    *same("target_vi", "target_en", "period_vi", "period_en"),
    Column("before_printed", attrgetter("was_printed")),
    *same("printed"),
    *same("item", "paragraph", holds=Holds.INTEGER),
    Column("again", attrgetter("is_again"), Holds.YES_NO),
    *same("paper_place"),
    RELEASE,
)
"""What documents do to others, and their figures to figures."""


def _either(name: str, of_sum: Callable[[Sum], Any], holds: Holds = Holds.TEXT) -> Column[Entry]:
    """A column of a sum and of a figure alike."""

    def of(entry: Entry) -> Any:
        return of_sum(entry.total) if entry.total else getattr(entry.fact, name)

    return Column(name, of, holds)


def _of_fact(*names: str, holds: Holds = Holds.TEXT) -> list[Column[Entry]]:
    """Columns of the figure that an entry tells of; empty for a sum."""
    return [replace(_either(name, lambda _: None), holds=holds) for name in names]


def _formula(total: Sum) -> str | None:
    """The terms of a sum of ours, each under both slugs; None for what one document states."""
    names = " + ".join(f"{term.decision}/{term.slug}" for term in total.terms)
    return names if total.is_derived else None


def _basis(total: Sum) -> str:
    return str(Basis.DERIVED if total.is_derived else Basis.STATED)


MONEY_COLUMNS: tuple[Column[Entry], ...] = (
    *same("standing", "counted", "why"),
    Column("fact", lambda entry: entry.fact and f"{entry.fact.decision}/{entry.fact.slug}"),
    Column("document", lambda entry: entry.fact and entry.fact.number),
    *_of_fact("decision"),
    *_of_fact("signed_on", holds=Holds.DATE),
    *_of_fact("sector", "subject_vi", "subject_en"),
    *_of_fact("option", holds=Holds.INTEGER),
    _either("low", attrgetter("value"), Holds.NUMBER),
    _either("high", attrgetter("value"), Holds.NUMBER),
    _either("unit", attrgetter("unit")),
    *_of_fact("bound", "printed"),
    _either("basis", _basis),
    _either("formula", _formula),
    Column("before_printed", lambda entry: entry.was and entry.was.printed),
    Column("week", lambda entry: entry.fact and entry.fact.bulletin),
    RELEASE,
)
"""How the money of the week is reckoned: sums, their terms, and what is in no sum and why."""

RUNNING_COLUMNS: tuple[Column[tuple[Measure, RunningSum]], ...] = (
    Column("measure", lambda row: str(row[0])),
    Column("document", lambda row: row[1].fact.number),
    Column("decision", lambda row: row[1].fact.decision),
    Column("signed_on", lambda row: row[1].fact.signed_on, Holds.DATE),
    Column("amount", lambda row: row[1].amount.value, Holds.NUMBER),
    Column("unit", lambda row: row[1].amount.unit),
    Column("basis", lambda row: _basis(row[1].amount)),
    Column("formula", lambda row: _formula(row[1].amount)),
    Column("running", lambda row: row[1].running, Holds.NUMBER),
    Column("week", lambda row: row[1].fact.bulletin),
    RELEASE,
)
"""Decided money of one subject, document after document, and what it has come to."""

SECTOR_COLUMNS: tuple[Column[tuple[Held, Sum | None]], ...] = (
    Column("week", lambda row: row[0].week),
    Column("sector", lambda row: row[0].sector),
    Column("documents", lambda row: row[0].documents, Holds.INTEGER),
    Column("requests", lambda row: row[0].asked, Holds.INTEGER),
    Column("decided", lambda row: row[1] and row[1].value, Holds.NUMBER),
    Column("unit", lambda row: row[1] and row[1].unit),
    Column("basis", lambda row: row[1] and _basis(row[1])),
    Column("formula", lambda row: row[1] and _formula(row[1])),
    RELEASE,
)
"""Documents of a sector in a week with the money that they decide, a row a currency."""

FOLLOW_UP_COLUMNS: tuple[Column[Task], ...] = (
    Column("decision", attrgetter("row.decision")),
    Column("document", attrgetter("row.number")),
    Column("signed_on", attrgetter("row.signed_on"), Holds.DATE),
    Column("sector", attrgetter("row.sector")),
    Column("status", attrgetter("row.status")),
    Column("week", attrgetter("row.bulletin")),
    Column("of", attrgetter("row.what")),
    Column("fact", lambda task: f"{task.row.decision}/{task.row.fact}" if task.row.fact else None),
    Column("text_vi", attrgetter("row.text_vi")),
    Column("text_en", attrgetter("row.text_en")),
    Column("lead_vi", lambda task: task.row.lead_vi or task.row.document_lead_vi),
    Column("lead_en", lambda task: task.row.lead_en or task.row.document_lead_en),
    Column("addressed_to_vi", attrgetter("row.addressed_to_vi")),
    Column("addressed_to_en", attrgetter("row.addressed_to_en")),
    Column("deadline", attrgetter("row.deadline"), Holds.DATE),
    *same("as_of", holds=Holds.DATE),
    *same("state"),
    Column("days_left", attrgetter("left"), Holds.INTEGER),
    Column("days_waited", attrgetter("waited"), Holds.INTEGER),
    Column("by_document", lambda task: task.by and task.by.number),
    Column("by_decision", lambda task: task.by and task.by.by),
    Column("by_signed_on", lambda task: task.by and task.by.signed_on, Holds.DATE),
    Column("item", attrgetter("row.item"), Holds.INTEGER),
    Column("paragraph", attrgetter("row.paragraph"), Holds.INTEGER),
    Column("paper_place", attrgetter("row.paper_place")),
    RELEASE,
)
"""What is to be done by whom and when, as it stands on the day of the view."""


def _of_day(name: str) -> Column[tuple[Plan, Day]]:
    return Column(name, lambda row: _expected(getattr(row[1], name)), Holds.NUMBER)


DAY_COLUMNS: tuple[Column[tuple[Plan, Day]], ...] = (
    Column("option", lambda row: int(row[0]), Holds.INTEGER),
    Column("day", lambda row: row[1].day, Holds.INTEGER),
    *map(
        _of_day,
        ("arrived", "cleared", "waiting_after", "on_shift", "lodged", "quarantine", "home"),
    ),
    RELEASE,
)
"""The planner's answer: expected numbers, empty where they depend on what was not given."""

INPUT_COLUMNS: tuple[Column[tuple[str, str | None, str | None]], ...] = (
    Column("input", itemgetter(0)),
    Column("value", lambda row: row[1] and Decimal(row[1]), Holds.NUMBER),
    Column("provenance", itemgetter(2)),
    RELEASE,
)
CHANGE_COLUMNS: tuple[Column[Line], ...] = (
    *same("change", "what", "key", "document", "field", "old", "new"),
    *same("difference", holds=Holds.NUMBER),
    RELEASE,
)
GATE_COLUMNS: tuple[Column[GateRow], ...] = (
    Column("gate", attrgetter("slug")),
    *same("name_vi", "name_en", "district", "category", "transport"),
    *same("opposite_vi", "opposite_en", "note_vi", "note_en"),
    *same("addresses", holds=Holds.CODES),
    RELEASE,
    *same("border_order", "km_from_north", holds=Holds.INTEGER),
    *same("commune", "commune_read"),
)


def _named(topic: TopicRow) -> list[str]:
    """`implements 1055/QĐ-TTg`: what the topic does to documents that it names."""
    return [f"{each.kind} {each.number or each.target_vi}" for each in topic.relations]


GATE_STATE_COLUMNS: tuple[Column[GateStateRow], ...] = (
    Column("gate_state", attrgetter("id")),
    *same("gate"),
    *same("date_from", holds=Holds.DATE),
    Column("traffic", attrgetter("state")),
    *same("flags", "evidence", holds=Holds.CODES),
    *same("note_vi", "note_en"),
    RELEASE,
)
TOPIC_COLUMNS: tuple[Column[TopicRow], ...] = (
    Column("topic", lambda topic: f"{topic.bulletin}/{topic.position + 1}"),
    Column("week", attrgetter("bulletin")),
    *same("period_from", "period_to", holds=Holds.DATE),
    *same("title_vi", "title_en", "sector"),
    Column("names", _named, Holds.CODES),
    RELEASE,
)
"""What bulletins tell of without a document on record: none of them is a document."""

RELEASE_COLUMNS = (
    "release",
    "current",
    "built_at",
    "documents_to",
    "documents",
    "parent",
    "note",
    "reviewer",
    "code_version",
    "records",
    "withdrawn",
    "storage",
)


def _expected(number: float | None) -> Decimal | None:
    """With four decimals: more would only tell of the machine."""
    return None if number is None else round(Decimal(number), 4)
