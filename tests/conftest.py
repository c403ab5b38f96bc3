"""What any test may ask for: the shipped record, its release, and a copy that may be broken."""

import hashlib
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import hypothesis
import pytest

from lsdash.model import Week
from lsdash.records import load
from lsdash.settings import ROOT, Settings
from lsdash.store import build, shelf
from lsdash.store.release import Release

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.object_store import ObjectStore

EXAMPLES = int(os.environ.get("LSDASH_TEST_EXAMPLES", "50"))
hypothesis.settings.register_profile(
    "lsdash", derandomize=True, deadline=None, database=None, max_examples=EXAMPLES
)
hypothesis.settings.load_profile("lsdash")

DATA = ROOT / "data"
MEMORY_MB = 128
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass(frozen=True)
class WeeksFolder:
    """A copy of the record of 2020-w10 that a test may break."""

    path: Path

    @property
    def file(self) -> Path:
        return self.path / "2020-w10.yaml"

    def change(self, old: str, new: str) -> int:
        """Put `new` for the first `old`; gives the line, counted from 1, where `old` began."""
        before, found, after = self.file.read_text(encoding="utf-8").partition(old)
        assert found, f"the record has no {old!r}"
        self.file.write_text(before + new + after, encoding="utf-8")
        return before.count("\n") + 1

    def add_next_week(self, weeks: int = 1) -> Path:
        """Like documents, signed so many weeks later and numbered so many thousands higher."""
        slug = f"2020-w{10 + weeks}"
        text = self.file.read_text(encoding="utf-8").replace("slug: 2020-w10", f"slug: {slug}")
        day = r"((?:signed_on|period_from): 2020-03-)(\d\d)"
        text = re.sub(day, lambda found: f"{found[1]}{int(found[2]) + 7 * weeks:02}", text)
        text = text.replace("period_to: 2020-03-08", f"period_to: 2020-03-{8 + 7 * weeks:02}")
        number = r"(?<= )(\d+)(?=/(?:2020/)?(?:QĐ|KH|UBND)-)"
        text = re.sub(number, lambda found: str(int(found[1]) + 1000 * weeks), text)
        later = self.path / f"{slug}.yaml"
        later.write_text(text, encoding="utf-8")
        return later


@pytest.fixture
def weeks_folder(tmp_path: Path) -> WeeksFolder:
    return WeeksFolder(_copied(tmp_path))


@pytest.fixture(scope="session")
def week_10(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped week of 2-8 March 2020 alone, with what was reported around it; never changed."""
    return week_alone(tmp_path_factory.mktemp("week-10"))


@pytest.fixture
def settings(tmp_path: Path, week_10: Path) -> Settings:
    """That week, and a folder of releases that is not there yet."""
    return Settings(records=week_10, releases=tmp_path / "releases", memory_mb=MEMORY_MB)


@pytest.fixture
def broken_settings(weeks_folder: WeeksFolder, tmp_path: Path) -> Settings:
    """The records of `weeks_folder`, and a folder of releases that is not there yet."""
    return Settings(records=weeks_folder.path, releases=tmp_path / "releases", memory_mb=MEMORY_MB)


class BuildOnce(Protocol):
    def __call__(self, place: Settings, *, invented: bool = False) -> str: ...


@pytest.fixture(scope="session")
def build_once(tmp_path_factory: pytest.TempPathFactory) -> BuildOnce:
    """`build.build`, worked out once for the same records; each folder gets files of its own."""
    kept: dict[str, Path] = {}

    def once(place: Settings, *, invented: bool = False) -> str:
        if shelf.current(place.releases):
            return build.build(place, invented=invented)
        told = _digest(place.records.parent) + str(invented)
        if told not in kept:
            folder = tmp_path_factory.mktemp("built")
            build.build(replace(place, releases=folder), invented=invented)
            kept[told] = folder
        shutil.copytree(kept[told], place.releases, dirs_exist_ok=True)
        return shelf.newest(place)

    return once


@pytest.fixture(scope="session")
def release_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The release of the week of 2-8 March 2020 alone, whatever weeks are added later."""
    folder = tmp_path_factory.mktemp("shipped")
    place = Settings(records=_copied(folder), releases=folder / "releases", memory_mb=MEMORY_MB)
    return place.releases / f"{build.build(place)}.duckdb"


@pytest.fixture(scope="session")
def release(release_file: Path) -> Iterator[Release]:
    """That release, open."""
    opened = Release.open(release_file, memory_mb=MEMORY_MB)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def week() -> Week:
    """The record of 2-8 March 2020, read."""
    _, read = load.load(DATA / "bulletins" / "2020-w10.yaml")
    return read


@pytest.fixture(scope="session")
def moto() -> Iterator["ObjectStore"]:
    """An S3 server for the whole session."""
    from tests.object_store import ObjectStore  # takes seconds to load

    server = ObjectStore()
    server.start()
    yield server
    server.stop()


@pytest.fixture
def object_store(moto: "ObjectStore", monkeypatch: pytest.MonkeyPatch) -> Iterator["ObjectStore"]:
    """That server, known to this process; back for the next test if this one has stopped it."""
    for name, value in moto.environment.items():
        monkeypatch.setenv(name, value)
    yield moto
    moto.start()


@pytest.fixture(scope="session")
def chromium() -> Iterator["Browser"]:
    """One for all tests: Playwright runs only once in a process."""
    from playwright.sync_api import sync_playwright  # takes a moment to load

    found = os.environ.get("LSDASH_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        found = found or playwright.chromium.executable_path
        assert Path(found).exists(), (
            "The browser tests need a Chromium: apt-get install chromium, or name one in "
            'LSDASH_CHROMIUM. To leave them out by hand: pytest -m "not browser".'
        )
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


def _digest(folder: Path) -> str:
    """Of all records and what lies beside them, by name and content."""
    found = hashlib.sha256()
    for file in sorted([*folder.rglob("*.yaml"), *folder.rglob("*.csv")]):
        found.update(f"{file.relative_to(folder)}\n".encode() + file.read_bytes())
    return found.hexdigest()


def week_alone(folder: Path) -> Path:
    """The real week's record, series and reports as in data/; gives the weeks' folder."""
    weeks = folder / "bulletins"
    weeks.mkdir(parents=True)
    shutil.copy(DATA / "bulletins" / "2020-w10.yaml", weeks)
    shutil.copy(DATA / "series.csv", folder)
    shutil.copytree(DATA / "context", folder / "context")
    return weeks


def _copied(folder: Path) -> Path:
    """The record and the known numbers of series, laid out as in data/; gives the weeks' folder."""
    weeks = folder / "bulletins"
    weeks.mkdir()
    shutil.copy(DATA / "bulletins" / "2020-w10.yaml", weeks)
    shutil.copy(DATA / "series.csv", folder)
    return weeks
