"""Text put together from pieces of a page: cells parted by bars, whatever space stands about."""

import re

from hypothesis import given
from hypothesis import strategies as st

from lsdash.intake.files.layout import Flow

PIECES = ["một", " ", "\n", "a | b", "\u00a0", "", "ROW", "CELL", "END", "LINE", "PARAGRAPH"]


def flowed(pieces: list[str]) -> str:
    flow = Flow()
    marks = {
        "ROW": flow.start_row,
        "CELL": flow.start_cell,
        "END": flow.end_row,
        "LINE": flow.break_line,
        "PARAGRAPH": flow.break_paragraph,
    }
    for piece in pieces:
        marks.get(piece, lambda piece=piece: flow.add(piece))()
    return flow.text()


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_every_word_is_kept_and_no_mark_is_left(pieces: list[str]) -> None:
    text = flowed(pieces)
    assert text.count("một") == pieces.count("một")
    assert re.search(r"\n{3,}|^\n|\n$", text) is None


def test_cells_are_parted_by_one_bar() -> None:
    first = ["ROW", "CELL", "a", "CELL", "\n", "LINE", "b", "END"]
    assert flowed([*first, "ROW", "CELL", "c", "CELL", "d", "END"]) == "a | b\n\nc | d"


def test_an_empty_cell_keeps_its_column() -> None:
    row = ["ROW", "CELL", "CELL", "a", "CELL", "CELL", "b", "CELL", "END"]
    assert flowed(["x", *row, "y"]) == "x\n\n| a | | b |\n\ny"


def test_a_page_of_nothing_but_line_ends_does_not_run_away() -> None:
    """To look for a cell from each of them would never come to the end of these."""
    assert flowed(["một", *["PARAGRAPH", "\n"] * 500_000, "hai"]) == "một\n\nhai"
