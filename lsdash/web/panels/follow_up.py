"""The follow-up page: what presses as a drawing, then everything in tables, state by state."""

from collections.abc import Sequence

from lsdash.contents.blocks import Chart
from lsdash.contents.effects import follow_up
from lsdash.contents.effects.follow_up import Task
from lsdash.web.entrance.visit import Visit
from lsdash.web.frame import meeting
from lsdash.web.parts import cards


def show(here: Visit, tasks: Sequence[Task]) -> None:
    """A meeting looks at the drawing alone, where there is one."""
    for section in follow_up.sections(here, tasks):
        is_drawing = any(isinstance(block, Chart) for block in section.blocks)
        if here.view.kiosk and not is_drawing:
            continue
        cards.whole(here, section, draw=meeting.chart)
