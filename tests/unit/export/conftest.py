"""Views of the shipped release as files, with a stamp that never changes."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from urllib.parse import parse_qs, urlsplit

import pytest

from lsdash.export import files
from lsdash.export.files import Export
from lsdash.export.stamp import Stamp
from lsdash.settings import Settings
from lsdash.store import build
from lsdash.store.release import Release
from lsdash.text import Lang
from lsdash.view import View, from_query, to_path
from tests.conftest import DATA, MEMORY_MB

HOST = "https://dashboard.example"
SHORT = f"{HOST}/s/12345678"
MADE_AT = datetime(2020, 3, 9, 14, 30, 5, 123456, tzinfo=timezone(timedelta(hours=7)))

VIEWS = (
    "/",
    "/rural_roads",
    "/college_quotas",
    "/energy_targets",
    "/border_labor",
    "/border_trade",
    "/border_trade?day=2020-04-13&trucks=cleared&unsure=no",
    "/border_labor?show=planner&trucks_waiting=600&trucks_arriving=250&gate_isolation_days=14",
    "/covid",
    "/commune_staff?class=2&police=yes&present=24",
    "/decisions",
    "/decisions?doc=1270-ubnd-ktth-2020",
    "/follow_up",
    "/outcomes",
)
"""One view of every page and of every way to look at it."""

EMPTY = (
    "/?sector=finance",
    "/rural_roads?status=proposed",
    "/college_quotas?from=2021-01-01",
    "/energy_targets?week=1999-w01",
    "/border_labor?status=decided",
    "/covid?from=2021-01-01",
    "/commune_staff?from=yesterday",
    "/decisions?q=khongcotrongbantin",
)
"""Views that no document passes, a page each; the press's rules on covid stay."""

Make = Callable[..., Export]


def view_of(path: str, release: Release) -> View:
    parts = urlsplit(path)
    view, _ = from_query(parse_qs(parts.query), parts.path.strip("/") or "overview")
    return replace(view, release=release.name)


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Release]:
    """The release of everything in data/, press reports and later weeks with it."""
    place = Settings(
        records=DATA / "bulletins",
        releases=tmp_path_factory.mktemp("exported") / "releases",
        memory_mb=MEMORY_MB,
    )
    opened = Release.open(place.releases / f"{build.build(place)}.duckdb", memory_mb=MEMORY_MB)
    yield opened
    opened.close()


@pytest.fixture
def make(shipped: Release) -> Make:
    """A view, named by its path, as a file of the form asked for."""

    def made(form: str, path: str, lang: Lang = "vi", made_at: datetime = MADE_AT) -> Export:
        view = view_of(path, shipped)
        stamp = Stamp(HOST + to_path(view), made_at, SHORT)
        return files.make(form, shipped, view, lang, stamp)

    return made
