"""Figures of a document that are the parts of another: `a + b = c`, found and checked.

Parts follow their whole, or a total follows them. Where words say that the parts are all of it
and they do not add up, the sum is proposed all the same: it does not close.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, combinations

from lsdash.intake.quantities import Quantity
from lsdash.vocabulary import Bound, FigureKind, Unit

IN_ONE_UNIT = {
    Unit.TONNE: (Unit.KG, 1000),
    Unit.HECTARE: (Unit.M2, 10_000),
    Unit.KM2: (Unit.M2, 1_000_000),
}
"""A whole may be printed in tonnes and its parts in kilograms."""

ALL_OF_IT = re.compile(
    r"\b(?:cụ thể|gồm|bao gồm|chia ra|được chia|như sau|chi tiết)\b", re.IGNORECASE
)
SOME_OF_IT = re.compile(r"\btrong đó\b", re.IGNORECASE)
TOTAL = re.compile(r"\b(?:tổng|cộng)\b", re.IGNORECASE)
GRAND_TOTAL = re.compile(r"\b(?:tổng cộng|cộng chung|tổng cả)\b", re.IGNORECASE)
STOP = re.compile(r"\.(?=\s|$)")

REACH = 200
"""Characters beside a figure in which words about a sum are looked for."""

MOST_PARTS = 60
MOST_CHOSEN_FROM = 12
"""Figures among which the parts are searched for where others stand between them."""

SURE_FROM = 100
"""A sum that closes without words about it is proposed from this size on: 1 + 1 = 2 is not."""


@dataclass(frozen=True)
class Sum:
    """Positions among the figures given. `difference` is whole less parts, in the parts' unit."""

    whole: int
    parts: tuple[int, ...]
    difference: Decimal

    @property
    def closes(self) -> bool:
        return self.difference == 0


def find(text: str, figures: Sequence[Quantity]) -> list[Sum]:
    """The sums among the figures of one document, which stand in `text` in this order."""
    summands = [at for at, figure in enumerate(figures) if _is_summand(figure)]
    found: list[Sum] = []
    taken: set[int] = set()
    for place, whole in enumerate(summands):
        after = _like(figures, whole, summands[place + 1 :])
        before = _like(figures, whole, summands[:place][::-1])
        free = [at for at in before if at not in taken]
        proposed = _parts_after(text, figures, whole, after) or _total(text, figures, whole, free)
        if proposed and not taken & set(proposed.parts):
            found.append(proposed)
            taken |= set(proposed.parts)
    return found


def _is_summand(figure: Quantity) -> bool:
    return (
        figure.kind not in {FigureKind.DATE, FigureKind.DURATION}
        and figure.bound == Bound.EXACT
        and figure.low is not None
        and figure.low > 0
    )


def _like(figures: Sequence[Quantity], whole: int, others: Sequence[int]) -> list[int]:
    """Those of the figures beside the whole that are in its unit, the nearest first."""
    unit = _measured(figures[whole])[0]
    return [at for at in others[:MOST_PARTS] if _measured(figures[at])[0] == unit]


def _measured(figure: Quantity) -> tuple[str, Decimal]:
    unit, times = IN_ONE_UNIT.get(Unit(figure.unit), (figure.unit, 1))
    return unit, (figure.low or Decimal(0)) * times


def _parts_after(
    text: str, figures: Sequence[Quantity], whole: int, run: Sequence[int]
) -> Sum | None:
    if len(run) < 2:
        return None
    said = text[figures[whole].end : figures[run[0]].start][-REACH:]
    is_all, is_some = bool(ALL_OF_IT.search(said)), bool(SOME_OF_IT.search(said))
    size = _measured(figures[whole])[1]
    if size >= SURE_FROM or is_all or is_some:
        for parts in _leading(figures, run, size):
            return Sum(whole, parts, Decimal(0))
    if not is_all and not is_some:
        return None
    listed = [at for at in run if not STOP.search(text, figures[whole].end, figures[at].start)]
    for parts in _chosen(figures, listed, size):
        return Sum(whole, parts, Decimal(0))
    difference = size - sum(_measured(figures[at])[1] for at in listed)
    if len(listed) < 2 or (is_some and not is_all and difference > 0):
        return None
    return Sum(whole, tuple(listed), difference)


def _total(text: str, figures: Sequence[Quantity], whole: int, run: Sequence[int]) -> Sum | None:
    """The whole as a total of the figures before it, the nearest first."""
    if len(run) < 2:
        return None
    said = text[figures[run[0]].end : figures[whole].start][-REACH:]
    if not TOTAL.search(said):
        return None
    size = _measured(figures[whole])[1]
    for parts in _leading(figures, run, size):
        return Sum(whole, parts[::-1], Decimal(0))
    if not GRAND_TOTAL.search(said):
        return None
    return Sum(whole, tuple(run[::-1]), size - sum(_measured(figures[at])[1] for at in run))


def _leading(
    figures: Sequence[Quantity], run: Sequence[int], size: Decimal
) -> Iterator[tuple[int, ...]]:
    """The first figures of the run, two or more, that add up to `size`."""
    sums = accumulate(_measured(figures[at])[1] for at in run)
    for count, total in enumerate(sums, start=1):
        if total == size and count >= 2:
            yield tuple(run[:count])


def _chosen(
    figures: Sequence[Quantity], run: Sequence[int], size: Decimal
) -> Iterator[tuple[int, ...]]:
    """Figures out of the run that add up to `size`, the most of them first."""
    among = run[:MOST_CHOSEN_FROM]
    for count in range(len(among), 1, -1):
        for parts in combinations(among, count):
            if sum(_measured(figures[at])[1] for at in parts) == size:
                yield parts
