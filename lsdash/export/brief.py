"""A view as a brief for paper: A4, real text, drawn charts; the overview brings its subjects along.

One page a subject: the template sets it a little smaller where that makes it fit.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC

from lsdash.contents import pages
from lsdash.contents.blocks import Chart, Contents, Said, Section, line
from lsdash.contents.reading import Reading
from lsdash.contents.week import panel, papers
from lsdash.export import column_widths, drawing, template_data, typeset
from lsdash.export.stamp import Stamp
from lsdash.export.template_data import Data
from lsdash.store import read
from lsdash.text import say

TEXT_WIDTH, TABLE_SIZE, GAP = 499.0, 8.8, 6.2
"""Width of a page's text, size of a table's, and the space right of a column, in points."""

HALF = 345
"""Width of a drawing that stands beside another: half the page, in the scale of a whole one."""


def pdf(here: Reading, stamp: Stamp) -> bytes:
    """The view, or from the overview the whole week, as a tagged PDF for archives.

    Its date is the release's, not the clock's: a pinned link gives the same file for ever.
    """
    found = [pages.contents(here.release, here.view, here.lang), *_of_the_week(here)]
    data = {
        "frame": template_data.frame(here, stamp),
        "pages": [_page(_on_paper(here, each), stamp) for each in found],
    }
    return typeset.pdf("brief", data, dated=here.release.manifest.built_at.replace(tzinfo=UTC))


def _page(contents: Contents, stamp: Stamp) -> Data:
    """The contents as data, each table with the widths of its columns."""
    page = template_data.page(contents, stamp, lambda chart: _drawn(chart, contents))
    for section in page["sections"]:
        for block in section["blocks"]:
            if block["kind"] == "table":
                block["widths"] = _widths(block)
    return page


def _widths(table: Data) -> list[float]:
    """In points, each with the gap to its right."""
    cells = [["".join(part["text"] for part in cell) for cell in row] for row in table["rows"]]
    rows = [table["columns"], *cells]
    room = TEXT_WIDTH - GAP * len(table["columns"])
    return [width + GAP for width in column_widths.widths(rows, room, TABLE_SIZE)]


def _of_the_week(here: Reading) -> Iterator[Contents]:
    """What the overview brings along: a page a subject, then half a page each other document."""
    if here.view.page != "overview":
        return
    for view in papers.pages(here, papers.of_week(here)):
        decision = here.ask(read.decision, view.document) if view.document else None
        if decision:
            yield panel.contents(here, decision)
        else:
            yield pages.contents(here.release, view, here.lang)


def _on_paper(here: Reading, contents: Contents) -> Contents:
    """Without what is only looked up, and with a line that says so."""
    kept = [section for section in contents.sections if not section.is_detail]
    shown = {section.title for section in kept}
    left_out = [each.title for each in contents.sections if each.title not in shown]
    if left_out:
        names = "; ".join(dict.fromkeys(left_out))
        told_so = Said(line(say(here.lang, "export.details", names=names)))
        kept.append(Section("", (told_so,)))
    return replace(contents, sections=tuple(kept))


def _drawn(chart: Chart, contents: Contents) -> list[str]:
    """For the whole width, and for half of it where charts stand side by side."""
    figure = chart.draw("light")
    return [
        drawing.svg(figure, title=contents.title, description=chart.alt, width=width)
        for width in (drawing.WIDTH, HALF)
    ]
