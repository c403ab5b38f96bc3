"""What looks odd about the documents of a review as it stands now, by the rules of a build."""

from collections.abc import Iterable, Iterator

from lsdash.intake.drafting.model import FlagDraft
from lsdash.intake.review.review import Document, Review
from lsdash.records import flags
from lsdash.records.flags import Odd, SeriesPoint


def find(review: Review, at: int, known: Iterable[SeriesPoint] = ()) -> list[FlagDraft]:
    """The flags of the document at position `at`; `known` are numbers known of the series."""
    document = review.documents[at]
    others = filter(None, (_point(each) for _, each in review.kept))
    odd = _odd(review, document, [*known, *others])
    return [FlagDraft(rule=rule, evidence=evidence) for rule, evidence in odd]


def _odd(review: Review, document: Document, points: Iterable[SeriesPoint]) -> Iterator[Odd]:
    if document.signed_on:
        yield from flags.odd_days(document.signed_on, review.period_from, review.period_to)
        due = [document.deadline, *(each.deadline for each in document.figures)]
        due += [each.deadline for each in document.tasks]
        yield from flags.due_before_signed(document.signed_on, due)
    if document.key and document.kind_called.are_there:
        yield from flags.symbol_against_words(document.key.kind, document.kind_called.text())
    own = _point(document)
    if own:
        alike = [each for each in points if _series(each) == _series(own)]
        yield from flags.out_of_series(own, alike)


def _point(document: Document) -> SeriesPoint | None:
    if document.key is None or document.signed_on is None:
        return None
    key = document.key
    return SeriesPoint(key.series, key.number, document.signed_on, document.number)


def _series(point: SeriesPoint) -> tuple[str, int]:
    """Its series, which begins anew every year."""
    return point.series, point.signed_on.year
