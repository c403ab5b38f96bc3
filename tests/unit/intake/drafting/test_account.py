"""Every character of a bulletin belongs to something that the review shows."""

from decimal import Decimal
from pathlib import Path

import pytest

from lsdash.intake.drafting import account, draft
from lsdash.intake.drafting.model import Belongs, Draft
from lsdash.intake.files import received
from lsdash.settings import ROOT

FAILING = ROOT.parent / "shared" / "failing"
BULLETINS = sorted((ROOT / "tests" / "fixtures" / "bulletins").glob("*.txt"))
TITLE = "Chỉ đạo, điều hành nổi bật của UBND tỉnh trong tuần (ngày 09/3 đến ngày 15/3/2020)"
ROAD = "Ngày 10/3/2020, UBND tỉnh ban hành Quyết định số 71/QĐ-UBND về làm đường thôn Khau Ra."
TEXT = f"""Trang chủ

{TITLE}

Trong tuần tỉnh đã thu 70 tỷ đồng.

II. Lĩnh vực kinh tế

1. Làm đường

{ROAD}

Xã | Tiền

Tân Tri | 300 triệu đồng

2. Thăm hỏi

Ngày 12/3/2020, lãnh đạo tỉnh thăm 40 hộ dân.

N.V.A
"""


def read(text: str) -> Draft:
    return draft.read(received.pasted(text))


def closes(text: str, found: Draft) -> bool:
    """The parts follow each other from the first character to the last."""
    ends = [0, *(part.end for part in found.account)]
    return ends[-1] == len(text) and [part.start for part in found.account] == ends[:-1]


def of(text: str, found: Draft, belongs: Belongs) -> list[str]:
    return [
        text[part.start : part.end].strip() for part in found.account if part.belongs is belongs
    ]


def test_each_part_of_a_text_is_told_for_what_it_is() -> None:
    found = read(TEXT)
    assert closes(TEXT, found)
    assert of(TEXT, found, Belongs.FURNITURE) == ["Trang chủ"]
    assert of(TEXT, found, Belongs.TITLE) == [TITLE]
    assert of(TEXT, found, Belongs.NO_ITEM) == ["Trong tuần tỉnh đã thu 70 tỷ đồng."]
    assert of(TEXT, found, Belongs.GROUP) == ["II. Lĩnh vực kinh tế"]
    assert of(TEXT, found, Belongs.HEADING) == ["1. Làm đường"]
    assert of(TEXT, found, Belongs.ITEM) == [ROAD]
    assert of(TEXT, found, Belongs.ROW) == ["Xã | Tiền", "Tân Tri | 300 triệu đồng"]
    assert of(TEXT, found, Belongs.AUTHOR) == ["N.V.A"]
    visit = ["2. Thăm hỏi", "Ngày 12/3/2020, lãnh đạo tỉnh thăm 40 hộ dân."]
    assert of(TEXT, found, Belongs.NO_DOCUMENT) == visit


def test_figures_of_no_document_stand_in_a_list_of_their_own() -> None:
    found = read(TEXT)
    told = [[fact.printed for fact in each.facts] for each in found.loose]
    assert told == [["70 tỷ đồng"], ["40 hộ dân"]]
    for each in found.loose:
        assert each.start < each.end
        for fact in each.facts:
            assert TEXT[fact.start : fact.end] == fact.printed
            assert each.start <= fact.start < fact.end <= each.end


@pytest.mark.parametrize("file", BULLETINS, ids=lambda file: file.stem)
def test_the_account_of_every_invented_bulletin_closes(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    found = read(text)
    assert closes(text, found)
    assert sum(part.end - part.start for part in found.account) == len(text)


def test_nothing_has_no_parts_but_the_whole() -> None:
    assert account.close("", []) == ()


MONEY = {
    "02_lines_without_stop_lost.txt": ("451/QĐ-UBND", [1_500_000_000, 1_000_000_000]),
    "03_last_row_goes_to_next_document.docx": ("451/QĐ-UBND", [1_500_000_000, 1_000_000_000]),
    "04_empty_cells_glue_rows.docx": ("451/QĐ-UBND", [1_500_000_000, 1_000_000_000]),
    "05_page_inside_a_form.html": ("52/KH-UBND", [12_000]),
    "07_raised_note_marks.docx": ("451/QĐ-UBND", [85]),
    "07_raised_note_marks.html": ("451/QĐ-UBND", [85, 12]),
    "08_footnote_lost.docx": ("451/QĐ-UBND", [2_500_000_000, 700_000_000]),
    "10_hidden_text_read.docx": ("451/QĐ-UBND", [2_500_000_000]),
    "10_struck_text_read.docx": ("451/QĐ-UBND", [2_500_000_000]),
    "21_turned_page.pdf": ("52/KH-UBND", [12_000]),
}


@pytest.mark.skipif(not FAILING.exists(), reason="the inputs are not in the repository")
@pytest.mark.parametrize("name", MONEY)
def test_inputs_that_once_lost_a_figure_keep_it_in_its_document(name: str) -> None:
    brought = received.read((FAILING / name).read_bytes(), name)
    found = draft.read(brought)
    number, values = MONEY[name]
    decisions = {each.number: each for each in found.decisions}
    assert [fact.low for fact in decisions[number].facts] == [Decimal(value) for value in values]
    assert closes(brought.text, found)
    assert not any(each.facts or each.unread for each in found.loose)
    told = [fact for each in found.decisions for fact in each.facts]
    assert len(told) == len(values) + (1 if {"02", "03", "04"} & {name[:2]} else 0)
