"""A real server, somebody who brings files, and somebody else who clicks meanwhile."""

import subprocess
import sys

from lsdash.settings import ROOT


def test_what_somebody_brings_stays_within_the_servers_memory_and_ends_with_its_reader() -> None:
    command = [sys.executable, str(ROOT / "benchmarks" / "files_brought.py"), "--small"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "a viewer left: read, gone" in done.stdout
    assert "700 are allowed" in done.stdout
