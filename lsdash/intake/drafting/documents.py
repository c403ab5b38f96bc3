"""Items with their own documents, and which of an item's documents a part of it belongs to."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lsdash.intake.bulletin.citation_roles import Mention
from lsdash.intake.bulletin.items import Item
from lsdash.intake.drafting import sectors
from lsdash.intake.drafting.findings import Findings
from lsdash.intake.drafting.model import ItemDraft, Placed
from lsdash.intake.drafting.sectors import Proposal
from lsdash.intake.finding.agencies import Agency
from lsdash.intake.finding.deadlines import Deadline
from lsdash.intake.finding.quantities import Quantity
from lsdash.intake.text.normalized import P, within

BESIDE = 20
TRAILS = re.compile(r"(?:\(|(?<!\w)(?:theo|tại|bằng)\s)(?:các\s)?$", re.IGNORECASE)
GOES_ON = re.compile(r"\)?\s?(?:,?\s?và\s|,\s)")
"""What stands before and behind a document that closes what it tells."""

ONE_LIST = 60
"""Characters at most between two documents that are named in one breath."""


@dataclass(frozen=True)
class ToldItem:
    """An item with what its paragraphs hold."""

    item: Item
    place: int
    headline: int | None
    start: int
    end: int
    text: str
    sector: Proposal


@dataclass(frozen=True)
class OwnDocument:
    """An item's own document with the figures and citations that belong to it."""

    own: Mention
    told: ToldItem
    figures: Sequence[Quantity]
    cited: Sequence[Mention]
    deadlines: Sequence[Deadline]
    gone: Sequence[Deadline]
    agencies: Sequence[Agency]


def told_item(findings: Findings, place: int, item: Item, headline: int | None) -> ToldItem:
    text = " ".join(findings.paragraphs[at].text for at in item.paragraphs)
    return ToldItem(
        item=item,
        place=place,
        headline=headline,
        start=findings.paragraphs[item.first].start,
        end=findings.paragraphs[item.paragraphs.stop - 1].end,
        text=text,
        sector=sectors.propose(item.heading, text),
    )


Sameness = tuple[tuple[object, ...], date | None]
"""What tells one document from another: its number, however written, and its day."""


def own_documents(findings: Findings, tellings: Iterable[ToldItem]) -> Iterator[OwnDocument]:
    """Each item's own documents; one that an earlier item has is only cited by a later one."""
    taken: set[Sameness] = set()
    for told in tellings:
        own: list[Mention] = []
        for mention in told.item.own:
            key = mention.citation.key, mention.citation.signed_on
            if key not in taken:
                taken.add(key)
                own.append(mention)
        owners = _Owners(own, findings)
        figures = owners.shared(_figures(findings, told))
        cited = [
            [each for each in mentions if each is mention or not _is_again(each, mention)]
            for mention, mentions in zip(
                own, owners.shared(within(findings.mentions, told.start, told.end)), strict=False
            )
        ]
        due = owners.shared(within(findings.deadlines, told.start, told.end))
        gone = owners.shared(within(findings.gone, told.start, told.end))
        named = owners.shared(within(findings.agencies, told.start, told.end))
        for at, mention in enumerate(own):
            yield OwnDocument(mention, told, figures[at], cited[at], due[at], gone[at], named[at])


def _is_again(other: Mention, own: Mention) -> bool:
    """It names the document itself once more."""
    day = other.citation.signed_on
    return other.citation.key == own.citation.key and day in (None, own.citation.signed_on)


class _Owners:
    """Which of an item's own documents a part of it belongs to: the last named before it.

    That is the next one where its clause ends in that one and names none before: `cấp 5 tỷ đồng
    (Quyết định số 1/QĐ-UBND); cấp 3 tỷ đồng (Quyết định số 2/QĐ-UBND)`.
    Of documents named in one breath, without a figure between, it is the first; each keeps its
    own mention.
    """

    def __init__(self, own: Sequence[Mention], findings: Findings) -> None:
        self.starts = [each.start for each in own]
        self.clauses = sorted([*findings.parts.clauses, *_closed_by(own, findings.text)])
        self.owners: list[int] = []
        for at, each in enumerate(own):
            goes_on = (
                at > 0
                and each.start - own[at - 1].end <= ONE_LIST
                and not within(findings.figures, own[at - 1].end, each.start)
            )
            self.owners.append(self.owners[-1] if goes_on else at)

    def shared(self, placed: Iterable[P]) -> list[list[P]]:
        """The parts of each document, in their order."""
        shares: list[list[P]] = [[] for _ in self.starts]
        for each in placed:
            last = bisect_right(self.starts, each.start) - 1
            if last >= 0 and self.starts[last] == each.start:
                shares[last].append(each)
            elif (
                last >= 0
                and self._closes(last + 1, each.start)
                and not self._closes(last, each.start)
            ):
                shares[last + 1].append(each)
            elif shares:
                shares[self.owners[max(0, last)]].append(each)
        return shares

    def _closes(self, owner: int, at: int) -> bool:
        """The document stands in the clause that holds this place."""
        if owner >= len(self.starts):
            return False
        return bisect_right(self.clauses, at) == bisect_right(self.clauses, self.starts[owner])


def _closed_by(own: Sequence[Mention], text: str) -> Iterator[int]:
    """Where a document in brackets, or behind `theo`, closes what it tells: `…) và 3 tỷ đồng`."""
    for each in own:
        before = text[max(0, each.start - BESIDE) : each.start]
        after = GOES_ON.match(text, each.end)
        if after and TRAILS.search(before):
            yield after.end()


def _figures(findings: Findings, told: ToldItem) -> list[Quantity]:
    """The item's figures; the heading's only where the text does not repeat them."""
    inside = within(findings.figures, told.start, told.end)
    if not told.item.heading_paragraphs:
        return [*inside]
    below = findings.paragraphs[told.item.heading_paragraphs[-1]].end
    repeated = {(each.low, each.high, each.unit) for each in inside if each.start >= below}
    return [
        each
        for each in inside
        if each.start >= below or (each.low, each.high, each.unit) not in repeated
    ]


def item_draft(findings: Findings, told: ToldItem, documents: Sequence[OwnDocument]) -> ItemDraft:
    return ItemDraft(
        start=told.start,
        end=told.end,
        heading=told.item.heading,
        headline=told.headline,
        paragraphs=tuple(
            Placed(start=findings.paragraphs[at].start, end=findings.paragraphs[at].end)
            for at in told.item.paragraphs
        ),
        decisions=tuple(at for at, each in enumerate(documents) if each.told is told),
    )


def counted_in(item: Item, paragraph: int) -> int:
    """The place of a paragraph within its item, counted from 1; 0 is the heading."""
    return max(0, paragraph - item.paragraphs.start + 1)
