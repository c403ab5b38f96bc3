"""The trucks: how many are cleared each day, and when the queue ends or how it grows."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from lsdash.planner.inputs import ALLOWED, Inputs, Queue
from lsdash.planner.outcome import TINY, Column


def trucks_of(inputs: Inputs, shift: Sequence[float]) -> dict[str, list[float]]:
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


def queue_of(first: float, evenings: Column) -> tuple[Queue, int | None]:
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


@dataclass(frozen=True)
class Enough:
    """What makes a queue fall where every shift is full: each by itself, the others as they are.

    None where that one alone cannot, within what it may be.
    """

    crews: int | None
    """At least so many."""
    minutes_per_truck: int | None
    """At most so many whole minutes."""
    gate_hours: float | None
    """At least so many, to a tenth."""


def capacity(inputs: Inputs) -> float:
    """Trucks a day that full shifts can clear."""
    return inputs.shift * inputs.trucks_per_loader


def to_fall(inputs: Inputs) -> Enough:
    """How far each of three inputs must go for more trucks to be cleared than arrive."""
    arriving, minutes = inputs.trucks_arriving, inputs.gate_hours * 60
    crews = minutes and math.floor(arriving * inputs.minutes_per_truck / minutes + TINY) + 1
    most = math.ceil(inputs.crews * minutes / arriving - TINY) - 1 if arriving else 0
    an_hour = inputs.crews * 60 / inputs.minutes_per_truck
    hours = an_hour and (math.floor(arriving / an_hour * 10 + TINY) + 1) / 10
    return Enough(
        int(crews) if 0 < crews <= ALLOWED["crews"].high else None,
        most if most >= ALLOWED["minutes_per_truck"].low else None,
        hours if 0 < hours <= ALLOWED["gate_hours"].high else None,
    )
