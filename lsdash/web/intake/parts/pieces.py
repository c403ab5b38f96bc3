"""The piece of a page's picture that something was read from, beside what was read."""

import streamlit as st

from lsdash.errors import DraftError
from lsdash.intake.drafting.model import Placed
from lsdash.intake.drafting.scans.doubts import SURE
from lsdash.intake.review import pictures
from lsdash.text import figures, say
from lsdash.web.intake.desk import Desk
from lsdash.web.parts import hypertext
from lsdash.web.parts.escaping import plain

MOST = 3
"""Lines that are shown of one figure."""


def show(at: Desk, placed: Placed) -> None:
    """The lines of the page that show `placed`, marked, and how sure the reading is where it is
    not; nothing for what was read from no picture."""
    if not at.review.scanned or placed.end <= placed.start:
        return
    try:
        found = pictures.pieces(at.folder, at.review.id, placed.start, placed.end)[:MOST]
    except DraftError as error:
        st.caption(plain(say(at.lang, "intake_error.draft", file=error.file)))
        return
    if not found:
        return
    said = " ".join(at.review.text[placed.start : placed.end].split())
    strips = [
        hypertext.strip(
            each.picture,
            ratio=each.ratio,
            left=each.left,
            right=each.right,
            alt=say(at.lang, "intake.piece", page=each.page, printed=said),
        )
        for each in found
    ]
    least = min(each.confidence for each in found)
    told = [say(at.lang, "intake.piece_page", page=found[0].page)]
    if least < SURE:
        sure = figures.number(least, at.lang)
        told.append(say(at.lang, "intake.piece_unsure", percent=sure))
    hypertext.show(*strips, hypertext.caption(" · ".join(told)))
