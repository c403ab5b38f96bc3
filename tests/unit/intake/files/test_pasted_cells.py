"""Cells of a table that was pasted are told from the entries of a list."""

from lsdash.intake.files import received


def test_cells_that_tabs_part_are_cells_and_a_list_stays_a_list() -> None:
    text = "TT\tHuyện\tTiền\n1\tCao Lộc\t5\n\tTổng\t5\n1.\tNội dung của mục\n\tthụt vào"
    assert received.pasted(text).text.splitlines() == [
        "TT | Huyện | Tiền",
        "1 | Cao Lộc | 5",
        " | Tổng | 5",
        "1.\tNội dung của mục",
        "\tthụt vào",
    ]
