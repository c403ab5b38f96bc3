"""LibreOffice at work on one file: in a process of its own, on a folder of its own.

It has no profile of anybody's, runs no macros and follows no links. What it writes is believed no
more than what was brought, and read as that is (`lsdash.sandbox`).
"""

import logging
import os
import platform
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

from lsdash.errors import BrokenReaderError, BusyReaderError, SlowReaderError
from lsdash.libreoffice import held
from lsdash.libreoffice.kinds import FILTERS, Kind

ROOT = Path(__file__).resolve().parent.parent.parent
NAME = "soffice"
SECONDS = 60
"""By the clock: it gives way to the pages."""
WAIT = 30.0
"""Seconds until a file that waits for another one is refused."""
TICK = 0.1
ASKED_WITHIN = 20.0
"""Seconds in which the program tells its version."""

PARTS = {"libswlo.so": (Kind.DOC, Kind.RTF, Kind.ODT), "libsclo.so": (Kind.XLS,)}
"""A library of Writer's or Calc's beside the program, and what is read with it."""

log = logging.getLogger("lsdash")
_one_at_a_time = Lock()

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>1</value></prop></item>
<item oor:path="/org.openoffice.Office.Java/VirtualMachine">
<prop oor:name="Enable" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
"""
"""Of its profile: no macro runs, nothing that a document links to is fetched, no Java starts."""


@dataclass(frozen=True)
class Program:
    path: str
    version: str
    """`7.4.7`."""
    kinds: frozenset[Kind]
    """What it can read: Writer and Calc are installed one by one."""


@lru_cache(maxsize=1)
def found() -> Program | None:
    """The program on this machine, asked once; None where it is not, or can't be held."""
    path = shutil.which(NAME)
    if path is None or sys.platform != "linux" or platform.machine() not in held.CALLS:
        return None
    with suppress(OSError, subprocess.SubprocessError), _folder() as folder:
        told = subprocess.run(
            [path, _profile(Path(folder)), "--version"],
            capture_output=True,
            encoding="utf-8",
            timeout=ASKED_WITHIN,
            check=True,
            env=_surroundings(Path(folder)),
        )
        beside = Path(path).resolve().parent
        kinds = (
            kind for part, kinds in PARTS.items() if (beside / part).exists() for kind in kinds
        )
        return Program(path, told.stdout.split()[1].rsplit(".", 1)[0], frozenset(kinds))
    return None


def reads(what: Kind) -> bool:
    """Whether files of this kind can be read on this machine."""
    program = found()
    return program is not None and what in program.kinds


def convert(content: bytes, what: Kind, *, meanwhile: Callable[[], object] = lambda: None) -> bytes:
    """A Word file (an Excel file of a workbook) with what this file says.

    While it works, `meanwhile` is called again and again, and whatever that raises ends the work.
    Raises SlowReaderError, BrokenReaderError for a file that it cannot read, BusyReaderError. That
    it `reads` this kind must be known.
    """
    program = found()
    if program is None or what not in program.kinds:
        raise BrokenReaderError(megabytes=held.MEMORY // 1_000_000)
    read_by, ending, written_by = FILTERS[what]
    with _turn(meanwhile), _folder() as name:
        folder = Path(name)
        brought, made = folder / f"brought.{what}", folder / "out" / f"brought.{ending}"
        brought.write_bytes(content)
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS, encoding="utf-8")
        code = _run(
            [
                *(sys.executable, "-m", "lsdash.libreoffice.held", program.path),
                *(_profile(folder), "--headless", "--norestore", "--nologo", "--nodefault"),
                *("--nolockcheck", f"--infilter={read_by}", "--convert-to"),
                *(f"{ending}:{written_by}", "--outdir", str(made.parent), str(brought)),
            ],
            folder,
            meanwhile,
        )
        if code == 128 + signal.SIGXCPU or code == -signal.SIGXCPU:
            raise SlowReaderError(seconds=held.PROCESSOR)
        if not made.is_file() or made.stat().st_size > held.OUTPUT:
            log.warning("LibreOffice %s ended with %s and made nothing", program.version, code)
            raise BrokenReaderError(megabytes=held.MEMORY // 1_000_000)
        return made.read_bytes()


@contextmanager
def _turn(meanwhile: Callable[[], object]) -> Iterator[None]:
    end = time.monotonic() + WAIT
    while not _one_at_a_time.acquire(timeout=TICK):
        meanwhile()
        if time.monotonic() > end:
            raise BusyReaderError
    try:
        yield
    finally:
        _one_at_a_time.release()


def _run(command: list[str], folder: Path, meanwhile: Callable[[], object]) -> int:
    """The exit code; the program and all that it started is gone when this returns."""
    end = time.monotonic() + SECONDS
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env=_surroundings(folder) | {"PYTHONPATH": str(ROOT)},
        start_new_session=True,
    )
    try:
        while True:
            with suppress(subprocess.TimeoutExpired):
                return process.wait(TICK)
            meanwhile()
            if time.monotonic() > end:
                raise SlowReaderError(seconds=SECONDS)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _folder() -> TemporaryDirectory[str]:
    """Gone when the work is done; what was ended may still be writing into it."""
    return TemporaryDirectory(prefix="lsdash-", ignore_cleanup_errors=True)


def _profile(folder: Path) -> str:
    return f"-env:UserInstallation={(folder / 'profile').as_uri()}"


def _surroundings(folder: Path) -> dict[str, str]:
    """Its environment, which holds nothing of the server's."""
    there = str(folder)
    path = os.environ.get("PATH", os.defpath)
    return {"PATH": path, "HOME": there, "TMPDIR": there, "LANG": "C.UTF-8"}
