"""The charts of the subject pages, each with the same in words: one for each unit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lsdash import sentences
from lsdash.charts import money, places, targets
from lsdash.charts.rows import Figure
from lsdash.charts.style import Theme
from lsdash.contents.blocks import Chart
from lsdash.contents.reading import Reading
from lsdash.contents.subject import Subject
from lsdash.store.rows import FactRow
from lsdash.sums import colleges as college
from lsdash.sums import wholes
from lsdash.text import Lang, say
from lsdash.vocabulary import Measure

Draw = Callable[[Sequence[FactRow], Theme], Figure]


@dataclass(frozen=True)
class Panel:
    """Targets of one unit and aim under their heading; `rows` says how high it is."""

    heading: str
    chart: Chart
    rows: int


def roads(here: Reading, about: Subject) -> list[Chart]:
    """The sums of the newest document, as they stand."""
    return sums(here, "roads", about.own)


def sums(here: Reading, name: str, facts: Sequence[FactRow]) -> list[Chart]:
    """The figures of one document, a drawing a unit; changes stand in drawings of their own."""

    def draw(own: Sequence[FactRow], theme: Theme) -> Figure:
        return money.by_whole(own, here.lang, theme, facts)

    def told(own: Sequence[FactRow]) -> str:
        return sentences.of_money(own, here.lang, facts)

    return _each_unit(name, facts, told, draw) + changes(here, name, facts)


def changes(here: Reading, name: str, facts: Sequence[FactRow]) -> list[Chart]:
    """What goes up or down, from which figure to which."""
    return _each_unit(
        f"{name}-changes",
        wholes.changes(facts),
        lambda own: _told(own, here.lang),
        lambda own, theme: money.by_whole(own, here.lang, theme),
    )


def tranches(here: Reading, about: Subject) -> list[Chart]:
    """The sums of every document, where there are several, with what they come to."""
    if not about.is_series:
        return []
    facts = [*about.own, *about.before]
    return _each_unit(
        "tranches",
        facts,
        lambda own: _over_documents(own, here.lang),
        lambda own, theme: money.over_documents(own, here.lang, theme),
    )


def colleges(here: Reading, about: Subject) -> list[Chart]:
    def draw(own: Sequence[FactRow], theme: Theme) -> Figure:
        now = [fact for fact in own if fact in about.own]
        before = [fact for fact in own if fact not in now]
        return places.by_college(now, before, here.lang, theme)

    facts = [fact for fact in (*about.own, *about.before) if college.is_one(fact)]

    def told(own: Sequence[FactRow]) -> str:
        now = _told([fact for fact in own if fact in about.own], here.lang)
        before = [fact for fact in own if fact not in about.own]
        return "; ".join(filter(None, (now, *(_earlier(fact, here.lang) for fact in before))))

    charts = _each_unit("colleges", facts, told, draw)
    return charts + changes(here, "colleges", about.own)


def panels(here: Reading, about: Subject) -> list[Panel]:
    """One drawing for each unit and aim of the energy targets."""
    return of_targets(here, "targets", aims([*about.own, *about.before]), about.newest.slug)


def of_targets(here: Reading, name: str, facts: Sequence[FactRow], newest: str) -> list[Panel]:
    """Targets as intervals; those of other documents than the newest are pale."""
    lang = here.lang
    found = []
    among = targets.panels(facts)
    for at, panel in enumerate(among):
        heading = targets.heading(panel, lang, among)
        chart = Chart(
            f"{name}-{at}",
            f"{heading}. {_told(panel.facts, lang)}",
            lambda theme, panel=panel: targets.intervals(  # type: ignore[misc]
                panel, newest, lang, theme
            ),
        )
        found.append(Panel(heading, chart, len(panel.facts)))
    return found


def asked(here: Reading, about: Subject) -> list[tuple[str, list[Chart]]]:
    """What other documents only ask for: the slug of each, and its figures drawn as asked."""
    found = []
    for slug in dict.fromkeys(fact.decision for fact in about.asked):
        own = [fact for fact in about.asked if fact.decision == slug]
        aimed = aims(own)
        charts = [each.chart for each in of_targets(here, f"asked-{slug}", aimed, slug)]
        others = [fact for fact in own if fact not in aimed]
        found.append((slug, charts + sums(here, f"asked-{slug}-sums", others)))
    return found


def aims(facts: Sequence[FactRow]) -> list[FactRow]:
    """The energy targets proper, without the count of tasks that come with them."""
    return [fact for fact in facts if fact.measure == Measure.ENERGY_TARGET]


def _each_unit(
    name: str, facts: Sequence[FactRow], told: Callable[[Sequence[FactRow]], str], draw: Draw
) -> list[Chart]:
    """A drawing for each unit that has anything to draw, the first under the bare name."""
    is_of_changes = name.endswith("-changes")
    shown = facts if is_of_changes else wholes.levels(facts)
    return [
        Chart(
            f"{name}-{at}" if at else name,
            told(own),
            lambda theme, own=own: draw(own, theme),  # type: ignore[misc]
        )
        for at, own in enumerate(wholes.by_unit(shown))
    ]


def _over_documents(facts: Sequence[FactRow], lang: Lang) -> str:
    """Each document's sums under its number, then what they come to."""
    told = []
    for slug in dict.fromkeys(fact.decision for fact in facts):
        own = [fact for fact in facts if fact.decision == slug]
        told.append(f"{sentences.edition(own[0], lang)}: {sentences.of_money(own, lang)}")
    total = money.running(facts, lang)
    if total:
        told.append(f"{say(lang, 'chart.running_total')}: {total}")
    return ". ".join(told)


def _earlier(fact: FactRow, lang: Lang) -> str:
    return f"{sentences.edition(fact, lang)} · {sentences.told(fact, lang)}"


def _told(facts: Sequence[FactRow], lang: Lang) -> str:
    return "; ".join(sentences.told(fact, lang) for fact in facts)
