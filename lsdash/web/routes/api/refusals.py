"""What goes wrong becomes an answer in JSON, before a question is read and after."""

import logging
from collections.abc import Callable
from functools import wraps

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lsdash.errors import (
    LsdashError,
    SlowQuestionError,
    StoreAwayError,
    UnknownReleaseError,
    WithdrawnReleaseError,
)
from lsdash.store import shelf
from lsdash.text import Lang
from lsdash.web.routes.api.responses import Refused, error_of

log = logging.getLogger("lsdash")


def _why(error: WithdrawnReleaseError) -> Callable[[Lang], str]:
    return lambda lang: shelf.reason_in(lang, error.reason, error.reason_en) or "—"


def answering(handler: Callable[[Request], Response]) -> Callable[[Request], Response]:
    """What goes wrong becomes an answer in JSON, in both languages."""

    @wraps(handler)
    def answer(request: Request) -> Response:
        try:
            return handler(request)
        except Refused as refused:
            return error_of(refused)
        except UnknownReleaseError as error:
            return error_of(Refused(404, "unknown_release", release=error.release))
        except WithdrawnReleaseError as error:
            return error_of(
                Refused(410, "withdrawn_release", release=error.release, reason=_why(error))
            )
        except SlowQuestionError:
            return error_of(Refused(503, "slow"))
        except StoreAwayError as error:
            log.warning("%s", error)
            return error_of(Refused(503, "away"))
        except LsdashError as error:
            log.error("%s", error)
            return error_of(Refused(503, "unusable"))

    return answer


def in_json(app: ASGIApp) -> ASGIApp:
    """What is refused before a question is read is told in JSON as well, in both languages."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        is_told = False

        async def forward(message: Message) -> None:
            nonlocal is_told
            if message["type"] == "http.response.start":
                refused = _refused_by_routing(scope, message)
                if refused:
                    is_told = True
                    await refused(scope, receive, send)
            if not is_told:
                await send(message)

        await app(scope, receive, forward)

    return answer


def _refused_by_routing(scope: Scope, start: Message) -> Response | None:
    """Our own words for an answer that is none of ours; None for one that is."""
    headers, status = Headers(raw=start["headers"]), int(start["status"])
    kind = headers.get("content-type", "")
    if kind.startswith("text/html") and status < 300:  # Streamlit's page: it knows no such address
        return error_of(Refused(404, "missing", path=scope["path"]))
    if status < 400 or kind.startswith("application/json"):
        return None
    if status == 405:
        response = error_of(Refused(405, "method", method=scope["method"]))
        response.headers["allow"] = headers.get("allow", "GET, HEAD")
        return response
    return error_of(Refused(status, "unreadable", code=status))
