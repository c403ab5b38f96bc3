"""Words read without a space are parted where the letters leave one way to do it."""

import pytest

from lsdash.intake.files.scanned import syllables


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("thànhphố", "thành phố"),
        ("TỈNHLẠNG", "TỈNH LẠNG"),
        ("BắcSơn,", "Bắc Sơn,"),
        ("phảnánh", "phảnánh"),  # phản ánh, phả nánh
        ("nghiêng", "nghiêng"),
        ("khuyến", "khuyến"),
        ("video", "video"),
        ("12/2016/NQ-HĐND", "12/2016/NQ-HĐND"),
    ],
)
def test_two_syllables_are_parted_and_one_is_not(read: str, meant: str) -> None:
    assert syllables.parted(read) == meant
