"""Short links: eight digits that can be read aloud, for a view of ours and nothing else.

They stand in one SQLite file beside the releases, which several processes may write at once while
others read: it is written ahead, and who reads never waits for who writes. The digits come from the
view's own link, so the same view always has the same code, on any server whose file has no other
view under it. Where machines share a depot, it has an object for every code, which is made once and
never changed; the file remembers those that came by.
"""

import hashlib
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from lsdash.errors import ShortLinksError, StoreAwayError
from lsdash.settings import Settings
from lsdash.store import depot
from lsdash.view import PAGES, RENAMED, View, from_query, to_path

DIGITS = 8
TRIES = 1000
"""How often other digits are looked for where a different view has them."""

FILE = "links.sqlite"
PATIENCE_SECONDS = 10
"""How long who shares waits for another who shares."""

READING_SECONDS = 1
"""How long who opens a link waits: only a file of an older server, not written ahead, is held."""

SCHEMA = """
CREATE TABLE IF NOT EXISTS links (
    code  TEXT PRIMARY KEY,
    path  TEXT NOT NULL UNIQUE
) STRICT
"""


def shorten(settings: Settings, view: View) -> str:
    """The code of a view, kept for good. Raises ShortLinksError when the file cannot be written."""
    path = to_path(view)
    with _written(settings) as links:
        known = _code(links, path)
        if known:
            return known
        shared = _shared(settings, path)
        links.execute("BEGIN IMMEDIATE")
        code = shared or _code(links, path) or _free(links, path)
        if code is None:
            raise ShortLinksError(file=settings.releases / FILE, problem="no digits are left")
        links.execute("INSERT OR IGNORE INTO links VALUES (?, ?)", (code, path))
        links.execute("COMMIT")
        return code


def resolve(settings: Settings, written: str) -> View | None:
    """The view behind a code, however its digits are grouped; None for one that nobody made.

    Raises ShortLinksError when the file cannot be read.
    """
    code = re.sub(r"[\s.\-–]", "", written)
    if not re.fullmatch(rf"[0-9]{{{DIGITS}}}", code):
        return None
    with _read(settings) as links:
        path = _path(links, code) if links else None
    if path is None:
        path = _fetched(settings, code)
    parts = urlsplit(path or "")
    page = parts.path.removeprefix("/") or PAGES[0]
    if path is None or parts.netloc or RENAMED["page"].get(page, page) not in PAGES:
        return None
    return from_query(parse_qs(parts.query), page)[0]


def deposit(settings: Settings, folder: Path) -> int:
    """Bring the short links of a folder into the depot as they are; gives how many.

    Raises ShortLinksError, also for a code that means another view there.
    """
    store = depot.of(settings)
    with _read(replace(settings, releases=folder)) as links:
        held = links.execute("SELECT code, path FROM links").fetchall() if links else []
    if store is None:
        return 0
    with _reached(store):
        for code, path in held:
            object_of, content = f"links/{code}", path.encode()
            if not store.create(object_of, content) and store.read(object_of) != content:
                problem = f"{code} means another view there"
                raise ShortLinksError(file=store.url, problem=problem)
    return len(held)


def spoken(code: str) -> str:
    """`1234 5678`: a code as it is read aloud."""
    return f"{code[: DIGITS // 2]} {code[DIGITS // 2 :]}"


def check(settings: Settings) -> None:
    """Whether links can be opened. Raises ShortLinksError when their file cannot be read."""
    with _read(settings) as links:
        if links:
            links.execute("SELECT code, path FROM links LIMIT 1").fetchone()


def _shared(settings: Settings, path: str) -> str | None:
    """The code that all machines have for a path, made if it has none; None without a depot."""
    store = depot.of(settings)
    if store is None:
        return None
    with _reached(store):
        for code in (_digits(path, attempt) for attempt in range(TRIES)):
            object_of = f"links/{code}"
            if store.create(object_of, path.encode()) or store.read(object_of) == path.encode():
                return code
    raise ShortLinksError(file=store.url, problem="no digits are left")


def _fetched(settings: Settings, code: str) -> str | None:
    """The path that another machine has kept under a code, remembered here; None for none."""
    store = depot.of(settings)
    if store is None:
        return None
    with _reached(store):
        found = store.read(f"links/{code}")
    if found is None:
        return None
    path = found.decode("utf-8", "replace")
    with suppress(ShortLinksError), _written(settings) as links:
        links.execute("INSERT OR IGNORE INTO links VALUES (?, ?)", (code, path))
    return path


@contextmanager
def _reached(store: depot.Depot) -> Iterator[None]:
    """A store that is away is told as what it means for links."""
    try:
        yield
    except StoreAwayError as error:
        raise ShortLinksError(file=store.url, problem=str(error)) from error


@contextmanager
def _written(settings: Settings) -> Iterator[sqlite3.Connection]:
    """The file, made where it is not there yet, to write to."""
    file = settings.releases / FILE
    with _named(file), closing(_connect(file, PATIENCE_SECONDS)) as links:
        with suppress(sqlite3.OperationalError):  # an older file in use: the next one turns it
            links.execute("PRAGMA journal_mode = WAL")
        links.execute(SCHEMA)
        yield links


@contextmanager
def _read(settings: Settings) -> Iterator[sqlite3.Connection | None]:
    """The file, which reading never changes; None where nobody has shared anything yet."""
    file = settings.releases / FILE
    with _named(file):
        if settings.releases.is_dir() and not file.exists():
            yield None
            return
        with closing(_readable(file)) as links:
            yield links


def _readable(file: Path) -> sqlite3.Connection:
    """Open to read, without the log of what is being written where the folder takes no new file."""
    links = _connect(file, READING_SECONDS, "mode=ro")
    try:
        links.execute("PRAGMA schema_version").fetchone()
    except sqlite3.OperationalError:
        links.close()
        if os.access(file.parent, os.W_OK):
            raise
        return _connect(file, READING_SECONDS, "immutable=1")
    return links


def _connect(file: Path, patience: float, mode: str = "mode=rwc") -> sqlite3.Connection:
    address = f"{file.absolute().as_uri()}?{mode}"
    return sqlite3.connect(address, uri=True, timeout=patience, isolation_level=None)


@contextmanager
def _named(file: Path) -> Iterator[None]:
    """What goes wrong in the file is told with its name."""
    try:
        yield
    except sqlite3.Error as error:
        raise ShortLinksError(file=file, problem=str(error)) from error


def _code(links: sqlite3.Connection, path: str) -> str | None:
    row = links.execute("SELECT code FROM links WHERE path = ?", (path,)).fetchone()
    return str(row[0]) if row else None


def _path(links: sqlite3.Connection, code: str) -> str | None:
    row = links.execute("SELECT path FROM links WHERE code = ?", (code,)).fetchone()
    return str(row[0]) if row else None


def _free(links: sqlite3.Connection, path: str) -> str | None:
    """Digits for the path that no other view has."""
    tries = (_digits(path, attempt) for attempt in range(TRIES))
    return next((code for code in tries if not _path(links, code)), None)


def _digits(path: str, attempt: int) -> str:
    """Digits that follow from the path; another attempt where a different view has them."""
    digest = hashlib.sha256(f"{attempt}\n{path}".encode()).digest()
    return str(int.from_bytes(digest[:8]) % 10**DIGITS).zfill(DIGITS)
