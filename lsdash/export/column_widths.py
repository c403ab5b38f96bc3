"""How wide the columns of a printed table are: as many lines saved as the page's width can buy."""

from collections.abc import Iterable, Sequence

from lsdash.export import fonts

STEPS = 80
SLACK = 1.08
"""Lines break at words, so that a text needs a little more room than its own width."""

STEEP = 3

SAMPLE = 60
"""Rows that the widths are fitted to."""


def widths(rows: Sequence[Sequence[str]], room: float, size: float) -> list[float]:
    """Widths that together fill `room`, for texts set in `size`, heads among the rows.

    Each column begins as wide as its longest word. What is left goes, step by step, to the column
    where it saves most height; where nothing saves any more, all columns grow alike. Words wider
    than the room together share it.
    """
    sample = rows[:SAMPLE]
    needs = [[fonts.width(cell, size) * SLACK for cell in row] for row in sample]
    columns = range(len(rows[0]))
    found = [
        max(fonts.width(word, size, bold=True) for row in sample for word in row[at].split() or "x")
        for at in columns
    ]
    step = max(0.0, room - sum(found)) / STEPS
    for _ in range(STEPS):
        saved = [
            _height(column, width) - _height(column, width + step)
            for column, width in zip(zip(*needs, strict=True), found, strict=True)
        ]
        most = max(saved)
        if most <= 0:
            break
        found[saved.index(most)] += step
    return [width * room / sum(found) for width in found]


def _height(needs: Iterable[float], width: float) -> float:
    """How much a column of this width adds to the height of its rows.

    A power of its lines: a row is as high as its highest cell, so the highest counts most.
    """
    return sum(max(1.0, need / width) ** STEEP for need in needs)
