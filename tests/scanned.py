"""Scans of papers that never were: pages set here, rendered, and wrapped as a scanner does."""

import io
import re
from collections.abc import Sequence
from pathlib import Path

import pypdfium2 as pdfium
import pytest
import typst
from PIL import Image

from lsdash.intake.files.scanned import tesseract

needs_tesseract = pytest.mark.skipif(
    tesseract.found() is None,
    reason="Tesseract or its Vietnamese data is not installed: apt-get install tesseract-ocr-vie",
)
PAGE = """
#set page(paper: "a4", margin: 2cm)
#set text(size: 13pt, lang: "vi")
#set par(leading: 0.8em)
"""
SIGNS = re.compile(r"[#$*_\\@<>\[\]]|^[-+=/]")


def printed(source: str) -> bytes:
    """The pages that typst sets, as a PDF with text."""
    return bytes(typst.compile((PAGE + source).encode()))


def pages(source: str, dpi: int = 200) -> list[Image.Image]:
    """The same pages as grey pictures."""
    with pdfium.PdfDocument(printed(source)) as document:
        return [
            page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L") for page in document
        ]


def wrapped(pictures: Sequence[Image.Image], form: str = "PDF", dpi: int = 200) -> bytes:
    """The pages as one file: PDF, TIFF, or one of them as PNG or JPEG."""
    made = io.BytesIO()
    several = {"save_all": True, "append_images": pictures[1:]} if len(pictures) > 1 else {}
    pictures[0].save(made, form, resolution=dpi, **several)
    return made.getvalue()


def paper(file: Path) -> str:
    """A document of the fixtures as typst sets it: two columns at head and foot, ruled tables."""
    parts = []
    rows: list[str] = []
    for line in [*file.read_text(encoding="utf-8").splitlines(), ""]:
        if " | " in line or line.startswith("| "):
            rows.append(line)
            continue
        if rows:
            parts.append(_table(rows))
            rows = []
        if line.strip("_ "):
            middle = line.isupper() or line.startswith(("Về việc", "Phụ lục", "(Kèm"))
            shown = SIGNS.sub(r"\\\g<0>", line)
            parts.append(f"#align(center)[{shown}]" if middle else shown)
    return "\n\n".join(parts)


def _table(rows: Sequence[str]) -> str:
    """Columns side by side without rules, or a table with them where there are three and more."""
    cells = [[SIGNS.sub(r"\\\g<0>", each.strip()) for each in row.split("|")] for row in rows]
    width = max(map(len, cells))
    told = ", ".join(f"[{each}]" for row in cells for each in row)
    stroke = "0.6pt" if width > 2 else "none"
    columns = "(1fr, 1.3fr)" if width == 2 else f"({', '.join(['auto'] * width)},)"
    return f"#table(columns: {columns}, stroke: {stroke}, align: center, {told})"


def mixed(first: bytes, second: bytes) -> bytes:
    """The first page of one PDF and then all of another."""
    with pdfium.PdfDocument.new() as made, pdfium.PdfDocument(first) as text:
        made.import_pages(text, [0])
        with pdfium.PdfDocument(second) as pictures:
            made.import_pages(pictures)
            kept = io.BytesIO()
            made.save(kept)
    return kept.getvalue()
