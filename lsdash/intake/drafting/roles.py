"""What a figure is among the others of its document, where that does not follow by rule.

The rules of a build (`writing.roles`) go by a figure's other fields; here is what only words tell.
"""

import re
from collections.abc import Sequence

from lsdash.intake.finding.quantities import Quantity
from lsdash.intake.finding.sums import Sum
from lsdash.intake.text.folding import fold
from lsdash.intake.text.paragraphs import plain
from lsdash.vocabulary import FigureKind, Role, Unit

REACH = 60
"""Characters behind a figure in which the words stand that it counts."""

_ENDS = "và|để|cho|trong|tại|của|với|theo|được|trên|đến|từ|là|ở|vào|do|so|bằng|mỗi"
BESIDE = re.compile(rf"(?P<noun>(?:(?!(?:{_ENDS})\b)[a-zà-ỹđ]+(?: |(?!\w))){{1,4}})")

CONTENTS = frozenset(
    {
        *("nội dung", "nhóm nội dung", "giải pháp", "nhóm giải pháp", "nhiệm vụ", "nhóm"),
        *("biện pháp", "nhóm biện pháp", "chương", "điều", "mục", "phần", "khoản", "phụ lục"),
        *("bước", "kịch bản", "tình huống", "nhóm nhiệm vụ và giải pháp"),
    }
)
"""Nouns that count what a document holds and nothing in the world."""


def propose(at: int, figures: Sequence[Quantity], sums: Sequence[Sum]) -> Role | None:
    """The role of the figure at this position; None where the rules find it by themselves."""
    figure = figures[at]
    if figure.kind is FigureKind.COUNT and figure.unit is Unit.ITEM and figure.noun in CONTENTS:
        return Role.CONTENTS
    for each in sums:
        if each.whole == at and all(figures[part].unit is not figure.unit for part in each.parts):
            return Role.WHOLE
    return None


def called(figure: Quantity, text: str) -> str:
    """What it counts as printed, where its unit is not on the closed list; else empty.

    Of a noun that is not known, the words that follow it in `text` are the proposal.
    """
    if figure.unit is not Unit.ITEM:
        return ""
    if not figure.noun:
        beside = BESIDE.match(plain(text[figure.end : figure.end + REACH]))
        return beside["noun"].strip() if beside else ""
    printed = fold(figure.printed).text
    at = printed.lower().rfind(figure.noun)
    return printed[at : at + len(figure.noun)] if at >= 0 else figure.noun
