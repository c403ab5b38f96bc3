"""The HTTP server under Streamlit, held to our settings: which proxies it believes, and no banner.

Streamlit starts uvicorn and passes none of these on; `running` finds it and sets them before the
first reader is let in.
"""

import logging
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import uvicorn
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from lsdash import settings
from lsdash.errors import SettingsError
from lsdash.web.entrance import access, capacity, sessions
from lsdash.web.server import first_start, logs

log = logging.getLogger("lsdash")


@asynccontextmanager
async def running(app: object) -> AsyncIterator[None]:
    """The server from its start to its end, for `st.App(lifespan=…)`."""
    try:
        place = settings.read()
    except SettingsError as error:
        log.error("%s", error)
        raise
    if place.log_json:
        logs.begin()
    _hold(place.proxies)
    handles = capacity.raise_handles()
    if handles.free < sessions.FEW:
        log.warning("only %d file handles are free: raise LimitNOFILE", handles.free)
    said = access.said_aloud()
    if said:
        log.warning("%s", said)
    async with sessions.kept_tidy(), first_start.ready(app):
        yield


class Forwarded:
    """ASGI middleware: the protocol, host and client that a trusted proxy tells of its reader.

    From anyone else these headers are no more than words, and nothing is taken from them.
    """

    def __init__(self, app: ASGIApp, proxies: tuple[str, ...]) -> None:
        self.app = ProxyHeadersMiddleware(app, trusted_hosts=[*proxies])  # type: ignore[arg-type]
        self.trusted = self.app.trusted_hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        client = scope.get("client")
        if client:  # a server that listens to both families sees 10.0.0.2 as ::ffff:10.0.0.2
            client = (client[0].removeprefix("::ffff:"), client[1])
            scope = {**scope, "client": client}
        if client and client[0] in self.trusted:
            headers = MutableHeaders(raw=[*scope["headers"]])
            host = headers.get("x-forwarded-host", "").rpartition(",")[2].strip()
            if host:
                headers["host"] = host
                scope = {**scope, "headers": headers.raw}
        await self.app(scope, receive, send)  # type: ignore[arg-type]


def _hold(proxies: tuple[str, ...]) -> None:
    """Have the running uvicorn believe these proxies alone, and keep its name to itself."""
    server = getattr(signal.getsignal(signal.SIGTERM), "__self__", None)
    if not isinstance(server, uvicorn.Server):
        log.warning("not started by uvicorn: what proxies forward is as its starter says")
        return
    config = server.config
    app = config.loaded_app
    if isinstance(app, ProxyHeadersMiddleware):
        config.loaded_app = Forwarded(app.app, proxies)  # type: ignore[arg-type]
    config.encoded_headers = [each for each in config.encoded_headers if each[0] != b"server"]
