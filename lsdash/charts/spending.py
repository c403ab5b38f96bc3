"""Money of a week: what is decided, planned and asked for, one bar each on one scale."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lsdash.charts.money import WHOLES
from lsdash.charts.rows import Axis, Figure, Mark, Row, draw
from lsdash.charts.style import Fill, Theme

FILLS: Mapping[str, Sequence[Fill]] = {
    "decided": WHOLES,
    "planned": (Fill.PAST, Fill.SECOND),
    "proposed": (Fill.REQUEST,),
}
"""What is decided has the colours that it has on its own page."""


@dataclass(frozen=True)
class Piece:
    """One member of a sum: how much, in words on the bar and in whole when pointed at."""

    value: float
    written: str
    hover: str
    source: tuple[str, str]
    """(document slug, fact slug): what opens when it is clicked."""


@dataclass(frozen=True)
class Bar:
    """A sum under its words, made of its pieces."""

    status: str
    head: str
    pieces: tuple[Piece, ...]

    @property
    def length(self) -> float:
        return sum(piece.value for piece in self.pieces)


def by_status(bars: Sequence[Bar], theme: Theme) -> Figure:
    """The bars from top to bottom; those of one currency only, which share the scale."""
    rows = [Row(bar.head, marks=_marks(bar)) for bar in bars]
    return draw(rows, Axis(0, max(bar.length for bar in bars) * 1.02), theme)


def _marks(bar: Bar) -> tuple[Mark, ...]:
    fills = FILLS[bar.status]
    marks: list[Mark] = []
    start = 0.0
    for at, piece in enumerate(bar.pieces):
        end = start + piece.value
        fill = fills[at % len(fills)]
        marks.append(Mark(start, end, fill, piece.written, piece.hover, piece.source))
        start = end
    return tuple(marks)
