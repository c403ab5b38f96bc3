"""How much money the week's documents decide, in a sentence, a bar and what is not added to it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lsdash import sentences
from lsdash.charts import spending
from lsdash.charts.spending import Bar, Piece
from lsdash.contents.blocks import Chart, Line, Listed, Words, line
from lsdash.contents.reading import Reading
from lsdash.contents.week import papers
from lsdash.contents.week.papers import Paper
from lsdash.store.rows import DecisionRow, FactRow
from lsdash.sums import money
from lsdash.sums.money import Amended, Apart, Money, Standing, Sum
from lsdash.text import figures, pick, say
from lsdash.vocabulary import Bound

NAMED = 6
"""Documents that a bar names; more of them are told by sector."""
MOST_LINES = 12
DRAWN = (Standing.DECIDED, Standing.PLANNED, Standing.PROPOSED)

Found = Mapping[Standing, Money]


class Counted(StrEnum):
    """How an entry of the reckoning stands to the sum of its standing and unit."""

    SUM = "sum"
    TERM = "term"
    OPTION = "option"
    AMENDED = "amended"
    APART = "apart"


@dataclass(frozen=True)
class Entry:
    """A sum of the reckoning, or one figure of money with how it is counted."""

    standing: Standing
    counted: Counted
    fact: FactRow | None = None
    total: Sum | None = None
    why: Apart | None = None
    was: FactRow | None = None


def of_week(own: Sequence[Paper]) -> Found:
    """The money of these documents by what becomes of it."""
    amended = {name: each for paper in own for name, each in paper.amended.items()}
    return money.reckon([fact for paper in own for fact in paper.facts], amended)


def entries(found: Found) -> Iterator[Entry]:
    """Each sum before its terms, then the figures that are in none, with the reason."""
    for standing, own in found.items():
        for total in own.sums:
            yield Entry(standing, Counted.SUM, total=total)
            yield from (Entry(standing, Counted.TERM, term) for term in total.terms)
        for alternatives in own.alternatives:
            terms = (term for each in alternatives for term in each.terms)
            yield from (Entry(standing, Counted.OPTION, term) for term in terms)
        for each in own.amended:
            yield Entry(standing, Counted.AMENDED, each.by, was=each.was)
        for why, fact in own.apart:
            yield Entry(standing, Counted.APART, fact, why=why)


def sentence(here: Reading, found: Found, own: Sequence[Paper]) -> Line:
    """`18.300 triệu đồng được quyết định trong tuần (suy ra): 10.000 trả nợ … + 8.300 góp …`."""
    lang = here.lang
    decided = found[Standing.DECIDED].sums
    if not decided:
        is_told = any(not each.is_empty for each in found.values())
        return line(say(lang, "spending.none_decided" if is_told else "spending.none"))
    documents = {paper.decision.slug: paper.decision for paper in own}
    sums = say(lang, "spending.and").join(papers.written(each, lang) for each in decided)
    terms = "; ".join(_named(here, each, documents) for each in decided)
    is_derived = any(each.is_derived for each in decided)
    key = "spending.decided_derived" if is_derived else "spending.decided"
    return line(Words(sums, "strong"), " ", say(lang, key, terms=terms))


def is_empty(own: Sequence[Paper]) -> bool:
    """The documents tell of no money at all."""
    return all(each.is_empty for each in of_week(own).values())


def chart(here: Reading, found: Found) -> Chart | None:
    """The sums of our currency on one scale; None where there is nothing to compare."""
    bars = [
        _bar(here, standing, total)
        for standing in DRAWN
        for total in found[standing].sums
        if total.unit == "vnd" and total.value > 0
    ]
    if sum(len(bar.pieces) for bar in bars) < 2:
        return None
    alt = ". ".join(bar.head for bar in bars)
    return Chart("spending", alt, lambda theme: spending.by_status(bars, theme))


def beside(here: Reading, found: Found, own: Sequence[Paper]) -> Listed | None:
    """What is in no sum of decided money, each with the reason and its document."""
    documents = {paper.decision.slug: paper.decision for paper in own}
    lines: list[Line] = []
    for standing in Standing:
        of_one = found[standing]
        if standing != Standing.DECIDED:
            lines += [_sum(here, standing, total, documents) for total in of_one.sums]
        lines += [_amended(here, standing, each, documents) for each in of_one.amended]
        lines += [_options(here, standing, each, documents) for each in of_one.alternatives]
        lines += [_apart(here, standing, why, each, documents) for why, each in of_one.apart]
    return Listed(tuple(lines[:MOST_LINES])) if lines else None


def _bar(here: Reading, standing: Standing, total: Sum) -> Bar:
    lang = here.lang
    pieces = tuple(
        Piece(
            float(term.value),
            _amount(here, term, total),
            sentences.hover(term, (), lang),
            (term.decision, term.slug),
        )
        for term in total.terms
    )
    head = say(lang, f"spending.head_{standing}", sum=papers.written(total, here.lang))
    return Bar(str(standing), head, pieces)


def _amount(here: Reading, term: FactRow, total: Sum) -> str:
    """A term beside others in the unit of their sum, which stands above; one alone with its own."""
    if len(total.terms) == 1:
        return papers.written(total, here.lang)
    return figures.amount(term.value, total.scale, here.lang)


def _named(here: Reading, total: Sum, documents: Mapping[str, DecisionRow]) -> str:
    """`9.700 Đường nông thôn đợt 2 (giao thông) + 6.400 Tiền phòng dịch (y tế)`.

    The terms of one document by what each is, of several by document, of many by sector.
    """
    lang = here.lang
    by: dict[str, list[FactRow]] = {}
    slugs = dict.fromkeys(term.decision for term in total.terms)
    for term in total.terms:
        if len(slugs) == 1:
            name = pick(lang, term, "subject")
        elif len(slugs) <= NAMED:
            sector = say(lang, f"sector_short.{term.sector}")
            title = pick(lang, documents[term.decision], "short_title")
            name = say(lang, "spending.named", title=title, sector=sector)
        else:
            name = say(lang, f"sector.{term.sector}")
        by.setdefault(name, []).append(term)
    if len(by) == 1:
        return next(iter(by))
    return " + ".join(
        f"{figures.amount(Sum(tuple(terms)).value, total.scale, lang)} {name}"
        for name, terms in by.items()
    )


def _derived(here: Reading, total: Sum) -> str:
    """`18.300 triệu đồng (suy ra: 10.000 + 8.300)`; a sum that a document states stands alone."""
    if not total.is_derived:
        return papers.written(total, here.lang)
    terms = [figures.amount(term.value, total.scale, here.lang) for term in total.terms]
    basis = say(here.lang, "basis.derived_from", formula=" + ".join(terms))
    return f"{papers.written(total, here.lang)} ({basis})"


def _sum(
    here: Reading, standing: Standing, total: Sum, documents: Mapping[str, DecisionRow]
) -> Line:
    named = _named(here, total, documents)
    return _line(here, standing, "", f"{_derived(here, total)}: {named}", None)


def _amended(
    here: Reading, standing: Standing, each: Amended, documents: Mapping[str, DecisionRow]
) -> Line:
    """`8.300 → 8.030 triệu đồng (−270)`."""
    lang = here.lang
    told = sentences.became(each.was, each.now, lang)
    if each.difference is not None:
        sign, by = ("−" if each.difference < 0 else "+"), abs(each.difference)
        scale = min(each.was.shown_scale, each.now.shown_scale)
        unit, bound = each.now.unit, Bound.EXACT
        written = figures.figure(by, by, unit=unit, bound=bound, scale=scale, lang=lang)
        told = f"{told} ({sign}{written})"
    told = f"{pick(lang, each.was, 'subject')}: {told}"
    return _line(here, standing, "amended", told, each.by, documents)


def _options(
    here: Reading,
    standing: Standing,
    sums: Sequence[Sum],
    documents: Mapping[str, DecisionRow],
) -> Line:
    told = papers.alternatives(here, sums)
    return _line(here, standing, "options", told, sums[0].terms[0], documents)


def _apart(
    here: Reading,
    standing: Standing,
    why: money.Apart,
    fact: FactRow,
    documents: Mapping[str, DecisionRow],
) -> Line:
    told = f"{papers.as_said(fact, here.lang)}: {pick(here.lang, fact, 'subject')}"
    return _line(here, standing, str(why), told, fact, documents)


def _line(  # noqa: PLR0917
    here: Reading,
    standing: Standing,
    why: str,
    told: str,
    fact: FactRow | None,
    documents: Mapping[str, DecisionRow] | None = None,
) -> Line:
    """Why it is not among what is decided, then what it is, then its document."""
    lang = here.lang
    reasons = [say(lang, f"spending.standing_{standing}")] if standing != Standing.DECIDED else []
    reasons += [say(lang, f"spending.why_{why}")] if why else []
    head = "; ".join(reasons)
    words = line(Words(head[:1].upper() + head[1:], "strong"), f": {told}")
    if fact is None:
        return words
    decision = (documents or {}).get(fact.decision)
    name = f"{decision.number} · {pick(lang, decision, 'short_title')}" if decision else fact.number
    return (*words, Words(" · "), Words(name, to=here.view.of_document(fact.decision, fact.slug)))
