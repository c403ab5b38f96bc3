"""What records are written in: lines, slugs, text in both languages, places and periods."""

import re
import unicodedata
from datetime import date
from typing import Annotated, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

from lsdash.vocabulary import (
    PeriodBasis,
    Source,
)

DOCUMENT_NUMBER = re.compile(
    r"""
    (?P<number>\d{1,6}) (?P<suffix>[a-zđ])?     # 381, 1605a
    (?: / (?P<year>(?:19|20)\d\d) )?            # 4/2020/QĐ-UBND: a year means a normative act
    / (?P<symbol>[A-ZĐa-z][\w.-]*(?:/[\w.-]+)?)   # QĐ-UBND, UBND-KTTH, TTLT-BNN-BNV
    """,
    re.VERBOSE,
)


def normalised(text: object) -> object:
    """NFC, with no-break and other odd spaces folded to one plain space; other types untouched."""
    if not isinstance(text, str):
        return text
    return " ".join(unicodedata.normalize("NFC", text).split())


LINE_LENGTH = 2000
"""Characters that one line may have."""


Line = Annotated[
    str,
    BeforeValidator(normalised),
    StringConstraints(min_length=1, max_length=LINE_LENGTH),
]
"""One line of text: never empty, NFC, plain spaces."""


Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=80)]
"""A permanent ASCII name that links carry."""


FactName = Annotated[
    str,
    StringConstraints(
        pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=161
    ),
]
"""A fact of any document, by both slugs: `381-qd-ubnd-2020/road-cement`."""


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(Frozen):
    """The same words in both languages of the interface."""

    vi: Line
    en: Line


PAPER_PARTS = ("ground", "article", "section", "clause", "point", "annex", "row", "passage")

_PART = rf"(?:{'|'.join(PAPER_PARTS)})-[A-Za-z0-9]+(?:-[a-z0-9]+)*"

PaperPlace = Annotated[str, StringConstraints(pattern=rf"^{_PART}(?:\.{_PART})*$", max_length=120)]
"""A place in a document itself: `article-1.clause-2.point-a`, `annex-1.row-3`."""


class Locator(Frozen):
    """Where something is told: in the bulletin, in the document itself, or in both."""

    item: int | None = Field(default=None, ge=1, le=10_000)
    """Of the bulletin, counted from 1."""
    paragraph: int | None = Field(default=None, ge=0, le=10_000)
    """Of that item, counted from 1; 0 is its heading."""
    paper: PaperPlace | None = None

    @model_validator(mode="after")
    def is_somewhere(self) -> Self:
        if (self.item is None) != (self.paragraph is None):
            raise ValueError("a place in the bulletin has item and paragraph")
        if self.item is None and self.paper is None:
            raise ValueError("a place is item and paragraph of the bulletin, or paper")
        return self

    @property
    def source(self) -> Source:
        if self.item is None:
            return Source.PAPER
        return Source.BULLETIN if self.paper is None else Source.BOTH


class Period(Frozen):
    from_: date = Field(alias="from")
    to: date
    basis: PeriodBasis

    @model_validator(mode="after")
    def runs_forward(self) -> Self:
        if self.to < self.from_:
            raise ValueError(f"ends on {self.to}, before it begins on {self.from_}")
        return self
