"""Money for rural roads: every stated whole with its parts, and the tranches over time."""

from lsdash import sentences
from lsdash.contents import pictures
from lsdash.web import cards, subject, visit

here = visit.current()
roads = subject.ask(here)
cards.title(sentences.of_money(roads.own, here.lang))
cards.paper(here, roads.newest)
cards.lead(here)
cards.chart(here, pictures.roads(here, roads))
tranches = pictures.tranches(here, roads)
if tranches:
    cards.section(here, "subject.series")
    cards.chart(here, tranches)
subject.close(here, roads)
