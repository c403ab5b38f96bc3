"""Rows that belong to one document each: read once, for all documents that lack them, then kept.

DuckDB plans each question anew, and what it plans costs more than what it reads. So a question is
about one table, without a join; what rows tell of their document comes from its head.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from operator import attrgetter, itemgetter
from typing import Any, Generic, TypeVar

from pyroaring import FrozenBitMap

from lsdash.store.release import Release
from lsdash.store.rows import (
    ChangeRow,
    DeadlineRow,
    DecisionRow,
    Effect,
    FactRow,
    FlagRow,
    Head,
    PartRow,
    RelationRow,
)

T = TypeVar("T")
Documents = FrozenBitMap | Sequence[int]
"""Numbers of documents in order, which the release gave them and no other understands."""

AT_ONCE = 10_000
"""Documents that one question is about; more are asked for in turn."""

BETWEEN = 25
"""Documents in between that are read as well, as a range is found sooner than so many fewer."""

NUMBERS = "numbers"
"""The question for the number of a slug: whoever reads a document knows it as well."""

OF_HEAD = {
    "decision": "slug",
    "document_kind": "kind",
    "document_lead_vi": "lead_vi",
    "document_lead_en": "lead_en",
}
"""Field of a row → the field of its document's head, where that is called otherwise."""


@dataclass(frozen=True)
class Question(Generic[T]):
    """`queries/<name>.sql`, whose first column `id` is the document that a row belongs to."""

    name: str
    row: type[T]
    arranged: Callable[[list[T]], Sequence[T]] = list
    """Puts the rows of one document in order, where the question does not."""
    part: str = ""
    """What the facet "part" calls documents that have such rows."""


def _by_position(facts: list[FactRow]) -> list[FactRow]:
    """DuckDB takes as long to sort so many columns as to read them."""
    return sorted(facts, key=attrgetter("position"))


def _by_place(due: list[DeadlineRow]) -> list[DeadlineRow]:
    return sorted(due, key=lambda it: (it.what, it.fact, it.paragraph is None, it.paragraph or 0))


def _labelled(parts: list[PartRow]) -> list[PartRow]:
    """Answers get the label of their line, whose slug stands in the place of their name."""
    lines: Mapping[str | None, PartRow] = {
        each.code.split(" ")[0]: each for each in parts if each.part == "dimensions"
    }
    told = (_under_its_line(each, lines) for each in parts)
    return sorted(
        (each for each in told if each),
        key=lambda it: (it.part, it.code, last(it.text_vi), last(it.name_vi)),
    )


def _under_its_line(part: PartRow, lines: Mapping[str | None, PartRow]) -> PartRow | None:
    if part.part not in ("answers", "unsaid"):
        return part
    line = lines.get(part.name_vi)
    return line and replace(part, name_vi=line.text_vi, name_en=line.text_en)


DOCUMENTS = Question("documents", DecisionRow)
HEADS = Question("heads", Head)
FACTS = Question("facts", FactRow, arranged=_by_position)
FLAGS = Question("flags", FlagRow, part="flags")
PARTS = Question("parts_in", PartRow, arranged=_labelled)
CHANGES = Question("changes", ChangeRow)
DEADLINES = Question("deadlines", DeadlineRow, arranged=_by_place)
RELATIONS = Question("relations", RelationRow, part="relations")
EFFECTS = Question("effects", Effect)
"""What is done to documents."""
EFFECTS_BY = Question("effects_by", Effect, part="relations")
"""What documents do."""


def rows(release: Release, question: Question[T], documents: Documents) -> list[T]:
    """The rows of these documents, whose numbers are in order, newest first."""
    return [row for each in of_each(release, question, documents).values() for row in each]


def of_each(
    release: Release, question: Question[T], documents: Documents
) -> dict[int, Sequence[T]]:
    """The rows of each of these documents, newest first. Raises QuestionError."""
    found = release.kept.find(question.name, documents)
    lacking = [number for number in documents if number not in found]
    if question.part and lacking:
        holding = release.sets.having("part", (question.part,))
        lacking = [number for number in lacking if number in holding]
    for first in range(0, len(lacking), AT_ONCE):
        read = _read(release, question, _closed(lacking[first : first + AT_ONCE]))
        release.kept.keep(question.name, read)
        if question.row in (Head, DecisionRow):
            slugs = {head.slug: (number,) for number, (head,) in read.items()}  # type: ignore[attr-defined]
            release.kept.keep(NUMBERS, slugs)
        found |= read
    return {number: found.get(number, ()) for number in reversed(documents)}


def heads(release: Release, documents: Iterable[int]) -> dict[int, Head | DecisionRow]:
    """What is told of each of these documents wherever it is named."""
    numbers = sorted({*documents})
    whole = release.kept.find(DOCUMENTS.name, numbers)
    others = of_each(release, HEADS, [each for each in numbers if each not in whole])
    return {number: head for number, (head,) in (whole | others).items()}


def first(value: str | None) -> tuple[bool, str]:
    """Sorts what is not stated before the rest."""
    return value is not None, value or ""


def last(value: str | None) -> tuple[bool, str]:
    """Sorts what is not stated after the rest."""
    return value is None, value or ""


def _closed(documents: Sequence[int]) -> Sequence[int]:
    """With those in between, where these are few: they are kept with the rest."""
    span = range(documents[0], documents[-1] + 1)
    return span if len(span) - len(documents) <= BETWEEN else documents


def _read(
    release: Release, question: Question[T], documents: Sequence[int]
) -> dict[int, Sequence[T]]:
    """Rows as the release has them, joined with the heads of their documents."""
    columns, answer = release.about(question.name, documents)
    names = [each.name for each in fields(question.row)]  # type: ignore[arg-type]
    of_head = [name for name in names if name not in columns]
    told = _of_heads(release, of_head, {row[0] for row in answer})
    wanted = itemgetter(*map([*columns, *of_head].index, names))
    held: dict[int, list[T]] = {number: [] for number in documents}
    for row in answer:
        held[row[0]].append(question.row(*wanted(row + told.get(row[0], ()))))
    return {number: question.arranged(some) for number, some in held.items()}


def _of_heads(
    release: Release, names: Sequence[str], documents: Iterable[int]
) -> Mapping[int, tuple[Any, ...]]:
    """What rows of these documents tell of their document itself."""
    if not names:
        return {}
    told = [OF_HEAD.get(name, name) for name in names]
    known = heads(release, documents).items()
    return {number: tuple(getattr(head, name) for name in told) for number, head in known}
