"""Pieces of sentences: an optional field's text, a subject within a sentence, a first letter."""

from typing import Any

from lsdash.store.rows import FactRow
from lsdash.text import Lang, pick


def inner(fact: FactRow, lang: Lang) -> str:
    """The subject inside a sentence: `cát, đá`, `Kỳ Cùng`."""
    return lowered(pick(lang, fact, "subject"))


PLACES = ("Huyện", "Xã", "Phường", "Tỉnh")
"""Words before the name of a place, which are no part of it."""


def lowered(text: str) -> str:
    """First letter small, unless the words begin with a name or an abbreviation."""
    first, _, rest = text.partition(" ")
    is_name = (first.isupper() and len(first) > 1) or rest[:1].isupper()
    is_name = is_name and first not in PLACES
    return text if is_name else text[:1].lower() + text[1:]


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def row_text(row: Any, field: str, lang: Lang) -> str | None:
    """The text of an optional field in this language, or None where it is not stated."""
    value = getattr(row, f"{field}_{lang}")
    return str(value) if value is not None else None
