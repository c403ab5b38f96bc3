"""Letters on paper and in pictures: Chinese names are drawn, and what no font has is told."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader

from lsdash.export import fonts, typeset
from lsdash.export.fonts import letters

AT = datetime(2020, 3, 9, tzinfo=UTC)
NAMES = (
    "Bằng Tường 凭祥, Ninh Minh 宁明 寧明, Long Châu 龙州, Sùng Tả 崇左, Đông Hưng 东兴, 浦寨, 弄怀"
)


def drawing(words: str) -> dict[str, object]:
    drawn = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="40">'
        f'<text x="5" y="25" font-size="16" font-family="{fonts.FAMILY}">{words}</text></svg>'
    )
    return {"svg": drawn, "alt": words, "width": 900}


def picture(words: str) -> Image.Image:
    content = typeset.png("picture", drawing(words), ppi=72)
    return Image.open(BytesIO(content)).convert("L")


def test_chinese_names_have_letters() -> None:
    assert fonts.printable(NAMES) == NAMES
    known = letters.of(fonts.REGULAR) | letters.of(fonts.CHINESE)
    assert {ord(letter) for letter in NAMES} <= known


def test_two_chinese_names_make_two_pictures() -> None:
    """Boxes of letters that are missing would all look alike."""
    assert picture("凭祥").tobytes() != picture("宁明").tobytes()


def test_a_chinese_name_of_a_pdf_can_be_copied_from_it() -> None:
    made = typeset.pdf("picture", drawing(NAMES), dated=AT)
    assert "凭祥" in PdfReader(BytesIO(made)).pages[0].extract_text()


def test_a_chinese_letter_is_as_wide_as_it_is_high() -> None:
    assert fonts.width("凭祥", 10) == pytest.approx(20)
    assert fonts.width("Lạng 凭", 10) == pytest.approx(fonts.width("Lạng ", 10) + 10)
    assert len(fonts.wrapped("凭祥" * 20, 10, 100)) == 4


def test_what_no_font_has_is_printed_as_its_number() -> None:
    assert fonts.printable("a\u0e01b \U0001f600") == "a[U+0E01]b [U+1F600]"
    assert (
        fonts.printable("Lạng Sơn\u200b\u00a0≥ 5 m² – “ĐỦ”") == "Lạng Sơn\u200b\u00a0≥ 5 m² – “ĐỦ”"
    )


def test_vietnamese_needs_no_second_font() -> None:
    own = letters.of(fonts.REGULAR)
    alphabet = (
        "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
    )
    assert {ord(letter) for letter in alphabet + alphabet.upper()} <= own
