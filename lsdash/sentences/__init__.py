"""What rows say in words, in the reader's language: figures, sources, formulas, page titles.

Sentences are composed from the facts, so they stay true when the facts change.
"""

from lsdash.sentences.effects import CHANGING, became, effect
from lsdash.sentences.facts import (
    bare,
    before,
    beside,
    changed,
    edition,
    figure,
    from_to,
    is_change,
    moved,
    now_in,
    share,
    told,
    unit_name,
    valued,
    when,
)
from lsdash.sentences.filters import filter_value, narrowed, notice
from lsdash.sentences.flags import flag, oddity
from lsdash.sentences.papers import itself
from lsdash.sentences.sources import basis, formula, hover, place, place_of, source
from lsdash.sentences.targets import aim, of_targets
from lsdash.sentences.titles import of_ceilings, of_money, of_options, of_quotas
from lsdash.sentences.weeks import TOLD, of_week, week_and_part, week_span
from lsdash.sentences.words import inner, row_text

__all__ = [
    "CHANGING",
    "TOLD",
    "aim",
    "bare",
    "basis",
    "became",
    "before",
    "beside",
    "changed",
    "edition",
    "effect",
    "figure",
    "filter_value",
    "flag",
    "formula",
    "from_to",
    "hover",
    "inner",
    "is_change",
    "itself",
    "moved",
    "narrowed",
    "notice",
    "now_in",
    "oddity",
    "of_ceilings",
    "of_money",
    "of_options",
    "of_quotas",
    "of_targets",
    "of_week",
    "place",
    "place_of",
    "row_text",
    "share",
    "source",
    "told",
    "unit_name",
    "valued",
    "week_and_part",
    "week_span",
    "when",
]
