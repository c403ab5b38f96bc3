"""A fact as a row, with what it was before and after corrections."""

from collections.abc import Sequence
from decimal import Decimal

from lsdash.model import Before, Change, Decision, Fact, FactChange
from lsdash.records.load import terms
from lsdash.store.writing.tables.columns import (
    at_columns,
    figure_columns,
    period_columns,
    text_columns,
)
from lsdash.store.writing.tables.names import Row
from lsdash.vocabulary import Basis, ChangeKind

FIGURE = ("low", "high", "scale_digits", "shown_scale")
"""The columns of a figure's ends."""


def history_of(it: Decision) -> list[tuple[Fact | None, Change]]:
    """Every entry of a document and of its facts, oldest first."""
    own: list[tuple[Fact | None, Change]] = [(None, change) for change in it.changes]
    own += [(fact, change) for fact in it.facts for change in fact.changes]
    return sorted(own, key=lambda entry: entry[1].made_on)


def change_row(it: Change, about: Fact | None) -> Row:
    was = it.was if isinstance(it, FactChange) else None
    return {
        "fact": about and about.slug,
        "kind": it.kind,
        "made_on": it.made_on,
        **text_columns("reason", it.reason),
        "made_by": it.by,
        **_was(about.as_it_was(was) if about and was else None),
    }


def _was(before: Fact | None) -> Row:
    """The figure before."""
    columns = (*FIGURE, "unit", "bound", "printed")
    if before is None:
        return _prefixed("was", columns, None)
    kept = figure_columns(before.low, before.high, before.printed)
    kept |= {"unit": before.unit, "bound": before.bound, "printed": before.printed}
    return _prefixed("was", columns, kept)


def fact_row(it: Fact, decision: Decision) -> Row:
    source = it if it.printed else next(f for f in decision.facts if f.slug == terms(it)[0])
    corrections = [each for each in it.changes if each.kind is ChangeKind.CORRECTION]
    last = corrections[-1] if corrections else None
    return {
        "slug": it.slug,
        "measure": it.measure,
        **text_columns("subject", it.subject),
        "kind": it.kind,
        **figure_columns(*ends(it, decision), source.phrase),
        "unit": it.unit,
        **text_columns("unit_called", it.unit_called),
        "bound": it.bound,
        "printed": it.printed,
        "role_stated": it.role,
        "basis": it.basis,
        "formula": it.formula,
        "part_of": it.part_of,
        "option": it.option,
        **period_columns(it.period),
        "deadline": it.deadline,
        **text_columns("lead", it.lead),
        "amends": it.amends,
        **_beside("before", it.before),
        **text_columns("baseline", it.baseline),
        "direction": it.direction,
        "unit_class": it.unit_class,
        "unit_kinds": list(it.unit_kinds),
        "condition": it.condition,
        "mandatory": it.mandatory,
        **text_columns("note", it.note),
        **at_columns(it.at),
        "corrected_on": last and last.made_on,
        "corrected_by": last and last.by,
        "was_printed": last and last.was and last.was.printed,
        "part_by": it.part_by,
        "unit_printed": it.unit_printed,
        **_beside("paper", it.in_paper),
        "scan_page": it.scanned and it.scanned.bulletin,
        "paper_scan_page": it.scanned and it.scanned.paper,
    }


def _beside(prefix: str, it: Before | None) -> Row:
    """Another figure beside the fact's own: the earlier one, or that of the document itself."""
    columns = (*FIGURE, "printed")
    if it is None:
        return _prefixed(prefix, columns, None)
    kept = figure_columns(it.low, it.high, it.printed) | {"printed": it.printed}
    return _prefixed(prefix, columns, kept)


def _prefixed(prefix: str, fields: Sequence[str], row: Row | None) -> Row:
    """Columns of another figure. A table takes them from its first row, so none is left out."""
    return {f"{prefix}_{field}": row and row[field] for field in fields}


def ends(it: Fact, decision: Decision) -> tuple[Decimal | None, Decimal | None]:
    """Low and high of a fact; a derived one adds up the facts that its formula names."""
    if it.basis is Basis.STATED:
        return it.low, it.high
    operands = [fact for fact in decision.facts if fact.slug in terms(it)]
    low = sum((fact.low for fact in operands if fact.low is not None), Decimal(0))
    high = sum((fact.high for fact in operands if fact.high is not None), Decimal(0))
    return low, high
