"""A view as one HTML file: whole without a network, small, the same words in light and dark."""

import re
from html.parser import HTMLParser

import pytest

from lsdash.contents import pages
from lsdash.contents.blocks import Chart, Listed, Said, Table, text_of
from lsdash.store.release import Release
from lsdash.text import LANGS, Lang
from tests.unit.export.conftest import EMPTY, SHORT, VIEWS, Make, view_of

LOADING = {"script", "link", "img", "iframe", "object", "embed", "video", "audio", "base", "form"}
MOST_BYTES = 500_000


class Read(HTMLParser):
    """What a browser would find: words, elements, addresses, and whether all are closed."""

    VOID = frozenset({"meta", "br"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.elements: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.open = self.open[:-1] if tag not in self.VOID else self.open

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


def html(make: Make, path: str, lang: Lang = "vi") -> str:
    return make("html", path, lang).content.decode()


@pytest.mark.parametrize("path", [*VIEWS, *EMPTY])
def test_it_loads_nothing_and_is_small(make: Make, path: str) -> None:
    page = html(make, path)
    assert len(page.encode()) < MOST_BYTES
    read = Read(page)
    assert read.open == []
    assert not read.elements & LOADING
    assert "src" not in dict(read.attributes)
    assert "default-src 'none'" in dict(read.attributes)["content"] or "default-src 'none'" in page
    assert re.findall(r"@import|url\((?!#)", page) == []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("path", VIEWS)
def test_it_holds_every_word_of_the_view(
    make: Make, path: str, lang: Lang, shipped: Release
) -> None:
    contents = pages.contents(shipped, view_of(path, shipped), lang)
    told = [contents.title, contents.lead, text_of(contents.paper)]
    for section in contents.sections:
        told.append(section.title)
        for block in section.blocks:
            match block:
                case Said():
                    told.append(text_of(block.line))
                case Listed():
                    told += map(text_of, block.lines)
                case Table():
                    told += [*block.columns, *(text_of(cell) for row in block.rows for cell in row)]
                case Chart():
                    told.append(block.alt)
    text = Read(html(make, path, lang)).text
    assert [each for each in told if " ".join(each.split()) not in text] == []


@pytest.mark.parametrize("path", VIEWS)
def test_every_ink_of_its_charts_has_a_light_and_a_dark_form(make: Make, path: str) -> None:
    page = html(make, path)
    used = set(re.findall(r"var\((--ink[\w-]+)\)", page))
    for name in used:
        assert len(re.findall(rf"{name}: #[0-9A-Fa-f]{{6}};", page)) == 3
    assert "@media (prefers-color-scheme: dark)" in page


@pytest.mark.parametrize("path", EMPTY)
def test_an_empty_view_says_so(make: Make, path: str) -> None:
    assert re.search("Không có (văn bản nào|số liệu)", Read(html(make, path)).text)


def test_it_names_link_short_link_release_filters_and_time(make: Make, shipped: Release) -> None:
    read = Read(html(make, "/decisions?sector=transport", "en"))
    for told in (
        SHORT,
        f"/decisions?release={shipped.name}&sector=transport",
        f"Release {shipped.name}",
        "Filters: Sector: Transport",
        "9 Mar 2020, 14:30 Vietnam time",
    ):
        assert told in read.text


def test_text_of_a_link_is_text(make: Make) -> None:
    page = html(make, "/decisions?q=%3Cscript%3Ealert(1)%3C/script%3E")
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_links_of_ours_are_pinned_and_whole(make: Make, shipped: Release) -> None:
    hrefs = [value for name, value in Read(html(make, "/rural_roads")).attributes if name == "href"]
    documents = [href for href in hrefs if "/decisions?" in href]
    assert documents
    assert all(
        href.startswith(f"https://dashboard.example/decisions?release={shipped.name}")
        for href in documents
    )
