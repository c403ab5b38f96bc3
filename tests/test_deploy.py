"""What docs/DEPLOY.md hands to an office fits together: units, hashes, container, backup, audit."""

import re
import runpy
import shutil
import subprocess
import sys
import tarfile
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lsdash import short_links
from lsdash.settings import ROOT, Settings
from lsdash.store import build, shelf
from lsdash.view import View
from tests.conftest import WeeksFolder

DEPLOY = ROOT / "deploy"
UNIT = (DEPLOY / "systemd" / "lsdash@.service").read_text(encoding="utf-8")
SYSTEMD = shutil.which("systemd-analyze")


def run(*command: str, **kinds: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, **kinds)


def test_every_file_is_told_of_in_the_description() -> None:
    told = (ROOT / "docs" / "DEPLOY.md").read_text(encoding="utf-8")
    told += (DEPLOY / "nginx" / "lsdash-proxy.inc").read_text(encoding="utf-8")
    told = told.replace("nginx/*.inc", "lsdash-proxy.inc lsdash-away.inc")
    files = {file.name for file in DEPLOY.rglob("*") if file.is_file() and file.suffix != ".pyc"}
    assert sorted(name for name in files if name not in told) == []


def test_every_fault_that_is_told_of_names_tests_that_are_there() -> None:
    told = (ROOT / "docs" / "RELIABILITY.md").read_text(encoding="utf-8")
    faults = [line for line in told.splitlines() if line.startswith("| ")][1:]
    assert len(faults) > 15
    for fault in faults:
        named = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", fault)
        assert named, fault
        for file, name in named:
            source = (ROOT / file).read_text(encoding="utf-8")
            assert re.search(rf"def {name}\(", source), f"{file} has no {name}"


class TestUnits:
    @pytest.mark.skipif(SYSTEMD is None, reason="systemd-analyze is not here")
    def test_systemd_takes_them_and_finds_little_left_open(self, tmp_path: Path) -> None:
        here = re.sub(r"ExecStart=\S+", f"ExecStart={Path(sys.executable).resolve()}", UNIT)
        for name in ("lsdash@.service", "lsdash@8501.service"):
            (tmp_path / name).write_text(here, encoding="utf-8")
        shutil.copy(DEPLOY / "systemd" / "lsdash.target", tmp_path)
        verify = [str(SYSTEMD), "verify", "./lsdash@8501.service", "./lsdash.target"]
        looked = [str(SYSTEMD), "security", "--offline=true", "--threshold=15"]
        for command in (verify, [*looked, "./lsdash@8501.service"]):
            done = run(*command, cwd=tmp_path)
            assert done.returncode == 0, done.stdout + done.stderr

    def test_the_processes_are_those_that_the_proxy_knows(self) -> None:
        target = (DEPLOY / "systemd" / "lsdash.target").read_text(encoding="utf-8")
        proxy = (DEPLOY / "nginx" / "lsdash.conf").read_text(encoding="utf-8")
        started = re.findall(r"lsdash@(\d+)\.service", target)
        assert started == re.findall(r"server 127\.0\.0\.1:(\d+)", proxy) != []

    def test_the_settings_that_it_gives_are_settings(self) -> None:
        source = (ROOT / "lsdash" / "settings.py").read_text(encoding="utf-8")
        given = re.findall(r"^Environment=(LSDASH_\w+)=", UNIT, re.MULTILINE)
        assert len(given) == 4
        assert all(f'"{name}"' in source for name in given)


def pinned(name: str) -> list[str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    names = re.findall(r"^([\w.-]+)==([\w.]+)", text, re.MULTILINE)
    return sorted(f"{re.sub(r'[-_.]+', '-', name).lower()}=={version}" for name, version in names)


def test_the_hashes_are_of_what_is_required_and_every_line_has_some() -> None:
    assert pinned("deploy/requirements.lock") == pinned("requirements.txt")
    lock = (DEPLOY / "requirements.lock").read_text(encoding="utf-8")
    lines = [line for line in lock.replace("\\\n", " ").splitlines() if line[:1] not in ("", "#")]
    assert all(re.search(r" --hash=sha256:[0-9a-f]{64}", line) for line in lines)
    assert len(lines) == len(pinned("requirements.txt"))


def test_the_container_is_given_all_that_the_server_needs_and_nothing_secret() -> None:
    told = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    taken = re.findall(r"^COPY ([\w./]+) /", told, re.MULTILINE)
    assert {"app.py", "pages", "lsdash", ".streamlit/config.toml"} < {*taken}
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert ignored[0] == "*"
    assert {f"!{each}" for each in taken} == {each for each in ignored if each.startswith("!")}
    assert all((ROOT / each).exists() for each in taken)
    assert "USER 10001" in told
    base = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert base["requires-python"] == ">=3.11" and "python:3.11" in told


def test_what_is_backed_up_opens_every_link_elsewhere(
    weeks_folder: WeeksFolder, tmp_path: Path
) -> None:
    data, archive = tmp_path / "data", tmp_path / "backup" / "lsdash.tar.gz"
    archive.parent.mkdir()
    shutil.copytree(weeks_folder.path, data / "bulletins")
    place = Settings(data / "bulletins", data / "releases", memory_mb=128)
    first = build.build(place)
    weeks_folder.change("510 chỉ tiêu", "511 chỉ tiêu")
    weeks_folder.change("low: 510\n        high: 510", "low: 511\n        high: 511")
    shutil.copytree(weeks_folder.path, data / "bulletins", dirs_exist_ok=True)
    second = build.build(place)
    shelf.withdraw(place, first, reason="Đọc nhầm", on=date(2020, 3, 20), replacement=second)
    place.drafts.mkdir()
    (place.drafts / "0123abcd.json").write_text("{}", encoding="utf-8")
    view = View(release=second)
    code = short_links.shorten(place, view)
    (place.releases / ".building-x").mkdir()
    (place.releases / ".building-x" / "half.duckdb").write_bytes(b"half")

    subprocess.run([sys.executable, DEPLOY / "backup.py", data, archive], check=True)
    assert archive.stat().st_mode & 0o077 == 0
    with tarfile.open(archive) as packed:
        assert not [name for name in packed.getnames() if re.search(r"half|-wal|/\.", name)]
        packed.extractall(tmp_path / "other", filter="data")
    elsewhere = tmp_path / "other" / "data"
    there = Settings(elsewhere / "bulletins", elsewhere / "releases", memory_mb=128)
    assert shelf.newest(there) == second
    assert shelf.open_release(there, second).name == second
    assert short_links.resolve(there, code) == view
    assert [stone.release for stone in shelf.tombstones(there.releases)] == [first]
    assert (there.drafts / "0123abcd.json").exists()
    assert build.build(there) == second


class TestAudit:
    @pytest.fixture
    def tell(self) -> Any:
        return runpy.run_path(str(DEPLOY / "audit.py"))["tell"]

    def test_what_it_could_not_look_at_is_said_and_is_no_good_answer(
        self, tell: Any, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert tell([{"name": "a", "skip_reason": "not found"}, {"name": "b", "vulns": []}]) == 0
        said = capsys.readouterr().out
        assert "not audited: a: not found" in said
        assert "1 of 2 packages audited" in said

    def test_a_known_weakness_is_named_with_the_version_that_mends_it(
        self, tell: Any, capsys: pytest.CaptureFixture[str]
    ) -> None:
        known = {"id": "CVE-2099-1", "fix_versions": ["2.0"]}
        assert tell([{"name": "a", "version": "1.0", "vulns": [known]}]) == 1
        assert "a 1.0: CVE-2099-1, mended in 2.0" in capsys.readouterr().out

    def test_without_its_program_it_says_that_nothing_was_looked_at(self, tmp_path: Path) -> None:
        alone = Path(shutil.copy(DEPLOY / "audit.py", tmp_path))
        elsewhere = f"import sys, runpy; sys.executable = {str(tmp_path / 'python')!r};"
        elsewhere += f" runpy.run_path({str(alone)!r}, run_name='__main__')"
        done = run(sys.executable, "-c", elsewhere, env={"PATH": ""})
        assert (done.returncode, done.stdout[:11]) == (0, "not audited")
