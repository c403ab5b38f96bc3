"""The id that rows have on every machine, and the digest of a document."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from pathlib import Path

from lsdash.store.writing import sorting
from lsdash.store.writing.tables.names import FOLLOWING, FOLLOWING_COLUMNS, Row, TableRow

TAB = "\t"
"""Sorts before every letter of a table's name, and stands in none."""

FORM = b"layout 1\n"
"""Begins what the id is worked out from. It stays: rows said in the same way keep their id in every
later layout, so that old links go on meaning the same."""


def release_id(week: str, told: Iterable[TableRow], folder: Path | None = None) -> str:
    """`2020w10-3f9a2c1d`: newest week, and SHA-256 over the rows in a fixed form and order.

    What follows from the rest is left out, and so are empty fields and tables: one that is added
    later does not change what was already said. Documents come before what hangs on them. What does
    not fit in memory is put in order in `folder`. Raises OSError.
    """
    hashed = hashlib.sha256(FORM)
    lines = sorting.in_order(_lines(told), folder)
    for name, of_table in groupby(lines, key=lambda line: line.partition(TAB)[0]):
        parting = f"{name}\n"
        for line in of_table:
            hashed.update(f"{parting}{line.partition(TAB)[2]}".encode())
            parting = "\n"
    return f"{week.replace('-', '')}-{hashed.hexdigest()[:8]}"


def _lines(told: Iterable[TableRow]) -> Iterator[str]:
    """Table and row in the form in which they are hashed: lines that sort by table first."""
    slugs: dict[int, str] = {}
    for name, row in told:
        if name == "decisions":
            slugs[row["id"]] = row["slug"]
        if name not in FOLLOWING:
            named = _said(name, row)
            if isinstance(row.get("decision"), int):
                named["decision"] = slugs[row["decision"]]
            yield f"{name}{TAB}{_canonical(named)}"


def digest(own: Row, belongings: Sequence[tuple[str, Row]]) -> int:
    """64 bits of SHA-256 over all that is told of a document, in whatever order it is told."""
    lines = [
        f"{name} {_canonical({key: said[key] for key in said.keys() - {'position'}})}"
        for name, row in [("decisions", own), *belongings]
        if name not in FOLLOWING and (said := _said(name, row))
    ]
    hashed = hashlib.sha256("\n".join(sorted(lines)).encode())
    return int.from_bytes(hashed.digest()[:8], signed=True)


def _said(name: str, row: Row) -> Row:
    """A row of this table without what follows from the rest."""
    return {key: row[key] for key in row if key not in FOLLOWING_COLUMNS.get(name, ())}


def _canonical(row: Row) -> str:
    """A row in the one form in which it is hashed, without its empty fields."""
    kept = {key: value for key, value in row.items() if not _is_empty(value)}
    return json.dumps(kept, sort_keys=True, ensure_ascii=False, default=_plain)


def _plain(value: object) -> str:
    """As text; a decimal is the same number with however many zeros a table gives it back."""
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


def _is_empty(value: object) -> bool:
    """Nothing said. 0 is something said."""
    return value is None or value is False or value in ("", [])
