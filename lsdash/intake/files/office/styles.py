"""How a run of Word's text looks, by its style or by itself: hidden, struck, raised, its font."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import etree

from lsdash.intake.files.office.parts import w

OFF = {"0", "false", "off", "none"}
RAISED_FROM = 4
"""Half points above the line from which on a run counts as raised."""
HEADINGS = ("heading", "title", "tiêu đề", "đề mục")
DEEPEST = 20
"""Styles that stand on each other; a longer chain is a circle."""
SWITCHES = {"vanish": "is_hidden", "strike": "is_struck", "dstrike": "is_struck", "b": "is_bold"}


@dataclass(frozen=True)
class Look:
    is_hidden: bool = False
    is_struck: bool = False
    is_raised: bool = False
    is_bold: bool = False
    font: str = ""
    """Of ASCII characters."""
    upper_font: str = ""
    """Of the letters above them."""


@dataclass(frozen=True)
class Style:
    based_on: str = ""
    look: etree._Element | None = None
    numbered: etree._Element | None = None
    is_heading: bool = False


@dataclass(frozen=True)
class Styles:
    by_id: Mapping[str, Style] = field(default_factory=dict)
    usual: str = ""
    """The style of a paragraph that names none."""
    default: Look = Look()
    """What every style begins with."""
    theme: Mapping[str, str] = field(default_factory=dict)
    """The fonts that the theme's names stand for."""

    def look(self, paragraph: str, run: etree._Element | None) -> Look:
        """How a run with these properties (`w:rPr`) looks in a paragraph of this style."""
        shown = self.default
        for each in reversed(list(self._chain(paragraph or self.usual))):
            shown = changed(shown, each.look, self.theme)
        if run is None:
            return shown
        own = run.find(w("rStyle"))
        for each in reversed(list(self._chain(own.get(w("val"), "") if own is not None else ""))):
            shown = changed(shown, each.look, self.theme)
        return changed(shown, run, self.theme)

    def numbered(self, paragraph: str) -> etree._Element | None:
        """The numbering (`w:numPr`) that the style of a paragraph gives it."""
        chain = self._chain(paragraph or self.usual)
        return next((each.numbered for each in chain if each.numbered is not None), None)

    def is_heading(self, paragraph: str) -> bool:
        return any(each.is_heading for each in self._chain(paragraph))

    def _chain(self, name: str) -> Iterator[Style]:
        """The style and those that it stands on, itself first."""
        for _ in range(DEEPEST):
            style = self.by_id.get(name)
            if style is None:
                return
            yield style
            name = style.based_on


def read(root: etree._Element | None, theme: etree._Element | None = None) -> Styles:
    """The styles of `styles.xml`, with the fonts of the theme beside it."""
    if root is None:
        return Styles()
    found: dict[str, Style] = {}
    usual = ""
    for each in root.iterfind(w("style")):
        name = each.get(w("styleId"), "")
        called = _value(each, "name").lower()
        found[name] = Style(
            based_on=_value(each, "basedOn"),
            look=each.find(w("rPr")),
            numbered=each.find(f"{w('pPr')}/{w('numPr')}"),
            is_heading=called.startswith(HEADINGS),
        )
        if each.get(w("type")) == "paragraph" and each.get(w("default"), "0") not in OFF:
            usual = name
    fonts = _theme(theme)
    default = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
    return Styles(found, usual, changed(Look(), default, fonts), fonts)


def changed(look: Look, properties: etree._Element | None, theme: Mapping[str, str]) -> Look:
    """The look with what these properties (`w:rPr`) set."""
    if properties is None:
        return look
    told: dict[str, Any] = {}
    for tag, name in SWITCHES.items():
        found = properties.find(w(tag))
        if found is not None:
            told[name] = told.get(name, False) or found.get(w("val"), "1") not in OFF
    raised = properties.find(w("vertAlign"))
    if raised is not None:
        told["is_raised"] = raised.get(w("val")) == "superscript"
    lifted = properties.find(w("position"))
    if lifted is not None and lifted.get(w("val"), "").lstrip("-").isdigit():
        told["is_raised"] = int(lifted.get(w("val"))) >= RAISED_FROM
    look = replace(look, **told)
    fonts = properties.find(w("rFonts"))
    if fonts is None:
        return look
    font, upper = (_font(fonts, name, theme) for name in ("ascii", "hAnsi"))
    return replace(look, font=font or upper or look.font, upper_font=upper or look.upper_font)


def _font(fonts: etree._Element, name: str, theme: Mapping[str, str]) -> str:
    """The font that is named for these characters; a theme's name counts before its own."""
    return theme.get(fonts.get(w(f"{name}Theme"), "")) or fonts.get(w(name), "")


def _theme(root: etree._Element | None) -> dict[str, str]:
    """`minorHAnsi` → the theme's font for running text, `majorHAnsi` for headings."""
    if root is None:
        return {}
    latin = {size: root.find(f".//{{*}}{size}Font/{{*}}latin") for size in ("minor", "major")}
    return {
        f"{size}{letters}": found.get("typeface", "")
        for size, found in latin.items()
        if found is not None
        for letters in ("Ascii", "HAnsi")
    }


def _value(element: etree._Element, name: str) -> str:
    found = element.find(w(name))
    return found.get(w("val"), "") if found is not None else ""
