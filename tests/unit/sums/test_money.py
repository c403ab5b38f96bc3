"""Money of a week: what is decided is added once, and everything else is told apart."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from lsdash.store import read
from lsdash.store.release import Release
from lsdash.store.rows import FactRow
from lsdash.sums import happened, money
from lsdash.sums.money import Amended, Apart, Standing
from lsdash.vocabulary import Bound, Direction, Kind, Measure, Role, Status, Unit

MILLION = 10**6
Make = Callable[..., FactRow]


@pytest.fixture
def roads(release: Release) -> list[FactRow]:
    return read.facts(release, measures=[Measure.ROAD_FUNDING])


@pytest.fixture
def make(roads: list[FactRow]) -> Make:
    """`make("aid", 2000, ...)`: an exact sum of so many million đồng, decided, of one document."""
    plain = next(fact for fact in roads if fact.slug == "road-cement")

    def made(slug: str, millions: int, **different: object) -> FactRow:
        digits = millions * MILLION
        sum_of = replace(plain, slug=slug, low_digits=digits, high_digits=digits, printed=None)
        return replace(sum_of, subject_vi=slug, note_vi=None, **different)  # type: ignore[arg-type]

    return made


def in_millions(found: money.Money) -> list[list[int]]:
    """The terms of each sum."""
    return [[int(term.value / MILLION) for term in each.terms] for each in found.sums]


def decided(*facts: FactRow, **options: object) -> money.Money:
    return money.reckon(facts, **options)[Standing.DECIDED]  # type: ignore[arg-type]


def test_the_shipped_week_decides_18_300_million_in_two_stated_sums(release: Release) -> None:
    found = money.reckon(read.facts(release))
    (total,) = found[Standing.DECIDED].sums
    assert (total.value, total.unit, total.scale) == (18_300 * MILLION, "vnd", MILLION)
    assert [term.slug for term in total.terms] == ["road-arrears", "road-cement"]
    assert total.is_derived
    assert all(found[each].is_empty for each in Standing if each != Standing.DECIDED)


def test_a_stated_total_is_counted_and_its_parts_are_not(make: Make) -> None:
    whole = make("all", 6400, role=Role.WHOLE)
    parts = [make(f"part-{at}", 3200, role=Role.PART, part_of="all") for at in range(2)]
    found = decided(*parts, whole)
    assert in_millions(found) == [[6400]]
    assert not found.sums[0].is_derived


def test_a_stated_total_beside_its_members_is_counted_alone(make: Make) -> None:
    found = decided(make("a", 10), make("b", 20), make("all", 30, role=Role.WHOLE))
    assert in_millions(found) == [[30]]


def test_sums_of_several_documents_are_added_and_a_total_of_ours_is_not(make: Make) -> None:
    first = [make("a", 10), make("b", 20)]
    total = make("all", 30, role=Role.WHOLE, basis="derived", formula="a + b", printed=None)
    other = make("a", 5, decision="421-qd-ubnd-2020")
    assert in_millions(decided(*first, total, other)) == [[10, 20, 5]]


@pytest.mark.parametrize(
    ("status", "standing"),
    [(Status.PLANNED, Standing.PLANNED), (Status.PROPOSED, Standing.PROPOSED)],
)
def test_what_is_planned_or_asked_for_is_never_among_what_is_decided(
    make: Make, status: Status, standing: Standing
) -> None:
    found = money.reckon([make("a", 10), make("b", 24, status=status, decision="19-ttr")])
    assert in_millions(found[Standing.DECIDED]) == [[10]]
    assert in_millions(found[standing]) == [[24]]


def test_a_report_tells_of_money_and_decides_none(make: Make) -> None:
    found = money.reckon([make("revenue", 900, document_kind=Kind.REPORT)])
    assert found[Standing.DECIDED].is_empty
    assert in_millions(found[Standing.TOLD]) == [[900]]


def test_options_are_alternatives_and_never_added(make: Make) -> None:
    found = money.reckon(
        [
            make("full", 12_500, option=1, status=Status.PROPOSED),
            make("small-a", 6_000, option=2, status=Status.PROPOSED),
            make("small-b", 800, option=2, status=Status.PROPOSED),
        ]
    )[Standing.PROPOSED]
    assert found.sums == ()
    (alternatives,) = found.alternatives
    assert [each.value / MILLION for each in alternatives] == [12_500, 6_800]


def test_a_figure_that_changes_an_earlier_one_is_no_new_money(make: Make) -> None:
    was = make("road-cement", 8300)
    now = make("cement", 8030, decision="61-tb-ubnd-2020")
    name = (now.decision, now.slug)
    found = decided(make("a", 10), now, amended={name: Amended(now, was, now)})
    assert in_millions(found) == [[10]]
    assert [each.difference for each in found.amended] == [-270 * MILLION]


def test_parts_of_a_sum_that_takes_the_place_of_another_are_no_new_money(make: Make) -> None:
    was = make("all", 6400, role=Role.WHOLE, decision="460-qd-ubnd-2020")
    now = make("all", 7000, role=Role.WHOLE)
    parts = [make(each, 3500, role=Role.PART, part_of="all") for each in ("a", "b")]
    name = (now.decision, now.slug)
    found = decided(now, *parts, amended={name: Amended(now, was, now)})
    assert found.sums == ()
    assert [each.difference for each in found.amended] == [600 * MILLION]


def test_a_difference_is_told_of_exact_figures_alone(make: Make) -> None:
    was, now = make("a", 10), make("a", 12, bound=Bound.APPROXIMATELY)
    assert Amended(now, was, now).difference is None


@pytest.mark.parametrize(
    ("different", "why"),
    [
        ({"bound": Bound.AT_MOST, "role": Role.CEILING}, Apart.LIMIT),
        ({"bound": Bound.APPROXIMATELY}, Apart.LIMIT),
        ({"bound": Bound.RANGE}, Apart.LIMIT),
        ({"role": Role.REACH, "direction": Direction.REACH}, Apart.AIM),
        ({"role": Role.CHANGE, "direction": Direction.INCREASE}, Apart.AIM),
        ({"printed": "1.800.000 đồng/người/tháng"}, Apart.RATE),
        ({"subject_vi": "Mức trợ cấp mỗi người mỗi tháng"}, Apart.RATE),
    ],
)
def test_what_is_no_exact_sum_is_kept_apart_with_the_reason(
    make: Make, different: dict[str, object], why: Apart
) -> None:
    odd = replace(make("b", 50), **different)  # type: ignore[arg-type]
    found = decided(make("a", 10), odd)
    assert in_millions(found) == [[10]]
    assert found.apart == ((why, odd),)


def test_two_currencies_are_two_sums_ours_first(make: Make) -> None:
    dollars = make("equipment", 1, unit=Unit.USD)
    found = decided(dollars, make("works", 1250))
    assert [each.unit for each in found.sums] == ["vnd", "usd"]


def test_a_sum_is_told_in_the_smallest_multiplier_that_its_terms_are_printed_in(make: Make) -> None:
    found = decided(make("a", 2000, shown_scale=10**9), make("b", 6400, decision="460"))
    assert found.sums[0].scale == MILLION


def test_figures_that_are_no_money_are_left_out(release: Release) -> None:
    assert all(
        found.is_empty
        for found in money.reckon(read.facts(release, measures=[Measure.COLLEGE_QUOTA])).values()
    )


def test_a_part_in_another_unit_or_of_another_measure_is_not_added_beside_its_whole(
    make: Make,
) -> None:
    whole = make("all", 6400, role=Role.WHOLE)
    loan = make("loan", 4, role=Role.PART, part_of="all", unit=Unit.USD)
    other = make("other", 3200, role=Role.PART, part_of="all", measure=Measure.OTHER)
    assert in_millions(decided(loan, whole, other)) == [[6400]]
    assert in_millions(decided(loan)) == [[4]]


@pytest.mark.parametrize(
    ("subject", "why"),
    [
        ("Thu phí thi hành án", Apart.INCOME),
        ("Tổng thu ngân sách", Apart.INCOME),
        ("Thu hồi đất", None),
        ("Kim ngạch xuất nhập khẩu", Apart.STATE),
        ("Thiệt hại ước tính", Apart.STATE),
        ("Hỗ trợ thiệt hại", None),
    ],
)
def test_money_that_comes_in_or_says_how_things_stand_is_given_to_nobody(
    make: Make, subject: str, why: Apart | None
) -> None:
    told = replace(make("told", 5), subject_vi=subject)
    found = money.reckon([told, make("aid", 2)])[Standing.DECIDED]
    assert in_millions(found) == [[2] if why else [5, 2]]
    assert [reason for reason, _ in found.apart] == ([why] if why else [])


@pytest.mark.parametrize(
    ("kind", "changed", "is_told"),
    [
        (Kind.TELEGRAM, {"kind": "count", "unit": Unit.PERSON}, True),
        (Kind.TELEGRAM, {"kind": "count", "unit": Unit.SET, "role": Role.FLOOR}, False),
        (Kind.TELEGRAM, {"subject_vi": "Thiệt hại ước tính"}, True),
        (Kind.TELEGRAM, {"subject_vi": "Hỗ trợ"}, False),
        (Kind.DECISION, {"kind": "count", "unit": Unit.PERSON}, False),
    ],
)
def test_what_a_telegram_answers_is_told_and_what_it_orders_is_set(
    make: Make, kind: Kind, changed: dict[str, Any], *, is_told: bool
) -> None:
    fact = replace(make("figure", 5), document_kind=kind, **changed)
    assert happened.is_told(fact) is is_told
