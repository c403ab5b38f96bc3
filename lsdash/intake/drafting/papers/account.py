"""An account of a document itself: what its text belongs to, and what its numbers are."""

import re
from collections.abc import Iterator

from lsdash.intake.decision import articles
from lsdash.intake.decision.paper import Paper
from lsdash.intake.drafting import account, coverage
from lsdash.intake.drafting.model import Belongs, LabelDraft, Part, Unread
from lsdash.intake.drafting.papers.figures import is_in_table, is_of_effect
from lsdash.intake.drafting.papers.findings import Findings
from lsdash.intake.finding.quantities import Quantity
from lsdash.intake.text import paragraphs
from lsdash.intake.text.normalized import Placeable

NUMBERING = re.compile(r"\W*(?:Điều\s+)?[\dIVX.]{1,8}")


def parts(findings: Findings) -> tuple[Part, ...]:
    """The whole text as that of the one document, the rows of its tables told apart."""
    text, paper = findings.text, findings.paper
    return account.close(
        text,
        [
            (each, Belongs.ROW if is_in_table(paper, each.start) else Belongs.ITEM, 1)
            for each in paragraphs.split(text)
        ],
    )


def labels(findings: Findings) -> Iterator[LabelDraft]:
    """Names and dates that hold digits."""
    named = [(each.start, each.end, each.printed, str(each.naming)) for each in findings.names]
    dated = [(each.start, each.end, each.printed, "date") for each in findings.figures.dates]
    for start, end, printed, naming in sorted([*named, *dated]):
        yield LabelDraft(start=start, end=end, printed=printed, naming=naming)


def unread(findings: Findings) -> list[Unread]:
    """Numbers that nothing accounts for; those of the head and the signature are furniture."""
    paper = findings.paper
    claimed = [(each.start, each.end) for each in _spoken_for(findings)]
    claimed += [(each.start, each.body) for each in paper.annexes]
    claimed.append((0, paper.head.end))
    return [
        Unread(start=each.start, end=each.end, printed=each.printed, context=each.context)
        for each in coverage.unread(findings.text, claimed)
        if not _is_numbering(findings, each.start)
    ]


def _spoken_for(findings: Findings) -> Iterator[Placeable]:
    """What accounts for its numbers: figures, documents, names, cells, the signature."""
    paper, figures = findings.paper, findings.figures
    yield from findings.cited
    yield from findings.names
    yield from figures.dates
    yield from (each.figure for each in (*figures.stated, *figures.in_tables))
    for each in figures.everywhere:
        if is_of_effect(paper, each) or _is_in_ground(paper, each):
            yield each
        if each.before:
            yield each.before
    for placed in paper.grids:
        yield from placed.grid.counting
        yield from placed.grid.checks
    if paper.signature:
        yield paper.signature


def _is_in_ground(paper: Paper, figure: Quantity) -> bool:
    return any(each.start <= figure.start < each.end for each in paper.grounds)


def _is_numbering(findings: Findings, start: int) -> bool:
    """The number of an article, a clause or a section where its paragraph begins."""
    passage = articles.at(findings.paper.passages, start)
    if passage is None or start >= passage.end:
        return False
    opened = NUMBERING.match(findings.text[passage.start : passage.end])
    return bool(opened and start < passage.start + opened.end())
