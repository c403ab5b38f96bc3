"""Setting pages with Typst: a template of ours, and everything that it shows as data.

Text reaches a template as JSON and is never read as markup. Only our own fonts are used, so that
every machine sets the same pages, and nothing is fetched from anywhere. A letter that none of them
has is printed as its number.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import typst

from lsdash.export import fonts

TEMPLATES = Path(__file__).with_name("templates")


def pdf(template: str, data: Mapping[str, Any], *, dated: datetime) -> bytes:
    """The template as a tagged PDF for archives (PDF/A-2b).

    Its date is the one given, to the second: the same data and date give the same bytes.
    """
    return _compiled(
        template, data, "pdf", timestamp=dated.replace(microsecond=0), pdf_standards="a-2b"
    )


def png(template: str, data: Mapping[str, Any], *, ppi: int) -> bytes:
    """The template as one picture."""
    return _compiled(template, data, "png", ppi=ppi)


def _compiled(
    template: str, data: Mapping[str, Any], form: Literal["pdf", "png"], **options: Any
) -> bytes:
    page: bytes = typst.compile(
        TEMPLATES / f"{template}.typ",
        format=form,
        font_paths=[fonts.FOLDER],
        ignore_system_fonts=True,
        sys_inputs={"data": fonts.printable(_json(data))},
        **options,
    )
    return page


def _json(data: Mapping[str, Any]) -> str:
    return json.dumps({"font": fonts.FAMILY, **data}, ensure_ascii=False)
