"""What publishers of reports are called in either language; a record keeps one name of each."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from lsdash.text import Lang

NAMES = Path(__file__).with_name("publishers.csv")
"""`publisher` as records write it, `name_vi`, `name_en`: mastheads stay as they are."""


def named(publisher: str | None, lang: Lang) -> str:
    """The name in this language; as the record has it where the table does not know it."""
    known = _names().get(publisher or "")
    return known[f"name_{lang}"] if known else publisher or ""


@cache
def _names() -> Mapping[str, Mapping[str, str]]:
    with NAMES.open(encoding="utf-8", newline="") as file:
        return {row["publisher"]: row for row in csv.DictReader(file, strict=True)}
