"""A text made ready for finding figures, with the way back to the text as received."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from lsdash.intake.text.folding import Folded, Span, fold

CLAIMED = "\x00"
"""Stands in the place of every character that belongs to something else than a figure."""

CAPITALS = "A-ZĂÂĐÊÔƠƯÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ"
"""Vietnamese capital letters, for a character class."""

_BREAK = re.compile(r"[\n\r\v\f\x85\u2028\u2029]")
_NEW_LINE = re.compile(r"[^\W\d_]|\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)/](?!\d)|[-+•*|]")
_SENTENCE_END = ".;:!?|"


class Placeable(Protocol):
    """Anything that stands somewhere in a text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


P = TypeVar("P", bound=Placeable)


def within(placed: Sequence[P], start: int, end: int) -> Sequence[P]:
    """Those of `placed`, which are in the order of the text, that begin from `start` to `end`."""
    first = bisect_left(placed, start, key=lambda each: each.start)
    return placed[first : bisect_left(placed, end, key=lambda each: each.start)]


@dataclass(frozen=True)
class Prepared:
    """`printed` and `lower` have equal length and differ in case only.

    A newline stands only where a figure must end: between paragraphs, and where a line of its own
    begins; a line broken in the middle of a sentence is mended with a space.
    """

    printed: str
    lower: str
    folded: Folded

    def span(self, start: int, end: int) -> Span:
        """Where `lower[start:end]` stands in the text as received."""
        return self.folded.span(start, end)

    def place(self, raw: int) -> int:
        """Where the character `raw` of the text as received stands in the prepared one."""
        piece = bisect_right(self.folded.raw, raw, key=lambda span: span.start) - 1
        if piece < 0:
            return 0
        start, is_changed = self.folded.starts[piece], self.folded.is_changed[piece]
        return start if is_changed else start + raw - self.folded.raw[piece].start


def prepare(received: str) -> Prepared:
    folded = fold(received)
    printed = list(folded.text)
    for at, raw, is_changed in zip(folded.starts, folded.raw, folded.is_changed, strict=True):
        if (
            is_changed
            and folded.text[at : at + 1] == " "
            and _BREAK.search(received, raw.start, raw.end)
            and _begins_line(folded.text, at)
        ):
            printed[at] = "\n"
    text = "".join(printed)
    return Prepared(text, _lower(text), folded)


def _begins_line(text: str, at: int) -> bool:
    """Whether the line break at `at` parts two lines, and did not just wrap one."""
    begins = _NEW_LINE.match(text, at + 1)
    if not begins:
        return text[at - 1 : at] in _SENTENCE_END
    return not begins.group().isalpha() or begins.group().isupper()


def _lower(text: str) -> str:
    """Lower case, letter for letter."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def without(text: str, spans: Iterable[Placeable]) -> str:
    """The text with these spans struck out, letter for letter."""
    parts: list[str] = []
    done = 0
    for span in sorted(spans, key=lambda each: each.start):
        parts.append(text[done : span.start])
        parts.append(CLAIMED * (span.end - max(done, span.start)))
        done = max(done, span.end)
    return "".join([*parts, text[done:]])
