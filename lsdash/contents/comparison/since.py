"""What later documents did to the figures of a page since its release was built."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lsdash import sentences
from lsdash.contents.blocks import Line, Words
from lsdash.contents.effects import in_force
from lsdash.contents.effects.in_force import Step
from lsdash.contents.reading import Reading
from lsdash.contents.subject import MEASURES
from lsdash.store import read
from lsdash.store.release import Release
from lsdash.store.rows import EffectRow, FactRow
from lsdash.text import pick, say

Key = tuple[str, str, str, str, str]


def told(here: Reading, newer: Release) -> list[Line]:
    """`Xi măng (381/QĐ-UBND): được đính chính tại 61/TB-UBND (11/03/2020): 8.300 → 8.030 …`.

    Each leads to the document that does it, in the newer release. What this release knew already is
    left out; a page that shows neither a subject nor a document has nothing to tell here.
    """
    facts = _shown(here)
    there = here.of(newer)
    known = {_key(step.effect) for step, _, _ in _steps(here, facts)}
    lines = []
    for step, was, now in _steps(there, facts):
        if _key(step.effect) not in known:
            subject = pick(here.lang, was, "subject")
            name = say(here.lang, "changes.fact", subject=subject, number=_number(facts, was))
            lines.append(_line(there, name, step.effect, was, now))
    numbers = {fact.decision: fact.number for fact in facts}
    ended = {_key(each) for each in _endings(here, facts)}
    lines += [
        _line(there, numbers[each.decision], each)
        for each in _endings(there, facts)
        if _key(each) not in ended
    ]
    return lines


def _shown(here: Reading) -> Sequence[FactRow]:
    """The figures that the page tells of."""
    if here.view.document:
        return here.ask(read.facts_of, here.view.document)
    measures = MEASURES.get(here.view.page)
    return here.ask(read.facts, here.view.applied(), measures=measures) if measures else ()


def _steps(reading: Reading, facts: Sequence[FactRow]) -> Iterator[tuple[Step, FactRow, FactRow]]:
    for standing in in_force.standing(reading, facts).values():
        yield from standing.told()


def _endings(reading: Reading, facts: Sequence[FactRow]) -> Iterator[EffectRow]:
    """What repeals or replaces the documents of these figures."""
    slugs = dict.fromkeys(fact.decision for fact in facts)
    for effects in in_force.done_to(reading, slugs).values():
        yield from (each for each in effects if each.kind in in_force.ENDING)


def _key(effect: EffectRow) -> Key:
    return effect.decision, effect.fact or "", effect.kind, effect.by, effect.by_fact or ""


def _number(facts: Sequence[FactRow], fact: FactRow) -> str:
    """The number of the document that a figure was first told by."""
    name = (fact.decision, fact.slug)
    return next(each.number for each in facts if (each.decision, each.slug) == name)


def _line(
    there: Reading,
    name: str,
    effect: EffectRow,
    was: FactRow | None = None,
    now: FactRow | None = None,
) -> Line:
    on = there.release.manifest.documents_to
    said = sentences.effect(effect, there.lang, on=on, was=was, now=now)
    view = replace(there.view, release=there.release.name)
    to = view.of_document(effect.by, effect.by_fact or "")
    return Words(f"{name}: "), Words(said, "strong", to)
