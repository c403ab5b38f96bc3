"""The text of a PDF, page by page; one that asks for a password is refused.

A page that is a picture is told, and counts as what was read of it, once that is given.
"""

import re
from collections.abc import Mapping

import pypdfium2 as pdfium

from lsdash.errors import DamagedFileError, LockedFileError, ScannedFileError, TooLargeError
from lsdash.intake.files import limits
from lsdash.intake.files.left_out import Left, LeftOut
from lsdash.intake.files.printed import pages as printed
from lsdash.intake.files.printed import paragraphs, running
from lsdash.intake.files.printed.lines import Line
from lsdash.intake.files.scanned import lines as scanned_lines
from lsdash.intake.files.scanned.page import Page

MADE_BY_A_PROGRAM = re.compile(r"Microsoft Word|\.docx?$|\.rtf$|untitled", re.IGNORECASE)
COVERED = 0.4
"""The share of a page from which on a picture may be the page itself …"""
WORDS_ON_A_SCAN = 30
"""… where no more words stand on it than a number, a stamp or a signature has."""
DRAWN = 60
"""Drawn shapes that a page without a letter may have; more are letters drawn as shapes."""


def read(
    content: bytes, name: str, scanned: Mapping[int, Page] | None = None
) -> tuple[str, str | None, list[LeftOut]]:
    """Its text, the title that its author gave it, if any, and what was left out.

    `scanned` is what was read of its pages that are pictures, by their numbers. Raises
    ScannedFileError for those of which nothing is given.
    """
    try:
        with pdfium.PdfDocument(content) as document:
            text, left = _text(document, name, scanned or {})
            return text, _title(document), left
    except pdfium.PdfiumError as error:
        if error.err_code == pdfium.raw.FPDF_ERR_PASSWORD:
            raise LockedFileError(name=name) from error
        raise DamagedFileError(name=name, problem="it cannot be opened as a PDF") from error


def _text(
    document: pdfium.PdfDocument, name: str, scanned: Mapping[int, Page]
) -> tuple[str, list[LeftOut]]:
    if len(document) > limits.MOST_PAGES:
        raise TooLargeError(name=name, most=limits.MOST_PAGES, unit="pages")
    pages: list[list[Line]] = []
    pictures: list[float] = []
    length = 0
    for number, page in enumerate(document, start=1):
        if number in scanned:
            pages.append(scanned_lines.of(scanned[number]))
            pictures.append(0.0)
            continue
        words = page.get_textpage()
        length += words.count_chars()
        if length > limits.MOST_CHARACTERS:
            raise TooLargeError(name=name, most=limits.MOST_CHARACTERS, unit="characters")
        pages.append(printed.read(page, words, number))
        pictures.append(_pictured(page, has_words=bool(pages[-1])))
    kept, left = running.split(pages)
    missing = [
        number
        for number, (page, share) in enumerate(zip(kept, pictures, strict=True), start=1)
        if _is_scanned(page, share)
    ]
    if missing:
        raise ScannedFileError(name=name, pages=missing)
    left += scanned_lines.blank(scanned)
    left += [
        LeftOut(Left.PAGE_PICTURE, str(number)) for number, share in enumerate(pictures, 1) if share
    ]
    left += [LeftOut(Left.NOTE_MARK, mark) for page in kept for each in page for mark in each.marks]
    return paragraphs.text(printed.joined(kept)), left


def _pictured(page: pdfium.PdfPage, *, has_words: bool) -> float:
    """The share of the page that its largest picture covers; 1 for a page of drawn letters."""
    width, height = page.get_size()
    shares = [0.0]
    for each in page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        left, bottom, right, top = each.get_bounds()
        shares.append(abs((right - left) * (top - bottom)) / max(1.0, width * height))
    if not has_words and (len(shares) > 1 or _is_drawn(page)):
        return 1.0
    return max(shares)


def _is_drawn(page: pdfium.PdfPage) -> bool:
    shapes = page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_PATH], max_depth=4)
    return sum(1 for _ in shapes) > DRAWN


def _is_scanned(page: list[Line], pictured: float) -> bool:
    """A picture takes the page, and the letters on it are no text of it."""
    words = sum(len(line.text.split()) for line in page)
    return pictured >= COVERED and words < WORDS_ON_A_SCAN


def _title(document: pdfium.PdfDocument) -> str | None:
    title = document.get_metadata_value("Title").strip()
    return title if title and not MADE_BY_A_PROGRAM.search(title) else None
