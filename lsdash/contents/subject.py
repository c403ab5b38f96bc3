"""A subject: one question to the whole release by measure, never of one document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lsdash.contents.reading import Reading
from lsdash.sentences import edition
from lsdash.store import read
from lsdash.store.read import DecisionRow, FactRow
from lsdash.text import figures
from lsdash.vocabulary import Measure

MEASURES: Mapping[str, tuple[Measure, ...]] = {
    "rural_roads": (Measure.ROAD_FUNDING,),
    "college_quotas": (Measure.COLLEGE_QUOTA,),
    "energy_targets": (Measure.ENERGY_TARGET, Measure.ENERGY_TASK),
    "border_labor": (Measure.BORDER_LABOR_PLAN,),
    "commune_staff": (
        Measure.STAFF_CEILING,
        Measure.STAFF_REDUCTION,
        Measure.STAFF_PER_TITLE,
    ),
}
"""Subject page → the measures that it asks for, the leading one first."""


@dataclass(frozen=True)
class Subject:
    """What the release holds on some measures: all its facts, and the newest document's own."""

    facts: tuple[FactRow, ...]
    """Of every document that answers, newest first."""
    newest: DecisionRow

    @property
    def own(self) -> tuple[FactRow, ...]:
        """Facts of the newest document."""
        return self.of(self.newest.slug)

    @property
    def documents(self) -> tuple[str, ...]:
        """Slugs of the documents that answer, newest first."""
        return tuple(dict.fromkeys(fact.decision for fact in self.facts))

    @property
    def is_series(self) -> bool:
        return len(self.documents) > 1

    def of(self, slug: str) -> tuple[FactRow, ...]:
        return tuple(fact for fact in self.facts if fact.decision == slug)


def find(here: Reading) -> Subject | None:
    """The subject of this page, on the newest document that holds its leading measure.

    None where no document answers.
    """
    measures = MEASURES[here.view.page]
    facts: Sequence[FactRow] = here.ask(read.facts, here.view.applied(), measures=measures)
    leading = next((fact for fact in facts if fact.measure == measures[0]), None)
    newest = here.ask(read.decision, leading.decision) if leading else None
    return Subject(tuple(facts), newest) if newest else None


def earlier(here: Reading, subject: Subject) -> list[tuple[str, str]]:
    """The documents before the newest one, as (slug, words)."""
    told = []
    for slug in subject.documents[1:]:
        first = subject.of(slug)[0]
        day = figures.day(first.signed_on, here.lang)
        told.append(
            (slug, " · ".join(dict.fromkeys((first.number, day, edition(first, here.lang)))))
        )
    return told
