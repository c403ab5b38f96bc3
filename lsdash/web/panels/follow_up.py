"""The follow-up page: what presses as a drawing, then everything in tables, state by state."""

from collections.abc import Sequence

import streamlit as st

from lsdash.contents.blocks import Chart, Said, Table
from lsdash.contents.effects import follow_up
from lsdash.contents.effects.follow_up import Task
from lsdash.web.entrance.visit import Visit
from lsdash.web.frame import meeting
from lsdash.web.parts import cards
from lsdash.web.parts.escaping import plain


def show(here: Visit, tasks: Sequence[Task]) -> None:
    """A meeting looks at the drawing alone, where there is one."""
    for section in follow_up.sections(here, tasks):
        is_drawing = any(isinstance(block, Chart) for block in section.blocks)
        if here.view.kiosk and not is_drawing:
            continue
        if section.title:
            st.header(plain(section.title), anchor=False)
        for block in section.blocks:
            match block:
                case Chart():
                    meeting.chart(here, block)
                case Table():
                    cards.table(block)
                case Said():
                    cards.said(block)
