"""How long the store takes for every question, from eight documents to a million.

`python benchmarks/store.py [N …]` (default 10,000 100,000 1,000,000) prints the median of 15 runs
in milliseconds on the shipped release and on releases of N invented documents, with no row kept
from the run before. On the largest also: how many times the floor of the same run that is
(`SELECT 1`, asked and read the same way), how long the first ask takes after opening and how long
asking again, with rows kept, then rows, and how many times it goes into a plain scan with the same
filter. Last comes the peak memory of processes that only open a release and ask everything.
`--clock processor` counts what the machine works and not how long one waits, for a busy machine.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

import synthetic  # first: it makes the project importable

from lsdash import settings
from lsdash.comparing import differences
from lsdash.model import Filters
from lsdash.store import build, read, shelf
from lsdash.store.release import Release
from lsdash.vocabulary import Measure

SIZES = (10_000, 100_000, synthetic.A_MILLION)
RUNS, SCANS = 15, 3
"""How often a question is asked; and a plain scan, which takes up to seconds, or with `--small`."""

MOST_MS = 10
"""What a question may take at a million; told beside what it takes."""

CLOCKS = {"wall": time.perf_counter, "processor": time.process_time}
now = CLOCKS["wall"]
LETTER = "1270-ubnd-ktth-2020"
"""A real document that has rows in most tables."""

IN_A_SECTOR = Filters(sectors=("finance",))
NARROW = Filters(sectors=("finance", "economy"), kinds=("QD",), statuses=("decided",))
IN_A_YEAR = Filters(signed_from=date(2012, 1, 1), signed_to=date(2012, 12, 31))
IN_A_WEEK = Filters(weeks=("2020-w10",))
SEARCHES = {
    "rare word": "12345",
    "common word": "ủy",
    "common, no marks": "uy",
    "two common words": "uy ban",
    "prefix": "th",
    "document number": "381/QĐ-UBND",
}
SUBJECTS = (
    Measure.ROAD_FUNDING,
    Measure.COLLEGE_QUOTA,
    Measure.ENERGY_TARGET,
    Measure.BORDER_LABOR_PLAN,
)

Ask = Callable[[Release], object]
"""Asks a release one question."""


@dataclass(frozen=True)
class Case:
    name: str
    ask: Ask
    scan: str
    """A full scan with the same filter, in plain SQL."""


def cases() -> list[Case]:
    """Every question, those that filters narrow with several of them."""
    told = [Case("decision", lambda release: read.decision(release, LETTER), _of("decisions"))]
    for name, rows in OF_A_DOCUMENT.items():
        question = getattr(read, name)
        told.append(Case(name, lambda release, ask=question: ask(release, LETTER), _of(rows)))
    told += [
        Case("numbers", lambda release: read.numbers(release, (LETTER,)), _of("decisions")),
        Case("related to one", lambda it: read.related(it, document=LETTER), _of("relations")),
        Case("effects", lambda it: read.effects(it, (LETTER,)), _of("effects")),
        Case("parts_in", lambda it: read.parts_in(it, read.numbers(it, (LETTER,))), _of("answers")),
        Case("difference of one", lambda it: of_one(it, twin(it)), _of("facts")),
        Case("difference, everything", lambda it: differences.between(it, twin(it)), "SELECT 1"),
    ]
    weeks = "SELECT count(DISTINCT bulletin) FROM decisions"
    told += [Case("weeks", read.weeks, weeks), Case("week digests", read.week_digests, weeks)]
    told.append(
        Case(
            "series",
            lambda release: read.series(release, "2020-w10"),
            "SELECT count(*) FROM decisions WHERE bulletin = '2020-w10'",
        )
    )
    for name, (filters, where) in FILTERS.items():
        told += _of_all(name, filters, where)
    for name, search in SEARCHES.items():
        where = " AND ".join(f"contains(lower(title_vi), '{word}')" for word in search.split())
        told += _of_all(name, Filters(search=search), where)
    return told


@cache
def twin(release: Release) -> Release:
    """The same release opened once more: what two are asked for is kept by each."""
    return Release.open(release.file, memory_mb=settings.read({}).memory_mb)


def of_one(old: Release, new: Release) -> object:
    return differences.of_one(old, new, LETTER)


def forget(release: Release) -> None:
    """As if nobody had asked for rows yet: sets of words and values stay."""
    for each in (release, twin(release)):
        each.kept.clear()


OF_A_DOCUMENT = {
    "facts_of": "facts",
    "flags_of": "flags",
    "dimensions": "dimensions",
    "options": "options",
    "answers": "answers",
    "steps": "steps",
    "provisions": "provisions",
    "bodies": "bodies",
    "silences": "silences",
    "relations": "relations",
    "changes": "changes",
    "effects_by": "effects",
}
"""Question → the table that holds its rows."""

FILTERS: Mapping[str, tuple[Filters, str]] = {
    "everything": (Filters(), "true"),
    "a sector": (IN_A_SECTOR, "sector = 'finance'"),
    "three filters": (
        NARROW,
        "sector IN ('finance', 'economy') AND kind = 'QD' AND status = 'decided'",
    ),
    "a year": (IN_A_YEAR, "signed_on BETWEEN DATE '2012-01-01' AND DATE '2012-12-31'"),
    "a week": (IN_A_WEEK, "bulletin = '2020-w10'"),
    "a sector, searched": (
        replace(IN_A_SECTOR, search="giao thong"),
        "sector = 'finance' AND contains(lower(title_vi), 'giao thông')",
    ),
}


def _of_all(name: str, filters: Filters, where: str) -> list[Case]:
    """The questions that filters narrow, as pages and programs ask them."""
    scan = f"SELECT count(*) FROM decisions WHERE {where}"
    facts = f"SELECT count(*) FROM facts WHERE decision IN (SELECT id FROM decisions WHERE {where})"
    asked: Mapping[str, Ask] = {
        "count": lambda release: read.count(release, filters),
        "decisions": lambda release: read.decisions(release, filters, limit=25),
        "decisions, sheet 9": lambda it: read.decisions(it, filters, limit=25, offset=200),
        "facets": lambda release: read.facets(release, filters),
        "flags": lambda release: read.flags(release, filters),
        "deadlines": lambda release: read.deadlines(release, filters, limit=25),
        "related": lambda release: read.related(release, filters, limit=25),
        "second sectors": lambda release: read.also_in_sector(release, filters),
    }
    of_facts: Mapping[str, Ask] = {
        "facts of subjects": lambda it: read.facts(it, filters, measures=SUBJECTS, limit=100),
        "facts, sheet 9": lambda release: read.facts(release, filters, limit=25, offset=200),
    }
    return [
        *(Case(f"{question} · {name}", ask, scan) for question, ask in asked.items()),
        *(Case(f"{question} · {name}", ask, facts) for question, ask in of_facts.items()),
    ]


def _of(table: str) -> str:
    if table == "decisions":
        return f"SELECT count(*) FROM decisions WHERE slug = '{LETTER}'"
    own = f"SELECT id FROM decisions WHERE slug = '{LETTER}'"
    return f"SELECT count(*) FROM {table} WHERE decision IN ({own})"


def plain(release: Release, question: str) -> list[dict[str, object]]:
    """Rows of any SQL, by the same way as `Release.ask` goes: its cursor, its dictionaries."""
    with release._connection.cursor() as cursor:
        cursor.execute(question)
        columns = [column[0] for column in cursor.description or ()]
        return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


def nothing() -> None:
    """What goes before a question that may find rows kept."""


def median(ask: Callable[[], object], runs: int, before: Callable[[], object] = nothing) -> float:
    """Milliseconds: the median of so many after one that is not counted; `before` each untimed."""
    ask()
    took = []
    for _ in range(runs):
        before()
        start = now()
        ask()
        took.append((now() - start) * 1000)
    return statistics.median(took)


def peak(folder: Path) -> float:
    """Megabytes at most resident in a process that opens the release and asks everything once."""
    done = subprocess.run(
        [sys.executable, __file__, "--ask-all", str(folder)],
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout)


def ask_all(folder: Path) -> None:
    """Ask everything once, and print the peak memory of this process in megabytes."""
    release = synthetic.opened(folder)
    for case in cases():
        case.ask(release)
    print(synthetic.peak_memory())


def first(folder: Path, ask: Ask) -> float:
    """Milliseconds of a question to a release that was just opened."""
    shelf._open.cache_clear()
    release = synthetic.opened(folder)
    other = twin(release)
    start = now()
    ask(release)
    took = (now() - start) * 1000
    other.close()
    release.close()
    return took


def cold(case: Case, release: Release, runs: int) -> float:
    """Milliseconds of a question none of whose rows is kept."""
    return median(lambda: case.ask(release), runs, before=lambda: forget(release))


def size(rows: object) -> int:
    """How many rows an answer has."""
    return len(rows) if isinstance(rows, list) else 1


def compare(folders: Mapping[int, Path], runs: int) -> None:
    """Print the table: documents → the folder with the release of so many."""
    largest = max(folders)
    firsts = {case.name: first(folders[largest], case.ask) for case in cases()}
    shelf._open.cache_clear()
    releases = {documents: synthetic.opened(folder) for documents, folder in folders.items()}
    floor = median(lambda: plain(releases[largest], "SELECT 1"), RUNS)
    print(f"milliseconds; the floor, SELECT 1 with {largest:,} documents: {floor:.2f}\n")
    heads = "".join(f"{documents:>11,}" for documents in releases)
    beside = f"{'x floor':>9}{'first':>8}{'again':>8}{'rows':>7}{'scan / ours':>13}"
    print(f"{'question':42}{heads}{beside}")
    slowest: dict[str, float] = {}
    for case in cases():
        took = [cold(case, release, runs) for release in releases.values()]
        again = median(lambda: case.ask(releases[largest]), runs)  # noqa: B023
        scan = median(lambda: plain(releases[largest], case.scan), SCANS)  # noqa: B023
        slowest[case.name] = took[-1]
        cells = "".join(f"{each:11.1f}" for each in took)
        print(
            f"{case.name:42}{cells}{took[-1] / floor:9.1f}{firsts[case.name]:8.1f}"
            f"{again:8.1f}{size(case.ask(releases[largest])):7}{scan / took[-1]:13.2f}",
            flush=True,
        )
    worst = max(slowest, key=lambda name: slowest[name])
    slow = sum(took > MOST_MS for took in slowest.values())
    print(
        f"\nwith {largest:,}: median of all questions {statistics.median(slowest.values()):.1f}, "
        f"worst {slowest[worst]:.1f} ({worst}), "
        f"{slow} of {len(slowest)} above {MOST_MS}"
    )


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("decisions", type=int, nargs="*", default=SIZES)
    asked.add_argument("--small", action="store_true", help="2,000 documents, three runs each")
    asked.add_argument("--clock", choices=CLOCKS, default="wall")
    asked.add_argument("--ask-all", type=Path, help=argparse.SUPPRESS)
    given = asked.parse_args()
    global now  # noqa: PLW0603 - chosen once, before anything is measured
    now = CLOCKS[given.clock]
    if given.ask_all:
        ask_all(given.ask_all)
        return
    sizes = [synthetic.SMALL] if given.small else given.decisions
    with tempfile.TemporaryDirectory(prefix="lsdash-8-") as shipped:
        build.build(synthetic.place(Path(shipped)))
        folders = {8: Path(shipped)} | {each: synthetic.ready(each) for each in sizes}
        compare(folders, SCANS if given.small else RUNS)
        for documents, folder in folders.items():
            print(f"peak memory with {documents:,}: {peak(folder):.0f} MB")


if __name__ == "__main__":
    main()
