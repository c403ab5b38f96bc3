"""The house keeps its own rules: style, types, who may import whom, and what pages may not hold."""

import ast
import re
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path
from statistics import median, quantiles

import pytest

from lsdash import cli
from lsdash.settings import ROOT
from lsdash.view import PAGES

PAGE_FILES = sorted((ROOT / "pages").glob("*.py"))
SOURCES = [*sorted((ROOT / "lsdash").rglob("*.py")), *PAGE_FILES, ROOT / "app.py"]
PAPERS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


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


def test_every_room_is_in_every_contract_that_concerns_it() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = config["tool"]["importlinter"]["contracts"]
    rooms = {f"lsdash.{name}" for name in names_in(ROOT / "lsdash")} - {"lsdash.__main__"}
    forbidden = [each for each in contracts if each["type"] == "forbidden"]
    wide = [set(each["source_modules"]) for each in forbidden if len(each["source_modules"]) > 1]
    assert [rooms - held for held in wide] == [{"lsdash.store"}, {"lsdash.web"}]
    assert not any("ignore_imports" in each for each in contracts)


def test_no_room_is_a_hall() -> None:
    modules = Counter(file.parent for file in SOURCES if file.name != "__init__.py")
    assert {str(room): held for room, held in modules.items() if held > 15} == {}


def test_how_long_functions_are_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    trees = [ast.parse(source.read_text(encoding="utf-8")) for source in SOURCES]
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    found = [node for tree in trees for node in ast.walk(tree) if isinstance(node, functions)]
    lengths = [1 + (node.end_lineno or node.lineno) - node.lineno for node in found]
    with capsys.disabled():
        long = quantiles(lengths, n=20)[-1]
        print(f"\n{len(lengths)} functions, median {median(lengths):g} lines, 95 % within {long:g}")
    assert max(lengths) < 100


def test_the_architecture_draws_every_room_and_no_other() -> None:
    text = (ROOT / "docs" / "ARCHITECTURE.md").read_text(encoding="utf-8")
    lines = text.partition("<!-- rooms -->")[2].split("```")[1].strip().splitlines()
    drawn: set[str] = set()
    above: list[str] = []
    for line in lines:
        depth = (len(line) - len(line.lstrip())) // 2
        names = re.match(r" *([^ ,]+(?:, [^ ,]+)*)", line)
        assert names
        for name in names[1].split(", "):
            above[depth:] = [name]
            drawn.add("".join(above))
    rooms = {f"{init.parent.relative_to(ROOT)}/" for init in (ROOT / "lsdash").rglob("__init__.py")}
    loose = {f"lsdash/{name}.py" for name in names_in(ROOT / "lsdash")} - {"lsdash/__main__.py"}
    loose = {file for file in loose if (ROOT / file).exists()}
    assert (rooms | loose) - drawn == set()
    assert [name for name in drawn if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("paper", PAPERS, ids=lambda file: file.stem)
def test_papers_name_only_files_that_are_there(paper: Path) -> None:
    named = re.findall(r"`(\w[\w/]*\.(?:py|sql|toml|sh))`", paper.read_text(encoding="utf-8"))
    assert [name for name in named if not is_there(name)] == []


def is_there(name: str) -> bool:
    """A file of the repository; of a room, or a benchmark, its end is enough."""
    tops = (ROOT / "lsdash", ROOT / "benchmarks")
    alike = (file for top in tops for file in top.rglob(Path(name).name))
    return (ROOT / name).exists() or any(str(file).endswith(f"/{name}") for file in alike)


def names_in(room: Path) -> set[str]:
    """The modules and rooms of a room."""
    held = {file.stem for file in room.glob("*.py")} | {
        init.parent.name for init in room.glob("*/__init__.py")
    }
    return held - {"__init__"}


@pytest.mark.parametrize(
    "room", sorted((ROOT / "lsdash").rglob("__init__.py")), ids=lambda file: file.parent.name
)
def test_a_room_says_at_its_door_what_it_is_for(room: Path) -> None:
    assert ast.get_docstring(ast.parse(room.read_text(encoding="utf-8")))


def test_unit_tests_stand_where_what_they_test_stands() -> None:
    unit = ROOT / "tests" / "unit"
    tested = {
        file: ROOT / "lsdash" / file.relative_to(unit).with_name(file.stem.removeprefix("test_"))
        for file in unit.rglob("test_*.py")
    }
    astray = [
        str(file)
        for file, it in tested.items()
        if not (it.is_dir() or it.with_suffix(".py").exists())
    ]
    assert astray == []


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
    text = source.read_text(encoding="utf-8")
    assert "unsafe_allow_html" not in text
    assert "allow_javascript" not in text
    by_hand = re.findall(r"Markup\((?:f|[a-z_])", text)  # HTML made of anything but what is written
    assert not by_hand or source.name == "hypertext.py"


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
