"""A document itself becomes a draft of one document in the week of its date, with its parts."""

import json
from datetime import date

import pytest
from click.testing import CliRunner

from lsdash import cli
from lsdash.intake.drafting import draft
from lsdash.intake.drafting.model import Draft
from lsdash.intake.files import received
from lsdash.settings import ROOT
from lsdash.vocabulary import FlagRule, Issuer, Kind, Sector, Status, Unit

PAPERS = ROOT / "tests" / "fixtures" / "papers"


def read(name: str) -> Draft:
    return draft.read(received.read((PAPERS / name).read_bytes(), name))


def test_it_stands_in_the_week_of_its_date() -> None:
    found = read("421-qd-ubnd.txt")
    assert (found.period_from, found.period_to) == (date(2020, 3, 9), date(2020, 3, 15))
    (decision,) = found.decisions
    assert (decision.number, decision.signed_on) == ("421/QĐ-UBND", date(2020, 3, 10))
    assert (decision.issuer, decision.status, decision.sector) == (
        Issuer.PEOPLES_COMMITTEE,
        Status.DECIDED,
        Sector.TRANSPORT,
    )


def test_its_chairman_is_another_issuer_than_the_committee() -> None:
    assert read("436-qd-ubnd.txt").decisions[0].issuer is Issuer.CHAIRMAN


def test_a_request_to_a_ministry_is_proposed_to_it() -> None:
    (letter,) = read("1402-ubnd-ktth.txt").decisions
    assert (letter.kind, letter.status) == (Kind.OFFICIAL_LETTER, Status.PROPOSED)
    assert letter.addressed_to is not None
    assert letter.addressed_to.name == "Bộ Tài chính"


def test_grounds_are_cited_and_what_an_article_replaces_is_replaced() -> None:
    cited = {each.number: str(each.role) for each in read("421-qd-ubnd.txt").decisions[0].citations}
    assert cited == {
        "421/QĐ-UBND": "own",
        "12/2016/NQ-HĐND": "cites",
        "77/TTr-STC": "cites",
        "215/QĐ-UBND": "replaces",
    }


def test_a_table_gives_facts_with_their_parts_place_and_the_unit_of_its_head() -> None:
    facts = read("421-qd-ubnd.txt").decisions[0].facts
    total, first = facts[0], facts[1]
    assert (total.place, total.printed) == ("article-1", "6.500 triệu đồng")
    assert (first.place, first.printed, first.unit_printed) == (
        "annex-1.row-2",
        "2.150",
        "triệu đồng",
    )
    assert (first.low, first.unit, first.row) == (2_150_000_000, Unit.VND, "Huyện Cao Lộc")
    assert first.part_of == 0, "the total that the article states is not counted twice"


def test_what_does_not_close_is_a_flag_with_its_place() -> None:
    flags = read("63-kh-ubnd.txt").decisions[0].flags
    (gap,) = [each for each in flags if each.rule is FlagRule.SUM_DOES_NOT_CLOSE]
    assert gap.evidence["place"] == "section-II.clause-1.row-4"
    assert gap.evidence["difference"] == "1"


@pytest.mark.parametrize("name", [each.name for each in sorted(PAPERS.glob("*.txt"))])
def test_every_number_is_accounted_for_and_every_span_leads_back(name: str) -> None:
    text = received.read((PAPERS / name).read_bytes(), name).text
    found = read(name)
    assert found.unread == ()
    for fact in found.decisions[0].facts:
        assert text[fact.start : fact.end] == fact.printed
        assert fact.sentence.start <= fact.start < fact.end <= fact.sentence.end


def test_the_command_line_prints_its_parts() -> None:
    told = CliRunner().invoke(
        cli.commands, ["intake", str(PAPERS / "421-qd-ubnd.txt"), "--format", "json"]
    )
    assert told.exit_code == 0, told.output
    paper = json.loads(told.output)["paper"]
    assert paper["signature"]["capacity"] == "kt"
    assert paper["effect"]["day"] == "2020-03-10"
    assert [annex["place"] for annex in paper["annexes"]] == ["annex-1"]
    assert [len(each["numbers"]) for each in paper["grounds"]] == [0, 1, 1]
    assert paper["tables"][0]["rows"] == 5


def test_figures_of_an_annex_are_told_apart_by_table_and_column() -> None:
    facts = read("421-qd-ubnd.txt").decisions[0].facts
    assert facts[0].table is None, "an article states it"
    rows = [each for each in facts if each.place.startswith("annex-1.")]
    assert len({each.table and each.table[0] for each in rows}) == 1
    assert None not in {each.table for each in rows}


def test_its_articles_have_deadlines_and_levels_that_take_the_place_of_others() -> None:
    text = (PAPERS / "436-qd-ubnd.txt").read_text(encoding="utf-8")
    article = (
        "Điều 3. Sở Tài chính báo cáo trước ngày 30/6/2020.\n"
        "Điều 4. Nâng mức hỗ trợ từ 10 triệu đồng lên 12 triệu đồng.\nĐiều 5. Chánh"
    )
    changed = text.replace("Điều 3. Chánh", article).encode()
    (decision,) = draft.read(received.read(changed, "436.txt")).decisions
    assert decision.deadline and decision.deadline.day == date(2020, 6, 30)
    (level,) = [each for each in decision.facts if each.before]
    assert (level.low, level.before and level.before.low) == (12_000_000, 10_000_000)
    assert decision.unread == ()


def test_a_document_however_written_is_cited_once_with_its_day() -> None:
    text = (PAPERS / "421-qd-ubnd.txt").read_text(encoding="utf-8")
    again = "\nPHỤ LỤC\n(Kèm theo Quyết định số 421/qđ-ubnd ngày 10/3/2020)\n"
    found = draft.read(received.pasted(text + again))
    (decision,) = found.decisions
    assert [each.number for each in decision.citations].count("421/QĐ-UBND") == 1
    assert all(each.number.casefold() != "421/qđ-ubnd" for each in decision.citations[1:])


TOP = (
    "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 402/QĐ-UBND\n"
    "Lạng Sơn, ngày 05 tháng 3 năm 2020\nQUYẾT ĐỊNH\nVề việc thu phí\n"
    "Căn cứ Luật Ngân sách nhà nước ngày 25/6/2015;\nQUYẾT ĐỊNH:\nĐiều 1. "
)


@pytest.mark.parametrize(
    ("said", "roles"),
    [
        ("Bãi bỏ nội dung đã công bố tại Quyết định số 8/QĐ-UBND ngày 02/01/2019.", ["amends"]),
        ("Hủy bỏ 15 dự án ban hành kèm theo Nghị quyết số 8/NQ-HĐND.", ["amends"]),
        ("Thay thế “Mẫu đơn” tại Phụ lục I kèm theo Quyết định số 8/QĐ-UBND.", ["amends"]),
        ("Hủy bỏ toàn bộ nội dung Quyết định số 8/QĐ-UBND.", ["repeals"]),
        ("Bãi bỏ Quy chế ban hành kèm theo Quyết định số 8/QĐ-UBND.", ["repeals"]),
        ("Kéo dài thời gian thực hiện Nghị quyết số 8/NQ-HĐND.", ["amends"]),
        ("Đình chỉ thi hành Quyết định số 8/QĐ-UBND.", ["amends"]),
        ("Bổ sung 04 thủ tục vào Bộ thủ tục kèm theo Quyết định số 8/QĐ-UBND.", ["amends"]),
        (
            "Hủy bỏ Quyết định số 8/QĐ-UBND ngày 02/01/2019 của UBND tỉnh về thu hồi Quyết định "
            "số 5/QĐ-UBND ngày 04/02/2018.",
            ["repeals", "cites"],
        ),
        (
            "Quyết định số 8/QĐ-UBND ngày 02/01/2019 và Quyết định số 9/QĐ-UBND ngày 03/01/2019 "
            "hết hiệu lực kể từ ngày Quyết định này có hiệu lực.",
            ["repeals", "repeals"],
        ),
        (
            "Các thủ tục đã công bố tại Quyết định số 8/QĐ-UBND ngày 02/01/2019; Quyết định số "
            "9/QĐ-UBND ngày 03/01/2019 hết hiệu lực thi hành.",
            ["amends", "amends"],
        ),
    ],
)
def test_what_it_does_to_others_is_told_from_what_they_are_about(
    said: str, roles: list[str]
) -> None:
    (decision,) = draft.read(received.pasted(f"{TOP}{said}\n")).decisions
    assert [each.role for each in decision.citations[1:]] == roles


def test_of_documents_in_its_subject_those_that_it_is_not_about_are_only_cited() -> None:
    text = f"{TOP}Sửa một lỗi.\n".replace(
        "Về việc thu phí",
        "Về việc đính chính Quyết định số 8/QĐ-UBND ngày 02/01/2020 sửa đổi, bổ sung một số điều "
        "của Quyết định số 5/QĐ-UBND ngày 04/02/2018",
    )
    (decision,) = draft.read(received.pasted(text)).decisions
    assert [each.role for each in decision.citations[1:]] == ["corrects", "cites"]
