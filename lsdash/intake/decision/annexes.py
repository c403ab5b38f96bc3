"""What stands behind the signature: annexes, tables and plans that are issued with a document."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lsdash.intake.decision import segments
from lsdash.intake.decision.segments import Segment
from lsdash.model import ascii_slug

HEADED = re.compile(
    r"^(?P<kind>phụ lục|phụ biểu|biểu(?: mẫu)?)(?: số)?[\s:.]*"
    r"(?P<number>[IVX]{1,5}(?![a-z])|\d{1,2}[a-z]?|[A-D](?!\w))?(?![\w])(?P<rest>.*)$",
    re.IGNORECASE,
)
WITH = re.compile(r"^\W*(?:ban hành )?kèm theo\b", re.IGNORECASE)
LONGEST = 90
"""Characters that the line which opens an annex has at most."""

TITLE_LINES = 6


@dataclass(frozen=True)
class Annex:
    """`code` names it in places: `1` for Phụ lục I as for Phụ lục 1; offsets are as received."""

    code: str
    label: str
    """As printed: Phụ lục I; empty where it only has a title."""
    title: str
    start: int
    end: int
    body: int
    """Where what it says begins, below its title."""


ROMAN = {"i": 1, "v": 5, "x": 10}


def find(text: str, start: int) -> list[Annex]:
    """The annexes after `start`, the end of the signature."""
    pieces = segments.split(text, start)
    opened = _openings(pieces)
    found: list[Annex] = []
    for at, first in enumerate(opened):
        last = opened[at + 1] if at + 1 < len(opened) else len(pieces)
        end = pieces[last].start if last < len(pieces) else len(text)
        found.append(_annex(pieces[first:last], end, [each.code for each in found]))
    return found


def _openings(pieces: Sequence[Segment]) -> list[int]:
    """Where annexes begin; what has no heading of its own is one all the same."""
    found = [at for at, each in enumerate(pieces) if _opens(each)]
    with_it = [at for at, each in enumerate(pieces) if WITH.match(each.text)]
    for at in with_it:
        if not any(0 <= at - each <= TITLE_LINES for each in found):
            first = at
            while first and pieces[first - 1].is_capital and at - first < TITLE_LINES:
                first -= 1
            found.append(first)
    if pieces and not found:
        found = [0]
    elif found and min(found) > 0 and _is_content(pieces[: min(found)]):
        found.append(0)
    return sorted(set(found))


def _is_content(pieces: Sequence[Segment]) -> bool:
    return sum(len(each.text) for each in pieces) > 200


def _opens(piece: Segment) -> bool:
    match = HEADED.match(piece.text)
    if not match or len(piece.text) > LONGEST:
        return False
    rest = match["rest"].strip(" .:-–()")
    return match["number"] is not None or not rest


def _annex(pieces: Sequence[Segment], end: int, taken: Sequence[str]) -> Annex:
    match = HEADED.match(pieces[0].text)
    number = (match["number"] or "") if match else ""
    label = pieces[0].text if match and not match["rest"].strip() else ""
    if match and not label:
        label = pieces[0].text[: match.start("rest")].strip(" .:")
    title = [match["rest"].strip(" .:-–")] if match else []
    rows = {each.line for each, other in pairwise(pieces) if each.line == other.line}
    body = pieces[0].end if match else pieces[0].start
    for each in pieces[1 if match else 0 : TITLE_LINES + 1]:
        if WITH.match(each.text):
            body = each.end
            break
        if not each.is_capital or each.line in rows:
            break
        title.append(each.text)
        body = each.end
    code = _code(number) or "1"
    while code in taken:
        code = str(int(re.sub(r"\D", "", code) or 0) + 1)
    return Annex(code, label, " ".join(filter(None, title)), pieces[0].start, end, body)


def _code(number: str) -> str:
    if number and set(number.lower()) <= ROMAN.keys():
        values = [ROMAN[letter] for letter in number.lower()]
        pairs = zip(values, [*values[1:], 0], strict=True)
        return str(sum(-one if one < following else one for one, following in pairs))
    return ascii_slug(number).lstrip("0")
