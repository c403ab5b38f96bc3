"""One open release: read-only, cut off from everything else, one cursor for every question."""

import json
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, partial
from importlib import resources
from pathlib import Path
from typing import Any, Self

import duckdb

from lsdash.errors import DamagedReleaseError, QuestionError, SlowQuestionError
from lsdash.store.kept import Kept
from lsdash.store.sets import Sets
from lsdash.store.watchdog import Watchdog


@dataclass(frozen=True)
class Manifest:
    """What a release says of itself. `built_at` is in UTC."""

    release: str
    layout: int
    storage: str
    """The form of the file, by the DuckDB that first had it: v1.0.0."""
    built_at: datetime
    parent: str | None
    note: str
    reviewer: str
    code_version: str
    records: list[str]
    documents_to: date
    row_counts: str

    def rows(self, table: str) -> int:
        """How many rows a table of the release has."""
        return int(json.loads(self.row_counts)[table])


LAYOUT = 8
"""The layout of the tables that this program writes and reads."""

PATIENCE_SECONDS = 10
"""The longest that a question may take."""

CONFIG = {
    "enable_external_access": "false",
    "lock_configuration": "true",
    "threads": "1",
    "disabled_optimizers": "compressed_materialization",
}
"""Questions read few rows, of many columns. A second thread only waits for the first, and what
makes sorting large results cheaper costs a plan for each column: together a third of an answer."""

AMONG = "IN (SELECT unnest($documents::INTEGER[]))"
BETWEEN = "BETWEEN $first AND $last"
"""How questions name their documents, and what finds those that follow one another, or a single
one, without a plan for a list: in two thirds of the time."""

Answer = tuple[list[str], list[tuple[Any, ...]]]
"""Names of columns, and rows."""

_watchdog = Watchdog()


class OlderLayoutError(Exception):
    """The file's tables are in an older layout: `writing.older_layouts` carries it over."""


class Release:
    """Answers questions from one release file.

    DuckDB gives threads that share a connection each other's rows, so every question takes a
    cursor of its own.
    """

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, manifest: Manifest, file: Path
    ) -> None:
        self._connection = connection
        self.file = file
        self.manifest = manifest
        self.sets = Sets(partial(_ask, connection), manifest.rows("decisions"))
        self.kept = Kept()

    @classmethod
    def open(cls, file: Path, *, memory_mb: int, name: str | None = None) -> Self:
        """Open and check a release.

        Raises DamagedReleaseError when it is not whole, and OlderLayoutError.

        `name` is the release's id where the file does not have its name yet.
        """
        try:
            connection = duckdb.connect(
                str(file),
                read_only=True,
                config={**CONFIG, "memory_limit": f"{memory_mb}MB"},
            )
            manifest = _manifest(connection)
            _check(connection, manifest, name or file.stem)
        except (duckdb.Error, OSError, TypeError, ValueError, LookupError) as error:
            problem = str(error).splitlines()[0] if str(error) else type(error).__name__
            raise DamagedReleaseError(file=file, problem=problem) from error
        return cls(connection, manifest, file)

    @property
    def name(self) -> str:
        return self.manifest.release

    def ask(self, question: str, parameters: Mapping[str, object]) -> list[dict[str, Any]]:
        """Rows of `queries/<question>.sql`, as dictionaries.

        Raises QuestionError, or SlowQuestionError after PATIENCE_SECONDS.
        """
        return _ask(self._connection, question, parameters)

    def answer(self, question: str, parameters: Mapping[str, object]) -> Answer:
        """The same as it comes: the names of the columns, and the rows."""
        return _answer(self._connection, sql(question), question, parameters)

    def about(self, question: str, documents: Sequence[int]) -> Answer:
        """The same about `$documents`, whose numbers are in order; there must be some."""
        first, last = documents[0], documents[-1]
        if last - first >= len(documents):
            return self.answer(question, {"documents": list(documents)})
        text = sql(question).replace(AMONG, BETWEEN)
        return _answer(self._connection, text, question, {"first": first, "last": last})

    def close(self) -> None:
        self._connection.close()


def _ask(
    connection: duckdb.DuckDBPyConnection, question: str, parameters: Mapping[str, object]
) -> list[dict[str, Any]]:
    columns, rows = _answer(connection, sql(question), question, parameters)
    return [dict(zip(columns, row, strict=True)) for row in rows]


def _answer(
    connection: duckdb.DuckDBPyConnection,
    text: str,
    question: str,
    parameters: Mapping[str, object],
) -> Answer:
    try:
        with connection.cursor() as cursor, _limited(cursor):
            cursor.execute(text, parameters)
            return [column[0] for column in cursor.description or ()], cursor.fetchall()
    except duckdb.InterruptException as error:
        raise SlowQuestionError(question=question, seconds=PATIENCE_SECONDS) from error
    except duckdb.Error as error:
        raise QuestionError(question=question, problem=str(error).splitlines()[0]) from error


def _limited(cursor: duckdb.DuckDBPyConnection) -> AbstractContextManager[None]:
    """Stops a question that would keep the server from others."""
    return _watchdog.over(PATIENCE_SECONDS, cursor.interrupt)


def sql_of_schema() -> str:
    """The tables and macros of a release file."""
    return resources.files("lsdash.store").joinpath("schema.sql").read_text(encoding="utf-8")


@cache
def sql(question: str) -> str:
    """The text of a question, `queries/<question>.sql`."""
    return (
        resources.files("lsdash.store")
        .joinpath("queries", f"{question}.sql")
        .read_text(encoding="utf-8")
    )


def _one(connection: duckdb.DuckDBPyConnection, question: str) -> dict[str, Any]:
    cursor = connection.execute(sql(question))
    row = cursor.fetchone()
    if row is None:
        raise LookupError(f"{question} is empty")
    return dict(zip([column[0] for column in cursor.description or ()], row, strict=True))


def _manifest(connection: duckdb.DuckDBPyConnection) -> Manifest:
    """What the file says of itself. Raises OlderLayoutError, or ValueError for a newer layout."""
    said = _one(connection, "manifest")
    if said["layout"] < LAYOUT:
        raise OlderLayoutError
    if said["layout"] > LAYOUT:
        raise ValueError(f"its tables are in layout {said['layout']}, this program's in {LAYOUT}")
    return Manifest(**said)


def _check(connection: duckdb.DuckDBPyConnection, manifest: Manifest, name: str) -> None:
    """The file is the release it is called, and every table has all its rows."""
    if manifest.release != name:
        raise ValueError(f"it says that it is {manifest.release}")
    counted = _one(connection, "row_counts")
    for table, expected in json.loads(manifest.row_counts).items():
        if counted[table] != expected:
            raise ValueError(f"{table} has {counted[table]} of {expected} rows")
