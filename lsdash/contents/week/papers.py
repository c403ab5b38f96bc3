"""The documents of the week shown as cards: the figure that tells each, what it is, by when."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lsdash import sentences
from lsdash.contents.effects import amending, in_force
from lsdash.contents.reading import Reading
from lsdash.contents.subject import MEASURES
from lsdash.contents.week import main_figure, weeks
from lsdash.model import Filters
from lsdash.store import read
from lsdash.store.rows import DecisionRow, FactRow, ProvisionRow
from lsdash.sums import money, wholes
from lsdash.sums.money import Amended, Name, Sum
from lsdash.text import Lang, count, figures, pick, say
from lsdash.view import PAGES, View
from lsdash.vocabulary import Bound, FigureKind, Measure, Role, Sector

CARDS = {
    "rural_roads": Measure.ROAD_FUNDING,
    "college_quotas": Measure.COLLEGE_QUOTA,
    "energy_targets": Measure.ENERGY_TARGET,
    "border_labor": Measure.BORDER_LABOR_PLAN,
}
"""Pages that have a large card, and the measure that each asks for."""

MOST_DOCUMENTS = 84
"""Of one week; what lies beyond is on the page of all documents."""
MOST_CHANGES = 2
"""Figures that are told beside the leading one of a card."""
MOST_TERMS = 4


@dataclass(frozen=True)
class Paper:
    """A document of the week with its figures as they stand on the day of the view."""

    decision: DecisionRow
    facts: tuple[FactRow, ...]
    amended: Mapping[Name, Amended]
    """Those of its figures that change earlier ones."""

    def of(self, measure: Measure) -> tuple[FactRow, ...]:
        return tuple(fact for fact in self.facts if fact.measure == measure)

    def brings(self, measure: Measure) -> bool:
        """It has a figure of this measure that is more than a change of an earlier one."""
        return any((fact.decision, fact.slug) not in self.amended for fact in self.of(measure))


@dataclass(frozen=True)
class Card:
    """A document at a glance."""

    page: str
    """The subject page that tells of it, or empty."""
    decision: DecisionRow
    figure: str
    """Its leading figure; empty where it has none."""
    what: str
    fact: str
    """Slug of the leading figure, or empty."""
    due: str
    tells: bool = False
    """The figure tells the document: a sum, a change on record, or the only one of its rank."""
    facts: tuple[FactRow, ...] = ()
    """What it leads: the subject's figures in the document, as they stand."""


def filters(here: Reading) -> Filters:
    """The page's filters on the newest week that they leave: the week that the overview shows."""
    newest = [week.slug for week in weeks.chosen(here)[:1]]
    return replace(here.view.applied(), weeks=tuple(newest) or here.view.filters.weeks)


def of_week(here: Reading, asked: Filters | None = None) -> list[Paper]:
    """The documents of the week shown that pass the filters, newest first."""
    documents = here.ask(read.decisions, asked or filters(here), limit=MOST_DOCUMENTS)
    slugs = tuple(each.slug for each in documents)
    facts = here.ask(read.facts_in, here.ask(read.numbers, slugs))
    stand = in_force.current(here, facts)
    amended = amending.of_documents(here, dict.fromkeys(fact.decision for fact in facts))
    return [
        Paper(
            each,
            tuple(fact for fact in stand if fact.decision == each.slug),
            {name: found for name, found in amended.items() if name[0] == each.slug},
        )
        for each in documents
    ]


def of_subjects(here: Reading, papers: Sequence[Paper]) -> list[Card]:
    """One a subject that this week's documents tell of."""
    found = []
    for page, measure in CARDS.items():
        paper = _telling(papers, measure)
        if paper:
            found.append(_card(here, paper, page, paper.of(measure)))
    return found


def others(here: Reading, papers: Sequence[Paper], told: Iterable[Card]) -> list[Card]:
    """The week's documents that have no card yet, those with a figure first."""
    slugs = {card.decision.slug for card in told}
    found = [
        _card(here, paper, _page_of(here, paper, papers), paper.facts)
        for paper in papers
        if paper.decision.slug not in slugs
    ]
    return sorted(found, key=lambda card: not card.figure)


def one(here: Reading, decision: DecisionRow) -> Card:
    """The card of a document by itself, with its figures as it says them."""
    facts = here.ask(read.facts_of, decision.slug)
    its_week = here.at(View("overview", here.view.release, Filters(weeks=(decision.bulletin,))))
    amended = amending.of_documents(its_week, [decision.slug] if facts else [])
    return _card(here, Paper(decision, tuple(facts), amended), "", facts)


def headline(here: Reading, card: Card) -> str:
    """`Tiền phòng dịch: 6.400 triệu đồng`; where no one figure tells the document its title."""
    if not card.tells:
        return pick(here.lang, card.decision, "title")
    name = pick(here.lang, card.decision, "short_title")
    return say(here.lang, "card.headline", name=name, figure=card.figure)


def pages(here: Reading, papers: Sequence[Paper]) -> list[View]:
    """Where each of these documents is told whole: the subjects' pages, then each of the others.

    A document that brings more than its subject's page tells has a place of its own as well.
    """
    told: dict[str, str] = {}
    whole: set[str] = set()
    for page, measures in MEASURES.items():
        paper = _telling(papers, measures[0])
        if paper:
            told[page] = paper.decision.slug
            if all(fact.measure in measures for fact in paper.facts):
                whole.add(paper.decision.slug)
    drill = next((paper for paper in papers if is_drill(here, paper.decision)), None)
    if drill:
        told["covid"] = drill.decision.slug
        whole.add(drill.decision.slug)
    order = sorted(told, key=PAGES.index)
    slugs = [each.decision.slug for each in papers if each.decision.slug not in whole]
    return [*map(here.view.on, order), *map(here.view.of_document, slugs)]


def without_news(here: Reading, cards: Sequence[Card]) -> list[tuple[str, FactRow]]:
    """The other subjects, each with a figure of its newest document up to the week shown."""
    applied = here.view.applied()
    end = weeks.shown(here).period_to
    until = min(end, applied.signed_to) if applied.signed_to else end
    earlier = replace(applied, weeks=(), signed_to=until)
    told = {card.page for card in cards}
    found = []
    for page, measure in CARDS.items():
        if page not in told:
            newest = here.ask(read.facts, earlier, measures=(measure,), limit=1)
            found += [(page, fact) for fact in newest]
    return found


def newest(here: Reading, page: str, fact: FactRow) -> str:
    """`Năng lượng: 389/QĐ-UBND, 06/03/2020`: a subject's newest document with its day."""
    name, day = say(here.lang, f"page.{page}"), figures.day(fact.signed_on, here.lang)
    return say(here.lang, "overview.newest", subject=name, number=fact.number, day=day)


def is_drill(here: Reading, decision: DecisionRow) -> bool:
    """It sets up bodies against an epidemic: the covid page tells of it."""
    return decision.sector == Sector.HEALTH and bool(here.ask(read.bodies, decision.slug))


def _telling(papers: Sequence[Paper], measure: Measure) -> Paper | None:
    """The newest document of a subject, one that only changes an earlier one after the others."""
    own = [paper for paper in papers if paper.of(measure)]
    return next((paper for paper in own if paper.brings(measure)), next(iter(own), None))


def _page_of(here: Reading, paper: Paper, papers: Sequence[Paper]) -> str:
    """The page of a subject without a large card that tells of the document, or empty."""
    for page, measures in MEASURES.items():
        if _telling(papers, measures[0]) is paper:
            return page
    for page, measures in MEASURES.items():
        if any(paper.of(measure) for measure in measures[1:]):
            return page
    return "covid" if is_drill(here, paper.decision) else ""


def _card(here: Reading, paper: Paper, page: str, own: Sequence[FactRow]) -> Card:
    lang, tells = here.lang, False
    fact = main_figure.figure(own)
    aim = main_figure.aim(own)
    total = None if aim else _total(paper, own)
    places = _added(here, own)
    if total and fact and not fact.is_derived:
        figure, what, tells = written(total, lang), _sum(here, total), True
    elif places:
        (figure, what), tells = places, True
    elif fact:
        amended = paper.amended.get((fact.decision, fact.slug))
        figure, what = _figure(here, fact, amended), _what(here, paper, fact, own)
        tells = bool(amended or _options(here, paper)) or main_figure.is_alone(fact, own)
        if fact is aim:
            what, tells = ". ".join((what, *_budget(here, paper, own))), True
    else:
        figure, what = _without_figures(here, paper), pick(lang, paper.decision, "summary")
    slug = fact.slug if fact else ""
    return Card(page, paper.decision, figure, what, slug, due(here, paper), tells, tuple(own))


def _total(paper: Paper, own: Sequence[FactRow]) -> Sum | None:
    """What the document's sums of money add up to, where it has several and states no total."""
    found = money.reckon(own, paper.amended).values()
    sums = [each for of_one in found for each in of_one.sums if len(each.terms) > 1]
    return sums[0] if sums else None


def _budget(here: Reading, paper: Paper, own: Sequence[FactRow]) -> list[str]:
    """What a plan spends on its aim, a sum a currency."""
    sums = money.reckon(own, paper.amended)[money.Standing.PLANNED].sums
    return [say(here.lang, "card.budget", sum=written(each, here.lang)) for each in sums]


def _sum(here: Reading, total: Sum) -> str:
    """`suy ra: 900 + 1.200`, or of how many sums it is the total."""
    lang = here.lang
    if len(total.terms) > MOST_TERMS:
        return count(lang, "card.sum_of", len(total.terms))
    terms = " + ".join(figures.amount(term.value, total.scale, lang) for term in total.terms)
    return say(lang, "basis.derived_from", formula=terms)


def _added(here: Reading, own: Sequence[FactRow]) -> tuple[str, str] | None:
    """All places of the colleges and of how many figures; None where the document states them."""
    lang = here.lang
    counted = wholes.counted([fact for fact in own if fact.measure == Measure.COLLEGE_QUOTA])
    if len(counted) < 2 or wholes.total(own) or len(wholes.by_unit(counted)) > 1:
        return None
    added = wholes.added(counted)
    if not added:
        return None
    unit = counted[0].unit
    figure = figures.figure(added.low, added.high, unit=unit, bound=added.bound, lang=lang)
    return figure, count(lang, "card.sum_of", len(counted))


def _figure(here: Reading, fact: FactRow, amended: Amended | None) -> str:
    if amended:
        return sentences.became(amended.was, amended.now, here.lang)
    return as_said(fact, here.lang)


def as_said(fact: FactRow, lang: Lang) -> str:
    """The figure, a change as such: `tăng 50 chỉ tiêu`."""
    return (sentences.changed if sentences.is_change(fact) else sentences.moved)(fact, lang)


def _what(here: Reading, paper: Paper, fact: FactRow, own: Sequence[FactRow]) -> str:
    """What the leading figure is; then what the document changes, and its options."""
    lang = here.lang
    if fact.is_derived:
        what = sentences.basis(fact, own, lang)
        if fact.kind == FigureKind.MONEY:
            what += f". {sentences.of_money(own, lang)}"
    else:
        when = sentences.when(fact, lang)
        subject = _labels(here, fact) or pick(lang, fact, "subject")
        what = " · ".join(filter(None, (subject, when)))
    options = _options(here, paper)
    if options and fact.role == Role.CONTENTS:
        what = ". ".join(options)
        options = []
    beside = [each for each in paper.amended.values() if each.by.slug != fact.slug]
    told = [
        f"{pick(lang, each.was, 'subject')}: {sentences.became(each.was, each.now, lang)}"
        for each in beside[:MOST_CHANGES]
    ]
    return ". ".join((what, *told, *options))


def _labels(here: Reading, fact: FactRow) -> str:
    """The options by name, where the subject of their number says no more than its unit does."""
    lang = here.lang
    bare = say(lang, "card.number_of", unit=sentences.unit_name(fact, lang))
    if fact.role != Role.CONTENTS or pick(lang, fact, "subject").casefold() != bare.casefold():
        return ""
    options = here.ask(read.options, fact.decision)
    return say(lang, "title.or").join(pick(lang, option, "label") for option in options)


def _options(here: Reading, paper: Paper) -> list[str]:
    """`12.500 triệu đồng, hay 6.800 triệu đồng`: what each option costs."""
    found = money.reckon(paper.facts, paper.amended).values()
    return [alternatives(here, each) for of_one in found for each in of_one.alternatives if each]


def alternatives(here: Reading, sums: Sequence[Sum]) -> str:
    """`12.500 triệu đồng (Đầy đủ), hay 6.800 triệu đồng (Tối thiểu)`."""
    lang = here.lang
    options = here.ask(read.options, sums[0].terms[0].decision)
    labels = {option.number: f" ({pick(lang, option, 'label')})" for option in options}
    told = [f"{written(each, lang)}{labels.get(each.terms[0].option or 0, '')}" for each in sums]
    return say(lang, "title.or").join(told)


def written(total: Sum, lang: Lang) -> str:
    """`18.300 triệu đồng`."""
    value, scale = total.value, total.scale
    return figures.figure(value, value, unit=total.unit, bound=Bound.EXACT, scale=scale, lang=lang)


def _without_figures(here: Reading, paper: Paper) -> str:
    """How many bodies it sets up or options it offers; empty for neither."""
    bodies = len(here.ask(read.bodies, paper.decision.slug))
    if bodies:
        return count(here.lang, "card.bodies", bodies)
    options = len(here.ask(read.options, paper.decision.slug))
    return count(here.lang, "card.options", options) if options else ""


def due(here: Reading, paper: Paper) -> str:
    """`Hạn 20/03/2020: Sở Y tế`: the soonest thing that the document wants done."""
    decision, lang = paper.decision, here.lang
    dated: list[tuple[date, str]] = []
    if decision.deadline:
        who = sentences.row_text(decision, "lead", lang)
        dated.append((decision.deadline, who or ""))
    things: list[ProvisionRow | FactRow] = [
        *here.ask(read.provisions, decision.slug),
        *paper.facts,
    ]
    for row in things:
        who = sentences.row_text(row, "lead", lang)
        if row.deadline and who:
            dated.append((row.deadline, who))
    if not dated:
        return ""
    on, who = min(dated)
    key = "card.due_by" if who else "card.due"
    return say(lang, key, when=figures.day(on, lang), who=who)
