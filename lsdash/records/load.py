"""Read the week records of a folder, whole or not at all.

Every mistake is reported with file, line and field; one mistake stops the build.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError
from yaml import MarkedYAMLError, YAMLError

from lsdash import quantities
from lsdash.errors import RecordError, RecordErrors
from lsdash.model import Change, Decision, Fact, Week, bound_problem
from lsdash.records import wording, yaml_lines
from lsdash.records.yaml_lines import Place, Tree
from lsdash.vocabulary import Basis, FigureKind, Unit


@dataclass(frozen=True)
class Source:
    """One record file with the lines of its fields."""

    file: Path
    tree: Tree

    def error(self, place: Place, problem: str) -> RecordError:
        return RecordError(
            file=self.file, line=self.tree.line(place), field=_field(place), problem=problem
        )


class _Known(NamedTuple):
    """What other records need to know of a document."""

    file: Path
    signed_on: date
    facts: tuple[str, ...]


class _Pointer(NamedTuple):
    """A place where a document names another one, or a figure of it, by slugs."""

    file: Path
    place: Place
    by: str
    to: str
    fact: str


def load_all(
    folder: Path, *, invented: bool = False, coming: Path | None = None
) -> tuple[Week, ...]:
    """All that `each` gives, at once."""
    return tuple(each(folder, invented=invented, coming=coming))


def each(folder: Path, *, invented: bool = False, coming: Path | None = None) -> Iterator[Week]:
    """The weeks of `folder/*.yaml`, oldest first, one at a time.

    Raises RecordErrors with every mistake found, after the last: nothing may be made of the weeks
    before. A record marked `invented` is refused unless it is asked for (tests do). `coming` is a
    record that is not in the folder yet: it is read instead of the one of its name.
    """
    files = [file for file in folder.glob("*.yaml") if not coming or file.name != coming.name]
    files = sorted([*files, coming] if coming else files, key=lambda file: file.name)
    if not files:
        raise RecordErrors([RecordError(file=folder, line=0, field="", problem="holds no record")])
    errors: list[RecordError] = []
    known: dict[str, _Known] = {}
    pointers: list[_Pointer] = []
    unread = False
    for file in files:
        try:
            source, week = load(file)
        except RecordErrors as error:
            errors += error.errors
            unread = True
            continue
        if week.bulletin.invented and not invented:
            errors.append(source.error(("bulletin", "invented"), "invented records are for tests"))
        errors += _repeated(source, week, known)
        pointers += _pointers(file, week)
        yield week
    errors += _unknown_references(pointers, known, unread=unread)
    if errors:
        raise RecordErrors(errors)


def load(file: Path) -> tuple[Source, Week]:
    """One record. Raises RecordErrors with every mistake in it."""
    source = Source(file, _parse(file))
    try:
        week = Week.model_validate(source.tree.value)
    except ValidationError as error:
        mistakes = error.errors(include_url=False)
        raise RecordErrors(
            [source.error(tuple(each["loc"]), wording.told(each)) for each in mistakes]
        ) from error
    errors = [source.error(place, problem) for place, problem in _check_week(week, file)]
    if errors:
        raise RecordErrors(errors)
    return source, week


def _parse(file: Path) -> Tree:
    try:
        tree = yaml_lines.read(file.read_text(encoding="utf-8"))
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        problem = f"is not YAML: {error.problem}"
        raise RecordErrors(
            [RecordError(file=file, line=line, field="", problem=problem)]
        ) from error
    except (YAMLError, UnicodeDecodeError, OSError) as error:
        raise RecordErrors(
            [RecordError(file=file, line=0, field="", problem=f"cannot be read: {error}")]
        ) from error
    if not isinstance(tree.value, dict):
        raise RecordErrors(
            [RecordError(file=file, line=1, field="", problem="is not a record (no fields)")]
        )
    return tree


def _field(place: Place) -> str:
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in place)


def _check_week(week: Week, file: Path) -> Iterator[tuple[Place, str]]:
    if file.stem != week.bulletin.slug:
        yield ("bulletin", "slug"), f"{week.bulletin.slug} is not the file's name, {file.stem}"
    iso = week.bulletin.period_to.isocalendar()
    if week.bulletin.slug != f"{iso.year}-w{iso.week:02}":
        yield (
            ("bulletin", "slug"),
            f"the period ends in ISO week {iso.year}-w{iso.week:02}, not {week.bulletin.slug}",
        )
    if week.bulletin.period_to < week.bulletin.period_from:
        yield ("bulletin", "period_to"), "is before period_from"
    numbers = [decision.number for decision in week.decisions]
    for index, headline in enumerate(week.bulletin.headlines):
        if headline not in numbers:
            yield ("bulletin", "headlines", index), f"{headline} is no document of this record"
    for index, decision in enumerate(week.decisions):
        for place, problem in _check_decision(decision):
            yield ("decisions", index, *place), problem


def _check_decision(decision: Decision) -> Iterator[tuple[Place, str]]:
    facts = {fact.slug: fact for fact in decision.facts}
    for slug in _twice(fact.slug for fact in decision.facts):
        yield ("facts",), f"two facts are called {slug}"
    for index, fact in enumerate(decision.facts):
        for field, problem in _check_fact(fact, decision, facts):
            yield ("facts", index, field), problem
        for place, problem in _check_history(fact):
            yield ("facts", index, *place), problem
    yield from _check_options(decision, facts)
    for index, flag in enumerate(decision.flags):
        if flag.fact and flag.fact not in facts:
            yield ("flags", index, "fact"), f"{flag.fact} is no fact of this document"
    yield from _check_order(decision.changes)


def _check_fact(
    fact: Fact, decision: Decision, facts: dict[str, Fact]
) -> Iterator[tuple[str, str]]:
    if fact.part_of and (fact.part_of not in facts or fact.part_of == fact.slug):
        yield "part_of", f"{fact.part_of} is no other fact of this document"
    if fact.option and fact.option not in {option.number for option in decision.options}:
        yield "option", f"this document has no option {fact.option}"
    for term in _twice(terms(fact)):
        yield "formula", f"{term} stands in it twice"
    for term in terms(fact):
        if term not in facts or facts[term].basis is Basis.DERIVED:
            yield "formula", f"{term} is no stated fact of this document"
        elif facts[term].unit is not fact.unit:
            yield "formula", f"{term} is in {facts[term].unit}, this figure in {fact.unit}"
        elif fact.basis is Basis.DERIVED and not _is_point(facts[term]):
            yield "formula", f"{term} is open at one end; it cannot be added"
    if fact.printed:
        yield from _against_print(fact, fact.phrase)
    if fact.in_paper and (fact.low, fact.high) == (fact.in_paper.low, fact.in_paper.high):
        yield "in_paper", "is the figure of the bulletin; it is for one that differs"


def _against_print(fact: Fact, printed: str) -> Iterator[tuple[str, str]]:
    """Where the printed figure can be read, the record must say the same."""
    quantity = quantities.read(printed)
    if quantity is None:
        return
    for field in ("low", "high", "unit", "bound", "kind"):
        recorded, reading = getattr(fact, field), getattr(quantity, field)
        if field == "unit" and reading is Unit.ITEM and _is_said_short(recorded, quantity.noun):
            continue
        if not _same(recorded, reading):
            yield field, _against(recorded, reading, printed)


def _is_said_short(unit: Unit, noun: str) -> bool:
    """`12.000 bộ` of protective suits: the noun alone counts anything, a longer one that unit."""
    return any(
        counted[1] is unit and phrase.startswith(f"{noun} ")
        for phrase, counted in quantities.UNITS.items()
        if noun
    )


def _against(recorded: Any, reading: Any, printed: str) -> str:
    told = f"{str(recorded)!r} does not fit {printed!r}, which reads {str(reading)!r}"
    if reading is Unit.ITEM:
        return f"{told}; give its name in unit_called (vi, en), with unit: item"
    return told


def _check_history(fact: Fact) -> Iterator[tuple[Place, str]]:
    """What a figure was before is checked as the figure is, and is another than what followed."""
    yield from _check_order(fact.changes)
    followed = fact
    for index, change in reversed(list(enumerate(fact.changes))):
        if change.was is None:
            continue
        place: Place = ("changes", index, "was")
        before = fact.as_it_was(change.was)
        problem = bound_problem(before.bound, before.low, before.high)
        if problem:
            yield place, problem
        elif _figure(before) == _figure(followed):
            yield place, "is the figure that it was changed to"
        for field, told in _against_print(before, change.was.printed):
            yield (*place, field), told
        followed = before


def _figure(fact: Fact) -> tuple[Any, ...]:
    return fact.low, fact.high, fact.unit, fact.bound, fact.printed


def _check_order(changes: Sequence[Change]) -> Iterator[tuple[Place, str]]:
    for index, (earlier, later) in enumerate(pairwise(changes), start=1):
        if later.made_on < earlier.made_on:
            yield (
                ("changes", index, "made_on"),
                f"{later.made_on} is before the entry above, {earlier.made_on}; oldest comes first",
            )


def _same(recorded: Any, reading: Any) -> bool:
    """Equal, with the same printed decimals: 6 is not 6.00."""
    if isinstance(recorded, Decimal) and isinstance(reading, Decimal):
        return recorded == reading and (recorded.as_tuple().exponent == reading.as_tuple().exponent)
    return bool(recorded == reading)


def _check_options(decision: Decision, facts: dict[str, Fact]) -> Iterator[tuple[Place, str]]:
    asked = [dimension.slug for dimension in decision.dimensions]
    for slug in _twice(asked):
        yield ("dimensions",), f"two dimensions are called {slug}"
    for number in _twice(option.number for option in decision.options):
        yield ("options",), f"two options have the number {number}"
    for index, option in enumerate(decision.options):
        for slug in asked:
            if slug not in option.answers:
                yield (
                    ("options", index, "answers"),
                    f"says nothing of {slug}; give text or stated: false",
                )
        for slug in option.answers:
            if slug not in asked:
                yield ("options", index, "answers", slug), "is not among the dimensions"
        for at, course in enumerate(option.courses):
            for step_at, step in enumerate(course.steps):
                if not step.length:
                    continue
                place = ("options", index, "courses", at, "steps", step_at, "length")
                if step.length not in facts:
                    yield place, f"{step.length} is no fact of this document"
                elif facts[step.length].kind is not FigureKind.DURATION:
                    yield place, f"{step.length} is no duration"


def terms(fact: Fact) -> Sequence[str]:
    """Slugs that a derived fact adds up."""
    return [term.strip() for term in fact.formula.split("+")] if fact.formula else []


def _is_point(fact: Fact) -> bool:
    return fact.low is not None and fact.high is not None


def _twice(items: Iterable[Any]) -> list[Any]:
    return [item for item, times in Counter(items).items() if times > 1]


def _pointers(file: Path, week: Week) -> Iterator[_Pointer]:
    """Where a week's documents name another one, or a figure of it, by its slug."""
    for at, decision in enumerate(week.decisions):
        place: Place = ("decisions", at)
        for index, fact in enumerate(decision.facts):
            if fact.amends:
                slug, name = fact.amends.split("/")
                yield _Pointer(file, (*place, "facts", index, "amends"), decision.slug, slug, name)
        for index, relation in enumerate(decision.relations):
            if relation.document:
                told = (*place, "relations", index, "document")
                yield _Pointer(file, told, decision.slug, relation.document, "")


def _unknown_references(
    pointers: Iterable[_Pointer], known: Mapping[str, _Known], *, unread: bool
) -> Iterator[RecordError]:
    """A document or a figure that a record names by its slug and nobody has, or has only later.

    What no record has may stand in one that is `unread` for its own mistakes: those come first.
    """
    for pointer in pointers:
        if unread and pointer.to not in known:
            continue
        problem = _reference_problem(pointer, known)
        if problem:
            yield Source(pointer.file, _parse(pointer.file)).error(pointer.place, problem)


def _reference_problem(it: _Pointer, known: Mapping[str, _Known]) -> str | None:
    meant = known.get(it.to)
    if meant is None:
        return f"no document on record is called {it.to}"
    if it.to == it.by:
        return f"{it.to} is this document itself"
    if meant.signed_on > known[it.by].signed_on:
        return f"{it.to} was signed on {meant.signed_on}, after this document"
    if it.fact and it.fact not in meant.facts:
        return f"{it.to} has no figure called {it.fact}"
    return None


def _repeated(source: Source, week: Week, known: dict[str, _Known]) -> Iterator[RecordError]:
    """The same document recorded twice, in one week or in two; `known` learns those of this one."""
    for index, decision in enumerate(week.decisions):
        if decision.slug in known:
            where = known[decision.slug].file.name
            yield source.error(
                ("decisions", index, "number"),
                f"{decision.number} of {decision.signed_on.year} is already in {where}",
            )
        facts = tuple(fact.slug for fact in decision.facts)
        known.setdefault(decision.slug, _Known(source.file, decision.signed_on, facts))
