"""Which inputs move the queue most."""

from collections.abc import Sequence
from decimal import Decimal

from lsdash import planner
from lsdash.contents.blocks import Block, Line, Said, Table, Words, line, quiet, strong
from lsdash.contents.reading import Reading
from lsdash.contents.what_if.plans import Outcomes
from lsdash.contents.what_if.words import input_value, plan_name, tally
from lsdash.planner import Inputs, Plan, Queue, Target
from lsdash.text import say

SHOWN_EFFECTS = 5


def effects(here: Reading, inputs: Inputs, outcomes: Outcomes) -> list[Block]:
    """Which inputs move the queue most, each moved a step down and a step up.

    Once for both plans where it is the same.
    """
    found = {plan: _moving(inputs, plan) for plan in outcomes}
    are_alike = found[Plan.STAY] == found[Plan.SAME_DAY]
    blocks: list[Block] = []
    for plan in [Plan.STAY] if are_alike else list(outcomes):
        name = say(here.lang, "planner.both") if are_alike else plan_name(here, plan)
        blocks.append(Said(strong(name)))
        if found[plan]:
            blocks += _effects(here, plan, found[plan])
        else:
            is_unsaid = outcomes[plan].queue is Queue.UNKNOWN
            key = "planner.queue_unknown" if is_unsaid else "planner.no_effect"
            blocks.append(Said(quiet(say(here.lang, key))))
    return blocks


def _moving(inputs: Inputs, plan: Plan) -> list[planner.Sensitivity]:
    """The inputs that move the queue most."""
    found = planner.sensitivity(inputs, plan, Target.TRUCK_DAYS)
    return [each for each in found[:SHOWN_EFFECTS] if each.effect]


def _effects(here: Reading, plan: Plan, found: Sequence[planner.Sensitivity]) -> tuple[Said, Table]:
    base = say(here.lang, "planner.effect_base", base=tally(here, found[0].base))
    heads = tuple(say(here.lang, f"planner.effect_{name}") for name in ("of", "low", "high"))
    rows = tuple(_effect(here, each) for each in found)
    alt = say(here.lang, "planner.effects_alt")
    return Said(quiet(base)), Table(f"effects-{int(plan)}", heads, rows, alt)


def _effect(here: Reading, each: planner.Sensitivity) -> tuple[Line, ...]:
    """The input, and what comes of each of the two values tried."""
    tried = ((each.low, each.at_low), (each.high, each.at_high))
    return (
        line(say(here.lang, f"input.{each.field}")),
        *(
            line(
                f"{input_value(here, each.field, Decimal(f'{value:g}'))} → ",
                Words(tally(here, found), "strong"),
            )
            for value, found in tried
        ),
    )
