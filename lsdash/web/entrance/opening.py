"""From a view to its release: the one pinned, or the current one, built at the first start."""

from dataclasses import replace
from threading import Lock

from lsdash.settings import Settings
from lsdash.store import build, follow, read, shelf
from lsdash.store.release import Release
from lsdash.view import LATEST, Notice, Noticed, View
from lsdash.web.entrance.visit import Visit

_building = Lock()


def open_view(view: View, place: Settings) -> tuple[View, Release]:
    """The view pinned to its release, and that release, open.

    Raises UnknownReleaseError for a pinned release that is not here, and the errors of building
    and opening.
    """
    ensure(place)
    name = shelf.newest(place) if view.release in ("", LATEST) else view.release
    return replace(view, release=name), shelf.open_release(place, name)


def unknown_weeks(here: Visit, told: list[Noticed]) -> list[Noticed]:
    """Weeks that the link asks for and this release does not have, if not told already."""
    held = {week.slug for week in here.ask(read.weeks)}
    missing = [week for week in here.view.filters.weeks if week not in held]
    notices = [Noticed(Notice.UNKNOWN_WEEK, "week", week) for week in missing]
    return [notice for notice in notices if notice not in told]


def ensure(place: Settings) -> None:
    """Build a release where none is there. Raises the errors of building."""
    with _building:
        if shelf.current(place.releases) is None:
            follow.step(place)
        if shelf.current(place.releases) is None:
            build.build(place)
