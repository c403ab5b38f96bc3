"""What was read from a picture is in doubt, and a plus on it most of all."""

from decimal import Decimal

import pytest

from lsdash.intake.drafting import draft
from lsdash.intake.drafting.model import FactDraft
from lsdash.intake.files.received import Received
from lsdash.intake.files.scanned import page
from lsdash.intake.files.scanned.page import Page, Word
from lsdash.quantities.doubts import Doubt

HEAD = "Chỉ đạo, điều hành nổi bật trong tuần (ngày 09/3 đến ngày 15/3/2020)\n\n"
ITEM = "Ngày 10/3/2020, UBND tỉnh ban hành Quyết định số 71/QĐ-UBND về việc này: "


def figures(told: str, *, is_pictured: bool = True, confidence: int = 95) -> list[FactDraft]:
    text = f"{HEAD}{ITEM}{told}."
    words = [Word(each, 1, 1, 2, 2, confidence, 0) for each in text.split()]
    seen = tuple(page.placed(text, [Page(1, tuple(words))])) if is_pictured else ()
    return list(draft.read(Received(text, seen=seen)).decisions[0].facts)


@pytest.mark.parametrize(
    ("told", "printed"),
    [
        ("tăng (6,00 + 6,50) % so với năm 2019", ["(6,00 + 6,50) %"]),
        ("tăng 6,00+6,50% trong năm", ["6,00+6,50%"]),
        ("chi 3 + 5 triệu đồng", ["3 + 5 triệu đồng"]),
        ("chi 3 triệu đồng + 5 triệu đồng", ["3 triệu đồng + 5 triệu đồng"]),
        ("chi 5 triệu đồng + 3 triệu đồng", ["5 triệu đồng", "3 triệu đồng"]),
    ],
)
def test_a_plus_on_a_picture_leaves_no_value(told: str, printed: list[str]) -> None:
    found = figures(told)
    assert [each.printed for each in found] == printed
    for each in found:
        assert (each.low, each.high) == (None, None)
        assert Doubt.PLUS_OR_RANGE in each.doubts


def test_a_plus_in_a_text_is_a_plus_and_another_sign_on_a_picture_is_what_it_is() -> None:
    assert [each.low for each in figures("chi 3 + 5 triệu đồng", is_pictured=False)] == [5_000_000]
    (rise,) = figures("tăng (6,00 - 6,50) % so với năm 2019")
    assert (rise.low, rise.high) == (Decimal("6.00"), Decimal("6.50"))
    assert rise.doubts == (Doubt.FROM_PICTURE,)


def test_a_list_marked_by_a_plus_is_no_range() -> None:
    first, second = figures("chi như sau:\n\n+ 5 triệu đồng;\n\n+ 3 triệu đồng")
    assert (first.low, second.low) == (5_000_000, 3_000_000)


def test_a_figure_that_was_read_unsurely_is_marked() -> None:
    assert [each.doubts for each in figures("chi 5 triệu đồng", confidence=60)] == [
        (Doubt.FROM_PICTURE, Doubt.FAINT)
    ]
    assert [each.doubts for each in figures("chi 5 triệu đồng", is_pictured=False)] == [()]
