"""What the press and a few offices reported around the bulletins: observations, events, gates
and when these were open.

Context is not a fact of a document: every row has its own source and flags that say how sure it is.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Self, TypeVar

from pydantic import BeforeValidator, Field, ValidationError, model_validator

from lsdash.errors import RecordError, RecordErrors
from lsdash.model import Frozen, Line, Slug
from lsdash.vocabulary import (
    CommuneRead,
    EventKind,
    GateCategory,
    GateState,
    ReportedMeasure,
    SourceFlag,
    Transport,
)

Flags = Annotated[
    tuple[SourceFlag, ...], BeforeValidator(lambda text: tuple(text.split()) if text else ())
]
Address = Annotated[Line, Field(pattern=r"^https?://[^\s]+$")]
Ids = Annotated[
    tuple[Line, ...],
    BeforeValidator(lambda text: tuple(text.split()) if text else ()),
    Field(min_length=1),
]
Addresses = Annotated[
    tuple[Address, ...],
    BeforeValidator(lambda text: tuple(text.split()) if text else ()),
    Field(min_length=1),
]


class Reported(Frozen):
    """What observations and events share."""

    place: Line
    place_kind: Line
    flags: Flags = ()
    source_publisher: Line | None = None
    source_url: Address | None = None
    source_read: Line


class Observation(Reported):
    """One reported figure. `value` is in `unit`; a running total says since when."""

    observation_id: Line
    period_start: date
    period_end: date
    direction: Line
    measure: ReportedMeasure
    value: Decimal
    unit: Line
    cumulative_since: date | None = None
    source_published_on: date | None = None
    note_vi: Line | None = None
    note_en: Line | None = None

    @model_validator(mode="after")
    def runs_forward(self) -> Self:
        if self.period_end < self.period_start:
            raise ValueError(f"ends on {self.period_end}, before it begins")
        if self.source_url is None:
            raise ValueError("has no source_url: a figure of the press needs its address")
        return self


class Event(Reported):
    """One reported event; `decision` is the slug of a document of ours that it is."""

    event_id: Line
    date_start: date
    date_end: date | None = None
    kind: EventKind
    summary_vi: Line
    summary_en: Line
    decision: Line | None = None

    @model_validator(mode="after")
    def has_a_source(self) -> Self:
        if self.source_url is None and self.decision is None:
            raise ValueError("needs source_url, or the decision that it is")
        return self


class Gate(Frozen):
    """A border gate of the province. `name_vi` is what `place` says of its rows."""

    gate: Slug
    name_vi: Line
    name_en: Line
    border_order: int | None = Field(default=None, ge=1)
    """Its place along the border, from the north-west on; approximate."""
    km_from_north: int | None = Field(default=None, ge=0)
    """As the crow flies, from commune to commune; approximate."""
    commune_2020: Line | None = None
    commune_read: CommuneRead | None = None
    district_2020: Line | None = None
    category_2020: GateCategory
    transport: Transport
    opposite_vi: Line | None = None
    """The gate on the Chinese side, where a source names it."""
    opposite_en: Line | None = None
    note_vi: Line
    note_en: Line
    source_urls: Addresses


class GateStanding(Frozen):
    """From this day on goods passed the gate, or did not, until its next row says otherwise.

    Our reading of the observations and events that `evidence` names.
    """

    state_id: Line
    gate: Slug
    date_start: date
    state: GateState
    flags: Flags = ()
    evidence: Ids
    note_vi: Line
    note_en: Line


@dataclass(frozen=True)
class Context:
    observations: tuple[Observation, ...] = ()
    events: tuple[Event, ...] = ()
    gates: tuple[Gate, ...] = ()
    standings: tuple[GateStanding, ...] = ()


T = TypeVar("T", bound=Frozen)


def load(folder: Path) -> Context:
    """The context of `folder`; empty where there is no such folder.

    Records kept from before gates were named have no gates.csv and no gate_states.csv.

    Raises RecordErrors with file, line and column of every mistake.
    """
    if not folder.is_dir():
        return Context()
    errors: list[RecordError] = []
    observations = _rows(folder / "observations.csv", Observation, errors)
    events = _rows(folder / "events.csv", Event, errors)
    named = folder / "gates.csv"
    gates = _rows(named, Gate, errors) if named.exists() else ()
    stood = folder / "gate_states.csv"
    standings = _rows(stood, GateStanding, errors) if stood.exists() else ()
    errors += _astray(stood, standings, gates, observations, events)
    if errors:
        raise RecordErrors(errors)
    return Context(tuple(observations), tuple(events), tuple(gates), tuple(standings))


def _astray(
    file: Path,
    standings: Sequence[GateStanding],
    gates: Sequence[Gate],
    observations: Sequence[Observation],
    events: Sequence[Event],
) -> list[RecordError]:
    """States of a gate that is not in gates.csv, or that rest on a row that is not there."""
    slugs = {each.gate for each in gates}
    rows = {each.observation_id for each in observations} | {each.event_id for each in events}
    found = []
    for each in standings:
        if each.gate not in slugs:
            problem = f"{each.state_id}: gates.csv has no gate {each.gate!r}"
            found.append(RecordError(file=file, line=0, field="gate", problem=problem))
        for missing in (row for row in each.evidence if row not in rows):
            problem = f"{each.state_id}: there is no observation and no event {missing!r}"
            found.append(RecordError(file=file, line=0, field="evidence", problem=problem))
    return found


def _rows(file: Path, row_type: type[T], errors: list[RecordError]) -> Sequence[T]:
    rows: list[T] = []
    try:
        with file.open(encoding="utf-8", newline="") as lines:
            reader = csv.DictReader(lines, strict=True)
            for row in reader:
                try:
                    rows.append(row_type.model_validate(_given(row)))
                except ValidationError as error:
                    errors += [
                        RecordError(
                            file=file,
                            line=reader.line_num,
                            field=".".join(map(str, each["loc"])),
                            problem=str(each["msg"]).removeprefix("Value error, "),
                        )
                        for each in error.errors(include_url=False)
                    ]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        errors.append(RecordError(file=file, line=0, field="", problem=f"cannot be read: {error}"))
    return rows


def _given(row: dict[Any, Any]) -> dict[Any, Any]:
    """The cells that say something: a blank is not known, never empty text."""
    return {column: cell for column, cell in row.items() if cell}
