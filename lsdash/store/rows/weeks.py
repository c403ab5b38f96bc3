"""Bulletins with their weeks, and counts of documents."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class WeekRow:
    slug: str
    province: str
    title: str
    period_from: date
    period_to: date
    author: str | None
    headlines: list[str]
    headlines_complete: bool
    publisher_vi: str
    publisher_en: str
    address: str | None
    text_sha256: str
    documents: int
    papers_only: bool = False
    """No bulletin was brought: its documents were, by themselves."""
    partly_at_hand: bool = False
    """Only a part of the bulletin was brought: what it told beyond is unknown."""
    topics: int = 0
    """What its opening list tells of without a document on record; no document is counted here."""


@dataclass(frozen=True)
class TopicRelationRow:
    """A document that a topic names."""

    kind: str
    target_vi: str
    target_en: str
    number: str | None
    period_vi: str | None
    period_en: str | None


@dataclass(frozen=True)
class TopicRow:
    """What a bulletin tells of without a document on record: told, paper not seen."""

    bulletin: str
    position: int
    title_vi: str
    title_en: str
    sector: str | None
    period_from: date
    period_to: date
    """The days of its bulletin: on which of them the paper was signed is not known."""
    relations: tuple[TopicRelationRow, ...] = ()


@dataclass(frozen=True)
class Count:
    documents: int
    requests: int


@dataclass(frozen=True)
class FacetRow:
    facet: str
    value: str
    documents: int


@dataclass(frozen=True)
class SeriesRow:
    """How much of a yearly number series one week shows."""

    series: str
    first_number: int
    last_number: int
    held: int
    numbers: list[int]

    @property
    def span(self) -> int:
        """How many numbers lie between the first and the last, both counted."""
        return self.last_number - self.first_number + 1


@dataclass(frozen=True)
class WeekDigestRow:
    """The documents of one week in one number, which differs where one of them does."""

    week: str
    documents: int
    digest: int
