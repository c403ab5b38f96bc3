"""The frame of every page: who asks for what, menu, filters, the page itself, the address."""

from contextlib import suppress

import streamlit as st

from lsdash import settings
from lsdash.errors import LsdashError
from lsdash.text import say
from lsdash.web import (
    address,
    filters,
    frame,
    language,
    meeting,
    opening,
    refusals,
    sessions,
    subject,
    uploads,
    visit,
)

lang = language.choose()
pages = frame.pages(lang)
st.html(frame.STYLE)
page = st.navigation(list(pages.values()), position="hidden")
st.set_page_config(
    page_title=f"{page.title} · {say(lang, 'app.name')}",
    page_icon=frame.FAVICON,
    layout="wide",
    initial_sidebar_state="collapsed",
)
place = settings.read()
view, notices, touched = address.read(frame.name_of(page))
uploads.enter(view.page)
sessions.come_back()
head = st.container()
try:
    view, release = opening.open_view(view, place)
except LsdashError as error:
    with head:
        frame.menu(view, pages, lang)
        frame.language(view, lang)
    refusals.show(error, view, place, lang)
    address.write(view, notices)
else:
    here = visit.Visit(lang, frame.theme(), view, release, touched)
    notices += opening.unknown_weeks(here, notices)
    told = st.container()
    here = filters.ask(here)
    notices = filters.told_again(notices, here)
    with told:
        frame.notices(notices, here)
    visit.keep(here)
    with suppress(subject.NothingAnswers), refusals.of_slow_questions(lang):
        page.run()
    here = visit.current()
    with head:
        if here.view.kiosk:
            meeting.bar(here)
        else:
            frame.menu(here.view, pages, lang)
            frame.strip(here, place)
            meeting.agenda(here)
    frame.footer(here)
    address.write(here.view, notices)
