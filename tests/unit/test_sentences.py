"""Titles, sources and flags are composed from the facts, in both languages."""

import json
from dataclasses import replace
from datetime import date

import pytest

from lsdash import sentences
from lsdash.store import read
from lsdash.store.read import EffectRow, FactRow, FlagRow
from lsdash.store.release import Release
from lsdash.text import Lang
from lsdash.vocabulary import Direction, FlagRule, Measure


def of(release: Release, measure: Measure) -> list[FactRow]:
    return read.facts(release, measures=[measure])


def one(release: Release, slug: str) -> FactRow:
    return next(fact for fact in read.facts(release) if fact.slug == slug)


@pytest.mark.parametrize(
    ("lang", "title"),
    [
        (
            "vi",
            "10.000 triệu đồng trả nợ công trình hoàn thành năm 2018, 2019; "
            "8.300 triệu đồng góp mua xi măng cho công trình năm 2020",
        ),
        (
            "en",
            "10,000 million đồng for arrears on works finished in 2018 and 2019; "
            "8,300 million đồng for cement for works of 2020",
        ),
    ],
)
def test_the_title_of_roads_names_each_stated_sum(release: Release, lang: Lang, title: str) -> None:
    assert sentences.of_money(of(release, Measure.ROAD_FUNDING), lang) == title


def test_the_title_of_quotas_names_total_and_largest(release: Release) -> None:
    facts = of(release, Measure.COLLEGE_QUOTA)
    assert sentences.of_quotas(facts, "vi") == (
        "1.340 chỉ tiêu (suy ra) cho 3 trường cao đẳng, năm 2020; "
        "nhiều nhất: Cao đẳng Nghề Lạng Sơn (510)"
    )
    assert sentences.of_quotas(facts, "en") == (
        "1,340 places (derived) for 3 colleges, year 2020; most: Lạng Sơn Vocational College (510)"
    )


def test_the_title_of_quotas_without_a_total_names_none(release: Release) -> None:
    facts = [fact for fact in of(release, Measure.COLLEGE_QUOTA) if not fact.is_derived]
    assert sentences.of_quotas(facts, "vi") == (
        "3 trường cao đẳng được giao chỉ tiêu, năm 2020; nhiều nhất: Cao đẳng Nghề Lạng Sơn (510)"
    )
    assert sentences.of_quotas(facts, "en") == (
        "3 colleges given places, year 2020; most: Lạng Sơn Vocational College (510)"
    )


def test_the_title_of_targets_names_the_first_cut_and_the_level(release: Release) -> None:
    facts = of(release, Measure.ENERGY_TARGET)
    assert sentences.of_targets(facts, "vi") == (
        "Phấn đấu đến 2025: giảm 5–7% tổng tiêu thụ năng lượng so với dự báo hiện nay; "
        "tổn thất điện năng còn 6,00–6,50%"
    )
    assert sentences.of_targets(facts, "en") == (
        "The aim by 2025: cut all energy use by 5–7% against the present forecast; "
        "electricity losses down to 6.00–6.50%"
    )


def test_a_target_is_never_given_the_year_of_another(release: Release) -> None:
    sooner = [
        replace(fact, deadline=date(2023, 12, 31)) if fact.slug == "energy-grid-loss" else fact
        for fact in of(release, Measure.ENERGY_TARGET)
    ]
    assert sentences.of_targets(sooner, "en") == (
        "Cut all energy use by 5–7% against the present forecast by 2025; "
        "electricity losses down to 6.00–6.50% by 2023"
    )
    others = [fact for fact in sooner if fact.direction == Direction.INCREASE]
    assert sentences.of_targets(others, "en") == "3 energy targets"


@pytest.mark.parametrize(
    ("slug", "vi", "en"),
    [
        ("energy-saving", "giảm 5–7%", "minus 5–7%"),
        ("energy-lighting", "giảm khoảng 30%", "minus about 30%"),
        # a level to come down to is no cut by so much, and more is no minus
        ("energy-grid-loss", "6,00–6,50%", "6.00–6.50%"),
        ("energy-equipment-business", "15–20%", "15–20%"),
        ("road-cement", "8.300 triệu đồng", "8,300 million đồng"),
    ],
)
def test_a_figure_that_is_a_cut_says_so_and_no_other_does(
    release: Release, slug: str, vi: str, en: str
) -> None:
    fact = one(release, slug)
    assert (sentences.moved(fact, "vi"), sentences.moved(fact, "en")) == (vi, en)


def test_the_title_of_options_says_that_they_await_an_answer(release: Release) -> None:
    letter = read.decision(release, "1270-ubnd-ktth-2020")
    assert letter
    options = read.options(release, letter.slug)
    assert sentences.of_options(options, letter, "vi") == (
        "2 phương án chờ ý kiến: ở lại bên kia biên giới, hay đi về trong ngày"
    )
    assert sentences.of_options(options, letter, "en") == (
        "2 options awaiting an answer: staying across the border, or coming home the same day"
    )
    answered = replace(letter, status="decided")
    assert "awaiting" not in sentences.of_options(options, answered, "en")


def test_the_title_of_the_week_counts_a_request_apart_from_decisions(release: Release) -> None:
    weeks = read.weeks(release)
    held = {"proposed": 1, "decided": 4, "planned": 3}
    assert sentences.of_week(held, weeks, "vi") == (
        "8 văn bản trong tuần 02/03–08/03/2020: 4 đã quyết định, 3 kế hoạch, 1 đề nghị chờ ý kiến"
    )
    assert sentences.of_week(held, weeks, "en") == (
        "8 documents in the week of 2–8 Mar 2020: "
        "4 decided, 3 planned, 1 request awaiting an answer"
    )
    assert sentences.of_week({"decided": 1}, weeks * 2, "en") == "1 document: 1 decided"
    assert sentences.of_week({}, [], "en") == "0 documents"


@pytest.mark.parametrize(
    ("slug", "basis", "source", "when"),
    [
        ("road-total", "suy ra: 10.000 + 8.300", "381/QĐ-UBND · 05/03/2020", None),
        (
            "road-cement",
            "nêu trong văn bản",
            "381/QĐ-UBND · 05/03/2020 · mục 1, đoạn 2",
            "2020",
        ),
        (
            "energy-audit",
            "nêu trong văn bản",
            "389/QĐ-UBND · 06/03/2020 · mục 7, đoạn 2",
            None,
        ),
        (
            "road-arrears",
            "nêu trong văn bản",
            "381/QĐ-UBND · 05/03/2020 · mục 1, đoạn 2",
            "2020 (theo tên văn bản)",
        ),
        (
            "energy-grid-loss",
            "nêu trong văn bản",
            "389/QĐ-UBND · 06/03/2020 · mục 7, đoạn 2",
            "đến 2025",
        ),
    ],
)
def test_a_figure_says_whether_it_is_stated_where_and_for_when(
    release: Release, slug: str, basis: str, source: str, when: str | None
) -> None:
    fact = one(release, slug)
    assert sentences.basis(fact, read.facts(release), "vi") == basis
    assert sentences.source(fact, "vi") == source
    assert sentences.when(fact, "vi") == when


def test_a_mark_tells_figure_basis_print_and_source_line_by_line(release: Release) -> None:
    fact = one(release, "energy-grid-loss")
    assert sentences.hover(fact, [fact], "en").split("\n") == [
        "Electricity losses",
        "6.00–6.50%",
        "stated",
        "printed as “(6,00 ÷ 6,50) %”",
        "389/QĐ-UBND · 6 Mar 2020 · item 7, paragraph 2",
    ]


def test_paragraph_nought_is_the_heading() -> None:
    assert sentences.place(3, 0, "vi") == "mục 3, tiêu đề"
    assert sentences.place(3, 2, "en") == "item 3, paragraph 2"


def test_every_flag_of_the_week_has_words_in_both_languages(release: Release) -> None:
    for flag in read.flags(release):
        assert sentences.flag(flag, "vi") != sentences.flag(flag, "en")
    said = {row.rule: sentences.flag(row, "en") for row in read.flags(release)}
    assert said["out_of_series"] == (
        "Number 1270 does not fit the series UBND: it reached 906 only on 30 Jul 2020 "
        "(by numbers seen on public papers of the province)."
    )
    assert said["weekend"] == "Signed on 7 Mar 2020, a weekend."


def flagged(release: Release, rule: FlagRule, **evidence: str) -> FlagRow:
    like = read.flags(release)[0]
    return replace(like, rule=rule, text_vi=None, text_en=None, evidence=json.dumps(evidence))


def test_an_amount_in_a_flag_is_written_in_the_unit_of_its_source(release: Release) -> None:
    # 20 201 010 đồng must not pass for the tenth of October 2020
    evidence = {"sum": "20201010", "stated": "9000000000", "unit": "vnd"}
    row = flagged(release, FlagRule.SUM_DOES_NOT_CLOSE, **evidence, scale="1000000")
    assert sentences.flag(row, "vi") == (
        "Các phần cộng lại là 20,20101 triệu đồng, văn bản nêu 9.000 triệu đồng."
    )


@pytest.mark.parametrize(("lang", "wrong"), [("vi", "(quyết định)"), ("en", "(decision)")])
def test_a_plan_called_a_decision_is_not_said_to_bear_the_symbol_of_decisions(
    release: Release, lang: Lang, wrong: str
) -> None:
    evidence = {"symbol": "KH", "kind": "KH", "called_vi": "Quyết định", "called_en": "Decision"}
    row = flagged(release, FlagRule.SYMBOL_AGAINST_WORDS, **evidence)
    assert wrong not in sentences.flag(row, lang)


@pytest.mark.parametrize(("lang", "wrong"), [("vi", "công văn"), ("en", "letters")])
def test_a_decision_out_of_its_series_is_not_said_to_be_a_letter(
    release: Release, lang: Lang, wrong: str
) -> None:
    evidence = {"series": "QĐ-UBND", "number": "389", "other": "371", "other_on": "2020-03-09"}
    row = replace(flagged(release, FlagRule.OUT_OF_SERIES, **evidence), number="389/QĐ-UBND")
    assert wrong not in sentences.flag(row, lang)


CORRECTED = EffectRow(
    decision="381-qd-ubnd-2020",
    fact=None,
    kind="corrects",
    by="61-tb-ubnd-2020",
    by_fact=None,
    number="61/TB-UBND",
    signed_on=date(2020, 3, 11),
    status="decided",
    bulletin="2020-w11",
    short_title_vi="Đính chính",
    short_title_en="Correction",
)
AFTER, BEFORE = date(2020, 3, 15), date(2020, 3, 8)


def test_what_another_document_does_is_said_with_its_number_day_and_both_figures(
    release: Release,
) -> None:
    was = one(release, "road-cement")
    now = replace(was, low_digits=8_030_000_000, high_digits=8_030_000_000)
    vi = sentences.effect(CORRECTED, "vi", on=AFTER, was=was, now=now)
    assert vi == "được đính chính tại 61/TB-UBND (11/03/2020): 8.300 → 8.030 triệu đồng"
    en = sentences.effect(CORRECTED, "en", on=AFTER, was=was, now=now)
    assert en == "corrected by 61/TB-UBND (11 Mar 2020): 8,300 → 8,030 million đồng"


def test_what_is_signed_later_or_only_asked_for_is_told_as_such() -> None:
    later = sentences.effect(CORRECTED, "vi", on=BEFORE)
    assert later == "được đính chính tại 61/TB-UBND (11/03/2020), sau ngày đang xem"
    asked = sentences.effect(replace(CORRECTED, status="proposed"), "en", on=AFTER)
    assert asked == "only asked for: corrected by 61/TB-UBND (11 Mar 2020)"
    answered = replace(CORRECTED, status="proposed", kind="answers")
    assert sentences.effect(answered, "en", on=AFTER) == "answered by 61/TB-UBND (11 Mar 2020)"


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ({"unit": "person"}, "510 chỉ tiêu → 510 người"),
        ({"bound": "at_least", "high_digits": None}, "510 chỉ tiêu → tối thiểu 510 chỉ tiêu"),
        (
            {"high_digits": 560, "basis": "derived", "formula": "#510 + #50"},
            "510 → 560 chỉ tiêu (suy ra: 510 + 50)",
        ),
        (
            {"high_digits": 560, "basis": "derived", "formula": "a + b + #50"},
            "510 → 560 chỉ tiêu (suy ra)",
        ),
    ],
    ids=["unit", "bound", "derived", "derived from sums"],
)
def test_two_readings_are_said_with_what_differs_between_them(
    release: Release, now: dict[str, object], said: str
) -> None:
    was = one(release, "quota-vocational")
    low = now.get("high_digits") or was.low_digits
    after = replace(was, **{"low_digits": low} | now)  # type: ignore[arg-type]
    assert sentences.became(was, after, "vi") == said
