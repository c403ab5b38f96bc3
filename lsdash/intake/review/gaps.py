"""What still stands in the way of publishing a review, thing by thing."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lsdash import quantities
from lsdash.intake.review import further
from lsdash.intake.review.review import READ, Document, Figure, Review, Seen
from lsdash.model import bound_problem, normalised
from lsdash.vocabulary import (
    Unit,
)


@dataclass(frozen=True)
class Gap:
    """Something that must be done before publishing. `key` is a phrase's, `gap.<key>`."""

    key: str
    document: int | None = None
    figure: int | None = None
    lang: str = ""
    """The language that words are missing in."""


def find(review: Review) -> list[Gap]:
    """Everything that stands in the way of publishing, in the order of the page."""
    review = review.as_published
    found = [Gap(key) for key in _of_bulletin(review)]
    found += [Gap("topic", lang=lang) for each in review.told for lang in each.words.missing]
    numbers = Counter(normalised(document.number) for _, document in review.kept)
    for at, document in review.kept:
        if numbers[normalised(document.number)] > 1:
            found.append(Gap("number_twice", at))
        found += [Gap(key, at, lang=lang) for key, lang in _of_document(document)]
        for where, figure in enumerate(document.figures):
            found += [Gap(key, at, where, lang) for key, lang in of_figure(figure, document)]
    return found


def _of_bulletin(review: Review) -> Iterator[str]:
    if not review.title.strip():
        yield "bulletin_title"
    if review.period_from is None or review.period_to is None:
        yield "period"
    elif review.period_to < review.period_from:
        yield "period_backwards"
    if not review.kept and not review.told:
        yield "no_document"
    if any(each.is_open for each in review.loose):
        yield "loose"


def _of_document(document: Document) -> Iterator[tuple[str, str]]:
    if document.key is None:
        yield "number", ""
    if document.signed_on is None:
        yield "signed_on", ""
    for name in ("title", "short_title", "summary"):
        yield from ((name, lang) for lang in getattr(document, name).missing)
    for name in ("addressed_to", "lead"):
        if len(getattr(document, name).missing) == 1:
            yield name, ""
    for task in document.tasks:
        if task.kept:
            yield from (("task", lang) for lang in task.words.missing)
            if len(task.lead.missing) == 1:
                yield "lead", ""
    if any(cited.kept and not cited.target.are_there for cited in document.cited):
        yield "cited", ""
    for lang in further.missing(document.further) if document.further else ():
        yield "further", lang
    for question in document.questions:
        if question.kept:
            yield from (("question", lang) for lang in question.words.missing)


def of_figure(figure: Figure, document: Document) -> Iterator[tuple[str, str]]:
    if figure.seen is Seen.OPEN:
        yield "open", ""
    if not figure.is_kept:
        return
    yield from (("subject", lang) for lang in figure.subject.missing)
    if not figure.printed:
        yield "printed", ""
    if bound_problem(figure.bound, figure.low, figure.high):
        yield "bound", ""
    elif not _says_what_is_printed(figure):
        yield "reading", ""
    yield from _of_words_beside(figure)
    first, last = figure.period_from, figure.period_to
    if (first is None) != (last is None) or (first and last and last < first):
        yield "figure_period", ""
    if figure.part_of is not None and not document.figures[figure.part_of].is_kept:
        yield "part_of", ""


def _of_words_beside(figure: Figure) -> Iterator[tuple[str, str]]:
    """What stands in one language alone, or cannot be read."""
    if figure.unit is Unit.ITEM:
        yield from (("unit_called", lang) for lang in figure.unit_called.missing)
    if len(figure.lead.missing) == 1:
        yield "lead", figure.lead.missing[0]
    for words in filter(None, (figure.note, figure.baseline)):
        if len(words.missing) == 1:
            yield "note", words.missing[0]
    earlier = figure.earlier
    if earlier and earlier.low is None and earlier.high is None:
        yield "before", ""
    if figure.corrected_by.strip() and figure.corrected_on is None:
        yield "corrected_on", ""


def _says_what_is_printed(figure: Figure) -> bool:
    """Or nothing can be held against it, where the printed form cannot be read surely."""
    reading = quantities.read(figure.phrase)
    return reading is None or all(getattr(figure, name) == getattr(reading, name) for name in READ)
