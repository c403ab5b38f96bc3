"""A small page of plain HTML, for answers that need no Streamlit: all text is taken literally."""

from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from html import escape

from starlette.responses import HTMLResponse

from lsdash.text import Lang

STYLE = (
    "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem;"
    "background:Canvas;color:CanvasText}"
    "input{font:inherit;width:12rem;padding:.4rem}button{font:inherit;padding:.4rem 1rem}"
)


def hashed(inline: str) -> str:
    """What a Content-Security-Policy calls the one inline script or style that it lets pass."""
    return f"'sha256-{b64encode(sha256(inline.encode()).digest()).decode()}'"


POLICY = "; ".join(
    (
        "default-src 'none'",
        f"style-src {hashed(STYLE)}",
        "form-action 'self'",
        "frame-ancestors 'self'",
        "base-uri 'none'",
    )
)
"""Content-Security-Policy of these pages: no script at all, and nothing fetched from anywhere."""


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
        f'<meta name="color-scheme" content="light dark"><style>{STYLE}</style>{head}'
        f"<body><h1>{escape(title)}</h1><p>{escape(words)}</p>{form}{links}"
    )
    headers = {"content-security-policy": POLICY, "cache-control": "no-store"}
    return HTMLResponse(html, status_code=status, headers=headers)
