"""The two plans for loading crews: three cases worked out by hand, then the rules one by one."""

import math
import re
from dataclasses import FrozenInstanceError, asdict, fields
from pathlib import Path
from typing import Any

import pytest

from lsdash import planner
from lsdash.planner import (
    ALLOWED,
    PRICED,
    BedKind,
    InputError,
    Inputs,
    Outcome,
    Plan,
    Provenance,
    Queue,
    Target,
)

STAY, SAME_DAY = Plan.STAY, Plan.SAME_DAY


def column(outcome: Outcome, name: str) -> list[float | None]:
    return [getattr(day, name) for day in outcome.days]


def approx(values: list[float]) -> Any:
    return pytest.approx(values, abs=1e-6)


LENGTHS: dict[str, Any] = {"stay_days": 30, "early_quarantine_days": 14}
"""What a letter may state; the planner has no lengths of its own."""


def inputs(**given: Any) -> Inputs:
    """Nobody falls ill or leaves early unless the case says so."""
    return Inputs(**{"symptom_chance": 0, "early_leave_share": 0} | LENGTHS | given)


# Case 1, by hand: plan 1, nobody leaves early, three days.
#
# Loaders: 2 crews of 3 = 6. All cross on day 1 and stay (30 days), so 6 are at work on each of
# the three days, nobody is isolated, and 6 loaders are enough.
# Crossings: 6 out on day 1, none on days 2 and 3, none back. Health checks: 6, 0, 0.
# Trucks: the gate works 8 hours = 480 minutes, a truck takes 120: 480 / 120 = 4 for a crew,
# 2 × 4 = 8 a day. 10 wait, 5 come each day.
#   day 1: 10 + 5 = 15 there, 8 cleared, 7 left
#   day 2:  7 + 5 = 12 there, 8 cleared, 4 left
#   day 3:  4 + 5 =  9 there, 8 cleared, 1 left: fewer than at first, not gone
# Cost: 3 × 6 = 18 loader-days at 200 000 = 3 600 000 đồng; 6 checks at 50 000 = 300 000;
# 7 + 4 + 1 = 12 truck-days at 100 000 = 1 200 000; together 5 100 000.
CASE_1 = inputs(
    days=3,
    trucks_waiting=10,
    trucks_arriving=5,
    gate_hours=8,
    minutes_per_truck=120,
    crew_size=3,
    crews=2,
    beds_across=5,
    price_shift_day=200_000,
    price_check=50_000,
    price_truck_day=100_000,
)


def test_case_1_three_days_of_plan_1_without_early_leavers() -> None:
    told = planner.run(CASE_1, STAY)
    assert column(told, "waiting_before") == [10, 7, 4]
    assert column(told, "arrived") == [5, 5, 5]
    assert column(told, "capacity") == [8, 8, 8]
    assert column(told, "cleared") == [8, 8, 8]
    assert column(told, "waiting_after") == [7, 4, 1]
    assert (told.queue, told.queue_gone_on) == (Queue.NOT_YET, None)
    assert column(told, "on_shift") == column(told, "lodged") == [6, 6, 6]
    assert column(told, "off_shift") == column(told, "quarantine") == [0, 0, 0]
    assert column(told, "home") == [0, 0, 0]
    assert column(told, "crossed_out") == column(told, "crossings") == [6, 0, 0]
    assert column(told, "health_checks") == [6, 0, 0]
    assert (told.roster_needed, told.roster, told.loaders_to_find) == (6, 6, 6)
    across, quarantine = told.beds
    assert (across.kind, across.peak, across.are_enough) == (BedKind.ACROSS, 6, False)
    assert (quarantine.peak, quarantine.are_enough) == (0, None)
    assert told.cost_parts == {
        "price_shift_day": 3_600_000,
        "price_check": 300_000,
        "price_truck_day": 1_200_000,
    }
    assert told.cost == 5_100_000
    assert told.unsaid == ()


# Case 2, by hand: plan 1 with early leavers, twenty days.
#
# A shift of 100; a stay of 21 days has 20 evenings before its last, and 20 % of each intake leave
# early: 0.20 / 20 = 1 % of the intake on each evening. Whoever leaves is replaced next morning.
# Let C(t) be all who have crossed by day t. C(1) = 100. On evening t 1 % of every intake so far
# leaves, that is 0.01 × C(t), and as many cross next morning: C(t+1) = 1.01 × C(t).
# So C(t) = 100 × 1.01^(t-1), and on evening t leave 0.01 × C(t) = 1.01^(t-1).
#   evening 1: 1        day 2 crossing out: 1
#   evening 2: 1.01     day 3: 1.01
#   evening 3: 1.0201   day 4: 1.0201 … all at work: 100 every day
# Isolation is 14 whole days from the next day: on day t those of evenings t-14 … t-1.
#   day  2: 1
#   day  4: 1 + 1.01 + 1.0201 = 3.0301
#   day 15: evenings 1-14 = C(15) - C(1) = 100 × (1.01^14 - 1)      = 14.947421
#   day 20: evenings 6-19 = C(20) - C(6) = 100 × (1.01^19 - 1.01^5)
#           1.01^5 = 1.051010050, 1.01^19 = 1.208108950             = 15.709890
# The most are away on day 20: 100 + 15.709890 = 115.709890, so 116 persons.
# In the first 20 days no stay of 21 days has ended: what follows a full stay does not matter.
CASE_2 = inputs(
    days=20,
    crew_size=10,
    crews=10,
    stay_days=21,
    early_leave_share=0.2,
    early_quarantine_days=14,
)


def test_case_2_twenty_days_of_plan_1_with_early_leavers_in_quarantine() -> None:
    told = planner.run(CASE_2, STAY)
    assert column(told, "on_shift") == approx([100] * 20)
    assert column(told, "crossed_out")[:4] == approx([100, 1, 1.01, 1.0201])
    assert column(told, "crossed_back")[:3] == approx([1, 1.01, 1.0201])
    quarantine = column(told, "quarantine")
    assert [quarantine[day - 1] for day in (1, 2, 4, 15, 20)] == approx(
        [0, 1, 3.0301, 14.947421, 15.709890]
    )
    assert told.roster_needed == pytest.approx(115.709890, abs=1e-6)
    assert told.loaders_to_find == 116
    assert told.days[19].home == pytest.approx(0, abs=1e-6)
    assert told.days[0].home == pytest.approx(15.709890, abs=1e-6)
    assert [bed.peak for bed in told.beds] == approx([100, 15.709890])
    assert told.unsaid == ()


# Case 3, by hand: plan 2 with two days in the gate area between days of work.
#
# 2 crews of 5 = 10 loaders a shift. The cycle is one day of work and two of isolation = 3 days,
# so three groups A, B, C take turns: (1 + 2) × 10 = 30 loaders.
#   day 1: A at work                             gate beds 10   home 20
#   day 2: B at work, A isolated                 gate beds 20   home 10
#   day 3: C at work, A and B isolated           gate beds 30   home  0
#   day 4: A at work, B and C isolated           gate beds 30   home  0
# Every day 10 cross out and 10 back = 20 crossings, 10 health checks.
# Trucks: 10 hours = 600 minutes, 100 a truck: 6 a crew, 12 a day. 20 wait, 9 come.
#   day 1: 29 - 12 = 17;  day 2: 26 - 12 = 14;  day 3: 23 - 12 = 11;  day 4: 20 - 12 = 8
CASE_3 = inputs(
    days=4,
    trucks_waiting=20,
    trucks_arriving=9,
    gate_hours=10,
    minutes_per_truck=100,
    crew_size=5,
    crews=2,
    gate_isolation_days=2,
    beds_gate=30,
)


def test_case_3_plan_2_with_two_days_of_isolation() -> None:
    told = planner.run(CASE_3, SAME_DAY)
    assert column(told, "on_shift") == [10, 10, 10, 10]
    assert column(told, "off_shift") == [0, 10, 20, 20]
    assert column(told, "lodged") == [10, 20, 30, 30]
    assert column(told, "home") == [20, 10, 0, 0]
    assert column(told, "quarantine") == [0, 0, 0, 0]
    assert column(told, "crossings") == [20, 20, 20, 20]
    assert column(told, "health_checks") == [10, 10, 10, 10]
    assert column(told, "waiting_after") == [17, 14, 11, 8]
    assert told.roster_needed == 30
    gate, _ = told.beds
    assert (gate.kind, gate.peak, gate.are_enough) == (BedKind.GATE, 30, True)


def test_a_roster_too_small_leaves_the_shift_empty_every_third_day() -> None:
    """Case 3 with 20 loaders: A and B work on days 1 and 2, nobody is free on day 3.

    Trucks: 29 - 12 = 17, 26 - 12 = 14, 14 + 9 = 23 with nothing cleared, 32 - 12 = 20.
    """
    told = planner.run(inputs(**_given(CASE_3) | {"roster": 20}), SAME_DAY)
    assert column(told, "on_shift") == [10, 10, 0, 10]
    assert column(told, "home") == [10, 0, 0, 0]
    assert column(told, "waiting_after") == [17, 14, 23, 20]
    assert (told.queue, told.roster, told.roster_needed) == (Queue.LEVEL, 20, 30)


def test_a_part_of_a_crew_loads_in_proportion() -> None:
    """Case 1 with 4 loaders: 4 of 6 at work clear 4/6 of 8."""
    told = planner.run(inputs(**_given(CASE_1) | {"roster": 4}), STAY)
    assert column(told, "on_shift") == [4, 4, 4]
    assert column(told, "cleared") == approx([16 / 3] * 3)


def test_a_truck_not_finished_in_the_evening_counts_in_part() -> None:
    """8 hours of 60 minutes and 90 a truck: 5 and a third for each of 10 crews."""
    told = planner.run(inputs(days=1, gate_hours=8, minutes_per_truck=90), STAY)
    assert told.days[0].capacity == pytest.approx(160 / 3)


def test_no_days_of_isolation_under_plan_2_means_back_at_work_next_day() -> None:
    told = planner.run(inputs(**_given(CASE_3) | {"gate_isolation_days": 0}), SAME_DAY)
    assert told.roster_needed == 10
    assert column(told, "lodged") == [10, 10, 10, 10]  # the night is spent in the gate area


def test_a_full_stay_ends_in_the_evening_and_its_isolation_begins_next_day() -> None:
    """A stay of 2 days, then 1 of isolation: group A works on days 1, 2, B on 3, 4, A on 5.

    A is isolated on day 3, B on day 5: with a shift of 6, 12 loaders.
    """
    case = inputs(days=5, crew_size=3, crews=2, stay_days=2, full_stay_isolation_days=1)
    told = planner.run(case, STAY)
    assert column(told, "on_shift") == [6, 6, 6, 6, 6]
    assert column(told, "crossed_out") == [6, 0, 6, 0, 6]
    assert column(told, "crossed_back") == [0, 6, 0, 6, 0]
    assert column(told, "quarantine") == [0, 0, 6, 0, 6]
    assert told.roster_needed == 12


def test_early_leavers_and_those_at_the_end_of_their_stay_are_told_apart() -> None:
    """A stay of 3 days, 20 % leaving early: 10 % of an intake on its first and second evening.

    evening 1: 10 of the 100 of day 1, so 10 cross on day 2
    evening 2: 10 of the 100, 1 of the 10: 11, so 11 cross on day 3
    evening 3: 1 of the 10, 1.1 of the 11: 2.1; and the stay of the last 80 of day 1 ends
    Leavers are isolated beyond day 4, the 80 not at all: 10 + 11 + 2.1 = 23.1 on day 4.
    """
    case = inputs(days=4, stay_days=3, early_leave_share=0.2, full_stay_isolation_days=0)
    told = planner.run(case, STAY)
    assert column(told, "crossed_back")[:3] == approx([10, 11, 82.1])
    assert column(told, "quarantine") == approx([0, 10, 21, 23.1])


@pytest.mark.parametrize("plan", Plan)
def test_a_symptom_sends_to_isolation_from_the_next_day(plan: Plan) -> None:
    """100 at work, 2 in 100 with a symptom each evening, isolated for 3 days: 2, 4, 6, 6."""
    case = inputs(days=5, symptom_chance=0.02, symptom_isolation_days=3, gate_isolation_days=0)
    told = planner.run(case, plan)
    assert column(told, "on_shift") == approx([100] * 5)
    assert column(told, "quarantine") == approx([0, 2, 4, 6, 6])
    assert told.roster_needed == pytest.approx(106)


def test_rounding_asks_for_no_loader_too_many() -> None:
    """28 ill on each of three evenings: 100 + 84, which a computer sums to a hair above 184."""
    case = inputs(days=8, symptom_chance=0.28, symptom_isolation_days=3, gate_isolation_days=0)
    assert planner.run(case, SAME_DAY).loaders_to_find == 184


def test_those_who_fell_ill_no_longer_leave_early() -> None:
    """A stay of 2 days: on evening 1 half fall ill, and of the other half the 40 % leave."""
    case = inputs(
        days=2, stay_days=2, symptom_chance=0.5, early_leave_share=0.4, early_quarantine_days=0
    )
    told = planner.run(case, STAY)
    assert told.days[0].crossed_back == pytest.approx(50 + 0.4 * 50)
    assert told.days[1].quarantine == pytest.approx(50)


def test_a_stay_of_one_day_has_no_evening_on_which_to_leave_early() -> None:
    case = inputs(days=3, stay_days=1, early_leave_share=1, full_stay_isolation_days=0)
    assert planner.run(case, STAY).roster_needed == 100


@pytest.mark.parametrize(
    ("change", "queue", "day"),
    [
        ({"crews": 4}, Queue.GONE, 1),  # 16 a day against 10 + 5
        ({"days": 4}, Queue.GONE, 4),  # 1 + 5 against 8
        ({}, Queue.NOT_YET, None),
        ({"trucks_arriving": 8}, Queue.LEVEL, None),
        ({"trucks_arriving": 9}, Queue.GROWS, None),
        ({"crews": 0}, Queue.GROWS, None),
        ({"roster": 6, "stay_days": 1}, Queue.UNKNOWN, None),  # who is free on day 2?
    ],
)
def test_the_queue_is_gone_on_a_day_or_it_is_said_why_not(
    change: dict[str, Any], queue: Queue, day: int | None
) -> None:
    told = planner.run(inputs(**_given(CASE_1) | change), STAY)
    assert (told.queue, told.queue_gone_on) == (queue, day)


def test_plan_2_without_its_length_of_isolation_leaves_open_what_depends_on_it() -> None:
    told = planner.run(inputs(days=3, price_bed_day=100, price_crossing=10), SAME_DAY)
    assert told.unsaid == ("gate_isolation_days",)
    assert column(told, "waiting_after") == [280, 260, 240]  # the shift is full all the same
    assert column(told, "crossings") == [200, 200, 200]
    assert column(told, "lodged") == [100, None, None]
    assert column(told, "home") == [None, None, None]
    assert (told.roster_needed, told.roster, told.loaders_to_find) == (None, None, None)
    assert (told.beds[0].peak, told.beds[0].are_enough) == (None, None)
    assert told.cost_parts == {"price_bed_day": None, "price_crossing": 6000}
    assert told.cost is None


def test_with_a_fixed_roster_the_queue_too_waits_for_the_length_of_isolation() -> None:
    told = planner.run(inputs(days=3, roster=150), SAME_DAY)
    assert column(told, "on_shift") == [100, None, None]
    assert column(told, "waiting_after") == [280, None, None]
    assert told.total("cleared") is None


def test_isolation_after_a_full_stay_is_asked_for_only_once_a_stay_has_ended() -> None:
    assert planner.run(inputs(days=30), STAY).unsaid == ()
    told = planner.run(inputs(days=31), STAY)
    assert told.unsaid == ("full_stay_isolation_days",)
    assert (told.days[29].quarantine, told.days[30].quarantine) == (0, None)
    assert told.roster_needed is None


def test_without_prices_there_is_no_cost_and_a_price_of_nothing_is_one() -> None:
    assert planner.run(inputs(), STAY).cost is None
    assert planner.run(inputs(price_check=0), STAY).cost == 0


def test_what_a_letter_states_is_not_known_here() -> None:
    stated = {name: a.default for name, a in ALLOWED.items() if a.provenance is Provenance.STATED}
    assert stated == {"stay_days": None, "early_quarantine_days": None}


def test_without_the_length_of_the_stay_plan_1_tells_nothing_and_plan_2_all() -> None:
    case = inputs(days=3, stay_days=None, gate_isolation_days=0)
    told = planner.run(case, STAY)
    assert set(told.unsaid) == {"stay_days", "full_stay_isolation_days"}
    assert column(told, "waiting_after") == [None, None, None]
    assert (told.queue, told.roster_needed, told.beds[0].peak) == (Queue.UNKNOWN, None, None)
    assert planner.band(case, STAY, seed=1, runs=10).waiting == (None, None, None)
    assert planner.run(case, SAME_DAY).unsaid == ()
    assert planner.run(inputs(crews=0, stay_days=None), STAY).unsaid == ()  # nobody stays


def test_the_isolation_of_early_leavers_is_asked_for_only_where_somebody_leaves() -> None:
    open_length = {"days": 3, "early_quarantine_days": None}
    assert planner.run(inputs(**open_length), STAY).unsaid == ()
    told = planner.run(inputs(**open_length, early_leave_share=0.5), STAY)
    assert told.unsaid == ("early_quarantine_days",)
    assert column(told, "quarantine") == [0, None, None]
    assert column(told, "waiting_after") == [280, 260, 240]  # the shift is full all the same
    assert told.roster_needed is None


def test_what_the_letter_leaves_unsaid_has_no_default() -> None:
    open_inputs = {name for name, allowed in ALLOWED.items() if allowed.default is None}
    unsaid = {"gate_isolation_days", "full_stay_isolation_days", "roster"}
    beds = {"beds_across", "beds_gate", "beds_quarantine"}
    assert open_inputs == unsaid | set(LENGTHS) | beds | set(PRICED)


def test_every_default_is_allowed_and_every_price_counts_a_field_of_the_day() -> None:
    assert Inputs.clamped({name: a.default for name, a in ALLOWED.items()}) == (Inputs(), ())
    assert set(PRICED) == {name for name in ALLOWED if name.startswith("price_")}
    assert set(PRICED.values()) <= {each.name for each in fields(planner.Day)}


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("crews", -1, "crews=-1 cannot be used: give a whole number from 0 to 100"),
        ("crews", 2.5, "crews=2.5 cannot be used: give a whole number from 0 to 100"),
        ("crews", True, "crews=True cannot be used: give a whole number from 0 to 100"),
        ("crews", None, "crews=None cannot be used: give a whole number from 0 to 100"),
        ("gate_hours", math.nan, "gate_hours=nan cannot be used: give a number from 0 to 24"),
        ("gate_hours", math.inf, "gate_hours=inf cannot be used: give a number from 0 to 24"),
        ("gate_hours", "8", "gate_hours='8' cannot be used: give a number from 0 to 24"),
        ("minutes_per_truck", 0, "minutes_per_truck=0 cannot be used: give a number from 1 to"),
        ("days", 366, "days=366 cannot be used: give a whole number from 1 to 365"),
        ("price_check", 1e10, "price_check=10000000000.0 cannot be used: give a number from 0"),
    ],
)
def test_a_wrong_input_is_refused_by_name_with_its_range(
    name: str, value: object, message: str
) -> None:
    with pytest.raises(InputError) as caught:
        Inputs(**{name: value})  # type: ignore[arg-type]
    assert str(caught.value).startswith(message)
    assert (caught.value.field, caught.value.allowed) == (name, ALLOWED[name])


def test_clamping_takes_the_nearest_and_names_each_change() -> None:
    given = {"crews": 1000, "gate_hours": math.nan, "days": 2.6, "roster": -5, "crew_size": 4}
    kept, changed = Inputs.clamped(given)
    assert kept == Inputs(crews=100, days=3, roster=0, crew_size=4)
    assert [error.field for error in changed] == ["crews", "gate_hours", "days", "roster"]


def test_inputs_and_days_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Inputs().crews = 3  # type: ignore[misc]


def test_sensitivity_moves_one_input_a_step_each_way_largest_effect_first() -> None:
    """Case 1 has 1 truck left after 3 days of 8. By hand, per step:

    arriving ±10 clipped at 0: nothing left, and 15 a day: 10 + 3 × 15 - 24 = 31: effect 30.
    waiting ±50: nothing left, and 60 + 15 - 24 = 51: effect 50.
    crews ±1: 10 + 15 - 12 = 13, and nothing left: effect 12.
    """
    found = {
        row.field: row for row in planner.sensitivity(CASE_1, STAY, Target.WAITING) if row.effect
    }
    assert list(found)[:3] == ["trucks_waiting", "trucks_arriving", "crews"]
    assert [found[name].effect for name in list(found)[:3]] == approx([50, 30, 12])
    arriving = found["trucks_arriving"]
    assert (arriving.low, arriving.high, arriving.base) == (0, 15, 1)
    assert set(found) <= {*list(found)[:3], "gate_hours", "minutes_per_truck"}


def test_sensitivity_of_the_roster_of_plan_2_is_led_by_the_isolation() -> None:
    """Case 3 over 4 days: 1 or 3 days of isolation: 20 or 40 loaders; a crew more or less: ±15."""
    rows = planner.sensitivity(CASE_3, SAME_DAY, Target.ROSTER)
    told = {row.field: (row.at_low, row.base, row.at_high) for row in rows}
    assert told["crews"] == (15, 30, 45)
    assert told["gate_isolation_days"] == (20, 30, 40)
    assert rows[0].field == "crews"
    assert not {"stay_days", "early_leave_share", "beds_gate", "days"} & set(told)


def test_sensitivity_has_no_effect_to_tell_while_the_target_is_unknown() -> None:
    rows = planner.sensitivity(inputs(days=3), SAME_DAY, Target.ROSTER)
    assert {row.effect for row in rows} == {None}


def test_prices_are_moved_for_the_cost() -> None:
    """18 loader-days by 10 000 đồng up or down."""
    rows = planner.sensitivity(CASE_1, STAY, Target.COST)
    assert {row.field: row.effect for row in rows}["price_shift_day"] == pytest.approx(180_000)


@pytest.mark.parametrize(
    ("plan", "change"),
    [
        (STAY, {}),
        (SAME_DAY, {}),
        # too few loaders, so that who falls ill or leaves decides what is cleared
        (STAY, {"roster": 115, "early_leave_share": 0.9, "symptom_chance": 0.02}),
        (STAY, {"roster": 130, "early_leave_share": 1, "stay_days": 5}),
        (SAME_DAY, {"roster": 210, "symptom_chance": 0.1}),
        (SAME_DAY, {"roster": 210, "symptom_chance": 0.7}),
    ],
)
def test_a_band_lies_around_the_expected_queue(plan: Plan, change: dict[str, Any]) -> None:
    """Far from an empty queue the mean queue is the expected one, but for a truck or two where
    the roster only just fills the shift. It varies by √(20 days × 80) = 40 trucks after 20 days,
    by some 60 with too few loaders; the median of 1000 runs by 1.25 × 60 / √1000 = 2.4."""
    begun = {"days": 20, "trucks_waiting": 2000, "gate_isolation_days": 1}
    case = Inputs(**LENGTHS | begun | {"full_stay_isolation_days": 3} | change)
    told = planner.band(case, plan, seed=7, runs=1000)
    for day, spread in zip(planner.run(case, plan).days, told.waiting, strict=True):
        assert spread is not None
        assert spread.low <= spread.median <= spread.high
        assert spread.median == pytest.approx(day.waiting_after, abs=9)


def test_a_seed_gives_its_band_again_and_another_seed_another() -> None:
    first = planner.band(Inputs(**LENGTHS, days=5), STAY, seed=7)
    assert planner.band(Inputs(**LENGTHS, days=5), STAY, seed=7) == first
    assert planner.band(Inputs(**LENGTHS, days=5), STAY, seed=8) != first


def test_a_band_of_the_roster_starts_near_the_expected_one() -> None:
    case = inputs(days=30, symptom_chance=0.01, gate_isolation_days=1)
    told = planner.band(case, SAME_DAY, seed=1).roster_needed
    needed = planner.run(case, SAME_DAY).roster_needed
    assert told is not None
    assert needed is not None
    assert needed <= told.median <= needed + 15  # the highest day by chance, not the mean day


def test_a_band_is_as_wide_as_chance_makes_it() -> None:
    """1000 at work on day 1, each ill with a chance of 0.3: on day 2 1000 at work and 300 ± 14.5
    isolated (√(1000 × 0.3 × 0.7) = 14.5); nine in ten lie within 1.645 × 14.5 = 24 of 1300."""
    case = inputs(
        days=2, crews=100, symptom_chance=0.3, symptom_isolation_days=1, gate_isolation_days=0
    )
    told = planner.band(case, SAME_DAY, seed=1, runs=1000).roster_needed
    assert told is not None
    assert [told.low, told.median, told.high] == pytest.approx([1276, 1300, 1324], abs=4)


def test_a_band_without_chance_is_the_plan_itself() -> None:
    told = planner.band(inputs(days=6, trucks_arriving=0, gate_isolation_days=2), SAME_DAY, seed=1)
    assert [spread and spread.median for spread in told.waiting] == [200, 100, 0, 0, 0, 0]
    assert told.roster_needed == planner.Spread(300, 300, 300)


def test_a_band_leaves_open_what_was_not_given() -> None:
    told = planner.band(Inputs(days=3, roster=100), SAME_DAY, seed=1, runs=10)
    assert told.waiting[0] is not None
    assert told.waiting[1:] == (None, None)
    assert planner.band(Inputs(days=3), SAME_DAY, seed=1, runs=10).roster_needed is None


@pytest.mark.parametrize("runs", [0, 1001, 2.5])
def test_a_band_of_too_many_or_no_runs_is_refused(runs: Any) -> None:
    with pytest.raises(InputError, match="runs="):
        planner.band(Inputs(), STAY, seed=1, runs=runs)


EXTREMES = {
    "as it begins": Inputs(**LENGTHS, days=365, full_stay_isolation_days=14, gate_isolation_days=2),
    "zero crews": Inputs(**LENGTHS, days=365, crews=0),
    "zero hours": Inputs(**LENGTHS, days=365, gate_hours=0),
    "arrivals above capacity": Inputs(**LENGTHS, days=365, trucks_arriving=2000),
    "everybody ill": Inputs(**LENGTHS, days=365, symptom_chance=1, gate_isolation_days=60),
    "everybody leaves, all priced": Inputs(
        days=365,
        crews=100,
        crew_size=50,
        stay_days=60,
        early_leave_share=1,
        roster=9000,
        symptom_isolation_days=60,
        early_quarantine_days=60,
        full_stay_isolation_days=60,
        gate_isolation_days=60,
        **dict.fromkeys(PRICED, 1e9),  # type: ignore[arg-type]
    ),
}


def test_the_planner_needs_neither_a_browser_nor_a_store() -> None:
    texts = [file.read_text(encoding="utf-8") for file in Path(planner.__path__[0]).glob("*.py")]
    others = {name for text in texts for name in re.findall(r"from (lsdash\.\w+)", text)}
    assert others == {"lsdash.errors", "lsdash.planner"}


def _given(case: Inputs) -> dict[str, Any]:
    return {each.name: getattr(case, each.name) for each in fields(case)}


@pytest.mark.parametrize(
    ("change", "enough"),
    [
        ({}, (9, 74, 8.1)),
        ({"trucks_arriving": 100.0}, (11, 59, 10.1)),
        ({"trucks_arriving": 2000.0}, (None, 2, None)),
        ({"gate_hours": 0.0}, (None, None, 8.1)),
        ({"crews": 0}, (9, None, None)),
        ({"trucks_arriving": 0.0}, (1, None, 0.1)),
    ],
)
def test_what_it_takes_for_a_queue_to_fall(
    change: dict[str, Any], enough: tuple[int | None, int | None, float | None]
) -> None:
    inputs = Inputs(**change)
    told = planner.to_fall(inputs)
    assert (told.crews, told.minutes_per_truck, told.gate_hours) == enough
    for name, value in asdict(told).items():
        if value is not None:
            assert planner.capacity(Inputs(**{**change, name: value})) > inputs.trucks_arriving
