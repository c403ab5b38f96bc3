"""Staff ceilings worked out by hand from the rules of 4/2020/QĐ-UBND, and lists as they come."""

import io
from collections.abc import Iterator
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from lsdash.errors import BrokenReaderError
from lsdash.sandbox import Limits
from lsdash.staffing import ceilings, lists
from lsdash.staffing.ceilings import Commune
from lsdash.store import read
from lsdash.store.release import Release
from lsdash.store.rows import FactRow
from lsdash.vocabulary import UnitKind

HEAD = "Đơn vị;Loại;Loại hình;Công an chính quy;Hội Nông dân;Hiện có\n"


@pytest.fixture(scope="module")
def rules(release: Release) -> list[FactRow]:
    return read.facts_of(release, "4-2020-qd-ubnd-2020")


def commune(unit_class: int, kind: UnitKind, *, police: bool, farmers: bool) -> Commune:
    return Commune("", unit_class, kind, police, farmers)


@pytest.mark.parametrize(
    ("unit", "add_up", "persons"),
    [
        # class 1 commune, nothing lowers it: 23
        (commune(1, UnitKind.COMMUNE, police=False, farmers=True), True, 23),
        # class 2 township with a regular police chief: 21 - 1
        (commune(2, UnitKind.TOWNSHIP, police=True, farmers=True), True, 20),
        # a ward with a regular police chief: the rule names communes and townships only
        (commune(2, UnitKind.WARD, police=True, farmers=True), True, 21),
        # a ward without a Farmers' Association: 19 - 1
        (commune(3, UnitKind.WARD, police=False, farmers=False), True, 18),
        # both reductions, added up: 19 - 1 - 1, and one alone: 19 - 1
        (commune(3, UnitKind.COMMUNE, police=True, farmers=False), True, 17),
        (commune(3, UnitKind.COMMUNE, police=True, farmers=False), False, 18),
    ],
)
def test_a_ceiling_follows_class_and_reductions(
    rules: list[FactRow], unit: Commune, add_up: bool, persons: int
) -> None:
    assert ceilings.ceiling(unit, rules, add_up=add_up).persons == persons


def test_a_rule_that_does_not_name_the_kind_is_shown_and_not_used(
    rules: list[FactRow],
) -> None:
    ward = commune(1, UnitKind.WARD, police=True, farmers=True)
    step = ceilings.ceiling(ward, rules, add_up=True).steps[1]
    assert (step.used, step.out_of_scope, step.change) == (False, True, 0)


def test_adding_up_matters_only_where_both_reductions_apply(rules: list[FactRow]) -> None:
    both = commune(1, UnitKind.COMMUNE, police=True, farmers=False)
    ward = commune(1, UnitKind.WARD, police=True, farmers=False)
    assert ceilings.ceiling(both, rules, add_up=True).sum_matters
    assert not ceilings.ceiling(ward, rules, add_up=True).sum_matters


def test_a_pasted_list_is_read_row_by_row() -> None:
    read_list = lists.from_text(HEAD + "A;1;Xã;có;không;24\nB;2;phường;không;có;\n")
    assert read_list.problems == ()
    assert read_list.communes[0] == (2, Commune("A", 1, UnitKind.COMMUNE, True, False, 24))
    assert read_list.communes[1][1].present is None


def test_bad_rows_are_named_and_the_others_are_kept() -> None:
    rows = "A;4;xã;có;có;1\nB;1;xã;có;có;-3\nC;1;huyện;có;có;2\nD;1;xã;có;có;5\n;1;xã;maybe;có;5\n"
    read_list = lists.from_text(HEAD + rows)
    named = [(each.line, each.key) for each in read_list.problems]
    assert named == [
        (2, "bad_class"),
        (3, "bad_present"),
        (4, "bad_kind"),
        (6, "bad_name"),
        (6, "bad_police"),
    ]
    assert [each.name for _, each in read_list.communes] == ["D"]


@pytest.mark.parametrize("blank", ["", " ", "\u00a0"])
def test_a_blank_is_not_taken_for_no(blank: str) -> None:
    rows = f"A;1;xã;{blank};có;1\nB;1;xã;có;{blank};1\nC;1;xã;{blank};{blank};\nD;1;xã;có;không;\n"
    read_list = lists.from_text(HEAD + rows)
    assert [(each.line, each.key, each.value) for each in read_list.problems] == [
        (2, "bad_police", ""),
        (3, "bad_farmers", ""),
        (4, "bad_police", ""),
        (4, "bad_farmers", ""),
    ]
    assert [each.name for _, each in read_list.communes] == ["D"]


def test_a_row_that_ends_early_is_not_taken_for_no() -> None:
    read_list = lists.from_text(HEAD + "A;1;xã\n")
    assert [each.key for each in read_list.problems] == ["bad_police", "bad_farmers"]
    assert read_list.communes == ()


def test_an_empty_cell_of_a_workbook_is_not_taken_for_no() -> None:
    read_list = lists.from_file("list.xlsx", book(merge=False, farmers=None))
    assert [(each.line, each.key) for each in read_list.problems] == [(2, "bad_farmers")]
    assert read_list.communes == ()


def test_a_missing_column_is_named() -> None:
    read_list = lists.from_text("Tên,Loại\nA,1\n")
    assert {each.column for each in read_list.problems} == {"kind", "police", "farmers"}


def test_ten_thousand_rows_are_read(rules: list[FactRow]) -> None:
    read_list = lists.from_text(HEAD + "A;1;xã;có;có;1\n" * 10_000)
    assert len(read_list.communes) == 10_000
    assert ceilings.ceiling(read_list.communes[-1][1], rules, add_up=True).persons == 22


def book(*, merge: bool, farmers: str | None = "no") -> bytes:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.append(["Name", "Class", "Kind", "Police", "Farmers", "Present"])
    sheet.append(["A", 1, "ward", "yes", farmers, 20])
    if merge:
        sheet.merge_cells("A2:B2")
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def test_a_workbook_is_read_like_text() -> None:
    read_list = lists.from_file("list.xlsx", book(merge=False))
    assert read_list.communes == ((2, Commune("A", 1, UnitKind.WARD, True, False, 20)),)


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("list.xlsx", b"not a workbook", "not_xlsx"),
        ("list.xlsx", book(merge=True), "merged"),
        ("list.csv", b"\xff\xfe\x00A", "not_utf8"),
        ("list.csv", b"", "empty"),
    ],
)
def test_a_file_that_cannot_be_a_list_is_named(name: str, content: bytes, key: str) -> None:
    assert [each.key for each in lists.from_file(name, content).problems] == [key]


def test_a_workbook_that_unpacks_to_more_than_a_list_has_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lists, "MOST_UNPACKED_MEGABYTES", 1)
    held = io.BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/sheet1.xml", bytes(2_000_000))
    read_list = lists.from_file("small.xlsx", held.getvalue())
    assert [each.key for each in read_list.problems] == ["too_large_unpacked"]


def test_a_written_workbook_holds_numbers_as_numbers_and_no_formula() -> None:
    content = lists.to_xlsx([["Name", "Ceiling"], ["=1+1\x01", 22], ["B", None]])
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    assert [list(row) for row in sheet.values] == [["Name", "Ceiling"], ["=1+1", 22], ["B", None]]
    assert sheet["A2"].data_type == "s"


def test_reading_stops_at_the_first_row_beyond_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "MOST_ROWS", 3)
    taken = []

    def rows() -> Iterator[tuple[int, list[str]]]:
        yield 1, HEAD.strip().split(";")
        for line in range(2, 10):
            taken.append(line)
            yield line, ["A", "1", "xã", "có", "có", "1"]

    assert [each.key for each in lists.from_rows(rows()).problems] == ["too_long"]
    assert taken == [2, 3, 4]


def sheet_of(*rows: str, extent: str = "A1:F2") -> bytes:
    """A workbook whose first sheet holds these rows as they stand, and claims this extent."""
    made, changed = io.BytesIO(book(merge=False)), io.BytesIO()
    with ZipFile(made) as parts, ZipFile(changed, "w", ZIP_DEFLATED) as package:
        for part in parts.namelist():
            xml = parts.read(part).decode()
            if part == "xl/worksheets/sheet1.xml":
                xml = xml.replace("A1:F2", extent).replace("</sheetData>", "%s</sheetData>")
                xml = xml % "".join(rows)
            package.writestr(part, xml)
    return changed.getvalue()


def test_a_sheet_that_claims_to_be_huge_is_read_for_what_it_holds() -> None:
    read_list = lists.from_file("list.xlsx", sheet_of(extent="A1:XFD1048576"))
    assert read_list.communes == ((2, Commune("A", 1, UnitKind.WARD, True, False, 20)),)
    assert read_list.problems == ()


def test_a_row_far_below_the_others_is_beyond_the_limit() -> None:
    far = '<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>B</t></is></c></row>'
    read_list = lists.from_file("list.xlsx", sheet_of(far))
    assert [each.key for each in read_list.problems] == ["too_long"]


def test_a_cell_far_to_the_right_is_left_out() -> None:
    far = '<row r="3"><c r="A3" t="inlineStr"><is><t>B</t></is></c><c r="XFD3"><v>1</v></c></row>'
    read_list = lists.from_file("list.xlsx", sheet_of(far))
    assert {each.line for each in read_list.problems} == {3}


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("xl/worksheets/sheet1.xml", b"<worksheet><row"),
        ("xl/worksheets/sheet1.xml", b"\xff\xfe"),
        ("xl/styles.xml", b"<styleSheet>"),
        ("xl/workbook.xml", b"<workbook/>"),
        ("[Content_Types].xml", b""),
    ],
)
def test_a_workbook_whose_parts_are_broken_is_no_workbook(part: str, content: bytes) -> None:
    made, changed = io.BytesIO(book(merge=False)), io.BytesIO()
    with ZipFile(made) as parts, ZipFile(changed, "w") as package:
        for each in parts.namelist():
            package.writestr(each, content if each == part else parts.read(each))
    read_list = lists.from_file("list.xlsx", changed.getvalue())
    assert [each.key for each in read_list.problems] == ["not_xlsx"]


@pytest.mark.parametrize(
    ("brought", "name"),
    [
        (HEAD + "A;1;xã;có;không;24\nB;9;?;;;\n", ""),
        ((HEAD + "A;1;xã;có;không;24\n").encode(), "list.csv"),
        (book(merge=False), "list.xlsx"),
        (b"not a workbook", "list.xlsx"),
    ],
)
def test_a_process_of_its_own_reads_the_same(brought: str | bytes, name: str) -> None:
    here = lists.from_text(brought) if isinstance(brought, str) else lists.from_file(name, brought)
    assert lists.read(brought, name) == here


def test_more_than_the_page_says_is_refused_before_it_is_read() -> None:
    too_large = "A" * (lists.MOST_MEGABYTES * lists.MEGABYTE + 1)
    read_list = lists.read(too_large)
    assert [each.key for each in read_list.problems] == ["too_large"]


def test_a_reader_that_gives_up_is_an_error_for_the_page_to_tell() -> None:
    with pytest.raises(BrokenReaderError):
        lists.read(HEAD, limits=Limits(answer=1))
