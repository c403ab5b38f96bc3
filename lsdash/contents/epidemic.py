"""Epidemic control: who heads what in the drill, and the rules that the press reported."""

from lsdash.contents.reading import Reading
from lsdash.store import read
from lsdash.store.read import DecisionRow, EventRow
from lsdash.text import count
from lsdash.vocabulary import EventKind, Measure

RULES = (EventKind.QUARANTINE_RULE, EventKind.LABOUR_RULE)


def drill(here: Reading) -> DecisionRow | None:
    """The newest document that sets up bodies, if the filters leave one."""
    found = here.ask(read.with_bodies, here.view.applied())
    return found[0] if found else None


def letter(here: Reading) -> DecisionRow | None:
    """The newest document with options for border labour, if the filters leave one."""
    measures = (Measure.BORDER_LABOR_PLAN,)
    found = here.ask(read.with_measures, here.view.applied(), measures=measures)
    return found[0] if found else None


def rules(here: Reading, *kinds: EventKind) -> list[EventRow]:
    """The reported rules of these kinds, or of both, by date."""
    return here.ask(read.events, tuple(map(str, kinds or RULES)))


def measures(here: Reading) -> list[EventRow]:
    """Other measures around the gates: closed, reopened, restricted, how goods change hands."""
    return here.ask(read.events, tuple(str(kind) for kind in EventKind if kind not in RULES))


def sentence(here: Reading, decision: DecisionRow | None) -> str:
    """How many bodies and reported rules; a request of ours is in the list but is no rule."""
    parts = []
    if decision:
        bodies = len(here.ask(read.bodies, decision.slug))
        parts.append(count(here.lang, "covid.bodies", bodies))
    reported = [event for event in rules(here) if not event.decision]
    parts.append(count(here.lang, "covid.rules", len(reported)))
    return "; ".join(parts)
