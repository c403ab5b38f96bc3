"""A real server and a real Chromium. Without a browser these tests fail: they are never skipped."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.conftest import week_alone

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "tests" / "fixtures"
expect.set_options(timeout=30_000)


@dataclass(frozen=True)
class Server:
    url: str
    releases: Path
    log: Path


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def started(
    folder: Path,
    records: Path,
    port: int,
    options: Sequence[str],
    *,
    under: str = "",
    own: Mapping[str, str] | None = None,
    handles: int | None = None,
) -> tuple[subprocess.Popen[bytes], Server]:
    """A cold server on `records`; its first request is the test's own, but for the health check.

    It stands `under` a path, with settings of its `own`, and has so many file `handles` at most.
    """
    log = folder / "server.log"
    server = Server(f"http://127.0.0.1:{port}{under}", folder / "releases", log)
    environment = os.environ | {
        "LSDASH_RECORDS": str(records),
        "LSDASH_RELEASES": str(server.releases),
        **(own or {}),
    }
    if under:
        options = (*options, "--server.baseUrlPath", under.strip("/"))
    command = [sys.executable, "-m", "streamlit", "run", "app.py"]
    command += ["--server.port", str(port), *options]
    if handles:
        command = ["sh", "-c", f'ulimit -n {handles} && exec "$@"', "sh", *command]
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    wait_for(server, process)
    return process, server


def wait_for(server: Server, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 180
    while time.monotonic() < deadline:
        assert process.poll() is None, server.log.read_text()
        try:
            with urllib.request.urlopen(f"{server.url}/_stcore/health", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise AssertionError(f"the server did not start:\n{server.log.read_text()}")


@pytest.fixture(scope="session")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Server]]:
    """Starts servers; all are ended with the session."""
    processes: list[subprocess.Popen[bytes]] = []

    def starting(
        records: Path | None = None,
        options: Sequence[str] = (),
        port: int | None = None,
        **kinds: Any,
    ) -> Server:
        folder = tmp_path_factory.mktemp("server")
        records = records or week_alone(folder / "data")
        process, server = started(folder, records, port or free_port(), options, **kinds)
        processes.append(process)
        return server

    yield starting
    for process in processes:
        process.terminate()
    for process in processes:
        process.wait(timeout=20)


def until(page: Page, told: str, arg: object = None) -> None:
    """Wait until JavaScript says so. Playwright's own way evaluates text inside the page, which the
    page's Content-Security-Policy forbids."""
    deadline = time.monotonic() + 30
    while not page.evaluate(told, arg):
        assert time.monotonic() < deadline, f"never came true: {told}"
        page.wait_for_timeout(50)


def serious_barriers(page: Page) -> list[tuple[str, list[str]]]:
    """What keeps readers out who hear a page or see little: rules of WCAG 2 A and AA, and where."""
    running = "[...document.getAnimations()].some(each => each.playState === 'running')"
    until(page, f"!({running})")
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa"]}).response["violations"]
    return [
        (each["id"], [node["html"][:120] for node in each["nodes"]][:3])
        for each in found
        if each["impact"] in ("serious", "critical")
    ]


def assert_fits_a_phone(page: Page) -> None:
    """Nothing of the page is wider than a phone's screen."""
    page.set_viewport_size({"width": 390, "height": 844})
    main = "document.querySelector('[data-testid=stMain]') || document.documentElement"
    until(page, f"({main}).scrollWidth <= window.innerWidth")


@pytest.fixture(scope="session")
def server(start: Callable[..., Server]) -> Server:
    """One server on the shipped record, shared by the tests that do not need a cold one."""
    return start()


Visitor = Callable[..., Page]


Kind = tuple[str, int, str]


@pytest.fixture(scope="session")
def readers(chromium: Browser) -> Iterator[Callable[[Kind], BrowserContext]]:
    """New readers of a kind: language, width, theme."""
    contexts: list[BrowserContext] = []

    def come(kind: Kind) -> BrowserContext:
        lang, width, theme = kind
        context = chromium.new_context(
            locale={"vi": "vi-VN", "en": "en-GB"}[lang],
            viewport={"width": width, "height": 900},
            color_scheme=theme,  # type: ignore[arg-type]
            reduced_motion="reduce",
        )
        context.set_default_timeout(30_000)
        contexts.append(context)
        return context

    yield come
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def known(readers: Callable[[Kind], BrowserContext]) -> Callable[[Kind], BrowserContext]:
    """A reader of each kind who has the server's own files already: they are most of a page."""
    return lru_cache(readers)


@pytest.fixture
def visitor(
    readers: Callable[[Kind], BrowserContext], known: Callable[[Kind], BrowserContext]
) -> Iterator[Visitor]:
    """A reader with a browser of his own: `visitor(lang="en", width=390, theme="dark")`.

    The first of a kind is one who forgets between tests all but the server's files.
    """
    here: dict[Kind, BrowserContext] = {}

    def come(*, lang: str = "vi", width: int = 1440, theme: str = "light") -> Page:
        kind = lang, width, theme
        if kind in here:
            return readers(kind).new_page()
        here[kind] = known(kind)
        return here[kind].new_page()

    yield come
    for context in here.values():
        for page in context.pages:
            if page.url.startswith("http"):
                page.evaluate("localStorage.clear(); sessionStorage.clear()")
            page.close()
        context.clear_cookies()
        context.clear_permissions()
