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
