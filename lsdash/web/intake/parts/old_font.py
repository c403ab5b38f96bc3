"""Text that the file has in an old font: marked where it stands, and beside what is stored."""

from collections.abc import Sequence

import streamlit as st

from lsdash.intake.drafting.model import ConvertedDraft
from lsdash.intake.files.old_fonts.letters import SOFT_HYPHEN
from lsdash.intake.review.review import Document
from lsdash.text import count, figures, say
from lsdash.web.intake.desk import Desk
from lsdash.web.parts import cards
from lsdash.web.parts.escaping import plain
from lsdash.web.parts.highlighting import Mark

SHOWN_AS = {SOFT_HYPHEN: "‹AD›"}
"""Characters that a browser does not show, by their place in the font."""


def notice(at: Desk) -> None:
    """That the file is in an old font, and the stretches that stand in no document."""
    if not at.review.converted:
        return
    fonts = dict.fromkeys(say(at.lang, f"old_font.{it.font}") for it in at.review.converted)
    n = len(at.review.converted)
    told = count(at.lang, "intake.converted", n, fonts=", ".join(fonts))
    st.info(plain(told), icon=":material/font_download:")
    held = [(each.start, each.end) for each in at.review.documents]
    _table(at, [n for n, it in _numbered(at) if not any(s <= it.start < e for s, e in held)])


def marks(at: Desk, document: Document) -> list[Mark]:
    """The number of each stretch of the document, small before its first word."""
    return [
        Mark(each.start, each.start, f":small[:gray[⟨{figures.number(n, at.lang)}⟩]] ", "")
        for n, each in _numbered(at)
        if document.start <= each.start < document.end
    ]


def beside(at: Desk, document: Document) -> None:
    """The stretches of the document, each beside what is stored."""
    here = [n for n, it in _numbered(at) if it.start < document.end and it.end > document.start]
    _table(at, here)


def _numbered(at: Desk) -> list[tuple[int, ConvertedDraft]]:
    return list(enumerate(at.review.converted, start=1))


def _table(at: Desk, numbers: Sequence[int]) -> None:
    if not numbers:
        return
    columns = [say(at.lang, f"intake.converted_{each}") for each in ("number", "stored", "read")]
    with st.expander(count(at.lang, "intake.converted_beside", len(numbers))):
        rows = [_row(at, number) for number in numbers]
        cards.rows(f"old-font-{numbers[0]}", columns, rows, alt=", ".join(columns), heads=columns)


def _row(at: Desk, number: int) -> list[str]:
    each = at.review.converted[number - 1]
    stored = "".join(SHOWN_AS.get(letter, letter) for letter in each.stored)
    font = plain(say(at.lang, f"old_font.{each.font}"))
    read = at.review.text[each.start : each.end]
    sign = f"⟨{figures.number(number, at.lang)}⟩"
    return [f"{sign} :small[:gray[{font}]]", _line(stored), _line(read)]


def _line(text: str) -> str:
    return plain(" ".join(text.split()))
