"""A difference line by line, for files and programs."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from typing import Any

from lsdash.comparing.differences.model import Difference, DocumentChange, FieldChange, Pair, State
from lsdash.store.rows import DecisionRow


@dataclass(frozen=True)
class Line:
    """One line of a difference for files and programs: codes, base units; None is not there."""

    change: str
    """A state; between weeks earlier_only, later_only or paired."""
    what: str
    """document, fact, history, a kind of piece, week, observation or event."""
    key: str
    """`381-qd-ubnd-2020`, `381-qd-ubnd-2020/road-arrears`, `2020-w10`, or a reported row's id."""
    document: str | None
    """Its number."""
    field: str | None
    """The field that changed; None where the whole thing is new or gone."""
    old: Any
    new: Any
    difference: Decimal | None = None
    """New less old, derived: of an exact figure of one unit."""


LINE_FIELDS = tuple(each.name for each in fields(Line))


def lines(difference: Difference) -> Iterator[Line]:
    """A difference line by line, in its order."""
    found = _every_line(difference)
    if not difference.is_of_weeks:
        return found
    return (replace(line, change=BETWEEN_WEEKS[State(line.change)]) for line in found)


BETWEEN_WEEKS = {
    State.ADDED: "later_only",
    State.REMOVED: "earlier_only",
    State.CHANGED: "paired",
}


def _every_line(difference: Difference) -> Iterator[Line]:
    for document in difference.documents:
        yield from _lines_of(document)
    for week in difference.weeks:
        yield from _lines(week, "week", week.row.slug, shown="title")
    for observation in difference.observations:
        yield from _lines(observation, "observation", observation.row.id, shown="value")
    for event in difference.events:
        yield from _lines(event, "event", event.row.id, shown="summary_vi")
    for outcome in difference.outcomes:
        yield from _lines(outcome, "outcome", outcome.row.id, shown="what_vi")


def _lines_of(document: DocumentChange) -> Iterator[Line]:
    row = document.row
    yield from _lines(document, "document", row.slug, row.number, shown="title_vi")
    for fact in document.facts:
        key = f"{row.slug}/{fact.row.slug}"
        yield from _lines(fact, "fact", key, row.number, shown="printed")
    for part in document.parts:
        for state, pieces in ((State.REMOVED, part.old), (State.ADDED, part.new)):
            for piece in pieces:
                said = (piece.name_vi, piece.text_vi or piece.evidence)
                text = ": ".join(filter(None, said)) or None
                yield _line(state, part.part, row, piece.code or None, text)
    for state, entries in ((State.REMOVED, document.untold), (State.ADDED, document.told)):
        for entry in entries:
            key = "/".join(filter(None, (row.slug, entry.fact)))
            line = _line(state, "history", row, entry.kind, entry.reason_vi)
            yield replace(line, key=key)


def _line(state: State, what: str, row: DecisionRow, code: str | None, text: Any) -> Line:
    old, new = (text, None) if state is State.REMOVED else (None, text)
    return Line(state, what, row.slug, row.number, code, old, new)


def _lines(
    pair: Pair[Any], what: str, key: str, number: str | None = None, *, shown: str
) -> Iterator[Line]:
    """A line for each field that changed, or one for the whole row with one field shown."""
    if pair.state is not State.CHANGED:
        old, new = (row and _shown(row, shown) for row in (pair.old, pair.new))
        yield Line(pair.state, what, key, number, None, old, new)
    for each in pair.fields:
        line = Line(State.CHANGED, what, key, number, each.field, each.old, each.new)
        yield replace(line, difference=_less(pair, each))


def _less(pair: Pair[Any], change: FieldChange) -> Decimal | None:
    """New less old, of one end of a figure whose unit stayed; None for anything else."""
    is_end = change.field in ("low", "high")
    if not is_end or change.old is None or change.new is None:
        return None
    units = {(each.unit, each.unit_called_vi) for each in (pair.old, pair.new) if each}
    return change.new - change.old if len(units) == 1 else None


def _shown(row: Any, name: str) -> str | Decimal:
    """What stands for a whole row; a derived figure, which is printed nowhere, has its value."""
    value = getattr(row, name)
    return row.value if value is None else value  # type: ignore[no-any-return]
