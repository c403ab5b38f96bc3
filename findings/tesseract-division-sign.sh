#!/usr/bin/env bash
# Tesseract's Vietnamese model has no "÷" and reads it as another sign, mostly "+", and is sure of it.
#
# Expected: "(6,00 ÷ 6,50) %", which Vietnamese offices print for a range, comes out so, or as a word
# of low confidence. Seen with Tesseract 5.3.0 and the data of Debian's tesseract-ocr-vie 4.1.0: "+"
# at 150, 200, 300 and 400 dpi with a confidence of 92 to 96, so that a range arrives as a sum.
# The set of characters of the model (combine_tessdata -u) does not hold "÷" at all.
#
# Needs tesseract-ocr and tesseract-ocr-vie of the system; the page is set with pinned packages.
# Exits 0 while no "÷" is read at any of these resolutions, and 1 when that has changed.
set -euo pipefail
command -v tesseract >/dev/null || { echo "apt-get install tesseract-ocr tesseract-ocr-vie" >&2; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q typst==0.15.2
tesseract --version 2>&1 | head -1

cat >range.py <<'PY'
import subprocess
import sys

import typst

PAGE = "#set page(width: 14cm, height: 3cm)\n#set text(size: 13pt)\nTỷ lệ đạt (6,00 ÷ 6,50) % kế hoạch."
found = []
for dpi in (150, 200, 300, 400):
    picture = typst.compile(PAGE.encode(), format="png", ppi=dpi)
    command = ["tesseract", "stdin", "stdout", "-l", "vie", "--psm", "7", "--dpi", str(dpi), "tsv"]
    done = subprocess.run(command, input=picture, capture_output=True, check=True)
    words = [row.split("\t") for row in done.stdout.decode().splitlines() if row.startswith("5")]
    print(dpi, *(f"{word[-1]}[{float(word[-2]):.0f}]" for word in words))
    found += [word[-1] for word in words if "÷" in word[-1]]
sys.exit(1 if found else 0)
PY
venv/bin/python range.py
