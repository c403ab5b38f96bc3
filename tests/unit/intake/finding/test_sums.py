"""Figures that are parts of another, found by their size and by the words beside them."""

from decimal import Decimal

import pytest

from lsdash.intake.finding import quantities, sums
from lsdash.intake.finding.sums import Sum
from lsdash.quantities.doubts import Doubt
from lsdash.vocabulary import Unit


def found(text: str) -> list[Sum]:
    return sums.find(text, quantities.find(text, []))


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        ("Cấp 100 tỷ đồng, gồm: 60 tỷ đồng cho huyện và 40 tỷ đồng cho xã.", 0, (1, 2)),
        ("Cấp 100 tỷ đồng. Đường 60 tỷ đồng; cầu 40 tỷ đồng. Ngoài ra cấp 9 tỷ đồng.", 0, (1, 2)),
        ("Trường A 510 chỉ tiêu; trường B 430 chỉ tiêu. Tổng cộng 940 chỉ tiêu.", 2, (0, 1)),
        ("Cấp 12 tấn gạo cho 02 huyện: huyện A 7.000kg, huyện B 5.000kg.", 0, (2, 3)),
        ("Bố trí 9 người, trong đó 4 người trực ngày, 5 người trực đêm.", 0, (1, 2)),
    ],
)
def test_a_sum_that_closes_is_found(text: str, whole: int, parts: tuple[int, ...]) -> None:
    assert found(text) == [Sum(whole, parts, Decimal(0))]


def test_parts_have_parts_of_their_own() -> None:
    text = "100 tỷ đồng, gồm: 60 tỷ đồng (gồm 35 tỷ đồng và 25 tỷ đồng) và 40 tỷ đồng."
    assert found(text) == [Sum(0, (1, 4), Decimal(0)), Sum(1, (2, 3), Decimal(0))]


@pytest.mark.parametrize(
    ("text", "difference"),
    [
        ("Cấp 100 tỷ đồng, gồm: 60 tỷ đồng và 30 tỷ đồng.", 10_000_000_000),
        ("Cấp 100 tỷ đồng, trong đó 60 tỷ đồng và 50 tỷ đồng.", -10_000_000_000),
        ("Trường A 510 chỉ tiêu; trường B 430 chỉ tiêu. Tổng cộng 950 chỉ tiêu.", 10),
    ],
)
def test_parts_that_are_said_to_be_all_and_do_not_add_up_are_told(
    text: str, difference: int
) -> None:
    (proposed,) = found(text)
    assert not proposed.closes
    assert proposed.difference == difference


@pytest.mark.parametrize(
    "text",
    [
        "Cấp 100 tỷ đồng, trong đó 60 tỷ đồng cho đường, 30 tỷ đồng cho cầu.",  # not all are named
        "Giảm 01 người ở xã, 01 người ở phường và 02 người ở thị trấn.",  # a coincidence
        "Tăng từ 5% - 7%, rồi 2% và 3%.",
        "Cấp 100 tỷ đồng, gồm 60 xã và 40 phường.",  # other things are counted
        "Tiêm 02 mũi; khoảng 12.000 liều, trong đó huyện 7.000 liều, xã 5.000 liều.",
        "Làm 2 km; khoảng 12 km, trong đó huyện 7 km, xã 5 km.",  # no part exceeds its whole
    ],
)
def test_other_figures_are_no_sum(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        # quotas by trade, staff by level: what they come to says what they count
        ("Giao 400 chỉ tiêu (nghề Điện 150, nghề Ô tô 120, nghề Hàn 130).", [None, 0, 0, 0]),
        ("Tuyển 312 giáo viên: mầm non 120, tiểu học 142, trung học 50.", [None, 0, 0, 0]),
        ("Cấp 300 triệu đồng (A 100, B 200).", [None, 0, 0]),
        # the last of them prints the unit of all
        ("Giao 65 trđ cho 3 dự án (15; 20; 30 trđ).", [None, None, 0, 0, 0]),
        # a row's own number with its amount
        ("Cấp 231 triệu đồng\n2 | Xã Tân Tri | 229", [None]),
        # they come to something else
        ("Giao 400 chỉ tiêu (nghề Điện 150, nghề Ô tô 120).", [None]),
    ],
)
def test_bare_numbers_that_come_to_a_whole_are_in_its_unit(
    text: str, wholes: list[int | None]
) -> None:
    figures = sums.with_shared_unit(text, quantities.find(text, []))
    known = [each for each in figures if not each.flags]
    parts = {part: each.whole for each in sums.find(text, known) for part in each.parts}
    assert [parts.get(at) for at in range(len(known))] == wholes


@pytest.mark.parametrize(
    "text",
    [
        # each of several stands for all of them
        "Xã A 23 người, xã B 21 người, 18 xã còn lại mỗi xã 19 người; tổng cộng 386 người.",
        # so much each is not added to an amount
        "Hỗ trợ 90 triệu đồng, gồm: 50 triệu đồng/xã và 40 triệu đồng/xã.",
    ],
)
def test_a_figure_for_each_of_several_is_no_part(text: str) -> None:
    assert found(text) == []


def test_an_estimate_has_the_parts_that_come_to_it() -> None:
    text = "Tổng thu ước đạt 4.512 tỷ đồng; trong đó nội địa 1.250 tỷ đồng, biên mậu 3.262 tỷ đồng."
    assert found(text) == [Sum(0, (1, 2), Decimal(0))]


def test_parts_follow_the_words_about_them_past_another_figure() -> None:
    text = "Cấp 8 tỷ đồng, ngoài 5 tỷ đồng đã giao. Cụ thể: huyện A 3 tỷ đồng, huyện B 5 tỷ đồng."
    assert found(text) == [Sum(0, (2, 3), Decimal(0))]


def units_in(text: str) -> list[Unit | None]:
    """The unit of each figure; None for a bare number."""
    found = sums.with_neighbours_unit(text, quantities.find(text))
    return [None if Doubt.NO_UNIT in it.flags else it.unit for it in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gồm Bản Mạ 120, Nà Cáy 45 xe, Pò Hà 310 xe.", [Unit.VEHICLE] * 3),
        ("Bản Mạ giao 12 giáo viên, Nà Cáy 20, Pò Hà 34; còn lại", [Unit.PERSON] * 3),
        ("gồm Bản Mạ 120, Nà Cáy 45 xe, Pò Hà 310 hộ.", [None, Unit.VEHICLE, Unit.HOUSEHOLD]),
        ("Có 3 xe, nay chỉ còn 61, chưa kể", [Unit.VEHICLE, None]),
        ("gồm Bản Mạ 120, Nà Cáy 45", [None, None]),
        ("gồm Bản Mạ 5, Nà Cáy 20%", [None, Unit.PERCENT]),
    ],
)
def test_the_unit_is_that_of_all_others_in_the_list(text: str, expected: list[Unit | None]) -> None:
    assert units_in(text) == expected


def test_what_is_assumed_is_said() -> None:
    text = "gồm Bản Mạ 120, Nà Cáy 45 xe"
    first, second = sums.with_neighbours_unit(text, quantities.find(text))
    assert first.flags == (Doubt.UNIT_ASSUMED,)
    assert second.flags == ()
