"""The folder of releases: which are there, which is current, and opening them.

Releases are files that never change, so what was read of one holds for good. One that should not be
read any more is withdrawn: a tombstone beside its file says why, and it is never opened or current.
Where machines share a depot, the folder holds labels of all its releases and the files of some; the
others are fetched when they are asked for.
"""

import json
import os
import re
import shutil
import weakref
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from filelock import FileLock, Timeout
from pydantic import TypeAdapter

from lsdash import atomic
from lsdash.errors import (
    BusyReleasesError,
    DamagedReleaseError,
    NoReleaseError,
    UnknownReleaseError,
    UnwritableReleasesError,
    WithdrawnReleaseError,
)
from lsdash.settings import Settings
from lsdash.store import cache, depot
from lsdash.store.release import Manifest, OlderLayoutError, Release
from lsdash.store.writing import older_layouts
from lsdash.text import Lang, say

NAME = re.compile(r"\d{4}w\d{2}-[0-9a-f]{8}")
WITHDRAWN = ".withdrawn.json"
OPEN_AT_ONCE = 4
FETCH_SECONDS = 20.0
"""How long a reader waits for a release that must be fetched."""

LOCK = ".lock"
"""Held by who builds or publishes; the file stays, empty."""

WAIT = 60.0
"""Seconds that a builder waits for the one before."""


@dataclass(frozen=True)
class Tombstone:
    """What is left of a withdrawn release; a field that its file does not tell is None."""

    release: str
    reason: str
    withdrawn_on: date | None
    by: str | None
    replacement: str | None
    """The release to read instead."""
    reason_en: str | None = None
    """The reason in English, where it was given in both languages."""

    def said(self, lang: Lang) -> str:
        """The reason for who reads this language, as `reason_in` has it."""
        return reason_in(lang, self.reason, self.reason_en)


def reason_in(lang: Lang, vi: str, en: str | None) -> str:
    """Why a release was withdrawn; one that is only there in the other language says so.

    Empty where no reason is on record.
    """
    own, other = (en, vi) if lang == "en" else (vi, en)
    if own or not other:
        return own or ""
    return say(lang, "release.reason_elsewhere", reason=other)


def names(folder: Path) -> list[str]:
    """Release ids in the folder, newest week first, without the withdrawn. Nothing is opened.

    Those that the depot has and this machine has not fetched are among them, by their labels.
    """
    atomic = [file.name for file in folder.glob("*") if file.is_file()]
    gone = {name.removesuffix(WITHDRAWN) for name in atomic if name.endswith(WITHDRAWN)}
    found = {
        name.removesuffix(end)
        for name in atomic
        for end in (".duckdb", depot.LABEL)
        if name.endswith(end)
    }
    return sorted((name for name in found - gone if NAME.fullmatch(name)), reverse=True)


def current(folder: Path) -> str | None:
    """The release that CURRENT names, else the first by week; None when none is there."""
    here = names(folder)
    try:
        named = (folder / "CURRENT").read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        named = ""
    return named if named in here else next(iter(here), None)


def newest(settings: Settings) -> str:
    """The release to show when none is asked for. Raises NoReleaseError."""
    name = current(settings.releases)
    if name is None:
        raise NoReleaseError(folder=settings.releases)
    return name


def open_release(settings: Settings, name: str) -> Release:
    """An open release, kept open for the next question.

    Raises UnknownReleaseError, WithdrawnReleaseError, or DamagedReleaseError when the file is not
    whole.
    """
    file = _file(settings, name)
    return _open(file, file.stat().st_mtime_ns, settings.memory_mb)


def is_as_opened(settings: Settings, name: str) -> bool:
    """Whether an open release's file is still what was opened: nobody has written into it since.

    What is open goes on from memory and may read damage later; another file that was put in its
    place harms nothing. Raises UnknownReleaseError when it is not here.
    """
    now = _file(settings, name).stat()
    return _opened.get((now.st_dev, now.st_ino), _state(now)) == _state(now)


def has_current(settings: Settings) -> bool:
    """Whether CURRENT names a release whose file is in the folder."""
    try:
        named = (settings.releases / "CURRENT").read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return False
    return (settings.releases / f"{named}.duckdb").is_file()


def manifests(settings: Settings) -> Sequence[Manifest]:
    """What every readable release says of itself, the current one first, then the newest built.

    One that cannot be read is left out here; opening it says why.
    """
    now = current(settings.releases)
    read = []
    for name in names(settings.releases):
        try:
            read.append(manifest(settings, name))
        except DamagedReleaseError:
            continue
    return sorted(read, key=lambda it: (it.release == now, it.built_at, it.release), reverse=True)


def tombstone(folder: Path, name: str) -> Tombstone | None:
    """What is left of a withdrawn release; one that cannot be read withdraws it all the same."""
    file = folder / f"{name}{WITHDRAWN}"
    if not NAME.fullmatch(name) or not file.exists():
        return None
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        on = date.fromisoformat(told["withdrawn_on"])
        return Tombstone(
            name,
            str(told["reason"]),
            on,
            _text(told["by"]),
            _text(told["replacement"]),
            _text(told.get("reason_en")),
        )
    except (OSError, ValueError, LookupError, TypeError):
        return Tombstone(name, "", None, None, None)


def _text(told: object) -> str | None:
    """A text as it is; anything else tells nothing. A list or a number was not written by us."""
    return told if isinstance(told, str) else None


def tombstones(folder: Path) -> list[Tombstone]:
    """The withdrawn releases, the last withdrawn first."""
    atomic = folder.glob(f"*{WITHDRAWN}")
    found = (tombstone(folder, file.name.removesuffix(WITHDRAWN)) for file in atomic)
    known = [each for each in found if each]
    return sorted(known, key=lambda it: (it.withdrawn_on or date.min, it.release), reverse=True)


def refuse_withdrawn(folder: Path, name: str) -> None:
    """Raise WithdrawnReleaseError for a release that was withdrawn."""
    stone = tombstone(folder, name)
    if stone:
        raise WithdrawnReleaseError(
            release=name,
            reason=stone.reason,
            reason_en=stone.reason_en,
            withdrawn_on=stone.withdrawn_on,
            by=stone.by,
            replacement=stone.replacement,
        )


def withdraw(
    settings: Settings,
    name: str,
    *,
    reason: str,
    on: date,
    reason_en: str | None = None,
    by: str | None = None,
    replacement: str | None = None,
) -> Tombstone:
    """Put a tombstone beside a release; its file stays and is not opened any more.

    If it was current, its replacement is current now, else the release built last. Raises
    UnknownReleaseError for a release or a replacement that is not here, WithdrawnReleaseError for
    one that was withdrawn before, StoreAwayError, OvertakenError, and UnwritableReleasesError.
    """
    here = names(settings.releases)
    refuse_withdrawn(settings.releases, name)
    if name not in here:
        raise UnknownReleaseError(release=name, known=here)
    if replacement and (replacement == name or replacement not in here):
        raise UnknownReleaseError(release=replacement, known=[it for it in here if it != name])
    store = depot.of(settings)
    before = store.current() if store else None
    was_current = (before.release if before else current(settings.releases)) == name
    stone = Tombstone(name, reason, on, by, replacement, reason_en)
    told = {
        "withdrawn_on": on.isoformat(),
        "reason": reason,
        "by": by,
        "replacement": replacement,
    }
    if reason_en:
        told["reason_en"] = reason_en
    content = json.dumps(told, ensure_ascii=False, indent=2)
    if store and not store.create(f"releases/{name}{WITHDRAWN}", f"{content}\n".encode()):
        content = (store.read(f"releases/{name}{WITHDRAWN}") or b"").decode().rstrip("\n")
    _put(settings.releases / f"{name}{WITHDRAWN}", content)
    if was_current:
        last_built = next((manifest.release for manifest in manifests(settings)), None)
        following = replacement or last_built
        if following and store:
            store.set_current(following, before)
        if following:
            set_current(settings.releases, following)
    return tombstone(settings.releases, name) or stone


def manifest(settings: Settings, name: str) -> Manifest:
    """What a release says of itself, kept once it was read. Raises what opening it does."""
    if settings.depot:
        refuse_withdrawn(settings.releases, name)
        with suppress(OSError, ValueError, LookupError):
            return _label(settings.releases / f"{name}{depot.LABEL}")
    file = _file(settings, name)
    return _manifest(file, file.stat().st_mtime_ns, settings.memory_mb)


def completions(folder: Path, start: str) -> list[str]:
    """Releases that a cut id may mean: it begins them, or is six or more of their hex digits."""
    here = names(folder)
    begun = [name for name in here if len(start) >= 8 and name.startswith(start)]
    hexes = re.search(r"([0-9a-f]{6,8})$", start)
    if not hexes:
        return begun
    return begun or [name for name in here if name.split("-")[1].startswith(hexes[1])]


@contextmanager
def alone(folder: Path, *, wait: float = WAIT) -> Iterator[None]:
    """Nobody else builds or publishes in `folder` meanwhile; made if it is not there.

    A process that is killed lets go of it, and the next one clears away what it left. May be
    entered again by who is in. Raises BusyReleasesError after `wait` seconds, and
    UnwritableReleasesError.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / LOCK, is_singleton=True, fallback_to_soft=False)
        lock.acquire(timeout=wait)
    except Timeout as error:
        raise BusyReleasesError(folder=folder, seconds=wait) from error
    except OSError as error:
        raise UnwritableReleasesError(
            folder=folder, problem=error.strerror or str(error)
        ) from error
    try:
        if lock.lock_counter == 1:
            _clear(folder)
        yield
    finally:
        lock.release()


def _clear(folder: Path) -> None:
    """Take away what killed builders left half done."""
    for left in folder.glob(".building-*"):
        shutil.rmtree(left, ignore_errors=True)
    atomic.clear(folder)


def set_current(folder: Path, name: str) -> None:
    """Make CURRENT name this release."""
    _put(folder / "CURRENT", name)


def _put(target: Path, content: str) -> None:
    """A small file of one or a few lines: written aside, then put in place in one step."""
    try:
        atomic.put(target, f"{content}\n".encode())
    except OSError as error:
        raise UnwritableReleasesError(
            folder=target.parent, problem=error.strerror or str(error)
        ) from error


def _file(settings: Settings, name: str) -> Path:
    refuse_withdrawn(settings.releases, name)
    file = settings.releases / f"{name}.duckdb"
    store = depot.of(settings)
    if store and NAME.fullmatch(name) and not cache.held(file):
        keep = current(settings.releases)
        with _known_here(settings):
            cache.bring(settings, store, name, keep=keep, seconds=FETCH_SECONDS)
    if not NAME.fullmatch(name) or not file.is_file():
        raise UnknownReleaseError(release=name, known=names(settings.releases))
    return file


@contextmanager
def _known_here(settings: Settings) -> Iterator[None]:
    """A release that the depot does not have is told with those that it has."""
    try:
        yield
    except UnknownReleaseError as error:
        raise UnknownReleaseError(release=error.release, known=names(settings.releases)) from error


@lru_cache(maxsize=1024)
def _label(file: Path) -> Manifest:
    """The manifest in a label, which never changes. Raises OSError, ValueError or LookupError."""
    return TypeAdapter(Manifest).validate_python(json.loads(file.read_bytes())["manifest"])


@lru_cache(maxsize=1024)
def _manifest(file: Path, changed_at: int, memory_mb: int) -> Manifest:
    return _open(file, changed_at, memory_mb).manifest


@lru_cache(maxsize=OPEN_AT_ONCE)
def _open(file: Path, changed_at: int, memory_mb: int) -> Release:
    """Kept by modification time as well, so that a file put in its place is read anew."""
    del changed_at
    with ExitStack() as held:
        before = os.fstat(held.enter_context(file.open("rb")).fileno())
        try:
            release = Release.open(file, memory_mb=memory_mb)
        except OlderLayoutError:
            release = Release.open(older_layouts.carried(file), memory_mb=memory_mb)
        node = (before.st_dev, before.st_ino)
        if node not in _opened:
            _opened[node] = _state(before)
            held.callback(_opened.pop, node)
            weakref.finalize(release, held.pop_all().close)
    return release


_opened: dict[tuple[int, int], tuple[int, int]] = {}
"""Device and node of each file that is open → how it was when it was opened. We hold each, so that
no other file is given its node meanwhile: DuckDB may still have an older one of that path."""


def _state(file: os.stat_result) -> tuple[int, int]:
    """Size and time of the last change: what writing into a file changes."""
    return file.st_size, file.st_mtime_ns
