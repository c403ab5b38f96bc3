"""Whether only a part of the bulletin is at hand, and what its list tells of without a document."""

import streamlit as st

from lsdash.intake.review.topics import ToldTopic
from lsdash.text import say
from lsdash.vocabulary import Sector
from lsdash.web.intake import bilingual, desk
from lsdash.web.intake.desk import Desk
from lsdash.web.parts.escaping import plain


def show(at: Desk) -> None:
    """A tick; once it is set, each topic to be worded or left out, and room for more."""
    held = at.review
    label = say(at.lang, "intake.partly_at_hand")
    desk.tick(at, label, ("partly_at_hand",), held.partly_at_hand)
    if not held.partly_at_hand:
        return
    st.subheader(say(at.lang, "partly.topics"), anchor=False)
    st.caption(say(at.lang, "intake.topics_how"))
    for position, topic in enumerate(held.topics):
        _topic(at, topic, position)
    st.button(
        say(at.lang, "intake.add_topic"),
        key=at.key(("topics", "add")),
        icon=":material/add:",
        on_click=at.change,
        args=(lambda review: review.with_topic(),),
    )


def _topic(at: Desk, topic: ToldTopic, position: int) -> None:
    place = ("topics", position)
    with st.container(border=True, key=at.key((*place, "card"))):
        name = topic.words.vi.strip() or say(at.lang, "intake.topic_n", n=position + 1)
        desk.tick(at, plain(name), (*place, "kept"), topic.kept)
        if not topic.kept:
            return
        bilingual.lines(at, "topic", (*place, "words"), topic.words)
        left, _ = st.columns(2)
        with left:
            desk.choice(
                at,
                say(at.lang, "filters.sector"),
                (*place, "sector"),
                topic.sector,
                options=[*Sector],
                words=lambda code: say(at.lang, f"sector.{code}"),
                may_be_none=True,
            )
        named = ", ".join(each.number or each.target.vi for each in topic.relations)
        if named:
            st.caption(plain(say(at.lang, "intake.topic_names", numbers=named)))
