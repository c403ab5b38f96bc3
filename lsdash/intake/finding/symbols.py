"""Document numbers with their symbols, in a folded text (see `folded`): 381/QĐ-UBND, 22-NQ/TU.

A symbol is an optional kind (`QĐ`) and an authority (`UBND`, `UBND-KTTH`, `BTC-BNV`). Only the
letters are judged here; what words and dates stand beside a number is `citations`' matter.
"""

import re
from dataclasses import dataclass

from lsdash.intake.finding import separators
from lsdash.intake.finding.dates import full_year
from lsdash.vocabulary import SYMBOLS

ISSUERS = [
    "UBND", "HĐND", "UBMTTQ", "CP", "TTg", "VPCP", "TTCP", "TU", "TW", "TƯ", "UB", "HU", "ThU",
    "QU", "VPTU", "VPTW", "VP", "CTN", "CTUBND", "HĐBT", "HĐNN", "NHNN", "KTNN", "TANDTC",
    "VKSNDTC", "VKSTC", "TLĐ", "BCĐ", "BCĐQG", "BCH", "BCA", "BQP", "BTC", "BNV", "BYT", "BXD",
]  # fmt: skip
"""Authorities whose letters alone show a document number, however they are capitalised."""
RARE = {"TC", "L"}
"""Kinds whose letters are mostly something else, such as Tài chính: known by their authority."""
OLD_AUTHORITIES = {"CT"}
"""Letters of a kind that in old numbers meant who issued it: Quyết định số 327-CT."""
GLUED = re.compile(r"(QĐ|NĐ|NQ|KH|TTr|TB|CV|QD|ND)(UBND|HĐND|HDND|CP|TTg|UB|TU|TW)")
"""`QĐUBND`: kind and authority whose hyphen is lost."""
ASSEMBLY = re.compile(r"(?:QH|UBTVQH)[0-9]{1,2}|QH[IVX]{1,5}|QHK[0-9]{1,2}")
ROADS = re.compile(r"(?:QL|TL|ĐT|ĐH|CT)[0-9]")
"""National and provincial roads, as in `số 12/QL1A`."""
_ISSUER_LETTERS = re.compile(r"[A-ZĐƯ&][A-ZĐƯ&bcdghklmnpqrstvx]*[0-9]*")

_LETTERS = r"[A-Za-zĐđƯư&]{1,15}[0-9]{0,3}(?![^\W_])"
_NUMBER = re.compile(
    rf"""
    (?<![\w/]) (?<![0-9][.:]) (?<![^\W0-9]-)
    (?P<number> [0-9]{{1,2}}\.[0-9]{{3}} | [0-9]{{1,6}} ) (?P<suffix>[A-Za-zđ])?   # 1605a
    (?: \ ?/\ ?(?P<year>(?:19|20)[0-9]{{2}}|[0-9]{{2}}) (?=\ ?[/-]) )?             # /2020
    (?P<tail>
        (?: \ ?(?P<mark>[/-])\ ? | \ (?=[A-ZĐ]{{2,3}}/T[WUƯ](?!\w)) )              # 48 CT/TW
        (?P<first>{_LETTERS})                                                       # /QĐ, -NQ
        (?: (?P<joint>\ ?[-/._]\ ?|\ ) (?P<second>{_LETTERS}) )?                    # -UBND, /TU
        (?P<rest> (?:[-/.]{_LETTERS}){{0,4}} )                                      # -BNV
    )
    """,
    re.VERBOSE,
)
_REST = re.compile(rf"(?P<joint>[-/.])(?P<token>{_LETTERS})")
_LOOSE_MARK = re.compile(" ?([-/._]) ?")


@dataclass(frozen=True)
class PrintedNumber:
    """One number with its symbol. Offsets are into the folded text."""

    start: int
    end: int
    digits: str
    """The number and its suffix as printed: 07, 1605a."""
    number: int
    suffix: str | None
    year: int | None
    type_symbol: str | None
    """In its official spelling: QĐ for `qđ` and `QD`."""
    authority_symbol: str | None
    tail: str
    """What follows the digits and the year, as printed but for spaces: /QĐ-UBND, -NQ/TU; the hyphen
    before the kind is put in where it was lost: 48 CT/TW."""
    is_sure: bool
    """The letters alone show it; otherwise a word such as `số` must stand before it."""
    needs_kind: bool = False
    """A number of the old form, which only the name of a kind before it makes one: 64-CP."""


def find(folded: str) -> list[PrintedNumber]:
    return [number for match in _NUMBER.finditer(folded) if (number := _read(match))]


def _key(token: str) -> str:
    return token.upper().replace("Đ", "D").replace("Ư", "U")


_TYPES = {_key(symbol): symbol for symbol in reversed(SYMBOLS)} | {s: s for s in SYMBOLS}
_ISSUERS = {_key(symbol): symbol for symbol in reversed(ISSUERS)} | {s: s for s in ISSUERS}


def type_symbol(token: str) -> str | None:
    """The official spelling of a kind's symbol, or None: `qd` → `QĐ`, but `HĐ` stays itself."""
    return token if token in SYMBOLS else _TYPES.get(_key(token))


def _issuer(token: str) -> str | None:
    """The official spelling of an authority's letters, or None where they cannot be any."""
    if known := _ISSUERS.get(token) or _ISSUERS.get(_key(token)):
        return known
    if ROADS.fullmatch(token[:3]) or not _ISSUER_LETTERS.fullmatch(token):
        return None
    small = sum(letter.islower() for letter in token)
    return token if small <= len(token) / 2 else None


def _read(match: re.Match[str]) -> PrintedNumber | None:
    symbol = None if _is_part_of_code(match) else _symbol(match)
    if symbol is None:
        return None
    kind, authority, end, is_sure, needs_kind = symbol
    printed = match.string[match.start("tail") : end]
    return PrintedNumber(
        start=match.start(),
        end=end,
        digits=match["number"] + (match["suffix"] or ""),
        number=int(match["number"].replace(".", "")),
        suffix=match["suffix"],
        year=full_year(match["year"]) if match["year"] else None,
        type_symbol=kind,
        authority_symbol=authority,
        tail=_LOOSE_MARK.sub(r"\1", printed).strip() if match["mark"] else f"-{printed.strip()}",
        is_sure=is_sure,
        needs_kind=needs_kind,
    )


def _is_part_of_code(match: re.Match[str]) -> bool:
    """Digits and a hyphen stand before it, and no list or range of numbers: 12-381/QĐ."""
    start = match.start()
    if match.string[start - 1 : start] != "-":
        return False
    is_digit = match.string[start - 2 : start - 1].isdigit()
    opens = separators.OPENS_RANGE.search(match.string, max(0, start - 20), start)
    return is_digit and opens is None


_Symbol = tuple[str | None, str | None, int, bool, bool]
"""Kind, authority, where it ends, whether it is sure, whether it needs a kind before it."""


def _symbol(match: re.Match[str]) -> _Symbol | None:
    kind = type_symbol(match["first"])
    authority, end = _authority(match, kind)
    if match["mark"] != "/" and not (kind and authority):
        return _old_symbol(match, kind, authority, end)
    if kind in RARE and authority not in ISSUERS:
        kind = None
    if kind:
        return kind, authority, end, authority is not None, False
    if glued := GLUED.fullmatch(match["first"]):
        return type_symbol(glued[1]), _issuer(glued[2]), match.end("first"), True, False
    first = _issuer(match["first"])
    if first is None:
        return None
    is_sure = bool(ASSEMBLY.fullmatch(first)) or (first in ISSUERS and authority is not None)
    whole = f"{first}{_plain(match['joint'])}{authority}" if authority else first
    return None, whole, end, is_sure or first in ("TU", "TW", "TƯ"), False


def _old_symbol(
    match: re.Match[str], kind: str | None, authority: str | None, end: int
) -> _Symbol | None:
    """64-CP, 38-TCTK/FFCĐ: only the name of a kind before it makes it a number."""
    if kind and kind not in OLD_AUTHORITIES:
        return kind, None, end, False, True
    first = kind or _issuer(match["first"])
    if first is None or len(first) < 2:
        return None
    whole = f"{first}{_plain(match['joint'])}{authority}" if authority else first
    return None, whole, end, False, True


def _plain(joint: str) -> str:
    return joint.strip() or "-"


def _authority(match: re.Match[str], kind: str | None) -> tuple[str | None, int]:
    """The authority behind the first letters, and where the symbol ends."""
    second = _second(match, kind)
    if second is None:
        return None, match.end("first")
    parts, end = [second], match.end("second")
    for part in _REST.finditer(match["rest"]):
        token = _issuer(part["token"])
        if token is None or (part["joint"] == "." and not re.fullmatch("[IVX]+", token)):
            break
        parts += [part["joint"], token]
        end = match.start("rest") + part.end()
    return "".join(parts), end


def _second(match: re.Match[str], kind: str | None) -> str | None:
    """The letters after the first ones, where what joins the two allows it."""
    joint, token = match["joint"], match["second"]
    if token is None:
        return None
    issuer = _issuer(token)
    if issuer is None and joint == "-" and match["first"].islower() and len(token) <= 6:
        return token.upper()
    match joint:
        case " ":
            return issuer if kind and issuer in ISSUERS else None
        case "-":
            return issuer
        case "/" | "." | "_":
            return issuer if kind or match["mark"] != "/" else None
        case _:
            return issuer if kind or (issuer not in ISSUERS and len(token) > 1) else None
