"""One page of a scan read in a process of its own, as bytes that the server checks."""

import json
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from lsdash.errors import IntakeError, ScannedFileError
from lsdash.intake.files import pictured
from lsdash.intake.files.scanned import syllables, symbols, tesseract
from lsdash.intake.files.scanned.page import WIDTH, Page, Word, of_json
from lsdash.intake.files.scanned.tesseract import Read

if TYPE_CHECKING:
    from PIL.Image import Image

NICER = 10
"""Steps behind any other reader."""
TURNS = (0, 1, 3, 2)
"""Quarters by which a page is turned until its words are sure: a wide table lies on its side."""
UPRIGHT = 70
"""Words of a page that is the right way up are surer than this, in the middle …"""
UNREADABLE = 50
"""… and those that are less sure than this are no text."""
A_WORD = re.compile(r"[^\W\d_]{2}")
SIGNS = "|_‗—=~.,:;'\"°^*"
"""A word of these alone, of which Tesseract is not sure, is dirt or what is left of a rule."""
DIRT = 60
BORDERS = "|_"
"""What is left of rules beside a word."""


@dataclass(frozen=True)
class Strip:
    """A line's piece of the page as JPEG, and how many times wider than high it is."""

    picture: bytes
    ratio: float


def answered(content: bytes, *, name: str, number: int, program: str) -> bytes:
    """The words of a page and its strips: a line of JSON, then the strips one after another.

    It gives way to the pages, and to files that are read in a moment.
    """
    os.nice(NICER)
    try:
        page, strips = read(content, name=name, number=number, program=program)
    except IntakeError as error:
        return json.dumps({"refusal": type(error).__name__, "told": vars(error)}).encode("ascii")
    told = {"page": asdict(page), "strips": [[len(each.picture), each.ratio] for each in strips]}
    return json.dumps(told).encode("ascii") + b"\n" + b"".join(each.picture for each in strips)


def checked(told: Mapping[str, Any], pictures: bytes) -> tuple[Page, list[Strip]]:
    """An answer as it must be; raises ValueError, TypeError or KeyError for one that is none."""
    page, at, strips = of_json(told["page"]), 0, []
    for size, ratio in told["strips"]:
        strips.append(Strip(pictures[at : at + int(size)], float(ratio)))
        at += int(size)
    if any(not 0 <= each.line < len(strips) for each in page.words) or at != len(pictures):
        raise ValueError("words and strips do not fit together")
    return page, strips


def read(content: bytes, *, name: str, number: int, program: str) -> tuple[Page, list[Strip]]:
    """The page counted from 1 of a file (`pictured`); without a word for a blank one.

    Raises an IntakeError, ScannedFileError where something stands on the page and no word of it can
    be read; OSError where the program gives no answer. A picture of a Word file may be a photo, and
    is blank then.
    """
    from lsdash.intake.files.scanned import picture as pictures  # noqa: PLC0415 – see its docstring

    shown = pictured.shown(content, number, name)
    if pictures.is_blank(shown):
        return Page(number, ()), []
    tried = []
    for turn in TURNS:
        tried.append(_turned(shown, turn, name=name, program=program))
        if tried[-1].sure >= UPRIGHT:
            break
    best = max(tried, key=lambda each: each.sure)
    if best.sure < UNREADABLE and content.startswith(pictured.PACKAGE):
        return Page(number, ()), []
    if best.sure < UNREADABLE:
        raise ScannedFileError(name=name, pages=[number])
    lines = _lines(best.found)
    spans = [(min(w.top for w in line), max(w.bottom for w in line)) for line in lines]
    made = [Strip(*each) for each in pictures.strips(best.shown, spans)]
    words = tuple(_words(lines, best.shown.width, best.is_ruled))
    return Page(number, words), made


@dataclass(frozen=True)
class _Tried:
    """A page as read one way up."""

    shown: "Image"
    found: Sequence[Read]
    is_ruled: Callable[[int, tuple[int, int, int, int]], bool]

    @property
    def sure(self) -> int:
        """How sure the words with letters are, in the middle; 0 without one."""
        sure = sorted(each.confidence for each in self.found if A_WORD.search(each.text))
        return sure[len(sure) // 2] if sure else 0


def _turned(shown: "Image", turn: int, *, name: str, program: str) -> _Tried:
    from lsdash.intake.files.scanned import picture as pictures  # noqa: PLC0415 – see its docstring

    upright = shown.rotate(90 * turn, expand=True) if turn else shown
    dpi = min(pictures.DPI, max(100, round(min(upright.size) / pictures.A4_WIDTH)))
    grey = pictures.whitened(upright)
    standing, lying = pictures.rules(grey, dpi)
    clear = pictures.png(pictures.without(grey, standing | lying))
    found = [
        each
        for each in tesseract.read(program, clear, dpi=dpi, name=name)
        if each.confidence >= DIRT or each.text.strip(SIGNS)
    ]
    return _Tried(upright, found, partial(pictures.is_ruled, standing))


def _lines(found: Sequence[Read]) -> list[list[Read]]:
    lines: dict[tuple[int, ...], list[Read]] = {}
    for each in found:
        lines.setdefault(each.line, []).append(each)
    return [sorted(line, key=lambda each: each.left) for line in lines.values()]


def _words(
    lines: Sequence[Sequence[Read]],
    width: int,
    is_ruled: Callable[[int, tuple[int, int, int, int]], bool],
) -> Iterator[Word]:
    """Words with their places in shares of the page, and the cells that rules part."""
    for at, line in enumerate(lines):
        for before, each in zip([None, *line], line, strict=False):
            sides = (each.left, each.top, each.right, each.bottom)
            ruled = before is not None and is_ruled(before.right, sides)
            left, top, right, bottom = (round(side * WIDTH / width) for side in sides)
            text = syllables.parted(symbols.mended(each.text.strip(BORDERS) or each.text))
            yield Word(text, left, top, right, bottom, each.confidence, at, ruled)
