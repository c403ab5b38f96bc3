"""A release file that is being written: made empty, filled by others, sealed with its manifest."""

import json
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import duckdb
import pyarrow as pa

from lsdash.store.release import LAYOUT, sql_of_schema
from lsdash.store.writing.tables import TABLES, Row

STORAGE = "v1.0.0"
"""The form of the file. Left to itself DuckDB 2.0 writes one that no 1.x opens; this one is no
larger, and DuckDB 1.1 to 2.0 open it."""

ROW_GROUP = 40_960
"""Rows that lie together, a third of DuckDB's own choice: single documents are found in half the
time."""

MEMORY = "1GB"
"""For DuckDB while it writes; what does not fit goes to a folder beside the file meanwhile."""


AT_ONCE = 2_000
"""Rows of a table that are handed over together."""

ORDERS = {
    "facts": "measure, decision, position",
    "effects": "decision, by_decision, fact NULLS FIRST, kind, by_fact",
}
"""Tables whose rows lie in another order than they come in."""


def create(file: Path) -> duckdb.DuckDBPyConnection:
    """A new file with the tables of a release, all empty.

    All is written in one transaction and by one thread: with two, or piece by piece, up to two
    fifths of a large file are holes.
    """
    aside = f"{file}.tmp"
    connection = duckdb.connect(
        config={"memory_limit": MEMORY, "temp_directory": aside, "threads": "1"}
    )
    connection.execute("SET enable_progress_bar = false")
    path = str(file).replace("'", "''")
    connection.execute(
        f"ATTACH '{path}' AS draft (STORAGE_VERSION '{STORAGE}', ROW_GROUP_SIZE {ROW_GROUP})"
    )
    connection.execute("USE draft")
    connection.execute("BEGIN")
    connection.execute(sql_of_schema())
    return connection


def insert(
    connection: duckdb.DuckDBPyConnection, table: str, incoming: pa.Table | pa.RecordBatchReader
) -> None:
    """Rows into one of our own tables, by the names of their columns."""
    connection.register("incoming", incoming)
    connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM incoming")
    connection.unregister("incoming")


class Tables:
    """Takes rows one by one, so many of them in memory, and puts each table into its order."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._waiting: dict[str, list[Row]] = defaultdict(list)
        for name in ORDERS:
            connection.execute(f"CREATE TEMP TABLE unsorted_{name} AS FROM {name} LIMIT 0")

    def add(self, name: str, row: Row) -> None:
        self._waiting[name].append(row)
        if len(self._waiting[name]) == AT_ONCE:
            self._put(name)

    def finish(self) -> None:
        """Everything into its table."""
        for name in [*self._waiting]:
            self._put(name)
        for name, order in ORDERS.items():
            self._connection.execute(f"INSERT INTO {name} FROM unsorted_{name} ORDER BY {order}")
            self._connection.execute(f"DROP TABLE unsorted_{name}")

    def _put(self, name: str) -> None:
        table = f"unsorted_{name}" if name in ORDERS else name
        insert(self._connection, table, pa.Table.from_pylist(self._waiting.pop(name)))


def seal(connection: duckdb.DuckDBPyConnection, manifest: Mapping[str, object]) -> None:
    """The manifest of what is in the file now, and everything into its place."""
    counts = {table: count(connection, table) for table in TABLES}
    told = {**manifest, "layout": LAYOUT, "storage": STORAGE, "row_counts": json.dumps(counts)}
    connection.execute("DELETE FROM manifest")
    insert(connection, "manifest", pa.Table.from_pylist([told]))
    connection.execute("COMMIT")
    connection.execute("CHECKPOINT")


def count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    counted = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(counted[0]) if counted else 0
