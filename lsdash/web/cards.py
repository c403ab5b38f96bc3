"""What pages are made of: title, chart, table of facts with sources, silences, flags."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from lsdash import sentences
from lsdash.charts.style import enlarged
from lsdash.contents import tables
from lsdash.contents.blocks import Chart, Line, Listed, Look, Table, Words
from lsdash.store.read import DecisionRow, FlagRow, SilenceRow
from lsdash.text import figures, say
from lsdash.view import View
from lsdash.web import address
from lsdash.web.visit import Visit
from lsdash.web.words import plain

STATUS_COLOURS: dict[Any, Any] = {"decided": "primary", "planned": "blue", "proposed": "orange"}
STATUS_ICONS = {
    "decided": ":material/check_circle:",
    "planned": ":material/event_note:",
    "proposed": ":material/hourglass_top:",
}

MEETING = 1.3
"""How much larger a meeting sees a chart; `meeting.css` says the same of words."""


def title(sentence: str) -> None:
    """The page's answer in one sentence."""
    st.title(plain(sentence), anchor=False)


def lead(here: Visit) -> None:
    """One plain sentence on how to read the picture."""
    st.caption(say(here.lang, f"lead.{here.view.page}"))


def section(here: Visit, key: str) -> None:
    st.header(say(here.lang, key), anchor=False)


def status(here: Visit, value: str) -> None:
    st.badge(
        say(here.lang, f"status.{value}"), icon=STATUS_ICONS[value], color=STATUS_COLOURS[value]
    )


def paper(here: Visit, decision: DecisionRow) -> None:
    """The document that a page stands on: status, number, date, to whom; and it opens."""
    with st.container(horizontal=True, vertical_alignment="center"):
        status(here, decision.status)
        document(
            here, decision.slug, f"{decision.number} · {figures.day(decision.signed_on, here.lang)}"
        )
        addressee = sentences.row_text(decision, "addressed_to", here.lang)
        if addressee:
            st.caption(plain(say(here.lang, "card.sent_to", to=addressee)), width="content")
    if decision.status == "proposed":
        st.caption(say(here.lang, "subject.request"))


def document(
    here: Visit, slug: str, label: str, *, fact: str = "", icon: str = ":material/description:"
) -> None:
    """A link to a document at its own page, in the same tab."""
    page = st.session_state["pages"]["decisions"]
    query = address.query(here.view.of_document(slug, fact))
    st.page_link(page, label=plain(label), icon=icon, query_params=query)


def chart(here: Visit, chart: Chart) -> None:
    """A drawing; a click on a mark opens the figure's source."""
    slug, fact = next(iter(picked(here, chart)), ["", ""])
    if slug:
        query = address.query(here.view.of_document(slug, fact))
        st.switch_page(st.session_state["pages"]["decisions"], query_params=query)


def picked(here: Visit, chart: Chart) -> list[list[str]]:
    """Show a drawing; (document, fact or reported row) of each mark that was clicked."""
    drawn = chart.draw(here.theme)
    event = st.plotly_chart(
        enlarged(drawn, MEETING) if here.view.kiosk else drawn,
        theme=None,
        key=f"chart-{chart.name}",
        on_select="rerun",
        selection_mode="points",
        config={"displayModeBar": False, "scrollZoom": False, "doubleClick": False},
        alt=chart.alt,
    )
    return [point.get("customdata") or ["", ""] for point in event["selection"]["points"]]


def table(table: Table) -> None:
    """Rows under their heads; on a phone their cells stand one below the other where they can."""
    heads = [plain(head) for head in table.columns]
    rows = [[markdown(cell) for cell in row] for row in table.rows]
    with st.container(key=f"{'fixed' if table.side_by_side else 'stacked'}-{table.name}"):
        st.table(
            pd.DataFrame(rows, columns=heads),
            border="horizontal",
            hide_index=True,
            alt=table.alt,
        )


def listed(listed: Listed | None) -> None:
    if listed:
        st.markdown("\n".join(f"- {markdown(line)}" for line in listed.lines))


def markdown(line: Line) -> str:
    """Words as Markdown, with all text in them taken literally."""
    return "".join(map(_marked, line))


def silences(here: Visit, rows: Sequence[SilenceRow]) -> None:
    if rows:
        section(here, "subject.silences")
        listed(tables.silences(here, rows))


def flags(
    here: Visit, rows: Sequence[FlagRow], *, heading: str = "subject.flags", named: bool = False
) -> None:
    """What looks odd, gravest first; `named` says of which document each speaks."""
    if rows:
        section(here, heading)
        listed(tables.flags(here, rows, named=named))


LOOKS: Mapping[Look, str] = {
    "plain": "{}",
    "strong": "**{}**",
    "quiet": ":gray[{}]",
    "marked": ":primary[**{}**]",
    **{status: f":{colour}-badge[{{}}]" for status, colour in STATUS_COLOURS.items()},
}


def _marked(words: Words) -> str:
    text = LOOKS[words.look].format(plain(words.text)) if words.text else ""
    if words.to is None:
        return text
    to = address.path(words.to) if isinstance(words.to, View) else f"<{words.to}>"
    return f"[{text}]({to})"
