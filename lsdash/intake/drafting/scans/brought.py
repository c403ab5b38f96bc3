"""A file brought to intake, with the pages that are pictures read one by one, where that can be."""

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock

from lsdash import sandbox
from lsdash.errors import (
    BusyIntakeError,
    BusyReaderError,
    ScannedFileError,
    SlowFileError,
    TooLargeError,
)
from lsdash.intake.drafting import sandboxed
from lsdash.intake.drafting.model import Draft
from lsdash.intake.files import limits
from lsdash.intake.files.received import PASTED, Received
from lsdash.intake.files.scanned import reading, tesseract
from lsdash.intake.files.scanned.page import Page
from lsdash.intake.files.scanned.reading import Strip
from lsdash.intake.files.scanned.tesseract import Program
from lsdash.records.flags import SeriesPoint
from lsdash.sandbox import Limits

OF_A_PAGE = Limits(memory=640_000_000, processor=20, seconds=90, answer=16_000_000)
"""A large photo in colours takes some 300 million bytes until it is made grey."""
PAUSE = 2 * sandbox.TICK
"""Seconds between two pages, in which somebody else's file has its turn."""

_one_scan = Lock()


@dataclass(frozen=True)
class Brought:
    """A file as read. `strips` are the lines of its pages that are pictures, by their numbers."""

    text: Received
    draft: Draft
    strips: Mapping[int, Sequence[Strip]] = field(default_factory=dict)


def read(
    content: bytes | str,
    name: str = PASTED,
    *,
    known: Iterable[SeriesPoint] = (),
    meanwhile: Callable[[], object] = lambda: None,
    told: Callable[[int, int], object] = lambda *_: None,
) -> Brought:
    """As `sandboxed.read`; pages that are pictures are read too where Tesseract is installed.

    Before each such page `told` hears which one of how many it is, counted from 1. One scan is read
    at a time. Raises ScannedFileError where it is not installed, or finds no word on a page that is
    not blank.
    """
    points, program = [*known], tesseract.found()
    if isinstance(content, bytes):
        content = sandboxed.of_today(content, name, meanwhile)
    if program is None:
        return Brought(*sandboxed.read(content, name, known=points, meanwhile=meanwhile))
    scanned: dict[int, Page] = {}
    strips: dict[int, Sequence[Strip]] = {}
    try:
        return Brought(
            *sandboxed.read(content, name, known=points, scanned={}, meanwhile=meanwhile)
        )
    except ScannedFileError as error:
        numbers = error.pages
        if isinstance(content, str):
            raise
    if len(numbers) > limits.MOST_SCANNED_PAGES:
        raise TooLargeError(name=name, most=limits.MOST_SCANNED_PAGES, unit="scanned_pages")
    with _turn(name, meanwhile):
        end = time.monotonic() + limits.MOST_SCAN_SECONDS
        for at, number in enumerate(numbers, start=1):
            told(at, len(numbers))
            scanned[number], strips[number] = _page(
                content, number, name=name, program=program, meanwhile=meanwhile, end=end
            )
            time.sleep(PAUSE)
    text, draft = sandboxed.read(content, name, known=points, scanned=scanned, meanwhile=meanwhile)
    return Brought(text, draft, strips)


def _page(
    content: bytes,
    number: int,
    *,
    name: str,
    program: Program,
    meanwhile: Callable[[], object],
    end: float,
) -> tuple[Page, list[Strip]]:
    """One page; it waits for other files as long as the scan as a whole may take."""
    given: dict[str, object] = {"name": name, "number": number, "program": program.path}
    with sandboxed.refused(name):
        while time.monotonic() < end:
            try:
                answer = sandbox.run(
                    reading.answered, content, given=given, meanwhile=meanwhile, limits=OF_A_PAGE
                )
            except BusyReaderError:
                continue
            first, _, pictures = answer.partition(b"\n")
            told = json.loads(first)
            sandboxed.check(told)
            return reading.checked(told, pictures)
    raise SlowFileError(name=name, seconds=limits.MOST_SCAN_SECONDS)


@contextmanager
def _turn(name: str, meanwhile: Callable[[], object]) -> Iterator[None]:
    """One scan is read at a time: another one waits as any file does, and is refused then."""
    end = time.monotonic() + sandbox.WAIT
    while not _one_scan.acquire(timeout=sandbox.TICK):
        meanwhile()
        if time.monotonic() > end:
            raise BusyIntakeError(name=name)
    try:
        yield
    finally:
        _one_scan.release()
