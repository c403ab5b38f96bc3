"""What the reader should know about the link that brought him."""

from collections.abc import Sequence

import streamlit as st

from lsdash import sentences
from lsdash.text import say
from lsdash.view import Noticed
from lsdash.web.entrance.visit import Visit
from lsdash.web.parts.escaping import plain


def show(told: Sequence[Noticed], here: Visit) -> None:
    """One line each."""
    if told:
        lines = [f"- {plain(sentences.notice(each, here.lang))}" for each in dict.fromkeys(told)]
        title = say(here.lang, "notice.title")
        st.info(f"**{title}**\n\n" + "\n".join(lines), icon=":material/link:")
