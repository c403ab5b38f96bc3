"""What the press or an office reported around the bulletins, and later."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lsdash.vocabulary import UNSURE


class Reported:
    """A row that the press or an office reported; its flags say how sure it is."""

    flags: list[str]

    @property
    def is_unsure(self) -> bool:
        return not UNSURE.isdisjoint(self.flags)


@dataclass(frozen=True)
class ObservationRow(Reported):
    """A figure that the press or an office reported; `value` is in `unit`."""

    id: str
    period_from: date
    period_to: date
    place: str
    place_kind: str
    direction: str
    measure: str
    value: Decimal
    unit: str
    cumulative_since: date | None
    flags: list[str]
    publisher: str | None
    address: str
    published_on: date | None
    source_read: str
    note_vi: str | None
    note_en: str | None


@dataclass(frozen=True)
class EventRow(Reported):
    """An event that was reported; `decision` is the slug of a document of ours that it is."""

    id: str
    date_from: date
    date_to: date | None
    place: str
    place_kind: str
    kind: str
    flags: list[str]
    summary_vi: str
    summary_en: str
    publisher: str | None
    address: str | None
    source_read: str
    decision: str | None


@dataclass(frozen=True)
class GateRow:
    """A border gate as of 2020; `name_vi` is what observations and events call their place."""

    slug: str
    name_vi: str
    name_en: str
    border_order: int | None
    """Along the border, from the north-west on; approximate."""
    km_from_north: int | None
    commune: str | None
    commune_read: str | None
    district: str | None
    category: str
    transport: str
    opposite_vi: str | None
    opposite_en: str | None
    note_vi: str
    note_en: str
    addresses: list[str]


@dataclass(frozen=True)
class GateStateRow(Reported):
    """From this day on goods passed a gate, or did not; `evidence` are ids of reported rows."""

    id: str
    gate: str
    date_from: date
    state: str
    flags: list[str]
    evidence: list[str]
    note_vi: str
    note_en: str


@dataclass(frozen=True)
class OutcomeRow:
    """What was reported later about a document, or about some of its figures (`facts`)."""

    id: str
    decision: str
    facts: list[str]
    bears: str
    what_vi: str
    what_en: str
    value: Decimal | None
    unit_vi: str | None
    unit_en: str | None
    bound: str | None
    period_from: date | None
    period_to: date | None
    document_number: str | None
    how_sure: str
    publisher: str
    address: str
    published_on: date | None
    note_vi: str
    note_en: str


@dataclass(frozen=True)
class SearchRow:
    """That an outcome was looked for: up to which day, and what would answer."""

    decision: str
    fact: str | None
    until: date | None
    searched_to: date
    sought_vi: str
    sought_en: str
    would_answer_vi: str
    would_answer_en: str
