"""A search that is a citation: `Quyết định số 381/QĐ-UBND ngày 05/3/2020`, `KH 39`, `381 qd ubnd`.

Read as people type it, with or without tone marks; any other search is one for words. What a
bulletin cites is found by `intake.finding.citations`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from lsdash.model.document import DocumentNumber
from lsdash.model.kind_names import ENGLISH, VIETNAMESE
from lsdash.model.search import folded
from lsdash.model.words import normalised
from lsdash.vocabulary import SYMBOLS, Kind

MOST = 20
"""Documents that one search names at most."""


@dataclass(frozen=True)
class Cited:
    """A document as a search names it; what the search leaves out fits any."""

    number: int
    suffix: str = ""
    year: int | None = None
    """In the number or behind it: of a document without one the year of its day."""
    symbol: tuple[str, ...] = ()
    """Its parts, folded: `qd`, `ubnd`."""
    kind: Kind | None = None
    signed_on: date | None = None

    def fits(self, number: str, signed_on: date) -> bool:
        """Whether a document with this number and day may be the one that is named."""
        key = DocumentNumber.read(number)
        return (
            (key.number, folded(key.suffix)) == (self.number, self.suffix)
            and self.year in {None, key.year, signed_on.year}
            and self.signed_on in {None, signed_on}
            and self.kind in {None, key.kind}
            and "".join(self.symbol) in _beginnings(_parts(key.symbol))
        )


def _parts(symbol: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[a-z0-9&]+", folded(symbol)))


def _beginnings(parts: tuple[str, ...]) -> set[str]:
    """`qd` and `qdubnd` of QĐ-UBND: its hyphen may be left out, and what follows it."""
    return {"".join(parts[:count]) for count in range(len(parts) + 1)}


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_KINDS = {folded(name): kind for name, kind in (VIETNAMESE | ENGLISH).items()}
_SYMBOLS = {folded(symbol): kind for symbol, kind in reversed(SYMBOLS.items())}
_ISSUERS = _either(["ubnd", "hdnd", "cp", "ttg", "vpcp", "tu", "tw", "ub"])
_SIGNS = rf"(?:{_either(_SYMBOLS)}|{_ISSUERS})(?:[-/. ]?(?:{_ISSUERS}))?"
_LETTERS = "[a-z][a-z0-9&]{0,14}"
_NUMBER = re.compile(
    rf"""
    (?: (?P<name>{_either(_KINDS)})(?![a-z])\ ? | (?P<before>{_SIGNS})(?![a-z])[ .:-]{{0,2}} )?
    (?P<word> (?:so|nos?|number|n[°º]|№)[.:]{{0,2}}\ ? )?
    (?P<number>[0-9]{{1,6}}) (?P<suffix>[a-z](?![a-z]))? (?:/(?P<year>(?:19|20)[0-9]{{2}}))?
    (?: \ ?[/-]\ ?(?P<symbol>{_LETTERS}(?:\ ?[-/.]\ ?{_LETTERS}|\ (?:{_ISSUERS})(?![a-z])){{0,5}})
      | \ (?P<behind>{_SIGNS}(?:-{_LETTERS})?)(?![a-z]) )?
    (?: (?:\ nam\ |\ |/)(?P<said>(?:19|20)[0-9]{{2}}) )?
    """,
    re.VERBOSE,
)
_ENGLISH_MONTHS = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)
_MONTH = _either(_ENGLISH_MONTHS)
_DATE = re.compile(
    rf"""
    \ ?,?\ ?\(?(?:(?:ky|ban\ hanh)\ )?(?:ngay\ ?|dated\ |of\ |on\ )?
    (?<![0-9/.-])
    (?: (?P<day>[0-9]{{1,2}}) (?:\ ?[/.-]\ ?|\ thang\ )
        (?P<month>[0-9]{{1,2}}) (?:\ ?[/.-]\ ?|\ ?,?\ nam\ ) (?P<year>[0-9]{{4}})
      | (?P<day_2>[0-9]{{1,2}})\ (?P<name_2>{_MONTH})[a-z]{{0,6}},?\ (?P<year_2>[0-9]{{4}})
      | (?P<name_3>{_MONTH})[a-z]{{0,6}}\ (?P<day_3>[0-9]{{1,2}}),?\ (?P<year_3>[0-9]{{4}})
    )\)?$
    """,
    re.VERBOSE,
)
_SUBJECT = re.compile(r",? (?:ve|v/v|regarding) .*$")
_ISSUER = re.compile(r",? (?:(?:cua|do|by|of) [a-z][a-z ]*|(?:ubnd )?tinh(?: lang son)?)$")
_PARTING = re.compile(
    r" ?[;&] ?| (?:va|and) |"
    r",(?! ?\(?(?:ngay|ky|ban hanh|dated|of|on|nam|cua|[0-9]{1,2}/|[0-9]{4}$))"
)
"""Between two citations; a comma may stand in one."""
_DASHES = dict.fromkeys((*range(0x2010, 0x2016), 0x2212), "-") | {0x2044: "/", 0xFF0F: "/"}
_AROUND = " .,;:!?\"'“”«»()[]"


@lru_cache(maxsize=256)
def cited(search: str) -> tuple[Cited, ...]:
    """The documents that a search names, where it does nothing else; none where it does."""
    text = folded(str(normalised(search))).translate(_DASHES).strip(_AROUND)
    pieces = [piece.strip(_AROUND) for piece in _PARTING.split(_SUBJECT.sub("", text))]
    if not 0 < len(pieces) <= MOST:
        return ()
    found = [_read(piece) for piece in pieces]
    return tuple(each for each in found if each) if all(found) else ()


def _read(text: str) -> Cited | None:
    """One citation; None where the text is none or its day does not exist."""
    signed_on = None
    for _ in range(3):
        if dated := _DATE.search(text):
            signed_on, text = _day(dated), text[: dated.start()]
            if signed_on is None:
                return None
        text = _ISSUER.sub("", text).strip(_AROUND)
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    signs = match["symbol"] or match["behind"] or match["before"] or ""
    year = match["year"] or match["said"]
    if not (signs or match["name"] or match["word"] or year or signed_on):
        return None
    cited_ = Cited(
        number=int(match["number"]),
        suffix=match["suffix"] or "",
        year=int(year) if year else None,
        symbol=_parts(signs),
        kind=None if signs else _KINDS.get(match["name"] or ""),
        signed_on=signed_on,
    )
    kind = _SYMBOLS.get(signs)
    return replace(cited_, symbol=(), kind=kind) if kind else cited_


def _day(match: re.Match[str]) -> date | None:
    day, year = (
        match[name] or match[f"{name}_2"] or match[f"{name}_3"] for name in ("day", "year")
    )
    name = match["name_2"] or match["name_3"]
    month = 1 + _ENGLISH_MONTHS.index(name) if name else int(match["month"])
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None
