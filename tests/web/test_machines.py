"""Three servers share one object store: what one publishes all serve, and none needs another."""

import http.client
import json
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from subprocess import Popen
from typing import Any
from urllib.parse import urlsplit

import pytest

from benchmarks.visitor import visiting
from lsdash import links, publishing
from lsdash.settings import Settings
from lsdash.store import build, depot
from lsdash.view import View, to_path
from tests.browser.conftest import Server, free_port, started
from tests.conftest import MEMORY_MB, WeeksFolder
from tests.object_store import ObjectStore

SECONDS = 60
"""How long anything is waited for, on a machine with other work."""


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


def until(claim: Callable[[], bool]) -> float:
    """Seconds until the claim holds."""
    began = time.monotonic()
    while not claim():
        assert time.monotonic() - began < SECONDS
        time.sleep(0.2)
    return time.monotonic() - began


def seen(server: Server, view: View) -> str:
    """What the page of a view says."""
    with visiting(server.url) as tab:
        tab.open(view.page, to_path(view).partition("?")[2])
        assert not [alert for alert in tab.alerts if "lỗi" in alert]
        return tab.said


@pytest.fixture
def place(object_store: ObjectStore, tmp_path: Path, weeks_folder: WeeksFolder) -> Settings:
    """The machine from which is published."""
    url = object_store.bucket()
    return Settings(weeks_folder.path, tmp_path / "keeper", memory_mb=MEMORY_MB, depot=url)


@pytest.fixture
def machines(
    place: Settings, object_store: ObjectStore, tmp_path: Path
) -> Iterator[list[tuple[Popen[bytes], Server]]]:
    """Three servers, each with a folder of its own, on a first release."""
    build.build(place)
    with ExitStack() as ending:
        running = []
        for number in range(3):
            folder = tmp_path / f"machine-{number}"
            folder.mkdir()
            own = object_store.environment | {
                "LSDASH_RELEASES": str(place.depot),
                "LSDASH_CACHE": str(folder / "releases"),
            }
            options = ("--server.address", "127.0.0.1")
            process, server = started(folder, place.records, free_port(), options, own=own)
            ending.callback(process.wait, timeout=30)
            ending.callback(process.terminate)
            running.append((process, server))
        yield running


def test_machines_that_share_a_store_serve_the_same_and_outlive_each_other_and_the_store(
    place: Settings,
    machines: list[tuple[Popen[bytes], Server]],
    object_store: ObjectStore,
    weeks_folder: WeeksFolder,
    tmp_path: Path,
) -> None:
    servers = [server for _, server in machines]
    first = current(servers[0])
    assert [current(server) for server in servers] == [first] * 3

    # Published on one machine, served by all within seconds; the pinned link stays with its own.
    coming = weeks_folder.add_next_week()
    aside = tmp_path / coming.name
    coming.rename(aside)
    second = publishing.publish(place, aside).release
    until(lambda: [current(server) for server in servers] == [second] * 3)
    listed = [told(server, "/api/releases.json") for server in servers]
    assert listed == [listed[0]] * 3
    assert {each["release"] for each in listed[0]["releases"]} == {first, second}
    answers = {ask(server, f"/api/facts.csv?release={first}")[2] for server in servers}
    assert len(answers) == 1

    # A machine dies: its link and its short code open the same view on another.
    view = View("rural_roads", first)
    before = seen(servers[0], view)
    with visiting(servers[0].url) as tab:
        tab.open("rural_roads", to_path(view).partition("?")[2])
        tab.press("Chia sẻ")
        code = next(each for each in tab.said.split("**") if each.replace(" ", "").isdigit())
    machines[0][0].kill()
    machines[0][0].wait()
    assert seen(servers[1], view) == before
    assert to_path(view).replace("&", "&amp;") in ask(servers[1], f"/s/{code.replace(' ', '')}")[2]

    # The store goes away: what is here is read as ever, and what is not is refused calmly.
    object_store.stop()
    assert seen(servers[1], View("overview", second))
    status, _, text = ask(servers[2], "/api/facts.json?release=2020w10-00000000")
    assert (status, json.loads(text)["error"]) == (503, "away")
    assert [current(server) for server in servers[1:]] == [second] * 2
    object_store.start()
    depot._at.cache_clear()

    # And comes back: what is published then is served again within seconds.
    later = weeks_folder.add_next_week(2)
    third = build.build(place)
    assert later.exists()
    until(lambda: [current(server) for server in servers[1:]] == [third] * 2)
    links.shorten(place, View("covid", third))
