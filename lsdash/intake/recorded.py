"""A review that has nothing left to do becomes the record of its week."""

from collections.abc import Mapping, Sequence

from lsdash.errors import UnfinishedReviewError
from lsdash.intake.review import Document, Figure, Review, Words, gaps
from lsdash.model import (
    Bulletin,
    Decision,
    Fact,
    Locator,
    Origin,
    Period,
    Relation,
    Silence,
    Text,
    Week,
    ascii_slug,
    normalised,
)
from lsdash.vocabulary import PeriodBasis

SLUG_LENGTH = 40

Known = Mapping[tuple[str, str, int], str]
"""Slugs that links carry: by document number, figure as printed, and paragraph."""


def week(review: Review, *, sha256: str, former: Week | None = None) -> Week:
    """The record of a review, read from the text of this SHA-256.

    `former` is the week as it was published before: a figure that is printed at the same place
    keeps its slug. Raises UnfinishedReviewError while there is something left to do.
    """
    left = gaps(review)
    if left or review.period_from is None or review.period_to is None:
        raise UnfinishedReviewError(left=len(left))
    documents = [document for _, document in review.kept]
    known = _known(former)
    return Week(
        bulletin=Bulletin(
            slug=review.week,
            province=review.province,
            title=review.title,
            period_from=review.period_from,
            period_to=review.period_to,
            author=review.author.strip() or None,
            headlines=tuple(_headlines(documents)),
            headlines_complete=review.headlines_complete,
            origin=Origin(
                publisher=review.publisher, address=review.address.strip() or None, sha256=sha256
            ),
        ),
        decisions=tuple(_decision(document, known) for document in documents),
    )


def _headlines(documents: Sequence[Document]) -> list[str]:
    """The numbers of the documents that the opening list names, in its order."""
    listed = [(each.headline, _number(each)) for each in documents if each.headline is not None]
    return [number for _, number in sorted(listed)]


def _decision(document: Document, known: Known) -> Decision:
    slugs = _slugs(document, known)
    figures = zip(slugs, document.figures, strict=True)
    return Decision.model_validate(
        {
            "number": _number(document),
            "kind_called": _text(document.kind_called),
            "signed_on": document.signed_on,
            "issuer": document.issuer,
            "sector": document.sector,
            "second_sectors": [
                sector for sector in document.second_sectors if sector is not document.sector
            ],
            "status": document.status,
            "title": document.title.text(),
            "short_title": document.short_title.text(),
            "summary": document.summary.text(),
            "addressed_to": _text(document.addressed_to),
            "at": Locator(item=document.item, paragraph=document.paragraph),
            "labels": _labels(document),
            "facts": [
                _fact(figure, slug, document, slugs) for slug, figure in figures if figure.is_kept
            ],
            "silences": [
                Silence(text=question.words.text())
                for question in document.questions
                if question.kept
            ],
            "relations": [
                Relation(
                    kind=cited.kind,
                    target=cited.target.text(),
                    number=cited.number or None,
                    at=Locator(item=document.item, paragraph=cited.paragraph),
                )
                for cited in document.cited
                if cited.kept
            ],
        }
    )


def _fact(figure: Figure, slug: str, document: Document, slugs: Sequence[str]) -> Fact:
    return Fact(
        slug=slug,
        measure=figure.measure,
        subject=figure.subject.text(),
        kind=figure.kind,
        low=figure.low,
        high=figure.high,
        unit=figure.unit,
        bound=figure.bound,
        printed=figure.printed,
        part_of=None if figure.part_of is None else slugs[figure.part_of],
        period=_period(figure),
        deadline=figure.deadline,
        direction=figure.direction,
        mandatory=figure.mandatory,
        at=Locator(item=document.item, paragraph=figure.paragraph),
    )


def _period(figure: Figure) -> Period | None:
    if figure.period_from is None or figure.period_to is None:
        return None
    return Period.model_validate(
        {"from": figure.period_from, "to": figure.period_to, "basis": PeriodBasis.STATED}
    )


def _labels(document: Document) -> list[str]:
    """Numbers that are no figures: those that name something, and the figures that were struck."""
    struck = [figure.printed for figure in document.figures if not figure.is_kept]
    return list(dict.fromkeys(str(normalised(each)) for each in (*document.labels, *struck)))


def _slugs(document: Document, known: Known) -> list[str]:
    """A name for each figure, no two alike: its former one, else made from its English subject."""
    number = _number(document)
    taken = {slug for (of, _, _), slug in known.items() if of == number}
    found: list[str] = []
    for figure in document.figures:
        former = known.get((number, figure.printed, figure.paragraph))
        if former is None or former in found:
            base = ascii_slug(figure.subject.en)[:SLUG_LENGTH].strip("-") or str(figure.kind)
            ways = (
                base,
                *(f"{base}-{n}" for n in range(2, len(document.figures) + len(taken) + 2)),
            )
            former = next(way for way in ways if way not in taken and way not in found)
        found.append(former)
    return found


def _known(former: Week | None) -> Known:
    return {
        (decision.number, fact.printed, fact.at.paragraph): fact.slug
        for decision in (former.decisions if former else ())
        for fact in decision.facts
        if fact.printed and fact.at
    }


def _number(document: Document) -> str:
    return str(normalised(document.number))


def _text(words: Words) -> Text | None:
    return words.text() if words.are_there else None
