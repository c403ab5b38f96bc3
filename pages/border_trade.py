"""Border trade: the gates on a day as a strip map, trucks by day, what followed, turnover."""

from lsdash.contents.border import state
from lsdash.web.entrance import visit
from lsdash.web.panels import border
from lsdash.web.parts import cards

here = border.ask(visit.current())
cards.title(state.sentence(here))
border.course(here)
border.strip(here)
border.reported(here)
border.by_day(here)
border.after(here)
border.years(here)
border.everything(here)
