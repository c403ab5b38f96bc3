"""Where the figures of a record stand in the text that the record was read from."""

from collections.abc import Sequence
from dataclasses import dataclass

from lsdash.errors import NotABulletinError
from lsdash.intake.drafting import draft, places
from lsdash.intake.drafting.model import DecisionDraft, Draft, Placed
from lsdash.intake.files.received import Received


class Spot(Placed):
    """A figure's place in the text, and its sentence's."""

    sentence: Placed


@dataclass(frozen=True)
class Stated:
    """A figure as the record has it; `paragraph` counts from 1 within the item."""

    slug: str
    printed: str
    paragraph: int


def find(text: str, number: str, figures: Sequence[Stated]) -> dict[str, Spot]:
    """The places of these figures of the document `number`, by slug; those not found are left out.

    Of two figures printed alike in one paragraph, the first has the first place.
    """
    try:
        read = draft.read(Received(text))
    except NotABulletinError:
        return {}
    document = next((each for each in read.decisions if each.number == number), None)
    if document is None:
        return {}
    found: dict[str, Spot] = {}
    for figure in figures:
        place = _place(text, figure, _regions(read, document, figure), [*found.values()])
        if place:
            found[figure.slug] = Spot(
                start=place.start, end=place.end, sentence=_sentence(text, document, place)
            )
    return found


def _regions(read: Draft, document: DecisionDraft, figure: Stated) -> list[Placed]:
    """Its paragraph, then its whole item."""
    paragraphs = read.items[document.item - 1].paragraphs
    own = paragraphs[figure.paragraph - 1 : figure.paragraph] if figure.paragraph else ()
    return [*own, document]


def _place(
    text: str, figure: Stated, regions: Sequence[Placed], taken: Sequence[Placed]
) -> Placed | None:
    found = (
        place
        for region in regions
        for place in places.printed_in(text, figure.printed, region.start, region.end)
    )
    return next((place for place in found if places.is_free(place, taken)), None)


def _sentence(text: str, document: DecisionDraft, place: Placed) -> Placed:
    """The sentence of the figure that was read there, else the line."""
    for fact in document.facts:
        if fact.start < place.end and place.start < fact.end:
            return fact.sentence
    return places.line(text, place, document)
