"""What stands beside a page's subject: lesser measures, and its base's other figures.

A page stands on the leading measure. A document that has only the others is no base, and what it
says is told beside the answer, never added to it.
"""

from lsdash import sentences
from lsdash.contents.blocks import Line, Listed, Words
from lsdash.contents.effects import in_force
from lsdash.contents.reading import Reading
from lsdash.contents.subject import MEASURES, Subject
from lsdash.store import read
from lsdash.store.rows import FactRow
from lsdash.text import figures, pick

MOST = 6
"""Figures that are told; the documents have the rest."""


def listed(here: Reading, about: Subject | None) -> Listed | None:
    """Their figures, newest first; beside a base what came after it and did nothing to it."""
    own = MEASURES[here.view.page]
    if len(own) < 2:
        return None
    leading = {fact.decision for fact in about.facts if fact.measure == own[0]} if about else set()
    found = [
        fact
        for fact in here.ask(read.facts, here.view.applied(), measures=own[1:])
        if fact.decision not in leading
        and (about is None or fact.signed_on > about.newest.signed_on)
        and not here.ask(read.effects_by, (fact.decision,))
    ]
    return Listed(tuple(_told(here, fact) for fact in found[:MOST])) if found else None


def others(here: Reading, about: Subject) -> Listed | None:
    """What the base says by no measure of the page, a length of road beside its money."""
    own = MEASURES[here.view.page]
    facts = here.ask(read.facts_of, about.newest.slug)
    stand = in_force.current(here, [fact for fact in facts if fact.measure not in own])
    return Listed(tuple(_alone(here, fact) for fact in stand)) if stand else None


def _alone(here: Reading, fact: FactRow) -> Line:
    to = here.view.of_document(fact.decision, fact.slug)
    said = (pick(here.lang, fact, "subject"), sentences.when(fact, here.lang))
    written = Words(sentences.moved(fact, here.lang), "strong", to)
    return written, Words(f" {' · '.join(filter(None, said))}")


def _told(here: Reading, fact: FactRow) -> Line:
    day = figures.day(fact.signed_on, here.lang)
    head = Words(f"{fact.number}, {day}", "strong", here.view.of_document(fact.decision, fact.slug))
    period = sentences.when(fact, here.lang)
    subject = pick(here.lang, fact, "subject")
    said = " · ".join(filter(None, (subject, period)))
    return head, Words(f": {sentences.moved(fact, here.lang)}, {said[:1].lower()}{said[1:]}")
