"""The app without a browser: AppTest on the real main script, real records and real releases."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from lsdash import settings
from lsdash.errors import LsdashError
from lsdash.store import shelf
from tests.conftest import BuildOnce, week_alone

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "tests" / "fixtures"

Opener = Callable[..., AppTest]


@pytest.fixture(scope="session", autouse=True)
def installed_components() -> Iterator[None]:
    """What is installed is looked through once, not by every AppTest: half a second each."""
    with pytest.MonkeyPatch.context() as patch:
        scan = manifest_scanner.scan_component_manifests
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(scan))
        yield


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """The shipped week of March 2020 and what was reported, to be added to or broken."""
    return week_alone(tmp_path / "data")


@pytest.fixture
def opener(
    records: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, build_once: BuildOnce
) -> Opener:
    """`opener("rural_roads", sector="health")`: the page as a reader gets it, run once."""
    monkeypatch.setenv("LSDASH_RECORDS", str(records))
    monkeypatch.setenv("LSDASH_RELEASES", str(tmp_path / "releases"))

    def opening(page: str = "overview", **query: str | list[str]) -> AppTest:
        with suppress(LsdashError, OSError):  # of what stands in the way the page itself tells
            if shelf.current(settings.read().releases) is None:
                build_once(settings.read())
        app = AppTest.from_file(str(ROOT / "lsdash" / "web" / "main.py"), default_timeout=60)
        if page != "overview":
            app.switch_page(f"../../pages/{page}.py")
        for key, value in query.items():
            app.query_params[key] = value
        app.run()
        return app

    return opening
