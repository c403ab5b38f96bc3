"""Staff ceilings of communes, wards and townships, one of them or a whole list."""

from lsdash import sentences
from lsdash.web.entrance import visit
from lsdash.web.panels import staff, subject
from lsdash.web.parts import cards

here = visit.current()
rules = subject.ask(here)
cards.title(sentences.of_ceilings(rules.own, here.lang, is_ladder=bool(rules.ladder)))
cards.paper(here, rules.newest, rules.changing)
staff.lead(here, rules)
subject.amended(here, rules)
here = staff.one(here, rules)
staff.several(here, rules.ladder)
subject.split(here, rules.facts)
subject.asked(here, rules)
subject.earlier(here, rules)
subject.close(here, rules, facts=rules.told)
