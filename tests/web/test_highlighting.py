"""Rows of a text under review stand under each other as on its page."""

from lsdash.web.parts import highlighting
from lsdash.web.parts.highlighting import Mark

TEXT = "Phụ lục\n\nTT | Xã | Tiền\n\n1 | Tân Tri | 300\n\n| Cộng |\n\nHết | chỗ"


def test_rows_are_a_table_with_their_marks_and_a_single_one_is_a_line() -> None:
    at = TEXT.index("300")
    told = highlighting.text(TEXT, 0, len(TEXT), [Mark(at, at + 3, "**", "**")])
    assert highlighting.tabled(told).split("\n\n") == [
        "Phụ lục",
        "| TT | Xã | Tiền |\n| --- | --- | --- |\n| 1 | Tân Tri | **300** |\n|  | Cộng |  |\n"
        "| Hết | chỗ |  |",
    ]
    assert highlighting.tabled("Hết \\| chỗ") == "Hết \\| chỗ"
