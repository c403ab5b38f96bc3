"""Every benchmark of the server works: each runs small. What it measures is nobody's test."""

import subprocess
import sys

import pytest

from lsdash.export import files
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


def test_the_attack_holds_and_says_how_often() -> None:
    told = [line.split(maxsplit=3) for line in small("attack.py").splitlines()]
    assert len(told) == 8
    assert all(held == tried for held, _, tried, _ in told)
    assert sum(int(tried) > 0 for _, _, tried, _ in told) == 7  # no browser at this size


def test_the_processor_time_of_a_page_is_told_beside_the_floors_and_the_usual_apps() -> None:
    floor, usual, page = (
        line.rsplit(" ms", 1)[0].split() for line in small("reruns.py").splitlines()
    )
    assert (floor[0], usual[:3], page[0]) == ("floor", ["the", "usual", "app"], "overview")
    assert min(float(line[-1]) for line in (floor, usual, page)) > 0


def test_the_store_is_asked_every_question_on_both_sizes() -> None:
    lines = small("store.py").splitlines()
    for question in ("difference of one", "decisions · two common words", "deadlines · a year"):
        (told,) = [line for line in lines if line.startswith(f"{question} ")]
        assert float(told.removeprefix(question).split()[1]) > 0
    assert sum(line.startswith("peak memory with") for line in lines) == 2


def test_peers_give_the_same_answers_on_the_same_rows() -> None:
    head, *questions, memory = small("peers.py").splitlines()
    assert "Datasette" in head
    assert len(questions) == 5
    assert not any("{" in line for line in questions), "somebody answered otherwise"
    assert memory.startswith("peak memory")


def test_a_release_is_built_and_its_memory_and_size_are_told() -> None:
    told = small("building.py")
    assert "200 documents" in told
    assert "20 documents from records" in told
    assert told.count("memory") == 2


def test_a_publish_and_the_drafts_of_a_folder_are_told_beside_their_floors() -> None:
    told = small("editing.py").splitlines()
    assert [line.partition(":")[0].partition(",")[0] for line in told] == [
        "floor",
        "publish of a week",
        "floor",
        "drafts of 2 files",
    ]


def test_all_that_our_own_sample_expects_is_read_and_the_speed_is_told() -> None:
    told = small("reading.py")
    assert "all right  1.000" in told
    assert "quantities.find" in told


def test_the_planner_and_the_files_of_a_view_are_told_beside_their_floors() -> None:
    assert small("planner.py").count("times the floor") == 2
    assert small("exports.py").count("| /rural_roads |") == len(files.FORMS)


def test_one_command_runs_every_benchmark_there_is() -> None:
    folder = ROOT / "benchmarks"
    runnable = {
        file.name for file in folder.glob("*.py") if "__main__" in file.read_text(encoding="utf-8")
    }
    every = (folder / "all.py").read_text(encoding="utf-8")
    assert {name for name in runnable if f'"{name}"' not in every} == {"all.py", "synthetic.py"}


@pytest.mark.browser
def test_clicks_are_painted_on_the_floor_and_on_a_page() -> None:
    told = small("pages.py")
    assert "decisions, sector" in told
    assert "page, opened" in told
    assert told.count("median of the ratios") == 2
