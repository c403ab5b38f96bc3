"""Figures of a document that are the parts of another: `a + b = c`, found and checked.

Parts follow their whole, or a total follows them. Where words say that the parts are all of it
and they do not add up, the sum is proposed all the same: it does not close.
"""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate, combinations, groupby

from lsdash.intake.finding.quantities import Quantity
from lsdash.intake.text import normalized
from lsdash.quantities.doubts import Doubt
from lsdash.vocabulary import Bound, Direction, FigureKind, Unit

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
EACH = re.compile(r"\b(?:mỗi|từng|bình quân)\b[^,;:.()\d]{0,40}$", re.IGNORECASE)
EACH_REACH = 50
"""Before a figure: it is that of each of several."""

STOP = re.compile(r"\.(?=\s|$)")

LIST_END = re.compile(rf"[\n\r\t|]|{STOP.pattern}")
"""What a list of bare numbers does not go on over: cells of a table have their own units."""

CHANGES = (Direction.INCREASE, Direction.DECREASE)
"""By how much something goes up or down is no part of what it then is."""

REACH = 200
"""Characters beside a figure in which words about a sum are looked for."""

MOST_PARTS = 60
MOST_CHOSEN_FROM = 12
"""Figures among which the parts are searched for where others stand between them."""

MOST_BETWEEN = 80
"""Characters at most between two members of a list of names."""

NAME = rf"(?:(?:các|huyện|xã|thành phố) )?[{normalized.CAPITALS}](?:[^\W\d_]|[ .&-]){{1,60}} "
NEXT_NAME = re.compile(rf"[,;] (?:và )?{NAME}| và {NAME}")
NAMED = re.compile(rf"(?:[,:;(]|gồm|là|như) ?{NAME}$")
ENDS_MEMBER = re.compile(r" ?[,;.)](?!\d)| và |\s*$|\n")
"""Of a list whose unit is printed once: `Tân Thanh 120, Cốc Nam 45 xe`."""

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


@dataclass(frozen=True)
class _Summand:
    """A figure in a unit that its parts or its whole may be in too."""

    at: int
    start: int
    end: int
    unit: str
    """What is counted, where no unit of measure tells: `huyện`, `liều`; with what it is by."""
    size: Decimal
    is_sure: bool
    """Not only estimated: an estimate may have parts, and is none itself."""


def find(text: str, figures: Sequence[Quantity]) -> list[Sum]:
    """The sums among the figures of one document, which stand in `text` in this order."""
    each_of = [figure.start for figure in figures if _is_of_each(text, figure)]
    summands = [
        _summand(at, figure)
        for at, figure in enumerate(figures)
        if _adds(figure) and figure.start not in each_of
    ]
    found: list[Sum] = []
    taken: set[int] = set()
    for is_second in (False, True):  # then those whose parts have parts of their own
        for place, whole in enumerate(summands):
            if is_second and any(each.whole == whole.at for each in found):
                continue
            proposed = _proposed(text, summands, place, taken, is_second=is_second)
            if proposed is None or taken & set(proposed.parts):
                continue
            if proposed.closes or _may_be_open(whole, proposed, figures, each_of):
                found.append(proposed)
                taken |= set(proposed.parts)
    return sorted(found, key=lambda each: each.whole)


def _proposed(
    text: str, summands: Sequence[_Summand], place: int, taken: Set[int], *, is_second: bool
) -> Sum | None:
    """The sum whose whole stands at this place among the summands."""
    whole = summands[place]
    after = [each for each in summands[place + 1 : place + 1 + MOST_PARTS] if _may_add(each, whole)]
    if is_second:
        free = [each for each in after if each.at not in taken]
        proposed = _parts_after(text, whole, free) if len(free) < len(after) else None
        return proposed if proposed and proposed.closes else None
    before = [
        each for each in summands[max(0, place - MOST_PARTS) : place] if _may_add(each, whole)
    ]
    free = [each for each in reversed(before) if each.at not in taken]
    return _parts_after(text, whole, after) or _total(text, whole, free)


def _may_add(part: _Summand, whole: _Summand) -> bool:
    return part.is_sure and part.unit == whole.unit


def with_shared_unit(text: str, figures: Sequence[Quantity]) -> list[Quantity]:
    """The figures, bare numbers with the unit of the whole before them that they come to.

    `400 chỉ tiêu (nghề Điện 150, nghề Hàn 250)`: that they add up says what they count.
    """
    found = list(figures)
    for at, whole in enumerate(figures):
        if not _adds(whole) or whole.bound is not Bound.EXACT or _is_bare(whole):
            continue
        run: list[int] = []
        for place in range(at + 1, min(len(figures), at + 1 + MOST_PARTS)):
            part = figures[place]
            if LIST_END.search(text, whole.end, part.start):
                break
            if _is_bare(part):
                run.append(place)
            elif run:
                run += [place] if _ends_list(part, whole) else []
                break
            elif part.unit is whole.unit:
                break
        sizes = [_size_in(figures[place], whole) for place in run]
        counts = [count for count, total in enumerate(accumulate(sizes), 1) if total == whole.low]
        if counts and counts[0] > 1:
            for place, size in zip(run[: counts[0]], sizes, strict=False):
                found[place] = _like(whole, figures[place], size)
    return found


def with_neighbours_unit(text: str, figures: Sequence[Quantity]) -> list[Quantity]:
    """The figures, bare members of a list with the unit that all its other members have.

    Unlike parts that add up, nothing proves what such a number counts: a doubt says so.
    """
    found = list(figures)
    for run in _runs(text, figures):
        told = {(each.kind, each.unit, each.noun) for each in run.values() if not _is_bare(each)}
        if len(told) != 1:
            continue
        [(kind, unit, noun)] = told
        for at, each in run.items():
            if _is_bare(each):
                kept = [flag for flag in each.flags if flag is not Doubt.NO_UNIT]
                flags = (*kept, Doubt.UNIT_ASSUMED)
                found[at] = replace(each, kind=kind, unit=unit, noun=noun, flags=flags)
    return found


def _runs(text: str, figures: Sequence[Quantity]) -> Iterator[dict[int, Quantity]]:
    """Members of one list by their position, where a bare number is among them."""
    heads: list[int] = []
    for at, each in enumerate(figures):
        is_linked = at > 0 and _is_linked(text, figures[at - 1], each)
        heads.append(heads[-1] if is_linked else at)
    for head, members in groupby(range(len(figures)), key=heads.__getitem__):
        run = {at: figures[at] for at in members}
        start = figures[head].start
        before = max(0, start - MOST_BETWEEN), start
        is_named = not _is_bare(figures[head]) or NAMED.search(text, *before)
        if len(run) > 1 and is_named and any(map(_is_bare, run.values())):
            yield run


def _is_linked(text: str, one: Quantity, other: Quantity) -> bool:
    if other.start - one.end > MOST_BETWEEN or not (_is_member(one) and _is_member(other)):
        return False
    is_ended = not _is_bare(other) or ENDS_MEMBER.match(text, other.end)
    return bool(is_ended and NEXT_NAME.fullmatch(text, one.end, other.start))


def _is_member(figure: Quantity) -> bool:
    is_plain = figure.bound is Bound.EXACT and figure.scale == 1 and figure.of is None
    return is_plain and (figure.kind is FigureKind.COUNT or _is_bare(figure))


def _ends_list(part: Quantity, whole: Quantity) -> bool:
    """`65 trđ cho 3 dự án (15; 20; 30 trđ)`: the last of them prints the unit of all."""
    return part.unit is whole.unit and part.scale == whole.scale and part.bound is Bound.EXACT


def _size_in(part: Quantity, whole: Quantity) -> Decimal:
    return (part.low or Decimal(0)) * (whole.scale if _is_bare(part) else 1)


def _is_bare(figure: Quantity) -> bool:
    is_plain = figure.bound is Bound.EXACT and figure.of is None and not figure.sides
    return Doubt.NO_UNIT in figure.flags and is_plain and (figure.low or 0) > 0


def _like(whole: Quantity, part: Quantity, size: Decimal) -> Quantity:
    kept = tuple(each for each in part.flags if each is not Doubt.NO_UNIT)
    return replace(
        part, kind=whole.kind, unit=whole.unit, noun=whole.noun, low=size, high=size,
        scale=whole.scale, flags=kept,
    )  # fmt: skip


def _adds(figure: Quantity) -> bool:
    return (
        figure.kind not in {FigureKind.DATE, FigureKind.DURATION}
        and (figure.bound is Bound.EXACT or _is_estimate(figure))
        and figure.low is not None
        and figure.low > 0
        and figure.direction not in CHANGES
    )


def _is_estimate(figure: Quantity) -> bool:
    """`ước đạt 4.512,6 tỷ đồng`: it may have parts; `khoảng 4.500 tỷ đồng` is too loose for any."""
    return figure.bound is Bound.APPROXIMATELY and figure.printed[:1].isdigit()


def _summand(at: int, figure: Quantity) -> _Summand:
    unit, times = IN_ONE_UNIT.get(figure.unit, (figure.unit, 1))
    counted = "/".join([figure.noun.lower() if unit is Unit.ITEM else unit, *figure.per])
    size = (figure.low or Decimal(0)) * times
    is_sure = figure.bound is Bound.EXACT
    return _Summand(at, figure.start, figure.end, counted, size, is_sure)


def _is_of_each(text: str, figure: Quantity) -> bool:
    """`18 xã, mỗi xã 19 người`: it stands for several, and no sum holds it as it is."""
    return EACH.search(text, max(0, figure.start - EACH_REACH), figure.start) is not None


def _may_be_open(
    whole: _Summand, proposed: Sum, figures: Sequence[Quantity], each_of: Sequence[int]
) -> bool:
    """Whether a sum that does not close is worth a flag: nothing explains the difference."""
    ends = [figures[at].start for at in (proposed.whole, *proposed.parts)]
    return whole.is_sure and not any(min(ends) < start < max(ends) for start in each_of)


def _parts_after(text: str, whole: _Summand, run: Sequence[_Summand]) -> Sum | None:
    if len(run) < 2:
        return None
    said = text[whole.end : run[0].start][-REACH:]
    is_all, is_some = bool(ALL_OF_IT.search(said)), bool(SOME_OF_IT.search(said))
    if whole.size >= SURE_FROM or is_all or is_some:
        for parts in _leading(run, whole.size):
            return _sum(whole, parts)
    if not is_all and not is_some:
        return _after_another(text, whole, run)
    listed = [each for each in run if not STOP.search(text, whole.end, each.start)]
    for parts in _chosen(listed, whole.size):
        return _sum(whole, parts)
    proposed = _sum(whole, listed)
    if len(listed) < 2 or any(each.size > whole.size for each in listed):
        return None
    if is_some and not is_all and proposed.difference > 0:
        return None
    return proposed


def _after_another(text: str, whole: _Summand, run: Sequence[_Summand]) -> Sum | None:
    """`8.640, ngoài 5.000 đã giao. Cụ thể: …`: the words about the parts stand further on."""
    for at in range(1, len(run) - 1):
        if ALL_OF_IT.search(text[run[at - 1].end : run[at].start][-REACH:]):
            closing = next(iter(_leading(run[at:], whole.size)), None)
            return _sum(whole, closing) if closing else None
    return None


def _total(text: str, whole: _Summand, run: Sequence[_Summand]) -> Sum | None:
    """The whole as a total of the figures before it, the nearest first."""
    if len(run) < 2:
        return None
    said = text[run[0].end : whole.start][-REACH:]
    if not TOTAL.search(said):
        return None
    for parts in _leading(run, whole.size):
        return _sum(whole, parts[::-1])
    return _sum(whole, run[::-1]) if GRAND_TOTAL.search(said) else None


def _sum(whole: _Summand, parts: Sequence[_Summand]) -> Sum:
    total = sum((part.size for part in parts), Decimal(0))
    return Sum(whole.at, tuple(part.at for part in parts), whole.size - total)


def _leading(run: Sequence[_Summand], size: Decimal) -> Iterator[Sequence[_Summand]]:
    """The first figures of the run, two or more, that add up to `size`."""
    for count, total in enumerate(accumulate(each.size for each in run), start=1):
        if total == size and count >= 2:
            yield run[:count]


def _chosen(run: Sequence[_Summand], size: Decimal) -> Iterator[Sequence[_Summand]]:
    """The first figure of the run with others of it that add up to `size`, the most first."""
    others = run[1:MOST_CHOSEN_FROM]
    for count in range(len(others), 0, -1):
        for more in combinations(others, count):
            if run[0].size + sum(part.size for part in more) == size:
                yield run[0], *more
