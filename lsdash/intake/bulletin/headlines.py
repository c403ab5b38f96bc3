"""The opening list of a bulletin's subjects, split and matched to what the bulletin then tells."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lsdash.model import search_words

CLOSING = re.compile(
    r"""
    [,;:]? \s? [–-]? \s?
    \b là \s (?:những|các|một\ssố) \s (?:nội\sdung|thông\stin|hoạt\sđộng|vấn\sđề|chỉ\sđạo|văn\sbản)
    (?= [^;]{0,200} (?:nổi\sbật|chỉ\sđạo|điều\shành|tuần) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""`… là những nội dung chính trong chỉ đạo điều hành nổi bật tuần qua`: what ends the list."""

ELLIPSIS = re.compile(r"[;,\s]*(?:…|\.{2,})[;,\s]*$")

OPENERS = (
    "Ban hành|Báo cáo|Bổ nhiệm|Bổ sung|Bố trí|Chấn chỉnh|Chỉ đạo|Chỉ thị|Công bố|Công nhận"
    "|Cho phép|Đẩy mạnh|Đề nghị|Điều chỉnh|Điều động|Giải quyết|Giao|Hỗ trợ|Họp|Hướng dẫn|Kế hoạch"
    "|Khen thưởng|Kiểm tra|Kiện toàn|Nâng cao|Phát động|Phân bổ|Phân công|Phê duyệt|Phối hợp"
    "|Quy định|Quyết định|Rà soát|Sửa đổi|Tăng cường|Tập trung|Thành lập|Tháo gỡ|Thông báo"
    "|Thông qua|Thu hồi|Thực hiện|Tổ chức|Triển khai|Xử lý"
)
"""Words that open a subject."""

BY_COMMA = re.compile(rf",\s(?=(?:{OPENERS})\b)")
BY_CAPITAL = re.compile(rf"(?P<before>\w+)\s(?=(?:{OPENERS})\b)")
"""A subject begins with a capital where its separator was left out."""

LEADS_ON = frozenset(
    ["về", "việc", "hành", "hoạch", "định", "thị", "hiện", "khai", "và", "cho", "của"]
)
"""After these a capital does not begin a subject: `về Quy định …`, `Kế hoạch Triển khai …`."""

MOST = 300
"""Subjects that are matched; no bulletin comes near."""

SAME = 0.8
"""From this similarity on, a headline and a heading are one subject."""

ALIKE = 0.55
"""From this similarity on, they are matched where nothing fits better."""


@dataclass(frozen=True)
class Opening:
    """The subjects in their order, and whether the list says that it is whole."""

    subjects: tuple[str, ...]
    is_complete: bool


def closes(text: str) -> bool:
    """Whether a paragraph (NFC, plain spaces) ends the opening list."""
    return CLOSING.search(text) is not None


def split(text: str, headings: Sequence[str] = ()) -> Opening:
    """The subjects of an opening list. A subject that is one of `headings` is never cut."""
    found = CLOSING.search(text)
    listed = text[: found.start()] if found else text
    whole = ELLIPSIS.sub("", listed)
    pieces = [piece for part in whole.split(";") for piece in _cut(part.strip(" ,.-–"), headings)]
    return Opening(tuple(piece for piece in pieces if piece), is_complete=whole == listed)


def similarity(one: str, other: str) -> float:
    """From 0 (no word in common) to 1 (the same words), whatever their order and case."""
    return _alike(Counter(search_words(one)), Counter(search_words(other)))


def listed(texts: Sequence[str], subjects: Sequence[str]) -> set[int]:
    """The positions of those `texts` that are one of `subjects`, but for dashes, case and order."""
    known = [Counter(search_words(subject)) for subject in subjects[:MOST]]
    sizes = {size for each in known for size in range(each.total() * 2 // 3, each.total() * 2)}
    found: set[int] = set()
    for at, text in enumerate(texts):
        words = Counter(search_words(text)) if known else Counter()
        if words.total() in sizes and any(_alike(words, each) >= SAME for each in known):
            found.add(at)
    return found


def nearest(text: str, subjects: Sequence[str]) -> str | None:
    """The subject whose words `text` holds most of, or None where it holds too few of any."""
    words = Counter(search_words(text))
    held: list[tuple[float, str]] = []
    for subject in subjects[:MOST]:
        its = Counter(search_words(subject))
        held.append(((its & words).total() / max(1, its.total()), subject))
    share, subject = max(held, default=(0.0, ""))
    return subject if share >= SAME else None


def match(subjects: Sequence[str], told: Sequence[str]) -> list[int | None]:
    """For each of `told`, the position of its subject; the most alike are matched first."""
    first = [Counter(search_words(each)) for each in subjects[:MOST]]
    second = [Counter(search_words(each)) for each in told[:MOST]]
    pairs = sorted(
        (-_alike(subject, each), abs(at - where), at, where)
        for at, subject in enumerate(first)
        for where, each in enumerate(second)
    )
    found: list[int | None] = [None] * len(told)
    taken: set[int] = set()
    for unlike, _, at, where in pairs:
        if -unlike >= ALIKE and at not in taken and found[where] is None:
            found[where] = at
            taken.add(at)
    return found


def _alike(one: Counter[str], other: Counter[str]) -> float:
    words = one.total() + other.total()
    return 2 * (one & other).total() / words if words else 0.0


def _cut(piece: str, headings: Sequence[str]) -> Iterator[str]:
    if not piece or any(similarity(piece, heading) >= SAME for heading in headings):
        yield piece
        return
    for part in BY_COMMA.split(piece):
        ends = [
            found.end("before")
            for found in BY_CAPITAL.finditer(part)
            if found["before"].islower() and found["before"] not in LEADS_ON
        ]
        yield from (part[a:b].strip(" ,") for a, b in pairwise([0, *ends, len(part)]))
