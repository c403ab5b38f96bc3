"""A view as a file: rows for programs, a brief on paper, or a page that needs no network."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC

from lsdash.charts.style import Theme
from lsdash.contents import filters_line, pages
from lsdash.contents.blocks import Chart
from lsdash.contents.reading import Alone, Reading
from lsdash.export import brief, offline, pictures
from lsdash.export.stamp import Stamp, foot, notes, stamped
from lsdash.export.tables import rows, sheets, workbook
from lsdash.store import read
from lsdash.store.release import Release
from lsdash.text import Lang, say
from lsdash.view import View


@dataclass(frozen=True)
class Export:
    """A file to be handed over."""

    content: bytes
    media_type: str
    file_name: str


def make(form: str, release: Release, view: View, lang: Lang, stamp: Stamp) -> Export:
    """The view as a file of this form, one of FORMS, in this language.

    Raises TooManyRowsError for rows of a view that holds too many documents.
    """
    media_type, write = FORMS[form]
    content = write(Alone(lang, view, release), stamp)
    return Export(content, media_type, file_name(form, release, view))


def file_name(form: str, release: Release, view: View) -> str:
    """`lang-son-rural-roads-2020w10-3f9a2c1d.pdf`, or the document's own name in the middle."""
    ending = ENDINGS.get(form, form)
    what = re.sub(r"[^a-z0-9]+", "-", (view.document or view.page).lower())
    return f"lang-son-{what}-{release.name}.{ending}"


def charts(release: Release, view: View, lang: Lang) -> list[Chart]:
    """The charts of a view, as its page shows them."""
    contents = pages.contents(release, view, lang)
    blocks = [block for section in contents.sections for block in section.blocks]
    return [block for block in blocks if isinstance(block, Chart)]


def picture(  # noqa: PLR0917 - as `make`, of one chart
    form: pictures.Form,
    chart: Chart,
    release: Release,
    view: View,
    lang: Lang,
    stamp: Stamp,
    *,
    theme: Theme = "light",
) -> Export:
    """One chart of a view as SVG or PNG, under the view's sentence and above where it is from."""
    here = Alone(lang, view, release)
    title = pages.contents(release, view, lang).title
    content = pictures.picture(chart, form, title=title, foot=foot(here, stamp), theme=theme)
    name = file_name(form, release, view).removesuffix(f".{form}")
    return Export(content, pictures.MEDIA_TYPES[form], f"{name}-{chart.name}.{form}")


def _csv(here: Reading, stamp: Stamp) -> bytes:
    """The table that the view is about; with a mark in front by which spreadsheets know UTF-8."""
    first = stamped(sheets.of_view(here)[:1], here, stamp)[0]
    return rows.csv_text(first.rows, rows.names(first.columns)).encode("utf-8-sig")


def _semicolon_csv(here: Reading, stamp: Stamp) -> bytes:
    """The same table for spreadsheets that are set to Vietnam."""
    first = stamped(sheets.of_view(here)[:1], here, stamp)[0]
    return rows.semicolon_csv(first.rows, first.columns, here.lang).encode("utf-8-sig")


def _xlsx(here: Reading, stamp: Stamp) -> bytes:
    """Every table of the view, and the notes behind them."""
    found = sheets.of_view(here)
    return workbook.xlsx(
        stamped(found, here, stamp),
        notes_name=say(here.lang, "export.notes"),
        notes=notes(_name(here), found, here, stamp),
        made_at=stamp.made_at,
        lang=here.lang,
    )


def _json(here: Reading, stamp: Stamp) -> bytes:
    manifest = here.release.manifest
    found = sheets.of_view(here)
    written = {
        "release": manifest.release,
        "documents_to": manifest.documents_to,
        "page": here.view.page,
        "filters": filters_line.sentence(here),
        "link": stamp.link,
        "short_link": stamp.short_link or None,
        "made_at": stamp.made_at.astimezone(UTC).isoformat(timespec="seconds"),
        "count": {sheet.name: len(sheet.rows) for sheet in found},
        **{sheet.name: sheet.rows for sheet in found},
    }
    return rows.json_text(written).encode()


def _name(here: Reading) -> str:
    """What the view is called: its page, or its document by number."""
    decision = here.ask(read.decision, here.view.document) if here.view.document else None
    return decision.number if decision else say(here.lang, f"page.{here.view.page}")


FORMS: Mapping[str, tuple[str, Callable[[Reading, Stamp], bytes]]] = {
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _xlsx),
    "pdf": ("application/pdf", brief.pdf),
    "html": ("text/html; charset=utf-8", offline.html),
    "semicolon_csv": ("text/csv; charset=utf-8", _semicolon_csv),
    "csv": ("text/csv; charset=utf-8", _csv),
    "json": ("application/json", _json),
}
"""Form → its media type, and what writes it; in the order in which readers choose."""

ENDINGS = {"semicolon_csv": "semicolon.csv"}
"""Ends of names of files, where they are not the form's own."""
