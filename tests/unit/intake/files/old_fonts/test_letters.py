"""Each place of an old font is the letter that is drawn there."""

import shutil
import subprocess

import pytest

from lsdash.intake.files.old_fonts import letters
from lsdash.intake.files.old_fonts.letters import TCVN3, VNI, OldFont

SMALL = "aàáảãạăằắẳẵặâầấẩẫậđeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"


def test_every_vietnamese_letter_has_a_place() -> None:
    plain = set("aeiouy")
    assert set(TCVN3.values()) == (set(SMALL) - plain) | set("ĂÂĐÊÔƠƯ")
    assert set(VNI.values()) == {
        each for letter in set(SMALL) - plain for each in (letter, letter.upper())
    }


@pytest.mark.skipif(shutil.which("iconv") is None, reason="iconv is not on this machine")
def test_the_places_of_tcvn3_are_those_of_the_standard() -> None:
    """As the C library has them, by the name of the standard, TCVN 5712."""
    places = [each for each in TCVN3 if ord(each) < 0x100]
    told = subprocess.run(
        ["iconv", "-f", "TCVN5712-1", "-t", "UTF-8"],
        input="\n".join(places).encode("latin-1"),
        capture_output=True,
        check=False,
    )
    if told.returncode:
        pytest.skip("this iconv does not know TCVN 5712")
    assert told.stdout.decode().split("\n") == [TCVN3[each] for each in places]


@pytest.mark.parametrize(
    ("stored", "font", "word"),
    [
        ("nghÜa", OldFont.TCVN3, "nghĩa"),
        ("t\u00adëng", OldFont.TCVN3, "tưởng"),
        ("céng", OldFont.TCVN3_CAPITALS, "CỘNG"),
        ("TØNH", OldFont.TCVN3, "TỈNH"),  # capitals have no tones of their own
        ("Hµ", OldFont.TCVN3, "Hà"),
        ("TTg", OldFont.TCVN3_CAPITALS, "TTg"),  # as numbers of documents have it
        ("hoaø", OldFont.VNI, "hoà"),
        ("VIEÄT", OldFont.VNI, "VIỆT"),
        ("Quyeát", OldFont.VNI, "Quyết"),
        ("chiùnh", OldFont.VNI, "chính"),
        ("chính", OldFont.VNI, "chính"),
        ("÷", OldFont.TCVN3, "÷"),  # alone it is no word
    ],
)
def test_a_word_is_read_by_its_font(stored: str, font: OldFont, word: str) -> None:
    assert letters.word(stored, font) == word
