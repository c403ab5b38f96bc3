"""A release's file is of use without us: the lines that the data page gives open it."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest
from pyroaring import BitMap

from lsdash.contents import data
from lsdash.store import read
from lsdash.store.release import Release


@pytest.fixture
def openings(release_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The lines, in a folder with the file as it was taken away."""
    shutil.copy(release_file, tmp_path / f"lang-son-{release_file.stem}.duckdb")
    monkeypatch.chdir(tmp_path)
    return data.openings(release_file.stem)


def test_the_line_for_duckdb_reads_every_fact(openings: dict[str, str], release: Release) -> None:
    with duckdb.connect() as outside:
        rows = outside.execute(openings["DuckDB"]).fetchall()
    assert len(rows) == len(read.facts(release))


def test_the_line_for_python_reads_every_fact(openings: dict[str, str], release: Release) -> None:
    imported, asked = openings["Python"].split("; ")
    names: dict[str, Any] = {}
    exec(imported, names)  # noqa: S102 - our own line, as a reader would type it
    facts = eval(asked, names)  # noqa: S307
    assert {*facts["slug"]} == {fact.slug for fact in read.facts(release)}


@pytest.fixture
def taken(release_file: Path, tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The file as others open it, elsewhere."""
    copied = shutil.copy(release_file, tmp_path / "taken.duckdb")
    with duckdb.connect(str(copied), read_only=True) as opened:
        yield opened


def test_the_file_says_which_duckdb_opens_it_and_is_of_that_form(
    taken: duckdb.DuckDBPyConnection, release: Release
) -> None:
    assert release.manifest.storage == "v1.0.0"
    tags = "SELECT tags FROM duckdb_databases() WHERE database_name = current_database()"
    assert taken.sql(tags).fetchall()[0][0]["storage_version"].startswith("v1.0.0")


def test_its_sets_are_roaring_bitmaps_that_any_program_reads(
    taken: duckdb.DuckDBPyConnection,
) -> None:
    sets = "SELECT documents FROM facets WHERE facet = 'measure' AND value = 'road_funding'"
    (number,) = BitMap.deserialize(taken.sql(sets).fetchall()[0][0])
    slug = "SELECT slug FROM decisions WHERE id = ?"
    assert taken.execute(slug, [number]).fetchall() == [("381-qd-ubnd-2020",)]
