"""What happens to a request for a page before Streamlit sees it.

The link is made whole (release pinned, values in order) by a redirect, so that the first entry in
the browser's history is already the canonical one; the language asked for becomes a cookie, because
a link pins a view and never a language; the page's own `lang` and title are set; and the browser is
told to load nothing from any other host.
"""

from dataclasses import replace
from urllib.parse import parse_qs, urlencode, urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lsdash import settings
from lsdash.errors import LsdashError
from lsdash.store import shelf
from lsdash.text import LANGS, Lang, figures, language, say
from lsdash.view import LATEST, PAGES, RENAMED, from_query, to_query
from lsdash.web.language import COOKIE
from lsdash.web.plain_page import ONLY_HERE, page

SERVER_PATHS = (
    *("/_stcore", "/media", "/component", "/static", "/app/", "/auth", "/oauth2callback"),
    *("/api/", "/healthz/", "/s/"),
)
"""What begins like this is no page; an address may leave its last slash out."""

MAX_QUERY = 16_000
"""Characters of a link's query: with the longest agenda it has some 8,000."""

YEAR = 365 * 24 * 3600


class Door:
    """ASGI middleware around the pages; everything else passes untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket" and _is_foreign(scope):
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        name = request.url.path.strip("/") or PAGES[0]
        if name not in PAGES and name not in RENAMED["page"]:
            answer = self.app if _is_of_the_server(request) else _missing(lang_of(request))
            await answer(scope, receive, send)
            return
        if len(request.url.query) > MAX_QUERY:
            await _too_long(lang_of(request))(scope, receive, send)
            return
        redirect = _redirect(request, RENAMED["page"].get(name, name))
        if redirect:
            await redirect(scope, receive, send)
            return
        headers = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]
        await self.app({**scope, "headers": headers}, receive, _dressed(send, lang_of(request)))


def _is_of_the_server(request: Request) -> bool:
    """Files and health checks are the server's; so is what no browser asks to show as a page."""
    path = request.url.path
    asks_for_page = "text/html" in request.headers.get("accept", "")
    return (
        not asks_for_page or f"{path}/".startswith(SERVER_PATHS) or "." in path.rsplit("/", 1)[-1]
    )


def _missing(lang: Lang) -> HTMLResponse:
    """A calm page for an address that is none of ours."""
    return page(
        lang,
        say(lang, "release.missing_page_title"),
        say(lang, "release.missing_page"),
        ways={"/": say(lang, "release.home")},
        status=404,
    )


def _too_long(lang: Lang) -> HTMLResponse:
    return page(
        lang,
        say(lang, "release.long_link_title"),
        say(lang, "release.long_link", most=figures.number(MAX_QUERY, lang)),
        ways={"/": say(lang, "release.home")},
        status=414,
    )


def _is_foreign(scope: Scope) -> bool:
    """A page of another host asks for our socket. Streamlit would look up its own public address
    on the internet before it said no."""
    headers = dict(scope["headers"])
    origin = headers.get(b"origin", b"").decode("latin-1")
    return bool(origin) and urlsplit(origin).netloc != headers.get(b"host", b"").decode("latin-1")


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
    path = "/" if name == PAGES[0] else f"/{name}"
    told = notices or (to_query(view) == query and path == request.url.path and not lang)
    if told and lang not in LANGS:
        return None
    kept = query if notices else to_query(view)
    response = RedirectResponse(f"{path}?{urlencode(kept, doseq=True)}", status_code=307)
    response.headers["Cache-Control"] = "no-store"
    if lang in LANGS:
        response.set_cookie(COOKIE, lang, max_age=YEAR, samesite="lax", httponly=True)
    return response


def lang_of(request: Request) -> Lang:
    """The language chosen before on this browser, else the one that it asks for."""
    chosen = request.cookies.get(COOKIE)
    for lang in LANGS:
        if chosen == lang:
            return lang
    return language(request.headers.get("accept-language"))


def _dressed(send: Send, lang: Lang) -> Send:
    """Sends the page with its language, its title and the rule on other hosts."""
    start: Message = {}
    body = bytearray()

    async def forward(message: Message) -> None:
        if message["type"] == "http.response.start":
            start.update(message)
            return
        if message["type"] != "http.response.body":
            await send(message)
            return
        body.extend(message.get("body", b""))
        if message.get("more_body"):
            return
        html = bytes(body).replace(b'<html lang="en">', f'<html lang="{lang}">'.encode())
        title = say(lang, "app.full_name")
        html = html.replace(b"<title>Streamlit</title>", f"<title>{title}</title>".encode())
        headers = MutableHeaders(raw=list(start["headers"]))
        headers["content-security-policy"] = ONLY_HERE
        headers["x-content-type-options"] = "nosniff"
        headers["referrer-policy"] = "same-origin"
        if html:
            headers["content-length"] = str(len(html))
        await send({**start, "headers": headers.raw})
        await send({"type": "http.response.body", "body": html})

    return forward
