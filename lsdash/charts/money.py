"""Sums of money: each stated whole as one bar of its parts, totals that are ours hatched."""

from collections.abc import Sequence
from decimal import Decimal

from lsdash import sentences
from lsdash.charts.rows import Axis, Figure, Mark, Row, draw
from lsdash.charts.style import Fill, Theme
from lsdash.store.read import FactRow
from lsdash.text import Lang, figures, pick, say
from lsdash.vocabulary import Status

PARTS = (Fill.DECIDED, Fill.SECOND, Fill.PAST)
WHOLES = (Fill.DECIDED, Fill.OTHER, Fill.SECOND, Fill.PAST)


def by_whole(facts: Sequence[FactRow], lang: Lang, theme: Theme) -> Figure:
    """The sums of one document on one scale, in its own order."""
    wholes = [fact for fact in facts if not fact.part_of]
    rows = [_whole(fact, at, facts, lang) for at, fact in enumerate(wholes)]
    return draw(rows, _axis([fact.value for fact in wholes], wholes[0], lang), theme)


def over_documents(facts: Sequence[FactRow], lang: Lang, theme: Theme) -> Figure:
    """One row a document, newest first; then our running total, without what is only asked."""
    stated = [fact for fact in facts if not fact.part_of and not fact.is_derived]
    documents = list(dict.fromkeys(fact.decision for fact in stated))
    rows = []
    totals = []
    for slug in documents:
        own = [fact for fact in stated if fact.decision == slug]
        total = sum((fact.value for fact in own), Decimal(0))
        if own[0].status != Status.PROPOSED:
            totals.append(total)
        rows.append(_side_by_side(own, total, facts, lang))
    running = sum(totals, Decimal(0))
    amounts = [figures.amount(total, stated[0].shown_scale, lang) for total in reversed(totals)]
    written = figures.amount(running, stated[0].shown_scale, lang)
    rows.append(
        Row(
            head=figures.with_unit(written, running, stated[0].unit, stated[0].shown_scale, lang),
            label=say(lang, "chart.running_total"),
            marks=(Mark(0, float(running), Fill.DERIVED, " + ".join(amounts)),),
            note=say(lang, "chart.derived_note"),
        )
    )
    widest = [sum((m.end - m.start for m in row.marks), 0.0) for row in rows]
    return draw(rows, _axis([Decimal(round(max(widest)))], stated[0], lang), theme)


def _whole(fact: FactRow, at: int, facts: Sequence[FactRow], lang: Lang) -> Row:
    parts = [part for part in facts if part.part_of == fact.slug]
    head = sentences.figure(fact, lang)
    subject = pick(lang, fact, "subject")
    if fact.is_derived:
        written = sentences.formula(fact, facts, lang)
        mark = _mark(fact, Decimal(0), Fill.DERIVED, written, facts, lang)
        return Row(head, subject, (mark,), say(lang, "chart.derived_note"))
    if not parts:
        fill = Fill.REQUEST if fact.status == "proposed" else WHOLES[at % len(WHOLES)]
        mark = _mark(fact, Decimal(0), fill, sentences.bare(fact, lang), facts, lang)
        return Row(head, subject, (mark,), _note(fact, lang))
    marks = []
    start = Decimal(0)
    for number, part in enumerate(parts):
        text = sentences.bare(part, lang)
        marks.append(_mark(part, start, PARTS[number % len(PARTS)], text, facts, lang))
        start += part.value
    key = "chart.closes" if sentences.closes(fact, parts) else "chart.does_not_close"
    listed = " + ".join(
        say(
            lang,
            "chart.part",
            amount=sentences.bare(part, lang),
            subject=pick(lang, part, "subject").lower(),
            share=sentences.share(part, fact.value, lang),
        )
        for part in parts
    )
    return Row(head, subject, tuple(marks), say(lang, key, parts=listed))


def _side_by_side(
    own: Sequence[FactRow], total: Decimal, facts: Sequence[FactRow], lang: Lang
) -> Row:
    marks = []
    start = Decimal(0)
    for number, fact in enumerate(own):
        fill = Fill.REQUEST if fact.status == "proposed" else WHOLES[number % len(WHOLES)]
        marks.append(_mark(fact, start, fill, sentences.bare(fact, lang), facts, lang))
        start += fact.value
    first = own[0]
    head = " · ".join((sentences.edition(first, lang), first.number))
    amount = figures.amount(total, first.shown_scale, lang)
    written = figures.with_unit(amount, total, first.unit, first.shown_scale, lang)
    label = written if len(own) == 1 else say(lang, "chart.together", figure=written)
    return Row(head, label, tuple(marks))


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


def _note(fact: FactRow, lang: Lang) -> str:
    return sentences.row_text(fact, "note", lang) or ""


def _axis(values: Sequence[Decimal], like: FactRow, lang: Lang) -> Axis:
    """From 0, with round ticks in the source's unit."""
    top = float(max(values))
    step = _round_step(top / 4)
    ticks = [step * at for at in range(int(top / step) + 1)]
    words = [figures.amount(Decimal(round(tick)), like.shown_scale, lang) for tick in ticks]
    unit = figures.unit_name(like.unit, like.shown_scale, lang)
    return Axis(0, top * 1.02, list(zip(ticks, words, strict=True)), unit)


def _round_step(rough: float) -> float:
    """The next of 1, 2, 5, 10, 20, 50 … at or above `rough`."""
    step = 1.0
    while True:
        for factor in (1, 2, 5):
            if step * factor >= rough:
                return step * factor
        step *= 10
