"""What documents do to one another, what changed in them, and what is to be done by when."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lsdash.store.rows.quantities import exact
from lsdash.vocabulary import Status


@dataclass(frozen=True)
class RelationRow:
    position: int
    kind: str
    target_vi: str
    target_en: str
    number: str | None
    document: str | None
    period_vi: str | None
    period_en: str | None
    item: int | None
    paragraph: int | None
    paper_place: str | None


@dataclass(frozen=True)
class ChangeRow:
    """One entry of a document's history; `fact` is the slug of the fact that it is about."""

    decision: str
    position: int
    fact: str | None
    kind: str
    made_on: date
    reason_vi: str | None
    reason_en: str | None
    made_by: str | None
    """Number of the document that makes the change."""
    was_low_digits: int | None
    was_high_digits: int | None
    was_scale_digits: int | None
    was_shown_scale: int | None
    was_unit: str | None
    was_bound: str | None
    was_printed: str | None

    @property
    def was_low(self) -> Decimal | None:
        return exact(self.was_low_digits, self.was_scale_digits or 0)

    @property
    def was_high(self) -> Decimal | None:
        return exact(self.was_high_digits, self.was_scale_digits or 0)


@dataclass(frozen=True)
class EffectRow:
    """What one document on record does to another, or to a fact of it.

    Number, day, status and title are of the document at the other end: of the one that does it, or,
    asked the other way round, of the one that it is done to.
    """

    decision: str
    fact: str | None
    kind: str
    by: str
    by_fact: str | None
    number: str
    signed_on: date
    status: str
    bulletin: str
    short_title_vi: str
    short_title_en: str
    is_again: bool = False
    """The fact took the place of an earlier one, and it is the earlier one that the other names."""


@dataclass(frozen=True)
class Effect:
    """The same as a release holds it, by its own numbers of both documents."""

    decision: int
    fact: str | None
    kind: str
    by_decision: int
    by_fact: str | None


@dataclass(frozen=True)
class RelatedRow:
    """How one document stands to another, or a figure of it to one of the other.

    Number, day, status and title are of the document that does something; `decision` is the slug of
    the one that it is done to, None where that is not on record. Both prints are of figures.
    """

    by: str
    by_fact: str | None
    number: str
    signed_on: date
    status: str
    sector: str
    bulletin: str
    short_title_vi: str
    short_title_en: str
    kind: str
    decision: str | None
    fact: str | None
    target_vi: str
    target_en: str
    target_number: str | None
    target_signed_on: date | None
    period_vi: str | None
    period_en: str | None
    was_printed: str | None
    printed: str | None
    item: int | None
    paragraph: int | None
    paper_place: str | None
    is_again: bool
    """As of an EffectRow."""


@dataclass(frozen=True)
class DeadlineRow:
    """Something to be done: a document, a fact or a provision with a deadline or an agency.

    A request stands here in any case, since it waits for an answer.
    """

    decision: str
    number: str
    kind: str
    signed_on: date
    status: str
    sector: str
    bulletin: str
    addressed_to_vi: str | None
    addressed_to_en: str | None
    short_title_vi: str
    short_title_en: str
    document_lead_vi: str | None
    document_lead_en: str | None
    """The agency that is to see to the document as a whole."""
    what: str
    """document, fact or provision."""
    fact: str
    """Slug of the fact, else empty."""
    deadline: date | None
    lead_vi: str | None
    lead_en: str | None
    text_vi: str
    text_en: str
    item: int | None
    paragraph: int | None
    paper_place: str | None

    @property
    def is_request(self) -> bool:
        """A request itself, which waits for an answer; not what it asks for."""
        return self.status == Status.PROPOSED and self.what == "document"
