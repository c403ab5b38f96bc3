"""Targets as intervals: both ends labelled, "about" hollow, an obligation as an open frame.

One drawing for each unit and aim: what is to be cut, what is to be done, a level to reach and one
to come down to are different things and share no axis; nor do figures of different units.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from lsdash import sentences
from lsdash.charts import bounds
from lsdash.charts.rows import Axis, Figure, Row, draw
from lsdash.charts.style import Fill, Theme
from lsdash.store.rows import FactRow
from lsdash.text import Lang, figures, pick, say
from lsdash.vocabulary import Bound, Role, Status, Unit


@dataclass(frozen=True)
class Panel:
    """Targets of one unit and one aim, newest document first."""

    unit: str
    called: str | None
    """What a unit off the closed list counts, in Vietnamese."""
    aim: str
    facts: tuple[FactRow, ...]


PANEL_ORDER = (
    "decrease",
    "increase",
    "reach",
    "come_down",
    "level",
    "ceiling",
    "floor",
    "change",
    "obligation",
    "none",
)
"""Aims in the order of their drawings; each has its heading under `aim.`."""

MOST_OPEN = 90
"""A floor above so many percent needs an axis that goes beyond 100 for its open end to be seen."""

NEAR = ("come_down", "level")
"""Aims whose axis shows the neighbourhood alone, so that ends can be told apart."""


def panels(facts: Sequence[FactRow]) -> list[Panel]:
    """The targets by unit and aim: cuts first, then what is to be done, then levels."""
    keys = {(fact.unit, fact.unit_called_vi, sentences.aim(fact)) for fact in facts}
    return [
        Panel(*key, tuple(fact for fact in facts if _key(fact) == key))
        for key in sorted(keys, key=lambda key: (PANEL_ORDER.index(key[2]), key[0], key[1] or ""))
    ]


def _key(fact: FactRow) -> tuple[str, str | None, str]:
    return fact.unit, fact.unit_called_vi, sentences.aim(fact)


def heading(panel: Panel, lang: Lang, among: Sequence[Panel] = ()) -> str:
    """What a panel is of, with its unit where another one has the same aim: `Mức phải đạt · hộ`."""
    aim = say(lang, f"aim.{panel.aim}")
    if sum(each.aim == panel.aim for each in among) < 2:
        return aim
    return f"{aim} · {sentences.unit_name(panel.facts[0], lang)}"


def intervals(panel: Panel, newest: str, lang: Lang, theme: Theme) -> Figure:
    """The targets of one panel; those of documents before `newest` are pale."""
    axis = _axis(panel, lang)
    subjects = dict.fromkeys(fact.slug for fact in panel.facts)
    repeated = {fact.decision for fact in panel.facts} != {newest}
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
    if _is_obligation(fact):
        notes.append(say(lang, "chart.mandatory"))
    if with_edition:
        notes.insert(0, f"{fact.number} ({figures.day(fact.signed_on, lang)})")
    notes += filter(None, [sentences.before(fact, lang)])
    text = sentences.figure(fact, lang) if fact.bound == Bound.EXACT else ""
    marks = bounds.marks(fact, axis, _fill(fact, newest), text, facts, lang)
    head = sentences.figure(fact, lang)
    if sentences.aim(fact) == "change":
        head = sentences.changed(fact, lang)
    return Row(head, pick(lang, fact, "subject"), marks, " · ".join(notes))


def _fill(fact: FactRow, newest: str) -> Fill:
    """Pale before the newest document; what is asked for, must be ensured or is ours as such."""
    if fact.status == Status.PROPOSED:
        return Fill.REQUEST
    if fact.decision != newest:
        return Fill.PAST
    if fact.is_derived:
        return Fill.DERIVED
    return Fill.OBLIGATION if _is_obligation(fact) else Fill.DECIDED


def _is_obligation(fact: FactRow) -> bool:
    return fact.mandatory or fact.role == Role.OBLIGATION


def _axis(panel: Panel, lang: Lang) -> Axis:
    """From 0, or the neighbourhood alone; it ends right of the last value, and has one unit."""
    values = bounds.ends(panel.facts)
    top, bottom = max(values), min(values)
    if panel.aim in NEAR:
        room = (top - bottom) * Decimal("0.8") or abs(top) / 4 or Decimal(1)
        first, last = bottom - room, top + room
    else:
        first, last = min(Decimal(0), bottom * Decimal("1.2")), _top(top, panel)
    step = _step(last - first)
    tick = (first / step).to_integral_value(ROUND_CEILING) * step
    ticks = []
    while tick <= last:
        ticks.append((float(tick), _tick(tick, panel, lang)))
        tick += step
    title = "" if panel.unit == Unit.PERCENT else sentences.unit_name(panel.facts[0], lang)
    return Axis(float(first), float(last), ticks, title)


def _top(top: Decimal, panel: Panel) -> Decimal:
    """Room for the words right of the last bar; a percentage ends at 100, unless it may go on."""
    if top <= 0:
        return Decimal(0) if top < 0 else Decimal(1)
    is_open = bounds.is_open_above(panel.facts)
    if panel.unit == Unit.PERCENT and top <= (MOST_OPEN if is_open else 100):
        return min(Decimal(100), top * Decimal("1.5"))
    return top * Decimal("1.5")


def _step(span: Decimal) -> Decimal:
    """A round step that gives four to eight ticks."""
    step = Decimal(10) ** (span.adjusted() - 1)
    for factor in (1, 2, 5, 10, 20, 50):
        if span / (step * factor) <= 6:
            return step * factor
    return step * 100


def _tick(value: Decimal, panel: Panel, lang: Lang) -> str:
    if panel.unit == Unit.PERCENT:
        return f"{figures.number(value.normalize(), lang)}%"
    like = panel.facts[0]
    scale = figures.shown_scale(like.unit, like.shown_scale, lang)
    return figures.amount(value.normalize(), scale, lang)
