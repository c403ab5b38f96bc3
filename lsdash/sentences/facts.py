"""What a fact says in words: its figure, a change of it, its unit, its days."""

from decimal import Decimal

from lsdash.sentences.rates import per
from lsdash.sentences.words import row_text
from lsdash.store.rows import DecisionRow, FactRow
from lsdash.text import Lang, figures, pick, say
from lsdash.vocabulary import LOOSE, Bound, Direction, Measure, PeriodBasis, Role

SAVING = "tiết kiệm "


def figure(fact: FactRow, lang: Lang) -> str:
    """`10.000 triệu đồng`, `5–7%`, `tối đa 23 người`, `60.000 đồng/m²`."""
    written = figures.figure(
        fact.low,
        fact.high,
        unit=fact.unit,
        bound=fact.bound,
        scale=fact.shown_scale,
        called=row_text(fact, "unit_called", lang),
        lang=lang,
    )
    return written + per(fact, lang)


def told(fact: FactRow, lang: Lang) -> str:
    """What a figure is of, and the figure; a change says that it is one."""
    written = changed(fact, lang) if is_change(fact) else figure(fact, lang)
    return f"{pick(lang, fact, 'subject')}: {written}"


def is_change(fact: FactRow) -> bool:
    """Something becomes so much more or less; an aim to do so much by a year is no change."""
    return fact.role == Role.CHANGE and fact.measure != Measure.ENERGY_TARGET


def now_in(fact: FactRow, number: str, lang: Lang) -> str:
    """`, nay theo 61/TB-UBND`: where a figure of the document `number` now stands in another."""
    return "" if fact.number == number else say(lang, "fact.now_in", number=fact.number)


def moved(fact: FactRow, lang: Lang) -> str:
    """The figure with its direction where it is a cut or a rise: `giảm 5–7%`.

    An aim to do so much more is no rise: `15–20%` of old equipment replaced.
    """
    written = figure(fact, lang)
    if fact.direction == Direction.DECREASE and not is_saving(fact):
        return say(lang, _moves(fact)[0], figure=written)
    if fact.direction == Direction.INCREASE and is_change(fact):
        return say(lang, _moves(fact)[1], figure=written)
    return written


def _moves(fact: FactRow) -> tuple[str, str]:
    """A fall and a rise in words: `minus 3%`, but no `minus at least 3%`."""
    if fact.bound in {Bound.EXACT, Bound.RANGE, *LOOSE}:
        return "fact.decrease", "fact.rise"
    return "fact.decrease_bounded", "fact.rise_bounded"


def is_saving(fact: FactRow) -> bool:
    """Its subject is what is saved: `Tiết kiệm điện: 3%` is no cut of the saving."""
    return fact.subject_vi.casefold().startswith(SAVING)


def changed(fact: FactRow, lang: Lang) -> str:
    """A change as such: `tăng 50 chỉ tiêu`, and from which to which where that is said."""
    fall, rise = _moves(fact)
    key = {Direction.INCREASE: rise, Direction.DECREASE: fall}.get(
        Direction(fact.direction) if fact.direction else Direction.LEVEL, "fact.change"
    )
    written = figure(fact, lang) if is_saving(fact) else say(lang, key, figure=figure(fact, lang))
    ends = from_to(fact)
    if not ends:
        return written
    return say(lang, "fact.from_to", change=written, **_both(fact, ends, lang))


def from_to(fact: FactRow) -> tuple[Decimal, Decimal] | None:
    """The exact figure before a change and after it; None where the document says no earlier one.

    What comes after is worked out: the earlier figure and the change.
    """
    exact = fact.bound == Bound.EXACT and fact.before_low == fact.before_high
    if not exact or fact.before_low is None:
        return None
    if fact.role != Role.CHANGE:
        return fact.before_low, fact.value
    if fact.direction == Direction.INCREASE:
        return fact.before_low, fact.before_low + fact.value
    if fact.direction == Direction.DECREASE:
        return fact.before_low, fact.before_low - fact.value
    return None


def _both(fact: FactRow, ends: tuple[Decimal, Decimal], lang: Lang) -> dict[str, str]:
    old, new = (valued(fact, end, lang) for end in ends)
    return {"old": old, "new": new}


def before(fact: FactRow, lang: Lang) -> str | None:
    """The figure that this one takes the place of, as its own document says it: `trước là 510`."""
    if fact.role == Role.CHANGE or not fact.before_printed:
        return None
    return say(lang, "fact.before", printed=fact.before_printed)


def valued(like: FactRow, value: Decimal, lang: Lang) -> str:
    """An exact value in the unit and multiplier of a fact: `18.300 triệu đồng`."""
    written = figures.figure(
        value,
        value,
        unit=like.unit,
        bound=Bound.EXACT,
        scale=like.shown_scale,
        called=row_text(like, "unit_called", lang),
        lang=lang,
    )
    return written + per(like, lang)


def bare(fact: FactRow, lang: Lang) -> str:
    """The number alone, in the source's unit: `10.000`."""
    return figures.amount(fact.value, scale_of(fact, lang), lang)


def beside(fact: FactRow, like: FactRow, lang: Lang) -> str:
    """The number alone where it reads as that of `like` does, else the figure with its unit."""
    is_alike = fact.bound == Bound.EXACT and scale_of(fact, lang) == scale_of(like, lang)
    return bare(fact, lang) if is_alike else figure(fact, lang)


def unit_name(fact: FactRow, lang: Lang) -> str:
    """The unit alone, for an axis: `triệu đồng`, `khẩu trang`."""
    called = row_text(fact, "unit_called", lang)
    return called or figures.unit_name(fact.unit, fact.shown_scale, lang)


def scale_of(fact: FactRow, lang: Lang) -> int:
    return figures.shown_scale(fact.unit, fact.shown_scale, lang)


def when(fact: FactRow, lang: Lang) -> str | None:
    """The period or deadline of a fact; None where none is stated."""
    if fact.deadline:
        return say(lang, "fact.by", when=figures.until(fact.deadline, lang))
    if fact.period_from and fact.period_to:
        span = figures.span(fact.period_from, fact.period_to, lang)
        inherited = fact.period_basis == PeriodBasis.INHERITED
        return say(lang, "fact.inherited", when=span) if inherited else span
    return None


def edition(row: FactRow | DecisionRow, lang: Lang) -> str:
    """Which one of its kind: `đợt 1 năm 2020`; without one, the day it was signed."""
    named = row.edition_vi if lang == "vi" else row.edition_en
    return named or figures.day(row.signed_on, lang)


def share(part: FactRow, whole: Decimal, lang: Lang) -> str:
    """A part's share of its whole, derived: `79,2%`."""
    return figures.percent(float(part.value / whole), lang)
