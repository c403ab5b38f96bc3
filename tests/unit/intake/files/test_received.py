"""What people bring is read, or refused in one sentence.

`two_pages.pdf` was printed by Chromium from two invented sentences; `locked.pdf` is an empty page
with a password.
"""

import io
import unicodedata
import zipfile
from collections.abc import Callable

import docx
import pypdfium2 as pdfium
import pytest
from docx.oxml import OxmlElement
from PIL import Image

from lsdash.errors import (
    DamagedFileError,
    EmptyTextError,
    EncodingError,
    IntakeError,
    LockedFileError,
    NeedsLibreOfficeError,
    OldFontError,
    ScannedFileError,
    TooLargeError,
    TurnedTextError,
    UnknownFormatError,
)
from lsdash.intake.files import limits, received
from lsdash.libreoffice import kinds
from lsdash.settings import ROOT

BROUGHT = ROOT / "tests" / "fixtures" / "brought"
TEXT = "Tin của tỉnh trong tuần\n\nQuyết định số 500/QĐ-UBND ngày 10/3/2020 về mức thu phí\n"


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
    ],
    ids=["utf-8", "with its mark", "utf-16", "utf-16-le", "utf-16-be", "utf-32"],
)
def test_a_text_file_is_read_in_every_unicode_encoding(content: bytes) -> None:
    assert received.read(content, "tuan.txt") == received.Received(TEXT, None, "tuan.txt")


def test_the_old_windows_encoding_of_vietnamese_is_read() -> None:
    tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    old = "".join(
        unicodedata.normalize("NFC", part) if part not in tones else part
        for part in _with_loose_tones(TEXT, tones)
    )
    read = received.read(old.encode("cp1258"), "tuan.txt")
    assert unicodedata.normalize("NFC", read.text) == TEXT


def _with_loose_tones(text: str, tones: set[str]) -> list[str]:
    parts: list[str] = []
    for letter in text:
        loose = unicodedata.normalize("NFD", letter)
        base = "".join(mark for mark in loose if mark not in tones)
        parts += [base, *(mark for mark in loose if mark in tones)]
    return parts


def test_a_pasted_text_is_taken_as_it_is() -> None:
    loose = unicodedata.normalize("NFD", TEXT) + "\u200f \u00a0"
    assert received.pasted(loose).text == loose


def test_a_web_page_gives_what_a_reader_comes_for() -> None:
    page = f"""<!doctype html><html><head><title>Cổng thông tin</title>
        <script>var so = "Quyết định số 1/QĐ-UBND";</script><style>p {{color: red}}</style></head>
        <body class="one-sidebar"><a class="visually-hidden" href="#x">Nhảy đến nội dung</a>
        <nav><ul><li>Trang chủ</li></ul></nav><div class="sidebar"><p>Lượt xem: 999</p></div>
        <main><h1>Tin&nbsp;tuần</h1>
        <figure><img alt="12 xe"><figcaption>Hình 3</figcaption></figure>
        <p>Quyết định số<br>500/QĐ-UBND <!-- 77 --><b>ngày</b> 10/3/2020</p><p hidden>88</p>
        <p>{"Mức thu mới áp dụng trên địa bàn tỉnh. " * 9}</p>
        <table><tr><td>Loại 1</td><td>12.000 đồng</td></tr><tr><td>Loại 2</td><td></td></tr></table>
        </main><footer>Điện thoại 0205</footer></body></html>"""
    read = received.read(page.encode(), "tin.html")
    assert read.title == "Tin tuần"
    lines = read.text.split("\n\n")
    assert lines[:2] == ["Tin\u00a0tuần", "Quyết định số\n500/QĐ-UBND ngày 10/3/2020"]
    assert lines[3:] == ["Loại 1 | 12.000 đồng", "Loại 2 |"]


def test_a_page_without_a_marked_content_loses_nothing() -> None:
    page = "<p>một</p><div><div>hai<p>ba</p></div>bốn</div>năm"
    assert received.read(page.encode(), "tin.htm").text == "một\n\nhai\n\nba\n\nbốn\n\nnăm"


def test_a_word_file_gives_its_text_in_order() -> None:
    document = docx.Document()
    document.core_properties.title = "Tin tuần"
    document.add_paragraph("Quyết định số 500/QĐ-UBND").add_run("\tngày 10/3/2020")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Loại 1", "12.000 đồng"
    last = document.add_paragraph("Mức thu ")
    last.add_run("mới").add_break()
    for tag, words in (("w:ins", "từ tháng 4"), ("w:del", "từ tháng 3")):
        change = OxmlElement(tag)
        run = last.add_run(words)
        change.append(run._r)
        last._p.append(change)
    content = io.BytesIO()
    document.save(content)
    read = received.read(content.getvalue(), "tin.docx")
    assert read.title == "Tin tuần"
    assert read.text.split("\n\n") == [
        "Quyết định số 500/QĐ-UBND ngày 10/3/2020",
        "Loại 1 | 12.000 đồng",
        "Mức thu mới\ntừ tháng 4",
    ]


def test_a_pdf_gives_its_text_page_by_page() -> None:
    read = received.read((BROUGHT / "two_pages.pdf").read_bytes(), "tin.pdf")
    assert read.title == "Bản tin thử"
    assert read.text.split("\n\n") == [
        "Quyết định số 500/QĐ-UBND ngày 10/3/2020",
        "Mức thu 12.000 đồng.",
        "Trang sau: 45 xe.",
    ]


def picture(form: str) -> bytes:
    content = io.BytesIO()
    Image.new("L", (60, 80), 128).save(content, form)
    return content.getvalue()


def packed(**parts: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name.replace("__", "/"), part)
    return content.getvalue()


def word(text: str) -> bytes:
    document = docx.Document()
    document.add_paragraph(text)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


OLD_OFFICE = kinds.COMPOUND + bytes(600)
BAD: dict[str, tuple[str | bytes | Callable[[], bytes], type[IntakeError]]] = {
    "nothing": (b"", EmptyTextError),
    "spaces": (b" \r\n\t ", EmptyTextError),
    "marks nobody sees": ("\ufeff\u200b\u00a0", EmptyTextError),
    "a page of scripts": ("<html><script>alert(1)</script></html>", EmptyTextError),
    "a page of nothing": ("<html></html>", EmptyTextError),
    "12 MB": (lambda: bytes(12_000_000), TooLargeError),
    "a text of 5 MB": (lambda: b"7 " * 2_500_000, TooLargeError),
    "a hundred thousand digits": (lambda: b"7" * 100_000, TooLargeError),
    "every byte": (bytes(range(256)) * 9, EncodingError),
    "half a letter": (TEXT.encode()[:26] + b"\xff\xfe\xfd" * 9, EncodingError),
    "misread once": (TEXT.encode().decode("cp1252", "ignore"), EncodingError),
    "an old font and Unicode": ("QuyÕt ®Þnh vÒ mức phí cña tỉnh, huyện, cô «ng", OldFontError),
    "lost letters": (f"Quy\ufffdt \ufffd\ufffdnh {TEXT}", EncodingError),
    "control characters": (f"{TEXT}\x00\x01", EncodingError),
    "a heap of marks": ("a" + "\u0301\u0323" * 25_000, EncodingError),
    "text turned round": (f"số \u202e000.01\u202c đồng {TEXT}", TurnedTextError),
    "a broken PDF": (b"%PDF-1.7\nbroken", DamagedFileError),
    "a locked PDF": ((BROUGHT / "locked.pdf").read_bytes, LockedFileError),
    "a scan": (lambda: picture("PDF"), ScannedFileError),
    "a locked Word file": (OLD_OFFICE + received.ENCRYPTED_OFFICE, LockedFileError),
    "a file of an unknown old program": (OLD_OFFICE, UnknownFormatError),
    "an old Word file": (OLD_OFFICE + "WordDocument".encode("utf-16-le"), NeedsLibreOfficeError),
    "an old workbook": (OLD_OFFICE + "Workbook".encode("utf-16-le"), UnknownFormatError),
    "an open text": (b"PK\x03\x04" + bytes(26) + kinds.OPEN_TEXT, NeedsLibreOfficeError),
    "a PNG": (lambda: picture("PNG"), UnknownFormatError),
    "a JPEG": (lambda: picture("JPEG"), UnknownFormatError),
    "rich text": (b"{\\rtf1 text}", NeedsLibreOfficeError),
    "a workbook": (lambda: packed(xl__workbook=b"<a/>"), UnknownFormatError),
    "no Word file": (lambda: packed(word__document=b"<a/>"), DamagedFileError),
    "half a Word file": (lambda: packed(word__document=b"<a/>")[:40], DamagedFileError),
    "a bottomless page": ("<html>" + "<div>" * 9_000 + TEXT, DamagedFileError),
}


@pytest.mark.parametrize("what", BAD)
def test_what_cannot_be_read_is_refused_in_one_sentence(what: str) -> None:
    brought, error = BAD[what]
    content = brought() if callable(brought) else brought
    with pytest.raises(error) as refused:
        received.read(content.encode() if isinstance(content, str) else content, "tin.bin")
    message = str(refused.value)
    assert message.startswith("tin.bin ")
    assert "\n" not in message
    assert len(message) < 300


@pytest.mark.parametrize(
    ("name", "most", "unit", "brought"),
    [
        ("MOST_MEGABYTES", 0, "megabytes", lambda: word("một hai")),
        ("MOST_BODY_MEGABYTES", 0, "megabytes", lambda: word("một hai")),
        ("MOST_UNPACKED_MEGABYTES", 0, "megabytes", lambda: word("một hai")),
        ("MOST_CHARACTERS", 6, "characters", lambda: word("một hai")),
        ("MOST_PAGE_MEGABYTES", 0, "megabytes", TEXT.encode),
        ("MOST_CHARACTERS", 60, "characters", TEXT.encode),
        ("MOST_PAGES", 1, "pages", (BROUGHT / "two_pages.pdf").read_bytes),
        ("MOST_CHARACTERS", 20, "characters", (BROUGHT / "two_pages.pdf").read_bytes),
    ],
)
def test_every_limit_is_named_in_the_refusal(
    name: str,
    most: int,
    unit: str,
    brought: Callable[[], bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    received.read(brought(), "tin")
    monkeypatch.setattr(limits, name, most)
    with pytest.raises(TooLargeError, match=f"more than {most} {unit}") as refused:
        received.read(brought(), "tin")
    assert (refused.value.most, refused.value.unit) == (most, unit)


def test_reading_a_pdf_stops_at_the_page_that_passes_the_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No page after it is opened."""
    opened = []
    load = pdfium.PdfDocument.get_page
    monkeypatch.setattr(limits, "MOST_CHARACTERS", 20)
    monkeypatch.setattr(
        pdfium.PdfDocument, "get_page", lambda self, at: opened.append(at) or load(self, at)
    )
    with pytest.raises(TooLargeError):
        received.read((BROUGHT / "two_pages.pdf").read_bytes(), "tin.pdf")
    assert opened == [0]


def test_a_word_file_that_brings_rules_for_its_text_is_refused() -> None:
    """Else what they name would be lost from the text without a word."""
    parts = zipfile.ZipFile(io.BytesIO(word("một")))
    changed = io.BytesIO()
    with zipfile.ZipFile(changed, "w") as package:
        for part in parts.namelist():
            xml = parts.read(part)
            if part == "word/document.xml":
                head, end, rest = xml.partition(b"?>")
                xml = head + end + b'<!DOCTYPE w [<!ENTITY e "hai">]>' + rest
            package.writestr(part, xml)
    with pytest.raises(DamagedFileError, match="rules of its own"):
        received.read(changed.getvalue(), "tin.docx")


def test_pasted_text_is_checked_alike() -> None:
    for text, error in (("  ", EmptyTextError), ("a\ud800", EncodingError)):
        with pytest.raises(error, match="The pasted text"):
            received.pasted(text)
