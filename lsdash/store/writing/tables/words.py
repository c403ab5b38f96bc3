"""The words that a document is found by."""

from collections.abc import Iterable, Mapping, Sequence

from lsdash.model import search_words
from lsdash.store.writing.tables.names import LANGUAGES, Row

SEARCHED: Mapping[str, Sequence[str]] = {
    "decisions": (
        "number",
        "edition_vi",
        *(f"{name}_{lang}" for name in ("title", "short_title", "summary") for lang in LANGUAGES),
    ),
    "facts": ("printed", "subject_vi", "subject_en", "lead_vi", "lead_en"),
    "bodies": ("name_vi", "name_en", "printed", "head", "post_vi", "post_en"),
    "provisions": ("lead_vi", "lead_en"),
}
"""Table → the columns whose words a search finds the document by."""


def words(own: Row, belongings: Iterable[tuple[str, Row]]) -> dict[str, bool]:
    """The words that a document is found by, and of each whether only a wide search looks there.

    Titles and summaries are always looked through; figures, people and bodies in a wide search.
    """
    wide = {
        word: True
        for name, row in belongings
        for column in SEARCHED.get(name, ())
        for word in search_words(row[column] or "")
    }
    return wide | {
        word: False for column in SEARCHED["decisions"] for word in search_words(own[column] or "")
    }
