"""Who is to do what by when, as the articles of a document itself say it."""

from collections.abc import Sequence
from datetime import date

from lsdash.intake.decision import articles
from lsdash.intake.drafting import follow_ups
from lsdash.intake.drafting.facts import agency_named, due_on
from lsdash.intake.drafting.follow_ups import FollowUp, Task
from lsdash.intake.drafting.model import TaskDraft
from lsdash.intake.drafting.papers.findings import SENTENCE_END, Findings
from lsdash.intake.finding import agencies, deadlines
from lsdash.intake.finding.deadlines import Deadline
from lsdash.vocabulary import Status


def due(findings: Findings) -> list[Deadline]:
    """The deadlines of its body."""
    figures = [*findings.figures.quantities, *findings.figures.dates]
    signed_on = findings.paper.head.signed_on
    found = deadlines.find(findings.ready, figures, signed_on, findings.cited)
    return [each for each in found if findings.is_in_body(each.start)]


def gone(findings: Findings) -> list[date]:
    """Days of its body by which something is to be done, and that were past when it was signed."""
    signed_on = findings.paper.head.signed_on
    if signed_on is None:
        return []
    found = deadlines.gone(findings.ready, findings.figures.dates, signed_on)
    return [each.day for each in found if findings.is_in_body(each.start)]


def find(findings: Findings, status: Status, due: Sequence[Deadline]) -> FollowUp:
    """What it says of who must act by when, `due` being its deadlines."""
    text, head = findings.text, findings.paper.head
    stops = [each.end() for each in SENTENCE_END.finditer(text)]
    told = agencies.find(findings.ready)
    return follow_ups.find(
        text,
        follow_ups.sentences(text, stops),
        findings.figures.quantities,
        due,
        [each for each in told if findings.is_in_body(each.start)],
        signed_on=head.signed_on,
        status=status,
        kind=head.kind,
    )


def task_draft(findings: Findings, task: Task) -> TaskDraft:
    passage = articles.at(findings.paper.passages, task.start)
    start, end = (passage.start, passage.end) if passage else (task.start, task.start)
    return TaskDraft(
        start=start,
        end=end,
        paragraph=findings.paragraph_at(task.start),
        lead=agency_named(task.lead),
        deadline=due_on(task.deadline),
    )
