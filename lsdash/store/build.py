"""Freeze the records into a release: one file, written aside, checked, synced, renamed.

A build that is killed at any instant leaves what was served before; no half file has a release's
name. The id comes from the rows, so the same records give the same release everywhere.
"""

import errno
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from itertools import chain
from pathlib import Path

import duckdb

import lsdash
from lsdash import atomic
from lsdash.errors import LsdashError, UnwritableReleasesError
from lsdash.model import Week
from lsdash.records import context, flags, load
from lsdash.records.archive import Archive
from lsdash.settings import Settings
from lsdash.store import sharing, shelf
from lsdash.store.release import OlderLayoutError, Release
from lsdash.store.writing import index, release_file
from lsdash.store.writing.tables import TableRow, release_id, rows


def build(
    settings: Settings, *, note: str = "", invented: bool = False, now: datetime | None = None
) -> str:
    """Build the records' release if it is not there, make it current, and return its id.

    Raises RecordErrors (nothing is built), WithdrawnReleaseError when these records make a release
    that was withdrawn, UnwritableReleasesError, BusyReleasesError, or DamagedReleaseError when a
    file of that name is there and cannot be read (it is never overwritten).
    """
    with shelf.alone(settings.releases):
        weeks = load.each(settings.records, invented=invented)
        return freeze(settings, weeks, note=note, now=now)


def freeze(
    settings: Settings,
    weeks: Iterable[Week],
    *,
    note: str = "",
    reviewer: str = "",
    now: datetime | None = None,
) -> str:
    """The same for these weeks, which are taken one at a time. Raises as `build` does.

    Where machines share a depot, the release is in it before CURRENT moves there and then here.
    Raises MissingWeeksError, OvertakenError and StoreAwayError as well then.
    """
    known = flags.known_points(settings.records.parent / "series.csv")
    around = context.load(settings.records.parent / "context")
    with (
        shelf.alone(settings.releases),
        _aside(settings.releases) as aside,
        closing(Archive(weeks, aside)) as archive,
    ):
        before = sharing.ground(settings, {each.slug for each in archive.bulletins})
        series = flags.Series(chain(known, map(flags.point, archive.values())))
        told = partial(rows, archive, series, around)
        release = release_id(archive.newest.slug, told(), aside)
        shelf.refuse_withdrawn(settings.releases, release)
        sharing.fetch(settings, release)
        target = settings.releases / f"{release}.duckdb"
        if not target.exists():
            about = manifest(
                archive,
                release=release,
                parent=shelf.current(settings.releases),
                note=note,
                reviewer=reviewer,
                built_at=now or datetime.now(UTC),
            )
            written = aside / target.name
            write(written, told(), about)
            Release.open(written, memory_mb=settings.memory_mb, name=release).close()
            atomic.sync(written)
            _publish(written, target)
        with suppress(OlderLayoutError):
            Release.open(target, memory_mb=settings.memory_mb).close()
        sharing.put(settings, target, before)
        shelf.set_current(settings.releases, release)
    return release


def write(file: Path, told: Iterable[TableRow], manifest: Mapping[str, object]) -> None:
    """Write all rows, as they come, and the manifest into a new DuckDB file."""
    words = index.Words()
    with release_file.create(file) as connection:
        tables = release_file.Tables(connection)
        for name, row in told:
            if name == "words":
                words.add(row["word"], [row["decision"]], wide=row["wide"])
            else:
                tables.add(name, row)
        tables.finish()
        index.write(connection, words)
        release_file.seal(connection, manifest)


def manifest(
    archive: Archive,
    *,
    release: str,
    built_at: datetime,
    parent: str | None = None,
    note: str = "",
    reviewer: str = "",
) -> dict[str, object]:
    """What a release says of itself, but for what its file holds: `release_file.seal` counts it."""
    return {
        "release": release,
        "built_at": built_at.astimezone(UTC).replace(tzinfo=None, microsecond=0),
        "parent": parent,
        "note": note,
        "reviewer": reviewer,
        "code_version": lsdash.__version__,
        "records": [bulletin.slug for bulletin in archive.bulletins],
        "documents_to": archive.newest.period_to,
    }


@contextmanager
def _aside(folder: Path) -> Iterator[Path]:
    """A fresh folder for what is in the making, removed afterwards."""
    try:
        with tempfile.TemporaryDirectory(prefix=".building-", dir=folder) as aside:
            yield Path(aside)
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
