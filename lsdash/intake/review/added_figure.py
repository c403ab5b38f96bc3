"""A figure that was not found, for the editor to complete: copied from the text."""

from lsdash.intake.drafting import places
from lsdash.intake.drafting.model import (
    Placed,
)
from lsdash.intake.review.review import Document, Figure
from lsdash.vocabulary import (
    Bound,
    FigureKind,
    Unit,
)


def found_in(text: str, document: Document, printed: str) -> Figure | None:
    """The figure printed so in the document's text, for the editor to complete; None without one.

    It is the first that no figure of the document claims yet, whatever spaces and dashes part it.
    """
    for place in places.printed_in(text, printed, document.start, document.end):
        if places.is_free(place, document.figures):
            return _blank(text, document, place)
    return None


def _blank(text: str, document: Document, place: Placed) -> Figure:
    """A figure at this place, as far as it can be read."""
    before = text[document.start : place.end].splitlines()
    blank = Figure(
        start=place.start,
        end=place.end,
        printed="",
        kind=FigureKind.COUNT,
        low=None,
        high=None,
        unit=Unit.ITEM,
        bound=Bound.EXACT,
        paragraph=sum(1 for line in before if line.strip()),
        sentence=places.line(text, place, document),
    )
    return blank.read_from(text[place.start : place.end])
