"""Whole bulletins read into drafts: the real one where it is at hand, invented ones everywhere."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from lsdash.errors import NotABulletinError
from lsdash.intake.bulletin.citation_roles import Role
from lsdash.intake.drafting import draft
from lsdash.intake.drafting.model import DecisionDraft, Draft, FactDraft
from lsdash.intake.files import received
from lsdash.model import Fact, Week
from lsdash.records import coverage
from lsdash.records.flags import SeriesPoint
from lsdash.settings import ROOT
from lsdash.vocabulary import Basis, Bound, Direction, FlagRule, Issuer, Kind, Sector, Status, Unit
from lsdash.vocabulary import Role as FigureRole

BULLETINS = ROOT / "tests" / "fixtures" / "bulletins"
WEEK_10 = ROOT.parent / "shared" / "bulletins" / "2020-w10.txt"
real = pytest.mark.skipif(not WEEK_10.exists(), reason="the bulletin is not in the repository")


def read(file: Path, *known: SeriesPoint) -> Draft:
    return draft.read(received.read(file.read_bytes(), file.name), known)


def pasted(text: str) -> Draft:
    return draft.read(received.pasted(text))


def by_number(found: Draft) -> dict[str, DecisionDraft]:
    return {decision.number: decision for decision in found.decisions}


def figures(decision: DecisionDraft) -> list[str]:
    return [fact.printed for fact in decision.facts]


def outline(found: Draft) -> list[tuple[str, list[str]]]:
    return [(decision.number, figures(decision)) for decision in found.decisions]


@pytest.fixture(scope="module")
def week_10() -> Draft:
    return read(WEEK_10, SeriesPoint("UBND", 906, date(2020, 7, 30)))


@pytest.fixture(
    scope="module", params=["headed", "numbered", "lettered", "dashed", "plain", "amending"]
)
def invented(request: pytest.FixtureRequest) -> tuple[str, Draft]:
    file = BULLETINS / f"{request.param}.txt"
    return file.read_text(encoding="utf-8"), read(file)


# The bulletin of 2-8 March 2020 against its record.


@real
def test_the_real_bulletin_gives_every_document_of_its_record(week_10: Draft, week: Week) -> None:
    found = by_number(week_10)
    assert [*found] == [decision.number for decision in week.decisions]
    for decision in week.decisions:
        drafted = found[decision.number]
        assert drafted.signed_on == decision.signed_on
        assert drafted.kind is decision.kind
        assert drafted.status is decision.status
        assert drafted.issuer is decision.issuer
        assert drafted.sector is decision.sector
        assert (drafted.item, drafted.paragraph) == (decision.at.item, decision.at.paragraph)
        assert coverage.plain(drafted.heading) == coverage.plain(decision.title.vi)
        told = drafted.addressed_to and drafted.addressed_to.name
        assert told == (decision.addressed_to and decision.addressed_to.vi)


@real
def test_the_real_bulletin_gives_every_stated_figure_of_its_record_and_no_other(
    week_10: Draft, week: Week
) -> None:
    found = by_number(week_10)
    for decision in week.decisions:
        stated = [fact for fact in decision.facts if fact.basis is Basis.STATED]
        drafted = found[decision.number].facts
        assert [shape(fact) for fact in drafted] == [shape(fact) for fact in stated]
        for fact, one in zip(stated, drafted, strict=True):
            assert fact.printed and (one.printed in fact.printed or fact.printed in one.printed)
            assert fact.at and one.paragraph == fact.at.paragraph
            assert one.option == fact.option
        names = [fact.slug for fact in stated]
        wholes = [None if one.part_of is None else names[one.part_of] for one in drafted]
        assert wholes == [fact.part_of for fact in stated]


def shape(fact: Fact | FactDraft) -> tuple[object, ...]:
    return fact.kind, fact.low, fact.high, fact.unit, fact.bound


@real
def test_the_head_of_the_real_bulletin_is_read_and_none_of_its_numbers_is_left_over(
    week_10: Draft, week: Week
) -> None:
    assert week_10.title == week.bulletin.title
    assert week_10.period_from == week.bulletin.period_from
    assert week_10.period_to == week.bulletin.period_to
    assert week_10.author == week.bulletin.author
    assert week_10.headlines_complete is week.bulletin.headlines_complete
    assert [decision.headline for decision in week_10.decisions] == [*range(8)]
    assert (week_10.numbers, week_10.unread) == (122, ())


@real
def test_the_real_bulletin_raises_the_flags_that_its_record_raises(week_10: Draft) -> None:
    raised = {(each.number, flag.rule) for each in week_10.decisions for flag in each.flags}
    assert raised == {
        ("4/2020/QĐ-UBND", FlagRule.WEEKEND),
        ("40/KH-UBND", FlagRule.WEEKEND),
        ("389/QĐ-UBND", FlagRule.SYMBOL_AGAINST_WORDS),
        ("1270/UBND-KTTH", FlagRule.OUT_OF_SERIES),
    }


# Invented bulletins, each in another layout.


def test_what_a_draft_says_is_printed_stands_there(invented: tuple[str, Draft]) -> None:
    text, found = invented
    for decision in found.decisions:
        for part in (*decision.facts, *decision.citations, *decision.labels):
            assert text[part.start : part.end] == part.printed
            assert decision.start <= part.start < part.end <= decision.end
        for fact in decision.facts:
            sentence = text[fact.sentence.start : fact.sentence.end]
            assert fact.printed in sentence
            assert "\n" not in sentence


def test_a_draft_survives_being_kept(invented: tuple[str, Draft]) -> None:
    _, found = invented
    assert Draft.model_validate_json(found.model_dump_json()) == found


def test_every_number_of_an_invented_bulletin_is_accounted_for(
    invented: tuple[str, Draft],
) -> None:
    _, found = invented
    assert found.unread == ()


def test_a_bulletin_with_headings_is_read() -> None:
    found = read(BULLETINS / "headed.txt")
    assert (found.period_from, found.period_to) == (date(2020, 12, 28), date(2021, 1, 3))
    assert found.author == "Nông Thị Hoài"
    assert [item.headline for item in found.items] == [0, 1, 2, 3, 4]
    assert [len(item.decisions) for item in found.items] == [0, 1, 1, 1, 1]
    rice, sand, coaches, station = found.decisions
    assert (rice.number, rice.signed_on) == ("2801/QĐ-UBND", date(2020, 12, 30))
    assert (rice.kind, rice.status) == (Kind.DECISION, Status.DECIDED)
    assert (sand.kind, sand.issuer) == (Kind.OFFICIAL_LETTER, Issuer.CHAIRMAN)
    assert sand.status is Status.DECIDED  # it asks districts, which have to obey
    assert (coaches.number, coaches.sector) == ("61/2020/QĐ-UBND", Sector.TRANSPORT)
    assert station.status is Status.PROPOSED
    assert (
        station.addressed_to
        and station.addressed_to.name == "Bộ Nông nghiệp và Phát triển nông thôn"
    )
    assert figures(station) == ["02 trạm", "khoảng 12,5 tỷ đồng"]


def test_documents_that_an_item_builds_on_are_told_from_its_own() -> None:
    found = by_number(read(BULLETINS / "headed.txt"))
    assert [(each.number, each.role) for each in found["61/2020/QĐ-UBND"].citations] == [
        ("61/2020/QĐ-UBND", Role.OWN),
        ("18/2017/QĐ-UBND", Role.AMENDS),
        ("07/2015/QĐ-UBND", Role.REPEALS),
    ]
    assert [(each.number, each.role) for each in found["2801/QĐ-UBND"].citations] == [
        ("2801/QĐ-UBND", Role.OWN),
        ("2590/QĐ-TTg", Role.IMPLEMENTS),
    ]


def test_a_whole_in_tonnes_closes_with_its_parts_in_kilograms() -> None:
    rice = by_number(read(BULLETINS / "headed.txt"))["2801/QĐ-UBND"]
    (total,) = rice.sums
    assert rice.facts[total.whole].printed == "96,5 tấn"
    assert [rice.facts[at].printed for at in total.parts] == ["40.500kg", "31.000kg", "25.000kg"]
    assert total.closes
    assert rice.facts[total.parts[0]].part_of is None  # a record adds up in one unit only


def test_a_bulletin_in_numbered_sections_is_read() -> None:
    found = read(BULLETINS / "numbered.txt")
    assert found.title and found.title.endswith("Tuần 21 (từ ngày 23 - 29/5/2022)")
    assert (found.period_from, found.period_to) == (date(2022, 5, 23), date(2022, 5, 29))
    assert [item.heading for item in found.items] == [
        "Giao kế hoạch vốn bảo trì đường huyện năm 2022",
        "Kế hoạch phát triển cây ăn quả giai đoạn 2022 - 2025",
        "Tiêm nhắc lại vắc xin phòng dại cho đàn chó, mèo",
        "Tiếp công dân định kỳ",
        "Thành lập Tổ công tác chuyển đổi số",
    ]
    assert [each.item for each in found.decisions] == [1, 2, 3, 5]
    assert [each.issuer for each in found.decisions][2] is Issuer.OFFICE
    assert figures(by_number(found)["118/KH-UBND"]) == [
        "ít nhất 1.200 ha",
        "khoảng 9.500 tấn/năm",
        "Trên 60%",
    ]


def test_a_sum_that_does_not_close_is_flagged_with_the_difference() -> None:
    decision = by_number(read(BULLETINS / "numbered.txt"))["912/QĐ-UBND"]
    (total,) = decision.sums
    assert (total.difference, total.closes) == (Decimal(100_000_000), False)
    assert [flag.rule for flag in decision.flags] == [FlagRule.SUM_DOES_NOT_CLOSE]


def test_a_kind_that_the_words_and_the_symbol_name_otherwise_is_flagged() -> None:
    decision = by_number(read(BULLETINS / "numbered.txt"))["915/QĐ-UBND"]
    assert decision.kind is Kind.DECISION
    assert decision.kind_called == "Kế hoạch"
    assert {flag.rule for flag in decision.flags} == {
        FlagRule.SYMBOL_AGAINST_WORDS,
        FlagRule.WEEKEND,
    }


def test_the_days_may_stand_alone_under_a_title_that_names_none() -> None:
    found = pasted(
        """THÔNG TIN HOẠT ĐỘNG CHỈ ĐẠO, ĐIỀU HÀNH CỦA UBND TỈNH LẠNG SƠN
(Từ ngày 11/5/2020 đến ngày 17/5/2020)

1. Giảm chỉ tiêu tuyển sinh năm 2020
Quyết định số 880/QĐ-UBND ngày 13/5/2020 điều chỉnh giảm 40 chỉ tiêu của Trường Y.
"""
    )
    assert (found.period_from, found.period_to) == (date(2020, 5, 11), date(2020, 5, 17))
    assert (found.title or "").startswith("THÔNG TIN HOẠT ĐỘNG")
    assert [fact.called for fact in found.decisions[0].facts] == ["Chỉ tiêu của Trường Y"]


def test_a_bulletin_of_lettered_entries_under_subjects_is_read() -> None:
    found = read(BULLETINS / "lettered.txt")
    assert (found.period_from, found.period_to) == (date(2020, 6, 1), date(2020, 6, 7))
    assert [(each.number, each.heading) for each in found.decisions] == [
        ("655/UBND-KGVX", "Chỉ đạo tiếp tục phòng, chống dịch Covid-19"),
        ("1010/QĐ-UBND", "Phê duyệt danh mục mua sắm 02 máy thở"),
        ("1021/QĐ-UBND", "Giao 1.250 chỉ tiêu lớp 10 cho 06 trường"),
        ("05/CT-UBND", "Kỳ thi tốt nghiệp THPT năm 2020"),
        ("230/BC-UBND", "Báo cáo Bộ Kế hoạch và Đầu tư tình hình giải ngân 5 tháng"),
        ("221/TB-VP", "Thống nhất chủ trương"),
    ]
    assert [each.sector for each in found.decisions[:3]] == [
        Sector.HEALTH,
        Sector.FINANCE,  # the subject over the next entries is no part of this one
        Sector.EDUCATION,
    ]
    assert {each.status for each in found.decisions} == {Status.DECIDED}


def test_a_bulletin_of_dashed_entries_is_read() -> None:
    found = read(BULLETINS / "dashed.txt")
    assert (found.period_from, found.period_to) == (date(2026, 4, 6), date(2026, 4, 10))
    assert [(each.number, each.signed_on, each.item) for each in found.decisions] == [
        ("2210/UBND-NNMT", None, 1),
        ("2231/UBND-NNMT", date(2026, 4, 8), 2),
        ("701/QĐ-UBND", date(2026, 4, 9), 3),
        ("702/QĐ-UBND", date(2026, 4, 9), 3),
        ("88/TTr-UBND", date(2026, 4, 10), 4),
    ]
    assert found.items[0].heading == "Tăng cường trực phòng cháy rừng"
    assert figures(found.decisions[0]) == ["18 chốt", "từ 3 đến 5 người"]
    assert found.decisions[-1].status is Status.PROPOSED


def test_a_bulletin_of_plain_paragraphs_without_a_year_is_read() -> None:
    found = read(BULLETINS / "plain.txt")
    assert (found.period_from, found.period_to) == (None, None)
    assert found.period_printed == "9-12 đến 13-12"
    assert [(each.number, each.kind) for each in found.decisions] == [
        ("14/CT-UBND", Kind.DIRECTIVE),
        ("2544/QĐ-UBND", Kind.DECISION),
        ("512/BC-UBND", Kind.REPORT),
    ]
    directive, housing, report = found.decisions
    assert housing.heading == "Phê duyệt nhiệm vụ quy hoạch chi tiết khu dân cư phía Nam"
    assert [each.closes for each in housing.sums] == [True]
    assert (directive.status, report.status) == (Status.DECIDED, Status.PROPOSED)


def test_how_a_text_was_saved_makes_no_difference() -> None:
    text = (BULLETINS / "headed.txt").read_text(encoding="utf-8")
    plain = pasted(text)
    for changed in (text.replace(" ", "\u00a0 ", 40), text.replace("\n", "\r\n")):
        other = pasted(changed)
        assert [each.number for each in other.decisions] == [
            each.number for each in plain.decisions
        ]
        assert [figures(each) for each in other.decisions] == [
            figures(each) for each in plain.decisions
        ]


def test_a_number_that_nothing_accounts_for_is_named_with_its_words() -> None:
    text = (BULLETINS / "plain.txt").read_text(encoding="utf-8")
    found = pasted(text.replace("mỗi tổ không", "kẹp hạng sang 77, mỗi tổ không"))
    (left,) = found.unread
    assert left.printed == "77"
    assert "kẹp hạng sang" in left.context
    assert FlagRule.UNREAD in {flag.rule for flag in found.decisions[0].flags}


def test_a_document_signed_in_another_week_is_still_the_items_own_and_flagged() -> None:
    text = (BULLETINS / "headed.txt").read_text(encoding="utf-8")
    found = by_number(pasted(text.replace("ngày 30/12/2020)", "ngày 30/10/2020)")))
    assert {flag.rule for flag in found["2801/QĐ-UBND"].flags} == {FlagRule.OUTSIDE_WEEK}


@pytest.mark.parametrize(
    "text",
    [
        "Giá vàng trong nước sáng nay tăng 200 nghìn đồng mỗi lượng.",
        "The quick brown fox jumps over the lazy dog.",
        "1 2 3 4 5 " * 1000,
        "Căn cứ Nghị định số 34/2019/NĐ-CP ngày 24/4/2019 của Chính phủ;",
    ],
)
def test_what_is_no_bulletin_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(NotABulletinError, match="does not look like a weekly bulletin") as refused:
        pasted(text)
    assert "\n" not in str(refused.value)


def test_a_week_that_amends_corrects_and_asks_is_read_with_what_each_figure_is() -> None:
    found = by_number(read(BULLETINS / "amending.txt"))
    whole, raised, lowered, change, same = found["452/QĐ-UBND"].facts
    assert [fact.part_of for fact in (whole, raised, lowered, change, same)] == [
        None,
        0,
        0,
        None,
        0,
    ]
    assert (raised.printed, raised.before and raised.before.low) == ("560 chỉ tiêu", 510)
    assert change.direction is Direction.DECREASE
    sun, loss, homes, contents = found["55/KH-UBND"].facts
    assert (sun.unit, sun.direction, sun.bound) == (Unit.MWP, Direction.REACH, Bound.AT_LEAST)
    assert (loss.direction, homes.direction) == (Direction.COME_DOWN, Direction.REACH)
    assert (contents.noun, contents.role) == ("nhóm giải pháp", FigureRole.CONTENTS)
    assert [fact.noun for fact in found["1350/UBND-KGVX"].facts] == ["", "", "", "trạm"]
    (sum_,) = found["61/TB-UBND"].facts
    assert (sum_.low, sum_.before and sum_.before.low) == (8_030_000_000, 8_300_000_000)
    assert found["61/TB-UBND"].citations[0].role is Role.CORRECTS
    (money,) = found["455/QĐ-UBND"].sums
    assert (money.whole, money.closes) == (0, True)


WEEK = "Chỉ đạo, điều hành nổi bật của UBND tỉnh trong tuần (ngày 02/3 đến ngày 08/3/2020)\n\n"


def test_a_document_named_again_without_its_day_is_the_one_told_before() -> None:
    (decision,) = pasted(
        f"{WEEK}Cấp vốn sửa đường\n"
        "UBND tỉnh vừa ban hành Quyết định số 401/QĐ-UBND ngày 05/3/2020 cấp 5 tỷ đồng.\n"
        "Theo Quyết định số 401/QĐ-UBND, huyện Bình Gia được 2 tỷ đồng.\n"
    ).decisions
    assert figures(decision) == ["5 tỷ đồng", "2 tỷ đồng"]
    assert [cited.role for cited in decision.citations] == [Role.OWN]


@pytest.mark.parametrize(
    ("said", "is_odd"),
    [
        ("yêu cầu các xã báo cáo kết quả trước ngày 20/02/2020", True),
        ("yêu cầu các xã báo cáo kết quả trước ngày 20/3/2020", False),
        ("về các dự án đã hoàn thành trước ngày 20/02/2020", False),
    ],
)
def test_what_is_due_before_the_signing_is_flagged(said: str, is_odd: bool) -> None:
    (decision,) = pasted(
        f"{WEEK}Rà soát nhà ở\nUBND tỉnh ban hành Công văn số 402/UBND-KT ngày 05/3/2020 {said}.\n"
    ).decisions
    flagged = [flag.evidence for flag in decision.flags if flag.rule is FlagRule.DUE_BEFORE_SIGNED]
    assert flagged == [{"on": "2020-03-05", "due": "2020-02-20"}] * is_odd


def test_the_sign_of_a_volume_over_a_column_is_no_number_that_asks_for_a_place() -> None:
    text = """Chỉ đạo, điều hành trong tuần (từ ngày 01/6 đến ngày 07/6/2020)

1. Cấp nước
Quyết định số 15/QĐ-UBND ngày 02/6/2020 hỗ trợ cấp nước tại các xã:
Xã | Công suất (m3/ngày) | Diện tích (m2)
Quan Sơn | 90 | 1.200
Bính Xá | 150 | 800"""
    found = draft.read(received.pasted(text))
    assert found.unread == ()
    assert [fact.printed for fact in found.decisions[0].facts] == ["90", "1.200", "150", "800"]
