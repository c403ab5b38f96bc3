"""A Vietnamese syllable is told by how it is spelt."""

import unicodedata

import pytest

from lsdash.intake.text.syllables import is_syllable

WORDS = "Quyết định của Ủy ban nhân dân tỉnh về nghiêng khuỷu giữ gìn quốc yêu quỳnh hoà hòa ưu"


@pytest.mark.parametrize("word", WORDS.split())
def test_a_syllable_is_one_in_whatever_case_and_order_of_marks(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(word.upper())
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize(
    "word", ["®iÒu", "ñieàu", "cña", "QĐ", "Présenté", "các̀", "cạch̉", "toàc", "ngh", "", "12"]
)
def test_what_is_spelt_otherwise_is_none(word: str) -> None:
    assert not is_syllable(word)
