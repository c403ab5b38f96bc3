"""Lines in order, however many: what does not fit in memory waits in nameless files."""

import tempfile
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import islice
from pathlib import Path

AT_ONCE = 50_000
"""Lines that are sorted in memory."""


def in_order(lines: Iterable[str], folder: Path | None, at_once: int = AT_ONCE) -> Iterator[str]:
    """`lines`, none of which holds a line break, by their code points. Raises OSError.

    `folder` is where the files are made; with None where the system has its own.
    """
    rest = iter(lines)
    runs: list[Iterable[str]] = []
    while len(run := sorted(islice(rest, at_once))) == at_once:
        runs.append(_put_aside(run, folder))
    return merge(run, *runs)


def _put_aside(run: Iterable[str], folder: Path | None) -> Iterator[str]:
    file = tempfile.TemporaryFile(  # noqa: SIM115 - open until it has been read
        "w+", encoding="utf-8", newline="\n", dir=folder
    )
    file.writelines(f"{line}\n" for line in run)
    file.seek(0)
    return (line[:-1] for line in file)
