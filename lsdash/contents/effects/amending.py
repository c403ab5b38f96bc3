"""Which figures of some documents change earlier ones: the figure before, and the one after."""

from collections.abc import Iterable, Mapping

from lsdash.contents.effects import in_force
from lsdash.contents.reading import Reading
from lsdash.store import read
from lsdash.sums.money import Amended, Name


def of_documents(here: Reading, slugs: Iterable[str]) -> Mapping[Name, Amended]:
    """By the name of the figure that changes another one, as it stood just before."""
    slugs = tuple(slugs)
    effects = [each for each in here.ask(read.effects_by, slugs) if each.by_fact] if slugs else []
    done = dict.fromkeys(each.decision for each in effects)
    earlier = [fact for slug in done for fact in here.ask(read.facts_of, slug)]
    return {
        (step.effect.by, step.effect.by_fact or ""): Amended(step.fact, was, now)
        for standing in in_force.standing(here, earlier).values()
        for step, was, now in standing.told()
        if step.effect.by in slugs
    }
