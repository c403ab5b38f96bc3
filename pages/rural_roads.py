"""Money for rural roads: every stated whole with its parts, and the tranches over time."""

from lsdash import sentences
from lsdash.charts import money
from lsdash.web import cards, subject, visit

here = visit.current()
roads = subject.ask(here)
sentence = sentences.of_money(roads.own, here.lang)
cards.title(sentence)
cards.paper(here, roads.newest)
cards.lead(here)
cards.chart(here, money.by_whole(roads.own, here.lang, here.theme), sentence, "roads")
if roads.is_series:
    cards.section(here, "subject.series")
    series = money.over_documents(roads.facts, here.lang, here.theme)
    cards.chart(here, series, sentence, "tranches")
subject.close(here, roads)
