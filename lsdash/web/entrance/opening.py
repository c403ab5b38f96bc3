"""From a view to its release: the one pinned, or the current one, built at the first start."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from threading import Lock

from streamlit import runtime

from lsdash import settings
from lsdash.errors import LsdashError
from lsdash.settings import Settings
from lsdash.store import build, follow, read, shelf
from lsdash.store.release import Release
from lsdash.view import LATEST, Notice, Noticed, View
from lsdash.web.entrance.visit import Visit
from lsdash.web.server import garbage

log = logging.getLogger("lsdash")
_building = Lock()


@asynccontextmanager
async def first_start(_app: object) -> AsyncIterator[None]:
    """Do before the first reader comes what he would wait for: build a release where none is there,
    load the code of all pages, and run the first page once.

    What stands in the way is logged here and shown to every reader until it is mended.
    """
    place = settings.read()
    try:
        follow.step(place)
        ensure(place)
    except LsdashError as error:
        log.error("%s", error)
    garbage.load()
    runs, problem = await runtime.get_instance().does_script_run_without_error()
    if not runs:
        log.error("the first page does not run: %s", problem)
    with follow.following(place):
        async with garbage.kept():
            yield


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
