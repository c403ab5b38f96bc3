"""Bare numbers beside names in a list whose unit is printed once: `Tân Thanh 120, Cốc Nam 45 xe`.

Unlike parts that add up to a whole (`sums.with_shared_unit`), nothing proves what such a number
counts: its neighbours propose it, and a doubt says so.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from lsdash.intake.finding.quantities import Quantity
from lsdash.intake.text import normalized
from lsdash.quantities.doubts import Doubt
from lsdash.vocabulary import Bound, FigureKind

MOST_BETWEEN = 80
"""Characters at most between two members of a list."""

_NAME = rf"(?:(?:các|huyện|xã|thành phố) )?[{normalized.CAPITALS}](?:[^\W\d_]|[ .&-]){{1,60}} "
_NEXT = re.compile(rf"[,;] (?:và )?{_NAME}| và {_NAME}")
_NAMED = re.compile(rf"(?:[,:;(]|gồm|là|như) ?{_NAME}$")
_ENDS = re.compile(r" ?[,;.)](?!\d)| và |\s*$|\n")


def with_neighbours_unit(text: str, figures: Sequence[Quantity]) -> list[Quantity]:
    """The figures, bare members of a list with the unit that all its other members have."""
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
        is_named = not _is_bare(figures[head]) or _NAMED.search(text, *before)
        if len(run) > 1 and is_named and any(map(_is_bare, run.values())):
            yield run


def _is_linked(text: str, one: Quantity, other: Quantity) -> bool:
    if other.start - one.end > MOST_BETWEEN or not (_is_member(one) and _is_member(other)):
        return False
    is_ended = not _is_bare(other) or _ENDS.match(text, other.end)
    return bool(is_ended and _NEXT.fullmatch(text, one.end, other.start))


def _is_member(figure: Quantity) -> bool:
    is_plain = figure.bound is Bound.EXACT and figure.scale == 1 and figure.of is None
    return is_plain and (figure.kind is FigureKind.COUNT or _is_bare(figure))


def _is_bare(figure: Quantity) -> bool:
    return Doubt.NO_UNIT in figure.flags and figure.bound is Bound.EXACT and not figure.sides
