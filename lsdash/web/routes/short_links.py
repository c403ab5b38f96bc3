"""`/s/12345678`: from a short code to its view, by way of a page that chats can preview."""

import logging
from html import escape

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from lsdash import sentences, settings, short_links
from lsdash.errors import LsdashError, ShortLinksError
from lsdash.store import read, shelf
from lsdash.text import Lang, say
from lsdash.view import View, to_path
from lsdash.web.entrance.base_path import under
from lsdash.web.entrance.language import lang_of
from lsdash.web.entrance.plain_page import page

log = logging.getLogger("lsdash")


def enter(request: Request) -> Response:
    """`/s/`: where a code that was read aloud is typed in."""
    typed = request.query_params.get("code")
    if typed is not None:
        return _opened(request, typed)
    lang = lang_of(request)
    return _asking(lang, say(lang, "share.enter"), say(lang, "share.enter_words"))


def go(request: Request) -> Response:
    """`/s/<code>`: on to the view; a page says so when nobody made the code."""
    return _opened(request, request.path_params["code"])


ROUTES = [
    Route("/s", lambda _: RedirectResponse(under("/s/"))),
    Route("/s/", enter),
    Route("/s/{code:path}", go),
]


def _opened(request: Request, code: str) -> Response:
    lang, place = lang_of(request), settings.read()
    try:
        view = short_links.resolve(place, code)
    except ShortLinksError as error:
        log.error("%s", error)
        words = say(lang, "share.unread_words")
        return _asking(lang, say(lang, "share.unread"), words, status=503)
    if view is None:
        words = say(lang, "share.unknown_words", code=code[:20])
        return _asking(lang, say(lang, "share.unknown"), words, status=404)
    title, about = _about(view, lang)
    address = under(to_path(view))
    head = (
        f'<meta property="og:type" content="website">'
        f'<meta property="og:site_name" content="{escape(say(lang, "app.name"))}">'
        f'<meta property="og:title" content="{escape(title)}">'
        f'<meta property="og:description" content="{escape(about)}">'
        f'<meta name="description" content="{escape(about)}">'
        f'<meta http-equiv="refresh" content="0; url={escape(address)}">'
    )
    return page(lang, title, about, ways={address: say(lang, "share.go")}, head=head)


def _about(view: View, lang: Lang) -> tuple[str, str]:
    """Title and description of the view: page, week, filters, release."""
    title = f"{say(lang, f'page.{view.page}')} · {say(lang, 'app.name')}"
    said = [say(lang, "app.full_name")]
    try:
        weeks = read.weeks(shelf.open_release(settings.read(), view.release))
    except LsdashError:
        weeks = []
    else:
        said.append(say(lang, "strip.week", week=sentences.week_span(weeks[0], lang)))
    said += [text for _, _, text in sentences.narrowed(view, weeks, lang)]
    said.append(say(lang, "strip.release", release=view.release))
    return title, " · ".join(said)


def _asking(lang: Lang, title: str, words: str, status: int = 200) -> Response:
    label, button = escape(say(lang, "share.enter")), escape(say(lang, "share.open"))
    form = (
        f'<form action="{under("/s/")}"><p><input name="code" inputmode="numeric" '
        f'autocomplete="off" autofocus required maxlength="40" aria-label="{label}">'
        f" <button>{button}</button></p></form>"
    )
    ways = {under("/"): say(lang, "release.home")}
    return page(lang, title, words, ways=ways, form=form, status=status)
