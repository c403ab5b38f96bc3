"""What the press and a few offices reported around the bulletins: observations, events, gates
and when these were open; and what they reported later of what was promised, with what was looked
for in vain.

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
    Bearing,
    Bound,
    Certainty,
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


Slugs = Annotated[
    tuple[Slug, ...], BeforeValidator(lambda text: tuple(text.split()) if text else ())
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


class Outcome(Frozen):
    """What was reported later about a document, or about some of its figures (`facts`).

    `value` is in the unit that both languages name; one without a value is told in words alone.
    """

    outcome_id: Line
    decision: Slug
    facts: Slugs = ()
    bears: Bearing
    what_vi: Line
    what_en: Line
    value: Decimal | None = None
    unit_vi: Line | None = None
    unit_en: Line | None = None
    bound: Bound | None = None
    period_from: date | None = None
    period_to: date | None = None
    document_number: Line | None = None
    """Of the papers that the page cites."""
    how_sure: Certainty
    source_publisher: Line
    source_url: Address
    source_published_on: date | None = None
    note_vi: Line
    note_en: Line

    @model_validator(mode="after")
    def is_whole(self) -> Self:
        if self.period_from and self.period_to and self.period_to < self.period_from:
            raise ValueError(f"ends on {self.period_to}, before it begins")
        if not (self.period_from or self.period_to):
            raise ValueError("says of no day: give period_from or period_to")
        told = (self.value, self.unit_vi, self.unit_en, self.bound)
        if any(each is None for each in told) != all(each is None for each in told):
            raise ValueError("value, unit_vi, unit_en and bound stand together or not at all")
        return self


class Search(Frozen):
    """That an outcome was looked for: of what, up to which day, and what would answer.

    `until` is the last day of what a document promises as a whole, where only its title says it.
    """

    decision: Slug
    fact: Slug | None = None
    until: date | None = None
    searched_to: date
    sought_vi: Line
    sought_en: Line
    would_answer_vi: Line
    would_answer_en: Line


@dataclass(frozen=True)
class Context:
    observations: tuple[Observation, ...] = ()
    events: tuple[Event, ...] = ()
    gates: tuple[Gate, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    searches: tuple[Search, ...] = ()
    standings: tuple[GateStanding, ...] = ()


T = TypeVar("T", bound=Frozen)


def load(folder: Path) -> Context:
    """The context of `folder`; empty where there is no such folder.

    Records kept from before gates were named, or outcomes looked for, have no such files.

    Raises RecordErrors with file, line and column of every mistake.
    """
    if not folder.is_dir():
        return Context()
    errors: list[RecordError] = []
    observations = _rows(folder / "observations.csv", Observation, errors)
    events = _rows(folder / "events.csv", Event, errors)
    gates = _kept(folder / "gates.csv", Gate, errors)
    outcomes = _kept(folder / "outcomes.csv", Outcome, errors)
    searches = _kept(folder / "searches.csv", Search, errors)
    stood = folder / "gate_states.csv"
    standings = _kept(stood, GateStanding, errors)
    errors += _astray(stood, standings, gates, observations, events)
    if errors:
        raise RecordErrors(errors)
    return Context(tuple(observations), tuple(events), gates, outcomes, searches, standings)


def _kept(file: Path, row_type: type[T], errors: list[RecordError]) -> tuple[T, ...]:
    """The rows of a file that older records do not have."""
    return tuple(_rows(file, row_type, errors)) if file.exists() else ()


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
