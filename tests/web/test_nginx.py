"""The proxy that docs/DEPLOY.md sets up, as its files are: Debian's nginx over TLS on this machine.

Where there is no nginx these tests are left out, but never in CI, which installs one (proxy.py).
"""

import json
import time
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from websockets.exceptions import InvalidStatus

from tests.browser.conftest import free_port, started
from tests.conftest import week_alone
from tests.web import proxy as proxies
from tests.web import tabs
from tests.web.proxy import HOST, Proxy

POLICY = "Content Security Policy"
UNDER_A_PATH = """
        server {{
            listen 443 ssl;
            server_name dashboard.example.vn;
            ssl_certificate     /etc/ssl/lsdash/fullchain.pem;
            ssl_certificate_key /etc/ssl/lsdash/key.pem;
            include {folder}/lsdash-under-a-path.inc;
        }}
"""

pytestmark = proxies.needed


@pytest.fixture(scope="module")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Starts nginx before processes of the dashboard that share one folder; all end with the
    module."""
    with ExitStack() as ending:

        def starting(host: str, *, under: str = "", many: int = 1) -> Proxy:
            folder = tmp_path_factory.mktemp("nginx")
            own = {
                "LSDASH_PROXIES": "127.0.0.1",
                "LSDASH_LOG": "json",
                "LSDASH_RELEASES": str(folder / "releases"),
            }
            running = []
            for _ in range(many):
                aside = tmp_path_factory.mktemp("process")
                options = ("--server.address", "127.0.0.1")
                records = week_alone(aside / "data")
                running.append(started(aside, records, free_port(), options, under=under, own=own))
                ending.callback(running[-1][0].wait, timeout=30)
                ending.callback(running[-1][0].terminate)
            return ending.enter_context(proxies.before(running, folder, host, under=under))

        yield starting


@pytest.fixture(scope="module")
def alone(behind: Any) -> Proxy:
    """A host of its own, with two processes."""
    return behind(proxies.ALONE, many=2)  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def under(behind: Any) -> Proxy:
    """Under /ls of a host that serves other things too."""
    return behind(UNDER_A_PATH, under="/ls")  # type: ignore[no-any-return]


@pytest.fixture(params=["alone", "under"])
def proxy(request: pytest.FixtureRequest) -> Proxy:
    return request.getfixturevalue(request.param)  # type: ignore[no-any-return]


def opened(proxy: Proxy, *, origin: str | None = None, **headers: str) -> Any:
    named = f"https://{HOST}:{proxy.port}"
    return tabs.opened(
        f"{named}{proxy.under}",
        origin=origin or named,
        trust=proxy.trust,
        at=("127.0.0.1", proxy.port),
        **headers,
    )


def test_pages_redirects_and_programs_are_served_over_tls(proxy: Proxy) -> None:
    with proxy.client() as client:
        first = client.get("/?lang=en")
        assert first.status_code == 307
        assert first.headers["location"].startswith(f"{proxy.under}/?release=")
        assert first.headers["strict-transport-security"] == "max-age=31536000"
        cookies = {each.split("=")[0]: each for each in first.headers.get_list("set-cookie")}
        assert set(cookies) == {"lsdash_lang", "lsdash_seat"}
        assert all("; Secure" in each for each in cookies.values())
        whole = client.get(f"https://127.0.0.1:{proxy.port}{first.headers['location']}")
        assert "script-src 'self'" in whole.headers["content-security-policy"]
        assert "lsdash_seat" not in whole.headers.get("set-cookie", "")
        facts = client.get("/api/facts.json?size=1").json()
        assert facts["next"].startswith(f"{proxy.under}/api/facts.json?")
        assert client.get("/healthz").json()["status"] == "ok"


def test_a_tab_runs_its_page_through_the_proxy_and_a_foreign_one_does_not(proxy: Proxy) -> None:
    with opened(proxy) as tab:
        assert "10.000" in tab.run("rural_roads")
    with pytest.raises(InvalidStatus), opened(proxy, origin="https://evil.example"):
        pass


@pytest.mark.parametrize(
    "path", ["/_stcore/metrics", "/_stcore//metrics", "/%5fstcore/metrics", "/_stcore/metrics/"]
)
def test_figures_of_the_server_are_shut_off(proxy: Proxy, path: str) -> None:
    with proxy.client() as client:
        answer = client.get(path)
    assert answer.status_code == 404
    assert "active_sessions" not in answer.text


def test_a_reader_cannot_say_who_he_is_or_by_which_way_he_came(proxy: Proxy) -> None:
    told = {"x-forwarded-proto": "http", "x-forwarded-host": "evil.example", "forwarded": "for=::1"}
    with proxy.client() as client:
        assert "; Secure" in client.get("/?lang=en", headers=told).headers["set-cookie"]
    with opened(proxy, **told) as tab:
        assert tab.run("data")


def test_what_is_larger_than_any_page_takes_stops_at_the_proxy(proxy: Proxy) -> None:
    with proxy.client() as client:
        answer = client.put("/_stcore/upload_file/x/y", content=bytes(12_000_000))
    assert answer.status_code == 413


def test_the_log_has_one_line_an_answer_and_nothing_about_the_reader(proxy: Proxy) -> None:
    with proxy.client() as client:
        client.get("/decisions?q=bimat", headers={"referer": "https://bimat.example/"})
        client.get("/s/87654321")
    time.sleep(0.1)  # nginx writes its line after the answer
    log = proxy.log
    assert {"time", "method", "path", "status", "bytes", "seconds", "process"} == set(log[-1])
    assert [each["path"] for each in log[-2:]] == [
        f"{proxy.under}/decisions",
        f"{proxy.under}/s/…",
    ]
    written = json.dumps(log)
    assert not any(word in written for word in ("bimat", "87654321", "release="))


def test_a_browser_stays_with_one_process_and_others_sit_elsewhere(alone: Proxy) -> None:
    seats: list[str] = []
    for _ in range(12):
        with alone.client() as client:
            for _ in range(3):
                client.get("/s/")
        time.sleep(0.05)
        (process,) = {each["process"] for each in alone.log[-2:]}
        seats.append(process)
    assert len({*seats}) == 2


@pytest.mark.browser
def test_a_browser_sees_the_page_over_http_2_and_nothing_is_refused(
    alone: Proxy, chromium: Browser
) -> None:
    context = chromium.new_context(ignore_https_errors=True, locale="vi-VN")
    page = context.new_page()
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text) if POLICY in said.text else None)
    page.goto(f"https://127.0.0.1:{alone.port}/rural_roads")
    expect(page.get_by_role("heading").first).to_contain_text("10.000 triệu đồng", timeout=60_000)
    protocol = "performance.getEntriesByType('navigation')[0].nextHopProtocol"
    assert page.evaluate(protocol) == "h2"
    assert refused == []
    context.close()


def test_a_process_that_is_gone_leaves_its_readers_to_the_other(alone: Proxy) -> None:
    """And when none is left, readers are told calmly; last of all, as it ends them."""
    with alone.client() as client:
        client.get("/s/")
        link = client.get("/rural_roads").headers["location"]
        for process in alone.processes:
            assert client.get("/healthz").status_code == 200
            process.kill()
            process.wait(timeout=30)
        answer = client.get(f"https://127.0.0.1:{alone.port}{link}")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "10")
    assert "đang khởi động lại" in answer.text
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
