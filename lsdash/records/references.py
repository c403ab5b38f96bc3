"""Which documents and figures of the record the relations of a document mean.

A relation names a number, as the text does; the document meant is the newest one on record with
that number that was not signed after the document itself. What is not on record stays a name.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from lsdash.model import Decision, DocumentNumber, Fact, Relation, ascii_slug
from lsdash.vocabulary import Basis, Direction, Measure, RelationKind

REPLACING = (RelationKind.CORRECTS, RelationKind.REPLACES, RelationKind.AMENDS)
"""Relations under which a figure takes the place of an earlier one, the most telling first."""

CHANGES = (Direction.INCREASE, Direction.DECREASE)

_Signed = tuple[date, str]
"""When a document was signed, and its slug."""


@dataclass(frozen=True)
class Reference:
    """A document that does something to another one, or a fact of it to a fact of the other."""

    to: str
    """Slug of the document on record."""
    to_fact: str | None
    kind: RelationKind
    by: str
    by_fact: str | None


def find(by_slug: Mapping[str, Decision]) -> Iterator[Reference]:
    """Every reference from one document on record to another, documents first, then facts."""
    by_number: dict[str, list[_Signed]] = defaultdict(list)
    for each in by_slug.values():
        by_number[_number(each.key)].append((each.signed_on, each.slug))
    for each in by_slug.values():
        yield from _of_document(each, by_number, by_slug)


def meant(
    relation: Relation,
    of: Decision,
    by_number: Mapping[str, Sequence[_Signed]],
    by_slug: Mapping[str, Decision],
) -> str | None:
    """Slug of the document on record that a relation means; None where there is none."""
    if relation.document:
        return relation.document if relation.document in by_slug else None
    if not relation.number:
        return None
    try:
        number = _number(DocumentNumber.read(relation.number))
    except ValueError:
        return None
    earlier = [
        (on, slug)
        for on, slug in by_number.get(number, ())
        if on <= of.signed_on and slug != of.slug
    ]
    return max(earlier, key=itemgetter(0))[1] if earlier else None


def is_same(printed: str | None, number: str) -> bool:
    """Whether what a text prints is this number, in another spelling perhaps."""
    try:
        return _number(DocumentNumber.read(printed or "")) == _number(DocumentNumber.read(number))
    except ValueError:
        return False


def _of_document(
    decision: Decision,
    by_number: Mapping[str, Sequence[_Signed]],
    by_slug: Mapping[str, Decision],
) -> Iterator[Reference]:
    kinds: dict[str, list[RelationKind]] = defaultdict(list)
    for relation in decision.relations:
        target = meant(relation, decision, by_number, by_slug)
        if target:
            kinds[target].append(relation.kind)
            yield Reference(target, None, relation.kind, decision.slug, None)
    for fact in decision.facts:
        if fact.amends:
            slug, _, name = fact.amends.partition("/")
            if slug in by_slug:
                kind = _replacing(kinds[slug])
                yield Reference(slug, name, kind, decision.slug, fact.slug)
            continue
        for slug, own in kinds.items():
            earlier = _replaced(fact, by_slug[slug]) if set(own) & set(REPLACING) else None
            if earlier:
                yield Reference(slug, earlier.slug, _replacing(own), decision.slug, fact.slug)


def _replacing(kinds: Sequence[RelationKind]) -> RelationKind:
    """What a document does to the other's figures, by how it stands to the other."""
    return next((kind for kind in REPLACING if kind in kinds), RelationKind.AMENDS)


def _replaced(fact: Fact, document: Decision) -> Fact | None:
    """The figure of an amended document whose place this one takes: of the same name.

    By slug, else by measure, unit and subject. A sum of ours is nobody's to amend.
    """
    if fact.basis is Basis.DERIVED:
        return None
    own = [each for each in document.facts if each.basis is Basis.STATED and _is_alike(each, fact)]
    by_slug = [each for each in own if each.slug == fact.slug]
    if by_slug:
        return by_slug[0]
    by_name = [each for each in own if ascii_slug(each.subject.vi) == ascii_slug(fact.subject.vi)]
    return by_name[0] if len(by_name) == 1 and fact.measure is not Measure.OTHER else None


def _is_alike(earlier: Fact, later: Fact) -> bool:
    """Whether one can stand for the other, or say by how much the other changes."""
    same = ("measure", "unit", "unit_called", "option")
    is_change = later.direction in CHANGES and not earlier.direction
    return (is_change or earlier.direction == later.direction) and all(
        getattr(earlier, name) == getattr(later, name) for name in same
    )


def _number(key: DocumentNumber) -> str:
    """One form for 04/2020/QĐ-UBND and 4/2020/QĐ-UBND."""
    return f"{key.number}{key.suffix}/{key.year or ''}/{key.symbol.casefold()}"
