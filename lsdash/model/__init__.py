"""What a week's record holds: frozen types, validated where they enter."""

from lsdash.model.bulletin import Bulletin, Topic, Week
from lsdash.model.cited import Cited, cited
from lsdash.model.document import (
    Decision,
    DocumentNumber,
    Flag,
    Paper,
    Provision,
    Reference,
    Relation,
    Silence,
    document_slug,
)
from lsdash.model.fact import (
    Before,
    Change,
    Fact,
    FactChange,
    ScannedPages,
    Was,
    bound_problem,
)
from lsdash.model.search import SEARCH_WORDS, Filters, ascii_slug, folded, search_words
from lsdash.model.words import (
    LINE_LENGTH,
    Frozen,
    Line,
    Locator,
    PaperPlace,
    Period,
    Slug,
    Text,
    normalised,
)

__all__ = [
    "LINE_LENGTH",
    "SEARCH_WORDS",
    "Before",
    "Bulletin",
    "Change",
    "Cited",
    "Decision",
    "DocumentNumber",
    "Fact",
    "FactChange",
    "Filters",
    "Flag",
    "Frozen",
    "Line",
    "Locator",
    "Paper",
    "PaperPlace",
    "Period",
    "Provision",
    "Reference",
    "Relation",
    "ScannedPages",
    "Silence",
    "Slug",
    "Text",
    "Topic",
    "Was",
    "Week",
    "ascii_slug",
    "bound_problem",
    "cited",
    "document_slug",
    "folded",
    "normalised",
    "search_words",
]
