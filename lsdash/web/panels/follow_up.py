"""The follow-up page: what presses as a drawing, then everything in tables, state by state."""

from lsdash.contents.blocks import Chart
from lsdash.contents.effects import follow_up
from lsdash.web.entrance.visit import Visit
from lsdash.web.frame import meeting
from lsdash.web.parts import cards


def show(here: Visit) -> None:
    """A meeting looks at the drawing alone, where there is one."""
    for section in follow_up.sections(here):
        is_drawing = any(isinstance(block, Chart) for block in section.blocks)
        if here.view.kiosk and not is_drawing:
            continue
        cards.whole(here, section, draw=meeting.chart)
