"""The week at a glance, for someone with thirty seconds."""

from lsdash.contents.week import overview
from lsdash.web.entrance import visit
from lsdash.web.panels import outcomes, week
from lsdash.web.parts import cards

here = visit.current()
cards.title(overview.sentence(here))
week.partly_at_hand(here)
week.glance(here)
week.documents(here)
week.board(here)
week.attention(here)
outcomes.few(here)
