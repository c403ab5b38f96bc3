"""The figures of a document itself as drafts of facts, with what stands around each."""

from collections.abc import Iterator

from lsdash.intake.decision.grids import Entry
from lsdash.intake.drafting.facts import agency_named, due_on, earlier
from lsdash.intake.drafting.follow_ups import FollowUp, Task
from lsdash.intake.drafting.model import FactDraft, Placed
from lsdash.intake.drafting.papers.figures import Stated
from lsdash.intake.drafting.papers.findings import SENTENCE_END, Findings
from lsdash.intake.finding.quantities import Quantity
from lsdash.vocabulary import Role


def fact_drafts(findings: Findings, follow_up: FollowUp) -> Iterator[FactDraft]:
    """The stated figures in their order, each with the place that it has in its sum."""
    sums = findings.figures.sums
    wholes = {part: each.whole for each in sums for part in each.parts}
    tops = {each.whole for each in sums}
    for at, stated in enumerate(findings.figures.stated):
        yield _fact(findings, stated, follow_up.of_figures[at]).model_copy(
            update={"part_of": wholes.get(at), "role": _role(stated.entry, at in tops)}
        )


def _fact(findings: Findings, stated: Stated, own: Task) -> FactDraft:
    figure, entry = stated.figure, stated.entry
    shared = ("start", "end", "printed", "kind", "low", "high", "unit", "bound", "scale")
    return FactDraft(
        **{name: getattr(figure, name) for name in shared},
        paragraph=findings.paragraph_at(figure.start),
        sentence=_sentence(findings, figure),
        direction=figure.direction,
        noun=figure.noun if entry or figure.unit == "item" else "",
        row=entry.name if entry else "",
        table=stated.table,
        unit_printed=entry.unit_called if entry else "",
        place=stated.place,
        lead=agency_named(own.lead) if entry is None else None,
        deadline=due_on(own.deadline) if entry is None else None,
        before=earlier(figure),
        doubts=figure.flags,
    )


def _role(entry: Entry | None, is_whole: bool) -> Role | None:
    is_top = entry is not None and entry.part_of is None
    return Role.WHOLE if is_whole and is_top else None


def _sentence(findings: Findings, figure: Quantity) -> Placed:
    """The sentence of a figure within its paragraph; of a table's figure, its row."""
    text = findings.text
    paragraph = findings.paragraphs[findings.paragraph_at(figure.start)]
    before = [each.end() for each in SENTENCE_END.finditer(text, paragraph.start, figure.start)]
    after = SENTENCE_END.search(text, figure.end, max(figure.end, paragraph.end))
    start = before[-1] if before else min(paragraph.start, figure.start)
    while start < figure.start and text[start].isspace():
        start += 1
    return Placed(start=start, end=after.end() if after else max(figure.end, paragraph.end))
