"""Which figure stands on the day of a view, after what later documents did to it.

A document keeps what it said; sums, titles and charts take what is in force. A request amends
nothing, and neither does a document signed after the day of the view: it is told as coming later.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from lsdash.contents.reading import Reading
from lsdash.store import read
from lsdash.store.rows import EffectRow, FactRow
from lsdash.sums import adjusted
from lsdash.vocabulary import RelationKind, Role, Status

Name = tuple[str, str]
"""A fact by both slugs, its document's first."""

ENDING = (RelationKind.REPEALS, RelationKind.REPLACES)
"""Relations after which the other document is in force no more."""

MOST_LINKS = 8
"""How far a chain of documents that amend one another is followed."""


@dataclass(frozen=True)
class Step:
    """One thing that a document did to a figure."""

    effect: EffectRow
    fact: FactRow
    """The figure that does it: the one that takes the place, or the change."""


@dataclass(frozen=True)
class Standing:
    """A figure as its own document has it, what was done to it, and what stands."""

    fact: FactRow
    current: FactRow
    """Name, subject and role of the figure itself; number, day, place and print of the document
    that it now stands in. Derived where a change was added to it."""
    steps: tuple[Step, ...] = ()
    """In force on the day of the view, oldest first."""
    later: tuple[Step, ...] = ()
    """Signed after that day, or only asked for."""

    @property
    def is_amended(self) -> bool:
        return bool(self.steps)

    def told(self) -> Iterator[tuple[Step, FactRow, FactRow]]:
        """Each step with the figure before and after it; what is only asked for moves nothing."""
        stands = self.fact
        for step in sorted((*self.steps, *self.later), key=lambda step: step.effect.signed_on):
            after = _after(stands, step)
            yield step, stands, after
            if step.effect.status != Status.PROPOSED:
                stands = after


def day(here: Reading) -> date:
    """The day of the view: the last one that its filters let in, else the release's last.

    Where they ask for no days at all, a week of which only a part is at hand moves it no further
    than the newest whole week: what the others decided is not known.
    """
    last: date = here.release.manifest.documents_to
    if here.view.document:
        return last
    filters = here.view.applied()
    held = here.ask(read.weeks)
    if not (filters.weeks or filters.signed_from or filters.signed_to):
        return max((week.period_to for week in held if not week.partly_at_hand), default=last)
    chosen = [week.period_to for week in held if week.slug in filters.weeks]
    return min(last, max(chosen, default=last), filters.signed_to or last)


def standing(here: Reading, facts: Sequence[FactRow]) -> Mapping[Name, Standing]:
    """How each of these facts stands on the day of the view, by its name."""
    chain = _Chain(here, facts)
    found = {_name(fact): chain.standing(fact) for fact in facts}
    stands = {name: each.current for name, each in found.items()}
    return {
        name: replace(each, current=_summed(each.current, stands)) if each.fact.formula else each
        for name, each in found.items()
    }


def current(here: Reading, facts: Sequence[FactRow]) -> tuple[FactRow, ...]:
    """These facts as they stand on the day of the view, in their order."""
    return tuple(each.current for each in standing(here, facts).values())


def done_to(here: Reading, slugs: Iterable[str]) -> Mapping[str, Sequence[EffectRow]]:
    """What other documents do to each of these as a whole, whenever they were signed."""
    found: dict[str, list[EffectRow]] = defaultdict(list)
    for effect in here.ask(read.effects, tuple(slugs)):
        if effect.fact is None:
            found[effect.decision].append(effect)
    return found


def ended(here: Reading, slugs: Iterable[str]) -> Mapping[str, EffectRow]:
    """Of these documents those that are in force no more, each with what ended it."""
    on = day(here)
    return {
        slug: effect
        for slug, effects in done_to(here, slugs).items()
        for effect in effects
        if effect.kind in ENDING and _counts(effect, on)
    }


def _counts(effect: EffectRow, on: date) -> bool:
    return effect.status != Status.PROPOSED and effect.signed_on <= on


class _Chain:
    """The facts asked for, those that amend them, and so on, with what each does."""

    def __init__(self, here: Reading, facts: Sequence[FactRow]) -> None:
        self.day = day(here)
        self.facts: dict[Name, FactRow] = {_name(fact): fact for fact in facts}
        self.effects: dict[Name, list[EffectRow]] = defaultdict(list)
        seen: set[str] = set()
        coming = tuple(dict.fromkeys(fact.decision for fact in facts))
        for _ in range(MOST_LINKS):
            found = [each for each in here.ask(read.effects, coming) if each.fact and each.by_fact]
            for effect in found:
                self.effects[effect.decision, effect.fact or ""].append(effect)
            seen.update(coming)
            coming = tuple(sorted({each.by for each in found} - seen))
            if not coming:
                break
            for slug in coming:
                self.facts |= {_name(fact): fact for fact in here.ask(read.facts_of, slug)}

    def standing(self, fact: FactRow, above: frozenset[Name] = frozenset()) -> Standing:
        """`above` are the facts that this one is followed for: none is followed twice.

        What changed this one again through the figure that it took the place of is told of it
        alone: that figure has the same step of its own.
        """
        name = _name(fact)
        done: list[Step] = []
        later: list[Step] = []
        for effect in self.effects.get(name, ()):
            by = self.facts.get((effect.by, effect.by_fact or ""))
            if by is None or _name(by) in above | {name} or (effect.is_again and above):
                continue
            step = Step(effect, self.standing(by, above | {name}).current)
            (done if _counts(effect, self.day) else later).append(step)
        stands = fact
        for step in done:
            stands = _after(stands, step)
        return Standing(fact, stands, tuple(done), tuple(later))


def _summed(total: FactRow, stands: Mapping[Name, FactRow]) -> FactRow:
    """A sum of ours over the figures that stand; as it is where one of them is not at hand."""
    names = [name.strip() for name in (total.formula or "").split("+")]
    terms = [stands.get((total.decision, name)) for name in names]
    known = [term for term in terms if term is not None]
    if len(known) < len(terms):
        return total
    return adjusted.exactly(total, sum((term.value for term in known), Decimal(0)))


def _after(fact: FactRow, step: Step) -> FactRow:
    """The figure after one step: another in its place, or with the change added.

    Days and what it is measured against are the new document's, where that says any.
    """
    new = step.fact
    if new.role == Role.CHANGE and fact.role != Role.CHANGE:
        return adjusted.by(fact, new) or fact
    return in_place(fact, new)


def in_place(fact: FactRow, new: FactRow) -> FactRow:
    """The figure with another document's in its place; name, subject and role stay its own."""
    timed = new if new.deadline or new.period_from else fact
    based = new if new.baseline_vi else fact
    return replace(
        fact,
        deadline=timed.deadline,
        period_from=timed.period_from,
        period_to=timed.period_to,
        period_basis=timed.period_basis,
        baseline_vi=based.baseline_vi,
        baseline_en=based.baseline_en,
        low_digits=new.low_digits,
        high_digits=new.high_digits,
        scale_digits=new.scale_digits,
        shown_scale=new.shown_scale,
        unit=new.unit,
        unit_called_vi=new.unit_called_vi,
        unit_called_en=new.unit_called_en,
        bound=new.bound,
        printed=new.printed,
        basis=new.basis,
        formula=new.formula if adjusted.is_in_figures(new.formula) else None,
        number=new.number,
        signed_on=new.signed_on,
        item=new.item,
        paragraph=new.paragraph,
    )


def _name(fact: FactRow) -> Name:
    return fact.decision, fact.slug
