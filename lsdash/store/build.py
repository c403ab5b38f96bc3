"""Freeze the records into a release: one file, written aside, checked, synced, renamed.

A build that is killed at any instant leaves what was served before; no half file has a release's
name. The id comes from the rows, so the same records give the same release everywhere.
"""

import errno
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pyarrow as pa

import lsdash
from lsdash import atomic
from lsdash.errors import LsdashError, UnwritableReleasesError
from lsdash.model import Week
from lsdash.records import context, flags, load
from lsdash.settings import Settings
from lsdash.store import sharing, shelf
from lsdash.store.release import OlderLayoutError, Release
from lsdash.store.writing import index, release_file
from lsdash.store.writing.tables import INDEXED, TABLES, Tables, newest, release_id, rows


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
    """The same for weeks that were read already. Raises as `build` does, but for RecordErrors.

    Where machines share a depot, the release is in it before CURRENT moves there and then here.
    Raises MissingWeeksError, OvertakenError and StoreAwayError as well then.
    """
    before = sharing.ground(settings, weeks)
    known = flags.known_points(settings.records.parent / "series.csv")
    around = context.load(settings.records.parent / "context")
    tables = rows(weeks, flags.find(weeks, known), around)
    release = release_id(weeks, tables)
    shelf.refuse_withdrawn(settings.releases, release)
    with shelf.alone(settings.releases), _written_aside(settings.releases, release) as paths:
        target, aside = paths
        sharing.fetch(settings, release)
        if not target.exists():
            told = manifest(
                weeks,
                release=release,
                parent=shelf.current(settings.releases),
                note=note,
                reviewer=reviewer,
                built_at=now or datetime.now(UTC),
            )
            write(aside, tables, told)
            Release.open(aside, memory_mb=settings.memory_mb, name=release).close()
            atomic.sync(aside)
            _publish(aside, target)
        with suppress(OlderLayoutError):
            Release.open(target, memory_mb=settings.memory_mb).close()
        sharing.put(settings, target, before)
        shelf.set_current(settings.releases, release)
    return release


def write(file: Path, tables: Tables, manifest: dict[str, object]) -> None:
    """Write all tables and the manifest into a new DuckDB file."""
    words = index.Words()
    for row in tables["words"]:
        words.add(row["word"], [row["decision"]], wide=row["wide"])
    with release_file.create(file) as connection:
        for name in TABLES:
            if tables[name] and name not in INDEXED:
                release_file.insert(connection, name, pa.Table.from_pylist(tables[name]))
        index.write(connection, words)
        release_file.seal(connection, manifest)


def manifest(
    weeks: Sequence[Week],
    *,
    release: str,
    built_at: datetime,
    parent: str | None = None,
    note: str = "",
    reviewer: str = "",
) -> dict[str, object]:
    """What a release says of itself, but for what its file holds (`draft.seal` counts that)."""
    return {
        "release": release,
        "built_at": built_at.astimezone(UTC).replace(tzinfo=None, microsecond=0),
        "parent": parent,
        "note": note,
        "reviewer": reviewer,
        "code_version": lsdash.__version__,
        "records": [week.bulletin.slug for week in weeks],
        "documents_to": newest(weeks).bulletin.period_to,
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
        full = os.strerror(errno.ENOSPC)  # DuckDB tells it by errors of several kinds
        if full in str(error):
            raise UnwritableReleasesError(folder=folder, problem=full) from error
        raise LsdashError(f"{folder}: the release could not be written: {error}") from error


def _publish(written: Path, target: Path) -> None:
    """Give the draft its name unless another process was first; the content is the same."""
    try:
        os.link(written, target)
    except FileExistsError:
        return
    except OSError:
        written.rename(target)
    atomic.sync(target.parent)
