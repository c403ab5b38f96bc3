"""Places that each college was given, this year's and earlier ones."""

from lsdash import sentences
from lsdash.charts import places
from lsdash.web import cards, subject, visit

here = visit.current()
colleges = subject.ask(here)
sentence = sentences.of_quotas(colleges.own, here.lang)
cards.title(sentence)
cards.paper(here, colleges.newest)
cards.lead(here)
figure = places.by_college(colleges.facts, here.lang, here.theme)
cards.chart(here, figure, sentence, "colleges")
subject.earlier(here, colleges)
subject.close(here, colleges)
