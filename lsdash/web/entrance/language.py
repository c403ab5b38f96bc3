"""Which language a reader gets: asked for in the link, chosen before, or the browser's."""

import streamlit as st
from starlette.requests import HTTPConnection

from lsdash.text import LANGS, Lang, language

COOKIE = "lsdash_lang"


def choose() -> Lang:
    """`?lang=` for this session, then the cookie that the door set, then the browser's language."""
    asked = st.query_params.get("lang")
    if asked in LANGS:
        st.session_state["lang"] = asked
    chosen = st.session_state.get("lang") or st.context.cookies.get(COOKIE)
    for lang in LANGS:
        if chosen == lang:
            return lang
    return language(st.context.locale)


def lang_of(request: HTTPConnection) -> Lang:
    """The language chosen before on this browser, else the one that it asks for."""
    chosen = request.cookies.get(COOKIE)
    for lang in LANGS:
        if chosen == lang:
            return lang
    return language(request.headers.get("accept-language"))
