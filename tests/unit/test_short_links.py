"""Short codes: one a view, for good, whoever asks; and none that leads out of the house."""

import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from lsdash import short_links
from lsdash.errors import ShortLinksError
from lsdash.model import Filters
from lsdash.settings import Settings
from lsdash.view import View, with_agenda

PINNED = "2020w10-3f9a2c1d"
ROADS = View("rural_roads", PINNED)
HEALTH = View("decisions", PINNED, Filters(sectors=("health",), search="đường"), sheet=2)


@pytest.fixture
def place(tmp_path: Path) -> Settings:
    """A folder of releases that can be written."""
    return Settings(records=tmp_path, releases=tmp_path, memory_mb=128)


def stored(place: Settings) -> dict[str, str]:
    with sqlite3.connect(place.releases / short_links.FILE) as file:
        return dict(file.execute("SELECT code, path FROM links"))


def put(place: Settings, code: str, path: str) -> None:
    """A row that was not written by `shorten`."""
    short_links.shorten(place, ROADS)
    with sqlite3.connect(place.releases / short_links.FILE) as file:
        file.execute("INSERT INTO links VALUES (?, ?)", (code, path))


def test_a_code_opens_the_view_it_was_made_of(place: Settings) -> None:
    week = with_agenda(ROADS, [ROADS, HEALTH])
    assert week
    for view in (ROADS, HEALTH, View("overview", PINNED), week):
        code = short_links.shorten(place, view)
        assert re.fullmatch(r"[0-9]{8}", code)
        assert short_links.resolve(place, code) == view


def test_the_same_view_has_the_same_code_on_any_server(place: Settings, tmp_path: Path) -> None:
    elsewhere = Settings(records=tmp_path, releases=tmp_path / "elsewhere", memory_mb=128)
    elsewhere.releases.mkdir()
    short_links.shorten(elsewhere, HEALTH)
    assert short_links.shorten(place, ROADS) == short_links.shorten(place, ROADS)
    assert short_links.shorten(place, ROADS) == short_links.shorten(elsewhere, ROADS)
    assert len(stored(place)) == 1


def test_different_views_have_different_codes(place: Settings) -> None:
    views = [View("decisions", PINNED, sheet=sheet) for sheet in range(1, 50)]
    assert len({short_links.shorten(place, view) for view in views}) == len(views)


def test_digits_may_be_grouped_as_they_were_heard(place: Settings) -> None:
    code = short_links.shorten(place, ROADS)
    assert short_links.spoken(code) == f"{code[:4]} {code[4:]}"
    pairs = [code[at : at + 2] for at in range(0, len(code), 2)]
    for between in (" ", "-", ".", "\u00a0", "\u2013", "  "):
        assert short_links.resolve(place, between.join(pairs)) == ROADS
    assert short_links.resolve(place, f" {code}\n") == ROADS


@pytest.mark.parametrize(
    "written",
    [
        "",
        "1",
        "00000000",
        "123456789",
        "1234567a",
        "１２３４５６７８",
        "12345678; DROP TABLE links",
        "%",
    ],
)
def test_a_code_that_nobody_made_opens_nothing(place: Settings, written: str) -> None:
    short_links.shorten(place, ROADS)
    assert short_links.resolve(place, written) is None
    assert len(stored(place)) == 1


def test_views_whose_digits_meet_get_codes_of_their_own_and_keep_them(
    place: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(short_links, "DIGITS", 1)
    views = [View("decisions", PINNED, sheet=sheet) for sheet in range(1, 11)]
    codes = [short_links.shorten(place, view) for view in views]
    assert sorted(codes) == list("0123456789")
    assert [short_links.shorten(place, view) for view in views] == codes
    assert [short_links.resolve(place, code) for code in codes] == views


def test_when_no_digits_are_left_it_says_so_and_keeps_what_there_is(
    place: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(short_links, "DIGITS", 1)
    for sheet in range(1, 11):
        short_links.shorten(place, View("decisions", PINNED, sheet=sheet))
    with pytest.raises(ShortLinksError, match="no digits are left"):
        short_links.shorten(place, ROADS)
    assert len(stored(place)) == 10


@pytest.mark.parametrize(
    "path",
    [
        "//evil.example/rural_roads",
        "https://evil.example/rural_roads",
        "https://evil.example",
        "javascript:alert(1)",
        "/admin",
        "/rural_roads/../../etc/passwd",
        "/\\evil.example",
        "/s/12345678",
        "/api/facts.json",
    ],
)
def test_a_row_that_points_elsewhere_opens_nothing(place: Settings, path: str) -> None:
    put(place, "12345678", path)
    assert short_links.resolve(place, "12345678") is None


def test_a_link_of_a_page_that_has_a_new_name_still_opens(place: Settings) -> None:
    put(place, "12345678", f"/border_labour?release={PINNED}")
    assert short_links.resolve(place, "12345678") == View("border_labor", PINNED)


def test_codes_survive_a_new_start(place: Settings) -> None:
    code = short_links.shorten(place, HEALTH)
    script = (
        "import sys; from pathlib import Path; from lsdash import settings, short_links; "
        "print(short_links.resolve(settings.read({'LSDASH_RELEASES': sys.argv[1]}), sys.argv[2]))"
    )
    command = [sys.executable, "-c", script, str(place.releases), code]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == str(HEALTH)


@pytest.mark.parametrize("spoil", ["a folder", "not a database", "no folder"])
def test_a_file_that_cannot_be_used_is_named(place: Settings, spoil: str) -> None:
    file = place.releases / short_links.FILE
    if spoil == "a folder":
        file.mkdir()
    elif spoil == "not a database":
        file.write_text("digits, but not in a database\n" * 100)
    else:
        place = Settings(place.records, place.releases / "none", place.memory_mb)
    for ask in (
        lambda: short_links.shorten(place, ROADS),
        lambda: short_links.resolve(place, "12345678"),
    ):
        with pytest.raises(
            ShortLinksError, match=re.escape(str(place.releases / short_links.FILE))
        ):
            ask()


@pytest.mark.parametrize("held", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_who_opens_a_link_never_waits_for_who_shares_one(place: Settings, held: str) -> None:
    code = short_links.shorten(place, ROADS)
    with closing(
        sqlite3.connect(place.releases / short_links.FILE, isolation_level=None)
    ) as sharer:
        sharer.execute(held)
        sharer.execute("INSERT INTO links VALUES ('12345678', '/covid?')")
        assert short_links.resolve(place, code) == ROADS
        assert short_links.resolve(place, "12345678") is None
        sharer.execute("COMMIT")
    assert short_links.resolve(place, "12345678") == View("covid")


def test_a_file_of_an_older_server_is_opened_and_turned_when_next_shared(place: Settings) -> None:
    file = place.releases / short_links.FILE
    with closing(sqlite3.connect(file)) as older, older:
        older.execute("PRAGMA journal_mode = DELETE")
        older.execute(short_links.SCHEMA)
        older.execute("INSERT INTO links VALUES ('12345678', '/covid?')")
    assert short_links.resolve(place, "12345678") == View("covid")
    short_links.shorten(place, ROADS)
    with closing(sqlite3.connect(file)) as links_file:
        assert links_file.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_an_older_file_that_is_held_is_said_to_be_after_a_short_wait(
    place: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert short_links.READING_SECONDS <= 1
    monkeypatch.setattr(short_links, "READING_SECONDS", 0)
    with closing(sqlite3.connect(place.releases / short_links.FILE, isolation_level=None)) as older:
        older.execute(short_links.SCHEMA)
        older.execute("BEGIN EXCLUSIVE")
        for ask in (
            lambda: short_links.resolve(place, "12345678"),
            lambda: short_links.check(place),
        ):
            with pytest.raises(ShortLinksError, match="locked"):
                ask()


def test_opening_a_link_makes_no_file_and_no_table(place: Settings) -> None:
    assert short_links.resolve(place, "12345678") is None
    short_links.check(place)
    assert [*place.releases.iterdir()] == []


def test_links_are_read_where_nothing_can_be_written(
    place: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = short_links.shorten(place, ROADS)
    (place.releases / f"{short_links.FILE}-wal").mkdir()  # as on a disk that takes no new file
    with pytest.raises(ShortLinksError):
        short_links.resolve(place, code)
    monkeypatch.setattr("os.access", lambda *_: False)
    assert short_links.resolve(place, code) == ROADS


SHARER = """
import sys
from lsdash import settings, short_links
from lsdash.view import View
place = settings.read({"LSDASH_RELEASES": sys.argv[1]})
first, last = int(sys.argv[2]), int(sys.argv[3])
print("ready", flush=True)
sys.stdin.readline()
for sheet in range(first, last):
    print(sheet, short_links.shorten(place, View("decisions", "2020w10-3f9a2c1d", sheet=sheet)))
"""


def test_two_processes_that_share_at_once_lose_no_link(place: Settings) -> None:
    spans = [(1, 131), (71, 201)]  # 200 views, 60 of them shared by both
    sharers = [
        subprocess.Popen(
            [sys.executable, "-c", SHARER, str(place.releases), str(first), str(last)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        for first, last in spans
    ]
    for sharer in sharers:
        assert sharer.stdout
        assert sharer.stdout.readline() == "ready\n"
    for sharer in sharers:
        assert sharer.stdin
        sharer.stdin.write("go\n")
        sharer.stdin.flush()
    said = [sharer.communicate(timeout=120)[0].splitlines() for sharer in sharers]
    assert [sharer.returncode for sharer in sharers] == [0, 0]
    made = [dict(line.split() for line in lines) for lines in said]
    assert [len(codes) for codes in made] == [130, 130]
    both = made[0].keys() & made[1].keys()
    assert [sheet for sheet in both if made[0][sheet] != made[1][sheet]] == []
    for sheet, code in (made[0] | made[1]).items():
        assert short_links.resolve(place, code) == View("decisions", PINNED, sheet=int(sheet))
    assert len(stored(place)) == 200
