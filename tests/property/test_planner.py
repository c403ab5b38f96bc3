"""No loader is lost or in two places, no truck either, whatever the reader puts in."""

from dataclasses import fields, replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lsdash import planner
from lsdash.planner import ALLOWED, Day, Inputs, Outcome, Plan, Target

NEAR = 1e-6
PLANS = st.sampled_from(Plan)
SHORT: dict[str, Any] = {"days": st.integers(1, 60)}
GIVEN: dict[str, Any] = {
    "stay_days": st.integers(1, 60),
    "early_quarantine_days": st.integers(0, 60),
    "gate_isolation_days": st.integers(0, 60),
    "full_stay_isolation_days": st.integers(0, 60),
}


def allowed(name: str) -> st.SearchStrategy[float | None]:
    """Any value that an input may have, with the ends of its range."""
    it = ALLOWED[name]
    low, high = it.low, it.high
    values: st.SearchStrategy[Any] = (
        st.integers(int(low), int(high)) if it.whole else st.floats(low, high, allow_nan=False)
    )
    ends = st.sampled_from([int(low), int(high)])
    return (values | ends | st.none()) if it.default is None else (values | ends)


def cases(**fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[Inputs]:
    chosen = {each.name: allowed(each.name) for each in fields(Inputs)} | SHORT | fixed
    return st.builds(Inputs, **chosen)


def number(value: float | None) -> float:
    assert value is not None
    return value


def is_known(day: Day) -> bool:
    return None not in (day.on_shift, day.off_shift, day.quarantine, day.home)


@given(cases(), PLANS)
def test_every_loader_is_in_one_place_every_day(case: Inputs, plan: Plan) -> None:
    told = planner.run(case, plan)
    for day in filter(is_known, told.days):
        places = [number(at) for at in (day.on_shift, day.off_shift, day.quarantine, day.home)]
        assert min(places) >= -NEAR
        assert sum(places) == pytest.approx(number(told.roster), abs=NEAR)
        assert number(day.on_shift) <= case.shift + NEAR
        assert number(day.lodged) == number(day.on_shift) + number(day.off_shift)


@given(cases(), PLANS)
def test_who_is_across_today_came_and_did_not_go(case: Inputs, plan: Plan) -> None:
    """Across today = across yesterday − back in the evening + out this morning."""
    days = planner.run(case, plan).days
    for day, after in pairwise(days):
        if after.on_shift is not None:
            stayed = number(day.on_shift) - number(day.crossed_back)
            assert stayed >= -NEAR
            assert after.on_shift == pytest.approx(stayed + number(after.crossed_out), abs=NEAR)
            assert number(after.crossed_out) >= 0


@given(cases(**GIVEN), PLANS)
def test_isolation_holds_nobody_longer_than_its_longest_length(case: Inputs, plan: Plan) -> None:
    """Off shift and in quarantine are at most all who came back on the evenings it can reach."""
    days = planner.run(case, plan).days
    lengths = [case.symptom_isolation_days]
    if plan is Plan.STAY:
        lengths += [case.early_quarantine_days or 0, case.full_stay_isolation_days or 0]
    else:
        lengths += [case.gate_isolation_days or 0]
    back = [number(day.crossed_back) for day in days]
    for at, day in enumerate(days):
        isolated = number(day.off_shift) + number(day.quarantine)
        assert isolated <= sum(back[max(0, at - max(lengths)) : at]) + NEAR
        assert isolated >= sum(back[max(0, at - min(lengths)) : at]) - NEAR


@given(cases(), PLANS)
def test_every_truck_waits_or_is_cleared(case: Inputs, plan: Plan) -> None:
    told = planner.run(case, plan)
    assert told.days[0].waiting_before in {None, case.trucks_waiting}
    for day in told.days:
        if day.cleared is None:
            continue
        before, cleared, after = map(number, (day.waiting_before, day.cleared, day.waiting_after))
        assert after == pytest.approx(before + case.trucks_arriving - cleared, abs=NEAR)
        assert 0 <= cleared <= number(day.capacity)
        assert cleared <= before + case.trucks_arriving
        assert after >= 0
    for day, following in pairwise(told.days):
        if following.waiting_before is not None:
            assert following.waiting_before == day.waiting_after


@given(cases(**GIVEN, roster=st.none()), PLANS, st.integers(0, 5))
def test_more_crews_never_make_the_queue_longer(case: Inputs, plan: Plan, more: int) -> None:
    larger = replace(case, crews=min(100, case.crews + more))
    before, after = planner.run(case, plan), planner.run(larger, plan)
    for fewer, with_more in zip(before.days, after.days, strict=True):
        assert number(with_more.waiting_after) <= number(fewer.waiting_after) + NEAR
    assert number(after.roster_needed) >= number(before.roster_needed) - NEAR


@given(cases(**GIVEN, roster=st.none()), PLANS)
def test_the_roster_needed_is_enough(case: Inputs, plan: Plan) -> None:
    """In whole persons, because a roster is given in whole persons."""
    told = planner.run(case, plan)
    held = planner.run(replace(case, roster=told.loaders_to_find), plan)
    for day in held.days:
        assert day.on_shift == pytest.approx(case.shift, abs=NEAR)
    assert _waiting(held) == pytest.approx(_waiting(told), abs=1e-3)


@given(
    cases(**GIVEN, roster=st.none(), symptom_chance=st.just(0), days=st.integers(62, 80)),
)
def test_plan_2_needs_one_group_for_each_day_of_its_cycle(case: Inputs) -> None:
    told = planner.run(case, Plan.SAME_DAY)
    groups = 1 + (case.gate_isolation_days or 0)
    assert told.roster_needed == pytest.approx(groups * case.shift, abs=NEAR)


@settings(max_examples=60)
@given(cases(days=st.integers(1, 365)), PLANS, st.sampled_from(Target))
def test_nothing_that_is_allowed_stops_the_planner(
    case: Inputs, plan: Plan, target: Target
) -> None:
    told = planner.run(case, plan)
    assert len(told.days) == case.days
    assert (told.queue_gone_on is not None) == (told.queue is planner.Queue.GONE)
    assert (told.roster_needed is None) == bool(told.unsaid)
    rows = planner.sensitivity(case, plan, target)
    known = [row.effect for row in rows if row.effect is not None]
    assert known == sorted(known, reverse=True)
    for row in rows:
        assert ALLOWED[row.field].low <= row.low <= row.high <= ALLOWED[row.field].high


@settings(max_examples=40)
@given(
    cases(days=st.integers(1, 20), crews=st.integers(0, 4), crew_size=st.integers(1, 6)),
    PLANS,
    st.integers(),
)
def test_a_band_comes_back_with_its_seed(case: Inputs, plan: Plan, seed: int) -> None:
    told = planner.band(case, plan, seed, runs=5)
    assert told == planner.band(case, plan, seed, runs=5)
    for spread in filter(None, (*told.waiting, told.roster_needed)):
        assert 0 <= spread.low <= spread.median <= spread.high


@given(st.dictionaries(st.sampled_from(sorted(ALLOWED)), st.floats() | st.integers() | st.none()))
def test_clamping_takes_any_number(values: dict[str, float | None]) -> None:
    kept, changed = Inputs.clamped(values)
    again = {each.name: getattr(kept, each.name) for each in fields(Inputs)}
    assert Inputs.clamped(again) == (kept, ())
    untouched = set(values) - {error.field for error in changed}
    assert all(getattr(kept, name) == values[name] for name in untouched)


def _waiting(told: Outcome) -> list[float]:
    return [number(day.waiting_after) for day in told.days]
