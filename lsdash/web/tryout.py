"""The planner's page: what the reader puts in, marked by where it comes from, and what follows.

Everything that changes a number here is in the link. What the letter leaves unsaid is asked for.
"""

from collections.abc import Mapping
from decimal import Decimal

import pandas as pd
import streamlit as st

from lsdash import planner
from lsdash.charts import queues
from lsdash.charts.queues import Line
from lsdash.charts.style import Fill
from lsdash.planner import ALLOWED, BedKind, Inputs, Outcome, Plan, Provenance, Queue, Target
from lsdash.store import read
from lsdash.store.read import DecisionRow, ObservationRow
from lsdash.text import count, figures, say
from lsdash.vocabulary import Unit
from lsdash.web import address, cards, inputs
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
SEED, SHOWN_EFFECTS = 2020, 5
RUN_DAYS = 3000
"""Days of chance runs in all: fewer runs over a longer time, so that the page stays quick."""


def show(here: Visit, letter: DecisionRow) -> None:
    """Ask for the inputs, then show both plans side by side."""
    st.caption(say(here.lang, "planner.lead"))
    reported = _reported(here, letter)
    _offer(here, reported)
    values: dict[str, Decimal | None] = {}
    for group, names in GROUPS.items():
        with st.expander(say(here.lang, f"planner.{group}"), expanded=group in ("trucks", "day")):
            for at, column in enumerate(st.columns(3)):
                with column:
                    for name in names[at::3]:
                        values[name] = inputs.number(here, name, mark=_mark(here, name, reported))
    here = inputs.keep(here, values)
    given, _ = Inputs.clamped({name: _typed(name, value) for name, value in values.items()})
    outcomes = {plan: planner.run(given, plan) for plan in Plan}
    _queue(here, given, outcomes)
    _numbers(here, outcomes)
    _effects(here, given)
    with st.expander(say(here.lang, "planner.by_day")):
        for plan, outcome in outcomes.items():
            st.markdown(f"**{say(here.lang, 'subject.plan', number=int(plan))}**")
            _days(here, outcome)


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


def _mark(here: Visit, name: str, reported: Mapping[str, ObservationRow]) -> str:
    """Where the value that stands now comes from, in words behind the label."""
    now = here.view.input(name)
    row = reported.get(name)
    if row and now and Decimal(now) == row.value:
        source = Provenance.PRESS
    elif ALLOWED[name].provenance is Provenance.STATED and now == _default(name):
        source = Provenance.STATED
    elif now is None:
        return f" :gray[— {say(here.lang, 'planner.to_give')}]"
    else:
        source = Provenance.ASSUMPTION
    colour = {Provenance.STATED: "primary", Provenance.PRESS: "blue"}.get(source, "orange")
    return f" :{colour}[— {say(here.lang, f'provenance.{source}')}]"


def _default(name: str) -> str | None:
    default = ALLOWED[name].default
    return None if default is None else str(int(default))


def _queue(here: Visit, given: Inputs, outcomes: Mapping[Plan, Outcome]) -> None:
    """Trucks waiting each evening under both plans, with the chance band."""
    cards.section(here, "planner.queue")
    lines = []
    runs = min(100, max(10, RUN_DAYS // given.days))
    for plan, outcome in outcomes.items():
        chance = planner.band(given, plan, SEED, runs)
        lines.append(
            Line(
                say(here.lang, "subject.plan", number=int(plan)),
                [day.waiting_after for day in outcome.days],
                [each.low if each else None for each in chance.waiting],
                [each.high if each else None for each in chance.waiting],
                Fill.DECIDED if plan is Plan.STAY else Fill.OTHER,
            )
        )
    figure = queues.over_days(lines, say(here.lang, "planner.queue_unit"), here.lang, here.theme)
    st.plotly_chart(
        figure,
        theme=None,
        key="chart-queue",
        config={"displayModeBar": False},
        alt=f"{say(here.lang, 'planner.queue')}. {_told(here, outcomes)}",
    )
    st.caption(say(here.lang, "planner.band", runs=runs))


def _told(here: Visit, outcomes: Mapping[Plan, Outcome]) -> str:
    return "; ".join(
        f"{say(here.lang, 'subject.plan', number=int(plan))}: {_ends(here, outcome)}"
        for plan, outcome in outcomes.items()
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
    table = pd.DataFrame(
        [[f"**{say(here.lang, key)}**", *cells] for key, *cells in rows], columns=[" ", *heads]
    )
    st.table(table, border="horizontal", hide_index=True, alt=say(here.lang, "planner.needs_alt"))
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
    written = figures.number(round(outcome.cost), here.lang)
    return figures.with_unit(written, 2, Unit.VND, 1, here.lang)


def _unknown(here: Visit) -> str:
    return f":gray[*{say(here.lang, 'planner.unknown')}*]"


def _effects(here: Visit, given: Inputs) -> None:
    """Which inputs move the queue most, each moved a step down and a step up."""
    cards.section(here, "planner.effects")
    for column, plan in zip(st.columns(2, gap="large"), Plan, strict=True):
        with column:
            st.markdown(f"**{say(here.lang, 'subject.plan', number=int(plan))}**")
            found = planner.sensitivity(given, plan, Target.TRUCK_DAYS)
            told = [each for each in found if each.effect][:SHOWN_EFFECTS]
            if not told:
                st.caption(say(here.lang, "planner.no_effect"))
            st.markdown("\n".join(f"- {_effect(here, each)}" for each in told))


def _effect(here: Visit, each: planner.Sensitivity) -> str:
    def number(value: float | None) -> str:
        return "?" if value is None else figures.number(round(value), here.lang)

    def tried(value: float) -> str:
        return figures.number(Decimal(f"{value:g}"), here.lang)

    return plain(
        say(
            here.lang,
            "planner.effect",
            what=say(here.lang, f"input.{each.field}"),
            low=tried(each.low),
            high=tried(each.high),
            at_low=number(each.at_low),
            at_high=number(each.at_high),
            base=number(each.base),
        )
    )


def _days(here: Visit, outcome: Outcome) -> None:
    def cell(value: float | None) -> str:
        unknown = say(here.lang, "planner.unknown")
        return unknown if value is None else figures.number(round(value), here.lang)

    rows = [[cell(getattr(day, name)) for name in DAY_COLUMNS] for day in outcome.days]
    columns = [say(here.lang, f"planner.column_{name}") for name in DAY_COLUMNS]
    st.dataframe(pd.DataFrame(rows, columns=columns), hide_index=True)
