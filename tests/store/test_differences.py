"""Two real releases held against each other, whole and narrowed."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from lsdash.comparing import differences
from lsdash.comparing.differences import State
from lsdash.model import Filters
from lsdash.settings import Settings
from lsdash.store import build, read, shelf
from lsdash.store.release import Release
from tests.conftest import DATA, MEMORY_MB, WeeksFolder

FIXTURES = Path(__file__).parents[1] / "fixtures"


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[Release, Release]:
    """The week of 2-8 March, and the same with a later week and one corrected figure."""
    folder = tmp_path_factory.mktemp("pair")
    weeks = WeeksFolder(folder / "bulletins")
    weeks.path.mkdir()
    shutil.copy(DATA / "bulletins" / "2020-w10.yaml", weeks.path)
    place = Settings(records=weeks.path, releases=folder / "releases", memory_mb=MEMORY_MB)
    old = build.build(place)
    correct(weeks)
    shutil.copy(FIXTURES / "2020-w11.yaml", weeks.path)
    new = build.build(place, invented=True)
    return shelf.open_release(place, old), shelf.open_release(place, new)


def correct(folder: WeeksFolder) -> None:
    folder.change("low: 430\n        high: 430", "low: 431\n        high: 431")
    folder.change(
        "printed: 430 chỉ tiêu\n",
        "printed: 431 chỉ tiêu\n        changes:\n"
        "          - kind: correction\n            made_on: 2020-03-20\n"
        "            reason: {vi: Đọc nhầm, en: Misread}\n"
        "            was: {printed: 430 chỉ tiêu, low: 430, high: 430}\n",
    )


def test_a_release_does_not_differ_from_itself(pair: tuple[Release, Release]) -> None:
    for release in pair:
        assert differences.between(release, release).is_empty


def test_a_new_week_and_a_corrected_figure_are_told_exactly(pair: tuple[Release, Release]) -> None:
    difference = differences.between(*pair)
    states = {each.row.number: each.state for each in difference.documents}
    assert Counter(states.values()) == {State.ADDED: 4, State.CHANGED: 1}
    assert states["380/QĐ-UBND"] is State.CHANGED
    assert [week.row.slug for week in difference.weeks] == ["2020-w11"]
    assert (difference.observations, difference.events) == ((), ())
    told = {
        change.row.slug: [(each.field, str(each.old), str(each.new)) for each in change.fields]
        for change in difference.facts
    }
    assert told == {
        "quota-medical": [
            ("low", "430", "431"),
            ("high", "430", "431"),
            ("printed", "430 chỉ tiêu", "431 chỉ tiêu"),
        ],
        "quota-total": [("low", "1340", "1341"), ("high", "1340", "1341")],
    }
    changed = next(each for each in difference.documents if each.state is State.CHANGED)
    assert [entry.reason_en for entry in changed.told] == ["Misread"]


def test_the_other_way_round_what_was_new_is_gone(pair: tuple[Release, Release]) -> None:
    there, back = differences.between(*pair), differences.between(*reversed(pair))
    assert there.mirrored() == back


def test_filters_narrow_what_is_compared(pair: tuple[Release, Release]) -> None:
    assert differences.between(*pair, Filters(sectors=("health",))).is_empty
    education = differences.between(*pair, Filters(sectors=("education",), weeks=("2020-w10",)))
    assert [each.row.number for each in education.documents] == ["380/QĐ-UBND"]
    assert education.weeks == ()


def test_a_document_that_left_the_filter_is_told_as_changed_and_not_as_gone(
    broken_settings: Settings, weeks_folder: WeeksFolder
) -> None:
    old = shelf.open_release(broken_settings, build.build(broken_settings))
    weeks_folder.change("status: decided", "status: planned")
    new = shelf.open_release(broken_settings, build.build(broken_settings))
    (document,) = differences.between(old, new, Filters(statuses=("decided",))).documents
    assert [(each.field, each.old, each.new) for each in document.fields] == [
        ("status", "decided", "planned")
    ]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("vi: Nguồn vốn, en:", "vi: Nguồn tiền, en:", "silences"),
        ("rule: misprint", "rule: doubt", "flags"),
        ("kind: implements", "kind: cites", "relations"),
        ("author: Phan Vũ Hoàng Tùng", "author: Không rõ", "week"),
        ("cost: {stated: false}", "cost: {text: {vi: tỉnh, en: province}}", "answers"),
    ],
)
def test_whatever_readers_see_differs_in_one_line_or_two(
    broken_settings: Settings, weeks_folder: WeeksFolder, old: str, new: str, what: str
) -> None:
    before = shelf.open_release(broken_settings, build.build(broken_settings))
    weeks_folder.change(old, new)
    after = shelf.open_release(broken_settings, build.build(broken_settings))
    lines = [*differences.lines(differences.between(before, after))]
    assert {line.what for line in lines} == {what}
    assert 1 <= len(lines) <= 2


def test_one_document_is_compared_alone(pair: tuple[Release, Release]) -> None:
    change = differences.of_one(*pair, "380-qd-ubnd-2020")
    assert change is not None
    assert {fact.row.slug for fact in change.facts} == {"quota-medical", "quota-total"}
    new = differences.of_one(*pair, "421-qd-ubnd-2020")
    assert new is not None
    assert (new.state, len(new.facts)) == (State.ADDED, 3)
    assert differences.of_one(*pair, "381-qd-ubnd-2020") is None
    for nowhere in ("9-qd-ubnd-2020", "no-year", ""):
        assert differences.of_one(*pair, nowhere) is None


def test_an_added_document_comes_with_its_history(pair: tuple[Release, Release]) -> None:
    change = differences.of_one(*pair, "424-qd-ubnd-2020")
    assert change is not None
    assert {
        fact.row.slug: fact.row.was_printed for fact in change.facts if fact.row.corrected_on
    } == {"quota-arts": "102 chỉ tiêu"}
    assert [(entry.kind, entry.fact) for entry in change.told] == [
        ("new", None),
        ("correction", "quota-arts"),
    ]
    assert change.mirrored().untold == change.told


def test_two_weeks_of_one_release_are_compared_by_series(pair: tuple[Release, Release]) -> None:
    release = pair[1]
    difference = differences.of_weeks(release, "2020-w10", "2020-w11")
    pairs = {
        each.old.number: each.new.number for each in difference.documents if each.old and each.new
    }
    assert pairs == {
        "381/QĐ-UBND": "421/QĐ-UBND",
        "380/QĐ-UBND": "424/QĐ-UBND",
        "389/QĐ-UBND": "428/QĐ-UBND",
        "1270/UBND-KTTH": "1301/UBND-KTTH",
    }
    states = Counter(each.state for each in difference.documents)
    assert states == {State.CHANGED: 4, State.REMOVED: 4}
    arts = next(fact for fact in difference.facts if fact.row.slug == "quota-arts")
    assert arts.state is State.ADDED
    assert differences.of_weeks(release, "2020-w10", "2020-w10").is_empty


def test_a_digest_does_not_follow_the_order_of_a_record(
    broken_settings: Settings, weeks_folder: WeeksFolder
) -> None:
    before = shelf.open_release(broken_settings, build.build(broken_settings))
    lines = weeks_folder.file.read_text(encoding="utf-8").splitlines(keepends=True)
    first = next(at for at, line in enumerate(lines) if "text: {vi: Nguồn vốn" in line)
    lines[first - 1], lines[first] = lines[first], lines[first - 1]
    weeks_folder.file.write_text("".join(lines), encoding="utf-8")
    after = shelf.open_release(broken_settings, build.build(broken_settings))
    assert before.name != after.name
    assert read.digests(before) == read.digests(after)
    assert differences.between(before, after).is_empty
