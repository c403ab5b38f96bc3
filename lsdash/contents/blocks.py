"""What pages are made of: lines of words, lists, tables and charts, under headings.

Text is text: whoever shows it keeps it from being read as markup. A link is a view of ours, which
the one who shows it turns into an address, or the address of a source elsewhere.
"""

from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeVar, overload

from lsdash.charts.rows import Figure
from lsdash.charts.style import Theme
from lsdash.view import View

T = TypeVar("T")
Look = Literal["plain", "strong", "quiet", "marked", "decided", "planned", "proposed", "late"]
"""Marked is what a reader should notice: strong and in the page's colour. A status is a badge."""


@dataclass(frozen=True)
class Words:
    """A stretch of text in one look, and where it leads."""

    text: str
    look: Look = "plain"
    to: View | str | None = None


Line = tuple[Words, ...]


def line(*parts: str | Words) -> Line:
    """Words one after the other."""
    return tuple(Words(part) if isinstance(part, str) else part for part in parts)


def strong(text: str) -> Line:
    return (Words(text, "strong"),)


def quiet(text: str) -> Line:
    return (Words(text, "quiet"),)


def text_of(words: Line) -> str:
    return "".join(part.text for part in words)


@dataclass(frozen=True)
class Said:
    """A paragraph; a note is what a reader should know before using the figures."""

    line: Line
    is_note: bool = False


@dataclass(frozen=True)
class Listed:
    lines: tuple[Line, ...]


Row = tuple[Line, ...]


class Rows(Sequence[Row]):
    """Rows that are written when they are looked at, once: of a long table most are not."""

    def __init__(self, things: Sequence[T], write: Callable[[T], Row]) -> None:
        self._written = cache(lambda at: write(things[at]))
        self._places = range(len(things))

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, at: int) -> Row: ...

    @overload
    def __getitem__(self, at: slice) -> "Rows": ...

    def __getitem__(self, at: int | slice) -> "Row | Rows":
        if isinstance(at, int):
            return self._written(self._places[at])
        some = copy(self)
        some._places = self._places[at]
        return some


@dataclass(frozen=True)
class Table:
    """Rows of cells under their heads; `alt` says what it is a table of."""

    name: str
    columns: tuple[str, ...]
    rows: Sequence[Row]
    alt: str
    brief: tuple[str, ...] = ()
    """Shorter heads for a phone, where a row is a card and each line begins with its column's name.

    The first cell is the card's head and needs none, nor does a column whose brief head is empty.
    """

    @property
    def heads(self) -> tuple[str, ...]:
        """What a phone shows before each cell."""
        return "", *(self.brief or self.columns)[1:]


@dataclass(frozen=True)
class Chart:
    """A drawing in either theme, and the same in words."""

    name: str
    alt: str
    draw: Callable[[Theme], Figure]
    is_wide: bool = False
    """It takes the whole width of a screen: days or gates along a line."""

    def __post_init__(self) -> None:
        """Drawn once for each theme, as nobody alters a drawing."""
        object.__setattr__(self, "draw", cache(self.draw))


Block = Said | Listed | Table | Chart


@dataclass(frozen=True)
class Section:
    title: str
    """Empty for what needs no heading of its own."""
    blocks: tuple[Block, ...]
    is_detail: bool = False
    """Rows to look something up in rather than to read: paper leaves them out and says so."""


@dataclass(frozen=True)
class Contents:
    """A page whole: its answer in one sentence, the paper it stands on, and its sections."""

    name: str
    """What the page is called in the menu."""
    title: str
    paper: Line
    """Status, number and date of the document; empty where there is not one."""
    lead: str
    sections: tuple[Section, ...]
    is_half: bool = False
    """On paper it shares a page with others, where they fit."""


def section(title: str, *blocks: Block | None, is_detail: bool = False) -> Section:
    """A section of the blocks that are there."""
    return Section(title, tuple(block for block in blocks if block is not None), is_detail)


def filled(sections: Sequence[Section | None]) -> tuple[Section, ...]:
    """Those sections that hold anything."""
    return tuple(each for each in sections if each is not None and each.blocks)
