"""Places at colleges: a row each, this edition solid, earlier ones pale, our total hatched.

A total is no college, and changes are left to a drawing of their own.
"""

from collections.abc import Sequence
from decimal import Decimal

from lsdash import sentences
from lsdash.charts import bounds, parts
from lsdash.charts.rows import Axis, Figure, Row, draw
from lsdash.charts.style import Fill, Theme
from lsdash.model import ascii_slug
from lsdash.store.rows import FactRow
from lsdash.sums import wholes
from lsdash.sums.wholes import Whole
from lsdash.text import Lang, pick, say
from lsdash.vocabulary import Role


def by_college(
    now: Sequence[FactRow], earlier: Sequence[FactRow], lang: Lang, theme: Theme
) -> Figure:
    """The newest document's figures as they stand, in its order, and those of documents before it.

    All are of one unit. A college is the same by its slug or by its name.
    """
    top = max([*bounds.ends(wholes.levels([*now, *earlier])), Decimal(0)])
    room = 1.25 if bounds.is_open_above(wholes.levels(now)) else 1.02
    axis = Axis(0, float(top) * room or 1)
    whole = wholes.total(now)
    before = list(wholes.levels(earlier))
    rows: list[Row] = []
    for fact in wholes.levels(now):
        own = [old for old in before if _is_same(old, fact)]
        rows.append(_row(fact, whole, now, axis, lang, with_edition=bool(own)))
        rows += [_earlier(old, earlier, axis, lang) for old in own]
        before = [old for old in before if old not in own]
    rows += [_earlier(old, earlier, axis, lang) for old in before]
    return draw(rows, axis, theme)


def _is_same(old: FactRow, new: FactRow) -> bool:
    if (old.role == Role.WHOLE) != (new.role == Role.WHOLE):
        return False
    return old.slug == new.slug or ascii_slug(old.subject_vi) == ascii_slug(new.subject_vi)


def _row(
    fact: FactRow,
    whole: Whole | None,
    facts: Sequence[FactRow],
    axis: Axis,
    lang: Lang,
    *,
    with_edition: bool,
) -> Row:
    head = sentences.figure(fact, lang)
    subject = pick(lang, fact, "subject")
    if with_edition:
        subject += f" · {sentences.edition(fact, lang)}"
    is_total = whole is not None and fact is whole.fact
    share = ""
    if whole and whole.closes and fact in whole.members:
        share = sentences.share(fact, whole.fact.value, lang)
        share = say(lang, "chart.share", share=share)
    notes = [share]  # below the bar: on a phone few bars are as long as these words
    text = ""
    if fact.is_derived:
        text = sentences.formula(fact, facts, lang)
        notes.append(say(lang, "chart.derived_note") if fact.role == Role.WHOLE else "")
    if is_total and whole and not fact.is_derived:
        notes.append(parts.listed(whole.members, fact, lang))
    elif not is_total and wholes.parts(fact, facts):
        notes.append(parts.listed(wholes.parts(fact, facts), fact, lang))
    notes.append(sentences.before(fact, lang) or "")
    fill = bounds.fill(fact, Fill.OTHER if is_total else Fill.DECIDED)
    marks = bounds.marks(fact, axis, fill, text, facts, lang)
    return Row(head, subject, marks, " · ".join(filter(None, notes)))


def _earlier(fact: FactRow, facts: Sequence[FactRow], axis: Axis, lang: Lang) -> Row:
    fill = Fill.DERIVED if fact.is_derived else Fill.PAST
    label = f"{pick(lang, fact, 'subject')} · {sentences.edition(fact, lang)}"
    return Row(sentences.figure(fact, lang), label, bounds.marks(fact, axis, fill, "", facts, lang))
