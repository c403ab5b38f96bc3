"""Which figures a document itself states, each with its place, and which of them are sums."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from lsdash.intake.decision import articles
from lsdash.intake.decision.grids import Entry
from lsdash.intake.decision.paper import Paper
from lsdash.intake.drafting.findings import counts_nothing
from lsdash.intake.drafting.model import SumDraft
from lsdash.intake.drafting.scans import doubts
from lsdash.intake.files.received import Received
from lsdash.intake.finding import replaced_figures, sums
from lsdash.intake.finding.citations import Citation
from lsdash.intake.finding.quantities import Quantity
from lsdash.vocabulary import FigureKind


@dataclass(frozen=True)
class Stated:
    """A figure with its place in the document, and the row of a table that it stands in."""

    figure: Quantity
    place: str
    entry: Entry | None = None
    table: tuple[int, int] | None = None
    """Where that table begins, and the column."""


@dataclass(frozen=True)
class Figures:
    """The figures of a document, those that it states in the order of its text."""

    everywhere: Sequence[Quantity]
    """Those in the words of the whole text, dates, head and signature too."""
    in_tables: Sequence[Stated]
    stated: Sequence[Stated]
    """Without totals of tables that an article states as well."""
    positions: Mapping[int, int]
    """Among those stated, by where a figure begins; such a total has that of the article."""
    sums: Sequence[SumDraft]

    @cached_property
    def dates(self) -> Sequence[Quantity]:
        return [each for each in self.everywhere if each.kind is FigureKind.DATE]

    @cached_property
    def quantities(self) -> Sequence[Quantity]:
        """Those stated, without their places."""
        return [each.figure for each in self.stated]


def find(received: Received, paper: Paper, cited: Sequence[Citation]) -> Figures:
    """The figures of a document; digits of those that it cites are none."""
    everywhere = _everywhere(received, cited)
    said = list(_said(paper, everywhere))
    rows = list(_rows(paper))
    repeated = dict(_repeated(rows, said))
    own = [each for each in rows if each.figure.start not in repeated]
    stated = sorted([*said, *own], key=lambda each: each.figure.start)
    positions = {each.figure.start: at for at, each in enumerate(stated)}
    positions |= {start: positions[told.start] for start, told in repeated.items()}
    found = [*_sums_of_tables(paper, positions), *_sums_of_text(received.text, stated)]
    found += _sums_said(stated, {each.whole for each in found})
    return Figures(
        everywhere=everywhere,
        in_tables=rows,
        stated=stated,
        positions=positions,
        sums=sorted(found, key=lambda each: each.whole),
    )


def is_in_table(paper: Paper, start: int) -> bool:
    return any(each.grid.start <= start < each.grid.end for each in paper.grids)


def is_of_effect(paper: Paper, figure: Quantity) -> bool:
    """Days until the document holds are told by the day from which it does."""
    effect = paper.effect
    is_there = effect is not None and effect.start <= figure.start < effect.end
    return is_there and figure.kind is FigureKind.DURATION


def _everywhere(received: Received, cited: Sequence[Citation]) -> Sequence[Quantity]:
    text = received.text
    joined = replaced_figures.joined(text, doubts.find(text, cited, received))
    return sums.with_neighbours_unit(text, sums.with_shared_unit(text, joined))


def _said(paper: Paper, everywhere: Sequence[Quantity]) -> Iterator[Stated]:
    """Figures of the text outside head, grounds, signature and tables."""
    spans = [paper.body, *((each.body, each.end) for each in paper.annexes)]
    for figure in everywhere:
        is_said = any(start <= figure.start < end for start, end in spans)
        is_figure = figure.kind is not FigureKind.DATE and not counts_nothing(figure)
        is_apart = is_in_table(paper, figure.start) or is_of_effect(paper, figure)
        if is_said and is_figure and not is_apart:
            passage = articles.at(paper.passages, figure.start)
            yield Stated(figure, passage.place if passage else "passage-1")


def _rows(paper: Paper) -> Iterator[Stated]:
    for placed in paper.grids:
        for entry in placed.grid.entries:
            place = f"{placed.place}.row-{entry.row}"
            yield Stated(entry.figure, place, entry, (placed.grid.start, entry.column))


def _repeated(rows: Sequence[Stated], said: Sequence[Stated]) -> Iterator[tuple[int, Quantity]]:
    """Where totals of tables begin that an article states already, each with the figure there."""
    told: dict[tuple[object, ...], Quantity] = {}
    for each in said:
        told.setdefault(_value(each.figure), each.figure)
    for each in rows:
        is_total = each.entry is not None and each.entry.is_total and each.entry.part_of is None
        if is_total and (first := told.get(_value(each.figure))):
            yield each.figure.start, first


def _value(figure: Quantity) -> tuple[object, ...]:
    return figure.low, figure.high, figure.unit


def _sums_of_tables(paper: Paper, positions: Mapping[int, int]) -> Iterator[SumDraft]:
    for placed in paper.grids:
        at = [positions[each.figure.start] for each in placed.grid.entries]
        for each in placed.grid.sums:
            parts = tuple(at[part] for part in each.parts)
            yield SumDraft(whole=at[each.whole], parts=parts, difference=each.difference)


def _sums_said(stated: Sequence[Stated], wholes: Set[int]) -> Iterator[SumDraft]:
    """Columns of tables without a total of their own that come to a figure of a sentence."""
    told: dict[tuple[object, ...], int] = {}
    columns: dict[tuple[int, int], list[int]] = defaultdict(list)
    for at, each in enumerate(stated):
        if each.entry is None and at not in wholes:
            told.setdefault(_value(each.figure), at)
        if each.entry is not None and each.table and each.entry.part_of is None:
            columns[each.table].append(at)
    for column in columns.values():
        come_to = sum((stated[at].figure.low or Decimal(0) for at in column), Decimal(0))
        whole = told.pop((come_to, come_to, stated[column[0]].figure.unit), None)
        is_sure = stated[column[0]].figure.kind is FigureKind.MONEY or come_to >= sums.SURE_FROM
        if whole is not None and len(column) > 1 and is_sure:
            yield SumDraft(whole=whole, parts=tuple(column), difference=Decimal(0))


def _sums_of_text(text: str, stated: Sequence[Stated]) -> Iterator[SumDraft]:
    at = [position for position, each in enumerate(stated) if each.entry is None]
    for each in sums.find(text, [stated[position].figure for position in at]):
        parts = tuple(at[part] for part in each.parts)
        yield SumDraft(whole=at[each.whole], parts=parts, difference=each.difference)
