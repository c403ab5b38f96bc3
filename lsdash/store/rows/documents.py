"""A document, and the pieces that hang on it."""

from dataclasses import dataclass, field
from datetime import date

from lsdash.vocabulary import Source


@dataclass(frozen=True)
class DecisionRow:
    slug: str
    bulletin: str
    number: str
    kind: str
    kind_called_vi: str | None
    kind_called_en: str | None
    signed_on: date
    issuer: str
    sector: str
    second_sectors: list[str]
    status: str
    title_vi: str
    title_en: str
    short_title_vi: str
    short_title_en: str
    summary_vi: str
    summary_en: str
    addressed_to_vi: str | None
    addressed_to_en: str | None
    edition_vi: str | None
    edition_en: str | None
    lead_vi: str | None
    lead_en: str | None
    deadline: date | None
    item: int | None
    paragraph: int | None
    """Where the bulletin tells of it; None where only the document itself was brought."""
    paper_sha256: str | None = None
    paper_name: str | None = None
    signed_at: str | None = None
    """The place where it was signed."""
    capacity: str | None = None
    signed_as: str | None = None
    signer: str | None = None
    recipients: list[str] = field(default_factory=list)
    effective_on: date | None = None

    @property
    def source(self) -> Source:
        if self.paper_sha256 is None:
            return Source.BULLETIN
        return Source.PAPER if self.item is None else Source.BOTH


@dataclass(frozen=True)
class Head:
    """Of a document what is told wherever it is named; a DecisionRow has all of it too."""

    slug: str
    bulletin: str
    number: str
    kind: str
    signed_on: date
    sector: str
    status: str
    short_title_vi: str
    short_title_en: str
    addressed_to_vi: str | None
    addressed_to_en: str | None
    edition_vi: str | None
    edition_en: str | None
    lead_vi: str | None
    lead_en: str | None


@dataclass(frozen=True)
class FlagRow:
    """A flag. `text` is a reviewer's; `evidence` (JSON) is a rule's."""

    decision: str
    number: str
    signed_on: date
    status: str
    short_title_vi: str
    short_title_en: str
    rule: str
    fact: str | None
    text_vi: str | None
    text_en: str | None
    evidence: str


@dataclass(frozen=True)
class DimensionRow:
    position: int
    slug: str
    label_vi: str
    label_en: str
    health: bool


@dataclass(frozen=True)
class OptionRow:
    number: int
    label_vi: str
    label_en: str


@dataclass(frozen=True)
class AnswerRow:
    option: int
    dimension: str
    stated: bool
    text_vi: str | None
    text_en: str | None
    unsaid_vi: str | None
    unsaid_en: str | None


@dataclass(frozen=True)
class StepRow:
    option: int
    course: int
    course_vi: str
    course_en: str
    position: int
    place: str
    label_vi: str
    label_en: str
    length: str | None
    daily: bool


@dataclass(frozen=True)
class ProvisionRow:
    position: int
    text_vi: str
    text_en: str
    lead_vi: str | None
    lead_en: str | None
    deadline: date | None
    item: int | None
    paragraph: int | None
    paper_place: str | None


@dataclass(frozen=True)
class BodyRow:
    position: int
    name_vi: str
    name_en: str
    printed: str | None
    role_vi: str
    role_en: str
    post_vi: str
    post_en: str
    head: str | None
    item: int | None
    paragraph: int | None
    paper_place: str | None


@dataclass(frozen=True)
class SilenceRow:
    position: int
    text_vi: str
    text_en: str


@dataclass(frozen=True)
class PartRow:
    """A piece of a document that is neither a fact nor its history: a silence, a body, an answer.

    `part` is the table that holds it, or "unsaid" for what an answer leaves open; `code` is what it
    says in codes: a kind of relation, a rule, the number of an option.
    """

    decision: str
    part: str
    code: str
    name_vi: str | None
    name_en: str | None
    text_vi: str | None
    text_en: str | None
    evidence: str | None
    """Of a flag found by rule (JSON)."""
    item: int | None
    paragraph: int | None
