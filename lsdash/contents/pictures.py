"""The charts of the subject pages, each with the same in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from lsdash import sentences
from lsdash.charts import money, places, targets
from lsdash.contents.blocks import Chart
from lsdash.contents.reading import Reading
from lsdash.contents.subject import Subject
from lsdash.store.read import FactRow
from lsdash.text import Lang, pick
from lsdash.vocabulary import Measure


@dataclass(frozen=True)
class Panel:
    """Targets of one unit and direction under their heading; `rows` says how high it is."""

    heading: str
    chart: Chart
    rows: int


def roads(here: Reading, about: Subject) -> Chart:
    """The sums of the newest document."""
    return Chart(
        "roads",
        sentences.of_money(about.own, here.lang),
        lambda theme: money.by_whole(about.own, here.lang, theme),
    )


def tranches(here: Reading, about: Subject) -> Chart | None:
    """The sums of every document, where there are several."""
    if not about.is_series:
        return None
    return Chart(
        "tranches",
        sentences.of_money([fact for fact in about.facts if not fact.is_derived], here.lang),
        lambda theme: money.over_documents(about.facts, here.lang, theme),
    )


def colleges(here: Reading, about: Subject) -> Chart:
    return Chart(
        "colleges",
        _told(about.facts, here.lang),
        lambda theme: places.by_college(about.own, about.facts[len(about.own) :], here.lang, theme),
    )


def panels(here: Reading, about: Subject) -> list[Panel]:
    """One drawing for each unit and direction of the energy targets."""
    lang = here.lang
    found = []
    for at, panel in enumerate(targets.panels(aims(about.facts))):
        heading = targets.heading(panel, lang)
        chart = Chart(
            f"targets-{at}",
            f"{heading}. {_told(panel.facts, lang)}",
            lambda theme, panel=panel: targets.intervals(  # type: ignore[misc]
                panel, about.newest.slug, lang, theme
            ),
        )
        found.append(Panel(heading, chart, len(panel.facts)))
    return found


def aims(facts: Sequence[FactRow]) -> list[FactRow]:
    """The energy targets proper, without the count of tasks that come with them."""
    return [fact for fact in facts if fact.measure == Measure.ENERGY_TARGET]


def _told(facts: Sequence[FactRow], lang: Lang) -> str:
    return "; ".join(
        f"{pick(lang, fact, 'subject')}: {sentences.figure(fact, lang)}" for fact in facts
    )
