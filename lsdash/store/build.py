"""Freeze the records into a release: one file, written aside, checked, synced, renamed.

A build that is killed at any instant leaves what was served before; no half file has a release's
name. The id comes from the rows, so the same records give the same release everywhere.
"""

import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pyarrow as pa

import lsdash
from lsdash import files
from lsdash.errors import LsdashError, UnwritableReleasesError
from lsdash.model import Week
from lsdash.records import context, flags, load
from lsdash.settings import Settings
from lsdash.store import shelf
from lsdash.store.release import LAYOUT, OlderLayoutError, Release, sql_of_schema
from lsdash.store.tables import TABLES, Tables, newest, release_id, rows


def build(
    settings: Settings, *, note: str = "", invented: bool = False, now: datetime | None = None
) -> str:
    """Build the records' release if it is not there, make it current, and return its id.

    Raises RecordErrors (nothing is built), WithdrawnReleaseError when these records make a release
    that was withdrawn, UnwritableReleasesError, BusyReleasesError, or DamagedReleaseError when a
    file of that name is there and cannot be read (it is never overwritten).
    """
    with shelf.alone(settings.releases):
        weeks = load.load_all(settings.records, invented=invented)
        return freeze(settings, weeks, note=note, now=now)


def freeze(
    settings: Settings,
    weeks: Sequence[Week],
    *,
    note: str = "",
    reviewer: str = "",
    now: datetime | None = None,
) -> str:
    """The same for weeks that were read already. Raises as `build` does, but for RecordErrors."""
    known = flags.known_points(settings.records.parent / "series.csv")
    around = context.load(settings.records.parent / "context")
    tables = rows(weeks, flags.find(weeks, known), around)
    release = release_id(weeks, tables)
    shelf.refuse_withdrawn(settings.releases, release)
    with shelf.alone(settings.releases), _written_aside(settings.releases, release) as paths:
        target, draft = paths
        if not target.exists():
            manifest = _manifest(
                weeks,
                tables,
                release=release,
                parent=shelf.current(settings.releases),
                note=note,
                reviewer=reviewer,
                built_at=now or datetime.now(UTC),
            )
            write(draft, tables, manifest)
            Release.open(draft, memory_mb=settings.memory_mb, name=release).close()
            files.sync(draft)
            _publish(draft, target)
        with suppress(OlderLayoutError):
            Release.open(target, memory_mb=settings.memory_mb).close()
        shelf.set_current(settings.releases, release)
    return release


def write(file: Path, tables: Tables, manifest: dict[str, object]) -> None:
    """Write all tables and the manifest into a new DuckDB file."""
    with duckdb.connect(str(file)) as connection:
        connection.execute(sql_of_schema())
        for name in TABLES:
            if tables[name]:
                _insert(connection, name, pa.Table.from_pylist(tables[name]))
        _insert(connection, "manifest", pa.Table.from_pylist([manifest]))
        connection.execute("CHECKPOINT")


def _insert(connection: duckdb.DuckDBPyConnection, name: str, incoming: pa.Table) -> None:
    """Insert by column name; `name` is one of our own table names."""
    connection.register("incoming", incoming)
    connection.execute(f"INSERT INTO {name} BY NAME SELECT * FROM incoming")
    connection.unregister("incoming")


def _manifest(
    weeks: Sequence[Week],
    tables: Tables,
    *,
    release: str,
    parent: str | None,
    note: str,
    reviewer: str,
    built_at: datetime,
) -> dict[str, object]:
    return {
        "release": release,
        "layout": LAYOUT,
        "built_at": built_at.astimezone(UTC).replace(tzinfo=None, microsecond=0),
        "parent": parent,
        "note": note,
        "reviewer": reviewer,
        "code_version": lsdash.__version__,
        "records": [week.bulletin.slug for week in weeks],
        "documents_to": newest(weeks).bulletin.period_to,
        "row_counts": json.dumps({name: len(tables[name]) for name in TABLES}),
    }


@contextmanager
def _written_aside(folder: Path, release: str) -> Iterator[tuple[Path, Path]]:
    """The release's own path, and a fresh path beside it for the draft, removed afterwards."""
    try:
        with tempfile.TemporaryDirectory(prefix=".building-", dir=folder) as aside:
            yield folder / f"{release}.duckdb", Path(aside) / f"{release}.duckdb"
    except OSError as error:
        raise UnwritableReleasesError(
            folder=folder, problem=error.strerror or str(error)
        ) from error
    except duckdb.Error as error:
        raise LsdashError(f"{folder}: the release could not be written: {error}") from error


def _publish(draft: Path, target: Path) -> None:
    """Give the draft its name unless another process was first; the content is the same."""
    try:
        os.link(draft, target)
    except FileExistsError:
        return
    except OSError:
        draft.rename(target)
    files.sync(target.parent)
