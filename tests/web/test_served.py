"""The server as it runs, asked without a browser: what leaves it, where it stands, whom it
believes, and how many it lets in."""

import http.client
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import pytest
from websockets.exceptions import InvalidStatus

from lsdash.view import PAGES
from tests.browser.conftest import Server, free_port, started
from tests.conftest import week_alone
from tests.web import tabs

ON_THIS_MACHINE = ("--server.address", "127.0.0.1")


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: str

    @property
    def kind(self) -> str:
        return self.headers.get("content-type", "")


LATER = "Fri, 01 Jan 2100 00:00:00 GMT"


def ask(server: Server, path: str, method: str = "GET", **headers: str) -> Answer:
    """The answer to one request, no redirect followed; `path` begins under the server's own."""
    parts = urlsplit(server.url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=180)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        connection.request(method, parts.path + path, headers={"accept": "text/html"} | named)
        response = connection.getresponse()
        body = response.read().decode("utf-8", "replace")
        lower = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, lower, body)
    finally:
        connection.close()


def page(server: Server, path: str = "/") -> Answer:
    """A page, by way of the redirect to its whole link."""
    to = ask(server, path).headers["location"]
    return ask(server, to.removeprefix(urlsplit(server.url).path))


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Starts servers on the shipped records; all end with the module."""
    with ExitStack() as ending:

        def starting(*options: str, **kinds: Any) -> Server:
            folder = tmp_path_factory.mktemp("served")
            process, server = started(
                folder, week_alone(folder / "data"), free_port(), options, **kinds
            )
            ending.callback(process.wait, timeout=30)
            ending.callback(process.terminate)
            return server

        yield starting


@pytest.fixture(scope="module")
def server(start: Any) -> Server:
    """One that only this machine reaches, stands under no path and believes no proxy."""
    return start(*ON_THIS_MACHINE)  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def under(start: Any) -> Server:
    """One that stands under a path, and believes a proxy on this machine."""
    return start(*ON_THIS_MACHINE, under="/ls", own={"LSDASH_PROXIES": "127.0.0.1"})  # type: ignore[no-any-return]


UNKNOWN = [
    *("/x.y", "/overview.html", "/index.html", "/static/zz", "/app/zz", "/auth/zz", "/_stcore/zz"),
    *("/oauth2callback/zz", "/robots.txt", "/.streamlit/secrets.toml", "/nowhere", "/media/zz"),
    *("/decisions/381", "/static/js/nothing.js", "/component/zz/index.html"),
]
ANSWERED = [
    *("/", "/decisions", "/s/", "/s/12345678", "/healthz", "/api/facts.json", "/api/facts.csv"),
    *("/api/nothing", "/favicon.png", "/_stcore/health", "/_stcore/host-config"),
]


class TestDressing:
    @pytest.mark.parametrize("accept", ["text/html", "*/*", "application/json"])
    @pytest.mark.parametrize("path", UNKNOWN)
    def test_an_address_that_is_none_of_ours_is_not_found(
        self, server: Server, path: str, accept: str
    ) -> None:
        answer = ask(server, path, accept=accept)
        assert answer.status == 404
        assert "stcore" not in answer.body
        assert "<script" not in answer.body

    @pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
    @pytest.mark.parametrize("path", [*UNKNOWN, *ANSWERED])
    def test_every_answer_has_the_rules_of_all(
        self, server: Server, path: str, method: str
    ) -> None:
        answer = ask(server, path, method)
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "same-origin"
        assert "camera=()" in answer.headers["permissions-policy"]
        assert answer.headers["x-frame-options"] == "SAMEORIGIN"
        assert re.search("frame-ancestors '(self|none)'", answer.headers["content-security-policy"])
        assert "server" not in answer.headers

    @pytest.mark.parametrize("name", PAGES)
    def test_a_page_loads_from_this_server_alone_and_evaluates_no_text(
        self, server: Server, name: str
    ) -> None:
        answer = page(server, f"/{name}")
        policy = dict(
            rule.strip().split(" ", 1)
            for rule in answer.headers["content-security-policy"].split(";")
        )
        assert answer.status == 200
        assert "unsafe-eval" not in policy["script-src"]
        assert "unsafe-inline" not in policy["script-src"]
        assert policy["object-src"] == "'none'"
        assert not re.search(r"\*|https?:", " ".join(policy.values()))

    def test_a_page_that_a_browser_has_already_comes_with_its_rules_again(
        self, server: Server
    ) -> None:
        to = ask(server, "/").headers["location"]
        pinned = to.removeprefix(urlsplit(server.url).path)
        first = ask(server, pinned)
        known = {"if_none_match": first.headers.get("etag", "*"), "if_modified_since": LATER}
        again = ask(server, pinned, **known)
        assert again.status == first.status == 200
        rules = "content-security-policy"
        assert again.headers[rules] == first.headers[rules]

    @pytest.mark.parametrize("path", ["/nowhere", "/s/", "/s/12345678", f"/?q={'x' * 16_000}"])
    def test_a_plain_page_of_ours_allows_no_script_at_all(self, server: Server, path: str) -> None:
        answer = ask(server, path)
        assert answer.kind.startswith("text/html")
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert "script-src" not in policy

    @pytest.mark.parametrize(
        ("path", "status"),
        [("/api/nothing", 404), ("/healthz/x", 404), ("/api/..%2f..%2fetc", 400), ("/api", 404)],
    )
    def test_what_the_routing_refuses_is_told_to_programs_in_json(
        self, server: Server, path: str, status: int
    ) -> None:
        answer = ask(server, path)
        assert (answer.status, answer.kind) == (status, "application/json")
        assert set(json.loads(answer.body)["message"]) == {"vi", "en"}

    def test_figures_of_the_server_are_for_the_machine_itself(self, server: Server) -> None:
        assert "active_sessions" in ask(server, "/_stcore/metrics").body
        for header in (
            {"x_forwarded_for": "10.0.0.9"},
            {"forwarded": "for=10.0.0.9"},
            {"host": "dashboard.example"},
        ):
            assert ask(server, "/_stcore/metrics", **header).status == 404


class TestUnderAPath:
    @pytest.mark.parametrize("path", ["", "/", "/decisions", "/border_labour", "/covid/"])
    def test_pages_and_their_redirects_stay_under_it(self, under: Server, path: str) -> None:
        to = ask(under, path).headers["location"]
        assert to.startswith("/ls/")
        assert page(under, path).status == 200

    def test_short_links_api_and_health_stand_under_it(self, under: Server) -> None:
        assert ask(under, "/healthz").status == 200
        facts = json.loads(ask(under, "/api/facts.json?size=1").body)
        for link in (facts["link"], facts["next"]):
            assert link.startswith("/ls/api/facts.json?")
        assert ask(under, "/s").headers["location"] == "/ls/s/"
        assert 'action="/ls/s/"' in ask(under, "/s/").body
        assert json.loads(ask(under, "/api/openapi.json").body)["servers"] == [{"url": "/ls"}]

    @pytest.mark.parametrize(
        "path", ["/", "/decisions", "/healthz", "/api/facts.json", "/s/", "/lsx", "/_stcore/health"]
    )
    def test_nothing_answers_outside_it(self, under: Server, path: str) -> None:
        outside = Server(under.url.removesuffix("/ls"), under.releases, under.log)
        assert ask(outside, path).status == 404

    def test_a_page_runs_there_and_its_links_stay(self, under: Server) -> None:
        with tabs.opened(under.url) as tab:
            said = tab.run()
        assert 'href=\\"/ls/?release=' in said or 'href="/ls/?release=' in said


class TestForwarded:
    TOLD: Mapping[str, str] = {"x_forwarded_proto": "https", "x_forwarded_for": "10.0.0.9"}

    def test_a_proxy_that_the_settings_name_is_believed_that_its_reader_came_by_tls(
        self, under: Server, server: Server
    ) -> None:
        assert "; Secure" in ask(under, "/?lang=en", **self.TOLD).headers["set-cookie"]
        assert "; Secure" not in ask(under, "/?lang=en").headers["set-cookie"]
        assert "; Secure" not in ask(server, "/?lang=en", **self.TOLD).headers["set-cookie"]

    def test_and_which_host_the_reader_asked_for(self, under: Server, server: Server) -> None:
        told = {"X-Forwarded-Host": "dashboard.example"}
        with tabs.opened(under.url, origin="https://dashboard.example", **told) as tab:
            assert tab.run()
        for origin in ("https://evil.example", under.url.removesuffix("/ls")):
            with pytest.raises(InvalidStatus), tabs.opened(under.url, origin=origin, **told):
                pass
        with (
            pytest.raises(InvalidStatus),
            tabs.opened(server.url, origin="https://dashboard.example", **told),
        ):
            pass


class TestEditingHere:
    SHUT, OPEN = "Chưa mở phần nhập bản tin", "Nhập bản tin"

    def said(self, server: Server, **tab: Any) -> str:
        with tabs.opened(server.url, **tab) as reader:
            return reader.run("intake")

    def test_is_off_unless_it_is_said(self, server: Server) -> None:
        assert self.SHUT in self.said(server)
        assert "LSDASH_INTAKE" not in server.log.read_text()

    def test_is_open_to_a_browser_on_this_machine_and_to_no_program(self, start: Any) -> None:
        here = start(*ON_THIS_MACHINE, own={"LSDASH_INTAKE": "here"})
        assert "may enter bulletins without signing in" in here.log.read_text()
        assert self.SHUT not in self.said(here)
        assert self.SHUT in self.said(here, origin=None)
        assert self.SHUT in self.said(here, **{"X-Forwarded-For": "10.0.0.9"})

    def test_opens_nothing_where_others_reach_the_server(self, start: Any) -> None:
        reached = start(own={"LSDASH_INTAKE": "here"})
        assert "opens nothing" in reached.log.read_text()
        assert self.SHUT in self.said(reached)


def held(server: Server) -> int:
    return int(json.loads(ask(server, "/healthz").body)["handles"]["used"])


FEW = 220
"""Handles of a small server: a hundred are kept back, and a dozen are its own."""


@pytest.fixture(scope="module")
def small(start: Any) -> Server:
    return start(*ON_THIS_MACHINE, handles=FEW)  # type: ignore[no-any-return]


class TestManyReaders:
    def test_too_few_handles_are_told_to_the_keeper(self, small: Server) -> None:
        assert "raise LimitNOFILE" in small.log.read_text()

    def test_who_comes_and_goes_leaves_nothing_behind(self, small: Server) -> None:
        for _ in range(45):  # Streamlit by itself would hold 135 handles for them
            with tabs.opened(small.url) as tab:
                assert tab.run("data")
        assert page(small).status == 200
        assert held(small) < FEW - 100

    def test_who_finds_no_room_is_told_calmly_and_those_inside_go_on(self, small: Server) -> None:
        with ExitStack() as open_tabs:
            inside = []
            for _ in range(FEW):
                try:
                    inside.append(open_tabs.enter_context(tabs.opened(small.url)))
                except InvalidStatus:
                    break
                inside[-1].run("data")
            assert 5 < len(inside) < FEW / 4
            answer = page(small)
            assert (answer.status, answer.headers["retry-after"]) == (503, "30")
            assert "Hiện đã hết chỗ" in answer.body
            health = ask(small, "/healthz")
            assert (health.status, json.loads(health.body)["problems"]) == (503, ["handles"])
            assert inside[0].run("data")
        assert page(small).status == 200
        with tabs.opened(small.url) as tab:
            assert tab.run("data")
