"""A release file that is being written: made empty, filled by others, sealed with its manifest."""

import json
from collections.abc import Mapping
from pathlib import Path

import duckdb
import pyarrow as pa

from lsdash.store.release import LAYOUT, sql_of_schema
from lsdash.store.writing.tables import TABLES

STORAGE = "v1.0.0"
"""The form of the file. Left to itself DuckDB 2.0 writes one that no 1.x opens; this one is no
larger, and DuckDB 1.1 to 2.0 open it."""

ROW_GROUP = 40_960
"""Rows that lie together, a third of DuckDB's own choice: single documents are found in half the
time."""

MEMORY = "1GB"
"""For DuckDB while it writes; what does not fit goes to a folder beside the file meanwhile."""


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
