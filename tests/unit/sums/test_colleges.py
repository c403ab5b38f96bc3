"""A row of a table is a college only if it is called one."""

import pytest

from lsdash.sums import colleges
from tests.unit.made import fact


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("Cao đẳng Nghề Lạng Sơn", True),
        ("Trường Cao đẳng Y tế", True),
        ("Cao đẳng", False),
        ("Cao đẳng điều dưỡng", False),
        ("Công nghệ ô tô", False),
    ],
)
def test_trades_and_levels_are_no_colleges(name: str, is_one: bool) -> None:
    row = fact("a", 90, part_of="all", unit_printed="chỉ tiêu", subject_vi=name)
    assert colleges.is_one(row) is is_one
    assert colleges.is_one(fact("a", 90, subject_vi=name))
