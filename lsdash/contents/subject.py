"""A subject: one question to the whole release by measure, never of one document.

A page stands on a base: a document that says how much there is. One that only amends or corrects
another is none: what it changed is merged into the other's figures, and what it adds joins them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from lsdash.contents.blocks import Line, Words
from lsdash.contents.effects import in_force, relations
from lsdash.contents.reading import Reading
from lsdash.model import Filters
from lsdash.quantities import totals
from lsdash.sentences import edition
from lsdash.store import read
from lsdash.store.rows import DecisionRow, EffectRow, FactRow
from lsdash.sums import wholes
from lsdash.text import figures
from lsdash.vocabulary import Measure, RelationKind, Role, Status

MEASURES: Mapping[str, tuple[Measure, ...]] = {
    "rural_roads": (Measure.ROAD_FUNDING, Measure.ROAD_TARGET),
    "college_quotas": (Measure.COLLEGE_QUOTA,),
    "energy_targets": (Measure.ENERGY_TARGET, Measure.ENERGY_TASK),
    "border_labor": (Measure.BORDER_LABOR_PLAN,),
    "commune_staff": (
        Measure.STAFF_CEILING,
        Measure.STAFF_REDUCTION,
        Measure.STAFF_PER_TITLE,
    ),
}
"""Subject page → the measures that it asks for, the leading one first."""

AMENDING = (RelationKind.AMENDS, RelationKind.CORRECTS)
"""What a document does that is no base; one that replaces another stands for itself."""


@dataclass(frozen=True)
class Subject:
    """What the release holds on some measures: all its facts, and the base's as they stand."""

    facts: tuple[FactRow, ...]
    """Of every document that answers, newest first, as each says them."""
    newest: DecisionRow
    """The base: the newest document in force that does not merely amend another.

    Ceilings by class of commune stay until they are replaced: part-time workers have others.
    """
    own: tuple[FactRow, ...]
    """Its figures as they stand on the day of the view, with those that others added to them."""
    before: tuple[FactRow, ...] = ()
    """Those of the bases before it, newest first; what was replaced or repealed is not there.

    Where a base stays until it is replaced, those of the bases beside it.
    """
    asked: tuple[FactRow, ...] = ()
    """What other documents only ask for."""
    elsewhere: DecisionRow | None = None
    """The document whose ceilings by class are in force, where the filters leave only others."""

    @property
    def documents(self) -> tuple[str, ...]:
        """Slugs of the documents that answer, newest first."""
        return _documents(self.facts)

    @property
    def ladder(self) -> tuple[FactRow, ...]:
        """The rules that a commune's ceiling follows from; none where they are elsewhere."""
        return () if self.elsewhere else self.own

    @property
    def is_series(self) -> bool:
        return bool(self.before)

    @property
    def changing(self) -> tuple[FactRow, ...]:
        """A figure of each other document that one of the base now stands in, newest first."""
        stand = {(fact.number, fact.signed_on) for fact in self.own}
        others = {
            (fact.number, fact.signed_on): fact
            for fact in self.facts
            if fact.decision != self.newest.slug
        }
        return tuple(fact for name, fact in others.items() if name in stand)

    @property
    def told(self) -> tuple[FactRow, ...]:
        """What the base and the documents that changed it say, each as it says it."""
        others = _documents((*self.before, *self.asked))
        return tuple(fact for fact in self.facts if fact.decision not in others)

    def of(self, slug: str) -> tuple[FactRow, ...]:
        return tuple(fact for fact in self.facts if fact.decision == slug)


def find(here: Reading) -> Subject | None:
    """The subject of this page. None where no document answers.

    Where those that pass the filters only amend others, the page stands on what they amend.
    """
    measures = MEASURES[here.view.page]
    facts = here.ask(read.facts, here.view.applied(), measures=measures)
    answering = _documents([fact for fact in facts if fact.measure == measures[0]])
    if not answering:
        return None
    done = _done_by(here, answering)
    amending = {
        slug: _amended_by(here, slug, facts, measures, done.get(slug, ())) for slug in answering
    }
    bases = [slug for slug in answering if not amending[slug]]
    if not bases:
        bases = _amended(here, amending, measures)
        facts = [*facts, *(fact for slug in bases for fact in _facts(here, slug, measures))]
    return _on(here, measures, tuple(facts), bases)


def _on(
    here: Reading, measures: Sequence[Measure], facts: tuple[FactRow, ...], bases: Sequence[str]
) -> Subject | None:
    """The subject on the first of these bases that is in force and decided, else on the first."""
    status = {fact.decision: fact.status for fact in facts}
    ended = in_force.ended(here, bases)
    is_letter = here.view.page == "border_labor"  # what it tells of is asked for by its nature
    standing = [slug for slug in bases if slug not in ended] or list(bases)
    decided = [slug for slug in standing if is_letter or status[slug] != Status.PROPOSED]
    chosen = _first_with_options(here, decided) if is_letter else next(iter(decided), None)
    kept = _kept(facts, bases, decided, ended) if measures[0] == Measure.STAFF_CEILING else None
    first = kept or chosen or standing[0]
    newest = here.ask(read.decision, first)
    if newest is None:
        return None
    older = decided[decided.index(first) + 1 :] if first in decided else []
    if kept:
        older = [slug for slug in decided if slug != kept]
    asked = [slug for slug in standing if status[slug] == Status.PROPOSED and slug != first]
    stand = in_force.current(here, [fact for fact in facts if fact.decision in {first, *older}])
    own = _joined([fact for fact in stand if fact.decision == first], _added(here, first, measures))
    return Subject(
        facts,
        newest,
        tuple(own),
        tuple(fact for fact in stand if fact.decision in older),
        () if is_letter else tuple(fact for fact in facts if fact.decision in asked),
        _elsewhere(here, first, measures),
    )


def _kept(
    facts: Sequence[FactRow],
    bases: Sequence[str],
    decided: Sequence[str],
    ended: Mapping[str, EffectRow],
) -> str | None:
    """The first document with ceilings by class, or what has taken its place since."""
    by_class = {fact.decision for fact in facts if fact.unit_class}
    for slug in reversed(bases):
        kept = slug
        for _ in range(in_force.MOST_LINKS):
            by = ended.get(kept)
            if by is None or by.kind != RelationKind.REPLACES:
                break
            kept = by.by
        if kept in decided and kept in by_class:
            return kept
    return None


def _elsewhere(here: Reading, first: str, measures: Sequence[Measure]) -> DecisionRow | None:
    """Where the filters leave ceilings of other workers: what they stand beside on that day."""
    of_that_day = Filters(signed_to=in_force.day(here))
    is_narrowed = here.view.applied() not in (Filters(), of_that_day)
    if measures[0] != Measure.STAFF_CEILING or not is_narrowed:
        return None
    about = find(here.at(replace(here.view, filters=of_that_day)))
    if about is None or first in _documents(about.told):
        return None
    return about.newest


def _first_with_options(here: Reading, slugs: Sequence[str]) -> str | None:
    """The first of these documents that offers options, or the first where none does."""
    found = (slug for slug in slugs if here.ask(read.options, slug))
    return next(found, next(iter(slugs), None))


def _done_by(here: Reading, slugs: Sequence[str]) -> Mapping[str, Sequence[EffectRow]]:
    """What each of these documents does to others.

    Without filters all documents of the subject are here, and one question tells it of all.
    """
    if here.view.applied() != Filters():
        return {slug: here.ask(read.effects_by, (slug,)) for slug in slugs}
    found: dict[str, list[EffectRow]] = defaultdict(list)
    for effect in here.ask(read.effects, tuple(slugs)):
        found[effect.by].append(effect)
    return found


def _amended_by(
    here: Reading,
    slug: str,
    facts: Sequence[FactRow],
    measures: Sequence[Measure],
    done: Sequence[EffectRow],
) -> list[EffectRow]:
    """What a document amends, where that is all that it does for a subject; else nothing."""
    own = {f.slug for f in facts if f.decision == slug and f.measure == measures[0]}
    effects = [each for each in done if each.kind in AMENDING]
    if own <= {each.by_fact for each in effects}:
        return [each for each in effects if each.by_fact in own]
    return [each for each in effects if not each.fact and _holds(here, each.decision, measures)]


def _holds(here: Reading, slug: str, measures: Sequence[Measure]) -> bool:
    return any(fact.measure == measures[0] for fact in here.ask(read.facts_of, slug))


def _amended(
    here: Reading, amending: Mapping[str, Sequence[EffectRow]], measures: Sequence[Measure]
) -> list[str]:
    """The bases behind documents that only amend, through others that do so too."""
    coming = [each.decision for effects in amending.values() for each in effects]
    bases: dict[str, None] = {}
    for _ in range(in_force.MOST_LINKS):
        further: list[str] = []
        for slug in dict.fromkeys(coming):
            done = here.ask(read.effects_by, (slug,))
            found = _amended_by(here, slug, _facts(here, slug, measures), measures, done)
            if found:
                further += [each.decision for each in found]
            else:
                bases[slug] = None
        coming = further
    signed = {slug: _facts(here, slug, measures)[0].signed_on for slug in bases}
    return sorted(bases, key=lambda slug: signed[slug], reverse=True)


def _facts(here: Reading, slug: str, measures: Sequence[Measure]) -> list[FactRow]:
    return [fact for fact in here.ask(read.facts_of, slug) if fact.measure in measures]


def _added(here: Reading, base: str, measures: Sequence[Measure]) -> Iterator[FactRow]:
    """Figures that others added to the base without taking the place of one of its own."""
    on = in_force.day(here)
    coming, seen = [base], {base}
    while coming:
        effects = here.ask(read.effects, tuple(coming))
        coming = []
        for each in effects:
            counts = each.status != Status.PROPOSED and each.signed_on <= on
            if each.kind not in AMENDING or not counts or each.by in seen:
                continue
            seen.add(each.by)
            coming.append(each.by)
            own = _facts(here, each.by, measures)
            done = {effect.by_fact for effect in here.ask(read.effects_by, (each.by,))} - {None}
            yield from (f for f in own if f.slug not in done and f.part_of not in done)


def _joined(own: Sequence[FactRow], added: Iterable[FactRow]) -> list[FactRow]:
    """The base's figures and those added to it; a sum of ours goes over both.

    A total that another document states is none of them: the newest takes the place of the base's
    own, unless a member was changed after it. Where there is one, a sum of ours is not needed.
    """
    others = list(added)
    totals = [fact for fact in others if _is_total(fact, own, others)]
    others = [fact for fact in others if fact not in totals]
    stated = [each for each in totals if not wholes.is_older(each, _like(each, [*own, *others]))]
    stated.sort(key=lambda fact: fact.signed_on)
    newest = {_alike(fact): replace(fact, role=Role.WHOLE) for fact in stated}
    others = [fact for fact in others if not _is_of_some(fact, own, [*others, *totals])]
    sums = [fact for fact in others if fact.role == Role.AMOUNT and wholes.is_exact(fact)]
    joined = [_with(fact, sums) for fact in own]
    for like, total in newest.items():
        before = _stated_total([fact for fact in own if _alike(fact) == like])
        if before in joined:
            joined[joined.index(before)] = in_force.in_place(before, total)
        else:
            joined.append(total)
    told = {wholes.unit(fact) for fact in [*newest.values(), *others] if fact.role == Role.WHOLE}
    return [
        fact
        for fact in [*joined, *others]
        if not (fact.formula and fact.role == Role.WHOLE and wholes.unit(fact) in told)
    ]


def _like(total: FactRow, facts: Sequence[FactRow]) -> list[FactRow]:
    """The figures that such a total would be of."""
    return [fact for fact in _amounts(facts) if _alike(fact) == _alike(total)]


def _is_total(fact: FactRow, own: Sequence[FactRow], others: Sequence[FactRow]) -> bool:
    """An added figure that says what the base comes to: as much, or called so and the largest."""
    if fact.is_derived or not wholes.is_exact(fact) or fact.role not in {Role.AMOUNT, Role.WHOLE}:
        return False
    if _is_of_some(fact, own, others):
        return False
    base = [each for each in own if _alike(each) == _alike(fact)]
    more = [each for each in _amounts(others) if each != fact and _alike(each) == _alike(fact)]
    found = wholes.total(base)
    members = list(found.members) if found else _amounts(base)
    sums = [each for each in (members, [*members, *more]) if len(each) > 1]
    if any(fact.value == _come_to(each) for each in sums):
        return True
    before = _stated_total(base)
    if before and before.value == fact.value:
        return True
    is_called_so = totals.is_named(fact.subject_vi) or fact.role == Role.WHOLE
    parts = wholes.parts(fact, others)
    largest = all(each.value <= fact.value for each in [*members, *more] if wholes.is_exact(each))
    return is_called_so and not parts and bool(members) and largest


def _is_of_some(fact: FactRow, own: Sequence[FactRow], others: Sequence[FactRow]) -> bool:
    """A total of those figures alone that its own document names: the base has others beside."""
    base = [each for each in _amounts(own) if _alike(each) == _alike(fact)]
    named = [each for each in base if each.number == fact.number]
    named += [
        each
        for each in _amounts(others)
        if each != fact and (each.decision, _alike(each)) == (fact.decision, _alike(fact))
    ]
    others_left = any(each.number != fact.number for each in base)
    is_sum = not fact.is_derived and len(named) > 1 and fact.value == _come_to(named)
    return is_sum and others_left


def _stated_total(facts: Sequence[FactRow]) -> FactRow | None:
    found = wholes.total(facts)
    return found.fact if found and not found.fact.is_derived else None


def _amounts(facts: Sequence[FactRow]) -> list[FactRow]:
    return [fact for fact in wholes.tops(facts) if fact.role == Role.AMOUNT]


def _come_to(facts: Sequence[FactRow]) -> Decimal | None:
    """What exact figures add up to; None where one of them is not exact."""
    exact = all(map(wholes.is_exact, facts))
    return sum((fact.value for fact in facts), Decimal(0)) if exact else None


def _alike(fact: FactRow) -> tuple[tuple[str, str | None], str, int | None]:
    """Figures that differ in this are never added up."""
    return wholes.unit(fact), fact.measure, fact.option


def _with(total: FactRow, added: Sequence[FactRow]) -> FactRow:
    """A sum of ours with figures of other documents, each under both slugs."""
    like = [fact for fact in added if _alike(fact) == _alike(total)]
    if not like or total.role != Role.WHOLE or not total.formula:
        return total
    value = total.value + sum((fact.value for fact in like), Decimal(0))
    scale = max(0, -int(value.as_tuple().exponent))
    digits = int(value.scaleb(scale))
    names = [f"{fact.decision}/{fact.slug}" for fact in like]
    return replace(
        total,
        formula=" + ".join([total.formula, *names]),
        low_digits=digits,
        high_digits=digits,
        scale_digits=scale,
    )


def _documents(facts: Iterable[FactRow]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fact.decision for fact in facts))


def amended(here: Reading, subject: Subject) -> list[Line]:
    """What other documents did to the base; then what those shown did to others than it."""
    base = subject.newest.slug
    lines = relations.incoming(here, base)
    by = {each.by for each in here.ask(read.effects, (base,))}
    for slug in subject.documents[: relations.MOST_TOLD]:
        effects = here.ask(read.effects_by, (slug,))
        if slug in {base, *by} or not any(each.kind in relations.TOLD for each in effects):
            continue
        first = subject.of(slug)[0]
        number = Words(first.number, "strong", here.view.of_document(slug))
        lines += [(number, Words(" · "), *told) for told in relations.outgoing(here, slug)]
    return lines


def earlier(here: Reading, subject: Subject) -> list[tuple[str, str]]:
    """The other documents on the subject, newest first, as (slug, words)."""
    told = []
    marks = relations.marks(here, subject.documents)
    for slug in subject.documents:
        if slug == subject.newest.slug:
            continue
        first = subject.of(slug)[0]
        day = figures.day(first.signed_on, here.lang)
        words = (first.number, day, edition(first, here.lang), marks.get(slug, ""))
        told.append((slug, " · ".join(filter(None, dict.fromkeys(words)))))
    return told
