"""A week: its bulletin, where that comes from, and its documents."""

from datetime import date
from typing import Annotated

from pydantic import (
    Field,
    StringConstraints,
)

from lsdash.model.document import Decision
from lsdash.model.words import Frozen, Line, Sha256, Slug, Text


class Origin(Frozen):
    """Where the bulletin's text came from."""

    publisher: Text
    address: Line | None = None
    """Where it was published, if known."""
    sha256: Sha256
    """Of the text as received."""


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
    labels: tuple[Line, ...] = ()
    origin: Origin
    papers_only: bool = False
    """No bulletin of the week was brought: its documents were brought by themselves."""
    invented: bool = False
    """Made up for a test; refused by a build for readers."""


class Week(Frozen):
    """One record: a bulletin and its documents."""

    bulletin: Bulletin
    decisions: tuple[Decision, ...] = Field(min_length=1)
