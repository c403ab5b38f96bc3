"""The planner's page: what the reader puts in, marked by where it comes from, and what follows.

Everything that changes a number here is in the link. What the letter leaves unsaid is asked for.
"""

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from itertools import groupby

import streamlit as st

from lsdash import planner, sentences
from lsdash.charts import calendars, queues
from lsdash.charts.queues import Line
from lsdash.charts.style import Fill
from lsdash.planner import ALLOWED, BedKind, Inputs, Outcome, Plan, Provenance, Queue, Target
from lsdash.store import read
from lsdash.store.read import DecisionRow, FactRow, ObservationRow
from lsdash.text import count, figures, say
from lsdash.vocabulary import Place, Unit
from lsdash.web import address, cards, inputs, tables
from lsdash.web.visit import Visit
from lsdash.web.words import plain

GROUPS: Mapping[str, tuple[str, ...]] = {
    "trucks": ("days", "trucks_waiting", "trucks_arriving", "gate_hours", "minutes_per_truck"),
    "loaders": ("crew_size", "crews", "roster", "symptom_chance", "symptom_isolation_days"),
    "stay": ("stay_days", "early_leave_share", "early_quarantine_days", "full_stay_isolation_days"),
    "day": ("gate_isolation_days",),
    "beds": ("beds_across", "beds_gate", "beds_quarantine"),
    "prices": tuple(planner.PRICED),
}
"""The planner's inputs as a reader meets them."""

ASKED = (
    "stay_days",
    "early_quarantine_days",
    "full_stay_isolation_days",
    "gate_isolation_days",
)
"""Inputs that a plan cannot be worked out without and that have no beginning."""

FROM_PRESS = {
    "trucks_waiting": "vehicles_waiting",
    "trucks_arriving": "vehicles_arriving_per_day",
    "gate_hours": "opening_hours_per_day",
}
"""Input → the reported measure that can stand for it."""

DAY_COLUMNS = (
    "day",
    "arrived",
    "cleared",
    "waiting_after",
    "on_shift",
    "lodged",
    "quarantine",
    "home",
)
EVERY_DAY = 31
"""Days that are shown one by one; a longer time is shown week by week."""

SEED, SHOWN_EFFECTS = 2020, 5
RUN_DAYS = 3000
"""Days of chance runs in all: fewer runs over a longer time, so that the page stays quick."""


def show(here: Visit, letter: DecisionRow) -> None:
    """What follows under both plans, and beside it from what; on a phone the answer is first."""
    st.caption(say(here.lang, "planner.lead"))
    stated = _stated(here, letter)
    here = inputs.begin(here, {name: _days_of(name, fact) for name, fact in stated.items()})
    results, asked = st.columns([3, 2], gap="large")
    with asked:
        values = _asked(here, stated, _reported(here, letter))
    here = inputs.keep(here, values)
    given, _ = Inputs.clamped({name: _typed(name, value) for name, value in values.items()})
    outcomes = {plan: planner.run(given, plan) for plan in Plan}
    with results:
        _unsaid(here, outcomes)
        _queue(here, given, outcomes)
        _numbers(here, outcomes)
        _effects(here, given, outcomes)
        with cards.fold(here, "planner.by_day") as is_open:
            if is_open:
                _by_day(here, outcomes)


def _asked(
    here: Visit, stated: Mapping[str, FactRow], reported: Mapping[str, ObservationRow]
) -> dict[str, Decimal | None]:
    """The inputs, group by group; those that must be given or that the press tells stand open."""
    _offer(here, reported)
    values: dict[str, Decimal | None] = {}
    for group, names in GROUPS.items():
        with st.expander(say(here.lang, f"planner.{group}"), expanded=group in ("trucks", "day")):
            for name in names:
                mark = _mark(here, name, stated, reported)
                values[name] = inputs.number(here, name, mark=mark)
    return values


def _stated(here: Visit, letter: DecisionRow) -> dict[str, FactRow]:
    """Lengths that the letter states, by the input that they are."""
    facts = {fact.slug: fact for fact in here.ask(read.facts_of, letter.slug)}
    found: dict[str, FactRow] = {}
    steps = here.ask(read.steps, letter.slug)
    for (option, _), course in groupby(steps, key=lambda step: (step.option, step.course)):
        lengths = {Place(step.place): step.length for step in course if step.length}
        is_full = Place.ACROSS in lengths
        for place, slug in lengths.items():
            name = _input_for(option, place, is_full=is_full)
            if name:
                found[name] = facts[slug]
    return found


def _input_for(option: int, place: Place, *, is_full: bool) -> str | None:
    """The input that a stated length is; `is_full` where the whole stay has a length as well."""
    if option == Plan.SAME_DAY and place is Place.GATE:
        return "gate_isolation_days"
    if option != Plan.STAY:
        return None
    after = "full_stay_isolation_days" if is_full else "early_quarantine_days"
    return {Place.ACROSS: "stay_days", Place.ISOLATION: after}.get(place)


def _days_of(name: str, fact: FactRow) -> str:
    """A stated length in days, a month as long as the calendar draws it."""
    days = int(fact.value) * calendars.DAYS[Unit(fact.unit)]
    return str(ALLOWED[name].nearest(days))


def _typed(name: str, value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if ALLOWED[name].whole else float(value)


def _reported(here: Visit, letter: DecisionRow) -> dict[str, ObservationRow]:
    """One set from the press: of the gate whose arrivals were reported nearest to the letter."""
    rows = here.ask(read.observations, tuple(FROM_PRESS.values()))

    def nearest(measure: str, place: str = "") -> ObservationRow | None:
        fitting = [
            row
            for row in rows
            if row.measure == measure and row.place_kind == "gate" and place in ("", row.place)
        ]
        away = {row.id: abs((row.period_from - letter.signed_on).days) for row in fitting}
        return min(fitting, key=lambda row: away[row.id], default=None)

    arriving = nearest(FROM_PRESS["trucks_arriving"])
    if arriving is None:
        return {}
    found = {name: nearest(measure, arriving.place) for name, measure in FROM_PRESS.items()}
    return {name: row for name, row in found.items() if row}


def _offer(here: Visit, reported: Mapping[str, ObservationRow]) -> None:
    """A link that puts the reported figures in, each named with its source."""
    if not reported:
        return
    with st.container(border=True, gap="xsmall"):
        place = next(iter(reported.values())).place
        st.markdown(say(here.lang, "planner.offer", place=plain(place)))
        for name, row in reported.items():
            on = figures.span(row.period_from, row.period_to, here.lang)
            value = figures.number(row.value.normalize(), here.lang)
            label = plain(say(here.lang, f"input.{name}"))
            link = f"[{plain(row.publisher or row.address)}](<{row.address}>)"
            st.markdown(f"- {label}: **{plain(value)}** ({plain(on)}) · {link}")
        query = address.query(here.view)
        query |= {name: [_written(name, row)] for name, row in reported.items()}
        page = st.session_state["pages"][here.view.page]
        label = say(here.lang, "planner.use")
        st.page_link(page, label=label, icon=":material/input:", query_params=query)


def _written(name: str, row: ObservationRow) -> str:
    value = int(row.value) if ALLOWED[name].unit not in ("hour", "share") else row.value
    return str(value)


def _mark(
    here: Visit,
    name: str,
    stated: Mapping[str, FactRow],
    reported: Mapping[str, ObservationRow],
) -> str:
    """Where the value that stands now comes from, in words behind the label."""
    now = inputs.now(here, name)
    row, fact = reported.get(name), stated.get(name)
    if now is None:
        key = "planner.to_give" if name in ASKED else "planner.may_give"
        return f" :gray[— {say(here.lang, key)}]"
    if fact and now == _days_of(name, fact):
        printed = plain(sentences.figure(fact, here.lang))
        return f" :primary[— {say(here.lang, f'provenance.{Provenance.STATED}')}: {printed}]"
    if row and Decimal(now) == row.value:
        on = plain(figures.span(row.period_from, row.period_to, here.lang))
        return f" :blue[— {say(here.lang, f'provenance.{Provenance.PRESS}')}, {on}]"
    return f" :orange[— {say(here.lang, f'provenance.{Provenance.ASSUMPTION}')}]"


def _queue(here: Visit, given: Inputs, outcomes: Mapping[Plan, Outcome]) -> None:
    """Trucks waiting each evening under both plans, with the chance band."""
    cards.section(here, "planner.queue")
    st.markdown(f"**{plain(_told(here, outcomes))}**")
    evenings = [[day.waiting_after for day in outcome.days] for outcome in outcomes.values()]
    if evenings[0] == evenings[1]:
        st.caption(say(here.lang, "planner.same_queue"))
    lines: list[Line] = []
    runs = min(100, max(10, RUN_DAYS // given.days))
    for plan in outcomes:
        chance = _chance(given, plan, runs)
        lines.append(
            Line(
                say(here.lang, "subject.plan", number=int(plan)),
                evenings[len(lines)],
                [each.low if each else None for each in chance.waiting],
                [each.high if each else None for each in chance.waiting],
                Fill.DECIDED if plan is Plan.STAY else Fill.OTHER,
            )
        )
    figure = queues.over_days(lines, say(here.lang, "planner.queue_unit"), here.lang, here.theme)
    st.plotly_chart(
        cards.checked(figure),
        theme=None,
        key="chart-queue",
        config={"displayModeBar": False},
        alt=f"{say(here.lang, 'planner.queue')}. {_told(here, outcomes)}",
    )
    st.caption(say(here.lang, "planner.band", runs=runs))


@lru_cache(maxsize=64)
def _chance(given: Inputs, plan: Plan, runs: int) -> planner.Band:
    """Kept, because most runs of the page change nothing of it."""
    return planner.band(given, plan, SEED, runs)


def _told(here: Visit, outcomes: Mapping[Plan, Outcome]) -> str:
    """What becomes of the queue, in one sentence."""
    ends = {plan: _ends(here, outcome) for plan, outcome in outcomes.items()}
    if len(set(ends.values())) == 1:
        return f"{say(here.lang, 'planner.both')}: {ends[Plan.STAY]}"
    return "; ".join(
        f"{say(here.lang, 'subject.plan', number=int(plan))}: {end}" for plan, end in ends.items()
    )


def _numbers(here: Visit, outcomes: Mapping[Plan, Outcome]) -> None:
    """What each plan needs, line by line; what depends on something unsaid says so."""
    cards.section(here, "planner.needs")
    rows = [
        ["planner.ends", *(_ends(here, outcome) for outcome in outcomes.values())],
        ["planner.roster", *(_people(here, o.loaders_to_find) for o in outcomes.values())],
        *(
            [f"planner.beds_{kind}", *(_beds(here, outcome, kind) for outcome in outcomes.values())]
            for kind in BedKind
        ),
        ["planner.crossings", *(_daily(here, o, "crossings") for o in outcomes.values())],
        ["planner.checks", *(_daily(here, o, "health_checks") for o in outcomes.values())],
        ["planner.cost", *(_cost(here, outcome) for outcome in outcomes.values())],
    ]
    heads = [say(here.lang, "subject.plan", number=int(plan)) for plan in outcomes]
    cells = [[f"**{say(here.lang, key)}**", *cells] for key, *cells in rows]
    columns = [say(here.lang, "planner.need"), *heads]
    tables.show("needs", columns, cells, alt=say(here.lang, "planner.needs_alt"))


def _unsaid(here: Visit, outcomes: Mapping[Plan, Outcome]) -> None:
    """What the letter does not say and the reader has not given either."""
    unsaid = dict.fromkeys(name for outcome in outcomes.values() for name in outcome.unsaid)
    for name in unsaid:
        asked = say(here.lang, f"input.{name}")
        st.info(say(here.lang, "planner.unsaid", what=plain(asked)), icon=":material/help:")


def _ends(here: Visit, outcome: Outcome) -> str:
    if outcome.queue is Queue.GONE:
        return count(here.lang, "planner.gone", outcome.queue_gone_on or 0)
    return say(here.lang, f"planner.queue_{outcome.queue}")


def _people(here: Visit, people: int | None) -> str:
    if people is None:
        return _unknown(here)
    return figures.with_unit(figures.number(people, here.lang), people, Unit.PERSON, 1, here.lang)


def _beds(here: Visit, outcome: Outcome, kind: BedKind) -> str:
    beds = next((beds for beds in outcome.beds if beds.kind is kind), None)
    if beds is None:
        return "—"
    if beds.peak is None:
        return _unknown(here)
    peak = figures.number(round(beds.peak), here.lang)
    if beds.are_enough is None:
        return peak
    return f"{peak} · {say(here.lang, 'planner.enough' if beds.are_enough else 'planner.too_few')}"


def _daily(here: Visit, outcome: Outcome, name: str) -> str:
    total = outcome.total(name)
    if total is None:
        return _unknown(here)
    return figures.number(round(total / len(outcome.days)), here.lang)


def _cost(here: Visit, outcome: Outcome) -> str:
    if not outcome.cost_parts:
        return say(here.lang, "planner.no_price")
    if outcome.cost is None:
        return _unknown(here)
    scale = 10**6 if outcome.cost >= 10**6 else 1
    written = figures.number(round(outcome.cost / scale), here.lang)
    return figures.with_unit(written, 2, Unit.VND, scale, here.lang)


def _unknown(here: Visit) -> str:
    return f":gray[*{say(here.lang, 'planner.unknown')}*]"


def _effects(here: Visit, given: Inputs, outcomes: Mapping[Plan, Outcome]) -> None:
    """Which inputs move the queue most, each moved a step down and a step up."""
    cards.section(here, "planner.effects")
    found = {
        plan: [
            each
            for each in planner.sensitivity(given, plan, Target.TRUCK_DAYS)[:SHOWN_EFFECTS]
            if each.effect
        ]
        for plan in Plan
    }
    alike = found[Plan.STAY] == found[Plan.SAME_DAY]
    for plan in [Plan.STAY] if alike else Plan:
        name = say(here.lang, "subject.plan", number=int(plan))
        st.markdown(f"**{say(here.lang, 'planner.both') if alike else name}**")
        if not found[plan]:
            unsaid = outcomes[plan].queue is Queue.UNKNOWN
            st.caption(say(here.lang, "planner.queue_unknown" if unsaid else "planner.no_effect"))
            continue
        base = _tally(here, found[plan][0].base)
        st.caption(say(here.lang, "planner.effect_base", base=base))
        cells = [_effect(here, each) for each in found[plan]]
        heads = [say(here.lang, f"planner.effect_{name}") for name in ("of", "low", "high")]
        alt = say(here.lang, "planner.effects_alt")
        tables.show(f"effects-{int(plan)}", heads, cells, alt=alt)


def _effect(here: Visit, each: planner.Sensitivity) -> list[str]:
    """The input, and what comes of each of the two values tried."""
    tried = ((each.low, each.at_low), (each.high, each.at_high))
    return [
        plain(say(here.lang, f"input.{each.field}")),
        *(f"{_value(here, each.field, at)} → **{_tally(here, found)}**" for at, found in tried),
    ]


def _value(here: Visit, name: str, value: float) -> str:
    if ALLOWED[name].unit == "share":
        return plain(figures.percent(value, here.lang))
    return plain(figures.number(Decimal(f"{value:g}"), here.lang))


def _tally(here: Visit, value: float | None) -> str:
    unknown = say(here.lang, "planner.unknown")
    return plain(unknown if value is None else figures.number(round(value), here.lang))


def _by_day(here: Visit, outcomes: Mapping[Plan, Outcome]) -> None:
    """Each plan's days as a table, and all of them to take along."""
    for plan, outcome in outcomes.items():
        st.markdown(f"**{say(here.lang, 'subject.plan', number=int(plan))}**")
        every = 1 if len(outcome.days) <= EVERY_DAY else 7
        shown = [day for day in outcome.days if day.day % every == 0 or day is outcome.days[-1]]
        if every > 1:
            st.caption(say(here.lang, "planner.weekly"))
        cells = [[_tally(here, getattr(day, name)) for name in DAY_COLUMNS] for day in shown]
        heads = [say(here.lang, f"planner.column_{name}") for name in DAY_COLUMNS]
        tables.show(f"days-{int(plan)}", heads, cells, alt=say(here.lang, "planner.days_alt"))
