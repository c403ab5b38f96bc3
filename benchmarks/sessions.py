"""Readers who come and go: what each leaves behind, at the dashboard and at a bare Streamlit app.

`python benchmarks/sessions.py` opens and closes 500 sessions one after another at servers that may
have 1,024 file handles, and prints how many were served, the handles held on the way, and the
milliseconds of each. `--small` does it with 12. No browser takes part. Needs Linux's /proc.
"""

import argparse
import resource
import tempfile
import time
from pathlib import Path

import served
import synthetic  # first of ours: it makes the project importable
from served import Server
from websockets.exceptions import WebSocketException

from tests.web import tabs

FLOOR = Path(__file__).with_name("floor_app.py")
HANDLES = 1_024


def come_and_go(name: str, server: Server, visits: int) -> None:
    """One line: name, sessions that were served, handles at the most and at the end, and time."""
    good, most, began = 0, 0, time.perf_counter()
    for _ in range(visits):
        try:
            with tabs.opened(server.url) as tab:
                good += bool(tab.run())
        except (OSError, WebSocketException):  # TimeoutError is an OSError
            pass
        most = max(most, held(server))
    each = (time.perf_counter() - began) / visits * 1000
    print(f"{name:12}{good:8} of {visits:<8}{most:8}{held(server):8}{each:10.0f}", flush=True)


def held(server: Server) -> int:
    return len([*Path(f"/proc/{server.pid}/fd").iterdir()])


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--small", action="store_true")
    visits = 12 if arguments.parse_args().small else 500
    resource.setrlimit(resource.RLIMIT_NOFILE, (HANDLES, HANDLES))
    print(f"{'server':12}{'served':>20}{'most':>8}{'at end':>8}{'ms each':>10}")
    with tempfile.TemporaryDirectory() as folder:
        with served.running(FLOOR, Path(folder)) as floor:
            come_and_go("floor", floor, visits)
        releases = Path(folder) / "releases"
        with served.running(synthetic.ROOT / "app.py", synthetic.ROOT, releases) as dashboard:
            come_and_go("dashboard", dashboard, visits)


if __name__ == "__main__":
    main()
