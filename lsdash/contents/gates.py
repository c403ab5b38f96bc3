"""The gates around a week, from press reports: each day with its source, nothing joined."""

from collections.abc import Sequence
from datetime import date, timedelta
from urllib.parse import urlsplit

from lsdash.charts import over_time
from lsdash.charts.over_time import Bar, Strip
from lsdash.charts.rows import Axis, Mark, Row, draw
from lsdash.charts.style import Fill
from lsdash.contents.blocks import (
    Chart,
    Line,
    Listed,
    Said,
    Table,
    Words,
    line,
    quiet,
    strong,
    text_of,
)
from lsdash.contents.reading import Reading
from lsdash.store import read
from lsdash.store.rows import DecisionRow, EventRow, GateRow, ObservationRow, WeekRow
from lsdash.text import count, figures, pick, say
from lsdash.vocabulary import EventKind, ReportedMeasure, SourceFlag, Transport

MEASURES = {"waiting": "vehicles_waiting", "cleared": "vehicles_cleared"}
DIRECTIONS = {"export": "export", "import": "import", "both": "both", "n/a": "na"}
VALUES = ("trade_value", "trade_value_declared", "trade_value_all_modes")
"""Three different things: never on one axis, never added."""

PLACE_KINDS = ("gate", "province", "national")
LONGEST_BAR = 2
"""Days that a figure may cover and still be drawn as a bar among days."""
MONTHS_AROUND = 2
"""Whole months shown before and after the document's own."""

OPEN_OR_SHUT = (EventKind.CLOSURE, EventKind.REOPENING, EventKind.RESTRICTION)
"""Kinds of event that tell whether goods pass a gate."""


def span(decision: DecisionRow) -> tuple[date, date]:
    """The days shown around a document."""
    first = _month(decision.signed_on, -MONTHS_AROUND)
    return first, _month(decision.signed_on, MONTHS_AROUND + 1) - timedelta(1)


def around(here: Reading, decision: DecisionRow) -> list[ObservationRow]:
    """Trucks waiting or cleared, as the view asks, by day and gate around a document."""
    measure = here.view.input("trucks") or "waiting"
    rows = here.ask(read.observations, (MEASURES[measure],), *span(decision))
    return [row for row in rows if _is_a_day(row) and (_unsure(here) or not row.is_unsure)]


def events_around(here: Reading, decision: DecisionRow) -> list[EventRow]:
    """The events of those days, as sure as the view asks."""
    events = here.ask(read.events, (), *span(decision))
    return [event for event in events if _unsure(here) or not event.is_unsure]


def around_chart(here: Reading, decision: DecisionRow) -> Chart:
    """A strip of days for each gate and each kind of event, with the bulletin's week marked."""
    strips = [
        *_by_place(here, around(here, decision)),
        *_by_kind(here, events_around(here, decision)),
    ]
    name = here.view.input("trucks") or "waiting"
    return _strips(here, name, strips, span(decision), _week_of(here, decision))


def reported_in(here: Reading, weeks: Sequence[WeekRow]) -> list[ObservationRow]:
    """Trucks reported waiting in these weeks."""
    measures = (MEASURES["waiting"],)
    return [
        row
        for week in weeks
        for row in here.ask(read.observations, measures, week.period_from, week.period_to)
    ]


def queue_in(here: Reading, weeks: Sequence[WeekRow]) -> str:
    """The surest and widest of the queues reported in these weeks, in words; "" without any."""
    rows = [row for row in reported_in(here, weeks) if row.place_kind != "national"]
    if not rows:
        return ""
    row = min(rows, key=lambda row: (row.is_unsure, row.place_kind == "gate", row.period_from))
    where, on = place(here, row), when(here, row)
    return say(here.lang, "gates.queue", n=number(here, row), place=where, on=on)


def in_week(here: Reading, weeks: Sequence[WeekRow]) -> Listed | None:
    """Trucks reported waiting in these weeks, a line each with its source."""
    lines = []
    for row in reported_in(here, weeks):
        flags = f" ({flags_of(here, row.flags)})" if row.flags else ""
        lines.append(
            line(
                f"{place(here, row)}, {when(here, row)}: ",
                Words(number(here, row), "strong"),
                f" {say(here.lang, 'gates.waiting')}{flags} · ",
                *source(here, row.publisher, row.address, None),
            )
        )
    return Listed(tuple(lines)) if lines else None


def shut_or_open(here: Reading, decision: DecisionRow) -> list[EventRow]:
    """What was reported of gates closed, opened or restricted, up to the end of a document's week.

    By date.
    """
    until = _week_of(here, decision).period_to
    return here.ask(read.events, tuple(map(str, OPEN_OR_SHUT)), None, until)


def counts_of_open(here: Reading, decision: DecisionRow) -> list[ObservationRow]:
    """How many gates were reported open, up to the end of the month of a document's week."""
    until = _month(_week_of(here, decision).period_to, 1)
    return here.ask(read.observations, ("gates_open",), None, until)


def one_by_one(here: Reading, decision: DecisionRow) -> Table | None:
    """The province's gates: rank, other side, and what was last reported of each."""
    known = here.ask(read.gates)
    events = shut_or_open(here, decision)
    heads = ("gate", "category", "opposite", "latest")
    columns = [*(f"gates.{each}" for each in heads), "table.source"]
    rows = tuple(_gate(here, gate, events) for gate in known)
    return _table(here, "gates", columns, rows, alt="gates.gates_alt") if known else None


def open_ones(here: Reading, decision: DecisionRow) -> Listed | None:
    """How many gates were open and which, a line a report with its source."""
    lines = []
    for row in counts_of_open(here, decision):
        told = say(here.lang, "gates.open", on=when(here, row), n=_bare(here, row))
        told = " ".join(filter(None, (told, _note(here, row))))
        lines.append(line(f"{told} · ", *source(here, row.publisher, row.address, None)))
    return Listed(tuple(lines)) if lines else None


def no_reply(here: Reading, decision: DecisionRow) -> Said:
    return Said(strong(say(here.lang, "gates.no_reply", number=decision.number)))


def afterwards(here: Reading, decision: DecisionRow) -> list[EventRow]:
    """What was reported of loaders and drivers after a document: after it, not because of it."""
    kinds = (str(EventKind.LABOUR_RULE),)
    return here.ask(read.events, kinds, decision.signed_on + timedelta(1))


def of_all_years(here: Reading) -> list[ObservationRow]:
    """Trucks waiting in the whole province or along the whole border."""
    rows = here.ask(read.observations, (MEASURES["waiting"],))
    return [row for row in rows if row.place_kind != "gate"]


def long_chart(here: Reading, rows: Sequence[ObservationRow]) -> Chart:
    """All years, the newest week marked."""
    first = date(min(row.period_from for row in rows).year, 1, 1)
    last = date(max(row.period_to for row in rows).year, 12, 31)
    return _strips(here, "long", _by_place(here, rows), (first, last), here.ask(read.weeks)[0])


def values(here: Reading, measure: str) -> list[ObservationRow]:
    return here.ask(read.observations, (measure,))


def values_chart(here: Reading, measure: str) -> Chart:
    """One measure of trade value, a row a reported period, on an axis of its own."""
    rows = values(here, measure)
    top = float(max(row.value for row in rows))
    drawn = [
        Row(
            head=number(here, row),
            label=" · ".join((when(here, row), place(here, row), _way(here, row))),
            marks=(
                Mark(
                    0,
                    float(row.value),
                    Fill.UNSURE if row.is_unsure else Fill.DECIDED,
                    hover=told(here, row),
                    source=("", row.id),
                ),
            ),
            note=flags_of(here, row.flags),
        )
        for row in rows
    ]
    words = "; ".join(f"{row.label}: {row.head}" for row in drawn)
    return Chart(
        measure,
        f"{say(here.lang, f'measure.{measure}')}. {words}",
        lambda theme: draw(drawn, Axis(0, top * 1.02), theme),
    )


def values_table(here: Reading, measure: str) -> Table:
    """One measure of trade value, a row a reported period."""
    return _reported(here, measure, values(here, measure), alt=f"measure.{measure}")


def timeline(
    here: Reading, events: Sequence[EventRow], *, name: str = "events", of_one_kind: bool = False
) -> Table:
    """Events by date, each with its source; `name` tells the tables of a page apart.

    Where all are `of_one_kind`, the heading above says it and no column does.
    """
    rows = tuple(
        (
            line(figures.day(event.date_from, here.lang)),
            *(() if of_one_kind else (line(say(here.lang, f"event.{event.kind}")),)),
            event_told(here, event),
            source(here, event.publisher, event.address, event.decision),
        )
        for event in events
    )
    kind = () if of_one_kind else ("gates.kind",)
    columns = ("gates.on", *kind, "gates.what", "table.source")
    return _table(here, f"told-{name}", columns, rows, alt="gates.events_alt")


def event_told(here: Reading, event: EventRow) -> Line:
    """An event in words, and how sure it is."""
    told = pick(here.lang, event, "summary")
    return line(told, *_how_sure(here, event.flags))


def observations(here: Reading, rows: Sequence[ObservationRow]) -> Table:
    """Trucks, a row a report."""
    return _reported(here, "observations", rows, alt="gates.observations_alt")


def everything(here: Reading) -> list[ObservationRow]:
    """Every figure that the press reported, drawn or not."""
    return here.ask(read.observations, tuple(map(str, ReportedMeasure)))


def in_full(here: Reading, rows: Sequence[ObservationRow]) -> Table:
    """Figures of any measure, a row a report."""
    return _reported(here, "everything", rows, alt="gates.everything", of_one_measure=False)


def told(here: Reading, row: ObservationRow) -> str:
    """Everything about one reported figure, line by line."""
    lines = [
        f"{place(here, row)}: {number(here, row)}",
        when(here, row),
        _measured(here, row),
        _note(here, row),
        flags_of(here, row.flags),
    ]
    return "\n".join([*filter(None, lines), row.publisher or ""])


def when(here: Reading, row: ObservationRow) -> str:
    return figures.span(row.period_from, row.period_to, here.lang)


def flags_of(here: Reading, flags: Sequence[str]) -> str:
    return "; ".join(say(here.lang, f"source_flag.{SourceFlag(flag)}") for flag in flags)


def number(here: Reading, row: ObservationRow) -> str:
    """The figure with its unit."""
    if row.measure in MEASURES.values():
        return count(here.lang, "gates.trucks", int(row.value))
    return say(here.lang, f"reported.{row.measure}", n=_bare(here, row))


def place(here: Reading, row: ObservationRow | EventRow) -> str:
    """A gate by its name, the province and the whole border in the reader's words."""
    return row.place if row.place_kind == "gate" else say(here.lang, f"place.{row.place_kind}")


def source(here: Reading, publisher: str | None, url: str | None, decision: str | None) -> Line:
    """The publisher, leading to the report; or the document of ours that an event is."""
    if decision:
        return (Words(say(here.lang, "gates.our_document"), to=here.view.of_document(decision)),)
    return (Words(publisher or url or "", to=url),) if url else quiet(publisher or "—")


def _gate(here: Reading, gate: GateRow, events: Sequence[EventRow]) -> tuple[Line, ...]:
    """A gate as a row; of the events the last one that names it."""
    lang = here.lang
    category = say(lang, f"gate_rank.{gate.category}")
    if gate.transport == Transport.RAIL:
        category = f"{category}, {say(lang, 'gate_rank.rail')}"
    own = [event for event in events if event.place == gate.name_vi]
    latest = quiet(say(lang, "gates.nothing_of_it"))
    if own:
        event = own[-1]
        on = figures.day(event.date_from, lang)
        whence = source(here, event.publisher, event.address, event.decision)
        latest = line(f"{on}: ", *event_told(here, event), " · ", *whence)
    opposite = gate.opposite_vi if lang == "vi" else gate.opposite_en
    pages = [Words(_host(url), to=url) for url in gate.addresses]
    return (
        line(
            Words(gate.name_vi if lang == "vi" else gate.name_en, "strong"),
            f" ({gate.district})" if gate.district else "",
        ),
        line(category),
        line(opposite) if opposite else quiet(say(lang, "gates.not_found")),
        latest,
        line(*(part for page in pages for part in (", ", page)))[1:],
    )


def _host(url: str) -> str:
    return (urlsplit(url).hostname or url).removeprefix("www.")


def _unsure(here: Reading) -> bool:
    """Whether the view asks for what is less sure as well."""
    return here.view.input("unsure") == "yes"


def _week_of(here: Reading, decision: DecisionRow) -> WeekRow:
    return next(week for week in here.ask(read.weeks) if week.slug == decision.bulletin)


def _month(on: date, away: int) -> date:
    """The first day of the month that lies so many months from `on`."""
    months = on.year * 12 + on.month - 1 + away
    return date(months // 12, months % 12 + 1, 1)


def _is_a_day(row: ObservationRow) -> bool:
    length = (row.period_to - row.period_from).days + 1
    return length <= LONGEST_BAR and row.cumulative_since is None


def _strips(
    here: Reading, name: str, strips: Sequence[Strip], days: tuple[date, date], week: WeekRow
) -> Chart:
    band = (week.period_from, week.period_to)
    alt = "; ".join(f"{strip.label}: {strip.note}" for strip in strips)
    return Chart(name, alt, lambda theme: over_time.draw(strips, *days, band, here.lang, theme))


def _by_place(here: Reading, rows: Sequence[ObservationRow]) -> list[Strip]:
    """A strip for each place and direction, gates first, those with most days first."""
    groups: dict[tuple[str, str], list[ObservationRow]] = {}
    for row in rows:
        groups.setdefault((row.place, row.direction), []).append(row)
    order = sorted(
        groups.values(),
        key=lambda own: (PLACE_KINDS.index(own[0].place_kind), -len(own), own[0].direction),
    )
    return [_strip(here, own) for own in order]


def _strip(here: Reading, own: Sequence[ObservationRow]) -> Strip:
    most = max(own, key=lambda row: row.value)
    bars = tuple(
        Bar(
            row.period_from,
            row.period_to,
            float(row.value / most.value) if most.value else 0.0,
            row.is_unsure,
            told(here, row),
            row.id,
        )
        for row in own
    )
    label = f"{place(here, own[0])} · {_way(here, own[0])}"
    note = say(
        here.lang,
        "gates.most",
        n=number(here, most),
        on=figures.day(most.period_from, here.lang),
    )
    return Strip(label, note, bars, 46, Fill.DECIDED)


def _by_kind(here: Reading, events: Sequence[EventRow]) -> list[Strip]:
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


def _measured(here: Reading, row: ObservationRow) -> str:
    return say(here.lang, f"measure.{row.measure}")


def _bare(here: Reading, row: ObservationRow) -> str:
    """The figure without its unit."""
    value = row.value.normalize() if row.value % 1 else row.value.to_integral_value()
    return figures.number(value, here.lang)


def _note(here: Reading, row: ObservationRow) -> str:
    return (row.note_vi if here.lang == "vi" else row.note_en) or ""


def _how_sure(here: Reading, flags: Sequence[str]) -> Line:
    """The flags in brackets behind other words."""
    return quiet(f" ({flags_of(here, flags)})") if flags else ()


def _way(here: Reading, row: ObservationRow) -> str:
    return say(here.lang, f"direction_of.{DIRECTIONS[row.direction]}")


def _noted(here: Reading, row: ObservationRow) -> Line:
    """What a figure covers, and how sure it is."""
    told = line(_note(here, row), *_how_sure(here, row.flags))
    return told if text_of(told) else line("—")


def _reported(
    here: Reading,
    name: str,
    rows: Sequence[ObservationRow],
    *,
    alt: str,
    of_one_measure: bool = True,
) -> Table:
    """Reported figures, each with what it covers, how sure it is and who reported it."""
    cells = tuple(
        (
            line(when(here, row)),
            *(() if of_one_measure else (line(_measured(here, row)),)),
            line(place(here, row)),
            line(_way(here, row)),
            strong(number(here, row)),
            _noted(here, row),
            source(here, row.publisher, row.address, None),
        )
        for row in rows
    )
    measured = () if of_one_measure else ("measured",)
    columns = ("on", *measured, "place", "direction", "figure", "note", "source")
    shared = ("figure", "source")
    keys = [f"table.{each}" if each in shared else f"gates.{each}" for each in columns]
    return _table(here, name, keys, cells, alt=alt)


def _table(
    here: Reading,
    name: str,
    columns: Sequence[str],
    rows: tuple[tuple[Line, ...], ...],
    *,
    alt: str,
) -> Table:
    heads = tuple(say(here.lang, key) for key in columns)
    return Table(name, heads, rows, say(here.lang, alt))
