"""What stands above and below the text of every page: its number, a title that runs along."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from lsdash.intake.files.left_out import Left, LeftOut
from lsdash.intake.files.printed.lines import Line

EDGE = 2
"""Lines at the top and at the foot of a page among which such lines stand."""
SHARE = 0.4
"""Of the pages: those with even numbers may have another one than the rest."""
NEAR = 4.0
"""Points by which its place may differ from page to page."""
NUMBER = re.compile(
    r"\W*(?:(?:trang|page|tr\.?)\s*)?(?P<number>\d{1,3})(?:\s*/\s*\d{1,3})?\W*", re.I
)
BESIDE = re.compile(r"^(?P<number>\d{1,3})\s(?:\|\s)?|\s(?:\|\s)?(?<![\d.,])(?P<last>\d{1,3})$")
"""The page's number beside the title that runs along."""

_Key = tuple[Left, int, str, int]


def split(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], list[LeftOut]]:
    """The lines of each page without those, and what was left out; a page counts from 1."""
    repeated = _repeated(pages)
    kept: list[list[Line]] = []
    left: list[LeftOut] = []
    for number, lines in enumerate(pages, start=1):
        apart = {
            at: what
            for at, what in _edges(lines)
            if _is_number_of(lines[at], number) or not repeated.isdisjoint(_keys(lines[at], what))
        }
        left += [LeftOut(what, lines[at].text) for at, what in apart.items()]
        kept.append([line for at, line in enumerate(lines) if at not in apart])
    return kept, [each for each in left if not NUMBER.fullmatch(each.text)]


def _edges(lines: Sequence[Line]) -> Iterable[tuple[int, Left]]:
    """Lines at the top and at the foot by their places on the page, the outermost first."""
    order = sorted(range(len(lines)), key=lambda at: -lines[at].base)
    top = [(at, Left.PAGE_HEADER) for at in order[:EDGE]]
    return [*top, *((at, Left.PAGE_FOOTER) for at in order[::-1][:EDGE] if at not in order[:EDGE])]


def _is_number_of(line: Line, page: int) -> bool:
    found = NUMBER.fullmatch(line.text)
    return found is not None and int(found["number"]) == page


def _keys(line: Line, what: Left) -> list[_Key]:
    """The line as it stands, and but for a number that goes up page by page."""
    place = round(line.base / NEAR)
    found = NUMBER.fullmatch(line.text) or BESIDE.search(line.text)
    if found is None:
        return [(what, place, line.text, 0)]
    begins = int(found[found.lastgroup or 0]) - line.page
    return [(what, place, line.text, 0), (what, place, line.text.replace(found[0], "#"), begins)]


def _repeated(pages: Sequence[Sequence[Line]]) -> set[_Key]:
    on: defaultdict[_Key, set[int]] = defaultdict(set)
    for number, lines in enumerate(pages):
        for at, what in _edges(lines):
            for key in _keys(lines[at], what):
                on[key].add(number)
    return {key for key, found in on.items() if len(found) >= max(2, SHARE * len(pages))}
