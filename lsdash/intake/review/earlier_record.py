"""A week that is on record already: what a draft takes over from it, and what stays of it.

What the review page does not show (options, bodies, notes, histories …) stays in the
record; what it shows is taken over into the draft, so that the editor goes on from what was
published. Nothing of the record goes unless the editor strikes it.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from lsdash.intake.drafting import places
from lsdash.intake.review import further, papers, topics
from lsdash.intake.review.review import (
    NOT_PUBLISHED,
    READ,
    Cited,
    Document,
    Figure,
    Question,
    Review,
    Seen,
    Task,
)
from lsdash.intake.review.words import Words
from lsdash.model import Decision, Fact, Provision, Relation, Text, Week, normalised
from lsdash.records import load
from lsdash.vocabulary import Basis, Issuer

ONE_SERIES = {Issuer.PEOPLES_COMMITTEE, Issuer.CHAIRMAN}
"""Issuers that share numbers: a bulletin does not tell them apart as the document itself does."""


@dataclass(frozen=True)
class Former:
    """A week as it stands on record, with the text of its file."""

    week: Week
    text: str

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()


def read(file: Path) -> Former | None:
    """The week in this file; None without the file. Raises RecordErrors for one not right."""
    if not file.exists():
        return None
    text = file.read_text(encoding="utf-8", errors="replace")
    return Former(load.load(file)[1], text)


@dataclass(frozen=True)
class Beside:
    """A document of the draft beside the one that it is on record; None where it is new."""

    document: Document
    decision: Decision | None
    facts: tuple[Fact | None, ...]
    """The fact on record that each figure is."""
    gone: frozenset[str]
    """Slugs of the facts on record that the editor has struck."""

    @property
    def pairs(self) -> list[tuple[Figure, Fact | None]]:
        return list(zip(self.document.figures, self.facts, strict=True))

    @property
    def held(self) -> tuple[Fact, ...]:
        """All facts on record."""
        return self.decision.facts if self.decision else ()

    @property
    def left(self) -> list[Fact]:
        """Facts on record that no figure of the draft is, struck or not."""
        return [fact for fact in self.held if fact not in self.facts]

    def change(self, at: int) -> Fact | None:
        """The fact on record of the figure at this position, where readers would see another."""
        figure, fact = self.document.figures[at], self.facts[at]
        if fact and papers.is_of_another_source(self.document, fact):
            return None
        return fact if fact and figure.is_kept and is_changed(figure, fact) else None

    @property
    def needed(self) -> set[str]:
        """Struck facts that a sum, a calendar or another fact of the record still names."""
        if self.decision is None:
            return set()
        staying = [fact for fact in self.held if fact.slug not in self.gone]
        told = {term for fact in staying for term in load.terms(fact)}
        told |= {fact.part_of for fact in staying if fact in self.left and fact.part_of}
        for option in self.decision.options:
            steps = chain.from_iterable(course.steps for course in option.courses)
            told |= {step.length for step in steps if step.length}
        return told & self.gone


def document_of(document: Document, week: Week | None) -> Decision | None:
    """The document on record that a draft's is, by what makes its permanent name."""
    if week is None or document.key is None or document.signed_on is None:
        return None
    own = document.key, document.signed_on.year
    alike = [each for each in week.decisions if own == (each.key, each.signed_on.year)]
    for decision in alike:
        if decision.issuer is document.issuer:
            return decision
    beside = [each for each in alike if {each.issuer, document.issuer} <= ONE_SERIES]
    return beside[0] if beside and (document.paper or beside[0].paper) else None


def documents_left(review: Review, week: Week) -> list[Decision]:
    """Documents on record that the draft does not hold, struck or not."""
    held = [document_of(document, week) for document in review.documents]
    return [decision for decision in week.decisions if decision not in held]


def facts_of(text: str, document: Document, decision: Decision | None) -> list[Fact | None]:
    """The fact on record that each figure is, in their order; None for a figure that is new.

    The editor's choice goes first; then what is printed alike in the same paragraph, anywhere in
    the document, or at the same place of the text; last the only ones left of a paragraph and unit.
    """
    facts = {fact.slug: fact for fact in (decision.facts if decision else ())}
    if document.paper:
        return _of_paper(document, facts)
    unsaid = [at for at, each in enumerate(document.figures) if _is_unsaid(each, facts)]
    found: list[Fact | None] = [facts.pop(each.fact or "", None) for each in document.figures]
    stated = [fact for fact in facts.values() if fact.basis is Basis.STATED]
    for is_same in (_printed_here, _printed_alike, _overlapping(text, document)):
        for at in (at for at in unsaid if found[at] is None):
            figure = document.figures[at]
            found[at] = next((fact for fact in stated if is_same(figure, fact)), None)
            stated = [fact for fact in stated if fact is not found[at]]
    unsaid = [at for at in unsaid if found[at] is None]
    for at, fact in _only_ones(document, unsaid, stated):
        found[at] = fact
    return found


def _of_paper(document: Document, facts: dict[str, Fact]) -> list[Fact | None]:
    """The same for a document itself: the editor's choice, then by value and name."""
    chosen = [facts.pop(each.fact or "", None) for each in document.figures]
    found = papers.same(document, [*facts.values()])
    said = [each.fact == NOT_PUBLISHED for each in document.figures]
    return [
        own or (None if is_said else other)
        for own, other, is_said in zip(chosen, found, said, strict=True)
    ]


def beside(review: Review, document: Document, former: Former | None) -> Beside:
    """The document beside what is on record of it."""
    decision = document_of(document, former.week) if former else None
    facts = facts_of(review.text, document, decision)
    pairs = zip(document.figures, facts, strict=True)
    gone = {fact.slug for figure, fact in pairs if fact and not figure.is_kept}
    if decision:
        struck = {name.removeprefix(f"{decision.slug}/") for name in review.struck}
        gone |= {fact.slug for fact in decision.facts if fact not in facts} & struck
    return Beside(document, decision, tuple(facts), frozenset(gone))


def is_changed(figure: Figure, fact: Fact) -> bool:
    """Whether readers would see another figure than the one on record."""
    if any(getattr(figure, name) != getattr(fact, name) for name in READ):
        return True
    return figure.seen is Seen.MENDED and normalised(figure.printed) != fact.printed


def recalled(review: Review, former: Former) -> Review:
    """The review with what the record says; what the editor has mended stays mended."""
    return review.model_copy(
        update={
            "documents": tuple(
                _recalled(review.text, document, document_of(document, former.week))
                for document in review.documents
            ),
            "address": former.week.bulletin.origin.address or review.address,
            "author": former.week.bulletin.author or review.author,
            "publisher": former.week.bulletin.origin.publisher,
            "province": former.week.bulletin.province,
            "on_record": former.digest,
            **_of_a_part(former),
        }
    )


def _of_a_part(former: Former) -> dict[str, object]:
    """What a record of a bulletin that is partly at hand goes on from; nothing for a whole one."""
    bulletin = former.week.bulletin
    if not bulletin.partly_at_hand:
        return {}
    return {"partly_at_hand": True, "topics": topics.recalled(bulletin.topics)}


def taken_for(review: Review, former: Former, place: tuple[int, int], slug: str) -> Review:
    """The review with the figure at this place told to be that fact, whose words it takes over."""
    at, where = place
    review = review.with_value(("documents", at, "figures", where, "fact"), slug)
    own = beside(review, review.documents[at], former)
    names = [fact.slug if fact else None for fact in own.facts]
    figure = _figure(review.text, own.document, *own.pairs[where], names)
    return review.with_value(("documents", at, "figures", where), figure.model_dump())


def _recalled(text: str, document: Document, decision: Decision | None) -> Document:
    if decision is None:
        return document
    facts = facts_of(text, document, decision)
    names = [fact.slug if fact else None for fact in facts]
    return document.model_copy(
        update={
            "issuer": decision.issuer,
            "kind_called": _words(decision.kind_called) or document.kind_called,
            "status": decision.status,
            "sector": decision.sector,
            "second_sectors": decision.second_sectors,
            "title": _words(decision.title),
            "short_title": _words(decision.short_title),
            "summary": _words(decision.summary),
            "addressed_to": _words(decision.addressed_to) or document.addressed_to,
            "lead": _words(decision.lead) or Words(),
            "deadline": decision.deadline,
            "tasks": tuple(_tasks(document, decision.provisions)),
            "figures": tuple(
                _figure(text, document, figure, fact, names)
                for figure, fact in zip(document.figures, facts, strict=True)
            ),
            "cited": tuple(_cited(document, decision.relations)),
            "questions": tuple(_questions(document, decision)),
            "further": further.of_record(decision),
        }
    )


def _figure(
    text: str, document: Document, figure: Figure, fact: Fact | None, names: Sequence[str | None]
) -> Figure:
    """What the record says of a figure, and how it reads it where its print stands there."""
    if fact is None:
        return figure
    told: dict[str, Any] = {
        "fact": fact.slug,
        "measure": fact.measure,
        "subject": _words(fact.subject),
        "part_of": names.index(fact.part_of) if fact.part_of and fact.part_of in names else None,
        "unit_called": _words(fact.unit_called) or Words(),
        "role": fact.role,
        "direction": fact.direction,
        "before": fact.before.printed if fact.before else "",
        "amends": fact.amends or "",
        "lead": _words(fact.lead) or Words(),
        "deadline": fact.deadline,
        "period_from": fact.period.from_ if fact.period else None,
        "period_to": fact.period.to if fact.period else None,
        "mandatory": fact.mandatory,
        "note": _words(fact.note) or Words(),
        "baseline": _words(fact.baseline) or Words(),
        "option": fact.option or 0,
        "unit_class": fact.unit_class or 0,
    }
    if document.paper:
        told["part_of"] = figure.part_of if told["part_of"] is None else told["part_of"]
        return figure.model_copy(update=told)
    if figure.seen is not Seen.MENDED and _overlapping(text, document)(figure, fact):
        told |= {name: getattr(fact, name) for name in (*READ, "printed")}
        if is_changed(figure, fact):
            told["seen"] = Seen.OPEN
    return figure.model_copy(update=told)


def _cited(document: Document, relations: Sequence[Relation]) -> Iterator[Cited]:
    """Each cited document as the record has it; one that it does not have was left out of it."""
    known = {relation.number: relation for relation in relations if relation.number}
    for cited in document.cited:
        relation = known.get(cited.number)
        told: dict[str, Any] = {"kept": document.paper is not None}
        if relation:
            told = {
                "kept": True,
                "kind": relation.kind,
                "target": _words(relation.target),
                "document": relation.document or "",
            }
        yield cited.model_copy(update=told)


def _tasks(document: Document, provisions: Sequence[Provision]) -> Iterator[Task]:
    """What the record says without a figure, then what was found and left out of it."""
    for each in provisions:
        yield Task(
            start=document.start,
            end=document.start,
            words=_words(each.text) or Words(),
            lead=_words(each.lead) or Words(),
            deadline=each.deadline,
            paragraph=each.at.paragraph or 0,
            place=each.at.paper or "",
            was=each.text.vi,
        )
    for task in document.tasks:
        if not task.was:
            yield task.model_copy(update={"kept": False})


def _questions(document: Document, decision: Decision) -> Iterator[Question]:
    """What the record says is not said, then what else might be asked."""
    held = [_words(silence.text) for silence in decision.silences]
    yield from (Question(words=words, kept=True) for words in held if words)
    for question in document.questions:
        if question.words not in held:
            yield question.model_copy(update={"kept": False})


def _words(text: Text | None) -> Words | None:
    return Words.of(text) if text else None


IsSame = Callable[[Figure, Fact], bool]


def _printed_here(figure: Figure, fact: Fact) -> bool:
    here = fact.at is not None and figure.paragraph == fact.at.paragraph
    return here and _printed_alike(figure, fact)


def _printed_alike(figure: Figure, fact: Fact) -> bool:
    return normalised(figure.printed) == fact.printed


def _overlapping(text: str, document: Document) -> IsSame:
    """What is printed on record stands, or begins or ends, where the figure stands."""

    def is_same(figure: Figure, fact: Fact) -> bool:
        printed = places.printed_in(text, fact.printed or "", document.start, document.end)
        return any(not places.is_free(place, [figure]) for place in printed)

    return is_same


def _is_unsaid(figure: Figure, facts: Mapping[str, Fact]) -> bool:
    """Neither the editor nor an earlier publishing has said which fact on record it is."""
    return figure.fact is None or (figure.fact != NOT_PUBLISHED and figure.fact not in facts)


def _only_ones(
    document: Document, unsaid: Sequence[int], stated: Sequence[Fact]
) -> Iterator[tuple[int, Fact]]:
    """The figure and the fact that are left alone in a paragraph with their unit."""
    figures: dict[object, list[int]] = defaultdict(list)
    facts: dict[object, list[Fact]] = defaultdict(list)
    for at in unsaid:
        figures[document.figures[at].paragraph, document.figures[at].unit].append(at)
    for fact in stated:
        facts[fact.at and fact.at.paragraph, fact.unit].append(fact)
    for place, positions in figures.items():
        if len(positions) == len(facts[place]) == 1:
            yield positions[0], facts[place][0]
