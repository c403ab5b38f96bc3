"""Rows are kept within a bound: those longest unused make room, and a long answer keeps none."""

from lsdash.store.kept import MOST_AT_ONCE, MOST_ROWS, Kept


def test_rows_are_found_by_question_and_by_what_they_are_about() -> None:
    kept = Kept()
    kept.keep("facts", {7: ("a", "b"), 8: ()})
    kept.keep("flags", {7: ("c",)})
    assert kept.find("facts", (7, 8, 9)) == {7: ("a", "b"), 8: ()}
    assert kept.find("flags", (8, 7)) == {7: ("c",)}
    assert kept.find("changes", (7,)) == {}


def test_rows_that_were_not_asked_for_the_longest_make_room() -> None:
    kept = Kept(most=4)
    for number in range(4):
        kept.keep("documents", {number: (number,)})
    kept.find("documents", (0,))
    kept.keep("facts", {9: ("a", "b")})
    assert kept.find("documents", range(4)) == {0: (0,), 3: (3,)}
    assert len(kept) == 4


def test_what_is_known_to_have_no_rows_counts_as_one() -> None:
    kept = Kept(most=3)
    for slug in ("a", "b", "c", "d"):
        kept.keep("numbers", {slug: ()})
    assert kept.find("numbers", "abcd") == {"b": (), "c": (), "d": ()}


def test_an_answer_that_is_kept_again_counts_once() -> None:
    kept = Kept()
    for _ in range(3):
        kept.keep("facts", {1: ("a", "b")})
    assert len(kept) == 2


def test_an_answer_that_would_drive_out_the_rest_is_not_kept() -> None:
    kept = Kept()
    kept.keep("facts", {1: ("a",)})
    kept.keep("facts", dict.fromkeys(range(2, 3 + MOST_AT_ONCE), ("b",)))
    assert len(kept) == 1
    kept.keep("facts", dict.fromkeys(range(2, 2 + MOST_AT_ONCE), ("b",)))
    assert len(kept) == 1 + MOST_AT_ONCE < MOST_ROWS
