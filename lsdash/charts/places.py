"""Places at colleges: a row each, this edition solid, earlier ones pale, the total hatched."""

from collections.abc import Sequence
from decimal import Decimal

from lsdash import sentences
from lsdash.charts.rows import Axis, Figure, Mark, Row, draw
from lsdash.charts.style import Fill, Theme
from lsdash.store.read import FactRow
from lsdash.text import Lang, pick, say


def by_college(facts: Sequence[FactRow], lang: Lang, theme: Theme) -> Figure:
    """`facts` of all editions, newest document first; the newest one sets the order of colleges."""
    newest = facts[0].decision
    now = [fact for fact in facts if fact.decision == newest]
    whole = sum((fact.value for fact in now if not fact.is_derived), Decimal(0))
    rows: list[Row] = []
    for fact in now:
        earlier = [old for old in facts if old.slug == fact.slug and old.decision != newest]
        rows.append(_row(fact, whole, facts, lang, with_edition=bool(earlier)))
        rows += [_earlier(old, facts, lang) for old in earlier]
    gone = {fact.slug for fact in facts} - {fact.slug for fact in now}
    rows += [_earlier(old, facts, lang) for old in facts if old.slug in gone]
    top = float(max(fact.value for fact in facts))
    return draw(rows, Axis(0, top * 1.02), theme)


def _row(
    fact: FactRow, whole: Decimal, facts: Sequence[FactRow], lang: Lang, *, with_edition: bool
) -> Row:
    head = sentences.figure(fact, lang)
    subject = pick(lang, fact, "subject")
    if with_edition:
        subject += f" · {sentences.edition(fact, lang)}"
    if fact.is_derived:
        text, fill = sentences.formula(fact, facts, lang), Fill.DERIVED
        note = say(lang, "chart.derived_note")
    else:
        share = sentences.share(fact, whole, lang)
        text, note = say(lang, "chart.share", share=share), ""
        fill = Fill.REQUEST if fact.status == "proposed" else Fill.DECIDED
    return Row(head, subject, (_mark(fact, fill, text, facts, lang),), note)


def _earlier(fact: FactRow, facts: Sequence[FactRow], lang: Lang) -> Row:
    fill = Fill.DERIVED if fact.is_derived else Fill.PAST
    label = f"{pick(lang, fact, 'subject')} · {sentences.edition(fact, lang)}"
    return Row(sentences.figure(fact, lang), label, (_mark(fact, fill, "", facts, lang),))


def _mark(fact: FactRow, fill: Fill, text: str, facts: Sequence[FactRow], lang: Lang) -> Mark:
    return Mark(
        0,
        float(fact.value),
        fill,
        text,
        sentences.hover(fact, facts, lang),
        (fact.decision, fact.slug),
    )
