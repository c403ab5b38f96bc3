"""A week: its bulletin, where that comes from, and its documents."""

from datetime import date
from typing import Annotated, Self

from pydantic import (
    StringConstraints,
    model_validator,
)

from lsdash.model.document import Decision, Reference
from lsdash.model.words import Frozen, Line, Sha256, Slug, Text
from lsdash.vocabulary import Sector


class Origin(Frozen):
    """Where the bulletin's text came from."""

    publisher: Text
    address: Line | None = None
    """Where it was published, if known."""
    sha256: Sha256
    """Of the text as received."""


class Topic(Frozen):
    """A line of the opening list whose document nobody here has seen: told, and no more."""

    title: Text
    """In our own words."""
    sector: Sector | None = None
    """None where the line does not tell it."""
    relations: tuple[Reference, ...] = ()
    """The documents that the line names."""


class Bulletin(Frozen):
    slug: Annotated[str, StringConstraints(pattern=r"^\d{4}-w(0[1-9]|[1-4]\d|5[0-3])$")]
    province: Slug
    title: Line
    period_from: date
    period_to: date
    author: Line | None = None
    headlines: tuple[Line, ...] = ()
    """Numbers of the documents that the opening list names, in its order."""
    headlines_complete: bool
    """False where the list ends in an ellipsis."""
    partly_at_hand: bool = False
    """Only a part of the bulletin was brought, such as its head: what it told beyond is unknown."""
    topics: tuple[Topic, ...] = ()
    """What the opening list tells of without a document on record, in its order."""
    labels: tuple[Line, ...] = ()
    origin: Origin
    papers_only: bool = False
    """No bulletin of the week was brought: its documents were brought by themselves."""
    invented: bool = False
    """Made up for a test; refused by a build for readers."""


class Week(Frozen):
    """One record: a bulletin and its documents, of which a part of a bulletin may tell none."""

    bulletin: Bulletin
    decisions: tuple[Decision, ...] = ()

    @model_validator(mode="after")
    def holds_something(self) -> Self:
        if not self.decisions and not (self.bulletin.partly_at_hand and self.bulletin.topics):
            raise ValueError(
                "needs decisions; a bulletin that is partly_at_hand may have topics alone"
            )
        return self
