"""Lines that hold an amount and stand in an item, though without a stop they look like headings.

`Xã Bắc Quỳnh: 1.500 triệu đồng`, `Tổng cộng 2.500 triệu đồng`, the last row of a table: taken for
the heading of what follows, they would hand their amounts to the next document.
"""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from lsdash.intake.finding.quantities import Quantity
from lsdash.intake.text.normalized import within
from lsdash.intake.text.paragraphs import Paragraph

ROW = re.compile(r"(?<!\S)\|(?!\S)")
"""A row of a table (see `tables`)."""

ADDED_UP = re.compile(r"(?:tổng|cộng)\b", re.IGNORECASE)
BEFORE_AN_AMOUNT = re.compile(r"[^\d\s]\s?(?::\s?|\s[–-]\s)[^:\d]{0,20}\d[^:]*$")
NUMBERED = {"number", "roman"}
BELOW = 8
"""Paragraphs of an item in which the amounts of its heading are told again."""


@dataclass(frozen=True)
class ListLines:
    """Positions of paragraphs; `doubtful` may be a heading or the last line of an item."""

    entries: Set[int]
    doubtful: Set[int]


def find(
    paragraphs: Sequence[Paragraph],
    body: range,
    naming: Set[int],
    listed: Set[int],
    amounts: Sequence[Quantity],
) -> ListLines:
    """The lines with an amount; `naming` name a document, `listed` are in the opening list."""
    entries: set[int] = set()
    doubtful: set[int] = set()
    others = naming | listed
    first = min((at for at in body if at in others), default=body.stop)
    are_headed = first in listed or (first > body.start and not paragraphs[first - 1].is_ended)
    for at in range(first + 1, body.stop):
        paragraph = paragraphs[at]
        inside = within(amounts, paragraph.start, paragraph.end)
        if not inside or at in others:
            continue
        ends = paragraph.end - inside[-1].end <= 1
        is_all = ends and inside[0].start == paragraph.start
        follows = _follows_list(paragraphs, at, entries, others, ends=ends)
        if is_all or (ends and _is_entry(paragraph)) or follows:
            entries.add(at)
        elif paragraph.marker is None and not (
            are_headed and _heads(paragraphs, range(at, body.stop), naming, amounts)
        ):
            doubtful.add(at)
    return ListLines(entries, doubtful)


def _follows_list(
    paragraphs: Sequence[Paragraph], at: int, entries: Set[int], others: Set[int], *, ends: bool
) -> bool:
    """It stands under a line that opens a list, an entry like it, or a row of a table."""
    paragraph, above = paragraphs[at], paragraphs[at - 1]
    if above.text.endswith(":"):
        return at - 1 in others or above.style not in NUMBERED
    if at - 1 in entries:
        return above.style == paragraph.style
    return ends and paragraph.style is None and bool(ROW.search(above.text))


def _is_entry(paragraph: Paragraph) -> bool:
    """Its last words are an amount that a name stands before, or a sum."""
    if ADDED_UP.match(paragraph.body):
        return True
    return paragraph.style not in NUMBERED and bool(BEFORE_AN_AMOUNT.search(paragraph.text))


def _heads(
    paragraphs: Sequence[Paragraph], here: range, naming: Set[int], amounts: Sequence[Quantity]
) -> bool:
    """It stands over a document, with sentences at most between, whose text says its amounts
    again: in a sentence, since a line like it may state the same amount of something else."""
    near = here[1 : BELOW + 1]
    below = next((at for at in near if at in naming or not paragraphs[at].is_ended), None)
    if below is None or below not in naming:
        return False
    sentences = (paragraphs[at] for at in here[below - here.start :][:BELOW])
    told = {
        (each.low, each.high, each.unit)
        for sentence in sentences
        if sentence.is_ended
        for each in within(amounts, sentence.start, sentence.end)
    }
    own = within(amounts, paragraphs[here.start].start, paragraphs[here.start].end)
    return all((each.low, each.high, each.unit) in told for each in own)
