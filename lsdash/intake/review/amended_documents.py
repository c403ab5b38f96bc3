"""Documents and figures on record that a new document may be about, by what it prints.

A figure plainly takes the place of an earlier one where its document amends, replaces or corrects
the earlier one's, and the text names the earlier value, the earlier name, or nothing else that it
could be.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from lsdash.intake.text.folding import fold
from lsdash.model import DocumentNumber, normalised
from lsdash.records.references import REPLACING
from lsdash.vocabulary import Bound, Measure, RelationKind, Sector, Unit

LEAST_NAME = 4
"""Letters of a name that is looked for in a text."""


@dataclass(frozen=True)
class KnownFact:
    """A stated figure on record."""

    slug: str
    subject_vi: str
    subject_en: str
    measure: Measure
    unit: Unit
    unit_called: str
    low: Decimal | None
    high: Decimal | None
    bound: Bound
    printed: str


@dataclass(frozen=True)
class Known:
    """A document on record, with its stated figures."""

    slug: str
    number: str
    signed_on: date
    title_vi: str
    title_en: str
    facts: Sequence[KnownFact] = ()
    sector: Sector = Sector.OTHER


@dataclass(frozen=True)
class Printed:
    """What of a new figure tells which earlier one it is about."""

    unit: Unit
    unit_called: str
    before: tuple[Decimal | None, Decimal | None] | None
    clause: str
    """What stands before it in its clause."""


@dataclass(frozen=True)
class OnRecord:
    """What the newest release holds, as far as a new bulletin may speak of it."""

    documents: Sequence[Known] = ()
    english: Mapping[str, str] = field(default_factory=dict)
    """How it calls agencies and counted things in English, by the folded Vietnamese."""


def meant(number: str, on: date | None, known: Iterable[Known]) -> Known | None:
    """The newest document with this number that was not signed after that day."""
    key = _key(number)
    alike = [
        each
        for each in known
        if key and _key(each.number) == key and (on is None or each.signed_on <= on)
    ]
    return max(alike, key=lambda each: each.signed_on, default=None)


def targets(
    relations: Iterable[tuple[RelationKind, str]], on: date | None, known: Sequence[Known]
) -> list[Known]:
    """The documents on record that these relations, kind and number, amend, replace or correct."""
    found = [meant(number, on, known) for kind, number in relations if kind in REPLACING]
    return list({each.slug: each for each in found if each}.values())


def propose(
    figures: Sequence[Printed], documents: Sequence[Known]
) -> list[tuple[Known, KnownFact] | None]:
    """For each figure the earlier one whose place it plainly takes, or which it changes."""
    units = Counter(map(_unit, figures))
    return [_earlier(each, documents, is_only=units[_unit(each)] == 1) for each in figures]


def called_alike(figure: Printed, document: Known) -> KnownFact | None:
    """The figure of an earlier document of the same kind whose name stands before this one."""
    own = [(document, fact) for fact in document.facts if fact.unit is figure.unit]
    found = _named(figure.clause, own)
    return found[1] if found else None


def _earlier(
    figure: Printed, documents: Sequence[Known], *, is_only: bool
) -> tuple[Known, KnownFact] | None:
    """`is_only`: no other figure of the document has its unit."""
    alike = [
        (document, fact)
        for document in documents
        for fact in document.facts
        if (fact.unit, _folded(fact.unit_called)) == (figure.unit, _folded(figure.unit_called))
    ]
    valued = [pair for pair in alike if figure.before == (pair[1].low, pair[1].high)]
    if len(valued) == 1:
        return valued[0]
    named = _named(figure.clause, valued or alike)
    if named or (figure.before and not valued):
        return named
    return alike[0] if is_only and len(alike) == 1 else None


def _named(clause: str, facts: Sequence[tuple[Known, KnownFact]]) -> tuple[Known, KnownFact] | None:
    """The fact whose name stands in the clause; of several the longest, if it is one."""
    said = _folded(clause)
    found = [
        (len(name), pair)
        for pair in facts
        if len(name := _folded(pair[1].subject_vi)) >= LEAST_NAME and name in said
    ]
    longest = max((length for length, _ in found), default=0)
    best = [pair for length, pair in found if length == longest]
    return best[0] if len(best) == 1 else None


def _unit(figure: Printed) -> tuple[Unit, str]:
    return figure.unit, _folded(figure.unit_called)


def _folded(text: str) -> str:
    return fold(text).text.casefold().strip()


def _key(number: str) -> tuple[int, str, int | None, str] | None:
    try:
        read = DocumentNumber.read(str(normalised(number)))
    except ValueError:
        return None
    return read.number, read.suffix, read.year, read.symbol.casefold()
