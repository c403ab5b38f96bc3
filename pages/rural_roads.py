"""Money for rural roads: every stated whole with its parts, and the tranches over time."""

from lsdash import sentences
from lsdash.contents import pictures
from lsdash.web.entrance import visit
from lsdash.web.panels import subject
from lsdash.web.parts import cards

here = visit.current()
roads = subject.ask(here)
cards.title(sentences.of_money(roads.own, here.lang))
cards.paper(here, roads.newest, roads.changing)
cards.lead(here)
subject.amended(here, roads)
cards.charts(here, pictures.roads(here, roads))
cards.charts(here, pictures.tranches(here, roads), heading="subject.series")
subject.split(here, roads.facts)
subject.asked(here, roads)
subject.earlier(here, roads)
subject.close(here, roads)
