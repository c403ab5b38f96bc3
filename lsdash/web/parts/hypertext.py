"""Words, badges, links and cards as one element of HTML: text is escaped, links stay in the app.

Streamlit does 0.2 to 0.3 ms of work for each element of each run, so what is only shown goes in
few. Markup holds what is HTML; any other string is text, and stands in HTML as text.
"""

from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal
from urllib.parse import quote

import streamlit as st
from markupsafe import Markup, escape

from lsdash.contents import tables
from lsdash.contents.blocks import Line, Listed, Look, Words
from lsdash.store.rows import DecisionRow
from lsdash.view import View
from lsdash.vocabulary import Status
from lsdash.web.entrance import address
from lsdash.web.entrance.visit import Visit

STATUS_ICONS: Mapping[str, str] = {
    Status.DECIDED: ":material/check_circle:",
    Status.PLANNED: ":material/event_note:",
    Status.PROPOSED: ":material/hourglass_top:",
}
TELLS = ":material/description:"
KINDS: Mapping[Look, str] = {
    "strong": "strong",
    "quiet": "quiet",
    "marked": "marked",
    "decided": "badge decided",
    "planned": "badge planned",
    "proposed": "badge proposed",
    "late": "badge late",
}
"""The class of words in each look; plain words need none."""

IN_AN_ADDRESS = " /:=,;()-."
"""Signs of a drawing that an address of its own may hold as they are."""


@dataclass(frozen=True)
class _Body:
    """HTML as Streamlit asks for it: a plain string would be looked up as a file first."""

    html: Markup

    def _repr_html_(self) -> str:
        return self.html


def show(*parts: Markup, width: Literal["stretch", "content"] = "stretch") -> None:
    """The parts as one element; none where they are empty."""
    html = _joined(parts)
    if html:
        st.html(_Body(html), width=width)


def element(tag: str, *inside: Markup | str, kind: str = "") -> Markup:
    """An element of one kind, which the style sheet knows."""
    of_kind = f' class="{kind}"' if kind else ""
    return Markup(f"<{tag}{of_kind}>{_joined(inside)}</{tag}>")


def heading(text: str, *, level: int = 2) -> Markup:
    return element(f"h{level}", text)


def caption(text: Markup | str) -> Markup:
    return element("p", text, kind="caption")


def paragraph(line: Line) -> Markup:
    return element("p", words(line))


def words(line: Line) -> Markup:
    """Words in their looks, with where they lead."""
    return _joined(map(_word, line))


def listed(listed: Listed | None) -> Markup:
    """Lines under each other; empty where there are none."""
    if listed is None:
        return Markup()
    return element("ul", *(element("li", words(line)) for line in listed.lines))


def table(
    columns: Sequence[str],
    rows: Iterable[Sequence[Markup | str]],
    *,
    heads: Sequence[str] = (),
    shares: Sequence[float] = (),
    name: str = "",
    alt: str = "",
) -> Markup:
    """Rows under their heads; `alt` says what it is a table of.

    On a phone a row becomes a card of lines, and each cell stands behind its one of the `heads`.
    Columns are as wide as what they hold, or take their share of the width, each 0 to 1.
    """
    widths = (Markup('<col style="width: {:.1%}">').format(each) for each in shares)
    names = (Markup(f'<th scope="col">{escape(each)}</th>') for each in columns)
    held = (
        element("colgroup", *widths),
        element("thead", element("tr", *names)),
        element("tbody", *(_line(cells, heads) for cells in rows)),
    )
    told = f'data-table="{escape(name)}"><table aria-label="{escape(alt)}"'
    return Markup(f'<div class="table" {told}>{_joined(held)}</table></div>')


def fold(label: Markup | str, *inside: Markup | str) -> Markup:
    """What is closed at first, under its label; the browser opens it by itself."""
    return element("details", element("summary", label), *inside)


def sign(icon: str) -> Markup:
    """An icon of Streamlit's own font, which is no word: it is neither read aloud nor copied."""
    name = icon.removeprefix(":material/").removesuffix(":")
    return Markup(f'<span class="sign" data-sign="{escape(name)}" aria-hidden="true"></span>')


def picture(svg: str, alt: str) -> Markup:
    """A small drawing with the same in words; it stands in its own address, and asks for nothing.

    Streamlit takes any SVG out of HTML, and leaves pictures in.
    """
    drawn = quote(svg.replace('"', "'"), safe=IN_AN_ADDRESS)
    return Markup(f'<img class="picture" src="data:image/svg+xml,{drawn}" alt="{escape(alt)}">')


def badge(text: str, *, icon: str = "", kind: str = "plain") -> Markup:
    return element("span", _signed(icon, text), kind=f"badge {kind}")


def status(here: Visit, decision: DecisionRow) -> Markup:
    """What became of a document, in its colour."""
    if tables.only_tells(decision):
        return badge(tables.state(here, decision), icon=TELLS)
    value = decision.status
    return badge(tables.state(here, decision), icon=STATUS_ICONS[value], kind=value)


def link(
    to: View,
    label: Markup | str,
    *,
    icon: str = "",
    kind: str = "way",
    name: str = "",
    is_here: bool = False,
) -> Markup:
    """A way to another view in the same tab; a key may follow it by its `name`."""
    path = address.path(to)
    return to_path(path, label, icon=icon, kind=kind, name=name, is_here=is_here)


def to_path(
    path: str,
    label: Markup | str,
    *,
    icon: str = "",
    kind: str = "way",
    name: str = "",
    is_here: bool = False,
) -> Markup:
    """`link` to an address of ours on this server."""
    current = ' aria-current="page"' if is_here else ""
    told = f'href="{escape(path)}" class="{kind}" data-way="{name}"{current}'
    return Markup(f"<a {told}>{_signed(icon, label)}</a>")


def menu(label: str, links: Iterable[Markup]) -> Markup:
    """Links as one line, which a reader who hears the page finds by its label."""
    return Markup(f'<nav class="menu" aria-label="{escape(label)}">{_joined(links)}</nav>')


def row(*parts: Markup | str, kind: str = "") -> Markup:
    """Parts in a line that wraps."""
    return element("div", *parts, kind=f"row {kind}".strip())


def card(*parts: Markup | str, name: str = "") -> Markup:
    """Parts under each other within a frame."""
    held = _joined(parts)
    return Markup(f'<section class="card" data-card="{escape(name)}">{held}</section>')


def grid(cells: Sequence[Markup], *, columns: int, kind: str = "") -> Markup:
    """Cells side by side on a wide screen, one under the other on a phone."""
    side_by_side = f'class="grid {kind}" style="--columns: {columns}"'
    return Markup(f"<div {side_by_side}>{_joined(cells)}</div>")


def strip(picture: bytes, *, ratio: float, left: float, right: float, alt: str) -> Markup:
    """A strip of a page as JPEG, `ratio` times wider than high, with what stands from `left` to
    `right` of its width, 0 to 1, marked and in sight however narrow the screen is."""
    data = b64encode(picture).decode("ascii")
    place = f"--ratio: {ratio:.3f}; --left: {left:.4f}; --right: {right:.4f}"
    shown = f'<img src="data:image/jpeg;base64,{data}" alt="{escape(alt)}"><i></i>'
    return Markup(f'<span class="strip" style="{place}"><span>{shown}</span></span>')


def _line(cells: Sequence[Markup | str], heads: Sequence[str]) -> Markup:
    """A row of a table, each cell with the head that a phone shows before it, if any."""
    named = (f' data-head="{escape(head)}"' if head.strip() else "" for head in heads)
    told = zip_longest(cells, named, fillvalue="")
    return element("tr", *(Markup(f"<td{name}>{escape(cell)}</td>") for cell, name in told))


def _signed(icon: str, label: Markup | str) -> Markup:
    return _joined((sign(icon), label) if icon else (label,))


def _word(word: Words) -> Markup:
    kind = KINDS.get(word.look)
    told = element("span", word.text, kind=kind) if kind else escape(word.text)
    if word.to is None:
        return told
    if isinstance(word.to, View):
        return link(word.to, told, kind="link")
    return Markup(f'<a href="{escape(word.to)}" class="link" target="_blank">{told}</a>')


def _joined(parts: Iterable[Markup | str]) -> Markup:
    """The parts one after the other; escaping by hand takes a tenth of what `Markup.join` takes."""
    return Markup("".join(map(escape, parts)))
