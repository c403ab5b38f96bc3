"""What a meeting sees of a page: its answer and its pictures, parted into screens.

Figures with their sources, what is not said and what looks odd are left to the page itself.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from lsdash.contents import gates, screens, subject
from lsdash.contents.blocks import Chart, Contents, Said, Section, filled, section
from lsdash.contents.border import after, days, flow, state, strip, trend
from lsdash.contents.pages.registry import PAGES
from lsdash.contents.reading import Reading
from lsdash.contents.screens import Screen
from lsdash.contents.week import main_figure, panel
from lsdash.store import read
from lsdash.text import figures, say

LEFT_OUT = (
    "subject.facts",
    "subject.earlier",
    "subject.silences",
    "subject.flags",
)


@dataclass(frozen=True)
class Shown:
    """The page's answer, with the screens on which it is told."""

    contents: Contents
    screens: list[Screen]


def of(here: Reading) -> Shown | None:
    """None of a page that a meeting sees as it is: lists, and what a reader enters figures into."""
    told = _contents(here)
    if told is None:
        return None
    return Shown(told, screens.of(told, [say(here.lang, key) for key in LEFT_OUT]))


def _contents(here: Reading) -> Contents | None:
    view = here.view
    if view.document:
        decision = here.ask(read.decision, view.document)
        return _pictures_first(panel.contents(here, decision)) if decision else None
    if view.page == "border_labor" and view.input("show") != "plans":
        return None
    told = MEETING.get(view.page)
    return _pictures_first(told(here)) if told else None


def _pictures_first(told: Contents) -> Contents:
    """What is drawn, then what is said beside it."""

    def is_said(section: Section) -> bool:
        return not any(isinstance(block, Chart) for block in section.blocks)

    return replace(told, sections=tuple(sorted(told.sections, key=is_said)))


def _staff(here: Reading) -> Contents:
    """The ceilings as a picture, before how one of them is worked out."""
    told, about = PAGES["commune_staff"](here), subject.find(here)
    own = about.own if about else []
    leading = main_figure.figure(own)
    drawn = panel.of_figures(here, own).drawn
    pictures = [section(each.heading, each.chart) for each in drawn if leading in each.facts]
    return replace(told, sections=(*pictures, *told.sections))


def _energy(here: Reading) -> Contents:
    """The targets alone: how many tasks come with them is a line of the page."""
    told = PAGES["energy_targets"](here)
    is_drawn = any(isinstance(each.blocks[0], Chart) for each in told.sections)
    kept = [each for each in told.sections if not (is_drawn and _is_one_line(each))]
    return replace(told, sections=tuple(kept))


def _is_one_line(told: Section) -> bool:
    return all(isinstance(block, Said) and not block.is_note for block in told.blocks)


def _trade(here: Reading) -> Contents:
    """The gates of the day, trucks by day, and what came after; the page has the tables."""
    lang = here.lang
    if not gates.everything(here):
        return PAGES["border_trade"](here)
    course, drawn = trend.sentence(here), strip.chart(here)
    by_day = flow.chart(here, is_large_alone=True)
    told = [each for each in after.told(here) if not isinstance(each, Said)]
    on = figures.day(days.shown(here), lang)
    way = Said(course) if course else None
    parts = (
        section(say(lang, "border.strip", on=on), drawn.across if drawn else None, way),
        section(say(lang, "border.by_day"), by_day),
        section(say(lang, "gates.after"), *told),
    )
    title = state.sentence(here)
    return Contents(say(lang, "page.border_trade"), title, (), "", filled(parts))


MEETING: Mapping[str, Callable[[Reading], Contents]] = {
    **{page: PAGES[page] for page in ("rural_roads", "college_quotas", "border_labor", "covid")},
    "energy_targets": _energy,
    "commune_staff": _staff,
    "border_trade": _trade,
}
"""Page → what a meeting sees of it."""
