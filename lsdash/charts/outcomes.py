"""What was promised and what was reported later, of the same measure on one scale.

What was reported is hollow: it is context, and its source stands below it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from lsdash import sentences
from lsdash.charts import bounds
from lsdash.charts.rows import Axis, Figure, Mark, Row, draw
from lsdash.charts.style import Fill, Theme
from lsdash.store.rows import FactRow
from lsdash.text import Lang, pick, say

ROOM = 1.12
"""Of the axis beyond its longest bar."""


@dataclass(frozen=True)
class Report:
    """A reported figure: as written, in words, in the promise's unit, and its source."""

    written: str
    what: str
    value: float
    source: str


def beside(facts: Sequence[FactRow], reports: Sequence[Report], lang: Lang, theme: Theme) -> Figure:
    """The promises, then what was reported, all from nought."""
    longest = max([*map(float, bounds.ends(facts)), *(each.value for each in reports)])
    axis = Axis(0, longest * ROOM)
    promised = say(lang, "outcomes.promised")
    rows = [
        Row(
            sentences.figure(fact, lang),
            pick(lang, fact, "subject"),
            bounds.marks(fact, axis, bounds.fill(fact), "", facts, lang),
            group="" if at else promised,
        )
        for at, fact in enumerate(facts)
    ]
    rows += [
        Row(
            each.written,
            each.what,
            (Mark(0, each.value, Fill.UNSURE, hover=f"{each.what}\n{each.source}"),),
            note=each.source,
            group="" if at else say(lang, "outcomes.later"),
        )
        for at, each in enumerate(reports)
    ]
    return draw(rows, axis, theme)
