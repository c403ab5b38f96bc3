"""Targets as intervals: both ends labelled, "about" hollow, an obligation as an open frame.

One drawing for each unit and direction: what is to be cut, what is to be done, and a level to
reach are three different things and share no axis.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from lsdash import sentences
from lsdash.charts.rows import Axis, Figure, Mark, Row, draw
from lsdash.charts.style import Fill, Theme
from lsdash.store.read import FactRow
from lsdash.text import Lang, figures, pick, say
from lsdash.vocabulary import Bound, Direction, Unit


@dataclass(frozen=True)
class Panel:
    """Targets of one unit and direction, newest document first."""

    unit: str
    direction: str | None
    facts: tuple[FactRow, ...]


PANEL_ORDER: tuple[str | None, ...] = (
    Direction.DECREASE,
    Direction.INCREASE,
    Direction.LEVEL,
    None,
)


def panels(facts: Sequence[FactRow]) -> list[Panel]:
    """The targets by unit and direction: cuts first, then what is to be done, then levels."""
    keys = {(fact.unit, fact.direction) for fact in facts}
    return [
        Panel(unit, way, tuple(f for f in facts if (f.unit, f.direction) == (unit, way)))
        for unit, way in sorted(keys, key=lambda key: (PANEL_ORDER.index(key[1]), key[0]))
    ]


def intervals(panel: Panel, newest: str, lang: Lang, theme: Theme) -> Figure:
    """The targets of one panel; those of documents before `newest` are pale."""
    axis = _axis(panel, lang)
    subjects = dict.fromkeys(fact.slug for fact in panel.facts)
    repeated = len({fact.decision for fact in panel.facts}) > 1
    rows = [
        _row(fact, axis, newest, panel.facts, lang, with_edition=repeated)
        for slug in subjects
        for fact in panel.facts
        if fact.slug == slug
    ]
    return draw(rows, axis, theme)


def _row(
    fact: FactRow,
    axis: Axis,
    newest: str,
    facts: Sequence[FactRow],
    lang: Lang,
    *,
    with_edition: bool,
) -> Row:
    notes = [sentences.when(fact, lang) or say(lang, "chart.no_period")]
    baseline = sentences.row_text(fact, "baseline", lang)
    if baseline:
        notes.append(say(lang, "chart.against", baseline=baseline))
    if fact.mandatory:
        notes.append(say(lang, "chart.mandatory"))
    if with_edition:
        notes.insert(0, f"{fact.number} ({figures.day(fact.signed_on, lang)})")
    start = float(fact.low) if fact.low is not None else axis.start
    end = float(fact.high) if fact.high is not None else axis.end
    exact = fact.bound == Bound.EXACT
    if exact:
        start = axis.start
    fill = Fill.OBLIGATION if fact.mandatory else Fill.DECIDED
    if fact.status == "proposed":
        fill = Fill.REQUEST
    if fact.decision != newest:
        fill = Fill.PAST
    mark = Mark(
        start,
        end,
        fill,
        sentences.figure(fact, lang) if exact else "",
        sentences.hover(fact, facts, lang),
        (fact.decision, fact.slug),
        _ends(fact, lang),
    )
    return Row(
        sentences.figure(fact, lang), pick(lang, fact, "subject"), (mark,), " · ".join(notes)
    )


def _ends(fact: FactRow, lang: Lang) -> tuple[str, str]:
    """Words at both ends of the bar."""
    if fact.bound == Bound.EXACT:
        return "", ""
    if fact.low == fact.high:
        return "", sentences.figure(fact, lang)
    low = figures.number(fact.low, lang) if fact.low is not None else ""
    high = figures.number(fact.high, lang) if fact.high is not None else ""
    return low, high


def _axis(panel: Panel, lang: Lang) -> Axis:
    """From 0; for a level the neighbourhood alone, so that its ends can be told apart."""
    values = [value for fact in panel.facts for value in (fact.low, fact.high) if value is not None]
    top, bottom = max(values), min(values)
    if panel.direction == Direction.LEVEL:
        room = (top - bottom) * Decimal("0.8") or top / 4
        first, last = bottom - room, top + room
    else:
        first, last = Decimal(0), _top(top, panel.unit)
    step = _step(last - first)
    tick = (first / step).to_integral_value(ROUND_CEILING) * step
    ticks = []
    while tick <= last:
        ticks.append((float(tick), _tick(tick, panel.unit, lang)))
        tick += step
    return Axis(float(first), float(last), ticks)


def _top(top: Decimal, unit: str) -> Decimal:
    """Room for the words right of the last bar; a percentage ends at 100."""
    if unit == Unit.PERCENT and top <= 100:
        return min(Decimal(100), top * Decimal("1.5"))
    return top * Decimal("1.2")


def _step(span: Decimal) -> Decimal:
    """A round step that gives four to eight ticks."""
    step = Decimal(10) ** (span.adjusted() - 1)
    for factor in (1, 2, 5, 10, 20, 50):
        if span / (step * factor) <= 6:
            return step * factor
    return step * 100


def _tick(value: Decimal, unit: str, lang: Lang) -> str:
    written = figures.number(value.normalize(), lang)
    return f"{written}%" if unit == Unit.PERCENT else written
