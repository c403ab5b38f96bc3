"""A page parted into screens of a meeting: nothing is lost, and all of it fits."""

from lsdash.charts.rows import Axis, Mark, Row, draw
from lsdash.charts.style import Fill
from lsdash.contents import screens
from lsdash.contents.blocks import (
    Block,
    Chart,
    Contents,
    Listed,
    Said,
    Section,
    Table,
    line,
    section,
    text_of,
)
from lsdash.contents.screens import HEIGHT, Piece, Screen, Side


def page(*sections: Section, title: str = "Một câu trả lời") -> Contents:
    return Contents("trang", title, line("Đã quyết định · 1/QĐ-UBND"), "", sections)


def chart(name: str, rows: int, *, is_wide: bool = False) -> Chart:
    drawn = [Row(f"{at} đồng", "nhãn", (Mark(0, 1, Fill.DECIDED),)) for at in range(rows)]
    return Chart(name, "nói", lambda theme: draw(drawn, Axis(0, 1), theme), is_wide)


def table(rows: int) -> Table:
    cells = tuple((line(f"hàng {at}"), line("chữ " * 20)) for at in range(rows))
    return Table("bảng", ("Tên", "Nội dung"), cells, "một bảng")


def blocks(found: list[Screen]) -> list[Block]:
    """All that the screens show, in their order."""
    told = []
    for part in (part for screen in found for part in screen.parts):
        columns = part.columns if isinstance(part, Side) else ((part,),)
        told += [piece.block for own in columns for piece in own]
    return told


def test_a_long_table_goes_on_at_the_next_screen_under_its_heads() -> None:
    found = screens.of(page(section("Bảng", table(40))))
    parted = [each for each in blocks(found) if isinstance(each, Table)]
    assert len(found) == len(parted) > 1
    assert [text_of(row[0]) for each in parted for row in each.rows] == [
        f"hàng {at}" for at in range(40)
    ]
    assert {each.columns for each in parted} == {("Tên", "Nội dung")}


def test_a_list_is_parted_line_by_line() -> None:
    lines = tuple(line(f"dòng {at}") for at in range(50))
    found = screens.of(page(section("", Listed(lines))))
    parted = [each for each in blocks(found) if isinstance(each, Listed)]
    assert len(parted) > 1
    assert tuple(each for own in parted for each in own.lines) == lines


def test_drawings_share_a_screen_in_two_columns_as_long_as_they_can_be_read() -> None:
    three = [section(f"Hình {at}", chart(f"hình-{at}", 2)) for at in range(3)]
    (one,) = screens.of(page(*three))
    (side,) = one.parts
    assert isinstance(side, Side)
    assert [len(own) for own in side.columns] == [2, 1]
    assert screens.LEAST <= one.scale <= screens.MOST
    many = screens.of(page(*[section("", chart(f"hình-{at}", 5)) for at in range(5)]))
    assert len(many) > 1
    assert [each.name for each in blocks(many) if isinstance(each, Chart)] == [
        f"hình-{at}" for at in range(5)
    ]


def test_a_wide_drawing_stands_alone_across_the_screen() -> None:
    days = [section("", chart(name, 2, is_wide=True)) for name in ("cửa khẩu", "ngày")]
    found = screens.of(page(*days))
    assert all(isinstance(part, Piece) for screen in found for part in screen.parts)
    assert all(screen.scale <= screens.MOST_WIDE for screen in found)


def test_a_short_drawing_is_large_and_a_high_one_is_made_to_fit() -> None:
    (short,) = screens.of(page(section("", chart("thấp", 1))))
    (high,) = screens.of(page(section("", chart("cao", 12))))
    assert short.scale == screens.MOST
    assert high.scale < screens.LEAST
    drawn = chart("cao", 12).draw("light")["layout"]["height"]
    assert drawn * high.scale < HEIGHT


def test_details_and_sections_that_a_meeting_does_without_are_left_to_the_page() -> None:
    told = page(
        section("Hình", chart("hình", 2)),
        section("Nguồn", Said(line("nguồn"))),
        section("Chi tiết", table(9), is_detail=True),
    )
    found = screens.of(told, ["Nguồn"])
    assert [type(each) for each in blocks(found)] == [Chart]


def test_a_page_that_says_nothing_more_is_its_answer_on_one_screen() -> None:
    assert screens.of(page()) == [Screen((), 1)]
