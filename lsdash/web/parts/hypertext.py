"""Words, badges, links and cards as one element of HTML: text is escaped, links stay in the app.

Streamlit does 0.2 to 0.3 ms of work for each element of each run, so what is only shown goes in
few. Markup holds what is HTML; any other string is text, and stands in HTML as text.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import streamlit as st
from markupsafe import Markup

from lsdash.contents.blocks import Line, Listed, Look, Words
from lsdash.text import say
from lsdash.view import View
from lsdash.vocabulary import Status
from lsdash.web.entrance import address
from lsdash.web.entrance.visit import Visit

STATUS_ICONS: Mapping[str, str] = {
    Status.DECIDED: ":material/check_circle:",
    Status.PLANNED: ":material/event_note:",
    Status.PROPOSED: ":material/hourglass_top:",
}
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


@dataclass(frozen=True)
class _Body:
    """HTML as Streamlit asks for it: a plain string would be looked up as a file first."""

    html: Markup

    def _repr_html_(self) -> str:
        return self.html


def show(*parts: Markup, width: Literal["stretch", "content"] = "stretch") -> None:
    """The parts as one element; none where they are empty."""
    html = Markup().join(parts)
    if html:
        st.html(_Body(html), width=width)


def element(tag: str, *inside: Markup | str, kind: str = "") -> Markup:
    """An element of one kind, which the style sheet knows."""
    return Markup('<{0} class="{1}">{2}</{0}>').format(tag, kind, Markup().join(inside))


def heading(text: str, *, level: int = 2) -> Markup:
    return element(f"h{level}", text)


def caption(text: Markup | str) -> Markup:
    return element("p", text, kind="caption")


def paragraph(line: Line) -> Markup:
    return element("p", words(line))


def words(line: Line) -> Markup:
    """Words in their looks, with where they lead."""
    return Markup().join(map(_word, line))


def listed(listed: Listed | None) -> Markup:
    """Lines under each other; empty where there are none."""
    if listed is None:
        return Markup()
    return element("ul", *(element("li", words(line)) for line in listed.lines))


def sign(icon: str) -> Markup:
    """An icon of Streamlit's own font, which is no word: it is neither read aloud nor copied."""
    name = icon.removeprefix(":material/").removesuffix(":")
    return Markup('<span class="sign" data-sign="{}" aria-hidden="true"></span>').format(name)


def badge(text: str, *, icon: str = "", kind: str = "plain") -> Markup:
    return element("span", _signed(icon, text), kind=f"badge {kind}")


def status(here: Visit, value: str) -> Markup:
    """What became of a document, in its colour."""
    return badge(say(here.lang, f"status.{value}"), icon=STATUS_ICONS[value], kind=value)


def link(
    to: View, label: Markup | str, *, icon: str = "", kind: str = "way", name: str = ""
) -> Markup:
    """A way to another view in the same tab; a key may follow it by its `name`."""
    return to_path(address.path(to), label, icon=icon, kind=kind, name=name)


def to_path(
    path: str, label: Markup | str, *, icon: str = "", kind: str = "way", name: str = ""
) -> Markup:
    """`link` to an address of ours on this server."""
    return Markup('<a href="{}" class="{}" data-way="{}">{}</a>').format(
        path, kind, name, _signed(icon, label)
    )


def menu(label: str, ways: Iterable[tuple[View, str, str]], now: str) -> Markup:
    """Views with their words and icons, and which of their pages is shown, as one line."""
    links = (
        Markup('<a href="{}" class="way" data-way=""{}>{}</a>').format(
            address.path(to),
            Markup(' aria-current="page"') if to.page == now else Markup(),
            _signed(icon, text),
        )
        for to, text, icon in ways
    )
    return Markup('<nav class="menu" aria-label="{}">{}</nav>').format(label, Markup().join(links))


def row(*parts: Markup | str, kind: str = "") -> Markup:
    """Parts in a line that wraps."""
    return element("div", *parts, kind=f"row {kind}".strip())


def card(*parts: Markup | str, name: str = "") -> Markup:
    """Parts under each other within a frame."""
    return Markup('<section class="card" data-card="{}">{}</section>').format(
        name, Markup().join(parts)
    )


def grid(cells: Sequence[Markup], *, columns: int, kind: str = "") -> Markup:
    """Cells side by side on a wide screen, one under the other on a phone."""
    return Markup('<div class="grid {}" style="--columns: {}">{}</div>').format(
        kind, columns, Markup().join(cells)
    )


def _signed(icon: str, label: Markup | str) -> Markup:
    return Markup().join((sign(icon), label) if icon else (label,))


def _word(word: Words) -> Markup:
    kind = KINDS.get(word.look)
    told = element("span", word.text, kind=kind) if kind else Markup().join((word.text,))
    if word.to is None:
        return told
    if isinstance(word.to, View):
        return link(word.to, told, kind="link")
    return Markup('<a href="{}" class="link" target="_blank">{}</a>').format(word.to, told)
