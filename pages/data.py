"""The data themselves: releases, downloads, how to cite, methods, what each column means."""

from lsdash.contents import data as contents
from lsdash.web.entrance import visit
from lsdash.web.panels import data, outcomes
from lsdash.web.parts import cards

here = visit.current()
cards.title(contents.sentence(here))
cards.lead(here)
data.stamps(here)
data.releases(here)
data.downloads(here)
data.whole(here)
outcomes.subscriptions(here)
data.questions(here)
data.citing(here)
data.methods(here)
data.programs(here)
data.dictionary(here)
