"""How far chance alone moves a plan: seeded runs in which each loader falls ill or does not."""

import math
from bisect import bisect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random
from typing import Self

from lsdash.planner.inputs import ALLOWED, Allowed, InputError, Inputs, Plan
from lsdash.planner.outcome import Band, Spread
from lsdash.planner.people import Rule, rule_of

RUNS = Allowed("run", 1, 1000)


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
    rule = rule_of(inputs, plan)
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
class _Fates:
    """How a loader's time across can end: (evening of which day, days of isolation after)."""

    cut_short: tuple[tuple[int, int], ...]
    sums: tuple[float, ...]
    """Chances of these, each added to those before it."""
    full: tuple[int, int]

    @classmethod
    def of(cls, rule: Rule) -> Self:
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
