"""The server's garbage: what stays for ever is set aside once, the rest is collected in quiet.

Streamlit by itself collects all garbage after every script run, which walks every object of every
library that is loaded while all other readers wait. The project's settings turn that off
(`runner.postScriptGC`). In its place the loaded code is taken out of the collector's sight, closed
sessions are collected while no script runs, and Python's own collector, which never rests, bounds
what can gather under a load that leaves no quiet moment.
"""

import asyncio
import ctypes
import gc
import logging
import pkgutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module

import streamlit as st

from lsdash import web

log = logging.getLogger("lsdash")

FORCED = "runner.postScriptGC"

QUIET_SECONDS = 0.5
"""Without a script run for so long, nobody is waiting."""

WORTH = 20
"""Collections of new objects since the last whole one that make another worth its time.

One run of a page makes 10 to 40.
"""


HEAPS = 2
"""In which all threads ask for memory: glibc gives a thread that finds them busy one of its own, up
to eight a processor, and what was freed in one is of no use to another."""

M_ARENA_MAX = -8
"""What glibc's malloc.h calls the most of them."""


@asynccontextmanager
async def kept() -> AsyncIterator[None]:
    """Set aside what is loaded by now, and collect in quiet moments as long as the block runs."""
    if st.get_option(FORCED):
        log.warning(
            "Streamlit collects all garbage after every script run: each click costs several times "
            "the processor time. Set %s = false, as .streamlit/config.toml beside app.py does.",
            FORCED,
        )
    set_aside()
    collecting = asyncio.create_task(collect_in_quiet(), name="lsdash-housekeeping")
    try:
        yield
    finally:
        collecting.cancel()


def load() -> None:
    """Import all that pages need, so that no reader waits for it."""
    for module in pkgutil.walk_packages(web.__path__, f"{web.__name__}."):
        if module.name != f"{web.__name__}.main":  # a script that runs when it is imported
            import_module(module.name)


def share_heaps() -> bool:
    """Keep threads to few heaps; whether the machine's C library can be told so."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    return mallopt is not None and bool(mallopt(M_ARENA_MAX, HEAPS))


def set_aside() -> None:
    """Collect once, and take what is left out of the collector's sight."""
    gc.collect()
    gc.freeze()


async def collect_in_quiet(pause: float = QUIET_SECONDS) -> None:
    """Collect whenever work has left something to collect and has stopped for a moment.

    That there is work is seen from the collector itself: it looks at new objects again and again
    while scripts run and not at all while none does, so no script has to say that it begins.
    """
    before = collected = looked_at_new()
    while True:
        await asyncio.sleep(pause)
        now = looked_at_new()
        if is_time(now, before=before, collected=collected):
            gc.collect()
            collected = now
        before = now


def is_time(now: int, *, before: int, collected: int) -> bool:
    """Whether nothing runs any more and enough did: counts of `looked_at_new` now, a moment ago,
    and when all garbage was last collected."""
    return now == before and now - collected >= WORTH


def looked_at_new() -> int:
    """How often Python has collected new objects so far."""
    return int(gc.get_stats()[0]["collections"])
