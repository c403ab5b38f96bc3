"""What pages say of a document once later ones did something to it."""

import shutil
from collections.abc import Iterator

import pytest

from lsdash.contents import epidemic, pages
from lsdash.contents.blocks import Contents, Listed, Said, Table, text_of
from lsdash.contents.reading import Alone
from lsdash.model import Filters
from lsdash.settings import ROOT, Settings
from lsdash.store import build
from lsdash.store.release import Release
from lsdash.text import Lang
from lsdash.view import View
from tests.conftest import DATA, MEMORY_MB

LATER = ROOT / "tests" / "fixtures" / "weeks" / "2020-w14.yaml"


@pytest.fixture(scope="module")
def repealed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Release]:
    """The shipped week, and one whose first repeal is of the drill's decision."""
    folder = tmp_path_factory.mktemp("repealed")
    records = folder / "bulletins"
    records.mkdir()
    shutil.copy(DATA / "bulletins" / "2020-w10.yaml", records)
    record = LATER.read_text(encoding="utf-8").replace("number: 12/CT-UBND", "number: 371/QĐ-UBND")
    (records / LATER.name).write_text(record, encoding="utf-8")
    place = Settings(records, folder / "releases", MEMORY_MB)
    name = build.build(place, invented=True)
    opened = Release.open(place.releases / f"{name}.duckdb", memory_mb=MEMORY_MB)
    yield opened
    opened.close()


def page(release: Release, name: str, lang: Lang = "en", **filters: object) -> Contents:
    return pages.contents(release, View(name, release.name, Filters(**filters)), lang)  # type: ignore[arg-type]


def words(contents: Contents) -> list[str]:
    """Every sentence and line of a page, without its tables."""
    blocks = [block for section in contents.sections for block in section.blocks]
    said = [text_of(block.line) for block in blocks if isinstance(block, Said)]
    lists = [block.lines for block in blocks if isinstance(block, Listed)]
    return said + [text_of(line) for lines in lists for line in lines]


def tables(contents: Contents) -> set[str]:
    blocks = [block for section in contents.sections for block in section.blocks]
    return {block.name for block in blocks if isinstance(block, Table)}


def test_bodies_of_a_repealed_document_are_not_shown_as_standing(repealed: Release) -> None:
    now = page(repealed, "covid")
    assert "bodies" not in tables(now)
    assert any(each.startswith("371/QĐ-UBND") and "repealed by" in each for each in words(now))
    assert "No document on this subject passes the filters." not in words(now)
    then = page(repealed, "covid", weeks=("2020-w10",))
    assert "bodies" in tables(then)


def test_silence_is_told_only_where_no_health_document_is_left(repealed: Release) -> None:
    here = Alone("en", View("covid", repealed.name, Filters(weeks=("2020-w14",))), repealed)
    assert not epidemic.ended(here)
    assert epidemic.is_silent(here) is not bool(epidemic.others(here))
