"""Who signs a document that was brought, and from when it holds: as read, with fields to mend."""

import streamlit as st

from lsdash import sentences
from lsdash.intake.review.review import Place, Review
from lsdash.model import Paper
from lsdash.text import say
from lsdash.web.intake import desk
from lsdash.web.intake.desk import Desk
from lsdash.web.parts.escaping import plain

LINES = {"signed_as": "changed.signed_as", "signer": "changed.signer", "place": "changed.signed_at"}


def show(at: Desk, paper: Paper, place: Place) -> None:
    """`place` is the document's in the review."""
    said = sentences.itself(
        at.lang,
        signer=paper.signer,
        signed_as=paper.signed_as,
        place=paper.place,
        effective_on=paper.effective_on,
        recipients=paper.recipients,
    )
    st.caption(plain(" · ".join(said)))
    with st.popover(say(at.lang, "intake.signature"), icon=":material/signature:"):
        for name, label in LINES.items():
            _line(at, say(at.lang, label), (*place, "paper", name), getattr(paper, name) or "")
        label = say(at.lang, "changed.effective_on")
        desk.day(at, label, (*place, "paper", "effective_on"), paper.effective_on)


def _line(at: Desk, label: str, place: Place, value: str) -> None:
    def how(review: Review, text: str) -> Review:
        return review.with_value(place, text.strip() or None)

    desk.line(at, label, place, value, how=how)
