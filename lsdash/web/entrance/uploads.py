"""Files that viewers send: taken only for a page that asks for one, few, small, and freed with it.

Streamlit keeps what is sent in memory, from every session that asks for an address to send to,
whatever page it is on and however often.
"""

import asyncio
import re
from collections.abc import Iterator
from contextlib import contextmanager

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx

UPLOAD = re.compile(r"/_stcore/upload_file/(?P<session>[^/]+)/[^/]+/?$")
MEGABYTE = 2**20
AROUND = 10_000
"""Bytes of a request beside the file in it."""
MOST_FILES = 3
"""Of one session: a chosen file is sent before the browser takes back the one that it replaces."""
MOST_IN_ALL = 100 * MEGABYTE
"""Of all sessions."""
PATIENCE = 20
"""Seconds in which a session whose connection was lost may come back to its files."""

_asked: dict[str, tuple[str, int]] = {}
"""Session → the page that asks it for a file, and the most megabytes that this may have."""


def ask(page: str, most: int) -> None:
    """The page that this session is on asks for a file of at most so many megabytes."""
    if session := _session():
        _asked[session] = page, most


def enter(page: str) -> None:
    """This session is on `page`: what another one asked for is no longer taken, nor kept."""
    session = _session()
    if session in _asked and _asked[session][0] != page:
        free()


def free() -> None:
    """This session's files were read, or are not wanted."""
    if session := _session():
        _asked.pop(session, None)
        _forget(session)


def _session() -> str:
    context = get_script_run_ctx(suppress_warning=True)
    return context.session_id if context else ""


class Uploads:
    """ASGI middleware that refuses a file before its first byte is taken."""

    def __init__(self, app: ASGIApp, patience: float = PATIENCE) -> None:
        self.app, self.patience = app, patience
        self._coming: dict[str, list[int]] = {}
        """Session → bytes of each file on its way."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            try:
                await self.app(scope, receive, send)
            finally:
                asyncio.get_running_loop().call_later(self.patience, _forget_the_gone)
            return
        upload = UPLOAD.search(scope["path"]) if scope["type"] == "http" else None
        if not upload or scope["method"] != "PUT":
            await self.app(scope, receive, send)
            return
        session = upload["session"]
        refusal = self._refusal(session, Headers(scope=scope))
        if refusal:
            await refusal(scope, receive, send)
            return
        with self._on_its_way(session, int(Headers(scope=scope)["content-length"])):
            await self.app(scope, receive, send)

    def _refusal(self, session: str, headers: Headers) -> PlainTextResponse | None:
        length = headers.get("content-length", "")
        if session not in _asked:
            return PlainTextResponse("No page of this session asks for a file.", 403)
        if not (length.isascii() and length.isdigit()):
            return PlainTextResponse("The length of the file must be told.", 411)
        if int(length) > _asked[session][1] * MEGABYTE + AROUND:
            return PlainTextResponse(f"At most {_asked[session][1]} MB are taken.", 413)
        kept = _kept()
        coming = self._coming.get(session, [])
        if len(kept.get(session, [])) + len(coming) >= MOST_FILES:
            return PlainTextResponse("This session has sent enough files.", 429)
        sizes = [size for held in (*kept.values(), *self._coming.values()) for size in held]
        if sum(sizes) + int(length) > MOST_IN_ALL:
            return PlainTextResponse("Others are sending files. Try again in a minute.", 503)
        return None

    @contextmanager
    def _on_its_way(self, session: str, length: int) -> Iterator[None]:
        coming = self._coming.setdefault(session, [])
        coming.append(length)
        try:
            yield
        finally:
            coming.remove(length)
            if not coming:
                self._coming.pop(session, None)


def _files() -> MemoryUploadedFileManager | None:
    """What Streamlit keeps; None where no server is running."""
    files = runtime.get_instance().uploaded_file_mgr if runtime.exists() else None
    return files if isinstance(files, MemoryUploadedFileManager) else None


def _kept() -> dict[str, list[int]]:
    """Session → bytes of each of its files."""
    files = _files()
    held = [*files.file_storage.items()] if files else []
    return {session: [len(file.data) for file in [*those.values()]] for session, those in held}


def _forget(session: str) -> None:
    if files := _files():
        files.remove_session_files(session)


def _forget_the_gone() -> None:
    """Files of sessions that nobody is connected to."""
    if not runtime.exists():
        return
    for session in {*_asked, *_kept()}:
        if not runtime.get_instance().is_active_session(session):
            _asked.pop(session, None)
            _forget(session)
