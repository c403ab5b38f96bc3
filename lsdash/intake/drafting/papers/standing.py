"""Who issued a document, and whether it decides, plans or asks."""

import re

from lsdash.vocabulary import Issuer, Kind, Status

ASKS = {Kind.SUBMISSION}
PLANS = {Kind.PLAN, Kind.PROGRAMME, Kind.SCHEME, Kind.OPTION_PAPER}
REQUEST = re.compile(r"^(?:đề nghị|xin ý kiến|kiến nghị|trình)\b", re.IGNORECASE)
ASKED = re.compile(
    r"\b(?:đề nghị|kiến nghị|kính đề nghị) (?:Bộ|Chính phủ|Thủ tướng|Văn phòng Chính phủ|Quốc hội)"
)
"""What a letter of the province asks of those above it."""


def issuer(printed: str) -> Issuer | None:
    """Which issuer of the province these words name; None for another."""
    said = " ".join(printed.lower().replace("uỷ", "ủy").split())
    if "văn phòng" in said and "tỉnh" in said:
        return Issuer.OFFICE
    if "hội đồng nhân dân tỉnh" in said or "hđnd tỉnh" in said:
        return Issuer.PEOPLES_COUNCIL
    is_committee = "ủy ban nhân dân tỉnh" in said or "ubnd tỉnh" in said
    if not is_committee or re.search(r"\b(?:sở|huyện|thành phố|ban quản lý)\b", said):
        return None
    return Issuer.CHAIRMAN if "chủ tịch" in said else Issuer.PEOPLES_COMMITTEE


def status(kind: Kind, subject: str, said: str) -> Status:
    is_request = REQUEST.match(subject) or (kind is Kind.OFFICIAL_LETTER and ASKED.search(said))
    if kind in ASKS or is_request:
        return Status.PROPOSED
    return Status.PLANNED if kind in PLANS else Status.DECIDED
