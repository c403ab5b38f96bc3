"""What a reader should know about the link that was opened."""

from dataclasses import dataclass
from enum import StrEnum


class Notice(StrEnum):
    UNKNOWN_KEY = "unknown_key"
    UNKNOWN_VALUE = "unknown_value"
    UNKNOWN_WEEK = "unknown_week"
    RENAMED = "renamed"
    CLAMPED = "clamped"
    CLAMPED_INPUT = "clamped_input"
    AGENDA_ITEM = "agenda_item"
    TOO_MANY = "too_many"
    SEARCH_CUT = "search_cut"
    NO_WORDS = "no_words"
    REVERSED = "reversed"
    UNKNOWN_DOCUMENT = "unknown_document"
    UNKNOWN_FACT = "unknown_fact"
    UNKNOWN_DRAFT = "unknown_draft"


OF_FILTERS = frozenset({Notice.NO_WORDS, Notice.REVERSED})
"""Notices that follow from the filters themselves, and not from how a link was written."""


@dataclass(frozen=True)
class Noticed:
    """Something in a link that the reader should know of: which key, what was written."""

    notice: Notice
    key: str
    value: str = ""
