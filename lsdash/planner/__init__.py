"""What would follow from each of the two plans for loading crews at the border, day by day.

Arithmetic on what the reader puts in: neither a forecast nor a recommendation. What the letter
leaves unsaid is never filled in: whatever depends on it is None until the reader gives it.
"""

from lsdash.planner.chance import band
from lsdash.planner.inputs import (
    ALLOWED,
    Allowed,
    BedKind,
    InputError,
    Inputs,
    Plan,
    Provenance,
    Queue,
    Target,
)
from lsdash.planner.outcome import Band, Day, Outcome, Sensitivity, Spread
from lsdash.planner.queue import Enough, capacity, to_fall
from lsdash.planner.run import PRICED, run
from lsdash.planner.what_matters import sensitivity

__all__ = [
    "ALLOWED",
    "PRICED",
    "Allowed",
    "Band",
    "BedKind",
    "Day",
    "Enough",
    "InputError",
    "Inputs",
    "Outcome",
    "Plan",
    "Provenance",
    "Queue",
    "Sensitivity",
    "Spread",
    "Target",
    "band",
    "capacity",
    "run",
    "sensitivity",
    "to_fall",
]
