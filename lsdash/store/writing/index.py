"""Writes what a release can be narrowed by: for each word and each value the set of its documents.

A set is a Roaring bitmap of document numbers in its portable form, which other programs read too.
All of it follows from the other tables, so it is no part of what a release's id is worked out from.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

import duckdb
import pyarrow as pa
from pyroaring import BitMap

from lsdash.model import folded
from lsdash.store.writing import release_file

Row = tuple[object, ...]

AT_ONCE = 256
"""Sets that are handed over together."""

FACETS = {
    "sector": "SELECT sector AS value, 1 AS times, id FROM decisions",
    "second_sector": "SELECT unnest(second_sectors) AS value, 1 AS times, id FROM decisions",
    "kind": "SELECT kind AS value, 1 AS times, id FROM decisions",
    "status": "SELECT status AS value, 1 AS times, id FROM decisions",
    "week": "SELECT bulletin AS value, 1 AS times, id FROM decisions",
    "part": """
        SELECT 'bodies' AS value, 1 AS times, decision AS id FROM bodies
        UNION ALL SELECT 'flags', 1, decision FROM flags
        UNION ALL SELECT DISTINCT 'relations', 1, decision FROM relations
        UNION ALL SELECT DISTINCT 'relations', 1, by_decision FROM effects
    """,
    "due": """
        SELECT coalesce(strftime(deadline, '%Y-%m'), 'undated') AS value, 1 AS times, decision AS id
        FROM due
    """,
    "measure": """
        SELECT measure AS value, row_number() OVER (PARTITION BY measure, decision) AS times,
            decision AS id
        FROM facts
    """,
}
"""What documents have of each facet. One with three facts of a measure is in three of its sets, of
those with at least one, two and three: so sets tell how many facts any documents hold together."""

WEEKS = """
INSERT INTO week_digests
SELECT bulletin, count(*), bit_xor(digest) FROM decisions GROUP BY bulletin ORDER BY bulletin
"""


WORD = pa.schema(
    [
        ("folded", pa.string()),
        ("word", pa.string()),
        ("wide", pa.bool_()),
        ("documents", pa.binary()),
    ]
)
VALUE = pa.schema(
    [
        ("facet", pa.string()),
        ("value", pa.string()),
        ("times", pa.int32()),
        ("documents", pa.binary()),
    ]
)


class Words:
    """Which documents have which word, gathered in any order."""

    def __init__(self) -> None:
        self._documents: dict[tuple[str, bool], array[int]] = defaultdict(lambda: array("I"))

    def add(self, word: str, documents: Iterable[int], *, wide: bool = False) -> None:
        """Documents that have this word; `wide` where it stands in a figure or name alone."""
        self._documents[word, wide].extend(documents)

    def write(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Into their table, sorted: words with a common beginning stand together."""
        named = sorted((folded(word), word, wide) for word, wide in self._documents)
        rows = (
            (bare, word, wide, _bitmap(self._documents.pop((word, wide))))
            for bare, word, wide in named
        )
        release_file.insert(connection, "words", _reader(WORD, rows))


def write(connection: duckdb.DuckDBPyConnection, words: Words) -> None:
    """All that follows from documents and what hangs on them, and the sets of their words."""
    connection.execute(WEEKS)
    words.write(connection)
    for facet, held in FACETS.items():
        grouped = f"SELECT value, times, list(id) FROM ({held}) GROUP BY ALL ORDER BY ALL"
        rows = (
            (facet, value, times, _bitmap(array("I", documents)))
            for value, times, documents in connection.execute(grouped).fetchall()
        )
        release_file.insert(connection, "facets", _reader(VALUE, rows))


def _bitmap(documents: "array[int]") -> bytes:
    held = BitMap(documents)
    held.run_optimize()
    return held.serialize()


def _reader(schema: pa.Schema, rows: Iterator[Row]) -> pa.RecordBatchReader:
    """Hands rows over as they come, so that they are never all in memory."""
    return pa.RecordBatchReader.from_batches(schema, _batches(schema, rows))


def _batches(schema: pa.Schema, rows: Iterator[Row]) -> Iterator[pa.RecordBatch]:
    while some := list(islice(rows, AT_ONCE)):
        columns = zip(*some, strict=True)
        arrays = [
            pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)
        ]
        yield pa.record_batch(arrays, schema=schema)
