#!/usr/bin/env bash
# python-docx leaves soft hyphens out of a run's text, and with them a letter of old Vietnamese fonts.
#
# Expected: `run.text` has a character for each element that stands for one: it gives "-" for
# w:noBreakHyphen and "\n" for w:br, so U+00AD (or "-") for w:softHyphen. In TCVN3 fonts (.VnTime)
# the place of U+00AD draws the letter ư, and LibreOffice writes it as w:softHyphen when it makes a
# .docx of a .doc; "tưởng" is stored as t, U+00AD, ë, n, g.
# Seen with python-docx 1.2.0: the text is "tëng"; nothing tells that a letter was there.
#
# Exits 0 while the soft hyphen is left out, and 1 when that has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q python-docx==1.2.0

cat >read.py <<'PY'
import io
import sys

import docx
from docx.oxml import OxmlElement


def text(sign: str) -> str:
    """What is read of a run of "t", this element, "ëng", written and opened again."""
    written = docx.Document()
    run = written.add_paragraph().add_run("t")
    run.font.name = ".VnTime"
    run._r.append(OxmlElement(sign))
    run._r.add_t("ëng")
    kept = io.BytesIO()
    written.save(kept)
    return docx.Document(kept).paragraphs[0].text


hard, soft = text("w:noBreakHyphen"), text("w:softHyphen")
print(f"w:noBreakHyphen {hard!r}, w:softHyphen {soft!r}")
sys.exit(0 if hard == "t-ëng" and soft == "tëng" else 1)
PY
venv/bin/python read.py
