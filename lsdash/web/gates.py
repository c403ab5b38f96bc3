"""The gates around a week, from press reports: each day with its source, nothing joined."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from urllib.parse import urlsplit

import streamlit as st

from lsdash.charts import over_time
from lsdash.charts.over_time import Bar, Strip
from lsdash.charts.rows import Axis, Figure, Mark, Row, draw
from lsdash.charts.style import Fill
from lsdash.store import read
from lsdash.store.read import DecisionRow, EventRow, GateRow, ObservationRow, WeekRow
from lsdash.text import count, figures, pick, say
from lsdash.vocabulary import EventKind, ReportedMeasure, SourceFlag, Transport
from lsdash.web import address, cards, inputs, tables
from lsdash.web.visit import Visit
from lsdash.web.words import plain

MEASURES = {"waiting": "vehicles_waiting", "cleared": "vehicles_cleared"}
DIRECTIONS = {"export": "export", "import": "import", "both": "both", "n/a": "na"}
VALUES = ("trade_value", "trade_value_declared", "trade_value_all_modes")
"""Three different things: never on one axis, never added."""

PLACE_KINDS = ("gate", "province", "national")
LONGEST_BAR = 2
"""Days that a figure may cover and still be drawn as a bar among days."""
MONTHS_AROUND = 2
"""Whole months shown before and after the document's own."""

A_SHEET = 50
"""Figures that a table of all shows at once."""

OPEN_OR_SHUT = (EventKind.CLOSURE, EventKind.REOPENING, EventKind.RESTRICTION)
"""Kinds of event that tell whether goods pass a gate."""


def show(here: Visit, decision: DecisionRow) -> None:
    """The gates around a document: what to show of them, and the picture."""
    cards.section(here, "gates.title")
    st.caption(say(here.lang, "gates.lead"))
    with st.container(horizontal=True):
        values = {key: inputs.choice(here, key) for key in ("trucks", "unsure")}
    here = inputs.keep(here, values)
    around(here, decision)
    each(here, decision)
    after(here, decision)
    long_view(here)
    everything(here)


def around(here: Visit, decision: DecisionRow) -> None:
    """Trucks waiting or cleared by day and gate around a document, and the events of those days."""
    measure = here.view.input("trucks") or "waiting"
    unsure = here.view.input("unsure") == "yes"
    first = _month(decision.signed_on, -MONTHS_AROUND)
    last = _month(decision.signed_on, MONTHS_AROUND + 1) - timedelta(1)
    rows = here.ask(read.observations, (MEASURES[measure],), first, last)
    rows = [row for row in rows if _is_a_day(row) and (unsure or not row.is_unsure)]
    if not rows:
        st.info(say(here.lang, "gates.none"))
        return
    events = here.ask(read.events, (), first, last)
    events = [event for event in events if unsure or not event.is_unsure]
    week = _week_of(here, decision)
    strips = [*_by_place(here, rows), *_by_kind(here, events)]
    band = (week.period_from, week.period_to)
    figure = over_time.draw(strips, first, last, band, here.lang, here.theme)
    alt = "; ".join(f"{strip.label}: {strip.note}" for strip in strips)
    _chart(figure, alt, measure)
    _chosen(here, measure, rows, events)
    with cards.fold(here, "gates.table", name=measure) as is_open:
        if is_open:
            _observations(here, rows, measure)
    with cards.fold(here, "gates.events") as is_open:
        if is_open:
            timeline(here, events)


def queue_in(here: Visit, weeks: Sequence[WeekRow]) -> str:
    """The surest and widest of the queues reported in these weeks, in words; "" without any."""
    rows = [
        row
        for week in weeks
        for row in here.ask(
            read.observations, (MEASURES["waiting"],), week.period_from, week.period_to
        )
        if row.place_kind != "national"
    ]
    if not rows:
        return ""
    row = min(rows, key=lambda row: (row.is_unsure, row.place_kind == "gate", row.period_from))
    where, on = _place(here, row), _when(here, row)
    return say(here.lang, "gates.queue", n=_number(here, row), place=where, on=on)


def in_week(here: Visit, weeks: Sequence[WeekRow]) -> None:
    """Trucks reported waiting in the week shown, a line each with its source."""
    for week in weeks:
        measures = (MEASURES["waiting"],)
        rows = here.ask(read.observations, measures, week.period_from, week.period_to)
        if rows:
            cards.section(here, "gates.this_week")
            lines = [
                f"- {plain(_place(here, row))}, {plain(_when(here, row))}: "
                f"**{plain(_number(here, row))}** {say(here.lang, 'gates.waiting')}"
                f"{plain(' (' + _flags(here, row.flags) + ')') if row.flags else ''} · "
                f"{_source(here, row.publisher, row.address, None)}"
                for row in rows
            ]
            st.markdown("\n".join(lines))


def each(here: Visit, decision: DecisionRow) -> None:
    """The province's gates one by one: rank, other side, and what was last reported of each."""
    known = here.ask(read.gates)
    if not known:
        return
    until = _week_of(here, decision).period_to
    events = here.ask(read.events, tuple(map(str, OPEN_OR_SHUT)), None, until)
    with cards.fold(here, "gates.each") as is_open:
        if not is_open:
            return
        names = ("gate", "category", "opposite", "latest")
        heads = [*(say(here.lang, f"gates.{name}") for name in names), _source_head(here)]
        cells = [_gate(here, gate, events) for gate in known]
        tables.show("gates", heads, cells, alt=say(here.lang, "gates.gates_alt"))
        for row in here.ask(read.observations, ("gates_open",), None, _month(until, 1)):
            note = row.note_vi if here.lang == "vi" else row.note_en
            told = say(
                here.lang,
                "gates.open",
                on=_when(here, row),
                n=figures.number(row.value.normalize(), here.lang),
            )
            source = _source(here, row.publisher, row.address, None)
            st.markdown(f"- {plain(' '.join(filter(None, (told, note))))} · {source}")


def after(here: Visit, decision: DecisionRow) -> None:
    """What was reported of loaders and drivers after a document: after it, not because of it."""
    cards.section(here, "gates.after")
    st.markdown(say(here.lang, "gates.no_reply", number=plain(decision.number)))
    kinds = (str(EventKind.LABOUR_RULE),)
    events = here.ask(read.events, kinds, decision.signed_on + timedelta(1))
    if events:
        st.caption(say(here.lang, "gates.after_lead"))
        timeline(here, events, name="after")


def long_view(here: Visit) -> None:
    """All years: trucks waiting, and the three measures of trade value, each apart."""
    rows = here.ask(read.observations, (MEASURES["waiting"],))
    rows = [row for row in rows if row.place_kind != "gate"]
    if not rows:
        return
    cards.section(here, "gates.long")
    first = date(min(row.period_from for row in rows).year, 1, 1)
    last = date(max(row.period_to for row in rows).year, 12, 31)
    strips = _by_place(here, rows)
    band = (here.ask(read.weeks)[0].period_from, here.ask(read.weeks)[0].period_to)
    figure = over_time.draw(strips, first, last, band, here.lang, here.theme)
    alt = "; ".join(f"{strip.label}: {strip.note}" for strip in strips)
    _chart(figure, alt, "long")
    _chosen(here, "long", rows)
    st.caption(say(here.lang, "gates.values"))
    for column, measure in zip(st.columns(len(VALUES), gap="large"), VALUES, strict=True):
        with column:
            st.subheader(say(here.lang, f"measure.{measure}"), anchor=False)
            _values(here, measure)


def everything(here: Visit) -> None:
    """Every figure that the press reported, drawn above or not, a sheet at a time."""
    with cards.fold(here, "gates.everything") as is_open:
        if not is_open:
            return
        rows = here.ask(read.observations, tuple(map(str, ReportedMeasure)))
        sheets = -(-len(rows) // A_SHEET)
        at = st.pagination(sheets, key="gates-sheet") if sheets > 1 else 1
        names = ("on", "measured", "place", "direction")
        heads = [
            *(say(here.lang, f"gates.{name}") for name in names),
            say(here.lang, "table.figure"),
        ]
        heads += [say(here.lang, "gates.note"), _source_head(here)]
        cells = [_in_full(here, row) for row in rows[(at - 1) * A_SHEET : at * A_SHEET]]
        tables.show("everything", heads, cells, alt=say(here.lang, "gates.everything"))


def _in_full(here: Visit, row: ObservationRow) -> list[str]:
    on, *others = _cells(here, row)
    return [on, plain(_measured(here, row)), *others]


def _values(here: Visit, measure: str) -> None:
    """One measure of trade value, a row a reported period, on an axis of its own."""
    rows = here.ask(read.observations, (measure,))
    top = float(max(row.value for row in rows))
    drawn = [
        Row(
            head=_number(here, row),
            label=" · ".join((_when(here, row), _place(here, row), _way(here, row))),
            marks=(
                Mark(
                    0,
                    float(row.value),
                    Fill.UNSURE if row.is_unsure else Fill.DECIDED,
                    hover=_hover(here, row),
                    source=("", row.id),
                ),
            ),
            note=_flags(here, row.flags),
        )
        for row in rows
    ]
    told = "; ".join(f"{row.label}: {row.head}" for row in drawn)
    figure = draw(drawn, Axis(0, top * 1.02), here.theme)
    _chart(figure, f"{say(here.lang, f'measure.{measure}')}. {told}", measure)
    _chosen(here, measure, rows)
    with cards.fold(here, "gates.table", name=measure) as is_open:
        if is_open:
            _observations(here, rows, measure)


def timeline(here: Visit, events: Sequence[EventRow], *, name: str = "events") -> None:
    """Events as a table by date, each with its source; `name` tells the tables of a page apart.

    Where all are of one kind, the kind is in the heading above and needs no column.
    """
    kindred = len({event.kind for event in events}) == 1
    rows = [
        [
            figures.day(event.date_from, here.lang),
            *([] if kindred else [say(here.lang, f"event.{event.kind}")]),
            _told(here, event),
            _source(here, event.publisher, event.address, event.decision),
        ]
        for event in events
    ]
    names = ("on", "what") if kindred else ("on", "kind", "what")
    heads = [*(say(here.lang, f"gates.{each}") for each in names), _source_head(here)]
    tables.show(f"told-{name}", heads, rows, alt=say(here.lang, "gates.events_alt"))


def _source_head(here: Visit) -> str:
    return say(here.lang, "table.source")


def _told(here: Visit, event: EventRow) -> str:
    """An event in words, and how sure it is."""
    told = plain(pick(here.lang, event, "summary"))
    return f"{told} :gray[({plain(_flags(here, event.flags))})]" if event.flags else told


def _gate(here: Visit, gate: GateRow, events: Sequence[EventRow]) -> list[str]:
    name = gate.name_vi if here.lang == "vi" else gate.name_en
    district = f" ({gate.district})" if gate.district else ""
    category = say(here.lang, f"gate.{gate.category}")
    if gate.transport == Transport.RAIL:
        category = f"{category}, {say(here.lang, 'gate.rail')}"
    own = [event for event in events if event.place == gate.name_vi]
    latest = f":gray[*{say(here.lang, 'gates.nothing_of_it')}*]"
    if own:
        event = own[-1]
        source = _source(here, event.publisher, event.address, event.decision)
        on = plain(figures.day(event.date_from, here.lang))
        latest = f"{on}: {_told(here, event)} · {source}"
    opposite = gate.opposite_vi if here.lang == "vi" else gate.opposite_en
    return [
        f"**{plain(name)}**{plain(district)}",
        category,
        plain(opposite) if opposite else f":gray[*{say(here.lang, 'gates.not_found')}*]",
        latest,
        ", ".join(f"[{plain(_host(url))}](<{url}>)" for url in gate.addresses),
    ]


def _host(url: str) -> str:
    return (urlsplit(url).hostname or url).removeprefix("www.")


def _week_of(here: Visit, decision: DecisionRow) -> WeekRow:
    return next(week for week in here.ask(read.weeks) if week.slug == decision.bulletin)


def _month(on: date, away: int) -> date:
    """The first day of the month that lies so many months from `on`."""
    months = on.year * 12 + on.month - 1 + away
    return date(months // 12, months % 12 + 1, 1)


def _is_a_day(row: ObservationRow) -> bool:
    length = (row.period_to - row.period_from).days + 1
    return length <= LONGEST_BAR and row.cumulative_since is None


def _by_place(here: Visit, rows: Sequence[ObservationRow]) -> list[Strip]:
    """A strip for each place and direction, gates first, those with most days first."""
    groups: dict[tuple[str, str], list[ObservationRow]] = {}
    for row in rows:
        groups.setdefault((row.place, row.direction), []).append(row)
    order = sorted(
        groups.values(),
        key=lambda own: (PLACE_KINDS.index(own[0].place_kind), -len(own), own[0].direction),
    )
    return [_strip(here, own) for own in order]


def _strip(here: Visit, own: Sequence[ObservationRow]) -> Strip:
    most = max(own, key=lambda row: row.value)
    bars = tuple(
        Bar(
            row.period_from,
            row.period_to,
            float(row.value / most.value) if most.value else 0.0,
            row.is_unsure,
            _hover(here, row),
            row.id,
        )
        for row in own
    )
    label = f"{_place(here, own[0])} · {_way(here, own[0])}"
    on = figures.day(most.period_from, here.lang)
    note = say(here.lang, "gates.most", n=_number(here, most), on=on)
    return Strip(label, note, bars, 46, Fill.DECIDED)


def _by_kind(here: Visit, events: Sequence[EventRow]) -> list[Strip]:
    strips = []
    for kind in EventKind:
        own = [event for event in events if event.kind == kind]
        if not own:
            continue
        bars = tuple(
            Bar(
                event.date_from,
                event.date_from,
                1.0,
                event.is_unsure,
                f"{figures.day(event.date_from, here.lang)}\n{pick(here.lang, event, 'summary')}",
                event.id,
            )
            for event in own
        )
        note = count(here.lang, "gates.events_n", len(own))
        strips.append(Strip(say(here.lang, f"event.{kind}"), note, bars, 12, Fill.OTHER))
    return strips


def _chart(figure: Figure, alt: str, measure: str) -> None:
    """The drawing; a click on a bar shows its source, and the link says which."""
    key = f"chart-gates-{measure}"
    st.plotly_chart(
        cards.checked(figure),
        theme=None,
        key=key,
        on_select=partial(_pick, key),
        selection_mode="points",
        config={"displayModeBar": False, "scrollZoom": False, "doubleClick": False},
        alt=alt,
    )


def _pick(key: str) -> None:
    """The reader has just chosen a bar: only then, as each drawing remembers its last one."""
    for point in st.session_state[key]["selection"]["points"][:1]:
        address.point_at(point["customdata"][1])


def _chosen(
    here: Visit, name: str, rows: Sequence[ObservationRow], events: Sequence[EventRow] = ()
) -> None:
    """The row that the link names, with its source, below the drawing called `name`."""
    row = next((row for row in rows if row.id == here.view.fact), None)
    event = next((event for event in events if event.id == here.view.fact), None)
    told = ""
    if row:
        words = plain(_hover(here, row)).replace("\n", "  \n")
        told = f"{words}  \n{_source(here, row.publisher, row.address, None)}"
    if event:
        source = _source(here, event.publisher, event.address, event.decision)
        told = f"{_told(here, event)}  \n{source}"
    if told:
        with st.container(border=True, key=f"chosen-{name}"):
            st.markdown(told)


def _hover(here: Visit, row: ObservationRow) -> str:
    lines = [
        f"{_place(here, row)}: {_number(here, row)}",
        _when(here, row),
        _measured(here, row),
    ]
    note = row.note_vi if here.lang == "vi" else row.note_en
    lines += [note] if note else []
    lines += [_flags(here, row.flags)] if row.flags else []
    return "\n".join([*lines, row.publisher or ""])


def _cells(here: Visit, row: ObservationRow) -> list[str]:
    return [
        _when(here, row),
        plain(_place(here, row)),
        _way(here, row),
        f"**{plain(_number(here, row))}**",
        _noted(here, row),
        _source(here, row.publisher, row.address, None),
    ]


def _noted(here: Visit, row: ObservationRow) -> str:
    """What the figure covers, and how sure it is."""
    note = row.note_vi if here.lang == "vi" else row.note_en
    sure = f":gray[({plain(_flags(here, row.flags))})]" if row.flags else ""
    return " ".join(filter(None, (plain(note or ""), sure))) or "—"


def _measured(here: Visit, row: ObservationRow) -> str:
    return say(here.lang, f"measure.{row.measure}")


def _way(here: Visit, row: ObservationRow) -> str:
    return say(here.lang, f"direction_of.{DIRECTIONS[row.direction]}")


def _when(here: Visit, row: ObservationRow) -> str:
    return figures.span(row.period_from, row.period_to, here.lang)


def _flags(here: Visit, flags: Sequence[str]) -> str:
    return "; ".join(say(here.lang, f"source_flag.{SourceFlag(flag)}") for flag in flags)


def _number(here: Visit, row: ObservationRow) -> str:
    """The figure with its unit."""
    if row.measure in MEASURES.values():
        return count(here.lang, "gates.trucks", int(row.value))
    return say(here.lang, f"reported.{row.measure}", n=_bare(here, row))


def _bare(here: Visit, row: ObservationRow) -> str:
    value = row.value.normalize() if row.value % 1 else row.value.to_integral_value()
    return figures.number(value, here.lang)


def _place(here: Visit, row: ObservationRow | EventRow) -> str:
    """A gate by its name, the province and the whole border in the reader's words."""
    return row.place if row.place_kind == "gate" else say(here.lang, f"place.{row.place_kind}")


def _source(here: Visit, publisher: str | None, url: str | None, decision: str | None) -> str:
    if decision:
        link = address.path(here.view.of_document(decision))
        return f"[{say(here.lang, 'gates.our_document')}]({link})"
    return f"[{plain(publisher or url or '')}](<{url}>)"


def _observations(here: Visit, rows: Sequence[ObservationRow], name: str) -> None:
    cells = [_cells(here, row) for row in rows]
    columns = ("gates.on", "gates.place", "gates.direction", "table.figure", "gates.note")
    heads = [*(say(here.lang, key) for key in columns), _source_head(here)]
    tables.show(f"observations-{name}", heads, cells, alt=say(here.lang, "gates.observations_alt"))
