"""The options of a letter: a worker's calendar, and the options compared line by line."""

from lsdash.contents import tables
from lsdash.web.entrance.visit import Visit
from lsdash.web.parts import cards


def show(here: Visit, slug: str) -> None:
    """The calendar of each option, then the options line by line."""
    cards.lead(here)
    calendar = tables.calendar(here, slug)
    if calendar:
        cards.chart(here, calendar)
    own = tables.by_option(here, slug)
    if own:
        cards.section(here, "subject.by_option")
        cards.listed(own)
    if tables.compared(here, slug):
        cards.section(here, "subject.compare")
        compared(here, slug)


def compared(here: Visit, slug: str, *, health_only: bool = False) -> None:
    """The options side by side, all lines or those of health."""
    table = tables.compared(here, slug, health_only=health_only)
    if table:
        cards.table(table)
