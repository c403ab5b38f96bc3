"""Put a week's record among the records and its release before the readers, whole or not at all.

One publisher works at a time. Nothing is written before the record is right together with all the
others; then the record takes its place in one step, and the release after it. Whoever is killed on
the way leaves what was served before, and the next one goes on from there.
"""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lsdash import atomic
from lsdash.errors import (
    ChangedRecordError,
    DamagedReleaseError,
    RecordError,
    RecordErrors,
    UnwritableRecordsError,
)
from lsdash.model import Week
from lsdash.records import load
from lsdash.settings import Settings
from lsdash.store import build, follow, read, sharing, shelf
from lsdash.store.release import Release
from lsdash.store.rows import DecisionRow

PARTS = (
    read.flags_of,
    read.options,
    read.dimensions,
    read.answers,
    read.steps,
    read.provisions,
    read.bodies,
    read.silences,
    read.relations,
)
"""What a document says beside its facts."""


@dataclass(frozen=True)
class Changes:
    """What one release has and another has not, by slug; a fact is `document/fact`."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.added or self.removed or self.changed)


@dataclass(frozen=True)
class Published:
    release: str
    before: str | None
    """The release that readers had until now; None where there was none that can be read."""
    documents: Changes
    facts: Changes


def publish(
    settings: Settings,
    file: Path,
    *,
    note: str = "",
    reviewer: str = "",
    over: str | None = None,
    wait: float = shelf.WAIT,
) -> Published:
    """Publish the record in `file`, called `<week>.yaml`, which may be new or replace its former.

    `over` is the text of the record that it was made to replace, empty for none: another one that
    has come meanwhile is left alone, with a ChangedRecordError; None replaces whatever is there.
    Raises RecordErrors (records and releases are as they were), BusyReleasesError after `wait`
    seconds, UnwritableRecordsError and the errors of a build.
    """
    with shelf.alone(settings.releases, wait=wait):
        follow.step(settings)
        before = _current(settings)
        content = _content(file)
        if over is not None:
            _check_unchanged(settings.records / f"{file.stem}.yaml", over)
        weeks = _checked(settings, file, content)
        sharing.ground(settings, {week.bulletin.slug for week in weeks})
        _put_among(settings.records, file, content)
        release = build.freeze(settings, weeks, note=note, reviewer=reviewer)
        return _told(settings, file.stem, before, release)


def _current(settings: Settings) -> Release | None:
    name = shelf.current(settings.releases)
    try:
        return shelf.open_release(settings, name) if name else None
    except DamagedReleaseError:
        return None


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        problem = f"cannot be read: {_why(error)}"
        raise RecordErrors([RecordError(file=file, line=0, field="", problem=problem)]) from error


def _checked(settings: Settings, file: Path, content: bytes) -> tuple[Week, ...]:
    """All the weeks that there will be, this one among them."""
    with tempfile.TemporaryDirectory() as aside:
        coming = Path(aside) / f"{file.stem}.yaml"
        coming.write_bytes(content)
        try:
            return load.load_all(settings.records, coming=coming)
        except RecordErrors as error:
            raise _named(error, coming, file) from error


def _check_unchanged(present: Path, over: str) -> None:
    now = present.read_text(encoding="utf-8") if present.exists() else ""
    if now != over:
        raise ChangedRecordError(file=present)


def _put_among(records: Path, file: Path, content: bytes) -> None:
    try:
        records.mkdir(parents=True, exist_ok=True)
        atomic.clear(records)
        atomic.put(records / f"{file.stem}.yaml", content)
    except OSError as error:
        raise UnwritableRecordsError(folder=records, problem=_why(error)) from error


def _named(error: RecordErrors, coming: Path, file: Path) -> RecordErrors:
    """The same mistakes, those of the copy said of the file that was brought."""
    return RecordErrors(
        [
            RecordError(file=file, line=each.line, field=each.field, problem=each.problem)
            if each.file == coming
            else each
            for each in error.errors
        ]
    )


def _told(settings: Settings, week: str, before: Release | None, release: str) -> Published:
    after = shelf.open_release(settings, release)
    return Published(
        release,
        before.name if before else None,
        documents=_compared(_documents(before, week), _documents(after, week)),
        facts=_compared(_facts(before), _facts(after)),
    )


def _documents(release: Release | None, week: str) -> Mapping[str, Any]:
    """Every document with what it says; of other weeks, which no one touched, its own row alone."""
    if release is None:
        return {}
    rows = read.decisions(release, limit=read.count(release).documents)
    return {row.slug: (row, _parts(release, row) if row.bulletin == week else ()) for row in rows}


def _parts(release: Release, row: DecisionRow) -> tuple[Any, ...]:
    return tuple(question(release, row.slug) for question in PARTS)


def _why(error: OSError) -> str:
    return error.strerror or str(error)


def _facts(release: Release | None) -> Mapping[str, Any]:
    rows = read.facts(release) if release else []
    return {f"{row.decision}/{row.slug}": row for row in rows}


def _compared(before: Mapping[str, Any], after: Mapping[str, Any]) -> Changes:
    both = before.keys() & after.keys()
    return Changes(
        added=tuple(sorted(after.keys() - before.keys())),
        removed=tuple(sorted(before.keys() - after.keys())),
        changed=tuple(sorted(key for key in both if before[key] != after[key])),
    )
