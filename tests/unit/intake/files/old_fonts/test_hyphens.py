"""In a PDF the letter ư of TCVN3 is a hyphen, told from a real one by what it spells."""

import pytest

from lsdash.intake.files.old_fonts import converted, hyphens, marked


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("Thñ t-íng, nh- sau", "Thủ tướng, như sau"),
        ("-u tiªn, -¬ng, l-u ý, ®-îc", "ưu tiên, ương, lưu ý, được"),
        ("sè 52/Q§-UBND, §éc lËp-Tù do", "số 52/QĐ-UBND, Độc lập-Tự do"),
        ("b- Néi dung", "b- Nội dung"),
        ("T- ph¸p", "Tư pháp"),
        ("n¨m 2006 - 2010", "năm 2006 - 2010"),
    ],
)
def test_a_hyphen_is_a_letter_where_nothing_else_makes_a_word(line: str, read: str) -> None:
    told = hyphens.read(marked.marked(line, ".VnTime"))
    assert converted.read(told, "")[0] == read


def test_a_hyphen_of_another_font_stays() -> None:
    assert hyphens.read("Thñ t-íng") == "Thñ t-íng"
