"""Which input moves an answer most, each tried at both ends of what it may be."""

from dataclasses import replace

from lsdash.planner.inputs import ALLOWED, Inputs, Plan, Target
from lsdash.planner.outcome import Sensitivity, over, total_cost
from lsdash.planner.people import needed_roster, rule_of
from lsdash.planner.run import PRICED, columns_of, costs_of


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


def _target(inputs: Inputs, plan: Plan, target: Target) -> float | None:
    rule = rule_of(inputs, plan)
    if target is Target.ROSTER:
        return needed_roster(rule)
    columns = columns_of(inputs, rule)
    if target is Target.WAITING:
        return columns["waiting_after"][-1]
    if target is Target.TRUCK_DAYS:
        return over(columns["waiting_after"], sum)
    if target is Target.BEDS:
        return over(columns["lodged"], max)
    return total_cost(costs_of(inputs, columns))
