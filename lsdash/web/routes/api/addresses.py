"""The addresses of the API."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from lsdash.web.routes import openapi
from lsdash.web.routes.api.health import health
from lsdash.web.routes.api.releases import release_file, releases
from lsdash.web.routes.api.responses import Refused, as_json, error_of
from lsdash.web.routes.api.tables import (
    decisions,
    facts,
    follow_up,
    gate_states,
    outcomes,
    relations,
    reports,
    topics,
)


def description(_request: Request) -> Response:
    """`/api/openapi.json`: this contract, for programs that read such descriptions."""
    return as_json(openapi.document(), cache="no-cache")


def missing(request: Request) -> Response:
    """Any other address below `/api`."""
    return error_of(Refused(404, "missing", path=request.url.path))


ROUTES = [
    Route("/api/decisions.{form}", decisions),
    Route("/api/facts.{form}", facts),
    Route("/api/relations.{form}", relations),
    Route("/api/follow_up.{form}", follow_up),
    Route("/api/reports.{form}", reports),
    Route("/api/gate_states.{form}", gate_states),
    Route("/api/outcomes.{form}", outcomes),
    Route("/api/topics.{form}", topics),
    Route("/api/releases.json", releases),
    Route("/api/releases/{release}.duckdb", release_file),
    Route("/api/openapi.json", description),
    Route("/api", missing),
    Route("/api/{rest:path}", missing),
    Route("/healthz", health),
]
