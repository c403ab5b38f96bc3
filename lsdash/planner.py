"""What would follow from each of the two plans for loading crews at the border, day by day.

Arithmetic on what the reader puts in: neither a forecast nor a recommendation. What the letter
leaves unsaid is never filled in: whatever depends on it is None until the reader gives it.
"""

import math
from bisect import bisect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from enum import IntEnum, StrEnum
from functools import lru_cache
from itertools import accumulate
from operator import mul
from random import Random
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
    """The reader's; a default is a round number to begin with and no more."""


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
    provenance: Provenance = Provenance.ASSUMPTION
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
        return _cost(self.cost_parts)

    @property
    def loaders_to_find(self) -> int | None:
        """The roster needed in whole persons."""
        return None if self.roster_needed is None else math.ceil(self.roster_needed - TINY)

    def total(self, name: str) -> float | None:
        """Sum over the days of one field of Day; None where a day is unknown."""
        return _over([getattr(day, name) for day in self.days], sum)


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
PRICED = {
    "price_shift_day": "on_shift",
    "price_bed_day": "lodged",
    "price_quarantine_day": "quarantine",
    "price_check": "health_checks",
    "price_crossing": "crossings",
    "price_truck_day": "waiting_after",
}
"""Price → the field of Day whose sum it is multiplied by."""
RUNS = Allowed("run", 1, 1000)


def run(inputs: Inputs, plan: Plan) -> Outcome:
    """One plan, day by day.

    Trucks: capacity = crews at work × minutes the gate works ÷ minutes a truck takes; a crew
    that is not complete loads in proportion. Cleared = the smaller of capacity and what is there.
    Waiting in the evening = waiting before + arrived − cleared.

    Plan 1: each morning as many loaders cross as the full shift lacks. In the evening go home
    those with a symptom (chance × loaders on shift), those who leave early (share ÷ (stay − 1) of
    each intake, less those of it who fell ill), and all whose stay is over. From the next day
    each is isolated for the days given, and is then free to cross again.

    Plan 2: groups take turns, one day of work and then the isolation: roster = (1 + days of
    isolation) × loaders on shift, if nobody falls ill. It is plan 1 with a stay of one day and
    the isolation after it spent in the gate area.

    Roster needed = the most loaders at work and in isolation on one day. Beds = one a day for each
    loader lodged, and one for each in quarantine; beds given are compared and hold nobody back.

    The shift is manned whether or not trucks wait. With a roster given it is as large as those
    at home allow; then more crews can use them up at once and leave days without any.

    Loaders are exact expectations while no roster is given. Trucks follow the expected arrivals.
    Where the gate is hardly faster than these, or the roster hardly enough, chance makes the mean
    queue longer (see band).
    """
    rule = _rule(inputs, plan)
    columns = _columns(inputs, rule)
    needed = _needed(rule)
    roster = needed if inputs.roster is None else inputs.roster
    columns["home"] = [
        None if away is None or roster is None else max(0.0, roster - away)
        for away in map(_plus, columns["lodged"], columns["quarantine"])
    ]
    rows = zip(*(columns[each.name] for each in fields(Day)[1:]), strict=True)
    return Outcome(
        plan,
        tuple(Day(day, *row) for day, row in enumerate(rows, 1)),
        roster,
        needed,
        _beds(inputs, plan, columns),
        *_queue(inputs.trucks_waiting, columns["waiting_after"]),
        _cost_parts(inputs, columns),
        tuple(name for name, day in rule.unsaid if day < rule.days),
    )


def sensitivity(inputs: Inputs, plan: Plan, target: Target) -> tuple[Sensitivity, ...]:
    """Each input that is given and that the plan uses, moved by its step; largest effect first.

    The steps stand in ALLOWED; that two steps are equally likely is not said. The horizon and
    the beds given are not moved, prices only for the cost.
    """
    base = _target(inputs, plan, target)
    found = []
    for name, allowed in ALLOWED.items():
        value = getattr(inputs, name)
        aside = name in PRICED and target is not Target.COST
        if value is None or aside or not allowed.step or plan not in allowed.plans:
            continue
        low, high = max(allowed.low, value - allowed.step), min(allowed.high, value + allowed.step)
        tried = [_target(replace(inputs, **{name: at}), plan, target) for at in (low, high)]
        found.append(Sensitivity(name, low, high, tried[0], base, tried[1]))
    return tuple(sorted(found, key=lambda each: (each.effect is None, -(each.effect or 0))))


def band(inputs: Inputs, plan: Plan, seed: int, runs: int = 200) -> Band:
    """The plan by chance: arrivals Poisson, symptoms and leaving early binomial.

    A seed gives the same band wherever it is run: of Python's chance only `random()` is used,
    whose sequence is promised to stay. Without a roster every shift is full, so the queue
    varies with arrivals alone, and the roster needed with who falls ill or leaves.
    Time grows with days × runs: 200 runs of thirty days take some 20 ms, of a year 300 ms, with
    thousands of early leavers 10 s. Raises InputError where `runs` is not from 1 to 1000.
    """
    if not RUNS.fits(runs):
        raise InputError(field="runs", value=runs, allowed=RUNS)
    rule = _rule(inputs, plan)
    sure = rule.manned if inputs.roster is None else rule.known
    draw = Random(seed).random  # noqa: S311 (chance, not secrecy)
    arrivals, fates = _arrivals(inputs.trucks_arriving), _Fates.of(rule)
    drawn = [_drawn(inputs, fates, arrivals, draw) for _ in range(runs)]
    evenings = zip(*(waiting for waiting, _ in drawn), strict=True)
    whole = inputs.roster is None and rule.known == rule.days
    return Band(
        tuple(_spread(each) if day < sure else None for day, each in enumerate(evenings)),
        _spread([most for _, most in drawn]) if whole else None,
    )


@dataclass(frozen=True)
class _Rule:
    """What decides where the loaders are. Both plans send intakes; plan 2's stay one day."""

    days: int
    shift: int
    symptom_chance: float
    symptom_days: int
    early_days: int
    early_share: float
    stay: int
    after: int
    """Days of isolation after a full stay."""
    in_gate: bool
    """Whether it is spent in the gate area."""
    unsaid: tuple[tuple[str, int], ...]
    """Inputs that were not given, each with the days that do not depend on it; where one stands
    for a number above, that number is only there to reckon with and nothing made of it is told."""

    @property
    def known(self) -> int:
        """How many days do not depend on anything that was not given."""
        return min([self.days, *(day for _, day in self.unsaid)])

    @property
    def manned(self) -> int:
        """The days of which shift and crossings are known while the roster has no limit."""
        return 0 if "stay_days" in dict(self.unsaid) else self.days

    @property
    def still_there(self) -> list[float]:
        """Share of an intake at work on its first, second … last day."""
        leaving, healthy = self.early_share / max(1, self.stay - 1), 1 - self.symptom_chance
        return [(1 - leaving * day) * healthy**day for day in range(self.stay)]


def _rule(inputs: Inputs, plan: Plan) -> _Rule:
    in_gate = plan == Plan.SAME_DAY
    stay = 1 if in_gate else inputs.stay_days
    share = inputs.early_leave_share if stay is None or stay > 1 else 0.0
    after = inputs.gate_isolation_days if in_gate else inputs.full_stay_isolation_days
    depends = {
        "stay_days": (stay, 0),
        "early_quarantine_days": (inputs.early_quarantine_days if share else 0, 1),
        "gate_isolation_days" if in_gate else "full_stay_isolation_days": (after, stay or 0),
    }
    return _Rule(
        inputs.days,
        inputs.shift,
        inputs.symptom_chance,
        inputs.symptom_isolation_days,
        inputs.early_quarantine_days or 0,
        share,
        stay or 2,
        after or 0,
        in_gate,
        tuple(
            (name, day) for name, (value, day) in depends.items() if value is None and inputs.shift
        ),
    )


@lru_cache(maxsize=64)
def _loaders(rule: _Rule, roster: float | None) -> Mapping[str, Sequence[float]]:
    """Loaders by field of Day; an isolation that was not given counts as none.

    Kept, because a sensitivity moves many inputs on which no loader depends.
    """
    limit = math.inf if roster is None else roster
    chance, stay, still = rule.symptom_chance, rule.stay, rule.still_there
    kept, last = still[1:], still[-1] * (1 - chance)
    names = ("crossed_out", "on_shift", "crossed_back", "off_shift", "quarantine")
    told: dict[str, list[float]] = {name: [] for name in names}
    out, on_shift, back, off_shift, quarantine = told.values()
    ill, early, full = [0.0], [0.0], [0.0]
    across = 0.0
    for _ in range(rule.days):
        after = _held(full, rule.after)
        isolated = _held(ill, rule.symptom_days) + _held(early, rule.early_days)
        out.append(max(0.0, min(rule.shift - across, limit - across - after - isolated)))
        shift = across + out[-1]
        across = sum(map(mul, kept, out[:-stay:-1]), 0.0)
        on_shift.append(shift)
        back.append(shift - across)
        off_shift.append(after if rule.in_gate else 0.0)
        quarantine.append(isolated if rule.in_gate else isolated + after)
        ends = out[-stay] * last if len(out) >= stay else 0.0
        leaves = max(0.0, shift - across - chance * shift - ends) if rule.early_share else 0.0
        ill.append(ill[-1] + chance * shift)
        early.append(early[-1] + leaves)
        full.append(full[-1] + ends)
    return told


def _held(sums: Sequence[float], days: int) -> float:
    """Those who entered on the last so many evenings; `sums` counts all who ever did."""
    return sums[-1] - sums[max(0, len(sums) - 1 - days)]


def _needed(rule: _Rule) -> float | None:
    if rule.known < rule.days:
        return None
    told = _loaders(rule, None)
    away = zip(told["on_shift"], told["off_shift"], told["quarantine"], strict=True)
    return max(shift + off + isolated for shift, off, isolated in away)


def _columns(inputs: Inputs, rule: _Rule) -> dict[str, Column]:
    """The days side by side, by field of Day but for `home`; None where unknown."""
    told = _loaders(rule, inputs.roster)
    sure = rule.manned if inputs.roster is None else rule.known
    columns = {name: _until(sure, column) for name, column in told.items()}
    for name, column in _trucks(inputs, told["on_shift"]).items():
        columns[name] = _until(sure, column)
    isolated = "off_shift" if rule.in_gate else "quarantine"
    columns[isolated] = _until(rule.known, told[isolated])
    columns["arrived"] = [inputs.trucks_arriving] * rule.days
    columns["lodged"] = list(map(_plus, columns["on_shift"], columns["off_shift"]))
    columns["crossings"] = list(map(_plus, columns["crossed_out"], columns["crossed_back"]))
    columns["health_checks"] = columns["crossed_out"]
    return columns


def _trucks(inputs: Inputs, shift: Sequence[float]) -> dict[str, list[float]]:
    capacity = [loaders * inputs.trucks_per_loader for loaders in shift]
    cleared: list[float] = []
    waiting = [float(inputs.trucks_waiting)]
    for most in capacity:
        there = waiting[-1] + inputs.trucks_arriving
        cleared.append(min(most, there))
        waiting.append(there - cleared[-1])
    before, after = waiting[:-1], waiting[1:]
    names = ("capacity", "cleared", "waiting_before", "waiting_after")
    return dict(zip(names, (capacity, cleared, before, after), strict=True))


def _until(day: int, column: Column) -> Column:
    return column if day >= len(column) else [*column[:day], *[None] * (len(column) - day)]


def _plus(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one + other


def _over(column: Column, how: Callable[[list[float]], float]) -> float | None:
    known = [each for each in column if each is not None]
    return how(known) if len(known) == len(column) else None


def _beds(inputs: Inputs, plan: Plan, columns: Mapping[str, Column]) -> tuple[Beds, ...]:
    kind, given = BedKind.ACROSS, inputs.beds_across
    if plan == Plan.SAME_DAY:
        kind, given = BedKind.GATE, inputs.beds_gate
    quarantine = _over(columns["quarantine"], max)
    return (
        Beds(kind, _over(columns["lodged"], max), given),
        Beds(BedKind.QUARANTINE, quarantine, inputs.beds_quarantine),
    )


def _queue(first: float, evenings: Column) -> tuple[Queue, int | None]:
    """What becomes of the queue, and the day on which it is gone."""
    for day, left in enumerate(evenings, 1):
        if left is not None and left <= TINY:
            return Queue.GONE, day
    last = evenings[-1]
    if last is None:
        return Queue.UNKNOWN, None
    if abs(last - first) <= TINY:
        return Queue.LEVEL, None
    return (Queue.GROWS if last > first else Queue.NOT_YET), None


def _cost_parts(inputs: Inputs, columns: Mapping[str, Column]) -> dict[str, float | None]:
    parts: dict[str, float | None] = {}
    for price, name in PRICED.items():
        each, count = getattr(inputs, price), _over(columns[name], sum)
        if each is not None:
            parts[price] = None if count is None else each * count
    return parts


def _cost(parts: Mapping[str, float | None]) -> float | None:
    return _over(list(parts.values()), sum) if parts else None


def _target(inputs: Inputs, plan: Plan, target: Target) -> float | None:
    rule = _rule(inputs, plan)
    if target is Target.ROSTER:
        return _needed(rule)
    columns = _columns(inputs, rule)
    if target is Target.WAITING:
        return columns["waiting_after"][-1]
    if target is Target.TRUCK_DAYS:
        return _over(columns["waiting_after"], sum)
    if target is Target.BEDS:
        return _over(columns["lodged"], max)
    return _cost(_cost_parts(inputs, columns))


@dataclass(frozen=True)
class _Fates:
    """How a loader's time across can end: (evening of which day, days of isolation after)."""

    cut_short: tuple[tuple[int, int], ...]
    sums: tuple[float, ...]
    """Chances of these, each added to those before it."""
    full: tuple[int, int]

    @classmethod
    def of(cls, rule: _Rule) -> Self:
        chance, healthy = rule.symptom_chance, 1 - rule.symptom_chance
        ways = [
            (there * chance, (day, rule.symptom_days))
            for day, there in enumerate(rule.still_there, 1)
        ]
        ways += [
            (healthy**day * rule.early_share / (rule.stay - 1), (day, rule.early_days))
            for day in range(1, rule.stay)
        ]
        sums = accumulate(share for share, _ in ways)
        return cls(tuple(end for _, end in ways), tuple(sums), (rule.stay, rule.after))

    def drawn(self, loaders: int, draw: Callable[[], float]) -> list[tuple[tuple[int, int], int]]:
        """Ends, and how many of these loaders come to each: one by one, or by end for many."""
        total, last = self.sums[-1], len(self.sums) - 1
        short = left = _binomial(loaders, min(1.0, total), draw)
        counts = [(self.full, loaders - short)]
        if short <= 2 * last:
            at = (bisect(self.sums, draw() * total, 0, last) for _ in range(short))
            return [*counts, *((self.cut_short[each], 1) for each in at)]
        before = 0.0
        for end, upto in zip(self.cut_short, self.sums, strict=True):
            share = (upto - before) / (total - before) if upto < total else 1.0
            counts.append((end, _binomial(left, share, draw)))
            left, before = left - counts[-1][1], upto
            if not left:
                break
        return counts


def _drawn(
    inputs: Inputs, fates: _Fates, arrivals: Sequence[float], draw: Callable[[], float]
) -> tuple[list[float], int]:
    """One chance run: trucks waiting every evening, and most loaders away on one day."""
    beyond = inputs.days + ALLOWED["stay_days"].high + ALLOWED["early_quarantine_days"].high + 1
    gone_home, free_again = [0] * int(beyond), [0] * int(beyond)
    across = away = most = 0
    queue, waiting = inputs.trucks_waiting, []
    for day in range(inputs.days):
        across -= gone_home[day]
        away -= free_again[day]
        out = inputs.shift - across
        if inputs.roster is not None:
            out = min(out, inputs.roster - away)
        across += out
        away += out
        most = max(most, away)
        for (worked, isolated), count in fates.drawn(out, draw):
            gone_home[day + worked] += count
            free_again[day + worked + isolated] += count
        queue += min(bisect(arrivals, draw()), len(arrivals) - 1)
        queue -= min(across * inputs.trucks_per_loader, queue)
        waiting.append(queue)
    return waiting, most


def _arrivals(mean: float) -> list[float]:
    """Chance of at most 0, 1, 2 … trucks in a day, until it cannot be told from 1."""
    most = int(mean + 10 * math.sqrt(mean) + 20) if mean else 1
    log = math.log(mean) if mean else 0.0
    return list(accumulate(math.exp(n * log - mean - math.lgamma(n + 1)) for n in range(most)))


def _binomial(loaders: int, chance: float, draw: Callable[[], float]) -> int:
    """How many of them it befalls; by the bell curve once that is as good as exact."""
    if chance > 0.5:
        return loaders - _binomial(loaders, 1 - chance, draw)
    variance = loaders * chance * (1 - chance)
    if variance > 50:
        bell = math.sqrt(-2 * math.log(1 - draw())) * math.cos(math.tau * draw())
        return min(loaders, max(0, round(loaders * chance + bell * math.sqrt(variance))))
    befallen = 0
    while loaders and chance > 0:
        group = min(loaders, int(min(1e6, 10 / chance)))  # (1 − chance)^group must not vanish
        loaders -= group
        left, term, count = draw(), (1 - chance) ** group, 0
        while left > term and count < group:
            left -= term
            count += 1
            term *= (group - count + 1) / count * chance / (1 - chance)
        befallen += count
    return befallen


def _spread(values: Sequence[float]) -> Spread:
    ranked = sorted(values)
    low, median, high = (ranked[round(part * (len(ranked) - 1))] for part in (0.05, 0.5, 0.95))
    return Spread(low, median, high)
