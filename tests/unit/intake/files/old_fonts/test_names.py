"""A font's name tells whether its places are those of before Unicode."""

import pytest

from lsdash.intake.files.old_fonts import names
from lsdash.intake.files.old_fonts.letters import OldFont


@pytest.mark.parametrize(
    ("name", "font"),
    [
        (".VnTime", OldFont.TCVN3),
        (".VnTimeH", OldFont.TCVN3_CAPITALS),
        (".vnarialh", OldFont.TCVN3_CAPITALS),
        (".VnCentury Schoolbook", OldFont.TCVN3),
        ("GDNPMF+VnTimeHBold", OldFont.TCVN3_CAPITALS),  # as a PDF has it
        ("VnTime,Italic", OldFont.TCVN3),
        ("'.VnTime'", OldFont.TCVN3),
        ("VNI-Times", OldFont.VNI),
        ("vni helve", OldFont.VNI),
        ("Times New Roman", None),
        ("Vnpt", None),
        ("Vnu Sans", None),
        ("Symbol", None),
        ("", None),
    ],
)
def test_an_old_font_is_told_by_its_name(name: str, font: OldFont | None) -> None:
    assert names.told(name) is font
