"""What comes out: days, beds, costs, and how sums go on where a part of them is unknown."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from lsdash.planner.inputs import BedKind, Plan, Queue


@dataclass(frozen=True, slots=True)
class Day:
    """One day in expected numbers; None where it depends on what was not given.

    Every loader is counted once: on_shift + off_shift + quarantine + home = roster.
    """

    day: int
    """Counted from 1."""
    waiting_before: float | None
    arrived: float | None
    capacity: float | None
    cleared: float | None
    waiting_after: float | None
    on_shift: float | None
    off_shift: float | None
    """Isolated in the gate area between two days of work (plan 2); nobody under plan 1."""
    lodged: float | None
    """Across (plan 1) or in the gate area (plan 2), on shift and off: one bed each."""
    quarantine: float | None
    """Isolated elsewhere: after a symptom, an early return, a full stay."""
    home: float | None
    """Free to work."""
    crossed_out: float | None
    crossed_back: float | None
    crossings: float | None
    """Of persons, both ways."""
    health_checks: float | None
    """One before each crossing out, as both plans state. Plan 1 also has health watched at work,
    without saying how often: not counted."""


@dataclass(frozen=True)
class Beds:
    kind: BedKind
    peak: float | None
    given: int | None

    @property
    def are_enough(self) -> bool | None:
        """None while the peak is unknown or no beds were given."""
        if self.peak is None or self.given is None:
            return None
        return self.peak <= self.given + TINY


@dataclass(frozen=True)
class Outcome:
    """What follows from the inputs under one plan."""

    plan: Plan
    days: tuple[Day, ...]
    roster: float | None
    """The one given, else the one needed."""
    roster_needed: float | None
    """Most loaders away from home on one day when every shift is full, in expected numbers:
    chance as a rule asks for a few more (see band)."""
    beds: tuple[Beds, ...]
    queue: Queue
    queue_gone_on: int | None
    """First day that ends with no truck waiting."""
    cost_parts: Mapping[str, float | None]
    """đồng by name of price, for the prices given; None where the number of days is unknown."""
    unsaid: tuple[str, ...]
    """Inputs not given on which something here depends."""

    @property
    def cost(self) -> float | None:
        """Sum of what has a price; None when nothing has one, or a part is unknown."""
        return total_cost(self.cost_parts)

    @property
    def loaders_to_find(self) -> int | None:
        """The roster needed in whole persons."""
        return None if self.roster_needed is None else math.ceil(self.roster_needed - TINY)

    def total(self, name: str) -> float | None:
        """Sum over the days of one field of Day; None where a day is unknown."""
        return over([getattr(day, name) for day in self.days], sum)


@dataclass(frozen=True)
class Sensitivity:
    """How a target answers when one input moves a step down and a step up, the others fixed."""

    field: str
    low: float
    high: float
    """The values tried: a step away, or the end of the range."""
    at_low: float | None
    base: float | None
    at_high: float | None

    @property
    def effect(self) -> float | None:
        """The larger of the two changes, without its sign; None when neither is known."""
        tried = [at for at in (self.at_low, self.at_high) if at is not None]
        return None if self.base is None or not tried else max(abs(at - self.base) for at in tried)


@dataclass(frozen=True)
class Spread:
    """Of the chance runs: nine in ten lie from low to high, half on each side of the median."""

    low: float
    median: float
    high: float


@dataclass(frozen=True)
class Band:
    waiting: tuple[Spread | None, ...]
    """Trucks in the evening, by day; None where it depends on what was not given."""
    roster_needed: Spread | None
    """None also where the roster is given."""


Column = Sequence[float | None]


TINY = 1e-6
"""Fewer trucks or loaders than this are only rounding."""


def known_until(day: int, column: Column) -> Column:
    return column if day >= len(column) else [*column[:day], *[None] * (len(column) - day)]


def plus(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one + other


def over(column: Column, how: Callable[[list[float]], float]) -> float | None:
    known = [each for each in column if each is not None]
    return how(known) if len(known) == len(column) else None


def total_cost(parts: Mapping[str, float | None]) -> float | None:
    return over(list(parts.values()), sum) if parts else None
