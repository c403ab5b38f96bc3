"""Promises of every document, by when they fall due, and what was reported of each later."""

from lsdash.contents.outcomes import promises as contents
from lsdash.web.entrance import visit
from lsdash.web.panels import outcomes
from lsdash.web.parts import cards

here = outcomes.begin(visit.current())
found = contents.promises(here, year=contents.chosen_year(here))
cards.title(contents.sentence(here, found))
cards.lead(here)
outcomes.ask(here)
outcomes.show(here, found)
outcomes.subscriptions(here)
