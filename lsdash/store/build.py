"""Freeze the records into a release: one file, written aside, checked, synced, renamed.

A build that is killed at any instant leaves what was served before; no half file has a release's
name. The id comes from the rows, so the same records give the same release everywhere.
"""

import errno
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pyarrow as pa

import lsdash
from lsdash import files
from lsdash.errors import (
    LsdashError,
    MissingWeeksError,
    SettingsError,
    UnknownReleaseError,
    UnwritableReleasesError,
)
from lsdash.model import Week
from lsdash.records import context, flags, load
from lsdash.settings import Settings
from lsdash.store import cache, carry, depot, draft, follow, index, shelf
from lsdash.store.release import OlderLayoutError, Release
from lsdash.store.tables import INDEXED, TABLES, Tables, newest, release_id, rows


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
    before = ground(settings, weeks)
    known = flags.known_points(settings.records.parent / "series.csv")
    around = context.load(settings.records.parent / "context")
    tables = rows(weeks, flags.find(weeks, known), around)
    release = release_id(weeks, tables)
    shelf.refuse_withdrawn(settings.releases, release)
    with shelf.alone(settings.releases), _written_aside(settings.releases, release) as paths:
        target, aside = paths
        _fetch(settings, release)
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
            files.sync(aside)
            _publish(aside, target)
        with suppress(OlderLayoutError):
            Release.open(target, memory_mb=settings.memory_mb).close()
        _share(settings, target, before)
        shelf.set_current(settings.releases, release)
    return release


def ground(settings: Settings, weeks: Sequence[Week]) -> depot.Current | None:
    """What the depot serves now, which these weeks would move on from; None where nothing is.

    Raises MissingWeeksError when the weeks do not hold all that it serves, and StoreAwayError.
    """
    store = depot.of(settings)
    if store is None:
        return None
    follow.step(settings)
    before = store.current()
    if before and not shelf.tombstone(settings.releases, before.release):
        here = {week.bulletin.slug for week in weeks}
        held = shelf.manifest(settings, before.release).records
        missing = [week for week in held if week not in here]
        if missing:
            raise MissingWeeksError(
                store=store.url, release=before.release, records=settings.records, weeks=missing
            )
    return before


def _fetch(settings: Settings, release: str) -> None:
    """A release that was built before, here or elsewhere, is taken as it was built then."""
    store = depot.of(settings)
    if store:
        with suppress(UnknownReleaseError):
            cache.bring(settings, store, release, keep=shelf.current(settings.releases))


def _share(settings: Settings, file: Path, before: depot.Current | None) -> None:
    """Have the release in the depot, as whoever was first has built it, and CURRENT move to it."""
    store = depot.of(settings)
    if store is None:
        return
    release = file.stem
    told = _manifest(file, settings.memory_mb)
    if not store.put(release, file, told):
        file.unlink()
        cache.bring(settings, store, release, keep=shelf.current(settings.releases))
    store.set_current(release, before)


def _manifest(file: Path, memory_mb: int) -> Mapping[str, object]:
    """What is told in the label of a release."""
    try:
        opened = Release.open(file, memory_mb=memory_mb)
    except OlderLayoutError:
        opened = Release.open(carry.carried(file), memory_mb=memory_mb)
    with closing(opened):
        return asdict(opened.manifest)


def deposit(settings: Settings, folder: Path) -> Sequence[str]:
    """Bring the releases and tombstones of a folder into the depot; gives the ids of the former.

    What is there already stays as it is; CURRENT is set where there is none. Raises SettingsError
    without a depot, StoreAwayError, and DamagedReleaseError for a file that cannot be read.
    """
    store = depot.of(settings)
    if store is None:
        remedy = "say s3://bucket/prefix, where the releases shall go"
        raise SettingsError(name="LSDASH_RELEASES", value=str(settings.releases), remedy=remedy)
    for stone in shelf.tombstones(folder):
        name = f"{stone.release}{shelf.WITHDRAWN}"
        store.create(f"releases/{name}", (folder / name).read_bytes())
    brought = shelf.names(folder)
    for release in brought:
        file = folder / f"{release}.duckdb"
        store.put(release, file, _manifest(file, settings.memory_mb))
    current = shelf.current(folder)
    if current and store.current() is None:
        store.set_current(current, None)
    return brought


def write(file: Path, tables: Tables, manifest: dict[str, object]) -> None:
    """Write all tables and the manifest into a new DuckDB file."""
    words = index.Words()
    for row in tables["words"]:
        words.add(row["word"], [row["decision"]], wide=row["wide"])
    with draft.create(file) as connection:
        for name in TABLES:
            if tables[name] and name not in INDEXED:
                draft.insert(connection, name, pa.Table.from_pylist(tables[name]))
        index.write(connection, words)
        draft.seal(connection, manifest)


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
    files.sync(target.parent)
