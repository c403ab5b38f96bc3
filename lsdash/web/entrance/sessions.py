"""Sessions come and go: those whose tab has left give back what they hold, and nobody is let in
when there is nothing left to give.

Streamlit keeps up to 128 sessions that may come back, each with the three file handles of its event
loop and everything its pages hold, and clears them only when another one leaves. Here the address
holds the view and the disk holds the drafts: a tab which comes back later finds both anyway.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta

import streamlit as st
from streamlit import runtime
from streamlit.runtime.websocket_session_manager import WebsocketSessionManager

from lsdash.web.entrance import capacity

KEPT_SECONDS = 60.0
"""How long a session waits for its tab, as on a train through a tunnel."""

MOST_KEPT = 32
"""Sessions that wait at once; beyond these the one that left first is ended."""

RESERVE = 100
"""Handles that are left for those who are here already; below, nobody else is let in."""

FEW = 1_000
"""Handles at start with which a server is soon full: some two hundred readers."""

EVERY_SECONDS = 15.0

_left_at: dict[str, float] = {}
"""When each waiting session was first seen without its tab, by the monotonic clock."""


@st.fragment(run_every=timedelta(days=7))
def come_back() -> None:
    """Called once a run: a tab whose connection was lost and is there again asks for its page anew.

    Streamlit's tab does so only where a fragment runs by itself. Otherwise it keeps what the old
    server said, and the first click is lost, as the new session knows none of its widgets.
    """


@asynccontextmanager
async def kept_tidy() -> AsyncIterator[None]:
    """End sessions whose time is over, for as long as the server runs."""
    tidying = asyncio.create_task(_tidy_for_ever())
    try:
        yield
    finally:
        tidying.cancel()
        with suppress(asyncio.CancelledError):
            await tidying


def tidy() -> None:
    """End the sessions that have waited long enough, and all but the last few to leave.

    To be called in the server's event loop, as all of this module.
    """
    now = time.monotonic()
    waiting = _waiting()
    seen = {session: _left_at.get(session, now) for session in waiting}
    _left_at.clear()
    _left_at.update(seen)
    late = {session for session in waiting if now - seen[session] >= KEPT_SECONDS}
    _end(late.union(waiting[:-MOST_KEPT]))


def have_room() -> bool:
    """Whether another reader can be let in; if need be, in place of the sessions that wait."""
    if capacity.handles().free >= RESERVE:
        return True
    _end(_waiting())
    return capacity.handles().free >= RESERVE


def _waiting() -> list[str]:
    """The sessions without a tab, the first to leave first. Streamlit has no other way to ask."""
    if not runtime.exists():
        return []
    manager = runtime.get_instance()._session_mgr
    if not isinstance(manager, WebsocketSessionManager):
        return []
    return [waiting.session.id for waiting in manager._session_storage.list()]


def _end(sessions: set[str] | list[str]) -> None:
    for session in sessions:
        runtime.get_instance().close_session(session)
        _left_at.pop(session, None)


async def _tidy_for_ever() -> None:
    while True:
        await asyncio.sleep(EVERY_SECONDS)
        tidy()
