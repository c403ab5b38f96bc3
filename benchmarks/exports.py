"""How long a file takes and how large it is, for every view and form, beside an empty page of PDF.

`python benchmarks/exports.py`; `--small` takes one view.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import typst

from lsdash.export import files
from lsdash.export.stamp import Stamp
from lsdash.settings import Settings
from lsdash.store import build
from lsdash.store.release import Release
from lsdash.view import from_query, to_path

VIEWS = (
    "/",
    "/rural_roads",
    "/energy_targets",
    "/border_labor",
    "/border_trade",
    "/border_labor?show=planner&days=365",
    "/covid",
    "/decisions",
)
HOST = "https://dashboard.example"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--small", action="store_true", help="one view")
    views = VIEWS[1:2] if asked.parse_args().small else VIEWS
    with tempfile.TemporaryDirectory() as folder:
        place = Settings(ROOT / "data" / "bulletins", Path(folder) / "releases", memory_mb=256)
        release = Release.open(place.releases / f"{build.build(place)}.duckdb", memory_mb=256)
        floor, _ = _timed(lambda: typst.compile(b"nothing", format="pdf"))
        print(f"an empty page of PDF: {floor:.0f} ms")
        print("| view | form | first ms | again ms | kB |\n|---|---|---|---|---|")
        for path in views:
            for form in files.FORMS:
                first, content = _timed(lambda: _made(form, path, release))  # noqa: B023
                again, _ = _timed(lambda: _made(form, path, release))  # noqa: B023
                size = len(content) / 1000
                print(f"| {path} | {form} | {first:.0f} | {again:.0f} | {size:.0f} |")
        release.close()


def _made(form: str, path: str, release: Release) -> bytes:
    parts = urlsplit(path)
    view, _ = from_query(parse_qs(parts.query), parts.path.strip("/") or "overview")
    view = replace(view, release=release.name)
    stamp = Stamp(HOST + to_path(view), datetime(2020, 3, 9, tzinfo=UTC), f"{HOST}/s/12345678")
    return files.make(form, release, view, "vi", stamp).content


def _timed(make: Callable[[], bytes]) -> tuple[float, bytes]:
    start = time.perf_counter()
    content = make()
    return (time.perf_counter() - start) * 1000, content


if __name__ == "__main__":
    main()
