"""Whether the server has what it needs to go on."""

import logging
from collections.abc import Mapping
from dataclasses import asdict

from starlette.requests import Request
from starlette.responses import Response

import lsdash
from lsdash import settings, short_links
from lsdash.errors import ShortLinksError
from lsdash.intake.files.scanned import tesseract
from lsdash.libreoffice import program as libreoffice
from lsdash.settings import Settings
from lsdash.store import depot, shelf
from lsdash.web.entrance import capacity, opening, sessions
from lsdash.web.routes.api.refusals import answering
from lsdash.web.routes.api.responses import as_json

log = logging.getLogger("lsdash")

MOST_OF_MEMORY = 0.9
"""The share of its memory that a healthy server uses at most."""


@answering
def health(_request: Request) -> Response:
    """`/healthz`: the current release opens, and the server has what it needs to go on."""
    place = settings.read()
    opening.ensure(place)
    manifest = shelf.open_release(place, shelf.newest(place)).manifest
    handles, memory = capacity.handles(), capacity.memory()
    problems = {
        "release": not shelf.is_as_opened(place, manifest.release),
        "handles": handles.free < sessions.RESERVE,
        "memory": memory.most is not None and memory.used > memory.most * MOST_OF_MEMORY,
        "links": not _links_can_be_read(place),
    }
    scans = tesseract.found()
    office = libreoffice.found()
    state = {
        "status": "unwell" if any(problems.values()) else "ok",
        "problems": [name for name, is_there in problems.items() if is_there],
        "release": manifest.release,
        "documents_to": manifest.documents_to,
        "built_at": f"{manifest.built_at.isoformat()}Z",
        "version": lsdash.__version__,
        "handles": asdict(handles),
        "memory_mb": asdict(memory),
        "store": _shared_store(place),
        "programs": {
            "libreoffice": office and office.version,
            "tesseract": scans and scans.version,
        },
    }
    return as_json(state, cache="no-store", status=503 if any(problems.values()) else 200)


def _shared_store(place: Settings) -> Mapping[str, object] | None:
    """Whether the store that machines share answers; None where there is none.

    It is no problem of this server, which goes on with what it has: a balancer that took away every
    server which cannot reach the store would leave readers with none.
    """
    store = depot.of(place)
    if store is None:
        return None
    away = store.away_seconds
    return {"is_away": away is not None, "away_seconds": None if away is None else int(away)}


def _links_can_be_read(place: Settings) -> bool:
    try:
        short_links.check(place)
    except ShortLinksError as error:
        log.error("%s", error)
        return False
    return True
