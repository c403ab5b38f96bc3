"""The calendar and the feed that other programs subscribe to, read back as they would read them."""

import shutil
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from lxml import etree
from starlette.testclient import TestClient

from lsdash import settings
from lsdash.settings import Settings
from lsdash.store import build, read, shelf
from lsdash.store.release import Release
from lsdash.web.routes import api
from tests.conftest import DATA, MEMORY_MB

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the shipped week and all that was reported around it."""
    folder = tmp_path_factory.mktemp("subscribed")
    (folder / "bulletins").mkdir()
    shutil.copy(DATA / "bulletins" / "2020-w10.yaml", folder / "bulletins")
    shutil.copytree(DATA / "context", folder / "context")
    build.build(Settings(folder / "bulletins", folder / "releases", MEMORY_MB))
    return folder / "releases"


@pytest.fixture
def place(told: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("LSDASH_RELEASES", str(told))
    return settings.read()


@pytest.fixture
def newest(place: Settings) -> Release:
    return shelf.open_release(place, shelf.newest(place))


def events(client: TestClient, query: str = "") -> Iterator[dict[str, object]]:
    response = client.get(f"/calendar.ics?{query}")
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "text/calendar; charset=utf-8"
    assert all(len(line) <= 75 for line in response.content.split(b"\r\n"))
    for event in Calendar.from_ical(response.content).events:
        yield {name.lower(): event.decoded(name) for name in event}


class TestTheCalendar:
    def test_every_due_day_is_one_whole_day_in_whatever_time_zone(self, client: TestClient) -> None:
        found = list(events(client))
        days = {each["dtstart"] for each in found}
        assert days == {date(2020, 12, 31), date(2025, 12, 31), date(2030, 12, 31)}
        for each in found:
            start, end = each["dtstart"], each["dtend"]
            assert not isinstance(start, datetime)
            assert isinstance(start, date)
            assert end == start + timedelta(days=1)

    def test_it_says_that_it_is_kept_in_the_time_of_the_province(self, client: TestClient) -> None:
        calendar = Calendar.from_ical(client.get("/calendar.ics").content)
        assert str(calendar["x-wr-timezone"]) == "Asia/Ho_Chi_Minh"
        assert str(calendar["version"]) == "2.0"

    def test_entries_are_known_again_and_open_the_document(
        self, client: TestClient, newest: Release
    ) -> None:
        found = list(events(client, "lang=en"))
        assert len({each["uid"] for each in found}) == len(found)
        loss = next(
            each for each in found if b"energy-grid-loss" in bytes(str(each["uid"]), "utf-8")
        )
        assert "6.00–6.50%" in text(loss["summary"])
        assert f"release={newest.name}" in str(loss["url"])
        assert str(loss["url"]).startswith("http://dashboard.example/decisions?")
        assert "389/QĐ-UBND" in text(loss["description"])

    @pytest.mark.parametrize(
        ("query", "years"),
        [("sector=energy", {2025, 2030}), ("due=2020", {2020}), ("sector=health", set())],
    )
    def test_it_takes_the_filters_of_a_link(
        self, client: TestClient, query: str, years: set[int]
    ) -> None:
        found = [each["dtstart"] for each in events(client, query)]
        assert {day.year for day in found if isinstance(day, date)} == years

    def test_the_same_question_has_the_same_bytes(self, client: TestClient) -> None:
        assert client.get("/calendar.ics").content == client.get("/calendar.ics").content


def text(value: object) -> str:
    return value.decode() if isinstance(value, bytes) else str(value)


def feed(client: TestClient, query: str = "") -> etree._Element:
    response = client.get(f"/feed.atom?{query}")
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "application/atom+xml; charset=utf-8"
    return etree.fromstring(response.content)


class TestTheFeed:
    def test_it_has_all_that_atom_asks_for(self, client: TestClient) -> None:
        found = feed(client)
        assert found.tag == f"{ATOM}feed"
        entries = found.findall(f"{ATOM}entry")
        for each in (found, *entries):
            assert each.findtext(f"{ATOM}id", "").startswith("urn:uuid:")
            assert each.findtext(f"{ATOM}title")
            moment = datetime.fromisoformat(each.findtext(f"{ATOM}updated", ""))
            assert moment.tzinfo is not None
            links = [link.get("href", "") for link in each.findall(f"{ATOM}link")]
            assert links
            assert all(link.startswith("http://dashboard.example/") for link in links)
        assert found.findtext(f"{ATOM}author/{ATOM}name")
        ids = [each.findtext(f"{ATOM}id") for each in entries]
        assert len(set(ids)) == len(ids)

    def test_it_tells_of_the_release_and_of_every_document_newest_first(
        self, client: TestClient, newest: Release
    ) -> None:
        entries = feed(client, "lang=en").findall(f"{ATOM}entry")
        titles = [each.findtext(f"{ATOM}title", "") for each in entries]
        assert titles[0] == f"Release {newest.name}"
        numbers = {title.partition(":")[0] for title in titles[1:]}
        assert numbers == {row.number for row in read.decisions(newest)}
        moments = [datetime.fromisoformat(each.findtext(f"{ATOM}updated", "")) for each in entries]
        assert moments == sorted(moments, reverse=True)

    def test_a_document_is_of_the_day_it_was_signed_on_in_the_province(
        self, client: TestClient
    ) -> None:
        entries = feed(client, "sector=education").findall(f"{ATOM}entry")
        assert [each.findtext(f"{ATOM}updated") for each in entries][1:] == [
            "2020-03-04T00:00:00+07:00"
        ]


@pytest.mark.parametrize("path", ["/calendar.ics", "/feed.atom"])
class TestBoth:
    def test_a_pinned_link_may_be_kept_and_a_floating_one_is_asked_again(
        self, client: TestClient, newest: Release, path: str
    ) -> None:
        floating = client.get(path)
        pinned = client.get(f"{path}?release={newest.name}")
        assert floating.headers["cache-control"] == "no-cache"
        assert pinned.headers["cache-control"] == api.PINNED
        again = client.get(path, headers={"if-none-match": floating.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")

    @pytest.mark.parametrize("query", ["sector=nothing", "page=2", "lang=fr", "from=yesterday"])
    def test_what_cannot_be_meant_is_refused_in_words(
        self, client: TestClient, path: str, query: str
    ) -> None:
        response = client.get(f"{path}?{query}")
        assert response.status_code == 400
        assert response.json()["notices"][0]["key"] == query.partition("=")[0]

    def test_a_release_that_is_not_here_is_not_found(self, client: TestClient, path: str) -> None:
        response = client.get(f"{path}?release=2019w01-00000000")
        assert (response.status_code, response.json()["error"]) == (404, "unknown_release")
