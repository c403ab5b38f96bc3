"""Energy targets as intervals, by what is to be cut, done or reached."""

from lsdash import sentences
from lsdash.contents import pictures
from lsdash.web.entrance import visit
from lsdash.web.panels import subject, targets
from lsdash.web.parts import cards

here = visit.current()
energy = subject.ask(here)
cards.title(sentences.of_targets(pictures.aims(energy.own), here.lang))
cards.paper(here, energy.newest, energy.changing)
cards.lead(here)
subject.amended(here, energy)
targets.panels(here, energy)
targets.tasks(here, energy)
subject.asked(here, energy)
subject.earlier(here, energy)
subject.close(here, energy)
