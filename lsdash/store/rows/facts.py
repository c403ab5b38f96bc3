"""A fact with the document it stands in."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lsdash.store.rows.quantities import exact
from lsdash.vocabulary import Source


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
    part_by: str | None = None
    """Which further split of its whole it is of; None for the first."""
    unit_printed: str | None = None
    """The unit as the head of its table prints it."""
    paper_place: str | None = None
    """In the document itself: `annex-1.row-3`."""
    paper_low_digits: int | None = None
    paper_high_digits: int | None = None
    paper_scale_digits: int | None = None
    paper_shown_scale: int | None = None
    paper_printed: str | None = None
    """The figure there, where the bulletin told another."""
    scan_page: int | None = None
    """Of the bulletin's file, where it was read from a page that is a picture."""
    paper_scan_page: int | None = None
    """The same of the document itself."""

    @property
    def source(self) -> Source | None:
        """Where the record has it from; None for a derived figure."""
        if self.item is None:
            return Source.PAPER if self.paper_place else None
        return Source.BOTH if self.paper_place else Source.BULLETIN

    @property
    def paper_low(self) -> Decimal | None:
        return exact(self.paper_low_digits, self.paper_scale_digits or 0)

    @property
    def paper_high(self) -> Decimal | None:
        return exact(self.paper_high_digits, self.paper_scale_digits or 0)

    @property
    def low(self) -> Decimal | None:
        return exact(self.low_digits, self.scale_digits)

    @property
    def high(self) -> Decimal | None:
        return exact(self.high_digits, self.scale_digits)

    @property
    def before_low(self) -> Decimal | None:
        return exact(self.before_low_digits, self.before_scale_digits or 0)

    @property
    def before_high(self) -> Decimal | None:
        return exact(self.before_high_digits, self.before_scale_digits or 0)

    @property
    def value(self) -> Decimal:
        """The upper end, or the lower one where there is no upper."""
        value = self.high if self.high is not None else self.low
        assert value is not None, "a fact has at least one end"
        return value

    @property
    def is_derived(self) -> bool:
        return self.basis == "derived"
