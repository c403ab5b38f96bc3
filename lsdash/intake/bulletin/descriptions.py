"""What a bulletin says of an item's own document: its kind in words, who issues it, whom it asks.

A letter that asks an authority above the province for something is a request, however firmly it
is worded; asking a department or a district to do something is a decision.
"""

import re
from dataclasses import dataclass

from lsdash.intake.finding.citations import Citation
from lsdash.intake.text.paragraphs import Paragraph, plain
from lsdash.model.kind_names import VIETNAMESE
from lsdash.vocabulary import Issuer, Kind, Status

_NAMES = "|".join(
    sorted((name for name, kind in VIETNAMESE.items() if kind), key=len, reverse=True)
)
CALLED_BEFORE = re.compile(
    rf"(?<!vừa )(?<!đã )\b(?P<name>{_NAMES})\s?\((?:số)?\s?:?\s?$", re.IGNORECASE
)
CALLED_AFTER = re.compile(rf"^[^()]{{0,40}}\)\s?(?P<name>{_NAMES})\b", re.IGNORECASE)
CALLED_WITHIN = re.compile(rf"^(?P<name>{_NAMES})\b", re.IGNORECASE)
ISSUES = re.compile(r"\bban hành(?: kèm theo)?\s?\(?(?:số)?\s?:?\s?$", re.IGNORECASE)
ISSUES_A_PLAN = re.compile(
    r"\bban hành(?: kèm theo)?\W{1,4}(?:kế hoạch|chương trình|đề án)\b", re.IGNORECASE
)

ISSUED_WITH = re.compile(
    r"\bkèm theo (?:(?:quyết định|văn bản|công văn|thông báo) này )?(?P<name>(?:bản |các )?"
    r"(?:quy chế|quy định|kế hoạch|đề án|chương trình|phương án|danh mục|quy trình|bộ tiêu chí"
    r"|kịch bản|hướng dẫn|nội quy|bảng giá)\b[^.;:()\d]{0,110})",
    re.IGNORECASE,
)
"""`ban hành kèm theo Quyết định này Quy chế …`: the name runs to the end of its clause."""

ASKS = "đề nghị|kiến nghị|đề xuất|xin ý kiến|xin chủ trương|xin phép"
TURNS_TO = "trình|báo cáo|gửi"
"""Words of a request only where an answer is awaited too: a report goes up without asking."""

ABOVE = (
    r"(?:thủ tướng|chính phủ|văn phòng chính phủ"
    r"|bộ(?! (?:chỉ huy|phận|đội|chỉ số|luật|tiêu chí|máy))"
    r"|các bộ|liên bộ|lãnh đạo bộ|ban chỉ đạo (?:quốc gia|trung ương)|bộ chính trị|ban bí thư"
    r"|trung ương|ban (?:tổ chức|tuyên giáo|nội chính|kinh tế|dân vận) trung ương|quốc hội"
    r"|(?:ủy|uỷ) ban thường vụ|(?:ủy|uỷ) ban dân tộc|ngân hàng nhà nước|thanh tra chính phủ"
    r"|kiểm toán nhà nước|tổng cục|tổng công ty|cục [^,.;:()\d]{3,40} việt nam"
    r"|bảo hiểm xã hội việt nam|tập đoàn|tỉnh (?:ủy|uỷ)"
    r"|ban thường vụ tỉnh|thường trực (?:tỉnh|hđnd|hội đồng)|hđnd tỉnh|hội đồng nhân dân tỉnh"
    r"|chính quyền (?:nhân dân )?(?:khu|tỉnh|thành phố|quảng tây)|chính phủ nhân dân"
    r"|phía trung quốc)"
)
REQUEST = re.compile(
    rf"\b(?P<verb>{ASKS}|{TURNS_TO})\s?(?:\([^()]{{0,90}}\))?\s?(?:với |tới |đến |lên )?"
    rf"(?P<to>(?:đồng chí )?{ABOVE})\b",
    re.IGNORECASE,
)
COMMITTEE_ASKS = re.compile(
    rf"\b(?:UBND|(?:Ủy|Uỷ) ban nhân dân) tỉnh[^.;]{{0,60}}\s(?:{ASKS})\s(?P<to>{ABOVE})\b",
    re.IGNORECASE,
)
FOR_OTHERS = re.compile(
    r"\b(?:theo|tham mưu|giao|yêu cầu|chỉ đạo|tổng hợp)\b[^.;]*$", re.IGNORECASE
)
"""Somebody else is told to ask."""

AWAITED = re.compile(
    r"\b(?:đề nghị|kiến nghị|đề xuất|xin ý kiến|xin chủ trương|xin phép|xem xét|cho ý kiến"
    r"|cho phép|cho chủ trương|chấp thuận)\b",
    re.IGNORECASE,
)
ANSWER = re.compile(
    r",?\s(?:đề nghị|kiến nghị|đề xuất|thông qua|công nhận|ban hành|trình|xin|xem xét"
    r"|cho ý kiến|cho phép|cho chủ trương|chấp thuận"
    r"|quan tâm|phê duyệt|hỗ trợ|bổ sung|chỉ đạo|sớm|tháo gỡ|quyết định|có ý kiến|thống nhất|giao"
    r"|về việc|về|một số|trả lời|sửa chữa|nâng cấp|bố trí|hướng dẫn|tạo điều kiện|cung cấp|giúp)\b"
    r"|,?\scấp (?=\d|kinh phí|bổ sung|thêm|vốn|cho\b)|[.;:]"
)
"""What begins the matter of a request, and so ends the name of whom it asks."""

PLANS = {Kind.PLAN, Kind.PROGRAMME, Kind.SCHEME, Kind.OPTION_PAPER}
MAY_ASK = {
    Kind.OFFICIAL_LETTER, Kind.SUBMISSION, Kind.REPORT, Kind.TELEGRAM, Kind.NOTICE,
}  # fmt: skip
BY_SYMBOL = {
    "HĐND": Issuer.PEOPLES_COUNCIL,
    "CTUBND": Issuer.CHAIRMAN,
    "CT.UBND": Issuer.CHAIRMAN,
    "VP": Issuer.OFFICE,
    "VPUBND": Issuer.OFFICE,
    "UBND": Issuer.PEOPLES_COMMITTEE,
}
_COMMITTEE = r"(?:UBND|(?:Ủy|Uỷ) ban nhân dân)"
BY_CHAIRMAN = re.compile(
    rf"(?<!Phó )\bChủ tịch {_COMMITTEE} (?:tỉnh|thành phố)[^.;]{{0,40}}?"
    r"\s(?:vừa|đã|ký|ban hành|có|quyết định|yêu cầu|chỉ đạo|giao|phê duyệt)\b"
    rf"|^[^.;]{{0,60}}của Chủ tịch {_COMMITTEE}",
)
REACH = 300
NEAR = 60
LONGEST = 5000
"""Characters beside a citation, before a verb, and of a text, in which words are looked for."""


@dataclass(frozen=True)
class Act:
    """`called` is the kind that the words name, `kind_called` those words as printed."""

    called: Kind | None
    kind_called: str | None
    issuer: Issuer | None
    """None where the symbol is of an office that the vocabulary does not know."""
    status: Status
    addressed_to: str | None
    promulgates: str | None = None
    """What is issued together with the document, as printed."""


def read(text: str, paragraph: Paragraph, citation: Citation, item: str) -> Act:
    """What the paragraph that names the document says of it, and the text of its `item`."""
    before = plain(text[max(paragraph.start, citation.start - REACH) : citation.start])
    after = plain(text[citation.end : min(paragraph.end, citation.end + REACH)])
    name = _called(plain(citation.printed), before, after)
    called = VIETNAMESE.get(name.lower()) if name else citation.called
    is_request = citation.kind is Kind.SUBMISSION
    asked = _asked(paragraph.text[:LONGEST], item[:LONGEST], is_request=is_request)
    issued = ISSUED_WITH.search(f"{plain(citation.printed)} {after}"[:LONGEST])
    return Act(
        called=called,
        kind_called=name,
        issuer=_issuer(citation, f"{before} {after}"),
        status=_status(citation.kind, called, f"{before} {after}", asked),
        addressed_to=asked,
        promulgates=issued["name"].strip(" ,-–") if issued else None,
    )


def _called(printed: str, before: str, after: str) -> str | None:
    within = CALLED_WITHIN.match(printed)
    beside = within or CALLED_BEFORE.search(before)
    if beside is None and ISSUES.search(before):
        beside = CALLED_AFTER.match(after)
    return beside["name"] if beside else None


def _issuer(citation: Citation, said: str) -> Issuer | None:
    symbol = (citation.authority_symbol or "").partition("-")[0].upper()
    issuer = BY_SYMBOL.get(symbol)
    if issuer is Issuer.PEOPLES_COMMITTEE and BY_CHAIRMAN.search(said):
        return Issuer.CHAIRMAN
    return issuer


def _status(kind: Kind, called: Kind | None, said: str, asked: str | None) -> Status:
    if kind is Kind.SUBMISSION or (asked and kind in MAY_ASK):
        return Status.PROPOSED
    if kind in PLANS:
        return Status.PLANNED
    if kind is Kind.DECISION and (called in PLANS or ISSUES_A_PLAN.search(said)):
        return Status.PLANNED
    return Status.DECIDED


def _asked(own: str, item: str, *, is_request: bool) -> str | None:
    """Whom the document asks, where it asks somebody above the province.

    `is_request` says that it is one by its kind, so that to be sent is to ask.
    """
    for found in REQUEST.finditer(own):
        if FOR_OTHERS.search(own[max(0, found.start() - NEAR) : found.start()]):
            continue
        is_sent = found["verb"].lower() in TURNS_TO.split("|")
        if is_sent and not is_request and not AWAITED.search(own, found.end()):
            continue
        return _name(own[found.start("to") :])
    found_later = COMMITTEE_ASKS.search(item)
    return _name(item[found_later.start("to") :]) if found_later else None


def _name(text: str) -> str:
    return ANSWER.split(text[:REACH], maxsplit=1)[0].strip(" ,")
