"""What readers see already and a new document may speak of: documents, figures, English names."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from lsdash.intake.review import amended_documents
from lsdash.intake.review.amended_documents import Known, KnownFact, OnRecord
from lsdash.intake.review.review import Document
from lsdash.model import Filters
from lsdash.store import read
from lsdash.store.rows import DecisionRow, EffectRow, FactRow
from lsdash.text import pick
from lsdash.vocabulary import Bound, Measure, RelationKind, Sector, Unit
from lsdash.web.intake.desk import Desk

ALIKE = 20
"""Documents at most whose number is looked at, of those that a search for it finds."""

NAMED = ("lead", "addressed_to", "unit_called")
"""Fields that name an agency or a counted thing in both languages."""


def of_rows(documents: Iterable[DecisionRow], facts: Iterable[FactRow]) -> OnRecord:
    """These documents with their stated figures, and what they call things in English."""
    own: dict[str, list[KnownFact]] = defaultdict(list)
    english: dict[str, str] = {}
    documents, facts = list(documents), list(facts)
    for fact in facts:
        if not fact.is_derived:
            own[fact.decision].append(_fact(fact))
    for row in (*facts, *documents):
        for name in NAMED:
            vi, en = (getattr(row, f"{name}_{lang}", None) for lang in ("vi", "en"))
            if vi and en:
                english.setdefault(vi.casefold(), en)
    return OnRecord([_known(row, own[row.slug]) for row in documents], english)


def by_number(at: Desk, document: Document, number: str) -> list[Known]:
    """The documents on record that the number may mean, the one that it means first."""
    if not number.strip():
        return []
    rows = at.here.ask(read.decisions, Filters(search=number.strip()), limit=ALIKE)
    found = [_known(row, ()) for row in rows]
    alike: list[Known] = []
    while meant := amended_documents.meant(number, document.signed_on, found):
        alike.append(meant)
        found.remove(meant)
    return alike


def targets(at: Desk, document: Document) -> list[Known]:
    """The documents on record that this one amends, replaces or corrects, with their figures."""
    found: list[Known] = []
    for cited in document.cited:
        if cited.kept:
            alike = by_number(at, document, cited.number)
            chosen = [each for each in alike if each.slug == cited.document] or alike[:1]
            found += amended_documents.targets(
                [(cited.kind, cited.number)], document.signed_on, chosen
            )
    return [_with_facts(at, each) for each in {each.slug: each for each in found}.values()]


def correcting(at: Desk, slug: str) -> list[EffectRow]:
    """The documents on record that correct, amend or replace this one, oldest first."""
    kinds = {RelationKind.CORRECTS, RelationKind.AMENDS, RelationKind.REPLACES}
    rows = at.here.ask(read.effects, (slug,))
    return list({row.number: row for row in rows if row.kind in kinds}.values())


def told(at: Desk, fact: KnownFact) -> str:
    """`Cao đẳng Nghề: 510 chỉ tiêu`."""
    return f"{pick(at.lang, fact, 'subject')}: {fact.printed}"


def _with_facts(at: Desk, document: Known) -> Known:
    rows = at.here.ask(read.facts_of, document.slug)
    return replace(document, facts=[_fact(row) for row in rows if not row.is_derived])


def _known(row: DecisionRow, facts: Sequence[KnownFact]) -> Known:
    return Known(
        slug=row.slug,
        number=row.number,
        signed_on=row.signed_on,
        title_vi=row.short_title_vi,
        title_en=row.short_title_en,
        facts=facts,
        sector=Sector(row.sector),
    )


def _fact(row: FactRow) -> KnownFact:
    return KnownFact(
        slug=row.slug,
        subject_vi=row.subject_vi,
        subject_en=row.subject_en,
        measure=Measure(row.measure),
        unit=Unit(row.unit),
        unit_called=row.unit_called_vi or "",
        low=row.low,
        high=row.high,
        bound=Bound(row.bound),
        printed=row.printed or "",
    )
