"""What changed: one release against another, or one week against another."""

from lsdash.web import changes, visit

here, sides, head = changes.ask(visit.current())
found = changes.compare(here, sides, head)
if sides and found:
    changes.show(here, sides, found)
