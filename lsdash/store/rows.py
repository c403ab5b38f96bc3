"""The rows in which a release answers: one frozen type for each question of `lsdash.store.read`.

Quantities are `Decimal` in base units, or integers of digits with a scale; None means not stated.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lsdash.vocabulary import UNSURE


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
    item: int
    paragraph: int


@dataclass(frozen=True)
class FactRow:
    """A fact with the document it stands in. `low` and `high` are in base units."""

    slug: str
    position: int
    measure: str
    subject_vi: str
    subject_en: str
    kind: str
    low_digits: int | None
    high_digits: int | None
    scale_digits: int
    shown_scale: int
    unit: str
    unit_called_vi: str | None
    unit_called_en: str | None
    """What a figure in `item` counts, as printed."""
    bound: str
    printed: str | None
    role: str
    basis: str
    formula: str | None
    part_of: str | None
    option: int | None
    period_from: date | None
    period_to: date | None
    period_basis: str | None
    deadline: date | None
    lead_vi: str | None
    lead_en: str | None
    amends: str | None
    before_low_digits: int | None
    before_high_digits: int | None
    before_scale_digits: int | None
    before_shown_scale: int | None
    before_printed: str | None
    """The earlier figure as this document prints it."""
    baseline_vi: str | None
    baseline_en: str | None
    direction: str | None
    unit_class: int | None
    unit_kinds: list[str]
    condition: str | None
    mandatory: bool
    note_vi: str | None
    note_en: str | None
    item: int | None
    paragraph: int | None
    corrected_on: date | None
    """The day of the last correction."""
    corrected_by: str | None
    """Number of the document that made it."""
    was_printed: str | None
    """The figure before that correction, as printed."""
    decision: str
    number: str
    document_kind: str
    signed_on: date
    sector: str
    status: str
    bulletin: str
    edition_vi: str | None
    edition_en: str | None

    @property
    def low(self) -> Decimal | None:
        return _exact(self.low_digits, self.scale_digits)

    @property
    def high(self) -> Decimal | None:
        return _exact(self.high_digits, self.scale_digits)

    @property
    def before_low(self) -> Decimal | None:
        return _exact(self.before_low_digits, self.before_scale_digits or 0)

    @property
    def before_high(self) -> Decimal | None:
        return _exact(self.before_high_digits, self.before_scale_digits or 0)

    @property
    def value(self) -> Decimal:
        """The upper end, or the lower one where there is no upper."""
        value = self.high if self.high is not None else self.low
        assert value is not None, "a fact has at least one end"
        return value

    @property
    def is_derived(self) -> bool:
        return self.basis == "derived"


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
    item: int
    paragraph: int


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
    item: int
    paragraph: int


@dataclass(frozen=True)
class SilenceRow:
    position: int
    text_vi: str
    text_en: str


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
    item: int
    paragraph: int


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
        return _exact(self.was_low_digits, self.was_scale_digits or 0)

    @property
    def was_high(self) -> Decimal | None:
        return _exact(self.was_high_digits, self.was_scale_digits or 0)


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
    item: int
    paragraph: int


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


@dataclass(frozen=True)
class WeekDigestRow:
    """The documents of one week in one number, which differs where one of them does."""

    week: str
    documents: int
    digest: int


class Reported:
    """A row that the press or an office reported; its flags say how sure it is."""

    flags: list[str]

    @property
    def is_unsure(self) -> bool:
        return not UNSURE.isdisjoint(self.flags)


@dataclass(frozen=True)
class ObservationRow(Reported):
    """A figure that the press or an office reported; `value` is in `unit`."""

    id: str
    period_from: date
    period_to: date
    place: str
    place_kind: str
    direction: str
    measure: str
    value: Decimal
    unit: str
    cumulative_since: date | None
    flags: list[str]
    publisher: str | None
    address: str
    published_on: date | None
    source_read: str
    note_vi: str | None
    note_en: str | None


@dataclass(frozen=True)
class EventRow(Reported):
    """An event that was reported; `decision` is the slug of a document of ours that it is."""

    id: str
    date_from: date
    date_to: date | None
    place: str
    place_kind: str
    kind: str
    flags: list[str]
    summary_vi: str
    summary_en: str
    publisher: str | None
    address: str | None
    source_read: str
    decision: str | None


@dataclass(frozen=True)
class GateRow:
    """A border gate as of 2020; `name_vi` is what observations and events call their place."""

    slug: str
    name_vi: str
    name_en: str
    district: str | None
    category: str
    transport: str
    opposite_vi: str | None
    opposite_en: str | None
    note_vi: str
    note_en: str
    addresses: list[str]


@dataclass(frozen=True)
class OutcomeRow:
    """What was reported later about a document, or about some of its figures (`facts`)."""

    id: str
    decision: str
    facts: list[str]
    bears: str
    what_vi: str
    what_en: str
    value: Decimal | None
    unit_vi: str | None
    unit_en: str | None
    bound: str | None
    period_from: date | None
    period_to: date | None
    document_number: str | None
    how_sure: str
    publisher: str
    address: str
    published_on: date | None
    note_vi: str
    note_en: str


@dataclass(frozen=True)
class SearchRow:
    """That an outcome was looked for: up to which day, and what would answer."""

    decision: str
    fact: str | None
    until: date | None
    searched_to: date
    sought_vi: str
    sought_en: str
    would_answer_vi: str
    would_answer_en: str


def _exact(digits: int | None, scale_digits: int) -> Decimal | None:
    return None if digits is None else Decimal(digits).scaleb(-scale_digits)
