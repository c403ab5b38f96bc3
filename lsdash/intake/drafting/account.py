"""An account of a bulletin's text: every character belongs to something that the review shows.

A paragraph takes the break after it along, so that the parts follow each other without a gap and
their characters add up to those received.
"""

from collections.abc import Iterable, Mapping, Sequence, Set

from lsdash.intake.bulletin import items, list_lines
from lsdash.intake.bulletin.items import Item
from lsdash.intake.drafting.model import Belongs, Part
from lsdash.intake.text.paragraphs import Paragraph

OPEN = frozenset({Belongs.NO_ITEM, Belongs.NO_DOCUMENT})
"""Parts whose figures are no document's: the reviewer says where they belong."""


def close(text: str, parts: Iterable[tuple[Paragraph, Belongs, int]]) -> tuple[Part, ...]:
    """The parts of the whole text, from the paragraphs in their order."""
    told = list(parts)
    starts = [0, *(paragraph.start for paragraph, _, _ in told[1:]), len(text)]
    return tuple(
        Part(start=starts[at], end=starts[at + 1], belongs=belongs, item=item)
        for at, (_, belongs, item) in enumerate(told)
    )


def of_items(
    paragraphs: Sequence[Paragraph],
    body: range,
    found: Sequence[Item],
    with_document: Set[int],
    holding: Set[int],
) -> Mapping[int, tuple[Belongs, int]]:
    """What each paragraph of `body` belongs to, by its position.

    `with_document` are positions of items that have a document of the week, `holding` those of
    paragraphs that hold a number. A heading over several items is one only without a number.
    """
    told: dict[int, tuple[Belongs, int]] = {}
    for place, item in enumerate(found):
        for at in item.heading_paragraphs:
            told[at] = Belongs.HEADING, place + 1
        for at in item.paragraphs:
            is_row = list_lines.ROW.search(paragraphs[at].text)
            told[at] = Belongs.ROW if is_row else Belongs.ITEM, place + 1
        if place not in with_document:
            for at in (*item.heading_paragraphs, *item.paragraphs):
                told[at] = Belongs.NO_DOCUMENT, place + 1
    for at in reversed(body):
        if at not in told:
            leads = told.get(at + 1, (Belongs.NO_ITEM, 0))[0] in {Belongs.HEADING, Belongs.GROUP}
            is_group = leads and at not in holding and items.may_head(paragraphs[at])
            told[at] = Belongs.GROUP if is_group else Belongs.NO_ITEM, 0
    return told
