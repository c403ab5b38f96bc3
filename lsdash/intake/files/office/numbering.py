"""Word's own numbers before paragraphs, which stand nowhere in its text: `1.`, `b)`, `II.`, `-`."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from lsdash.intake.files import symbols
from lsdash.intake.files.office.parts import w

BULLET = "-"
CIRCLES = {"o": "◦"}
"""Letters that a font of its own draws as bullets."""
PLACE = re.compile(r"%([1-9])")
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True)
class Level:
    start: int = 1
    form: str = "decimal"
    shown: str = ""
    """`%1.%2.`, or a bullet."""
    font: str = ""


@dataclass
class Numbering:
    """Counts as it is asked, paragraph by paragraph in their order."""

    lists: Mapping[str, tuple[str, Mapping[int, Level]]] = field(default_factory=dict)
    """By their number: which counter they share, and their levels."""
    restarts: Mapping[tuple[str, int], int] = field(default_factory=dict)
    """Where a list begins anew, from which number: by its own number and the level."""
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def next(self, numbered: etree._Element | None) -> str:
        """What stands before the next paragraph with this `w:numPr`; empty for nothing."""
        if numbered is None:
            return ""
        name, level = _value(numbered, "numId", ""), _whole(_value(numbered, "ilvl", "0"))
        if name not in self.lists:
            return ""
        counter, levels = self.lists[name]
        counts = self._counts.setdefault(counter, {})
        if (name, level) in self.restarts and (name, level) not in self._begun:
            counts[level] = self.restarts[name, level] - 1
        self._begun.add((name, level))
        own = levels.get(level, Level())
        counts[level] = counts.get(level, own.start - 1) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        return _written(own, levels, counts)


def read(root: etree._Element | None) -> Numbering:
    """The lists of `numbering.xml`."""
    if root is None:
        return Numbering()
    abstract = {each.get(w("abstractNumId"), ""): each for each in root.iterfind(w("abstractNum"))}
    named = {_value(each, "styleLink", ""): key for key, each in abstract.items()}
    lists: dict[str, tuple[str, Mapping[int, Level]]] = {}
    restarts: dict[tuple[str, int], int] = {}
    for each in root.iterfind(w("num")):
        name, counter = each.get(w("numId"), ""), _value(each, "abstractNumId", "")
        linked = _value(abstract[counter], "numStyleLink", "") if counter in abstract else ""
        counter = named.get(linked, counter) if linked else counter
        if counter not in abstract:
            continue
        levels = _levels(abstract[counter])
        for change in each.iterfind(w("lvlOverride")):
            level = _whole(change.get(w("ilvl"), "0"))
            levels |= _levels(change)
            if change.find(w("startOverride")) is not None:
                restarts[name, level] = _whole(_value(change, "startOverride", "1"))
        lists[name] = counter, levels
    return Numbering(lists, restarts)


def _levels(holder: etree._Element) -> dict[int, Level]:
    return {
        _whole(each.get(w("ilvl"), "0")): Level(
            start=_whole(_value(each, "start", "1")),
            form=_value(each, "numFmt", "decimal"),
            shown=_value(each, "lvlText", ""),
            font=_font(each),
        )
        for each in holder.iterfind(w("lvl"))
    }


def _font(level: etree._Element) -> str:
    fonts = level.find(f"{w('rPr')}/{w('rFonts')}")
    return "" if fonts is None else fonts.get(w("ascii"), "")


def _written(own: Level, levels: Mapping[int, Level], counts: Mapping[int, int]) -> str:
    if own.form == "bullet":
        return _bullet(own)

    def number(found: re.Match[str]) -> str:
        level = int(found[1]) - 1
        its = levels.get(level, Level())
        return FORMS.get(its.form, str)(counts.get(level, its.start))

    return "" if own.form == "none" and "%" in own.shown else PLACE.sub(number, own.shown).strip()


def _bullet(own: Level) -> str:
    if symbols.is_font(own.font):
        return symbols.shown(own.shown, own.font).strip() or BULLET
    sign = symbols.unboxed(own.shown).strip()
    return CIRCLES.get(sign, sign) or BULLET


def _letters(number: int) -> str:
    """a to z, then aa, bb."""
    at, times = (number - 1) % 26, (number - 1) // 26 + 1
    return chr(ord("a") + at) * min(times, 10) if number > 0 else str(number)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    written = ""
    for value, sign in ROMAN:
        written += sign * (number // value)
        number %= value
    return written


FORMS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "none": lambda _: "",
}


def _value(element: etree._Element, name: str, usual: str) -> str:
    found = element.find(w(name))
    return usual if found is None else found.get(w("val"), usual)


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
