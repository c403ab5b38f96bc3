"""A figure's role follows from what is said of it and of the others, never from its place."""

from itertools import permutations
from typing import Any

import pytest

from lsdash.store.writing import roles
from lsdash.vocabulary import Role

PLAIN: dict[str, Any] = {
    "slug": "one",
    "subject_vi": "Trường",
    "measure": "college_quota",
    "low": 100,
    "high": 100,
    "scale_digits": 0,
    "unit": "place",
    "unit_called_vi": None,
    "bound": "exact",
    "basis": "stated",
    "part_of": None,
    "option": None,
    "direction": None,
    "mandatory": False,
    "role_stated": None,
}


def fact(slug: str, value: int = 100, **fields: Any) -> dict[str, Any]:
    return PLAIN | {"slug": slug, "low": value, "high": value} | fields


@pytest.mark.parametrize(
    ("fields", "role"),
    [
        ({}, Role.AMOUNT),
        ({"direction": "increase"}, Role.CHANGE),
        ({"direction": "reach", "bound": "at_least", "unit": "mwp"}, Role.REACH),
        ({"direction": "come_down", "bound": "range"}, Role.COME_DOWN),
        ({"direction": "level", "bound": "at_least"}, Role.REACH),
        ({"direction": "level", "bound": "range"}, Role.COME_DOWN),
        ({"direction": "level"}, Role.LEVEL),
        ({"bound": "at_most"}, Role.CEILING),
        ({"bound": "at_least"}, Role.FLOOR),
        ({"mandatory": True, "direction": "increase"}, Role.OBLIGATION),
        ({"unit": "task_group"}, Role.CONTENTS),
        ({"measure": "staff_ceiling"}, Role.CEILING),
        ({"basis": "derived"}, Role.WHOLE),
        ({"role_stated": "whole"}, Role.WHOLE),
    ],
)
def test_a_figure_by_itself(fields: dict[str, Any], role: Role) -> None:
    assert roles.of_document([fact("one", **fields)]) == [role]


def test_a_whole_is_known_by_its_parts() -> None:
    facts = [fact("all", 300), fact("a", 100, part_of="all"), fact("b", 150, part_of="all")]
    assert roles.of_document(facts) == [Role.WHOLE, Role.PART, Role.PART]


def test_a_total_that_is_only_stated_beside_its_members_is_no_member() -> None:
    facts = [fact("a", 510), fact("b", 430), fact("c", 400), fact("all", 1340)]
    expected = {"a": Role.AMOUNT, "b": Role.AMOUNT, "c": Role.AMOUNT, "all": Role.WHOLE}
    for mixed in permutations(facts):
        found = roles.of_document(mixed)
        assert {each["slug"]: role for each, role in zip(mixed, found, strict=True)} == expected


@pytest.mark.parametrize(
    "other",
    [
        fact("all", 1341),
        fact("all", 1340, unit="person"),
        fact("all", 1340, measure="other"),
        fact("all", 1340, option=2),
    ],
)
def test_what_only_looks_like_the_total_stands_for_itself(other: dict[str, Any]) -> None:
    facts = [fact("a", 510), fact("b", 430), fact("c", 400), other]
    assert roles.of_document(facts) == [Role.AMOUNT] * 4


def test_changes_and_levels_add_up_to_nothing() -> None:
    facts = [fact("up", 50, direction="increase"), fact("down", 50, direction="decrease")]
    assert roles.of_document([*facts, fact("all", 100)])[-1] is Role.AMOUNT


NEARLY = [fact("a", 3000), fact("b", 2800), fact("c", 2800)]


def test_a_table_that_nearly_closes_is_no_second_sum() -> None:
    total = fact("all", 8640, subject_vi="Tổng kinh phí")
    found = roles.of_document([total, *NEARLY])
    assert found == [Role.WHOLE, Role.AMOUNT, Role.AMOUNT, Role.AMOUNT]


@pytest.mark.parametrize(
    "other",
    [
        fact("all", 8640),
        fact("all", 12000, subject_vi="Tổng kinh phí"),
        fact("all", 8640, subject_vi="Tổng công ty Điện lực"),
        fact("all", 8640, subject_vi="Tổng kinh phí", unit="person"),
    ],
    ids=["not called a total", "far off", "a name of an office", "another unit"],
)
def test_only_a_named_total_near_its_members_may_fail_to_close(other: dict[str, Any]) -> None:
    assert Role.WHOLE not in roles.of_document([other, *NEARLY])


def test_of_several_totals_none_is_the_total_of_the_others() -> None:
    facts = [
        fact("one", 100, subject_vi="Tổng kinh phí đường"),
        fact("two", 60, subject_vi="Tổng kinh phí cầu"),
        fact("three", 42, subject_vi="Kinh phí khác"),
    ]
    assert Role.WHOLE not in roles.of_document(facts)
