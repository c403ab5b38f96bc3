"""What is put in: the two plans, each input with what it may be and where it comes from."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import IntEnum, StrEnum
from typing import Any, Self, TypeGuard

from lsdash.errors import LsdashError


class Plan(IntEnum):
    """The letter's own numbers."""

    STAY = 1
    """Loaders cross, stay in the isolation area across, come home when the stay is over."""
    SAME_DAY = 2
    """Loaders cross and come back the same day, then are isolated in the gate area."""


class Provenance(StrEnum):
    STATED = "stated"
    """In the letter: no default here, only the figure that a page takes from its record."""
    PRESS = "press"
    """From a cited press report: no default here, only what a page puts in and cites."""
    ASSUMPTION = "assumption"
    """The reader's."""
    START = "start"
    """A default: a round number to begin with, that nobody chose."""


class Queue(StrEnum):
    """What becomes of the trucks waiting, from the first morning to the last evening."""

    GONE = "gone"
    NOT_YET = "not_yet"
    """Fewer than at first, but some still there."""
    LEVEL = "level"
    GROWS = "grows"
    UNKNOWN = "unknown"
    """Depends on something that was not given."""


class BedKind(StrEnum):
    ACROSS = "across"
    GATE = "gate"
    QUARANTINE = "quarantine"


class Target(StrEnum):
    """What a sensitivity looks at."""

    WAITING = "waiting"
    """Trucks waiting on the last evening."""
    TRUCK_DAYS = "truck_days"
    """Trucks waiting in the evening, summed over the days: tells even where the queue is gone."""
    ROSTER = "roster"
    """Loaders needed in all to keep the shift full."""
    BEDS = "beds"
    """Most beds at once where the plan lodges its loaders: across, or in the gate area."""
    COST = "cost"


@dataclass(frozen=True)
class Allowed:
    """What an input may be, and where its default comes from."""

    unit: str
    low: float
    high: float
    step: float = 0
    """How far a sensitivity moves it, up and down; 0 leaves it where it is."""
    default: float | None = None
    """None: the reader may give it or leave it out."""
    provenance: Provenance = Provenance.START
    plans: tuple[Plan, ...] = tuple(Plan)
    """The plans that it can change."""

    @property
    def whole(self) -> bool:
        return self.unit in {"day", "crew", "person", "bed", "run"}

    def fits(self, value: object) -> bool:
        if not _is_number(value) or (self.whole and not isinstance(value, int)):
            return False
        return self.low <= value <= self.high

    def nearest(self, value: object) -> float | None:
        """The nearer end, or the nearest whole number; the default for what is no number."""
        if not _is_number(value):
            return self.default
        inside = min(max(value, self.low), self.high)
        return round(inside) if self.whole else inside


def _is_number(value: object) -> TypeGuard[float]:
    if isinstance(value, float):
        return math.isfinite(value)
    return isinstance(value, int) and not isinstance(value, bool)


class InputError(LsdashError, ValueError):
    """An input that cannot be used: its name, its value, and what may stand there."""

    def __init__(self, *, field: str, value: object, allowed: Allowed) -> None:
        number = "whole number" if allowed.whole else "number"
        super().__init__(
            f"{field}={value!r} cannot be used: "
            f"give a {number} from {allowed.low:.10g} to {allowed.high:.10g}"
        )
        self.field, self.value, self.allowed = field, value, allowed


def _asked(unit: str, low: float, high: float, step: float = 0, **more: Any) -> Any:
    """An input with its range; without a default in `more` it begins as not given."""
    allowed = Allowed(unit, low, high, step, **more)
    return field(default=allowed.default, metadata={"allowed": allowed})


ONLY_1: dict[str, Any] = {"plans": (Plan.STAY,)}


ONLY_2: dict[str, Any] = {"plans": (Plan.SAME_DAY,)}


STATED: dict[str, Any] = {"provenance": Provenance.STATED}


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What the two plans are worked out from. Raises InputError for a value out of its range,
    not finite, or broken where only whole numbers make sense (see ALLOWED)."""

    days: int = _asked("day", 1, 365, default=30)
    """How many days to look at."""
    trucks_waiting: float = _asked("vehicle", 0, 10_000, 50, default=300)
    """On the first morning."""
    trucks_arriving: float = _asked("vehicle", 0, 2_000, 10, default=80)
    """A day."""
    gate_hours: float = _asked("hour", 0, 24, 1, default=10)
    """Hours a day in which trucks are loaded."""
    minutes_per_truck: float = _asked("minute", 1, 1440, 10, default=60)
    """That one crew takes for one truck, whatever the size of the crew."""
    crew_size: int = _asked("person", 1, 50, 1, default=10)
    """Loaders in a crew."""
    crews: int = _asked("crew", 0, 100, 1, default=10)
    """At work at once. Under plan 1 whoever is across works every day."""
    roster: int | None = _asked("person", 0, 500_000, 10)
    """Loaders there are in all; not given: as many as the shift needs."""
    symptom_chance: float = _asked("share", 0, 1, 0.001, default=0.001)
    """That a loader shows a symptom in the evening of a day's work."""
    symptom_isolation_days: int = _asked("day", 0, 60, 7, default=14)
    """Whole days of isolation after a symptom, on the home side. The letter gives no number."""
    stay_days: int | None = _asked("day", 1, 60, 5, **STATED, **ONLY_1)
    """Days of work across."""
    early_leave_share: float = _asked("share", 0, 1, 0.05, default=0.1, **ONLY_1)
    """Share of those who cross on one day that asks to go home before their stay is over: the
    same number of them on each evening but the last. A stay of one day has no such evening."""
    early_quarantine_days: int | None = _asked("day", 0, 60, 7, **STATED, **ONLY_1)
    """Whole days of compulsory isolation after leaving early. Matters once somebody has left."""
    full_stay_isolation_days: int | None = _asked("day", 0, 60, 7, **ONLY_1)
    """Whole days of isolation after a full stay. Not stated; matters once a stay has ended."""
    gate_isolation_days: int | None = _asked("day", 0, 60, 1, **ONLY_2)
    """Whole days in the gate area between two days of work. Not stated. 0: the night alone,
    and back at work the next day."""
    beds_across: int | None = _asked("bed", 0, 500_000, **ONLY_1)
    beds_gate: int | None = _asked("bed", 0, 500_000, **ONLY_2)
    beds_quarantine: int | None = _asked("bed", 0, 500_000)
    price_shift_day: float | None = _asked("vnd", 0, 1e9, 10_000)
    """One loader's day at work."""
    price_bed_day: float | None = _asked("vnd", 0, 1e9, 10_000)
    """One loader's day lodged across (plan 1) or in the gate area (plan 2)."""
    price_quarantine_day: float | None = _asked("vnd", 0, 1e9, 10_000)
    price_check: float | None = _asked("vnd", 0, 1e9, 10_000)
    """One person's health check before crossing."""
    price_crossing: float | None = _asked("vnd", 0, 1e9, 10_000)
    """One person over the border, one way."""
    price_truck_day: float | None = _asked("vnd", 0, 1e9, 10_000)
    """One truck that still waits in the evening."""

    def __post_init__(self) -> None:
        for name, allowed in ALLOWED.items():
            value = getattr(self, name)
            if not allowed.fits(value) and not (value is None and allowed.default is None):
                raise InputError(field=name, value=value, allowed=allowed)

    @classmethod
    def clamped(cls, values: Mapping[str, Any]) -> tuple[Self, tuple[InputError, ...]]:
        """The nearest inputs that can be used, and an error for each value that was changed.

        `values` are numbers or None by name of input; another name raises TypeError.
        """
        kept, changed = dict(values), []
        for name, value in values.items():
            try:
                cls(**{name: value})
            except InputError as error:
                changed.append(error)
                kept[name] = ALLOWED[name].nearest(value)
        return cls(**kept), tuple(changed)

    @property
    def shift(self) -> int:
        """Loaders of a full shift = crews × loaders in a crew."""
        return self.crews * self.crew_size

    @property
    def trucks_per_loader(self) -> float:
        """Trucks a day = minutes the gate works ÷ minutes a crew takes for one ÷ crew size."""
        return self.gate_hours * 60 / self.minutes_per_truck / self.crew_size


ALLOWED: Mapping[str, Allowed] = {each.name: each.metadata["allowed"] for each in fields(Inputs)}
