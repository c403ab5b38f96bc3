#!/usr/bin/env bash
# PDFium runs the lines of a turned page together: two paragraphs become one word at their seam.
#
# Expected: a page that lies on its side (/Rotate 90 over text that is turned back, as office
# programs print wide pages) gives the same lines as the upright page that readers see.
# Seen with pypdfium2 5.15.2: of four lines set with 24 points between them the upright page gives
# four, and the turned one fewer, with no space where a line ends ("… end.Second …").
#
# Exits 0 while the turned page gives fewer lines than the upright one, and 1 when that has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q pypdfium2==5.15.2 typst==0.15.2

cat >turn.py <<'PY'
import io
import sys

import pypdfium2 as pdfium
import typst

LINES = [f"{name} line of the page comes to its end." for name in ("First", "Second", "Third", "Last")]
TEXT = "#set text(size: 12pt)\n#set par(spacing: 24pt)\n" + "\n\n".join(LINES)


def lines(turn: int) -> list[str]:
    """What PDFium reads of the page that looks upright, its content turned by `turn` degrees."""
    source = f"#set page(width: 12cm, height: 12cm)\n#rotate(-{turn}deg, reflow: true)[#box[{TEXT}]]"
    document = pdfium.PdfDocument(bytes(typst.compile(source.encode())))
    document[0].set_rotation(turn)
    kept = io.BytesIO()
    document.save(kept)
    return pdfium.PdfDocument(kept.getvalue())[0].get_textpage().get_text_bounded().splitlines()


upright, turned = lines(0), lines(90)
print("upright:", upright)
print("turned: ", turned)
sys.exit(0 if upright == LINES and len(turned) < len(LINES) else 1)
PY
venv/bin/python turn.py
