"""The parts of a document for the record: grounds, provisions, annexes, tables, signature."""

from lsdash.intake.decision.annexes import Annex
from lsdash.intake.decision.effect import Effect
from lsdash.intake.decision.grids import Check
from lsdash.intake.decision.paper import PlacedGrid
from lsdash.intake.decision.signature import Signature
from lsdash.intake.drafting.model import (
    AnnexDraft,
    CheckDraft,
    EffectDraft,
    GroundDraft,
    PaperDraft,
    ProvisionDraft,
    SignatureDraft,
    TableDraft,
)
from lsdash.intake.drafting.papers.findings import Findings
from lsdash.intake.text.paragraphs import Paragraph


def paper_draft(findings: Findings) -> PaperDraft:
    paper = findings.paper
    return PaperDraft(
        issuer=paper.head.issuer,
        authority=paper.head.authority,
        place=paper.head.place,
        grounds=tuple(_ground(findings, each) for each in paper.grounds),
        provisions=tuple(
            ProvisionDraft(start=each.start, end=each.end, place=each.place, text=each.text)
            for each in paper.passages
        ),
        annexes=tuple(_annex(each) for each in paper.annexes),
        tables=tuple(_table(findings, each) for each in paper.grids),
        signature=paper.signature and _signature(paper.signature),
        effect=paper.effect and _effect(paper.effect),
    )


def _ground(findings: Findings, ground: Paragraph) -> GroundDraft:
    start, end = ground.start, ground.end
    numbers = tuple(each.reference for each in findings.cited if start <= each.start < end)
    return GroundDraft(start=start, end=end, text=ground.text.strip(" ;,."), numbers=numbers)


def _annex(annex: Annex) -> AnnexDraft:
    return AnnexDraft(
        start=annex.start,
        end=annex.end,
        place=f"annex-{annex.code}",
        label=annex.label,
        title=annex.title,
    )


def _table(findings: Findings, placed: PlacedGrid) -> TableDraft:
    grid, positions = placed.grid, findings.figures.positions
    return TableDraft(
        start=grid.start,
        end=grid.end,
        place=placed.place,
        heads=grid.heads,
        rows=grid.rows,
        facts=tuple(positions[each.figure.start] for each in grid.entries),
        checks=tuple(_check(placed.place, each) for each in grid.checks),
    )


def _check(place: str, check: Check) -> CheckDraft:
    """A total of the table at this place."""
    return CheckDraft(
        start=check.start,
        end=check.end,
        place=f"{place}.row-{check.row}",
        name=f"{check.name}: {check.head}",
        printed=check.printed,
        value=check.value,
        unit=check.unit,
        unit_printed=check.unit_called,
        difference=check.difference,
    )


def _signature(signed: Signature) -> SignatureDraft:
    return SignatureDraft(
        start=signed.start,
        end=signed.end,
        capacity=signed.capacity,
        signed_as=signed.signed_as,
        signer=signed.signer,
        recipients=signed.recipients,
    )


def _effect(effect: Effect) -> EffectDraft:
    return EffectDraft(
        start=effect.start,
        end=effect.end,
        place=effect.place,
        printed=effect.printed,
        day=effect.day,
    )
