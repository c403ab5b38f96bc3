"""A table of a document stands on a subject's page as it stands in the document."""

from typing import Any

from lsdash.contents import splits
from lsdash.contents.blocks import Table, text_of
from lsdash.contents.reading import Alone
from lsdash.store.release import Release
from lsdash.store.rows import FactRow
from lsdash.view import View
from tests.unit.made import fact, money, target


def row(make: Any, name: str, value: int, of: str, number: int) -> FactRow:
    told = {"unit_printed": "x", "paper_place": f"annex-1.row-{number}", "item": None}
    return make(name, value, part_of=of, role="part", **told)


ROADS = [
    money("all", 30),
    row(money, "Cao Lộc", 20, "all", 1),
    row(money, "Cao Lộc: Cát", 12, "Cao Lộc", 1),
    row(money, "Cao Lộc: Đá", 8, "Cao Lộc", 1),
    row(money, "Lộc Bình", 10, "all", 2),
    row(money, "Lộc Bình: Cát", 4, "Lộc Bình", 2),
    row(money, "Lộc Bình: Đá", 6, "Lộc Bình", 2),
]
QUOTAS = [
    fact("all", 620),
    row(fact, "Cao đẳng: Chỉ tiêu", 430, "all", 1),
    row(fact, "Ô tô: Chỉ tiêu", 430, "Cao đẳng: Chỉ tiêu", 2),
    row(fact, "Trung cấp: Chỉ tiêu", 190, "all", 3),
    row(fact, "Nấu ăn: Chỉ tiêu", 90, "Trung cấp: Chỉ tiêu", 4),
    row(fact, "May: Chỉ tiêu", 100, "Trung cấp: Chỉ tiêu", 5),
]
SHARES = [
    target("share", 100, role="whole"),
    row(target, "Cao đẳng: Tỷ lệ", 69, "share", 1),
    row(target, "Trung cấp: Tỷ lệ", 31, "share", 3),
]


def table(release: Release, facts: list[FactRow]) -> Table:
    (only,) = splits.sections(Alone("vi", View("rural_roads"), release), facts)
    (_, told) = only.blocks
    assert isinstance(told, Table)
    return told


def test_columns_beside_the_total_stand_beside_it_each_with_its_sum(release: Release) -> None:
    told = table(release, ROADS)
    assert told.columns == ("Phần", "Số liệu", "Cát", "Đá", "Tỷ lệ", "Nguồn")
    assert [[text_of(cell) for cell in row][:4] for row in told.rows] == [
        ["Cao Lộc", "20 triệu đồng", "12 triệu đồng", "8 triệu đồng"],
        ["Lộc Bình", "10 triệu đồng", "4 triệu đồng", "6 triệu đồng"],
        ["Cộng các dòng", "30 triệu đồng", "16 triệu đồng", "14 triệu đồng"],
    ]


def test_the_rows_of_a_group_stand_below_it_and_have_the_bars(release: Release) -> None:
    told = table(release, QUOTAS)
    assert [text_of(row[0]) for row in told.rows] == [
        *("Cao đẳng", "trong đó: Ô tô"),
        *("Trung cấp", "trong đó: Nấu ăn", "trong đó: May", "Cộng các dòng"),
    ]
    assert text_of(told.rows[-1][1]) == "620 chỉ tiêu"
    (split,) = splits.find(QUOTAS)
    assert [each.value for each in split.drawn] == [430, 90, 100]


def test_shares_that_repeat_numbers_have_no_table_of_their_own(release: Release) -> None:
    assert [each.whole.slug for each in splits.find([*QUOTAS, *SHARES])] == ["all"]
    assert [each.whole.slug for each in splits.find(SHARES)] == ["share"]
