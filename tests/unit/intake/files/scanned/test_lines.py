"""Words of a picture become the lines and cells that they would be on a printed page."""

from itertools import chain

from lsdash.intake.files.left_out import Left
from lsdash.intake.files.scanned import lines
from lsdash.intake.files.scanned.page import Page, Word


def row(line: int, *words: tuple[str, int, int] | tuple[str, int, int, bool]) -> list[Word]:
    top = 300 * line
    return [
        Word(text, left, top, right, top + 130, 90, line, *rest)
        for text, left, right, *rest in words
    ]


def shown(*rows: list[Word]) -> list[str]:
    return [each.text for each in lines.of(Page(1, tuple(chain(*rows))))]


def test_a_rule_parts_cells_however_near_the_words_stand() -> None:
    ruled = row(0, ("1", 100, 150), ("Bắc", 190, 400, True), ("Sơn", 440, 640))
    assert shown(ruled) == ["1 | Bắc Sơn"]


def test_a_wide_gap_parts_cells_and_the_gaps_of_a_stretched_line_do_not() -> None:
    head = row(0, ("Số:", 800, 1000), ("421/QĐ-UBND", 1050, 2000), ("Lạng", 4800, 5100))
    stretched = row(
        1, ("chi", 100, 400), ("sáu", 700, 1000), ("triệu", 1300, 1700), ("cho", 2e3, 2300)
    )
    assert shown(head, stretched) == ["Số: 421/QĐ-UBND | Lạng", "chi sáu triệu cho"]


def test_a_blank_page_is_told() -> None:
    assert [(each.what, each.text) for each in lines.blank({4: Page(4, ())})] == [
        (Left.BLANK_PAGE, "4")
    ]
