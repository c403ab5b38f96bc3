"""The shipped release with its press reports, as a reader without a browser asks it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lsdash.contents.reading import Alone
from lsdash.settings import Settings
from lsdash.store import build
from lsdash.store.release import Release
from lsdash.view import View
from tests.conftest import MEMORY_MB

Ask = Callable[..., Alone]


@pytest.fixture(scope="session")
def reported(tmp_path_factory: pytest.TempPathFactory, week_10: Path) -> Iterator[Release]:
    place = Settings(
        records=week_10,
        releases=tmp_path_factory.mktemp("reported") / "releases",
        memory_mb=MEMORY_MB,
    )
    opened = Release.open(place.releases / f"{build.build(place)}.duckdb", memory_mb=MEMORY_MB)
    yield opened
    opened.close()


@pytest.fixture
def ask(reported: Release) -> Ask:
    """`ask(day="2020-04-13")`: the page of border trade with these inputs, in English."""

    def asking(**inputs: str) -> Alone:
        return Alone("en", View("border_trade", reported.name, inputs=(*inputs.items(),)), reported)

    return asking
