"""Which documents and figures of two weeks tell of the same thing.

A figure is the same thing as the one that it amends, else as the one of its measure with the same
name in links or in words, else as the one total beside the other, whatever they are called. A
change of a figure is never held against a level.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from lsdash.model import ascii_slug
from lsdash.store.rows import FactRow
from lsdash.sums import adjusted
from lsdash.vocabulary import Measure, Role

Name = tuple[str, str]
"""A fact by both slugs, its document's first."""

Key = Callable[[FactRow], Hashable | None]


@dataclass(frozen=True)
class Ties:
    """What later documents say of earlier ones themselves."""

    documents: frozenset[tuple[str, str]] = frozenset()
    """Later and earlier, where one amends, corrects or replaces the other."""
    figures: Mapping[Name, Name] = field(default_factory=dict)
    """A later figure → the earlier one that it amends."""


@dataclass(frozen=True)
class Documents:
    """A later document and the earlier one that it is held against."""

    later: str
    earlier: str
    amends: bool = False
    """It changes the earlier one, which otherwise goes on holding."""


NO_TIES = Ties()


def documents(
    old: Sequence[FactRow], new: Sequence[FactRow], ties: Ties = NO_TIES
) -> list[Documents]:
    """Documents that amend an earlier one with that one; of the others each with the one before in
    its series, that it shares most figures with, both of them once."""
    of_figures = {(later[0], earlier[0]) for later, earlier in ties.figures.items()}
    tied = sorted(ties.documents | of_figures)
    amending = {later for later, _ in tied}
    by_key: dict[Hashable, list[FactRow]] = defaultdict(list)
    for fact in old:
        for key in _keys(fact):
            by_key[key].append(fact)
    shared: Counter[tuple[str, str]] = Counter()
    for fact in new:
        if fact.decision not in amending:
            alike = {_name(each): each for key in _keys(fact) for each in by_key[key]}
            shared.update((fact.decision, each.decision) for each in alike.values())
    found = [Documents(later, earlier, amends=True) for later, earlier in tied]
    taken: set[str] = set()
    for pair, _ in sorted(shared.items(), key=lambda item: (-item[1], sorted(item[0]))):
        if taken.isdisjoint(pair):
            found.append(Documents(*pair))
            taken |= {*pair}
    return found


def facts(
    old: Sequence[FactRow], new: Sequence[FactRow], ties: Ties = NO_TIES
) -> list[tuple[FactRow | None, FactRow | None]]:
    """The figures of two documents in pairs, in the order of `new`, then the rest of `old`.

    A change that amends an earlier level stands with it as what the level becomes.
    """
    by_name = {_name(fact): fact for fact in old}
    tops = _tops(old) | _tops(new)
    found: dict[Name, tuple[FactRow, FactRow]] = {}
    for fact in new:
        was = by_name.get(ties.figures.get(_name(fact), ("", "")))
        now = _became(was, fact) if was else None
        if was and now:
            found[_name(fact)] = was, now
    taken = {_name(was) for was, _ in found.values()}
    ways: list[Key] = [_by_slug, _by_words, partial(_by_total, tops=tops)]
    if _are_tied(old, new, ties):
        ways.append(_by_name)
    for way in ways:
        left_old = [fact for fact in old if _name(fact) not in taken]
        left_new = [fact for fact in new if _name(fact) not in found]
        for was, now in _unique(left_old, left_new, way):
            found[_name(now)] = was, now
            taken.add(_name(was))
    pairs: list[tuple[FactRow | None, FactRow | None]] = [
        found.get(_name(fact), (None, fact)) for fact in new
    ]
    return pairs + [(fact, None) for fact in old if _name(fact) not in taken]


def _unique(
    old: Iterable[FactRow], new: Iterable[FactRow], key: Key
) -> list[tuple[FactRow, FactRow]]:
    """Those that alone on their side have the same key."""
    before, after = (_grouped(side, key) for side in (old, new))
    return [
        (before[name][0], own[0])
        for name, own in after.items()
        if len(own) == len(before.get(name, ())) == 1
    ]


def _grouped(facts: Iterable[FactRow], key: Key) -> dict[Hashable, list[FactRow]]:
    groups: dict[Hashable, list[FactRow]] = defaultdict(list)
    for fact in facts:
        name = key(fact)
        if name is not None:
            groups[name].append(fact)
    return groups


def _became(was: FactRow, now: FactRow) -> FactRow | None:
    """What a figure is after the one that amends it, under the later one's name."""
    if now.role != Role.CHANGE or was.role == Role.CHANGE:
        return now
    became = adjusted.by(was, now)
    if became is None:
        return None
    own = ("decision", "slug", "status", "sector", "bulletin", "document_kind")
    return replace(became, **{name: getattr(now, name) for name in own})


def _keys(fact: FactRow) -> list[Hashable]:
    ways = {"slug": _by_slug(fact), "words": _by_words(fact)}
    return [(way, key) for way, key in ways.items() if key is not None]


def _by_slug(fact: FactRow) -> Hashable | None:
    if fact.measure == Measure.OTHER:
        return None
    return fact.measure, fact.slug, fact.role == Role.CHANGE


def _by_words(fact: FactRow) -> Hashable | None:
    if fact.measure == Measure.OTHER:
        return None
    called = (fact.unit, fact.unit_called_vi, fact.option)
    return fact.measure, ascii_slug(fact.subject_vi), called, fact.role == Role.CHANGE


def _are_tied(old: Sequence[FactRow], new: Sequence[FactRow], ties: Ties) -> bool:
    return any((now.decision, was.decision) in ties.documents for now in new for was in old)


def _by_name(fact: FactRow) -> Hashable | None:
    """What has no measure is the same by its words alone, where one document takes up the other."""
    called = (fact.unit, fact.unit_called_vi, fact.option)
    return ascii_slug(fact.subject_vi), called, fact.role == Role.CHANGE


def _by_total(fact: FactRow, tops: set[Name]) -> Hashable | None:
    """The one total of a measure and unit, whatever it is called."""
    if fact.measure == Measure.OTHER or _name(fact) not in tops:
        return None
    return fact.measure, fact.unit, fact.unit_called_vi, fact.option


def _tops(facts: Sequence[FactRow]) -> set[Name]:
    """The totals: wholes that are neither a part nor a member of another sum of their document."""
    members = {
        (fact.decision, term.strip())
        for fact in facts
        if fact.formula
        for term in fact.formula.split("+")
    }
    return {
        _name(fact)
        for fact in facts
        if fact.role == Role.WHOLE and not fact.part_of and _name(fact) not in members
    }


def _name(fact: FactRow) -> Name:
    return fact.decision, fact.slug
