"""A release in an older layout opens and answers as it always did; its file stays as it is."""

import json
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pytest
from pyroaring import BitMap

from lsdash.errors import DamagedReleaseError, UnwritableReleasesError
from lsdash.settings import Settings
from lsdash.store import build, read, shelf
from lsdash.store.release import LAYOUT, Release
from tests.conftest import MEMORY_MB

FIRST_LAYOUT = Path(__file__).parents[1] / "fixtures" / "layout-1.sql"


def in_the_first_layout(file: Path, folder: Path) -> Path:
    """The same rows as the release in `file`, as the first layout held them."""
    older = folder / file.name
    copied = folder / "copied"
    copied.write_bytes(file.read_bytes())
    with duckdb.connect(str(copied)) as new:
        tables = {
            name: new.execute(f"SELECT * FROM {name}").to_arrow_table()  # noqa: S608
            for (name,) in new.execute("SELECT table_name FROM duckdb_tables()").fetchall()
        }
    tables["words"] = pa.Table.from_pylist(
        [
            {"folded": row["folded"], "word": row["word"], "decision": document}
            for row in tables["words"].to_pylist()
            if not row["wide"]
            for document in BitMap.deserialize(row["documents"])
        ]
    )
    copied.unlink()
    with duckdb.connect(str(older)) as old:
        old.execute(FIRST_LAYOUT.read_text(encoding="utf-8"))
        for (name,) in old.execute("SELECT table_name FROM duckdb_tables()").fetchall():
            rows: pa.Table = tables[name]
            held = [
                column
                for (column,) in old.execute(
                    "SELECT column_name FROM duckdb_columns() WHERE table_name = ?", [name]
                ).fetchall()
            ]
            old.register("rows", rows)
            old.execute(f"INSERT INTO {name} BY NAME SELECT {', '.join(held)} FROM rows")  # noqa: S608
            old.unregister("rows")
        (counts,) = old.execute("SELECT row_counts FROM manifest").fetchone() or ("{}",)
        names = {
            name for (name,) in old.execute("SELECT table_name FROM duckdb_tables()").fetchall()
        }
        kept = {name: count for name, count in json.loads(counts).items() if name in names}
        old.execute("UPDATE manifest SET layout = 1, row_counts = ?", [json.dumps(kept)])
    return older


@pytest.fixture
def older(release_file: Path, settings: Settings) -> Path:
    settings.releases.mkdir()
    return in_the_first_layout(release_file, settings.releases)


def test_an_older_release_answers_as_the_same_one_built_today(
    older: Path, settings: Settings, release: Release
) -> None:
    before = older.read_bytes()
    opened = shelf.open_release(settings, older.stem)
    assert opened.manifest.release == release.manifest.release
    assert (opened.manifest.layout, opened.manifest.reviewer) == (LAYOUT, "")
    assert read.facts(opened) == read.facts(release)
    assert read.decisions(opened) == read.decisions(release)
    assert read.digests(opened) == read.digests(release)
    assert read.count(opened, read.Filters(search="đường")) == read.count(
        release, read.Filters(search="đường")
    )
    assert older.read_bytes() == before


def test_it_is_carried_over_once(older: Path, settings: Settings) -> None:
    shelf.open_release(settings, older.stem)
    (made,) = (settings.releases / "layouts").rglob("*.duckdb")
    at = made.stat().st_mtime_ns
    shelf._open.cache_clear()
    shelf.open_release(settings, older.stem)
    assert made.stat().st_mtime_ns == at
    assert shelf.names(settings.releases) == [older.stem]


def test_the_records_still_have_the_id_that_the_older_file_has(
    older: Path, settings: Settings, tmp_path: Path
) -> None:
    alone = tmp_path / "bulletins"
    alone.mkdir()
    source = settings.records / "2020-w10.yaml"
    (alone / source.name).write_bytes(source.read_bytes())
    (tmp_path / "series.csv").write_bytes((settings.records.parent / "series.csv").read_bytes())
    place = Settings(records=alone, releases=settings.releases, memory_mb=settings.memory_mb)
    assert build.build(place) == older.stem
    assert shelf.names(settings.releases) == [older.stem]


def test_a_layout_of_a_newer_program_is_refused_by_name(older: Path, settings: Settings) -> None:
    with duckdb.connect(str(older)) as file:
        file.execute("UPDATE manifest SET layout = ?", [LAYOUT + 1])
    with pytest.raises(DamagedReleaseError, match=f"layout {LAYOUT + 1}"):
        shelf.open_release(settings, older.stem)


def test_where_nothing_can_be_written_the_folder_is_named(older: Path, settings: Settings) -> None:
    (settings.releases / "layouts").write_text("a file stands in the way", encoding="utf-8")
    with pytest.raises(UnwritableReleasesError, match="layouts"):
        shelf.open_release(settings, older.stem)


@pytest.fixture(scope="module")
def with_reports(tmp_path_factory: pytest.TempPathFactory, week_10: Path) -> Release:
    """The shipped record with the reports around it."""
    releases = tmp_path_factory.mktemp("reported") / "releases"
    place = Settings(week_10, releases, memory_mb=MEMORY_MB)
    return shelf.open_release(place, build.build(place))


@pytest.mark.parametrize(
    ("layout", "missing"),
    [
        (3, ("outcomes", "searches", "gate_states")),
        (4, ("gate_states",)),
        (5, ("gate_states",)),
    ],
)
def test_a_release_from_before_a_table_of_reports_opens_with_none(
    with_reports: Release, settings: Settings, layout: int, missing: tuple[str, ...]
) -> None:
    settings.releases.mkdir()
    older = settings.releases / with_reports.file.name
    older.write_bytes(with_reports.file.read_bytes())
    with duckdb.connect(str(older)) as file:
        (counts,) = file.execute("SELECT row_counts FROM manifest").fetchone() or ("{}",)
        kept = {name: count for name, count in json.loads(counts).items() if name not in missing}
        for name in missing:
            file.execute(f"DROP TABLE {name}")
        file.execute("ALTER TABLE gates DROP COLUMN border_order")
        file.execute("ALTER TABLE facts DROP COLUMN paper_scan_page")
        file.execute("ALTER TABLE bulletins DROP COLUMN partly_at_hand")
        file.execute("UPDATE manifest SET layout = ?, row_counts = ?", [layout, json.dumps(kept)])
    opened = shelf.open_release(settings, older.stem)
    assert opened.manifest.release == with_reports.manifest.release
    assert read.facts(opened) == read.facts(with_reports)
    held: dict[str, list[Any]] = {
        "outcomes": read.outcomes(opened),
        "searches": read.searches(opened),
        "gate_states": read.gate_states(opened),
    }
    assert [name for name in held if not held[name]] == [*missing]
    assert {gate.border_order for gate in read.gates(opened)} == {None}
