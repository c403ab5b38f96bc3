"""What a file that somebody brings costs the others: python benchmarks/files_brought.py [--small]
[--only WORD].

A server of its own, a viewer or an editor who brings each kind of file and text, as large as the
server takes and larger, and another viewer who clicks meanwhile. For each: how long until it is
answered, the most memory that server and readers held together, and the other viewer's clicks
beside the same clicks on a quiet server just before and after. Exit code 1 when memory passes
700 MB, when a file of someone who left is still being read, or when one is taken from a page that
asks for none. All files are made here and kept nowhere.
"""

import argparse
import io
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import openpyxl
import pypdfium2 as pdfium
import synthetic  # it makes the project importable
import typst
from visitor import Visitor, visiting

from lsdash.intake.files import limits
from lsdash.staffing import lists
from lsdash.text import say

ROOT = synthetic.ROOT
MOST_MEMORY_MB = 700
MB = 2**20
HEAD = "Đơn vị;Loại;Loại hình;Công an chính quy;Hội Nông dân;Hiện có\n"
ROW = "Xã số {at};1;xã;có;không;24\n"
BULLETIN = (ROOT / "tests" / "fixtures" / "bulletins" / "plain.txt").read_text(encoding="utf-8")
CLICKS = ("", "sector=health", "sector=transport", "status=in_force")


@dataclass(frozen=True)
class Brought:
    """One thing to bring, as a file with this name or, without one, as text."""

    what: str
    page: str
    make: Callable[[], str | bytes]
    name: str = ""


def communes(rows: int) -> str:
    return HEAD + "".join(ROW.format(at=at) for at in range(rows))


def workbook(rows: int, extent: str = "") -> bytes:
    """A list of communes; `extent` is what its sheet claims."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for line in communes(rows).splitlines():
        sheet.append(line.split(";"))
    made = io.BytesIO()
    book.save(made)
    if not extent:
        return made.getvalue()
    claimed = io.BytesIO()
    with ZipFile(made) as parts, ZipFile(claimed, "w", ZIP_DEFLATED) as package:
        for part in parts.namelist():
            xml = parts.read(part)
            if part.startswith("xl/worksheets/sheet"):
                claim = f'<dimension ref="{extent}"/><sheetData>'
                xml = xml.replace(b"<sheetData>", claim.encode())
            package.writestr(part, xml)
    return claimed.getvalue()


def filled(piece: str, characters: int) -> str:
    return (BULLETIN + piece * (characters // len(piece)))[:characters]


PROSE = "Ủy ban nhân dân tỉnh ban hành văn bản về việc này và về việc khác.\n"


def word(characters: int) -> bytes:
    document = docx.Document()
    for line in filled(PROSE, characters).splitlines():
        document.add_paragraph(line)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def pdf(pages: int) -> bytes:
    lines = "\n\n".join([PROSE.strip()] * 20)
    made: bytes = typst.compile("\n#pagebreak()\n".join([lines] * pages).encode(), format="pdf")
    return made


def scan(pages: int, dpi: int = 150) -> bytes:
    """A PDF of pictures of pages, as a scanner makes it."""
    printed: bytes = typst.compile(BULLETIN[:2_500].replace("\n", "\n\n").encode(), format="pdf")
    with pdfium.PdfDocument(printed) as document:
        page = document[0].render(scale=dpi / 72, grayscale=True).to_pil()
    made = io.BytesIO()
    page.save(made, "PDF", resolution=dpi, save_all=True, append_images=[page] * (pages - 1))
    return made.getvalue()


def web_page(megabytes: float) -> bytes:
    paragraph = f"<p class='menu'>{PROSE}</p>\n"
    body = paragraph * int(megabytes * MB / len(paragraph.encode()))
    return f"<html><body><article>{BULLETIN}</article>{body}</body></html>".encode()


def all_kinds(share: float) -> list[Brought]:
    """`share` of the limits for what is refused only after it is read; the rest is as it is."""
    rows = int(lists.MOST_ROWS * share) - 1
    text = int(limits.MOST_CHARACTERS * share)
    page = limits.MOST_PAGE_MEGABYTES * share * 0.95
    return [
        Brought("list, pasted", "commune_staff", lambda: communes(rows)),
        Brought("list, CSV", "commune_staff", lambda: communes(rows).encode(), "a.csv"),
        Brought("list, CSV of 5 MB", "commune_staff", lambda: communes(110_000).encode(), "a.csv"),
        Brought("list, XLSX", "commune_staff", lambda: workbook(rows), "a.xlsx"),
        Brought(
            "list, XLSX of many rows",
            "commune_staff",
            lambda: workbook(int(100_000 * share)),
            "a.xlsx",
        ),
        Brought(
            "list, XLSX that claims to be huge",
            "commune_staff",
            lambda: workbook(rows, "A1:XFD1048576"),
            "a.xlsx",
        ),
        Brought("text of prose", "intake", lambda: filled(PROSE, text)),
        Brought("text of percents", "intake", lambda: filled("10% 20% ", text)),
        Brought("text of 1,900 figures", "intake", lambda: filled("\n- chi 5 triệu đồng", 37_000)),
        Brought("text of numbers", "intake", lambda: filled("1/2/", text)),
        Brought("text too long", "intake", lambda: filled(PROSE, 1_000_000)),
        Brought("Word file", "intake", lambda: word(int(text * 0.95)), "a.docx"),
        Brought("Word file too long", "intake", lambda: word(int(2_000_000 * share)), "a.docx"),
        Brought("PDF", "intake", lambda: pdf(int(40 * share)), "a.pdf"),
        Brought("PDF of many pages", "intake", lambda: pdf(limits.MOST_PAGES), "a.pdf"),
        Brought("scan", "intake", lambda: scan(int(5 * share)), "a.pdf"),
        Brought("scan of 20 pages", "intake", lambda: scan(int(20 * share)), "a.pdf"),
        Brought("scan of 90 pages", "intake", lambda: scan(90, dpi=40), "a.pdf"),
        Brought("scan of 300 pages", "intake", lambda: scan(300, dpi=30), "a.pdf"),
        Brought("saved web page", "intake", lambda: web_page(page), "a.html"),
        Brought("file of 24 MB", "intake", lambda: os.urandom(24 * MB), "a.pdf"),
        Brought("PDF that breaks off", "intake", lambda: pdf(3)[:3_000], "a.pdf"),
    ]


@dataclass
class Server:
    url: str
    process: subprocess.Popen[bytes]
    most_mb: float = 0
    over: Event = field(default_factory=Event)

    def memory_mb(self) -> float:
        return sum(_resident(pid) for pid in _family(self.process.pid)) / MB

    def readers(self) -> int:
        """Copies of the template at work: children of children."""
        return sum(len(_children(child)) for child in _children(self.process.pid))

    def watch(self) -> None:
        while not self.over.wait(0.1):
            self.most_mb = max(self.most_mb, self.memory_mb())


def _children(pid: int) -> list[int]:
    found = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += map(int, task.read_text().split())
        except OSError:  # it has ended
            continue
    return found


def _family(pid: int) -> Iterator[int]:
    yield pid
    for child in _children(pid):
        yield from _family(child)


def _resident(pid: int) -> int:
    """Bytes in memory; what a copy shares with its template is shared out between them."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:  # it has ended
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) * 1024


@contextmanager
def serving() -> Iterator[Server]:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "data", f"{folder}/data", ignore=shutil.ignore_patterns("releases"))
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "streamlit", "run", "app.py"),
                *("--server.port", str(port), "--server.address", "127.0.0.1"),
            ],
            cwd=ROOT,
            env=os.environ
            | {
                "LSDASH_INTAKE": "here",
                "LSDASH_RECORDS": f"{folder}/data/bulletins",
                "LSDASH_RELEASES": f"{folder}/data/releases",
            },
            stdout=subprocess.DEVNULL,
        )
        server = Server(f"http://127.0.0.1:{port}", process)
        try:
            _wait_for(server.url)
            yield server
        finally:
            server.over.set()
            process.terminate()
            process.wait()


def _wait_for(url: str) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health"):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise TimeoutError("the server did not start")


def clicks(other: Visitor, until: Callable[[int], bool]) -> list[float]:
    """Milliseconds of each click, with a reader's short pause between two."""
    took: list[float] = []
    while not until(len(took)):
        start = time.perf_counter()
        other.open("decisions", CLICKS[len(took) % len(CLICKS)])
        took.append((time.perf_counter() - start) * 1000)
        time.sleep(0.02)
    return took


def p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def bring(visitor: Visitor, brought: Brought, content: str | bytes, time_of: int) -> str:
    """Bring it as a reader does, and not as one that was read before; what the page says of it."""
    visitor.open(brought.page)
    is_list = brought.page == "commune_staff"
    if is_list:
        visitor.unfold(say("vi", "staff.list"))
    if isinstance(content, bytes):
        status = visitor.send(f"{time_of}{brought.name}", content)
        if status != 204:
            return f"upload refused with {status}"
    else:
        visitor.enter("Dán", content + "\n" * time_of)
    visitor.press(say("vi", "staff.work_out" if is_list else "intake.read"))
    return " ".join((visitor.alerts or ["taken"])[0].split())[:70]


def measured(
    server: Server, other: Visitor, brought: Brought, times: int
) -> tuple[str, list[float], list[float]]:
    """A line of the table, and the other viewer's clicks on the quiet server and meanwhile."""
    content = brought.make()
    quiet = clicks(other, lambda done: done >= times)
    server.most_mb = 0
    said: list[str] = []
    took: list[float] = []

    def bringing() -> None:
        with visiting(server.url) as visitor:
            end = time.monotonic() + times / 20
            while not said or time.monotonic() < end:
                start = time.perf_counter()
                said.append(bring(visitor, brought, content, len(said)))
                took.append(time.perf_counter() - start)

    working = Thread(target=bringing)
    working.start()
    meanwhile = clicks(other, lambda done: done >= 4 and not working.is_alive())
    working.join()
    quiet += clicks(other, lambda done: done >= times)
    line = (
        f"{brought.what:35} {min(took):6.1f} s {server.most_mb:6.0f} MB "
        f"{p95(quiet):6.0f} {p95(meanwhile):6.0f} {p95(meanwhile) / p95(quiet):5.2f}  {said[0]}"
    )
    return line, quiet, meanwhile


def left(server: Server, content: bytes) -> str:
    """Whether a file is still read, and kept, when its viewer has left."""
    with visiting(server.url) as visitor:
        visitor.open("intake")
        visitor.send("a.html", content)
        visitor.begin(say("vi", "intake.read"))
        end = time.monotonic() + 10
        while not server.readers() and time.monotonic() < end:
            time.sleep(0.005)
        was_read = bool(server.readers())
    start = time.monotonic()
    while server.readers() and time.monotonic() < start + 30:
        time.sleep(0.005)
    return f"{'read' if was_read else 'never read'}, gone {time.monotonic() - start:.2f} s after"


def elsewhere(visitor: Visitor) -> int:
    """The status of a file sent from a page that asks for none."""
    visitor.open("overview")
    return visitor.upload("a.csv", b"x" * MB)[0]


def main(*, small: bool, only: str) -> int:
    share, times = (0.2, 4) if small else (1.0, 24)
    kinds = [each for each in all_kinds(share) if only in each.what]
    print(f"{'brought':35} {'answered':>8} {'memory':>9} {'quiet':>6} {'p95 ms':>6} ratio  said")
    most = 0.0
    all_quiet: list[float] = []
    all_meanwhile: list[float] = []
    with serving() as server, visiting(server.url) as other:
        Thread(target=server.watch, daemon=True).start()
        clicks(other, lambda done: done >= 8)
        for brought in kinds[::3] if small else kinds:
            line, quiet, meanwhile = measured(server, other, brought, times)
            print(line, flush=True)
            all_quiet += quiet
            all_meanwhile += meanwhile
            most = max(most, server.most_mb)
        status = elsewhere(other)
        ending = left(server, web_page(limits.MOST_PAGE_MEGABYTES * 0.9))
        assert not server.readers(), "no file is read for a viewer who left"
    before, after = p95(all_quiet), p95(all_meanwhile)
    print(f"all clicks: p95 {before:.0f} ms quiet, {after:.0f} ms meanwhile, {after / before:.2f}")
    print(f"a viewer left: {ending}; a file sent from a page that asks for none: {status}")
    print(f"most memory of server and readers: {most:.0f} MB, where {MOST_MEMORY_MB} are allowed")
    return int(most > MOST_MEMORY_MB or status != 403)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", action="store_true", help="a few clicks, smaller files")
    parser.add_argument("--only", default="", help="kinds whose name has this in it")
    told = parser.parse_args()
    sys.exit(main(small=told.small, only=told.only))
