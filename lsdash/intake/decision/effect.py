"""From when a document holds, as its own last articles say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lsdash.intake.decision.articles import Passage
from lsdash.intake.finding import dates
from lsdash.intake.text.folding import fold

IN_FORCE = re.compile(r"có hiệu lực\s*(?:thi hành|áp dụng)?\s*(?P<when>.{0,120})", re.IGNORECASE)
CARRIED_OUT = re.compile(
    r"thi hành\s+(?:quyết định|nghị quyết|chỉ thị|kế hoạch|quy định|quy chế) này,?\s+"
    r"(?P<when>(?:kể\s+)?từ\s+ngày\s+(?:ký|kí|ban hành)\b)",
    re.IGNORECASE,
)
"""`chịu trách nhiệm thi hành Quyết định này kể từ ngày ký`"""
THIS = re.compile(
    r"(?:(?:quyết định|nghị quyết|chỉ thị|kế hoạch|quy định|quy chế|văn bản|thông báo) này|^Điều)",
    re.IGNORECASE,
)
ENDED = re.compile(r"[.;](?!\d)|,? (?:và )?(?:thay thế|bãi bỏ)\b", re.IGNORECASE)
ON_SIGNING = re.compile(r"^\W*(?:kể )?(?:từ|sau) ngày (?:ký|kí|ban hành)\b", re.IGNORECASE)
AFTER = re.compile(
    r"^\W*sau (?P<days>\d{1,3})(?: \([^)]*\))? ngày,? kể từ ngày (?P<what>ký|kí|ban hành|đăng)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Effect:
    """`day` is None where it hangs on a day that the document cannot know."""

    day: date | None
    printed: str
    start: int
    end: int
    place: str


def find(passages: Sequence[Passage], signed_on: date | None) -> Effect | None:
    """From when the document says that it holds; None where it says nothing."""
    for each in passages:
        match = IN_FORCE.search(each.text)
        if match and THIS.search(each.text[: match.start()]):
            day = _day(match["when"], signed_on)
            printed = ENDED.split(match.group())[0].strip(" ,/")
            return Effect(day, printed, each.start, each.end, each.place)
    for each in passages:
        if match := CARRIED_OUT.search(each.text):
            return Effect(signed_on, match.group(), each.start, each.end, each.place)
    return None


def _day(when: str, signed_on: date | None) -> date | None:
    after = AFTER.match(when)
    if after:
        is_known = signed_on and after["what"].lower() != "đăng"
        return signed_on + timedelta(days=int(after["days"])) if is_known and signed_on else None
    if ON_SIGNING.match(when):
        return signed_on
    found = dates.find(fold(ENDED.split(when)[0]).text)
    return next((each.day for each in found if each.day), None)
