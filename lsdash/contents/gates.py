"""What was reported of the gates, in words: each row with its source and how sure it is."""

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from lsdash.contents.blocks import (
    Line,
    Listed,
    Table,
    Words,
    line,
    quiet,
    strong,
    text_of,
)
from lsdash.contents.reading import Reading
from lsdash.store import read
from lsdash.store.rows import EventRow, GateRow, GateStateRow, ObservationRow, WeekRow
from lsdash.text import count, figures, pick, publishers, say
from lsdash.view import View
from lsdash.vocabulary import ReportedMeasure, SourceFlag

MEASURES = {"waiting": "vehicles_waiting", "cleared": "vehicles_cleared"}
GRAVEST = (
    SourceFlag.CONFLICTING,
    SourceFlag.PARTIAL_COVERAGE,
    SourceFlag.LOWER_BOUND,
    SourceFlag.UPPER_BOUND,
    SourceFlag.APPROXIMATE,
    SourceFlag.DERIVED,
    SourceFlag.INFERRED,
    SourceFlag.REPOST,
    SourceFlag.LISTING,
)
"""Flags by how far they may move a figure."""

TOLD_AT_ONCE = 2
"""Flags that a sentence holds; of more the gravest is told, and how many the row itself has."""

ID = re.compile(r" \(OBS\d{3}\)")
DIRECTIONS = {"export": "export", "import": "import", "both": "both", "n/a": "na"}


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
        lines.append(
            line(
                f"{place(here, row)}, {when(here, row)}: ",
                Words(number(here, row), "strong"),
                f" {say(here.lang, 'gates.waiting')}",
                *doubts(here, row.flags, at(here, row)),
                Words(" · "),
                *source(here, row.publisher, row.address, None),
            )
        )
    return Listed(tuple(lines)) if lines else None


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
    return reported(here, "observations", rows, alt="gates.observations_alt")


def everything(here: Reading) -> list[ObservationRow]:
    """Every figure that the press reported, drawn or not."""
    return here.ask(read.observations, tuple(map(str, ReportedMeasure)))


def in_full(here: Reading, rows: Sequence[ObservationRow]) -> Table:
    """Figures of any measure, a row a report."""
    return reported(here, "everything", rows, alt="gates.everything", of_one_measure=False)


def told(here: Reading, row: ObservationRow) -> str:
    """Everything about one reported figure, line by line."""
    lines = [
        f"{place(here, row)}: {number(here, row)}",
        when(here, row),
        _measured(here, row),
        note(here, row),
        flags_of(here, row.flags),
    ]
    return "\n".join([*filter(None, lines), publishers.named(row.publisher, here.lang)])


def when(here: Reading, row: ObservationRow) -> str:
    return figures.span(row.period_from, row.period_to, here.lang)


def flags_of(here: Reading, flags: Sequence[str]) -> str:
    return "; ".join(say(here.lang, f"source_flag.{SourceFlag(flag)}") for flag in flags)


def doubts(here: Reading, flags: Sequence[str], to: View | None = None) -> Line:
    """What makes a figure of a sentence less sure, in brackets; `to` is where all of it stands."""
    if len(flags) <= TOLD_AT_ONCE:
        return _how_sure(here, flags)
    first = min(map(SourceFlag, flags), key=GRAVEST.index)
    more = count(here.lang, "gates.more_doubts", len(flags) - 1)
    return (
        Words(f" ({say(here.lang, f'source_flag.{first}')}", "quiet"),
        Words(", "),
        Words(more, "quiet", to),
        Words(")", "quiet"),
    )


def at(here: Reading, row: ObservationRow) -> View:
    """The page of border trade at the day of this row, with the row opened."""
    day = ("day", row.period_to.isoformat())
    return replace(here.view.on("border_trade"), fact=row.id, inputs=(day,))


def number(here: Reading, row: ObservationRow) -> str:
    """The figure with its unit."""
    if row.measure in MEASURES.values():
        return count(here.lang, "gates.trucks", int(row.value))
    return say(here.lang, f"reported.{row.measure}", n=bare(here, row))


def place(here: Reading, row: ObservationRow | EventRow) -> str:
    """A gate by its name, the province and the whole border in the reader's words."""
    if row.place_kind != "gate":
        return say(here.lang, f"place.{row.place_kind}")
    if here.lang == "vi":
        return row.place
    names = {gate.name_vi: gate.name_en for gate in here.ask(read.gates)}
    return names.get(row.place, row.place)


def source(here: Reading, publisher: str | None, url: str | None, decision: str | None) -> Line:
    """The publisher, leading to the report; or the document of ours that an event is."""
    if decision:
        return (Words(say(here.lang, "gates.our_document"), to=here.view.of_document(decision)),)
    name = publishers.named(publisher, here.lang)
    return (Words(name or url or "", to=url),) if url else quiet(name or "—")


def pages(gate: GateRow) -> Line:
    """Where a gate's rank, place and other side are named."""
    each = [Words(_host(url), to=url) for url in gate.addresses]
    return line(*(part for page in each for part in (", ", page)))[1:]


def _host(url: str) -> str:
    return (urlsplit(url).hostname or url).removeprefix("www.")


def _measured(here: Reading, row: ObservationRow) -> str:
    return say(here.lang, f"measure.{row.measure}")


def bare(here: Reading, row: ObservationRow) -> str:
    """The figure without its unit."""
    value = row.value.normalize() if row.value % 1 else row.value.to_integral_value()
    return figures.number(value, here.lang)


def note(here: Reading, row: ObservationRow | GateStateRow) -> str:
    """What a row covers, or what it rests on; ids of other rows are for those who keep them."""
    return ID.sub("", (row.note_vi if here.lang == "vi" else row.note_en) or "")


def _how_sure(here: Reading, flags: Sequence[str]) -> Line:
    """The flags in brackets behind other words."""
    return quiet(f" ({flags_of(here, flags)})") if flags else ()


def way(here: Reading, row: ObservationRow) -> str:
    return say(here.lang, f"direction_of.{DIRECTIONS[row.direction]}")


def _noted(here: Reading, row: ObservationRow) -> Line:
    """What a figure covers, and how sure it is."""
    told = line(note(here, row), *_how_sure(here, row.flags))
    return told if text_of(told) else line("—")


def reported(
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
            line(way(here, row)),
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
