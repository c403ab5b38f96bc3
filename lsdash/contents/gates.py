"""The gates around a week, from press reports: each day with its source, nothing joined."""

from collections.abc import Sequence
from datetime import date, timedelta

from lsdash.charts import over_time
from lsdash.charts.over_time import Bar, Strip
from lsdash.charts.rows import Axis, Mark, Row, draw
from lsdash.charts.style import Fill
from lsdash.contents.blocks import Chart, Line, Listed, Table, Words, line, quiet, strong
from lsdash.contents.reading import Reading
from lsdash.store import read
from lsdash.store.read import DecisionRow, EventRow, ObservationRow, WeekRow
from lsdash.text import count, figures, pick, say
from lsdash.vocabulary import EventKind, SourceFlag

MEASURES = {"waiting": "vehicles_waiting", "cleared": "vehicles_cleared"}
DIRECTIONS = {"export": "export", "import": "import", "both": "both", "n/a": "na"}
VALUES = ("trade_value", "trade_value_declared", "trade_value_all_modes")
"""Three different things: never on one axis, never added."""

PLACE_KINDS = ("gate", "province", "national")
LONGEST_BAR = 2
"""Days that a figure may cover and still be drawn as a bar among days."""
MONTHS_AROUND = 2
"""Whole months shown before and after the document's own."""


def span(decision: DecisionRow) -> tuple[date, date]:
    """The days shown around a document."""
    first = _month(decision.signed_on, -MONTHS_AROUND)
    return first, _month(decision.signed_on, MONTHS_AROUND + 1) - timedelta(1)


def around(here: Reading, decision: DecisionRow) -> list[ObservationRow]:
    """Trucks waiting or cleared, as the view asks, by day and gate around a document."""
    measure = here.view.input("trucks") or "waiting"
    unsure = here.view.input("unsure") == "yes"
    rows = here.ask(read.observations, (MEASURES[measure],), *span(decision))
    return [row for row in rows if _is_a_day(row) and (unsure or not row.is_unsure)]


def events_around(here: Reading, decision: DecisionRow) -> list[EventRow]:
    return here.ask(read.events, (), *span(decision))


def around_chart(here: Reading, decision: DecisionRow) -> Chart:
    """A strip of days for each gate and each kind of event, with the bulletin's week marked."""
    strips = [
        *_by_place(here, around(here, decision)),
        *_by_kind(here, events_around(here, decision)),
    ]
    week = next(week for week in here.ask(read.weeks) if week.slug == decision.bulletin)
    first, last = span(decision)
    name = here.view.input("trucks") or "waiting"
    return _strips(here, name, strips, (first, last), week)


def reported_in(here: Reading, weeks: Sequence[WeekRow]) -> list[ObservationRow]:
    """Trucks reported waiting in these weeks."""
    measures = (MEASURES["waiting"],)
    return [
        row
        for week in weeks
        for row in here.ask(read.observations, measures, week.period_from, week.period_to)
    ]


def in_week(here: Reading, weeks: Sequence[WeekRow]) -> Listed | None:
    """Trucks reported waiting in these weeks, a line each with its source."""
    lines = []
    for row in reported_in(here, weeks):
        flags = f" ({flags_of(here, row.flags)})" if row.flags else ""
        lines.append(
            line(
                f"{place(here, row)}, {when(here, row)}: ",
                Words(figures.number(int(row.value), here.lang), "strong"),
                f" {say(here.lang, 'gates.waiting')}{flags} · ",
                *source(here, row.publisher, row.address, None),
            )
        )
    return Listed(tuple(lines)) if lines else None


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
            head=_dollars(here, row),
            label=" · ".join((when(here, row), place(here, row), _way(here, row))),
            marks=(
                Mark(
                    0,
                    float(row.value),
                    Fill.UNSTATED if row.is_unsure else Fill.DECIDED,
                    hover=row.publisher or "",
                    source=("", row.id),
                ),
            ),
            note=flags_of(here, row.flags),
        )
        for row in rows
    ]
    told = "; ".join(f"{row.label}: {row.head}" for row in drawn)
    name = say(here.lang, f"measure.{measure}")
    return Chart(
        f"values-{measure}",
        f"{name}. {told}",
        lambda theme: draw(drawn, Axis(0, top * 1.02), theme),
    )


def values_table(here: Reading, measure: str) -> Table:
    """One measure of trade value, a row a reported period."""
    told = [(row, _dollars(here, row)) for row in values(here, measure)]
    return _reported(here, measure, told, alt=f"measure.{measure}")


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
            line(pick(here.lang, event, "summary")),
            source(here, event.publisher, event.address, event.decision),
        )
        for event in events
    )
    kind = () if of_one_kind else ("gates.kind",)
    columns = ("gates.on", *kind, "gates.what", "table.source")
    return _table(here, name, columns, rows, alt="gates.events_alt")


def observations(here: Reading, rows: Sequence[ObservationRow]) -> Table:
    """Trucks, a row a report."""
    told = [(row, number(here, row)) for row in rows]
    return _reported(here, "observations", told, alt="gates.observations_alt")


def told(here: Reading, row: ObservationRow) -> str:
    """Everything about one reported figure, line by line."""
    lines = [
        f"{place(here, row)}: {number(here, row)}",
        when(here, row),
        say(here.lang, f"gates.{_measure(row)}"),
    ]
    note = row.note_vi if here.lang == "vi" else row.note_en
    lines += [note] if note else []
    lines += [flags_of(here, row.flags)] if row.flags else []
    return "\n".join([*lines, row.publisher or ""])


def when(here: Reading, row: ObservationRow) -> str:
    return figures.span(row.period_from, row.period_to, here.lang)


def flags_of(here: Reading, flags: Sequence[str]) -> str:
    return "; ".join(say(here.lang, f"source_flag.{SourceFlag(flag)}") for flag in flags)


def number(here: Reading, row: ObservationRow) -> str:
    return count(here.lang, "gates.trucks", int(row.value))


def place(here: Reading, row: ObservationRow | EventRow) -> str:
    """A gate by its name, the province and the whole border in the reader's words."""
    return row.place if row.place_kind == "gate" else say(here.lang, f"place.{row.place_kind}")


def source(here: Reading, publisher: str | None, url: str | None, decision: str | None) -> Line:
    """The publisher, leading to the report; or the document of ours that an event is."""
    if decision:
        return (Words(say(here.lang, "gates.our_document"), to=here.view.of_document(decision)),)
    return (Words(publisher or url or "", to=url),) if url else quiet(publisher or "—")


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
        on=figures.short_day(most.period_from, here.lang),
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
                bool(event.flags),
                f"{figures.day(event.date_from, here.lang)}\n{pick(here.lang, event, 'summary')}",
                event.id,
            )
            for event in own
        )
        note = count(here.lang, "gates.events_n", len(own))
        strips.append(Strip(say(here.lang, f"event.{kind}"), note, bars, 12, Fill.OTHER))
    return strips


def _measure(row: ObservationRow) -> str:
    return next(name for name, measure in MEASURES.items() if measure == row.measure)


def _way(here: Reading, row: ObservationRow) -> str:
    return say(here.lang, f"direction_of.{DIRECTIONS[row.direction]}")


def _dollars(here: Reading, row: ObservationRow) -> str:
    amount = figures.number(row.value.normalize(), here.lang)
    return say(here.lang, "gates.usd_million", n=amount)


def _reported(
    here: Reading, name: str, rows: Sequence[tuple[ObservationRow, str]], *, alt: str
) -> Table:
    """Reported figures as they are written, with how sure each is and who reported it."""
    cells = tuple(
        (
            line(when(here, row)),
            line(place(here, row)),
            line(_way(here, row)),
            strong(figure),
            line(flags_of(here, row.flags) or "—"),
            source(here, row.publisher, row.address, None),
        )
        for row, figure in rows
    )
    columns = ("on", "place", "direction", "figure", "sure", "source")
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
