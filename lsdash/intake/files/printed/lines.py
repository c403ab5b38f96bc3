"""Lines of a page, put together from where its letters stand, also on a page that is turned.

Lengths are in points. `left` and `right` run along the line, `base` across it and upwards, so that
a turned page reads as an upright one.
"""

import ctypes
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median

import pypdfium2 as pdfium

from lsdash.intake.files import raised
from lsdash.intake.files.layout import TAIL
from lsdash.intake.files.old_fonts import hyphens, marked, names

HYPHEN_AT_THE_END = "\x02"
"""What PDFium gives for a hyphen where a line breaks; `\\ufffe` in older files."""
LOST = "\ufffd"
SPACE = 0.28
"""A gap from which on a space is read where none is stored, in heights of a letter …"""
CELL = 0.6
"""… and one that may part two cells of a table, if it is wider than others of the line."""
WIDER = 2.0
EVEN = 0.3
"""Gaps of a line that is stretched to the margin differ by less; none is wider than STRETCHED."""
STRETCHED = 1.5
WIDE_SET = 0.12
"""A usual gap between letters from which on a line is set wide."""
SAME_LINE = 0.5
RAISED_BY = 0.12
SMALLER = 0.8
"""A raised sign stands this much above the line, and is at most so high."""
LIFTED = 0.25
"""So much above the line begins what a font draws of a digit that it has as a raised one."""
MARKED = re.compile(r"\W*(?:\d{1,3}(?:\.\d{1,2})*[.)]|[IVX]{1,5}[.)]|[a-zđ][.)]|[-–—+*•])")
"""The mark of a list, after which a text may stand apart."""
PARTED = 4
"""So many single letters one after another are a word set wide."""
LONGEST_NAME = 100
"""Bytes of a font's name; a longer one is none that is looked for."""
TOO_LONG = re.compile(r"[^\W\d_]{9}")
"""No Vietnamese word is so long: gaps that are all alike do not tell where words end."""
WORD = 1.6
"""A gap between words set wide, in gaps between their letters."""


Point = tuple[float, float]


@dataclass(frozen=True)
class Glyph:
    """A letter, marked where an old font sets it; `turn` is its line's direction, in quarters."""

    text: str
    left: float
    right: float
    base: float
    size: float
    turn: int


@dataclass(frozen=True)
class Cell:
    text: str
    """With the marks of old fonts."""
    left: float
    right: float


@dataclass(frozen=True)
class Line:
    """`cells` are two or more in a row of a table; `page` counts from 1."""

    cells: tuple[Cell, ...]
    base: float
    size: float
    turn: int
    page: int
    marks: tuple[str, ...] = ()
    """Marks of notes that stood in it, each with the words before it."""
    is_ruled: bool = False
    """Its cells are all those that the table has, with lines drawn between them."""

    @property
    def marked(self) -> str:
        return " | ".join(each.text for each in self.cells)

    @property
    def text(self) -> str:
        """As it is stored, without the marks of old fonts."""
        return marked.plain(self.marked)

    @property
    def left(self) -> float:
        return self.cells[0].left

    @property
    def right(self) -> float:
        return self.cells[-1].right

    @property
    def is_row(self) -> bool:
        return len(self.cells) > 1


def glyphs(words: pdfium.PdfTextPage) -> Iterator[Glyph]:
    """The letters of a page, in the order in which the file holds them."""
    raw = pdfium.raw
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    name, flags = ctypes.create_string_buffer(LONGEST_NAME), ctypes.c_int()
    high = ""
    for at in range(words.count_chars()):
        code = raw.FPDFText_GetUnicode(words, at)
        if 0xD800 <= code < 0xDC00:
            high = chr(code)
            continue
        letter, high = _letter(high, code), ""
        is_made = raw.FPDFText_IsGenerated(words, at) == 1
        if not letter or (is_made and letter != " "):
            continue
        raw.FPDFText_GetCharOrigin(words, at, x, y)
        raw.FPDFText_GetLooseCharBox(words, at, box)
        turn = round(raw.FPDFText_GetCharAngle(words, at) / (math.pi / 2)) % 4
        raw.FPDFText_GetFontInfo(words, at, name, LONGEST_NAME, flags)
        letter = _marked(letter, name.value.decode("utf-8", "replace"))
        glyph = _glyph(letter, box, (x.value, y.value), turn, is_made)
        yield _lifted(glyph, _ink(words, at)) if letter.isdigit() and not is_made else glyph


def _marked(letter: str, font: str) -> str:
    """The letter with the mark of an old font; a hyphen of one may be a letter, also at the end."""
    is_old = letter == HYPHEN_AT_THE_END and names.told(font)
    return marked.marked("-" if is_old else letter, font)


def _letter(high: str, code: int) -> str:
    if code in (0x02, 0xFFFE):
        return HYPHEN_AT_THE_END
    if code == 0:
        return LOST
    letter = high + chr(code)
    if high:
        letter = letter.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return "" if len(letter) == 1 and code < 0x20 and letter not in "\t\n\r" else letter


def _glyph(letter: str, box: pdfium.raw.FS_RECTF, origin: Point, turn: int, is_made: bool) -> Glyph:
    """The letter with its place as on an upright page; a made space has none of its own."""
    places = [placed(each, turn) for each in _corners(box)]
    ends, heights = [at for at, _ in places], [at for _, at in places]
    base = placed(origin, turn)[1]
    size = max(heights) - min(heights)
    text = " " if letter.isspace() else letter
    if is_made:
        return Glyph(text, math.nan, math.nan, math.nan, math.nan, -1)
    return Glyph(text, min(ends), max(ends), base, size, turn)


def placed(point: Point, turn: int) -> Point:
    """Where a point of the page stands once its line is laid upright: along the line, and up."""
    (ax, ay), (ux, uy) = (((1, 0), (0, 1)), ((0, 1), (-1, 0)))[turn % 2]
    sign = 1 if turn in (0, 3) else -1
    return sign * (ax * point[0] + ay * point[1]), sign * (ux * point[0] + uy * point[1])


def _ink(words: pdfium.PdfTextPage, at: int) -> pdfium.raw.FS_RECTF:
    """What is drawn of a letter."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.raw.FPDFText_GetCharBox(words, at, left, right, bottom, top)
    return pdfium.raw.FS_RECTF(left.value, top.value, right.value, bottom.value)


def _lifted(glyph: Glyph, ink: pdfium.raw.FS_RECTF) -> Glyph:
    """A digit of the font's raised ones, as small and as high as one that is set so."""
    heights = [placed(each, glyph.turn)[1] for each in _corners(ink)]
    if min(heights) - glyph.base <= LIFTED * glyph.size:
        return glyph
    return replace(glyph, base=min(heights), size=max(heights) - min(heights))


def _corners(box: pdfium.raw.FS_RECTF) -> list[Point]:
    return [(x, y) for x in (box.left, box.right) for y in (box.bottom, box.top)]


def goes_on(run: Sequence[Glyph], glyph: Glyph) -> bool:
    """The letter stands on the line of those before it, to their right."""
    if glyph.turn < 0:
        return True
    placed = [each for each in run[-3:] if each.turn >= 0] or [e for e in run if e.turn >= 0]
    if not placed:
        return True
    last, size = placed[-1], max(each.size for each in (*placed, glyph))
    near = min(abs(glyph.base - each.base) for each in placed)
    return (
        glyph.turn == last.turn
        and near <= SAME_LINE * size
        and glyph.left >= last.left - SAME_LINE * size
    )


def of(run: Sequence[Glyph], page: int) -> list[Line]:
    """The line of these letters; none for spaces alone."""
    inked = [each for each in run if is_inked(each)]
    if not inked:
        return []
    size = median(each.size for each in inked)
    base = median(each.base for each in inked if each.size >= SMALLER * size)
    cells: list[list[Glyph]] = [[]]
    last: Glyph | None = None
    parting = _parting([*pairwise(inked)], size)
    for glyph in run:
        if last and is_inked(glyph) and glyph.left - last.right > parting:
            before = marked.plain("".join(each.text for each in cells[-1])).strip()
            cells += [] if MARKED.fullmatch(before) else [[]]
        cells[-1].append(glyph)
        last = glyph if is_inked(glyph) else last
    marks: list[str] = []
    told = [_cell(each, size, base, marks) for each in cells]
    filled = tuple(each for each in told if each.text)
    return [Line(filled, base, size, inked[0].turn, page, tuple(marks))] if filled else []


def _parting(neighbours: Sequence[tuple[Glyph, Glyph]], size: float) -> float:
    """The gap from which on two cells are parted: none in a stretched line, or one set wide."""
    gaps = [after.left - before.right for before, after in neighbours]
    if not gaps or median(gaps) > WIDE_SET * size:
        return math.inf
    between = [gap for gap in gaps if gap > WIDE_SET * size]
    if not between:
        return math.inf
    is_even = max(between) - min(between) < EVEN * size and max(between) < STRETCHED * size
    if len(between) > 3 and is_even:
        return math.inf
    usual = min(between) if min(between) < CELL * size else SPACE * size
    return max(CELL * size, WIDER * usual)


def _cell(glyphs: Sequence[Glyph], size: float, base: float, marks: list[str]) -> Cell:
    inked = [each for each in glyphs if is_inked(each)]
    if not inked:
        return Cell("", 0, 0)
    text = " ".join(_words(_joined(_flat(glyphs, size, base, marks)), size).split())
    return Cell(hyphens.read(text), inked[0].left, inked[-1].right)


def _flat(glyphs: Sequence[Glyph], size: float, base: float, marks: list[str]) -> list[Glyph]:
    """The letters with raised ones read as powers, or taken out as marks of notes."""
    flat: list[Glyph] = []
    for is_raised, run in groupby(glyphs, key=lambda each: _is_raised(each, size, base)):
        letters = list(run)
        if not is_raised:
            flat += letters
            continue
        before = marked.plain("".join(each.text for each in flat[-TAIL:]))
        text = marked.plain("".join(each.text for each in letters))
        sign = raised.shown(before, text)
        if sign is not None:
            flat.append(replace(letters[0], text=sign, right=letters[-1].right))
            continue
        marks.append(f"{before} {text}")
        if flat:  # what follows stands beside the letter before the mark
            flat[-1] = replace(flat[-1], right=letters[-1].right)
    return flat


def _is_raised(glyph: Glyph, size: float, base: float) -> bool:
    is_small = is_inked(glyph) and glyph.size <= SMALLER * size
    return is_small and glyph.base - base >= RAISED_BY * size


def is_inked(glyph: Glyph) -> bool:
    return glyph.turn >= 0 and not glyph.text.isspace()


def _joined(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Letters by the words that spaces part."""
    words: list[list[Glyph]] = [[]]
    for glyph in glyphs:
        if glyph.text.isspace():
            words.append([])
        else:
            words[-1].append(glyph)
    return [word for word in words if word]


def _words(words: Sequence[Sequence[Glyph]], size: float) -> str:
    """The words, a space also where a gap says one; letters set wide are put together."""
    parts = [part for word in words for part in _at_gaps(word, size)]
    shown: list[str] = []
    at = 0
    while at < len(parts):
        end = at
        while end < len(parts) and len(parts[end]) == 1:
            end += 1
        if end - at >= PARTED and (wide := _closed([part[0] for part in parts[at:end]], size)):
            shown += wide
            at = end
            continue
        shown.append("".join(each.text for each in parts[at]))
        at += 1
    return " ".join(shown)


def _at_gaps(word: Sequence[Glyph], size: float) -> list[list[Glyph]]:
    parts = [[word[0]]]
    for glyph in word[1:]:
        if glyph.left - parts[-1][-1].right > SPACE * size:
            parts.append([])
        parts[-1].append(glyph)
    return parts


def _closed(letters: Sequence[Glyph], size: float) -> list[str]:
    """The words of single letters set wide; none where they are no words at all."""
    gaps = [after.left - before.right for before, after in pairwise(letters)]
    usual = median(gaps)
    if not 0 < usual < STRETCHED * size or not any(
        marked.plain(each.text).isalpha() for each in letters
    ):
        return []
    words = [letters[0].text]
    for gap, letter in zip(gaps, letters[1:], strict=True):
        if gap > WORD * usual:
            words.append("")
        words[-1] += letter.text
    return [] if any(TOO_LONG.search(marked.plain(word)) for word in words) else words
