"""Releases of an older layout, carried over into today's: a pinned link must open in five years.

The old file stays as it is. Its rows are copied once into a file of the same name in
`layouts/<layout>/` beside it; what the old layout did not hold is empty there.
"""

import tempfile
from collections import defaultdict
from pathlib import Path

import duckdb

from lsdash.errors import DamagedReleaseError, UnwritableReleasesError
from lsdash.store.release import LAYOUT
from lsdash.store.writing import index, release_file, roles
from lsdash.store.writing.tables import FOLLOWING, TABLES, Row, digest, words

EMPTY = {"VARCHAR": "''", "VARCHAR[]": "[]", "BOOLEAN": "false"}
"""What stands in a column that an old layout did not have and today's must fill; else 0."""

AT_ONCE = 10_000
"""Documents whose digests are worked out together."""


def carried(file: Path) -> Path:
    """The release of `file` in today's layout, made if it is not there yet.

    Raises DamagedReleaseError and UnwritableReleasesError.
    """
    target = file.parent / "layouts" / str(LAYOUT) / file.name
    if not target.exists():
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(prefix=".carrying-", dir=target.parent) as aside:
                made = Path(aside) / file.name
                _copy(file, made)
                made.replace(target)
        except duckdb.Error as error:
            problem = str(error).splitlines()[0]
            raise DamagedReleaseError(file=file, problem=problem) from error
        except OSError as error:
            problem = error.strerror or str(error)
            raise UnwritableReleasesError(folder=target.parent, problem=problem) from error
    return target


def _copy(file: Path, target: Path) -> None:
    with release_file.create(target) as new:
        new.execute(f"ATTACH '{str(file).replace(chr(39), chr(39) * 2)}' AS old (READ_ONLY)")
        for table in ("manifest", *(name for name in TABLES if name not in FOLLOWING)):
            held = _columns(new, "old", table)
            if held:
                wanted = [
                    name if name in held else f"{empty} AS {name}"
                    for name, empty in _columns(new, "draft", table).items()
                ]
                new.execute(
                    f"INSERT INTO {table} BY NAME SELECT {', '.join(wanted)} FROM old.{table}"
                )
        _fill_digests(new)
        _fill_roles(new)
        index.write(new, _words(new))
        release_file.seal(new, _some(new, "manifest")[0])


def _columns(new: duckdb.DuckDBPyConnection, database: str, table: str) -> dict[str, str]:
    """The columns of a table, each with what it holds where nothing is known."""
    rows = new.execute(
        "SELECT column_name, is_nullable, data_type FROM duckdb_columns() "
        "WHERE database_name = ? AND table_name = ? ORDER BY column_index",
        [database, table],
    ).fetchall()
    return {name: "NULL" if nullable else EMPTY.get(kind, "0") for name, nullable, kind in rows}


def _fill_digests(new: duckdb.DuckDBPyConnection) -> None:
    """The digest of each document, worked out as a build does."""
    hanging = [name for name in TABLES if name not in FOLLOWING and _hangs_on_a_document(new, name)]
    for first in range(0, release_file.count(new, "decisions"), AT_ONCE):
        belongings: dict[int, list[tuple[str, Row]]] = defaultdict(list)
        for name in hanging:
            for row in _some(new, name, "decision", first):
                belongings[row.pop("decision")].append((name, row))
        digests = []
        for own in _some(new, "decisions", "id", first):
            number = own.pop("id")
            del own["digest"]
            digests.append((digest(own, belongings[number]), number))
        new.executemany("UPDATE decisions SET digest = ? WHERE id = ?", digests)


def _fill_roles(new: duckdb.DuckDBPyConnection) -> None:
    """The role of each fact, worked out as a build does."""
    for first in range(0, release_file.count(new, "decisions"), AT_ONCE):
        own: dict[int, list[Row]] = defaultdict(list)
        for row in _some(new, "facts", "decision", first):
            own[row["decision"]].append(row)
        found = [
            (role, decision, fact["position"])
            for decision, facts in own.items()
            for fact, role in zip(facts, roles.of_document(facts), strict=True)
        ]
        if found:
            new.executemany("UPDATE facts SET role = ? WHERE decision = ? AND position = ?", found)


def _words(new: duckdb.DuckDBPyConnection) -> index.Words:
    """The words that a search found a document by then: of its own row, taken apart as today."""
    held = index.Words()
    for first in range(0, release_file.count(new, "decisions"), AT_ONCE):
        for own in _some(new, "decisions", "id", first):
            for word, wide in words(own, []).items():
                held.add(word, [own["id"]], wide=wide)
    return held


def _hangs_on_a_document(new: duckdb.DuckDBPyConnection, table: str) -> bool:
    found = new.execute(
        "SELECT count(*) FROM duckdb_columns() WHERE table_name = ? AND column_name = 'decision' "
        "AND data_type = 'INTEGER'",
        [table],
    ).fetchone()
    return bool(found and found[0])


def _some(
    new: duckdb.DuckDBPyConnection, table: str, number: str = "0", first: int = 0
) -> list[Row]:
    """The rows of the documents from `first` on, AT_ONCE of them."""
    asked = new.execute(
        f"SELECT * FROM {table} WHERE {number} >= ? AND {number} < ?", [first, first + AT_ONCE]
    )
    names = [column[0] for column in asked.description or ()]
    return [dict(zip(names, row, strict=True)) for row in asked.fetchall()]
