"""What an earlier figure on record comes to just before a later document changes it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
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


def changes(decisions: Iterable[Decision]) -> Iterator[Change]:
    """Every figure that changes an exact one of its unit; what is only asked for changes nothing.

    Where what it changes is not exact all the way, nothing is said of it.
    """
    record = _Record(decisions)
    for (slug, name), steps in record.steps.items():
        for signed_on, by in steps:
            found = record.before((slug, name), signed_on, by)
            if found and record.facts[by].unit == record.facts[slug, name].unit:
                yield Change(by[0], record.facts[by], *found)


class _Record:
    """The facts on record by name, and what was done to each, oldest first."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        known = [each for each in decisions if each.status is not Status.PROPOSED]
        self.documents: Mapping[str, Decision] = {each.slug: each for each in known}
        self.facts = {(each.slug, fact.slug): fact for each in known for fact in each.facts}
        self.steps: dict[Name, list[tuple[date, Name]]] = defaultdict(list)
        for each in references.find(known):
            if each.to_fact and each.by_fact and (each.to, each.to_fact) in self.facts:
                signed_on = self.documents[each.by].signed_on
                self.steps[each.to, each.to_fact].append((signed_on, (each.by, each.by_fact)))
        for steps in self.steps.values():
            steps.sort()

    def before(
        self, name: Name, until: date, by: Name, above: frozenset[Name] = frozenset()
    ) -> tuple[Decimal, str] | None:
        """What a figure comes to before `by` of the day `until`, and in which document."""
        found = _exact(self.facts[name])
        source = self.documents[name[0]].number
        for signed_on, step in self.steps.get(name, ()):
            if step == by or (signed_on, step) >= (until, by):
                break
            if found is None or step in above:
                return None
            fact = self.facts[step]
            if fact.unit is not self.facts[name].unit:
                return None
            if _is_change(fact):
                found, source = _moved(found, fact), self.documents[step[0]].number
            else:
                told = self.before(step, until, by, above | {name})
                if told is None:
                    return None
                found, source = told
        return (found, source) if found is not None else None


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
