"""Meeting mode: one view a screen, large, with an agenda that the arrow keys move through."""

from dataclasses import replace
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from lsdash import sentences
from lsdash.contents.week import papers, weeks
from lsdash.store import read
from lsdash.text import count, say
from lsdash.view import MAX_AGENDA, View, agenda_views, shows, with_agenda
from lsdash.web.entrance.visit import Visit
from lsdash.web.parts import hypertext

STYLE = Path(__file__).with_name("meeting.css")

_keys = st.components.v2.component(
    "lsdash_meeting_keys", js=Path(__file__).with_name("meeting.js").read_text(encoding="utf-8")
)


def bar(here: Visit) -> None:
    """Week, filters and release, the place in the agenda, and the keys that move on."""
    lang, view = here.lang, here.view
    st.html(STYLE)
    items = agenda_views(view)
    week = say(lang, "strip.week", week=sentences.week_span(weeks.shown(here), lang))
    told = [hypertext.badge(week, icon=":material/date_range:")]
    for key, _, text in sentences.narrowed(view, here.ask(read.weeks), lang):
        if key == "week" and len(view.filters.weeks) == 1:
            continue  # it is the week shown
        told.append(hypertext.badge(text, icon=":material/filter_list:", kind="planned"))
    release = say(lang, "strip.release", release=view.release)
    told.append(hypertext.badge(release, icon=":material/lock:"))
    steps = []
    is_beside = bool(view.at) and not shows(view, items[view.at - 1])
    before = view.at - 1 if is_beside else view.at - 2
    if before >= 0:
        steps.append(_step(here, "previous", items[before], ":material/arrow_back:"))
    if view.at:
        place = say(lang, "meeting.place", at=view.at, n=len(items))
        beside = say(lang, "meeting.beside", place=place)
        steps.append(hypertext.element("span", beside if is_beside else place))
    if view.at < len(items):
        steps.append(_step(here, "next", items[view.at], ":material/arrow_forward:"))
    steps.append(_step(here, "leave", replace(view, kiosk=False), ":material/close:"))
    hypertext.show(hypertext.row(*told, hypertext.row(*steps, kind="far"), kind="meeting"))
    _keys(key="meeting-keys")


def agenda(here: Visit) -> None:
    """The agenda that the link carries, while it is put together."""
    lang, view = here.lang, here.view
    items = agenda_views(view)
    if not items:
        return
    told = hypertext.badge(count(lang, "meeting.agenda", len(items)), icon=":material/list_alt:")
    ways = [_way(f"{item.at}. {say(lang, f'page.{item.page}')}", item) for item in items]
    first, without = replace(items[0], kiosk=True), replace(view, agenda=(), at=0)
    present = _way(say(lang, "meeting.present"), first, icon=":material/slideshow:")
    drop = _way(say(lang, "meeting.drop"), without, icon=":material/close:")
    far = hypertext.row(_add(here), present, drop, kind="far")
    hypertext.show(hypertext.row(told, *ways, far))


def ways_in(here: Visit) -> None:
    """From the share panel into a meeting."""
    lang, view = here.lang, here.view
    week = here.at(view.on("overview"))
    slides = [week.view, *papers.pages(week, papers.of_week(week))]
    whole = with_agenda(view, slides[:MAX_AGENDA])
    st.caption(f"**{say(lang, 'meeting.title')}** — {say(lang, 'meeting.keys')}")
    ways = []
    if whole:
        first = replace(agenda_views(whole)[0], kiosk=True)
        ways.append(_way(say(lang, "meeting.start_week"), first, icon=":material/slideshow:"))
    now = replace(view, kiosk=True)
    ways.append(_way(say(lang, "meeting.start"), now, icon=":material/fullscreen:"))
    hypertext.show(hypertext.row(*ways, _add(here)))


def _add(here: Visit) -> Markup:
    """The view becomes the last item of its agenda; an agenda without room for it says so."""
    lang, view = here.lang, here.view
    longer = with_agenda(view, [*agenda_views(view), view])
    if longer:
        return _way(say(lang, "meeting.add"), longer, icon=":material/playlist_add:")
    return hypertext.caption(say(lang, "meeting.full"))


def _step(here: Visit, name: str, to: View, icon: str) -> Markup:
    """A link that a key follows too."""
    return hypertext.link(
        to, say(here.lang, f"meeting.{name}"), icon=icon, kind="button", name=name
    )


def _way(label: str, view: View, *, icon: str = "") -> Markup:
    return hypertext.link(view, label, icon=icon, kind="button")
