"""Readers that misbehave harmlessly, run by `lsdash.sandbox` under lowered limits."""

import json
import os
import subprocess
import time
from pathlib import Path


def echo(content: bytes, *, before: str = "") -> bytes:
    return before.encode() + content


def works(content: bytes) -> bytes:
    """Never ends by itself."""
    while True:
        content = content[::-1]


def waits(content: bytes) -> bytes:
    time.sleep(60)
    return content


def runs(content: bytes, *, told: str) -> bytes:
    """Has another program run, says which, and waits for it."""
    with subprocess.Popen(["sleep", "60"], stdout=subprocess.DEVNULL) as program:
        Path(told).write_text(str(program.pid), encoding="ascii")
    return content


def takes(content: bytes, *, megabytes: int) -> bytes:
    return bytes(len(content) + megabytes * 1_000_000)[:1]


def answers(content: bytes, *, size: int) -> bytes:
    return content * size


def aborts(content: bytes) -> bytes:
    os.abort()


def fails(content: bytes) -> bytes:
    raise ValueError(content.decode())


def environment(content: bytes) -> bytes:
    return json.dumps(dict(os.environ)).encode()


def place(content: bytes) -> bytes:
    """The process and what gives way to whom."""
    return json.dumps([os.getpid(), os.nice(0), len([*Path("/proc/self/fd").iterdir()])]).encode()
