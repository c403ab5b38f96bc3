"""What happens to a request before Streamlit sees it, and to the answer before the reader does.

A page's link is made whole (release pinned, values in order) by a redirect, so that the first entry
in the browser's history is already the canonical one; the language asked for becomes a cookie,
because a link pins a view and never a language. An address that is none of ours is not found. A
reader for whom there is no room is told so, while those who are here go on.
"""

from dataclasses import replace
from urllib.parse import parse_qs, urlencode

from starlette.requests import HTTPConnection, Request
from starlette.responses import HTMLResponse, RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from lsdash import settings
from lsdash.errors import LsdashError
from lsdash.store import shelf
from lsdash.text import LANGS, Lang, figures, say
from lsdash.view import LATEST, PAGES, RENAMED, from_query, to_query
from lsdash.web.entrance import access, sessions
from lsdash.web.entrance.base_path import base, under, within
from lsdash.web.entrance.language import COOKIE, lang_of
from lsdash.web.entrance.plain_page import page
from lsdash.web.routes import api, subscriptions
from lsdash.web.server import response_headers

PROGRAMS = ("/api/", "/healthz/", f"{subscriptions.CALENDAR}/", f"{subscriptions.FEED}/")
"""What begins like this is for programs: whatever goes wrong there is told in JSON."""

SHORT = "/s/"
METRICS = "/_stcore/metrics"
SIGN_IN = ("/auth/login", "/oauth2callback")
"""The ways to the sign-in provider and back."""

MAX_QUERY = 16_000
"""Characters of a link's query: with the longest agenda it has some 8,000."""

YEAR = 365 * 24 * 3600
TRY_AGAIN_SECONDS = 30


class Door:
    """ASGI middleware around everything that the server answers."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        elif scope["type"] == "http":
            request = Request(scope)
            send = response_headers.with_our_rules(send, is_secure=request.url.scheme == "https")
            await self._answer(request)(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A tab's own connection, for as long as the tab is open."""
        if _is_foreign(scope):
            await send({"type": "websocket.close", "code": 1008})
        elif not sessions.have_room():
            await send({"type": "websocket.close", "code": 1013})
        else:
            try:
                await self.app(scope, receive, send)
            finally:
                sessions.tidy()

    def _answer(self, request: Request) -> ASGIApp:
        """What answers a request, chosen by its address alone."""
        path, lang = within(request.scope["path"]), lang_of(request)
        if path is None:
            return _missing(lang)
        if f"{path}/".startswith(PROGRAMS):
            return api.in_json(_routed(self.app))
        if f"{path}/".startswith(SHORT):
            return _routed(self.app)
        name = path.strip("/") or PAGES[0]
        is_page = name in PAGES or name in RENAMED["page"]
        if is_page and request.method in ("GET", "HEAD"):
            return self._page(request, RENAMED["page"].get(name, name), lang)
        if path == METRICS and not _is_here(request):
            return _missing(lang)
        app = self.app
        if path in SIGN_IN:
            app = response_headers.without_errors(app, _no_sign_in(lang))
        return response_headers.without_page(app, _missing(lang))

    def _page(self, request: Request, name: str, lang: Lang) -> ASGIApp:
        if len(request.url.query) > MAX_QUERY:
            return _too_long(lang)
        redirect = _redirect(request, name)
        if redirect:
            return redirect
        if not sessions.have_room():
            return _full(lang)
        return response_headers.in_language(self.app, lang)


def _routed(app: ASGIApp) -> ASGIApp:
    """Our own routes are written without the path that the dashboard stands under."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        await app({**scope, "root_path": base()}, receive, send)

    return answer


def _missing(lang: Lang) -> HTMLResponse:
    """A calm page for an address that is none of ours."""
    return page(
        lang,
        say(lang, "release.missing_page_title"),
        say(lang, "release.missing_page"),
        ways={under("/"): say(lang, "release.home")},
        status=404,
    )


def _no_sign_in(lang: Lang) -> HTMLResponse:
    """A calm page where the sign-in provider does not answer, or sends something unusable."""
    return page(
        lang,
        say(lang, "access.away_title"),
        say(lang, "access.away"),
        ways={under("/intake"): say(lang, "access.again"), under("/"): say(lang, "release.home")},
        status=503,
    )


def _too_long(lang: Lang) -> HTMLResponse:
    return page(
        lang,
        say(lang, "release.long_link_title"),
        say(lang, "release.long_link", most=figures.number(MAX_QUERY, lang)),
        ways={under("/"): say(lang, "release.home")},
        status=414,
    )


def _full(lang: Lang) -> HTMLResponse:
    """A calm page while the server has as many readers as it can serve; it asks again by itself."""
    response = page(
        lang,
        say(lang, "release.full_title"),
        say(lang, "release.full", seconds=TRY_AGAIN_SECONDS),
        ways={},
        head=f'<meta http-equiv="refresh" content="{TRY_AGAIN_SECONDS}">',
        status=503,
    )
    response.headers["retry-after"] = str(TRY_AGAIN_SECONDS)
    return response


def _is_foreign(scope: Scope) -> bool:
    """A page of another host asks for our socket. Streamlit would look up its own public address
    on the internet before it said no."""
    headers = HTTPConnection(scope).headers
    origin = headers.get("origin", "")
    return bool(origin) and origin.partition("://")[2] != headers.get("host", "")


def _is_here(request: Request) -> bool:
    """The machine itself asks, and no proxy on it for somebody else."""
    client, headers = request.client, request.headers
    is_local = client is not None and client.host in access.LOOPBACK
    return (
        is_local
        and access.is_loopback(headers.get("host", ""))
        and not access.is_forwarded(headers)
    )


def _redirect(request: Request, name: str) -> RedirectResponse | None:
    """To the whole link, if it differs and there is nothing to tell the reader about it."""
    query = parse_qs(request.url.query, keep_blank_values=True)
    lang = query.pop("lang", [""])[-1]
    view, notices = from_query(query, name)
    if view.release in ("", LATEST):
        try:
            view = replace(view, release=shelf.newest(settings.read()))
        except LsdashError:
            return None
    path = under("/" if view.page == PAGES[0] else f"/{view.page}")
    told = notices or (to_query(view) == query and path == request.scope["path"] and not lang)
    if told and lang not in LANGS and view.page == name:
        return None
    kept = query if notices else to_query(view)
    response = RedirectResponse(f"{path}?{urlencode(kept, doseq=True)}", status_code=307)
    response.headers["Cache-Control"] = "no-store"
    if lang in LANGS:
        cookie_path = under("/")
        response.set_cookie(
            COOKIE, lang, max_age=YEAR, path=cookie_path, samesite="lax", httponly=True
        )
    return response
