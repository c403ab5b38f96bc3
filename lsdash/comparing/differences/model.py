"""What a difference is: rows before and after, field by field, document by document."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain
from typing import Any, Generic, Self, TypeVar

from lsdash.comparing.differences.fields import FIGURE
from lsdash.store.rows import (
    ChangeRow,
    DecisionRow,
    EventRow,
    FactRow,
    ObservationRow,
    OutcomeRow,
    PartRow,
    WeekRow,
)

Row = TypeVar("Row")


class State(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True)
class FieldChange:
    field: str
    old: Any
    new: Any

    def mirrored(self) -> "FieldChange":
        return FieldChange(self.field, self.new, self.old)


@dataclass(frozen=True)
class Pair(Generic[Row]):
    """A row before and after; None where it is not there."""

    old: Row | None
    new: Row | None
    fields: tuple[FieldChange, ...] = ()
    """In which fields they differ; none where one of them is not there."""

    @property
    def state(self) -> State:
        if self.old is None:
            return State.ADDED
        return State.REMOVED if self.new is None else State.CHANGED

    @property
    def row(self) -> Row:
        """The row as it is now, or as it was where it is gone."""
        row = self.new if self.new is not None else self.old
        assert row is not None, "a pair has at least one row"
        return row

    def mirrored(self) -> Self:
        """The same seen from the other side."""
        turned = tuple(each.mirrored() for each in self.fields)
        return replace(self, old=self.new, new=self.old, fields=turned)


@dataclass(frozen=True)
class FactChange(Pair[FactRow]):
    @property
    def is_of_figure(self) -> bool:
        """Whether the figure itself is another one, as a value."""
        return any(each.field in FIGURE for each in self.fields)


@dataclass(frozen=True)
class PartChange:
    """What is gone and what is new of one kind of piece: silences, provisions, answers …"""

    part: str
    old: tuple[PartRow, ...]
    new: tuple[PartRow, ...]

    def mirrored(self) -> "PartChange":
        return PartChange(self.part, self.new, self.old)


@dataclass(frozen=True)
class DocumentChange(Pair[DecisionRow]):
    facts: tuple[FactChange, ...] = ()
    """Facts that differ; of a document on one side only, all that it holds."""
    parts: tuple[PartChange, ...] = ()
    """Other pieces that differ, where the document is on both sides."""
    told: tuple[ChangeRow, ...] = ()
    """Entries of its history that only the new side has, with their reasons."""
    untold: tuple[ChangeRow, ...] = ()
    """Entries that only the old side has."""

    def mirrored(self) -> Self:
        turned = super().mirrored()
        return replace(
            turned,
            facts=tuple(each.mirrored() for each in self.facts),
            parts=tuple(each.mirrored() for each in self.parts),
            told=self.untold,
            untold=self.told,
        )


@dataclass(frozen=True)
class Difference:
    documents: tuple[DocumentChange, ...] = ()
    weeks: tuple[Pair[WeekRow], ...] = ()
    observations: tuple[Pair[ObservationRow], ...] = ()
    events: tuple[Pair[EventRow], ...] = ()
    outcomes: tuple[Pair[OutcomeRow], ...] = ()
    is_of_weeks: bool = False
    """Between two weeks, where what stands on one side alone is neither new nor gone."""

    @property
    def is_empty(self) -> bool:
        around = (self.weeks, self.observations, self.events, self.outcomes)
        return not (self.documents or any(around))

    @property
    def facts(self) -> tuple[FactChange, ...]:
        """Facts that differ in documents that are on both sides."""
        both = (each for each in self.documents if each.state is State.CHANGED)
        return tuple(chain.from_iterable(each.facts for each in both))

    def mirrored(self) -> "Difference":
        """The same seen from the other side."""
        return Difference(
            tuple(each.mirrored() for each in self.documents),
            tuple(each.mirrored() for each in self.weeks),
            tuple(each.mirrored() for each in self.observations),
            tuple(each.mirrored() for each in self.events),
            tuple(each.mirrored() for each in self.outcomes),
            self.is_of_weeks,
        )


@dataclass(frozen=True)
class DocumentRows:
    """All that is told of some documents, as rows of one release."""

    documents: Sequence[DecisionRow]
    facts: Sequence[FactRow] = ()
    parts: Sequence[PartRow] = ()
    changes: Sequence[ChangeRow] = ()
