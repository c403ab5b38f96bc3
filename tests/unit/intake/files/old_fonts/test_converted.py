"""Text of old fonts becomes Unicode, with what was stored kept beside it; all other text stays."""

import pytest

from lsdash.errors import OldFontError
from lsdash.intake.files.old_fonts import converted, marked
from lsdash.intake.files.old_fonts.converted import Converted
from lsdash.intake.files.old_fonts.letters import OldFont

TCVN3 = "QuyÕt ®Þnh sè 52/Q§-UBND cña UBND tØnh"
VNI = "Quyeát ñònh soá 52/QÑ-UBND cuûa UBND tænh"
UNICODE = "Quyết định số 52/QĐ-UBND của UBND tỉnh"


def read(text: str) -> str:
    return converted.read(text, "tin.txt")[0]


@pytest.mark.parametrize(("stored", "font"), [(TCVN3, OldFont.TCVN3), (VNI, OldFont.VNI)])
def test_a_text_without_fonts_is_told_by_what_it_spells(stored: str, font: OldFont) -> None:
    text, found = converted.read(f"{stored}\n{UNICODE}", "tin.txt")
    assert text == f"{UNICODE}\n{UNICODE}"
    assert found == (Converted(0, len(UNICODE), stored, font),)


@pytest.mark.parametrize(
    "text",
    [
        UNICODE,
        "Số 12 «Quyết định» Word® UBND¹ 3×5 m² (6,00 ÷ 6,50) % § 3, 10 µg",
        "Présenté à l'assemblée générale, où l'élève François a reçu très peu d'aide à Noël.",
        "El niño comió piñas en Málaga y habló español; después salió rápido.",
        "Müller fährt über die Straße nach Köln.",
        "",
    ],
)
def test_other_text_stays_as_it_is(text: str) -> None:
    assert converted.read(text, "tin.txt") == (text, ())


def test_a_paragraph_that_is_sure_of_nothing_is_of_its_neighbours() -> None:
    assert read(f"{TCVN3}\nSè: 144\n{TCVN3}").split("\n")[1] == "Số: 144"
    assert read(f"{UNICODE}\nCô ấy\n{UNICODE}").split("\n")[1] == "Cô ấy"


def test_paragraphs_of_three_kinds_are_told_apart() -> None:
    lines = (UNICODE, TCVN3, VNI, "VÒ y tÕ: 5", "Soá: 144 /2002/QÑ/BTC")
    read_as = (UNICODE, UNICODE, UNICODE, "Về y tế: 5", "Số: 144 /2002/QĐ/BTC")
    assert read("\n".join(lines)) == "\n".join(read_as)


def test_one_word_of_unicode_among_old_ones_stays() -> None:
    assert read(f"{TCVN3} Nguyễn") == f"{UNICODE} Nguyễn"


def test_a_paragraph_of_both_is_refused_by_its_place_where_a_word_may_be_of_either() -> None:
    with pytest.raises(OldFontError) as refused:
        read(f"{UNICODE}\n\nQuyÕt ®Þnh vÒ mức phí của tỉnh, huyện, cô «ng")
    assert refused.value.paragraph == 2
    assert refused.value.begins.startswith("QuyÕt ®Þnh")


def test_what_the_file_says_of_its_fonts_counts_word_by_word() -> None:
    both = f"{marked.marked('céng hoµ', '.VnTimeH')} {marked.marked('Vieät', 'VNI-Times')} cô"
    text, found = converted.read(both, "tin.docx")
    assert text == "CỘNG HOÀ Việt cô"
    assert [each.font for each in found] == [OldFont.TCVN3_CAPITALS, OldFont.VNI]
    assert [text[each.start : each.end] for each in found] == ["CỘNG HOÀ", "Việt"]


def test_letters_typed_in_unicode_under_an_old_font_stay() -> None:
    assert read(marked.marked("Nguyễn Đức Cảnh, cô án", ".VnTime")) == "Nguyễn Đức Cảnh, cô án"


def test_a_letter_of_vni_may_stand_in_another_run_than_its_mark() -> None:
    runs = (marked.marked(each, "VNI-Times") for each in ("U", "Û", "Y BAN"))
    assert read("".join(runs)) == "ỦY BAN"


def test_a_font_that_calls_its_letters_signs_is_read_by_its_places() -> None:
    assert (
        read(marked.marked("cñ\uf061".replace("ñ", "\uf0f1").replace("\uf061", "a"), ".VnTime"))
        == "của"
    )


def test_marks_that_a_file_brings_are_none_of_ours() -> None:
    assert marked.marked("\U000f0041", ".VnTime") != "\U000f0041"
    assert read(marked.unmarked("\U000f0041")) == "□"
