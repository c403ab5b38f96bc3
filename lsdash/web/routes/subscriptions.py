"""`/calendar.ics` and `/feed.atom`: the days that fall due, and what is new, for other programs.

Both take the filters of the pages' links and follow the newest release unless the link pins one;
whoever asks again is told by an ETag that nothing has changed.
"""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

import lsdash
from lsdash import settings
from lsdash.contents.outcomes import due_dates
from lsdash.contents.reading import Alone
from lsdash.export import calendar, feed
from lsdash.store import read, shelf
from lsdash.text import LANGS, Lang
from lsdash.view import DATES, LISTS, MAX_VALUE, Notice, Noticed, View, to_path
from lsdash.web.entrance.base_path import under
from lsdash.web.routes import openapi
from lsdash.web.routes.api.question import Question, question_of
from lsdash.web.routes.api.refusals import answering
from lsdash.web.routes.api.responses import NOTHING_RUNS, PINNED, VARYING, Refused, has

CALENDAR, FEED = openapi.ADDRESSES["calendar"], openapi.ADDRESSES["feed"]

KEPT = frozenset({"release", "due", *LISTS, *DATES})
"""Keys of a page's link that a subscription to it takes over."""

MOST_DOCUMENTS = 100
"""Documents of a feed, the newest."""


@answering
def due(request: Request) -> Response:
    """`/calendar.ics`: every day on which something of the view falls due, as whole days."""
    asked, here = _asked(request, "calendar")

    def made() -> bytes:
        found = due_dates.due_dates(here, year=asked.due)
        return calendar.ics(here, found, _opens(request))

    return _answered(request, asked, openapi.CALENDAR, made)


@answering
def news(request: Request) -> Response:
    """`/feed.atom`: releases and documents, the newest first."""
    asked, here = _asked(request, "feed")

    def made() -> bytes:
        place = settings.read()
        held = shelf.manifests(place) if asked.is_floating else [asked.release.manifest]
        documents = here.ask(read.decisions, here.view.applied(), limit=MOST_DOCUMENTS)
        itself = str(request.url)
        return feed.atom(here, held, documents, opens=_opens(request), itself=itself)

    return _answered(request, asked, openapi.ATOM, made)


ROUTES = [Route(CALENDAR, due), Route(FEED, news)]


def _asked(request: Request, table: str) -> tuple[Question, Alone]:
    written = request.query_params.getlist("lang")
    lang: Lang = next((each for each in LANGS if not written or each == written[-1]), "vi")
    if written and written[-1] not in LANGS:
        told = Noticed(Notice.UNKNOWN_VALUE, "lang", written[-1][:MAX_VALUE])
        raise Refused(400, "unread", [told])
    asked = question_of(request, table)
    return asked, Alone(lang, asked.view, asked.release)


def _opens(request: Request) -> Callable[[View], str]:
    """The whole address of a view on the server that was asked."""
    server = f"{request.url.scheme}://{request.url.netloc}"
    return lambda view: f"{server}{under(to_path(view))}"


def _answered(
    request: Request, asked: Question, media_type: str, made: Callable[[], bytes]
) -> Response:
    tag = f'W/"{asked.release.name}-{lsdash.__version__}"'
    kept = "no-cache" if asked.is_floating else PINNED
    headers = {"etag": tag, "cache-control": kept} | VARYING | NOTHING_RUNS
    if has(request, tag):
        return Response(status_code=304, headers=headers)
    return Response(made(), media_type=media_type, headers=headers)
