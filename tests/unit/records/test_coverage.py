"""Every number of a bulletin's text is accounted for by its record, or named as left over."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from lsdash.model import Decision, FactChange, Text, Was, Week
from lsdash.records import coverage
from lsdash.vocabulary import ChangeKind

BULLETIN = Path(__file__).parents[3].parent / "shared" / "bulletins" / "2020-w10.txt"

TEXT = """Chỉ đạo, điều hành nổi bật của UBND tỉnh trong tuần (ngày 02/3 đến ngày 08/3/2020)
{title}
UBND tỉnh vừa Phê duyệt (số 380/QĐ-UBND ngày 04/3/2020) chỉ tiêu.
Nghề: 510 chỉ tiêu; Y tế: 430 chỉ tiêu; Sư phạm: 400 chỉ tiêu.
"""


@pytest.fixture
def quotas(week: Week) -> Decision:
    return next(each for each in week.decisions if each.number == "380/QĐ-UBND")


@pytest.fixture
def text(quotas: Decision) -> str:
    return TEXT.format(title=quotas.title.vi)


def left_over(text: str, week: Week) -> list[tuple[int, str]]:
    return [(claim.line, claim.printed) for claim in coverage.check(text, week) if not claim.by]


def holding(week: Week, decision: Decision) -> Week:
    return week.model_copy(update={"decisions": (decision,)})


@pytest.mark.skipif(not BULLETIN.exists(), reason=f"the bulletin's text is not at {BULLETIN}")
def test_the_shipped_record_accounts_for_every_number_of_its_bulletin(week: Week) -> None:
    claims = coverage.check(BULLETIN.read_text(encoding="utf-8"), week)
    assert [claim for claim in claims if claim.by is None] == []
    told = {claim.by for claim in claims}
    stated = {
        f"fact {decision.slug}/{fact.slug}"
        for decision in week.decisions
        for fact in decision.facts
        if fact.printed
    }
    assert stated <= told


def test_each_number_says_what_accounts_for_it(text: str, week: Week, quotas: Decision) -> None:
    claims = coverage.check(text, holding(week, quotas))
    told = {claim.printed: claim.by for claim in claims if claim.line == 4}
    assert told == {
        "510": "fact 380-qd-ubnd-2020/quota-vocational",
        "430": "fact 380-qd-ubnd-2020/quota-medical",
        "400": "fact 380-qd-ubnd-2020/quota-teacher",
    }
    assert all(claim.by for claim in claims)


def test_a_fact_left_out_of_the_record_shows_as_left_over(
    text: str, week: Week, quotas: Decision
) -> None:
    facts = tuple(fact for fact in quotas.facts if fact.slug != "quota-medical")
    shorter = quotas.model_copy(update={"facts": facts})
    assert left_over(text, holding(week, shorter)) == [(4, "430")]


def test_a_number_counts_in_the_item_of_its_own_document_only(
    text: str, week: Week, quotas: Decision
) -> None:
    moved = text.replace("08/3/2020)", "08/3/2020) 510 chỉ tiêu")
    assert left_over(moved, holding(week, quotas)) == [(1, "510")]


def test_of_two_facts_printed_alike_each_claims_one_place(week: Week) -> None:
    staff = next(each for each in week.decisions if each.number == "4/2020/QĐ-UBND")
    text = f"{staff.title.vi}\nCông an: giảm 01 người. Hội Nông dân: giảm 01 người."
    claims = coverage.check(text, holding(week, staff))
    assert [claim.by for claim in claims] == [
        "fact 4-2020-qd-ubnd-2020/staff-regular-police",
        "fact 4-2020-qd-ubnd-2020/staff-no-farmers",
    ]
    third = text + " Thôn: giảm 01 người."
    assert left_over(third, holding(week, staff)) == [(2, "01")]


def test_the_text_may_hold_the_figure_that_was_corrected_later(
    text: str, week: Week, quotas: Decision
) -> None:
    correction = FactChange(
        kind=ChangeKind.CORRECTION,
        made_on=date(2020, 3, 20),
        reason=Text(vi="In nhầm", en="Misprinted"),
        was=Was(printed="430 chỉ tiêu", low=Decimal(430), high=Decimal(430)),
    )
    mended = {"printed": "431 chỉ tiêu", "low": Decimal(431), "high": Decimal(431)}
    facts = [
        fact.model_copy(update=mended | {"changes": (correction,)})
        if fact.slug == "quota-medical"
        else fact
        for fact in quotas.facts
    ]
    corrected = quotas.model_copy(update={"facts": tuple(facts)})
    claims = coverage.check(text, holding(week, corrected))
    told = {claim.printed: claim.by for claim in claims if claim.line == 4}
    assert told["430"] == "fact 380-qd-ubnd-2020/quota-medical before its change"
    assert all(told.values())


def test_a_number_in_words_is_a_number_too(text: str, week: Week, quotas: Decision) -> None:
    assert left_over(text + "Cử hai người.\n", holding(week, quotas)) == [(5, "hai")]
