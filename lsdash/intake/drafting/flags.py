"""What looks odd about a document and its figures, by the rules of a build."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lsdash.intake.bulletin.descriptions import Act
from lsdash.intake.drafting.documents import OwnDocument
from lsdash.intake.drafting.findings import Findings
from lsdash.intake.drafting.model import FlagDraft, Unread
from lsdash.intake.finding.quantities import Quantity
from lsdash.intake.finding.sums import Sum
from lsdash.model import DocumentNumber
from lsdash.records import flags
from lsdash.records.flags import SeriesPoint
from lsdash.vocabulary import FlagRule, Kind

Series = Mapping[tuple[str, int], Sequence[SeriesPoint]]


def flags_of_document(
    findings: Findings, document: OwnDocument, act: Act, series: Series
) -> Iterator[FlagDraft]:
    """What looks odd about a document, by the rules of a build, with the values that prove it."""
    own = document.own.citation
    days = (findings.days.first, findings.days.last) if findings.days else (None, None)
    if own.signed_on:
        for rule, evidence in flags.odd_days(own.signed_on, *days):
            yield FlagDraft(rule=rule, evidence=evidence)
        gone = (each.day for each in document.gone)
        for rule, evidence in flags.due_before_signed(own.signed_on, gone):
            yield FlagDraft(rule=rule, evidence=evidence)
    point = point_of(document)
    if point:
        others = series[point.series, point.signed_on.year]
        for rule, evidence in flags.out_of_series(point, others):
            yield FlagDraft(rule=rule, evidence=evidence)
    for cited in (each.citation for each in document.cited):
        called = act.called if cited is own else cited.called
        if _disagree(cited.kind, called):
            evidence = {"number": cited.reference, "kind": cited.kind, "called": str(called)}
            yield FlagDraft(rule=FlagRule.SYMBOL_AGAINST_WORDS, evidence=evidence)


def flags_of_figures(
    figures: Sequence[Quantity], found: Sequence[Sum], unread: Sequence[Unread]
) -> Iterator[FlagDraft]:
    for each in found:
        if not each.closes:
            whole = figures[each.whole]
            evidence = {
                "fact": str(each.whole),
                "stated": str(whole.low),
                "difference": str(each.difference),
                "unit": whole.unit,
                "scale": str(whole.scale),
            }
            yield FlagDraft(rule=FlagRule.SUM_DOES_NOT_CLOSE, evidence=evidence)
    for number in unread:
        yield FlagDraft(rule=FlagRule.UNREAD, evidence={"printed": number.printed})


def _disagree(kind: Kind, called: Kind | None) -> bool:
    """Words and symbol name kinds that the rule of a build tells apart."""
    told_apart = flags.KIND_WORDS.values()
    return called is not kind and called in told_apart and kind in told_apart


def point_of(document: OwnDocument) -> SeriesPoint | None:
    """Where the document stands in its series; None without a day or a number of the usual form."""
    own = document.own.citation
    try:
        series = DocumentNumber.read(own.reference).series
    except ValueError:
        return None
    if own.signed_on is None:
        return None
    return SeriesPoint(series, own.number, own.signed_on, own.reference)


def by_series(points: Iterable[SeriesPoint]) -> Series:
    """Points by their series and year."""
    series: defaultdict[tuple[str, int], list[SeriesPoint]] = defaultdict(list)
    for point in points:
        series[point.series, point.signed_on.year].append(point)
    return series
