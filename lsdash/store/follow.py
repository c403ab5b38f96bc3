"""Keep this machine in step with the depot: what is published or withdrawn anywhere holds here.

Labels and tombstones are copied as they come; CURRENT moves here when its release is here, checked
and open. While the store is away, or what it serves is damaged, readers keep what they have.
"""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from lsdash import atomic
from lsdash.errors import DamagedReleaseError, LsdashError, UnwritableReleasesError
from lsdash.settings import Settings
from lsdash.store import cache, depot, shelf

log = logging.getLogger("lsdash")

AFTER_DAMAGE_SECONDS = 60.0
"""A damaged release is not mended in seconds, and not fetched again and again."""

NOTICE = re.compile(rf"{shelf.NAME.pattern}({re.escape(depot.LABEL)}|{re.escape(shelf.WITHDRAWN)})")


def step(settings: Settings) -> None:
    """Bring the folder up to what the depot says now; nothing where there is none.

    Raises StoreAwayError, DamagedReleaseError, UnwritableReleasesError.
    """
    store = depot.of(settings)
    if store is None:
        return
    folder = settings.releases
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in store.notices():
            if NOTICE.fullmatch(name) and not (folder / name).exists():
                content = store.read(f"releases/{name}")
                if content is not None:
                    atomic.put(folder / name, content)
    except OSError as error:
        problem = error.strerror or str(error)
        raise UnwritableReleasesError(folder=folder, problem=problem) from error
    now = store.current()
    if now is None or not shelf.NAME.fullmatch(now.release):
        return
    before = shelf.current(folder)
    if shelf.tombstone(folder, now.release) or (
        before == now.release and shelf.has_current(settings)
    ):
        return
    cache.bring(settings, store, now.release, keep=before)
    shelf.open_release(settings, now.release)
    shelf.set_current(folder, now.release)


@contextmanager
def following(settings: Settings) -> Iterator[None]:
    """Stay in step from a thread of its own for as long as the block runs; nobody waits for it."""
    if settings.depot is None:
        yield
        return
    ended = Event()
    thread = Thread(target=_follow, args=(settings, ended), name="lsdash-follow", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()


def _follow(settings: Settings, ended: Event) -> None:
    """Step for ever; what stands in the way is logged once, and once more when it is over."""
    told: type[Exception] | None = None
    wait = settings.follow_seconds
    while not ended.wait(wait):
        wait = settings.follow_seconds
        try:
            step(settings)
        except Exception as error:
            if type(error) is not told:
                is_ours = isinstance(error, LsdashError)
                log.warning("%s", error, exc_info=None if is_ours else error)
            told = type(error)
            if isinstance(error, DamagedReleaseError):
                wait = AFTER_DAMAGE_SECONDS
        else:
            if told:
                log.warning("%s: in step again", settings.depot)
            told = None
