"""Three servers behind nginx share one object store: what one publishes all serve, and none needs
another, nor for a while the store."""

import http.client
import json
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.visitor import visiting
from lsdash import publishing
from lsdash.settings import Settings
from lsdash.store import build
from lsdash.view import View, to_path
from tests.browser.conftest import Server, free_port, started
from tests.browser.test_links import click_sector, comes_to, opened, query, settled
from tests.conftest import MEMORY_MB, WeeksFolder
from tests.object_store import ObjectStore
from tests.web import proxy as proxies
from tests.web.proxy import Proxy

pytestmark = [proxies.needed, pytest.mark.browser]

SECONDS = 60
"""How long anything is waited for, on a machine with other work."""

FOLLOWS = 0.25
"""Seconds after which a machine asks the store again."""


def ask(server: Server, path: str) -> tuple[int, dict[str, str], str]:
    """Status, headers and text of one answer; no redirect is followed."""
    connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=SECONDS)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        headers = {name.lower(): value for name, value in response.getheaders()}
        return response.status, headers, response.read().decode()
    finally:
        connection.close()


def told(server: Server, path: str) -> dict[str, Any]:
    status, _, text = ask(server, path)
    assert status == 200, text
    return json.loads(text)  # type: ignore[no-any-return]


def current(server: Server) -> str:
    """The release that the server shows to who asks for none."""
    return str(told(server, "/healthz")["release"])


def until(claim: Callable[[], object]) -> None:
    """Wait until the claim holds."""
    deadline = time.monotonic() + SECONDS
    while not claim():
        assert time.monotonic() < deadline
        time.sleep(0.2)


def seen(server: Server, view: View) -> str:
    """What the page of a view says."""
    with visiting(server.url) as tab:
        tab.open(view.page, to_path(view).partition("?")[2])
        assert not [alert for alert in tab.alerts if "lỗi" in alert]
        return tab.said


def shared(server: Server, view: View) -> str:
    """The short code that a server gives for a view."""
    with visiting(server.url) as tab:
        tab.open(view.page, to_path(view).partition("?")[2])
        tab.press("Chia sẻ")
        told = (each.replace(" ", "") for each in tab.said.split("**"))
        return next(each for each in told if each.isdigit())


@pytest.fixture
def place(object_store: ObjectStore, tmp_path: Path, weeks_folder: WeeksFolder) -> Settings:
    """The machine from which is published."""
    url = object_store.bucket()
    return Settings(weeks_folder.path, tmp_path / "keeper", memory_mb=MEMORY_MB, depot=url)


@pytest.fixture
def proxy(place: Settings, object_store: ObjectStore, tmp_path: Path) -> Iterator[Proxy]:
    """Three servers, each with a folder of its own, on a first release; nginx before them."""
    build.build(place)
    with ExitStack() as ending:
        running = []
        for number in range(3):
            folder = tmp_path / f"machine-{number}"
            folder.mkdir()
            own = object_store.environment | {
                "LSDASH_RELEASES": str(place.depot),
                "LSDASH_CACHE": str(folder / "releases"),
                "LSDASH_FOLLOW_SECONDS": str(FOLLOWS),
                "LSDASH_PROXIES": "127.0.0.1",
            }
            options = ("--server.address", "127.0.0.1")
            running.append(started(folder, place.records, free_port(), options, own=own))
            ending.callback(running[-1][0].wait, timeout=30)
            ending.callback(running[-1][0].terminate)
        before = tmp_path / "nginx"
        before.mkdir()
        yield ending.enter_context(proxies.before(running, before, proxies.ALONE))


@pytest.fixture
def tab(proxy: Proxy, chromium: Browser) -> Iterator[Page]:
    """A reader's browser at the address of all three."""
    context = chromium.new_context(ignore_https_errors=True, locale="vi-VN")
    context.set_default_timeout(SECONDS * 1000)
    yield context.new_page()
    context.close()


def at(proxy: Proxy, process: str) -> int:
    """Which of the servers nginx calls so."""
    return [urlsplit(server.url).netloc for server in proxy.servers].index(process)


def runs_of(tab: Page) -> list[bytes]:
    """Filled with the last message of each run over the sockets that a tab opens from now on."""
    ended: list[bytes] = []

    def hear(frame: bytes | str) -> None:
        message = ForwardMsg()
        message.ParseFromString(frame if isinstance(frame, bytes) else frame.encode())
        if message.WhichOneof("type") == "script_finished":
            ended.append(message.SerializeToString())

    tab.on("websocket", lambda socket: socket.on("framereceived", hear))
    return ended


def store_of(server: Server) -> dict[str, Any]:
    """What a server that goes on says of the store."""
    state = told(server, "/healthz")
    assert (state["status"], state["problems"]) == ("ok", [])
    return dict(state["store"])


def test_machines_that_share_a_store_serve_the_same_and_outlive_each_other_and_the_store(
    place: Settings,
    proxy: Proxy,
    tab: Page,
    object_store: ObjectStore,
    weeks_folder: WeeksFolder,
) -> None:
    servers = [*proxy.servers]
    first = current(servers[0])
    assert [current(server) for server in servers] == [first] * 3
    assert store_of(servers[0]) == {"is_away": False, "away_seconds": None}

    # Published on one machine, served by all within seconds; the pinned link stays with its own.
    coming = weeks_folder.add_next_week()
    aside = place.releases.parent / coming.name
    coming.rename(aside)
    second = publishing.publish(place, aside).release
    until(lambda: [current(server) for server in servers] == [second] * 3)
    listed = [told(server, "/api/releases.json") for server in servers]
    assert listed == [listed[0]] * 3
    assert {each["release"] for each in listed[0]["releases"]} == {first, second}
    answers = {ask(server, f"/api/facts.csv?release={first}")[2] for server in servers}
    assert len(answers) == 1

    # A machine dies under an open tab, which comes back by itself to the same view on another.
    shown = opened(tab, f"https://127.0.0.1:{proxy.port}/decisions?release={first}&sector=health")
    link = tab.url
    seat = next(each["process"] for each in proxy.log[::-1] if each["path"] == "/decisions")
    dying = at(proxy, seat)
    runs = runs_of(tab)
    view = View("rural_roads", first)
    code = shared(servers[dying], view)
    proxy.processes[dying].kill()
    proxy.processes[dying].wait()
    del servers[dying]
    until(lambda: tab.wait_for_timeout(50) or runs)
    assert (settled(tab), tab.url) == (shown, link)
    click_sector(tab, "Giáo dục")
    comes_to(tab, sector=["education", "health"])
    assert to_path(view).replace("&", "&amp;") in ask(servers[0], f"/s/{code}")[2]

    # The store goes away for many of their looks: what is here is read as ever, and what is not is
    # refused calmly.
    object_store.stop()
    until(lambda: all((store_of(each)["away_seconds"] or 0) >= 8 * FOLLOWS for each in servers))
    click_sector(tab, "Kinh tế")
    comes_to(tab, sector=["economy", "education", "health"])
    assert opened(tab, f"https://127.0.0.1:{proxy.port}/")
    assert query(tab)["release"] == [second]
    assert ask(servers[0], f"/s/{code}")[0] == 200
    status, _, text = ask(servers[1], "/api/facts.json?release=2020w10-00000000")
    assert (status, json.loads(text)["error"]) == (503, "away")
    assert "kho dùng chung" in seen(servers[1], View("overview", "2020w10-00000000"))
    assert [current(server) for server in servers] == [second] * 2
    object_store.start()

    # And comes back: what is published then is served again within seconds.
    until(lambda: not any(store_of(server)["is_away"] for server in servers))
    later = weeks_folder.add_next_week(2)
    third = build.build(place)
    assert later.exists()
    until(lambda: [current(server) for server in servers] == [third] * 2)
