"""What it takes to build a release of N invented documents: time, memory, room.

`python benchmarks/building.py [N]` (default 1,000,000) makes one of rows that DuckDB invents, in a
process of its own, and prints how long that took, what the process held at most, and the size of
the file, beside a peer that writes the same rows as plain Parquet. `--records N …` (default 10,000
and 20,000) writes N documents as records of weeks and has them built as `lsdash build` does it,
from YAML to CURRENT, once for each number: what memory grows by from one to the next tells what a
million takes.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from random import Random

import duckdb
import synthetic

MOST_MEMORY_MB, MOST_FILE_MB = 2_000, 476
"""What a million may take; told beside what it takes."""

OF_RECORDS = (10_000, 20_000)
A_WEEK = synthetic.A_MILLION // synthetic.WEEKS
"""Documents of a week where there are a million."""

FROM_ROWS = """
import sys
from pathlib import Path
import synthetic
synthetic.build(Path(sys.argv[1]), int(sys.argv[2]), "00000000")
print(synthetic.peak_memory())
"""
FROM_RECORDS = """
import sys
from pathlib import Path
import synthetic
from lsdash.settings import Settings
from lsdash.store import build
place = Settings(Path(sys.argv[1]) / "bulletins", Path(sys.argv[1]) / "releases", memory_mb=256)
build.build(place, invented=True)
print(synthetic.peak_memory())
"""

BULLETIN = """\
bulletin:
  slug: {slug}
  province: lang-son
  title: Bản tin
  period_from: {monday}
  period_to: {sunday}
  invented: true
  headlines: []
  headlines_complete: false
  origin:
    publisher: {{vi: Không ai, en: Nobody}}
    sha256: '{nothing}'
decisions:
"""
DOCUMENT = """\
  - number: {number}/QĐ-UBND
    signed_on: {on}
    sector: {sector}
    status: decided
    title: {{vi: '{title}', en: '{title}'}}
    short_title: {{vi: '{short}', en: '{short}'}}
    summary: {{vi: '{summary}', en: '{summary}'}}
    at: {{item: 1, paragraph: 1}}
    facts:
      - slug: places
        measure: other
        subject: {{vi: '{short}', en: '{short}'}}
        kind: count
        low: {places}
        high: {places}
        unit: place
        bound: exact
        printed: {places} chỉ tiêu
        at: {{item: 1, paragraph: 1}}
    provisions:
      - text: {{vi: '{short}', en: '{short}'}}
        at: {{item: 1, paragraph: 1}}
    relations:
      - kind: implements
        target: {{vi: '{short}', en: '{short}'}}
        at: {{item: 1, paragraph: 1}}
"""


def write_records(folder: Path, decisions: int) -> None:
    """So many documents, week by week from 2005 on, A_WEEK to each."""
    chance, words = Random(decisions), [*synthetic.VIETNAMESE, *synthetic.NAMES]
    folder.mkdir(parents=True)
    for first in range(0, decisions, A_WEEK):
        monday = date(2005, 1, 3) + timedelta(weeks=first // A_WEEK)
        slug = f"{monday:%G-w%V}"
        told = [
            BULLETIN.format(
                slug=slug, monday=monday, sunday=monday + timedelta(days=6), nothing="0" * 64
            )
        ]
        for number in range(first + 1, min(first + A_WEEK, decisions) + 1):
            some = chance.choices(words, k=40)
            told.append(
                DOCUMENT.format(
                    number=number,
                    on=monday + timedelta(days=number % 5),
                    sector=chance.choice([*synthetic.SECTORS]),
                    title=" ".join(some[:16]),
                    short=" ".join(some[:3]),
                    summary=" ".join(some[10:]),
                    places=number % 900 + 10,
                )
            )
        (folder / f"{slug}.yaml").write_text("".join(told), encoding="utf-8")


def measured(program: str, folder: Path, *given: object) -> tuple[float, float]:
    """Seconds, and megabytes at most, of a build in a process of its own."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder), *map(str, given)],
        cwd=Path(__file__).parent,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return time.perf_counter() - start, float(done.stdout.split()[-1])


def as_parquet(file: Path, folder: Path) -> tuple[float, float]:
    """Seconds and megabytes of the same tables as Parquet, without any index."""
    start = time.perf_counter()
    with duckdb.connect(str(file), read_only=True) as release:
        release.execute("SET enable_progress_bar = false")
        release.execute(f"EXPORT DATABASE '{folder}' (FORMAT parquet, COMPRESSION zstd)")
    took = time.perf_counter() - start
    return took, sum(each.stat().st_size for each in folder.glob("*.parquet")) / 1e6


def of_rows(decisions: int) -> None:
    with tempfile.TemporaryDirectory(prefix="lsdash-built-") as made:
        folder = Path(made)
        seconds, memory = measured(FROM_ROWS, folder, decisions)
        (file,) = folder.glob("*.duckdb")
        size = file.stat().st_size / 1e6
        print(f"{decisions:,} documents")
        print(f"built in {seconds:.0f} s, {1000 * seconds / decisions:.2f} ms a document")
        print(f"memory {memory:.0f} MB (a million may take {MOST_MEMORY_MB:,})")
        print(f"file {size:.0f} MB (a million may take {MOST_FILE_MB})")
        took, parquet = as_parquet(file, folder / "parquet")
        print(f"as Parquet, without sets: {took:.0f} s, {parquet:.0f} MB")


def of_records(sizes: list[int]) -> None:
    """A line for each size, and what a million would hold if memory went on growing so."""
    peaks = []
    for decisions in sizes:
        with tempfile.TemporaryDirectory(prefix="lsdash-built-") as made:
            write_records(Path(made) / "bulletins", decisions)
            seconds, memory = measured(FROM_RECORDS, Path(made))
        peaks.append((decisions, memory))
        print(
            f"{decisions:,} documents from records: {seconds:.0f} s, "
            f"{1000 * seconds / decisions:.2f} ms a document, memory {memory:.0f} MB",
            flush=True,
        )
    if len(peaks) > 1:
        (less, low), (more, high) = peaks[-2:]
        each = (high - low) / (more - less)
        print(
            f"{1000 * each:.2f} kB a document: a million would hold "
            f"{high + each * (synthetic.A_MILLION - more):.0f} MB (it may {MOST_MEMORY_MB:,})"
        )


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("decisions", type=int, nargs="?", default=synthetic.A_MILLION)
    asked.add_argument("--records", type=int, nargs="*", help="only from records, so many")
    asked.add_argument("--small", action="store_true", help="200 documents, 20 from records")
    given = asked.parse_args()
    if given.small:
        of_rows(200)
        of_records([20])
    elif given.records is not None:
        of_records(given.records or [*OF_RECORDS])
    else:
        of_rows(given.decisions)
        of_records([*OF_RECORDS])


if __name__ == "__main__":
    main()
