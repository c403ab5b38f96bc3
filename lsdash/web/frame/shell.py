"""What stands around every page: menu, week and release, share, notices, stamps."""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

import streamlit as st
from markupsafe import Markup
from streamlit.navigation.page import Page

import lsdash
from lsdash.charts.style import Theme
from lsdash.settings import ROOT, Settings
from lsdash.store import shelf
from lsdash.text import Lang, figures, say
from lsdash.view import PAGES, View
from lsdash.web.entrance import access, address, base_path
from lsdash.web.entrance.visit import Visit
from lsdash.web.frame import newer_release, share, week_stepper
from lsdash.web.parts import hypertext
from lsdash.web.parts.icons import ICONS
from lsdash.web.parts.kept import KEPT

FOLDER: Path = ROOT / "pages"
FAVICON = Path(__file__).with_name("icon.svg")
"""A file of ours: a named icon would make the browser ask another host for its picture."""

STYLE = Path(__file__).with_name("style.css")

INKS = {
    "primary": "primaryColor",
    "ground": "backgroundColor",
    "shade": "secondaryBackgroundColor",
    "ink": "textColor",
    "link": "linkColor",
    "edge": "borderColor",
    "orange": "orangeColor",
    "orange-ink": "orangeTextColor",
    "blue-ink": "blueTextColor",
    "red-ink": "redTextColor",
    "gray-ink": "grayTextColor",
}
"""Colours of the theme by their names in the style sheet."""


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


def dress() -> None:
    """What the theme cannot say, in the theme's colours."""
    st.html(_style(theme()))


@cache
def _style(theme: Theme) -> str:
    rules = STYLE.read_text(encoding="utf-8")
    on_paper = f"@media print {{ .stApp {{ {_colours('light')} }} }}"
    return f"<style>.stApp {{ {_colours(theme)} }}\n{on_paper}\n{rules}</style>"


def _colours(theme: Theme) -> str:
    colours = {ink: st.get_option(f"theme.{theme}.{option}") for ink, option in INKS.items()}
    return "".join(f"--{ink}: {colour};" for ink, colour in colours.items() if colour)


def menu(view: View, lang: Lang) -> None:
    """One line of links that carry release and filters; on a phone it scrolls sideways."""
    pages = tuple(name for name in PAGES if name != "intake" or access.ask().is_open)
    hypertext.show(_menu(base_path.base(), view, lang, pages))


@lru_cache(maxsize=KEPT)
def _menu(_base: str, view: View, lang: Lang, pages: Sequence[str]) -> Markup:
    links = (
        hypertext.link(
            view.on(name),
            say(lang, f"page.{name}"),
            icon=ICONS[name],
            is_here=name == view.page,
        )
        for name in pages
    )
    return hypertext.menu(say(lang, "app.menu"), links)


def strip(here: Visit, place: Settings) -> None:
    """Which week and which release this is, and Share."""
    lang, view = here.lang, here.view
    newest = shelf.newest(place)
    is_newest = view.release == newest
    with st.container(horizontal=True, vertical_alignment="center", key="strip"):
        week = week_stepper.through_weeks(here)
        state = say(lang, "strip.newest" if is_newest else "strip.older")
        release = hypertext.badge(
            f"{say(lang, 'strip.release', release=view.release)} · {state}",
            icon=":material/lock:",
            kind="newest" if is_newest else "older",
        )
        hypertext.show(hypertext.row(week, release, _other_language(view, lang)))
        if view.page != "intake":
            share.button(here)
    if not is_newest:
        newer_release.show(here, place, newest)


def footer(here: Visit) -> None:
    """How fresh this is."""
    manifest = here.release.manifest
    stamp = say(
        here.lang,
        "footer.stamp",
        to=figures.day(manifest.documents_to, here.lang),
        release=manifest.release,
        built=figures.moment(manifest.built_at, here.lang),
        version=lsdash.__version__,
    )
    hypertext.show(hypertext.element("footer", hypertext.caption(stamp)))


def language(view: View, lang: Lang) -> None:
    """The way to the other language."""
    hypertext.show(_other_language(view, lang))


def _other_language(view: View, lang: Lang) -> Markup:
    """A link that the browser follows itself, so that the door can remember the choice."""
    other = "en" if lang == "vi" else "vi"
    return Markup('<a href="{}&lang={}" lang="{}" hreflang="{}" class="language">{}</a>').format(
        address.path(view), other, other, other, say(lang, "app.other_language")
    )
