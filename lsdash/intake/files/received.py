"""A bulletin as somebody brings it: a text, a saved web page, a Word file, a PDF with text.

Old fonts become Unicode.
What is read is the text that a reader sees. All offsets of intake are into this text, which is
what a release keeps of its source.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace

from lsdash.errors import (
    EmptyTextError,
    EncodingError,
    LockedFileError,
    NeedsLibreOfficeError,
    OldFontError,
    ScannedFileError,
    TooLargeError,
    TurnedTextError,
    UnknownFormatError,
)
from lsdash.intake.files import (
    left_out,
    limits,
    page_archive,
    pasted_cells,
    pdf,
    pictured,
    symbols,
    web_page,
    word,
)
from lsdash.intake.files.left_out import LeftOut
from lsdash.intake.files.old_fonts import converted, marked
from lsdash.intake.files.old_fonts.converted import Converted
from lsdash.intake.files.printed import paragraphs
from lsdash.intake.files.scanned import lines, page
from lsdash.intake.files.scanned.page import Page, Seen
from lsdash.intake.text.folding import fold
from lsdash.libreoffice import kinds

PASTED = "The pasted text"

BYTE_ORDER_MARKS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
OTHER_FORMATS = {
    b"GIF8": "picture",
    b"Rar!": "archive",
    b"7z\xbc\xaf": "archive",
    b"\x1f\x8b": "archive",
    kinds.COMPOUND: "other",
}
ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
A_PAGE = re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I)
A_PAGE_NAME = (".html", ".htm", ".xhtml")
DECLARED = re.compile(rb"charset=[\"']?([\w-]{2,20})", re.IGNORECASE)

TURNING = re.compile("[\u202b\u202e\u2067]")
"""Marks that turn text from right to left; those that only fence it off are harmless."""
NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
NO_CHARACTER = "\ufffd"
HEAPED = re.compile("[\u0300-\u036f]{9}")
"""No letter carries so many marks, and to put a long heap of them in order takes for ever."""
COMMON = re.compile(r"(?<!\w)(?:của|và|ngày|tỉnh|số|năm|các|về)(?!\w)", re.IGNORECASE)
VIETNAMESE = re.compile(
    "[ạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹđơư\u0300-\u0323]", re.IGNORECASE
)
MISREAD = re.compile("á»|áº|Æ°|Ä‘|Æ¡")
"""UTF-8 once taken for Windows-1252, as in `Quyáº¿t`."""


@dataclass(frozen=True)
class Received:
    """`text` is what offsets count in; `title` is what the file itself is called, if anything."""

    text: str
    title: str | None = None
    name: str = PASTED
    """The file's name."""
    left_out: tuple[LeftOut, ...] = ()
    """What the file holds and the text does not."""
    converted: tuple[Converted, ...] = ()
    """Stretches of the text that the file has in an old font, in their order."""
    seen: tuple[Seen, ...] = ()
    """The words of the text that were read from pictures of pages."""

    def seen_in(self, start: int, end: int) -> tuple[Seen, ...]:
        """The words of this part of the text that were read from a picture."""
        first = bisect_right(self.seen, start, key=lambda word: word.end)
        return self.seen[first : bisect_left(self.seen, end, key=lambda word: word.start)]


Scanned = Mapping[int, Page]
"""What was read of pages that are pictures, by their numbers."""


def read(content: bytes, name: str, scanned: Scanned | None = None) -> Received:
    """The text of a file; its first bytes tell the format, and its name only a web page's.

    Without `scanned` a file of pictures is none that is read here. Raises an IntakeError: one
    sentence that says what is wrong and what to do; ScannedFileError names the pages of which
    `scanned` lacks what they say.
    """
    _check_megabytes(content, name, limits.MOST_MEGABYTES)
    if not content.strip():
        raise EmptyTextError(name=name)
    text, title, apart = _content(content, name, scanned)
    shown, old = _checked(symbols.unboxed(text), name)
    apart = [replace(each, text=_in_unicode(each.text)) for each in apart]
    title = title and _in_unicode(title)
    seen = tuple(page.placed(shown, (scanned or {}).values()))
    return Received(shown, title, name, left_out.told(apart), old, seen)


def pasted(text: str) -> Received:
    """A text that was pasted; raises as `read` does."""
    shown, old = _checked(symbols.unboxed(marked.unmarked(text)), PASTED)
    return Received(shown, converted=old)


def _content(
    content: bytes, name: str, scanned: Scanned | None
) -> tuple[str, str | None, list[LeftOut]]:
    """Text, title and what is left out, by the format."""
    if b"%PDF-" in content[:1024]:
        return pdf.read(content, name, scanned)
    if content.startswith(pictured.FILES):
        return _pictures(content, name, scanned)
    _refuse_other_formats(content, name)
    if content.startswith(pictured.PACKAGE):
        return word.read(content, name, scanned)
    if page_archive.is_one(content):
        saved, encoding, left = page_archive.page(content, name)
        text, title, apart = _page(_decoded(saved, name, encoding), name)
        return text, title, left + apart
    _check_megabytes(content, name, limits.MOST_PAGE_MEGABYTES)
    text = marked.unmarked(_decoded(content, name))
    if A_PAGE.match(text) or name.lower().endswith(A_PAGE_NAME):
        return _page(text, name)
    return text, None, []


def _pictures(
    content: bytes, name: str, scanned: Scanned | None
) -> tuple[str, str | None, list[LeftOut]]:
    """A file that is nothing but pictures of pages."""
    if scanned is None:
        raise UnknownFormatError(name=name, form="picture")
    if not scanned:
        raise ScannedFileError(name=name, pages=range(1, 1 + pictured.pages(content, name)))
    shown = [line for each in scanned.values() for line in lines.of(each)]
    return paragraphs.text(shown) if shown else "", None, lines.blank(scanned)


def _page(text: str, name: str) -> tuple[str, str | None, list[LeftOut]]:
    _check_characters(text, name)
    return web_page.read(text, name)


def _check_megabytes(content: bytes, name: str, most: int) -> None:
    if len(content) > most * limits.MEGABYTE:
        raise TooLargeError(name=name, most=most, unit="megabytes")


def _refuse_other_formats(content: bytes, name: str) -> None:
    if content.startswith(kinds.COMPOUND) and ENCRYPTED_OFFICE in content:
        raise LockedFileError(name=name)
    older = kinds.kind(content)
    if older in kinds.TEXTS:
        raise NeedsLibreOfficeError(name=name, form=older)
    if older:
        raise UnknownFormatError(name=name, form="workbook")
    for beginning, form in OTHER_FORMATS.items():
        if content.startswith(beginning):
            raise UnknownFormatError(name=name, form=form)


def _decoded(content: bytes, name: str, told: str | None = None) -> str:
    """The characters of a text file: Unicode, or what it says itself, or Windows-1258, or the
    places of an old font; `told` is an encoding that it came with."""
    marked = [each for mark, each in BYTE_ORDER_MARKS.items() if content.startswith(mark)]
    declared = DECLARED.search(content[:2048])
    said = [*filter(None, [told]), *([declared[1].decode("ascii")] if declared else [])]
    for encoding in [*marked[:1], *_without_a_mark(content), "utf-8", *said]:
        try:
            return content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    old = content.decode("cp1258", errors="replace")
    if len(COMMON.findall(fold(old).text)) > len(old) / 200:
        return old
    if converted.is_old_font(places := content.decode("cp1252", errors="replace")):
        return places
    good = content.decode("utf-8", errors="ignore" if marked else "surrogateescape")
    odd = NOT_TEXT.search(good)
    line = good.count("\n", 0, odd.start() if odd else None) + 1
    raise EncodingError(name=name, problem=f"line {line} is not UTF-8")


def _without_a_mark(content: bytes) -> list[str]:
    """UTF-16, where every second byte of the beginning is mostly zero."""
    even, odd = content[0:1000:2].count(0), content[1:1000:2].count(0)
    if max(even, odd) < min(len(content), 1000) * 0.3:
        return []
    return ["utf-16-le" if odd > even else "utf-16-be"]


def _in_unicode(words: str) -> str:
    """What stands beside the text, as far as it can be told."""
    try:
        return converted.read(words, "")[0]
    except OldFontError:
        return marked.plain(words)


def _checked(text: str, name: str) -> tuple[str, tuple[Converted, ...]]:
    """The text in Unicode, if it can be a bulletin's, and what of it was not."""
    if len(text) > limits.MOST_CHARACTERS:
        raise TooLargeError(name=name, most=limits.MOST_CHARACTERS, unit="characters")
    _check_characters(text, name)
    if not fold(text).text.strip():
        raise EmptyTextError(name=name)
    return converted.read(pasted_cells.joined(text), name)


def _check_characters(text: str, name: str) -> None:
    if odd := NOT_TEXT.search(text):
        problem = f"character {odd.start() + 1:,} (U+{ord(odd[0]):04X}) is no letter of any text"
        raise EncodingError(name=name, problem=problem)
    if text.count(NO_CHARACTER) > max(2, len(text) / 1000):
        raise EncodingError(name=name, problem=f"letters were lost and are now {NO_CHARACTER}")
    if heap := HEAPED.search(text):
        problem = f"many marks are heaped on one letter at character {heap.start():,}"
        raise EncodingError(name=name, problem=problem)
    if turning := TURNING.search(text):
        raise TurnedTextError(name=name, position=turning.start() + 1, mark=turning[0])
    vietnamese = len(VIETNAMESE.findall(text))
    if len(MISREAD.findall(text)) > max(5, vietnamese):
        raise EncodingError(name=name, problem="UTF-8 was taken for another encoding")
