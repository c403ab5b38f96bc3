"""The text of a PDF, page by page; one that is a scan, or asks for a password, is refused."""

import re

import pypdfium2 as pdfium

from lsdash.errors import DamagedFileError, LockedFileError, ScannedFileError, TooLargeError
from lsdash.intake.files import limits
from lsdash.intake.files.left_out import LeftOut

BROKEN_AT_A_HYPHEN = re.compile(r"[\x02\ufffe](?:\r\n)?")
"""What PDFium gives for a hyphen where a line breaks."""
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")
MADE_BY_A_PROGRAM = re.compile(r"Microsoft Word|\.docx?$|\.rtf$|untitled", re.IGNORECASE)


def read(content: bytes, name: str) -> tuple[str, str | None, list[LeftOut]]:
    """Its text, and the title that its author gave it, if any."""
    try:
        with pdfium.PdfDocument(content) as document:
            return _text(document, name), _title(document), []
    except pdfium.PdfiumError as error:
        if error.err_code == pdfium.raw.FPDF_ERR_PASSWORD:
            raise LockedFileError(name=name) from error
        raise DamagedFileError(name=name, problem="it cannot be opened as a PDF") from error


def _text(document: pdfium.PdfDocument, name: str) -> str:
    if len(document) > limits.MOST_PAGES:
        raise TooLargeError(name=name, most=limits.MOST_PAGES, unit="pages")
    texts: list[str] = []
    scanned: list[int] = []
    length = 0
    for number, page in enumerate(document, start=1):
        words = page.get_textpage()
        length += words.count_chars()
        if length > limits.MOST_CHARACTERS:
            raise TooLargeError(name=name, most=limits.MOST_CHARACTERS, unit="characters")
        text = words.get_text_bounded()
        texts.append(_without_number(text, number))
        pictures = page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_IMAGE], max_depth=4)
        if not text.strip() and any(pictures):
            scanned.append(number)
    if scanned:
        raise ScannedFileError(name=name, pages=scanned)
    return "\n".join(texts)


def _without_number(text: str, number: int) -> str:
    """The page's lines without its own number above or below them."""
    lines = CONTROLS.sub("", BROKEN_AT_A_HYPHEN.sub("-", text)).splitlines()
    for end in (0, -1):
        if lines and lines[end].strip(" -–") == str(number):
            del lines[end]
    return "\n".join(lines)


def _title(document: pdfium.PdfDocument) -> str | None:
    title = document.get_metadata_value("Title").strip()
    return title if title and not MADE_BY_A_PROGRAM.search(title) else None
