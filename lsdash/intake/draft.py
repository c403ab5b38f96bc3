"""A bulletin read into a draft of its week's record, for a reviewer to mend and publish.

The draft holds what the text says, with the place of every part in the text as received, and what
rules propose: sector, status, sums, silences, flags.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lsdash.errors import NotABulletinError
from lsdash.intake import (
    acts,
    citations,
    coverage,
    furniture,
    headlines,
    items,
    mentions,
    opening,
    paragraphs,
    quantities,
    sectors,
    silences,
    sums,
)
from lsdash.intake.acts import Act
from lsdash.intake.items import Item
from lsdash.intake.mentions import Mention, Role
from lsdash.intake.model import (
    CitationDraft,
    DecisionDraft,
    Draft,
    FactDraft,
    FlagDraft,
    ItemDraft,
    LabelDraft,
    Placed,
    SumDraft,
    Unread,
)
from lsdash.intake.paragraphs import Paragraph
from lsdash.intake.period import Days
from lsdash.intake.prepared import Placeable
from lsdash.intake.quantities import Name, Quantity
from lsdash.intake.received import Received
from lsdash.intake.sums import Sum
from lsdash.model import DocumentNumber
from lsdash.quantities.readings import Doubt
from lsdash.records import flags
from lsdash.records.flags import SeriesPoint
from lsdash.vocabulary import Bound, FigureKind, FlagRule, Kind

ONE_LIST = 60
"""Characters at most between two documents that are named in one breath."""

SENTENCE_END = re.compile(r"(?<![A-ZĐ])[.!?…](?=\s)|[\n\r]")
LONGEST_SENTENCE = 2_000
DATE = "date"
OPTION = re.compile(r"phương án (?:số )?(?P<number>\d{1,2})\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Page:
    """What was found in a text, before it is put together."""

    text: str
    paragraphs: Sequence[Paragraph]
    mentions: Sequence[Mention]
    figures: Sequence[Quantity]
    names: Sequence[Name]
    unread: Sequence[Unread]
    days: Days | None
    known: Sequence[SeriesPoint]


@dataclass(frozen=True)
class _Document:
    """An item's own document with the figures and citations that belong to it."""

    own: Mention
    item: Item
    place: int
    headline: int | None
    figures: Sequence[Quantity]
    cited: Sequence[Mention]


def read(received: Received, known: Iterable[SeriesPoint] = ()) -> Draft:
    """The draft of a bulletin; `known` are numbers given out in series on known days.

    Raises NotABulletinError where the text names neither a week nor a document of the province.
    """
    text = received.text
    printed = paragraphs.split(text)
    told = [each for each in printed if not furniture.read(each.text)]
    head = opening.find(told, received.title)
    author = opening.author(told[head.body :])
    body = range(head.body, len(told) - bool(author))
    may_head = [told[at].body for at in body if items.may_head(told[at])]
    listed = headlines.split(head.subjects, may_head)
    around = [each for each in printed if furniture.read(each.text)]
    page = _page(text, told, [*head.title_lines, *around], head.days, tuple(known))
    found = items.split(told, body, page.mentions, listed.subjects)
    matched = headlines.match(listed.subjects, [item.heading for item in found])
    documents = list(_documents(page, found, matched))
    if not documents and not head.is_weekly:
        raise NotABulletinError(name=received.name)
    return Draft(
        title=head.title,
        period_from=head.days and head.days.first,
        period_to=head.days and head.days.last,
        period_printed=head.days and head.days.printed,
        author=author,
        headlines=listed.subjects,
        headlines_complete=listed.is_complete,
        items=tuple(_item(page, at, item, matched[at], documents) for at, item in enumerate(found)),
        decisions=tuple(_decision(page, document, documents) for document in documents),
        numbers=len(coverage.NUMBER.findall(text)),
        unread=tuple(page.unread),
    )


def _page(
    text: str,
    told: Sequence[Paragraph],
    apart: Sequence[Paragraph],
    days: Days | None,
    known: Sequence[SeriesPoint],
) -> _Page:
    """`apart` are paragraphs whose numbers are accounted for: the title, what stands around."""
    cited = citations.find(text)
    figures = [each for each in quantities.find(text, cited) if not _counts_nothing(each)]
    names = quantities.names(text, cited)
    spoken_for: list[Placeable] = [*cited, *figures, *names, *apart]
    claimed = [(each.start, each.end) for each in spoken_for]
    return _Page(
        text=text,
        paragraphs=told,
        mentions=mentions.find(text, told, cited, days),
        figures=figures,
        names=names,
        unread=[
            Unread(start=each.start, end=each.end, printed=each.printed, context=each.context)
            for each in coverage.unread(text, claimed)
        ],
        days=days,
        known=known,
    )


def _counts_nothing(figure: Quantity) -> bool:
    """A bare number: nothing beside it says what it counts, so it is not read as a figure."""
    return Doubt.NO_UNIT in figure.flags and figure.bound is Bound.EXACT


def _documents(
    page: _Page, found: Sequence[Item], matched: Sequence[int | None]
) -> Iterator[_Document]:
    """Each item's own documents; one that an earlier item has is only cited by a later one."""
    taken: set[tuple[str, date | None]] = set()
    for place, item in enumerate(found):
        own: list[Mention] = []
        for mention in item.own:
            key = mention.citation.reference, mention.citation.signed_on
            if key not in taken:
                taken.add(key)
                own.append(mention)
        figures = _figures(page, item)
        mentioned = [each for each in page.mentions if each.paragraph in _paragraphs(item)]
        for mention in own:
            yield _Document(
                own=mention,
                item=item,
                place=place,
                headline=matched[place],
                figures=[each for each in figures if _owner(own, each.start) is mention],
                cited=[
                    each
                    for each in mentioned
                    if each is mention
                    or (each not in own and _owner(own, each.citation.start) is mention)
                ],
            )


def _paragraphs(item: Item) -> range:
    """The item's paragraphs with its heading's."""
    first = item.paragraphs.start if item.heading_paragraph is None else item.heading_paragraph
    return range(first, item.paragraphs.stop)


def _span(page: _Page, item: Item) -> tuple[int, int]:
    every = _paragraphs(item)
    return page.paragraphs[every[0]].start, page.paragraphs[every[-1]].end


def _owner(own: Sequence[Mention], start: int) -> Mention:
    """The document that what stands at `start` belongs to: the last named before it.

    Of documents named in one breath it is the first.
    """
    before = [each for each in own if each.citation.start <= start] or list(own[:1])
    owner = before.pop()
    while before and owner.citation.start - before[-1].citation.end <= ONE_LIST:
        owner = before.pop()
    return owner


def _figures(page: _Page, item: Item) -> list[Quantity]:
    """The item's figures, dates apart; the heading's only where the text does not repeat them."""
    start, end = _span(page, item)
    counted = [each for each in page.figures if each.kind is not FigureKind.DATE]
    inside = [each for each in counted if start <= each.start and each.end <= end]
    told_from = page.paragraphs[item.paragraphs.start].start if item.paragraphs else end
    told = {(each.low, each.high, each.unit) for each in inside if each.start >= told_from}
    return [
        each
        for each in inside
        if each.start >= told_from or (each.low, each.high, each.unit) not in told
    ]


def _item(
    page: _Page,
    place: int,
    item: Item,
    headline: int | None,
    documents: Sequence[_Document],
) -> ItemDraft:
    start, end = _span(page, item)
    return ItemDraft(
        start=start,
        end=end,
        heading=item.heading,
        headline=headline,
        paragraphs=tuple(
            Placed(start=page.paragraphs[at].start, end=page.paragraphs[at].end)
            for at in item.paragraphs
        ),
        decisions=tuple(at for at, each in enumerate(documents) if each.place == place),
    )


def _decision(page: _Page, document: _Document, documents: Sequence[_Document]) -> DecisionDraft:
    item, own = document.item, document.own.citation
    start, end = _span(page, item)
    paragraph = page.paragraphs[document.own.paragraph]
    text = " ".join(page.paragraphs[at].text for at in item.paragraphs)
    rest = " ".join(
        page.paragraphs[at].text for at in item.paragraphs if at > document.own.paragraph
    )
    act = acts.read(page.text, paragraph, own, rest)
    sector = sectors.propose(item.heading, text)
    found = sums.find(page.text, document.figures)
    unread = tuple(each for each in page.unread if start <= each.start < end)
    return DecisionDraft(
        start=start,
        end=end,
        number=own.reference,
        signed_on=own.signed_on,
        kind=own.kind,
        kind_called=act.kind_called,
        issuer=act.issuer,
        status=act.status,
        addressed_to=act.addressed_to,
        heading=item.heading,
        headline=document.headline,
        sector=sector.sector,
        sector_words=sector.words,
        second_sectors=sector.second,
        item=document.place + 1,
        paragraph=_counted(item, document.own.paragraph),
        facts=_facts(page, document, found),
        sums=tuple(
            SumDraft(whole=each.whole, parts=each.parts, difference=each.difference)
            for each in found
        ),
        citations=tuple(_citation(each, document) for each in document.cited),
        labels=_labels(page, start, end),
        silences=tuple(
            silences.propose(
                item.heading,
                text,
                kind=own.kind,
                status=act.status,
                is_normative=own.year is not None,
                figures=document.figures,
            )
        ),
        flags=(
            *_flags(page, document, documents, act),
            *_flags_of_figures(document.figures, found, unread),
        ),
        unread=unread,
    )


def _counted(item: Item, paragraph: int) -> int:
    """The place of a paragraph within its item, counted from 1; 0 is the heading."""
    return 0 if paragraph == item.heading_paragraph else paragraph - item.paragraphs.start + 1


def _facts(page: _Page, document: _Document, found: Sequence[Sum]) -> tuple[FactDraft, ...]:
    starts = [each.start for each in page.paragraphs]
    wholes = {
        part: each.whole
        for each in found
        for part in each.parts
        if document.figures[part].unit is document.figures[each.whole].unit
    }
    facts: list[FactDraft] = []
    for at, figure in enumerate(document.figures):
        place = bisect_right(starts, figure.start) - 1
        paragraph = page.paragraphs[place]
        option = OPTION.match(paragraph.body)
        facts.append(
            FactDraft(
                start=figure.start,
                end=figure.end,
                printed=figure.printed,
                kind=figure.kind,
                low=figure.low,
                high=figure.high,
                unit=figure.unit,
                bound=figure.bound,
                scale=figure.scale,
                paragraph=_counted(document.item, place),
                sentence=_sentence(page.text, paragraph, figure),
                part_of=wholes.get(at),
                direction=figure.direction,
                option=int(option["number"]) if option else None,
                doubts=figure.flags,
            )
        )
    return tuple(facts)


def _sentence(text: str, paragraph: Paragraph, figure: Quantity) -> Placed:
    """The sentence that holds the figure, within its paragraph."""
    start = max(paragraph.start, figure.start - LONGEST_SENTENCE)
    end = min(paragraph.end, figure.end + LONGEST_SENTENCE)
    before = [found.end() for found in SENTENCE_END.finditer(text, start, figure.start)]
    begin = before[-1] if before else start
    begin += len(text[begin : figure.start]) - len(text[begin : figure.start].lstrip())
    after = SENTENCE_END.search(text, figure.end, end)
    return Placed(start=begin, end=after.end() if after else end)


def _citation(mention: Mention, document: _Document) -> CitationDraft:
    cited = mention.citation
    is_own = mention is document.own
    return CitationDraft(
        start=cited.start,
        end=cited.end,
        printed=cited.printed,
        number=cited.reference,
        kind=cited.kind,
        called=cited.called,
        signed_on=cited.signed_on,
        role=Role.OWN if is_own else Role.CITES if mention.role is Role.OWN else mention.role,
        paragraph=_counted(document.item, mention.paragraph),
    )


def _labels(page: _Page, start: int, end: int) -> tuple[LabelDraft, ...]:
    """Names and dates of the item that hold digits."""
    found = [
        LabelDraft(start=each.start, end=each.end, printed=each.printed, naming=each.naming)
        for each in page.names
    ]
    found += [
        LabelDraft(start=each.start, end=each.end, printed=each.printed, naming=DATE)
        for each in page.figures
        if each.kind is FigureKind.DATE
    ]
    inside = (each for each in found if start <= each.start and each.end <= end)
    return tuple(sorted(inside, key=lambda each: each.start))


def _flags(
    page: _Page, document: _Document, documents: Sequence[_Document], act: Act
) -> Iterator[FlagDraft]:
    """What looks odd about a document, by the rules of a build, with the values that prove it."""
    own = document.own.citation
    days = (page.days.first, page.days.last) if page.days else (None, None)
    if own.signed_on:
        for rule, evidence in flags.odd_days(own.signed_on, *days):
            yield FlagDraft(rule=rule, evidence=evidence)
    point = _point(document)
    others = [*page.known, *filter(None, map(_point, documents))]
    if point:
        alike = [each for each in others if _series(each) == _series(point)]
        for rule, evidence in flags.out_of_series(point, alike):
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
    return SeriesPoint(series, own.number, own.signed_on) if own.signed_on else None


def _series(point: SeriesPoint) -> tuple[str, int]:
    return point.series, point.signed_on.year
