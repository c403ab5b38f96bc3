"""Two weeks by subject: the same thing old and new, running sums, sectors, and what stands alone.

Each side is told as its own week told it; what a later document made of it since stands beside it.
Differences and running sums are ours and say so. What has no pair is listed apart.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from lsdash import sentences
from lsdash.comparing import history
from lsdash.comparing.differences import Difference, DocumentChange, FactChange, State
from lsdash.contents.blocks import Block, Line, Listed, Table, Words, line, quiet, strong
from lsdash.contents.effects import amending, in_force
from lsdash.contents.effects.relations import TOLD
from lsdash.contents.reading import Alone, Reading
from lsdash.contents.week import papers
from lsdash.model import Filters
from lsdash.store import read
from lsdash.store.rows import FacetRow, FactRow, WeekRow
from lsdash.sums import money
from lsdash.sums.money import Standing, Sum
from lsdash.text import count, figures, pick, say
from lsdash.vocabulary import Bound, FigureKind, Measure, Sector, Status, Unit

MOST_NAMED = 4
"""Figures that a line names of a document without a pair; the document has the rest."""


@dataclass(frozen=True)
class RunningSum:
    """One document's part of a sum that runs on, in base units."""

    fact: FactRow
    amount: Sum
    running: Decimal


def pairs(found: Difference) -> list[DocumentChange]:
    """Documents that tell of the same thing in both weeks."""
    return [each for each in found.documents if each.state is State.CHANGED]


def of_pair(
    here: Reading, later: WeekRow, heads: Sequence[str], change: DocumentChange
) -> list[Block]:
    """Each thing that both tell of, old and new, and by how much; then what one of them tells."""
    lang = here.lang
    notes = _since(here, later, change)
    rows: list[tuple[Line, ...]] = []
    for fact in change.facts:
        if fact.state is State.CHANGED:
            rows += _rows(here, fact, notes)
    keys = ("changes.what", "", "", "changes.difference")
    columns = [
        say(lang, key) if key else head for key, head in zip(keys, ("", *heads, ""), strict=True)
    ]
    name = f"changes-{change.row.slug}-{change.old.slug if change.old else ''}"
    blocks: list[Block] = []
    if rows:
        blocks.append(Table(name, tuple(columns), tuple(rows), say(lang, "changes.table_alt")))
    apart = [_apart(here, change, state) for state in (State.REMOVED, State.ADDED)]
    lines = tuple(each for each in apart if each)
    return [*blocks, Listed(lines)] if lines else blocks


def alone(here: Reading, found: Difference, state: State) -> Listed | None:
    """Documents of one week that have none to be held against, each with its leading figures.

    One that a document of the other week ended, amended or answered names it, and so does that one.
    """
    lines = []
    done = _done(here, found)
    for change in found.documents:
        if change.state is not state:
            continue
        row = change.row
        named = [fact.row for fact in change.facts]
        head = f"{row.number} · {pick(here.lang, row, 'short_title')}"
        words = Words(head, "strong", here.view.of_document(row.slug))
        told = [f": {_figures(here, named)}"] if named else []
        lines.append((*line(words, *told), *done.get(row.slug, ())))
    return Listed(tuple(lines)) if lines else None


def _done(here: Reading, found: Difference) -> Mapping[str, Line]:
    """What documents of one week did to those of the other as a whole, told of both."""
    lang, rows = here.lang, {change.row.slug: change.row for change in found.documents}
    lines: dict[str, Line] = {}
    for slug, effects in in_force.done_to(here, rows).items():
        for effect in effects:
            doing, done = rows.get(effect.by), rows[slug]
            if doing is None or doing.bulletin == done.bulletin or effect.kind not in TOLD:
                continue
            said = sentences.effect(effect, lang, on=effect.signed_on)
            did = f"{say(lang, f'relation.{effect.kind}')}: {done.number}"
            for own, words, to in ((slug, said, effect.by), (effect.by, did, slug)):
                marked = Words(words, "marked", here.view.of_document(to))
                lines[own] = (*lines.get(own, ()), Words(" · "), marked)
    return lines


@dataclass(frozen=True)
class Held:
    """What the documents of one sector hold in a week."""

    week: str
    sector: str
    documents: int
    asked: int
    """Requests among them."""
    decided: tuple[Sum, ...]
    """One a currency."""


def running_sums(
    here: Reading, later: WeekRow, found: Difference
) -> Iterator[tuple[Measure, RunningSum]]:
    """Decided money of each subject that several documents tell of, up to the later week."""
    for measure in _measures(found):
        told = _running(_at(here, later.slug), later, measure)
        yield from ((measure, each) for each in told if len(told) > 1)


def by_sector(here: Reading, weeks: Iterable[WeekRow]) -> Iterator[Held]:
    """What each week's documents of each sector hold, in the order of the sectors."""
    for week in weeks:
        held = _of_sectors(_at(here, week.slug), week.slug)
        yield from (held[sector] for sector in map(str, Sector) if sector in held)


def running(here: Reading, later: WeekRow, found: Difference) -> Table | None:
    """Decided money of the same subject, document after document, up to the later week."""
    lang = here.lang
    rows = [_running_row(here, measure, told) for measure, told in running_sums(here, later, found)]
    keys = ("table.subject", "changes.amount", "changes.running", "table.source")
    columns = tuple(say(lang, key) for key in keys)
    return (
        Table("running", columns, tuple(rows), say(lang, "changes.running_alt")) if rows else None
    )


def sectors(here: Reading, weeks: tuple[WeekRow, WeekRow]) -> Table | None:
    """Sector by week: how many documents, and the money that they decide."""
    lang = here.lang
    every = list(by_sector(here, weeks))
    held = [{each.sector: each for each in every if each.week == week.slug} for week in weeks]
    rows = [
        (
            strong(say(lang, f"sector.{sector}")),
            *(cell for side in held for cell in _cells(here, side.get(sector))),
        )
        for sector in map(str, Sector)
        if any(sector in side for side in held)
    ]
    spans = [sentences.week_span(week, lang) for week in weeks]
    heads = [
        say(lang, key, week=span)
        for span in spans
        for key in ("changes.documents_of", "changes.decided_of")
    ]
    columns = (say(lang, "table.sector"), *heads)
    return (
        Table("sectors", columns, tuple(rows), say(lang, "changes.sectors_alt")) if rows else None
    )


def difference(change: FactChange, here: Reading) -> str:
    """`+50 chỉ tiêu (suy ra)`; empty where the two cannot be subtracted."""
    old, new = change.old, change.new
    if old is None or new is None or not change.is_of_figure:
        return ""
    exact = old.bound == new.bound == Bound.EXACT
    if not exact or (old.unit, old.unit_called_vi) != (new.unit, new.unit_called_vi):
        return ""
    less = new.value - old.value
    unit = Unit.PERCENTAGE_POINT if new.unit == Unit.PERCENT else Unit(new.unit)
    written = figures.figure(
        abs(less),
        abs(less),
        unit=unit,
        bound=Bound.EXACT,
        scale=min(old.shown_scale, new.shown_scale),
        called=sentences.row_text(new, "unit_called", here.lang),
        lang=here.lang,
    )
    return say(here.lang, "changes.less", sign="−" if less < 0 else "+", figure=written)


def _rows(here: Reading, change: FactChange, notes: Mapping[str, str]) -> list[tuple[Line, ...]]:
    """A fact's figure with its difference, then what else of it is another."""
    lang, old, new = here.lang, change.old, change.new
    if old is None or new is None:
        return []
    names = dict.fromkeys((pick(lang, old, "subject"), pick(lang, new, "subject")))
    subject = Words(" → ".join(names), "strong")
    rows: list[tuple[Line, ...]] = []
    for told in history.fields_told(change, lang):
        if told.old == told.new:
            continue
        is_figure = told.what == say(lang, "changed.figure")
        note = notes.get(old.slug, "") if is_figure else ""
        rows.append(
            (
                (subject,) if is_figure else (subject, Words(f" · {told.what}")),
                (
                    Words(told.old or "", to=here.view.of_document(old.decision, old.slug)),
                    *([Words(f" ({note})", "quiet")] if note else []),
                ),
                (Words(told.new or "", "strong", here.view.of_document(new.decision, new.slug)),),
                line(difference(change, here) if is_figure else ""),
            )
        )
    return rows


def _since(here: Reading, later: WeekRow, change: DocumentChange) -> Mapping[str, str]:
    """What the earlier figures are by the later week, where that is neither of the two told."""
    new = {fact.old.slug: fact.new.value for fact in change.facts if fact.old and fact.new}
    whole = here.ask(read.facts_of, change.old.slug) if new and change.old else []
    found = {}
    for (_, slug), standing in in_force.standing(_at(here, later.slug), whole).items():
        if standing.current.value not in (standing.fact.value, new.get(slug)):
            figure = sentences.figure(standing.current, here.lang)
            found[slug] = say(here.lang, "changes.now", figure=figure)
    return found


def _apart(here: Reading, change: DocumentChange, state: State) -> Line | None:
    """`Chỉ có ở 421/QĐ-UBND: …`: what only one of a pair tells."""
    facts = [fact.row for fact in change.facts if fact.state is state]
    row = change.old if state is State.REMOVED else change.new
    if not facts or row is None:
        return None
    head = Words(say(here.lang, "changes.only_in", number=row.number), "strong")
    return (head, Words(f": {_figures(here, facts, most=len(facts))}"))


def _figures(here: Reading, facts: Sequence[FactRow], most: int = MOST_NAMED) -> str:
    """`Xi măng: 8.300 triệu đồng; …`, those that lead, and how many more there are."""
    lang = here.lang
    told = [f"{pick(lang, fact, 'subject')}: {papers.as_said(fact, lang)}" for fact in facts[:most]]
    if len(facts) > most:
        told.append(count(lang, "receipt.more", len(facts) - most))
    return "; ".join(told)


def _measures(found: Difference) -> list[Measure]:
    """Subjects of which both weeks tell money."""
    held = {
        fact.row.measure
        for change in pairs(found)
        for fact in change.facts
        if fact.row.kind == FigureKind.MONEY and fact.row.measure != Measure.OTHER
    }
    return [measure for measure in Measure if measure in held]


def _running(there: Reading, later: WeekRow, measure: Measure) -> list[RunningSum]:
    weeks = tuple(week.slug for week in there.ask(read.weeks) if week.period_to <= later.period_to)
    filters = replace(there.view.applied(), weeks=weeks)
    facts = in_force.current(there, there.ask(read.facts, filters, measures=(measure,)))
    slugs = tuple(dict.fromkeys(fact.decision for fact in reversed(facts)))
    amended = amending.of_documents(there, slugs)
    ended = in_force.ended(there, slugs)
    told: list[RunningSum] = []
    total = Decimal(0)
    for slug in slugs:
        own = [fact for fact in facts if fact.decision == slug]
        for amount in money.reckon(own, amended)[Standing.DECIDED].sums:
            if slug not in ended and amount.unit == Unit.VND:
                total += amount.value
                told.append(RunningSum(own[0], amount, total))
    return told


def _running_row(here: Reading, measure: Measure, told: RunningSum) -> tuple[Line, ...]:
    lang = here.lang
    name = f"{say(lang, f'measured.{measure}')} · {sentences.edition(told.fact, lang)}"
    source = f"{told.fact.number} · {figures.day(told.fact.signed_on, lang)}"
    return (
        strong(name),
        line(_written(here, told.amount)),
        line(say(lang, "changes.derived", figure=_vnd(told.running, told.amount.scale, here))),
        (Words(source, to=here.view.of_document(told.fact.decision)),),
    )


def _of_sectors(there: Reading, week: str) -> Mapping[str, Held]:
    filters = there.view.applied()
    asked = replace(filters, statuses=(Status.PROPOSED,))
    requests = {each.value: each.documents for each in _sectors(there, asked)}
    if filters.statuses and Status.PROPOSED not in filters.statuses:
        requests = {}
    facts = in_force.current(there, there.ask(read.facts, filters))
    amended = amending.of_documents(there, dict.fromkeys(fact.decision for fact in facts))
    sums = money.reckon(facts, amended)[Standing.DECIDED].sums
    terms = [term for total in sums for term in total.terms]
    return {
        each.value: Held(
            week,
            each.value,
            each.documents,
            requests.get(each.value, 0),
            _sums([term for term in terms if term.sector == each.value]),
        )
        for each in _sectors(there, filters)
    }


def _sectors(there: Reading, filters: Filters) -> list[FacetRow]:
    """The documents of each sector that pass these filters."""
    chosen = filters.sectors
    held = [each for each in there.ask(read.facets, filters) if each.facet == "sector"]
    return [each for each in held if not chosen or each.value in chosen]


def _cells(here: Reading, held: Held | None) -> tuple[Line, Line]:
    """How many documents, and the sum that they decide; a dash for none."""
    if held is None:
        return quiet("—"), quiet("—")
    number = figures.number(held.documents, here.lang)
    if held.asked:
        number = say(
            here.lang,
            "changes.with_requests",
            n=number,
            asked=figures.number(held.asked, here.lang),
        )
    decided = "; ".join(_written(here, each) for each in held.decided)
    return line(number), line(decided) if decided else quiet("—")


def _sums(terms: Sequence[FactRow]) -> tuple[Sum, ...]:
    units = dict.fromkeys(term.unit for term in terms)
    return tuple(Sum(tuple(term for term in terms if term.unit == unit)) for unit in units)


def _written(here: Reading, total: Sum) -> str:
    """A sum, marked where it is ours."""
    written = papers.written(total, here.lang)
    return say(here.lang, "changes.derived", figure=written) if total.is_derived else written


def _vnd(value: Decimal, scale: int, here: Reading) -> str:
    return figures.figure(
        value, value, unit=Unit.VND, bound=Bound.EXACT, scale=scale, lang=here.lang
    )


def _at(here: Reading, week: str) -> Alone:
    """The same reader on the last day of a week, with the filters of the page."""
    filters = replace(here.view.applied(), weeks=(week,))
    view = replace(here.view.on("overview"), filters=filters)
    return Alone(here.lang, view, here.release)


def weeks_of(here: Reading, old: str, new: str) -> tuple[WeekRow, WeekRow]:
    by_slug = {week.slug: week for week in here.ask(read.weeks)}
    return by_slug[old], by_slug[new]
