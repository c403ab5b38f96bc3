"""What publishing a week would change of the record that there is, before it is published."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from lsdash.model import Decision, Fact, Frozen, Week

State = Literal["added", "removed", "changed"]

UNSEEN = {"facts", "labels"}
"""Fields of a document that are told apart, or that no reader sees."""


@dataclass(frozen=True)
class Turn:
    """What becomes of one document."""

    number: str
    state: State
    fields: tuple[str, ...] = ()
    """Names of its fields that change."""
    facts: Mapping[State, int] = field(default_factory=dict)
    """How many of its facts are added, removed and changed; only where it stays."""


def between(former: Week, week: Week) -> list[Turn]:
    """The documents that change, those that come and those that go, in the record's order."""
    was = {decision.slug: decision for decision in former.decisions}
    now = {decision.slug: decision for decision in week.decisions}
    turns = [_turn(was.get(slug), decision) for slug, decision in now.items()]
    gone = [Turn(was[slug].number, "removed") for slug in was if slug not in now]
    return [turn for turn in turns if turn] + gone


def of_bulletin(former: Week, week: Week) -> tuple[str, ...]:
    """Names of the bulletin's own fields that change."""
    return tuple(_fields(former.bulletin, week.bulletin))


def _turn(was: Decision | None, now: Decision) -> Turn | None:
    if was is None:
        return Turn(now.number, "added")
    fields = tuple(name for name in _fields(was, now) if name not in UNSEEN)
    facts = _facts(was.facts, now.facts)
    return Turn(now.number, "changed", fields, facts) if fields or facts else None


def _fields(was: Frozen, now: Frozen) -> Iterator[str]:
    for name in type(now).model_fields:
        if getattr(was, name) != getattr(now, name):
            yield name


def _facts(was: tuple[Fact, ...], now: tuple[Fact, ...]) -> dict[State, int]:
    before, after = ({fact.slug: fact for fact in facts} for facts in (was, now))
    both = before.keys() & after.keys()
    counts: dict[State, int] = {
        "changed": sum(before[slug] != after[slug] for slug in both),
        "added": len(after.keys() - both),
        "removed": len(before.keys() - both),
    }
    return {state: number for state, number in counts.items() if number}
