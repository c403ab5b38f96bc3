"""Stepping through weeks keeps the view, but for what belonged to the week before."""

from lsdash.contents.week import weeks
from lsdash.store import read
from lsdash.store.release import Release
from lsdash.view import View


def test_another_week_leaves_the_day_and_keeps_what_else_was_chosen(release: Release) -> None:
    week = read.weeks(release)[0]
    chosen = (("trucks", "cleared"), ("day", "2020-04-13"), ("place", "tan-thanh"))
    turned = weeks.turned(View("border_trade", fact="OBS098", inputs=chosen), week)
    assert turned.inputs == (("trucks", "cleared"), ("place", "tan-thanh"))
    assert (turned.filters.weeks, turned.fact) == ((week.slug,), "")
