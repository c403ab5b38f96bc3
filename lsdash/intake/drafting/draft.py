"""A bulletin read into a draft of its week's record, for a reviewer to mend and publish.

The draft holds what the text says, with the place of every part in the text as received, and what
rules propose: sector, status, sums, silences, flags.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress, groupby

from lsdash.errors import Limited, NotABulletinError, TooLargeError
from lsdash.intake.bulletin import boilerplate, headlines, items, opening
from lsdash.intake.bulletin.opening import Opening
from lsdash.intake.decision import paper
from lsdash.intake.drafting import account, coverage
from lsdash.intake.drafting.decisions import decision_draft
from lsdash.intake.drafting.documents import item_draft, own_documents, told_item
from lsdash.intake.drafting.facts import fact_draft
from lsdash.intake.drafting.findings import Findings, find_all
from lsdash.intake.drafting.flags import by_series, point_of
from lsdash.intake.drafting.model import (
    Belongs,
    ConvertedDraft,
    Draft,
    LeftOutDraft,
    LooseDraft,
    Part,
)
from lsdash.intake.drafting.papers import draft as papers
from lsdash.intake.drafting.scans import doubts
from lsdash.intake.files import limits
from lsdash.intake.files.received import Received
from lsdash.intake.text import paragraphs
from lsdash.intake.text.normalized import within
from lsdash.intake.text.paragraphs import Paragraph
from lsdash.records.flags import SeriesPoint


def read(received: Received, known: Iterable[SeriesPoint] = ()) -> Draft:
    """The draft of a bulletin; `known` are numbers given out in series on known days.

    Raises NotABulletinError where the text names neither a week nor a document of the province,
    TooLargeError for more numbers, figures or documents than any bulletin has.
    """
    return doubts.marked(_read(received, known), received)


def _read(received: Received, known: Iterable[SeriesPoint]) -> Draft:
    numbers = len(coverage.NUMBER.findall(received.text))
    _check(received, numbers, limits.MOST_NUMBERS, "numbers")
    if (itself := paper.read(received.text)) is not None:
        alone = papers.draft(received, itself, known, numbers=numbers)
        _check(received, len(alone.decisions[0].facts), limits.MOST_FIGURES, "figures")
        beside = {"left_out": _left_out(received), "converted": _converted(received)}
        return alone.model_copy(update=beside)
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
    findings = find_all(received, told, [*head.title_lines, *around], head.days)
    _check(received, len(findings.figures), limits.MOST_FIGURES, "figures")
    found = items.split(told, body, findings.mentions, listed.subjects, findings.figures)
    matched = headlines.match(listed.subjects, [item.heading for item in found])
    tellings = [told_item(findings, at, item, matched[at]) for at, item in enumerate(found)]
    documents = list(own_documents(findings, tellings))
    _check(received, len(documents), limits.MOST_DOCUMENTS, "documents")
    if not documents and not head.is_weekly:
        raise NotABulletinError(name=received.name)
    series = by_series([*known, *filter(None, map(point_of, documents))])
    with_document = {each.told.place for each in documents}
    belonging = account.of_items(told, body, found, with_document, findings.holding)
    parts = _account(findings, printed, head, belonging)
    return Draft(
        title=head.title,
        period_from=head.days and head.days.first,
        period_to=head.days and head.days.last,
        period_printed=head.days and head.days.printed,
        author=author,
        headlines=listed.subjects,
        headlines_complete=listed.is_complete,
        items=tuple(item_draft(findings, each, documents) for each in tellings),
        decisions=tuple(decision_draft(findings, document, series) for document in documents),
        numbers=numbers,
        unread=tuple(findings.unread),
        account=parts,
        loose=tuple(_loose(findings, parts)),
        left_out=_left_out(received),
        converted=_converted(received),
    )


def _left_out(received: Received) -> tuple[LeftOutDraft, ...]:
    return tuple(LeftOutDraft(what=each.what, text=each.text) for each in received.left_out)


def _converted(received: Received) -> tuple[ConvertedDraft, ...]:
    return tuple(
        ConvertedDraft(start=each.start, end=each.end, stored=each.stored, font=each.font)
        for each in received.converted
    )


def _account(
    findings: Findings,
    printed: Sequence[Paragraph],
    head: Opening,
    body: Mapping[int, tuple[Belongs, int]],
) -> tuple[Part, ...]:
    """What every part of the text belongs to; `printed` are all its paragraphs."""
    whole: dict[int, tuple[Belongs, int]] = {}
    for at, paragraph in enumerate(findings.paragraphs):
        if at >= head.body:
            whole[paragraph.start] = body.get(at, (Belongs.AUTHOR, 0))
        elif paragraph in head.title_lines:
            whole[paragraph.start] = Belongs.TITLE, 0
        else:
            is_listed = at in head.listed or at not in findings.holding
            whole[paragraph.start] = Belongs.LIST if is_listed else Belongs.NO_ITEM, 0
    around = Belongs.FURNITURE, 0
    belong = [(each, *whole.get(each.start, around)) for each in printed]
    return account.close(findings.text, belong)


def _loose(findings: Findings, parts: Sequence[Part]) -> Iterator[LooseDraft]:
    """The parts that are of no document, those of one item together."""
    for (belongs, _), run in groupby(parts, key=lambda each: (each.belongs, each.item)):
        if belongs not in account.OPEN:
            continue
        held = list(run)
        start, end = held[0].start, held[-1].end
        shown = findings.text[start:end]
        yield LooseDraft(
            start=start + len(shown) - len(shown.lstrip()),
            end=end - (len(shown) - len(shown.rstrip())),
            facts=tuple(
                fact_draft(findings, each, 1) for each in within(findings.figures, start, end)
            ),
            unread=tuple(within(findings.unread, start, end)),
        )


def _check(received: Received, count: int, most: int, unit: Limited) -> None:
    if count > most:
        raise TooLargeError(name=received.name, most=most, unit=unit)
