"""A release is written aside, checked and named; what is there is never touched."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lsdash import __version__
from lsdash.errors import DamagedReleaseError, RecordErrors, UnwritableReleasesError
from lsdash.settings import Settings
from lsdash.store import build, read, shelf
from lsdash.store.release import Release
from tests.conftest import WeeksFolder

NOW = datetime(2020, 3, 9, 7, 5, tzinfo=UTC)


def everything(release: Release) -> list[object]:
    """All rows of a release, by every question that takes no more than a document."""
    slugs = [row.slug for row in read.decisions(release)]
    of_one = (
        read.facts_of,
        read.flags_of,
        read.dimensions,
        read.options,
        read.answers,
        read.steps,
        read.provisions,
        read.bodies,
        read.silences,
        read.relations,
        read.changes,
    )
    rows: list[object] = [read.weeks(release), read.decisions(release), read.facets(release)]
    return rows + [question(release, slug) for question in of_one for slug in slugs]


def test_the_same_records_give_the_same_release_and_rows_in_two_folders(
    settings: Settings, tmp_path: Path
) -> None:
    elsewhere = replace(settings, releases=tmp_path / "elsewhere")
    first = build.build(settings, now=NOW)
    second = build.build(elsewhere, note="another day", now=datetime(2021, 1, 1, tzinfo=UTC))
    assert first == second
    assert shelf.NAME.fullmatch(first)
    opened = (shelf.open_release(settings, first), shelf.open_release(elsewhere, second))
    assert everything(opened[0]) == everything(opened[1])


def test_a_second_build_leaves_the_file_as_it_is(settings: Settings) -> None:
    name = build.build(settings, now=NOW)
    file = settings.releases / f"{name}.duckdb"
    before = file.stat().st_mtime_ns, file.read_bytes()
    assert build.build(settings, note="again") == name
    assert (file.stat().st_mtime_ns, file.read_bytes()) == before
    assert sorted(each.name for each in settings.releases.iterdir()) == [
        shelf.LOCK,
        file.name,
        "CURRENT",
    ]


def test_a_changed_figure_gives_another_release_beside_the_first(
    broken_settings: Settings, weeks_folder: WeeksFolder
) -> None:
    first = build.build(broken_settings, now=NOW)
    weeks_folder.change("low: 400\n        high: 400", "low: 401\n        high: 401")
    weeks_folder.change("printed: 400 chỉ tiêu", "printed: 401 chỉ tiêu")
    second = build.build(broken_settings, now=NOW)
    assert first != second
    assert set(shelf.names(broken_settings.releases)) == {first, second}
    assert (broken_settings.releases / "CURRENT").read_text(encoding="ascii") == f"{second}\n"
    opened = shelf.open_release(broken_settings, second)
    assert opened.manifest.parent == first
    total = next(fact for fact in read.facts(opened) if fact.slug == "quota-total")
    assert total.value == 1341
    unchanged = shelf.open_release(broken_settings, first)
    assert "quota-total" in [fact.slug for fact in read.facts(unchanged) if fact.value == 1340]


CORRECTION = """        changes:
          - {kind: new, made_on: 2020-03-09}
          - kind: correction
            made_on: 2020-03-20
            reason: {vi: Đọc nhầm, en: Misread}
            was: {printed: tối đa 413 chỉ tiêu, high: 413, bound: at_most}
"""


def test_the_history_of_a_document_and_its_facts_is_kept_in_the_release(
    broken_settings: Settings, weeks_folder: WeeksFolder
) -> None:
    first = build.build(broken_settings)
    printed = "printed: 430 chỉ tiêu\n"
    weeks_folder.change(printed, printed + CORRECTION)
    weeks_folder.change(
        "    sector: education\n",
        "    sector: education\n    changes:\n"
        "      - {kind: update, made_on: 2020-03-10, reason: {vi: Thêm, en: More}}\n",
    )
    opened = shelf.open_release(broken_settings, build.build(broken_settings))
    history = read.changes(opened, "380-qd-ubnd-2020")
    assert [(row.kind, row.fact, row.made_on.day) for row in history] == [
        ("new", "quota-medical", 9),
        ("update", None, 10),
        ("correction", "quota-medical", 20),
    ]
    last = history[-1]
    assert (last.was_low, last.was_high, last.was_unit) == (None, 413, "place")
    assert (last.was_bound, last.reason_vi) == ("at_most", "Đọc nhầm")
    fact = next(fact for fact in read.facts(opened) if fact.slug == "quota-medical")
    assert (fact.corrected_on, fact.was_printed) == (last.made_on, "tối đa 413 chỉ tiêu")
    unchanged = shelf.open_release(broken_settings, first)
    assert read.changes(unchanged, "380-qd-ubnd-2020") == []
    assert all(fact.corrected_on is None for fact in read.facts(unchanged))


def test_a_newer_week_gives_its_name_to_the_release(
    broken_settings: Settings, weeks_folder: WeeksFolder
) -> None:
    weeks_folder.add_next_week()
    name = build.build(broken_settings)
    assert name.startswith("2020w11-")
    opened = shelf.open_release(broken_settings, name)
    assert [week.slug for week in read.weeks(opened)] == ["2020-w11", "2020-w10"]


def test_a_release_says_what_it_is_made_of(
    broken_settings: Settings, weeks_folder: WeeksFolder
) -> None:
    name = build.build(broken_settings, note="for the meeting", now=NOW)
    manifest = shelf.open_release(broken_settings, name).manifest
    assert (manifest.release, manifest.note, manifest.parent) == (name, "for the meeting", None)
    assert (manifest.records, str(manifest.documents_to)) == (["2020-w10"], "2020-03-08")
    assert manifest.built_at == NOW.replace(tzinfo=None)
    assert manifest.code_version == __version__


def test_mistakes_in_a_record_leave_nothing_behind(
    broken_settings: Settings, weeks_folder: WeeksFolder
) -> None:
    weeks_folder.change("part_of: road-arrears\n", "part_of: road\n")
    with pytest.raises(RecordErrors):
        build.build(broken_settings)
    assert [file.name for file in broken_settings.releases.iterdir()] == [shelf.LOCK]


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ('"99999999999999999999"', "99999999999999999999 chỉ tiêu"),
        ('"510.12345678901234567890"', "rất nhiều"),
    ],
    ids=["too large", "too many decimals"],
)
def test_a_figure_that_no_release_can_hold_is_a_mistake_in_the_record(
    broken_settings: Settings, weeks_folder: WeeksFolder, value: str, printed: str
) -> None:
    weeks_folder.change("low: 510\n        high: 510", f"low: {value}\n        high: {value}")
    weeks_folder.change("printed: 510 chỉ tiêu", f"printed: {printed}")
    with pytest.raises(RecordErrors):
        build.build(broken_settings)


def test_a_damaged_file_of_the_same_name_is_named_and_not_overwritten(settings: Settings) -> None:
    name = build.build(settings)
    file = settings.releases / f"{name}.duckdb"
    file.write_bytes(b"half")
    with pytest.raises(DamagedReleaseError, match=name):
        build.build(settings)
    assert file.read_bytes() == b"half"


@pytest.mark.parametrize("place", ["a file", "a read-only place"])
def test_a_folder_that_cannot_be_written_is_named_with_what_to_do(
    settings: Settings, tmp_path: Path, place: str
) -> None:
    taken = tmp_path / "taken"
    taken.write_text("not a folder", encoding="utf-8")
    folder = taken if place == "a file" else Path("/proc/lsdash-releases")
    with pytest.raises(UnwritableReleasesError) as caught:
        build.build(replace(settings, releases=folder))
    assert str(folder) in str(caught.value)
    assert "LSDASH_RELEASES" in str(caught.value)


def test_builders_at_the_same_time_agree_on_one_release(settings: Settings) -> None:
    with ThreadPoolExecutor(3) as builders:
        names = set(builders.map(lambda _: build.build(settings), range(3)))
    assert len(names) == 1
    assert shelf.names(settings.releases) == [*names]
    assert [file.name for file in settings.releases.glob(".*")] == [shelf.LOCK]
