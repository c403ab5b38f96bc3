"""Long lists on sheets: which one is asked for, and the others as links."""

from dataclasses import replace
from itertools import pairwise

from markupsafe import Markup

from lsdash.text import figures, say
from lsdash.view import Notice, Noticed
from lsdash.web.entrance import visit
from lsdash.web.entrance.visit import Visit
from lsdash.web.parts import hypertext, notices

A_SHEET = 25


def keep(here: Visit, held: int) -> Visit:
    """On the sheet asked for, or on the last of those that `held` things fill, which is said."""
    return within(here, _count(held))


def within(here: Visit, sheets: int) -> Visit:
    """On the sheet asked for, or on the last of so many, which is said."""
    if here.view.sheet <= sheets:
        return here
    notices.show([Noticed(Notice.CLAMPED, "sheet", str(here.view.sheet))], here)
    here = replace(here, view=replace(here.view, sheet=sheets))
    visit.keep(here)
    return here


def start(here: Visit) -> int:
    """How many things stand before this sheet."""
    return (here.view.sheet - 1) * A_SHEET


def links(here: Visit, held: int) -> None:
    """The sheets as links, so that each is an address of its own; none where one is enough.

    The first and the last, those beside this one, and the ones half-way.
    """
    sheets, now = _count(held), here.view.sheet
    if sheets == 1:
        return
    near = range(max(1, now - 2), min(sheets, now + 2) + 1)
    shown = sorted({1, (1 + now) // 2, (now + sheets) // 2, sheets, *near})
    ways: list[Markup | str] = []
    for before, sheet in pairwise([0, *shown]):
        label = figures.number(sheet, here.lang)
        ways += ["…"] if sheet > before + 1 else []
        ways.append(
            hypertext.element("span", label, kind="strong")
            if sheet == now
            else hypertext.link(replace(here.view, sheet=sheet), label)
        )
    hypertext.show(hypertext.row(say(here.lang, "decisions.sheet"), *ways))


def _count(held: int) -> int:
    return max(1, -(-held // A_SHEET))
