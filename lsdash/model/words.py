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


ENGLISH_FOLLOWS = " [in Vietnamese]"
"""Marks Vietnamese words that stand for English ones that nobody has written yet."""


class Text(Frozen):
    """The same words in both languages of the interface."""

    vi: Line
    en: Line

    @classmethod
    def in_vietnamese(cls, vi: str) -> Self:
        """Words whose English comes later: until then the Vietnamese are shown, and marked."""
        return cls(vi=vi, en=f"{vi.strip()}{ENGLISH_FOLLOWS}")

    @property
    def english_follows(self) -> bool:
        return self.en == f"{self.vi}{ENGLISH_FOLLOWS}"


class Locator(Frozen):
    """Where in the bulletin: item and paragraph, counted from 1; paragraph 0 is the heading."""

    item: int = Field(ge=1, le=10_000)
    paragraph: int = Field(ge=0, le=10_000)


class Period(Frozen):
    from_: date = Field(alias="from")
    to: date
    basis: PeriodBasis

    @model_validator(mode="after")
    def runs_forward(self) -> Self:
        if self.to < self.from_:
            raise ValueError(f"ends on {self.to}, before it begins on {self.from_}")
        return self
