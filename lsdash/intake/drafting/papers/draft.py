"""A document itself, read into a draft: one document of the week of its date, with its parts."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from lsdash.intake.decision.paper import Paper
from lsdash.intake.drafting import sectors, silences
from lsdash.intake.drafting.facts import agency_named, due_on
from lsdash.intake.drafting.model import DecisionDraft, Draft, ItemDraft, Named, Placed
from lsdash.intake.drafting.papers import (
    account,
    facts,
    flags,
    follow_up,
    parts,
    relations,
    standing,
)
from lsdash.intake.drafting.papers.findings import Findings, find_all
from lsdash.intake.drafting.silences import Unsaid
from lsdash.intake.files.received import Received
from lsdash.intake.finding.deadlines import Deadline
from lsdash.model import DocumentNumber
from lsdash.records.flags import SeriesPoint
from lsdash.vocabulary import Status


def draft(received: Received, paper: Paper, known: Iterable[SeriesPoint], *, numbers: int) -> Draft:
    """The draft of one document; its period is the week of its date, from Monday to Sunday."""
    findings = find_all(received, paper)
    on = paper.head.signed_on
    first = on - timedelta(days=on.weekday()) if on else None
    decision = _decision(findings, known)
    return Draft(
        title=None,
        period_from=first,
        period_to=first + timedelta(days=6) if first else None,
        period_printed=None,
        author=None,
        headlines=(),
        headlines_complete=False,
        items=(_item(findings),),
        decisions=(decision,),
        numbers=numbers,
        unread=decision.unread,
        account=account.parts(findings),
        paper=parts.paper_draft(findings),
    )


def _item(findings: Findings) -> ItemDraft:
    """The document as the one item of its week."""
    head = findings.paper.head
    return ItemDraft(
        start=head.start,
        end=len(findings.text),
        heading=head.subject,
        headline=None,
        paragraphs=tuple(Placed(start=each.start, end=each.end) for each in findings.paragraphs),
        decisions=(0,),
    )


def _decision(findings: Findings, known: Iterable[SeriesPoint]) -> DecisionDraft:
    head = findings.paper.head
    sector = sectors.propose(head.subject, findings.said)
    status = standing.status(head.kind, head.subject, findings.said)
    due = follow_up.due(findings)
    told = follow_up.find(findings, status, due)
    unread = account.unread(findings)
    return DecisionDraft(
        start=head.start,
        end=len(findings.text),
        number=head.number,
        signed_on=head.signed_on,
        kind=head.kind,
        kind_called=head.kind_called.capitalize() or None,
        issuer=standing.issuer(f"{head.issuer} {head.authority}"),
        status=status,
        addressed_to=_addressed_to(findings),
        lead=agency_named(told.lead),
        deadline=due_on(told.deadline),
        tasks=tuple(follow_up.task_draft(findings, each) for each in told.tasks),
        promulgates=None,
        heading=head.subject,
        headline=None,
        sector=sector.sector,
        sector_words=sector.words,
        second_sectors=sector.second,
        item=1,
        paragraph=0,
        facts=tuple(facts.fact_drafts(findings, told)),
        sums=tuple(findings.figures.sums),
        citations=tuple(relations.citations(findings)),
        labels=tuple(account.labels(findings)),
        silences=tuple(_silences(findings, status, due)),
        flags=tuple(flags.propose(findings, known, unread)),
        unread=tuple(unread),
    )


def _addressed_to(findings: Findings) -> Named | None:
    name = findings.paper.head.addressed_to
    start = max(0, findings.text.find(name)) if name else 0
    return Named(start=start, end=start + len(name), name=name) if name else None


def _silences(findings: Findings, status: Status, due: Sequence[Deadline]) -> list[Unsaid]:
    head = findings.paper.head
    return silences.propose(
        head.subject,
        findings.said,
        kind=head.kind,
        status=status,
        is_normative=DocumentNumber.read(head.number).year is not None,
        figures=findings.figures.quantities,
        is_summed=bool(findings.figures.sums),
        is_due=bool(due),
    )
