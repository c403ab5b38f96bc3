"""Each rule raises its flag, with the evidence that proves it, and is silent otherwise."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from lsdash import sentences
from lsdash.errors import RecordErrors
from lsdash.model import Before, Decision, Fact, Text, Week
from lsdash.records import flags, standing
from lsdash.records.flags import Found, SeriesPoint
from lsdash.vocabulary import Bound, Direction, FlagRule, Status, Unit

JULY = SeriesPoint("UBND", 906, date(2020, 7, 30))


def of(week: Week, number: str) -> Decision:
    return next(decision for decision in week.decisions if decision.number == number)


def raised(week: Week, *decisions: Decision, known: tuple[SeriesPoint, ...] = ()) -> list[Found]:
    """Flags of the week when it holds these documents alone."""
    series = flags.Series([*known, *map(flags.point, decisions)])
    changes = standing.changes({each.slug: each for each in decisions})
    return [
        flag
        for each in decisions
        for flag in flags.find(each, week.bulletin, series, changes.get(each.slug, ()))
    ]


def with_fact(decision: Decision, slug: str, **changes: object) -> Decision:
    facts = [
        fact.model_copy(update=changes) if fact.slug == slug else fact for fact in decision.facts
    ]
    return decision.model_copy(update={"facts": tuple(facts)})


def test_the_shipped_record_raises_these_flags_and_no_other(week: Week) -> None:
    found = [(each.decision, each.rule) for each in raised(week, *week.decisions, known=(JULY,))]
    assert found == [
        ("4-2020-qd-ubnd-2020", FlagRule.WEEKEND),
        ("40-kh-ubnd-2020", FlagRule.WEEKEND),
        ("389-qd-ubnd-2020", FlagRule.SYMBOL_AGAINST_WORDS),
        ("389-qd-ubnd-2020", FlagRule.HORIZON),
        ("1270-ubnd-ktth-2020", FlagRule.OUT_OF_SERIES),
    ]


@pytest.mark.parametrize(
    ("day", "rules"),
    [
        (6, []),  # a Friday
        (7, [FlagRule.WEEKEND]),
        (9, [FlagRule.OUTSIDE_WEEK]),  # the Monday after
        (14, [FlagRule.WEEKEND, FlagRule.OUTSIDE_WEEK]),
    ],
)
def test_the_day_of_signing_is_held_against_weekend_and_week(
    week: Week, day: int, rules: list[FlagRule]
) -> None:
    on = date(2020, 3, day)
    found = raised(week, of(week, "380/QĐ-UBND").model_copy(update={"signed_on": on}))
    assert [each.rule for each in found] == rules
    assert all(each.evidence == {"on": on.isoformat()} for each in found)


def test_a_symbol_that_says_another_kind_than_the_words_is_shown_with_both(week: Week) -> None:
    found = raised(week, of(week, "389/QĐ-UBND"))[0]
    assert found.rule is FlagRule.SYMBOL_AGAINST_WORDS
    assert found.evidence == {
        "symbol": "QĐ",
        "kind": "QD",
        "called_vi": "Kế hoạch",
        "called_en": "Plan",
    }
    agreeing = of(week, "380/QĐ-UBND").model_copy(
        update={"kind_called": Text(vi="Quyết định", en="Decision")}
    )
    assert raised(week, agreeing) == []


def test_a_number_higher_than_a_later_one_of_its_series_is_out_of_series(week: Week) -> None:
    letter = of(week, "1270/UBND-KTTH")
    (found,) = raised(week, letter, known=(JULY,))
    assert found.rule is FlagRule.OUT_OF_SERIES
    assert found.evidence == {
        "series": "UBND",
        "number": "1270",
        "other": "906",
        "other_on": "2020-07-30",
    }


@pytest.mark.parametrize(
    "other",
    [
        SeriesPoint("UBND", 906, date(2021, 7, 30)),  # series begin anew each year
        SeriesPoint("QĐ-UBND", 906, date(2020, 7, 30)),  # another series
        SeriesPoint("UBND", 1271, date(2020, 7, 30)),  # as it should be
    ],
)
def test_numbers_of_other_series_and_years_prove_nothing(week: Week, other: SeriesPoint) -> None:
    assert raised(week, of(week, "1270/UBND-KTTH"), known=(other,)) == []


def test_a_number_of_a_bulletin_at_hand_is_told_as_the_bulletins_and_not_the_public_lists(
    week: Week,
) -> None:
    letter = of(week, "1270/UBND-KTTH")
    later = letter.model_copy(
        update={"number": "900/UBND-KTTH", "signed_on": letter.signed_on + timedelta(days=1)}
    )
    found = next(each for each in raised(week, letter, later) if each.decision == letter.slug)
    assert found.evidence["document"] == "900/UBND-KTTH"
    said = {
        lang: sentences.oddity(found.rule, letter.number, found.evidence, lang)
        for lang in ("vi", "en")
    }
    assert "900/UBND-KTTH" in said["vi"]
    assert "văn bản công khai" not in said["vi"]
    assert "public papers" not in said["en"]


def test_evidence_of_a_series_does_not_depend_on_the_order_of_documents(week: Week) -> None:
    letter = of(week, "1270/UBND-KTTH")
    later = [
        letter.model_copy(update={"number": number, "signed_on": date(2020, 3, 5)})
        for number in ("950/UBND-KTTH", "900/UBND-KTTH")
    ]
    assert raised(week, letter, *later)[0] == raised(week, letter, *reversed(later))[0]


def test_parts_that_do_not_add_up_to_the_stated_whole_are_shown(week: Week) -> None:
    roads = of(week, "381/QĐ-UBND")
    wrong = with_fact(roads, "road-arrears-works", low=Decimal(10**9), high=Decimal(10**9))
    assert raised(week, roads) == []
    (found,) = raised(week, wrong)
    assert (found.rule, found.fact) == (FlagRule.SUM_DOES_NOT_CLOSE, "road-arrears")
    said = {"stated": "10000000000", "sum": "8917000000", "scale": "1000000", "unit": "vnd"}
    assert found.evidence == said


def test_a_figure_that_could_not_be_read_is_kept_and_shown(week: Week) -> None:
    words = with_fact(of(week, "380/QĐ-UBND"), "quota-medical", printed="bốn trăm ba mươi")
    (found,) = raised(week, words)
    assert (found.rule, found.fact) == (FlagRule.UNREAD, "quota-medical")
    assert found.evidence == {"printed": "bốn trăm ba mươi"}


@pytest.mark.parametrize("printed", ["từ 400 lên 430 chỉ tiêu", "tăng thêm 430 chỉ tiêu"])
def test_a_figure_among_other_words_is_read_as_the_record_has_it(week: Week, printed: str) -> None:
    assert raised(week, with_fact(of(week, "380/QĐ-UBND"), "quota-medical", printed=printed)) == []
    other = with_fact(of(week, "380/QĐ-UBND"), "quota-medical", printed=printed.replace("43", "44"))
    assert [found.rule for found in raised(week, other)] == [FlagRule.UNREAD]


def test_a_heading_that_runs_longer_than_its_figures_is_shown(week: Week) -> None:
    plan = of(week, "389/QĐ-UBND").model_copy(update={"kind_called": None})
    (found,) = raised(week, plan)
    assert found.rule is FlagRule.HORIZON
    assert found.evidence == {"heading_to": "2030", "facts_to": "2025"}
    reaching = with_fact(plan, "energy-grid-loss", deadline=date(2030, 12, 31))
    assert raised(week, reaching) == []


@pytest.mark.parametrize(("parts", "closes"), [((7, 3), True), ((7, 2), False), ((7, None), True)])
def test_a_sum_with_an_open_part_is_not_called_wrong(
    week: Week, parts: tuple[int, int | None], *, closes: bool
) -> None:
    whole, *pieces = (_sized(week, size) for size in (10, *parts))
    assert flags.closes(whole, pieces) is closes


def _sized(week: Week, size: int | None) -> Fact:
    end = None if size is None else Decimal(size)
    return week.decisions[0].facts[0].model_copy(update={"low": end, "high": end})


def test_known_numbers_are_read_and_a_bad_line_is_named(tmp_path: Path) -> None:
    file = tmp_path / "series.csv"
    assert flags.known_points(file) == []
    file.write_text("series,number,signed_on,source\nUBND,906,2020-07-30,x\n", encoding="utf-8")
    assert flags.known_points(file) == [JULY]
    file.write_text("series,number,signed_on,source\nUBND,many,2020-07-30,x\n", encoding="utf-8")
    with pytest.raises(RecordErrors, match=r"series\.csv:2: needs series, number and signed_on"):
        flags.known_points(file)


def test_a_named_total_whose_table_nearly_closes_is_shown_without_being_told_of_its_parts(
    week: Week,
) -> None:
    quotas = of(week, "380/QĐ-UBND")
    first = next(fact for fact in quotas.facts if fact.slug == "quota-vocational")
    for name, value, size in (("Tổng chỉ tiêu", 1350, 1), ("Trường khác", 1350, 0)):
        total = first.model_copy(
            update={
                "slug": "all",
                "subject": Text(vi=name, en="All"),
                "low": Decimal(value),
                "high": Decimal(value),
                "printed": f"{value} chỉ tiêu",
            }
        )
        facts = (total, *(fact for fact in quotas.facts if fact.formula is None))
        found = raised(week, quotas.model_copy(update={"facts": facts}))
        assert len(found) == size
        if found:
            assert (found[0].rule, found[0].fact) == (FlagRule.SUM_DOES_NOT_CLOSE, "all")
            assert (found[0].evidence["stated"], found[0].evidence["sum"]) == ("1350", "1340")


def test_parts_in_another_unit_than_their_whole_are_not_added_to_it(week: Week) -> None:
    roads = of(week, "381/QĐ-UBND")
    parts = [fact.slug for fact in roads.facts if fact.part_of == "road-arrears"]
    odd = with_fact(roads, parts[0], unit=Unit.USD)
    assert raised(week, odd) == []


def amending(week: Week, number: str, value: int, day: int, **told: object) -> Decision:
    """A later document that changes the quota of the vocational college, which is 510."""
    quotas = of(week, "380/QĐ-UBND")
    own = next(fact for fact in quotas.facts if fact.slug == "quota-vocational")
    said = {"low": Decimal(value), "high": Decimal(value), "printed": f"{value} chỉ tiêu"}
    amends = f"{quotas.slug}/{own.slug}"
    fact = own.model_copy(update=said | {"slug": "new", "amends": amends} | told)
    update = {
        "number": f"{number}/QĐ-UBND",
        "signed_on": date(2020, 3, day),
        "facts": (fact,),
        "relations": (),
        "edition": None,
    }
    return quotas.model_copy(update=update)


def before(value: int) -> Before:
    return Before(printed=f"{value} chỉ tiêu", low=Decimal(value), high=Decimal(value))


def of_changes(week: Week, *later: Decision) -> list[tuple[str, FlagRule, dict[str, str]]]:
    found = raised(week, of(week, "380/QĐ-UBND"), *later)
    rules = (FlagRule.BEFORE_DIFFERS, FlagRule.BELOW_NOUGHT)
    return [(each.decision, each.rule, each.evidence) for each in found if each.rule in rules]


def test_what_a_change_says_of_the_figure_before_is_held_against_the_record(week: Week) -> None:
    right = amending(week, "455", 560, 10, before=before(510))
    wrong = amending(week, "455", 560, 10, before=before(500))
    assert of_changes(week, right) == []
    ((decision, rule, evidence),) = of_changes(week, wrong)
    assert (decision, rule) == ("455-qd-ubnd-2020", FlagRule.BEFORE_DIFFERS)
    assert (evidence["before"], evidence["stands"]) == ("500", "510")
    assert evidence["source"] == "380/QĐ-UBND"
    told = [sentences.oddity(rule, "455/QĐ-UBND", evidence, lang) for lang in ("vi", "en")]
    assert told == [
        "Văn bản nêu số trước đó là 500 chỉ tiêu; "
        "số đang đứng lúc ấy là 510 chỉ tiêu (380/QĐ-UBND).",
        "The document says that it was 500 places before; "
        "what stood then is 510 places (380/QĐ-UBND).",
    ]


def test_a_second_change_is_held_against_what_the_first_one_left(week: Week) -> None:
    first = amending(week, "455", 50, 10, direction=Direction.INCREASE)
    right = amending(week, "466", 600, 11, before=before(560))
    wrong = amending(week, "466", 600, 11, before=before(510))
    assert of_changes(week, first, right) == []
    ((_, rule, evidence),) = of_changes(week, first, wrong)
    assert (rule, evidence["stands"]) == (FlagRule.BEFORE_DIFFERS, "560")
    assert evidence["source"] == "455/QĐ-UBND"
    again = amending(week, "466", 600, 11, amends="455-qd-ubnd-2020/new", before=before(570))
    taken = amending(week, "455", 570, 10)
    last = amending(week, "477", 610, 12, before=before(600))
    assert of_changes(week, taken, again, last) == []


def test_a_fall_by_more_than_stands_is_odd(week: Week) -> None:
    assert of_changes(week, amending(week, "455", 510, 10, direction=Direction.DECREASE)) == []
    new = amending(week, "455", 560, 10, direction=Direction.DECREASE)
    ((_, rule, evidence),) = of_changes(week, new)
    assert (rule, evidence["moved"]) == (FlagRule.BELOW_NOUGHT, "560")
    assert sentences.oddity(rule, "455/QĐ-UBND", evidence, "vi") == (
        "Giảm 560 chỉ tiêu thì nhiều hơn số đang có: 510 chỉ tiêu (380/QĐ-UBND)."
    )


def test_of_what_is_not_exact_or_only_asked_for_nothing_is_said(week: Week) -> None:
    wrong = amending(week, "455", 560, 10, before=before(500))
    assert of_changes(week, wrong.model_copy(update={"status": Status.PROPOSED})) == []
    about = amending(week, "455", 560, 10, bound=Bound.APPROXIMATELY)
    assert of_changes(week, about, amending(week, "466", 600, 11, before=before(1))) == []


def test_what_is_due_before_the_day_of_signing_is_odd(week: Week) -> None:
    early = date(2020, 2, 20)
    found = raised(week, of(week, "381/QĐ-UBND").model_copy(update={"deadline": early}))
    odd = [each for each in found if each.rule is FlagRule.DUE_BEFORE_SIGNED]
    assert [each.evidence for each in odd] == [{"on": "2020-03-05", "due": "2020-02-20"}]
    said = sentences.oddity("due_before_signed", "381/QĐ-UBND", odd[0].evidence, "en")
    assert said == "Due by 20 Feb 2020, which was past when it was signed on 5 Mar 2020."
