"""Kill publishers at random instants and look at what is left.

`python benchmarks/kills.py [N]` kills N (default 200), `--small` three.

Each round publishes a figure changed anew and kills the process with SIGKILL somewhere between its
first and its last instruction. After each kill the served release must be whole, every record must
read, and nothing half written may have a name of ours; after the last, and after every tenth, the
next publish must succeed. Prints one line a kind of outcome; exit code 1 when anything was not so.
"""

import argparse
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from lsdash import publishing
from lsdash.errors import LsdashError
from lsdash.records import load
from lsdash.settings import Settings
from lsdash.store import read, shelf

EVERY = 10
"""After so many kills a publish runs to its end."""


def main(rounds: int) -> int:
    dice = random.Random(rounds)
    outcomes: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        place, brought = laid_out(Path(folder))
        finished(place, changed(brought, 0))
        lasts = finished(place, changed(brought, 1))
        kills, at = 0, 1
        while kills < rounds:
            at += 1
            record = changed(brought, at)
            before = state(place)
            if not published_and_killed(place, record, dice.uniform(0, 1) * lasts):
                continue  # it was done before
            kills += 1
            outcomes[outcome(before, state(place), figure(at))] += 1
            if kills % EVERY == 0 or kills == rounds:
                finished(place, record)
                assert state(place) == (figure(at), figure(at)), "a publish after a kill is whole"
        for kept in (place.records, place.releases):
            left = {file.name for file in kept.iterdir() if file.name.startswith(".")}
            assert left <= {shelf.LOCK}, left
    for words, times in sorted(outcomes.items()):
        print(f"{times:4} {words}")
    print(f"{rounds} kills in publishes of {lasts * 1000:.0f} ms: what was served was always whole")
    return 0


def laid_out(folder: Path) -> tuple[Settings, Path]:
    records = folder / "bulletins"
    records.mkdir()
    shutil.copy(ROOT / "data" / "bulletins" / "2020-w10.yaml", records)
    brought = folder / "2020-w10.yaml"
    return Settings(records=records, releases=folder / "releases", memory_mb=128), brought


def figure(at: int) -> int:
    return 1000 + at


def changed(brought: Path, at: int) -> Path:
    """The shipped record with one quota changed."""
    record = (ROOT / "data" / "bulletins" / "2020-w10.yaml").read_text(encoding="utf-8")
    record = record.replace(
        "low: 510\n        high: 510", f"low: {figure(at)}\n        high: {figure(at)}"
    )
    brought.write_text(re.sub("510 chỉ tiêu", f"{figure(at)} chỉ tiêu", record), encoding="utf-8")
    return brought


def finished(place: Settings, record: Path) -> float:
    """A publish that nobody kills, in a process of its own; how long it took, in seconds."""
    start = time.perf_counter()
    _, status = os.waitpid(_publisher(place, record), 0)
    assert status == 0, "the next publish succeeds"
    return time.perf_counter() - start


def published_and_killed(place: Settings, record: Path, after: float) -> bool:
    """Whether the publisher was still at work when it was killed, `after` seconds from its start.

    The publisher is a fork: what it needs is loaded, and this process never opens a release.
    """
    child = _publisher(place, record)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def _publisher(place: Settings, record: Path) -> int:
    child = os.fork()
    if child == 0:
        try:
            publishing.publish(place, record, reviewer="kill test")
            os._exit(0)
        except LsdashError as error:
            print(error, file=sys.stderr)
        finally:
            os._exit(1)
    return child


def state(place: Settings) -> tuple[int, int]:
    """The quota that the records state and the one that readers are served, both read whole."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            recorded = load.load_all(place.records)[0].decisions[3].facts[0].low
            release = shelf.open_release(place, shelf.newest(place))
            served = {fact.slug: fact.value for fact in read.facts(release)}["quota-vocational"]
            os.write(writing, f"{recorded} {served}".encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="ascii") as answer:
        said = answer.read().split()
    os.waitpid(child, 0)
    assert len(said) == 2, "the records read and the release opens"
    return int(said[0]), int(said[1])


def outcome(before: tuple[int, int], after: tuple[int, int], new: int) -> str:
    """How far the killed publisher had come; an AssertionError for a state that must not be."""
    assert after[0] in (before[0], new), "a record is the former or the new one"
    assert after[1] in (before[1], new), "a release is the former or the new one"
    if after[0] != new:
        assert after[1] != new, "no release comes before its record"
        return "1 before the record changed"
    return "3 after the release changed" if after[1] == new else "2 between record and release"


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("kills", type=int, nargs="?", default=200)
    asked.add_argument("--small", action="store_true", help="three kills")
    given = asked.parse_args()
    sys.exit(main(3 if given.small else given.kills))
