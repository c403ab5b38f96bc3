"""What the press and a few offices reported around the bulletins: observations, events, gates.

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
from lsdash.vocabulary import EventKind, GateCategory, SourceFlag, Transport

Flags = Annotated[
    tuple[SourceFlag, ...], BeforeValidator(lambda text: tuple(text.split()) if text else ())
]
Address = Annotated[Line, Field(pattern=r"^https?://[^\s]+$")]
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
    measure: Line
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
    district_2020: Line | None = None
    category_2020: GateCategory
    transport: Transport
    opposite_vi: Line | None = None
    """The gate on the Chinese side, where a source names it."""
    opposite_en: Line | None = None
    note_vi: Line
    note_en: Line
    source_urls: Addresses


@dataclass(frozen=True)
class Context:
    observations: tuple[Observation, ...] = ()
    events: tuple[Event, ...] = ()
    gates: tuple[Gate, ...] = ()


T = TypeVar("T", bound=Frozen)


def load(folder: Path) -> Context:
    """The context of `folder`; empty where there is no such folder.

    Records kept from before gates were named have no gates.csv.

    Raises RecordErrors with file, line and column of every mistake.
    """
    if not folder.is_dir():
        return Context()
    errors: list[RecordError] = []
    observations = _rows(folder / "observations.csv", Observation, errors)
    events = _rows(folder / "events.csv", Event, errors)
    named = folder / "gates.csv"
    gates = _rows(named, Gate, errors) if named.exists() else ()
    if errors:
        raise RecordErrors(errors)
    return Context(tuple(observations), tuple(events), tuple(gates))


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
