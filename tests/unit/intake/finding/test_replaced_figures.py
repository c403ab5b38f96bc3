"""A figure is told from the earlier one that it takes the place of."""

from decimal import Decimal

import pytest

from lsdash.intake.finding import quantities, replaced_figures
from lsdash.intake.finding.quantities import Quantity
from lsdash.vocabulary import Direction, Unit


def found(text: str) -> list[Quantity]:
    return replaced_figures.joined(text, quantities.find(text))


@pytest.mark.parametrize(
    ("text", "printed", "before"),
    [
        ("điều chỉnh chỉ tiêu tuyển sinh từ 510 lên 560 chỉ tiêu", "560 chỉ tiêu", 510),
        ("nâng mức vay từ 8.300 lên 9.000 triệu đồng", "9.000 triệu đồng", 8_300_000_000),
        ("đính chính “300 bộ kit” thành “330 bộ kit”", "330 bộ kit", 300),
        ("Cụm từ “40 giường bệnh” sửa thành “45 giường bệnh”", "45 giường bệnh", 40),
        ("đã in là 70 triệu đồng, nay sửa là 77 triệu đồng", "77 triệu đồng", 70_000_000),
        ("giao 56 xã (trước đây 51 xã)", "56 xã", 51),
        ("giao 56 xã, thay cho 51 xã", "56 xã", 51),
        ("rút thời gian từ 10 ngày xuống còn 7 ngày", "7 ngày", 10),
        ("giảm mức đóng từ bằng 1% xuống bằng 0%", "0%", 1),
        ("giảm tổn thất từ 7% năm 2019 xuống dưới 6,0%", "dưới 6,0%", 7),
    ],
)
def test_the_earlier_figure_is_held_by_the_one_in_its_place(
    text: str, printed: str, before: int
) -> None:
    (figure,) = found(text)
    assert figure.printed == printed
    assert figure.before and figure.before.low == Decimal(before)
    assert text[figure.before.start : figure.before.end] == figure.before.printed
    assert figure.before.unit is figure.unit


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("điều chỉnh từ 510 lên 560 học sinh", None),
        ("điều chỉnh mức hỗ trợ từ 60% lên 70%", None),
        ("phấn đấu nâng tỷ lệ che phủ rừng từ 62% lên ít nhất 64%", Direction.REACH),
        ("phấn đấu giảm tỷ lệ hộ nghèo từ 8% xuống còn dưới 6,5%", Direction.COME_DOWN),
    ],
)
def test_a_level_set_anew_is_told_from_one_striven_for(
    text: str, direction: Direction | None
) -> None:
    (figure,) = found(text)
    assert figure.before
    assert figure.direction is direction


@pytest.mark.parametrize(
    "text",
    [
        "từ 15 đến 20 xã",
        "tăng 50 học sinh so với 510 học sinh",
        "đạt 95%, tăng 5% so với 90%",
        "từ 12 xã lên 40 triệu đồng",
        "cấp 20 tấn gạo và 30 tấn ngô",
    ],
)
def test_figures_that_only_stand_side_by_side_stay_apart(text: str) -> None:
    assert [figure.before for figure in found(text)] == [None] * len(quantities.find(text))


def test_a_change_beside_both_stays_a_figure_of_its_own() -> None:
    more, now = found("tăng thêm 5 giường, từ 10 lên 15 giường")
    assert (more.direction, more.low, more.unit) == (Direction.INCREASE, 5, Unit.BED)
    assert (now.low, now.before and now.before.low) == (15, 10)
