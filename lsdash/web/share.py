"""Share: the link, copied; as a QR code, as digits to be read aloud; files; meetings."""

import logging
from dataclasses import replace
from pathlib import Path

import segno
import streamlit as st

from lsdash import links, settings
from lsdash.errors import ShortLinksError
from lsdash.text import say
from lsdash.web import address, meeting
from lsdash.web.visit import Visit
from lsdash.web.words import plain

log = logging.getLogger("lsdash")

EASY_TO_SCAN = 300
"""Characters up to which a link's own QR code is read from the back of a room."""

_copy = st.components.v2.component(
    "lsdash_copy",
    html='<button type="button"></button> <span role="status"></span>',
    css="""
        :host, button { font: inherit; }
        button { font: inherit; font-weight: 600; color: var(--st-background-color);
                 background: var(--st-primary-color);
                 border: 0; border-radius: var(--st-button-radius, .5rem); padding: .55rem 1.1rem;
                 cursor: pointer; }
        button:focus-visible { outline: 3px solid var(--st-text-color); outline-offset: 2px; }
        span { color: var(--st-text-color); margin-left: .5rem; }
    """,
    js=Path(__file__).with_name("copy.js").read_text(encoding="utf-8"),
)


def button(here: Visit) -> None:
    """The one click: everything that a meeting takes with it."""
    label = say(here.lang, "strip.share")
    if st.button(label, icon=":material/share:", key="share", type="primary"):
        st.dialog(label, width="large", icon=":material/share:")(_panel)(here)


def qr(link: str) -> str:
    """A link as a QR code in SVG, dark on white in either theme."""
    return segno.make(link, error="m", micro=False).svg_inline(scale=8, border=3, light="#fff")


def _panel(here: Visit) -> None:
    lang, pinned = here.lang, address.link(here.view)
    code = _code(here)
    short = address.whole(f"/s/{code}") if code else pinned
    said = {"label": "share.copy", "copied": "share.copied", "select": "share.select"}
    left, right = st.columns([3, 2], gap="large")
    with right:
        scanned = pinned if len(pinned) <= EASY_TO_SCAN else short
        st.image(qr(scanned), alt=say(lang, "share.qr"), width="stretch")
        if code:
            st.caption(say(lang, "share.code"))
            with st.container(key="spoken"):
                st.markdown(f"**{links.spoken(code)}**")
            hint = say(lang, "share.code_hint", address=address.whole("/s"), short=short)
            st.caption(plain(hint))
        else:
            st.caption(say(lang, "share.no_code"))
    with left:
        _copy(
            data={name: say(lang, key) for name, key in said.items()} | {"link": pinned},
            key="copy",
        )
        st.caption(say(lang, "strip.pinned"))
        st.code(pinned, language=None, wrap_lines=True)
        st.caption(say(lang, "strip.floating"))
        st.code(address.floating(here.view), language=None, wrap_lines=True)
        meeting.ways_in(here)


def _code(here: Visit) -> str | None:
    """The view's short code; None where this server cannot keep any."""
    try:
        return links.shorten(settings.read(), replace(here.view, kiosk=False))
    except ShortLinksError as error:
        log.warning("%s", error)
        return None
