"""A document's figures as drafts of facts, with what stands around each."""

import re
from collections.abc import Sequence

from lsdash.intake.bulletin import figure_names
from lsdash.intake.drafting import follow_ups, roles
from lsdash.intake.drafting.documents import OwnDocument, counted_in
from lsdash.intake.drafting.findings import Findings, paragraph_at, sentence_around
from lsdash.intake.drafting.follow_ups import FollowUp
from lsdash.intake.drafting.model import BeforeDraft, Due, FactDraft, Named
from lsdash.intake.finding import figure_context
from lsdash.intake.finding.agencies import Agency
from lsdash.intake.finding.deadlines import Deadline
from lsdash.intake.finding.quantities import Quantity
from lsdash.intake.finding.sums import Sum
from lsdash.vocabulary import Direction, FigureKind, Kind

OPTION = re.compile(r"phương án (?:số )?(?P<number>\d{1,2})\b", re.IGNORECASE)


def agency_named(agency: Agency | None) -> Named | None:
    return Named(start=agency.start, end=agency.end, name=agency.name) if agency else None


def due_on(deadline: Deadline | None) -> Due | None:
    return Due(start=deadline.start, end=deadline.end, day=deadline.day) if deadline else None


def fact_drafts(
    findings: Findings, document: OwnDocument, found: Sequence[Sum], follow_up: FollowUp
) -> tuple[FactDraft, ...]:
    wholes = {
        part: each.whole
        for each in found
        for part in each.parts
        if document.figures[part].unit is document.figures[each.whole].unit
    }
    return tuple(
        _fact(findings, document, figure, follow_up.of_figures[at]).model_copy(
            update={
                "part_of": wholes.get(at),
                "role": roles.propose(at, document.figures, found),
            }
        )
        for at, figure in enumerate(document.figures)
    )


def _fact(
    findings: Findings, document: OwnDocument, figure: Quantity, follow_up: follow_ups.Task
) -> FactDraft:
    place, paragraph = paragraph_at(findings, figure.start)
    option = OPTION.match(paragraph.body)
    return fact_draft(findings, figure, counted_in(document.told.item, place)).model_copy(
        update={
            "direction": _direction(findings, document, figure),
            "lead": agency_named(follow_up.lead),
            "deadline": due_on(follow_up.deadline),
            "option": int(option["number"]) if option else None,
        }
    )


def fact_draft(findings: Findings, figure: Quantity, counted: int) -> FactDraft:
    """The figure by itself; `counted` is the place of its paragraph."""
    _, paragraph = paragraph_at(findings, figure.start)
    row = findings.rows.get(figure.start)
    shared = ("start", "end", "printed", "kind", "low", "high", "unit", "bound", "scale")
    sentence = sentence_around(findings, paragraph, figure.start, figure.end)
    return FactDraft(
        **{name: getattr(figure, name) for name in shared},
        paragraph=counted,
        sentence=sentence,
        direction=figure.direction,
        noun=roles.called(figure, findings.text),
        row=row.name if row else "",
        table=row.place if row else None,
        unit_printed=row.unit_called if row else "",
        called=row.name
        if row
        else figure_names.propose(
            _beside(findings, sentence.start, figure.start),
            figure.printed,
            _beside(findings, figure.end, sentence.end),
            is_counted=figure.kind is FigureKind.COUNT,
        ),
        before=earlier(figure),
        doubts=figure.flags,
    )


def earlier(figure: Quantity) -> BeforeDraft | None:
    """The figure whose place it takes."""
    before = figure.before
    if before is None:
        return None
    return BeforeDraft(
        start=before.start,
        end=before.end,
        printed=before.printed,
        low=before.low,
        high=before.high,
    )


def _beside(findings: Findings, start: int, end: int) -> str:
    """What the text says there, with a mark for each other figure.

    Other documents are left out: their numbers name no figure.
    """
    cited = [(each.citation.start, each.citation.end, ", ") for each in findings.mentions]
    figures = [(each.start, each.end, figure_names.OTHER) for each in findings.figures]
    told, at = "", start
    for begin, until, instead in sorted([*cited, *figures]):
        if at <= begin and until <= end:
            told, at = f"{told}{findings.text[at:begin]}{instead}", until
    return told + findings.text[at:end]


def _direction(findings: Findings, document: OwnDocument, figure: Quantity) -> Direction | None:
    """What a report says was reached is no level to reach."""
    if document.own.citation.kind is Kind.REPORT and figure.direction is Direction.REACH:
        said = findings.parts.clause_text(findings.text, figure.start)
        return figure.direction if figure_context.STRIVEN.search(said.lower()) else None
    return figure.direction
