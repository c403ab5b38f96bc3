"""What a week's record holds: frozen types, validated where they enter.

Quantities are `Decimal` in base units (đồng, percent, persons, days …) and keep the decimals
that were printed: 6.00 is not 6.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    field_validator,
    model_validator,
)

from lsdash.vocabulary import (
    SYMBOLS,
    Basis,
    Bound,
    ChangeKind,
    Direction,
    FigureKind,
    FlagRule,
    Issuer,
    Kind,
    Measure,
    PeriodBasis,
    Place,
    RelationKind,
    Role,
    Sector,
    StaffCondition,
    Status,
    Unit,
    UnitKind,
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


class Text(Frozen):
    """The same words in both languages of the interface."""

    vi: Line
    en: Line


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


class Change(Frozen):
    """One entry of the history of a document or of a fact."""

    kind: ChangeKind
    made_on: date
    reason: Text | None = None
    by: Line | None = None
    """Number of the document that makes the change, where one does; `made_on` is then its day."""

    @model_validator(mode="after")
    def has_a_reason(self) -> Self:
        if self.kind is not ChangeKind.NEW and self.reason is None:
            raise ValueError(f"a change of kind {self.kind} needs its reason, in vi and en")
        return self


class Before(Frozen):
    """The figure that a fact takes the place of, as the fact's own document prints it."""

    printed: Line
    low: Decimal | None = None
    high: Decimal | None = None

    @field_validator("low", "high", mode="before")
    @classmethod
    def keeps_its_decimals(cls, value: Any) -> Any:
        return with_its_decimals(value)

    @model_validator(mode="after")
    def can_be_stored(self) -> Self:
        _check_storable(self.low, self.high)
        return self


class Was(Before):
    """A figure as it was recorded before; unit and bound are the fact's own where not given."""

    unit: Unit | None = None
    bound: Bound | None = None


class FactChange(Change):
    """One entry of a fact's history; `was` is none where its figure stayed as it was."""

    was: Was | None = None

    @model_validator(mode="after")
    def was_something(self) -> Self:
        if self.kind is ChangeKind.NEW and self.was is not None:
            raise ValueError("what is new was nothing before")
        return self


def with_its_decimals(value: Any) -> Any:
    """Quoted in the record, `"6.00"` stays 6.00; a bare float would lose its last zeros."""
    if isinstance(value, float):
        raise ValueError('write a figure with decimals in quotes, as in "6.00"')
    return value


class Fact(Frozen):
    """One published figure, or one that follows from others by a formula."""

    slug: Slug
    measure: Measure
    subject: Text
    kind: FigureKind
    low: Decimal | None = None
    high: Decimal | None = None
    unit: Unit
    unit_called: Text | None = None
    """What a figure in `item` counts, as printed: khẩu trang, masks."""
    bound: Bound
    printed: Line | None = None
    """The figure as printed; none for a derived one."""
    role: Role | None = None
    """What it is among the others; where left out, it follows from the other fields."""
    basis: Basis = Basis.STATED
    formula: Line | None = None
    """Slugs of this document's facts joined by ` + `; the build works out low and high."""
    part_of: Slug | None = None
    option: int | None = Field(default=None, ge=1)
    period: Period | None = None
    deadline: date | None = None
    lead: Text | None = None
    """The agency that is to see to it."""
    amends: FactName | None = None
    """The earlier figure that it changes or takes the place of."""
    before: Before | None = None
    """That earlier figure as this document prints it: "from 510"."""
    baseline: Text | None = None
    direction: Direction | None = None
    unit_class: int | None = Field(default=None, ge=1, le=3)
    """Class of commune-level unit that a staff ceiling holds for."""
    unit_kinds: tuple[UnitKind, ...] = ()
    """Kinds of commune-level unit that a staff rule names; empty where it names none."""
    condition: StaffCondition | None = None
    """What brings a staff rule into play."""
    mandatory: bool = False
    """To be ensured (an obligation), where the text does not merely strive for it."""
    note: Text | None = None
    at: Locator | None = None
    changes: tuple[FactChange, ...] = ()
    """What later releases did to it, oldest first."""

    @field_validator("low", "high", mode="before")
    @classmethod
    def keeps_its_decimals(cls, value: Any) -> Any:
        return with_its_decimals(value)

    @model_validator(mode="after")
    def is_whole(self) -> Self:
        if self.basis is Basis.DERIVED:
            if not self.formula or self.printed or self.at or self.low or self.high:
                raise ValueError("a derived figure has a formula, and no printed, at, low or high")
            if self.changes:
                raise ValueError("a derived figure follows its terms: record the change of a term")
            if self.bound is not Bound.EXACT:
                raise ValueError("a derived figure is a sum of exact ones: its bound is exact")
            return self
        _check_storable(self.low, self.high)
        if self.unit_called and self.unit is not Unit.ITEM:
            raise ValueError(f"unit_called is for a figure in item; this one is in {self.unit}")
        if self.formula:
            raise ValueError("a stated figure has no formula; set basis: derived if it is ours")
        if not self.printed or not self.at:
            raise ValueError("a stated figure needs printed and at (item, paragraph)")
        problem = bound_problem(self.bound, self.low, self.high)
        if problem:
            raise ValueError(problem)
        return self

    def as_it_was(self, was: Was) -> "Fact":
        """This fact with the figure that it had before."""
        figure = {"printed": was.printed, "low": was.low, "high": was.high}
        kept = {"unit": was.unit or self.unit, "bound": was.bound or self.bound}
        return self.model_copy(update=figure | kept)


NEEDS_LOW = {Bound.EXACT, Bound.RANGE, Bound.AT_LEAST, Bound.MORE_THAN, Bound.APPROXIMATELY}
NEEDS_HIGH = {
    Bound.EXACT,
    Bound.RANGE,
    Bound.AT_MOST,
    Bound.LESS_THAN,
    Bound.NEARLY,
    Bound.APPROXIMATELY,
}


def _check_storable(*ends: Decimal | None) -> None:
    """Refuse a figure that the release cannot hold: a 64-bit integer and its decimals."""
    for value in ends:
        if value is None:
            continue
        decimals = max(0, -int(value.as_tuple().exponent)) if value.is_finite() else 7
        if decimals > 6 or abs(value.scaleb(decimals)) >= 10**18:
            raise ValueError("a figure has at most six decimals and eighteen digits in all")


def bound_problem(bound: Bound, low: Decimal | None, high: Decimal | None) -> str | None:
    """What is wrong with these ends for this bound, or None. An open end is None, never 0."""
    for name, value, needed in (("low", low, NEEDS_LOW), ("high", high, NEEDS_HIGH)):
        if bound in needed and value is None:
            return f"bound {bound} needs {name}"
        if bound not in needed and value is not None:
            return f"bound {bound} has no {name}"
    if low is not None and high is not None:
        if low > high:
            return f"low {low} is above high {high}"
        if bound is Bound.EXACT and low != high:
            return f"bound exact, but low {low} and high {high} differ"
        if bound is Bound.RANGE and low == high:
            return f"bound range, but low and high are both {low}"
    return None


class Dimension(Frozen):
    """One line of the comparison of options."""

    slug: Slug
    label: Text
    health: bool = False
    """It is a matter of health or isolation."""


class Answer(Frozen):
    """What one option says on one dimension; `text` is none when it says nothing."""

    stated: bool = True
    text: Text | None = None
    unsaid: Text | None = None
    """What it leaves open although it speaks of the matter."""

    @model_validator(mode="after")
    def says_or_not(self) -> Self:
        if self.stated != (self.text is not None):
            raise ValueError("give text, or stated: false, and not both")
        return self


class Step(Frozen):
    """One stretch of a worker's calendar. `length` names the fact that states how long."""

    place: Place
    label: Text
    length: Slug | None = None
    daily: bool = False
    """Comes back every day, in turn with the other daily steps of its course."""


class Course(Frozen):
    """One way a worker's time can run under an option."""

    label: Text
    steps: tuple[Step, ...] = Field(min_length=1)


class Option(Frozen):
    number: int = Field(ge=1)
    label: Text
    answers: dict[Slug, Answer]
    courses: tuple[Course, ...] = ()


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


class Relation(Frozen):
    kind: RelationKind
    target: Text
    number: Line | None = None
    """Number of the document meant, where it is printed."""
    document: Slug | None = None
    """The document meant, where its number alone does not tell it among those on record."""
    period: Text | None = None
    """Its period as the text gives it, for example 2011-2020."""
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
    at: Locator
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

    @property
    def key(self) -> DocumentNumber:
        return DocumentNumber.read(self.number)

    @property
    def kind(self) -> Kind:
        return self.key.kind

    @property
    def slug(self) -> str:
        """`381-qd-ubnd-2020`; a normative act carries its year twice, another issuer its name."""
        key = self.key
        parts = [f"{key.number}{key.suffix}", str(key.year or ""), ascii_slug(key.symbol)]
        parts.append(str(self.signed_on.year))
        if self.issuer is not Issuer.PEOPLES_COMMITTEE:
            parts.append(self.issuer)
        return "-".join(part for part in parts if part)


class Origin(Frozen):
    """Where the bulletin's text came from."""

    publisher: Text
    address: Line | None = None
    """Where it was published, if known."""
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
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
    invented: bool = False
    """Made up for a test; refused by a build for readers."""


class Week(Frozen):
    """One record: a bulletin and its documents."""

    bulletin: Bulletin
    decisions: tuple[Decision, ...] = Field(min_length=1)


@dataclass(frozen=True)
class Filters:
    """What a reader narrows the documents to; an empty tuple or None narrows nothing.

    Values are codes as links carry them. One that no document has matches no document.
    """

    sectors: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    weeks: tuple[str, ...] = ()
    signed_from: date | None = None
    signed_to: date | None = None
    search: str = ""
    everywhere: bool = False
    """The search looks into figures, people and bodies too, not into numbers and titles alone."""


SEARCH_WORDS = 6
"""A search takes this many words; each must begin a word of the document."""


TONE_SHIFTS = {
    f"{first}{marked}": f"{shifted}{second}"
    for first, marks, second, marked_seconds in (
        ("o", "óòỏõọ", "a", "áàảãạ"),
        ("o", "óòỏõọ", "e", "éèẻẽẹ"),
        ("u", "úùủũụ", "y", "ýỳỷỹỵ"),
    )
    for shifted, marked in zip(marks, marked_seconds, strict=True)
}
"""hoá and hóa are one word in two spellings: old place of the tone mark → new place."""


GROUPED = re.compile(r"(?<![\w.,])\d{1,3}(?:[.,]\d{3})+(?![\w]|[.,]\d)")
"""8.300 and 8,300: a number whose thousands are parted."""


def search_words(text: str) -> list[str]:
    """The words of a text or a search: NFC, lower case, one place for tone marks, in order.

    A number with parted thousands is one word without its marks: 8.300 and 8300 find each other.
    """
    lower = str(normalised(text)).lower()
    for old, new in TONE_SHIFTS.items():
        lower = re.sub(rf"(?<!q){old}\b", new, lower)
    return re.findall(r"\w+", GROUPED.sub(lambda found: re.sub(r"\D", "", found[0]), lower))


def folded(text: str) -> str:
    """Lower case, no tone marks, đ → d: what a search without marks is held against."""
    bare = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def ascii_slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", folded(text)).strip("-")
