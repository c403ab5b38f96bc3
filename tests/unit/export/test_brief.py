"""The brief for paper, read back: one page a subject, real text, header, footer, page numbers."""

import re
from datetime import UTC, timedelta
from io import BytesIO
from typing import Any

import pypdf
import pytest

from lsdash import sentences
from lsdash.contents import pages
from lsdash.contents.blocks import Table, text_of
from lsdash.export import files, typeset
from lsdash.store import read
from lsdash.store.release import Release
from lsdash.text import LANGS, Lang, figures
from tests.unit.export.conftest import EMPTY, MADE_AT, SHORT, VIEWS, Make, view_of

SUBJECTS = [
    "/rural_roads",
    "/college_quotas",
    "/energy_targets",
    "/border_labor",
    "/covid",
    "/commune_staff",
]

HALVES = ("39/KH-UBND", "40/KH-UBND")
"""Documents without a page of a subject."""


def pdf(make: Make, path: str, lang: Lang = "vi") -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(make("pdf", path, lang).content))


def squeezed(text: str) -> str:
    """Without spaces: where a line breaks is the typesetter's."""
    return re.sub(r"[\s\u200b]+", "", text)


def words(reader: pypdf.PdfReader) -> str:
    return squeezed("".join(page.extract_text() for page in reader.pages))


@pytest.mark.parametrize("lang", LANGS)
def test_the_overview_brings_every_subject_on_a_page_of_its_own(
    make: Make, lang: Lang, release: Release
) -> None:
    reader = pdf(make, "/?week=2020-w10", lang)
    overview, halves = 2, 1  # the last two documents share a page
    assert len(reader.pages) == overview + len(SUBJECTS) + halves
    assert all(squeezed(number) in squeezed(reader.pages[-1].extract_text()) for number in HALVES)
    found = [squeezed(page.extract_text()) for page in reader.pages[1:]]
    for path in SUBJECTS:
        title = pages.contents(release, view_of(path, release), lang).title
        if path != "/covid":  # its title counts press reports too
            assert any(squeezed(title) in page for page in found), path


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("path", SUBJECTS)
def test_a_subject_is_one_page(make: Make, path: str, lang: Lang) -> None:
    assert len(pdf(make, f"{path}?week=2020-w10", lang).pages) == 1


@pytest.mark.parametrize("path", VIEWS)
def test_every_cell_of_the_printed_tables_is_real_text(
    make: Make, path: str, shipped: Release
) -> None:
    contents = pages.contents(shipped, view_of(path, shipped), "vi")
    cells = [
        squeezed(text_of(cell))
        for section in contents.sections
        if not section.is_detail
        for block in section.blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row
    ]
    text = words(pdf(make, path))
    assert squeezed(contents.title) in text
    assert [cell for cell in cells if cell not in text] == []


def test_figures_and_their_sources_are_on_paper_in_vietnamese(make: Make, shipped: Release) -> None:
    text = words(pdf(make, "/rural_roads?week=2020-w10"))
    facts = read.facts_of(shipped, "381-qd-ubnd-2020")
    assert len(facts) == 5
    for fact in facts:
        assert squeezed(sentences.figure(fact, "vi")) in text
        assert squeezed(sentences.source(fact, "vi")) in text
    assert squeezed("Trả nợ công trình hoàn thành năm 2018, 2019") in text


def test_every_page_has_week_release_short_link_and_its_number(
    make: Make, shipped: Release
) -> None:
    reader = pdf(make, "/?week=2020-w10")
    for number, page in enumerate(reader.pages, start=1):
        text = squeezed(page.extract_text())
        for told in (
            shipped.name,
            SHORT,
            f"{number}/{len(reader.pages)}",
            squeezed(figures.moment(shipped.manifest.built_at, "vi")),
        ):
            assert told in text


def test_it_is_tagged_titled_and_carries_its_fonts(make: Make) -> None:
    reader = pdf(make, "/rural_roads")
    root = reader.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "vi"
    assert reader.metadata is not None
    assert "triệu đồng" in str(reader.metadata.title)
    fonts = {
        font.get_object()["/BaseFont"]
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert all("SourceSans3" in font for font in fonts), fonts
    width, height = reader.pages[0].mediabox[2:]
    assert (round(float(width)), round(float(height))) == (595, 842)


def test_a_pinned_link_is_the_same_file_whenever_it_is_asked_for(make: Make) -> None:
    first = make("pdf", "/rural_roads").content
    assert make("pdf", "/rural_roads", made_at=MADE_AT + timedelta(days=400)).content == first


def test_it_is_for_an_archive_by_its_own_words(make: Make, shipped: Release) -> None:
    reader = pdf(make, "/rural_roads")
    (intent,) = reader.root_object["/OutputIntents"]
    assert intent.get_object()["/S"] == "/GTS_PDFA1"
    assert "/DestOutputProfile" in intent.get_object()
    told = reader.root_object["/Metadata"].get_object().get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in told
    assert "<pdfaid:conformance>B</pdfaid:conformance>" in told
    assert reader.metadata is not None
    assert reader.metadata.creation_date == shipped.manifest.built_at.replace(tzinfo=UTC)


@pytest.mark.parametrize("lang", LANGS)
def test_its_charts_are_told_to_who_hears_it(make: Make, shipped: Release, lang: Lang) -> None:
    told = alternatives(pdf(make, "/rural_roads", lang).root_object["/StructTreeRoot"])
    charts = files.charts(shipped, view_of("/rural_roads", shipped), lang)
    assert charts
    assert {chart.alt for chart in charts} <= told


def alternatives(node: Any) -> set[str]:
    """The alternative texts in a tree of tags."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        return set[str]().union(*(alternatives(each) for each in node))
    if not isinstance(node, dict):
        return set()
    own = {str(node["/Alt"])} if "/Alt" in node else set[str]()
    return own | (alternatives(node["/K"]) if "/K" in node else set())


@pytest.mark.parametrize("path", EMPTY)
def test_an_empty_view_is_a_page_that_says_so(make: Make, path: str) -> None:
    reader = pdf(make, path)
    assert len(reader.pages) >= 1
    assert re.search("Khôngcó(vănbảnnào|sốliệu)", words(reader))


def test_what_is_left_out_on_paper_is_named(make: Make) -> None:
    text = words(pdf(make, "/border_labor?show=planner"))
    assert squeezed("Phần “Từng ngày” không in ra giấy") in text


def test_text_that_looks_like_markup_is_set_as_text() -> None:
    told = '#panic("no") *a* _b_ $c$ `d` <e> @f \\g // h'
    page = {"name": told, "title": told, "paper": [], "lead": told, "sections": []}
    frame = dict.fromkeys(
        ("app", "week", "release", "documents_to", "filters", "built", "short_link"), told
    )
    qr = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    data = {"frame": frame | {"lang": "vi", "qr": qr}, "pages": [page]}
    reader = pypdf.PdfReader(BytesIO(typeset.pdf("brief", data, dated=MADE_AT)))
    assert squeezed(told) in words(reader)
