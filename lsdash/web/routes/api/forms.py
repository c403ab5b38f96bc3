"""A sheet of a table as JSON, CSV, XLSX or Parquet."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from lsdash.export.tables import parquet, rows, workbook
from lsdash.export.tables.rows import Column
from lsdash.export.tables.sheets import Sheet
from lsdash.web.routes.api.question import Question


@dataclass(frozen=True)
class Answer:
    """A sheet of a table, with the question and the link to the next sheet, if there is one."""

    asked: Question
    columns: Sequence[Column[Any]]
    rows: Sequence[rows.Row]
    following: str | None


def _json(answer: Answer) -> bytes:
    asked = answer.asked
    told = {
        "release": asked.release.name,
        "link": asked.link(asked.view.sheet),
        "next": answer.following,
        "columns": rows.names(answer.columns),
        "rows": answer.rows,
    }
    return rows.json_text(told).encode()


def _csv(answer: Answer) -> bytes:
    """With a mark in front by which spreadsheets know UTF-8."""
    return rows.csv_text(answer.rows, rows.names(answer.columns)).encode("utf-8-sig")


def _xlsx(answer: Answer) -> bytes:
    """Stamped with the release's own time: a pinned answer stays the same, byte for byte."""
    asked = answer.asked
    notes = {"release": asked.release.name, "link": asked.link(asked.view.sheet)}
    notes |= {each.name: f"{each.says('vi')} / {each.says('en')}" for each in answer.columns}
    return workbook.xlsx(
        [Sheet(asked.table, answer.columns, answer.rows)],
        notes_name="notes",
        notes=notes,
        made_at=asked.release.manifest.built_at.replace(tzinfo=UTC),
    )


def _parquet(answer: Answer) -> bytes:
    asked = answer.asked
    notes = {"release": asked.release.name, "link": asked.link(asked.view.sheet)}
    return parquet.parquet(Sheet(asked.table, answer.columns, answer.rows), notes=notes)


WRITE: Mapping[str, Callable[[Answer], bytes]] = {
    "json": _json,
    "csv": _csv,
    "xlsx": _xlsx,
    "parquet": _parquet,
}
