"""Names of kinds of document in a folded text (see `folded`): Quyết định, Công văn, Directive."""

import re
from dataclasses import dataclass

from lsdash.vocabulary import SYMBOLS, Kind

VIETNAMESE: dict[str, Kind | None] = {
    "quyết định": Kind.DECISION,
    "nghị quyết": Kind.RESOLUTION,
    "nghị định": Kind.DECREE,
    "thông tư": Kind.CIRCULAR,
    "thông tư liên tịch": Kind.JOINT_CIRCULAR,
    "thông tư liên bộ": Kind.JOINT_CIRCULAR,
    "chỉ thị": Kind.DIRECTIVE,
    "công văn": Kind.OFFICIAL_LETTER,
    "công điện": Kind.TELEGRAM,
    "thông báo": Kind.NOTICE,
    "thông báo kết luận": Kind.NOTICE,
    "tờ trình": Kind.SUBMISSION,
    "báo cáo": Kind.REPORT,
    "kế hoạch": Kind.PLAN,
    "hướng dẫn": Kind.GUIDANCE,
    "chương trình": Kind.PROGRAMME,
    "đề án": Kind.SCHEME,
    "dự án": Kind.SCHEME,
    "kết luận": Kind.CONCLUSION,
    "quy định": Kind.REGULATION,
    "quy chế": Kind.STATUTE,
    "phương án": Kind.OPTION_PAPER,
    "biên bản": Kind.MINUTES,
    "thông cáo": Kind.COMMUNIQUE,
    "giấy mời": Kind.INVITATION,
    "hợp đồng": Kind.CONTRACT,
    "bộ luật": Kind.LAW,
    "luật": Kind.LAW,
    "pháp lệnh": Kind.ORDINANCE,
    "sắc lệnh": Kind.ORDER,
    "lệnh": Kind.ORDER,
    "văn bản hợp nhất": Kind.CONSOLIDATED,
    "văn bản": None,
}
ENGLISH: dict[str, Kind | None] = {
    "decision": Kind.DECISION,
    "resolution": Kind.RESOLUTION,
    "decree": Kind.DECREE,
    "circular": Kind.CIRCULAR,
    "joint circular": Kind.JOINT_CIRCULAR,
    "directive": Kind.DIRECTIVE,
    "letter": Kind.OFFICIAL_LETTER,
    "official letter": Kind.OFFICIAL_LETTER,
    "dispatch": Kind.OFFICIAL_LETTER,
    "official dispatch": Kind.OFFICIAL_LETTER,
    "telegram": Kind.TELEGRAM,
    "official telegram": Kind.TELEGRAM,
    "notice": Kind.NOTICE,
    "submission": Kind.SUBMISSION,
    "report": Kind.REPORT,
    "plan": Kind.PLAN,
    "guidance": Kind.GUIDANCE,
    "programme": Kind.PROGRAMME,
    "program": Kind.PROGRAMME,
    "scheme": Kind.SCHEME,
    "conclusion": Kind.CONCLUSION,
    "regulation": Kind.REGULATION,
    "ordinance": Kind.ORDINANCE,
    "law": Kind.LAW,
    "document": None,
}
ABBREVIATED = {symbol: SYMBOLS[symbol] for symbol in ("QĐ", "NQ", "NĐ", "TT", "CT", "CV", "KH")}
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
