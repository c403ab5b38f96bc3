"""What a builder owes the machines that share a depot; where there is none, nothing.

Nothing is published that falls behind what all of them serve, a release is taken as whoever was
first has built it, and a new one is in the depot before CURRENT moves to it.
"""

from collections.abc import Collection, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import asdict
from pathlib import Path

from lsdash.errors import MissingWeeksError, SettingsError, UnknownReleaseError
from lsdash.settings import Settings
from lsdash.store import cache, depot, follow, shelf
from lsdash.store.release import OlderLayoutError, Release
from lsdash.store.writing import older_layouts


def ground(settings: Settings, weeks: Collection[str]) -> depot.Current | None:
    """What the depot serves now, which these weeks would move on from; None where nothing is.

    Raises MissingWeeksError when the weeks do not hold all that it serves, and StoreAwayError.
    """
    store = depot.of(settings)
    if store is None:
        return None
    follow.step(settings)
    before = store.current()
    if before and not shelf.tombstone(settings.releases, before.release):
        held = shelf.manifest(settings, before.release).records
        missing = [week for week in held if week not in weeks]
        if missing:
            raise MissingWeeksError(
                store=store.url, release=before.release, records=settings.records, weeks=missing
            )
    return before


def fetch(settings: Settings, release: str) -> None:
    """A release that was built before, here or elsewhere, is taken as it was built then."""
    store = depot.of(settings)
    if store:
        with suppress(UnknownReleaseError):
            cache.bring(settings, store, release, keep=shelf.current(settings.releases))


def put(settings: Settings, file: Path, before: depot.Current | None) -> None:
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
        opened = Release.open(older_layouts.carried(file), memory_mb=memory_mb)
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
