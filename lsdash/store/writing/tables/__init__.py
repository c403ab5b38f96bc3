"""The records as rows of the release's tables, and the id that those rows have on every machine.

Rows come one by one and are never all in memory.
"""

from lsdash.store.writing.tables.identity import digest, release_id
from lsdash.store.writing.tables.names import FOLLOWING, INDEXED, TABLES, Row, TableRow
from lsdash.store.writing.tables.release import rows
from lsdash.store.writing.tables.words import words

__all__ = [
    "FOLLOWING",
    "INDEXED",
    "TABLES",
    "Row",
    "TableRow",
    "digest",
    "release_id",
    "rows",
    "words",
]
