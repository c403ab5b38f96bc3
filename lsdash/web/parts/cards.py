"""What pages are made of: title, chart, table of facts with sources, silences, flags."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from typing import Any, Literal

import plotly.graph_objects as go
import streamlit as st
from markupsafe import Markup

from lsdash import sentences
from lsdash.charts.style import LETTERS, enlarged
from lsdash.contents import tables
from lsdash.contents.blocks import Chart, Line, Listed, Look, Said, Section, Table, Words
from lsdash.export import drawing as export
from lsdash.store.rows import DecisionRow, FactRow, FlagRow, SilenceRow
from lsdash.text import figures, say
from lsdash.view import View
from lsdash.web.entrance import address
from lsdash.web.entrance.visit import Visit
from lsdash.web.parts import hypertext
from lsdash.web.parts.escaping import plain

STATUS_COLOURS: dict[Any, str] = {"decided": "primary", "planned": "blue", "proposed": "orange"}
DOCUMENT = ":material/description:"
EMPTY = Markup()
LONG, A_SHEET = 40, 25
"""A table of more rows shows so many, and the others where a reader asks for them."""


def title(sentence: str) -> None:
    """The page's answer in one sentence."""
    st.title(plain(sentence), anchor=False)


def lead(here: Visit) -> None:
    """One plain sentence on how to read the picture."""
    hypertext.show(hypertext.caption(say(here.lang, f"lead.{here.view.page}")))


def under(here: Visit, heading: str, listed: Listed | None) -> Markup:
    """A list under its heading as a part of something larger; nothing where there is none."""
    title = hypertext.heading(say(here.lang, heading)) if listed else Markup()
    return title + hypertext.listed(listed)


def section(here: Visit, key: str) -> None:
    st.header(say(here.lang, key), anchor=False)


def paper(here: Visit, decision: DecisionRow, changing: Sequence[FactRow] = ()) -> None:
    """The document that a page stands on: status, number, date, to whom; and it opens.

    `changing` are figures of others that it stands on as well.
    """
    hypertext.show(paper_line(here, decision, changing))


def paper_line(here: Visit, decision: DecisionRow, changing: Sequence[FactRow] = ()) -> Markup:
    """`paper` as a part of something larger."""
    told = [
        hypertext.status(here, decision),
        way(here, decision.slug, tables.numbered(decision, here.lang)),
        *(way(here, each.decision, tables.numbered(each, here.lang)) for each in changing),
    ]
    addressee = sentences.row_text(decision, "addressed_to", here.lang)
    if addressee:
        told.append(hypertext.caption(say(here.lang, "card.sent_to", to=addressee)))
    line = hypertext.row(*told)
    if decision.status == "proposed":
        line += hypertext.caption(say(here.lang, "subject.request"))
    return line


def document(here: Visit, slug: str, label: str, *, fact: str = "") -> None:
    """A link to a document at its own page, in the same tab."""
    hypertext.show(way(here, slug, label, fact=fact))


def way(here: Visit, slug: str, label: str, *, fact: str = "", icon: str = DOCUMENT) -> Markup:
    """`document` as a part of something larger."""
    return hypertext.link(here.view.of_document(slug, fact), label, icon=icon)


def chart(here: Visit, chart: Chart, *, scale: float = 1, in_meeting: bool = False) -> None:
    """A drawing, enlarged by a scale, in a meeting with larger type; a click on a mark opens the
    figure's source."""
    event = drawing(here, chart, "rerun", scale=scale, in_meeting=in_meeting)
    picked = [point.get("customdata") or ["", ""] for point in event["selection"]["points"]]
    slug, fact = next(iter(picked), ["", ""])
    if slug:
        query = address.query(here.view.of_document(slug, fact))
        st.switch_page(st.session_state["pages"]["decisions"], query_params=query)


def charts(here: Visit, charts: Sequence[Chart], *, heading: str = "") -> None:
    """Drawings one under the other, under a heading where there are any."""
    if charts and heading:
        section(here, heading)
    for each in charts:
        chart(here, each)


def drawing(
    here: Visit,
    chart: Chart,
    on_select: Literal["ignore", "rerun"] | Callable[[], None] = "ignore",
    *,
    scale: float = 1,
    in_meeting: bool = False,
) -> Any:
    """A drawing, and which of its marks were clicked."""
    drawn = chart.draw(here.theme)
    letters = LETTERS if in_meeting and not chart.is_wide else 1
    if (scale, letters) != (1, 1):
        drawn = enlarged(drawn, scale, letters)
    return st.plotly_chart(
        _checked(json.dumps(drawn)),
        theme=None,
        key=f"chart-{chart.name}",
        on_select=on_select,
        selection_mode="points",
        config={"displayModeBar": False, "scrollZoom": False, "doubleClick": False},
        alt=chart.alt,
    )


def small(here: Visit, chart: Chart | None) -> Markup:
    """A drawing as a picture of a card, nothing where there is none."""
    svg = export.small(chart.draw(here.theme)) if chart else ""
    return hypertext.picture(svg, chart.alt) if chart and svg else Markup()


class _Drawing(go.Figure):  # type: ignore[misc]
    """A figure that Plotly has checked once, and that no run copies whole to send it.

    Streamlit hands each drawing to the browser's Plotly twice, the second time as a copy. By the
    revision of its data Plotly sees that nothing is new, and does not draw it again, unless there
    is a template; Plotly's own is most of a drawing's bytes, and ours needs nothing of it.
    """

    def __init__(self, figure: Any) -> None:
        super().__init__(figure)
        self.layout.datarevision = 1
        self.layout.template = None
        self._whole = super().to_dict()

    def to_dict(self) -> Any:
        return self._whole


@lru_cache(maxsize=128)
def _checked(figure: str) -> go.Figure:
    """The drawing as Plotly has checked it: Streamlit would have every run check it again."""
    return _Drawing(json.loads(figure))


def table(table: Table) -> None:
    """Rows under their heads: a real table, which prints and is read aloud."""
    hypertext.show(table_of(table))


def table_of(table: Table, *, shares: Sequence[float] = ()) -> Markup:
    """`table` as a part of something larger."""
    return hypertext.table(
        table.columns,
        [[hypertext.words(cell) for cell in row] for row in table.rows],
        heads=table.heads,
        shares=shares,
        name=table.name,
        alt=table.alt,
    )


def long_table(here: Visit, table: Table, *, above: Markup = EMPTY, below: Markup = EMPTY) -> None:
    """A table under and over what else there is; of many rows the first, and the others folded."""
    if len(table.rows) <= LONG:
        hypertext.show(above, table_of(table), below)
        return
    first = table_of(replace(table, rows=table.rows[:A_SHEET]))
    others = replace(table, rows=table.rows[A_SHEET:])
    with st.container(gap=None):
        place = st.container()
        with fold(here, "table.all", name=table.name, holds=len(others.rows)) as is_open:
            if is_open:
                hypertext.show(table_of(others))
    cut = say(here.lang, "table.on_paper", n=A_SHEET, all=len(table.rows))
    note = EMPTY if is_open else hypertext.element("p", cut, kind="caption on-paper")
    with place:
        hypertext.show(above, first, note)
    hypertext.show(below)


def whole(here: Visit, section: Section, *, draw: Callable[[Visit, Chart], None] = chart) -> None:
    """A section, if it holds anything: what stands between its charts and notes is one element.

    Of a long table the first rows stand there, and the others under a fold.
    """
    told = hypertext.heading(section.title) if section.title and section.blocks else Markup()
    for block in section.blocks:
        if isinstance(block, Chart):
            hypertext.show(told)
            draw(here, block)
            told = Markup()
        elif isinstance(block, Said) and block.is_note:
            hypertext.show(told)
            said(block)
            told = Markup()
        elif isinstance(block, Table) and len(block.rows) > LONG:
            long_table(here, block, above=told)
            told = Markup()
        else:
            told += block_of(block)
    hypertext.show(told)


def block_of(block: Said | Listed | Table) -> Markup:
    """A block as a part of something larger."""
    match block:
        case Said():
            return hypertext.paragraph(block.line)
        case Listed():
            return hypertext.listed(block)
        case Table():
            return table_of(block)


def said(said: Said) -> None:
    """A paragraph; a note stands in a box."""
    if said.is_note:
        st.info(markdown(said.line), icon=":material/help:")
    else:
        hypertext.show(hypertext.paragraph(said.line))


def listed(listed: Listed | None) -> None:
    hypertext.show(hypertext.listed(listed))


def markdown(line: Line) -> str:
    """Words as Markdown, with all text in them taken literally."""
    return "".join(map(_marked, line))


@contextmanager
def fold(here: Visit, key: str, *, name: str = "all", holds: int | None = None) -> Iterator[bool]:
    """Something closed at first: what is in it is neither worked out nor sent before it opens.

    Its label says how many rows it `holds`, where that is known.
    """
    label = say(here.lang, key)
    if holds is not None:
        label = f"{label} ({figures.number(holds, here.lang)})"
    folded = st.expander(label, key=f"fold-{key.replace('.', '-')}-{name}", on_change="rerun")
    with folded:
        yield bool(folded.open)


def silences(here: Visit, rows: Sequence[SilenceRow]) -> None:
    hypertext.show(under(here, "subject.silences", tables.silences(here, rows)))


def flags(
    here: Visit, rows: Sequence[FlagRow], *, heading: str = "subject.flags", named: bool = False
) -> None:
    """What looks odd, gravest first; `named` says of which document each speaks."""
    hypertext.show(under(here, heading, tables.flags(here, rows, named=named)))


LOOKS: Mapping[Look, str] = {
    "plain": "{}",
    "strong": "**{}**",
    "quiet": ":gray[{}]",
    "marked": ":primary[**{}**]",
    **{status: f":{colour}-badge[{{}}]" for status, colour in STATUS_COLOURS.items()},
    "late": ":red-badge[{}]",
}


def _marked(words: Words) -> str:
    text = LOOKS[words.look].format(plain(words.text)) if words.text else ""
    if words.to is None:
        return text
    to = address.path(words.to) if isinstance(words.to, View) else f"<{words.to}>"
    return f"[{text}]({to})"
