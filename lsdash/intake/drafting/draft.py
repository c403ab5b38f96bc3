"""A bulletin read into a draft of its week's record, for a reviewer to mend and publish.

The draft holds what the text says, with the place of every part in the text as received, and what
rules propose: sector, status, sums, silences, flags.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import compress
from typing import TypeVar

from lsdash.errors import Limited, NotABulletinError, TooLargeError
from lsdash.intake.bulletin import (
    boilerplate,
    citation_roles,
    descriptions,
    headlines,
    items,
    opening,
)
from lsdash.intake.bulletin.citation_roles import Mention, Role
from lsdash.intake.bulletin.days_covered import Days
from lsdash.intake.bulletin.descriptions import Act
from lsdash.intake.bulletin.items import Item
from lsdash.intake.decision import paper
from lsdash.intake.drafting import coverage, follow_ups, papers, places, roles, sectors, silences
from lsdash.intake.drafting.follow_ups import FollowUp, Sentences
from lsdash.intake.drafting.model import (
    BeforeDraft,
    CitationDraft,
    DecisionDraft,
    Draft,
    Due,
    FactDraft,
    FlagDraft,
    ItemDraft,
    LabelDraft,
    Named,
    Placed,
    SumDraft,
    TaskDraft,
    Unread,
)
from lsdash.intake.drafting.sectors import Proposal
from lsdash.intake.files import limits
from lsdash.intake.files.received import Received
from lsdash.intake.finding import (
    agencies,
    citations,
    deadlines,
    figure_context,
    quantities,
    replaced_figures,
    tables,
)
from lsdash.intake.finding.agencies import Agency
from lsdash.intake.finding.citations import Citation
from lsdash.intake.finding.deadlines import Deadline
from lsdash.intake.finding.quantities import Name, Quantity
from lsdash.intake.finding.sums import Sum
from lsdash.intake.text import normalized, paragraphs
from lsdash.intake.text.normalized import Placeable
from lsdash.intake.text.paragraphs import Paragraph
from lsdash.model import DocumentNumber
from lsdash.quantities.readings import Doubt
from lsdash.records import flags
from lsdash.records.flags import SeriesPoint
from lsdash.vocabulary import Bound, Direction, FigureKind, FlagRule, Kind

_Series = Mapping[tuple[str, int], Sequence[SeriesPoint]]

ONE_LIST = 60
"""Characters at most between two documents that are named in one breath."""

SENTENCE_END = re.compile(r"(?<![A-ZĐ])[.!?…](?=\s)|[\n\r]")
DATE = "date"
OPTION = re.compile(r"phương án (?:số )?(?P<number>\d{1,2})\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Page:
    """What was found in a text, in its order, before it is put together."""

    text: str
    paragraphs: Sequence[Paragraph]
    mentions: Sequence[Mention]
    figures: Sequence[Quantity]
    labels: Sequence[LabelDraft]
    unread: Sequence[Unread]
    stops: Sequence[int]
    """Where sentences end."""
    rows: Mapping[int, tables.Row]
    """Rows of tables by where their figures begin."""
    parts: Sentences
    deadlines: Sequence[Deadline]
    agencies: Sequence[Agency]
    days: Days | None


@dataclass(frozen=True)
class _Told:
    """An item with what its paragraphs hold."""

    item: Item
    place: int
    headline: int | None
    start: int
    end: int
    text: str
    sector: Proposal


@dataclass(frozen=True)
class _Document:
    """An item's own document with the figures and citations that belong to it."""

    own: Mention
    told: _Told
    figures: Sequence[Quantity]
    cited: Sequence[Mention]
    deadlines: Sequence[Deadline]
    agencies: Sequence[Agency]


def read(received: Received, known: Iterable[SeriesPoint] = ()) -> Draft:
    """The draft of a bulletin; `known` are numbers given out in series on known days.

    Raises NotABulletinError where the text names neither a week nor a document of the province,
    TooLargeError for more numbers, figures or documents than any bulletin has.
    """
    numbers = len(coverage.NUMBER.findall(received.text))
    _check(received, numbers, limits.MOST_NUMBERS, "numbers")
    if (itself := paper.read(received.text)) is not None:
        alone = papers.draft(received.text, itself, known, numbers=numbers)
        _check(received, len(alone.decisions[0].facts), limits.MOST_FIGURES, "figures")
        return alone
    printed = paragraphs.split(received.text)
    is_text = [boilerplate.read(each.text) is None for each in printed]
    told = list(compress(printed, is_text))
    around = [each for each, its in zip(printed, is_text, strict=True) if not its]
    head = opening.find(told, received.title)
    author = opening.author(told[head.body :])
    body = range(head.body, len(told) - bool(author))
    listed = headlines.split(
        head.subjects, [told[at].body for at in body if items.may_head(told[at])]
    )
    page = _page(received.text, told, [*head.title_lines, *around], head.days)
    _check(received, len(page.figures), limits.MOST_FIGURES, "figures")
    found = items.split(told, body, page.mentions, listed.subjects)
    matched = headlines.match(listed.subjects, [item.heading for item in found])
    tellings = [_told(page, at, item, matched[at]) for at, item in enumerate(found)]
    documents = list(_documents(page, tellings))
    _check(received, len(documents), limits.MOST_DOCUMENTS, "documents")
    if not documents and not head.is_weekly:
        raise NotABulletinError(name=received.name)
    series = _in_series([*known, *filter(None, map(_point, documents))])
    return Draft(
        title=head.title,
        period_from=head.days and head.days.first,
        period_to=head.days and head.days.last,
        period_printed=head.days and head.days.printed,
        author=author,
        headlines=listed.subjects,
        headlines_complete=listed.is_complete,
        items=tuple(_item(page, each, documents) for each in tellings),
        decisions=tuple(_decision(page, document, series) for document in documents),
        numbers=numbers,
        unread=tuple(page.unread),
    )


def _check(received: Received, count: int, most: int, unit: Limited) -> None:
    if count > most:
        raise TooLargeError(name=received.name, most=most, unit=unit)


def _page(
    text: str, told: Sequence[Paragraph], apart: Sequence[Paragraph], days: Days | None
) -> _Page:
    """`apart` are paragraphs whose numbers are accounted for: the title, what stands around."""
    cited = citations.find(text)
    found = quantities.find(text, cited)
    beside = [each for each in replaced_figures.joined(text, found) if not _counts_nothing(each)]
    figures, rows, counted = tables.merged(beside, tables.find(text))
    names = quantities.names(text, cited)
    earlier = [each.before for each in figures if each.before]
    spoken_for: list[Placeable] = [*cited, *figures, *earlier, *counted, *names, *apart]
    claimed = [(each.start, each.end) for each in spoken_for]
    stops = [found.end() for found in SENTENCE_END.finditer(text)]
    ready = normalized.prepare(text)
    return _Page(
        text=text,
        paragraphs=told,
        mentions=citation_roles.find(text, told, cited, days),
        figures=[each for each in figures if each.kind is not FigureKind.DATE],
        labels=_labels(figures, names),
        unread=[
            Unread(start=each.start, end=each.end, printed=each.printed, context=each.context)
            for each in coverage.unread(text, claimed)
        ],
        stops=stops,
        rows=rows,
        parts=follow_ups.sentences(text, stops),
        deadlines=deadlines.find(ready, figures, _since(cited, days), cited),
        agencies=agencies.find(ready),
        days=days,
    )


def _since(cited: Iterable[Citation], days: Days | None) -> date | None:
    """The day from which on a deadline of the text may lie: the week's first."""
    if days and days.first:
        return days.first
    return max((each.signed_on for each in cited if each.signed_on), default=None)


def _counts_nothing(figure: Quantity) -> bool:
    """A bare number: nothing beside it says what it counts, so it is not read as a figure."""
    return Doubt.NO_UNIT in figure.flags and figure.bound is Bound.EXACT


def _labels(figures: Sequence[Quantity], names: Sequence[Name]) -> list[LabelDraft]:
    """Names and dates that hold digits."""
    found = [
        LabelDraft(start=each.start, end=each.end, printed=each.printed, naming=each.naming)
        for each in names
    ]
    found += [
        LabelDraft(start=each.start, end=each.end, printed=each.printed, naming=DATE)
        for each in figures
        if each.kind is FigureKind.DATE
    ]
    return sorted(found, key=lambda each: each.start)


P = TypeVar("P", bound=Placeable)


def _within(placed: Sequence[P], start: int, end: int) -> Sequence[P]:
    """Those of `placed`, which are in the order of the text, that begin from `start` to `end`."""
    first = bisect_left(placed, start, key=lambda each: each.start)
    return placed[first : bisect_left(placed, end, key=lambda each: each.start)]


def _told(page: _Page, place: int, item: Item, headline: int | None) -> _Told:
    first = item.paragraphs.start if item.heading_paragraph is None else item.heading_paragraph
    text = " ".join(page.paragraphs[at].text for at in item.paragraphs)
    return _Told(
        item=item,
        place=place,
        headline=headline,
        start=page.paragraphs[first].start,
        end=page.paragraphs[item.paragraphs.stop - 1].end,
        text=text,
        sector=sectors.propose(item.heading, text),
    )


def _documents(page: _Page, tellings: Iterable[_Told]) -> Iterator[_Document]:
    """Each item's own documents; one that an earlier item has is only cited by a later one."""
    taken: set[tuple[str, date | None]] = set()
    for told in tellings:
        own: list[Mention] = []
        for mention in told.item.own:
            key = mention.citation.reference, mention.citation.signed_on
            if key not in taken:
                taken.add(key)
                own.append(mention)
        owners = _Owners(own)
        figures = owners.shared(_figures(page, told))
        cited = owners.shared(_within(page.mentions, told.start, told.end))
        due = owners.shared(_within(page.deadlines, told.start, told.end))
        named = owners.shared(_within(page.agencies, told.start, told.end))
        for at, mention in enumerate(own):
            yield _Document(mention, told, figures[at], cited[at], due[at], named[at])


class _Owners:
    """Which of an item's own documents a part of it belongs to: the last named before it.

    Of documents named in one breath it is the first; each keeps its own mention.
    """

    def __init__(self, own: Sequence[Mention]) -> None:
        self.starts = [each.start for each in own]
        self.owners: list[int] = []
        for at, each in enumerate(own):
            goes_on = at > 0 and each.start - own[at - 1].end <= ONE_LIST
            self.owners.append(self.owners[-1] if goes_on else at)

    def shared(self, placed: Iterable[P]) -> list[list[P]]:
        """The parts of each document, in their order."""
        shares: list[list[P]] = [[] for _ in self.starts]
        for each in placed:
            last = bisect_right(self.starts, each.start) - 1
            if last >= 0 and self.starts[last] == each.start:
                shares[last].append(each)
            elif shares:
                shares[self.owners[max(0, last)]].append(each)
        return shares


def _figures(page: _Page, told: _Told) -> list[Quantity]:
    """The item's figures; the heading's only where the text does not repeat them."""
    inside = _within(page.figures, told.start, told.end)
    if told.item.heading_paragraph is None:
        return [*inside]
    below = page.paragraphs[told.item.heading_paragraph].end
    repeated = {(each.low, each.high, each.unit) for each in inside if each.start >= below}
    return [
        each
        for each in inside
        if each.start >= below or (each.low, each.high, each.unit) not in repeated
    ]


def _item(page: _Page, told: _Told, documents: Sequence[_Document]) -> ItemDraft:
    return ItemDraft(
        start=told.start,
        end=told.end,
        heading=told.item.heading,
        headline=told.headline,
        paragraphs=tuple(
            Placed(start=page.paragraphs[at].start, end=page.paragraphs[at].end)
            for at in told.item.paragraphs
        ),
        decisions=tuple(at for at, each in enumerate(documents) if each.told is told),
    )


def _decision(page: _Page, document: _Document, series: _Series) -> DecisionDraft:
    told, own = document.told, document.own.citation
    act = descriptions.read(page.text, page.paragraphs[document.own.paragraph], own, told.text)
    found = tables.sums(page.text, document.figures, page.rows)
    unread = _within(page.unread, told.start, told.end)
    follow_up = follow_ups.find(
        page.text,
        page.parts,
        document.figures,
        document.deadlines,
        document.agencies,
        signed_on=own.signed_on,
        status=act.status,
        kind=own.kind,
    )
    return DecisionDraft(
        start=told.start,
        end=told.end,
        number=own.reference,
        signed_on=own.signed_on,
        kind=own.kind,
        kind_called=act.kind_called,
        issuer=act.issuer,
        status=act.status,
        addressed_to=_printed(page, told, act.addressed_to) or _named(follow_up.asked),
        lead=_named(follow_up.lead),
        deadline=_due(follow_up.deadline),
        tasks=tuple(_task(page, document, each) for each in follow_up.tasks),
        promulgates=_printed(page, told, act.promulgates),
        heading=told.item.heading,
        headline=told.headline,
        sector=told.sector.sector,
        sector_words=told.sector.words,
        second_sectors=told.sector.second,
        item=told.place + 1,
        paragraph=_counted(told.item, document.own.paragraph),
        facts=_facts(page, document, found, follow_up),
        sums=tuple(
            SumDraft(whole=each.whole, parts=each.parts, difference=each.difference)
            for each in found
        ),
        citations=tuple(_citation(each, document) for each in document.cited),
        labels=tuple(_within(page.labels, told.start, told.end)),
        silences=tuple(
            silences.propose(
                told.item.heading,
                told.text,
                kind=own.kind,
                status=act.status,
                is_normative=own.year is not None,
                figures=document.figures,
            )
        ),
        flags=(
            *_flags(page, document, act, series),
            *_flags_of_figures(document.figures, found, unread),
        ),
        unread=tuple(unread),
    )


def _counted(item: Item, paragraph: int) -> int:
    """The place of a paragraph within its item, counted from 1; 0 is the heading."""
    return 0 if paragraph == item.heading_paragraph else paragraph - item.paragraphs.start + 1


def _printed(page: _Page, told: _Told, name: str | None) -> Named | None:
    """A name where the item prints it."""
    if not name:
        return None
    place = next(places.printed_in(page.text, name, told.start, told.end), None)
    start, end = (place.start, place.end) if place else (told.start, told.start)
    return Named(start=start, end=end, name=name)


def _named(agency: Agency | None) -> Named | None:
    return Named(start=agency.start, end=agency.end, name=agency.name) if agency else None


def _due(deadline: Deadline | None) -> Due | None:
    return Due(start=deadline.start, end=deadline.end, day=deadline.day) if deadline else None


def _task(page: _Page, document: _Document, task: follow_ups.Task) -> TaskDraft:
    place, paragraph = _paragraph(page, task.start)
    sentence = _sentence(page, paragraph, task.start, task.start + 1)
    return TaskDraft(
        start=sentence.start,
        end=sentence.end,
        paragraph=_counted(document.told.item, place),
        lead=_named(task.lead),
        deadline=_due(task.deadline),
    )


def _paragraph(page: _Page, start: int) -> tuple[int, Paragraph]:
    """The paragraph that holds this place of the text, with its position."""
    place = bisect_right(page.paragraphs, start, key=lambda each: each.start) - 1
    return place, page.paragraphs[place]


def _facts(
    page: _Page, document: _Document, found: Sequence[Sum], follow_up: FollowUp
) -> tuple[FactDraft, ...]:
    wholes = {
        part: each.whole
        for each in found
        for part in each.parts
        if document.figures[part].unit is document.figures[each.whole].unit
    }
    return tuple(
        _fact(page, document, figure, follow_up.of_figures[at]).model_copy(
            update={
                "part_of": wholes.get(at),
                "role": roles.propose(at, document.figures, found),
            }
        )
        for at, figure in enumerate(document.figures)
    )


def _fact(
    page: _Page, document: _Document, figure: Quantity, follow_up: follow_ups.Task
) -> FactDraft:
    place, paragraph = _paragraph(page, figure.start)
    option = OPTION.match(paragraph.body)
    before, row = figure.before, page.rows.get(figure.start)
    shared = ("start", "end", "printed", "kind", "low", "high", "unit", "bound", "scale")
    return FactDraft(
        **{name: getattr(figure, name) for name in shared},
        paragraph=_counted(document.told.item, place),
        sentence=_sentence(page, paragraph, figure.start, figure.end),
        direction=_direction(page, document, figure),
        noun=roles.called(figure, page.text),
        row=row.name if row else "",
        before=before
        and BeforeDraft(
            start=before.start,
            end=before.end,
            printed=before.printed,
            low=before.low,
            high=before.high,
        ),
        lead=_named(follow_up.lead),
        deadline=_due(follow_up.deadline),
        option=int(option["number"]) if option else None,
        doubts=figure.flags,
    )


def _direction(page: _Page, document: _Document, figure: Quantity) -> Direction | None:
    """What a report says was reached is no level to reach."""
    if document.own.citation.kind is Kind.REPORT and figure.direction is Direction.REACH:
        said = page.parts.clause_text(page.text, figure.start)
        return figure.direction if figure_context.STRIVEN.search(said.lower()) else None
    return figure.direction


def _sentence(page: _Page, paragraph: Paragraph, at: int, until: int) -> Placed:
    """The sentence that holds this part of the text, within its paragraph."""
    before = bisect_right(page.stops, at) - 1
    after = bisect_left(page.stops, until)
    start = max(paragraph.start, page.stops[before] if before >= 0 else 0)
    end = min(paragraph.end, page.stops[after] if after < len(page.stops) else paragraph.end)
    while page.text[start].isspace():
        start += 1
    return Placed(start=start, end=end)


def _citation(mention: Mention, document: _Document) -> CitationDraft:
    cited = mention.citation
    role = mention.otherwise if mention.role is Role.OWN else mention.role
    return CitationDraft(
        start=cited.start,
        end=cited.end,
        printed=cited.printed,
        number=cited.reference,
        kind=cited.kind,
        called=cited.called,
        signed_on=cited.signed_on,
        role=Role.OWN if mention is document.own else role,
        paragraph=_counted(document.told.item, mention.paragraph),
    )


def _flags(page: _Page, document: _Document, act: Act, series: _Series) -> Iterator[FlagDraft]:
    """What looks odd about a document, by the rules of a build, with the values that prove it."""
    own = document.own.citation
    days = (page.days.first, page.days.last) if page.days else (None, None)
    if own.signed_on:
        for rule, evidence in flags.odd_days(own.signed_on, *days):
            yield FlagDraft(rule=rule, evidence=evidence)
    point = _point(document)
    if point:
        others = series[point.series, point.signed_on.year]
        for rule, evidence in flags.out_of_series(point, others):
            yield FlagDraft(rule=rule, evidence=evidence)
    for cited in (each.citation for each in document.cited):
        called = act.called if cited is own else cited.called
        if _disagree(cited.kind, called):
            evidence = {"number": cited.reference, "kind": cited.kind, "called": str(called)}
            yield FlagDraft(rule=FlagRule.SYMBOL_AGAINST_WORDS, evidence=evidence)


def _flags_of_figures(
    figures: Sequence[Quantity], found: Sequence[Sum], unread: Sequence[Unread]
) -> Iterator[FlagDraft]:
    for each in found:
        if not each.closes:
            whole = figures[each.whole]
            evidence = {
                "fact": str(each.whole),
                "stated": str(whole.low),
                "difference": str(each.difference),
                "unit": whole.unit,
                "scale": str(whole.scale),
            }
            yield FlagDraft(rule=FlagRule.SUM_DOES_NOT_CLOSE, evidence=evidence)
    for number in unread:
        yield FlagDraft(rule=FlagRule.UNREAD, evidence={"printed": number.printed})


def _disagree(kind: Kind, called: Kind | None) -> bool:
    """Words and symbol name kinds that the rule of a build tells apart."""
    told_apart = flags.KIND_WORDS.values()
    return called is not kind and called in told_apart and kind in told_apart


def _point(document: _Document) -> SeriesPoint | None:
    """Where the document stands in its series; None without a day or a number of the usual form."""
    own = document.own.citation
    try:
        series = DocumentNumber.read(own.reference).series
    except ValueError:
        return None
    if own.signed_on is None:
        return None
    return SeriesPoint(series, own.number, own.signed_on, own.reference)


def _in_series(points: Iterable[SeriesPoint]) -> _Series:
    """Points by their series and year."""
    series: defaultdict[tuple[str, int], list[SeriesPoint]] = defaultdict(list)
    for point in points:
        series[point.series, point.signed_on.year].append(point)
    return series
