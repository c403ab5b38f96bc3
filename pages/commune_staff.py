"""Staff ceilings of communes, wards and townships, one of them or a whole list."""

from lsdash import sentences
from lsdash.web.entrance import visit
from lsdash.web.panels import staff, subject
from lsdash.web.parts import cards

here = visit.current()
rules = subject.ask(here)
cards.title(sentences.of_ceilings(rules.own, here.lang))
cards.paper(here, rules.newest)
cards.lead(here)
subject.amended(here, rules)
here = staff.one(here, rules.own)
staff.several(here, rules.own)
subject.asked(here, rules)
subject.earlier(here, rules)
subject.close(here, rules, facts=rules.told)
