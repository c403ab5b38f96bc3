"""Blocks that pages are made of."""

from lsdash.contents.blocks import Row, Rows, line


def test_rows_are_written_once_and_only_where_they_are_looked_at() -> None:
    written: list[int] = []

    def write(number: int) -> Row:
        written.append(number)
        return (line(f"row {number}"),)

    rows = Rows(range(100), write)
    first, others = rows[:2], rows[2:]
    assert (len(rows), len(first), len(others)) == (100, 2, 98)
    assert written == []
    assert [*first] == [(line("row 0"),), (line("row 1"),)]
    assert others[-1] == rows[99] == (line("row 99"),)
    assert written == [0, 1, 99]
