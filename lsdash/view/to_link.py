"""A view as a link writes it, and as an item of an agenda."""

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlencode

from lsdash.model import Filters
from lsdash.view.keys import (
    DATES,
    EVERYWHERE,
    LISTS,
    MAX_AGENDA,
    MAX_AGENDA_LENGTH,
    NOTE,
    PAGE_KEYS,
)
from lsdash.view.state import View


def to_path(view: View) -> str:
    """`/rural_roads?release=…`: the view's address on any server of ours."""
    page = "" if view.page == "overview" else view.page
    return f"/{page}?{urlencode(to_query(view), doseq=True)}"


def agenda_item(view: View, note: str = "") -> str:
    """`rural_roads?week=2020-w10`: a view as an item of an agenda, whose release it takes."""
    query = to_query(replace(view, release="", kiosk=False, screen=1, agenda=(), at=0))
    if note:
        query[NOTE] = [note]
    return f"{view.page}?{urlencode(query, doseq=True)}".removesuffix("?")


def with_agenda(view: View, items: Sequence[View]) -> View | None:
    """The same view with another agenda; None where a link has no room for it.

    A place that the agenda no longer has is left. Items that stand in an agenda keep their notes.
    """
    agenda = tuple(agenda_item(each, each.note) for each in items)
    at = view.at if view.at <= len(agenda) else 0
    return replace(view, agenda=agenda, at=at) if fits(agenda) else None


def with_note(view: View, note: str, items: Sequence[View]) -> View | None:
    """The same view with another note at its place in the agenda, whose views are `items`.

    None where a link has no room for it.
    """
    agenda = list(view.agenda)
    agenda[view.at - 1] = agenda_item(items[view.at - 1], note)
    return replace(view, agenda=tuple(agenda)) if fits(agenda) else None


def fits(agenda: Sequence[str]) -> bool:
    return len(agenda) <= MAX_AGENDA and sum(map(len, agenda)) <= MAX_AGENDA_LENGTH


def to_query(view: View) -> dict[str, list[str]]:
    """The canonical query of a view: keys in a fixed order, values sorted but for the agenda's."""
    query: dict[str, list[str]] = {"release": [view.release]} if view.release else {}
    for key, (name, _) in LISTS.items():
        values = sorted(set(getattr(view.filters, name)))
        if values:
            query[key] = values
    for key, name in DATES.items():
        on = getattr(view.filters, name)
        written = [on.isoformat()] if on else []
        written += sorted(value for unread, value in view.unread if unread == key)
        if written:
            query[key] = written
    query |= _searched(view.filters)
    query |= {key: [value] for key, value in view.inputs}
    own = PAGE_KEYS.get(view.page, frozenset())
    if "doc" in own and view.document:
        query["doc"] = [view.document]
    if "fact" in own and view.fact and (view.document or "doc" not in own):
        query["fact"] = [view.fact]
    if "draft" in own and view.draft:
        query["draft"] = [view.draft]
    if "sheet" in own and view.sheet != 1:
        query["sheet"] = [str(view.sheet)]
    if view.kiosk:
        query["kiosk"] = ["1"]
        if view.screen != 1:
            query["screen"] = [str(view.screen)]
    if view.agenda:
        query["agenda"] = list(view.agenda)
    if view.at:
        query["at"] = [str(view.at)]
    return query


def _searched(filters: Filters) -> dict[str, list[str]]:
    if not filters.search:
        return {}
    return {"q": [filters.search]} | ({"in": [EVERYWHERE]} if filters.everywhere else {})
