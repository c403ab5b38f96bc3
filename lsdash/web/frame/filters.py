"""The filter bar: what can narrow this page, as widgets; what they say goes into the view.

Widgets hold codes and show words. Filters that cannot change a page are not shown on it and wait
in the view for the next page.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from urllib.parse import urlencode

import streamlit as st

from lsdash import sentences
from lsdash.model import Filters
from lsdash.store import read
from lsdash.text import figures, phrases, say
from lsdash.view import (
    APPLIED,
    DATES,
    LISTS,
    OF_A_SUBJECT,
    OF_FILTERS,
    Noticed,
    about_filters,
)
from lsdash.vocabulary import Kind, Sector, Status
from lsdash.web.entrance import address
from lsdash.web.entrance.visit import Visit
from lsdash.web.parts import hypertext, inputs
from lsdash.web.parts.escaping import plain

Facets = Mapping[tuple[str, str], int]
"""How many documents each value of each filter would show."""


def ask(here: Visit) -> Visit:
    """Show the filters of this page and return the visit with what the reader chose."""
    applies = APPLIED.get(here.view.page, OF_A_SUBJECT)
    if here.view.document or here.view.kiosk or not applies:
        return here
    chosen: dict[str, object] = {}
    found = here.ask(read.facets, here.view.applied())
    facets = {(row.facet, row.value): row.documents for row in found}
    with st.container(horizontal=True, wrap=False, vertical_alignment="center", key="filters"):
        if "search" in applies:
            chosen["search"] = search = _search(here)
            if search != here.view.filters.search:
                chosen["everywhere"] = bool(search)
        chosen |= _further(here, applies, facets)
        if "sectors" in applies:
            chosen["sectors"] = tuple(sorted(_sectors(here, facets)))
    filters = replace(here.view.filters, **chosen)  # type: ignore[arg-type]
    unread = () if here.touched and _dates_changed(here.view.filters, filters) else here.view.unread
    sheet = here.view.sheet if filters == here.view.filters else 1
    here = replace(here, view=replace(here.view, filters=filters, sheet=sheet, unread=unread))
    _in_words(here)
    return here


def _further(here: Visit, applies: Collection[str], facets: Facets) -> dict[str, object]:
    """What is chosen behind the button: its filters are sent when it opens, until then none."""
    chosen: dict[str, object] = {}
    label = say(here.lang, "filters.title")
    behind = st.popover(label, icon=":material/filter_list:", key="more", on_change="rerun")
    if not behind.open:
        return chosen
    with behind:
        for key in ("kind", "status", "week"):
            name, _ = LISTS[key]
            if name in applies:
                options, held = _options(here, key), list(getattr(here.view.filters, name))
                inputs.prepare(here, address.widget(f"filter-{key}"), held)
                chosen[name] = tuple(sorted(_multiselect(here, key, options, facets)))
        for key, name in DATES.items():
            if name in applies:
                held_on = getattr(here.view.filters, name)
                inputs.prepare(here, address.widget(f"filter-{key}"), held_on)
                chosen[name] = _day(here, key)
    return chosen


def told_again(told: Sequence[Noticed], here: Visit) -> list[Noticed]:
    """What the link gave to tell, and what the filters as they are now give to tell."""
    of_links = [each for each in told if each.notice not in OF_FILTERS]
    return of_links + about_filters(here.view)


def words(here: Visit) -> list[tuple[str, str, str]]:
    """The filters that narrow this page, as (query key, code, words)."""
    return sentences.narrowed(here.view, here.ask(read.weeks), here.lang)


def _in_words(here: Visit) -> None:
    """Each filter in force as a link that takes it off.

    The row is there without one too: what stands below keeps its number, by which the browser knows
    it again, and is not drawn anew; and one that is taken off goes at once, not at the run's end.
    """
    said = words(here)
    ways = [
        hypertext.to_path(_without(here, key, value), text, icon=":material/close:")
        for key, value, text in said
    ]
    if len(said) > 1:
        cleared = replace(here.view, filters=Filters(), unread=(), sheet=1)
        label = say(here.lang, "filters.clear")
        ways.append(hypertext.link(cleared, label, icon=":material/filter_list_off:"))
    hypertext.show(hypertext.row(*ways, kind="narrowed"))


def _without(here: Visit, key: str, value: str) -> str:
    """The address of this page without one value of a filter."""
    view = replace(here.view, sheet=1)
    query = address.query(view)
    left = [each for each in query.get(key, []) if value and each != value]
    kept = {name: values for name, values in (query | {key: left}).items() if values}
    return f"{address.path(view).partition('?')[0]}?{urlencode(kept, doseq=True)}"


def _sectors(here: Visit, facets: Facets) -> list[str]:
    chosen = list(here.view.filters.sectors)
    inputs.prepare(here, address.widget("filter-sector"), chosen)
    return st.pills(
        say(here.lang, "filters.sector"),
        _options(here, "sector"),
        selection_mode="multi",
        format_func=lambda value: plain(_counted(here, "sector", value, facets)),
        key=address.widget("filter-sector"),
        on_change=address.touch,
        label_visibility="collapsed",
        wrap=False,
        width="stretch",
    )


def _multiselect(here: Visit, key: str, options: Sequence[str], facets: Facets) -> list[str]:
    return st.multiselect(
        say(here.lang, f"filters.{key}"),
        options,
        format_func=lambda value: _counted(here, key, value, facets),
        key=address.widget(f"filter-{key}"),
        on_change=address.touch,
        placeholder=say(here.lang, "filters.all"),
        select_all=False,
    )


def _day(here: Visit, key: str) -> date | None:
    on: date | None = st.date_input(
        say(here.lang, f"filters.{key}"),
        value=None,
        min_value=date(1945, 9, 2),
        max_value=date(2100, 12, 31),
        format="DD/MM/YYYY",
        key=address.widget(f"filter-{key}"),
        on_change=address.touch,
    )
    return on


def _search(here: Visit) -> str:
    inputs.prepare(here, address.widget("filter-search"), here.view.filters.search)
    return (
        st.text_input(
            say(here.lang, "filters.search"),
            key=address.widget("filter-search"),
            type="search",
            placeholder=say(here.lang, "filters.search_hint"),
            label_visibility="collapsed",
            icon=":material/search:",
            max_chars=200,
            width=320,
            on_change=address.touch,
        )
        or ""
    ).strip()


def _options(here: Visit, key: str) -> list[str]:
    """Values that the release has, in the vocabulary's order, and those that the link brought."""
    name, known = LISTS[key]
    held = {row.value for row in here.ask(read.facets) if row.facet == key}
    chosen = set(getattr(here.view.filters, name))
    if known is None:
        every = {week.slug for week in here.ask(read.weeks)}
        return sorted(every | held | chosen, reverse=True)
    order = [value for value in _order(key) if value in held | chosen]
    return order + sorted(chosen - set(order))


def _order(key: str) -> list[str]:
    lists = {"sector": Sector, "kind": Kind, "status": Status}
    return [str(value) for value in lists[key]]


def _counted(here: Visit, key: str, value: str, facets: Facets) -> str:
    """A value in words with the number of documents that it would show."""
    number = figures.number(facets.get((key, value), 0), here.lang)
    short = phrases(here.lang).get(f"{key}_short.{value}") or sentences.filter_value(
        key, value, here.ask(read.weeks), here.lang
    )
    return say(here.lang, "filters.option", name=short, n=number)


def _dates_changed(before: Filters, after: Filters) -> bool:
    return (before.signed_from, before.signed_to) != (after.signed_from, after.signed_to)
