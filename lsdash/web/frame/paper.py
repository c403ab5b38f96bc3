"""The browser's own print: what a page of ours needs for paper beside its style sheet."""

from functools import cache
from pathlib import Path

import streamlit as st

from lsdash.charts import style
from lsdash.charts.style import Theme

_printing = st.components.v2.component(
    "lsdash_paper", js=Path(__file__).with_name("paper.js").read_text(encoding="utf-8")
)


def prepare(theme: Theme) -> None:
    """Once a page: its charts are printed whole, and light from either theme."""
    _printing(key="paper", data=_in_light() if theme == "dark" else {})


@cache
def _in_light() -> dict[str, str]:
    """Channels of each colour of dark charts → those of the light theme in its place."""
    pairs = zip(style.colours("dark"), style.colours("light"), strict=True)
    return {",".join(_channels(dark)): ", ".join(_channels(light)) for dark, light in pairs}


def _channels(colour: str) -> list[str]:
    return [str(each) for each in bytes.fromhex(colour.removeprefix("#"))]
