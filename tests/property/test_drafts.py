"""Any text gives a draft or one of our errors, and a draft survives being kept."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lsdash.errors import IntakeError
from lsdash.intake.drafting import draft
from lsdash.intake.drafting.model import DecisionDraft, Draft, Placed
from lsdash.intake.files import received
from lsdash.settings import ROOT

BULLETINS = sorted((ROOT / "tests" / "fixtures" / "bulletins").glob("*.txt"))
LINES = [
    line for file in BULLETINS for line in file.read_text(encoding="utf-8").splitlines() if line
]
SCRAPS = st.sampled_from(
    [
        "UBND tỉnh",
        "ban hành",
        "(số 12/QĐ-UBND",
        "ngày 05/3/2020)",
        "đề nghị",
        "Bộ Y tế",
        "gồm",
        "1.",
        "a)",
        "- ",
        "…",
        ";",
        "\n",
        "\n\n",
        "40%",
        "là những nội dung chính trong tuần",
        "tuần (ngày 02/3",
        "đến ngày 08/3/2020)",
        "10 triệu đồng",
        "\xa0",
        "\u200b",
        "Ảnh",
        "Theo đó",
        "77",
        "từ 510",
        "lên 560 chỉ tiêu",
        "thành “8 tỷ đồng”",
        "giao Sở Y tế chủ trì",
        "trước ngày 20/3",
        "đến năm 2025",
        "kèm theo Quy chế",
        "trả lời",
    ]
)
TEXTS = (
    st.text(max_size=200)
    | st.lists(SCRAPS, max_size=30).map(" ".join)
    | st.lists(st.sampled_from(LINES) | st.text(max_size=30), max_size=12).map("\n".join)
)


def told(decision: DecisionDraft) -> Iterator[Placed]:
    """Whatever is proposed of who must do what by when."""
    for each in (decision, *decision.tasks, *decision.facts):
        yield from filter(None, (each.lead, each.deadline))
    yield from filter(None, (decision.addressed_to, decision.promulgates, *decision.tasks))


@given(TEXTS)
def test_any_text_gives_a_draft_or_one_of_our_errors(text: str) -> None:
    try:
        found = draft.read(received.pasted(text))
    except IntakeError as error:
        assert str(error)
        return
    assert Draft.model_validate_json(found.model_dump_json()) == found
    for part in found.unread:
        assert text[part.start : part.end] == part.printed
    for decision in found.decisions:
        assert 0 <= decision.start < decision.end <= len(text)
        assert found.items[decision.item - 1].start == decision.start
        for part in (*decision.facts, *decision.citations, *decision.labels):
            assert text[part.start : part.end] == part.printed
        for fact in decision.facts:
            assert fact.before is None or (
                text[fact.before.start : fact.before.end] == fact.before.printed
            )
        for place in told(decision):
            assert decision.start <= place.start <= place.end <= decision.end


@given(st.lists(st.sampled_from(LINES), min_size=4, max_size=12, unique=True))
def test_no_break_spaces_and_empty_lines_change_no_document(lines: list[str]) -> None:
    outlines = []
    for text in ("\n".join(lines), "\n\n".join(line.replace(" ", " \u00a0") for line in lines)):
        try:
            found = draft.read(received.pasted(text))
        except IntakeError as error:
            outlines.append(type(error).__name__)
            continue
        outlines.append([(each.number, each.signed_on, each.kind) for each in found.decisions])
    assert outlines[0] == outlines[1]


@pytest.mark.parametrize(
    "piece",
    [
        *("giao Sở ", "do Sở a, ban ", "yêu cầu UBND các huyện, ", "từ 5 lên ", "thành “5 xã” "),
        *("trước ngày ", "đến hết quý ", "trong tháng 3 ", "1. Sở Y tế: ", "kèm theo Quy chế a "),
    ],
)
def test_no_text_makes_a_proposal_run_away(piece: str) -> None:
    """A pattern that tried every split would never come to the end of these."""
    text = "UBND tỉnh ban hành (số 12/QĐ-UBND ngày 05/3/2020) quyết định.\n" + piece * 600
    assert len(draft.read(received.pasted(text)).decisions) == 1
