"""A document itself is taken apart into its head, grounds, articles, tables and signature."""

from datetime import date
from io import BytesIO

import docx
import pytest

from lsdash.intake.decision import paper
from lsdash.intake.decision.paper import Paper
from lsdash.intake.files import received
from lsdash.settings import ROOT
from lsdash.vocabulary import Capacity, Kind

PAPERS = ROOT / "tests" / "fixtures" / "papers"


def read(name: str) -> Paper:
    found = paper.read((PAPERS / name).read_text(encoding="utf-8"))
    assert found is not None
    return found


def test_the_head_of_a_decision_names_issuer_number_place_day_kind_and_subject() -> None:
    head = read("421-qd-ubnd.txt").head
    assert head.issuer == "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN"
    assert (head.number, head.place, head.signed_on) == (
        "421/QĐ-UBND",
        "Lạng Sơn",
        date(2020, 3, 10),
    )
    assert (head.kind, head.kind_called) == (Kind.DECISION, "QUYẾT ĐỊNH")
    assert head.subject == "phân bổ kinh phí hỗ trợ đường giao thông nông thôn, đợt 2 năm 2020"
    assert head.authority == "ỦY BAN NHÂN DÂN TỈNH"


def test_a_head_in_two_columns_of_spaces_is_read_as_one_of_cells_is() -> None:
    head = read("436-qd-ubnd.txt").head
    assert (head.number, head.place, head.signed_on) == (
        "436/QĐ-UBND",
        "Lạng Sơn",
        date(2020, 3, 12),
    )
    assert head.subject == (
        "Giao chỉ tiêu tuyển sinh cao đẳng, trung cấp năm 2020 cho các trường của tỉnh"
    )
    assert head.authority == "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH"


def test_room_left_for_a_number_does_not_part_it() -> None:
    head = (PAPERS / "421-qd-ubnd.txt").read_text(encoding="utf-8")
    found = paper.read(head.replace("421/QĐ-UBND", "421\u2006 \u2006 /QĐ-UBND", 1))
    assert found is not None
    assert found.head.number == "421/QĐ-UBND"


def test_a_letter_has_its_subject_below_its_number_and_says_whom_it_goes_to() -> None:
    head = read("1402-ubnd-ktth.txt").head
    assert (head.kind, head.kind_called) == (Kind.OFFICIAL_LETTER, "")
    assert (head.subject, head.addressed_to) == (
        "hỗ trợ kinh phí phòng, chống dịch",
        "Bộ Tài chính",
    )


@pytest.mark.parametrize(
    ("name", "capacity", "signed_as", "signer"),
    [
        (
            "421-qd-ubnd.txt",
            Capacity.DEPUTY,
            "TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH",
            "Nguyễn Văn Bịa",
        ),
        ("436-qd-ubnd.txt", Capacity.DEPUTY, "KT. CHỦ TỊCH, PHÓ CHỦ TỊCH", "Trần Thị Giả"),
        ("63-kh-ubnd.txt", Capacity.AUTHORISED, "TUQ. CHỦ TỊCH, GIÁM ĐỐC SỞ NỘI VỤ", "Lê Văn Thử"),
        ("1402-ubnd-ktth.txt", Capacity.ORDERED, "TL. CHỦ TỊCH, CHÁNH VĂN PHÒNG", "Hoàng Thị Mẫu"),
    ],
)
def test_the_signature_tells_who_signs_in_what_capacity(
    name: str, capacity: Capacity, signed_as: str, signer: str
) -> None:
    signed = read(name).signature
    assert signed is not None
    assert (signed.capacity, signed.signed_as, signed.signer) == (capacity, signed_as, signer)


def test_recipients_are_the_entries_below_their_heading() -> None:
    signed = read("421-qd-ubnd.txt").signature
    assert signed is not None
    assert signed.recipients == ("Như Điều 3", "Thường trực Tỉnh ủy", "Lưu: VT, KTTH")


def test_articles_clauses_and_points_have_their_place() -> None:
    places = [each.place for each in read("421-qd-ubnd.txt").passages]
    assert places[:7] == [
        "article-1",
        "article-2",
        "article-2.clause-1",
        "article-2.clause-2",
        "article-2.clause-2.point-a",
        "article-2.clause-2.point-b",
        "article-3",
    ]


def test_a_plan_is_placed_by_its_sections() -> None:
    places = {each.place for each in read("63-kh-ubnd.txt").passages}
    assert {"section-I", "section-II.clause-1", "section-II.clause-2", "section-III"} <= places


def test_grounds_end_where_the_document_begins_to_say_something() -> None:
    grounds = [each.text.split(" ngày")[0] for each in read("421-qd-ubnd.txt").grounds]
    assert grounds == [
        "Căn cứ Luật Tổ chức chính quyền địa phương",
        "Căn cứ Nghị quyết số 12/2016/NQ-HĐND",
        "Theo đề nghị của Sở Tài chính tại Tờ trình số 77/TTr-STC",
    ]


@pytest.mark.parametrize(
    ("name", "day"),
    [("421-qd-ubnd.txt", date(2020, 3, 10)), ("436-qd-ubnd.txt", date(2020, 3, 22))],
)
def test_a_document_holds_from_its_day_or_days_after_it(name: str, day: date) -> None:
    effect = read(name).effect
    assert effect is not None
    assert effect.day == day


def test_what_is_to_be_carried_out_from_the_day_of_signing_holds_from_that_day() -> None:
    text = (PAPERS / "436-qd-ubnd.txt").read_text(encoding="utf-8")
    holds = "Quyết định này có hiệu lực thi hành sau 10 ngày kể từ ngày ký"
    assert holds in text
    carried = "Các trường chịu trách nhiệm thi hành Quyết định này kể từ ngày ký"
    found = paper.read(text.replace(holds, carried))
    assert found is not None and found.effect is not None
    assert (found.effect.day, found.effect.printed, found.effect.place) == (
        date(2020, 3, 12),
        "thi hành Quyết định này kể từ ngày ký",
        "article-2",
    )


def test_the_line_that_tells_a_tables_unit_is_nothing_that_the_document_says() -> None:
    text = (PAPERS / "421-qd-ubnd.txt").read_text(encoding="utf-8")
    unit = "Đơn vị tính: triệu đồng"
    assert unit in text
    found = paper.read(text)
    assert found is not None
    assert unit not in [each.text.strip("()") for each in found.passages]
    assert [each.place for each in found.grids] == ["annex-1"]


def test_a_total_closes_over_districts_and_each_district_over_what_it_is_for() -> None:
    grid = read("421-qd-ubnd.txt").grids[0].grid
    told = {entry.name: entry for entry in grid.entries}
    assert told["Tổng cộng"].figure.low == 6_500_000_000
    assert told["Huyện Cao Lộc"].unit_called == "triệu đồng"
    assert all(each.difference == 0 for each in grid.sums)
    whole, *districts = grid.sums
    assert grid.entries[whole.whole].name == "Tổng cộng"
    assert [grid.entries[at].name for at in whole.parts] == [
        "Huyện Cao Lộc",
        "Huyện Lộc Bình",
        "Huyện Văn Quan",
        "Thành phố Lạng Sơn",
    ]
    assert len(districts) == 4
    assert [(check.printed, check.difference) for check in grid.checks] == [
        ("4.100", 0),
        ("2.400", 0),
    ]


def test_groups_of_rows_are_parts_of_the_total_and_wholes_of_their_rows() -> None:
    grid = read("436-qd-ubnd.txt").grids[0].grid
    people = [entry for entry in grid.entries if entry.unit_called == "chỉ tiêu"]
    whole = {entry.name: entry for entry in people}
    total = grid.entries.index(whole["Cộng: Chỉ tiêu"])
    group = grid.entries.index(whole["Cao đẳng: Chỉ tiêu"])
    assert whole["Cao đẳng: Chỉ tiêu"].part_of == total
    assert whole["Công nghệ ô tô: Chỉ tiêu"].part_of == group


def test_groups_of_groups_below_a_total_at_the_top_and_years_beside_it_all_close() -> None:
    grid = read("640-qd-ubnd.txt").grids[0].grid
    wholes = {
        each.name: each.part_of is not None and grid.entries[each.part_of].name
        for each in grid.entries
        if ":" not in each.name
    }
    assert wholes == {
        "Tổng cộng": False,
        "Chợ hạng II": "Tổng cộng",
        "Huyện Bắc Sơn": "Chợ hạng II",
        "Chợ Bắc Quỳnh": "Huyện Bắc Sơn",
        "Chợ Vũ Lăng": "Huyện Bắc Sơn",
        "Huyện Bình Gia": "Chợ hạng II",
        "Chợ Tân Văn": "Huyện Bình Gia",
        "Chợ hạng III": "Tổng cộng",
        "Huyện Văn Quan": "Chợ hạng III",
        "Chợ Điềm He": "Huyện Văn Quan",
    }
    assert not any(each.difference for each in (*grid.sums, *grid.checks))
    assert {each.head for each in grid.checks} == {f"Năm {year}" for year in range(2021, 2026)}


def test_a_unit_over_several_columns_is_that_of_each_of_them() -> None:
    grid = read("640-qd-ubnd.txt").grids[1].grid
    assert [(each.name, each.unit_called) for each in grid.entries[:5]] == [
        ("Chợ Bắc Quỳnh: Ngân sách tỉnh", "triệu đồng"),
        ("Chợ Bắc Quỳnh: Ngân sách huyện", "triệu đồng"),
        ("Chợ Bắc Quỳnh: Số hộ kinh doanh", "hộ"),
        ("Chợ Bắc Quỳnh: Diện tích", "m2"),
        ("Chợ Bắc Quỳnh: Tỷ lệ lấp đầy", "%"),
    ]
    assert grid.unread == ()


def test_a_telegram_is_addressed_to_those_below_the_words_that_send_it() -> None:
    head = read("03-cd-ctubnd.txt").head
    assert (head.kind, head.subject) == (Kind.TELEGRAM, "ứng phó với mưa lũ, sạt lở đất")
    assert head.addressed_to.endswith("; Chủ tịch Ủy ban nhân dân các huyện, thành phố")


def test_shares_that_miss_their_total_by_rounding_are_not_said_to_be_wrong() -> None:
    grid = read("436-qd-ubnd.txt").grids[0].grid
    assert all(each.difference == 0 for each in grid.sums)


def test_what_does_not_close_says_by_how_much() -> None:
    (placed,) = read("63-kh-ubnd.txt").grids
    assert placed.place == "section-II.clause-1"
    assert [each.difference for each in placed.grid.sums] == [1, 0]


def test_a_text_without_such_a_head_is_none() -> None:
    bulletin = (ROOT / "tests/fixtures/bulletins/plain.txt").read_text(encoding="utf-8")
    assert paper.read(bulletin) is None
    assert paper.read("Quyết định số 421/QĐ-UBND ngày 10/3/2020 phân bổ kinh phí.") is None
    assert paper.read("") is None


def test_a_word_file_is_read_as_its_text_is() -> None:
    document = docx.Document()
    lines = (PAPERS / "421-qd-ubnd.txt").read_text(encoding="utf-8").splitlines()
    table = None
    for line in filter(None, lines):
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) == 1:
            document.add_paragraph(line)
            table = None
            continue
        if table is None or len(table.columns) != len(cells):
            table = document.add_table(rows=0, cols=len(cells))
        row = table.add_row()
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
        if not cells[0]:  # Word merges the cells of TT and name for the total
            row.cells[0].merge(row.cells[1]).text = cells[1]
    written = BytesIO()
    document.save(written)
    text = received.read(written.getvalue(), "421.docx").text
    found = paper.read(text)
    assert found is not None
    assert found.head.number == "421/QĐ-UBND"
    assert found.signature is not None
    assert found.signature.signer == "Nguyễn Văn Bịa"
    assert sum(len(placed.grid.sums) for placed in found.grids) == 5


GROUNDS = (
    "Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6\nnăm 2015;\n"
    "Theo đề nghị của Giám đốc Sở Tài chính tại Tờ\ntrình số 61/TTr-STC ngày 02 tháng 3 năm 2020.\n"
)
ARTICLES = "Điều 1. Cấp 120 triệu đồng.\nĐiều 2. Giám đốc Sở Tài chính thi hành.\n"


@pytest.mark.parametrize(
    "head",
    [
        "ỦY BAN NHÂN\nDÂN\nTỈNH LẠNG SƠN\n------\n|\nCỘNG HÒA XÃ\nHỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\n|\nSố:\n402/QĐ-UBND\n|\nLạng\nSơn, ngày 05 tháng 3 năm 2020\n"
        "|\nQUYẾT ĐỊNH\nVỀ VIỆC CẤP KINH PHÍ SỬA\nĐƯỜNG\nỦY BAN NHÂN DÂN TỈNH LẠNG SƠN\n",
        "ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN |\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM |\n"
        "Số:   402/QĐ-UBND |\nLạng Sơn, ngày 05\ntháng 3 năm 2020 |\n"
        "VỀ VIỆC CẤP KINH PHÍ SỬA ĐƯỜNG\nỦY BAN NHÂN DÂN TỈNH LẠNG SƠN\n",
        "Quyết định 402/QĐ-UBND năm 2020 cấp kinh phí sửa đường\n| Số hiệu | 402/QĐ-UBND |\n"
        "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
        "Số: 402/QĐ-UBND | Lạng Sơn, ngày 05 tháng 3 năm 2020 |\nỦY BAN NHÂN DÂN TỈNH LẠNG SƠN\n",
        "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN ------- Số: 402/QĐ-UBND | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT "
        "NAM Độc lập - Tự do - Hạnh phúc ------- Lạng Sơn, ngày 05 tháng 3 năm 2020 |\n"
        "QUYẾT ĐỊNH\nCẤP KINH PHÍ SỬA ĐƯỜNG\n----\nỦY BAN NHÂN DÂN TỈNH LẠNG SƠN\n",
    ],
    ids=["broken", "cells", "page", "one line"],
)
def test_a_head_copied_from_a_page_is_put_together_again(head: str) -> None:
    found = paper.read(head + GROUNDS + "QUYẾT ĐỊNH:\n" + ARTICLES)
    assert found is not None
    assert (found.head.number, found.head.place, found.head.signed_on, found.head.kind) == (
        "402/QĐ-UBND",
        "Lạng Sơn",
        date(2020, 3, 5),
        Kind.DECISION,
    )
    assert found.head.subject.casefold().removeprefix("về việc ") == "cấp kinh phí sửa đường"
    assert found.head.issuer == "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN"
    assert len(found.grounds) == 2


def test_columns_under_of_which_that_come_to_no_total_say_that_they_are_parts() -> None:
    text = (PAPERS / "421-qd-ubnd.txt").read_text(encoding="utf-8")
    one_row = "TT | Huyện, thành phố | Tổng số | Cát, đá | Thi công\n"
    two_rows = "TT | Huyện, thành phố | Bổ sung | Trong đó |\n |  |  | Cát, đá | Thi công\n"
    found = paper.read(text.replace(one_row, two_rows))
    assert found is not None
    total = [entry.name for entry in found.grids[0].grid.entries if entry.is_total]
    assert total == [
        "Tổng cộng: Bổ sung",
        "Tổng cộng: Trong đó: Cát, đá",
        "Tổng cộng: Trong đó: Thi công",
    ]
