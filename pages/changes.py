"""What changed: one release against another, or one week against another."""

from lsdash.web.entrance import visit
from lsdash.web.panels import changes

here, sides, head = changes.ask(visit.current())
found = changes.compare(here, sides, head)
if sides and found:
    changes.show(here, sides, found)
