"""Text that the file has in an old font: marked where it stands, and beside what is stored."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from lsdash.intake.drafting.model import ConvertedDraft
from lsdash.intake.files.old_fonts.letters import SOFT_HYPHEN
from lsdash.intake.review.review import Document
from lsdash.text import count, figures, say
from lsdash.web.intake.desk import Desk
from lsdash.web.parts import hypertext
from lsdash.web.parts.escaping import plain
from lsdash.web.parts.highlighting import Mark

SHOWN_AS = {SOFT_HYPHEN: "‹AD›"}
"""Characters that a browser does not show, by their place in the font."""


def notice(at: Desk) -> None:
    """That the file is in an old font, and the stretches that stand in no document."""
    if not at.review.converted:
        return
    n = len(at.review.converted)
    fonts = _fonts(at, range(1, n + 1))
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
    number, stored, read = (
        say(at.lang, f"intake.converted_{each}") for each in ("number", "stored", "read")
    )
    fonts = _fonts(at, numbers)
    columns = [number, f"{stored} ({fonts[0]})" if len(fonts) == 1 else stored, read]
    with st.expander(count(at.lang, "intake.converted_beside", len(numbers))):
        rows = [_row(at, number, names_font=len(fonts) > 1) for number in numbers]
        name = f"old-font-{numbers[0]}"
        alt = ", ".join(columns)
        hypertext.show(hypertext.table(columns, rows, heads=columns, name=name, alt=alt))


def _fonts(at: Desk, numbers: Sequence[int]) -> list[str]:
    """The fonts of these stretches, each once."""
    told = (at.review.converted[number - 1].font for number in numbers)
    return list(dict.fromkeys(say(at.lang, f"old_font.{font}") for font in told))


def _row(at: Desk, number: int, *, names_font: bool) -> list[str]:
    each = at.review.converted[number - 1]
    stored: str = _line("".join(SHOWN_AS.get(letter, letter) for letter in each.stored))
    if names_font:
        font = hypertext.element("span", say(at.lang, f"old_font.{each.font}"), kind="caption")
        stored = Markup("{} {}").format(stored, font)
    read = at.review.text[each.start : each.end]
    return [f"⟨{figures.number(number, at.lang)}⟩", stored, _line(read)]


def _line(text: str) -> str:
    return " ".join(text.split())
