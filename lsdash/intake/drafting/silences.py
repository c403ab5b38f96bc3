"""What a document of its kind would be asked and does not say: proposals for the reviewer.

A silence is proposed by the kind of document and its figures, unless words of the text answer it.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from lsdash.intake.finding.quantities import Quantity
from lsdash.text import Lang, say
from lsdash.vocabulary import Bound, FigureKind, Kind, Status


class Unsaid(StrEnum):
    """What is not said; the words for it are at `silence.<code>`."""

    TOTAL = "total"
    FUND_SOURCE = "fund_source"
    SHARES = "shares"
    COST = "cost"
    DEADLINE = "deadline"
    WHO = "who"
    TARGETS = "targets"
    BASELINE = "baseline"
    EFFECTIVE_DATE = "effective_date"
    REPLY_BY = "reply_by"
    MEMBERS = "members"
    TERM = "term"


ANSWERED = {
    code: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for code, words in {
        Unsaid.TOTAL: "tổng|tổng số|tổng cộng|tổng kinh phí",
        Unsaid.FUND_SOURCE: "nguồn|ngân sách|từ nguồn|quỹ|vốn vay|xã hội hóa|tài trợ",
        Unsaid.SHARES: (
            "huyện|thành phố|xã|phường|đơn vị|cụ thể|cho (?:sở|bộ|ban|trường|công an|bệnh viện)"
        ),
        Unsaid.COST: "kinh phí|ngân sách|tổng mức đầu tư|dự toán|nguồn vốn",
        Unsaid.DEADLINE: (
            "trước ngày|chậm nhất|trong vòng|hoàn thành trong|hạn cuối|thời hạn|đến hết ngày"
            r"|xong trước|hoàn thành trước|gia hạn|từ ngày|trong quý|trong tháng"
            r"|(?:từ|đến|đến hết) \d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?"
            r"|(?:đến|vào|trước|trong|cuối|hết) (?:cuối )?năm \d{4}"
        ),
        Unsaid.WHO: "chủ trì|giao sở|phân công|đơn vị thực hiện|chịu trách nhiệm|phối hợp với",
        Unsaid.TARGETS: "chỉ tiêu|phấn đấu|mục tiêu cụ thể",
        Unsaid.BASELINE: "so với|năm trước|cùng kỳ|hiện nay|hiện có|dự toán|kế hoạch vốn",
        Unsaid.EFFECTIVE_DATE: "hiệu lực|thi hành từ|áp dụng từ|kể từ ngày",
        Unsaid.REPLY_BY: "trước ngày|chậm nhất|sớm|trong thời hạn",
        Unsaid.MEMBERS: "ông|bà|đồng chí|trưởng ban|tổ trưởng|chủ tịch hội đồng",
        Unsaid.TERM: "thời hạn|đến ngày|tự giải thể|nhiệm kỳ|hoàn thành nhiệm vụ",
    }.items()
}
ALLOCATES = re.compile(
    r"\b(?:phân bổ|giao (?:kế hoạch )?vốn|cấp kinh phí|bổ sung kinh phí|giao dự toán|hỗ trợ)\b",
    re.IGNORECASE,
)
SETS_UP = re.compile(r"\b(?:thành lập|kiện toàn)\b", re.IGNORECASE)
PLANS = {Kind.PLAN, Kind.PROGRAMME, Kind.SCHEME}
ORDERS = {Kind.OFFICIAL_LETTER, Kind.DIRECTIVE, Kind.TELEGRAM, Kind.NOTICE}


def words(code: Unsaid, lang: Lang) -> str:
    """What is left unsaid, as a reader of this language is told."""
    return say(lang, f"silence.{code}")


def propose(
    heading: str,
    text: str,
    *,
    kind: Kind,
    status: Status,
    is_normative: bool,
    figures: Sequence[Quantity],
    is_summed: bool,
    is_due: bool = False,
) -> list[Unsaid]:
    """What the document's `text` leaves unsaid; `is_normative`: its number holds a year,
    `is_summed`: one of its figures is what others are parts of, `is_due`: a deadline was read."""
    asked = dict.fromkeys(_asked(heading, kind, status, is_normative, figures))
    if is_summed:
        asked.pop(Unsaid.TOTAL, None)
        asked.pop(Unsaid.SHARES, None)
    if is_due:
        asked.pop(Unsaid.DEADLINE, None)
        asked.pop(Unsaid.REPLY_BY, None)
    return [each for each in asked if not ANSWERED[each].search(text)]


def _asked(
    heading: str, kind: Kind, status: Status, is_normative: bool, figures: Sequence[Quantity]
) -> Iterator[Unsaid]:
    money = [figure for figure in figures if figure.kind == FigureKind.MONEY]
    if is_normative:
        yield Unsaid.EFFECTIVE_DATE
    if money and status is Status.DECIDED and ALLOCATES.search(heading):
        if len(money) > 1:
            yield Unsaid.TOTAL
        yield from (Unsaid.FUND_SOURCE, Unsaid.SHARES)
    if any(_lacks_baseline(each) for each in figures):
        yield Unsaid.BASELINE
    if SETS_UP.search(heading):
        yield from (Unsaid.MEMBERS, Unsaid.TERM, Unsaid.COST)
    if status is Status.PROPOSED:
        yield from (Unsaid.REPLY_BY, Unsaid.COST)
    elif status is Status.PLANNED or kind in PLANS:
        if not figures:
            yield Unsaid.TARGETS
        yield from (Unsaid.COST, Unsaid.DEADLINE, Unsaid.WHO)
    elif kind in ORDERS:
        yield from (Unsaid.DEADLINE, Unsaid.WHO)


def _lacks_baseline(figure: Quantity) -> bool:
    """A share with room in it, and no earlier level printed beside it."""
    is_open = figure.kind == FigureKind.PERCENT and figure.bound != Bound.EXACT
    return is_open and figure.before is None
