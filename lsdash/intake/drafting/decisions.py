"""A document of a bulletin as the draft of a decision."""

from lsdash.intake.bulletin import descriptions
from lsdash.intake.bulletin.citation_roles import Mention, Role
from lsdash.intake.drafting import follow_ups, places, silences
from lsdash.intake.drafting.documents import OwnDocument, ToldItem, counted_in
from lsdash.intake.drafting.facts import agency_named, due_on, fact_drafts
from lsdash.intake.drafting.findings import Findings, paragraph_at, sentence_around
from lsdash.intake.drafting.flags import Series, flags_of_document, flags_of_figures
from lsdash.intake.drafting.model import CitationDraft, DecisionDraft, Named, SumDraft, TaskDraft
from lsdash.intake.finding import tables
from lsdash.intake.text.normalized import within


def decision_draft(findings: Findings, document: OwnDocument, series: Series) -> DecisionDraft:
    told, own = document.told, document.own.citation
    act = descriptions.read(
        findings.text, findings.paragraphs[document.own.paragraph], own, told.text
    )
    found = tables.sums(findings.text, document.figures, findings.rows)
    unread = within(findings.unread, told.start, told.end)
    follow_up = follow_ups.find(
        findings.text,
        findings.parts,
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
        addressed_to=_printed(findings, told, act.addressed_to) or agency_named(follow_up.asked),
        lead=agency_named(follow_up.lead),
        deadline=due_on(follow_up.deadline),
        tasks=tuple(_task(findings, document, each) for each in follow_up.tasks),
        promulgates=_printed(findings, told, act.promulgates),
        heading=told.item.heading,
        headline=told.headline,
        sector=told.sector.sector,
        sector_words=told.sector.words,
        second_sectors=told.sector.second,
        item=told.place + 1,
        paragraph=counted_in(told.item, document.own.paragraph),
        facts=fact_drafts(findings, document, found, follow_up),
        sums=tuple(
            SumDraft(whole=each.whole, parts=each.parts, difference=each.difference)
            for each in found
        ),
        citations=tuple(_citation(each, document) for each in document.cited),
        labels=tuple(within(findings.labels, told.start, told.end)),
        silences=tuple(
            silences.propose(
                told.item.heading,
                told.text,
                kind=own.kind,
                status=act.status,
                is_normative=own.year is not None,
                figures=document.figures,
                is_summed=bool(found),
            )
        ),
        flags=(
            *flags_of_document(findings, document, act, series),
            *flags_of_figures(document.figures, found, unread),
        ),
        unread=tuple(unread),
    )


def _printed(findings: Findings, told: ToldItem, name: str | None) -> Named | None:
    """A name where the item prints it."""
    if not name:
        return None
    place = next(places.printed_in(findings.text, name, told.start, told.end), None)
    start, end = (place.start, place.end) if place else (told.start, told.start)
    return Named(start=start, end=end, name=name)


def _task(findings: Findings, document: OwnDocument, task: follow_ups.Task) -> TaskDraft:
    place, paragraph = paragraph_at(findings, task.start)
    sentence = sentence_around(findings, paragraph, task.start, task.start + 1)
    return TaskDraft(
        start=sentence.start,
        end=sentence.end,
        paragraph=counted_in(document.told.item, place),
        lead=agency_named(task.lead),
        deadline=due_on(task.deadline),
    )


def _citation(mention: Mention, document: OwnDocument) -> CitationDraft:
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
        paragraph=counted_in(document.told.item, mention.paragraph),
    )
