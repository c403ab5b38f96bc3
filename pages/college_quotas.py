"""Places that each college was given, this year's and earlier ones."""

from lsdash import sentences
from lsdash.contents import pictures
from lsdash.web.entrance import visit
from lsdash.web.panels import subject
from lsdash.web.parts import cards

here = visit.current()
colleges = subject.ask(here)
cards.title(sentences.of_quotas(colleges.own, here.lang))
cards.paper(here, colleges.newest, colleges.changing)
cards.lead(here)
subject.amended(here, colleges)
cards.charts(here, pictures.colleges(here, colleges))
subject.split(here, colleges.facts)
subject.asked(here, colleges)
subject.earlier(here, colleges)
subject.close(here, colleges)
