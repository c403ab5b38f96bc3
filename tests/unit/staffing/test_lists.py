"""Lists of communes as offices keep them: titles above the names of columns, classes in words."""

import io

import openpyxl
import pytest

from lsdash.libreoffice import kinds, program
from lsdash.staffing import lists
from lsdash.staffing.ceilings import Commune
from lsdash.vocabulary import UnitKind

HEAD = ["STT", "Tên xã", "Loại đơn vị", "Loại hình", "Công an chính quy", "Hội Nông dân", "Hiện có"]
QUYNH = ["1", "Bắc Sơn", "loại 2", "xã", "có", "có", "21"]
READ = Commune("Bắc Sơn", 2, UnitKind.COMMUNE, True, True, 21)


def listed(*rows: list[str]) -> lists.Read:
    return lists.from_rows(enumerate(rows, start=1))


def book(*rows: list[str], merged: str = "") -> bytes:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    if merged:
        sheet.merge_cells(merged)
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


@pytest.mark.parametrize(
    "above",
    [[], [["DANH SÁCH XÃ"]], [["UBND HUYỆN"], [""], ["DANH SÁCH", "xã, phường"], ["Năm 2020"]]],
)
def test_the_names_of_columns_are_found_below_titles(above: list[list[str]]) -> None:
    read_list = listed(*above, HEAD, QUYNH)
    assert read_list.problems == ()
    assert read_list.communes == ((len(above) + 2, READ),)


def test_a_title_over_merged_cells_of_a_workbook_is_passed_over() -> None:
    read_list = lists.from_file("list.xlsx", book(["DANH SÁCH"], [], HEAD, QUYNH, merged="A1:G2"))
    assert read_list.communes == ((4, READ),)


def test_cells_merged_below_the_names_of_columns_are_refused() -> None:
    read_list = lists.from_file("list.xlsx", book(["DANH SÁCH"], HEAD, QUYNH, merged="B3:C3"))
    assert [each.key for each in read_list.problems] == ["merged"]


@pytest.mark.parametrize("mark", [";", "\t", ","])
def test_a_title_tells_nothing_of_how_a_text_parts_its_columns(mark: str) -> None:
    read_list = lists.from_text(
        "\n".join(["Danh sách; năm 2020", mark.join(HEAD), mark.join(QUYNH)])
    )
    assert read_list.communes == ((3, READ),)


@pytest.mark.parametrize(
    ("written", "unit_class"),
    [
        ("2", 2), ("loại 2", 2), ("Loại 2", 2), ("LOẠI II", 2), ("II", 2), ("loại: 3", 3),
        ("Hạng 1", 1), ("xã loại 1", 1), ("I", 1), ("3.0", 3),
    ],
)  # fmt: skip
def test_a_class_is_read_in_words_and_roman_numbers(written: str, unit_class: int) -> None:
    read_list = listed(HEAD, [*QUYNH[:2], written, *QUYNH[3:]])
    assert [each.unit_class for _, each in read_list.communes] == [unit_class]


@pytest.mark.parametrize("written", ["4", "loại 4", "loại", "IV", "", "12", "loại 1, 2"])
def test_what_is_no_class_is_named(written: str) -> None:
    read_list = listed(HEAD, [*QUYNH[:2], written, *QUYNH[3:]])
    assert [(each.line, each.key) for each in read_list.problems] == [(2, "bad_class")]


def test_a_commune_that_stands_twice_is_told_with_its_first_line() -> None:
    read_list = listed(HEAD, QUYNH, [*QUYNH[:6], "22"], ["3", "BẮC SƠN", *QUYNH[2:]])
    told = [(each.line, each.key, each.value) for each in read_list.problems]
    assert told == [(3, "repeated", "Bắc Sơn (2)"), (4, "repeated", "BẮC SƠN (2)")]
    assert len(read_list.communes) == 3


def test_the_same_name_in_another_district_or_of_another_kind_is_another_unit() -> None:
    head = [*HEAD, "Huyện"]
    rows = [
        [*QUYNH, "Bắc Sơn"],
        [*QUYNH, "Cao Lộc"],
        [*QUYNH[:3], "thị trấn", *QUYNH[4:], "Bắc Sơn"],
    ]
    assert listed(head, *rows).problems == ()


def test_numbers_of_columns_and_totals_are_no_communes() -> None:
    numbering = [f"({at})" for at in range(1, 8)]
    read_list = listed(HEAD, numbering, QUYNH, ["", "Tổng cộng", "", "", "", "", "21"])
    assert [(each.line, each.key) for each in read_list.problems] == [(4, "total_row")]
    assert read_list.communes == ((3, READ),)


def test_where_no_row_names_all_columns_the_best_one_tells_what_is_missing() -> None:
    read_list = listed(["DANH SÁCH"], ["Tên xã", "Loại", "Hiện có"], ["A", "1", "20"])
    assert {(each.line, each.column) for each in read_list.problems} == {
        (2, "kind"), (2, "police"), (2, "farmers"),
    }  # fmt: skip


OLD = """TT,Tªn x·,Lo¹i,Lo¹i h×nh,C«ng an chÝnh quy,Héi n«ng d©n,HiÖn cã
1,B¾c S¬n,lo¹i 2,x·,cã,cã,21
"""


def test_a_list_in_an_old_font_is_read_and_says_so() -> None:
    for read_list in (lists.from_text(OLD), lists.from_file("xa.csv", OLD.encode("latin-1"))):
        assert read_list.is_converted
        assert read_list.communes == ((2, READ),)
    assert not listed(HEAD, QUYNH).is_converted


def test_an_old_workbook_is_named_where_libreoffice_is_not_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    program.found.cache_clear()
    content = kinds.COMPOUND + "Workbook".encode("utf-16-le")
    assert [each.key for each in lists.read(content, "xa.xls").problems] == ["needs_libreoffice"]
    program.found.cache_clear()
