"""The object store in which several machines share their releases, tombstones and short links.

Nothing in it is ever overwritten but CURRENT. A release's file lies under the SHA-256 of its bytes;
its label, made only once, says which file that is: of two machines that build the same release at
once, one names its file, and the label is there only when the file is. CURRENT moves by a
conditional write from what was seen before, so that nobody undoes unseen what another published.
"""

import hashlib
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO, TypeVar

import obstore
from obstore.exceptions import AlreadyExistsError, BaseError, PreconditionError
from obstore.store import from_url

from lsdash.errors import DamagedReleaseError, OvertakenError, StoreAwayError, UnknownReleaseError
from lsdash.settings import Settings

CURRENT = "CURRENT"
LABEL = ".label.json"
"""Ends the name of what stands for a release: the digest and size of its file, and its manifest."""

SECONDS = 5
"""The longest that one request may take; large files go in pieces."""

PIECE = 4 * 1024 * 1024
PAUSE_SECONDS = 5.0
"""After a failure nobody asks for so long: readers are told at once in place of waiting."""

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Current:
    """What CURRENT says, and which writing of it that is."""

    release: str
    tag: str


class Depot:
    """One prefix of a bucket. Every question raises StoreAwayError when the store is away."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._store = from_url(
            url,
            client_options={
                "timeout": f"{SECONDS}s",
                "connect_timeout": "2s",
                "allow_http": True,  # the keeper names the endpoint; AWS_ALLOW_HTTP is not read
            },
            retry_config={"max_retries": 1},
        )
        self._away_until = 0.0
        self._away_since: float | None = None

    @property
    def away_seconds(self) -> float | None:
        """How long it has not answered, whatever the clock says; None if it did when last asked."""
        since = self._away_since
        return None if since is None else time.monotonic() - since

    def current(self) -> Current | None:
        """None where nothing has been published yet."""
        found = self._get(CURRENT)
        if found is None:
            return None
        content, tag = found
        return Current(content.decode("ascii", "replace").strip(), tag)

    def set_current(self, release: str, before: Current | None) -> None:
        """Move CURRENT on from `before`. Raises OvertakenError when it is not that any more."""
        content = f"{release}\n".encode()
        if not self._put(CURRENT, content, before.tag if before else None):
            now = self.current()
            if now is None or now.release != release:
                raise OvertakenError(store=self.url, current=now.release if now else "nothing")

    def put(self, release: str, file: Path, manifest: Mapping[str, object]) -> bool:
        """Bring a release in, whole or not at all; one that is there stays as it is.

        False if another file of the same rows, built elsewhere, is the release's own.
        """
        path = f"releases/{release}{LABEL}"
        with file.open("rb") as content:
            digest = hashlib.file_digest(content, "sha256").hexdigest()
        label = {"sha256": digest, "size": file.stat().st_size, "manifest": manifest}
        if self.read(path) is None:
            self._ask(lambda: obstore.put(self._store, _file(digest), file))
            self.create(path, json.dumps(label, default=str).encode())
        return self._label(release)[0] == digest

    def fetch(self, release: str, into: IO[bytes], *, seconds: float | None = None) -> None:
        """Copy a release's file, held against the digest of its label.

        Raises UnknownReleaseError, DamagedReleaseError, and StoreAwayError also when it takes
        longer than `seconds`.
        """
        digest, size = self._label(release)
        path = _file(digest)
        if self._ask(lambda: obstore.head(self._store, path)["size"]) != size:
            raise self.damaged(release, "its file is not there, or not as long as its label says")
        until = time.monotonic() + seconds if seconds else None
        hashed = hashlib.sha256()
        for start in range(0, size, PIECE):
            if until and time.monotonic() > until:
                raise StoreAwayError(store=self.url, problem=f"{release} takes too long to come")
            piece = self._piece(path, start, min(PIECE, size - start))
            hashed.update(piece)
            into.write(piece)
        if hashed.hexdigest() != digest:
            raise self.damaged(release, "its content is not what its label says")

    def notices(self) -> list[str]:
        """The names of all labels and tombstones: `<release>.label.json` and the like."""
        listed = self._ask(
            lambda: [
                meta["path"] for sheet in obstore.list(self._store, "releases") for meta in sheet
            ]
        )
        return [path.removeprefix("releases/") for path in listed or []]

    def read(self, path: str) -> bytes | None:
        """A small object; None where there is none."""
        found = self._get(path)
        return found and found[0]

    def create(self, path: str, content: bytes) -> bool:
        """Make a small object; False where there is one, which stays as it is."""
        return self._put(path, content, None)

    def _label(self, release: str) -> tuple[str, int]:
        """SHA-256 and size in bytes of a release's file."""
        content = self.read(f"releases/{release}{LABEL}")
        if content is None:
            raise UnknownReleaseError(release=release, known=[])
        try:
            label = json.loads(content)
            return str(label["sha256"]), int(label["size"])
        except (ValueError, LookupError, TypeError) as error:
            raise self.damaged(release, "its label cannot be read") from error

    def _get(self, path: str) -> tuple[bytes, str] | None:
        def ask() -> tuple[bytes, str]:
            found = obstore.get(self._store, path)
            return bytes(found.bytes()), str(found.meta["e_tag"])

        return self._ask(ask)

    def _put(self, path: str, content: bytes, over: str | None) -> bool:
        """A conditional write: a new object, or `over` the one with that tag; False if refused."""

        def ask() -> bool:
            try:
                mode = {"e_tag": over} if over else "create"
                obstore.put(self._store, path, content, mode=mode, use_multipart=False)  # type: ignore[arg-type]
            except (AlreadyExistsError, PreconditionError):
                return False
            return True

        return bool(self._ask(ask))

    def _piece(self, path: str, start: int, length: int) -> bytes:
        """Some bytes of an object; none of one that is gone."""
        piece = self._ask(lambda: obstore.get_range(self._store, path, start=start, length=length))
        return bytes(piece or b"")

    def _ask(self, question: Callable[[], Answer]) -> Answer | None:
        """The answer; None for an object that is not there."""
        if time.monotonic() < self._away_until:
            raise StoreAwayError(store=self.url, problem="it did not answer a moment ago")
        try:
            answer = question()
        except FileNotFoundError:
            answer = None
        except (BaseError, OSError) as error:
            now = time.monotonic()
            self._away_until = now + PAUSE_SECONDS
            if self._away_since is None:
                self._away_since = now
            problem = str(error).splitlines()[0] if str(error) else type(error).__name__
            raise StoreAwayError(store=self.url, problem=problem) from error
        self._away_since = None
        return answer

    def damaged(self, release: str, problem: str) -> DamagedReleaseError:
        """What to raise for a release that is not what it should be."""
        return DamagedReleaseError(file=f"{self.url}/releases/{release}", problem=problem)


@cache
def _at(url: str) -> Depot:
    return Depot(url)


def of(settings: Settings) -> Depot | None:
    """The object store of these settings; None where a folder holds everything."""
    return _at(settings.depot) if settings.depot else None


def _file(digest: str) -> str:
    return f"files/{digest}.duckdb"
