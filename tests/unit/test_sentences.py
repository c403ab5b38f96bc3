"""Titles, sources and flags are composed from the facts, in both languages."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from lsdash import sentences
from lsdash.store import read
from lsdash.store.release import Release
from lsdash.store.rows import EffectRow, FactRow, FlagRow
from lsdash.text import Lang
from lsdash.vocabulary import Direction, FlagRule, Measure
from tests.unit import made


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


def test_quotas_that_are_listed_have_their_edition_too(release: Release) -> None:
    (first, *_) = of(release, Measure.COLLEGE_QUOTA)
    assert sentences.of_quotas([first], "vi").endswith(" (năm 2020)")
    assert sentences.of_quotas([replace(first, edition_vi=None)], "vi").endswith("Nghề Lạng Sơn")


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
    assert sentences.of_targets(others, "en") == (
        "3 energy targets: Old equipment replaced in firms: 15–20%; "
        "Old equipment replaced in public offices: 30–50%"
    )


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


def test_a_fall_of_at_least_so_much_is_no_minus_in_english(release: Release) -> None:
    least = replace(one(release, "energy-lighting"), bound="at_least", high_digits=None)
    said = [sentences.moved(least, lang) for lang in ("vi", "en")]
    assert said == ["giảm tối thiểu 30%", "a fall of at least 30%"]


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
    now = replace(was, low_digits=8_030_000_000, high_digits=8_030_000_000, number="61/TB-UBND")
    vi = sentences.effect(CORRECTED, "vi", on=AFTER, was=was, now=now)
    assert vi == "được đính chính tại 61/TB-UBND (11/03/2020): 8.300 → 8.030 triệu đồng"
    en = sentences.effect(CORRECTED, "en", on=AFTER, was=was, now=now)
    assert en == "corrected by 61/TB-UBND (11 Mar 2020): 8,300 → 8,030 million đồng"


def test_a_figure_that_was_changed_again_names_both_documents(release: Release) -> None:
    was = replace(one(release, "road-cement"), number="381/QĐ-UBND")
    again = {"number": "65/TB-UBND", "signed_on": date(2020, 4, 1)}
    now = replace(was, low_digits=8_130_000_000, high_digits=8_130_000_000, **again)  # type: ignore[arg-type]
    told = sentences.effect(CORRECTED, "en", on=date(2020, 4, 5), was=was, now=now)
    assert told == (
        "corrected by 61/TB-UBND (11 Mar 2020): 8,300 → 8,130 million đồng, "
        "changed again by 65/TB-UBND (1 Apr 2020)"
    )


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


COLLEGES = [made.fact(slug, value) for slug, value in (("A", 560), ("B", 430), ("C", 350))]
TOTAL = made.fact("all", 1340, role="whole")
RISE = made.fact("A", 50, role="change", direction="increase", before=510)


@pytest.mark.parametrize(
    ("total", "vi", "en"),
    [
        (TOTAL, "1.340 chỉ tiêu (nêu trong văn bản) cho 3", "1,340 places (stated) for 3 colleges"),
        (
            replace(TOTAL, basis="derived", formula="A + B + C"),
            "1.340 chỉ tiêu (suy ra) cho 3",
            "1,340 places (derived) for 3 colleges",
        ),
        (
            replace(TOTAL, low_digits=1350, high_digits=1350),
            "1.350 chỉ tiêu (nêu trong văn bản; cộng lại từng khoản được 1.340 chỉ tiêu) cho 3",
            "1,350 places (stated; its sums add up to 1,340 places) for 3 colleges",
        ),
    ],
    ids=["stated", "derived", "stated otherwise"],
)
def test_a_total_of_quotas_is_no_college_and_says_whose_it_is(
    total: FactRow, vi: str, en: str
) -> None:
    facts = [*COLLEGES, total, RISE]
    assert sentences.of_quotas(facts, "vi").startswith(vi)
    assert sentences.of_quotas(facts, "en").startswith(en)
    assert sentences.of_quotas(facts, "en").endswith("most: A (560)")


def test_quotas_that_are_no_single_figures_are_listed_with_their_bounds() -> None:
    loose = replace(COLLEGES[2], slug="d", bound="at_most", low_digits=None)
    told = sentences.of_quotas([*COLLEGES[:2], loose], "en")
    assert told == "560 places for a; 430 places for b; at most 350 places for c"
    assert sentences.of_quotas([TOTAL], "en") == "1,340 places for all"
    assert sentences.of_quotas([], "en") == "No figure is stated"


def test_a_change_alone_is_told_from_which_figure_to_which() -> None:
    assert sentences.of_quotas([RISE], "en") == "A plus 50 places: 510 places → 560 places"
    without = replace(RISE, before_low_digits=None, before_high_digits=None, before_printed=None)
    assert sentences.of_quotas([without], "vi") == "A tăng 50 chỉ tiêu"


def test_a_stated_total_of_money_stands_before_what_it_is_made_of() -> None:
    facts = [made.money("roads", 4000), made.money("cement", 2400)]
    whole = made.money("all", 6400, role="whole")
    made_up = (
        "6,400 million đồng (stated), made up of: "
        "4,000 million đồng for roads; 2,400 million đồng for cement"
    )
    assert sentences.of_money([*facts, whole], "en") == made_up
    parts = [replace(fact, role="part", part_of="all") for fact in facts]
    assert sentences.of_money([whole, *parts], "en") == made_up
    assert sentences.of_money([whole, parts[0]], "en") == (
        "6,400 million đồng for all (its parts add up to 4,000 million đồng)"
    )


def test_many_sums_are_counted_and_the_largest_is_named() -> None:
    facts = [made.money(f"District {at}", at) for at in range(1, 12)]
    assert sentences.of_money(facts, "en") == (
        "11 sums; the largest: 11 million đồng for district 11"
    )


def test_options_are_alternatives_and_named_so() -> None:
    facts = [made.money("masks", 12, option=1), made.money("masks", 6, option=2)]
    assert sentences.of_money(facts, "en") == (
        "Option 1: 12 million đồng for masks; option 2: 6 million đồng for masks"
    )


@pytest.mark.parametrize("of", [sentences.of_money, sentences.of_quotas, sentences.of_targets])
def test_what_is_only_asked_for_says_so(of: Callable[[list[FactRow], Lang], str]) -> None:
    asked = [replace(made.money("bridge", 24), status="proposed")]
    assert of(asked, "en").startswith("Asked for, not decided: ")


@pytest.mark.parametrize(
    ("aim", "vi", "en"),
    [
        (
            made.target("Sun", low=45, high=None, bound="at_least", unit="mwp", role="reach"),
            "Sun đạt tối thiểu 45 MWp",
            "Sun to reach at least 45 MWp",
        ),
        (
            made.target("Loss", low=None, high="5.80", bound="at_most", role="come_down"),
            "Loss còn tối đa 5,80%",
            "Loss down to at most 5.80%",
        ),
        (
            made.target("Saved", low=3, high=None, bound="at_least", role="floor"),
            "Saved: tối thiểu 3%",
            "Saved: at least 3%",
        ),
        (
            made.target("Audited", 100, role="obligation", mandatory=True),
            "Audited: 100%, phải bảo đảm",
            "Audited: 100%, to be ensured",
        ),
    ],
    ids=["reach", "come down", "floor", "obligation"],
)
def test_a_target_is_told_by_what_is_meant(aim: FactRow, vi: str, en: str) -> None:
    assert sentences.of_targets([aim], "vi").lower() == vi.lower()
    assert sentences.of_targets([aim], "en").lower() == en.lower()


def test_a_document_without_options_has_a_title(release: Release) -> None:
    letter = read.decision(release, "1270-ubnd-ktth-2020")
    assert letter
    assert sentences.of_options([], letter, "en").endswith(": no options are stated")
    (only, *_) = read.options(release, letter.slug)
    assert sentences.of_options([only], letter, "en").startswith("1 option awaiting an answer")


def test_one_ceiling_is_no_span_and_none_is_not_made_up() -> None:
    ceiling = made.fact(
        "Class 1",
        low=None,
        high=23,
        bound="at_most",
        unit="person",
        role="ceiling",
        measure="staff_ceiling",
    )
    assert sentences.of_ceilings([ceiling], "en") == "At most 23 people a commune-level unit"
    fewer = replace(ceiling, role="change", direction="decrease", bound="exact", low_digits=1)
    assert sentences.of_ceilings([fewer], "en").startswith("Class 1 minus")


def test_terms_of_a_formula_are_written_in_the_multiplier_of_the_sum() -> None:
    billions = made.money("a", 10_000, shown_scale=10**9)
    others = made.money("b", 8300)
    total = made.money("all", 18_300, role="whole", basis="derived", formula="a + b")
    assert sentences.formula(total, [billions, others, total], "en") == "10,000 + 8,300"
    added = replace(total, formula="a + b + other/c")
    third = replace(others, decision="other", slug="c")
    assert sentences.formula(added, [billions, others, third], "en") == "10,000 + 8,300 + 8,300"


def test_names_keep_their_capitals_inside_a_sentence() -> None:
    facts = [made.money("Kỳ Cùng bridge", 24), made.money("Building works", 1)]
    assert [sentences.inner(fact, "en") for fact in facts] == ["Kỳ Cùng bridge", "building works"]


@pytest.mark.parametrize(
    ("subject", "inside"),
    [
        ("Huyện Cao Lộc", "huyện Cao Lộc"),
        ("Thành phố Lạng Sơn", "thành phố Lạng Sơn"),
        ("Cao Lộc", "Cao Lộc"),
        ("Tỉnh Lạng Sơn", "tỉnh Lạng Sơn"),
        ("Sở Y tế", "Sở Y tế"),
    ],
)
def test_the_name_of_a_place_keeps_its_capitals_inside_a_sentence(
    subject: str, inside: str
) -> None:
    assert sentences.inner(made.fact("a", 1, subject_vi=subject), "vi") == inside


@pytest.mark.parametrize(
    ("printed", "vi", "en"),
    [
        ("60.000 đồng/m2", "60.000 đồng/m²", "60,000 đồng/m²"),
        ("60.000 đồng/người/tháng", "60.000 đồng/người/tháng", "60,000 đồng/person/month"),
        ("60.000 đồng mỗi hộ mỗi năm", "60.000 đồng/hộ/năm", "60,000 đồng/household/year"),
        ("60.000 đồng/suất", "60.000 đồng/suất", "60,000 đồng/suất"),
        ("60.000 đồng", "60.000 đồng", "60,000 đồng"),
    ],
)
def test_a_rate_says_by_what_it_is_counted(printed: str, vi: str, en: str) -> None:
    rate = made.fact("rate", 60000, kind="money", unit="vnd", printed=printed)
    assert (sentences.figure(rate, "vi"), sentences.figure(rate, "en")) == (vi, en)


def test_what_is_saved_is_not_cut() -> None:
    told = {"kind": "percent", "unit": "percent", "direction": "decrease", "role": "change"}
    saved = made.fact("power", 3, **told, subject_vi="Tiết kiệm điện", subject_en="Power saved")
    assert sentences.of_targets([saved], "vi") == "Tiết kiệm điện: 3%"
    assert sentences.moved(saved, "en") == "3%"


def test_a_total_stated_before_a_change_is_not_called_wrong() -> None:
    whole = made.money("all", 6400, role="whole")
    changed = replace(made.money("roads", 4100), signed_on=date(2020, 4, 1))
    told = sentences.of_money([changed, made.money("cement", 2400), whole], "en")
    assert "stated before a later change; the items now come to 6,500 million đồng" in told


def test_a_week_counts_reports_apart_from_what_is_decided() -> None:
    assert sentences.of_week({"decided": 5, "told": 1}, [], "vi").endswith(
        "5 đã quyết định, 1 chỉ để báo cáo"
    )
