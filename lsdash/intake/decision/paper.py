"""A document itself, read into its parts; None for a text that is none, such as a bulletin."""

from dataclasses import dataclass
from itertools import chain

from lsdash.intake.decision import annexes, articles, effect, grids, head, signature
from lsdash.intake.decision.annexes import Annex
from lsdash.intake.decision.articles import Passage
from lsdash.intake.decision.effect import Effect
from lsdash.intake.decision.grids import Grid
from lsdash.intake.decision.head import Head
from lsdash.intake.decision.signature import Signature
from lsdash.intake.finding import tables
from lsdash.intake.text import paragraphs
from lsdash.intake.text.paragraphs import Paragraph


@dataclass(frozen=True)
class PlacedGrid:
    """A table, with the place that its rows are told by: `annex-1`, `article-2`."""

    grid: Grid
    place: str


@dataclass(frozen=True)
class Paper:
    head: Head
    grounds: tuple[Paragraph, ...]
    passages: tuple[Passage, ...]
    """Of the document itself, and then of its annexes, with their place."""
    body: tuple[int, int]
    """From where to where the document itself says something."""
    signature: Signature | None
    effect: Effect | None
    annexes: tuple[Annex, ...]
    grids: tuple[PlacedGrid, ...]


def read(text: str) -> Paper | None:
    """The parts of a document in the layout of Decree 30; None where it has no such head, or
    neither grounds, articles, a signature nor anybody whom it is addressed to."""
    top = head.find(text)
    if top is None:
        return None
    told = articles.parted(text, paragraphs.split(text))
    after = [each for each in told if each.start >= top.end]
    no_grounds: tuple[list[Paragraph], int] = [], 0
    grounds, first = no_grounds if top.is_annex else articles.grounds(after)
    begins = after[first].start if first < len(after) else top.end
    signed = None if top.is_annex else signature.find(text, begins)
    stops = 0 if top.is_annex else signed.start if signed else len(text)
    behind = annexes.find(text, signed.end if signed else 0) if signed or top.is_annex else []
    inside = grids.find(text, begins, max(begins, stops))
    tables = {annex.code: grids.find(text, annex.body, annex.end) for annex in behind}
    said = _outside(after[first:], [*inside, *chain.from_iterable(tables.values())])
    own = [each for each in said if each.start < stops]
    has_articles = articles.has_articles(own)
    if not (grounds or has_articles or signed or top.addressed_to or top.is_annex):
        return None
    passages = _passages(own, has_articles=has_articles)
    holds = effect.find(passages, top.signed_on)
    found = [PlacedGrid(grid, _place(passages, grid)) for grid in inside]
    for annex in behind:
        passages += _of_annex(annex, said)
        found += [PlacedGrid(grid, f"annex-{annex.code}") for grid in tables[annex.code]]
    return Paper(
        head=top,
        grounds=tuple(grounds),
        passages=tuple(passages),
        body=(begins, stops),
        signature=signed,
        effect=holds,
        annexes=tuple(behind),
        grids=tuple(found),
    )


def _outside(paragraphs: list[Paragraph], tables: list[Grid]) -> list[Paragraph]:
    """The paragraphs that are no rows of a table."""
    return [
        each
        for each in paragraphs
        if not any(table.start <= each.start < table.end for table in tables)
    ]


def _passages(own: list[Paragraph], *, has_articles: bool) -> list[Passage]:
    """What they say, each in its place; a line that tells a table's unit is the table's."""
    found = articles.passages(own, has_articles=has_articles)
    return [each for each in found if not tables.is_caption(each.text)]


def _place(passages: list[Passage], grid: Grid) -> str:
    before = articles.at(passages, grid.start)
    return before.place if before else "passage-1"


def _of_annex(annex: Annex, paragraphs: list[Paragraph]) -> list[Passage]:
    own = [each for each in paragraphs if annex.body <= each.start < annex.end]
    inside = _passages(own, has_articles=articles.has_articles(own))
    return [
        Passage(f"annex-{annex.code}.{each.place}", each.start, each.end, each.text)
        for each in inside
    ]
