"""Lines put together into paragraphs, each with its place in the text as received."""

import textwrap

import pytest

from lsdash.intake.text import paragraphs
from lsdash.settings import ROOT

BULLETIN = (ROOT / "tests" / "fixtures" / "bulletins" / "headed.txt").read_text(encoding="utf-8")


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in paragraphs.split(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Một.\nHai.\n\n \nBa.", ["Một.", "Hai.", "Ba."]),
        ("Nghị định số\n34/2016/NĐ-CP", ["Nghị định số 34/2016/NĐ-CP"]),  # within a citation
        ("Thành lập Tổ chuyển đổi số\nUBND tỉnh", ["Thành lập Tổ chuyển đổi số", "UBND tỉnh"]),
        ("phân bổ\ncho các huyện", ["phân bổ cho các huyện"]),  # goes on in lower case
        ("gồm:\na) cát;\nb) đá.", ["gồm:", "a) cát;", "b) đá."]),
        ("của\nUBND tỉnh", ["của UBND tỉnh"]),
        ("a\u0301\u00a0\u200b b\u2028C", ["á b", "C"]),
        (" \n\r\n\t", []),
    ],
)
def test_lines_become_paragraphs(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_a_paragraph_keeps_its_place_as_received() -> None:
    text = "  Một\u00a0 hai \r\n\r\n Ba."
    assert [text[each.start : each.end] for each in paragraphs.split(text)] == [
        "Một\u00a0 hai",
        "Ba.",
    ]


@pytest.mark.parametrize("width", [80, 90, 100])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_text_wrapped_at_a_width_is_put_together_again(width: int, between: str) -> None:
    lines = [line for line in BULLETIN.splitlines() if line.strip()]
    wrapped = between.join(textwrap.fill(line, width, break_on_hyphens=False) for line in lines)
    assert texts(wrapped) == texts(BULLETIN)


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("II. Lĩnh vực kinh tế", "roman"),
        ("3. Giao vốn", "number"),
        ("3) Giao vốn", "number"),
        ("b) Giao vốn", "letter"),
        ("- Giao vốn", "bullet"),
        ("3.500 triệu đồng", None),
        ("4/2020/QĐ-UBND", None),
        ("Giao vốn", None),
    ],
)
def test_what_opens_an_entry_of_a_list_is_told(text: str, style: str | None) -> None:
    (paragraph,) = paragraphs.split(text)
    assert paragraph.style == style
    assert paragraph.body == ("Giao vốn" if style and "Giao" in text else paragraph.body)
