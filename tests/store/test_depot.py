"""Machines share one object store: nothing unseen is undone, and nothing false is served."""

import hashlib
import json
import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import obstore
import pytest

from lsdash import publishing, short_links
from lsdash.errors import (
    DamagedReleaseError,
    MissingWeeksError,
    OvertakenError,
    SettingsError,
    ShortLinksError,
    StoreAwayError,
    UnknownReleaseError,
    WithdrawnReleaseError,
)
from lsdash.settings import Settings
from lsdash.store import build, cache, depot, follow, read, sharing, shelf
from lsdash.store.depot import Depot
from lsdash.view import View
from tests.conftest import WeeksFolder
from tests.object_store import ObjectStore

Machine = Callable[[str], Settings]


@pytest.fixture
def url(object_store: ObjectStore) -> str:
    return object_store.bucket()


@pytest.fixture
def machine(url: str, tmp_path: Path, weeks_folder: WeeksFolder) -> Machine:
    """A machine by its name, with a folder of its own; all hold the same records."""

    def named(name: str) -> Settings:
        return Settings(weeks_folder.path, tmp_path / name, memory_mb=128, depot=url)

    return named


@pytest.fixture(autouse=True)
def _asked_at_once(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A store that did not answer is asked again without a pause."""
    monkeypatch.setattr(depot, "PAUSE_SECONDS", 0.0)
    yield
    depot._at.cache_clear()


def store(settings: Settings) -> Depot:
    found = depot.of(settings)
    assert found
    return found


def kept(settings: Settings) -> set[str]:
    return {file.stem for file in settings.releases.glob("*.duckdb")}


def at_once(count: int, work: Callable[[int], object]) -> list[object]:
    """The answers of so many who start together; an error stands for its answer."""

    def answer(at: int) -> object:
        try:
            return work(at)
        except (OvertakenError, ShortLinksError) as error:
            return error

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(answer, range(count)))


@pytest.mark.parametrize("is_first", [True, False])
def test_of_twenty_who_move_current_at_once_one_does(url: str, *, is_first: bool) -> None:
    before = None
    if not is_first:
        Depot(url).set_current("2020w09-00000000", None)
        before = Depot(url).current()
    writers = [Depot(url) for _ in range(20)]
    done = at_once(20, lambda at: writers[at].set_current(f"2020w10-{at:08x}", before))
    assert [type(each) for each in done].count(OvertakenError) == 19
    now = Depot(url).current()
    assert now
    assert now.release == f"2020w10-{done.index(None):08x}"


def test_who_moves_current_to_where_it_is_already_has_done_so(url: str) -> None:
    both = Depot(url), Depot(url)
    for each in both:
        each.set_current("2020w10-3f9a2c1d", None)


def test_an_object_is_made_once(url: str) -> None:
    makers = [Depot(url) for _ in range(20)]
    done = at_once(20, lambda at: makers[at].create("links/1", str(at).encode()))
    assert done.count(True) == 1
    assert Depot(url).read("links/1") == str(done.index(True)).encode()


def test_a_large_file_goes_and_comes_in_pieces(url: str, tmp_path: Path) -> None:
    file = tmp_path / "2020w10-3f9a2c1d.duckdb"
    file.write_bytes(os.urandom(11 * 1024 * 1024))
    assert Depot(url).put(file.stem, file, {})
    with (tmp_path / "back").open("wb") as back:
        Depot(url).fetch(file.stem, back)
    assert (tmp_path / "back").read_bytes() == file.read_bytes()


def test_what_one_machine_builds_another_serves(machine: Machine) -> None:
    one, other = machine("one"), machine("other")
    release = build.build(one)
    follow.step(other)
    assert shelf.newest(other) == release
    assert read.count(shelf.open_release(other, release)).documents > 0
    assert shelf.manifests(other) == shelf.manifests(one)


def test_a_release_built_twice_is_the_same_file_everywhere(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = machine("one"), machine("other")
    release = build.build(one)
    monkeypatch.setattr(sharing, "fetch", lambda *_: None)  # as if both had begun at once
    assert build.build(other) == release
    files = [place.releases / f"{release}.duckdb" for place in (one, other)]
    assert files[0].read_bytes() == files[1].read_bytes()


def test_a_release_that_is_asked_for_is_fetched_when_it_is_not_here(
    machine: Machine, weeks_folder: WeeksFolder
) -> None:
    one, other = machine("one"), machine("other")
    first = build.build(one)
    weeks_folder.add_next_week()
    second = build.build(one)
    follow.step(other)
    assert kept(other) == {second}
    assert shelf.names(other.releases) == [second, first]
    opened = at_once(8, lambda _: shelf.open_release(other, first).name)
    assert opened == [first] * 8
    assert kept(other) == {first, second}
    with pytest.raises(UnknownReleaseError, match=f"Releases here: {second}, {first}"):
        shelf.open_release(other, "2020w10-00000000")


def test_room_is_made_by_giving_up_what_was_unused_for_longest(
    machine: Machine, weeks_folder: WeeksFolder
) -> None:
    one, other = machine("one"), machine("other")
    releases = [build.build(one)]
    for week in (1, 2, 3):
        weeks_folder.add_next_week(week)
        releases.append(build.build(one))
    follow.step(other)
    size = (other.releases / f"{releases[3]}.duckdb").stat().st_size
    small = replace(other, cache_mb=3.5 * size / 1_000_000)  # type: ignore[arg-type]
    for name in (*releases[:2], releases[0], releases[2]):
        shelf.open_release(small, name)
    assert kept(small) == {releases[0], releases[2], releases[3]}
    none = replace(other, cache_mb=0)
    shelf.open_release(none, releases[1])
    assert kept(none) == {releases[1], releases[3]}  # what was asked for, and the current one


def spoil_bytes(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


def spoil_rows(file: Path) -> None:
    with duckdb.connect(str(file)) as connection:
        connection.execute("UPDATE facts SET low = low + 1 WHERE low IS NOT NULL")


def spoil_length(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


@pytest.mark.parametrize(
    ("spoil", "labelled", "said"),
    [
        (spoil_bytes, False, "its content is not what its label says"),
        (spoil_length, False, "its file is not there, or not as long as its label says"),
        (spoil_rows, True, r"its rows make 2020w11-[0-9a-f]{8}"),
        (spoil_length, True, "cannot be read as a release"),
    ],
)
def test_what_is_not_the_release_it_is_called_is_never_served(
    machine: Machine,
    weeks_folder: WeeksFolder,
    tmp_path: Path,
    spoil: Callable[[Path], None],
    *,
    labelled: bool,
    said: str,
) -> None:
    one, other = machine("one"), machine("other")
    first = build.build(one)
    follow.step(other)
    weeks_folder.add_next_week()
    second = build.build(one)
    shelf._open.cache_clear()
    bucket = store(one)._store
    label = json.loads(store(one).read(f"releases/{second}{depot.LABEL}") or b"")
    copy = tmp_path / "copy"
    copy.write_bytes((one.releases / f"{second}.duckdb").read_bytes())
    spoil(copy)
    if labelled:  # whoever put it there has written the label as well
        label["sha256"] = hashlib.sha256(copy.read_bytes()).hexdigest()
        label["size"] = copy.stat().st_size
        obstore.put(bucket, f"releases/{second}{depot.LABEL}", json.dumps(label).encode())
    obstore.put(bucket, f"files/{label['sha256']}.duckdb", copy)
    with pytest.raises(DamagedReleaseError, match=said):
        follow.step(other)
    assert shelf.newest(other) == first
    assert kept(other) == {first}
    assert [*other.releases.glob(f"{cache.ASIDE}*")] == []


def test_what_is_withdrawn_on_one_machine_is_withdrawn_on_all(
    machine: Machine, weeks_folder: WeeksFolder
) -> None:
    one, other = machine("one"), machine("other")
    first = build.build(one)
    weeks_folder.add_next_week()
    second = build.build(one)
    follow.step(other)
    stone = shelf.withdraw(other, second, reason="misread", on=date(2020, 3, 20))
    follow.step(one)
    assert shelf.tombstones(one.releases) == [stone]
    assert shelf.newest(one) == shelf.newest(other) == first
    with pytest.raises(WithdrawnReleaseError, match="misread"):
        shelf.open_release(one, second)
    with pytest.raises(WithdrawnReleaseError):
        shelf.withdraw(one, second, reason="again", on=date(2020, 3, 21))


def test_who_has_not_all_the_weeks_that_are_served_publishes_nothing(
    machine: Machine, weeks_folder: WeeksFolder, tmp_path: Path
) -> None:
    behind = tmp_path / "behind"
    behind.mkdir()
    (behind / "2020-w10.yaml").write_bytes(weeks_folder.file.read_bytes())
    later = weeks_folder.add_next_week(2)
    coming = tmp_path / "2020-w12.yaml"
    later.rename(coming)
    weeks_folder.add_next_week()
    release = build.build(machine("one"))
    other = replace(machine("other"), records=behind)
    for work in (lambda: build.build(other), lambda: publishing.publish(other, coming)):
        with pytest.raises(MissingWeeksError, match="2020-w11"):
            work()
    assert [file.name for file in behind.iterdir()] == ["2020-w10.yaml"]
    done = publishing.publish(machine("one"), coming)
    assert done.before == release
    now = store(other).current()
    assert now
    assert now.release == done.release


def test_who_was_overtaken_while_publishing_undoes_nothing(
    machine: Machine, weeks_folder: WeeksFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = machine("one"), machine("other")
    first = build.build(one)
    put = Depot.put

    def overtaken(self: Depot, *given: object) -> bool:
        monkeypatch.setattr(Depot, "put", put)
        weeks_folder.add_next_week(2)
        build.build(other)
        return put(self, *given)  # type: ignore[arg-type]

    weeks_folder.add_next_week(1)
    monkeypatch.setattr(Depot, "put", overtaken)
    with pytest.raises(OvertakenError, match="2020w12"):
        build.build(one)
    now = store(one).current()
    assert now
    assert now.release.startswith("2020w12")
    assert shelf.current(one.releases) == first
    follow.step(one)
    assert shelf.current(one.releases) == now.release


def test_while_the_store_is_away_readers_keep_what_they_have(
    machine: Machine, object_store: ObjectStore, weeks_folder: WeeksFolder
) -> None:
    one, other = machine("one"), machine("other")
    first = build.build(one)
    weeks_folder.add_next_week()
    second = build.build(one)
    follow.step(other)
    object_store.stop()
    with pytest.raises(StoreAwayError, match=r"s3://.* does not answer"):
        follow.step(other)
    assert shelf.open_release(other, shelf.newest(other)).name == second
    assert [each.release for each in shelf.manifests(other)] == [second, first]
    with pytest.raises(StoreAwayError):
        shelf.open_release(other, first)
    weeks_folder.add_next_week(2)
    with pytest.raises(StoreAwayError):
        build.build(other)
    object_store.start()
    assert shelf.open_release(other, first).name == first
    assert build.build(other).startswith("2020w12")


def test_nobody_waits_again_for_a_store_that_did_not_answer_a_moment_ago(
    machine: Machine, object_store: ObjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = machine("one")
    monkeypatch.setattr(depot, "PAUSE_SECONDS", 60.0)
    object_store.stop()
    with pytest.raises(StoreAwayError):
        store(place).current()
    object_store.start()
    with pytest.raises(StoreAwayError, match="a moment ago"):
        store(place).current()


def test_a_follower_takes_over_what_is_published_and_outlives_a_store_that_is_away(
    machine: Machine, object_store: ObjectStore
) -> None:
    one, other = machine("one"), replace(machine("other"), follow_seconds=0.05)
    object_store.stop()
    with follow.following(other):
        while store(other).away_seconds is None:
            time.sleep(0.05)
        object_store.start()
        release = build.build(one)
        until = time.monotonic() + 30
        while not shelf.has_current(other) and time.monotonic() < until:
            time.sleep(0.05)
    assert store(other).away_seconds is None
    assert shelf.newest(other) == release
    assert kept(other) == {release}


def test_a_link_shared_on_one_machine_opens_on_another(
    machine: Machine, object_store: ObjectStore
) -> None:
    one, other = machine("one"), machine("other")
    one.releases.mkdir()
    other.releases.mkdir()
    view, unseen = View("rural_roads", "2020w10-3f9a2c1d"), View("covid", "2020w10-3f9a2c1d")
    code = short_links.shorten(one, view)
    later = short_links.shorten(one, unseen)
    assert short_links.resolve(other, code) == view
    assert short_links.shorten(other, view) == code
    assert short_links.resolve(other, "00000000") is None
    object_store.stop()
    assert short_links.resolve(other, code) == view
    assert short_links.shorten(other, view) == code
    for ask in (
        lambda: short_links.resolve(other, later),
        lambda: short_links.shorten(other, unseen),
    ):
        with pytest.raises(ShortLinksError, match=r"s3://.* does not answer"):
            ask()


def test_machines_that_share_at_once_agree_on_every_code(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(short_links, "DIGITS", 1)  # so that digits meet
    machines = [machine(f"machine-{at}") for at in range(5)]
    for each in machines:
        each.releases.mkdir()
    views = [View("decisions", "2020w10-3f9a2c1d", sheet=sheet) for sheet in range(1, 9)]
    done = at_once(5, lambda at: [short_links.shorten(machines[at], view) for view in views])
    assert done == [done[0]] * 5
    codes = done[0]
    assert isinstance(codes, list)
    assert len(set(codes)) == len(views)
    for each in machines:
        assert [short_links.resolve(each, code) for code in codes] == views


def test_an_object_under_a_code_that_points_elsewhere_opens_nothing(machine: Machine) -> None:
    place = machine("one")
    place.releases.mkdir()
    store(place).create("links/12345678", b"https://evil.example/rural_roads")
    store(place).create("links/23456789", b"\xff\xfe")
    assert short_links.resolve(place, "12345678") is None
    assert short_links.resolve(place, "23456789") is None


def test_names_in_the_store_that_are_none_of_ours_come_to_no_folder(machine: Machine) -> None:
    place = machine("one")
    for name in ("x", "2020w10-3f9a2c1d.exe", "x.label.json", "a/2020w10-3f9a2c1d.label.json"):
        obstore.put(store(place)._store, f"releases/{name}", b"{}")
    obstore.put(store(place)._store, depot.CURRENT, b"../../etc/passwd")
    follow.step(place)
    assert [*place.releases.iterdir()] == []
    assert shelf.current(place.releases) is None


def test_a_folder_moves_into_a_store_with_its_tombstones_and_links(
    machine: Machine, weeks_folder: WeeksFolder
) -> None:
    one, other = machine("one"), machine("other")
    alone = replace(one, depot=None)
    first = build.build(alone)
    weeks_folder.add_next_week()
    second = build.build(alone)
    stone = shelf.withdraw(alone, second, reason="misread", on=date(2020, 3, 20))
    view = View("rural_roads", first)
    code = short_links.shorten(alone, view)
    for _ in range(2):  # what is there stays as it is
        assert sharing.deposit(other, alone.releases) == [first]
        assert short_links.deposit(other, alone.releases) == 1
    follow.step(other)
    assert shelf.newest(other) == first
    assert shelf.open_release(other, first).name == first
    assert shelf.tombstones(other.releases) == [stone]
    assert short_links.resolve(other, code) == view


def test_a_code_that_means_another_view_there_is_not_moved(machine: Machine) -> None:
    one, other = machine("one"), machine("other")
    one.releases.mkdir()
    code = short_links.shorten(replace(one, depot=None), View("rural_roads", "2020w10-3f9a2c1d"))
    store(other).create(f"links/{code}", b"/covid?")
    with pytest.raises(ShortLinksError, match=f"{code} means another view there"):
        short_links.deposit(other, one.releases)


def test_who_has_no_store_is_told_where_to_name_one(machine: Machine, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="LSDASH_RELEASES"):
        sharing.deposit(replace(machine("one"), depot=None), tmp_path)
