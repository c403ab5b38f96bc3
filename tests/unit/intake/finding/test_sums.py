"""Figures that are parts of another, found by their size and by the words beside them."""

from decimal import Decimal

import pytest

from lsdash.intake.finding import quantities, sums
from lsdash.intake.finding.sums import Sum


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
