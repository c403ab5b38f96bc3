"""What the browser does on every page: it follows links, speaks the reader's language, prints.

One element for all of it, as Streamlit's work goes by their number.
"""

from pathlib import Path

import streamlit as st

from lsdash.charts.style import Theme
from lsdash.text import Lang
from lsdash.web.frame import paper, words

_PARTS = ("links.js", "words.js", "paper.js", "browser.js")
_working = st.components.v2.component(
    "lsdash_browser",
    js="\n".join(Path(__file__).with_name(part).read_text(encoding="utf-8") for part in _PARTS),
)


def work(lang: Lang, theme: Theme) -> None:
    """Once a page."""
    phrases, in_light = words.of_streamlit(lang), paper.in_light(theme)
    _working(key="browser", data={"phrases": dict(phrases), "inLight": dict(in_light)})
