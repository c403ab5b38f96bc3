"""Our own routes behind the door, asked without a browser and without Streamlit's pages."""

import shutil
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from lsdash import settings
from lsdash.settings import Settings
from lsdash.web.routes import api, short_links, subscriptions
from lsdash.web.server.door import Door

STREAMLIT = "Streamlit answers here"


FILES = ("/_stcore/health", "/static/app.js", "/media/file.png", "/component/x/y.js")
"""Addresses at which Streamlit has something other than its page."""


def streamlit(request: Request) -> Response:
    """Stands where Streamlit's files are, and its page at every other address."""
    if request.url.path in FILES:
        return PlainTextResponse(STREAMLIT)
    return HTMLResponse(STREAMLIT)


@pytest.fixture(scope="session")
def served(release_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the release of the shipped week."""
    folder = tmp_path_factory.mktemp("served")
    shutil.copy(release_file, folder)
    return folder


@pytest.fixture
def place(served: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """That folder, for tests that only read."""
    monkeypatch.setenv("LSDASH_RELEASES", str(served))
    return settings.read()


@pytest.fixture
def own_place(release_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A folder of the test's own with that release, which it may change."""
    folder = tmp_path / "releases"
    folder.mkdir()
    shutil.copy(release_file, folder)
    monkeypatch.setenv("LSDASH_RELEASES", str(folder))
    return settings.read()


@pytest.fixture
def app(place: Settings) -> Starlette:
    """Our routes behind the door, in either folder."""
    pages = Route("/{rest:path}", streamlit)
    return Starlette(
        routes=[*api.ROUTES, *short_links.ROUTES, *subscriptions.ROUTES, pages],
        middleware=[Middleware(Door)],
    )


@pytest.fixture
def client(app: Starlette) -> TestClient:
    """Asks the server; redirects are shown, not followed."""
    return TestClient(app, base_url="http://dashboard.example", follow_redirects=False)
