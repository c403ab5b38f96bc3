"""Every benchmark, one after the other: the whole table of docs/performance.md.

`python benchmarks/all.py` takes hours on two cores; `--small` runs each at its small size. A
benchmark that fails is named at the end and makes the exit code 1; the others go on.
"""

import argparse
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
MILLION = "1000000"

BENCHMARKS = (
    ("The store", "store.py", ()),
    ("The store beside its peers", "peers.py", ()),
    ("Building", "building.py", ()),
    ("Publishing, and a thousand bulletins", "editing.py", ()),
    ("Publishers that are killed", "kills.py", ()),
    ("Reading bulletins", "reading.py", ()),
    ("The planner", "planner.py", ()),
    ("Files of a view", "exports.py", ()),
    ("Processor time of a run", "reruns.py", ()),
    ("The same at a million, beside the usual app", "reruns.py", ("--decisions", MILLION)),
    ("Click to paint, eight documents and a million", "pages.py", ("--decisions", MILLION)),
    ("Pages opened in a new browser", "pages.py", ("--cold",)),
    ("A room of viewers", "viewers.py", ()),
    ("A room of viewers at a million", "viewers.py", ("--decisions", MILLION)),
    ("Memory while viewers come and go", "viewers.py", ("--soak", "5000")),
    ("Readers who come and go", "sessions.py", ()),
    ("Files that are brought", "files_brought.py", ()),
    ("All that a stranger may say", "attack.py", ()),
)
"""What is measured, by which script, asked how."""


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--small", action="store_true", help="each at its small size")
    is_small = asked.parse_args().small
    failed = []
    once = {script: (title, script, ()) for title, script, _ in reversed(BENCHMARKS)}
    for title, script, options in reversed(once.values()) if is_small else BENCHMARKS:
        print(f"\n## {title}\n", flush=True)
        start = time.perf_counter()
        given = ("--small",) if is_small else options
        done = subprocess.run([sys.executable, str(HERE / script), *given], check=False)
        print(f"({script}: {time.perf_counter() - start:.0f} s)", flush=True)
        if done.returncode:
            failed.append(title)
    print(f"\nfailed: {', '.join(failed) or 'none'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
