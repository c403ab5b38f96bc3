"""A week is published whole or not at all, whoever else publishes and whenever it is killed."""

import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from lsdash import atomic, publishing
from lsdash.errors import (
    BusyReleasesError,
    ChangedRecordError,
    RecordErrors,
    UnwritableRecordsError,
)
from lsdash.records import load
from lsdash.settings import ROOT, Settings
from lsdash.store import build, read, shelf, texts
from tests.conftest import WeeksFolder


@pytest.fixture
def next_week(weeks_folder: WeeksFolder, tmp_path: Path) -> Path:
    """A record that is not among the records yet."""
    return Path(shutil.move(weeks_folder.add_next_week(), tmp_path / "2020-w11.yaml"))


def records(place: Settings) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in place.records.iterdir()}


def test_a_published_week_is_among_the_records_and_served_with_its_reviewer(
    broken_settings: Settings, next_week: Path
) -> None:
    before = build.build(broken_settings)
    done = publishing.publish(broken_settings, next_week, note="on time", reviewer="Lan")
    assert (broken_settings.records / "2020-w11.yaml").read_bytes() == next_week.read_bytes()
    assert shelf.newest(broken_settings) == done.release
    manifest = shelf.open_release(broken_settings, done.release).manifest
    assert (manifest.note, manifest.reviewer) == ("on time", "Lan")
    assert manifest.parent == done.before == before
    assert "1381-qd-ubnd-2020" in done.documents.added
    assert "1381-qd-ubnd-2020/road-cement" in done.facts.added
    assert done.documents.removed == done.facts.removed == done.facts.changed == ()
    former = shelf.open_release(broken_settings, before)
    assert [week.slug for week in read.weeks(former)] == ["2020-w10"]


def test_a_preview_is_the_release_that_publishing_makes_and_leaves_nothing_behind(
    broken_settings: Settings, next_week: Path
) -> None:
    build.build(broken_settings)
    before = records(broken_settings), sorted(broken_settings.releases.glob("*.duckdb"))
    preview = publishing.aside(broken_settings, next_week)
    assert [week.slug for week in read.weeks(preview)] == ["2020-w11", "2020-w10"]
    assert (records(broken_settings), sorted(broken_settings.releases.glob("*.duckdb"))) == before
    assert publishing.publish(broken_settings, next_week).release == preview.name
    preview.close()


def test_a_correction_names_the_figure_that_it_changes(
    broken_settings: Settings, weeks_folder: WeeksFolder, tmp_path: Path
) -> None:
    build.build(broken_settings)
    corrected = Path(shutil.copy(weeks_folder.file, tmp_path))
    record = corrected.read_text(encoding="utf-8").replace("510 chỉ tiêu", "511 chỉ tiêu")
    record = record.replace("low: 510\n        high: 510", "low: 511\n        high: 511")
    corrected.write_text(record, encoding="utf-8")
    done = publishing.publish(broken_settings, corrected)
    assert done.documents.is_empty
    assert done.facts.changed == tuple(
        f"380-qd-ubnd-2020/{slug}" for slug in ("quota-total", "quota-vocational")
    )
    again = publishing.publish(broken_settings, corrected)
    assert again.release == again.before == done.release
    assert again.facts.is_empty


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("part_of: road-arrears\n", "part_of: road\n", "road is no other fact"),
        ("slug: 2020-w11", "slug: 2020-w12", "is not the file's name"),
        ("1381/QĐ-UBND", "381/QĐ-UBND", "381/QĐ-UBND of 2020 is already in 2020-w10.yaml"),
        ("decisions:", "decisions: [", "is not YAML"),
        ("  headlines_complete: false", "  headlines_complete: false\n  invented: true", "tests"),
    ],
)
def test_a_record_that_is_not_right_changes_nothing_and_is_named(
    broken_settings: Settings, next_week: Path, old: str, new: str, problem: str
) -> None:
    served = build.build(broken_settings)
    before = records(broken_settings)
    record = next_week.read_text(encoding="utf-8")
    assert old in record
    next_week.write_text(record.replace(old, new), encoding="utf-8")
    with pytest.raises(RecordErrors, match=problem) as caught:
        publishing.publish(broken_settings, next_week)
    assert {error.file for error in caught.value.errors} == {next_week}
    assert records(broken_settings) == before
    assert shelf.names(broken_settings.releases) == [served]


def test_the_first_week_of_all_makes_the_folders(settings: Settings, tmp_path: Path) -> None:
    place = replace(settings, records=tmp_path / "new" / "bulletins")
    done = publishing.publish(place, ROOT / "data" / "bulletins" / "2020-w10.yaml")
    assert done.before is None
    assert len(done.documents.added) == 8


def test_records_that_cannot_be_written_are_named_with_what_to_do(
    settings: Settings, tmp_path: Path
) -> None:
    taken = tmp_path / "taken"
    taken.write_text("not a folder", encoding="utf-8")
    place = replace(settings, records=taken)
    with pytest.raises(UnwritableRecordsError, match="LSDASH_RECORDS"):
        publishing.publish(place, ROOT / "data" / "bulletins" / "2020-w10.yaml")
    assert shelf.names(settings.releases) == []


def test_who_cannot_wait_for_another_publisher_is_told(
    broken_settings: Settings, next_week: Path
) -> None:
    before = records(broken_settings)
    with shelf.alone(broken_settings.releases), ThreadPoolExecutor(1) as other:
        hasty = other.submit(publishing.publish, broken_settings, next_week, wait=0)
        with pytest.raises(BusyReleasesError):
            hasty.result()
    assert records(broken_settings) == before


def test_of_two_publishers_at_once_both_weeks_are_served(
    broken_settings: Settings, weeks_folder: WeeksFolder, next_week: Path, tmp_path: Path
) -> None:
    late = Path(shutil.move(weeks_folder.add_next_week(weeks=2), tmp_path / "2020-w12.yaml"))
    publish = (
        "import sys; from pathlib import Path; from lsdash import publishing, settings;"
        "publishing.publish(settings.read(), Path(sys.argv[1]))"
    )
    environment = {
        "LSDASH_RECORDS": str(broken_settings.records),
        "LSDASH_RELEASES": str(broken_settings.releases),
        "PYTHONPATH": str(ROOT),
    }
    publishers = [
        subprocess.Popen([sys.executable, "-c", publish, str(file)], env=environment)
        for file in (next_week, late)
    ]
    assert [publisher.wait() for publisher in publishers] == [0, 0]
    release = shelf.open_release(broken_settings, shelf.newest(broken_settings))
    assert [week.slug for week in read.weeks(release)] == ["2020-w12", "2020-w11", "2020-w10"]
    assert len(load.load_all(broken_settings.records)) == 3


def test_publishers_killed_at_random_instants_leave_what_was_served_whole() -> None:
    killing = [sys.executable, str(ROOT / "benchmarks" / "kills.py"), "6"]
    done = subprocess.run(killing, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert "6 kills" in done.stdout


def test_what_a_killed_publisher_left_half_written_goes_with_the_next_publish(
    broken_settings: Settings, next_week: Path
) -> None:
    (broken_settings.records / f"{atomic.ASIDE}x").write_bytes(b"half")
    publishing.publish(broken_settings, next_week)
    assert set(records(broken_settings)) == {"2020-w10.yaml", "2020-w11.yaml"}


def test_a_text_is_kept_for_the_releases_that_name_it(settings: Settings) -> None:
    text = "Bản tin bịa\r\nmột dòng\n"
    name = texts.keep(settings, text)
    assert texts.find(settings, name) == text
    assert texts.find(settings, "0" * 64) is None
    (settings.texts / f"{name}.txt").write_text("another text", encoding="utf-8")
    assert texts.find(settings, name) is None


def test_a_record_that_has_changed_meanwhile_is_not_replaced(
    broken_settings: Settings, weeks_folder: WeeksFolder, tmp_path: Path
) -> None:
    build.build(broken_settings)
    mended = Path(shutil.copy(weeks_folder.file, tmp_path))
    read_before = weeks_folder.file.read_text(encoding="utf-8")
    weeks_folder.change("Góp mua xi măng", "Mua xi măng")
    before = records(broken_settings)
    with pytest.raises(ChangedRecordError, match="2020-w10"):
        publishing.publish(broken_settings, mended, over=read_before)
    with pytest.raises(ChangedRecordError):
        publishing.publish(broken_settings, mended, over="")
    assert records(broken_settings) == before
    now = weeks_folder.file.read_text(encoding="utf-8")
    publishing.publish(broken_settings, mended, over=now)
    assert weeks_folder.file.read_text(encoding="utf-8") == read_before
