"""Rows by their columns, written as CSV and JSON; no cell runs as a formula."""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from io import StringIO
from typing import Any

from lsdash.export.tables.rows.column import Asked, Column, Row
from lsdash.export.tables.rows.columns import (
    DECISION_COLUMNS,
    FACT_COLUMNS,
    RELEASE,
    RELEASE_COLUMNS,
)
from lsdash.store.release import Manifest
from lsdash.store.rows import DecisionRow, FactRow
from lsdash.store.shelf import Tombstone
from lsdash.text import Lang


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


def semicolon_csv(
    rows: Iterable[Mapping[str, Any]], columns: Sequence[Column[Any]], lang: Lang
) -> str:
    """As `csv_text`, for spreadsheets that are set to Vietnam: semicolons and decimal commas.

    Such a spreadsheet leaves `6.50` as text and takes `1.250` for a thousand. Heads are in the
    reader's language, each with the column's name.
    """
    text = StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\n")
    writer.writerow(column.head(lang) for column in columns)
    writer.writerows([_with_comma(row[column.name]) for column in columns] for row in rows)
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


def _with_comma(value: Any) -> str:
    return f"{value:f}".replace(".", ",") if isinstance(value, Decimal) else _guarded(value)


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
