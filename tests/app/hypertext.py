"""What a page shows as HTML, as a browser reads it: its words, links and badges."""

from collections.abc import Callable, Iterator
from urllib.parse import parse_qs, urlsplit

import pandas as pd
from lxml import html
from streamlit.testing.v1 import AppTest

from lsdash.view import PAGES, View, from_query


def shown(app: AppTest) -> Iterator[html.HtmlElement]:
    """The elements of HTML on the screen, styles aside."""
    for each in app.get("html"):
        if not each.proto.body.startswith("<style"):
            yield html.fragment_fromstring(each.proto.body, create_parent="div")


def said(app: AppTest) -> str:
    """All their words."""
    return "\n".join(" ".join(each.itertext()) for each in shown(app))


def heads(app: AppTest) -> list[str]:
    """The headings of sections, in their order."""
    return [head.text_content() for each in shown(app) for head in each.xpath(".//h2")]


def badges(app: AppTest) -> str:
    return "\n".join(
        badge.text_content() for each in shown(app) for badge in each.find_class("badge")
    )


def ways(app: AppTest) -> dict[str, View]:
    """The links to our own pages on the screen, by their words, as views."""
    found = [link for each in shown(app) for link in each.xpath(".//a[@data-way]")]
    return {link.text_content(): _view(link.get("href")) for link in found}


def _view(href: str) -> View:
    address = urlsplit(href)
    return from_query(parse_qs(address.query), address.path.strip("/") or PAGES[0])[0]


def text(cell: html.HtmlElement) -> str:
    return str(cell.text_content())


def address(cell: html.HtmlElement) -> str:
    """Where the first link of a cell leads; empty without one."""
    return next(iter(cell.xpath(".//a/@href")), "")


def tables(app: AppTest, of: Callable[[html.HtmlElement], str] = text) -> list[pd.DataFrame]:
    """Every table on the screen, what `of` says of each cell under the names of its columns."""
    return [
        pd.DataFrame(
            [[of(cell) for cell in row.xpath("td")] for row in table.xpath("tbody/tr")],
            columns=[text(head) for head in table.xpath("thead/tr/th")],
        )
        for each in shown(app)
        for table in each.xpath(".//table")
    ]
