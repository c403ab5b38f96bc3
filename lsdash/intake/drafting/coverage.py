"""Which numbers of a text nothing accounts for: no figure, citation, name or date."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lsdash.intake.text.folding import Span

NUMBER = re.compile(r"(?!(?:(?<=\bm)|(?<=\b[kcd]m))[23](?!\d))\d+(?:[.,]\d+)*")
"""A number, and not what makes a length an area or a volume: `(m3/ngày)` over a column."""
CONTEXT = 40
"""Characters shown before and after."""


@dataclass(frozen=True)
class Number:
    """A number as printed, with the words around it. `text[start:end] == printed`."""

    printed: str
    start: int
    end: int
    context: str


def unread(
    text: str, claimed: Iterable[tuple[int, int]], in_words: Iterable[Span] = ()
) -> list[Number]:
    """The numbers of `text` that no span of `claimed` holds whole, in order.

    `in_words` are those that are not read of the ones that stand in words.
    """
    left = [*_left_over(text, _joined(claimed)), *(_number(text, each) for each in in_words)]
    return sorted(left, key=lambda number: number.start)


def _number(text: str, span: Span) -> Number:
    around = text[max(0, span.start - CONTEXT) : span.end + CONTEXT]
    return Number(text[span.start : span.end], span.start, span.end, " ".join(around.split()))


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that touch made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _left_over(text: str, claimed: list[tuple[int, int]]) -> Iterator[Number]:
    at = 0
    for number in NUMBER.finditer(text):
        start, end = number.span()
        while at < len(claimed) and claimed[at][1] < end:
            at += 1
        if at == len(claimed) or claimed[at][0] > start:
            yield _number(text, Span(start, end))
