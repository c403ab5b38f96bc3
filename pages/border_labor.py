"""The options for crews across the border: line by line, and tried out."""

from lsdash import sentences
from lsdash.store import read
from lsdash.web.entrance import visit
from lsdash.web.panels import labor_plans, subject, what_if
from lsdash.web.parts import cards, inputs

here = visit.current()
letters = subject.ask(here)
letter = letters.newest
cards.title(sentences.of_options(here.ask(read.options, letter.slug), letter, here.lang))
cards.paper(here, letter)
subject.amended(here, letters)
here = inputs.keep(here, {"show": inputs.choice(here, "show")})
if here.view.input("show") == "plans":
    labor_plans.show(here, letter.slug)
    subject.earlier(here, letters)
    subject.close(here, letters, facts=letters.told)
else:
    what_if.show(here, letter)
