"""The frame of every page: who asks for what, menu, filters, the page itself, the address."""

from contextlib import suppress

import streamlit as st

from lsdash import settings
from lsdash.errors import LsdashError
from lsdash.text import say
from lsdash.web.entrance import address, language, opening, sessions, uploads, visit
from lsdash.web.frame import browser, filters, meeting, refusals, shell
from lsdash.web.meeting import slides
from lsdash.web.panels import subject
from lsdash.web.parts import notices

lang = language.choose()
pages = shell.pages(lang)
page = st.navigation(list(pages.values()), position="hidden")
st.set_page_config(
    page_title=f"{page.title} · {say(lang, 'app.name')}",
    page_icon=shell.FAVICON,
    layout="wide",
    initial_sidebar_state="collapsed",
)
shell.dress()
browser.work(lang, shell.theme())
place = settings.read()
view, told_of_link, touched = address.read(shell.name_of(page))
if view.page != shell.name_of(page):
    st.switch_page(pages[view.page], query_params=address.query(view))
uploads.enter(view.page)
sessions.come_back()
head = st.container()
try:
    view, release = opening.open_view(view, place)
except LsdashError as error:
    with head:
        shell.menu(view, lang)
        shell.language(view, lang)
    refusals.show(error, view, place, lang)
    address.write(view, told_of_link)
else:
    here = visit.Visit(lang, shell.theme(), view, release, touched)
    told_of_link += opening.unknown_weeks(here, told_of_link)
    here = filters.ask(here)
    told_of_link = filters.told_again(told_of_link, here)
    visit.keep(here)
    with suppress(subject.NothingAnswers), refusals.of_slow_questions(lang):
        slides.show(here, page)
    here = visit.current()
    with head:
        if here.view.kiosk:
            meeting.bar(here, *slides.steps(here))
        else:
            shell.menu(here.view, lang)
            shell.strip(here, place)
            meeting.agenda(here)
        notices.show(told_of_link, here)
    shell.footer(here)
    address.write(here.view, told_of_link)
