"""What pages are made of: title, chart, table of facts with sources, silences, flags."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache

import plotly.graph_objects as go
import streamlit as st

from lsdash import sentences
from lsdash.charts.rows import Figure
from lsdash.store.read import DecisionRow, FactRow, FlagRow, SilenceRow
from lsdash.text import figures, phrases, pick, say
from lsdash.vocabulary import FlagRule
from lsdash.web import address, tables
from lsdash.web.visit import Visit
from lsdash.web.words import plain

STATUS_COLOURS = {"decided": "primary", "planned": "blue", "proposed": "orange"}
STATUS_ICONS = {
    "decided": ":material/check_circle:",
    "planned": ":material/event_note:",
    "proposed": ":material/hourglass_top:",
}


RULES = [str(rule) for rule in FlagRule]
"""Flags are shown in the order of the vocabulary: the gravest first."""


def title(sentence: str) -> None:
    """The page's answer in one sentence."""
    st.title(plain(sentence), anchor=False)


def lead(here: Visit) -> None:
    """One plain sentence on how to read the picture."""
    st.caption(say(here.lang, f"lead.{here.view.page}"))


def section(here: Visit, key: str) -> None:
    st.header(say(here.lang, key), anchor=False)


def status(here: Visit, value: str) -> None:
    st.markdown(badge(here, value), width="content")


def badge(here: Visit, value: str) -> str:
    """A status as a badge within other words."""
    told = say(here.lang, f"status.{value}")
    return f":{STATUS_COLOURS[value]}-badge[{STATUS_ICONS[value]} {told}]"


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


def chart(here: Visit, figure: Figure, alt: str, key: str) -> None:
    """A drawing; a click on a mark opens the figure's source."""
    event = st.plotly_chart(
        checked(figure),
        theme=None,
        key=f"chart-{key}",
        on_select="rerun",
        selection_mode="points",
        config={"displayModeBar": False, "scrollZoom": False, "doubleClick": False},
        alt=alt,
    )
    picked = [point.get("customdata") or ["", ""] for point in event["selection"]["points"]]
    slug, fact = next(iter(picked), ["", ""])
    if slug:
        query = address.query(here.view.of_document(slug, fact))
        st.switch_page(st.session_state["pages"]["decisions"], query_params=query)


def checked(figure: Figure) -> go.Figure:
    """The drawing as Plotly has checked it: Streamlit would have every run check it again."""
    return _checked(json.dumps(figure))


@lru_cache(maxsize=128)
def _checked(figure: str) -> go.Figure:
    return go.Figure(json.loads(figure))


def facts(here: Visit, rows: Sequence[FactRow], *, chosen: str = "") -> None:
    """Every figure with its basis, how it is printed, and where."""
    cells = [_fact(here, fact, rows, chosen=fact.slug == chosen) for fact in rows]
    names = ("figure", "subject", "when", "basis", "printed", "source")
    heads = [say(here.lang, f"table.{name}") for name in names]
    tables.show("facts", heads, cells, alt=say(here.lang, "table.facts_alt"))


@contextmanager
def fold(here: Visit, key: str, *, name: str = "all") -> Iterator[bool]:
    """Something closed at first: what is in it is neither worked out nor sent before it opens."""
    label = say(here.lang, key)
    folded = st.expander(label, key=f"fold-{key.replace('.', '-')}-{name}", on_change="rerun")
    with folded:
        yield bool(folded.open)


def silences(here: Visit, rows: Sequence[SilenceRow]) -> None:
    if rows:
        section(here, "subject.silences")
        st.markdown("\n".join(f"- {plain(pick(here.lang, row, 'text'))}" for row in rows))


def flags(
    here: Visit, rows: Sequence[FlagRow], *, heading: str = "subject.flags", named: bool = False
) -> None:
    """What looks odd, gravest first; `named` says of which document each speaks."""
    if rows:
        section(here, heading)
        lines = [
            (f"- {_named(here, row)}: " if named else "- ") + plain(sentences.flag(row, here.lang))
            for row in sorted(rows, key=lambda row: RULES.index(row.rule))
        ]
        st.markdown("\n".join(lines))


def _named(here: Visit, row: FlagRow) -> str:
    link = address.path(here.view.of_document(row.decision, row.fact or ""))
    return f"[**{plain(row.number)}**]({link})"


def second_sectors(here: Visit, decision: DecisionRow) -> str:
    names = [phrases(here.lang)[f"sector.{sector}"] for sector in decision.second_sectors]
    return say(here.lang, "decisions.second", sectors="; ".join(names)) if names else ""


def _fact(here: Visit, fact: FactRow, facts: Sequence[FactRow], *, chosen: bool) -> list[str]:
    """One row of the table, in Markdown with all text taken literally."""
    lang = here.lang
    figure = f"**{plain(sentences.moved(fact, lang))}**"
    subject = plain(pick(lang, fact, "subject"))
    if fact.part_of:
        subject = say(lang, "table.part", subject=subject)
    notes = [
        say(lang, "chart.against", baseline=plain(baseline))
        for baseline in [sentences.row_text(fact, "baseline", lang)]
        if baseline
    ]
    notes += [plain(note) for note in [sentences.row_text(fact, "note", lang)] if note]
    not_stated = say(lang, "fact.not_stated")
    link = address.path(here.view.of_document(fact.decision, fact.slug))
    return [
        f":primary-background[{figure}]" if chosen else figure,
        " · ".join([subject, *notes]),
        plain(sentences.when(fact, lang) or ("—" if fact.is_derived else not_stated)),
        plain(sentences.basis(fact, facts, lang)),
        f"“{plain(fact.printed)}”" if fact.printed else "—",
        f"[{plain(sentences.source(fact, lang))}]({link})",
    ]
