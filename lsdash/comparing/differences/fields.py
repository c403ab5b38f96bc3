"""In which fields rows are compared, in the order in which they are told."""

from dataclasses import fields

from lsdash.store.rows import DecisionRow, EventRow, ObservationRow, OutcomeRow, WeekRow

FIGURE = ("low", "high", "unit", "bound")
"""Fields that make up a figure, shown as one."""

FACT_FIELDS = (
    *FIGURE,
    "unit_called_vi",
    "unit_called_en",
    "printed",
    "role",
    "subject_vi",
    "subject_en",
    "measure",
    "kind",
    "basis",
    "formula",
    "part_of",
    "option",
    "period_from",
    "period_to",
    "period_basis",
    "deadline",
    "lead_vi",
    "lead_en",
    "amends",
    "before_printed",
    "baseline_vi",
    "baseline_en",
    "direction",
    "unit_class",
    "unit_kinds",
    "condition",
    "mandatory",
    "note_vi",
    "note_en",
    "item",
    "paragraph",
    "paper_place",
    "paper_printed",
    "scan_page",
    "paper_scan_page",
    "unit_printed",
    "part_by",
)
"""Fields in which a fact is compared, in the order in which they are told."""

FACT_FIELDS_ELSEWHERE = frozenset(
    {"slug", "position", "low_digits", "high_digits", "scale_digits", "shown_scale"}
    | {"before_low_digits", "before_high_digits", "before_scale_digits", "before_shown_scale"}
    | {"paper_low_digits", "paper_high_digits", "paper_scale_digits", "paper_shown_scale"}
    | {"corrected_on", "corrected_by", "was_printed"}  # its history says these
    | {"decision", "number", "document_kind", "signed_on", "sector", "status", "bulletin"}
    | {"edition_vi", "edition_en"}  # its document's
)
"""Fields of a fact that are its name or its order, or are compared elsewhere."""

DOCUMENT_FIELDS = tuple(each.name for each in fields(DecisionRow) if each.name != "slug")
WEEK_FIELDS = tuple(each.name for each in fields(WeekRow) if each.name not in ("slug", "documents"))
OBSERVATION_FIELDS = tuple(each.name for each in fields(ObservationRow) if each.name != "id")
EVENT_FIELDS = tuple(each.name for each in fields(EventRow) if each.name != "id")
OUTCOME_FIELDS = tuple(each.name for each in fields(OutcomeRow) if each.name != "id")
SERIES_DOCUMENT_FIELDS = (
    "number",
    "status",
    "kind",
    "issuer",
    "addressed_to_vi",
    "addressed_to_en",
)
SERIES_FACT_FIELDS = (
    *FIGURE,
    "unit_called_vi",
    "unit_called_en",
    "period_from",
    "period_to",
    "deadline",
    "baseline_vi",
    "baseline_en",
    "direction",
)
"""What is compared of two documents of one series: not their titles, dates, words and places."""
