"""How documents on record stand to one another, put together from what each does and undergoes.

A figure that took the place of another one is changed again by whatever changes that one later.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from lsdash.store.by_document import (
    EFFECTS,
    EFFECTS_BY,
    FACTS,
    RELATIONS,
    Documents,
    first,
    heads,
    last,
    of_each,
    rows,
)
from lsdash.store.release import Release
from lsdash.store.rows import DecisionRow, Effect, EffectRow, FactRow, Head, RelatedRow, RelationRow
from lsdash.vocabulary import Role, Status

Named = Head | DecisionRow
Heads = Mapping[int, Named]
Figures = Mapping[tuple[int, str | None], FactRow]
"""By the number of their document and their slug."""

Place = tuple[int, int | None]
"""Where a row stands: the number of the document that does something, and a position in it."""


def effects(release: Release, documents: Documents) -> list[EffectRow]:
    """What others do to these documents and to facts of theirs, oldest first."""
    direct = rows(release, EFFECTS, documents)
    by_these = rows(release, EFFECTS_BY, documents)
    later = rows(release, EFFECTS, _changed_in_part(by_these))
    again = _again(release, by_these, later, direct)
    told = sorted([*direct, *again], key=lambda it: (it.by_decision, it.decision, *_within(it)))
    named = heads(release, _ends(told))
    return [_row(each, named, named[each.by_decision], each in again) for each in told]


def effects_by(release: Release, documents: Documents) -> list[EffectRow]:
    """What these documents do to others and to facts of theirs."""
    told = rows(release, EFFECTS_BY, documents)
    told.sort(key=lambda it: (it.decision, *_within(it), it.by_decision))
    named = heads(release, _ends(told))
    return [_row(each, named, named[each.decision]) for each in told]


def related(release: Release, documents: Documents, slug: str = "") -> list[RelatedRow]:
    """How these documents stand to others, and their figures to those of others, newest first.

    With a document's slug only what that one does, and what is done to it.
    """
    by_these = rows(release, EFFECTS_BY, documents)
    earlier = rows(release, EFFECTS, _changed_in_part(by_these))
    again = _again(release, earlier, by_these, by_these)
    of_figures = [each for each in by_these if each.fact is not None]
    figures = _figures(release, _ends([*of_figures, *again]))
    named = heads(release, {*documents, *_ends(by_these), *_ends(again)})
    told = [*_of_documents(of_each(release, RELATIONS, documents), by_these, named)]
    told += [_of_figure(each, figures, named) for each in of_figures]
    told += [
        _of_figure(each, figures, named, is_again=True)
        for each in again
        if (each.by_decision, each.by_fact) in figures
    ]
    told.sort(key=_order)
    return [row for _, row in told if slug in ("", row.by, row.decision)]


def _again(
    release: Release, earlier: Sequence[Effect], later: Sequence[Effect], direct: Sequence[Effect]
) -> set[Effect]:
    """What later effects do to the figures that earlier ones put in the place of others.

    Unless that is told directly, or the earlier figure is a change or only asked for.
    """
    changing: dict[tuple[int, str], list[Effect]] = defaultdict(list)
    for each in later:
        if each.fact is not None:
            changing[each.decision, each.fact].append(each)
    chains = [
        (was, by)
        for was in earlier
        if was.fact is not None
        for by in changing.get((was.decision, was.fact), ())
        if by.by_decision > was.by_decision
    ]
    figures = _figures(release, {was.by_decision for was, _ in chains})
    named = heads(release, {was.by_decision for was, _ in chains})
    known = {(each.decision, each.fact, each.by_decision) for each in direct}
    return {
        Effect(was.by_decision, was.by_fact, by.kind, by.by_decision, by.by_fact)
        for was, by in chains
        if (figure := figures.get((was.by_decision, was.by_fact)))
        and figure.role != Role.CHANGE
        and named[was.by_decision].status != Status.PROPOSED
        and (was.by_decision, was.by_fact, by.by_decision) not in known
    }


def _changed_in_part(told: Iterable[Effect]) -> list[int]:
    """The documents to whose figures something is done."""
    return sorted({each.decision for each in told if each.fact is not None})


def _ends(told: Iterable[Effect]) -> set[int]:
    return {end for each in told for end in (each.decision, each.by_decision)}


def _figures(release: Release, documents: Iterable[int]) -> Figures:
    held = of_each(release, FACTS, sorted(documents))
    return {(number, fact.slug): fact for number, facts in held.items() for fact in facts}


def _within(effect: Effect) -> tuple[Any, ...]:
    """The order of what one document does to another."""
    return first(effect.fact), last(effect.by_fact), effect.kind


def _row(effect: Effect, named: Heads, told: Named, is_again: bool = False) -> EffectRow:
    return EffectRow(
        named[effect.decision].slug,
        effect.fact,
        effect.kind,
        named[effect.by_decision].slug,
        effect.by_fact,
        told.number,
        told.signed_on,
        told.status,
        told.bulletin,
        told.short_title_vi,
        told.short_title_en,
        is_again,
    )


def _of_documents(
    relations: Mapping[int, Sequence[RelationRow]], told: Iterable[Effect], named: Heads
) -> Iterator[tuple[Place, RelatedRow]]:
    """What documents say of others, with the one on record where it is; of two both."""
    done: dict[tuple[int, str], set[int]] = defaultdict(set)
    for each in told:
        if each.fact is None:
            done[each.by_decision, each.kind].add(each.decision)
    for doing, said in relations.items():
        for relation in said:
            alike = (named[each] for each in done.get((doing, relation.kind), ()))
            meant: list[Named | None] = [head for head in alike if _means(relation, head)]
            for target in meant or [None]:
                yield (
                    (doing, relation.position),
                    _related(
                        named[doing],
                        by_fact=None,
                        kind=relation.kind,
                        decision=target.slug if target else None,
                        fact=None,
                        target_vi=relation.target_vi,
                        target_en=relation.target_en,
                        target_number=relation.number,
                        target_signed_on=target.signed_on if target else None,
                        period_vi=relation.period_vi,
                        period_en=relation.period_en,
                        was_printed=None,
                        printed=None,
                        item=relation.item,
                        paragraph=relation.paragraph,
                        paper_place=relation.paper_place,
                        is_again=False,
                    ),
                )


def _means(relation: RelationRow, head: Named) -> bool:
    """By its slug where the record says it, else by its number, zeros in front aside."""
    if relation.document is not None:
        return relation.document == head.slug
    return relation.number is not None and _bare(relation.number) == _bare(head.number)


def _bare(number: str) -> str:
    return number.lstrip("0").lower()


def _of_figure(
    effect: Effect, figures: Figures, named: Heads, *, is_again: bool = False
) -> tuple[Place, RelatedRow]:
    """What one figure does to one of another document."""
    old = figures.get((effect.decision, effect.fact))
    new = figures.get((effect.by_decision, effect.by_fact))
    target = named[effect.decision]
    row = _related(
        named[effect.by_decision],
        by_fact=effect.by_fact,
        kind=effect.kind,
        decision=target.slug,
        fact=effect.fact,
        target_vi=target.short_title_vi,
        target_en=target.short_title_en,
        target_number=target.number,
        target_signed_on=target.signed_on,
        period_vi=None,
        period_en=None,
        was_printed=old.printed if old else None,
        printed=new.printed if new else None,
        item=new.item if new else None,
        paragraph=new.paragraph if new else None,
        paper_place=new.paper_place if new else None,
        is_again=is_again,
    )
    return (effect.by_decision, new.position if new else None), row


def _related(doing: Named, **told: Any) -> RelatedRow:
    return RelatedRow(
        by=doing.slug,
        number=doing.number,
        signed_on=doing.signed_on,
        status=doing.status,
        sector=doing.sector,
        bulletin=doing.bulletin,
        short_title_vi=doing.short_title_vi,
        short_title_en=doing.short_title_en,
        **told,
    )


def _order(told: tuple[Place, RelatedRow]) -> tuple[Any, ...]:
    """Newest document first, what it does as a whole before what its figures do."""
    (doing, position), row = told
    return (
        -doing,
        first(row.fact),
        (position is None, position or 0),
        row.kind,
        last(row.by_fact),
        row.is_again,
        last(row.decision),
    )
