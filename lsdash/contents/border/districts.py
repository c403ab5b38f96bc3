"""That the districts and communes of 2020 are no more, beside a week after that day."""

from datetime import date

from lsdash.contents.blocks import Line, Words, line
from lsdash.contents.reading import Reading
from lsdash.contents.week import weeks
from lsdash.store import read
from lsdash.text import publishers, say

ENDED_ON = date(2025, 7, 1)
RESOLUTION = "1672/NQ-UBTVQH15"
"""Merged the province's communes from that day, when the district level ended."""


def since(here: Reading) -> Line | None:
    """The note with the page that reported it; None before, and where no such report is here."""
    if weeks.shown(here).period_to < ENDED_ON:
        return None
    for row in here.ask(read.outcomes):
        if row.document_number == RESOLUTION and row.period_from == ENDED_ON:
            said = say(here.lang, "border.no_districts", number=RESOLUTION)
            return line(
                f"{said} ", Words(publishers.named(row.publisher, here.lang), to=row.address)
            )
    return None
