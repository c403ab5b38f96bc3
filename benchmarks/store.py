"""How long the store takes for every question, with eight documents and with N.

`python benchmarks/store.py [N]` (default 1,000,000) prints a table: the median of 15 runs in
milliseconds on both releases; how many times the floor of the same run that is (`SELECT 1`, asked
and read the same way); and a peer on the big release, a plain full scan `count(*)` with the same
filter. Last comes the peak memory of a process that only opens the big release and asks everything.
"""

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import synthetic  # first: it makes the project importable

from lsdash import differences
from lsdash.model import Filters
from lsdash.store import build, read, shelf
from lsdash.store.release import Release
from lsdash.vocabulary import Measure

RUNS = 15
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
    peer: str
    """A full scan with the same filter, in plain SQL."""


def cases() -> list[Case]:
    """Every question, those that filters narrow with several of them."""
    told = [Case("decision", lambda release: read.decision(release, LETTER), _of("decisions"))]
    for name, rows in OF_A_DOCUMENT.items():
        question = getattr(read, name)
        told.append(Case(name, lambda release, ask=question: ask(release, LETTER), _of(rows)))
    told += [
        Case("numbers", lambda release: read.numbers(release, (LETTER,)), _of("decisions")),
        Case("difference of one", lambda it: differences.of_one(it, it, LETTER), _of("facts")),
    ]
    told.append(Case("weeks", read.weeks, "SELECT count(DISTINCT bulletin) FROM decisions"))
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
    """The questions that filters narrow, as pages ask them."""
    peer = f"SELECT count(*) FROM decisions WHERE {where}"
    facts = f"SELECT count(*) FROM facts WHERE decision IN (SELECT id FROM decisions WHERE {where})"
    return [
        Case(f"count · {name}", lambda release: read.count(release, filters), peer),
        Case(f"decisions · {name}", lambda r: read.decisions(r, filters, limit=25), peer),
        Case(f"week digests · {name}", lambda release: read.week_digests(release, filters), peer),
        Case(f"facets · {name}", lambda release: read.facets(release, filters), peer),
        Case(f"flags · {name}", lambda release: read.flags(release, filters), peer),
        Case(
            f"facts of subjects · {name}",
            lambda release: read.facts(release, filters, measures=SUBJECTS),
            facts,
        ),
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


def median(ask: Callable[[], object]) -> float:
    """Milliseconds: the median of RUNS after one that is not counted."""
    ask()
    took = []
    for _ in range(RUNS):
        start = time.perf_counter()
        ask()
        took.append((time.perf_counter() - start) * 1000)
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
    release = opened(folder)
    for case in cases():
        case.ask(release)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def opened(folder: Path) -> Release:
    """The current release of a folder, with the memory that the dashboard gives it."""
    place = synthetic.place(folder)
    return shelf.open_release(place, shelf.newest(place))


def size(rows: object) -> int:
    """How many rows an answer has."""
    return len(rows) if isinstance(rows, list) else 1


def compare(eight: Release, big: Release, decisions: int) -> None:
    """Print the table."""
    floors = median(lambda: plain(eight, "SELECT 1")), median(lambda: plain(big, "SELECT 1"))
    print(f"floor, SELECT 1: {floors[0]:.2f} ms with 8, {floors[1]:.2f} ms with {decisions:,}\n")
    print(
        f"{'question':42}{'8: ms':>8}{'x floor':>9}{f'{decisions:,}: ms':>16}{'x floor':>9}"
        f"{'rows':>8}{'scan: ms':>10}{'x scan':>8}"
    )
    for case in cases():
        small = median(lambda: case.ask(eight))  # noqa: B023 - asked at once
        large = median(lambda: case.ask(big))  # noqa: B023
        peer = median(lambda: plain(big, case.peer))  # noqa: B023
        print(
            f"{case.name:42}{small:8.1f}{small / floors[0]:9.1f}{large:16.1f}"
            f"{large / floors[1]:9.1f}{size(case.ask(big)):8}{peer:10.1f}{large / peer:8.2f}",
            flush=True,
        )


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("decisions", type=int, nargs="?", default=synthetic.A_MILLION)
    asked.add_argument("--ask-all", type=Path, help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.ask_all:
        ask_all(given.ask_all)
        return
    big = synthetic.ready(given.decisions)
    with tempfile.TemporaryDirectory(prefix="lsdash-8-") as folder:
        build.build(synthetic.place(Path(folder)))
        compare(opened(Path(folder)), opened(big), given.decisions)
        print(f"\npeak memory with 8: {peak(Path(folder)):.0f} MB")
    print(f"peak memory with {given.decisions:,}: {peak(big):.0f} MB")


if __name__ == "__main__":
    main()
