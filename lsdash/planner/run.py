"""A plan day by day: people, trucks, beds and costs put together."""

from collections.abc import Mapping
from dataclasses import fields

from lsdash.planner.inputs import BedKind, Inputs, Plan
from lsdash.planner.outcome import Beds, Column, Day, Outcome, known_until, over, plus
from lsdash.planner.people import Rule, loaders, needed_roster, rule_of
from lsdash.planner.queue import queue_of, trucks_of

PRICED = {
    "price_shift_day": "on_shift",
    "price_bed_day": "lodged",
    "price_quarantine_day": "quarantine",
    "price_check": "health_checks",
    "price_crossing": "crossings",
    "price_truck_day": "waiting_after",
}
"""Price → the field of Day whose sum it is multiplied by."""


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
    rule = rule_of(inputs, plan)
    columns = columns_of(inputs, rule)
    needed = needed_roster(rule)
    roster = needed if inputs.roster is None else inputs.roster
    columns["home"] = [
        None if away is None or roster is None else max(0.0, roster - away)
        for away in map(plus, columns["lodged"], columns["quarantine"])
    ]
    rows = zip(*(columns[each.name] for each in fields(Day)[1:]), strict=True)
    return Outcome(
        plan,
        tuple(Day(day, *row) for day, row in enumerate(rows, 1)),
        roster,
        needed,
        _beds(inputs, plan, columns),
        *queue_of(inputs.trucks_waiting, columns["waiting_after"]),
        costs_of(inputs, columns),
        tuple(name for name, day in rule.unsaid if day < rule.days),
    )


def columns_of(inputs: Inputs, rule: Rule) -> dict[str, Column]:
    """The days side by side, by field of Day but for `home`; None where unknown."""
    told = loaders(rule, inputs.roster)
    sure = rule.manned if inputs.roster is None else rule.known
    columns = {name: known_until(sure, column) for name, column in told.items()}
    for name, column in trucks_of(inputs, told["on_shift"]).items():
        columns[name] = known_until(sure, column)
    isolated = "off_shift" if rule.in_gate else "quarantine"
    columns[isolated] = known_until(rule.known, told[isolated])
    columns["arrived"] = [inputs.trucks_arriving] * rule.days
    columns["lodged"] = list(map(plus, columns["on_shift"], columns["off_shift"]))
    columns["crossings"] = list(map(plus, columns["crossed_out"], columns["crossed_back"]))
    columns["health_checks"] = columns["crossed_out"]
    return columns


def _beds(inputs: Inputs, plan: Plan, columns: Mapping[str, Column]) -> tuple[Beds, ...]:
    kind, given = BedKind.ACROSS, inputs.beds_across
    if plan == Plan.SAME_DAY:
        kind, given = BedKind.GATE, inputs.beds_gate
    quarantine = over(columns["quarantine"], max)
    return (
        Beds(kind, over(columns["lodged"], max), given),
        Beds(BedKind.QUARANTINE, quarantine, inputs.beds_quarantine),
    )


def costs_of(inputs: Inputs, columns: Mapping[str, Column]) -> dict[str, float | None]:
    parts: dict[str, float | None] = {}
    for price, name in PRICED.items():
        each, count = getattr(inputs, price), over(columns[name], sum)
        if each is not None:
            parts[price] = None if count is None else each * count
    return parts
