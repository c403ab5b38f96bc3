"""Rows of a view as files: the same in each form, stamped, and whole when there are none."""

import csv
import json
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

import openpyxl
import pytest

from lsdash import view as views
from lsdash.errors import TooManyRowsError
from lsdash.export.files import FORMS, Export
from lsdash.export.tables import sheets
from lsdash.store.release import Release
from lsdash.text import LANGS, Lang, phrases
from tests.unit.export.conftest import EMPTY, HOST, SHORT, VIEWS, Make

LATER = datetime(2030, 1, 1, tzinfo=UTC)


def lines(export: Export) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(export.content.decode("utf-8-sig"), newline="")))


def workbook(export: Export) -> dict[str, list[list[Any]]]:
    """Sheets and columns by the names that stand behind what readers see."""
    book = openpyxl.load_workbook(BytesIO(export.content))
    *tables, notes = ([list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book)
    named = {name_in(sheet.title): table for sheet, table in zip(book, tables, strict=False)}
    by_name = {name: [[*map(name_in, head)], *rows] for name, (head, *rows) in named.items()}
    return by_name | {book.sheetnames[-1]: notes}


def name_in(told: str) -> str:
    """`Ngày ký (signed_on)` → `signed_on`"""
    return told.rpartition("(")[2].removesuffix(")")


def is_same(text: str, cell: Any) -> bool:
    """A cell of a CSV and of a workbook say the same: empty for none, numbers by their value."""
    if cell is None:
        return text == ""
    if isinstance(cell, bool):
        return text == str(cell).lower()
    if isinstance(cell, int | float):
        return Decimal(text) == Decimal(repr(cell))
    if isinstance(cell, datetime):
        return text == cell.date().isoformat()
    return text.removeprefix("'") == cell


@pytest.mark.parametrize("path", [*VIEWS, *EMPTY])
def test_the_first_sheet_of_a_workbook_reads_back_equal_to_the_csv(make: Make, path: str) -> None:
    table = list(csv.reader(StringIO(make("csv", path).content.decode("utf-8-sig"), newline="")))
    sheet = next(iter(workbook(make("xlsx", path)).values()))
    assert len(sheet) == len(table)
    for line, row in zip(table, sheet, strict=True):
        assert all(map(is_same, line, row)), (line, row)


@pytest.mark.parametrize("path", VIEWS)
def test_json_holds_the_rows_of_every_sheet(make: Make, path: str) -> None:
    told = json.loads(make("json", path).content)
    for name, (_, *rows) in list(workbook(make("xlsx", path)).items())[:-1]:
        held = told[name]
        assert told["count"][name] == len(held)
        assert len(rows) == max(len(held), 1)


def test_cells_are_typed_and_what_is_not_stated_is_empty(make: Make) -> None:
    head, *rows = workbook(make("xlsx", "/energy_targets"))["facts"]
    facts = {row[0]: dict(zip(head, row, strict=True)) for row in rows}
    loss = facts["389-qd-ubnd-2020/energy-grid-loss"]
    assert (loss["low"], loss["high"], loss["period_from"]) == (6, 6.5, None)
    assert loss["deadline"].date() == date(2025, 12, 31)
    assert loss["mandatory"] is False


def test_amounts_keep_their_decimals_on_the_screen_of_a_spreadsheet(make: Make) -> None:
    book = openpyxl.load_workbook(BytesIO(make("xlsx", "/energy_targets").content))
    shown = {
        cell.number_format for row in book["Số liệu (facts)"].iter_rows(min_row=2) for cell in row
    }
    assert {"#,##0", "#,##0.00", "yyyy-mm-dd"} <= shown


def test_vietnamese_comes_through_every_form(make: Make) -> None:
    for form in ("csv", "json"):
        assert "Lộc Bình" not in make(form, "/rural_roads").content.decode("utf-8-sig")
        assert "triệu đồng" in make(form, "/rural_roads").content.decode("utf-8-sig")
    facts = workbook(make("xlsx", "/rural_roads?week=2020-w10"))["facts"]
    assert "10.000 triệu đồng" in facts[1]


@pytest.mark.parametrize("path", VIEWS)
def test_a_csv_of_a_pinned_link_is_the_same_bytes_whenever_it_is_made(
    make: Make, path: str
) -> None:
    assert make("csv", path).content == make("csv", path, made_at=LATER).content


def test_the_same_view_at_the_same_time_gives_the_same_workbook(make: Make) -> None:
    assert make("xlsx", "/rural_roads").content == make("xlsx", "/rural_roads").content


@pytest.mark.parametrize("path", [path for path in EMPTY if "covid" not in path])
def test_a_file_without_rows_says_so_and_why(make: Make, path: str, shipped: Release) -> None:
    (only,) = lines(make("csv", path))
    assert "(không có dòng nào)" in only["filters"]
    assert only["release"] == shipped.name
    held = {name for name, cell in only.items() if cell}
    assert held == {"filters", "release", "link"}
    told = json.loads(make("json", path).content)
    assert (told["count"]["facts"], told["count"]["documents"]) == (0, 0)


def test_heads_and_tabs_are_in_the_readers_language_with_the_names_beside(make: Make) -> None:
    for lang, tab, head in (
        ("vi", "Số liệu (facts)", "Ngày ký (signed_on)"),
        ("en", "Figures (facts)", "Date signed (signed_on)"),
    ):
        book = openpyxl.load_workbook(BytesIO(make("xlsx", "/rural_roads", lang).content))
        assert book.sheetnames[0] == tab
        assert head in [cell.value for cell in book[tab][1]]


def test_a_spreadsheet_set_to_vietnam_has_its_own_csv(make: Make) -> None:
    file = make("semicolon_csv", "/energy_targets")
    text = StringIO(file.content.decode("utf-8-sig"), newline="")
    told = [
        {name_in(head): cell for head, cell in row.items()}
        for row in csv.DictReader(text, delimiter=";")
    ]
    plain = lines(make("csv", "/energy_targets"))
    amounts = {"low", "high", "before_low", "before_high", "paper_low", "paper_high"}
    as_printed = [
        {name: cell.replace(".", ",") if name in amounts else cell for name, cell in row.items()}
        for row in plain
    ]
    assert told == as_printed
    assert "6,50" in {row["high"] for row in told}
    assert file.file_name.endswith(".semicolon.csv")


@pytest.mark.parametrize("lang", LANGS)
def test_no_tab_is_longer_than_a_spreadsheet_takes(lang: Lang) -> None:
    names = [key.removeprefix("sheet.") for key in phrases(lang) if key.startswith("sheet.")]
    assert len(names) >= 17
    assert all(len(sheets.Sheet(name, (), ()).title(lang)) <= 31 for name in names)


def test_every_row_names_release_filters_and_link(make: Make, shipped: Release) -> None:
    for row in lines(make("csv", "/decisions?sector=transport", "en")):
        assert row["release"] == shipped.name
        assert row["filters"] == "Sector: Transport"
        assert row["link"] == f"{HOST}/decisions?release={shipped.name}&sector=transport"


def test_notes_name_link_release_filters_time_and_every_column(
    make: Make, shipped: Release
) -> None:
    book = workbook(make("xlsx", "/rural_roads?status=decided", "en"))
    notes = dict(book["Notes"])
    assert notes["Release"] == shipped.name
    assert notes["Filters"] == "Status: Decided"
    assert notes["Short link"] == SHORT
    assert notes["Pinned link"].startswith(f"{HOST}/rural_roads?release=")
    assert notes["File made at"] == "9 Mar 2020, 14:30 Vietnam time"
    assert set(book["facts"][0]) | set(book["documents"][0]) <= set(notes)


def test_a_file_is_named_for_its_view_and_release(make: Make, shipped: Release) -> None:
    assert make("csv", "/rural_roads").file_name == f"lang-son-rural-roads-{shipped.name}.csv"
    letter = make("xlsx", "/decisions?doc=1270-ubnd-ktth-2020").file_name
    assert letter == f"lang-son-1270-ubnd-ktth-2020-{shipped.name}.xlsx"


def test_gates_are_taken_away_with_the_rows_behind_their_pictures(make: Make) -> None:
    told = json.loads(make("json", "/border_trade").content)
    assert next(iter(told["count"])) == "reports"
    assert told["count"]["events"] > 10
    assert all(row["address"].startswith("http") for row in told["reports"])


def test_the_planner_is_taken_away_day_by_day_with_what_was_put_in(make: Make) -> None:
    path = "/border_labor?show=planner&days=3&trucks_waiting=600&trucks_arriving=0"
    told = json.loads(make("json", path).content)
    assert [(row["option"], row["day"]) for row in told["days"]] == [
        (option, day) for option in (1, 2) for day in (1, 2, 3)
    ]
    first = told["days"][0]
    assert first["waiting_after"] == 600 - first["cleared"]
    inputs = {row["input"]: (row["value"], row["provenance"]) for row in told["inputs"]}
    assert inputs["trucks_waiting"] == (600, "assumption")
    assert inputs["stay_days"] == (30, "stated")
    assert inputs["gate_isolation_days"] == (None, None)


def test_gates_and_every_figure_of_the_press_go_with_them(make: Make) -> None:
    told = json.loads(make("json", "/border_trade?unsure=no").content)
    gates = {row["gate"]: row for row in told["gates"]}
    assert len(gates) == 9
    assert gates["tan-thanh"]["category"] == "secondary"
    assert all(row["addresses"] for row in gates.values())
    assert gates["tan-thanh"]["commune"] == "Tân Thanh"
    states = [row for row in told["gate_states"] if row["gate"] == "tan-thanh"]
    assert (states[0]["traffic"], states[0]["evidence"]) == ("shut", ["EV01", "EV02"])
    drawn = {row["observation"] for row in told["reports"]}
    every = {row["observation"] for row in told["everything"]}
    assert drawn < every


def test_measures_that_the_covid_page_folds_away_go_with_it(make: Make) -> None:
    told = json.loads(make("json", "/covid").content)
    assert {"closure", "reopening"} <= {row["kind"] for row in told["measures"]}
    assert not {row["event"] for row in told["measures"]} & {row["event"] for row in told["events"]}


def test_a_length_that_the_letter_states_stands_where_a_link_has_none(make: Make) -> None:
    def entered(path: str) -> dict[str, tuple[int | None, str | None]]:
        told = json.loads(make("json", path).content)["inputs"]
        return {row["input"]: (row["value"], row["provenance"]) for row in told}

    bare = entered("/border_labor?show=planner")
    assert bare["stay_days"] == (30, "stated")  # at most a month, drawn as thirty days
    assert bare["early_quarantine_days"] == (14, "stated")
    assert bare["gate_isolation_days"] == (None, None)
    own = entered("/border_labor?show=planner&stay_days=20")
    assert own["stay_days"] == (20, "assumption")


def test_too_many_rows_for_a_file_are_refused_in_words(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "MOST_DOCUMENTS", 7)
    with pytest.raises(TooManyRowsError, match="holds 8 documents, and a file takes 7 at most"):
        make("csv", "/decisions?week=2020-w10")


def test_every_page_has_a_view_here() -> None:
    assert {path.split("?")[0].strip("/") or "overview" for path in VIEWS} <= set(views.PAGES)
    assert {*FORMS} >= {"csv", "xlsx", "json"}


def test_the_weeks_money_is_a_sheet_whose_terms_come_to_its_sums(make: Make) -> None:
    entries = json.loads(make("json", "/").content)["money"]
    (total,) = (each for each in entries if each["counted"] == "sum")
    terms = [each for each in entries if each["counted"] == "term"]
    assert (total["standing"], total["unit"], total["low"]) == ("decided", "vnd", 18_300_000_000)
    assert sum(each["high"] for each in terms) == total["high"]
    assert (total["basis"], total["fact"]) == ("derived", None)
    assert total["formula"] == " + ".join(each["fact"] for each in terms)
    head, *rows = workbook(make("xlsx", "/"))["money"]
    assert [row[head.index("fact")] for row in rows] == [each["fact"] for each in entries]


def test_a_week_without_money_has_no_sheet_of_it(make: Make) -> None:
    assert "money" not in workbook(make("xlsx", "/?sector=health"))
