"""A document itself meets what a bulletin told of it, or stands by itself in its week."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from lsdash.intake.drafting import draft
from lsdash.intake.files import received
from lsdash.intake.review import earlier_record, from_draft, papers, saved, to_record
from lsdash.intake.review.earlier_record import Former
from lsdash.intake.review.from_draft import Brought
from lsdash.intake.review.further import BodyRow, Further
from lsdash.intake.review.review import Figure, Review, Seen
from lsdash.intake.review.words import Words
from lsdash.model import Decision, Fact, Text, Week
from lsdash.records import flags, load, write
from lsdash.settings import ROOT
from lsdash.vocabulary import FlagRule, Measure, Source

FIXTURES = ROOT / "tests" / "fixtures"
NOW = datetime(2020, 3, 20, tzinfo=UTC)


def brought(name: str) -> Review:
    text = received.read((FIXTURES / "papers" / name).read_bytes(), name)
    found = draft.read(text)
    publisher = Text(vi="Không có thật", en="Not real")
    source = Brought(name=name, text=text.text, publisher=publisher, province="lang-son")
    return papers.begun(from_draft.begin(found, source, name="0", now=NOW), found)


def on_record() -> Former:
    file = FIXTURES / "2020-w11.yaml"
    return Former(load.load(file)[1], file.read_text(encoding="utf-8"))


def looked_at(it: Review) -> Review:
    """As after an editor who accepts every figure and writes the words that are missing."""
    documents = [
        each.model_copy(
            update={
                "title": written(each.title),
                "short_title": written(each.short_title, "Văn bản"),
                "summary": written(each.summary, "Tóm tắt"),
                "lead": written(each.lead) if each.lead.vi else each.lead,
                "addressed_to": (
                    written(each.addressed_to) if each.addressed_to.vi else each.addressed_to
                ),
                "figures": tuple(accepted(figure) for figure in each.figures),
                "tasks": tuple(
                    task.model_copy(update={"kept": bool(task.was)}) for task in each.tasks
                ),
                "cited": tuple(
                    cited.model_copy(update={"target": written(cited.target)})
                    for cited in each.cited
                ),
            }
        )
        for each in it.documents
    ]
    return it.model_copy(update={"documents": tuple(documents)})


def accepted(figure: Figure) -> Figure:
    told = {
        "seen": Seen.ACCEPTED,
        "subject": written(figure.subject, "Số liệu"),
        "unit_called": written(figure.unit_called) if figure.unit_called.vi else Words(),
        "lead": Words(),
    }
    if figure.measure is Measure.OTHER and figure.unit == "vnd":
        told["measure"] = Measure.ROAD_FUNDING
    return figure.model_copy(update=told)


def written(words: Words, otherwise: str = "Chữ") -> Words:
    return Words(vi=words.vi or otherwise, en=words.en or words.vi or otherwise)


def published(it: Review, former: Former | None) -> Week:
    began = earlier_record.recalled(it, former) if former else it
    return to_record.week(looked_at(began), sha256="0" * 64, on=NOW.date(), former=former)


def document(week: Week, number: str) -> Decision:
    return next(each for each in week.decisions if each.number == number)


@pytest.fixture
def joined() -> Decision:
    return document(published(brought("421-qd-ubnd.txt"), on_record()), "421/QĐ-UBND")


def facts(decision: Decision) -> dict[str, Fact]:
    return {fact.slug: fact for fact in decision.facts}


def test_a_figure_of_both_is_one_fact_with_both_places(joined: Decision) -> None:
    arrears = facts(joined)["road-arrears"]
    assert arrears.at is not None
    assert (arrears.at.source, arrears.at.paragraph, arrears.at.paper) == (
        Source.BOTH,
        2,
        "article-1",
    )
    assert arrears.printed == "6.500 triệu đồng"
    assert arrears.in_paper is None


def test_where_they_differ_the_bulletins_stays_and_the_documents_stands_beside_it(
    joined: Decision,
) -> None:
    materials = facts(joined)["road-arrears-materials"]
    assert materials.low == 4_000_000_000
    assert materials.in_paper is not None
    assert (materials.in_paper.printed, materials.in_paper.low) == (
        "4.100 triệu đồng",
        4_100_000_000,
    )
    assert materials.changes == ()


def test_a_difference_is_a_flag_that_names_both_sources(joined: Decision) -> None:
    bulletin = on_record().week.bulletin
    found = flags.find(joined, bulletin, flags.Series([]))
    (differs,) = [each for each in found if each.rule is FlagRule.PAPER_DIFFERS]
    assert differs.evidence == {
        "bulletin": "4.000 triệu đồng",
        "paper": "4.100 triệu đồng",
        "paper_place": "annex-1.row-1",
    }


def test_a_total_that_agrees_has_the_documents_place_too(joined: Decision) -> None:
    works = facts(joined)["road-arrears-works"]
    assert works.at is not None
    assert (works.at.source, works.at.paper, works.in_paper) == (
        Source.BOTH,
        "annex-1.row-1",
        None,
    )


def test_what_the_bulletin_left_unsaid_is_said_with_its_place(joined: Decision) -> None:
    district = next(fact for fact in joined.facts if fact.subject.vi == "Huyện Cao Lộc")
    assert district.at is not None
    assert (district.at.source, district.at.paper) == (Source.PAPER, "annex-1.row-2")
    assert (district.printed, district.unit_printed) == ("2.150", "triệu đồng")


def test_districts_split_a_whole_beside_the_bulletins_own_parts(joined: Decision) -> None:
    districts = [fact for fact in joined.facts if fact.part_by == "annex-1"]
    assert {fact.part_of for fact in districts} == {"road-arrears"}
    assert sum(fact.low or 0 for fact in districts) == 6_500_000_000
    found = flags.find(joined, on_record().week.bulletin, flags.Series([]))
    odd = [each for each in found if each.rule is FlagRule.SUM_DOES_NOT_CLOSE]
    assert [each.evidence["sum"] for each in odd] == ["6400000000"], "the bulletin's own parts"


def test_the_document_keeps_its_name_its_words_and_its_place_in_the_bulletin(
    joined: Decision,
) -> None:
    was = document(on_record().week, "421/QĐ-UBND")
    assert (joined.slug, joined.title, joined.at) == (was.slug, was.title, was.at)
    kept = [fact.slug for fact in joined.facts if fact.at and fact.at.item]
    assert kept == [fact.slug for fact in was.facts]
    assert joined.paper is not None
    assert (joined.paper.signer, joined.paper.effective_on) == (
        "Nguyễn Văn Bịa",
        date(2020, 3, 10),
    )


def test_the_record_reads_back_as_it_was_written(joined: Decision, tmp_path: Path) -> None:
    week = published(brought("421-qd-ubnd.txt"), on_record())
    file = tmp_path / "2020-w11.yaml"
    file.write_text(write.text(week, over=on_record().text), encoding="utf-8")
    _, again = load.load(file)
    assert document(again, "421/QĐ-UBND") == joined
    assert len(again.decisions) == len(on_record().week.decisions)


def test_bringing_it_again_changes_nothing(joined: Decision) -> None:
    week = published(brought("421-qd-ubnd.txt"), on_record())
    former = Former(week, write.text(week))
    again = document(published(brought("421-qd-ubnd.txt"), former), "421/QĐ-UBND")
    assert again == joined


def test_one_that_no_bulletin_tells_of_stands_by_itself_in_its_week() -> None:
    week = published(brought("436-qd-ubnd.txt"), on_record())
    alone = document(week, "436/QĐ-UBND")
    assert (alone.is_told, alone.at) == (False, None)
    assert all(fact.at and fact.at.source is Source.PAPER for fact in alone.facts)
    assert week.bulletin == on_record().week.bulletin
    assert {each.number for each in on_record().week.decisions} < {
        each.number for each in week.decisions
    }


BULLETIN = """Chỉ đạo, điều hành nổi bật trong tuần (ngày 09/3 đến ngày 15/3/2020)

Ngày 10/3/2020, UBND tỉnh ban hành Quyết định số 421/QĐ-UBND về việc phân bổ kinh phí hỗ trợ đường \
giao thông nông thôn, đợt 2 năm 2020. Theo đó, phân bổ 6.500 triệu đồng, trong đó 1.000 triệu đồng \
cho thành phố Lạng Sơn."""


def told() -> Review:
    """An unpublished draft of the bulletin that tells of the first paper."""
    read = draft.read(received.pasted(BULLETIN))
    publisher = Text(vi="Không có thật", en="Not real")
    source = Brought(name="", text=BULLETIN, publisher=publisher, province="lang-son")
    return from_draft.begin(read, source, name="01234567", now=NOW)


def test_bulletin_and_document_join_whichever_of_two_drafts_is_published_first() -> None:
    def after(first: Review, second: Review) -> Decision:
        week = published(first, None)
        week = published(second, Former(week, write.text(week)))
        return document(week, "421/QĐ-UBND")

    paper = brought("421-qd-ubnd.txt")
    for joined in (after(told(), paper), after(paper, told())):
        assert (joined.is_told, joined.paper is not None) == (True, True)
        both = {fact.low for fact in joined.facts if fact.at and fact.at.source is Source.BOTH}
        assert both == {6_500_000_000, 1_000_000_000}
        assert len(joined.facts) == 13


def test_a_draft_of_the_one_knows_the_unpublished_draft_of_the_other(tmp_path: Path) -> None:
    paper = brought("421-qd-ubnd.txt").model_copy(update={"id": "76543210"})
    other = brought("436-qd-ubnd.txt").model_copy(update={"id": "00000000"})
    for each in (paper, other, told()):
        saved.put(tmp_path, each)
    assert [each.id for each in saved.beside(tmp_path, paper)] == ["01234567"]
    assert [each.id for each in saved.beside(tmp_path, told())] == ["76543210"]
    assert saved.beside(tmp_path, other) == []
    saved.put(tmp_path, told().model_copy(update={"published": "2020w11-00000000"}))
    assert saved.beside(tmp_path, paper) == []


def test_a_week_without_a_bulletin_says_that_it_holds_documents_only() -> None:
    week = published(brought("436-qd-ubnd.txt"), None)
    assert week.bulletin.slug == "2020-w11"
    assert week.bulletin.papers_only
    assert [each.number for each in week.decisions] == ["436/QĐ-UBND"]


def test_a_body_that_the_document_itself_sets_up_has_its_place_there() -> None:
    body = BodyRow(name=Words(vi="Tổ"), role=Words(vi="Tổ trưởng"), post=Words(vi="Phó Chủ tịch"))
    it = brought("436-qd-ubnd.txt").with_value(
        ("documents", 0, "further"), Further(bodies=(body,)).model_dump()
    )
    told = published(it.model_copy(update={"english_later": True}), None)
    (found,) = document(told, "436/QĐ-UBND").bodies
    assert found.at.source is Source.PAPER
