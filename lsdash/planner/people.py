"""The loaders of a plan: who is on shift, off shift, in isolation, and how many it takes."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import mul

from lsdash.planner.inputs import Inputs, Plan


@dataclass(frozen=True)
class Rule:
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


def rule_of(inputs: Inputs, plan: Plan) -> Rule:
    in_gate = plan == Plan.SAME_DAY
    stay = 1 if in_gate else inputs.stay_days
    share = inputs.early_leave_share if stay is None or stay > 1 else 0.0
    after = inputs.gate_isolation_days if in_gate else inputs.full_stay_isolation_days
    depends = {
        "stay_days": (stay, 0),
        "early_quarantine_days": (inputs.early_quarantine_days if share else 0, 1),
        "gate_isolation_days" if in_gate else "full_stay_isolation_days": (after, stay or 0),
    }
    return Rule(
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
def loaders(rule: Rule, roster: float | None) -> Mapping[str, Sequence[float]]:
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


def needed_roster(rule: Rule) -> float | None:
    if rule.known < rule.days:
        return None
    told = loaders(rule, None)
    away = zip(told["on_shift"], told["off_shift"], told["quarantine"], strict=True)
    return max(shift + off + isolated for shift, off, isolated in away)
