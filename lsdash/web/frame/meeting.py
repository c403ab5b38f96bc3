"""Meeting mode: one view a screen, large, with an agenda that the arrow keys move through."""

from dataclasses import replace
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from lsdash import sentences
from lsdash.contents import screens
from lsdash.contents.blocks import Chart
from lsdash.contents.week import papers, weeks
from lsdash.store import read
from lsdash.text import count, say
from lsdash.view import MAX_AGENDA, MAX_NOTE, View, agenda_views, shows, with_agenda, with_note
from lsdash.web.entrance import address
from lsdash.web.entrance.visit import Visit
from lsdash.web.parts import cards, hypertext

STYLE = Path(__file__).with_name("meeting.css")

NOTED = ":material/sticky_note_2:"
"""Beside an item that holds a note for its speaker."""

KEYS = "meeting-keys"
_keys = st.components.v2.component(
    "lsdash_meeting_keys", js=Path(__file__).with_name("meeting.js").read_text(encoding="utf-8")
)


def bar(here: Visit, of_page: int, before: View | None, after: View | None) -> None:
    """Week, filters and release, the place in agenda and page, and the keys that move on."""
    lang, view = here.lang, here.view
    st.html(STYLE)
    week = say(lang, "strip.week", week=sentences.week_span(weeks.shown(here), lang))
    told = [hypertext.badge(week, icon=":material/date_range:")]
    for key, _, text in sentences.narrowed(view, here.ask(read.weeks), lang):
        if key == "week" and len(view.filters.weeks) == 1:
            continue  # it is the week shown
        told.append(hypertext.badge(text, icon=":material/filter_list:", kind="planned"))
    release = say(lang, "strip.release", release=view.release)
    told.append(hypertext.badge(release, icon=":material/lock:"))
    steps = []
    if before:
        steps.append(_step(here, "previous", before, ":material/arrow_back:"))
    if view.at:
        place = say(lang, "meeting.place", at=view.at, n=len(view.agenda))
        beside = say(lang, "meeting.beside", place=place)
        told_place = beside if is_beside(view) else place
        steps.append(hypertext.element("span", told_place, kind="strong"))
    if of_page > 1:
        part = say(lang, "meeting.screen", at=view.screen, n=of_page)
        steps.append(hypertext.element("span", part, kind="quiet"))
    if after:
        steps.append(_step(here, "next", after, ":material/arrow_forward:"))
    leaving = replace(view, kiosk=False, screen=1)
    steps.append(_step(here, "leave", leaving, ":material/close:"))
    hypertext.show(
        hypertext.row(*told, _note(here), hypertext.row(*steps, kind="far"), kind="meeting")
    )
    _keys(key=KEYS, data={"larger": larger()}, on_larger_change=_measured)


def is_beside(view: View) -> bool:
    """Whether the meeting looks at something else than the item that it is at."""
    return bool(view.at) and not shows(view, agenda_views(view)[view.at - 1])


def larger() -> float:
    """How much larger than 1280 × 720 the browser's screen is; 0 for a phone, or until it is known.

    A drawing's height is the server's to say: the browser would only stretch it.
    """
    return float(st.session_state.get("larger", 0))


def chart(here: Visit, chart: Chart, *, scale: float | None = None) -> None:
    """A drawing as large as its screen has room for; on a phone, and on a page, as it is.

    Without a scale it stands alone below its page's answer.
    """
    by = larger() if here.view.kiosk else 0
    scale = screens.alone(chart) if scale is None else scale
    cards.chart(here, chart, scale=scale * by or 1, in_meeting=by > 0)


def _measured() -> None:
    """The browser has said how large its screen is."""
    st.session_state["larger"] = st.session_state[KEYS]["larger"]


def _note(here: Visit) -> Markup:
    """What the speaker is reminded of: folded on the large screen, open in the speaker's hand."""
    if not here.view.note:
        return Markup()
    return hypertext.fold(say(here.lang, "meeting.note"), here.view.note)


def agenda(here: Visit) -> None:
    """The agenda that the link carries, while it is put together."""
    lang, view = here.lang, here.view
    items = agenda_views(view)
    if not items:
        return
    told = hypertext.badge(count(lang, "meeting.agenda", len(items)), icon=":material/list_alt:")
    ways = [
        _way(f"{item.at}. {say(lang, f'page.{item.page}')}", item, icon=NOTED if item.note else "")
        for item in items
    ]
    first, without = replace(items[0], kiosk=True), replace(view, agenda=(), at=0)
    present = _way(say(lang, "meeting.present"), first, icon=":material/slideshow:")
    drop = _way(say(lang, "meeting.drop"), without, icon=":material/close:")
    far = hypertext.row(_add(here), present, drop, kind="far")
    hypertext.show(hypertext.row(told, *ways, far))
    if view.at:
        key = f"note-{view.at}-{view.note}"
        written = st.text_input(
            say(lang, "meeting.note_of", at=view.at),
            view.note,
            max_chars=MAX_NOTE,
            key=key,
            on_change=_write_note,
            args=(key,),
        )
        if written.strip() != view.note:
            st.warning(say(lang, "meeting.note_full"), icon=":material/warning:")


def _write_note(key: str) -> None:
    """The speaker's note goes into the agenda, and so into the link, if it has room."""
    view: View = st.session_state["view"]
    noted = with_note(view, st.session_state[key].strip(), agenda_views(view))
    if noted:
        address.change(noted)


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
