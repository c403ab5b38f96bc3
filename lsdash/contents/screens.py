"""A page parted into screens of a meeting: what fits together stands together, the rest comes next.

Lengths are pixels of a screen of 1280 × 720, which larger ones enlarge (`web/frame/meeting.css`).
Heights of words are estimated, with room to spare: a browser alone knows them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Any

from lsdash.contents.blocks import Block, Chart, Contents, Line, Listed, Said, Table, text_of

WIDTH, GUTTER = 1180, 48
HEIGHT = 632
"""What the bar of the meeting leaves."""
LETTER, BOLD_LETTER, LINE = 9.2, 10.2, 32
"""Of words: pixels a letter takes on average, and a line."""
TITLE_LETTER, TITLE_LINE = 17, 48
PAPER, HEADING, GAP = 46, 50, 18
BELOW_THE_ANSWER = 440
"""What is left below a title of two lines and its lead."""
FURTHER = 62
"""What the title takes on the screens behind the first, where it is small."""
LEAST, MOST, MOST_WIDE = 0.84, 1.5, 1.05
"""How much smaller and larger than on its page a drawing may be; a wide one has no more width."""
SHORT = 20
"""Characters of a column that does not break its lines: a day, a place in a bulletin."""
CELL, ROW = 22, 18
"""Beside and above the words of a table's cell."""


@dataclass(frozen=True)
class Piece:
    """A block under its heading, which is empty where the one before it says it."""

    heading: str
    block: Block


@dataclass(frozen=True)
class Side:
    """Drawings side by side: each column holds its pieces one under the other."""

    columns: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True)
class Screen:
    """What is seen at once, and how large its drawings are."""

    parts: tuple[Piece | Side, ...]
    scale: float


def of(contents: Contents, titles: Sequence[str] = ()) -> list[Screen]:
    """The screens of a page's contents; `titles` are of sections that a meeting does without."""
    pieces = [
        Piece(section.title if at == 0 else "", block)
        for section in contents.sections
        if not section.is_detail and section.title not in titles
        for at, block in enumerate(section.blocks)
    ]
    first = HEIGHT - _title(contents) - (PAPER if contents.paper else 0)
    return list(_filled(pieces, first)) or [Screen((), 1)]


def alone(chart: Chart) -> float:
    """How large a drawing may be that stands alone below its page's answer and a word on it."""
    most = MOST_WIDE if chart.is_wide else MOST
    return min(most, BELOW_THE_ANSWER / float(chart.draw("light")["layout"]["height"]))


def _title(contents: Contents) -> int:
    return ceil(len(contents.title) * TITLE_LETTER / WIDTH) * TITLE_LINE + GAP + 6


def _filled(pieces: Sequence[Piece], first: int) -> Iterator[Screen]:
    """Screens one after the other, each as full as may be."""
    waiting, room = list(pieces), first
    while waiting:
        parts, waiting = _one(waiting, room)
        yield Screen(tuple(parts), _scale(parts, room))
        room = HEIGHT - FURTHER


def _one(pieces: Sequence[Piece], room: int) -> tuple[list[Piece | Side], list[Piece]]:
    """As many pieces as fit, and those left over; one alone is taken, however high it is."""
    waiting, parts, left = list(pieces), list[Piece | Side](), float(room)
    while waiting:
        run = _drawings(waiting)
        if len(run) > 1:
            side, taken = _beside(run, left, must=not parts)
            if not taken:
                break
            parts.append(side)
            left -= _height(side, LEAST)
            waiting = waiting[taken:]
            continue
        piece = waiting[0]
        height = _height(piece, LEAST)
        if height > left and not isinstance(piece.block, Chart | Said):
            begun, rest = _parted(piece, left, must=not parts)
            if begun:
                parts.append(begun)
                waiting[0] = rest
            break
        if height > left and parts:
            break
        parts.append(piece)
        left -= height
        waiting = waiting[1:]
    return parts, waiting


def _drawings(pieces: Sequence[Piece]) -> list[Piece]:
    """The drawings with which these begin, as far as they may stand side by side."""
    found = []
    for piece in pieces:
        if not isinstance(piece.block, Chart) or piece.block.is_wide:
            break
        found.append(piece)
    return found


def _beside(run: Sequence[Piece], room: float, *, must: bool) -> tuple[Side, int]:
    """As many drawings as fit in two columns of like height, and how many these are."""
    best = Side(((run[0],),)) if must else Side(())
    columns: list[list[Piece]] = [[], []]
    for piece in run:
        shorter = min(columns, key=lambda own: sum(_height(each, LEAST) for each in own))
        shorter.append(piece)
        side = Side(tuple(tuple(own) for own in columns if own))
        if _height(side, LEAST) > room:
            break
        best = side
    return best, sum(map(len, best.columns))


def _parted(piece: Piece, room: float, *, must: bool) -> tuple[Piece | None, Piece]:
    """As many lines or rows as fit, and a piece of the others; None where hardly any do."""
    block = piece.block
    lines: Sequence[Any] = block.rows if isinstance(block, Table) else getattr(block, "lines", ())
    fitting = 0
    while fitting < len(lines) and _height(_only(piece, 0, fitting + 1), 1) <= room:
        fitting += 1
    if fitting < min(2, len(lines)) and not must:
        return None, piece
    fitting = max(fitting, 1)
    return _only(piece, 0, fitting), _only(piece, fitting, len(lines))


def _only(piece: Piece, start: int, end: int) -> Piece:
    """The piece with these of its lines or rows alone."""
    if isinstance(piece.block, Table):
        return replace(piece, block=replace(piece.block, rows=piece.block.rows[start:end]))
    if isinstance(piece.block, Listed):
        return replace(piece, block=Listed(piece.block.lines[start:end]))
    return piece


def _scale(parts: Sequence[Piece | Side], room: int) -> float:
    """How large the drawings of a screen may be."""
    small, large = (sum(_height(part, by) for part in parts) for by in (0, 1))
    charts = [part.block for part in parts if isinstance(part, Piece)]
    is_wide = any(isinstance(each, Chart) and each.is_wide for each in charts)
    most = MOST_WIDE if is_wide else MOST
    return min(most, (room - small) / (large - small)) if large > small else 1


def _height(part: Piece | Side, scale: float) -> float:
    if isinstance(part, Side):
        return max((sum(_height(each, scale) for each in own) for own in part.columns), default=0)
    return (HEADING if part.heading else 0) + _of_block(part.block, scale) + GAP


def _of_block(block: Block, scale: float) -> float:
    match block:
        case Chart():
            return float(block.draw("light")["layout"]["height"]) * scale
        case Table():
            return _of_cells(block.columns, block) + sum(
                _of_cells([text_of(cell) for cell in row], block) for row in block.rows
            )
        case Listed():
            return sum(map(_of_line, block.lines))
        case Said():
            return _of_line(block.line) + (ROW if block.is_note else 0)


def _of_line(line: Line) -> float:
    return ceil(len(text_of(line)) * LETTER / (WIDTH - CELL)) * LINE + 6


def _of_cells(cells: Sequence[str], table: Table) -> float:
    room = [share * WIDTH - CELL for share in shares(table)]
    lines = [ceil(len(cell) * LETTER / width) for cell, width in zip(cells, room, strict=True)]
    return max(1, *lines) * (LINE - 4) + ROW


def shares(table: Table) -> list[float]:
    """How much of a table's width each column takes: more where there is more to be said."""
    cells = [table.columns, *([text_of(cell) for cell in row] for row in table.rows)]
    longest = [max(8.0, min(60.0, max(map(len, own)))) for own in zip(*cells, strict=True)]
    short = [(each * BOLD_LETTER + CELL) / WIDTH if each <= SHORT else 0 for each in longest]
    others = [0 if each <= SHORT else each for each in longest]
    if not sum(others) or sum(short) > 0.5:
        return [each / sum(longest) for each in longest]
    left = 1 - sum(short)
    return [own or left * each / sum(others) for own, each in zip(short, others, strict=True)]
