"""Short links: a page that chats can preview, which goes on to the view and nowhere else."""

import re
import sqlite3
from datetime import date
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

from lsdash import short_links
from lsdash.model import Filters
from lsdash.settings import Settings
from lsdash.store import shelf
from lsdash.view import View, to_path, with_agenda
from lsdash.vocabulary import Kind, Sector, Status
from lsdash.web.server.door import MAX_QUERY
from tests.web.conftest import FILES, STREAMLIT

PAGE = {"accept": "text/html,application/xhtml+xml"}


class Read(HTMLParser):
    """What a browser and a chat make of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.links: list[str] = []
        self.tags: list[str] = []
        self.said = ""
        self.lang = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        of = {key: value or "" for key, value in attrs}
        self.tags.append(tag)
        if tag == "meta":
            name = of.get("property") or of.get("name") or of.get("http-equiv") or "charset"
            self.meta[name] = of.get("content", "")
        self.links += [of["href"]] if tag == "a" else []
        self.lang = of["lang"] if tag == "html" else self.lang

    def handle_data(self, data: str) -> None:
        self.said += data


@pytest.fixture
def name(own_place: Settings) -> str:
    return shelf.newest(own_place)


@pytest.fixture
def roads(name: str) -> View:
    return View("rural_roads", name, Filters(statuses=("decided",)))


def goes_on_to(page: Read) -> str:
    """Where the page sends a browser by itself."""
    return page.meta["refresh"].removeprefix("0; url=")


def opened(client: TestClient, path: str, status: int = 200, **headers: str) -> Read:
    response = client.get(path, headers=PAGE | headers)
    assert response.status_code == status
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    policy = response.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    return Read(response.text)


def test_a_short_link_goes_on_to_its_view(
    client: TestClient, own_place: Settings, roads: View
) -> None:
    page = opened(client, f"/s/{short_links.shorten(own_place, roads)}")
    assert goes_on_to(page) == to_path(roads)
    assert page.links == [to_path(roads)]


def test_a_chat_can_show_what_is_behind_it(
    client: TestClient, own_place: Settings, roads: View, name: str
) -> None:
    path = f"/s/{short_links.shorten(own_place, roads)}"
    page = opened(client, path)
    assert page.lang == "vi"
    assert page.meta["og:title"] == "Đường nông thôn · Quyết định của Lạng Sơn"
    about = page.meta["og:description"]
    assert page.meta["description"] == about
    for part in ("UBND tỉnh Lạng Sơn", "02/03–08/03/2020", "Đã quyết định", name):
        assert part in about
    english = opened(client, path, **{"accept-language": "en-GB"})
    assert (english.lang, english.meta["og:title"][:12]) == ("en", "Rural roads ")
    assert "2–8 Mar 2020" in english.meta["og:description"]


def test_markup_in_a_view_is_shown_as_text(
    client: TestClient, own_place: Settings, name: str
) -> None:
    hostile = '"><script>alert(1)</script><a href="https://evil.example">'
    view = View("decisions", name, Filters(weeks=(hostile,), search=hostile))
    page = opened(client, f"/s/{short_links.shorten(own_place, view)}")
    assert "script" not in page.tags
    assert page.links == [to_path(view)] == [goes_on_to(page)]
    assert hostile in page.meta["og:description"]


def test_an_agenda_is_behind_a_short_link_as_well(
    client: TestClient, own_place: Settings, roads: View
) -> None:
    view = with_agenda(roads, [roads, View("covid")])
    assert view
    assert goes_on_to(opened(client, f"/s/{short_links.shorten(own_place, view)}")) == to_path(view)


def test_a_release_that_is_gone_is_left_to_its_own_page(
    client: TestClient, own_place: Settings, roads: View, name: str
) -> None:
    path = f"/s/{short_links.shorten(own_place, roads)}"
    (own_place.releases / f"{name}.duckdb").unlink()
    page = opened(client, path)
    assert goes_on_to(page) == to_path(roads)
    assert name in page.meta["og:description"]


@pytest.mark.parametrize("code", ["00000000", "1", "no-code", "%3Cscript%3E", "a/b", "1" * 500])
def test_an_unknown_code_is_a_clear_page(
    client: TestClient, own_place: Settings, code: str
) -> None:
    page = opened(client, f"/s/{code}", 404)
    assert "Không có mã này" in page.said
    assert page.links == ["/"]
    assert "refresh" not in page.meta
    assert "script" not in page.tags
    assert "input" in page.tags
    assert len(page.said) < 500


def test_a_code_is_typed_in_at_its_own_page(
    client: TestClient, own_place: Settings, roads: View
) -> None:
    asked = client.get("/s", headers=PAGE)
    assert (asked.status_code, asked.headers["location"]) == (307, "/s/")
    page = opened(client, "/s/")
    assert "Tám chữ số" in page.said
    code = short_links.shorten(own_place, roads)
    for typed in (code, short_links.spoken(code).replace(" ", "+"), f"{code[:2]}-{code[2:]}"):
        assert goes_on_to(opened(client, f"/s/?code={typed}")) == to_path(roads)
    assert "Không có mã này" in opened(client, "/s/?code=", 404).said


def test_a_row_that_points_elsewhere_is_no_way_out(
    client: TestClient, own_place: Settings, roads: View
) -> None:
    short_links.shorten(own_place, roads)
    with sqlite3.connect(own_place.releases / short_links.FILE) as file:
        file.execute("INSERT INTO links VALUES ('12345678', '//evil.example/rural_roads')")
    page = opened(client, "/s/12345678", 404)
    assert page.links == ["/"]


def test_codes_that_cannot_be_read_for_now_are_not_called_unknown(
    client: TestClient, own_place: Settings
) -> None:
    (own_place.releases / short_links.FILE).mkdir()
    page = opened(client, "/s/12345678", 503)
    assert "tạm thời" in page.said
    assert str(own_place.releases) not in page.said


def test_who_asks_for_the_head_alone_is_told_the_same(
    client: TestClient, own_place: Settings, roads: View
) -> None:
    code = short_links.shorten(own_place, roads)
    for path in (f"/s/{code}", "/s/00000000", "/s/"):
        head, whole = client.head(path, headers=PAGE), client.get(path, headers=PAGE)
        assert head.status_code == whole.status_code
        assert head.headers["content-length"] == whole.headers["content-length"]


@pytest.mark.parametrize("path", FILES)
def test_the_door_lets_files_of_the_server_pass(client: TestClient, path: str) -> None:
    assert client.get(path, headers=PAGE).text == STREAMLIT


@pytest.mark.parametrize("path", ["/api/facts.json", "/api/facts.csv", "/healthz", "/s/", "/api"])
def test_the_door_lets_our_own_addresses_pass(client: TestClient, path: str) -> None:
    response = client.get(path, headers=PAGE)
    assert response.text != STREAMLIT
    assert "Không có trang này" not in response.text


@pytest.mark.parametrize("path", ["/nowhere", "/sample", "/healthy", "/apis", "/s2/12345678"])
def test_what_is_no_address_of_ours_is_a_calm_page(client: TestClient, path: str) -> None:
    assert "Không có trang này" in opened(client, path, 404).said


def test_a_link_longer_than_any_page_uses_is_refused_unread(client: TestClient) -> None:
    longest = f"/covid?q={'x' * (MAX_QUERY - 2)}"
    assert client.get(longest, headers=PAGE).status_code != 414
    assert "16.000 ký tự" in opened(client, f"{longest}x", 414).said


def test_the_longest_agenda_leaves_room_in_a_link(place: Settings) -> None:
    words = "đường nông thôn cấp xã huyện"
    full = View(
        "decisions",
        shelf.newest(place),
        Filters((*Sector,), (*Kind,), (*Status,), search=words, signed_from=date(2020, 3, 2)),
    )
    items = [full]
    while meeting := with_agenda(full, items):
        longest = to_path(meeting)
        items = [*items, full]
    assert len(longest) < MAX_QUERY / 2


def test_a_link_of_a_meeting_is_made_whole_by_the_door(client: TestClient, place: Settings) -> None:
    written = "/covid?at=1&agenda=covid&kiosk=1&agenda=rural_roads%3Fstatus%3Ddecided"
    whole = client.get(written, headers=PAGE).headers["location"]
    meant = View(
        "covid",
        shelf.newest(place),
        kiosk=True,
        agenda=("covid", "rural_roads?status=decided"),
        at=1,
    )
    assert whole == to_path(meant)
    assert client.get(whole, headers=PAGE).text == STREAMLIT


def test_a_redirect_never_leads_to_another_host(client: TestClient) -> None:
    for path in ("//evil.example/rural_roads", "/rural_roads//evil.example", "/%2Fevil.example"):
        response = client.get(f"http://dashboard.example{path}", headers=PAGE)
        assert not re.match(r"//|\w+:", response.headers.get("location", "/"))
