"""What documents promise, by when, and what is known of each: reported, partly, or not found.

A promise is a figure that a document sets, or the document itself where it sets none. A figure that
changes an earlier one is no promise of its own: the earlier one is told as it stands. A request is
told beside the promises and never counted as one. So much for each of something is a promise only
where the document sets nothing else.

What was reported is context: it has a source of its own, and never becomes a fact. There is no
clock: a promise is due or not on the day up to which an outcome was looked for, else on the view's.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from lsdash import sentences
from lsdash.contents.blocks import (
    Line,
    Listed,
    Look,
    Rows,
    Said,
    Section,
    Table,
    Words,
    filled,
    line,
    quiet,
)
from lsdash.contents.blocks import section as section_of
from lsdash.contents.effects import in_force
from lsdash.contents.reading import Reading, remembered
from lsdash.store import read
from lsdash.store.rows import DecisionRow, FactRow, OutcomeRow, SearchRow
from lsdash.sums import beside, happened, money
from lsdash.text import count, figures, pick, say
from lsdash.vocabulary import (
    Bearing,
    Certainty,
    OutcomeState,
    RelationKind,
    Role,
    Status,
)

MOST_DOCUMENTS = 500
"""Documents whose promises are looked through, the newest; the rest is reached by filters."""

ANY_YEAR = "all"

SET = frozenset(
    {
        Role.WHOLE,
        Role.AMOUNT,
        Role.CHANGE,
        Role.REACH,
        Role.COME_DOWN,
        Role.LEVEL,
        Role.CEILING,
        Role.FLOOR,
        Role.OBLIGATION,
    }
)
"""Roles of figures that a document sets; parts and contents follow from them."""

WEIGHT = (OutcomeState.REPORTED, OutcomeState.PARTLY, OutcomeState.NOT_FOUND)
"""States by how much they tell."""

TELLING = 3
"""Promises that the overview shows."""

ENDING = (RelationKind.REPEALS, RelationKind.CORRECTS)
"""What a document does with which nothing is left to be done."""

LOOKS: Mapping[OutcomeState, Look] = {
    OutcomeState.REPORTED: "strong",
    OutcomeState.PARTLY: "strong",
    OutcomeState.NOT_FOUND: "plain",
}
"""Never a colour: where nothing was measured, nothing is good or bad."""

TOLD = 2
"""Reports that a row tells; all of them are on the subject's page."""


@dataclass(frozen=True)
class Promise:
    """One thing that a document promises, with what was reported of it."""

    decision: DecisionRow
    fact: FactRow | None
    """Its figure as it stands on the day of the view; None where the document sets none."""
    due: date | None
    state: OutcomeState
    as_of: date
    reports: tuple[OutcomeRow, ...] = ()
    """Those that answer it first, then those beside it."""
    search: SearchRow | None = None
    others: tuple[FactRow, ...] = ()
    """Further figures of the document that the same reports answer, told with this one."""

    @property
    def answering(self) -> tuple[OutcomeRow, ...]:
        return tuple(each for each in self.reports if each.bears != Bearing.BESIDE)

    @property
    def beside(self) -> tuple[OutcomeRow, ...]:
        return tuple(each for each in self.reports if each.bears == Bearing.BESIDE)

    @property
    def is_asked_for(self) -> bool:
        """Of a request: somebody else is to decide it."""
        return self.decision.status == Status.PROPOSED

    @property
    def fact_name(self) -> str:
        return self.fact.slug if self.fact else ""


@remembered
def promises(here: Reading, *, year: str = ANY_YEAR) -> list[Promise]:
    """What the documents of the view promise, soonest due first, undated last."""
    documents = here.ask(read.decisions, here.view.applied(), limit=MOST_DOCUMENTS)
    found = [each for each in of_documents(here, documents) if is_due_in(each, year)]
    return sorted(found, key=lambda each: each.due or date.max)


def of_documents(here: Reading, documents: Sequence[DecisionRow]) -> list[Promise]:
    """What these documents promise, in their order."""
    slugs = tuple(each.slug for each in documents)
    facts = here.ask(read.facts_in, here.ask(read.numbers, slugs)) if slugs else []
    known = _Known(here, slugs)
    changing = _changing(here, documents, facts) | _steps(facts)
    by_document: dict[str, list[FactRow]] = defaultdict(list)
    for told, fact in zip(facts, in_force.current(here, facts), strict=True):
        if (told.decision, told.slug) not in changing:
            by_document[told.decision].append(fact)
    amending = {slug for slug, _ in changing} - by_document.keys()
    ending = _ending(here, [each.slug for each in documents if each.slug not in by_document])
    return [
        promise
        for decision in documents
        if decision.slug not in amending | ending and decision.kind not in money.TELLING
        for promise in _of_document(decision, by_document[decision.slug], known)
    ]


def _changing(
    here: Reading, documents: Sequence[DecisionRow], facts: Sequence[FactRow]
) -> set[tuple[str, str]]:
    """Figures, by both slugs, that change another one of `facts`: that one is told as it stands."""
    shown = {(each.decision, each.slug) for each in facts}
    decided = tuple(each.slug for each in documents if each.status != Status.PROPOSED)
    effects = here.ask(read.effects_by, decided) if decided else []
    return {
        (each.by, each.by_fact)
        for each in effects
        if each.by_fact and (each.decision, each.fact) in shown
    }


def _steps(facts: Sequence[FactRow]) -> set[tuple[str, str]]:
    """Figures that say by how much others of their document move, from which to which is told."""
    moved = {(each.decision, each.measure, each.unit) for each in facts if each.before_printed}
    return {
        (each.decision, each.slug)
        for each in facts
        if each.role == Role.CHANGE and (each.decision, each.measure, each.unit) in moved
    }


def _ending(here: Reading, slugs: Sequence[str]) -> set[str]:
    """Of these documents without a figure those that repeal or correct another, and do no more."""
    effects = here.ask(read.effects_by, tuple(slugs)) if slugs else []
    found = {each.by for each in effects if each.kind in ENDING}
    return {slug for slug in found if not here.ask(read.provisions, slug)}


def is_due_in(promise: Promise, year: str) -> bool:
    return year == ANY_YEAR or str(promise.due.year if promise.due else "") == year


def years(here: Reading) -> list[str]:
    """The years in which promises of the view fall due."""
    return sorted({str(each.due.year) for each in promises(here) if each.due})


def chosen_year(here: Reading) -> str:
    return here.view.input("due") or ANY_YEAR


def each_once(found: Sequence[Promise]) -> list[Promise]:
    """Promises as readers are told of them: what one report answers for several figures of a
    document alike, as a mean does for three ceilings, is one promise and counts once."""
    told: dict[object, Promise] = {}
    for each in found:
        reports = tuple(row.id for row in each.answering)
        key = (each.decision.slug, each.due, each.state, reports) if reports else id(each)
        first = told.get(key)
        if first and each.fact:
            told[key] = replace(first, others=(*first.others, each.fact))
        else:
            told[key] = each
    return [*told.values()]


def telling(found: Sequence[Promise], most: int = TELLING) -> list[Promise]:
    """The most telling of these promises, one of each document."""
    known = [each for each in each_once(found) if each.state in WEIGHT and not each.is_asked_for]
    known.sort(key=lambda each: (WEIGHT.index(each.state), each.due or date.max))
    first = {each.decision.slug: each for each in reversed(known)}
    return [each for each in known if first[each.decision.slug] is each][:most]


def sentence(here: Reading, found: Sequence[Promise]) -> str:
    """`20 điều hứa: 1 đã có kết quả công khai, 3 có một phần, 16 chưa thấy`."""
    lang, found = here.lang, each_once(found)
    if not found:
        return say(lang, "outcomes.none")
    asked = [each for each in found if each.is_asked_for]
    held = Counter(each.state for each in found if not each.is_asked_for)
    parts = [
        say(lang, f"outcomes.n_{state}", n=figures.number(held[state], lang))
        for state in OutcomeState
        if held[state]
    ]
    head = count(lang, "outcomes.promises", len(found) - len(asked))
    told = say(lang, "outcomes.sentence", promises=head, states=", ".join(parts)) if parts else ""
    beside = count(lang, "outcomes.requests", len(asked)) if asked else ""
    return _among(here, "; ".join(filter(None, (told, beside))))


def _among(here: Reading, told: str) -> str:
    """Of more documents than are looked through: that they are the newest."""
    if here.ask(read.count, here.view.applied()).documents <= MOST_DOCUMENTS:
        return told
    newest = figures.number(MOST_DOCUMENTS, here.lang)
    return say(here.lang, "outcomes.among", n=newest, sentence=told)


@remembered
def sections(here: Reading) -> tuple[Section, ...]:
    """All promises of the year asked for in one table, soonest due first."""
    found = promises(here, year=chosen_year(here))
    if not found:
        nothing = Said(line(say(here.lang, "outcomes.nothing")), is_note=True)
        return (section_of("", nothing),)
    return filled((section_of("", table(here, found)),))


def table(here: Reading, found: Sequence[Promise]) -> Table:
    """A promise a row: by when, what, against what, what was reported, how sure, and its state."""
    heads = ("due", "promise", "reported", "sure", "state")
    return Table(
        "promises",
        tuple(say(here.lang, f"outcomes.{head}") for head in heads),
        Rows(each_once(found), partial(_row, here)),
        say(here.lang, "outcomes.alt"),
    )


def briefly(here: Reading, found: Sequence[Promise]) -> Listed:
    """A promise a line: what, by when, and what is known of it."""
    return Listed(tuple(_brief(here, each) for each in found))


def what(here: Reading, promise: Promise) -> str:
    """Its figures with their subjects, and the later document that each now stands in; a document
    without a figure by its short title."""
    if promise.fact is None:
        return pick(here.lang, promise.decision, "short_title")
    figures_set = (promise.fact, *promise.others)
    return "; ".join(_figure(here, each, promise.decision) for each in figures_set)


def _figure(here: Reading, fact: FactRow, decision: DecisionRow) -> str:
    subject = pick(here.lang, fact, "subject")
    figure = sentences.moved(fact, here.lang)
    return f"{subject}: {figure}{sentences.now_in(fact, decision.number, here.lang)}"


def due(here: Reading, promise: Promise) -> str:
    """The day or year; not stated in words."""
    if promise.due is None:
        return say(here.lang, "fact.not_stated")
    return figures.until(promise.due, here.lang)


def told(here: Reading, row: OutcomeRow) -> Line:
    """What was reported, with its figure; it opens its source."""
    return (Words(in_words(here, row), to=row.address),)


def in_words(here: Reading, row: OutcomeRow) -> str:
    """`DDCI 2020, điểm đại diện khối sở, ban, ngành: 64,87 điểm`."""
    text = pick(here.lang, row, "what")
    figure = amount(here, row)
    number = f" ({row.document_number})" if row.document_number else ""
    return f"{text}{number}: {figure}" if figure else f"{text}{number}"


def amount(here: Reading, row: OutcomeRow) -> str:
    """`gần 930 triệu kWh`; empty where it is told in words alone."""
    if row.value is None or row.bound is None:
        return ""
    unit = pick(here.lang, row, "unit")
    # A decimal of the release comes with three digits, however many were printed.
    written = figures.number(row.value.normalize() + 0, here.lang)
    spaced = f"{written}{unit}" if unit == "%" else f"{written} {unit}"
    return figures.bounded(row.bound, spaced, here.lang)


def sure(here: Reading, row: OutcomeRow) -> str:
    return say(here.lang, f"sure.{row.how_sure}")


def gap(here: Reading, search: SearchRow) -> str:
    """That no public figure was found, up to which day, and what would answer."""
    return say(
        here.lang,
        "outcomes.gap",
        sought=pick(here.lang, search, "sought"),
        day=figures.day(search.searched_to, here.lang),
        answer=pick(here.lang, search, "would_answer"),
    )


class _Known:
    """What was reported and looked for of some documents, by document and figure."""

    def __init__(self, here: Reading, slugs: Sequence[str]) -> None:
        self.day = in_force.day(here)
        self._reports: dict[str, list[OutcomeRow]] = defaultdict(list)
        if slugs and here.release.manifest.rows("searches"):
            for row in here.ask(read.outcomes, slugs):
                self._reports[row.decision].append(row)
            found = here.ask(read.searches, slugs)
        else:
            found = []
        self.searches = {(each.decision, each.fact or ""): each for each in found}

    def reports(self, decision: str, fact: str) -> tuple[OutcomeRow, ...]:
        """Of a figure those that name it or no figure at all; of a document as a whole all.

        What answers for the whole document answers for none of its figures.
        """
        own = [
            each
            for each in self._reports[decision]
            if not fact or fact in each.facts or (not each.facts and each.bears == Bearing.BESIDE)
        ]
        return tuple(sorted(own, key=_rank))


def _rank(row: OutcomeRow) -> tuple[int, int]:
    """What answers stands first, and of that what is surest."""
    return [*Bearing].index(Bearing(row.bears)), [*Certainty].index(Certainty(row.how_sure))


def _of_document(
    decision: DecisionRow, facts: Sequence[FactRow], known: _Known
) -> Iterator[Promise]:
    """Its figures one by one; the document itself where it sets none, or was looked for as one."""
    is_asked = decision.status == Status.PROPOSED
    aside = {fact.slug for fact in beside.columns(facts)}
    own = [fact for fact in facts if _is_set(fact) and fact.slug not in aside and not is_asked]
    own = [fact for fact in own if not money.is_rate(fact)] or own  # what one of a thing is worth
    for fact in own:
        yield _promise(decision, fact, fact.deadline or fact.period_to, known)
    if not own or (decision.slug, "") in known.searches:
        yield _promise(decision, None, decision.deadline, known)


def _is_set(fact: FactRow) -> bool:
    follows = fact.is_derived or fact.part_of or fact.option or fact.condition
    return fact.role in SET and not follows and happened.is_new(fact)


def _promise(
    decision: DecisionRow, fact: FactRow | None, stated: date | None, known: _Known
) -> Promise:
    name = fact.slug if fact else ""
    search = known.searches.get((decision.slug, name))
    until = stated or (search.until if search else None)
    as_of = max(known.day, search.searched_to) if search else known.day
    reports = known.reports(decision.slug, name)
    state = _state({each.bears for each in reports}, search, until, as_of)
    return Promise(decision, fact, until, state, as_of, reports, search)


def _state(
    bears: set[str], search: SearchRow | None, until: date | None, as_of: date
) -> OutcomeState:
    if Bearing.ANSWERS in bears:
        return OutcomeState.REPORTED
    if Bearing.PARTLY in bears:
        return OutcomeState.PARTLY
    if until and until > as_of:
        return OutcomeState.NOT_DUE
    return OutcomeState.NOT_FOUND if search else OutcomeState.NOT_SOUGHT


def _row(here: Reading, promise: Promise) -> tuple[Line, ...]:
    lang, row = here.lang, promise.decision
    where = here.view.of_document(row.slug, promise.fact_name)
    source = f" · {row.number}, {figures.day(row.signed_on, lang)}"
    baseline = sentences.row_text(promise.fact, "baseline", lang) if promise.fact else None
    against = f" · {say(lang, 'chart.against', baseline=baseline)}" if baseline else ""
    shown = promise.answering[:TOLD]
    certain = dict.fromkeys(sure(here, each) for each in shown)
    state = say(lang, f"outcome_state.{promise.state}")
    if promise.is_asked_for:
        source = f" · {say(lang, 'outcomes.asked_for')}{source}"
    return (
        line(due(here, promise)),
        (Words(what(here, promise), "strong", where), Words(f"{against}{source}", "quiet")),
        _reported(here, promise, shown),
        line("; ".join(certain) or "—"),
        (Words(state, LOOKS.get(promise.state, "quiet")),),
    )


def _brief(here: Reading, promise: Promise) -> Line:
    """`Chỉ số DDCI (2020): …`, with its source, or that nothing was found."""
    where = here.view.of_document(promise.decision.slug, promise.fact_name)
    head = Words(what(here, promise), "strong", where)
    by = f" ({due(here, promise)}): " if promise.due else ": "
    if promise.answering:
        first = promise.answering[0]
        return (head, Words(by), *told(here, first), Words(f" · {sure(here, first)}", "quiet"))
    state = say(here.lang, f"outcome_state.{promise.state}")
    return (head, Words(by), Words(state))


def _reported(here: Reading, promise: Promise, shown: Sequence[OutcomeRow]) -> Line:
    """What answers it, else the gap; and how much was reported beside it, which its page tells."""
    words: list[Words] = []
    for each in shown:
        words += [*told(here, each), Words("; ")]
    words = words[:-1]
    if not words and promise.search and promise.state != OutcomeState.NOT_DUE:
        words = [*quiet(gap(here, promise.search))]
    more = len(promise.reports) - len(shown)
    if more:
        beside = count(here.lang, "outcomes.more", more)
        to = here.view.of_document(promise.decision.slug)
        words += [Words(" · ") if words else Words(""), Words(beside, to=to)]
    return tuple(words) or quiet("—")
