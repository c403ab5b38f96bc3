"""The columns of a document and of a fact, as every file and every program gets them.

Codes rather than labels, quantities in base units, ISO dates; what is not stated is empty or null.
Columns are only ever added, at the end of their table.
"""

import csv
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from io import StringIO
from operator import attrgetter, itemgetter
from typing import Any, Generic, TypeVar

from lsdash.comparing.differences import Line
from lsdash.contents.comparison.between_weeks import Held, Told
from lsdash.contents.effects.follow_up import Task
from lsdash.contents.week.spending import Entry
from lsdash.planner import Day, Plan
from lsdash.store.read import (
    DecisionRow,
    EventRow,
    FactRow,
    GateRow,
    GateStateRow,
    ObservationRow,
    RelatedRow,
)
from lsdash.store.release import Manifest
from lsdash.store.shelf import Tombstone
from lsdash.sums.money import Sum
from lsdash.text import LANGS, Lang, phrases
from lsdash.vocabulary import Basis, Measure

Row = dict[str, Any]
Asked = TypeVar("Asked")


class Holds(StrEnum):
    """What the cells of a column hold where they are not empty."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    YES_NO = "yes_no"
    CODES = "codes"


@dataclass(frozen=True)
class Column(Generic[Asked]):
    """A column of a table, and where a row of the store has it."""

    name: str
    of: Callable[[Asked], Any]
    holds: Holds = Holds.TEXT

    def says(self, lang: Lang) -> str:
        """What the column holds, in words; of a text in one language, in which."""
        words = phrases(lang)
        stem, _, suffix = self.name.rpartition("_")
        if suffix in LANGS and self.name not in words:
            return f"{words[f'field.{stem}']} ({words[f'field.in_{suffix}']})"
        return words[f"field.{self.name}"]


def _same(*names: str, holds: Holds = Holds.TEXT) -> list[Column[Any]]:
    """Columns that are called as the fields of the row are."""
    return [Column(name, attrgetter(name), holds) for name in names]


RELEASE: Column[Any] = Column("release", lambda _: "")
"""The release that a row was read from; each table ends with it."""

DECISION_COLUMNS: tuple[Column[DecisionRow], ...] = (
    Column("decision", attrgetter("slug")),
    Column("document", attrgetter("number")),
    *_same("kind"),
    *_same("signed_on", holds=Holds.DATE),
    *_same("issuer", "sector"),
    *_same("second_sectors", holds=Holds.CODES),
    *_same("status", "title_vi", "title_en", "summary_vi", "summary_en"),
    Column("week", attrgetter("bulletin")),
    *_same("item", "paragraph", holds=Holds.INTEGER),
    *_same("addressed_to_vi", "addressed_to_en", "lead_vi", "lead_en"),
    *_same("deadline", holds=Holds.DATE),
    RELEASE,
)

FACT_COLUMNS: tuple[Column[FactRow], ...] = (
    Column("fact", lambda fact: f"{fact.decision}/{fact.slug}"),
    Column("document", attrgetter("number")),
    *_same("decision"),
    *_same("signed_on", holds=Holds.DATE),
    *_same("sector", "status", "measure", "subject_vi", "subject_en", "kind"),
    *_same("low", "high", holds=Holds.NUMBER),
    *_same("unit", "bound", "printed", "basis", "formula"),
    Column("part_of", lambda fact: fact.part_of and f"{fact.decision}/{fact.part_of}"),
    *_same("option", holds=Holds.INTEGER),
    *_same("period_from", "period_to", holds=Holds.DATE),
    *_same("period_basis"),
    *_same("deadline", holds=Holds.DATE),
    *_same("baseline_vi", "baseline_en", "direction"),
    *_same("mandatory", holds=Holds.YES_NO),
    *_same("note_vi", "note_en"),
    *_same("item", "paragraph", holds=Holds.INTEGER),
    Column("week", attrgetter("bulletin")),
    *_same("corrected_on", holds=Holds.DATE),
    *_same("was_printed", "role", "unit_called_vi", "unit_called_en", "lead_vi", "lead_en"),
    *_same("amends", "before_printed"),
    *_same("before_low", "before_high", holds=Holds.NUMBER),
    *_same("corrected_by"),
    RELEASE,
)

OBSERVATION_COLUMNS: tuple[Column[ObservationRow], ...] = (
    Column("observation", attrgetter("id")),
    *_same("period_from", "period_to", holds=Holds.DATE),
    *_same("place", "place_kind", "direction", "measure"),
    *_same("value", holds=Holds.NUMBER),
    *_same("unit"),
    *_same("cumulative_since", holds=Holds.DATE),
    *_same("flags", holds=Holds.CODES),
    *_same("publisher", "address"),
    *_same("published_on", holds=Holds.DATE),
    *_same("source_read", "note_vi", "note_en"),
    RELEASE,
)

EVENT_COLUMNS: tuple[Column[EventRow], ...] = (
    Column("event", attrgetter("id")),
    *_same("date_from", "date_to", holds=Holds.DATE),
    *_same("place", "place_kind", "kind"),
    *_same("flags", holds=Holds.CODES),
    *_same("summary_vi", "summary_en", "publisher", "address", "source_read", "decision"),
    RELEASE,
)


RELATION_COLUMNS: tuple[Column[RelatedRow], ...] = (
    Column("decision", attrgetter("by")),
    Column("document", attrgetter("number")),
    *_same("signed_on", holds=Holds.DATE),
    *_same("sector", "status"),
    Column("week", attrgetter("bulletin")),
    Column("relation", attrgetter("kind")),
    Column("fact", lambda row: row.by_fact and f"{row.by}/{row.by_fact}"),
    Column("to_decision", attrgetter("decision")),
    Column("to_document", attrgetter("target_number")),
    Column("to_signed_on", attrgetter("target_signed_on"), Holds.DATE),
    Column("to_fact", lambda row: row.fact and f"{row.decision}/{row.fact}"),
    *_same("target_vi", "target_en", "period_vi", "period_en"),
    Column("before_printed", attrgetter("was_printed")),
    *_same("printed"),
    *_same("item", "paragraph", holds=Holds.INTEGER),
    Column("again", attrgetter("is_again"), Holds.YES_NO),
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
    *_same("standing", "counted", "why"),
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

RUNNING_COLUMNS: tuple[Column[tuple[Measure, Told]], ...] = (
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
    *_same("as_of", holds=Holds.DATE),
    *_same("state"),
    Column("days_left", attrgetter("left"), Holds.INTEGER),
    Column("days_waited", attrgetter("waited"), Holds.INTEGER),
    Column("by_document", lambda task: task.by and task.by.number),
    Column("by_decision", lambda task: task.by and task.by.by),
    Column("by_signed_on", lambda task: task.by and task.by.signed_on, Holds.DATE),
    Column("item", attrgetter("row.item"), Holds.INTEGER),
    Column("paragraph", attrgetter("row.paragraph"), Holds.INTEGER),
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
    *_same("change", "what", "key", "document", "field", "old", "new"),
    *_same("difference", holds=Holds.NUMBER),
    RELEASE,
)

GATE_COLUMNS: tuple[Column[GateRow], ...] = (
    Column("gate", attrgetter("slug")),
    *_same("name_vi", "name_en", "district", "category", "transport"),
    *_same("opposite_vi", "opposite_en", "note_vi", "note_en"),
    *_same("addresses", holds=Holds.CODES),
    RELEASE,
    *_same("border_order", "km_from_north", holds=Holds.INTEGER),
    *_same("commune", "commune_read"),
)

GATE_STATE_COLUMNS: tuple[Column[GateStateRow], ...] = (
    Column("gate_state", attrgetter("id")),
    *_same("gate"),
    *_same("date_from", holds=Holds.DATE),
    Column("traffic", attrgetter("state")),
    *_same("flags", "evidence", holds=Holds.CODES),
    *_same("note_vi", "note_en"),
    RELEASE,
)

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


def release_row(manifest: Manifest, *, is_current: bool, documents: int) -> Row:
    """A release by RELEASE_COLUMNS; `documents` of it are asked for."""
    return {
        "release": manifest.release,
        "current": is_current,
        "built_at": f"{manifest.built_at.isoformat()}Z",
        "documents_to": manifest.documents_to,
        "documents": documents,
        "parent": manifest.parent,
        "note": manifest.note,
        "reviewer": manifest.reviewer,
        "code_version": manifest.code_version,
        "records": manifest.records,
        "withdrawn": None,
        "storage": manifest.storage,
    }


def withdrawn_row(stone: Tombstone) -> Row:
    """A withdrawn release by RELEASE_COLUMNS: its id and the reason are what is left."""
    gone = {"release": stone.release, "current": False, "withdrawn": stone.reason}
    return dict.fromkeys(RELEASE_COLUMNS) | gone


def decision_row(decision: DecisionRow, release: str) -> Row:
    """A document of the release of that name, by DECISION_COLUMNS."""
    return _row(decision, DECISION_COLUMNS, release)


def fact_row(fact: FactRow, release: str) -> Row:
    """A fact of the release of that name, by FACT_COLUMNS; None is not stated."""
    return _row(fact, FACT_COLUMNS, release)


def table_rows(asked: Iterable[Asked], columns: Sequence[Column[Asked]], release: str) -> list[Row]:
    """Rows of the store by these columns."""
    return [_row(each, columns, release) for each in asked]


def names(columns: Iterable[Column[Any]]) -> list[str]:
    return [column.name for column in columns]


def csv_text(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> str:
    """A head of `columns` and one line a row; reads back equal, and no text runs as a formula."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_guarded(row[name]) for name in columns] for row in rows)
    return text.getvalue()


def json_text(value: Any, indent: int | None = 2) -> str:
    """Rows, or an object that holds them, as JSON: quantities as numbers, dates as ISO."""
    return json.dumps(value, ensure_ascii=False, indent=indent, default=_json)


def cell(value: Any) -> str:
    """A value as text: empty where it is None, codes with spaces between them."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)


def _row(asked: Asked, columns: Iterable[Column[Asked]], release: str) -> Row:
    return {column.name: column.of(asked) for column in columns} | {RELEASE.name: release}


def _expected(number: float | None) -> Decimal | None:
    """With four decimals: more would only tell of the machine."""
    return None if number is None else round(Decimal(number), 4)


def _guarded(value: Any) -> str:
    """A cell that a spreadsheet takes as it stands.

    Text that would run as a formula gets an apostrophe in front, and so does text that begins with
    one: whoever takes the first apostrophe off has the text again. Line breaks are line feeds.
    """
    text = cell(value).replace("\r\n", "\n").replace("\r", "\n")
    is_text = isinstance(value, str | list)
    return f"'{text}" if is_text and text.startswith(_RUNS_AS_FORMULA) else text


_RUNS_AS_FORMULA = ("=", "+", "-", "@", "\t", "\n", "'")


def _json(value: Any) -> Any:
    """Whole quantities as JSON integers, others as numbers; dates as ISO."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in JSON")
