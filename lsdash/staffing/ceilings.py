"""The staff ceiling of a commune, ward or township, with the rule behind every step. Pure.

The rules are facts of a decision: ceilings by class, and reductions with their exact scope.
Whether two reductions add up is for the reader to say where the decision does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lsdash.vocabulary import Measure, StaffCondition, UnitKind

if TYPE_CHECKING:  # a list of communes is read by a process that has no use for the store
    from lsdash.store.rows import FactRow


@dataclass(frozen=True)
class Commune:
    """One commune-level unit. `present` is its staff now, in persons, if known."""

    name: str
    unit_class: int
    kind: UnitKind
    regular_police: bool
    """Its police chief is of the regular police."""
    farmers: bool
    """It has a Farmers' Association."""
    present: int | None = None


@dataclass(frozen=True)
class Step:
    """One rule as it bears on a commune. `change` is in persons; 0 where the rule is not used."""

    rule: FactRow
    change: int
    used: bool
    out_of_scope: bool = False
    """The condition is met, but the rule does not name this kind of unit."""


@dataclass(frozen=True)
class Ceiling:
    """At most so many persons, by these steps."""

    commune: Commune
    persons: int
    steps: tuple[Step, ...]
    sum_matters: bool
    """Two reductions apply: the answer depends on whether they add up."""

    @property
    def over(self) -> int | None:
        """Present staff above the ceiling; below it is negative; None where staff is not given."""
        return None if self.commune.present is None else self.commune.present - self.persons


def ceiling(commune: Commune, rules: Sequence[FactRow], *, add_up: bool) -> Ceiling:
    """The ceiling of `commune` under the rules of one decision.

    `add_up` says whether two reductions are both taken off; otherwise the larger one is.
    Raises LookupError where the decision has no ceiling for the commune's class.
    """
    base = next(
        (
            rule
            for rule in rules
            if rule.measure == Measure.STAFF_CEILING and rule.unit_class == commune.unit_class
        ),
        None,
    )
    if base is None:
        raise LookupError(f"no ceiling for class {commune.unit_class}")
    met = [rule for rule in rules if rule.measure == Measure.STAFF_REDUCTION]
    met = [rule for rule in met if _is_met(rule, commune)]
    in_scope = [rule for rule in met if commune.kind in rule.unit_kinds]
    taken = in_scope if add_up else sorted(in_scope, key=lambda rule: -rule.value)[:1]
    steps = [Step(base, int(base.value), used=True)]
    for rule in met:
        used = rule in taken
        change = -int(rule.value) if used else 0
        steps.append(Step(rule, change, used, out_of_scope=rule not in in_scope))
    persons = sum(step.change for step in steps)
    return Ceiling(commune, persons, tuple(steps), sum_matters=len(in_scope) > 1)


def _is_met(rule: FactRow, commune: Commune) -> bool:
    if rule.condition == StaffCondition.REGULAR_POLICE:
        return commune.regular_police
    if rule.condition == StaffCondition.NO_FARMERS:
        return not commune.farmers
    return False
