"""From a view to its release: the one pinned, or the current one, built at the first start."""

from dataclasses import replace
from threading import Lock

from lsdash.settings import Settings
from lsdash.store import build, read, shelf
from lsdash.store.release import Release
from lsdash.view import LATEST, Notice, Noticed, View
from lsdash.web.visit import Visit

_first_start = Lock()


def open_view(view: View, place: Settings) -> tuple[View, Release]:
    """The view pinned to its release, and that release, open.

    A server without any release builds one from the records. Raises UnknownReleaseError for a
    pinned release that is not here, and the errors of building and opening.
    """
    with _first_start:
        if shelf.current(place.releases) is None:
            build.build(place)
    name = shelf.newest(place) if view.release in ("", LATEST) else view.release
    return replace(view, release=name), shelf.open_release(place, name)


def unknown_weeks(here: Visit, told: list[Noticed]) -> list[Noticed]:
    """Weeks that the link asks for and this release does not have, if not told already."""
    held = {week.slug for week in here.ask(read.weeks)}
    missing = [week for week in here.view.filters.weeks if week not in held]
    notices = [Noticed(Notice.UNKNOWN_WEEK, "week", week) for week in missing]
    return [notice for notice in notices if notice not in told]
