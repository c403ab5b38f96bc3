"""Tesseract, where it is installed with its Vietnamese data: a page's picture → its words.

Its model has no "÷" and reads it as "+" at every resolution: see `intake/drafting/pictured.py`.
"""

import os
import re
import resource
import shutil
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lsdash.errors import SlowFileError

LANGUAGE = "vie"
SECONDS = 10
"""Within which it must say its version."""
VERSION = re.compile(r"tesseract v?(?P<version>\d[\w.]*)")
ONE_BLOCK = "6"
"""How it takes the page apart: line by line across it, so that rows of a table stay whole."""
FIELDS = 12
"""Columns of its table of words: level, five counts, four sides of a box, confidence, text."""
A_WORD = "5"


@dataclass(frozen=True)
class Program:
    path: str
    version: str


@dataclass(frozen=True)
class Read:
    """A word as read; its box in pixels from the top left. `line` tells lines apart."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: int
    line: tuple[int, ...]


@cache
def found() -> Program | None:
    """The program, if it is there and reads Vietnamese; looked for once."""
    path = shutil.which("tesseract")
    if path is None:
        return None
    try:
        version = VERSION.search(_said(path, "--version"))
        languages = _said(path, "--list-langs").split()
    except (OSError, subprocess.SubprocessError):
        return None
    return Program(path, version["version"]) if version and LANGUAGE in languages else None


def _said(path: str, option: str) -> str:
    done = subprocess.run(  # noqa: S603
        [path, option], capture_output=True, encoding="utf-8", timeout=SECONDS, check=True
    )
    return done.stdout + done.stderr


def read(path: str, picture: bytes, *, dpi: int, name: str) -> list[Read]:
    """The words of a page in their order, read with one thread.

    Raises SlowFileError where the system stopped it, OSError where it gives no answer.
    """
    command = [path, "stdin", "stdout", "-l", LANGUAGE, "--psm", ONE_BLOCK, "--dpi", str(dpi)]
    done = subprocess.run(  # noqa: S603
        [*command, "tsv"],
        input=picture,
        capture_output=True,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        check=False,
    )
    if done.returncode == -signal.SIGXCPU:
        most, _ = resource.getrlimit(resource.RLIMIT_CPU)
        raise SlowFileError(name=name, seconds=most)
    if done.returncode:
        raise OSError(f"tesseract ended with {done.returncode}")
    return list(_words(done.stdout.decode("utf-8", "replace")))


def _words(table: str) -> Iterator[Read]:
    for row in table.splitlines():
        fields = row.split("\t", FIELDS - 1)
        if len(fields) < FIELDS or fields[0] != A_WORD or not fields[-1].strip():
            continue
        left, top, width, height = map(int, fields[6:10])
        line = tuple(map(int, fields[1:5]))
        sides = left, top, left + width, top + height
        yield Read(fields[-1].strip(), *sides, round(float(fields[10])), line)
