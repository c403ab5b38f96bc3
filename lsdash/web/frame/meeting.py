"""Meeting mode: one view a screen, large, with an agenda that the arrow keys move through."""

from dataclasses import replace
from pathlib import Path

import streamlit as st

from lsdash import sentences
from lsdash.contents.week import papers, weeks
from lsdash.store import read
from lsdash.text import count, say
from lsdash.view import MAX_AGENDA, View, agenda_views, with_agenda
from lsdash.web.entrance import address
from lsdash.web.entrance.visit import Visit
from lsdash.web.parts.escaping import plain

STYLE = Path(__file__).with_name("meeting.css")

_keys = st.components.v2.component(
    "lsdash_meeting_keys", js=Path(__file__).with_name("meeting.js").read_text(encoding="utf-8")
)


def bar(here: Visit) -> None:
    """Week, filters and release, the place in the agenda, and the keys that move on."""
    lang, view = here.lang, here.view
    st.html(STYLE)
    items = agenda_views(view)
    with st.container(horizontal=True, vertical_alignment="center", key="meeting"):
        week = plain(sentences.week_span(weeks.shown(here), lang))
        st.badge(say(lang, "strip.week", week=week), icon=":material/date_range:", color="gray")
        for key, _, text in sentences.narrowed(view, here.ask(read.weeks), lang):
            if key == "week" and len(view.filters.weeks) == 1:
                continue  # it is the week shown
            st.badge(plain(text), icon=":material/filter_list:", color="blue")
        st.badge(
            say(lang, "strip.release", release=view.release), icon=":material/lock:", color="gray"
        )
        st.space("stretch")
        if view.at > 1:
            _step(here, "previous", items[view.at - 2], ":material/arrow_back:")
        if view.at:
            place = say(lang, "meeting.place", at=view.at, n=len(items))
            st.markdown(place, width="content")
        if view.at < len(items):
            _step(here, "next", items[view.at], ":material/arrow_forward:")
        _step(here, "leave", replace(view, kiosk=False), ":material/close:")
    _keys(key="meeting-keys")


def agenda(here: Visit) -> None:
    """The agenda that the link carries, while it is put together."""
    lang, view = here.lang, here.view
    items = agenda_views(view)
    if not items:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="agenda"):
        st.badge(
            count(lang, "meeting.agenda", len(items)), icon=":material/list_alt:", color="gray"
        )
        for item in items:
            _way(f"{item.at}. {say(lang, f'page.{item.page}')}", item)
        st.space("stretch")
        _add(here)
        first = replace(items[0], kiosk=True)
        _way(say(lang, "meeting.present"), first, icon=":material/slideshow:")
        _way(say(lang, "meeting.drop"), replace(view, agenda=(), at=0), icon=":material/close:")


def ways_in(here: Visit) -> None:
    """From the share panel into a meeting."""
    lang, view = here.lang, here.view
    week = here.at(view.on("overview"))
    slides = [week.view, *papers.pages(week, papers.of_week(week))]
    whole = with_agenda(view, slides[:MAX_AGENDA])
    st.caption(f"**{say(lang, 'meeting.title')}** — {say(lang, 'meeting.keys')}")
    with st.container(horizontal=True, gap="small", key="ways"):
        if whole:
            first = replace(agenda_views(whole)[0], kiosk=True)
            _way(say(lang, "meeting.start_week"), first, icon=":material/slideshow:")
        _way(say(lang, "meeting.start"), replace(view, kiosk=True), icon=":material/fullscreen:")
        _add(here)


def _add(here: Visit) -> None:
    """The view becomes the last item of its agenda; an agenda without room for it says so."""
    lang, view = here.lang, here.view
    longer = with_agenda(view, [*agenda_views(view), view])
    if longer:
        _way(say(lang, "meeting.add"), longer, icon=":material/playlist_add:")
    else:
        st.caption(say(lang, "meeting.full"), width="content")


def _step(here: Visit, name: str, to: View, icon: str) -> None:
    """A link that a key follows too."""
    with st.container(key=f"meeting-{name}", width="content"):
        _way(say(here.lang, f"meeting.{name}"), to, icon=icon)


def _way(label: str, view: View, *, icon: str | None = None) -> None:
    page = st.session_state["pages"][view.page]
    st.page_link(page, label=plain(label), icon=icon, query_params=address.query(view))
