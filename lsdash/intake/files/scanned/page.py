"""What was read of a page that is a picture, and where its words stand in the text made of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

WIDTH = 10_000
"""Of a page, in the units in which places across it are told."""
REACH = 200
"""Characters within which the next word of a page must come; what lies farther is another one."""
FIRST, MOST_TRIED, LOOKED_AT = 12, 50, 40
"""Where a page begins in the text is found by so many of its first words, at so many places where
each stands, and by so many words that follow."""


@dataclass(frozen=True)
class Word:
    """`left` to `right` across the page, of WIDTH; `top` to `bottom` down it, in the same units."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: int
    """0 to 100, as the program that read it says."""
    line: int
    """Its line on the page, counted from 0."""
    begins_cell: bool = False
    """A ruled line of a table stands before it."""


@dataclass(frozen=True)
class Page:
    """`number` counts from 1."""

    number: int
    words: tuple[Word, ...]


def of_json(told: Mapping[str, Any]) -> Page:
    """A page as JSON has it, each field made of its kind; raises ValueError and the like."""
    words = (
        {name: _KINDS.get(name, int)(value) for name, value in each.items()}
        for each in told["words"]
    )
    return Page(int(told["number"]), tuple(Word(**each) for each in words))


_KINDS: Mapping[str, Callable[[Any], Any]] = {"text": str, "begins_cell": bool}


@dataclass(frozen=True)
class Seen:
    """A word of the text that was read from a picture. `start` and `end` are offsets into it."""

    start: int
    end: int
    page: int
    line: int
    left: int
    right: int
    confidence: int


def placed(text: str, pages: Iterable[Page]) -> Iterator[Seen]:
    """Where the words of these pages stand in `text`, which has the pages in this order.

    Lines that run along every page were taken out of the text, so a word may be missing, and pages
    that are no pictures may stand between.
    """
    at = 0
    for page in pages:
        first, at = _beginning(text, at, page.words)
        for word, start, end in _followed(text, at, page.words[first:]):
            at = end
            yield Seen(start, end, page.number, word.line, word.left, word.right, word.confidence)


def _beginning(text: str, at: int, words: Sequence[Word]) -> tuple[int, int]:
    """Which of the first words begins what the text has of a page, and where: from there on most of
    those that follow are found."""
    best = (-1, 0, at)
    for first, word in enumerate(words[:FIRST]):
        start = text.find(word.text, at)
        for _ in range(MOST_TRIED):
            if start < 0:
                break
            found = sum(1 for _ in _followed(text, start, words[first : first + LOOKED_AT]))
            best = max(best, (found, -first, start), key=lambda each: each[:2])
            start = text.find(word.text, start + 1)
    return -best[1], best[2]


def _followed(text: str, at: int, words: Iterable[Word]) -> Iterator[tuple[Word, int, int]]:
    """The words that follow each other from `at` on, each with its place."""
    for word in words:
        start = text.find(word.text, at, at + REACH + len(word.text))
        if start >= 0:
            at = start + len(word.text)
            yield word, start, at
