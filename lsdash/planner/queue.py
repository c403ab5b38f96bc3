"""The trucks: how many are cleared each day, and when the queue ends or how it grows."""

from collections.abc import Sequence

from lsdash.planner.inputs import Inputs, Queue
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
