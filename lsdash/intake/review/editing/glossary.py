"""Words that were written once in both languages serve wherever the Vietnamese comes again."""

from collections.abc import Mapping
from typing import Any

from lsdash.intake.review.review import Document, Place, Review
from lsdash.intake.review.words import Words


def written(
    review: Review, place: Place, lang: str, text: str, english: Mapping[str, str]
) -> Review:
    """The review with `text` as the words at `place`, in one language.

    `english` is what was published before, by Vietnamese words without capitals. English that is
    missing is taken from there or from this review; English that is written goes to all figures
    of the same name that have none.
    """
    words = _at(review, place).model_copy(update={lang: text})
    review = review.with_value(place, words.model_dump())
    if lang == "vi" and not words.en.strip():
        known = {_key(each): each.en for each in _names(review) if each.are_there}
        told = known.get(_key(words)) or english.get(_key(words), "")
        return review.with_value((*place, "en"), told) if told else review
    return _spread(review, words) if words.are_there else review


def _spread(review: Review, words: Words) -> Review:
    documents = tuple(_called(document, words) for document in review.documents)
    return review.model_copy(update={"documents": documents})


def _called(document: Document, words: Words) -> Document:
    figures = tuple(
        figure.model_copy(update={"subject": words})
        if _key(figure.subject) == _key(words) and not figure.subject.en.strip()
        else figure
        for figure in document.figures
    )
    return document.model_copy(update={"figures": figures})


def _names(review: Review) -> list[Words]:
    return [figure.subject for document in review.documents for figure in document.figures]


def _at(review: Review, place: Place) -> Words:
    held: Any = review
    for step in place:
        held = getattr(held, step) if isinstance(step, str) else held[step]
    return held if isinstance(held, Words) else Words()


def _key(words: Words) -> str:
    return " ".join(words.vi.casefold().split())
