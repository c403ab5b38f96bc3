"""What documents are narrowed by, and the words that they are searched by."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from lsdash.model.words import normalised


@dataclass(frozen=True)
class Filters:
    """What a reader narrows the documents to; an empty tuple or None narrows nothing.

    Values are codes as links carry them. One that no document has matches no document.
    """

    sectors: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    weeks: tuple[str, ...] = ()
    signed_from: date | None = None
    signed_to: date | None = None
    search: str = ""
    everywhere: bool = False
    """The search looks into figures, people and bodies too, not into numbers and titles alone."""


SEARCH_WORDS = 6
"""A search takes this many words; each must begin a word of the document."""


TONE_SHIFTS = {
    f"{first}{marked}": f"{shifted}{second}"
    for first, marks, second, marked_seconds in (
        ("o", "óòỏõọ", "a", "áàảãạ"),
        ("o", "óòỏõọ", "e", "éèẻẽẹ"),
        ("u", "úùủũụ", "y", "ýỳỷỹỵ"),
    )
    for shifted, marked in zip(marks, marked_seconds, strict=True)
}
"""hoá and hóa are one word in two spellings: old place of the tone mark → new place."""


GROUPED = re.compile(r"(?<![\w.,])\d{1,3}(?:[.,]\d{3})+(?![\w]|[.,]\d)")
"""8.300 and 8,300: a number whose thousands are parted."""


def search_words(text: str) -> list[str]:
    """The words of a text or a search: NFC, lower case, one place for tone marks, in order.

    A number with parted thousands is one word without its marks: 8.300 and 8300 find each other.
    """
    lower = str(normalised(text)).lower()
    for old, new in TONE_SHIFTS.items():
        lower = re.sub(rf"(?<!q){old}\b", new, lower)
    return re.findall(r"\w+", GROUPED.sub(lambda found: re.sub(r"\D", "", found[0]), lower))


def folded(text: str) -> str:
    """Lower case, no tone marks, đ → d: what a search without marks is held against."""
    bare = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def ascii_slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", folded(text)).strip("-")
