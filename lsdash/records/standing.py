"""What an earlier figure on record comes to just before a later document changes it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lsdash.model import Decision, Fact
from lsdash.records import references
from lsdash.records.references import CHANGES
from lsdash.vocabulary import Bound, Direction, Role, Status, Unit

Name = tuple[str, str]
"""A fact by both slugs, its document's first."""


@dataclass(frozen=True)
class Change:
    """A figure that changes an earlier one, and what that one stands at."""

    by: str
    fact: Fact
    stands: Decimal
    """In base units, after all that was done to it before."""
    source: str
    """The number of the document that has it so."""

    @property
    def by_fact(self) -> str:
        return self.fact.slug

    @property
    def after(self) -> Decimal | None:
        """What the change leaves; None where the figure is none and takes the other's place."""
        return _moved(self.stands, self.fact) if _is_change(self.fact) else None


def changes(archive: Mapping[str, Decision]) -> Mapping[str, Sequence[Change]]:
    """Every figure that changes an exact one of its unit, by the slug of its document.

    What is only asked for changes nothing. Where what a figure changes is not exact all the way,
    nothing is said of it. `archive` holds all documents by slug.
    """
    record = _Record(archive)
    found: dict[str, list[Change]] = defaultdict(list)
    for (slug, name), steps in record.steps.items():
        for signed_on, by in steps:
            before = record.before((slug, name), signed_on, by)
            if before and record.facts[by].unit == record.facts[slug, name].unit:
                found[by[0]].append(Change(by[0], record.facts[by], *before))
    return found


class _Record:
    """The facts that are changed or change others, and what was done to each, oldest first."""

    def __init__(self, archive: Mapping[str, Decision]) -> None:
        self.numbers: dict[str, str] = {}
        self.facts: dict[Name, Fact] = {}
        self.steps: dict[Name, list[tuple[date, Name]]] = defaultdict(list)
        for each in references.find(archive):
            if not (each.to_fact and each.by_fact):
                continue
            to, by = archive[each.to], archive[each.by]
            if Status.PROPOSED in {to.status, by.status}:
                continue
            changed, changing = _fact(to, each.to_fact), _fact(by, each.by_fact)
            if changed and changing:
                name, step = (to.slug, changed.slug), (by.slug, changing.slug)
                self.facts |= {name: changed, step: changing}
                self.numbers |= {to.slug: to.number, by.slug: by.number}
                self.steps[name].append((by.signed_on, step))
        for steps in self.steps.values():
            steps.sort()

    def before(
        self, name: Name, until: date, by: Name, above: frozenset[Name] = frozenset()
    ) -> tuple[Decimal, str] | None:
        """What a figure comes to before `by` of the day `until`, and in which document."""
        found = _exact(self.facts[name])
        source = self.numbers[name[0]]
        for signed_on, step in self.steps.get(name, ()):
            if step == by or (signed_on, step) >= (until, by):
                break
            if found is None or step in above:
                return None
            fact = self.facts[step]
            if fact.unit is not self.facts[name].unit:
                return None
            if _is_change(fact):
                found, source = _moved(found, fact), self.numbers[step[0]]
            else:
                told = self.before(step, until, by, above | {name})
                if told is None:
                    return None
                found, source = told
        return (found, source) if found is not None else None


def _fact(decision: Decision, name: str) -> Fact | None:
    return next((fact for fact in decision.facts if fact.slug == name), None)


def _exact(fact: Fact) -> Decimal | None:
    return fact.high if fact.bound is Bound.EXACT else None


def _is_change(fact: Fact) -> bool:
    return fact.role is Role.CHANGE or (fact.role is None and fact.direction in CHANGES)


def _moved(stands: Decimal, fact: Fact) -> Decimal | None:
    """None where it is not said by how much, or in per cent, which may be of the figure itself."""
    by = _exact(fact)
    if by is None or fact.unit is Unit.PERCENT:
        return None
    return stands - by if fact.direction is Direction.DECREASE else stands + by
