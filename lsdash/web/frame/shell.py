"""What stands around every page: menu, week and release, share, notices, stamps."""

from collections.abc import Mapping
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

import lsdash
from lsdash.charts.style import Theme
from lsdash.settings import ROOT, Settings
from lsdash.store import shelf
from lsdash.text import Lang, figures, say
from lsdash.view import PAGES, View
from lsdash.web.entrance import access, address
from lsdash.web.entrance.visit import Visit
from lsdash.web.frame import newer_release, share, week_stepper
from lsdash.web.parts.escaping import plain
from lsdash.web.parts.icons import ICONS

FOLDER: Path = ROOT / "pages"
FAVICON = Path(__file__).with_name("icon.svg")
"""A file of ours: a named icon would make the browser ask another host for its picture."""

STYLE = Path(__file__).with_name("style.css")


def pages(lang: Lang) -> Mapping[str, Page]:
    """Every page by name, with its title in the reader's language."""
    made = {
        name: st.Page(
            FOLDER / f"{name}.py",
            title=say(lang, f"page.{name}"),
            url_path=name,
            default=name == PAGES[0],
        )
        for name in PAGES
    }
    st.session_state["pages"] = made
    return made


def name_of(page: Page) -> str:
    """The page's permanent name; the first page has an empty path."""
    return page.url_path or PAGES[0]


def theme() -> Theme:
    return "dark" if st.context.theme.type == "dark" else "light"


def menu(view: View, made: Mapping[str, Page], lang: Lang) -> None:
    """One line of links that carry release and filters; on a phone it scrolls sideways."""
    with st.container(horizontal=True, wrap=False, gap="xsmall", key="menu"):
        for name, page in made.items():
            if name == "intake" and not access.ask().is_open:
                continue
            query = address.query(view.on(name))
            label = say(lang, f"page.{name}")
            st.page_link(page, label=label, icon=ICONS[name], query_params=query)


def strip(here: Visit, place: Settings) -> None:
    """Which week and which release this is, and Share."""
    lang, view = here.lang, here.view
    newest = shelf.newest(place)
    is_newest = view.release == newest
    with st.container(horizontal=True, vertical_alignment="center", key="strip"):
        week_stepper.through_weeks(here)
        state = say(lang, "strip.newest" if is_newest else "strip.older")
        st.badge(
            f"{say(lang, 'strip.release', release=view.release)} · {state}",
            icon=":material/lock:",
            color="primary" if is_newest else "orange",
        )
        st.space("stretch")
        language(view, lang)
        if view.page != "intake":
            share.button(here)
    if not is_newest:
        newer_release.show(here, place, newest)


def footer(here: Visit) -> None:
    """How fresh this is."""
    manifest = here.release.manifest
    st.divider()
    st.caption(
        plain(
            say(
                here.lang,
                "footer.stamp",
                to=figures.day(manifest.documents_to, here.lang),
                release=manifest.release,
                built=figures.moment(manifest.built_at, here.lang),
                version=lsdash.__version__,
            )
        )
    )


def language(view: View, lang: Lang) -> None:
    """The other language: a plain link, so that the door can remember the choice."""
    other = "en" if lang == "vi" else "vi"
    url = f"{address.path(view)}&lang={other}"
    st.html(
        f'<a href="{url}" lang="{other}" hreflang="{other}" style="color:inherit">'
        f"{say(lang, 'app.other_language')}</a>",
        width="content",
    )
