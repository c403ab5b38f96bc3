"""What an editor waits for: a publish, and the drafts of a folder of bulletins.

`python benchmarks/editing.py [N]` publishes a changed week 15 times beside a floor, a file of the
release's size that is written and synced, and has the drafts of N bulletins (default 1,000) read by
`lsdash intake`, beside a floor that finds the digits in the same files. Prints waiting time,
processor time, and the most memory that one of the readers held.
"""

import argparse
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import kills
import synthetic  # it makes the project importable

from lsdash import publishing
from lsdash.settings import Settings
from lsdash.store import shelf

ROOT = synthetic.ROOT
BULLETINS, PUBLISHES = 1_000, 15
FIXTURES = ROOT / "tests" / "fixtures" / "bulletins"


def publishes(times: int) -> None:
    """A line for the floor and one for publishes of a week of eight documents."""
    took, worked = [], []
    with tempfile.TemporaryDirectory() as folder:
        place, brought = kills.laid_out(Path(folder))
        for at in range(times + 1):
            record = kills.changed(brought, at)
            begun, busy = time.perf_counter(), time.process_time()
            publishing.publish(place, record, reviewer="benchmark")
            took.append((time.perf_counter() - begun) * 1000)
            worked.append((time.process_time() - busy) * 1000)
        floor = statistics.median(_synced(place) for _ in range(times))
    waited, busy = statistics.median(took[1:]), statistics.median(worked[1:])
    print(f"floor, as large a file synced: {floor:.1f} ms")
    print(f"publish of a week: {waited:.0f} ms, {busy:.0f} ms of processor time")


def _synced(place: Settings) -> float:
    content = (place.releases / f"{shelf.newest(place)}.duckdb").read_bytes()
    begun = time.perf_counter()
    with tempfile.NamedTemporaryFile(dir=place.releases) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return (time.perf_counter() - begun) * 1000


def intakes(count: int) -> None:
    """A line for the floor and one for the drafts of so many bulletins, each with its own text."""
    texts = [file.read_text(encoding="utf-8") for file in sorted(FIXTURES.glob("*.txt"))]
    with tempfile.TemporaryDirectory() as folder:
        for at in range(count):
            text = f"{texts[at % len(texts)]}\n(Bản {at})\n"
            Path(folder, f"{at:06}.txt").write_text(text, encoding="utf-8")
        floor = time.perf_counter()
        for file in Path(folder).iterdir():
            re.findall(r"\d+", file.read_text(encoding="utf-8"))
        floor = time.perf_counter() - floor
        begun = time.perf_counter()
        command = [sys.executable, "-m", "lsdash", "intake", folder, "--format", "json"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
        took = time.perf_counter() - begun
    drafts = len(done.stdout.splitlines())
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"floor, digits of {count} files: {floor * 1000:.0f} ms")
    print(
        f"drafts of {drafts} files: {took:.1f} s, {1000 * took / drafts:.0f} ms each, "
        f"{used.ru_utime + used.ru_stime:.1f} s of processor time, "
        f"memory of the largest process {used.ru_maxrss / 1024:.0f} MB"
    )


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("bulletins", type=int, nargs="?", default=BULLETINS)
    asked.add_argument("--small", action="store_true", help="a publish, two bulletins")
    given = asked.parse_args()
    publishes(1 if given.small else PUBLISHES)
    intakes(2 if given.small else given.bulletins)


if __name__ == "__main__":
    main()
