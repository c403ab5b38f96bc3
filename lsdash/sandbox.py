"""Read what a stranger brings in a process of its own, which the system holds to its limits.

A template process, started at the first file, has the readers imported and makes a copy of itself
for each file; it holds none of our settings and opens nothing. An answer is bytes for the caller to
check: whatever took the copy over could have written it.
"""

import atexit
import importlib
import json
import logging
import os
import resource
import select
import signal
import socket
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryFile
from threading import Lock
from typing import Any, NoReturn

from lsdash.errors import BrokenReaderError, BusyReaderError, SlowReaderError

ROOT = Path(__file__).resolve().parent.parent
PASSED_ON = ("PATH", "PYTHONPATH", "LANG", "LC_ALL", "TMPDIR", "TESSDATA_PREFIX")
"""Of the server's environment, which may hold secrets."""
WAIT = 20.0
"""Seconds until a file that waits for another to be read is refused."""
TICK = 0.05
"""Seconds between two looks at a reader."""
ENOUGH = b"."
"""Said of every copy, whether it has ended or is to end."""
NICER = 5
"""Steps that a reader stands behind the pages when both want the processor."""
LAST_WORDS = 400
"""Bytes of standard error that reach the log."""

log = logging.getLogger("lsdash")


@dataclass(frozen=True)
class Limits:
    memory: int = 384_000_000
    """Bytes of address space, of which the readers' own programs take some 100 million."""
    processor: int = 10
    """Seconds of one core."""
    seconds: int = 60
    """By the clock: a reader gives way to the pages, so that it may need longer."""
    answer: int = 16_000_000
    """Bytes that may be written."""


def run(
    reader: Callable[..., bytes],
    content: bytes,
    *,
    given: dict[str, object],
    meanwhile: Callable[[], object] = lambda: None,
    limits: Limits | None = None,
) -> bytes:
    """What `reader(content, **given)` answers, called in a process of its own.

    `reader` is a function of a module; `given` can be written as JSON. While it works, `meanwhile`
    is called again and again, and whatever that raises ends the work. Raises SlowReaderError,
    BrokenReaderError for one that died or needed too much memory, BusyReaderError.
    """
    limits = limits or Limits()
    job = json.dumps({"reader": reader.__name__, "given": given, "limits": asdict(limits)})
    with (
        _template.turn(meanwhile),
        TemporaryFile() as asked,
        TemporaryFile() as answer,
        TemporaryFile() as said,
    ):
        asked.write(job.encode("ascii") + b"\n" + content)
        asked.seek(0)
        files = [each.fileno() for each in (asked, answer, said)]
        code = _template.copied(reader.__module__, files, meanwhile, limits)
        if code == -signal.SIGXCPU:
            raise SlowReaderError(seconds=limits.processor)
        if code:
            said.seek(max(0, said.seek(0, os.SEEK_END) - LAST_WORDS))
            words = " ".join(said.read().decode("utf-8", "replace").split())
            name = f"{reader.__module__}.{reader.__name__}"
            log.warning("%s ended with %s and read nothing. %s", name, code, words)
            raise BrokenReaderError(megabytes=limits.memory // 1_000_000)
        answer.seek(0)
        return answer.read()


class _Template:
    """The template process as the server sees it: one copy at a time.

    So the memory of all readers together is that of one, and a core is left for the pages.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: subprocess.Popen[Any] | None = None
        self._line: socket.socket

    @contextmanager
    def turn(self, meanwhile: Callable[[], object]) -> Iterator[None]:
        end = time.monotonic() + WAIT
        while not self._lock.acquire(timeout=TICK):
            meanwhile()
            if time.monotonic() > end:
                raise BusyReaderError
        try:
            yield
        finally:
            self._lock.release()

    def copied(
        self, module: str, files: list[int], meanwhile: Callable[[], object], limits: Limits
    ) -> int:
        """The exit code of a copy that did the job in `files`; it is gone when this returns."""
        end = time.monotonic() + limits.seconds
        self._start()
        try:
            socket.send_fds(self._line, [module.encode("ascii")], files)
            try:
                while True:
                    if time.monotonic() >= end:
                        raise SlowReaderError(seconds=limits.seconds)
                    if select.select([self._line], [], [], TICK)[0]:
                        break
                    meanwhile()
            finally:
                self._line.sendall(ENOUGH)
                code = int(self._line.recv(20))
        except (OSError, ValueError) as error:
            self.end()
            raise BrokenReaderError(megabytes=limits.memory // 1_000_000) from error
        return code

    def _start(self) -> None:
        """Have it run, with one thread: each would take of its memory, and none outlives a copy."""
        if self._process and self._process.poll() is None:
            return
        passed_on = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        self._line, its = socket.socketpair()
        with its:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "lsdash.sandbox"],
                stdin=its.fileno(),
                stdout=subprocess.DEVNULL,
                cwd=ROOT,
                env={**passed_on, "OPENBLAS_NUM_THREADS": "1"},
                start_new_session=True,
            )

    def end(self) -> None:
        if self._process:
            self._line.close()
            self._process.kill()
            self._process.wait()
            self._process = None


_template = _Template()
atexit.register(_template.end)


def _serve(line: socket.socket) -> None:
    """The template's work: a copy for each job, which ends when the server says so or is gone.

    The copy leads a group of its own, so that a program that it runs ends with it. Both sides say
    so, as neither knows which of them goes on first.
    """
    while True:
        module, files, _, _ = socket.recv_fds(line, 200, 3)
        if not module:
            return
        importlib.import_module(module.decode("ascii"))
        end, open_until_then = os.pipe()
        copy = os.fork()
        if copy == 0:
            os.setpgid(0, 0)
            line.close()
            os.close(end)
            _read(module.decode("ascii"), *files)
        os.setpgid(copy, copy)
        for file in (*files, open_until_then):
            os.close(file)
        select.select([line.fileno(), end], [], [])
        os.killpg(copy, signal.SIGKILL)
        _, status = os.waitpid(copy, 0)
        os.close(end)
        line.sendall(str(os.waitstatus_to_exitcode(status)).encode("ascii"))
        line.recv(len(ENOUGH))


def _read(module: str, asked: int, answer: int, said: int) -> NoReturn:
    """A copy's work: a job as a line of JSON, then the content; what was read, and nothing else."""
    try:
        os.dup2(said, sys.stderr.fileno())
        with open(asked, "rb") as brought, open(answer, "wb") as read:
            job = json.loads(brought.readline())
            _hold_to(Limits(**job["limits"]))
            reader = getattr(sys.modules[module], job["reader"])
            read.write(reader(brought.read(), **job["given"]))
        os._exit(0)
    except BaseException as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        with suppress(MemoryError, OSError):  # no word of the file itself
            os.write(said, f"{type(error).__name__} at {frame.filename}:{frame.lineno}".encode())
        raise
    finally:
        os._exit(1)


def _hold_to(limits: Limits) -> None:
    """Whatever is read from here on, it gives way to the pages and stays within these."""
    os.nice(NICER)
    for what, soft, hard in (
        (resource.RLIMIT_AS, limits.memory, limits.memory),
        (resource.RLIMIT_CPU, limits.processor, limits.processor + 1),
        (resource.RLIMIT_FSIZE, limits.answer, limits.answer),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        resource.setrlimit(what, (soft, hard))


if __name__ == "__main__":
    _serve(socket.socket(fileno=sys.stdin.fileno()))
