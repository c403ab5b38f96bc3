"""Figures in whole sentences, and digits that are none. All sentences are invented."""

import json
import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from lsdash.intake.finding import quantities
from lsdash.intake.finding.ordinals import Naming
from lsdash.intake.finding.quantities import Quantity
from lsdash.quantities import Doubt
from lsdash.vocabulary import Bound, Direction, FigureKind, Unit

SAMPLE = Path(__file__).parents[3] / "fixtures" / "figures.jsonl"
"""Sentences with every figure in them, read by hand; ends are written out, dates as days."""

Said = tuple[str, str, str | None, str | None, str, str]


def rows() -> list[tuple[str, list[dict[str, str]]]]:
    lines = SAMPLE.read_text(encoding="utf-8").splitlines()
    return [(row["text"], row["figures"]) for row in map(json.loads, lines)]


def said(it: Quantity) -> Said:
    low, high = (it.first, it.last) if it.kind is FigureKind.DATE else (it.low, it.high)
    ends = [None if end is None else str(end) for end in (low, high)]
    return it.printed, it.kind, ends[0], ends[1], it.unit, it.bound


def expected(figure: dict[str, str]) -> Said:
    return (
        figure["printed"],
        figure["kind"],
        figure["low"],
        figure["high"],
        figure["unit"],
        figure["bound"],
    )


def one(text: str) -> Quantity:
    [found] = quantities.find(text)
    return found


@pytest.mark.parametrize(("text", "figures"), rows())
def test_every_figure_of_a_sentence_is_found_and_nothing_else(
    text: str, figures: list[dict[str, str]]
) -> None:
    found = quantities.find(text)
    assert [said(it) for it in found] == [expected(figure) for figure in figures]
    assert [(it.start, it.end) for it in found] == [(f["start"], f["end"]) for f in figures]


def test_the_sample_is_of_some_size() -> None:
    assert sum(len(figures) for _, figures in rows()) >= 60


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def no_break_spaces(text: str) -> str:
    return text.replace(" ", "\u00a0 ")


def zero_width_marks(text: str) -> str:
    return text.replace(" ", "\u200b ").replace(".", ".\u200e")


def wrapped_lines(text: str) -> str:
    """A line break in each gap between a number and its unit."""
    return text.replace(" đồng", "\nđồng").replace(" người", "\nngười").replace(" ngày", "\nngày")


@pytest.mark.parametrize("spelled", [nfd, no_break_spaces, zero_width_marks, wrapped_lines])
@pytest.mark.parametrize("text", [text for text, _ in rows()])
def test_another_spelling_of_a_sentence_says_the_same(
    text: str, spelled: Callable[[str], str]
) -> None:
    other = spelled(text)
    found = quantities.find(other)
    assert [said(it)[1:] for it in found] == [said(it)[1:] for it in quantities.find(text)]
    assert [other[it.start : it.end] for it in found] == [it.printed for it in found]


DOUBTFUL = [
    ("phân bổ 217,860 tấn gạo", Doubt.DECIMAL_MARK),  # 217.86 tonnes, or 217 860 in English
    ("giảm 7.5% so với năm trước", Doubt.DECIMAL_MARK),  # an English decimal point
    ("Kết quả là 25, chưa đầy đủ", Doubt.NO_UNIT),
    ("thu nhập dưới 100 triệu bị loại", Doubt.UNIT_ASSUMED),
    ("khoảng tối đa 5%", Doubt.TWO_BOUNDS),
    ("khoảng 5 - 7%", Doubt.BOUND_ON_RANGE),
    ("từ 50 đến dưới 100 người", Doubt.OPEN_END),
    ("nhiệt độ ngoài trời -5 độ", Doubt.MINUS),
    ("thi công trên 5 tuyến đường", Doubt.ON_OR_ABOVE),
    ("thu ngân sách vượt 5% dự toán", Doubt.COMPARED),
    ("phạt tiền đến 50 triệu đồng", Doubt.UP_TO),
    ("lớp học từ 10 học sinh", Doubt.AT_LEAST_FROM),
    ("họp ngày 31/02/2020", Doubt.NO_SUCH_DAY),
    ("có 4 600 hộ", Doubt.SPACED),
    ("tăng ,75%", Doubt.LEADING_MARK),
    ("sai lệch ± 3%", Doubt.PLUS_MINUS),
    ("mỗi bao 50 ± 1 kg", Doubt.PLUS_MINUS),
    ("nghỉ 1/3 ngày", Doubt.FRACTION),
    ("chi mười, mười lăm triệu đồng", Doubt.LISTED),
    ("chi hai triệu năm trăm đồng", Doubt.SAID_SHORT),
    ("chi vài ba triệu đồng", Doubt.LISTED),
    ("trong năm sáu triệu lượt khách", Doubt.LISTED),  # in the year six, or five to six
]


@pytest.mark.parametrize(("text", "doubt"), DOUBTFUL)
def test_what_can_be_read_two_ways_is_flagged(text: str, doubt: Doubt) -> None:
    assert doubt in one(text).flags


@pytest.mark.parametrize("text", ["1.500 tỷ đồng", "1,5 tỷ đồng", "217,86 tấn", "0,125%"])
def test_the_vietnamese_rule_of_dot_and_comma_leaves_no_doubt(text: str) -> None:
    assert one(text).flags == ()


SPELLED = [
    # numbers in words: above 999 tỷ, with multipliers in a row, halves, a few
    ("vốn là bốn nghìn tỷ đồng", [(4 * 10**12,) * 2]),
    ("vay năm nghìn sáu trăm bảy mươi tỷ đồng", [(5670 * 10**9,) * 2]),
    ("thu hai mươi nghìn triệu đồng", [(2 * 10**10,) * 2]),
    ("mỗi thôn được nửa triệu đồng", [(500_000,) * 2]),
    ("mỗi ngày năm triệu rưỡi đồng", [(5_500_000,) * 2]),
    ("vốn khoảng nửa tỷ", [(500_000_000,) * 2]),
    ("phạt ba, bốn triệu đồng", [(3_000_000, 4_000_000)]),
    ("trong năm hai triệu lượt khách", [(2_000_000,) * 2]),
    ("chi 6 nghìn 200 tỷ đồng", [(6200 * 10**9,) * 2]),
    # spaces between thousands
    ("chi 6 250 000 000 đồng", [(6_250_000_000,) * 2]),
    ("mức 1 000 000 đồng", [(1_000_000,) * 2]),
    ("có 1\u202f250 người và 2\u00a0300 con", [(1250,) * 2, (2300,) * 2]),
    ("loại 1 250 người", [(250,) * 2]),
    ("giá 3 500 - 4 000 đồng", [(3500, 4000)]),
    ("thu USD 2 500", [(2500,) * 2]),
    ("Số hộ nghèo còn 1 020.", [(1020,) * 2]),
    # a word for each of two numbers: a product is none, and each keeps its own
    ("hỗ trợ 20 triệu đồng × 7 hộ", [(20_000_000,) * 2, (7,) * 2]),
    ("góp 15 trđ", [(15_000_000,) * 2]),
    ("làm việc 1/2 ngày", [(Decimal("0.5"),) * 2]),
    # in brackets: once more in words, or something else
    ("chi 2.500.000 đồng (hai triệu rưỡi đồng)", [(2_500_000,) * 2]),
    ("chi 1.200.000 đồng (Bằng chữ: Một triệu hai trăm nghìn đồng chẵn)", [(1_200_000,) * 2]),
    ("gồm 5 hộ (hai triệu đồng một hộ)", [(5,) * 2, (2_000_000,) * 2]),
    ("vốn lớn (hai nghìn tỷ đồng)", [(2 * 10**12,) * 2]),
]


@pytest.mark.parametrize(("text", "ends"), SPELLED)
def test_a_number_is_read_however_it_is_spelled(
    text: str, ends: list[tuple[Decimal, Decimal]]
) -> None:
    assert [(it.low, it.high) for it in quantities.find(text)] == ends


def test_what_is_multiplied_is_no_size_and_says_so() -> None:
    money, households = quantities.find("hỗ trợ 20 triệu đồng × 7 hộ")
    assert Doubt.PRODUCT in money.flags
    assert Doubt.PRODUCT in households.flags
    assert (money.unit, households.unit) == (Unit.VND, Unit.HOUSEHOLD)


def test_words_that_say_another_number_than_the_digits_are_a_doubt() -> None:
    digits, words = quantities.find("chi 1.500.000.000 đồng (Một tỷ, sáu trăm triệu đồng)")
    assert (digits.flags, digits.low) == ((), 1_500_000_000)
    assert (words.flags, words.low) == ((Doubt.WORDS_DIFFER,), 1_600_000_000)


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("mỗi hộ hai nghìn ba", ["hai nghìn ba"]),
        ("có một trăm năm người", ["một trăm năm"]),
        ("ba phần tư số xã", ["ba phần tư"]),
        ("thiệt hại hàng trăm triệu đồng", ["hàng trăm triệu đồng"]),
        ("vốn hơn nghìn tỷ đồng; hơn 3 nghìn tỷ đồng", ["hơn nghìn tỷ đồng"]),
        ("tổng vốn ba tỷ ba tỷ", ["ba tỷ ba tỷ"]),
        ("được năm nghìn phiếu và hai nghìn ba đồng", ["hai nghìn ba"]),
        ("chi 2.500.000 đồng (hai triệu rưỡi đồng)", []),
        ("bằng chữ: Một tỷ, hai trăm triệu đồng", []),
        ("thứ hai, ngày mười, một số xã, hai bên", []),
    ],
)
def test_a_number_in_words_that_is_not_read_is_told(text: str, unread: list[str]) -> None:
    spans = quantities.unread_words(text, quantities.find(text))
    assert [text[each.start : each.end] for each in spans] == unread


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("mỗi xã có ít nhất một tổ với 10-15 người", ["ít nhất một tổ", "10-15 người"]),
        ("bố trí tối thiểu là hai cán bộ; một số xã, hai bên", ["tối thiểu là hai cán bộ"]),
        ("đạt ít nhất một trong các tiêu chí, tối đa năm 2020", []),
    ],
)
def test_a_number_in_words_below_ten_is_a_figure_where_it_is_limited(
    text: str, printed: list[str]
) -> None:
    assert [each.printed for each in quantities.find(text)] == printed


def test_ends_with_different_units_are_two_figures() -> None:
    first, second = quantities.find("từ 15 ngày đến 2 tháng")
    assert (first.low, first.unit, first.flags) == (
        15,
        Unit.DAY,
        (Doubt.MIXED_UNITS, *first.flags[1:]),
    )
    assert (second.low, second.unit) == (2, Unit.MONTH)


def test_a_range_that_falls_is_two_figures() -> None:
    first, second = quantities.find("10% - 5%")
    assert (first.high, second.low) == (10, 5)
    assert Doubt.BACKWARDS in first.flags


MOVED = [
    ("giảm 6%", Direction.DECREASE),
    ("giảm khoảng 6%", Direction.DECREASE),
    ("tăng thêm 15 xã", Direction.INCREASE),
    ("giảm tỷ lệ hộ nghèo bình quân 2%/năm", Direction.DECREASE),
    ("giảm xuống còn 6%", Direction.COME_DOWN),
    ("tỷ lệ hộ nghèo còn dưới 3%", Direction.COME_DOWN),
    ("hạ tổn thất điện năng xuống không quá 6%", Direction.COME_DOWN),
    ("đến năm 2025 số hộ nghèo còn 250 hộ", Direction.COME_DOWN),
    ("nâng tỷ lệ che phủ rừng lên 63%", Direction.REACH),
    ("đạt 95%", Direction.REACH),
    ("phấn đấu đạt tối thiểu 45 MWp", Direction.REACH),
    ("nâng lên ít nhất 80%", Direction.REACH),
    ("phấn đấu có trên 60% số xã", Direction.REACH),
    ("tăng thêm 50 chỉ tiêu", Direction.INCREASE),
    ("ước đạt 95%", None),
    ("kho còn 25 bộ kit", None),
    ("đi lên 12 xã", None),
    ("có 5 huyện", None),
    ("duy trì ở mức 6%", None),
    ("đạt tối đa 23 điểm", None),
    ("công tác giảm nghèo tại 5 xã", None),
    ("tăng cường 3 tổ công tác", None),
    ("hỗ trợ 5 xã", None),
    ("50 triệu đồng trở lên (6 hộ)", None),
]


@pytest.mark.parametrize(("text", "direction"), MOVED)
def test_a_change_is_told_from_a_level_to_reach_and_one_to_come_down_to(
    text: str, direction: Direction | None
) -> None:
    assert quantities.find(text)[-1].direction is direction


def test_what_a_figure_is_counted_by_and_out_of_is_kept() -> None:
    money, share = quantities.find("65 triệu đồng/người/năm; 23/34 mục tiêu")
    assert money.per == ("người", "năm")
    assert (share.low, share.of, share.noun) == (23, 34, "mục tiêu")


def test_a_size_has_sides_and_no_single_value() -> None:
    it = one("ảnh 4x6cm")
    assert (it.low, it.high, it.sides, it.noun) == (None, None, (4, 6), "cm")


def test_a_date_without_its_year_has_no_day_and_borrows_one_from_its_end() -> None:
    assert one("vào ngày 23/02").first is None
    stretch = one("từ ngày 28/12 đến ngày 03/01/2021")
    assert (stretch.first, stretch.last) == (date(2020, 12, 28), date(2021, 1, 3))


@pytest.mark.parametrize(
    ("text", "printed", "unit"),
    [
        ("Sáng 18-4, huyện họp", "18-4", Unit.DAY),
        ("Chiều 6-9, huyện họp", "6-9", Unit.DAY),
        ("nộp báo cáo trước 25-11.", "trước 25-11", Unit.DAY),
        ("tối 3-5 giờ", "3-5 giờ", Unit.HOUR),
        ("trước 15-20 hộ", "15-20 hộ", Unit.HOUSEHOLD),
    ],
)
def test_a_day_with_a_hyphen_is_one_after_a_time_of_day_and_with_nothing_counted(
    text: str, printed: str, unit: Unit
) -> None:
    found = one(text)
    assert (found.printed, found.unit) == (printed, unit)


NAMES = [
    ("Điều 5, 6 và 7 Nghị định", Naming.PART, "Điều 5, 6 và 7"),
    ("xã loại 1", Naming.ORDER, "loại 1"),
    ("Tổ 3 phường Tam Thanh", Naming.ORDER, "Tổ 3"),
    ("giai đoạn 2016 – 2020", Naming.YEAR, "giai đoạn 2016 – 2020"),
    ("DDCI 2020", Naming.YEAR, "2020"),
    ("dịch Covid-19", Naming.CODE, "Covid-19"),
    ("đường QL.1B", Naming.CODE, "QL.1B"),
    ("lúc 8 giờ 30 phút", Naming.CLOCK, "lúc 8 giờ 30 phút"),
    ("gọi 0205.3812.605", Naming.CONTACT, "0205.3812.605"),
    ("bản đồ 1/500", Naming.SCALE, "1/500"),
]


@pytest.mark.parametrize(("text", "naming", "printed"), NAMES)
def test_digits_that_name_something_are_no_figure(text: str, naming: Naming, printed: str) -> None:
    assert quantities.find(text) == []
    assert [(it.naming, it.printed) for it in quantities.names(text)] == [(naming, printed)]


COUNTED = [
    ("tổ 3 người", 3, Unit.PERSON),
    ("giai đoạn 5 năm", 5, Unit.YEAR),
    ("cấp 200 tấn gạo", 200, Unit.TONNE),
    ("tổng số 250 hộ", 250, Unit.HOUSEHOLD),
    ("mức 6%", 6, Unit.PERCENT),
    ("2020 người", 2020, Unit.PERSON),
]


@pytest.mark.parametrize(("text", "low", "unit"), COUNTED)
def test_what_follows_makes_a_figure_of_a_named_number(text: str, low: int, unit: Unit) -> None:
    it = one(text)
    assert (it.low, it.unit) == (low, unit)


def test_digits_that_are_claimed_are_left_alone() -> None:
    text = "giao 15 xã và 20 phường"
    fifteen = one("giao 15 xã")
    assert [it.printed for it in quantities.find(text, claimed=[fifteen])] == ["20 phường"]


def test_a_new_line_begins_a_new_figure() -> None:
    text = "Tổng số: 25\nXã Hoàng Đồng: 7 hộ"
    assert [it.printed for it in quantities.find(text)] == ["25", "7 hộ"]


def test_a_number_too_long_for_a_release_is_no_figure() -> None:
    assert quantities.find("1" * 40 + " đồng") == []
    assert one("999.999.999.999.999 đồng").low == Decimal(999_999_999_999_999)


def test_an_estimate_is_approximate_though_its_word_is_no_part_of_it() -> None:
    it = one("lũy kế ước 29.520 tỷ đồng")
    assert (it.printed, it.bound) == ("29.520 tỷ đồng", Bound.APPROXIMATELY)


PILES = ["1", "1.", "1,", "1/", "12.345 ", "ngày ", " ", "(", "(1)", "a1", "5%", "a@", "+84 ", "-1"]
PILES += ["ba ", "hai ba ", "năm trăm ", "500 ", "1/2 ", ",5 ", "nửa ", "± 2 "]
PILES += ["năm 2020, ", "một trăm ", "từ 1 đến ", "1/1/2020-", "1 tỷ ", "e\u0323", "\u200b", "1x"]


@pytest.mark.parametrize("piece", PILES)
def test_long_piles_of_anything_are_read_to_their_end(piece: str) -> None:
    """Work that grew with the square of the length would not come back from these."""
    text = piece * (20_000 // len(piece)) + " . Hỗ trợ 15 hộ"
    assert quantities.find(text, claimed=[])[-1].printed.endswith("15 hộ")


@pytest.mark.parametrize(
    ("text", "printed", "low", "high", "bound"),
    [
        # what must not be passed is at most that; what is only passed is more
        ("không để xe chờ quá 30 phút", "quá 30 phút", None, 30, Bound.AT_MOST),
        ("không được để dư nợ vượt 5 tỷ đồng", "vượt 5 tỷ đồng", None, 5 * 10**9, Bound.AT_MOST),
        ("xe chờ quá 30 phút", "quá 30 phút", 30, None, Bound.MORE_THAN),
        # both ends of a range by the same
        (
            "thu từ 50.000 đồng/tháng đến 500.000 đồng/tháng",
            "từ 50.000 đồng/tháng đến 500.000 đồng/tháng",
            50_000,
            500_000,
            Bound.RANGE,
        ),
        # how often is no month
        ("công bố giá mỗi tháng 01 lần", "01 lần", 1, 1, Bound.EXACT),
        # ages are no number of a group
        ("tiêm cho nhóm 5-11 tuổi", "5-11 tuổi", 5, 11, Bound.RANGE),
        # a list and its entries are no place in a document
        ("phê duyệt danh mục 27 dự án", "27 dự án", 27, 27, Bound.EXACT),
        ("tỷ lệ có việc làm >= 80%", ">= 80%", 80, None, Bound.AT_LEAST),
        ("hồ sơ trễ hạn =< 1%", "=< 1%", None, 1, Bound.AT_MOST),
        ("trên 2/3 số xã có bác sĩ", "trên 2/3 số xã", 2, None, Bound.MORE_THAN),
    ],
)
def test_what_a_figure_says_follows_from_the_words_around_it(
    text: str, printed: str, low: int | None, high: int | None, bound: Bound
) -> None:
    (it,) = quantities.find(text)
    assert (it.printed, it.low, it.high, it.bound) == (printed, low, high, bound)


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("phủ hạ tầng mạng cho 200 xã", None),
        ("tăng dự toán chi sự nghiệp y tế của các huyện thêm 3.200 triệu đồng", "increase"),
        ("giảm dự toán chi quản lý hành chính 700 triệu đồng", "decrease"),
        ("đến 31/12/2024 có 95% dân số tham gia", "reach"),
    ],
)
def test_a_change_is_told_from_a_word_that_looks_like_one(text: str, direction: str | None) -> None:
    assert [each.direction for each in quantities.find(text) if each.unit is not Unit.DAY][
        -1
    ] == direction


def test_a_day_of_the_lunar_year_counts_no_months() -> None:
    assert quantities.find("trao quà trước ngày 20 tháng Giêng") == []


@pytest.mark.parametrize("said", ["gấp đôi", "gấp ba lần", "gấp rưỡi"])
def test_a_multiple_in_words_is_told_as_unread(said: str) -> None:
    text = f"diện tích trồng thay thế {said}, xong trong năm"
    (span,) = quantities.unread_words(text, quantities.find(text))
    assert text[span.start : span.end] == said


@pytest.mark.parametrize(
    "text", ["trưng dụng 03 khách sạn", "cấp 12 hộ chiếu", "bố trí 4 mũi thi công", "tặng 9 xe lăn"]
)
def test_a_longer_noun_is_not_what_its_first_syllable_counts(text: str) -> None:
    (it,) = quantities.find(text)
    assert (it.unit, it.kind) == (Unit.ITEM, FigureKind.COUNT)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Nông nghiệp và Môi trường 64, Tư pháp 41 biên chế", [64, 41]),
        ("và dự phòng 10 chỉ tiêu", [10]),
        ("cấp mỗi người khẩu trang 03 chiếc", [3]),
        ("nộp trực tuyến 850 hồ sơ", [850]),
        ("đầu tư hạ tầng 12 khu dân cư", [12]),
        ("thuộc nhóm: 50 xã dẫn đầu", [50]),
        ("nộp mỗi loại 01 bản", [1]),
        ("Trường số 3 ở Tầng 2, Phòng 10, loại 1", []),
    ],
)
def test_a_word_that_ends_another_word_names_no_number(text: str, values: list[int]) -> None:
    assert [it.low for it in quantities.find(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "sản phẩm đạt 4 sao, khách sạn từ 3 - 5 sao, nhà nghỉ 1 sao trở lên",
        "theo Điều 3.1 và mục 2.4.1 của Quy chế",
        "bãi bỏ thủ tục có số thứ tự từ 04 đến 22 mục IV",
        "Ký số lúc 2020-03-05 08:05:48 +07:00 hoặc 15:32:07 +07'00'",
        "CÔNG BÁO/Số 286 + 287",
        "Chỉ tiêu (của huyện) 1. Tổng thu ngân sách",
    ],
)
def test_classes_points_and_stamps_count_nothing(text: str) -> None:
    assert quantities.find(text) == []


def test_half_a_unit_behind_a_number_in_words_is_read_for_itself() -> None:
    found = quantities.find("báo trước hai, nửa tháng")
    assert [it.printed for it in found] == ["nửa tháng"]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("báo cáo chậm nhất 30 ngày trước khi thi", Bound.AT_LEAST),
        ("báo cáo chậm nhất 30 ngày sau khi thi", Bound.AT_MOST),
        ("vốn nước ngoài 300 tỷ đồng", Bound.EXACT),
        ("doanh thu từ nước ngoài đạt 20 triệu USD", Bound.EXACT),
        ("chuyển tuyến trên 12 người bệnh", Bound.EXACT),
        ("người ngoài 60 tuổi", Bound.MORE_THAN),
    ],
)
def test_words_that_only_look_like_a_bound_are_none(text: str, bound: Bound) -> None:
    assert one(text).bound is bound


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("hoặc một tỷ lệ khác nhỏ hơn", []),
        ("có hai triệu chứng, theo một tỷ giá", []),
        ("đạt 5 tỷ giá trị, một tỷ đồng", [5 * 10**9, 10**9]),
    ],
)
def test_a_multiplier_that_begins_another_word_multiplies_nothing(
    text: str, values: list[int]
) -> None:
    assert [it.low for it in quantities.find(text)] == values
