"""Figures that one press may accept together: those that nothing speaks against."""

from collections.abc import Iterable

from lsdash.intake.review import gaps
from lsdash.intake.review.earlier_record import Beside
from lsdash.intake.review.review import Figure, Review, Seen


def certain(own: Beside) -> list[int]:
    """Positions of the figures not looked at yet that were read surely and have a name.

    One that changes what is on record is looked at by itself.
    """
    return [
        at
        for at, figure in enumerate(own.document.figures)
        if figure.seen is Seen.OPEN and _is_certain(own, figure) and own.change(at) is None
    ]


def _is_certain(own: Beside, figure: Figure) -> bool:
    told = [key for key, lang in gaps.of_figure(figure, own.document) if lang != "en"]
    return told == ["open"] and not (figure.doubts or figure.amends or figure.before)


def accepted(review: Review, number: int, positions: Iterable[int]) -> Review:
    """The review with these figures of the document at position `number` accepted."""
    own = review.documents[number]
    chosen = set(positions)
    figures = tuple(
        each.model_copy(update={"seen": Seen.ACCEPTED}) if at in chosen else each
        for at, each in enumerate(own.figures)
    )
    return with_document(review, number, own.model_copy(update={"figures": figures}))


def with_document(review: Review, number: int, document: object) -> Review:
    """The review with another document at position `number`."""
    documents = (*review.documents[:number], document, *review.documents[number + 1 :])
    return review.model_copy(update={"documents": documents})
