"""What has to be followed up: who must do what by when, and which requests wait."""

from lsdash.contents.effects import follow_up as contents
from lsdash.web.entrance import visit
from lsdash.web.panels import follow_up, outcomes
from lsdash.web.parts import cards

here = visit.current()
cards.title(contents.sentence(here))
cards.lead(here)
follow_up.show(here)
outcomes.subscriptions(here)
