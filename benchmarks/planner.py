"""The planner at its extremes over a year, both plans and what matters most: processor time.

`python benchmarks/planner.py`; the floor is a plain loop over the same days. `--small` takes one
case over a month.
"""

import argparse
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from lsdash import planner
from lsdash.planner import Inputs, Plan, Target
from lsdash.planner.people import loaders

DAYS = 365
LENGTHS = {"stay_days": 30, "early_quarantine_days": 14, "days": DAYS}
CASES = {
    "as it begins": Inputs(**LENGTHS, full_stay_isolation_days=14, gate_isolation_days=2),
    "zero crews": Inputs(**LENGTHS, crews=0),
    "arrivals above capacity": Inputs(**LENGTHS, trucks_arriving=2000),
    "everybody ill": Inputs(**LENGTHS, symptom_chance=1, gate_isolation_days=60),
}


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--small", action="store_true", help="one case over a month")
    is_small = asked.parse_args().small
    cases = {name: replace(CASES[name], days=30) for name in [*CASES][:1]} if is_small else CASES
    floor = fastest(lambda: [sum(range(10)) for _ in range(DAYS)])
    print(f"{'floor: a loop over the days':40}{floor * 1000:8.2f} ms")
    for name, case in cases.items():
        for plan in Plan:
            taken = fastest(lambda case=case, plan=plan: whole(case, plan))
            label = f"{name}, option {int(plan)}"
            print(f"{label:40}{taken * 1000:8.2f} ms {taken / floor:8.0f} times the floor")


def whole(case: Inputs, plan: Plan) -> None:
    loaders.cache_clear()
    planner.run(case, plan)
    planner.sensitivity(case, plan, Target.COST)


def fastest(what: Callable[[], object]) -> float:
    """Processor seconds of the fastest of five: a busy machine does not count."""
    taken = []
    for _ in range(5):
        begun = time.process_time()
        what()
        taken.append(time.process_time() - begun)
    return min(taken)


if __name__ == "__main__":
    main()
