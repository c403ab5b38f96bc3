"""The data themselves: releases, downloads, how to cite, methods, what each column means."""

from lsdash.contents import data as contents
from lsdash.web import cards, data, visit

here = visit.current()
cards.title(contents.sentence(here))
cards.lead(here)
data.stamps(here)
data.releases(here)
data.downloads(here)
data.whole(here)
data.questions(here)
data.citing(here)
data.methods(here)
data.dictionary(here)
