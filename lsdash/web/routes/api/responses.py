"""How answers leave: in JSON, with how long they may be kept; errors in both languages."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from lsdash.export.tables import rows
from lsdash.text import LANGS, Lang, say
from lsdash.view import Noticed
from lsdash.web.routes.openapi import FORMS

PINNED = "public, max-age=86400"
"""Of a pinned release: it never changes but may be withdrawn, and whoever holds an answer learns of
that within a day. Asked again, what still stands is not sent again."""

NOTHING_RUNS = {"content-security-policy": "default-src 'none'; frame-ancestors 'none'"}
VARYING = {"vary": "accept-encoding"}
"""The server may pack an answer: its tag is weak, because the same tag goes with other bytes."""


class Refused(Exception):
    """A question that is answered with an error: status, what to say, and its notices.

    A value that differs by language is a function of it.
    """

    def __init__(self, status: int, key: str, notices: Sequence[Noticed] = (), **values: object):
        super().__init__(key)
        self.status, self.key, self.notices, self._values = status, key, notices, values

    def values_in(self, lang: Lang) -> Mapping[str, object]:
        return {
            name: value(lang) if callable(value) else value for name, value in self._values.items()
        }


def as_json(value: object, *, cache: str, status: int = 200) -> Response:
    """A value as an answer, kept as long as `cache` says."""
    headers = {"cache-control": cache} | VARYING | NOTHING_RUNS
    text = rows.json_text(value)
    return Response(text, status_code=status, media_type=FORMS["json"], headers=headers)


def error_of(refused: Refused) -> Response:
    def both(write: Callable[[Lang], str]) -> Mapping[str, str]:
        return {lang: write(lang) for lang in LANGS}

    body = {
        "error": refused.key,
        "message": both(lambda lang: say(lang, f"api.{refused.key}", **refused.values_in(lang))),
        "notices": [
            {
                "notice": told.notice,
                "key": told.key,
                "value": told.value,
                "message": both(partial(_in_words, told)),
            }
            for told in refused.notices
        ],
    }
    headers = {"cache-control": "no-store"} | NOTHING_RUNS
    return JSONResponse(body, status_code=refused.status, headers=headers)


def has(request: Request, tag: str) -> bool:
    """Whether the program says that it has this answer already."""
    held = request.headers.get("if-none-match", "").split(",")
    same = {tag.removeprefix("W/"), "*"}
    return bool(same & {each.strip().removeprefix("W/") for each in held})


def _in_words(told: Noticed, lang: Lang) -> str:
    return say(lang, f"refused.{told.notice}", key=told.key, value=told.value)
