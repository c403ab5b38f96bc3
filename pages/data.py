"""The data themselves: releases, downloads, how to cite, methods, what each column means."""

from lsdash.text import say
from lsdash.web import cards, data, visit

here = visit.current()
cards.title(say(here.lang, "data.sentence"))
data.stamps(here)
data.releases(here)
data.downloads(here)
data.citing(here)
data.methods(here)
data.dictionary(here)
