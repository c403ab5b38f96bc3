"""What looks odd about a document itself and its figures, by the rules of a build."""

from collections.abc import Iterable, Iterator, Sequence

from lsdash.intake.decision.paper import Paper
from lsdash.intake.drafting.model import FlagDraft, Unread
from lsdash.intake.drafting.papers import follow_up
from lsdash.intake.drafting.papers.figures import Figures
from lsdash.intake.drafting.papers.findings import Findings
from lsdash.model import DocumentNumber
from lsdash.records import flags
from lsdash.records.flags import SeriesPoint
from lsdash.vocabulary import FlagRule


def propose(
    findings: Findings, known: Iterable[SeriesPoint], unread: Sequence[Unread]
) -> Iterator[FlagDraft]:
    """What looks odd, with the values that prove it; `known` are numbers given out on known days,
    `unread` the numbers of its text that nothing accounts for."""
    yield from _of_days(findings)
    yield from _of_series(findings.paper, known)
    yield from _of_sums(findings.figures)
    yield from _of_checks(findings.paper)
    for number in unread:
        yield FlagDraft(rule=FlagRule.UNREAD, evidence={"printed": number.printed})


def _of_days(findings: Findings) -> Iterator[FlagDraft]:
    signed_on = findings.paper.head.signed_on
    if signed_on:
        odd = flags.odd_days(signed_on, None, None)
        late = flags.due_before_signed(signed_on, follow_up.gone(findings))
        for rule, evidence in (*odd, *late):
            yield FlagDraft(rule=rule, evidence=evidence)


def _of_series(paper: Paper, known: Iterable[SeriesPoint]) -> Iterator[FlagDraft]:
    number, signed_on = paper.head.number, paper.head.signed_on
    if signed_on:
        key = DocumentNumber.read(number)
        point = SeriesPoint(key.series, key.number, signed_on, number)
        alike = [
            each
            for each in known
            if each.series == key.series and each.signed_on.year == signed_on.year
        ]
        for rule, evidence in flags.out_of_series(point, alike):
            yield FlagDraft(rule=rule, evidence=evidence)


def _of_sums(figures: Figures) -> Iterator[FlagDraft]:
    for each in figures.sums:
        if not each.closes:
            whole = figures.stated[each.whole]
            evidence = {
                "fact": str(each.whole),
                "place": whole.place,
                "stated": str(whole.figure.low),
                "difference": str(each.difference),
                "unit": whole.figure.unit,
                "scale": str(whole.figure.scale),
            }
            yield FlagDraft(rule=FlagRule.SUM_DOES_NOT_CLOSE, evidence=evidence)


def _of_checks(paper: Paper) -> Iterator[FlagDraft]:
    """Totals of tables that repeat what other figures say."""
    for placed in paper.grids:
        for check in placed.grid.checks:
            if check.difference:
                evidence = {
                    "place": f"{placed.place}.row-{check.row}",
                    "name": f"{check.name}: {check.head}",
                    "stated": check.printed,
                    "difference": str(check.difference),
                    "scale": str(check.scale),
                }
                yield FlagDraft(rule=FlagRule.SUM_DOES_NOT_CLOSE, evidence=evidence)
