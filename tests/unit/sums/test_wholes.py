"""A whole is never one of its members, and nothing is added that cannot be."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from lsdash.store.rows import FactRow
from lsdash.sums import wholes
from lsdash.sums.wholes import Added
from lsdash.vocabulary import Bound
from tests.unit.made import fact, money

A, B, C = (fact(slug, value) for slug, value in (("a", 510), ("b", 430), ("c", 400)))
STATED = fact("all", 1340, role="whole")
OURS = fact("sum", 1340, role="whole", basis="derived", formula="a + b + c")
RISE = fact("rise", 50, role="change", direction="increase")


def part(slug: str, value: int, of: str = "all", **told: Any) -> FactRow:
    return fact(slug, value, role="part", part_of=of, **told)


@pytest.mark.parametrize("total", [STATED, OURS], ids=["stated", "derived"])
@pytest.mark.parametrize("at", [0, 3])
def test_a_total_has_the_others_as_its_members_wherever_it_stands(total: FactRow, at: int) -> None:
    facts = [A, B, C]
    facts.insert(at, total)
    found = wholes.total([*facts, RISE])
    assert found
    assert (found.fact, found.members, found.closes) == (total, (A, B, C), True)


def test_a_total_that_names_its_parts_has_these_alone() -> None:
    parts = [part("a", 800), part("b", 540)]
    found = wholes.total([STATED, *parts])
    assert found
    assert found.members == tuple(parts)


def test_a_sum_with_parts_beside_others_is_no_total_of_them() -> None:
    facts = [STATED, part("a", 800), part("b", 540), C]
    assert wholes.total(facts) is None
    assert wholes.tops(facts) == [STATED, C]


def test_figures_without_a_total_have_none() -> None:
    assert wholes.total([A, B, C]) is None


def test_what_a_document_comes_to_counts_a_stated_total_once_and_a_sum_of_ours_never() -> None:
    assert wholes.counted([A, B, C, STATED]) == [STATED]
    assert wholes.counted([A, B, C, OURS]) == [A, B, C]
    assert wholes.counted([A, RISE, fact("x", 9, option=1), fact("y", 8, option=2)]) == [A]


@pytest.mark.parametrize(
    "members",
    [
        (A, B),
        (A, B, fact("c", 400, bound="at_most", low=None)),
        (A, B, fact("c", 400, unit="person")),
        (fact("a", 1400), fact("b", -60)),
        (),
    ],
    ids=["other sum", "ceiling", "other unit", "below nought", "nothing"],
)
def test_a_sum_closes_only_with_exact_figures_of_one_unit(members: tuple[FactRow, ...]) -> None:
    assert wholes.closes(STATED, (A, B, C))
    assert not wholes.closes(STATED, members)


@pytest.mark.parametrize(
    ("facts", "added"),
    [
        ([money("a", 5), money("b", 7)], Added(Decimal(12), Decimal(12), Bound.EXACT)),
        (
            [money("a", 5), money("b", 7, low=None, bound="at_most")],
            Added(None, Decimal(12), Bound.AT_MOST),
        ),
        (
            [money("a", 5), money("b", 7, high=None, bound="at_least")],
            Added(Decimal(12), None, Bound.AT_LEAST),
        ),
        (
            [money("a", 5), money("b", low=7, high=9, bound="range")],
            Added(Decimal(12), Decimal(14), Bound.RANGE),
        ),
        (
            [money("a", 5), money("b", 7, bound="approximately")],
            Added(Decimal(12), Decimal(12), Bound.APPROXIMATELY),
        ),
    ],
)
def test_sums_are_exact_only_of_exact_figures(facts: list[FactRow], added: Added) -> None:
    found = wholes.added(facts)
    assert found
    ends = [None if end is None else end / 10**6 for end in (found.low, found.high)]
    assert (*ends, found.bound) == (added.low, added.high, added.bound)


def test_of_a_ceiling_and_a_floor_no_sum_is_known() -> None:
    ceiling = money("a", 5, low=None, bound="at_most")
    floor = money("b", 7, high=None, bound="at_least")
    assert wholes.added([ceiling, floor]) is None
    assert wholes.added([]) is None


def test_each_unit_is_for_itself_also_off_the_closed_list() -> None:
    masks = fact("m", 5, unit="item", unit_called_vi="khẩu trang", unit_called_en="masks")
    suits = fact("s", 5, unit="item", unit_called_vi="bộ đồ", unit_called_en="suits")
    assert wholes.by_unit([masks, A, suits, B]) == [[masks], [A, B], [suits]]


def test_a_part_in_another_unit_is_no_sum_beside_its_whole() -> None:
    cost = money("cost", 145_600, role="whole")
    own = money("own", 33_400, role="part", part_of="cost")
    loan = fact("loan", 4_800_000, unit="usd", kind="money", role="part", part_of="cost")
    facts = [cost, loan, own]
    assert wholes.tops(facts) == [cost]
    assert (wholes.parts(cost, facts), wholes.parts_elsewhere(cost, facts)) == ([own], [loan])
    assert not wholes.disagree(cost, [own], facts)
    assert wholes.disagree(cost, [own], [cost, own])


def test_a_whole_that_a_document_states_beside_one_figure_is_not_added_to_it() -> None:
    assert wholes.counted([A, STATED]) == [STATED]
    other = fact("other", 900, role="whole")
    assert wholes.counted([other, STATED]) == [other, STATED]


def test_a_whole_that_was_stated_before_a_member_changed_is_older() -> None:
    changed = replace(A, signed_on=STATED.signed_on + timedelta(days=1))
    assert wholes.is_older(STATED, [changed, B])
    assert not wholes.is_older(STATED, [A, B])
    assert not wholes.is_older(replace(STATED, basis="derived"), [changed])
