"""Faults of the machine under publishing and sharing: a full disk, a clock set back, a kill."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lsdash import publishing, short_links
from lsdash.errors import UnwritableReleasesError
from lsdash.settings import ROOT, Settings
from lsdash.store import build, read, shelf
from tests.conftest import WeeksFolder

MEGABYTES = 24
"""Of the small disk: a release of one week has some three, and is written aside."""


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "tmpfs", str(folder)]
    if os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk can only be mounted by root")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_disk_that_is_full_is_named_and_readers_keep_what_they_had(
    broken_settings: Settings, weeks_folder: WeeksFolder, small_disk: Path
) -> None:
    place = replace(broken_settings, releases=small_disk / "releases")
    served = build.build(place)
    filler = small_disk / "filler"
    with filler.open("wb") as filling:
        free = os.statvfs(small_disk)
        filling.write(bytes(max(0, free.f_bavail * free.f_bsize - 64_000)))
    coming = weeks_folder.add_next_week()
    with pytest.raises(UnwritableReleasesError, match=r"[Nn]o space left|full"):
        publishing.publish(place, coming)
    assert shelf.newest(place) == served
    assert [week.slug for week in read.weeks(shelf.open_release(place, served))] == ["2020-w10"]
    filler.unlink()
    assert publishing.publish(place, coming).release == shelf.newest(place) != served


def test_a_clock_that_is_set_back_changes_nothing_of_what_is_current(
    broken_settings: Settings, weeks_folder: WeeksFolder
) -> None:
    ahead, back = datetime(2031, 1, 1, tzinfo=UTC), datetime(1999, 1, 1, tzinfo=UTC)
    first = build.build(broken_settings, now=ahead)
    weeks_folder.add_next_week()
    second = build.build(broken_settings, now=back)
    assert shelf.newest(broken_settings) == second != first
    assert [each.release for each in shelf.manifests(broken_settings)] == [second, first]
    assert build.build(broken_settings, now=ahead) == second


SHARE = """
import sys
from lsdash import settings, short_links
from lsdash.view import View
for number in range(10_000):
    view = View(page="decisions", release="2020w10-3f9a2c1d", document=f"{number}-{sys.argv[1]}")
    print(short_links.shorten(settings.read(), view), flush=True)
"""


def test_who_shares_and_is_killed_at_any_instant_loses_no_link(
    settings: Settings, tmp_path: Path
) -> None:
    dice, given = random.Random(11), list[str]()  # noqa: S311 - when to kill
    settings.releases.mkdir()
    environment = {"LSDASH_RELEASES": str(settings.releases), "PYTHONPATH": str(ROOT)}
    for time_of_kill in range(5):
        said = tmp_path / "said"
        with said.open("w") as output:
            command = [sys.executable, "-c", SHARE, str(time_of_kill)]
            sharing = subprocess.Popen(command, env=environment, stdout=output)
            while sharing.poll() is None and said.stat().st_size < 100:
                time.sleep(0.01)
            time.sleep(dice.uniform(0, 0.1))
            sharing.kill()
            sharing.wait()
        given += [line for line in said.read_text().splitlines(keepends=True) if line[-1] == "\n"]
    assert len(given) >= 50
    opened = [short_links.resolve(settings, code.strip()) for code in given]
    assert all(view and view.page == "decisions" for view in opened)
    assert len({view.document for view in opened if view}) == len(given)
