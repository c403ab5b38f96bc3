"""Tables, whose figures have their unit in the head of the column."""

from decimal import Decimal

import pytest

from lsdash.intake.drafting import draft
from lsdash.intake.drafting.model import DecisionDraft
from lsdash.intake.files import received
from lsdash.vocabulary import Unit

HEAD = """Điều hành nổi bật của UBND tỉnh trong tuần (ngày 09/3 đến ngày 15/3/2020)

UBND tỉnh vừa phân bổ (số 455/QĐ-UBND ngày 13/3/2020) kinh phí chống dịch cho các huyện.

"""


def document(table: str) -> DecisionDraft:
    found = draft.read(received.pasted(HEAD + table))
    assert found.unread == ()
    (decision,) = found.decisions
    return decision


def told(found: DecisionDraft) -> list[tuple[str, Decimal | None, Unit, int | None]]:
    return [(fact.row, fact.low, fact.unit, fact.part_of) for fact in found.facts]


def test_a_column_is_in_the_unit_of_its_head_and_adds_up_to_the_sum_before_it() -> None:
    found = document(
        "Tổng kinh phí 6.400 triệu đồng, phân bổ như sau:\n\n"
        "TT | Huyện | Số tiền (triệu đồng)\n\n1 | Cao Bịa | 2.400\n\n2 | Văn Bịa | 4.000"
    )
    million = 1_000_000
    assert told(found) == [
        ("", 6400 * million, Unit.VND, None),
        ("Cao Bịa", 2400 * million, Unit.VND, 0),
        ("Văn Bịa", 4000 * million, Unit.VND, 0),
    ]
    assert found.sums[0].closes


def test_a_unit_over_several_columns_is_that_of_each() -> None:
    found = document(
        "Huyện | Kinh phí (triệu đồng) | | Số giường\n| Tỉnh | Huyện | \nCao Bịa | 400 | 20 | 9"
    )
    assert [(fact.row, fact.low, fact.unit) for fact in found.facts] == [
        ("Cao Bịa: Kinh phí Tỉnh", Decimal(400_000_000), Unit.VND),
        ("Cao Bịa: Kinh phí Huyện", Decimal(20_000_000), Unit.VND),
        ("Cao Bịa: Số giường", Decimal(9), Unit.BED),
    ]


def test_a_last_line_that_says_the_sum_again_is_no_figure_of_its_own() -> None:
    found = document(
        "Tổng kinh phí 900 triệu đồng, phân bổ như sau:\n"
        "Huyện | Số tiền (triệu đồng)\nCao Bịa | 400\nVăn Bịa | 500\nTổng cộng | 900"
    )
    assert [fact.part_of for fact in found.facts] == [None, 0, 0]


def test_every_column_adds_up_to_its_own_last_line() -> None:
    found = document(
        "Đơn vị tính: triệu đồng\n\nHuyện | Vốn TW | Vốn ĐP | Số giường\n\n"
        "Cao Bịa | 1.400 | 700,5 | 12\n\nVăn Bịa | 1.500 | 600 | 8\n\n"
        "Tổng cộng | 2.900 | 1.300,5 | 21"
    )
    assert [(each.whole, each.parts, each.closes) for each in found.sums] == [
        (6, (0, 3), True),
        (7, (1, 4), True),
        (8, (2, 5), False),
    ]
    assert (found.facts[1].row, found.facts[1].low) == ("Cao Bịa: Vốn ĐP", Decimal(700_500_000))
    assert found.facts[2].unit is Unit.BED


def test_a_head_counts_what_its_first_words_name_and_a_sum_above_has_one_of_two_columns() -> None:
    found = document(
        "Chia 2.900 triệu đồng như sau:\n\n"
        "Huyện | Số tiền (triệu đồng) | Số giường cách ly\n\n"
        "Cao Bịa | 1.400 | 12\n\nVăn Bịa | 1.500 | 8\n\nTổng cộng | 2.900 | 20"
    )
    assert [(fact.low, str(fact.unit)) for fact in found.facts if fact.unit is Unit.BED] == [
        (12, "bed"),
        (8, "bed"),
        (20, "bed"),
    ]
    assert [(each.whole, each.parts) for each in found.sums] == [(0, (1, 3)), (5, (2, 4))]


@pytest.mark.parametrize("bar", [" | ", "\t", " \u00a0|\u00a0 "])
def test_cells_are_parted_by_bars_or_tabs(bar: str) -> None:
    rows = [("Huyện", "Số khẩu trang"), ("Cao Bịa", "20.000"), ("Văn Bịa", "4.000")]
    found = document("\n".join(bar.join(row) for row in rows))
    assert [(fact.row, fact.low, fact.unit) for fact in found.facts] == [
        ("Cao Bịa", 20_000, Unit.MASK),
        ("Văn Bịa", 4_000, Unit.MASK),
    ]


def test_a_column_without_a_unit_stays_for_a_person_to_look_at() -> None:
    found = draft.read(received.pasted(HEAD + "Huyện | Ghi chú\nCao Bịa | 20.000"))
    assert [each.printed for each in found.unread] == ["20.000"]
    assert found.decisions[0].facts == ()


def test_a_head_of_two_rows_is_read_together_and_groups_are_parts_of_the_total() -> None:
    found = document(
        "STT | Trường | Chỉ tiêu |\n\n| | Cao đẳng | Trung cấp\n\n"
        "I | Công lập | 350 | 520\n\n1 | Trường A | 200 | 220\n\n2 | Trường B | 150 | 300\n\n"
        "II | Ngoài công lập | 60 | 80\n\n1 | Trường C | 60 | 80\n\nTổng cộng | | 410 | 600"
    )
    assert [(fact.row.split(":")[0], fact.low, fact.part_of) for fact in found.facts[::2]] == [
        ("Công lập", 350, 10),
        ("Trường A", 200, 0),
        ("Trường B", 150, 0),
        ("Ngoài công lập", 60, 10),
        ("Trường C", 60, 6),
        ("Tổng cộng", 410, None),
    ]
    assert found.flags == ()


def test_people_are_told_by_the_first_words_of_a_head_and_a_class_counts_nothing() -> None:
    found = document(
        "TT | Xã | Loại | Cán bộ, công chức | Người hoạt động không chuyên trách\n\n"
        "1 | Gia Bịa | 2 | 22 | 14\n\n2 | Hợp Bịa | 3 | 20 | 12"
    )
    assert [(fact.low, fact.unit) for fact in found.facts] == [
        (22, Unit.PERSON),
        (14, Unit.PERSON),
        (20, Unit.PERSON),
        (12, Unit.PERSON),
    ]


def test_a_column_headed_as_the_total_is_the_whole_of_those_beside_it() -> None:
    found = document(
        "Phân bổ vốn (ĐVT: triệu đồng):\n\nNội dung | Tổng số | Trung ương | Tỉnh\n\n"
        "Đường Bịa | 4.500 | 4.000 | 500\n\nKè Bịa | 12.300 | 11.000 | 1.300"
    )
    assert [fact.part_of for fact in found.facts] == [None, 0, 0, None, 3, 3]


def test_a_total_that_the_text_states_is_the_whole_of_the_column_of_totals() -> None:
    found = document(
        "Phân bổ 1.700 triệu đồng theo biểu sau\n\nĐơn vị tính: triệu đồng\n\n"
        "TT | Đơn vị | Vật tư | Phụ cấp | Cộng\n\n1 | Sở Bịa | 800 | 200 | 1.000\n\n"
        "2 | Huyện Bịa | 300 | 400 | 700\n\n | Tổng cộng | 1.100 | 600 | 1.700"
    )
    wholes = {fact.row: fact.part_of for fact in found.facts}
    assert (wholes["Sở Bịa: Cộng"], wholes["Huyện Bịa: Cộng"]) == (0, 0)
    assert (wholes["Sở Bịa: Vật tư"], wholes["Huyện Bịa: Phụ cấp"]) == (3, 6)
