"""What stays in doubt of figures that were read from a picture.

None is taken without a look. Tesseract reads "÷" as "+" at every resolution, so `(6,00 + 6,50) %`
may be a range as well as a sum, and has no value until somebody has seen which.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lsdash.intake.drafting.model import Draft, FactDraft, PaperDraft
from lsdash.intake.files.received import Received
from lsdash.intake.finding import quantities
from lsdash.intake.finding.quantities import Quantity
from lsdash.intake.text.normalized import Placeable
from lsdash.quantities.doubts import Doubt
from lsdash.vocabulary import Bound, FigureKind

PLUS = re.compile(r"(?<=[\w%)])[ \u00a0]?(?P<plus>\+)(?=[ \u00a0]?\(?\d)")
DIVIDED = "÷"
BESIDE = 2
"""Characters between a figure and a plus beside it."""
SURE = 80
"""A word of which Tesseract is less sure is marked."""


def find(text: str, claimed: Iterable[Placeable], received: Received) -> list[Quantity]:
    """All figures of the text, as `quantities.find`; a plus from a picture leaves no value."""
    pluses = list(_pluses(text, received))
    if not pluses:
        return quantities.find(text, claimed)
    letters = list(text)
    for at in pluses:
        letters[at] = DIVIDED
    found = quantities.find("".join(letters), claimed)
    return [_settled(text, each, pluses) for each in found]


def _pluses(text: str, received: Received) -> Iterator[int]:
    for found in PLUS.finditer(text):
        if received.seen_in(found.start("plus"), found.end()):
            yield found.start("plus")


def _settled(text: str, figure: Quantity, pluses: Sequence[int]) -> Quantity:
    nearest = bisect_left(pluses, figure.start - BESIDE)
    if figure.kind is FigureKind.DATE or pluses[nearest : nearest + 1] == []:
        return figure
    if pluses[nearest] >= figure.end + BESIDE:
        return figure
    return replace(
        figure,
        printed=text[figure.start : figure.end],
        low=None,
        high=None,
        bound=Bound.RANGE,
        flags=(*figure.flags, Doubt.PLUS_OR_RANGE),
    )


def marked(draft: Draft, received: Received) -> Draft:
    """The draft with a doubt at each figure that was read from a picture, and its page."""
    if not received.seen:
        return draft
    decisions = tuple(
        each.model_copy(update={"facts": tuple(_marked(fact, received) for fact in each.facts)})
        for each in draft.decisions
    )
    loose = tuple(
        each.model_copy(update={"facts": tuple(_marked(fact, received) for fact in each.facts)})
        for each in draft.loose
    )
    marked = {"decisions": decisions, "loose": loose, "paper": _with_pages(draft.paper, received)}
    return draft.model_copy(update=marked)


def _with_pages(paper: PaperDraft | None, received: Received) -> PaperDraft | None:
    """The parts of a document itself, each total of a table with the page that it was read from."""
    if paper is None:
        return None
    tables = tuple(
        each.model_copy(
            update={
                "checks": tuple(
                    check.model_copy(update={"page": words[0].page})
                    if (words := received.seen_in(check.start, check.end))
                    else check
                    for check in each.checks
                )
            }
        )
        for each in paper.tables
    )
    return paper.model_copy(update={"tables": tables})


def _marked(fact: FactDraft, received: Received) -> FactDraft:
    words = received.seen_in(fact.start, fact.end)
    if not words:
        return fact
    unsure = min(each.confidence for each in words) < SURE
    doubts = (Doubt.FROM_PICTURE, *([Doubt.FAINT] if unsure else []), *fact.doubts)
    return fact.model_copy(update={"doubts": doubts, "page": words[0].page})
