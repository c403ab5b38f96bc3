"""All that was found in a text, in its order, before it is put together."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from lsdash.intake.bulletin import citation_roles
from lsdash.intake.bulletin.citation_roles import Mention
from lsdash.intake.bulletin.days_covered import Days
from lsdash.intake.drafting import coverage, follow_ups
from lsdash.intake.drafting.follow_ups import Sentences
from lsdash.intake.drafting.model import LabelDraft, Placed, Unread
from lsdash.intake.drafting.scans import doubts
from lsdash.intake.files.received import Received
from lsdash.intake.finding import (
    agencies,
    citations,
    deadlines,
    quantities,
    replaced_figures,
    sums,
    tables,
)
from lsdash.intake.finding.agencies import Agency
from lsdash.intake.finding.citations import Citation
from lsdash.intake.finding.deadlines import Deadline
from lsdash.intake.finding.quantities import Name, Quantity
from lsdash.intake.text import normalized
from lsdash.intake.text.normalized import Placeable
from lsdash.intake.text.paragraphs import Paragraph
from lsdash.quantities.doubts import Doubt
from lsdash.vocabulary import Bound, FigureKind

SENTENCE_END = re.compile(r"(?<![A-ZĐ])[.!?…](?=\s)|[\n\r]")
DATE = "date"


@dataclass(frozen=True)
class Findings:
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
    gone: Sequence[Deadline]
    """What is to be done by a day before the last that the text may be signed on."""
    agencies: Sequence[Agency]
    days: Days | None

    @cached_property
    def holding(self) -> set[int]:
        """The paragraphs that hold a figure, or a number that nothing accounts for."""
        numbers = [each.start for each in self.figures] + [each.start for each in self.unread]
        starts = [each.start for each in self.paragraphs]
        return {bisect_right(starts, number) - 1 for number in numbers}


def find_all(
    received: Received, told: Sequence[Paragraph], apart: Sequence[Paragraph], days: Days | None
) -> Findings:
    """`apart` are paragraphs whose numbers are accounted for: the title, what stands around."""
    text = received.text
    cited = citations.find(text, days.last if days else None)
    found = doubts.find(text, cited, received)
    known = sums.with_shared_unit(text, replaced_figures.joined(text, found))
    known = sums.with_neighbours_unit(text, known)
    beside = [each for each in known if not counts_nothing(each)]
    figures, rows, counted = tables.merged(beside, tables.find(text))
    names = quantities.names(text, cited)
    earlier = [each.before for each in figures if each.before]
    spoken_for: list[Placeable] = [*cited, *figures, *earlier, *counted, *names, *apart]
    claimed = [(each.start, each.end) for each in spoken_for]
    unread_words = quantities.unread_words(text, [*figures, *earlier])
    stops = [found.end() for found in SENTENCE_END.finditer(text)]
    ready = normalized.prepare(text)
    last = days.last if days and days.last else _since(cited, days)
    return Findings(
        text=text,
        paragraphs=told,
        mentions=citation_roles.find(text, told, cited, days),
        figures=[each for each in figures if each.kind is not FigureKind.DATE],
        labels=_labels(figures, names),
        unread=[
            Unread(start=each.start, end=each.end, printed=each.printed, context=each.context)
            for each in coverage.unread(text, claimed, unread_words)
        ],
        stops=stops,
        rows=rows,
        parts=follow_ups.sentences(text, stops),
        deadlines=deadlines.find(ready, figures, _since(cited, days), cited),
        gone=deadlines.gone(ready, figures, last) if last else (),
        agencies=agencies.find(ready),
        days=days,
    )


def _since(cited: Iterable[Citation], days: Days | None) -> date | None:
    """The day from which on a deadline of the text may lie: the week's first."""
    if days and days.first:
        return days.first
    return max((each.signed_on for each in cited if each.signed_on), default=None)


def counts_nothing(figure: Quantity) -> bool:
    """A bare number: nothing beside it says what it counts, so it is not read as a figure.

    Nor is a bare part, `khoảng 1/4`, whatever its bound: its number alone says something else.
    """
    is_bare = Doubt.NO_UNIT in figure.flags
    return is_bare and (figure.bound is Bound.EXACT or figure.of is not None)


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


def paragraph_at(findings: Findings, start: int) -> tuple[int, Paragraph]:
    """The paragraph that holds this place of the text, with its position."""
    place = bisect_right(findings.paragraphs, start, key=lambda each: each.start) - 1
    return place, findings.paragraphs[place]


def sentence_around(findings: Findings, paragraph: Paragraph, at: int, until: int) -> Placed:
    """The sentence that holds this part of the text, within its paragraph."""
    before = bisect_right(findings.stops, at) - 1
    after = bisect_left(findings.stops, until)
    start = max(paragraph.start, findings.stops[before] if before >= 0 else 0)
    end = min(
        paragraph.end, findings.stops[after] if after < len(findings.stops) else paragraph.end
    )
    while findings.text[start].isspace():
        start += 1
    return Placed(start=start, end=end)
