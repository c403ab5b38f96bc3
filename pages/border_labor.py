"""The ways put forward to send loading crews across the border, as time and line by line."""

from lsdash import sentences
from lsdash.store import read
from lsdash.vocabulary import Measure
from lsdash.web import cards, gates, plans, subject, visit

here = visit.current()
letters = subject.ask(here, Measure.BORDER_LABOR_PLAN)
letter = letters.newest
cards.title(sentences.of_options(here.ask(read.options, letter.slug), letter, here.lang))
cards.paper(here, letter)
cards.lead(here)
plans.calendar(here, letter.slug)
cards.section(here, "subject.compare")
plans.compared(here, letter.slug)
here = gates.ask(here)
gates.around(here, letter)
subject.earlier(here, letters)
subject.close(here, letters, facts=letters.own)
