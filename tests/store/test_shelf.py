"""Which releases are there: whole ones by name, and never a half-written one."""

import json
import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from lsdash.errors import (
    BusyReleasesError,
    DamagedReleaseError,
    NoReleaseError,
    UnknownReleaseError,
    WithdrawnReleaseError,
)
from lsdash.settings import Settings
from lsdash.store import build, shelf


@pytest.fixture
def name(settings: Settings, release_file: Path) -> str:
    """The release of 2-8 March 2020 in the folder of `settings`, current there."""
    settings.releases.mkdir()
    shutil.copy(release_file, settings.releases)
    shelf.set_current(settings.releases, release_file.stem)
    return release_file.stem


def test_what_a_killed_build_leaves_behind_is_not_listed(settings: Settings, name: str) -> None:
    aside = settings.releases / ".building-abc123"
    aside.mkdir()
    (aside / "2020w11-ffffffff.duckdb").write_bytes(b"half")
    for leftover in ("2020w11-ffffffff.duckdb.tmp", ".writing-x", "2020w11-zz.duckdb", "x.duckdb"):
        (settings.releases / leftover).write_bytes(b"half")
    assert shelf.names(settings.releases) == [name]
    assert shelf.newest(settings) == name
    assert [manifest.release for manifest in shelf.manifests(settings)] == [name]


@pytest.mark.parametrize("kept", [0, 1000, 0.5, 0.99])
def test_half_a_file_is_named_as_damaged_with_what_to_do(
    settings: Settings, name: str, kept: float
) -> None:
    file = settings.releases / f"{name}.duckdb"
    whole = file.read_bytes()
    half = settings.releases / "2020w12-ffffffff.duckdb"
    half.write_bytes(whole[: int(kept if kept > 1 else kept * len(whole))])
    with pytest.raises(DamagedReleaseError) as caught:
        shelf.open_release(settings, half.stem)
    assert str(half) in str(caught.value)
    assert "python -m lsdash build" in str(caught.value)
    assert shelf.open_release(settings, name).name == name
    assert [manifest.release for manifest in shelf.manifests(settings)] == [name]


def test_a_release_under_another_name_is_not_taken_for_it(settings: Settings, name: str) -> None:
    file = settings.releases / f"{name}.duckdb"
    file.rename(file.with_name("2020w10-00000000.duckdb"))
    with pytest.raises(DamagedReleaseError, match=f"it says that it is {name}"):
        shelf.open_release(settings, "2020w10-00000000")


@pytest.mark.parametrize("asked", ["2020w10-00000000", "", "latest", "../x", "2020W10-ABCDEF01"])
def test_an_unknown_release_is_named_with_those_that_are_here(
    settings: Settings, name: str, asked: str
) -> None:
    with pytest.raises(UnknownReleaseError) as caught:
        shelf.open_release(settings, asked)
    assert repr(asked) in str(caught.value)
    assert name in str(caught.value)


def test_an_empty_folder_says_how_to_make_a_release(settings: Settings) -> None:
    assert shelf.current(settings.releases) is None
    assert list(shelf.manifests(settings)) == []
    with pytest.raises(NoReleaseError, match=r"holds no release.*python -m lsdash build"):
        shelf.newest(settings)


def touched(folder: Path, *names: str) -> Path:
    folder.mkdir()
    for name in names:
        (folder / f"{name}.duckdb").touch()
    return folder


def test_current_is_what_the_file_says_or_else_the_newest_week(tmp_path: Path) -> None:
    old, new = "2020w09-aaaaaaaa", "2020w10-bbbbbbbb"
    folder = touched(tmp_path / "releases", old, new)
    assert shelf.names(folder) == [new, old]
    assert shelf.current(folder) == new
    shelf.set_current(folder, old)
    assert shelf.current(folder) == old
    for useless in (b"2020w11-cccccccc\n", b"", b"\xff"):
        (folder / "CURRENT").write_bytes(useless)
        assert shelf.current(folder) == new


@pytest.mark.parametrize(
    ("start", "offered"),
    [
        ("2020w10-3f9a2c", ["2020w10-3f9a2c1d"]),  # cut at the end
        ("3f9a2c", ["2020w10-3f9a2c1d"]),  # six hex digits or more
        ("3f9a2", []),
        ("2020w1", []),
        ("2020w11-ffffffff", []),
        ("", []),
    ],
)
def test_a_cut_id_offers_the_releases_that_it_may_mean(
    tmp_path: Path, start: str, offered: list[str]
) -> None:
    folder = touched(tmp_path / "releases", "2020w10-3f9a2c1d", "2020w10-bbbbbbbb")
    assert shelf.completions(folder, start) == offered


def test_a_mended_file_is_read_anew(settings: Settings, name: str, release_file: Path) -> None:
    file = settings.releases / f"{name}.duckdb"
    whole = file.read_bytes()
    file.write_bytes(whole[:100])
    with pytest.raises(DamagedReleaseError):
        shelf.open_release(settings, name)
    file.unlink()
    shutil.copy(release_file, settings.releases)
    assert shelf.open_release(settings, name).name == name


def test_two_builders_never_work_at_once(settings: Settings) -> None:
    def enter() -> str:
        with shelf.alone(settings.releases, wait=0):
            return "in"

    with ThreadPoolExecutor(1) as other:
        with shelf.alone(settings.releases), shelf.alone(settings.releases):
            waiting = other.submit(enter)
            with pytest.raises(BusyReleasesError, match="try again"):
                waiting.result()
        assert other.submit(enter).result() == "in"


def test_the_next_builder_clears_away_what_a_killed_one_left(settings: Settings, name: str) -> None:
    aside = settings.releases / ".building-abc123"
    aside.mkdir()
    (aside / "2020w11-ffffffff.duckdb").write_bytes(b"half")
    (settings.releases / ".writing-x").write_bytes(b"half")
    with shelf.alone(settings.releases):
        pass
    left = {file.name for file in settings.releases.iterdir()}
    assert left == {f"{name}.duckdb", "CURRENT", shelf.LOCK}


ON = date(2020, 3, 20)


def test_a_withdrawn_release_leaves_its_reason_and_is_not_opened(
    settings: Settings, name: str
) -> None:
    file = settings.releases / f"{name}.duckdb"
    before = file.read_bytes()
    stone = shelf.withdraw(settings, name, reason="Đọc nhầm", on=ON, by="A")
    assert shelf.tombstones(settings.releases) == [stone]
    assert (stone.reason, stone.withdrawn_on, stone.by) == ("Đọc nhầm", ON, "A")
    with pytest.raises(WithdrawnReleaseError, match="on 2020-03-20: Đọc nhầm"):
        shelf.open_release(settings, name)
    assert shelf.names(settings.releases) == []
    assert shelf.current(settings.releases) is None
    assert shelf.completions(settings.releases, name[:-1]) == []
    assert file.read_bytes() == before


@pytest.mark.parametrize("replaced", [True, False], ids=["a replacement", "none"])
def test_what_is_current_after_a_withdrawal_is_the_replacement_or_the_last_built(
    settings: Settings, name: str, replaced: bool
) -> None:
    built = build.build(settings)
    assert built != name, "the shipped record with what the press reported around it"
    shelf.withdraw(settings, built, reason="x", on=ON, replacement=name if replaced else None)
    named = (settings.releases / "CURRENT").read_text(encoding="ascii")
    assert (named, shelf.newest(settings)) == (f"{name}\n", name)
    with pytest.raises(WithdrawnReleaseError):
        build.build(settings)
    assert shelf.newest(settings) == name


def test_a_withdrawal_gives_its_reason_in_both_languages(settings: Settings, name: str) -> None:
    shelf.withdraw(settings, name, reason="Đọc nhầm", reason_en="Misread", on=ON)
    stone = shelf.tombstone(settings.releases, name)
    assert stone is not None
    assert [stone.said(lang) for lang in ("vi", "en")] == ["Đọc nhầm", "Misread"]
    with pytest.raises(WithdrawnReleaseError) as refused:
        shelf.open_release(settings, name)
    assert refused.value.reason_en == "Misread"


def test_a_reason_in_one_language_says_so_in_the_other() -> None:
    assert shelf.reason_in("vi", "Đọc nhầm", None) == "Đọc nhầm"
    assert shelf.reason_in("en", "Đọc nhầm", None) == "Đọc nhầm [in Vietnamese]"
    assert shelf.reason_in("vi", "", "Misread") == "Misread [bằng tiếng Anh]"
    assert shelf.reason_in("en", "", None) == ""


def test_withdrawing_another_release_leaves_the_current_one(settings: Settings, name: str) -> None:
    built = build.build(settings)
    shelf.withdraw(settings, name, reason="x", on=ON)
    assert shelf.newest(settings) == built
    assert shelf.open_release(settings, built).name == built


def test_current_never_names_a_withdrawn_release(settings: Settings, name: str) -> None:
    build.build(settings)
    shelf.withdraw(settings, name, reason="x", on=ON)
    shelf.set_current(settings.releases, name)
    assert shelf.current(settings.releases) != name


def test_only_a_release_that_is_here_can_be_withdrawn_or_replace_one(
    settings: Settings, name: str
) -> None:
    for asked, replacement in (
        ("2020w10-00000000", None),
        (name, "2020w10-00000000"),
        (name, name),
    ):
        with pytest.raises(UnknownReleaseError):
            shelf.withdraw(settings, asked, reason="x", on=ON, replacement=replacement)
    assert shelf.tombstones(settings.releases) == []
    shelf.withdraw(settings, name, reason="x", on=ON)
    with pytest.raises(WithdrawnReleaseError):
        shelf.withdraw(settings, name, reason="again", on=ON)
    assert shelf.tombstones(settings.releases)[0].reason == "x"


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"{}", b"\xff", b'{"withdrawn_on": "soon"}'])
def test_a_tombstone_that_cannot_be_read_withdraws_all_the_same(
    settings: Settings, name: str, content: bytes
) -> None:
    (settings.releases / f"{name}.withdrawn.json").write_bytes(content)
    with pytest.raises(WithdrawnReleaseError, match="no reason is on record"):
        shelf.open_release(settings, name)
    assert [stone.release for stone in shelf.tombstones(settings.releases)] == [name]


@pytest.mark.parametrize("kind", ["a folder", "a pipe"])
def test_only_a_file_is_a_release(settings: Settings, name: str, kind: str) -> None:
    odd = settings.releases / "2020w11-ffffffff.duckdb"
    odd.mkdir() if kind == "a folder" else os.mkfifo(odd)
    assert shelf.names(settings.releases) == [name]
    assert shelf.newest(settings) == name


@pytest.mark.parametrize("odd", [["minh"], 7, {"a": 1}, True])
def test_what_a_tombstone_tells_in_no_words_is_not_told(
    settings: Settings, name: str, odd: object
) -> None:
    told = {"withdrawn_on": "2020-03-20", "reason": "x", "by": odd, "replacement": odd}
    (settings.releases / f"{name}.withdrawn.json").write_text(json.dumps(told))
    assert shelf.tombstones(settings.releases) == [
        shelf.Tombstone(name, "x", date(2020, 3, 20), None, None)
    ]


def test_an_open_release_is_as_it_was_opened_until_somebody_writes_into_it(
    settings: Settings, name: str, release_file: Path
) -> None:
    file = settings.releases / f"{name}.duckdb"
    shelf.open_release(settings, name)
    assert shelf.is_as_opened(settings, name)
    with file.open("ab") as opened:
        opened.write(b"x")
    assert not shelf.is_as_opened(settings, name)
    aside = settings.releases / "aside"
    shutil.copy(release_file, aside)
    aside.replace(file)
    assert shelf.is_as_opened(settings, name)


def test_a_release_that_is_broken_and_mended_again_and_again_is_as_it_was_opened(
    settings: Settings, name: str, release_file: Path
) -> None:
    """The system gives the node of a file that is gone to the next one."""
    file, aside = settings.releases / f"{name}.duckdb", settings.releases / "aside"
    whole = release_file.read_bytes()
    for length in range(8):
        for content in (whole[: -1 - length], whole):
            aside.write_bytes(content)
            aside.replace(file)
            with suppress(DamagedReleaseError):
                shelf.open_release(settings, name)
        assert shelf.is_as_opened(settings, name)
