"""One figure as marks, by its bound: a bar, a range, a hollow diamond for about, an open end open.

A floor begins at its value and goes on, faded, towards an arrow; a ceiling is faded up to its edge.
Nothing is drawn as exact that is not.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from lsdash import sentences
from lsdash.charts.rows import Axis, Mark, Symbol
from lsdash.charts.style import Fill
from lsdash.store.rows import FactRow
from lsdash.text import Lang, figures
from lsdash.vocabulary import LOOSE, Bound, Status

EDGE = 0.006
"""Width of the edge that marks a floor or a ceiling, in parts of the axis."""
TIP = 0.03
"""Room for an arrow's tip before the end of the axis, in parts of it."""
ARROW = 8
"""Height of the bar of an arrow, in pixels."""

LONG = 14
"""Letters of a figure that has no room beside its diamond on a phone: it stands above it anyway."""


def marks(  # noqa: PLR0917 - the figure, where, how
    fact: FactRow, axis: Axis, fill: Fill, text: str, facts: Sequence[FactRow], lang: Lang
) -> tuple[Mark, ...]:
    """The figure on this axis; `text` stands on its bar where there is one. `facts` explain it."""
    like = Mark(
        0,
        0,
        fill,
        hover=sentences.hover(fact, facts, lang),
        source=(fact.decision, fact.slug),
    )
    low = None if fact.low is None else float(fact.low)
    high = None if fact.high is None else float(fact.high)
    if fact.bound in LOOSE:  # a hollow diamond at the value
        at, written = float(fact.value), sentences.figure(fact, lang)
        return (replace(like, start=at, end=at, ends=("", written if len(written) < LONG else "")),)
    if high is None:
        return _floor(like, low or 0.0, axis, text)
    if low is None:
        return _ceiling(like, high, axis, text)
    if fact.bound == Bound.EXACT:
        return _exact(like, high, axis, text)
    scale = figures.shown_scale(fact.unit, fact.shown_scale, lang)
    words = [figures.amount(end, scale, lang) for end in (fact.low, fact.high) if end is not None]
    return (replace(like, start=low, end=high, ends=(words[0], words[-1])),)


def arrow(like: Mark, old: float, new: float) -> tuple[Mark, ...]:
    """From an earlier figure to a later one of the same axis."""
    if old == new:
        return ()
    shaft = replace(like, start=min(old, new), end=max(old, new), height=ARROW)
    symbol: Symbol = "triangle-right" if new > old else "triangle-left"
    return shaft, replace(like, start=new, end=new, symbol=symbol)


def fill(fact: FactRow, decided: Fill = Fill.DECIDED) -> Fill:
    """What is only asked for has its own colour, and what is ours is hatched."""
    if fact.status == Status.PROPOSED:
        return Fill.REQUEST
    return Fill.DERIVED if fact.is_derived else decided


def ends(facts: Sequence[FactRow]) -> list[Decimal]:
    """The values that an axis has to hold."""
    return [value for fact in facts for value in (fact.low, fact.high) if value is not None]


def is_open_above(facts: Sequence[FactRow]) -> bool:
    return any(fact.high is None for fact in facts)


def _exact(like: Mark, value: float, axis: Axis, text: str) -> tuple[Mark, ...]:
    """From nought, or from the edge of an axis that does not hold it; nought itself has no bar."""
    start = min(max(0.0, axis.start), axis.end)
    if value == start:
        return ()
    return (replace(like, start=min(start, value), end=max(start, value), text=text),)


def _floor(like: Mark, value: float, axis: Axis, text: str) -> tuple[Mark, ...]:
    edge, tip = _lengths(axis)
    end = max(value + 2 * edge, axis.end - tip)
    return (
        replace(like, start=value, end=end, text=text, is_faded=True),
        replace(like, start=value, end=value + edge),
        replace(like, start=end, end=end, symbol="triangle-right"),
    )


def _ceiling(like: Mark, value: float, axis: Axis, text: str) -> tuple[Mark, ...]:
    edge, tip = _lengths(axis)
    from_nought = axis.start <= 0 < value
    start = 0.0 if from_nought else min(axis.start + tip, value - 2 * edge)
    body = replace(like, start=start, end=value, text=text, is_faded=True)
    cap = replace(like, start=value - edge, end=value)
    if from_nought:
        return body, cap
    return body, cap, replace(like, start=start, end=start, symbol="triangle-left")


def _lengths(axis: Axis) -> tuple[float, float]:
    span = axis.end - axis.start
    return span * EDGE, span * TIP
