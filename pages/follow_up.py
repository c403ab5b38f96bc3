"""What has to be followed up: who must do what by when, and which requests wait."""

from lsdash.contents import follow_up as contents
from lsdash.web import cards, follow_up, visit

here = visit.current()
tasks = contents.tasks(here)
cards.title(contents.sentence(here, tasks))
cards.lead(here)
follow_up.show(here, tasks)
