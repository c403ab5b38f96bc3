"""Staff ceilings of communes, wards and townships, one of them or a whole list."""

from lsdash import sentences
from lsdash.vocabulary import Measure
from lsdash.web import cards, staff, subject, visit

here = visit.current()
rules = subject.ask(here, Measure.STAFF_CEILING, Measure.STAFF_REDUCTION, Measure.STAFF_PER_TITLE)
cards.title(sentences.of_ceilings(rules.own, here.lang))
cards.paper(here, rules.newest)
cards.lead(here)
here = staff.one(here, rules.own)
staff.several(here, rules.own)
subject.earlier(here, rules)
subject.close(here, rules, facts=rules.own)
