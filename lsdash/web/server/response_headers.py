"""How answers leave: every one with the rules that browsers are to keep, and Streamlit's page with
the reader's language and our title, at addresses of ours alone."""

import re
from collections.abc import Callable

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lsdash.text import Lang, say
from lsdash.web.entrance.plain_page import hashed

EVERYWHERE = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "x-frame-options": "SAMEORIGIN",
}
"""Headers of every answer."""

FILES = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; font-src data:; "
    "frame-ancestors 'self'; base-uri 'none'"
)
"""Content-Security-Policy of what is no page: a picture opened by itself runs nothing either."""

PAGE_RULES = (
    "default-src 'self'",
    "script-src 'self' blob: {scripts}",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self' data: blob:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "frame-ancestors 'self'",
    "form-action 'self'",
    "base-uri 'self'",
)
"""Content-Security-Policy of Streamlit's page: the browser asks this server and no other.

Streamlit styles its elements in place. Of scripts it needs its own files, the one that stands in
its page, and those of components, which it loads from memory. `unsafe-eval` is for Vega charts and
for colouring code alone: neither is on a page of ours.
"""


NOT_OF_PAGES = {b"accept-encoding", b"if-none-match", b"if-modified-since", b"range"}
"""What Streamlit is not told of a request for a page: its rules follow from its whole text, so that
an answer without one ("not modified") would shut out the page's own scripts."""


def with_our_rules(send: Send, *, is_secure: bool) -> Send:
    """Sends an answer with the headers of every answer, and its own where it has them."""

    async def forward(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(raw=[*message["headers"]])
            for name, value in EVERYWHERE.items():
                headers.setdefault(name, value)
            headers.setdefault("content-security-policy", FILES)
            raw = [_secured(each) for each in headers.raw] if is_secure else headers.raw
            message = {**message, "headers": raw}
        await send(message)

    return forward


def without_page(app: ASGIApp, missing: ASGIApp) -> ASGIApp:
    """Streamlit answers any address that it does not know with its page; these are not found."""
    return _instead(
        app, missing, of=lambda status, kind: status < 300 and kind.startswith("text/html")
    )


def without_errors(app: ASGIApp, told: ASGIApp) -> ASGIApp:
    """Streamlit tells of what went wrong in two English words; ours are `told` instead."""
    return _instead(app, told, of=lambda status, _kind: status >= 400)


def _instead(app: ASGIApp, other: ASGIApp, *, of: Callable[[int, str], bool]) -> ASGIApp:
    """The `other` answer in place of one `of` such a status and content type."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        is_replaced = False

        async def forward(message: Message) -> None:
            nonlocal is_replaced
            if message["type"] == "http.response.start":
                kind = Headers(raw=message["headers"]).get("content-type", "")
                is_replaced = of(message["status"], kind)
                if is_replaced:
                    await other(scope, receive, send)
            if not is_replaced:
                await send(message)

        await app(scope, receive, forward)

    return answer


def in_language(app: ASGIApp, lang: Lang) -> ASGIApp:
    """Streamlit's page with the reader's language, our title, and its rules."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
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
            if not message.get("more_body"):
                for each in _page(start, body.decode(), lang):
                    await send(each)

        plain = [pair for pair in scope["headers"] if pair[0] not in NOT_OF_PAGES]
        await app({**scope, "headers": plain}, receive, forward)

    return answer


def _page(start: Message, html: str, lang: Lang) -> tuple[Message, Message]:
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    html = html.replace('<html lang="en">', f'<html lang="{lang}">')
    html = html.replace("<title>Streamlit</title>", f"<title>{say(lang, 'app.full_name')}</title>")
    without = f"<noscript>{say(lang, 'app.no_script')}</noscript>"
    html = re.sub(r"<noscript>.*?</noscript>", without, html, flags=re.DOTALL)
    headers = MutableHeaders(raw=[*start["headers"]])
    rules = "; ".join(PAGE_RULES).format(scripts=" ".join(map(hashed, scripts)))
    headers["content-security-policy"] = rules
    if html:
        headers["content-length"] = str(len(html.encode()))
    return (
        {**start, "headers": headers.raw},
        {"type": "http.response.body", "body": html.encode()},
    )


def _secured(header: tuple[bytes, bytes]) -> tuple[bytes, bytes]:
    """A cookie that was set over TLS is sent over TLS alone."""
    name, value = header
    if name == b"set-cookie" and b"; secure" not in value.lower():
        return name, value + b"; Secure"
    return header
