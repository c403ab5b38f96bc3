"""What a document of its kind would be asked and does not say."""

from lsdash.intake.drafting import silences
from lsdash.intake.drafting.silences import Unsaid
from lsdash.intake.finding import quantities
from lsdash.text import LANGS
from lsdash.vocabulary import Kind, Status


def proposed(
    heading: str,
    text: str,
    kind: Kind = Kind.DECISION,
    status: Status = Status.DECIDED,
    *,
    is_normative: bool = False,
    is_summed: bool = False,
) -> set[Unsaid]:
    return set(
        silences.propose(
            heading,
            text,
            kind=kind,
            status=status,
            is_normative=is_normative,
            figures=quantities.find(text, []),
            is_summed=is_summed,
        )
    )


def test_money_that_is_allocated_is_asked_for_its_source_unless_the_text_names_it() -> None:
    bare = "Cấp 10 tỷ đồng và 5 tỷ đồng làm đường."
    assert proposed("Phân bổ kinh phí", bare) == {
        Unsaid.TOTAL,
        Unsaid.FUND_SOURCE,
        Unsaid.SHARES,
    }
    assert Unsaid.TOTAL not in proposed("Phân bổ kinh phí", bare, is_summed=True)
    told = "Từ nguồn ngân sách, tổng số 15 tỷ đồng: huyện A 10 tỷ đồng, huyện B 5 tỷ đồng."
    assert proposed("Phân bổ kinh phí", told) == set()


def test_a_plan_is_asked_for_targets_cost_days_and_agencies() -> None:
    asked = proposed("Kế hoạch giữ rừng", "Tuyên truyền.", Kind.PLAN, Status.PLANNED)
    assert asked == {Unsaid.TARGETS, Unsaid.COST, Unsaid.DEADLINE, Unsaid.WHO}
    dated = "Giảm tổn thất xuống dưới 6,0% vào năm 2025."
    assert Unsaid.DEADLINE not in proposed("Kế hoạch", dated, Kind.PLAN, Status.PLANNED)


def test_a_normative_act_is_asked_for_the_day_it_takes_effect() -> None:
    assert proposed("Quy định giá", "", is_normative=True) == {Unsaid.EFFECTIVE_DATE}
    said = "Quyết định có hiệu lực từ ngày 01/4/2020."
    assert proposed("Quy định giá", said, is_normative=True) == set()


def test_a_request_is_asked_by_when_an_answer_is_wanted() -> None:
    asked = proposed("Xin ý kiến", "Đề nghị.", Kind.OFFICIAL_LETTER, Status.PROPOSED)
    assert asked == {Unsaid.REPLY_BY, Unsaid.COST}


def test_a_body_that_is_set_up_is_asked_for_its_heads_and_its_term() -> None:
    asked = proposed("Thành lập Ban Chỉ đạo", "Gồm các sở.")
    assert asked == {Unsaid.MEMBERS, Unsaid.TERM, Unsaid.COST}


def test_every_silence_has_its_words_in_both_languages() -> None:
    for lang in LANGS:
        assert all(silences.words(code, lang) for code in Unsaid)
