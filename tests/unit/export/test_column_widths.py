"""Columns of printed tables: they fill the page, hold their words, and save lines."""

import pytest

from lsdash.export import column_widths, fonts

ROOM, SIZE = 480.0, 9.0


def test_the_columns_fill_the_room() -> None:
    rows = [["Số", "Nội dung"], ["1", "một câu dài " * 20], ["22", "câu"]]
    assert sum(column_widths.widths(rows, ROOM, SIZE)) == pytest.approx(ROOM)


def test_sentences_get_more_than_numbers() -> None:
    number, sentence = column_widths.widths([["10.000", "một câu dài " * 20]], ROOM, SIZE)
    assert sentence > 5 * number


def test_no_column_is_narrower_than_its_longest_word() -> None:
    rows = [["1270/UBND-KTTH", "một câu dài " * 60, "x " * 300]]
    found = column_widths.widths(rows, ROOM, SIZE)
    assert found[0] + 1e-6 >= fonts.width("1270/UBND-KTTH", SIZE, bold=True)


def test_like_columns_are_alike() -> None:
    one, other = column_widths.widths([["năm 2020 và 2021"] * 2] * 3, ROOM, SIZE)
    assert one == pytest.approx(other, rel=0.05)


def test_an_empty_column_takes_no_words() -> None:
    assert len(column_widths.widths([["", "a"]], ROOM, SIZE)) == 2


def test_letters_with_marks_are_as_wide_as_their_letter() -> None:
    assert fonts.width("ố", SIZE) == pytest.approx(fonts.width("o", SIZE), rel=0.15)
    assert fonts.width("Lạng Sơn", SIZE, bold=True) > fonts.width("Lạng Sơn", SIZE)


def test_text_is_wrapped_to_its_room_and_keeps_its_words() -> None:
    text = "Phân bổ chi tiết kinh phí hỗ trợ giao thông nông thôn đợt 1 năm 2020"
    lines = fonts.wrapped(text, 20, 200)
    assert " ".join(lines) == text
    assert all(fonts.width(line, 20) <= 200 for line in lines)


def test_a_word_wider_than_its_room_is_broken_and_nothing_is_lost() -> None:
    link = "https://dashboard.example/border_labor?release=2020w10-00000000&show=planner&days=30"
    lines = fonts.wrapped(link, 13, 200)
    assert "".join(lines) == link
    assert all(fonts.width(line, 13) <= 200 for line in lines)
