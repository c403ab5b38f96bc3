"""The week at a glance, for someone with thirty seconds."""

from lsdash.contents import overview
from lsdash.web import cards, visit, week

here = visit.current()
cards.title(overview.sentence(here))
week.glance(here)
cards.lead(here)
week.documents(here)
week.board(here)
week.attention(here)
