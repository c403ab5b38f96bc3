"""Lines without a stop stay in the item that they stand in; headings stay headings.

The texts are invented.
"""

from datetime import date

import pytest

from lsdash.intake.drafting import draft
from lsdash.intake.drafting.model import Draft
from lsdash.intake.files import received

TITLE = "Chỉ đạo, điều hành nổi bật của UBND tỉnh trong tuần (ngày 09/3 đến ngày 15/3/2020)"
ROAD = "Ngày 10/3/2020, UBND tỉnh ban hành Quyết định số 71/QĐ-UBND về làm đường thôn Khau Ra."
TREES = "Ngày 11/3/2020, UBND tỉnh ban hành Kế hoạch số 12/KH-UBND về trồng 9.000 cây keo."


def read(*paragraphs: str) -> Draft:
    return draft.read(received.pasted("\n\n".join((TITLE, *paragraphs))))


def amounts(found: Draft) -> dict[str, list[str]]:
    return {each.number: [fact.printed for fact in each.facts] for each in found.decisions}


def headings(found: Draft) -> list[str]:
    return [each.heading for each in found.decisions]


SMALL = {"71/QĐ-UBND": ["300 triệu đồng", "450 triệu đồng"], "12/KH-UBND": ["9.000 cây"]}


@pytest.mark.parametrize("between", ["", "2. Trồng cây ven đường", "Trồng cây ven đường"])
@pytest.mark.parametrize(
    "lines",
    [
        ["Xã Tân Tri: 300 triệu đồng", "Xã Nhất Hòa: 450 triệu đồng"],
        ["- Xã Tân Tri 300 triệu đồng", "- Xã Nhất Hòa 450 triệu đồng"],
        ["Xã Tân Tri được hỗ trợ 300 triệu đồng", "Xã Nhất Hòa được hỗ trợ 450 triệu đồng"],
        [
            "TT | Xã | Tiền",
            "1 | Tân Tri | 300 triệu đồng",
            "Nhất Hòa và vùng lân cận 450 triệu đồng",
        ],
        ["Tân Tri | 300 triệu đồng", "| 450 triệu đồng"],
        ["300 triệu đồng", "450 triệu đồng"],
        ["Theo đó, chi 300 triệu đồng.", "Tổng cộng cả hai đợt: 450 triệu đồng"],
    ],
)
def test_lines_without_a_stop_stay_with_their_document(lines: list[str], between: str) -> None:
    first = ["1. Làm đường thôn Khau Ra"] if between.startswith("2") else []
    first = ["Làm đường thôn Khau Ra"] if between.startswith("T") else first
    list_of = f"{ROAD[:-1]}. Cụ thể:"
    found = read(*first, list_of, "\n".join(lines), *filter(None, [between]), TREES)
    assert amounts(found) == SMALL
    if between:
        assert headings(found)[1] == "Trồng cây ven đường"
    assert not any(each.facts or each.unread for each in found.loose)


def test_a_heading_that_says_its_amount_stays_a_heading() -> None:
    found = read(
        "Hỗ trợ xã Tân Tri 300 triệu đồng",
        ROAD,
        "Hỗ trợ trồng rừng 450 triệu đồng",
        f"{TREES} Theo đó, chi 450 triệu đồng.",
    )
    assert headings(found) == [
        "Hỗ trợ xã Tân Tri 300 triệu đồng",
        "Hỗ trợ trồng rừng 450 triệu đồng",
    ]
    assert amounts(found)["12/KH-UBND"] == ["9.000 cây", "450 triệu đồng"]
    numbered = read("1. Làm đường 300 triệu đồng", ROAD, "2. Trồng rừng 450 triệu đồng", TREES)
    assert headings(numbered) == ["Làm đường 300 triệu đồng", "Trồng rừng 450 triệu đồng"]


@pytest.mark.parametrize("between", ["", "2. Trồng cây ven đường", "Trồng cây ven đường"])
def test_lines_that_state_one_amount_twice_stay_with_their_documents(between: str) -> None:
    first = ["1. Làm đường thôn Khau Ra"] if between.startswith("2") else []
    first = ["Làm đường thôn Khau Ra"] if between.startswith("T") else first
    lines = [
        "Kinh phí của xã Tân Tri là 300 triệu đồng",
        "Kinh phí của xã Bính Xá là 300 triệu đồng",
    ]
    own = ["300 triệu đồng"] * 2
    together = read(*first, ROAD, *lines, *filter(None, [between]), TREES)
    assert amounts(together) == {"71/QĐ-UBND": own, "12/KH-UBND": ["9.000 cây"]}
    apart = read(*first, ROAD, lines[0], *filter(None, [between]), TREES, lines[1], f"{lines[1]}.")
    assert amounts(apart) == {"71/QĐ-UBND": own[:1], "12/KH-UBND": ["9.000 cây", *own]}
    for found in (together, apart):
        assert headings(found)[1].startswith("Trồng")
        assert not any(each.facts or each.unread for each in found.loose)


def test_a_heading_over_two_lines_is_one_and_nothing_of_it_is_lost() -> None:
    road, trees = "Làm đường thôn Khau Ra\nQua xã Tân Tri", "Trồng cây keo ven\nĐường tỉnh mới mở"
    assert headings(read(road, ROAD, trees, TREES)) == [
        "Làm đường thôn Khau Ra Qua xã Tân Tri",
        "Trồng cây keo ven Đường tỉnh mới mở",
    ]
    subjects = (
        "Làm đường thôn Khau Ra qua xã Tân Tri; Trồng cây keo ven đường tỉnh mới mở là những nội "
        "dung chính trong chỉ đạo điều hành nổi bật tuần qua."
    )
    assert headings(read(subjects, road, ROAD, trees, TREES)) == [
        "Làm đường thôn Khau Ra Qua xã Tân Tri",
        "Trồng cây keo ven Đường tỉnh mới mở",
    ]


def test_a_heading_over_a_group_is_no_part_of_the_heading_below_it() -> None:
    found = read(
        "I. Lĩnh vực kinh tế\nLàm đường thôn Khau Ra", ROAD, "Trồng cây keo ven đường", TREES
    )
    assert headings(found) == ["Làm đường thôn Khau Ra", "Trồng cây keo ven đường"]


def test_a_document_that_a_note_names_is_only_cited() -> None:
    note = "Ghi chú: Xem Quyết định số 84/QĐ-UBND ngày 12/3/2020"
    found = read(ROAD, note, TREES)
    assert [each.number for each in found.decisions] == ["71/QĐ-UBND", "12/KH-UBND"]
    assert [each.number for each in found.decisions[0].citations] == ["71/QĐ-UBND", "84/QĐ-UBND"]


def test_bullets_over_most_documents_are_their_headings() -> None:
    found = read("* Đường thôn Khau Ra", ROAD, "* Trồng cây ven đường", TREES)
    assert headings(found) == ["Đường thôn Khau Ra", "Trồng cây ven đường"]
    assert found.loose == ()


def test_a_last_line_that_answers_its_label_heads_nothing() -> None:
    line = "Thời gian thực hiện: xong trong quý III/2020"
    found = read("1. Đường thôn Khau Ra", ROAD, line, "2. Trồng cây ven đường", TREES)
    due = [each.deadline for each in found.decisions]
    assert [each and each.day for each in due] == [date(2020, 9, 30), None]


def test_what_goes_before_the_matter_is_no_heading() -> None:
    found = read(
        "Xét Tờ trình số 5/TTr-SNV ngày 02/3/2020, UBND tỉnh phê duyệt kết quả thi tuyển công chức"
        " (Quyết định số 72/QĐ-UBND, ngày 10/3/2020)."
    )
    assert headings(found) == ["Phê duyệt kết quả thi tuyển công chức"]


@pytest.mark.parametrize(
    "text",
    [
        # each in brackets behind what it tells
        "Phân bổ 5 tỷ đồng cho Sở A (Quyết định số 72/QĐ-UBND ngày 10/3/2020);"
        " phân bổ 3 tỷ đồng cho Sở B (Quyết định số 73/QĐ-UBND ngày 11/3/2020).",
        "Phân bổ 5 tỷ đồng cho Sở A (Quyết định số 72/QĐ-UBND ngày 10/3/2020) và"
        " 3 tỷ đồng cho Sở B (Quyết định số 73/QĐ-UBND ngày 11/3/2020).",
        # each at the end of its line
        "- Phân bổ 5 tỷ đồng (Quyết định số 72/QĐ-UBND ngày 10/3/2020).\n\n"
        "- Phân bổ 3 tỷ đồng (Quyết định số 73/QĐ-UBND ngày 11/3/2020).",
        # only cited, and nothing else tells of them
        "Cấp 5 tỷ đồng cho huyện A theo Quyết định số 72/QĐ-UBND ngày 10/3/2020 và"
        " 3 tỷ đồng cho huyện B theo Quyết định số 73/QĐ-UBND ngày 11/3/2020.",
        # each before what it tells
        "Tại Quyết định số 72/QĐ-UBND ngày 10/3/2020, UBND tỉnh cấp 5 tỷ đồng;"
        " tại Quyết định số 73/QĐ-UBND ngày 11/3/2020 cấp 3 tỷ đồng.",
    ],
)
def test_of_two_documents_each_has_the_amounts_of_its_clause(text: str) -> None:
    found = read("1. Đường thôn Khau Ra", ROAD, "2. Phân bổ kinh phí", text)
    told = amounts(found)
    assert (told["72/QĐ-UBND"], told["73/QĐ-UBND"]) == (["5 tỷ đồng"], ["3 tỷ đồng"])


def test_documents_of_a_table_each_have_what_their_row_says() -> None:
    found = read(
        "Trong tuần, UBND tỉnh ban hành các văn bản sau:",
        "STT | Số, ký hiệu | Ngày | Trích yếu",
        "1 | 72/QĐ-UBND | 10/3/2020 | Phân bổ 5 tỷ đồng sửa trường",
        "2 | 13/KH-UBND | 11/3/2020 | Trồng 9.000 cây keo",
    )
    assert amounts(found) == {"72/QĐ-UBND": ["5 tỷ đồng"], "13/KH-UBND": ["9.000 cây"]}


def test_two_words_over_a_document_head_it_where_others_have_a_heading() -> None:
    found = read("Đường thôn Khau Ra", ROAD, "Phòng cháy", TREES)
    assert headings(found) == ["Đường thôn Khau Ra", "Phòng cháy"]


def test_the_unit_of_a_table_heads_no_item() -> None:
    found = read(
        "1. Đường thôn Khau Ra",
        "Quyết định số 71/QĐ-UBND ngày 10/3/2020 phân bổ 3 triệu đồng như sau",
        "Đơn vị tính: triệu đồng",
        "Xã | Tiền",
        "Tân Tri | 1",
        "Nhất Hòa | 2",
        "2. Trồng cây ven đường",
        TREES,
    )
    assert amounts(found) == {"71/QĐ-UBND": ["3 triệu đồng", "1", "2"], "12/KH-UBND": ["9.000 cây"]}
