"""Epidemic control: who heads what in the drill, and the rules that the press reported."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import compress

from lsdash import sentences
from lsdash.contents.blocks import Listed, Words
from lsdash.contents.effects import in_force
from lsdash.contents.reading import Reading
from lsdash.contents.week import papers, weeks
from lsdash.contents.week.papers import Card
from lsdash.store import read
from lsdash.store.rows import DecisionRow, EventRow
from lsdash.text import count, figures, pick, say
from lsdash.vocabulary import EventKind, Measure, Sector

RULES = (EventKind.QUARANTINE_RULE, EventKind.LABOUR_RULE)


def drill(here: Reading) -> DecisionRow | None:
    """The newest health document in force that sets up bodies, if the filters leave one."""
    found = _with_bodies(here)
    over = in_force.ended(here, [each.slug for each in found])
    return next((each for each in found if each.slug not in over), None)


def ended(here: Reading) -> Listed | None:
    """The documents whose bodies stand no more, each with what ended it."""
    found = _with_bodies(here)
    over = in_force.ended(here, [each.slug for each in found])
    on = in_force.day(here)
    lines = []
    for each in found:
        if each.slug in over:
            effect = over[each.slug]
            name = f"{each.number} · {pick(here.lang, each, 'short_title')}"
            lines.append(
                (
                    Words(name, "strong", here.view.of_document(each.slug)),
                    Words(": "),
                    Words(
                        sentences.effect(effect, here.lang, on=on),
                        to=here.view.of_document(effect.by),
                    ),
                )
            )
    return Listed(tuple(lines)) if lines else None


def is_silent(here: Reading) -> bool:
    """No health document at all passes the filters."""
    return not (drill(here) or ended(here) or others(here))


def _with_bodies(here: Reading) -> list[DecisionRow]:
    filters = replace(here.view.applied(), sectors=(str(Sector.HEALTH),))
    return here.ask(read.with_bodies, filters)


def letter(here: Reading) -> DecisionRow | None:
    """The newest document with options for border labour that speak of health, if there is one."""
    measures = (Measure.BORDER_LABOR_PLAN,)
    found = here.ask(read.with_measures, here.view.applied(), measures=measures)
    says = (any(row.health for row in here.ask(read.dimensions, each.slug)) for each in found)
    return next(compress(found, says), None)


def others(here: Reading) -> list[Card]:
    """The other health documents of the week shown, as cards."""
    filters = replace(papers.filters(here), sectors=(str(Sector.HEALTH),))
    told = {each.slug for each in (drill(here), letter(here)) if each}
    own = [each for each in papers.of_week(here, filters) if each.decision.slug not in told]
    return papers.others(here, own, ())


def rules(here: Reading, *kinds: EventKind) -> list[EventRow]:
    """The reported rules of these kinds, or of both, by date."""
    return here.ask(read.events, tuple(map(str, kinds or RULES)))


def so_far(here: Reading, events: Sequence[EventRow]) -> list[EventRow]:
    """Those that had begun by the end of the week shown."""
    last = weeks.shown(here).period_to
    return [event for event in events if event.date_from <= last]


def after(here: Reading, events: Sequence[EventRow]) -> list[EventRow]:
    """Those that came after the week shown."""
    last = weeks.shown(here).period_to
    return [event for event in events if event.date_from > last]


def measures(here: Reading) -> list[EventRow]:
    """Other measures around the gates: closed, reopened, restricted, how goods change hands."""
    return here.ask(read.events, tuple(str(kind) for kind in EventKind if kind not in RULES))


def sentence(here: Reading, decision: DecisionRow | None) -> str:
    """Who heads the drill, and of which day the newest reported rule is.

    A request of ours is in the list but is no rule.
    """
    lang = here.lang
    parts = []
    if decision:
        head, *_ = here.ask(read.bodies, decision.slug)
        name = pick(lang, decision, "short_title")
        told = {"name": name, "role": pick(lang, head, "role"), "post": pick(lang, head, "post")}
        parts.append(say(lang, "covid.drill", **told))
    documents = len(others(here))
    if documents:
        key = "covid.other_documents" if decision else "covid.documents"
        parts.append(count(lang, key, documents))
    reported = [event.date_from for event in so_far(here, rules(here)) if not event.decision]
    if reported:
        parts.append(say(lang, "covid.newest_rule", day=figures.day(max(reported), lang)))
    return "; ".join(parts) or say(lang, "covid.no_rules")
