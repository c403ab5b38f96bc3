"""A link read as a view."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from urllib.parse import parse_qs

from lsdash.model import Filters
from lsdash.view.keys import DATES, KNOWN_KEYS, LISTS, NOTE, OF_A_MEETING, PAGE_KEYS, PAGES
from lsdash.view.notices import OF_FILTERS, Notice, Noticed
from lsdash.view.renamed import MOVED, RENAMED
from lsdash.view.state import View, about_filters
from lsdash.view.to_link import agenda_item, fits
from lsdash.view.values import (
    clean,
    date_of,
    everywhere_of,
    inputs_of,
    kiosk_of,
    last_of,
    note_of,
    place_of,
    search_of,
    sheet_of,
    values_of,
)


def agenda_views(view: View) -> list[View]:
    """The items of the agenda as whole views: of this release, with this agenda, each in place."""
    kept = {"release": view.release, "kiosk": view.kiosk, "agenda": view.agenda}
    return [
        replace(_of_agenda_item(item)[0], **kept, at=at)  # type: ignore[arg-type]
        for at, item in enumerate(view.agenda, start=1)
    ]


def from_query(
    query: Mapping[str, Sequence[str]], page: str, *, weeks: Iterable[str] | None = None
) -> tuple[View, list[Noticed]]:
    """The view that a query means on `page`, with everything about it that a reader should know.

    `weeks` are those of the release; without them weeks are taken as written.
    """
    notices: list[Noticed] = []
    weeks = None if weeks is None else frozenset(weeks)
    page = _page_of(page, query)
    filters: dict[str, object] = {}
    unread: list[tuple[str, str]] = []
    for key, (name, known) in LISTS.items():
        filters[name] = values_of(key, query.get(key, ()), known, weeks, notices)
    for key, name in DATES.items():
        filters[name], bad = date_of(key, query.get(key, ()), notices)
        unread += bad
    filters["search"] = search_of(last_of(query, "q"), notices)
    filters["everywhere"] = everywhere_of(last_of(query, "in"), notices)
    own = PAGE_KEYS.get(page, frozenset())
    view = View(
        page=page,
        release=clean(last_of(query, "release")),
        filters=Filters(**filters),  # type: ignore[arg-type]
        document=clean(last_of(query, "doc")) if "doc" in own else "",
        fact=clean(last_of(query, "fact")) if "fact" in own else "",
        sheet=sheet_of("sheet", last_of(query, "sheet"), notices) if "sheet" in own else 1,
        draft=clean(last_of(query, "draft")) if "draft" in own else "",
        inputs=inputs_of(query, page, notices),
        unread=tuple(unread),
        kiosk=kiosk_of(last_of(query, "kiosk"), notices),
        agenda=_agenda(query.get("agenda", ()), notices),
    )
    if view.kiosk:
        view = replace(view, screen=sheet_of("screen", last_of(query, "screen"), notices))
    elif last_of(query, "screen"):
        notices.append(Noticed(Notice.CLAMPED_INPUT, "screen", clean(last_of(query, "screen"))))
    at = place_of(last_of(query, "at"), len(view.agenda), notices)
    view = _in_place(replace(view, at=at))
    notices += about_filters(view)
    notices += [Noticed(Notice.UNKNOWN_KEY, clean(key)) for key in query if key not in KNOWN_KEYS]
    if view.fact and "doc" in own and not view.document:
        notices.append(Noticed(Notice.UNKNOWN_FACT, "fact", view.fact))
        view = replace(view, fact="")
    return view, notices


def shows(view: View, item: View) -> bool:
    """Whether a view is what an item of its agenda is about, however it is filtered."""
    return (view.page, view.document) == (item.page, item.document)


def _in_place(view: View) -> View:
    """At the item of its agenda that it shows; where it shows none, its place to go back to."""
    items = agenda_views(view) if view.at else []
    if not items or shows(view, items[view.at - 1]):
        return view
    return replace(view, at=next((item.at for item in items if shows(view, item)), view.at))


def _page_of(name: str, query: Mapping[str, Sequence[str]]) -> str:
    """The page that a link to `name` leads to today."""
    page = RENAMED["page"].get(name, name)
    moved = (MOVED.get((page, key, last_of(query, key))) for key in query)
    return next(filter(None, moved), page)


def _agenda(written: Sequence[str], notices: list[Noticed]) -> tuple[str, ...]:
    """The items that name a page of ours, in their order; what cannot be read is left out."""
    items: list[str] = []
    for each in written:
        item, note, told = _of_agenda_item(each)
        written_again = agenda_item(item, note)
        taken = item.page in PAGES and fits([*items, written_again])
        if taken:
            items.append(written_again)
        if told or not taken:
            notices.append(Noticed(Notice.AGENDA_ITEM, "agenda", clean(each)))
    return tuple(items)


def _of_agenda_item(written: str) -> tuple[View, str, list[Noticed]]:
    """The view of an item, its note, and whatever of it means nothing there.

    What its filters give to tell is told when it is shown.
    """
    page, _, query = written.partition("?")
    read = parse_qs(query, keep_blank_values=True)
    said = last_of(read, NOTE)
    note = note_of(said)
    own = {key: values for key, values in read.items() if key not in {*OF_A_MEETING, NOTE}}
    view, notices = from_query(own, page)
    told = [each for each in notices if each.notice not in OF_FILTERS]
    told += [Noticed(Notice.UNKNOWN_KEY, key) for key in read.keys() - own.keys() - {NOTE}]
    if note != said:
        told.append(Noticed(Notice.CLAMPED_INPUT, NOTE, clean(said)))
    return view, note, told
