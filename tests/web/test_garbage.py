"""Garbage is collected when nobody waits, and never by Streamlit after every click."""

import asyncio
import gc
import subprocess
import sys
import time
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit import config

from lsdash.settings import ROOT
from lsdash.web.server import garbage


class Session:
    """Something that only a whole collection frees: it holds itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def unfrozen() -> Iterator[None]:
    """Brings back into the collector's sight what a test has set aside."""
    yield
    gc.unfreeze()


@pytest.fixture
def setting() -> Iterator[Callable[[bool], None]]:
    """Turns Streamlit's forced collection on or off for a test."""
    before = st.get_option(garbage.FORCED)
    yield lambda on: config.set_option(garbage.FORCED, on)
    config.set_option(garbage.FORCED, before)


def opened_and_closed() -> None:
    """The server starts, and ends."""

    async def life() -> None:
        async with garbage.kept():
            pass

    asyncio.run(life())


def test_what_is_loaded_at_start_is_out_of_the_collectors_sight(unfrozen: None) -> None:
    loaded = [{"a library's own": {}}]
    assert gc.is_tracked(loaded)
    garbage.set_aside()
    assert not any(each is loaded for each in gc.get_objects())
    assert gc.get_freeze_count() > 10_000


HEAPS_OF_THREADS = """
import ctypes, threading
from lsdash.web.server import garbage
if garbage.share_heaps():
    together = threading.Barrier(9)
    threads = [threading.Thread(target=together.wait) for _ in range(8)]
    for each in threads:
        each.start()
    ctypes.CDLL(None).malloc_stats()
    together.wait()
"""


def test_many_threads_ask_for_memory_in_few_heaps() -> None:
    done = subprocess.run(
        [sys.executable, "-c", HEAPS_OF_THREADS],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stderr.count("Arena ") in range(1, garbage.HEAPS + 1) or not done.stderr


def test_every_module_of_the_pages_is_loaded_before_the_first_reader() -> None:
    asked = "import sys; from lsdash.web.server import garbage; garbage.load(); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    loaded = set(done.stdout.split())
    web = ROOT / "lsdash" / "web"
    own = {
        ".".join(file.relative_to(ROOT).with_suffix("").parts)
        for file in web.rglob("*.py")
        if file.name != "__init__.py"
    }
    assert own - loaded == {"lsdash.web.main"}
    assert {"plotly.graph_objs", "pyarrow", "duckdb", "lsdash.export.files"} <= loaded


def test_a_session_that_closed_is_collected_when_nothing_runs_any_more() -> None:
    session = Session()
    gone = weakref.ref(session)
    gc.collect()  # it is old now: collections of new objects do not find it
    del session

    async def work_and_rest() -> None:
        collecting = asyncio.create_task(garbage.collect_in_quiet(pause=0.02))
        await asyncio.sleep(0)
        for _ in range(garbage.WORTH + 1):
            gc.collect(0)
        assert gone() is not None
        deadline = time.monotonic() + 30
        while gone() is not None and time.monotonic() < deadline:
            await asyncio.sleep(0.02)
        collecting.cancel()

    asyncio.run(work_and_rest())
    assert gone() is None


@pytest.mark.parametrize(
    ("now", "before", "collected", "time_to"),
    [
        (130, 130, 100, True),  # a run has ended a moment ago
        (130, 120, 100, False),  # it still runs
        (105, 105, 100, False),  # too little happened since
        (100, 100, 100, False),  # nobody was there
    ],
)
def test_it_is_time_to_collect_after_work_and_never_during_it(
    now: int, before: int, collected: int, time_to: bool
) -> None:
    assert garbage.is_time(now, before=before, collected=collected) is time_to


def test_the_projects_settings_leave_garbage_to_us(
    caplog: pytest.LogCaptureFixture, unfrozen: None
) -> None:
    assert st.get_option(garbage.FORCED) is False
    opened_and_closed()
    assert caplog.messages == []


def test_a_server_without_these_settings_says_what_it_costs_and_how_to_mend_it(
    caplog: pytest.LogCaptureFixture, setting: Callable[[bool], None], unfrozen: None
) -> None:
    setting(True)
    opened_and_closed()
    (message,) = caplog.messages
    assert "runner.postScriptGC = false" in message
    assert ".streamlit/config.toml" in message


def test_the_settings_hold_from_whichever_folder_the_server_is_started(tmp_path: Path) -> None:
    """Streamlit reads the settings of the working folder and those beside `app.py`."""
    asked = (
        "import sys; from streamlit import config; from streamlit.web import bootstrap; "
        "config._main_script_path = sys.argv[1]; bootstrap.load_config_options({}); "
        f"print(config.get_option({garbage.FORCED!r}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked, str(ROOT / "app.py")],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.strip() == "False"
