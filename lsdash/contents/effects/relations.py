"""How documents stand to one another, both ways: what one does to others, what was done to it.

Each line leads to the other document. Of a figure that another one takes the place of both readings
are told. A mark says of a document in a list that it is not as it was.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from lsdash import sentences
from lsdash.contents.blocks import Line, Words
from lsdash.contents.effects import in_force
from lsdash.contents.reading import Reading
from lsdash.model import DocumentNumber, Filters, ascii_slug
from lsdash.records import references
from lsdash.store import read
from lsdash.store.rows import ChangeRow, EffectRow, FactRow, RelatedRow, RelationRow
from lsdash.sums.money import Standing, reckon
from lsdash.text import figures, pick, say
from lsdash.vocabulary import Bound, ChangeKind, RelationKind, Status

MARKS = (
    RelationKind.REPEALS,
    RelationKind.REPLACES,
    RelationKind.CORRECTS,
    RelationKind.AMENDS,
    RelationKind.ANSWERS,
)
"""What a list says of a document that this was done to; of several the first."""

TOLD = frozenset(MARKS)
"""Relations that are news: a citation is none."""

MOST_TOLD = 12

Readings = Mapping[tuple[str, str, str, str], tuple[FactRow, FactRow]]
"""A figure before and after, by its document and slug and by those of the figure that did it."""


def outgoing(here: Reading, slug: str) -> list[Line]:
    """What this document does to others, those on record as links."""
    effects = here.ask(read.effects_by, (slug,))
    decision = here.ask(read.decision, slug)
    by = decision.number if decision else ""
    readings = _readings(here, {each.decision for each in effects if each.fact})
    told: set[tuple[str, str]] = set()
    lines = []
    for row in here.ask(read.relations, slug):
        to = _meant(row, effects)
        line = _named(here, row, to)
        if to and (to.decision, row.kind) not in told:
            told.add((to.decision, row.kind))
            line += _figures(here, _of(effects, to.decision, row.kind), readings, by=by)
            line += _given(here, to)
        lines.append(line)
    for each in effects:
        if (each.decision, each.kind) not in told:
            told.add((each.decision, each.kind))
            head = Words(say(here.lang, f"relation.{each.kind}"), "strong")
            line = (head, Words(": "), _link(here, each.decision, each.number, each))
            lines.append(
                line + _figures(here, _of(effects, each.decision, each.kind), readings, by=by)
            )
    return lines


def incoming(here: Reading, slug: str) -> list[Line]:
    """What other documents do to this one and to its figures, oldest first.

    A correction that the record itself took over is among them, under the document that it names:
    the figures shown are the corrected ones whatever the day of the view.
    """
    on = in_force.day(here)
    effects = [*here.ask(read.effects, (slug,))]
    readings = {**_readings(here, {slug} if any(each.fact for each in effects) else ())}
    taken_over: set[str] = set()
    for correction, pair in _recorded(here, slug):
        taken_over.add(correction.number)
        own = (correction.number, correction.fact)
        published = [each for each in effects if (each.number, each.fact) == own]
        if not published:
            effects.append(correction)
        if pair:
            readings |= {_key(each): pair for each in published or [correction]}
    return [
        _line(here, own, readings, on=own[0].signed_on if own[0].number in taken_over else on)
        for own in _grouped(effects)
    ]


def of_documents(here: Reading, filters: Filters) -> list[Line]:
    """What the documents that pass these filters correct, amend, end or answer, newest first."""
    rows = here.ask(read.related, filters)
    effects = [
        _effect(row) for row in rows if row.decision and row.kind in TOLD and not row.is_again
    ]
    readings = _readings(here, {each.decision for each in effects if each.fact})
    lines = []
    for own in _grouped(effects)[:MOST_TOLD]:
        row = next(row for row in rows if (row.decision, row.by) == (own[0].decision, own[0].by))
        target = " · ".join(filter(None, (row.target_number, _title(here, row))))
        to = Words(target, "strong", here.view.of_document(own[0].decision))
        lines.append(
            (to, Words(": "), *_line(here, own, readings, on=in_force.day(here), capital=False))
        )
    return lines


def marks(here: Reading, slugs: Iterable[str]) -> Mapping[str, str]:
    """Of these documents those that are not as they were on the day of the view, each in a word."""
    on = in_force.day(here)
    found: dict[str, RelationKind] = {}
    again: set[str] = set()
    for effect in here.ask(read.effects, tuple(slugs)):
        is_asked = effect.status == Status.PROPOSED and effect.kind in sentences.CHANGING
        if effect.kind not in TOLD or is_asked or effect.signed_on > on:
            continue
        if effect.is_again:
            again.add(effect.decision)
            continue
        kind = RelationKind(effect.kind)
        if effect.decision not in found or MARKS.index(kind) < MARKS.index(found[effect.decision]):
            found[effect.decision] = kind
    told = {slug: say(here.lang, "mark.again") for slug in again}
    return told | {slug: say(here.lang, f"mark.{kind}") for slug, kind in found.items()}


def _named(here: Reading, row: RelationRow, to: EffectRow | None) -> Line:
    """`Đính chính: 381/QĐ-UBND · Quyết định phân bổ kinh phí (theo mục 1, đoạn 1)`.

    The number stands once, and the place is one in the bulletin, not in the other document.
    """
    target = pick(here.lang, row, "target")
    number = to.number if to else row.number or ""
    if number not in target:
        target = f"{number} · {target}"
    period = sentences.row_text(row, "period", here.lang)
    if period:
        target = say(here.lang, "decisions.target_period", target=target, period=period)
    place = sentences.place(row.item, row.paragraph, here.lang, row.paper_place)
    told_in = "relation.told_in_paper" if row.paper_place else "relation.told_in"
    return (
        Words(say(here.lang, f"relation.{row.kind}"), "strong"),
        Words(": "),
        Words(target, to=here.view.of_document(to.decision) if to else None),
        Words(" "),
        Words(say(here.lang, told_in, place=place), "quiet"),
    )


def _line(
    here: Reading,
    effects: Sequence[EffectRow],
    readings: Readings,
    *,
    on: date,
    capital: bool = True,
) -> Line:
    """`Được đính chính tại 61/TB-UBND (11/03/2020): xi măng: 8.300 → 8.030 triệu đồng`."""
    first = effects[0]
    said = sentences.effect(first, here.lang, on=on)
    said = said[:1].upper() + said[1:] if capital else said
    to = here.view.of_document(first.by) if first.bulletin else None
    return (Words(said, to=to), *_figures(here, effects, readings), *_given(here, first))


def _figures(
    here: Reading, effects: Sequence[EffectRow], readings: Readings, *, by: str = ""
) -> Line:
    """The figures that are done something to, each as it was and as it is.

    `by` is the number of the document that does it, where the effects carry the other one's.
    """
    words: list[Words] = []
    for each in effects:
        pair = readings.get(_key(each))
        if pair:
            was, now = pair
            words += [
                Words("; " if words else ": "),
                Words(f"{pick(here.lang, was, 'subject')}: "),
                Words(
                    sentences.became(was, now, here.lang, by=by or each.number),
                    "strong",
                    here.view.of_document(was.decision, was.slug),
                ),
            ]
    return tuple(words)


def _given(here: Reading, effect: EffectRow) -> Line:
    """`: xin 10.000 triệu đồng, quyết định 5.000 triệu đồng`, of an answer in money."""
    if effect.kind != RelationKind.ANSWERS or not effect.by:
        return ()
    asked = _sum(here, effect.decision, Standing.PROPOSED)
    given = _sum(here, effect.by, Standing.DECIDED)
    if not (asked and given):
        return ()
    return (Words(say(here.lang, "effect.given", asked=asked, given=given)),)


def _sum(here: Reading, slug: str, standing: Standing) -> str:
    """What a document asks for or decides in money; empty where that is no single exact sum."""
    found = reckon(here.ask(read.facts_of, slug))[standing]
    if len(found.sums) != 1 or found.alternatives or found.amended or found.apart:
        return ""
    only, value = found.sums[0], found.sums[0].value
    return figures.figure(
        value, value, unit=only.unit, bound=Bound.EXACT, scale=only.scale, lang=here.lang
    )


def _key(effect: EffectRow) -> tuple[str, str, str, str]:
    return effect.decision, effect.fact or "", effect.by, effect.by_fact or ""


def _readings(here: Reading, slugs: Iterable[str]) -> Readings:
    """Every figure of these documents that others do something to, before and after."""
    facts = [fact for slug in sorted(slugs) for fact in here.ask(read.facts_of, slug)]
    return {
        _key(step.effect): (was, now)
        for standing in in_force.standing(here, facts).values()
        for step, was, now in standing.told()
    }


def _recorded(
    here: Reading, slug: str
) -> Iterator[tuple[EffectRow, tuple[FactRow, FactRow] | None]]:
    """Corrections made in the record that name a document, with the figure before and after."""
    changes = here.ask(read.changes, slug)
    by_slug = {fact.slug: fact for fact in here.ask(read.facts_of, slug)}
    for at, change in enumerate(changes):
        if change.made_by and change.kind == ChangeKind.CORRECTION:
            fact = by_slug.get(change.fact or "")
            pair = None
            if fact and change.was_printed:
                later = [each for each in changes[at + 1 :] if each.fact == fact.slug]
                after = next((each for each in later if each.was_printed), None)
                pair = (_before(fact, change), _before(fact, after) if after else fact)
            yield _of_change(here, change, change.made_by), pair


def _of_change(here: Reading, change: ChangeRow, number: str) -> EffectRow:
    """An entry of a record's history as what the document that it names does.

    Of a document that is not on record `bulletin` is empty.
    """
    by = _slug(number, change.made_on.year)
    document = here.ask(read.decision, by) if by else None
    return EffectRow(
        decision=change.decision,
        fact=change.fact,
        kind=str(RelationKind.CORRECTS),
        by=by,
        by_fact=None,
        number=number,
        signed_on=change.made_on,
        status=str(Status.DECIDED),
        bulletin=document.bulletin if document else "",
        short_title_vi=document.short_title_vi if document else "",
        short_title_en=document.short_title_en if document else "",
    )


def _slug(number: str, year: int) -> str:
    """What a document of the committee with this number would be called; empty where none would."""
    try:
        key = DocumentNumber.read(number)
    except ValueError:
        return ""
    parts = (f"{key.number}{key.suffix}", key.year, ascii_slug(key.symbol), year)
    return "-".join(str(each) for each in parts if each)


def _before(fact: FactRow, change: ChangeRow) -> FactRow:
    """The fact with the figure that it had before this entry."""
    return replace(
        fact,
        low_digits=change.was_low_digits,
        high_digits=change.was_high_digits,
        scale_digits=change.was_scale_digits or 0,
        shown_scale=change.was_shown_scale or 1,
        unit=change.was_unit or fact.unit,
        bound=change.was_bound or fact.bound,
        printed=change.was_printed,
    )


def _meant(row: RelationRow, effects: Sequence[EffectRow]) -> EffectRow | None:
    """The document on record that a relation leads to."""
    return next(
        (
            each
            for each in effects
            if each.fact is None
            and each.kind == row.kind
            and (
                each.decision == row.document
                if row.document
                else references.is_same(row.number, each.number)
            )
        ),
        None,
    )


def _effect(row: RelatedRow) -> EffectRow:
    return EffectRow(
        decision=row.decision or "",
        fact=row.fact,
        kind=row.kind,
        by=row.by,
        by_fact=row.by_fact,
        number=row.number,
        signed_on=row.signed_on,
        status=row.status,
        bulletin=row.bulletin,
        short_title_vi=row.short_title_vi,
        short_title_en=row.short_title_en,
        is_again=row.is_again,
    )


def _grouped(effects: Iterable[EffectRow]) -> list[list[EffectRow]]:
    """Those of one document on another, of one kind, together."""
    groups: dict[tuple[str, str, str, bool], list[EffectRow]] = {}
    for each in effects:
        groups.setdefault((each.decision, each.by, each.kind, each.is_again), []).append(each)
    return list(groups.values())


def _of(effects: Iterable[EffectRow], decision: str, kind: str) -> list[EffectRow]:
    return [each for each in effects if (each.decision, each.kind) == (decision, kind)]


def _title(here: Reading, row: RelatedRow) -> str:
    decision = here.ask(read.decision, row.decision)
    return pick(here.lang, decision, "short_title") if decision else ""


def _link(here: Reading, slug: str, number: str, effect: EffectRow) -> Words:
    title = pick(here.lang, effect, "short_title")
    return Words(f"{number} · {title}", to=here.view.of_document(slug))
