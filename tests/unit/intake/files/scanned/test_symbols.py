"""A document's symbol is read as the one that there is."""

import pytest

from lsdash.intake.files.scanned import symbols


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("12/2016/NO-HĐND", "12/2016/NQ-HĐND"),
        ("421/OĐ-UBND,", "421/QĐ-UBND,"),
        ("77/TTr-STC", "77/TTr-STC"),
        ("1/CTO-UBND", "1/CTO-UBND"),
        ("NO-HĐND", "NO-HĐND"),
    ],
)
def test_a_q_is_read_where_only_that_is_a_symbol(read: str, meant: str) -> None:
    assert symbols.mended(read) == meant
