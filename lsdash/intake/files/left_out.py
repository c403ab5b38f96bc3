"""What a file holds and its text does not: told to the reviewer, never dropped in silence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

LONGEST = 300
"""Characters shown of one; the rest is told by an ellipsis."""
MOST = 400
"""Of one file; what a hostile one heaps up above it is not kept."""


class Left(StrEnum):
    """Why it is not read as text."""

    HIDDEN = "hidden"
    """Nobody sees it on the page."""
    STRUCK = "struck"
    DELETED = "deleted"
    """Taken out while changes were recorded."""
    COMMENT = "comment"
    NOTE_MARK = "note_mark"
    """A raised number or sign that leads to a note."""
    SYMBOL = "symbol"
    """A sign of a font of signs that no letter stands for; a hollow square is in its place."""
    PAGE_HEADER = "page_header"
    PAGE_FOOTER = "page_footer"
    PICTURE = "picture"
    """Also a chart or a drawing; `text` is what its author says of it, if anything."""
    EMBEDDED = "embedded"
    """A file within the file."""
    AROUND = "around"
    """Menus, side columns and the foot of a web page."""


@dataclass(frozen=True)
class LeftOut:
    what: Left
    text: str


def told(found: Iterable[LeftOut]) -> tuple[LeftOut, ...]:
    """As the reviewer is told: neighbours of one kind made one, each said once."""
    kept: dict[LeftOut, None] = {}
    for each in _joined(found):
        shown = " ".join(each.text.split())
        if shown or each.what in (Left.PICTURE, Left.EMBEDDED):
            shown = shown if len(shown) <= LONGEST else f"{shown[:LONGEST]}…"
            kept[LeftOut(each.what, shown)] = None
    return tuple(kept)[:MOST]


RUNS_ON = {Left.HIDDEN, Left.STRUCK, Left.DELETED}
"""Kinds that a program may store in several pieces."""


def _joined(found: Iterable[LeftOut]) -> Iterator[LeftOut]:
    open_: LeftOut | None = None
    for each in found:
        if open_ and open_.what is each.what and each.what in RUNS_ON:
            open_ = LeftOut(each.what, open_.text + each.text)
            continue
        if open_:
            yield open_
        open_ = each
    if open_:
        yield open_
