"""The gates on a day: whether goods pass them, how many trucks wait, and who reported it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile

from lsdash.contents import gates
from lsdash.contents.blocks import Line, Listed, Table, Words, line, quiet, strong
from lsdash.contents.border import days
from lsdash.contents.reading import Reading, remembered
from lsdash.store import read
from lsdash.store.rows import GateRow, GateStateRow, ObservationRow
from lsdash.text import figures, pick, say
from lsdash.vocabulary import CommuneRead, GateState, Transport

OLDEST = timedelta(14)
"""How long before the day shown a figure may be reported and still be told, with its own day."""

TOLD_FOR = timedelta(366)
"""How long a reported state is told of later days: after a year without a word nobody knows."""

OF_TRANSPORT = {Transport.ROAD: days.WAITING, Transport.RAIL: "wagons_waiting"}


@dataclass(frozen=True)
class AtGate:
    """A gate on a day."""

    gate: GateRow
    state: GateStateRow | None
    """The newest reading up to the day, at most TOLD_FOR before it; None where there is none."""
    since: date | None
    """The first of the readings in a row that say the same."""
    waiting: ObservationRow | None
    """The newest queue up to the day, at most OLDEST before it."""

    @property
    def now(self) -> GateState | None:
        return GateState(self.state.state) if self.state else None


@remembered
def each(here: Reading) -> list[AtGate]:
    """The gates in their order along the border, those without a place in it last."""
    day = days.shown(here)
    known = here.ask(read.gates)
    order = sorted(known, key=lambda gate: (gate.border_order is None, gate.border_order or 0))
    return [_at(here, gate, day) for gate in order]


def shut(here: Reading) -> list[str]:
    """Names of the gates that were shut."""
    return [name(here, own.gate) for own in each(here) if own.now == GateState.SHUT]


def queue(here: Reading) -> ObservationRow | None:
    """The queue of the day: the province's, else a gate's; of the days before where there is none.

    The surest of a day, and of those as sure the largest.
    """
    return _newest(here, days.of_measure(here, days.WAITING))


def cleared(here: Reading) -> list[ObservationRow]:
    """What was cleared on the newest day up to the day shown, of one place."""
    rows = days.of_measure(here, days.CLEARED)
    newest = _newest(here, rows)
    if newest is None:
        return []
    same = (newest.place, newest.period_to)
    return [row for row in rows if (row.place, row.period_to) == same]


def sentence(here: Reading) -> str:
    """The answer: how many wait, and which gates are shut, on the day."""
    lang, row, names = here.lang, queue(here), shut(here)
    parts = []
    if row:
        told = {"n": gates.number(here, row), "on": figures.day(row.period_to, lang)}
        where = gates.place(here, row)
        key = "gate" if row.place_kind == "gate" else "province"
        parts.append(say(lang, f"border.waiting_{key}", place=where, **told))
    else:
        parts.append(say(lang, "border.no_queue", on=figures.day(days.shown(here), lang)))
    if names:
        parts.append(say(lang, "border.shut", gates=", ".join(names)))
    return "; ".join(parts)


@remembered
def reported(here: Reading) -> Listed:
    """What the answer rests on: each part with its reports and what makes it less sure."""
    lang = here.lang
    lines: list[Line] = []
    row = queue(here)
    if row:
        lines.append(_figure(here, "border.waiting", [row]))
        lines += _above_the_border(here, row)
    passed = cleared(here)
    if passed:
        lines.append(_figure(here, "border.cleared", passed))
    by_evidence: dict[tuple[str, ...], list[AtGate]] = {}
    for own in each(here):
        if own.state and own.now == GateState.SHUT:
            by_evidence.setdefault(tuple(own.state.evidence), []).append(own)
    for together in by_evidence.values():
        state = together[0].state
        if state:
            names = ", ".join(name(here, own.gate) for own in together)
            said = say(lang, "border.shut_since", gates=names, on=_days(here, together[0]))
            lines.append(line(f"{said} · ", *sources(here, state), *_how_sure(here, state.flags)))
    lines.append(quiet(say(lang, "border.context")))
    return Listed(tuple(lines))


def table(here: Reading) -> Table | None:
    """The gates of the day, a row each: the strip in words."""
    rows = tuple(_row(here, own) for own in each(here))
    keys = ("gate", "commune", "opposite", "state", "waiting", "rank", "sources")
    heads = tuple(say(here.lang, f"border.column_{key}") for key in keys)
    return Table("strip", heads, rows, say(here.lang, "border.table_alt")) if rows else None


def name(here: Reading, gate: GateRow) -> str:
    return gate.name_vi if here.lang == "vi" else gate.name_en


def opposite(here: Reading, gate: GateRow) -> str:
    return (gate.opposite_vi if here.lang == "vi" else gate.opposite_en) or ""


def place(gate: GateRow) -> str:
    """Commune and district, and that the commune is not sourced where it is not."""
    unread = gate.commune_read == CommuneRead.NO
    commune = f"{gate.commune} (?)" if gate.commune and unread else gate.commune
    return ", ".join(filter(None, (commune, gate.district)))


def told(here: Reading, own: AtGate) -> str:
    """The state in words."""
    return say(here.lang, f"gate_state.{own.now}" if own.now else "gate_state.unknown")


def sources(here: Reading, state: GateStateRow) -> Line:
    """Who reported what a state rests on."""
    events = {row.id: row for row in here.ask(read.events)}
    figures = {row.id: row for row in gates.everything(here)}
    parts: list[Words] = []
    for one in state.evidence:
        found = events.get(one) or figures.get(one)
        if found:
            decision = getattr(found, "decision", None)
            parts += [Words(", "), *gates.source(here, found.publisher, found.address, decision)]
    return tuple(parts[1:])


def of_day(here: Reading, row: ObservationRow) -> bool:
    return row.period_from <= days.shown(here) <= row.period_to


def _at(here: Reading, gate: GateRow, day: date) -> AtGate:
    own = [
        row
        for row in here.ask(read.gate_states)
        if row.gate == gate.slug and row.date_from <= day and days.may_show(here, row)
    ]
    state = own[-1] if own and day - own[-1].date_from <= TOLD_FOR else None
    run = list(takewhile(lambda row: state and row.state == state.state, reversed(own)))
    measure = OF_TRANSPORT[Transport(gate.transport)]
    rows = [row for row in days.of_measure(here, measure) if row.place == gate.name_vi]
    return AtGate(gate, state, run[-1].date_from if run else None, _newest(here, rows))


def _newest(here: Reading, rows: Sequence[ObservationRow]) -> ObservationRow | None:
    """The newest report up to the day: the province's before a gate's, then the surest."""
    day = days.shown(here)
    held = [
        row for row in rows if row.place_kind != "national" and day - OLDEST <= row.period_to <= day
    ]

    def order(row: ObservationRow) -> tuple[date, bool, bool, object]:
        return row.period_to, row.place_kind == "province", not row.is_unsure, row.value

    return max(held, key=order, default=None)


def _figure(here: Reading, key: str, rows: Sequence[ObservationRow]) -> Line:
    """`Waiting: 428 trucks, province, 3 Mar 2020 · publisher (how sure)`."""
    first = rows[0]
    counted = [
        " ".join((gates.number(here, row), gates.way(here, row)) if len(rows) > 1 else ())
        or f"{gates.number(here, row)} ({gates.way(here, row)})"
        for row in rows
    ]
    flags = sorted({flag for row in rows for flag in row.flags})
    return (
        Words(f"{say(here.lang, key)}: "),
        *strong(", ".join(counted)),
        Words(f", {gates.place(here, first)}, {gates.when(here, first)} · "),
        *gates.source(here, first.publisher, first.address, None),
        *gates.doubts(here, flags, gates.at(here, first)),
    )


def _above_the_border(here: Reading, row: ObservationRow) -> list[Line]:
    """Where the province's queue is above the whole border's of that day: what each counts."""
    wide = [
        other
        for other in days.of_measure(here, days.WAITING)
        if other.place_kind == "national" and other.period_to == row.period_to
    ]
    if row.place_kind != "province" or not wide or wide[0].value >= row.value:
        return []
    told = {"n": gates.number(here, row), "all": gates.number(here, wide[0])}
    counted = (f" {gates.bare(here, each)}: {gates.note(here, each)}" for each in (row, wide[0]))
    return [line(say(here.lang, "border.above", **told), *quiet("".join(counted)))]


def _how_sure(here: Reading, flags: Sequence[str]) -> Line:
    return quiet(f" ({gates.flags_of(here, flags)})") if flags else ()


def _days(here: Reading, own: AtGate) -> str:
    """Since when, and how old the last report of it is."""
    lang, state = here.lang, own.state
    if state is None or own.since is None:
        return ""
    since = figures.day(own.since, lang)
    if state.date_from == own.since:
        return since
    return say(lang, "border.still", on=since, last=figures.day(state.date_from, lang))


def _row(here: Reading, own: AtGate) -> tuple[Line, ...]:
    lang, gate, state = here.lang, own.gate, own.state
    rank = say(lang, f"gate_rank.{gate.category}")
    if gate.transport == Transport.RAIL:
        rank = f"{rank}, {say(lang, 'gate_rank.rail')}"
    waiting = quiet(say(lang, "border.none_reported"))
    if own.waiting:
        row = own.waiting
        waiting = (
            Words(gates.number(here, row), "strong"),
            Words(f", {gates.when(here, row)} · "),
            *gates.source(here, row.publisher, row.address, None),
            *_how_sure(here, row.flags),
        )
    stood = quiet(told(here, own))
    if state:
        note = pick(lang, state, "note")
        stood = (
            Words(told(here, own), "strong"),
            Words(f" ({_days(here, own)}). {note} · "),
            *sources(here, state),
            *_how_sure(here, state.flags),
        )
    far = opposite(here, gate)
    return (
        strong(name(here, gate)),
        line(place(gate) or "—"),
        line(far) if far else quiet(say(lang, "gates.not_found")),
        stood,
        waiting,
        line(rank),
        gates.pages(gate),
    )
