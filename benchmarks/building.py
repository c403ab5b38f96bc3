"""What it takes to build a release of N invented documents: time, memory, room.

`python benchmarks/building.py [N]` (default 1,000,000) builds it anew in a process of its own and
prints how long that took, what the process held at most, and the size of the file, beside a peer
that writes the same rows as plain Parquet.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb
import synthetic

MOST_MEMORY_MB, MOST_FILE_MB = 2_000, 476
"""What a million may take; told beside what it takes."""

BUILD = """
import sys
from pathlib import Path
import synthetic
synthetic.build(Path(sys.argv[1]), int(sys.argv[2]), "00000000")
print(synthetic.peak_memory())
"""


def built(folder: Path, decisions: int) -> tuple[float, float]:
    """Seconds, and megabytes at most, of a build."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", BUILD, str(folder), str(decisions)],
        cwd=Path(__file__).parent,
        capture_output=True,
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


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("decisions", type=int, nargs="?", default=synthetic.A_MILLION)
    asked.add_argument("--small", action="store_true", help="2,000 documents")
    given = asked.parse_args()
    decisions = synthetic.SMALL if given.small else given.decisions
    with tempfile.TemporaryDirectory(prefix="lsdash-built-") as made:
        folder = Path(made)
        seconds, memory = built(folder, decisions)
        (file,) = folder.glob("*.duckdb")
        size = file.stat().st_size / 1e6
        print(f"{decisions:,} documents")
        print(f"built in {seconds:.0f} s, {1000 * seconds / decisions:.2f} ms a document")
        print(f"memory {memory:.0f} MB (a million may take {MOST_MEMORY_MB:,})")
        print(f"file {size:.0f} MB (a million may take {MOST_FILE_MB})")
        took, parquet = as_parquet(file, folder / "parquet")
        print(f"as Parquet, without sets: {took:.0f} s, {parquet:.0f} MB")


if __name__ == "__main__":
    main()
