"""A sum split over many: a short bar for each part, with its words beside it."""

from collections.abc import Sequence

from lsdash import sentences
from lsdash.charts import levels, money
from lsdash.charts.rows import Axis, Figure, Mark, Row, draw
from lsdash.charts.style import Theme
from lsdash.store.rows import FactRow
from lsdash.sums import wholes
from lsdash.text import Lang, pick, say

ROOM = 2.6
"""Length of the axis in lengths of the longest bar: the words stand right of the bars."""


def by_part(
    whole: FactRow,
    facts: Sequence[FactRow],
    lang: Lang,
    theme: Theme,
    among: Sequence[FactRow] = (),
) -> Figure:
    """The parts of one whole in the document's order, each with its share where the sum closes.

    Parts that are not exact, or are below nought, are words without a bar; so are those in another
    unit, which are found `among` all figures of the document.
    """
    own = wholes.parts(whole, facts)
    closes = wholes.closes(whole, own)
    top = max([float(part.value) for part in own if _has_bar(part)], default=1.0) or 1.0
    rows = [_row(part, whole, closes, facts, lang) for part in own]
    elsewhere = wholes.parts_elsewhere(whole, among)
    if elsewhere:
        note = money.listed([], whole, lang, elsewhere)
    else:
        note = say(lang, "chart.sum_closes" if closes else "chart.sum_does_not_close")
    head = Row(sentences.figure(whole, lang), pick(lang, whole, "subject"), note=note)
    return draw([head, *rows], Axis(0, top * ROOM), theme)


def _row(part: FactRow, whole: FactRow, closes: bool, facts: Sequence[FactRow], lang: Lang) -> Row:
    amount = sentences.beside(part, whole, lang)
    share = f" ({sentences.share(part, whole.value, lang)})" if closes else ""
    words = f"{amount} · {pick(lang, part, 'subject')}{share}"
    if not _has_bar(part):
        return Row("", f"{sentences.figure(part, lang)} · {pick(lang, part, 'subject')}")
    mark = Mark(
        0,
        float(part.value),
        levels.fill(part),
        hover=sentences.hover(part, facts, lang),
        source=(part.decision, part.slug),
        ends=("", words),
    )
    return Row("", marks=(mark,))


def _has_bar(part: FactRow) -> bool:
    return wholes.is_exact(part) and part.value > 0
