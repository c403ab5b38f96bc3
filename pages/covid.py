"""Epidemic control: the drill's bodies, the rules by date, and health in the border options."""

from lsdash.contents import epidemic as told
from lsdash.web.entrance import visit
from lsdash.web.panels import epidemic
from lsdash.web.parts import cards

here = visit.current()
drill = told.drill(here)
cards.title(told.sentence(here, drill))
cards.lead(here)
if drill:
    epidemic.bodies(here, drill)
epidemic.ended(here)
epidemic.others(here)
epidemic.in_the_options(here)
epidemic.by_kind(here)
epidemic.measures(here)
epidemic.later(here, drill)
