"""A document without a page of its own, whole on one screen: figures by role, duties, options.

Figures of one unit that belong together are a drawing; one that stands alone is told large.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from lsdash import sentences
from lsdash.charts import money, parts, targets
from lsdash.contents import tables
from lsdash.contents.blocks import (
    Chart,
    Contents,
    Line,
    Listed,
    Said,
    Section,
    Table,
    Words,
    filled,
    line,
    section,
    strong,
)
from lsdash.contents.reading import Reading
from lsdash.contents.subject import MEASURES
from lsdash.contents.week import papers
from lsdash.store import read
from lsdash.store.rows import DecisionRow, FactRow, ProvisionRow
from lsdash.sums import wholes
from lsdash.sums.money import is_rate
from lsdash.text import figures, pick, say
from lsdash.vocabulary import Role, Status, Unit

SUMS = (Role.WHOLE, Role.PART, Role.AMOUNT)
MOST_PROVISIONS = 8


@dataclass(frozen=True)
class LoneFigure:
    """A figure that stands alone: what it says, and what it is."""

    fact: FactRow
    figure: str
    what: str


@dataclass(frozen=True)
class Drawing:
    chart: Chart
    unit: str
    facts: tuple[FactRow, ...]
    heading: str = ""
    """What the figures mean, where the drawing itself does not say it."""


@dataclass(frozen=True)
class Figures:
    """A document's figures: those told alone, and those drawn."""

    alone: tuple[LoneFigure, ...]
    drawn: tuple[Drawing, ...]


def has_own_page(facts: Sequence[FactRow]) -> bool:
    """Some subject's page tells of these figures."""
    measures = {measure for each in MEASURES.values() for measure in each}
    return any(fact.measure in measures for fact in facts)


def of_figures(here: Reading, facts: Sequence[FactRow]) -> Figures:
    """Each figure once: in a drawing with its like, or alone."""
    drawn: list[Drawing] = []
    alone: list[FactRow] = []
    for own in _sums(facts):
        if len(own) > 1:
            drawn.append(_chart_of_sums(here, own, facts, len(drawn)))
        else:
            alone += own
    panels = targets.panels([fact for fact in facts if fact.role not in SUMS])
    for panel in panels:
        if len(panel.facts) > 1:
            drawn.append(_intervals(here, panel, panels, len(drawn)))
        else:
            alone += panel.facts
    ordered = sorted(alone, key=lambda fact: fact.position)
    return Figures(tuple(_told(here, fact, facts) for fact in ordered), tuple(drawn))


def duties(here: Reading, decision: DecisionRow) -> Table | None:
    """Who must do what by when: of the document as a whole, of its figures and provisions."""
    lang = here.lang
    rows = []
    if decision.deadline or decision.lead_vi:
        where = sentences.place(decision.item, decision.paragraph, lang)
        rows.append(_duty(here, decision, say(lang, "panel.whole"), where))
    for fact in here.ask(read.facts_of, decision.slug):
        if fact.lead_vi:
            what = f"{pick(lang, fact, 'subject')}: {papers.as_said(fact, lang)}"
            where = sentences.place_of(fact, lang)
            rows.append(_duty(here, fact, what, where))
    for row in here.ask(read.provisions, decision.slug):
        if row.lead_vi or row.deadline:
            where = sentences.place(row.item, row.paragraph, lang, row.paper_place)
            rows.append(_duty(here, row, pick(lang, row, "text"), where))
    keys = ("panel.what", "panel.who", "panel.by", "table.source")
    heads = tuple(say(lang, key) for key in keys)
    name = f"duties-{decision.slug}"
    return Table(name, heads, tuple(rows), say(lang, "panel.duties")) if rows else None


def provisions(here: Reading, decision: DecisionRow) -> Listed | None:
    """What it provides that is nobody's duty by name, as much as a screen holds."""
    rows = [
        row for row in here.ask(read.provisions, decision.slug) if not (row.lead_vi or row.deadline)
    ]
    lines = [line(pick(here.lang, row, "text")) for row in rows[:MOST_PROVISIONS]]
    more = len(rows) - MOST_PROVISIONS
    if more > 0:
        lines.append(line(say(here.lang, "panel.more", n=figures.number(more, here.lang))))
    return Listed(tuple(lines)) if lines else None


def beside_facts(here: Reading, decision: DecisionRow) -> list[Section]:
    """What stands on the document's page beside its facts; a subject's page draws its figures."""
    if has_own_page(here.ask(read.facts_of, decision.slug)):
        return [section(say(here.lang, "panel.duties"), duties(here, decision))]
    return sections(here, decision)


def sections(here: Reading, decision: DecisionRow) -> list[Section]:
    """Its figures large or drawn, and its duties."""
    found = of_figures(here, here.ask(read.facts_of, decision.slug))
    alone = Listed(tuple((*strong(each.figure), Words(f" {each.what}")) for each in found.alone))
    heading = say(here.lang, "panel.figures")
    return [
        section(heading, alone if found.alone else None),
        *(section(each.heading or each.unit, each.chart) for each in found.drawn),
        section(say(here.lang, "panel.duties"), duties(here, decision)),
    ]


def contents(here: Reading, decision: DecisionRow) -> Contents:
    """The document for half a page of paper."""
    lang, slug = here.lang, decision.slug
    told = [
        section("", Said(line(pick(lang, decision, "summary")))),
        *sections(here, decision),
        section(say(lang, "decisions.options"), tables.compared(here, slug)),
        section(say(lang, "decisions.bodies"), tables.bodies(here, slug)),
        section(say(lang, "decisions.provisions"), provisions(here, decision)),
        section(say(lang, "decisions.relations"), tables.relations(here, slug)),
    ]
    return Contents(
        say(lang, f"sector.{decision.sector}"),
        papers.headline(here, papers.one(here, decision)),
        tables.paper(here, decision),
        "",
        filled(told),
        is_half=True,
    )


def _sums(facts: Sequence[FactRow]) -> list[list[FactRow]]:
    """Wholes, parts and amounts that belong together: of one measure and one unit."""
    sums = [fact for fact in facts if fact.role in SUMS and not is_rate(fact)]
    rates = [[fact] for fact in facts if fact.role in SUMS and is_rate(fact)]
    found = [
        [fact for fact in of_unit if fact.measure == measure]
        for of_unit in wholes.by_unit(sums)
        for measure in dict.fromkeys(fact.measure for fact in of_unit)
    ]
    return rates + [own for each in found for own in _of_one_meaning(each)]


def _of_one_meaning(facts: Sequence[FactRow]) -> list[list[FactRow]]:
    """Shares of different things have no axis in common: only parts of one whole have."""
    is_split = any(fact.role == Role.WHOLE for fact in facts)
    return [list(facts)] if facts[0].unit != Unit.PERCENT or is_split else [[f] for f in facts]


def _chart_of_sums(
    here: Reading, own: Sequence[FactRow], facts: Sequence[FactRow], at: int
) -> Drawing:
    """Sums with their parts; a split over many has a bar a part."""
    lang = here.lang
    whole = next((fact for fact in own if parts.apart(fact, own)), None)
    is_split = whole is not None and len([fact for fact in own if wholes.parts(fact, own)]) == 1
    is_split = is_split and len(wholes.tops(own)) == 1
    unit = sentences.unit_name(own[0], lang)
    told = "; ".join(f"{pick(lang, f, 'subject')}: {papers.as_said(f, lang)}" for f in own)
    chart = Chart(
        f"sums-{at}",
        told,
        lambda theme: (
            parts.by_part(whole, own, lang, theme, facts)
            if whole and is_split
            else money.by_whole(own, lang, theme, facts)
        ),
    )
    return Drawing(chart, unit[:1].upper() + unit[1:], tuple(own))


def _intervals(
    here: Reading, panel: targets.Panel, among: Sequence[targets.Panel], at: int
) -> Drawing:
    lang = here.lang
    heading = targets.heading(panel, lang, among)
    told = "; ".join(
        f"{pick(lang, fact, 'subject')}: {papers.as_said(fact, lang)}" for fact in panel.facts
    )
    slug = panel.facts[0].decision
    chart = Chart(
        f"targets-{at}",
        f"{heading}. {told}",
        lambda theme: targets.intervals(panel, slug, lang, theme),
    )
    return Drawing(chart, sentences.unit_name(panel.facts[0], lang), panel.facts, heading)


def _told(here: Reading, fact: FactRow, facts: Sequence[FactRow]) -> LoneFigure:
    lang = here.lang
    baseline = sentences.row_text(fact, "baseline", lang)
    told = (
        pick(lang, fact, "subject"),
        _option(here, fact),
        sentences.when(fact, lang),
        sentences.basis(fact, facts, lang) if fact.is_derived else "",
        say(lang, "chart.against", baseline=baseline) if baseline else "",
        sentences.before(fact, lang),
    )
    return LoneFigure(fact, papers.as_said(fact, lang), " · ".join(filter(None, told)))


def _option(here: Reading, fact: FactRow) -> str:
    """Under which option it falls: a figure of one alone is none of the document."""
    return say(here.lang, "subject.plan", number=fact.option) if fact.option else ""


def _duty(
    here: Reading, row: DecisionRow | FactRow | ProvisionRow, what: str, where: str
) -> tuple[Line, ...]:
    lang = here.lang
    who = sentences.row_text(row, "lead", lang)
    by = figures.day(row.deadline, lang) if row.deadline else None
    if isinstance(row, DecisionRow):
        to = sentences.row_text(row, "addressed_to", lang)
        sent = say(lang, "follow.to", to=to) if to else None
        who = " · ".join(filter(None, (sent, who)))
        if by and row.status == Status.PROPOSED:
            by = say(lang, "panel.answer_by", day=by)
    not_stated = say(lang, "fact.not_stated")
    return line(what), line(who or not_stated), line(by or not_stated), line(where)
