"""The house keeps its own rules: style, types, who may import whom, and what pages may not hold."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from lsdash import cli
from lsdash.settings import ROOT
from lsdash.view import PAGES

PAGE_FILES = sorted((ROOT / "pages").glob("*.py"))
SOURCES = [*sorted((ROOT / "lsdash").rglob("*.py")), *PAGE_FILES, ROOT / "app.py"]


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize(
    "command",
    [
        [sys.executable, "-m", "ruff", "check", "--no-cache"],
        [sys.executable, "-m", "ruff", "format", "--check", "--no-cache"],
        [sys.executable, "-m", "mypy"],
        [str(Path(sys.executable).with_name("lint-imports"))],
    ],
    ids=["ruff check", "ruff format", "mypy", "import contracts"],
)
def test_the_house_passes(command: list[str]) -> None:
    done = run(*command)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("room", "unseen"),
    [
        ("lsdash.store.build, lsdash.store.read, lsdash.store.shelf", {"streamlit", "plotly"}),
        ("lsdash.view", {"streamlit", "duckdb", "plotly"}),
        ("lsdash.records.load, lsdash.records.coverage", {"streamlit", "duckdb"}),
        ("lsdash.intake", {"streamlit", "duckdb", "plotly"}),
        ("lsdash.charts.money, lsdash.charts.targets, lsdash.charts.calendars", {"streamlit"}),
        ("lsdash.cli", {"streamlit", "plotly", "typst", "jinja2", "PIL"}),
        ("lsdash.contents.pages, lsdash.export.files", {"streamlit", "plotly"}),
    ],
)
def test_a_room_loads_nothing_that_it_must_not_know(room: str, unseen: set[str]) -> None:
    done = run(sys.executable, "-c", f"import sys, {room}; print(*sys.modules)")
    assert done.returncode == 0, done.stderr
    assert unseen & set(done.stdout.split()) == set()


@pytest.mark.parametrize("page", PAGE_FILES, ids=lambda file: file.stem)
def test_a_page_reads_as_a_table_of_contents(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for held in ("session_state", "SELECT", "def ", "class ", "lambda", "st.cache", "<style"):
        assert held not in text
    assert re.search(r"\d\d|QĐ|UBND", text) is None  # no number, date or document of its own
    assert len(text.splitlines()) <= 60


def test_every_page_of_the_house_has_its_file() -> None:
    assert {page.stem for page in PAGE_FILES} == set(PAGES)


@pytest.mark.parametrize("source", SOURCES, ids=lambda file: str(file.relative_to(ROOT)))
def test_text_of_records_and_links_is_never_given_to_the_browser_as_html(source: Path) -> None:
    assert "unsafe_allow_html" not in source.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_exactly(name: str) -> None:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    wanted = [line.partition("#")[0].strip() for line in lines if not line.startswith("-r ")]
    loose = [line for line in wanted if line and not re.fullmatch(r"[\w.-]+==[\w.+]+", line)]
    assert any(wanted)
    assert loose == []


def test_the_readme_names_every_command_and_setting() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    source = (ROOT / "lsdash" / "settings.py").read_text(encoding="utf-8")
    names = {*cli.commands.commands, *re.findall(r"LSDASH_[A-Z_]+", source)}
    assert sorted(name for name in names if name not in readme) == []
