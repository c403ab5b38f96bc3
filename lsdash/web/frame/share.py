"""Share: the link, copied; as a QR code, as digits to be read aloud; files; meetings."""

import logging
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import segno
import streamlit as st

from lsdash import settings, short_links
from lsdash.contents.blocks import Chart
from lsdash.errors import ShortLinksError
from lsdash.export import files as export
from lsdash.export.pictures import Form
from lsdash.export.stamp import Stamp
from lsdash.export.tables import sheets
from lsdash.store import read
from lsdash.text import figures, say
from lsdash.web.entrance import address
from lsdash.web.entrance.visit import Visit
from lsdash.web.frame import meeting
from lsdash.web.parts.escaping import plain

log = logging.getLogger("lsdash")

EASY_TO_SCAN = 300
"""Characters up to which a link's own QR code is read from the back of a room."""

PICTURES: Mapping[Form, str] = {"png": "image/png", "svg": "image/svg+xml"}

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
                st.markdown(f"**{short_links.spoken(code)}**")
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
        _files(here, Stamp(pinned, datetime.now(UTC).replace(microsecond=0), short if code else ""))
        meeting.ways_in(here)


def _files(here: Visit, stamp: Stamp) -> None:
    """The view as files, and its charts as pictures; each is made when it is asked for."""
    lang = here.lang
    st.caption(f"**{say(lang, 'share.files')}**")
    too_many = _too_many(here)
    if too_many:
        st.caption(too_many)
        return
    with st.container(horizontal=True, gap="small"):
        for form, (media_type, _) in export.FORMS.items():
            st.download_button(
                say(lang, f"share.form_{form}"),
                partial(_content, form, here, stamp),
                file_name=export.file_name(form, here.release, here.view),
                mime=media_type,
                on_click="ignore",
                key=f"file-{form}",
                icon=":material/download:",
            )
    charts = export.charts(here.release, here.view, lang)
    with st.container(horizontal=True, gap="small"):
        for at, chart in enumerate(charts, start=1):
            for form in PICTURES:
                number = f" {at}" if len(charts) > 1 else ""
                st.download_button(
                    f"{say(lang, 'share.picture')}{number} {form.upper()}",
                    partial(_picture, form, chart, here, stamp),
                    file_name=f"{chart.name}-{export.file_name(form, here.release, here.view)}",
                    mime=PICTURES[form],
                    on_click="ignore",
                    key=f"picture-{at}-{form}",
                    type="tertiary",
                )


def _too_many(here: Visit) -> str:
    """Why the view is no file: it holds too many documents; else empty."""
    held = here.ask(read.count, here.view.applied()).documents
    if here.view.document or held <= sheets.MOST_DOCUMENTS:
        return ""
    most = figures.number(sheets.MOST_DOCUMENTS, here.lang)
    return say(here.lang, "share.too_many", most=most)


def _picture(form: Form, chart: Chart, here: Visit, stamp: Stamp) -> bytes:
    return export.picture(form, chart, here.release, here.view, here.lang, stamp).content


def _content(form: str, here: Visit, stamp: Stamp) -> bytes:
    view = replace(here.view, kiosk=False)
    return export.make(form, here.release, view, here.lang, stamp).content


def _code(here: Visit) -> str | None:
    """The view's short code; None where this server cannot keep any."""
    try:
        return short_links.shorten(settings.read(), replace(here.view, kiosk=False))
    except ShortLinksError as error:
        log.warning("%s", error)
        return None
