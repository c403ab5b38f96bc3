"""What of a document stands beside its figures: edition, bodies, options, remarks on what is odd.

A draft that has not taken it over from a record leaves it there as it is; see `to_record`.
"""

from datetime import date
from typing import Any

from lsdash.intake.review.words import Words
from lsdash.model import Decision, Frozen, Locator
from lsdash.vocabulary import FlagRule


class BodyRow(Frozen):
    """An organisation that the document sets up, and who heads it."""

    name: Words = Words()
    role: Words = Words()
    post: Words = Words()
    head: str = ""
    printed: str = ""
    """The name as printed, where it is misprinted."""
    at: Locator | None = None
    """Where it is told, if that is not where the document is."""


class DimensionRow(Frozen):
    """A line of the comparison of options; `slug` is its name in the record."""

    slug: str = ""
    label: Words = Words()
    health: bool = False


class AnswerRow(Frozen):
    """What an option says on a dimension; no words: it says nothing."""

    text: Words = Words()
    unsaid: Words = Words()
    """What it leaves open although it speaks of the matter."""


class OptionRow(Frozen):
    """`answers` stand in the order of the document's dimensions."""

    number: int
    label: Words = Words()
    answers: tuple[AnswerRow, ...] = ()


class Remark(Frozen):
    """What looks odd to a person: a misprint, or a doubt."""

    rule: FlagRule = FlagRule.DOUBT
    text: Words = Words()
    fact: str | None = None


class Further(Frozen):
    edition: Words = Words()
    edition_from: date | None = None
    edition_to: date | None = None
    bodies: tuple[BodyRow, ...] = ()
    dimensions: tuple[DimensionRow, ...] = ()
    options: tuple[OptionRow, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def is_empty(self) -> bool:
        return self == Further()

    def with_option(self) -> "Further":
        number = max((each.number for each in self.options), default=0) + 1
        fresh = OptionRow(number=number, answers=tuple(AnswerRow() for _ in self.dimensions))
        return self.model_copy(update={"options": (*self.options, fresh)})

    def with_dimension(self) -> "Further":
        options = tuple(
            each.model_copy(update={"answers": (*each.answers, AnswerRow())})
            for each in self.options
        )
        told = {"dimensions": (*self.dimensions, DimensionRow()), "options": options}
        return self.model_copy(update=told)

    def without_dimension(self, at: int) -> "Further":
        options = tuple(
            each.model_copy(update={"answers": _without(each.answers, at)}) for each in self.options
        )
        told = {"dimensions": _without(self.dimensions, at), "options": options}
        return self.model_copy(update=told)


def _without(rows: tuple[Any, ...], at: int) -> tuple[Any, ...]:
    return (*rows[:at], *rows[at + 1 :])


def of_record(decision: Decision) -> Further:
    """What the record says of it."""
    edition = decision.edition
    return Further(
        edition=Words.of(edition.label) if edition else Words(),
        edition_from=edition.period_from if edition else None,
        edition_to=edition.period_to if edition else None,
        bodies=tuple(
            BodyRow(
                name=Words.of(each.name),
                role=Words.of(each.role),
                post=Words.of(each.post),
                head=each.head or "",
                printed=each.printed or "",
                at=each.at,
            )
            for each in decision.bodies
        ),
        dimensions=tuple(
            DimensionRow(slug=each.slug, label=Words.of(each.label), health=each.health)
            for each in decision.dimensions
        ),
        options=tuple(_option(each, decision) for each in decision.options),
        remarks=tuple(
            Remark(rule=each.rule, text=Words.of(each.text), fact=each.fact)
            for each in decision.flags
        ),
    )


def _option(option: Any, decision: Decision) -> OptionRow:
    answers = []
    for dimension in decision.dimensions:
        said = option.answers.get(dimension.slug)
        answers.append(
            AnswerRow(
                text=Words.of(said.text) if said and said.text else Words(),
                unsaid=Words.of(said.unsaid) if said and said.unsaid else Words(),
            )
        )
    return OptionRow(number=option.number, label=Words.of(option.label), answers=tuple(answers))


def recorded(further: Further, former: Decision | None, at: Locator) -> dict[str, Any]:
    """The fields of the record; calendars of options stay as they are on `former`.

    `at` is where the document is told.
    """
    slugs = dimension_slugs(further)
    courses = {each.number: each.courses for each in (former.options if former else ())}
    edition = None
    if further.edition.vi.strip():
        edition = {
            "label": further.edition.text(),
            "period_from": further.edition_from,
            "period_to": further.edition_to,
        }
    return {
        "edition": edition,
        "bodies": [_body(each, at) for each in further.bodies],
        "dimensions": [
            {"slug": slug, "label": each.label.text(), "health": each.health}
            for slug, each in zip(slugs, further.dimensions, strict=True)
        ],
        "options": [
            {
                "number": each.number,
                "label": each.label.text(),
                "answers": dict(zip(slugs, map(_answer, each.answers), strict=True)),
                "courses": courses.get(each.number, ()),
            }
            for each in further.options
        ],
        "flags": [
            {"rule": each.rule, "text": each.text.text(), "fact": each.fact}
            for each in further.remarks
        ],
    }


def _body(row: BodyRow, at: Locator) -> dict[str, Any]:
    return {
        "name": row.name.text(),
        "printed": row.printed.strip() or None,
        "role": row.role.text(),
        "post": row.post.text(),
        "head": row.head.strip() or None,
        "at": row.at or at,
    }


def _answer(row: AnswerRow) -> dict[str, Any]:
    text = row.text.text() if row.text.vi.strip() else None
    unsaid = row.unsaid.text() if row.unsaid.vi.strip() else None
    return {"stated": text is not None, "text": text, "unsaid": unsaid}


def dimension_slugs(further: Further) -> list[str]:
    """A name for each dimension, no two alike: the record's, else made from its words."""
    taken = {each.slug for each in further.dimensions if each.slug}
    found: list[str] = []
    for each in further.dimensions:
        slug = each.slug
        if not slug:
            base = each.label.slug[:40].strip("-") or "matter"
            ways = (base, *(f"{base}-{n}" for n in range(2, len(taken) + 3)))
            slug = next(way for way in ways if way not in taken)
            taken.add(slug)
        found.append(slug)
    return found


def missing(further: Further) -> list[str]:
    """The languages in which something that must be said is not."""
    told: list[Words] = []
    for body in further.bodies:
        told += [body.name, body.role, body.post]
    told += [each.label for each in further.dimensions]
    told += [each.label for each in further.options]
    told += [each.text for each in further.remarks]
    half = [further.edition]
    half += [
        words
        for each in further.options
        for row in each.answers
        for words in (row.text, row.unsaid)
    ]
    told += [each for each in half if len(each.missing) == 1]
    return list(dict.fromkeys(lang for words in told for lang in words.missing))
