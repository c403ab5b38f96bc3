"""Names of kinds of document in a folded text (see `folded`): Quyết định, Công văn, Directive."""

import re
from dataclasses import dataclass

from lsdash.model.kind_names import ENGLISH, VIETNAMESE
from lsdash.vocabulary import SYMBOLS, Kind

ABBREVIATED = {
    symbol: SYMBOLS[symbol]
    for symbol in ("QĐ", "NQ", "NĐ", "TTr", "TT", "CT", "CV", "KH", "TB", "BC", "CĐ")
}
"""`QĐ số 381`: only in capitals, since `tt` and `ct` are many other words."""
NAMED_AT_LENGTH = {Kind.LAW, Kind.ORDINANCE}
"""Their own names stand between the name of the kind and the number."""

_ALL = {**VIETNAMESE, **ENGLISH}
_NAMES = "|".join(sorted(_ALL, key=len, reverse=True))
_PATTERN = re.compile(
    rf"""
    (?: (?<!\w) | (?<=[a-zà-ỹ0-9])(?=[A-ZĐ]) )       # also in hiệnQuyết định, run together
    (?<!(?i:pháp)\ ) (?<!(?i:kỷ)\ )                 # pháp luật and kỷ luật are no laws
    (?: (?P<name>(?i:{_NAMES.replace(" ", chr(92) + " ")})) | (?P<symbol>{"|".join(ABBREVIATED)}) )
    (?! \w | [-/] )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True)
class PrintedName:
    """Offsets are into the folded text. `kind` is None for a name that says none: văn bản."""

    start: int
    end: int
    kind: Kind | None
    is_capital: bool
    """Written out and with a capital, as a name is and a verb is not."""


def find(folded: str) -> list[PrintedName]:
    return [
        PrintedName(
            start=match.start(),
            end=match.end(),
            kind=ABBREVIATED[match["symbol"]] if match["symbol"] else _ALL[match["name"].lower()],
            is_capital=match["name"] is not None and match["name"][0].isupper(),
        )
        for match in _PATTERN.finditer(folded)
    ]
