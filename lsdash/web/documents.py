"""The list of documents, and one document whole at its own link."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from lsdash import sentences
from lsdash.model import Filters
from lsdash.store import read
from lsdash.store.read import DecisionRow
from lsdash.text import count, figures, pick, say
from lsdash.view import Notice, Noticed
from lsdash.web import address, cards, plans, tables, visit
from lsdash.web.frame import notices
from lsdash.web.visit import Visit
from lsdash.web.week import SUBJECTS
from lsdash.web.words import plain

A_SHEET = 25


def listed(here: Visit) -> None:
    """The documents that pass the filters, a sheet at a time."""
    filters = here.view.applied()
    held = here.ask(read.count, filters).documents
    narrowed = filters != Filters()
    phrase = "decisions.found" if narrowed else "decisions.all"
    cards.title(count(here.lang, phrase, held))
    cards.lead(here)
    if not held:
        st.info(say(here.lang, "decisions.none"), icon=":material/search_off:")
        _also(here, filters)
        return
    sheets = -(-held // A_SHEET)
    here = _on_a_sheet(here, sheets)
    offset = (here.view.sheet - 1) * A_SHEET
    rows = here.ask(read.decisions, filters, limit=A_SHEET, offset=offset)
    _table(here, rows)
    if sheets > 1:
        _sheets(here, sheets)
    _also(here, filters)


def _also(here: Visit, filters: Filters) -> None:
    """Documents that only touch a chosen sector: the filter goes by the main one, and says so."""
    also = here.ask(read.also_in_sector, filters) if filters.sectors else []
    if also:
        st.caption(say(here.lang, "decisions.second_sector"))
        for decision in also:
            name = pick(here.lang, decision, "short_title")
            cards.document(here, decision.slug, f"{decision.number} · {name}")


def whole(here: Visit, slug: str) -> None:
    """One document with everything that the record holds of it."""
    back = st.session_state["pages"]["decisions"]
    query = address.query(here.view.on("decisions"))
    label = say(here.lang, "decisions.back")
    st.page_link(back, label=label, icon=":material/arrow_back:", query_params=query)
    decision = here.ask(read.decision, slug)
    if decision is None:
        notices([Noticed(Notice.UNKNOWN_DOCUMENT, "doc", slug)], here)
        return
    facts = here.ask(read.facts_of, slug)
    chosen = next((fact for fact in facts if fact.slug == here.view.fact), None)
    if here.view.fact and chosen is None:
        notices([Noticed(Notice.UNKNOWN_FACT, "fact", here.view.fact)], here)
    _head(here, decision)
    if chosen:
        with st.container(border=True, gap="xsmall"):
            st.caption(say(here.lang, "decisions.chosen"))
            st.subheader(plain(sentences.figure(chosen, here.lang)), anchor=False)
            st.markdown(plain(sentences.hover(chosen, facts, here.lang)).replace("\n", "  \n"))
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.markdown(plain(pick(here.lang, decision, "summary")))
        _provisions(here, slug)
        _relations(here, slug)
    with right:
        cards.silences(here, here.ask(read.silences, slug))
        cards.flags(here, here.ask(read.flags_of, slug), heading="decisions.flags")
    if here.ask(read.bodies, slug):
        cards.section(here, "decisions.bodies")
        bodies(here, slug)
    cards.section(here, "decisions.facts")
    if facts:
        cards.facts(here, facts, chosen=here.view.fact)
    else:
        st.caption(say(here.lang, "decisions.no_facts"))
    if here.ask(read.options, slug):
        cards.section(here, "decisions.options")
        plans.compared(here, slug)
    _source(here, decision)


def _head(here: Visit, decision: DecisionRow) -> None:
    lang = here.lang
    cards.title(f"{decision.number}: {pick(lang, decision, 'title')}")
    kind = say(lang, f"kind.{decision.kind}")
    called = sentences.row_text(decision, "kind_called", lang)
    if called and called != kind:
        kind = f"{kind} ({say(lang, 'decisions.called', called=called)})"
    parts = [
        kind,
        figures.day(decision.signed_on, lang),
        say(lang, f"issuer.{decision.issuer}"),
        say(lang, f"sector.{decision.sector}"),
        cards.second_sectors(here, decision),
    ]
    with st.container(horizontal=True, vertical_alignment="center"):
        cards.status(here, decision.status)
        st.markdown(plain(" · ".join(filter(None, parts))))
    addressee = sentences.row_text(decision, "addressed_to", lang)
    if addressee:
        st.markdown(plain(say(lang, "decisions.to", to=addressee)))
    measures = {fact.measure for fact in here.ask(read.facts_of, decision.slug)}
    for page, measure in SUBJECTS.items():
        if measure in measures:
            name = say(lang, f"page.{page}")
            st.page_link(
                st.session_state["pages"][page],
                label=say(lang, "decisions.own_page", page=name),
                query_params=address.query(here.view.on(page)),
            )


def _on_a_sheet(here: Visit, sheets: int) -> Visit:
    """On the sheet asked for, or the last one, which is said."""
    if here.view.sheet <= sheets:
        return here
    notices([Noticed(Notice.CLAMPED, "sheet", str(here.view.sheet))], here)
    here = replace(here, view=replace(here.view, sheet=sheets))
    visit.keep(here)
    return here


def _sheets(here: Visit, sheets: int) -> None:
    """The sheets as links, so that each is an address of its own."""
    page = st.session_state["pages"]["decisions"]
    now = here.view.sheet
    shown = sorted({1, sheets, *range(max(1, now - 2), min(sheets, now + 2) + 1)})
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.markdown(say(here.lang, "decisions.sheet"), width="content")
        for sheet in shown:
            query = address.query(replace(here.view, sheet=sheet))
            label = figures.number(sheet, here.lang)
            st.page_link(
                page,
                label=f"**{plain(label)}**" if sheet == now else plain(label),
                icon="",
                disabled=sheet == now,
                query_params=query,
            )


def _table(here: Visit, rows: Sequence[DecisionRow]) -> None:
    lang = here.lang
    cells = [
        [
            f"[**{plain(row.number)}**]({address.path(here.view.of_document(row.slug))})",
            figures.day(row.signed_on, lang),
            plain(pick(lang, row, "title")),
            say(lang, f"sector.{row.sector}"),
            f":{_colour(row)}-badge[{say(lang, f'status.{row.status}')}]",
        ]
        for row in rows
    ]
    names = ("number", "signed_on", "title", "sector", "status")
    heads = [say(lang, f"table.{name}") for name in names]
    tables.show("decisions", heads, cells, alt=say(lang, "table.decisions_alt"))


def _colour(row: DecisionRow) -> str:
    return str(cards.STATUS_COLOURS[row.status])


def _place(here: Visit, item: int, paragraph: int) -> str:
    return plain(sentences.place(item, paragraph, here.lang))


def _listed(here: Visit, heading: str, lines: Sequence[str]) -> None:
    if lines:
        cards.section(here, heading)
        st.markdown("\n".join(f"- {line}" for line in lines))


def _provisions(here: Visit, slug: str) -> None:
    lines = []
    for row in here.ask(read.provisions, slug):
        place = _place(here, row.item, row.paragraph)
        lines.append(f"{plain(pick(here.lang, row, 'text'))} :gray[{place}]")
    _listed(here, "decisions.provisions", lines)


def _relations(here: Visit, slug: str) -> None:
    lines = []
    for row in here.ask(read.relations, slug):
        target = plain(pick(here.lang, row, "target"))
        period = sentences.row_text(row, "period", here.lang)
        if period:
            target = say(here.lang, "decisions.target_period", target=target, period=plain(period))
        lines.append(
            f"**{say(here.lang, f'relation.{row.kind}')}**: {target} "
            f":gray[{_place(here, row.item, row.paragraph)}]"
        )
    _listed(here, "decisions.relations", lines)


def bodies(here: Visit, slug: str) -> None:
    """The bodies that a document sets up, with the post that heads each."""
    lang = here.lang
    rows = []
    for body in here.ask(read.bodies, slug):
        name = plain(pick(lang, body, "name"))
        if body.printed:
            name = say(lang, "decisions.printed_name", name=name, printed=plain(body.printed))
        post = plain(pick(lang, body, "post"))
        head = f"**{plain(body.head)}**, {post}" if body.head else post
        place = _place(here, body.item, body.paragraph)
        rows.append([name, head, plain(pick(lang, body, "role")), place])
    columns = ("decisions.name", "decisions.head", "decisions.role", "table.source")
    heads = [say(lang, key) for key in columns]
    tables.show("bodies", heads, rows, alt=say(lang, "table.bodies_alt"))


def _source(here: Visit, decision: DecisionRow) -> None:
    """The bulletin that tells of the document, and where in it."""
    lang = here.lang
    week = next(each for each in here.ask(read.weeks) if each.slug == decision.bulletin)
    cards.section(here, "decisions.source")
    lines = [
        say(lang, "decisions.bulletin", title=week.title),
        _upper(sentences.place(decision.item, decision.paragraph, lang)),
        say(lang, "decisions.publisher", publisher=pick(lang, week, "publisher")),
    ]
    if week.author:
        lines.append(say(lang, "decisions.author", author=week.author))
    if week.address:
        lines.append(say(lang, "decisions.address", address=week.address))
    else:
        lines.append(say(lang, "decisions.no_address"))
    lines.append(say(lang, "decisions.sha256", sha256=week.text_sha256))
    st.caption("  \n".join(plain(line) for line in lines))


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
