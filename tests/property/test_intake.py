"""Whatever text is brought, reading it keeps its promises."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lsdash.errors import IntakeError
from lsdash.intake.files import received
from lsdash.intake.finding import citations
from lsdash.intake.finding.citations import Citation
from lsdash.intake.text.folding import fold

PIECES = [
    "Quyết định", "Luật", "Công văn", "văn bản", "các", "số", "Số:", "381", "4/2020", "1605a",
    "/QĐ-UBND", "-NQ/TU", "/UBND-KTTH", "/2020/QH14", "ngày", "05/3/2020", "05 tháng 3 năm 2020",
    "năm 2020", "của UBND tỉnh", "Lạng Sơn", "ban hành", "sửa đổi, bổ sung một số điều của", "và",
    ",", ";", ".", "(", ")", "/", "-", "–", " ", "\u00a0", "\n", "\n\n", "\u200b", "\u0301", "\x00",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join),
)


def said(found: list[Citation]) -> list[tuple[object, ...]]:
    return [(each.reference, each.kind, each.called, each.signed_on) for each in found]


@given(TEXTS)
def test_citations_stand_where_they_say_and_never_overlap(text: str) -> None:
    found = citations.find(text)
    assert all(text[each.start : each.end] == each.printed for each in found)
    assert all(each.start < each.end for each in found)
    edges = [edge for each in found for edge in (each.start, each.end)]
    assert edges == sorted(edges)


@given(TEXTS)
def test_loose_tone_marks_change_nothing(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    loose = unicodedata.normalize("NFD", text)
    assert said(citations.find(loose)) == said(citations.find(composed))


@given(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))
def test_odd_spaces_change_nothing(text: str) -> None:
    odd = text.replace(" ", " \u00a0\u200b")
    assert said(citations.find(odd)) == said(citations.find(text))


@given(TEXTS)
def test_every_part_of_a_folded_text_leads_back(text: str) -> None:
    folded = fold(text)
    for start in range(len(folded.text)):
        span = folded.span(start, start + 1)
        assert 0 <= span.start < span.end <= len(text)
    if folded.text:
        whole = folded.span(0, len(folded.text))
        assert fold(text[whole.start : whole.end]).text == folded.text


@given(st.one_of(st.binary(max_size=300), TEXTS.map(str.encode)), st.sampled_from(["a", "a.html"]))
def test_what_is_brought_is_read_or_refused(content: bytes, name: str) -> None:
    try:
        read = received.read(content, name)
    except IntakeError as error:
        assert "\n" not in str(error)
    else:
        assert read.text.strip()


@pytest.mark.parametrize(
    "piece",
    [
        "7", ".", " ", "/", "\n", "ngày ", "số ", "1/", "1, ", "12 và ", "Luật ", "A-",
        "Quyết định (", "số 1/QĐ-UBND, ", "1/QĐ-UBND; ", "381/QĐ-UBND của A ", "của A, ",
        "văn bản quy phạm pháp luật ", "số 5/2020/QĐ-UBND-A-B-C-D-E ", "a\u0301\u0323", "\u0301",
        "\u200b ", "Ngày 1/1/2020, A ", "Số: 1/QĐ-UBND | A, ", "Nghị quyết 1, ", "1 tháng ",
        "Luật sửa đổi a của ", "Công văn ngày 1/1/2020 ", "UBND tỉnh đã ban hành ", "1/VPCP-V.I.I",
    ],
)  # fmt: skip
def test_no_text_makes_reading_run_away(piece: str) -> None:
    """A pattern that tried every split would never come to the end of these."""
    text = piece * (50_000 // len(piece))
    assert len(citations.find(text)) <= len(text)
