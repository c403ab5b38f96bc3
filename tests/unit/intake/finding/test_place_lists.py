"""Bare numbers in a list of names take the unit of their neighbours, with a doubt."""

import pytest

from lsdash.intake.finding import place_lists, quantities
from lsdash.quantities.doubts import Doubt
from lsdash.vocabulary import Unit


def units(text: str) -> list[Unit | None]:
    """The unit of each figure; None for a bare number."""
    found = place_lists.with_neighbours_unit(text, quantities.find(text))
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
    assert units(text) == expected


def test_what_is_assumed_is_said() -> None:
    text = "gồm Bản Mạ 120, Nà Cáy 45 xe"
    first, second = place_lists.with_neighbours_unit(text, quantities.find(text))
    assert first.flags == (Doubt.UNIT_ASSUMED,)
    assert second.flags == ()
