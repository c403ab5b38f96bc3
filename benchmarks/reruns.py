"""What one run of each page costs the server: processor time of the script, beside the floor's.

Beside both stands the usual app (`usual_app.py`): the same documents in a cached pandas frame.
`--decisions N` asks with so many invented ones below. No browser and no network take part, so the
numbers hold still on a busy machine. `--profile PAGE` prints where a page spends its time.
"""

import argparse
import cProfile
import os
import pstats
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.parse import parse_qsl

import peers
import synthetic  # it makes the project importable
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.testing.v1 import AppTest

from lsdash.store import build

ROOT = synthetic.ROOT
FLOOR = Path(__file__).with_name("floor_app.py")
USUAL = Path(__file__).with_name("usual_app.py")
VIEWS = (
    "overview",
    "rural_roads",
    "college_quotas",
    "energy_targets",
    "border_labor?show=plans",
    "border_labor?show=planner",
    "border_trade",
    "covid",
    "commune_staff",
    "decisions",
    "decisions?doc=39-kh-ubnd-2020",
)
WARM_UP = 4
RUNS = 15
SMALL = VIEWS[:1]


def opened(view: str) -> AppTest:
    """The page of a view, as a reader has it who has been there for a while."""
    page, _, query = view.partition("?")
    app = AppTest.from_file(str(ROOT / "lsdash" / "web" / "main.py"), default_timeout=60).run()
    if page != "overview":
        app.switch_page(f"../../pages/{page}.py")
    for key, value in parse_qsl(query):
        app.query_params[key] = value
    for _ in range(WARM_UP):
        app.run()
    assert not app.exception, app.exception
    return app


@contextmanager
def watched(around: Callable[[], object]) -> Iterator[list[float]]:
    """Milliseconds of processor time of every script run inside; `around` is called before each."""
    plain = ScriptRunner._run_script
    took: list[float] = []

    def timed(self: ScriptRunner, *args: object, **options: object) -> None:
        around()
        begun = time.thread_time()
        try:
            plain(self, *args, **options)
        finally:
            took.append((time.thread_time() - begun) * 1000)

    ScriptRunner._run_script = timed
    try:
        yield took
    finally:
        ScriptRunner._run_script = plain


def cost(app: AppTest, runs: int) -> float:
    with watched(lambda: None) as took:
        for _ in range(runs):
            app.run()
    return statistics.median(took)


def profile(view: str) -> None:
    app, found = opened(view), cProfile.Profile()
    with watched(found.enable):
        app.run()
        found.disable()
    pstats.Stats(found).sort_stats("cumulative").print_stats(40)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--profile", metavar="VIEW", help="one of the views below, or any other")
    asked.add_argument("--decisions", type=int, help="with so many invented ones")
    asked.add_argument("--small", action="store_true", help="one page, two runs")
    given = asked.parse_args()
    views, runs = (SMALL, 2) if given.small else (VIEWS, RUNS)
    with tempfile.TemporaryDirectory(prefix="lsdash-8-") as eight:
        folder = synthetic.ready(given.decisions) if given.decisions else Path(eight)
        os.environ["LSDASH_RELEASES"] = str(folder)
        build.build(synthetic.place(Path(eight)))
        if given.profile:
            profile(given.profile)
            return
        peers.fill(folder)
        os.environ["LSDASH_PEER"] = str(folder / peers.FILE)
        floor = cost(AppTest.from_file(str(FLOOR), default_timeout=60).run(), runs)
        print(f"{'floor':34}{floor:8.1f} ms")
        told = [("the usual app", lambda: AppTest.from_file(str(USUAL), default_timeout=600).run())]
        told += [(view, partial(opened, view)) for view in views]
        for name, app in told:
            took = cost(app(), runs)
            print(f"{name:34}{took:8.1f} ms{took / floor:7.2f}", flush=True)


if __name__ == "__main__":
    main()
