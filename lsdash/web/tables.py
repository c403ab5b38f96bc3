"""Tables of words: real ones, which print and are read aloud.

On a phone a row becomes a card of lines, and each line begins with the name of its column.
"""

from collections.abc import Sequence
from functools import lru_cache

import pandas as pd
import streamlit as st

from lsdash.web.words import in_style, plain


def show(
    name: str,
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    alt: str,
    brief: Sequence[str] = (),
) -> None:
    """Rows of Markdown cells under `heads`, which are words; `name` is the table's own on its page.

    `brief` are shorter heads for a phone. The first cell of a row is the card's head and needs none
    there, nor does a column whose brief head is empty.
    """
    with st.container(key=f"stacked-{name}"):
        st.html(_names(name, tuple(brief or heads)))
        st.table(
            pd.DataFrame(rows, columns=list(map(plain, heads))),
            border="horizontal",
            hide_index=True,
            alt=alt,
        )


@lru_cache(maxsize=256)
def _names(table: str, heads: tuple[str, ...]) -> str:
    """A style sheet that puts each column's name before its cell."""
    rules = [
        f".st-key-stacked-{table} td:nth-child({at})::before {{ content: {in_style(f'{head}: ')} }}"
        for at, head in enumerate(heads[1:], start=2)
        if head.strip()
    ]
    return "<style>@media (max-width: 640px) {" + "\n".join(rules) + "}</style>"
