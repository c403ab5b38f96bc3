"""What this machine keeps of the depot: releases that were asked for, the longest unused given up.

A file takes its place in the folder only when its bytes are what the label says and its rows make
the id that it is called by; the current release always stays.
"""

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

import duckdb

from lsdash import atomic
from lsdash.errors import DamagedReleaseError, StoreAwayError, UnwritableReleasesError
from lsdash.settings import Settings
from lsdash.store.depot import Depot
from lsdash.store.release import OlderLayoutError, Release
from lsdash.store.writing import tables

ASIDE = ".fetching-"
AT_ONCE = 1_000
"""Rows that are read together."""

HALF_DONE_SECONDS = 3600.0
"""A file that has been coming for longer was left by a process that was killed."""

_fetching: dict[Path, Lock] = {}


def bring(
    settings: Settings, depot: Depot, name: str, *, keep: str | None, seconds: float | None = None
) -> None:
    """Have a release's file in the folder: fetched if it is not there, once for all who ask.

    Others make room for it, but not `keep`. Raises UnknownReleaseError, DamagedReleaseError,
    UnwritableReleasesError, and StoreAwayError also after `seconds`.
    """
    file = settings.releases / f"{name}.duckdb"
    if held(file):
        return
    with _alone(file, seconds, depot):
        if file.is_file():
            return
        try:
            with _aside(settings.releases) as aside:
                with aside.open("wb") as written:
                    depot.fetch(name, written, seconds=seconds)
                _check(aside, name, depot, settings.memory_mb)
                atomic.sync(aside)
                aside.replace(file)
            atomic.sync(file.parent)
            _make_room(settings, {name, keep})
        except OSError as error:
            problem = error.strerror or str(error)
            raise UnwritableReleasesError(folder=file.parent, problem=problem) from error


def held(file: Path) -> bool:
    """Whether a file is here; that it was asked for is noted, as few disks do by themselves."""
    try:
        os.utime(file, ns=(time.time_ns(), file.stat().st_mtime_ns))
    except FileNotFoundError:
        return False
    except OSError:
        return file.is_file()
    return True


def content_id(file: Path) -> str:
    """The id worked out anew from the rows of a release in today's layout.

    Raises duckdb.Error, and OSError where there is no room to put them in order.
    """
    with duckdb.connect(str(file), read_only=True) as connection:
        newest = connection.execute("SELECT max(slug) FROM bulletins").fetchall()[0][0]
        return tables.release_id(newest, _rows(connection), file.parent)


def _rows(connection: duckdb.DuckDBPyConnection) -> Iterator[tables.TableRow]:
    for name in tables.TABLES:
        if name not in tables.FOLLOWING:
            asked = connection.execute(f"FROM {name}")
            columns = [column[0] for column in asked.description or ()]
            while some := asked.fetchmany(AT_ONCE):
                yield from ((name, dict(zip(columns, row, strict=True))) for row in some)


def _check(file: Path, name: str, depot: Depot, memory_mb: int) -> None:
    """Whole, and of that name. Rows of an older layout may no longer tell all that made the id."""
    try:
        Release.open(file, memory_mb=memory_mb, name=name).close()
        made = content_id(file)
    except OlderLayoutError:
        return
    except DamagedReleaseError as error:
        raise depot.damaged(name, error.problem) from error
    except (duckdb.Error, LookupError, ValueError) as error:
        raise depot.damaged(name, str(error).partition("\n")[0]) from error
    if made != name:
        raise depot.damaged(name, f"its rows make {made}")


def _make_room(settings: Settings, keep: set[str | None]) -> None:
    """Give up the files that were not used for longest, until the rest is within the bound."""
    found = sorted(settings.releases.glob("*.duckdb"), key=lambda file: file.stat().st_atime_ns)
    taken = sum(map(_size, found))
    for file in found:
        if taken <= settings.cache_mb * 1_000_000:
            return
        if file.stem not in keep:
            taken -= _size(file)
            for each in _copies(file):
                each.unlink(missing_ok=True)


def _copies(file: Path) -> list[Path]:
    """The file, and what was carried over from it into later layouts."""
    return [file, *file.parent.glob(f"layouts/*/{file.name}")]


def _size(file: Path) -> int:
    return sum(each.stat().st_size for each in _copies(file))


@contextmanager
def _alone(file: Path, seconds: float | None, depot: Depot) -> Iterator[None]:
    lock = _fetching.setdefault(file, Lock())
    if not lock.acquire(timeout=-1 if seconds is None else seconds):
        raise StoreAwayError(store=depot.url, problem=f"{file.stem} takes too long to come")
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _aside(folder: Path) -> Iterator[Path]:
    """A file to fetch into; what killed processes left is cleared away."""
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob(f"{ASIDE}*"):
        if time.time() - left.stat().st_mtime > HALF_DONE_SECONDS:
            left.unlink(missing_ok=True)
    handle, name = tempfile.mkstemp(prefix=ASIDE, dir=folder)
    os.close(handle)
    try:
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)
