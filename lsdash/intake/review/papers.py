"""A document itself under review, and how its figures meet those that a bulletin told of it.

A figure of both is one fact with both places. Where they differ, the fact stays as the bulletin
told it, and has the document's figure beside it: neither is taken for a mistake.
"""

import hashlib
from collections.abc import Iterable, Sequence

from lsdash.intake.drafting.model import Draft, PaperDraft
from lsdash.intake.review.review import Cited, Document, Figure, Review, Task, Total
from lsdash.intake.review.words import Words
from lsdash.model import (
    LINE_LENGTH,
    Before,
    Fact,
    Locator,
    Paper,
    ScannedPages,
    ascii_slug,
    normalised,
)
from lsdash.text import figures, say
from lsdash.vocabulary import Basis, Bound, Source


def begun(review: Review, draft: Draft) -> Review:
    """The review of a document itself, with what its parts say; any other is left as it is."""
    if draft.paper is None:
        return review
    (document,) = review.documents
    sha256 = hashlib.sha256(review.text.encode("utf-8")).hexdigest()
    told = {
        "paper": _paper(draft.paper, sha256, review.name),
        "tasks": (*document.tasks, *_tasks(draft.paper, document.tasks)),
        "cited": tuple(_placed(each, draft) for each in document.cited),
        "totals": tuple(_totals(draft)),
    }
    title = f"{document.number}: {document.title.vi}"
    return review.model_copy(
        update={"documents": (document.model_copy(update=told),), "title": title}
    )


def week_title(review: Review) -> str:
    """What a week of documents alone is called."""
    if review.period_from is None or review.period_to is None:
        return say("vi", "paper.week_undated")
    first, last = (figures.day(each, "vi") for each in (review.period_from, review.period_to))
    return say("vi", "paper.week", from_=first, to=last)


def _paper(parts: PaperDraft, sha256: str, name: str) -> Paper:
    signed = parts.signature
    return Paper(
        sha256=sha256,
        name=str(normalised(name)) or None,
        place=parts.place or None,
        capacity=signed and signed.capacity,
        signed_as=(signed and signed.signed_as) or None,
        signer=(signed and signed.signer) or None,
        recipients=tuple(each[:LINE_LENGTH] for each in signed.recipients) if signed else (),
        effective_on=parts.effect and parts.effect.day,
    )


def _tasks(parts: PaperDraft, there: Sequence[Task]) -> Iterable[Task]:
    """Articles and clauses, for the editor to take what is worth telling; none is taken unasked."""
    known = {(each.start, each.end) for each in there}
    for each in parts.provisions:
        if (each.start, each.end) not in known:
            yield Task(
                start=each.start,
                end=each.end,
                words=Words(vi=each.text[:LINE_LENGTH]),
                paragraph=0,
                place=each.place,
                kept=False,
            )


def _placed(cited: Cited, draft: Draft) -> Cited:
    """The document named, with the ground, article or annex that names it."""
    named = next(
        (each for each in draft.decisions[0].citations if each.number == cited.number), None
    )
    if draft.paper is None or named is None:
        return cited
    grounds = enumerate(draft.paper.grounds, start=1)
    places = [(each.start, each.end, f"ground-{at}") for at, each in grounds]
    places += [(each.start, each.end, each.place) for each in draft.paper.provisions]
    inside = [place for start, end, place in places if start <= named.start < end]
    return cited.model_copy(update={"place": inside[-1] if inside else ""})


def _totals(draft: Draft) -> Iterable[Total]:
    """Totals of columns, which repeat what their rows say and are no figures of their own."""
    for table in draft.paper.tables if draft.paper else ():
        for check in table.checks:
            shared = {name: getattr(check, name) for name in Total.model_fields}
            yield Total.model_validate(shared)


def same(document: Document, stated: Sequence[Fact]) -> list[Fact | None]:
    """The fact on record that each figure of the document itself is, in their order.

    First what is equal, by name where several are; then what is called alike in the same unit; then
    the only figure and the only fact left of a unit that stand in no table.
    """
    left = [fact for fact in stated if fact.basis is Basis.STATED]
    found: list[Fact | None] = [None] * len(document.figures)
    for is_same in (_placed_alike, _equal_and_named, _equal, _named):
        for at, figure in enumerate(document.figures):
            if found[at] is not None:
                continue
            alike = [fact for fact in left if is_same(figure, fact)]
            others = (
                [
                    each
                    for other, each in enumerate(document.figures)
                    if found[other] is None and each is not figure and is_same(each, alike[0])
                ]
                if alike
                else []
            )
            if len(alike) == 1 and not others:
                found[at] = alike[0]
                left.remove(alike[0])
    _only_ones(document, found, left)
    return found


def _placed_alike(figure: Figure, fact: Fact) -> bool:
    """Brought before: the same place of the document, and the same figure."""
    return bool(fact.at and fact.at.paper == figure.place) and _named(figure, fact)


def _equal_and_named(figure: Figure, fact: Fact) -> bool:
    return _equal(figure, fact) and _named(figure, fact)


def _equal(figure: Figure, fact: Fact) -> bool:
    own = figure.low, figure.high, figure.unit, figure.bound
    return own == (fact.low, fact.high, fact.unit, fact.bound)


def _named(figure: Figure, fact: Fact) -> bool:
    """Called alike, in the same unit."""
    name = ascii_slug(figure.subject.vi)
    return bool(name) and name == ascii_slug(fact.subject.vi) and figure.unit is fact.unit


def _only_ones(document: Document, found: list[Fact | None], left: Sequence[Fact]) -> None:
    """Pairs the only sentence's figure with the only fact of its unit that is part of nothing."""
    said = [
        at
        for at, each in enumerate(document.figures)
        if found[at] is None and not each.unit_printed and each.bound is Bound.EXACT
    ]
    tops = [fact for fact in left if not fact.part_of and fact.bound is Bound.EXACT]
    for at in said:
        unit = document.figures[at].unit
        figures_of = [each for each in said if document.figures[each].unit is unit]
        facts_of = [fact for fact in tops if fact.unit is unit]
        if len(figures_of) == len(facts_of) == 1:
            found[at] = facts_of[0]


def is_of_another_source(document: Document, fact: Fact) -> bool:
    """The fact on record is told by the other one of bulletin and document itself."""
    if fact.at is None:
        return False
    other = Source.PAPER if document.paper is None else Source.BULLETIN
    return fact.at.source in (other, Source.BOTH) and not (
        document.paper is None and fact.at.source is Source.BOTH
    )


def met(document: Document, figure: Figure, fact: Fact | None) -> dict[str, object]:
    """Place and figure of a fact where both sources meet; the bulletin's figure comes first.

    With the pages that were scanned: of its own source that of the draft, of the other as it was.
    """
    told = _met(document, figure, fact)
    scanned = fact.scanned if fact else None
    pages = {
        "bulletin": scanned and scanned.bulletin if figure.place else figure.page,
        "paper": figure.page if figure.place else scanned and scanned.paper,
    }
    told["scanned"] = ScannedPages(**pages) if any(pages.values()) else None
    return told


def _met(document: Document, figure: Figure, fact: Fact | None) -> dict[str, object]:
    item = figure.item or document.item
    own = (
        Locator(paper=figure.place)
        if figure.place
        else Locator(item=item, paragraph=figure.paragraph)
    )
    if fact is None or fact.at is None:
        return {"at": own}
    place = Locator(
        item=fact.at.item if figure.place else item,
        paragraph=fact.at.paragraph if figure.place else figure.paragraph,
        paper=figure.place or fact.at.paper,
    )
    if place.source is not Source.BOTH or not is_of_another_source(document, fact):
        return {"at": place}
    is_equal = _equal(figure, fact)
    if document.paper is not None:
        return {"at": place, "in_paper": None if is_equal else _before(figure.phrase, figure)}
    told: dict[str, object] = {"at": place, "in_paper": None}
    if not is_equal:
        told["in_paper"] = _before(fact.phrase, fact)
    return told


def _before(printed: str, it: Figure | Fact) -> Before:
    return Before(printed=printed, low=it.low, high=it.high)


def with_total(fact: Fact, document: Document) -> Fact:
    """A fact that no figure of the document is, but the total of a column: it has that place."""
    if document.paper is None or fact.at is None or fact.at.item is None:
        return fact
    alike = [each for each in document.totals if _is_total(each, fact)]
    alike = alike or [each for each in document.totals if _is_called(each, fact)]
    if len(alike) != 1:
        return fact
    (total,) = alike
    place = fact.at.model_copy(update={"paper": total.place})
    bulletin = fact.scanned and fact.scanned.bulletin
    scanned = ScannedPages(bulletin=bulletin, paper=total.page) if bulletin or total.page else None
    differs = (fact.low, fact.high) != (total.value, total.value)
    beside = Before(printed=total.phrase, low=total.value, high=total.value) if differs else None
    return fact.model_copy(update={"at": place, "in_paper": beside, "scanned": scanned})


def _is_total(total: Total, fact: Fact) -> bool:
    return (total.value, total.value, total.unit) == (fact.low, fact.high, fact.unit)


def _is_called(total: Total, fact: Fact) -> bool:
    column = total.name.rpartition(": ")[2]
    is_alike = ascii_slug(column) == ascii_slug(fact.subject.vi)
    return is_alike and fact.unit is total.unit and fact.bound is Bound.EXACT


def table_of(place: str) -> str:
    """The table of a row's place, as a slug: `annex-1.row-3` → `annex-1`."""
    return ascii_slug(place.rpartition(".row-")[0])
