"""What part a document plays where a bulletin cites it: the item's own, or one that it builds on.

A bulletin prints an item's own document in brackets, or right after `ban hành`, or where a
paragraph begins; a document that is carried out, amended or replaced follows words that say so.
The date tells most: own documents are signed in the week.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from lsdash.intake.bulletin.days_covered import Days
from lsdash.intake.finding.citations import Citation
from lsdash.intake.text.paragraphs import Paragraph, plain
from lsdash.vocabulary import RelationKind


class Role(StrEnum):
    OWN = "own"
    IMPLEMENTS = RelationKind.IMPLEMENTS.value
    AMENDS = RelationKind.AMENDS.value
    REPLACES = RelationKind.REPLACES.value
    REPEALS = RelationKind.REPEALS.value
    PROMULGATES = RelationKind.PROMULGATES.value
    CORRECTS = RelationKind.CORRECTS.value
    ANSWERS = RelationKind.ANSWERS.value
    CITES = RelationKind.CITES.value


@dataclass(frozen=True)
class Mention:
    """A citation in its paragraph, with the role that its words give it.

    `weight` says how much speaks for its being an item's own document; `otherwise` is its role
    where it is not.
    """

    citation: Citation
    paragraph: int
    role: Role
    weight: int
    otherwise: Role = Role.CITES

    @property
    def start(self) -> int:
        return self.citation.start

    @property
    def end(self) -> int:
        return self.citation.end

    @property
    def is_own(self) -> bool:
        return self.weight >= OWN_FROM

    @property
    def may_be_own(self) -> bool:
        """Its words say that it is, whatever its date."""
        return self.weight > 0 and self.role is Role.OWN


OWN_FROM = 4
REACH = 120
"""Characters before a citation in which words about it are looked for."""

TYPE_WORD = (
    "(?:quyết định|kế hoạch|công văn|văn bản|chỉ thị|nghị quyết|thông báo|tờ trình|báo cáo"
    "|công điện|chương trình|đề án|phương án|hướng dẫn|thông tư liên tịch|thông tư|nghị định"
    "|quy chế|quy định|luật|thông cáo|giấy mời|kết luận)"
)
_LEAD_IN = rf"(?:\s?(?:các|những))?(?:\s?{TYPE_WORD})?(?:\s?từ)?(?:\s?số)?\s?:?\s?"
"""What may stand between a cue and the number, as in `các Quyết định số: `."""

_OF = (
    r"(?:\s?(?:toàn bộ|một phần)(?!\w))?"
    rf"(?:\s?(?:các|những|\d{{1,3}})\s{TYPE_WORD}[^:;.()]{{0,60}}:)?"
    r"(?:,?\s?(?:một số|các)?\s?"
    r"(?:(?:điều|nội dung|khoản|điểm|mục|phụ lục)(?:\s[\w.]{1,4})?,?\s?){0,5}"
    r"(?:(?<=\s)|\s)?(?:của|tại|trong|theo)?)"
)
"""What of it: `sửa đổi, bổ sung khoản 2 Điều 3 của`, `bãi bỏ 03 quyết định:`."""

BRACKETED = re.compile(rf"\({_LEAD_IN}$", re.IGNORECASE)
OPENING = re.compile(
    rf"^(?:\W{{0,3}}(?:cùng |trong )?ngày [\d/.-]{{1,10}},?)?\W{{0,3}}(?:tại|theo)?{_LEAD_IN}$",
    re.IGNORECASE,
)
HEADING_INSIDE = re.compile(r"[^.;:]{3,150}[.:](?:\s|$)(?P<rest>.*)$")
"""The first sentence of a paragraph, and what comes behind it."""
SHORT_HEADING = 60
"""Characters of a heading that is no sentence."""

ISSUED = re.compile(
    r"\b(?:ban hành|ký|có|gửi|phát hành|công bố|ra|kèm theo|thông qua"
    r"|(?:chỉ đạo|yêu cầu|đồng ý|đề nghị|lần lượt|phê duyệt|giao|ý kiến|quy định) (?:tại|bằng))"
    rf"{_LEAD_IN}$",
    re.IGNORECASE,
)
BUILT_ON = {
    role: re.compile(rf"\b(?:{words}){_OF}{_LEAD_IN}$", re.IGNORECASE)
    for role, words in {
        Role.REPEALS: "bãi bỏ|h[uủ]ỷ bỏ|hủy bỏ|thu hồi|chấm dứt hiệu lực",
        Role.REPLACES: "thay thế(?: cho)?",
        Role.CORRECTS: "đính chính",
        Role.ANSWERS: "trả lời|phúc đáp|đáp ứng đề nghị(?: tại)?",
        Role.AMENDS: r"sửa đổi|bổ sung|điều chỉnh"
        r"|(?:gia hạn|kéo dài)(?: thời (?:gian|hạn))?(?: thực hiện| áp dụng)?"
        r"|đình chỉ(?: thi hành)?|(?:tạm )?ngưng hiệu lực(?: thi hành| áp dụng)?",
        Role.IMPLEMENTS: "thực hiện|triển khai|thi hành|cụ thể h(?:óa|oá)|quán triệt|hưởng ứng",
        Role.CITES: "theo|căn cứ|xét|tinh thần|nêu tại|quy định tại|mục tiêu|trước đó|trên cơ sở",
    }.items()
}
FURTHER = {
    role: re.compile(rf"\b(?:{words})\b[^.;()]{{0,160}}$", re.IGNORECASE)
    for role, words in {
        Role.CORRECTS: "đính chính",
        Role.ANSWERS: "trả lời|phúc đáp",
        Role.AMENDS: r"sửa đổi|điều chỉnh|đình chỉ|bổ sung(?=[^.;()]{1,80}\bvào\b)",
        Role.REPLACES: "thay thế(?: cho)?",
        Role.REPEALS: "bãi bỏ|h[uủ]ỷ bỏ|hủy bỏ",
    }.items()
}
"""Words of the same clause that say it from further away: `điều chỉnh chỉ tiêu đã giao tại`."""

_PLACE = r"(?:\s(?:khoản|điểm|điều|mục|chương|phụ lục)\s[\w.]{1,5},?){0,4}"
BY_ITSELF = re.compile(
    rf"(?:\(|\b(?:tại|theo|của|kèm theo|giao)){_PLACE}{_LEAD_IN}$", re.IGNORECASE
)
"""What stands between such words and the number: `(Công văn số`, `đã giao tại Quyết định số`."""

DONE_BEFORE = re.compile(rf"\bđã [^.;(]{{0,30}}\b(?:tại|theo|bằng){_LEAD_IN}$", re.IGNORECASE)

GIVEN_BEFORE = re.compile(
    r"(?<!tỉnh)(?<!Chủ tịch)(?<!Lạng Sơn) đã (?:được )?(?:UBND tỉnh )?"
    r"(?:giao|phân bổ|phê duyệt|bố trí|cấp|duyệt|ban hành|công bố|quy định|hỗ trợ)"
    rf"(?: [^.;(]{{0,30}})? (?:tại|theo|bằng){_LEAD_IN}$",
    re.IGNORECASE,
)
"""Of something that the office does not speak of as its news: `chỉ tiêu đã giao tại`."""

PARTLY = re.compile(
    r"\b(?:sửa đổi|bổ sung)\b[^.;()]{0,100}\b(?:và|,) ?bãi bỏ (?=điều|khoản|điểm|mục)",
    re.IGNORECASE,
)
"""Some of it is repealed and some amended, so that it goes on holding."""

A_PART = re.compile(
    r"\b(?:phụ lục|mẫu|biểu|cụm từ|nội dung|danh mục|dự án|thủ tục|một phần)\b|[“\"]",
    re.IGNORECASE,
)
ALL_OF_IT = re.compile(r"\btoàn bộ\b", re.IGNORECASE)
"""`bãi bỏ nội dung công bố tại` leaves the rest in force, `bãi bỏ toàn bộ nội dung` nothing."""

DESCRIBES = re.compile(
    r"^(?!.*, (?:ngày |(?:ubnd|(?:ủy|uỷ) ban|chủ tịch|hđnd)\b))"
    r"\W*(?:ngày [\d/.-]+ )?(?:(?:của|do) [^.;:()]{3,90}? )?"
    r"(?:về|quy định|ban hành|sửa đổi|bổ sung|bãi bỏ|đính chính|hướng dẫn|thay thế|công bố"
    r"|phê duyệt)\b[^.;:()]*$",
    re.IGNORECASE,
)
"""What stands behind a document that is named and tells what that one is about."""

_CHANGED = "(?:sửa đổi|bổ sung|điều chỉnh|thay thế|đính chính|bãi bỏ)"
DONE_TO_IT = re.compile(
    rf"\b(?:được {_CHANGED}\b[^.;()]{{0,60}}\b(?:tại|bởi|theo|bằng)"
    rf"|(?:này|đó) (?:đã|từng) {_CHANGED}\b[^.;()]{{0,60}}){_LEAD_IN}$",
    re.IGNORECASE,
)
"""What was done earlier, by or to the document that was named before: `(đã được sửa đổi tại`."""

BRACKETS = re.compile(r"\s?\([^()]*\)")

ENDS = re.compile(r"^.{0,80}?\b(?:hết hiệu lực|được bãi bỏ|bị bãi bỏ|được thay thế)", re.IGNORECASE)
NOTE = re.compile(r"\W*(?:ghi chú|chú thích)\b", re.IGNORECASE)
"""What opens a note: a document that it names is not the item's own."""

LINKED = re.compile(rf"^\s?(?:,|;|và|,\s?và|[-–—]|đến|tới)?\s?{_LEAD_IN}$", re.IGNORECASE)
"""What stands between two documents of one list or range."""

LOCAL = re.compile(r"(?:CT|TT)?-?(?:UBND|HĐND)|VP(?!CP|TU)|CTUBND")
ABOVE = re.compile(r"CP\b|TTg|TW|QH\d|UBTVQH|CTN|VPCP|BCĐQG|VPTW|B(?!C[ĐH]|QL)[A-ZĐ]{1,9}")
"""Issuers above the province: their documents are never an item's own."""


def find(
    text: str, paragraphs: Sequence[Paragraph], citations: Sequence[Citation], days: Days | None
) -> list[Mention]:
    """Every citation with its role, in the order of the text."""
    found: list[Mention] = []
    paragraph = 0
    for citation in sorted(citations, key=lambda each: (each.start, each.end)):
        while paragraph + 1 < len(paragraphs) and paragraphs[paragraph + 1].start <= citation.start:
            paragraph += 1
        if not paragraphs or citation.start < paragraphs[0].start:
            continue
        before = found[-1] if found and found[-1].paragraph == paragraph else None
        role = _role(text, paragraphs[paragraph], citation, before)
        if before is None and _nearness(citation.signed_on, days) == 3:
            role = _after_heading(text, paragraphs[paragraph], citation, role) or role
        is_described = before is not None and _is_described(text, before, citation)
        further = None if is_described else _further(text, paragraphs[paragraph], citation)
        is_base = before is not None and before.may_be_own and citation.signed_on is None
        if further and (role in (None, Role.CITES) or is_base or _is_earlier(text, citation, days)):
            role = further
        if role is Role.OWN and _is_given_before(text, paragraphs[paragraph], citation, days):
            role = further or Role.CITES
        weight = (3 if role is Role.OWN else 0 if role is None else -4) + _standing(citation)
        weight += _nearness(citation.signed_on, days)
        otherwise = further or Role.CITES
        found.append(Mention(citation, paragraph, role or Role.CITES, weight, otherwise))
    return _only_cited(paragraphs, _named_again(_ended_together(text, paragraphs, found)), days)


def _ended_together(
    text: str, paragraphs: Sequence[Paragraph], found: Sequence[Mention]
) -> list[Mention]:
    """What is said of the last of a list, `A, B và C hết hiệu lực`, is said of all; of what they
    hold, `thủ tục đã công bố tại A; B hết hiệu lực`, it only changes them."""
    kept = list(found)
    for last in range(len(kept) - 1, -1, -1):
        paragraph = paragraphs[kept[last].paragraph]
        is_open = kept[last].role in (Role.REPEALS, Role.CITES)
        if not is_open or not _ends(text, paragraph, kept[last].citation):
            continue
        first = last
        while first and _is_listed(text, kept[first - 1], kept[first]):
            first -= 1
        start = kept[first].start
        said = plain(text[max(paragraph.start, start - REACH) : start]).split(". ")[-1]
        is_part = A_PART.search(said) and BY_ITSELF.search(said) and not ALL_OF_IT.search(said)
        role = Role.AMENDS if is_part else Role.REPEALS
        for at in range(first, last + 1):
            kept[at] = replace(kept[at], role=role, otherwise=role, weight=-4)
    return kept


def _ends(text: str, paragraph: Paragraph, citation: Citation) -> bool:
    after = plain(text[citation.end : min(citation.end + REACH, paragraph.end)])
    return ENDS.match(after) is not None


def _is_listed(text: str, before: Mention, after: Mention) -> bool:
    between = plain(text[before.end : after.start][:REACH])
    return before.paragraph == after.paragraph and LINKED.match(between) is not None


def _named_again(found: Sequence[Mention]) -> list[Mention]:
    """A document without its day is the one that was told with it before, and no further one:
    `Theo Quyết định số 381/QĐ-UBND, huyện …` goes on with what that decides."""
    told: set[tuple[object, ...]] = set()
    kept: list[Mention] = []
    for each in found:
        key, day = each.citation.key, each.citation.signed_on
        is_again = day is None and key in told and each.role is Role.OWN
        kept.append(replace(each, role=Role.CITES, weight=-4) if is_again else each)
        if day and each.is_own:
            told.add(key)
    return kept


def _only_cited(
    paragraphs: Sequence[Paragraph], found: Sequence[Mention], days: Days | None
) -> list[Mention]:
    """Where a heading stands over nothing but documents of the week that are cited, `hỗ trợ …
    theo Quyết định số …`, and nothing else tells of them, they are the item's own."""
    told = {each.citation.key for each in found if each.is_own}
    naming = {each.paragraph for each in found if each.may_be_own}
    kept: list[Mention] = []
    for each in found:
        at = each.paragraph
        is_news = each.role is Role.CITES and _standing(each.citation) > 0
        is_alone = at not in naming and at > 0 and not paragraphs[at - 1].is_ended
        is_alone = is_alone and not NOTE.match(paragraphs[at].text)
        if (
            is_news
            and is_alone
            and at - 1 not in naming
            and each.citation.key not in told
            and _nearness(each.citation.signed_on, days) == 3
        ):
            kept.append(replace(each, role=Role.OWN, weight=OWN_FROM))
        else:
            kept.append(each)
    return kept


def _role(
    text: str, paragraph: Paragraph, citation: Citation, before: Mention | None
) -> Role | None:
    """What the words around it say; None where they say nothing."""
    if before and LINKED.match(plain(text[before.citation.end : citation.start][:REACH])):
        return before.role
    said = plain(text[max(paragraph.start, citation.start - REACH) : citation.start])
    if before and DONE_TO_IT.search(said):
        return Role.CITES
    if before and _is_described(text, before, citation):
        return Role.CITES
    if NOTE.match(paragraph.text):
        return next((role for role, cue in BUILT_ON.items() if cue.search(said)), Role.CITES)
    if citation.start - REACH <= paragraph.start and OPENING.match(_unmarked(said, paragraph)):
        return Role.OWN
    if BRACKETED.search(said) or ISSUED.search(said):
        return Role.OWN
    bare = BRACKETS.sub("", said)
    for role, cue in BUILT_ON.items():
        if found := cue.search(bare):
            return _of_a_part(role, found.group())
    return Role.REPEALS if _ends(text, paragraph, citation) else None


def _is_described(text: str, before: Mention, citation: Citation) -> bool:
    """It is named in what the document before it is about, and that one is no news itself:
    `bãi bỏ Quyết định số 5/QĐ-UBND về thu hồi Quyết định số 3/QĐ-UBND`."""
    if before.may_be_own or before.is_own:
        return False
    return is_title(plain(text[before.end : citation.start]))


def is_title(between: str) -> bool:
    """Whether words behind a document tell what that one is about, up to another one."""
    return DESCRIBES.match(between[: 3 * REACH]) is not None


def _of_a_part(role: Role, said: str) -> Role:
    """Who repeals or replaces only a form or a list of a document amends it."""
    is_whole = role not in (Role.REPEALS, Role.REPLACES) or ALL_OF_IT.search(said)
    return role if is_whole or not A_PART.search(said) else Role.AMENDS


def _after_heading(
    text: str, paragraph: Paragraph, citation: Citation, role: Role | None
) -> Role | None:
    """`Phụ cấp cấp xã. Theo Quyết định số …`: of the week, behind what heads it.

    What a short heading says, `Sửa đổi: Quyết định số …`, it says of the item.
    """
    if NOTE.match(paragraph.text):
        return None
    said = plain(text[paragraph.start : citation.start][: 2 * REACH])
    heading = HEADING_INSIDE.match(_unmarked(said, paragraph))
    if heading is None or not OPENING.match(heading["rest"]):
        return None
    is_short = heading.start("rest") <= SHORT_HEADING and "UBND" not in said
    return Role.OWN if role in (None, Role.CITES) or is_short else None


def _is_earlier(text: str, citation: Citation, days: Days | None) -> bool:
    """It was there before the week: its date says so, or `đã giao tại`."""
    if days and days.first and citation.signed_on:
        return citation.signed_on < days.first
    return (
        DONE_BEFORE.search(plain(text[max(0, citation.start - REACH) : citation.start])) is not None
    )


def _is_given_before(
    text: str, paragraph: Paragraph, citation: Citation, days: Days | None
) -> bool:
    """It is only cited as the document that gave something earlier, and not signed in the week."""
    said = plain(text[max(paragraph.start, citation.start - REACH) : citation.start])
    return GIVEN_BEFORE.search(said) is not None and _nearness(citation.signed_on, days) < 3


def _further(text: str, paragraph: Paragraph, citation: Citation) -> Role | None:
    """What words further away in its clause say of a document that is not the item's own."""
    said = plain(text[max(paragraph.start, citation.start - 2 * REACH) : citation.start])
    said = BRACKETS.sub("", said)
    bracket = BY_ITSELF.search(said)
    if bracket is None or DONE_TO_IT.search(said):
        return None
    clause = said[: bracket.start()].rstrip(" (")
    found = [(cue.search(clause), role) for role, cue in FURTHER.items()]
    told = [(match.start(), role) for match, role in found if match]
    if not told:
        return None
    start, role = max(told)
    return (
        Role.AMENDS
        if role is Role.REPEALS and PARTLY.search(clause)
        else _of_a_part(role, said[start:])
    )


def _unmarked(said: str, paragraph: Paragraph) -> str:
    return said[paragraph.marker.end() :] if paragraph.marker else said


def _standing(citation: Citation) -> int:
    """Whose document it is: the province's own, a unit's below it, or one from above."""
    symbol = citation.authority_symbol or ""
    if ABOVE.match(symbol):
        return -6
    if LOCAL.match(symbol):
        return 1
    return -1 if symbol else -3


def _nearness(signed_on: date | None, days: Days | None) -> int:
    """Whether it is signed in the week; nothing follows where either is not known."""
    if not signed_on or not days or not days.first or not days.last:
        return 0
    away = max((days.first - signed_on).days, (signed_on - days.last).days, 0)
    return 3 if away == 0 else 1 if away <= 10 else 0 if away <= 45 else -3
