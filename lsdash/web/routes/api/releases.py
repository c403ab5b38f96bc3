"""Which releases are here, and a release itself."""

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from lsdash import settings
from lsdash.export.tables import rows
from lsdash.store import shelf
from lsdash.view import LATEST
from lsdash.web.entrance import opening
from lsdash.web.routes.api.refusals import answering
from lsdash.web.routes.api.responses import NOTHING_RUNS, PINNED, as_json
from lsdash.web.routes.openapi import FILE


@answering
def releases(_request: Request) -> Response:
    """`/api/releases.json`: what is here, the current one first."""
    place = settings.read()
    opening.ensure(place)
    current = shelf.newest(place)
    found = [
        rows.release_row(
            manifest,
            is_current=manifest.release == current,
            documents=manifest.rows("decisions"),
        )
        for manifest in shelf.manifests(place)
    ]
    withdrawn = [
        {
            "release": stone.release,
            "reason": stone.reason,
            "replacement": stone.replacement,
            "reason_en": stone.reason_en,
        }
        for stone in shelf.tombstones(place.releases)
    ]
    return as_json({"releases": found, "withdrawn": withdrawn}, cache="no-cache")


@answering
def release_file(request: Request) -> Response:
    """`/api/releases/<release>.duckdb`: the release itself, whole or in the ranges asked for."""
    place = settings.read()
    opening.ensure(place)
    name = request.path_params["release"]
    release = shelf.open_release(place, shelf.newest(place) if name == LATEST else name)
    return FileResponse(
        release.file,
        media_type=FILE,
        filename=f"lang-son-{release.name}.duckdb",
        headers={"cache-control": "no-cache" if name == LATEST else PINNED} | NOTHING_RUNS,
    )
