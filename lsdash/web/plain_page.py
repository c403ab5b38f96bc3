"""A small page of plain HTML, for answers that need no Streamlit: all text is taken literally."""

from collections.abc import Mapping
from html import escape

from starlette.responses import HTMLResponse

from lsdash.text import Lang

ONLY_HERE = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' data: blob:",
        "worker-src 'self' blob:",
        "frame-ancestors 'self'",
        "form-action 'self'",
        "base-uri 'self'",
    )
)
"""Content-Security-Policy: the browser asks this server and no other."""

STYLE = (
    "font:1.1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem;"
    "background:Canvas;color:CanvasText"
)


def page(
    lang: Lang,
    title: str,
    words: str,
    *,
    ways: Mapping[str, str],
    head: str = "",
    form: str = "",
    status: int = 200,
) -> HTMLResponse:
    """A title, a sentence, and `ways` on: address → label. `head` and `form` are HTML of ours."""
    links = "".join(
        f'<p><a href="{escape(address)}">{escape(label)}</a></p>' for address, label in ways.items()
    )
    html = (
        f'<!doctype html><html lang="{lang}"><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="color-scheme" content="light dark">{head}'
        f'<body style="{STYLE}"><h1>{escape(title)}</h1><p>{escape(words)}</p>{form}{links}'
    )
    headers = {
        "content-security-policy": ONLY_HERE,
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
    }
    return HTMLResponse(html, status_code=status, headers=headers)
