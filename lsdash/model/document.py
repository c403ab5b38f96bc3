"""A document of a week: number, edition, provisions, silences, flags, relations and figures."""

from datetime import date
from typing import Self

from pydantic import (
    field_validator,
    model_validator,
)

from lsdash.model.fact import Change, Fact
from lsdash.model.option import Dimension, Option
from lsdash.model.search import ascii_slug
from lsdash.model.words import DOCUMENT_NUMBER, Frozen, Line, Locator, Sha256, Slug, Text
from lsdash.vocabulary import (
    SYMBOLS,
    Capacity,
    FlagRule,
    Issuer,
    Kind,
    RelationKind,
    Sector,
    Source,
    Status,
)


class Provision(Frozen):
    """A content of the document that carries no figure."""

    text: Text
    at: Locator
    lead: Text | None = None
    """The agency that is to see to it."""
    deadline: date | None = None


class Body(Frozen):
    """An organisation that the document sets up."""

    name: Text
    printed: Line | None = None
    """The name as printed, where it is misprinted."""
    role: Text
    post: Text
    head: Line | None = None
    """The person, if named."""
    at: Locator


class Silence(Frozen):
    """What the document does not say and a reader would ask."""

    text: Text


class Flag(Frozen):
    """What looks odd to a reader, with its evidence."""

    rule: FlagRule
    text: Text
    fact: Slug | None = None

    @field_validator("rule")
    @classmethod
    def is_for_a_person(cls, rule: FlagRule) -> FlagRule:
        if rule not in (FlagRule.MISPRINT, FlagRule.DOUBT):
            raise ValueError(f"{rule} is found by rule when a release is built; do not write it")
        return rule


class Reference(Frozen):
    """Another document as a text names it, and what is done to it."""

    kind: RelationKind
    target: Text
    number: Line | None = None
    """Number of the document meant, where it is printed."""
    period: Text | None = None
    """Its period as the text gives it, for example 2011-2020."""


class Relation(Reference):
    document: Slug | None = None
    """The document meant, where its number alone does not tell it among those on record."""
    at: Locator


class Edition(Frozen):
    """Which one of a recurring kind the document is, as its heading says."""

    label: Text
    period_from: date | None = None
    period_to: date | None = None


class DocumentNumber(Frozen):
    """A document number taken apart; `381/QĐ-UBND` alone is not a key."""

    number: int
    suffix: str = ""
    year: int | None = None
    symbol: str

    @classmethod
    def read(cls, printed: str) -> Self:
        match = DOCUMENT_NUMBER.fullmatch(printed)
        if not match:
            raise ValueError(
                f"{printed!r} is not a document number such as 381/QĐ-UBND or 4/2020/QĐ-UBND"
            )
        return cls(
            number=int(match["number"]),
            suffix=match["suffix"] or "",
            year=int(match["year"]) if match["year"] else None,
            symbol=match["symbol"],
        )

    @property
    def kind(self) -> Kind:
        """By the symbol before the first hyphen; a number without one is an official letter's."""
        return SYMBOLS.get(self.symbol.partition("-")[0], Kind.OFFICIAL_LETTER)

    @property
    def series(self) -> str:
        """The yearly series it is counted in: letters share one, whoever drafted them."""
        series = self.symbol.partition("-")[0] if self.kind is Kind.OFFICIAL_LETTER else self.symbol
        return f"{series} ({self.year})" if self.year else series


class Paper(Frozen):
    """The document itself, as the office brought it."""

    sha256: Sha256
    """Of its text as received."""
    name: Line | None = None
    """Of the file."""
    place: Line | None = None
    """Where it was signed, as its head says."""
    capacity: Capacity | None = None
    signed_as: Line | None = None
    """Capacity and post as printed: KT. CHỦ TỊCH, PHÓ CHỦ TỊCH."""
    signer: Line | None = None
    recipients: tuple[Line, ...] = ()
    effective_on: date | None = None
    """From when it holds, where it says a day."""


class Decision(Frozen):
    """One document of the week."""

    number: Line
    kind_called: Text | None = None
    """The kind as the text calls it, where it does."""
    signed_on: date
    issuer: Issuer = Issuer.PEOPLES_COMMITTEE
    sector: Sector
    second_sectors: tuple[Sector, ...] = ()
    status: Status
    title: Text
    short_title: Text
    """Two to four words for a card or a chart."""
    summary: Text
    """In our own words; the bulletin's sentences are not kept."""
    addressed_to: Text | None = None
    """Whom a request was sent to, or who is to act."""
    lead: Text | None = None
    """The agency that is to see to the document as a whole."""
    deadline: date | None = None
    """By when: of a request the day by which an answer is asked for."""
    edition: Edition | None = None
    at: Locator | None = None
    """Where the bulletin tells of it; none where only the document itself was brought."""
    paper: Paper | None = None
    labels: tuple[Line, ...] = ()
    """Numbers in the text that are names and not figures, for example Covid-19."""
    facts: tuple[Fact, ...] = ()
    dimensions: tuple[Dimension, ...] = ()
    options: tuple[Option, ...] = ()
    provisions: tuple[Provision, ...] = ()
    bodies: tuple[Body, ...] = ()
    silences: tuple[Silence, ...] = ()
    flags: tuple[Flag, ...] = ()
    relations: tuple[Relation, ...] = ()
    changes: tuple[Change, ...] = ()
    """What later releases did to the document, oldest first; its facts have their own."""

    @field_validator("number")
    @classmethod
    def is_a_number(cls, printed: str) -> str:
        DocumentNumber.read(printed)
        return printed

    @model_validator(mode="after")
    def is_told_somewhere(self) -> Self:
        if self.at is None and self.paper is None:
            raise ValueError("needs at (item and paragraph of the bulletin), or paper")
        if self.at is not None and self.at.source is not Source.BULLETIN:
            raise ValueError("at is where the bulletin tells of the document: item and paragraph")
        places = [fact.at for fact in self.facts if fact.at]
        places += [provision.at for provision in self.provisions]
        places += [relation.at for relation in self.relations]
        places += [body.at for body in self.bodies]
        if self.paper is None and any(place.paper for place in places):
            raise ValueError("a place in the document itself needs the document's paper")
        return self

    @property
    def is_told(self) -> bool:
        """The week's bulletin tells of it."""
        return self.at is not None

    @property
    def key(self) -> DocumentNumber:
        return DocumentNumber.read(self.number)

    @property
    def kind(self) -> Kind:
        return self.key.kind

    @property
    def slug(self) -> str:
        return document_slug(self.key, self.signed_on, self.issuer)


def document_slug(key: DocumentNumber, signed_on: date, issuer: Issuer) -> str:
    """`381-qd-ubnd-2020`; a normative act carries its year twice, another issuer its name."""
    parts = [f"{key.number}{key.suffix}", str(key.year or ""), ascii_slug(key.symbol)]
    parts.append(str(signed_on.year))
    if issuer is not Issuer.PEOPLES_COMMITTEE:
        parts.append(issuer)
    return "-".join(part for part in parts if part)
