"""What a file holds and its text does not: told to the reviewer, never dropped in silence."""

from collections.abc import Iterable
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
    """Also a chart or a drawing; `text` is what its author says of it, and the words before it."""
    PAGE_PICTURE = "page_picture"
    """The same on a page; `text` is its number."""
    BLANK_PAGE = "blank_page"
    """A page that is a picture of nothing; `text` is its number."""
    EMBEDDED = "embedded"
    """A file within the file."""
    AROUND = "around"
    """Menus, side columns and the foot of a web page."""


@dataclass(frozen=True)
class LeftOut:
    what: Left
    text: str


def told(found: Iterable[LeftOut]) -> tuple[LeftOut, ...]:
    """As the reviewer is told: shortened, and each said once."""
    kept: dict[LeftOut, None] = {}
    for each in found:
        shown = " ".join(each.text.split())
        if shown or each.what in (Left.PICTURE, Left.EMBEDDED):
            shown = shown if len(shown) <= LONGEST else f"{shown[:LONGEST]}…"
            kept[LeftOut(each.what, shown)] = None
    return tuple(kept)[:MOST]
