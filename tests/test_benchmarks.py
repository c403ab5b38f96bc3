"""Every benchmark of the server works: each runs small. What it measures is nobody's test."""

import subprocess
import sys

import pytest

from lsdash.settings import ROOT


def small(name: str) -> str:
    """What a benchmark prints at its small size."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / name), "--small"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_viewers_sit_at_the_floor_and_at_the_dashboard_and_nothing_goes_wrong() -> None:
    lines = small("viewers.py").splitlines()
    told = {
        " ".join(line.split()[:-8]): line.split()[-8:] for line in lines if " viewers" not in line
    }
    for server in ("floor 2", "floor, collection off 2", "dashboard 2"):
        assert all(float(number) > 0 for number in told[server][:-1])
        assert told[server][-1] == "0"
    assert sum(line.startswith("dashboard / floor") for line in lines) == 2
    assert sum(line.startswith("soak:") for line in lines) >= 2


def test_readers_come_and_go_at_the_floor_and_at_the_dashboard() -> None:
    _, floor, dashboard = (line.split() for line in small("sessions.py").splitlines())
    assert (floor[0], dashboard[0]) == ("floor", "dashboard")
    assert floor[1:4] == dashboard[1:4] == ["12", "of", "12"]


def test_the_processor_time_of_a_page_is_told_beside_the_floors() -> None:
    floor, page = (line.split() for line in small("reruns.py").splitlines())
    assert (floor[0], page[0]) == ("floor", "overview")
    assert float(page[1]) > 0


@pytest.mark.browser
def test_clicks_are_painted_on_the_floor_and_on_a_page() -> None:
    told = small("pages.py")
    assert "decisions, sector" in told
    assert "median of the ratios" in told
