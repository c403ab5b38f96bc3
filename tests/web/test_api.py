"""What programs get: the rows of the pages, whole and once, or an error that says what is wrong."""

import csv
import json
import re
import resource
import shutil
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import validate
from pyarrow import parquet
from starlette.testclient import TestClient

from lsdash import short_links
from lsdash.export.tables import rows
from lsdash.settings import ROOT, Settings
from lsdash.store import build, read, release, shelf
from lsdash.store.release import Release
from lsdash.view import Notice, from_query, to_query
from lsdash.vocabulary import Kind, Measure, Sector, Status
from lsdash.web.entrance import capacity, sessions
from lsdash.web.routes import api, openapi, subscriptions
from tests.conftest import MEMORY_MB, WeeksFolder

Row = dict[str, Any]
TABLES = {"decisions": rows.DECISION_COLUMNS, "facts": rows.FACT_COLUMNS}
FILES = [form for form in openapi.FORMS if form != "json"]
ROADS = "381-qd-ubnd-2020"


def answer(client: TestClient, path: str, status: int = 200) -> Any:
    """The JSON at a path, which must come with this status."""
    response = client.get(path)
    assert response.status_code == status, response.text
    assert response.headers["content-type"].startswith("application/json")
    return response.json()


def found(client: TestClient, table: str, query: str = "") -> list[Row]:
    return list(answer(client, f"/api/{table}.json?{query}")["rows"])


def told(client: TestClient, path: str, status: int) -> list[tuple[str, str, str]]:
    """What the error at a path notices, as (notice, key, value)."""
    notices = answer(client, path, status)["notices"]
    return [(each["notice"], each["key"], each["value"]) for each in notices]


def read_back(form: str, content: bytes) -> list[list[str]]:
    """The lines of a table's file, each cell as text, its head first."""
    if form == "csv":
        return [*csv.reader(StringIO(content.decode("utf-8-sig")))]
    if form == "parquet":
        table = parquet.read_table(BytesIO(content))
        lines = [[plain(value) for value in line.values()] for line in table.to_pylist()]
        return [table.column_names, *lines]
    sheet = openpyxl.load_workbook(BytesIO(content)).worksheets[0]
    return [[as_text(value) for value in line] for line in sheet.iter_rows(values_only=True)]


def plain(value: object) -> str:
    """A cell of a Parquet file as text; its numbers all have six decimals."""
    return rows.cell(f"{value.normalize():f}" if isinstance(value, Decimal) else value)


def as_text(value: object) -> str:
    return rows.cell(value.date() if isinstance(value, datetime) else value)


def same(cell: str) -> str | Decimal:
    """A number by its value: 6.50 in one form is 6.5 in another; a number of a document is text."""
    return Decimal(cell) if re.fullmatch(r"-?\d+(\.\d+)?", cell) else cell


@pytest.fixture
def name(place: Settings) -> str:
    return shelf.newest(place)


class TestTheReleaseAsAFile:
    def test_it_is_the_file_itself_and_duckdb_reads_it(
        self, client: TestClient, release: Release, tmp_path: Path
    ) -> None:
        response = client.get(f"/api/releases/{release.name}.duckdb")
        assert response.headers["cache-control"] == api.PINNED
        assert f"lang-son-{release.name}.duckdb" in response.headers["content-disposition"]
        file = tmp_path / f"lang-son-{release.name}.duckdb"
        file.write_bytes(response.content)
        with duckdb.connect(str(file), read_only=True) as opened:
            slugs = opened.sql("SELECT slug FROM decisions ORDER BY id DESC").fetchall()
        assert [slug for (slug,) in slugs] == [row.slug for row in read.decisions(release)]

    def test_the_newest_is_asked_for_as_latest_and_a_part_by_its_range(
        self, client: TestClient, name: str
    ) -> None:
        whole = client.get("/api/releases/latest.duckdb")
        assert whole.headers["cache-control"] == "no-cache"
        assert name in whole.headers["content-disposition"]
        part = client.get(f"/api/releases/{name}.duckdb", headers={"range": "bytes=8-11"})
        assert (part.status_code, part.content) == (206, b"DUCK")

    def test_one_that_is_not_here_is_refused_in_words(self, client: TestClient) -> None:
        assert answer(client, "/api/releases/2019w01-00000000.duckdb", 404)["error"] == (
            "unknown_release"
        )
        assert answer(client, "/api/releases/..%2Fsecret.duckdb", 404)


class TestRows:
    def test_every_document_of_the_release_is_there_once_newest_first(
        self, client: TestClient, release: Release
    ) -> None:
        assert [row["decision"] for row in found(client, "decisions")] == [
            row.slug for row in read.decisions(release)
        ]

    def test_every_fact_of_the_release_is_there_once_with_its_numbers(
        self, client: TestClient, release: Release
    ) -> None:
        expected = [rows.fact_row(fact, release.name) for fact in read.facts(release)]
        assert found(client, "facts") == json.loads(rows.json_text(expected))

    @pytest.mark.parametrize("table", TABLES)
    @pytest.mark.parametrize("form", FILES)
    def test_a_file_for_spreadsheets_holds_the_same_rows(
        self, client: TestClient, table: str, form: str, name: str
    ) -> None:
        response = client.get(f"/api/{table}.{form}")
        assert response.headers["content-type"] == openapi.FORMS[form]
        file_name = f"lang-son-{table}-{name}.{form}"
        assert f'filename="{file_name}"' in response.headers["content-disposition"]
        head, *lines = read_back(form, response.content)
        assert head == rows.names(TABLES[table])
        as_json = [[rows.cell(row[column]) for column in head] for row in found(client, table)]
        assert [[same(cell) for cell in line] for line in lines] == [
            [same(cell) for cell in line] for line in as_json
        ]

    def test_spreadsheets_know_the_text_as_utf_8(self, client: TestClient) -> None:
        assert client.get("/api/facts.csv").content.startswith("\ufeff".encode())

    @pytest.mark.parametrize("table", TABLES)
    def test_an_answer_without_rows_is_whole_in_every_form(
        self, client: TestClient, table: str
    ) -> None:
        nothing = "status=proposed&sector=health"
        whole = answer(client, f"/api/{table}.json?{nothing}")
        assert (whole["rows"], whole["next"]) == ([], None)
        assert whole["columns"] == rows.names(TABLES[table])
        for form in FILES:
            content = client.get(f"/api/{table}.{form}?{nothing}").content
            assert read_back(form, content) == [whole["columns"]]


class TestFilters:
    """Every key narrows to just the rows that say so themselves."""

    @pytest.mark.parametrize("table", TABLES)
    @pytest.mark.parametrize(
        ("query", "passes"),
        [
            *((f"sector={code}", lambda row, code=code: row["sector"] == code) for code in Sector),
            *((f"status={code}", lambda row, code=code: row["status"] == code) for code in Status),
            ("sector=health&sector=energy", lambda row: row["sector"] in {"health", "energy"}),
            ("week=2020-w10", lambda row: row["week"] == "2020-w10"),
            ("from=2020-03-06", lambda row: row["signed_on"] >= "2020-03-06"),
            ("to=2020-03-04", lambda row: row["signed_on"] <= "2020-03-04"),
            ("from=2020-03-03&to=2020-03-03", lambda row: row["signed_on"] == "2020-03-03"),
            (
                "status=decided&from=2020-03-05",
                lambda row: row["status"] == "decided" and row["signed_on"] >= "2020-03-05",
            ),
        ],
    )
    def test_a_filter(
        self, client: TestClient, table: str, query: str, passes: Callable[[Row], bool]
    ) -> None:
        assert found(client, table, query) == [row for row in found(client, table) if passes(row)]

    @pytest.mark.parametrize("kind", Kind)
    def test_a_kind_of_document(self, client: TestClient, kind: Kind) -> None:
        of_kind = [row for row in found(client, "decisions") if row["kind"] == kind]
        assert found(client, "decisions", f"kind={kind}") == of_kind
        slugs = {row["decision"] for row in of_kind}
        facts = [row for row in found(client, "facts") if row["decision"] in slugs]
        assert found(client, "facts", f"kind={kind}") == facts

    @pytest.mark.parametrize("measure", Measure)
    def test_a_measure_of_facts(self, client: TestClient, measure: Measure) -> None:
        of_measure = [row for row in found(client, "facts") if row["measure"] == measure]
        assert found(client, "facts", f"measure={measure}") == of_measure

    @pytest.mark.parametrize("words", ["duong nong thon", "đường nông thôn", "381"])
    def test_words_with_or_without_their_marks(self, client: TestClient, words: str) -> None:
        assert [row["decision"] for row in found(client, "decisions", f"q={words}")] == [ROADS]
        assert {row["decision"] for row in found(client, "facts", f"q={words}")} == {ROADS}

    def test_one_document_and_one_fact_of_it(self, client: TestClient) -> None:
        assert [row["decision"] for row in found(client, "decisions", f"doc={ROADS}")] == [ROADS]
        facts = found(client, "facts", f"doc={ROADS}")
        assert facts == [row for row in found(client, "facts") if row["decision"] == ROADS]
        one = found(client, "facts", f"doc={ROADS}&fact=road-total")
        assert [row["fact"] for row in one] == [f"{ROADS}/road-total"]

    @pytest.mark.parametrize("page", ["overview", "decisions"])
    @pytest.mark.parametrize(
        "view",
        [
            {"sector": ["transport", "health"], "kind": ["QD"]},
            {"status": ["proposed"], "week": ["2020-w10"], "from": ["2020-03-01"]},
            {"q": ["đường"], "to": ["2020-03-08"], "sheet": ["1"]},
        ],
    )
    def test_the_query_of_a_page_means_the_same_here(
        self, client: TestClient, release: Release, page: str, view: dict[str, list[str]]
    ) -> None:
        meant, _ = from_query(view, page)
        query = to_query(meant) | {"lang": ["en"], "kiosk": ["1"], "agenda": [page], "at": ["1"]}
        response = client.get("/api/decisions.json", params=query)
        on_page, _ = from_query(view, "decisions")
        shown = read.decisions(release, on_page.applied())
        assert [row["decision"] for row in response.json()["rows"]] == [row.slug for row in shown]
        assert not re.search("lang|kiosk|agenda|at=", response.json()["link"])


class TestSheets:
    @pytest.mark.parametrize("query", ["", f"&doc={ROADS}", "&status=decided", "&q=2020"])
    @pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
    @pytest.mark.parametrize("table", TABLES)
    def test_following_next_reaches_every_row_exactly_once(
        self, client: TestClient, table: str, size: int, query: str
    ) -> None:
        everything = found(client, table, query.removeprefix("&"))
        read_on: list[Row] = []
        following: str | None = f"/api/{table}.json?size={size}{query}"
        asked = 0
        while following:
            response = client.get(following)
            sheet = response.json()
            assert len(sheet["rows"]) <= size
            linked = f'<{sheet["next"]}>; rel="next"' if sheet["next"] else None
            assert response.headers.get("link") == linked
            read_on += sheet["rows"]
            following = sheet["next"]
            asked += 1
        assert read_on == everything
        assert asked == max(1, -(-len(everything) // size))

    def test_files_are_read_on_by_their_link_as_well(self, client: TestClient) -> None:
        lines: list[str] = []
        following = "/api/facts.csv?size=10"
        while following:
            response = client.get(following)
            lines += response.content.decode("utf-8-sig").splitlines()[1:]
            following = (re.findall("<(.+)>", response.headers.get("link", "")) or [""])[0]
        assert len(lines) == len(found(client, "facts"))

    def test_a_sheet_behind_the_last_is_empty(self, client: TestClient) -> None:
        for query in ("sheet=99", f"doc={ROADS}&sheet=2"):
            beyond = answer(client, f"/api/facts.json?{query}")
            assert (beyond["rows"], beyond["next"]) == ([], None)

    def test_the_link_of_an_answer_gives_the_same_answer(self, client: TestClient) -> None:
        query = "sector=transport&measure=road_funding&q=đường&size=2&sheet=2&release=latest"
        first = answer(client, f"/api/facts.json?{query}")
        assert "release=2020w10-" in first["link"]
        assert answer(client, first["link"]) == first

    @pytest.mark.parametrize("size", ["0", "10001", "-1", "1e3", "ten", "٣", "1" * 400])
    def test_how_many_rows_are_too_many_is_said(self, client: TestClient, size: str) -> None:
        notices = told(client, f"/api/facts.json?size={size}", 400)
        assert notices == [(Notice.CLAMPED_INPUT, "size", size[:80])]

    def test_the_most_rows_of_a_sheet_are_given(self, client: TestClient) -> None:
        assert found(client, "facts", f"size={openapi.MAX_SIZE}") == found(client, "facts")


class TestErrors:
    @pytest.mark.parametrize(
        ("table", "query", "notices"),
        [
            ("decisions", "colour=red", [(Notice.UNKNOWN_KEY, "colour", "")]),
            ("decisions", "colour=", [(Notice.UNKNOWN_KEY, "colour", "")]),
            ("decisions", "measure=road_funding", [(Notice.UNKNOWN_KEY, "measure", "")]),
            ("decisions", "fact=road-total", [(Notice.UNKNOWN_KEY, "fact", "")]),
            ("facts", "crews=3", [(Notice.UNKNOWN_KEY, "crews", "")]),
            ("facts", "class=1", [(Notice.UNKNOWN_KEY, "class", "")]),
            ("facts", "sector=no_such", [(Notice.UNKNOWN_VALUE, "sector", "no_such")]),
            ("facts", "kind=XX", [(Notice.UNKNOWN_VALUE, "kind", "XX")]),
            ("facts", "status=maybe", [(Notice.UNKNOWN_VALUE, "status", "maybe")]),
            ("facts", "measure=gold", [(Notice.UNKNOWN_VALUE, "measure", "gold")]),
            ("facts", "from=2020-02-30", [(Notice.UNKNOWN_VALUE, "from", "2020-02-30")]),
            ("reports", "from=%01", [(Notice.UNKNOWN_VALUE, "from", "�")]),
            ("facts", "to=%20", [(Notice.UNKNOWN_VALUE, "to", "")]),
            ("facts", "to=soon", [(Notice.UNKNOWN_VALUE, "to", "soon")]),
            ("facts", "week=last", [(Notice.UNKNOWN_VALUE, "week", "last")]),
            *(
                ("facts", f"{key}=", [(Notice.UNKNOWN_VALUE, key, "")])
                for key in (
                    "sector",
                    "kind",
                    "status",
                    "week",
                    "from",
                    "to",
                    "measure",
                    "sheet",
                    "in",
                )
            ),
            (
                "facts",
                "size=",
                [(Notice.UNKNOWN_VALUE, "size", ""), (Notice.CLAMPED_INPUT, "size", "")],
            ),
            *(
                ("decisions", f"q={written}", [(Notice.NO_WORDS, "q", kept)])
                for written, kept in (("%", "%"), ("😀", "😀"), ("!!!", "!!!"), ("%ff", "�"))
            ),
            (
                "facts",
                "from=2020-03-08&to=2020-03-02",
                [(Notice.REVERSED, "from", "2020-03-08 > 2020-03-02")],
            ),
            ("facts", "sheet=0", [(Notice.CLAMPED, "sheet", "0")]),
            ("facts", "q=a+b+c+d+e+f+g", [(Notice.SEARCH_CUT, "q", "6")]),
            (
                "facts",
                "colour=red&sector=no_such&week=1999-w01",
                [
                    (Notice.UNKNOWN_VALUE, "sector", "no_such"),
                    (Notice.UNKNOWN_KEY, "colour", ""),
                    (Notice.UNKNOWN_WEEK, "week", "1999-w01"),
                ],
            ),
        ],
    )
    def test_what_a_page_would_tell_of_is_an_error_with_the_same_notice(
        self, client: TestClient, table: str, query: str, notices: list[tuple[str, str, str]]
    ) -> None:
        assert told(client, f"/api/{table}.json?{query}", 400) == notices
        assert client.get(f"/api/{table}.csv?{query}").status_code == 400

    def test_too_many_values_of_a_key_are_refused(self, client: TestClient) -> None:
        query = "&".join(f"week=2020-w{number:02}" for number in range(1, 53))
        assert (Notice.TOO_MANY, "week", "40") in told(client, f"/api/facts.json?{query}", 400)

    @pytest.mark.parametrize(
        ("path", "notice"),
        [
            ("/api/decisions.json?doc=1-qd-1999", (Notice.UNKNOWN_DOCUMENT, "doc", "1-qd-1999")),
            ("/api/facts.json?week=1999-w01", (Notice.UNKNOWN_WEEK, "week", "1999-w01")),
            ("/api/facts.json?fact=road-total", (Notice.UNKNOWN_FACT, "fact", "road-total")),
            ("/api/facts.json?doc=1-qd-1999", (Notice.UNKNOWN_DOCUMENT, "doc", "1-qd-1999")),
            (f"/api/facts.json?doc={ROADS}&fact=gold", (Notice.UNKNOWN_FACT, "fact", "gold")),
        ],
    )
    def test_what_the_release_does_not_hold_is_not_found(
        self, client: TestClient, path: str, notice: tuple[str, str, str]
    ) -> None:
        assert told(client, path, 404) == [notice]

    @pytest.mark.parametrize("sign", ["%00", "%0a", "%e2%80%ae", "%7f"])
    def test_an_id_with_a_sign_that_cannot_be_printed_is_not_found(
        self, client: TestClient, name: str, sign: str
    ) -> None:
        for path in (f"release={name}{sign}", f"doc={ROADS}{sign}", f"doc={ROADS}&fact=road{sign}"):
            assert client.get(f"/api/facts.json?{path}").status_code == 404

    @pytest.mark.parametrize("held", ["*", '"{name}-0.1.0"'])
    @pytest.mark.parametrize("query", ["doc=1-qd-1999", f"doc={ROADS}&fact=gold", "week=1999-w01"])
    def test_what_is_not_there_is_never_said_to_be_unchanged(
        self, client: TestClient, name: str, query: str, held: str
    ) -> None:
        headers = {"if-none-match": held.format(name=name)}
        assert client.get(f"/api/facts.json?{query}", headers=headers).status_code == 404

    @pytest.mark.parametrize("release", ["2031w01-00000000", "../../etc/passwd", "CURRENT"])
    def test_a_release_that_is_not_here_is_not_found(
        self, client: TestClient, release: str
    ) -> None:
        error = answer(client, f"/api/facts.json?release={release}", 404)
        assert error["error"] == "unknown_release"

    def test_a_withdrawn_release_is_gone_and_says_why(
        self,
        client: TestClient,
        own_place: Settings,
        name: str,
        weeks_folder: WeeksFolder,
        contract: dict[str, Any],
    ) -> None:
        weeks_folder.add_next_week()
        newer = build.build(Settings(weeks_folder.path, own_place.releases, own_place.memory_mb))
        reason = "Đọc nhầm một số"
        shelf.withdraw(own_place, name, reason=reason, on=date(2020, 3, 20), replacement=newer)
        for table in TABLES:
            error = answer(client, f"/api/{table}.json?release={name}", 410)
            check(contract, "Error", error)
            assert error["error"] == "withdrawn_release"
            assert error["message"]["vi"].endswith(reason)
            assert error["message"]["en"].endswith(f"{reason} [in Vietnamese]")
            assert client.get(f"/api/{table}.csv?release={name}").status_code == 410
        here = answer(client, "/api/releases.json")
        check(contract, "Releases", here)
        assert [each["release"] for each in here["releases"]] == [newer]
        gone = {"release": name, "reason": reason, "replacement": newer, "reason_en": None}
        assert here["withdrawn"] == [gone]

    @pytest.mark.parametrize(
        "path", ["/api", "/api/", "/api/facts", "/api/facts.exe", "/api/facts.json/1"]
    )
    def test_an_address_that_is_none_says_where_they_are_described(
        self, client: TestClient, path: str
    ) -> None:
        error = answer(client, path, 404)
        assert error["error"] == "missing"
        assert "/api/openapi.json" in error["message"]["en"]

    def test_a_query_that_is_too_long_is_refused_unread(self, client: TestClient) -> None:
        longest = f"q={'x' * (openapi.MAX_QUERY - 2)}"
        assert client.get(f"/api/facts.json?{longest}").status_code == 400
        error = answer(client, f"/api/facts.json?{longest}x", 414)
        assert error["error"] == "long_query"
        assert f"{openapi.MAX_QUERY}" in error["message"]["vi"]

    def test_every_error_speaks_both_languages_and_is_never_kept(self, client: TestClient) -> None:
        response = client.get("/api/facts.json?colour=red")
        error = response.json()
        assert response.headers["cache-control"] == "no-store"
        for said in (error["message"], error["notices"][0]["message"]):
            assert set(said) == {"vi", "en"}
            assert said["vi"] != said["en"]
        assert "colour" in error["notices"][0]["message"]["vi"]

    def test_an_error_says_what_is_wrong_and_never_that_something_was_shown(
        self, client: TestClient
    ) -> None:
        error = answer(client, "/api/facts.json?size=0&colour=red&sector=x&sheet=0", 400)
        said = " ".join(notice["message"]["en"] for notice in error["notices"])
        assert not re.search("ignored|shown|nearest|cleared", said)

    @pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
    def test_nothing_can_be_written(self, client: TestClient, method: str) -> None:
        response = client.request(method, "/api/facts.json")
        assert response.status_code == 405
        assert set(response.headers["allow"].split(", ")) == {"GET", "HEAD"}

    def test_no_input_makes_a_header_of_its_own(self, client: TestClient) -> None:
        hostile = "a%0d%0aX-Evil:%201%0d%0a%0d%0a%3Cscript%3E>; rel=evil"
        response = client.get(f"/api/decisions.json?size=1&q={hostile}")
        assert "x-evil" not in response.headers
        response = client.get("/api/facts.json?size=1&from=2020-01-01&q=2020%22%3E,%20%3C/evil")
        assert "evil" not in response.headers.get("link", "")

    def test_markup_comes_back_as_text_that_no_browser_takes_for_a_page(
        self, client: TestClient
    ) -> None:
        response = client.get("/api/facts.json?sector=<script>alert(1)</script>")
        assert response.headers["content-type"] == "application/json"
        assert response.headers["x-content-type-options"] == "nosniff"


class TestKeeping:
    def test_a_pinned_answer_is_kept_for_a_day_and_not_sent_again(
        self, client: TestClient, name: str
    ) -> None:
        response = client.get(f"/api/facts.json?release={name}")
        assert response.headers["cache-control"] == "public, max-age=86400"
        held = {"if-none-match": response.headers["etag"]}
        again = client.get(f"/api/facts.json?release={name}", headers=held)
        assert (again.status_code, again.content) == (304, b"")

    def test_who_holds_an_answer_learns_that_its_release_was_withdrawn(
        self, client: TestClient, name: str, own_place: Settings
    ) -> None:
        path = f"/api/facts.json?release={name}"
        held = {"if-none-match": client.get(path).headers["etag"]}
        shelf.withdraw(own_place, name, reason="Đọc nhầm", on=date(2020, 3, 20))
        assert client.get(path, headers=held).status_code == 410

    @pytest.mark.parametrize("query", ["", "?release=latest", "?release="])
    def test_the_newest_is_asked_for_again_and_says_when_nothing_has_changed(
        self, client: TestClient, query: str
    ) -> None:
        first = client.get(f"/api/facts.csv{query}")
        assert first.headers["cache-control"] == "no-cache"
        tag = first.headers["etag"]
        assert tag.startswith('W/"')  # packed and plain answers have the same tag
        for held in (tag, f'{tag.removeprefix("W/")}, "other"', "*"):
            again = client.get(f"/api/facts.csv{query}", headers={"if-none-match": held})
            assert (again.status_code, again.content) == (304, b"")
            assert again.headers["etag"] == tag
        other = client.get(f"/api/facts.csv{query}", headers={"if-none-match": '"other"'})
        assert (other.status_code, other.content) == (200, first.content)

    def test_a_new_release_changes_the_newest_and_not_one_byte_of_the_pinned(
        self, client: TestClient, name: str, own_place: Settings, weeks_folder: WeeksFolder
    ) -> None:
        paths = [f"/api/{table}.{form}?release={name}" for table in TABLES for form in api.WRITE]
        pinned = [client.get(path).content for path in paths]
        before = found(client, "facts", f"release={name}")
        tag = client.get("/api/facts.json").headers["etag"]
        weeks_folder.add_next_week()
        newer = build.build(Settings(weeks_folder.path, own_place.releases, own_place.memory_mb))
        assert newer != name
        assert [client.get(path).content for path in paths] == pinned
        latest = client.get("/api/facts.json", headers={"if-none-match": tag})
        assert latest.status_code == 200
        assert latest.json()["release"] == newer
        assert len(latest.json()["rows"]) == 2 * len(before)
        assert found(client, "decisions", "week=2020-w11")
        here = answer(client, "/api/releases.json")["releases"]
        assert [(each["release"], each["current"], each["documents"]) for each in here] == [
            (newer, True, 16),
            (name, False, 8),
        ]

    @pytest.mark.parametrize(
        "path", ["/api/facts.json", "/api/facts.csv", "/api/releases.json", "/healthz"]
    )
    def test_who_asks_for_the_head_alone_gets_what_a_get_would_say(
        self, client: TestClient, path: str
    ) -> None:
        head, whole = client.head(path), client.get(path)
        assert head.status_code == whole.status_code == 200
        for header in ("content-length", "content-type", "cache-control", "etag", "link"):
            assert head.headers.get(header) == whole.headers.get(header)


class TestHealth:
    def test_a_release_that_opens_is_healthy(self, client: TestClient, name: str) -> None:
        state = answer(client, "/healthz")
        assert (state["status"], state["release"]) == ("ok", name)
        assert state["documents_to"] == "2020-03-08"

    def test_no_release_at_all_and_no_records_to_build_one(
        self,
        client: TestClient,
        own_place: Settings,
        name: str,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setenv("LSDASH_RECORDS", str(tmp_path / "none"))
        (own_place.releases / f"{name}.duckdb").unlink()
        for path in ("/healthz", "/api/facts.json", "/api/releases.json"):
            assert answer(client, path, 503)["error"] == "unusable"

    @pytest.mark.parametrize("path", ["/healthz", "/api/facts.json", "/api/releases.json"])
    def test_a_release_that_was_deleted_is_built_again_whoever_asks(
        self, client: TestClient, own_place: Settings, path: str
    ) -> None:
        for file in own_place.releases.glob("*.duckdb"):
            file.unlink()
        answer(client, path)
        assert len([*own_place.releases.glob("*.duckdb")]) == 1

    @pytest.mark.parametrize("damage", ["cut", "overwritten"])
    def test_an_open_release_that_is_written_into_goes_on_and_is_unwell(
        self,
        client: TestClient,
        own_place: Settings,
        name: str,
        damage: str,
        contract: dict[str, Any],
    ) -> None:
        before = found(client, "facts")
        file = own_place.releases / f"{name}.duckdb"
        shelf._open(file, file.stat().st_mtime_ns, own_place.memory_mb)
        with file.open("r+b") as opened:
            if damage == "cut":
                opened.truncate(file.stat().st_size // 2)
            else:
                opened.write(bytes(4096))
        state = answer(client, "/healthz", 503)
        check(contract, "Health", state)
        assert (state["status"], state["problems"]) == ("unwell", ["release"])
        assert found(client, "facts") == before

    def test_a_whole_file_that_is_put_in_its_place_harms_nothing(
        self, client: TestClient, own_place: Settings, name: str, release_file: Path
    ) -> None:
        answer(client, "/healthz")
        aside = own_place.releases / "aside"
        shutil.copy(release_file, aside)
        aside.replace(own_place.releases / f"{name}.duckdb")
        assert answer(client, "/healthz")["status"] == "ok"

    def test_few_handles_that_are_left(self, client: TestClient) -> None:
        used = capacity.handles().used
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (used + sessions.RESERVE - 20, hard))
        try:
            state = answer(client, "/healthz", 503)
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        assert state["problems"] == ["handles"]
        assert 0 < state["handles"]["used"] < state["handles"]["most"]
        assert answer(client, "/healthz")["status"] == "ok"

    def test_memory_that_runs_out(
        self, client: TestClient, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        used = capacity.memory().used
        assert used > 50
        monkeypatch.setattr(capacity, "_memory_limit", lambda: used)
        assert answer(client, "/healthz", 503)["problems"] == ["memory"]

    def test_short_links_that_cannot_be_read(self, client: TestClient, own_place: Settings) -> None:
        (own_place.releases / short_links.FILE).write_text("no database\n" * 100)
        assert answer(client, "/healthz", 503)["problems"] == ["links"]

    def test_a_damaged_release(
        self, client: TestClient, own_place: Settings, name: str, release_file: Path
    ) -> None:
        file = own_place.releases / f"{name}.duckdb"
        file.write_bytes(release_file.read_bytes()[:4096])
        error = answer(client, "/healthz", 503)
        assert error["error"] == "unusable"
        assert str(own_place.releases) not in json.dumps(error)  # paths are for the log alone
        shutil.copy(release_file, file)
        shelf._open.cache_clear()
        assert answer(client, "/healthz")["status"] == "ok"

    def test_a_setting_that_cannot_be_used(
        self, client: TestClient, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("LSDASH_MEMORY_MB", "much")
        assert answer(client, "/healthz", 503)["error"] == "unusable"

    def test_a_question_that_takes_too_long_is_broken_off(
        self, client: TestClient, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        endless = "SELECT sum(a.range % 7 * b.range) AS n FROM range(9999999) a, range(9999999) b;"
        before = found(client, "facts")
        with monkeypatch.context() as changed:
            changed.setattr(release, "PATIENCE_SECONDS", 0.2)
            changed.setattr(release, "sql", lambda _question: endless)
            error = answer(client, "/api/facts.json", 503)
        assert error["error"] == "slow"
        assert found(client, "facts") == before


@pytest.fixture
def contract(client: TestClient) -> dict[str, Any]:
    return dict(answer(client, "/api/openapi.json"))


def check(contract: dict[str, Any], schema: str, value: object) -> None:
    """Raises what is wrong with a value that should be as the contract says."""
    whole = contract | {"$ref": f"#/components/schemas/{schema}"}
    Draft202012Validator(whole, format_checker=FormatChecker()).validate(value)


class TestContract:
    def test_it_is_as_the_standard_wants_it(self, contract: dict[str, Any]) -> None:
        validate(contract)

    def test_it_names_every_address_and_no_other(self, contract: dict[str, Any]) -> None:
        routes = (*api.ROUTES, *subscriptions.ROUTES)
        served = {route.path for route in routes} - {"/api", "/api/{rest:path}"}
        assert set(contract["paths"]) == served

    @pytest.mark.parametrize(
        ("path", "schema"),
        [
            ("/api/decisions.json", "Decisions"),
            ("/api/decisions.json?sector=health&size=1", "Decisions"),
            ("/api/facts.json", "Facts"),
            ("/api/facts.json?size=1", "Facts"),
            ("/api/facts.json?sector=health&status=proposed", "Facts"),
            ("/api/releases.json", "Releases"),
            ("/healthz", "Health"),
        ],
    )
    def test_answers_are_as_it_says(
        self, client: TestClient, contract: dict[str, Any], path: str, schema: str
    ) -> None:
        check(contract, schema, answer(client, path))

    @pytest.mark.parametrize(
        ("path", "status"),
        [
            ("/api/facts.json?colour=red&sector=x&from=soon&sheet=0&size=0&q=a+b+c+d+e+f+g", 400),
            ("/api/facts.json?fact=x", 404),
            ("/api/facts.json?release=2031w01-00000000", 404),
            ("/api/decisions.json?doc=none", 404),
            ("/api/nothing", 404),
            (f"/api/facts.json?q={'x' * openapi.MAX_QUERY}", 414),
        ],
    )
    def test_errors_are_as_it_says(
        self, client: TestClient, contract: dict[str, Any], path: str, status: int
    ) -> None:
        check(contract, "Error", answer(client, path, status))

    def test_rows_of_another_shape_would_not_pass(
        self, client: TestClient, contract: dict[str, Any]
    ) -> None:
        whole = answer(client, "/api/facts.json")
        for spoilt in (
            {**whole["rows"][0], "more": 1},
            {**whole["rows"][0], "low": "5"},
            {**whole["rows"][0], "unit": "cubit"},
            {**whole["rows"][0], "signed_on": "yesterday"},
            {key: value for key, value in whole["rows"][0].items() if key != "basis"},
        ):
            valid = Draft202012Validator(
                contract | {"$ref": "#/components/schemas/Facts"}, format_checker=FormatChecker()
            ).is_valid(whole | {"rows": [spoilt]})
            assert not valid

    @pytest.mark.parametrize("table", TABLES)
    def test_its_keys_are_taken_and_all_others_are_refused(
        self, client: TestClient, contract: dict[str, Any], table: str, name: str
    ) -> None:
        values = {
            "release": name,
            "week": "2020-w10",
            "from": "2020-03-01",
            "to": "2020-03-08",
            "q": "2020",
            "doc": ROADS,
            "fact": "road-total",
            "sheet": "1",
            "size": "5",
        }
        parameters = contract["paths"][f"/api/{table}.{{form}}"]["get"]["parameters"]
        keys = {each["name"]: each["schema"] for each in parameters if each["in"] == "query"}
        for key, schema in keys.items():
            codes = schema.get("items", schema).get("enum", [values.get(key)])
            for code in codes:
                beside = {"doc": ROADS} if key == "fact" else {}
                response = client.get(f"/api/{table}.json", params={key: code} | beside)
                assert response.status_code == 200, (key, code, response.text)
        for key in openapi.KEYS:
            if key.name not in keys:
                assert told(client, f"/api/{table}.json?{key.name}=1", 400) == [
                    (Notice.UNKNOWN_KEY, key.name, "")
                ]

    def test_its_limits_are_those_that_hold(self, contract: dict[str, Any]) -> None:
        parameters = contract["paths"]["/api/facts.{form}"]["get"]["parameters"]
        size = next(each["schema"] for each in parameters if each["name"] == "size")
        assert (size["default"], size["maximum"]) == (openapi.SIZE, openapi.MAX_SIZE)
        form = next(each["schema"] for each in parameters if each["name"] == "form")
        assert form["enum"] == [*api.WRITE] == [*openapi.FORMS]
        described = contract["paths"]["/api/facts.{form}"]["get"]["responses"]["200"]["content"]
        assert {*described} == {each.partition(";")[0] for each in openapi.FORMS.values()}

    def test_every_part_is_described(self, contract: dict[str, Any]) -> None:
        for path in contract["paths"].values():
            assert path["get"]["summary"]
            assert all(each["description"] for each in path["get"]["parameters"])
        for table in ("Decision", "Fact"):
            columns = contract["components"]["schemas"][table]["properties"]
            assert all(column["description"] for column in columns.values())


class TestRelationsAndFollowUp:
    """The two tables that are worked out: how documents stand to others, and what is to be done."""

    @pytest.fixture
    def client(
        self, client: TestClient, own_place: Settings, weeks_folder: WeeksFolder
    ) -> TestClient:
        """Asks a server with two later weeks."""
        for record in ("amending/2020-w11.yaml", "following/2020-w12.yaml"):
            shutil.copy(ROOT / "tests" / "fixtures" / record, weeks_folder.path)
        place = Settings(weeks_folder.path, own_place.releases, own_place.memory_mb)
        build.build(place, invented=True)
        return client

    def test_a_correction_is_told_with_both_documents_and_both_figures(
        self, client: TestClient, contract: dict[str, Any]
    ) -> None:
        whole = answer(client, "/api/relations.json?week=2020-w11")
        check(contract, "Relations", whole)
        row = next(row for row in whole["rows"] if row["relation"] == "corrects" and row["fact"])
        assert (row["document"], row["to_document"]) == ("61/TB-UBND", "381/QĐ-UBND")
        assert row["fact"] == "61-tb-ubnd-2020/cement"
        assert row["to_fact"] == f"{ROADS}/road-cement"
        assert (row["before_printed"], row["printed"]) == ("8.300 triệu đồng", "8.030 triệu đồng")

    def test_relations_of_one_document_are_those_of_both_sides(self, client: TestClient) -> None:
        rows_of_roads = found(client, "relations", f"doc={ROADS}")
        ends = {(row["decision"], row["to_decision"]) for row in rows_of_roads}
        assert ends == {("61-tb-ubnd-2020", ROADS), (ROADS, None)}

    def test_what_is_to_be_done_has_its_state_and_days(
        self, client: TestClient, contract: dict[str, Any]
    ) -> None:
        whole = answer(client, "/api/follow_up.json")
        check(contract, "FollowUp", whole)
        told = {
            (row["document"], row["of"]): (row["state"], row["days_left"], row["days_waited"])
            for row in whole["rows"]
        }
        assert told["48/KH-UBND", "provision"] == ("overdue", -3, None)
        assert told["1310/UBND-KGVX", "document"] == ("overdue", -2, 6)
        assert told["1270/UBND-KTTH", "document"] == ("answered", None, 16)
        earlier = found(client, "follow_up", "week=2020-w10")
        assert {row["as_of"] for row in earlier} == {"2020-03-08"}
        assert {row["state"] for row in earlier} == {"waiting", "horizon"}

    @pytest.mark.parametrize("table", ["relations", "follow_up", "outcomes"])
    @pytest.mark.parametrize("form", FILES)
    def test_files_and_sheets_hold_the_same_rows(
        self, client: TestClient, table: str, form: str
    ) -> None:
        every = found(client, table)
        head, *lines = read_back(form, client.get(f"/api/{table}.{form}").content)
        assert [[same(cell) for cell in line] for line in lines] == [
            [same(rows.cell(row[column])) for column in head] for row in every
        ]
        first = answer(client, f"/api/{table}.json?size=2")
        second = answer(client, first["next"])
        assert first["rows"] + second["rows"] == every[:4]

    def test_a_key_of_another_table_is_refused(self, client: TestClient) -> None:
        for query, key in (("measure=road_funding", "measure"), (f"doc={ROADS}", "doc")):
            notices = told(client, f"/api/follow_up.json?{query}", 400)
            assert notices == [(Notice.UNKNOWN_KEY, key, "")]


class TestWhatThePressReported:
    @pytest.fixture
    def press(
        self, client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, week_10: Path
    ) -> TestClient:
        """The routes on the shipped record with the reports around it."""
        place = Settings(week_10, tmp_path / "reported", memory_mb=MEMORY_MB)
        build.build(place)
        monkeypatch.setenv("LSDASH_RELEASES", str(place.releases))
        return client

    def test_every_report_has_its_address_and_days_narrow_them(self, press: TestClient) -> None:
        every = found(press, "reports")
        assert len(every) == 266
        assert all(row["address"].startswith("http") for row in every)
        april = found(press, "reports", "from=2020-04-13&to=2020-04-13")
        assert {"OBS098", "OBS099"} <= {row["observation"] for row in april}
        assert all(row["period_from"] <= "2020-04-13" <= row["period_to"] for row in april)
        assert len(april) < len(every)

    def test_a_gate_is_open_or_shut_by_reports_that_are_there(self, press: TestClient) -> None:
        states = found(press, "gate_states", "to=2020-02-29")
        of_one = [row["traffic"] for row in states if row["gate"] == "tan-thanh"]
        assert of_one == ["shut", "shut", "restricted", "open"]
        reports = {row["observation"] for row in found(press, "reports")}
        rest = {row for state in states for row in state["evidence"]} - reports
        assert all(row.startswith("EV") for row in rest)

    @pytest.mark.parametrize("key", ["sector=health", "q=gate", "doc=381-qd-ubnd-2020"])
    def test_they_are_of_no_document_and_take_none_of_its_keys(
        self, press: TestClient, key: str
    ) -> None:
        name = key.partition("=")[0]
        assert told(press, f"/api/reports.json?{key}", 400) == [(Notice.UNKNOWN_KEY, name, "")]
