"""What was misread of a document: a figure not found, or of another one; a document only cited."""

from lsdash.intake.drafting import places
from lsdash.intake.drafting.model import (
    Placed,
)
from lsdash.intake.review.editing.accepting import with_document
from lsdash.intake.review.review import Document, Figure, Review
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
        place=_in_paper(document, place) if document.paper else "",
    )
    return blank.read_from(text[place.start : place.end])


def _in_paper(document: Document, place: Placed) -> str:
    """The article, clause, point or row of a document itself that holds this place."""
    told: list[tuple[Placed, str]] = [(each, each.place) for each in document.tasks]
    told += [(each.sentence, each.place) for each in document.figures]
    holding = [(it.end - it.start, name) for it, name in told if it.start <= place.start < it.end]
    return min(holding, default=(0, ""))[1] or "passage-1"


def moved(review: Review, number: int, position: int, to: int) -> Review:
    """The review with a figure of the document at position `number` given to another, looked at
    or not as it was; parts that it had are parts of nothing now."""
    own, other = review.documents[number], review.documents[to]
    figure = own.figures[position]
    left = tuple(_without(each, position) for at, each in enumerate(own.figures) if at != position)
    item = figure.item or own.item
    fresh = figure.model_copy(
        update={"part_of": None, "fact": None, "item": None if item == other.item else item}
    )
    review = with_document(review, number, own.model_copy(update={"figures": left}))
    figures = (*other.figures, fresh)
    return with_document(review, to, other.model_copy(update={"figures": figures}))


def only_cited(review: Review, number: int, by: int) -> Review:
    """The review in which the document at position `number` is none of the week's.

    The document at position `by` cites it, and takes over its figures with their sums.
    """
    own, other = review.documents[number], review.documents[by]
    first = len(other.figures)
    item = None if own.item == other.item else own.item
    taken = tuple(
        each.model_copy(
            update={
                "part_of": None if each.part_of is None else each.part_of + first,
                "fact": None,
                "item": each.item or item,
            }
        )
        for each in own.figures
    )
    review = with_document(review, number, own.model_copy(update={"kept": False, "figures": ()}))
    told = {
        "figures": (*other.figures, *taken),
        "unread": (*other.unread, *own.unread) if item else other.unread,
    }
    review = with_document(review, by, other.model_copy(update=told))
    known = {each.number for each in other.cited}
    return review if own.number in known else review.with_cited(by, own.number)


def _without(figure: Figure, position: int) -> Figure:
    """The figure as it points at its whole when the one at `position` is gone."""
    whole = figure.part_of
    if whole is None or whole < position:
        return figure
    return figure.model_copy(update={"part_of": None if whole == position else whole - 1})
