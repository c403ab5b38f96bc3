"""The week at a glance, for someone with thirty seconds."""

from lsdash.web import cards, visit, week

here = visit.current()
cards.title(week.sentence(here))
week.glance(here)
cards.lead(here)
week.subjects(here)
week.board(here)
week.attention(here)
