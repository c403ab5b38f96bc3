"""One spelling for matching, and the way back to what was received."""

import unicodedata

import pytest

from lsdash.intake.text.folding import Span, fold


@pytest.mark.parametrize(
    ("received", "text"),
    [
        ("Quyết định", "Quyết định"),
        (unicodedata.normalize("NFD", "Quyết định số 5/QĐ"), "Quyết định số 5/QĐ"),
        ("a\u00a0 b\t\tc", "a b c"),
        ("một dòng\nhai dòng\r\nba", "một dòng hai dòng ba"),
        ("đoạn một\n \nđoạn hai\u2029đoạn ba", "đoạn một\nđoạn hai\nđoạn ba"),
        ("a\u200bb\u202ec\u00adad\ufeff", "abcad"),
        ("5–7 — 6−1", "5-7 - 6-1"),
        ("3\u20444 và 3\u22154", "3/4 và 3/4"),
        ("Q\u00d0-UBND, \u00f0\u1ed3ng", "QĐ-UBND, đồng"),
        ("", ""),
    ],
)
def test_a_text_has_one_spelling(received: str, text: str) -> None:
    assert fold(received).text == text


def test_what_matches_is_found_in_the_text_as_received() -> None:
    received = unicodedata.normalize("NFD", "ký\u00a0\u00a0Quyết\u200b định  số") + " 5\u20137"
    folded = fold(received)
    for words in ("Quyết định", "số", "5-7", "ký Quyết", "7"):
        start = folded.text.index(words)
        span = folded.span(start, start + len(words))
        assert fold(received[span.start : span.end]).text == words


def test_a_dropped_mark_inside_belongs_to_the_span() -> None:
    assert fold("a5\u200b6b").span(1, 3) == Span(1, 4)
