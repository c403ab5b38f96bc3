"""Sums of one unit: each whole as one bar of its parts, totals that are ours hatched.

Wholes, parts and members are told apart by their roles. A change is a row of words or an arrow
from the old figure to the new one, and never a bar; shares are of a whole that closes.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from lsdash import sentences
from lsdash.charts import bounds, parts
from lsdash.charts.rows import Axis, Figure, Mark, Row, draw
from lsdash.charts.style import Fill, Theme
from lsdash.store.rows import FactRow
from lsdash.sums import wholes
from lsdash.text import Lang, figures, pick, say
from lsdash.vocabulary import Bound, Role, Status

PARTS = (Fill.DECIDED, Fill.SECOND, Fill.PAST)
WHOLES = (Fill.DECIDED, Fill.OTHER, Fill.SECOND, Fill.PAST)


def by_whole(
    facts: Sequence[FactRow], lang: Lang, theme: Theme, among: Sequence[FactRow] = ()
) -> Figure:
    """The figures of one document on one scale, in its own order.

    `among` are its figures in every unit: a part in another unit than its whole is told in words.
    Changes are drawn where there is nothing else: they share no axis with what they change. Raises
    ValueError where they are of several units: `wholes.by_unit` parts them.
    """
    if len({wholes.unit(fact) for fact in facts}) > 1:
        raise ValueError("figures of several units have no axis in common")
    shown = [each for top in wholes.tops(facts) for each in (top, *_split_again(top, facts))]
    if not shown:
        return _changes(wholes.changes(facts), lang, theme)
    split = [parts.apart(fact, facts) for fact in shown]
    axis = _axis(bounds.ends([*shown, *(part for own in split for part in own)]), facts, lang)
    rows: list[Row] = []
    for at, (fact, own) in enumerate(zip(shown, split, strict=True)):
        rows.append(_whole(fact, at, facts, among, axis, lang))
        rows += parts.rows(fact, own, facts, axis, lang)
    return draw(rows, axis, theme)


def _split_again(whole: FactRow, facts: Sequence[FactRow]) -> list[FactRow]:
    """The parts of a figure that have parts of their own, each before those of its own."""
    own = [part for part in wholes.parts(whole, facts) if wholes.parts(part, facts)]
    return [each for part in own for each in (part, *_split_again(part, facts))]


def over_documents(facts: Sequence[FactRow], lang: Lang, theme: Theme) -> Figure:
    """One row a document, newest first; then our running total, without what is only asked.

    `facts` are of one unit and as they stand: what one document changed of another is not among
    them a second time. Options are alternatives and left out.
    """
    documents = list(dict.fromkeys(fact.decision for fact in facts))
    by_document = [wholes.counted([f for f in facts if f.decision == each]) for each in documents]
    sums = [own for own in by_document if own]
    decided = [own for own in sums if own[0].status != Status.PROPOSED]
    running = wholes.added([fact for own in decided for fact in own])
    tops = [top for own in sums if (top := _upper(wholes.added(own))) is not None]
    if running and running.high is not None:
        tops.append(running.high)
    axis = _axis([*bounds.ends([f for own in sums for f in own]), *tops], facts, lang)
    rows = [_side_by_side(own, facts, axis, lang) for own in sums]
    if running:
        rows.append(_running(running, decided, lang))
    return draw(rows, axis, theme)


def running(facts: Sequence[FactRow], lang: Lang) -> str | None:
    """Our running total of these documents in words: `18.300 triệu đồng`; None without one."""
    decided = [fact for fact in facts if fact.status != Status.PROPOSED]
    own = [
        fact
        for each in dict.fromkeys(fact.decision for fact in decided)
        for fact in wholes.counted([other for other in decided if other.decision == each])
    ]
    added = wholes.added(own)
    return _added(added, own[0], lang) if added else None


def _changes(facts: Sequence[FactRow], lang: Lang, theme: Theme) -> Figure:
    moved = [sentences.from_to(fact) for fact in facts]
    axis = _axis([end for ends in moved if ends for end in ends], facts, lang)
    return draw([_change(fact, facts, lang) for fact in facts], axis, theme)


def _change(fact: FactRow, facts: Sequence[FactRow], lang: Lang) -> Row:
    """By how much something changes; where both figures are known, an arrow between them."""
    moved = sentences.from_to(fact)
    label = _label(fact, lang)
    note = say(lang, "chart.change_note")
    if moved is None:
        return Row(sentences.changed(fact, lang), label, (), note)
    hover = sentences.hover(fact, facts, lang)
    like = Mark(0, 0, bounds.fill(fact), hover=hover, source=(fact.decision, fact.slug))
    old, new = map(float, moved)
    return Row(sentences.changed(fact, lang), label, bounds.arrow(like, old, new), note)


def _whole(  # noqa: PLR0917
    fact: FactRow,
    at: int,
    facts: Sequence[FactRow],
    among: Sequence[FactRow],
    axis: Axis,
    lang: Lang,
) -> Row:
    head, label = sentences.figure(fact, lang), _label(fact, lang)
    if fact.is_derived and fact.role == Role.WHOLE:
        written = sentences.formula(fact, facts, lang)
        marks = bounds.marks(fact, axis, Fill.DERIVED, written, facts, lang)
        return Row(head, label, marks, say(lang, "chart.derived_note"))
    total = wholes.total(facts)
    members, elsewhere = wholes.parts(fact, facts), wholes.parts_elsewhere(fact, among)
    if total and total.fact is fact:
        members = list(total.members)
    note = sentences.row_text(fact, "note", lang) or ""
    own = wholes.parts(fact, facts)
    is_split = bool(parts.apart(fact, facts))
    if is_split and not elsewhere:
        note = parts.closing(fact, own, lang)
    elif members or elsewhere:
        note = parts.listed([] if is_split else members, fact, lang, elsewhere)
    of = _part_of(fact, among, lang)
    note = " · ".join(filter(None, (note, of, sentences.before(fact, lang))))
    marks = () if is_split else _of_parts(fact, own, elsewhere, facts, lang)
    if not marks:
        fill = bounds.fill(fact, WHOLES[at % len(WHOLES)])
        text = sentences.bare(fact, lang) if wholes.is_exact(fact) else head
        if fact.is_derived:
            text = sentences.formula(fact, facts, lang)
        marks = bounds.marks(fact, axis, fill, text, facts, lang)
    return Row(head, label, marks, note)


def _part_of(fact: FactRow, among: Sequence[FactRow], lang: Lang) -> str:
    """Of what it is a part that has another unit; nothing else is drawn apart from its whole."""
    wide = [each for each in among if fact in wholes.parts_elsewhere(each, among)]
    return say(lang, "chart.part_of", whole=sentences.told(wide[0], lang)) if wide else ""


def _of_parts(
    whole: FactRow,
    own: Sequence[FactRow],
    elsewhere: Sequence[FactRow],
    facts: Sequence[FactRow],
    lang: Lang,
) -> tuple[Mark, ...]:
    """The whole as one bar of its parts, what they leave of it hatched; none where they exceed it.

    Parts that are not exact, or below nought, have no place on it either. What is left may be that
    of parts `elsewhere`, in another unit.
    """
    used = sum((part.value for part in own), Decimal(0))
    exact = all(wholes.is_exact(each) and each.value >= 0 for each in (whole, *own))
    if not own or not exact or used > whole.value:
        return ()
    marks = []
    start = Decimal(0)
    asked = whole.status == Status.PROPOSED
    for number, part in enumerate(each for each in own if each.value):
        fill = Fill.REQUEST if asked else PARTS[number % len(PARTS)]
        mark = _mark(part, start, fill, sentences.beside(part, whole, lang), facts, lang)
        marks.append(replace(mark, is_faded=asked and number % 2 == 1))
        start += part.value
    if start < whole.value:
        rest = sentences.valued(whole, whole.value - start, lang)
        others = "; ".join(sentences.figure(part, lang) for part in elsewhere)
        key = "chart.rest_elsewhere" if elsewhere else "chart.rest"
        said = say(lang, key, amount=rest, parts=others)
        source = (whole.decision, whole.slug)
        marks.append(Mark(float(start), float(whole.value), Fill.UNSTATED, said, said, source))
    return tuple(marks)


def _side_by_side(own: Sequence[FactRow], facts: Sequence[FactRow], axis: Axis, lang: Lang) -> Row:
    """A document's sums one after the other; where one is not exact, its figures in words alone."""
    first = own[0]
    head = " · ".join(dict.fromkeys((sentences.edition(first, lang), first.number)))
    if len(own) == 1:
        fill = bounds.fill(first)
        text = sentences.bare(first, lang) if wholes.is_exact(first) else ""
        return Row(
            head, sentences.figure(first, lang), bounds.marks(first, axis, fill, text, facts, lang)
        )
    added = wholes.added(own)
    told = _added(added, first, lang) if added else ""
    label = say(lang, "chart.together", figure=told) if told else ""
    if not all(wholes.is_exact(fact) and fact.value >= 0 for fact in own):
        each = "; ".join(sentences.figure(fact, lang) for fact in own)
        return Row(head, label, (), each)
    marks = []
    start = Decimal(0)
    for number, fact in enumerate(each for each in own if each.value):
        fill = bounds.fill(fact, WHOLES[number % len(WHOLES)])
        mark = _mark(fact, start, fill, sentences.beside(fact, first, lang), facts, lang)
        marks.append(replace(mark, is_faded=fill is Fill.REQUEST and number % 2 == 1))
        start += fact.value
    return Row(head, label, tuple(marks))


def _running(added: wholes.Added, decided: Sequence[Sequence[FactRow]], lang: Lang) -> Row:
    """What the documents add up to, hatched; it is exact only where all of its sums are."""
    like = decided[0][0]
    head, label = _added(added, like, lang), say(lang, "chart.running_total")
    if added.bound != Bound.EXACT or added.high is None:
        return Row(head, label, (), say(lang, "chart.up_to_note"))
    scale = figures.shown_scale(like.unit, like.shown_scale, lang)
    sums = [_upper(wholes.added(own)) for own in reversed(decided)]
    amounts = [figures.amount(each, scale, lang) for each in sums if each is not None]
    end = float(added.high)
    mark = Mark(min(0.0, end), max(0.0, end), Fill.DERIVED, " + ".join(amounts))
    return Row(head, label, (mark,) if end else (), say(lang, "chart.derived_note"))


def _added(added: wholes.Added, like: FactRow, lang: Lang) -> str:
    return figures.figure(
        added.low,
        added.high,
        unit=like.unit,
        bound=added.bound,
        scale=like.shown_scale,
        called=sentences.row_text(like, "unit_called", lang),
        lang=lang,
    )


def _mark(  # noqa: PLR0917
    fact: FactRow, start: Decimal, fill: Fill, text: str, facts: Sequence[FactRow], lang: Lang
) -> Mark:
    return Mark(
        float(start),
        float(start + fact.value),
        fill,
        text,
        sentences.hover(fact, facts, lang),
        (fact.decision, fact.slug),
    )


def _label(fact: FactRow, lang: Lang) -> str:
    """The subject, under the option that it belongs to."""
    subject = pick(lang, fact, "subject")
    if fact.option is None:
        return subject
    return say(lang, "chart.of_option", number=fact.option, subject=subject)


def _upper(added: wholes.Added | None) -> Decimal | None:
    return added.high if added else None


def _axis(values: Sequence[Decimal], facts: Sequence[FactRow], lang: Lang) -> Axis:
    """From 0, with round ticks in the source's unit; room on the right where an end is open."""
    top, bottom = max([*values, Decimal(0)]), min([*values, Decimal(0)])
    if not facts or top == bottom:
        return Axis(0, 1)
    room = Decimal("1.25") if bounds.is_open_above(facts) else Decimal("1.02")
    step = _round_step((top - bottom) / 4)
    first = int(bottom / step)
    ticks = [step * at for at in range(first, int(top / step) + 1)]
    like = facts[0]
    scale = figures.shown_scale(like.unit, like.shown_scale, lang)
    words = [figures.amount(tick.normalize(), scale, lang) for tick in ticks]
    unit = sentences.unit_name(like, lang)
    numbered = [(float(tick), said) for tick, said in zip(ticks, words, strict=True)]
    return Axis(float(bottom * room), float(top * room), numbered, unit)


def _round_step(rough: Decimal) -> Decimal:
    """The next of 1, 2, 5, 10, 20, 50 … (or 0.1, 0.2, 0.5 …) at or above `rough`."""
    step = Decimal(1).scaleb(rough.adjusted())
    for factor in (1, 2, 5):
        if step * factor >= rough:
            return step * factor
    return step * 10
