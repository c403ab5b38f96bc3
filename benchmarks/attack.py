"""Everything that a stranger may say to the server, said at once: python benchmarks/attack.py.

A server of its own serves a record whose every text looks like markup. Asked are: questions made
from the contract, pages by links that hold odd values under every key, the same in a browser, every
file of every view, releases and links that are broken while they are served, the page for editors
while it is shut; and publishers and sharers are killed. One line each: how many held, of how many,
and the first that did not; exit code 1 if any did not. Everything said is harmless, and only to the
server started here. `--small` takes some of each, without a browser.
"""

import argparse
import csv
import io
import itertools
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
import openpyxl
import schemathesis
import served
import synthetic  # it makes the project importable
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from playwright.sync_api import Page
from ruamel.yaml import YAML
from schemathesis import Case, GenerationMode
from served import Server
from streamlit.proto.Element_pb2 import Element
from visitor import Visitor, visiting
from websockets.exceptions import WebSocketException

from lsdash import short_links
from lsdash.errors import TooManyRowsError
from lsdash.export import files
from lsdash.export.stamp import Stamp
from lsdash.settings import Settings
from lsdash.store import build, read
from lsdash.store.release import Release
from lsdash.text import LANGS, say
from lsdash.view import KNOWN_KEYS, PAGES, View, to_path

ROOT = synthetic.ROOT
TAG, LINK, FORMULA = "<b id=lsdash-mark>", "[x](https://elsewhere.example/)", "=1+1"
MARKUP = f"{FORMULA} {TAG}x</b> {LINK} `code` $x^2$ :red[x]"
VALUES = (
    *(TAG, LINK, MARKUP, "%", "🙂", "\x00\x1b\u202e", "../../etc", "-1", "1e999", "nan"),
    *("' OR 1=1", "a" * 9_000, "\N{COMBINING ACUTE ACCENT}" * 200, "９９", "2020-02-30"),
)
OF_READERS = tuple(page for page in PAGES if page not in ("changes", "data", "intake"))
LINK_MADE = re.compile(r"(?<!\\)\[[^\]]*\]\(https://elsewhere")
SHARE = """
import sys
from lsdash import settings, short_links
from lsdash.view import View
for number in range(10_000):
    view = View(page="decisions", release="2020w10-3f9a2c1d", document=f"{number}-{sys.argv[1]}")
    print(short_links.shorten(settings.read(), view), flush=True)
"""


@dataclass
class Tally:
    """How many of one kind held, and what the others were."""

    tried: int = 0
    broken: list[str] = field(default_factory=list)

    def add(self, what: str, fault: str | None) -> None:
        self.tried += 1
        if fault:
            self.broken.append(f"{what[:200]}: {fault}")

    def __str__(self) -> str:
        return f"{self.tried - len(self.broken):6} of {self.tried:<6}"


@dataclass(frozen=True)
class Target:
    server: Server
    place: Settings
    release: str
    is_small: bool

    def some(self, items: Sequence[Any], few: int, most: int = 300) -> Sequence[Any]:
        """So many of them, from everywhere and always the same; at the small size the few."""
        count = min(len(items), few if self.is_small else most)
        return random.Random(count).sample(items, count)


def contract(at: Target, tally: Tally) -> None:
    """Questions made from the contract, well-formed ones and others: no fault of the server's."""
    described = schemathesis.openapi.from_url(f"{at.server.url}/api/openapi.json")
    often = examples(
        max_examples=1 if at.is_small else 100,
        database=None,
        deadline=None,
        derandomize=True,
        suppress_health_check=[*HealthCheck],
    )
    for operation in described.get_all_operations():
        asked = operation.ok()
        for mode in GenerationMode:
            if mode is GenerationMode.NEGATIVE and not asked.query:
                continue

            @given(case=asked.as_strategy(generation_mode=mode))
            @often
            def answered(case: Case) -> None:
                status = case.call().status_code
                tally.add(case.formatted_path, f"status {status}" if status >= 500 else None)

            answered()


def queries(at: Target) -> Sequence[tuple[str, str]]:
    """Pages with an odd value under one of the keys."""
    asked = itertools.product(PAGES, sorted(KNOWN_KEYS), VALUES)
    return at.some([(page, urlencode({key: value})) for page, key, value in asked], 12, 2_500)


def pages(at: Target, tally: Tally) -> None:
    """Each page runs to its end and makes no markup of what it is told."""
    new_each_time = httpx.Limits(max_keepalive_connections=0)  # a page may outlast an idle one
    with httpx.Client(
        base_url=at.server.url, timeout=60, follow_redirects=True, limits=new_each_time
    ) as client:
        for page, query in queries(at):
            whole = client.get(f"/{page}?{query}")
            fault = f"status {whole.status_code}" if whole.status_code >= 500 else None
            if TAG in whole.text:
                fault = "markup in the answer"
            with visiting(at.server.url) as tab:
                tab.open(page, query)
            tally.add(f"/{page}?{query}", fault or told_wrongly(tab))


def told_wrongly(tab: Visitor) -> str | None:
    """What of a page is an error of its own, or markup that somebody else wrote."""
    for element in tab.elements:
        kind = element.WhichOneof("type")
        if kind == "exception":
            return f"{element.exception.type}: {element.exception.message}"
        if LINK_MADE.search("\n".join(_markdown(element, kind))):
            return f"a link in {kind}"
        is_html = kind == "html" or (kind == "markdown" and element.markdown.allow_html)
        if is_html and TAG in getattr(element, kind).body:
            return f"markup in {kind}"
    return None


def _markdown(element: Element, kind: str) -> Iterator[str]:
    """The texts of an element in which a link may be written."""
    held = getattr(element, kind)
    names = ("body",) if kind in ("markdown", "heading", "alert") else ("label", "help")
    yield from (str(getattr(held, name)) for name in names if hasattr(held, name))


def in_a_browser(at: Target, tally: Tally) -> None:
    """Two links of each page, painted: nothing asks another host, nothing of ours is theirs."""
    if at.is_small:
        return
    with browser() as page:
        for name, value in itertools.product(PAGES, (MARKUP, TAG)):
            seen: list[str] = []
            page.on("dialog", lambda said: (seen.append("a dialog"), said.dismiss()))  # noqa: B023
            page.on("request", lambda sent: seen.append(sent.url))  # noqa: B023
            page.goto(f"{at.server.url}/{name}?{urlencode({'q': value, 'week': value})}")
            page.wait_for_selector('.stApp[data-test-script-state="notRunning"] h1')
            own = (at.server.url, "data:", "blob:")
            strange = [each for each in seen if not each.startswith(own)]
            marks = page.locator("#lsdash-mark, a[href^='https://elsewhere.example']").count()
            fault = f"{marks} marks, {strange}" if marks or strange else None
            tally.add(f"/{name} {value}", fault)


@contextmanager
def browser() -> Iterator[Page]:
    from pages import chromium

    with chromium() as opened:
        page = opened.new_page(locale="vi-VN")
        yield page


def made_files(at: Target, tally: Tally) -> None:
    """Files of all views of the record that is all markup: no formula, no tag, no foreign link."""
    release = Release.open(at.place.releases / f"{at.release}.duckdb", memory_mb=128)
    views = [View(page, at.release) for page in OF_READERS]
    views += [View("decisions", at.release, document=row.slug) for row in read.decisions(release)]
    views += [replace(view, kiosk=True) for view in views[:3]]
    stamp = Stamp("https://dashboard.example/x", datetime(2020, 3, 9, tzinfo=UTC))
    for view, form, lang in at.some([*itertools.product(views, files.FORMS, LANGS)], 10):
        with suppress(TooManyRowsError):
            content = files.make(form, release, view, lang, stamp).content
            tally.add(f"{to_path(view)} {form} {lang}", FAULTS[form](content))
    release.close()


def _of_csv(content: bytes, delimiter: str = ",") -> str | None:
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    rows = csv.reader(text, delimiter=delimiter)
    return next((f"a formula: {c}" for row in rows for c in row if c.startswith(FORMULA)), None)


def _of_workbook(content: bytes) -> str | None:
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = (cell for sheet in book for row in sheet.iter_rows() for cell in row)
    return next((f"a formula at {c.coordinate}" for c in cells if c.data_type == "f"), None)


def _of_page(content: bytes) -> str | None:
    text = content.decode()
    return "markup" if TAG in text or 'href="https://elsewhere' in text else None


def _of_pdf(content: bytes) -> str | None:
    return None if content.startswith(b"%PDF") and b"/JavaScript" not in content else "no PDF"


FAULTS: dict[str, Callable[[bytes], str | None]] = {
    "csv": _of_csv,
    "semicolon_csv": partial(_of_csv, delimiter=";"),
    "xlsx": _of_workbook,
    "json": lambda content: None if json.loads(content) else "empty",
    "pdf": _of_pdf,
    "html": _of_page,
}


def broken_files(at: Target, tally: Tally) -> None:
    """Files broken under the running server: it answers calmly, and is well when all are mended."""
    code = short_links.shorten(at.place, View("rural_roads", at.release))
    kept = {file: file.read_bytes() for file in at.place.releases.iterdir() if file.is_file()}
    for file, content in at.some(broken(at, kept), 6):
        _replace(file, content)
        fault = unwell(at, code)
        for each, before in kept.items():
            if not each.is_file() or each.read_bytes() != before:
                _replace(each, before)
        if file not in kept:
            file.unlink(missing_ok=True)
        with httpx.Client(base_url=at.server.url, timeout=60) as client:
            status = client.get("/healthz").status_code
        fault = fault or (None if status == 200 else f"{status} when mended")
        size = "gone" if content is None else f"{len(content)} bytes"
        tally.add(f"{file.name} {size}", fault)


def broken(at: Target, kept: dict[Path, bytes]) -> Sequence[tuple[Path, bytes | None]]:
    """Files of the folder and what they hold by now; None for one that is gone."""
    release = at.place.releases / f"{at.release}.duckdb"
    whole, current = kept[release], at.place.releases / "CURRENT"
    short, stone = at.place.releases / short_links.FILE, at.place.releases / "2020w09-00000000"
    garbage = bytes(range(256)) * 40
    return [
        *((release, each) for each in (None, b"", whole[:100], whole[: len(whole) // 2])),
        *((release, each) for each in (whole[:-1], garbage, garbage + whole[len(garbage) :])),
        *((current, each) for each in (None, b"", b"\xff\xfe", b"../../x\n", garbage)),
        *((current, each) for each in (current.read_bytes()[:5], b"2020w10-00000000\n")),
        *((short, each) for each in (None, b"", garbage, kept[short][:100])),
        *((stone.with_suffix(".withdrawn.json"), each) for each in (b"", b"{", b"[]", garbage)),
    ]


def unwell(at: Target, code: str) -> str | None:
    """What is no calm answer while something is broken."""
    with httpx.Client(base_url=at.server.url, timeout=60) as client:
        for path in ("/healthz", "/api/facts.json", "/api/releases.json", f"/s/{code}", "/"):
            status = client.get(path).status_code
            if status >= 500 and status != 503:
                return f"{path} {status}"
    with visiting(at.server.url) as tab:
        tab.open("rural_roads", urlencode({"release": at.release}))
        return told_wrongly(tab)


def _replace(file: Path, content: bytes | None) -> None:
    if content is None:
        file.unlink(missing_ok=True)
        return
    aside = file.with_name("aside")
    aside.write_bytes(content)
    aside.replace(file)


def shut_gate(at: Target, tally: Tally) -> None:
    """The page for editors asks for nothing and takes nothing, whatever its link says."""
    shut = say("vi", "access.title_off")
    drafts = ("", "0123abcd", "../x", MARKUP)
    asked = itertools.product(drafts, ("1", "9"), ("", "1", MARKUP))
    for draft, sheet, other in at.some([*asked][:20], 4):
        query = urlencode({"draft": draft, "sheet": sheet, "editor": other})
        try:
            with visiting(at.server.url) as tab:
                tab.open("intake", query)
                status, _ = tab.upload("x.txt", b"x")
                kinds = {each.WhichOneof("type") for each in tab.elements}
                is_shut = shut in tab.said and not kinds & {"file_uploader", "text_area"}
                fault = None if is_shut and status == 403 else f"{status}, {sorted(kinds)}"
        except (OSError, WebSocketException) as error:
            fault = str(error)
        tally.add(f"/intake?{query}", fault)


def kills(at: Target, tally: Tally) -> None:
    """Publishers killed at any instant: kills.py, which ends with 0 when nothing was lost."""
    rounds = 2 if at.is_small else 70
    command = [sys.executable, str(Path(__file__).with_name("kills.py")), str(rounds)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    for _ in range(rounds):
        tally.add("a publisher", done.stderr[-300:] if done.returncode else None)


def killed_sharers(at: Target, tally: Tally) -> None:
    """Who shares is killed at any instant: every code that was given opens."""
    dice = random.Random(70)
    for at_kill in range(2 if at.is_small else 70):
        command = [sys.executable, "-c", SHARE, str(at_kill)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="ascii", cwd=ROOT) as child:
            assert child.stdout
            codes = [child.stdout.readline()]
            time.sleep(dice.uniform(0, 0.3))
            child.send_signal(signal.SIGKILL)
            codes += child.stdout.read().split("\n")[:-1]
        lost = [code for code in codes if short_links.resolve(at.place, code.strip()) is None]
        tally.add(f"sharer {at_kill}", f"{len(lost)} of {len(codes)} lost" if lost else None)


KINDS: Sequence[tuple[str, Callable[[Target, Tally], None]]] = (
    ("cases of the contract without a 5xx", contract),
    ("page queries without an injection", pages),
    ("pages in a browser without an injection", in_a_browser),
    ("files of a hostile record", made_files),
    ("tries at the closed gate", shut_gate),
    ("kills in a publish with nothing lost", kills),
    ("kills in sharing with nothing lost", killed_sharers),
    ("states of broken files, each mended", broken_files),
)


def hostile(folder: Path) -> Path:
    """The shipped record with markup in every text that is our own; gives the records' folder."""
    yaml = YAML()
    record = yaml.load(ROOT / "data" / "bulletins" / "2020-w10.yaml")
    _mark(record["decisions"])
    weeks = folder / "bulletins"
    weeks.mkdir()
    shutil.copy(ROOT / "data" / "series.csv", folder)
    with (weeks / "2020-w10.yaml").open("w", encoding="utf-8") as written:
        yaml.dump(record, written)
    return weeks


def _mark(node: Any) -> None:
    for key, each in node.items() if isinstance(node, dict) else enumerate(node):
        if key in ("vi", "en") and isinstance(each, str):
            node[key] = f"{MARKUP} {each}"
        elif isinstance(each, dict | list):
            _mark(each)


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--small", action="store_true")
    is_small = arguments.parse_args().small
    is_broken = False
    with tempfile.TemporaryDirectory() as folder:
        place = Settings(hostile(Path(folder)), Path(folder) / "releases", memory_mb=128)
        release = build.build(place)
        os.environ |= {"LSDASH_RECORDS": str(place.records), "LSDASH_RELEASES": str(place.releases)}
        with served.running(ROOT / "app.py", ROOT, place.releases) as server:
            for name, attack in KINDS:
                tally = Tally()
                attack(Target(server, place, release, is_small), tally)
                print(f"{tally} {name}", *tally.broken[:3], sep="\n        ", flush=True)
                is_broken |= bool(tally.broken)
    return int(is_broken)


if __name__ == "__main__":
    sys.exit(main())
