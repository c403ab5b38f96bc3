"""The one figure that tells a document: the whole before its parts, how much before how far."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from lsdash.contents.week import main_figure, papers
from lsdash.store import read
from lsdash.store.release import Release
from lsdash.store.rows import FactRow
from lsdash.vocabulary import FigureKind, Measure, Role, Status, Unit

Make = Callable[..., FactRow]


@pytest.fixture
def make(release: Release) -> Make:
    """`make("a", 5, Role.CEILING)`: a count in people of one document."""
    plain = read.facts(release, measures=[Measure.ROAD_FUNDING])[3]

    def made(slug: str, value: int, role: Role = Role.AMOUNT, **different: object) -> FactRow:
        count = {"kind": FigureKind.COUNT, "unit": Unit.PERSON, "shown_scale": 1}
        digits = {"low_digits": value, "high_digits": value, "role": role}
        return replace(plain, slug=slug, **count | digits | different)  # type: ignore[arg-type]

    return made


def chosen(*facts: FactRow) -> str | None:
    found = main_figure.figure(facts)
    return found.slug if found else None


@pytest.mark.parametrize(
    ("slug", "leads"),
    [
        ("381-qd-ubnd-2020", "road-total"),
        ("380-qd-ubnd-2020", "quota-total"),
        ("389-qd-ubnd-2020", "energy-saving"),
        ("1270-ubnd-ktth-2020", "labor-options"),
        ("4-2020-qd-ubnd-2020", "staff-class-1"),
        ("39-kh-ubnd-2020", None),
    ],
)
def test_each_shipped_document_is_told_by_the_figure_that_a_leader_asks_for(
    release: Release, slug: str, leads: str | None
) -> None:
    assert chosen(*read.facts_of(release, slug)) == leads


def test_a_whole_comes_before_its_parts_wherever_it_stands(make: Make) -> None:
    parts = [make(each, 5, Role.PART, part_of="all") for each in ("a", "b")]
    assert chosen(*parts, make("all", 10, Role.WHOLE)) == "all"


def test_money_comes_before_other_figures_of_its_rank(make: Make) -> None:
    money = make("cost", 5, kind=FigureKind.MONEY, unit=Unit.VND)
    assert chosen(make("people", 10), money) == "cost"
    assert chosen(make("everybody", 10, Role.WHOLE), money) == "everybody"


def test_a_limit_of_money_comes_before_another_amount(make: Make) -> None:
    limit = make("borrowing", 50, Role.CEILING, kind=FigureKind.MONEY, unit=Unit.VND)
    assert chosen(make("interest", 6), limit) == "borrowing"


def test_the_one_aim_of_a_plan_comes_before_its_budget(make: Make) -> None:
    money = make("budget", 5, kind=FigureKind.MONEY, unit=Unit.VND, status=Status.PLANNED)
    share = {"unit": Unit.PERCENT, "kind": FigureKind.PERCENT, "status": Status.PLANNED}
    aim, other = (make(name, 90, Role.REACH, **share) for name in ("vaccinated", "trained"))
    assert chosen(money, aim) == "vaccinated"
    assert chosen(money, aim, other) == "budget", "no aim tells more than the other"
    decided = [replace(each, status=Status.DECIDED) for each in (money, aim)]
    assert chosen(*decided) == "budget"


def test_an_option_never_tells_the_document(make: Make) -> None:
    full, small = make("full", 9, option=1), make("small", 5, option=2)
    assert chosen(full, make("options", 2, Role.CONTENTS), small) == "options"
    assert chosen(full, small) is None


def test_a_figure_with_rivals_tells_no_document(make: Make) -> None:
    masks, suits = make("masks", 20), make("suits", 5)
    assert main_figure.is_alone(masks, [masks])
    assert not main_figure.is_alone(masks, [masks, suits])
    assert not main_figure.is_alone(make("days", 14, Role.OBLIGATION), [])


def test_what_a_plan_aims_at_comes_before_how_things_stand(make: Make) -> None:
    plan = {"kind": FigureKind.PERCENT, "unit": Unit.PERCENT, "status": Status.PLANNED}
    covered, aim = make("covered", 45, **plan), make("aim", 60, Role.REACH, **plan)
    assert chosen(covered, aim) == "aim"
    assert chosen(covered) == "covered"
    decided = {**plan, "status": Status.DECIDED}
    assert chosen(make("covered", 45, **decided), make("aim", 60, Role.REACH, **decided)) == (
        "covered"
    )


def test_so_much_to_be_reached_tells_a_document_as_an_amount_does(make: Make) -> None:
    assert chosen(make("forest", 8500, Role.REACH), make("seedlings", 12)) == "forest"
    share = make("share", 98, Role.REACH, unit=Unit.PERCENT, kind=FigureKind.PERCENT)
    assert chosen(share, make("seedlings", 12)) == "seedlings"


def test_money_that_comes_in_does_not_go_before_what_is_spent(make: Make) -> None:
    come_in = make("fees", 5, kind=FigureKind.MONEY, unit=Unit.VND, subject_vi="Thu phí")
    assert chosen(come_in, make("cost", 3, kind=FigureKind.MONEY, unit=Unit.VND)) == "cost"


def test_a_column_to_compare_with_never_leads_a_table(make: Make) -> None:
    sum_of = {"role": Role.WHOLE, "kind": FigureKind.MONEY, "unit": Unit.VND}
    before = make("before", 50, subject_vi="Tổng cộng: Dự toán đầu năm", **sum_of)
    more = make("more", 5, subject_vi="Tổng cộng: Bổ sung", **sum_of)
    assert chosen(before, more) == "more"


@pytest.mark.parametrize("subject", ["Phạt", "Giữ nguyên mức học phí"])
def test_a_fine_and_what_stays_as_it_was_tell_a_document_only_where_nothing_else_does(
    make: Make, subject: str
) -> None:
    money = {"kind": FigureKind.MONEY, "unit": Unit.VND, "subject_vi": subject}
    beside = make("beside", 80, **money)
    assert chosen(beside, make("wharves", 9)) == "wharves"
    assert chosen(beside) == "beside"


def test_an_aim_to_do_so_much_more_is_told_as_no_rise(release: Release) -> None:
    aims = read.facts(release, measures=[Measure.ENERGY_TARGET])
    told = {fact.printed: papers.as_said(fact, "en") for fact in aims}
    assert told["từ 15% - 20%"] == "15–20%"
    assert told["từ 5% - 7%"] == "minus 5–7%"
